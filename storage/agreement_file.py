"""One agreement file: a SQLite database that a :class:`pa_tui.ports.Store` writes in."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import msgspec

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.changes import Change
from pa_tui.edits import Edit, Moment, apply
from pa_tui.edits.structure import NameVersion
from pa_tui.errors import N_, AgreementError, FileError, NotAllowed
from pa_tui.history import (
    InTheWay,
    must_not_cross,
    nothing_to_redo,
    nothing_to_undo,
    redoable,
    reversal,
    rewound,
    touches,
    undoable,
)
from pa_tui.ports import Act, Entry, HalfTyped, Receipt
from storage import journal
from storage.connection import connect, faults_told, pragma
from storage.migrations import migrate, must_be_known
from storage.projection import Projection
from storage.seats import Seat, this_copy
from storage.shelves import agreement_in
from storage.soundness import damage


class AgreementFile:
    """An open agreement file.

    One connection serves all threads, one at a time: reading an article that nobody looked
    at yet waits for a commit that is under way, and the other way round.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self._lock = threading.RLock()
        self._seat = Seat(path)
        self._copy = ""
        self._projection = Projection(connection)
        with self._lent():
            self._place = journal.last_place(connection)
            self._data_version = pragma(connection, "data_version")
            self.agreement: Agreement = agreement_in(self._lent)

    @contextmanager
    def _lent(self) -> Iterator[sqlite3.Connection]:
        """The connection for one thread; what goes wrong is told in plain words."""
        with self._lock, faults_told(self.path):
            try:
                yield self._connection
            except (msgspec.MsgspecError, ValueError, KeyError, TypeError) as error:
                raise FileError(
                    N_(
                        "{path} holds something that cannot be read ({reason}). Open a copy "
                        "or a backup; “pa-tui check” tells more."
                    ),
                    path=self.path,
                    reason=error,
                ) from error

    # -- writing ------------------------------------------------------------------------

    def commit(
        self, edit: Edit, moment: Moment, typed: tuple[str, str] | None = None
    ) -> Receipt:
        with self._transaction() as connection:
            base = self._caught_up(connection)
            if isinstance(edit, NameVersion) and not edit.entry:
                edit = replace(edit, entry=journal.last_id(connection))
            applied = apply(edit, base, moment)
            if typed is not None:
                self._forget_half_typed(connection, *typed)
            if not applied.changes:
                return Receipt(self._entry(moment, Act.DO, edit, (), base), base)
            entry = self._entry(moment, Act.DO, edit, applied.changes, base)
            return self._keep(entry, applied.agreement)

    def undo(self, moment: Moment, *, confirmed: bool = False) -> Receipt:
        with self._transaction() as connection:
            base = self._caught_up(connection)
            target = undoable(self._entries_back(connection), self._is_mine)
            if target is None or _begins(target):
                raise nothing_to_undo()
            if not confirmed:
                must_not_cross(target, base)
            return self._turn(target, base, moment, Act.UNDO)

    def redo(self, moment: Moment) -> Receipt:
        with self._transaction() as connection:
            base = self._caught_up(connection)
            target = redoable(self._entries_back(connection), self._is_mine)
            if target is None:
                raise nothing_to_redo()
            return self._turn(target, base, moment, Act.REDO)

    def _turn(self, target: Entry, base: Agreement, moment: Moment, act: Act) -> Receipt:
        try:
            changes = reversal(target, base)
        except InTheWay as error:
            raise self._stands_in_the_way(target, error.change) from error
        entry = self._entry(moment, act, target.edit, changes, base, target.of)
        return self._keep(entry, base.with_changes(changes))

    def _stands_in_the_way(self, target: Entry, change: Change) -> NotAllowed:
        later = next(
            (e for e in self._entries_back(self._connection) if touches(e, change)), target
        )
        return NotAllowed(
            N_(
                "{by} changed the same thing at {time} since. Take that back first, or change "
                "it anew."
            ),
            by=later.by or "?",
            time=f"{later.at:%H.%M}",
        )

    def _is_mine(self, entry: Entry) -> bool:
        return not self._seat.is_anothers(entry.seat)

    def _entry(
        self,
        moment: Moment,
        act: Act,
        edit: Edit,
        changes: tuple[Change, ...],
        base: Agreement,
        of: str | None = None,
    ) -> Entry:
        meeting = base.running_meeting
        self._copy = self._copy or this_copy()
        return Entry(
            moment.seed.hex,
            self._copy,
            self._place + 1,
            self._seat.number,
            moment.at,
            moment.by,
            act,
            of or moment.seed.hex,
            edit,
            changes,
            meeting.id if meeting else None,
        )

    def _keep(self, entry: Entry, agreement: Agreement) -> Receipt:
        self._place += 1
        self._projection.write_entry(self._place, entry)
        self._projection.write_changes(entry.changes, agreement)
        self.agreement = agreement
        return Receipt(entry, agreement)

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """One durable transaction; what this object knows goes back with it if it fails."""
        with self._lent() as connection:
            place, agreement = self._place, self.agreement
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                self._place, self.agreement = place, agreement
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    # -- reading ------------------------------------------------------------------------

    def refresh(self) -> Agreement | None:
        with self._lent() as connection:
            version = pragma(connection, "data_version")
            if version == self._data_version:
                return None
            self._data_version = version
            before = self.agreement
            self.agreement = self._caught_up(connection)
            return None if self.agreement is before else self.agreement

    def _caught_up(self, connection: sqlite3.Connection) -> Agreement:
        """The agreement with the entries other windows added since; remembers their place."""
        agreement = self.agreement
        for place, entry in journal.oldest_first(connection, self._place):
            agreement = agreement.with_changes(entry.changes)
            self._place = place
        self.agreement = agreement
        return agreement

    def entries(self, *, newest_first: bool = False) -> Iterable[Entry]:
        with self._lent() as connection:
            if newest_first:
                return [kept.entry for kept in journal.newest_first(connection)]
            return [kept.entry for kept in journal.oldest_first(connection)]

    @staticmethod
    def _entries_back(connection: sqlite3.Connection) -> Iterator[Entry]:
        return (kept.entry for kept in journal.newest_first(connection))

    def as_of(self, entry: str) -> Agreement:
        with self._lent() as connection:
            agreement = self._caught_up(connection)
            place = journal.place_of(connection, entry)
            if place is None:
                raise NotAllowed(
                    N_("That state is not in the history of {path}."), path=self.path
                )
            later = (kept.entry for kept in journal.newest_first(connection, place))
            return rewound(agreement, later)

    # -- what is being typed ---------------------------------------------------------------

    def keep_half_typed(self, purpose: str, place: str, text: str) -> None:
        with self._transaction() as connection:
            self._forget_half_typed(connection, purpose, place)
            if text:
                connection.execute(
                    "INSERT INTO half_typed (purpose, place, seat, text, at) "
                    "VALUES (?, ?, ?, ?, ?)",
                    (purpose, place, self._seat.number, text, datetime.now().isoformat()),
                )

    @staticmethod
    def _forget_half_typed(connection: sqlite3.Connection, purpose: str, place: str) -> None:
        connection.execute(
            "DELETE FROM half_typed WHERE purpose = ? AND place = ?", (purpose, place)
        )

    def half_typed(self) -> tuple[HalfTyped, ...]:
        with self._lent() as connection:
            rows = connection.execute(
                "SELECT purpose, place, text, at, seat FROM half_typed ORDER BY at"
            ).fetchall()
        return tuple(
            HalfTyped(purpose, place, text, datetime.fromisoformat(at))
            for purpose, place, text, at, seat in rows
            if not self._seat.is_anothers(seat)
        )

    # -- care ------------------------------------------------------------------------------

    def warm_up(self) -> None:
        """Loads what writing needs, so that the first act is as fast as the next."""
        self._projection.warm_up()
        self._copy = this_copy()
        self._seat.number  # noqa: B018 - takes the seat

    def back_up(self, path: Path) -> None:
        """A whole copy of the file at a path where none is yet, through SQLite itself:
        copying the file's bytes would drop the locks of this process."""
        with self._lent() as connection:
            connection.execute("VACUUM INTO ?", (str(path),))

    def damage(self) -> tuple[AgreementError, ...]:
        """What is wrong with the file, in words; empty where it is sound. Reads all of it."""
        with self._lent() as connection:
            return tuple(damage(connection, self._caught_up(connection)))

    def close(self) -> None:
        with self._lock:
            self._connection.close()
            self._seat.leave()


def _begins(entry: Entry) -> bool:
    """Whether an entry is the very beginning of the file, which no undo takes away."""
    return any(c.kind == "facts" and not c.field and c.before is None for c in entry.changes)


def open_file(path: Path) -> AgreementFile:
    """Opens an agreement file, bringing an older one to the present format.

    Raises FileError where it is missing, no agreement file, newer than this program or
    damaged; the file is as it was.
    """
    connection = connect(path)
    try:
        with faults_told(path):
            must_be_known(connection, path)
            migrate(connection, path)
        return AgreementFile(path, connection)
    except BaseException:
        connection.close()
        raise
