"""One agreement file: a SQLite database that a :class:`pa_tui.ports.Store` writes in."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from pa_tui import edits
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.changes import Change
from pa_tui.edits import Edit, Moment, apply
from pa_tui.errors import N_, AgreementError, NotAllowed
from pa_tui.history import (
    InTheWay,
    begins,
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
from storage.connection import connect, connect_reader, faults_told, pragma
from storage.migrations import migrate, must_be_known, must_be_present
from storage.projection import Projection
from storage.seats import Seat, this_copy
from storage.sharing import SharedConnection
from storage.shelves import FileShelves
from storage.soundness import damage


class AgreementFile:
    """An open agreement file.

    One connection writes; another one reads the articles that nobody looked at yet, so that
    looking never waits for a write that is under way.
    """

    def __init__(
        self, path: Path, writer: sqlite3.Connection, reader: sqlite3.Connection
    ) -> None:
        self.path = path
        self._file = SharedConnection(writer, path)
        self._reader = SharedConnection(reader, path)
        self._seat = Seat(path)
        self._copy = this_copy()
        self._projection = Projection(writer)
        self._shelves = FileShelves(self._reader.lent)
        with self._file.snapshot() as connection:
            self._place = journal.last_place(connection)
            self._data_version = pragma(connection, "data_version")
            self.agreement: Agreement = self._shelves.agreement(connection)
        self._told = self.agreement

    # -- writing ------------------------------------------------------------------------

    def commit(
        self, edit: Edit, moment: Moment, typed: tuple[str, str] | None = None
    ) -> Receipt:
        with self._transaction() as connection:
            base = self.agreement
            if isinstance(edit, edits.NameVersion) and not edit.entry:
                edit = replace(edit, entry=journal.last_id(connection))
            applied = apply(edit, base, moment)
            if typed is not None:
                self._forget_half_typed(connection, *typed)
            entry = self._entry(moment, Act.DO, applied.edit, applied.changes)
            if not applied.changes:
                return Receipt(entry, base)
            return self._keep(entry, applied.agreement)

    def undo(self, moment: Moment, *, confirmed: bool = False) -> Receipt:
        with self._transaction() as connection:
            target = undoable(_entries_back(connection), self._mine())
            if target is None or begins(target):
                raise nothing_to_undo()
            must_not_cross(target, self.agreement, confirmed=confirmed)
            return self._turn(connection, target, moment, Act.UNDO)

    def redo(self, moment: Moment) -> Receipt:
        with self._transaction() as connection:
            target = redoable(_entries_back(connection), self._mine())
            if target is None:
                raise nothing_to_redo()
            return self._turn(connection, target, moment, Act.REDO)

    def _turn(
        self, connection: sqlite3.Connection, target: Entry, moment: Moment, act: Act
    ) -> Receipt:
        try:
            changes = reversal(target, self.agreement)
        except InTheWay as error:
            raise _stands_in_the_way(connection, target, error.change) from error
        entry = self._entry(moment, act, target.edit, changes, target.of)
        return self._keep(entry, self.agreement.with_changes(changes))

    def _mine(self) -> Callable[[Entry], bool]:
        """Tells the acts of this window, and of windows here that are gone, from those of
        other windows and other people's copies."""
        anothers: dict[int, bool] = {}

        def is_mine(entry: Entry) -> bool:
            if entry.seat not in anothers:
                anothers[entry.seat] = self._seat.is_anothers(entry.seat)
            return entry.copy == self._copy and not anothers[entry.seat]

        return is_mine

    def _entry(
        self,
        moment: Moment,
        act: Act,
        edit: Edit,
        changes: tuple[Change, ...],
        of: str | None = None,
    ) -> Entry:
        meeting = self.agreement.running_meeting
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
        """One durable transaction on the newest state. If it fails, what other windows wrote
        stays known and the rest is as it was."""
        with self._file.writing() as connection:
            self._catch_up(connection)
            place, agreement = self._place, self.agreement
            try:
                yield connection
            except BaseException:
                self._place, self.agreement = place, agreement
                raise

    # -- reading ------------------------------------------------------------------------

    def refresh(self) -> Agreement | None:
        with self._file.lent() as connection:
            version = pragma(connection, "data_version")
        if version != self._data_version:
            with self._file.snapshot() as connection:
                self._catch_up(connection)
            self._data_version = version
        if self.agreement is self._told:
            return None
        self._told = self.agreement
        return self.agreement

    def _catch_up(self, connection: sqlite3.Connection) -> None:
        """Takes in the entries that other windows added since; nobody may write meanwhile."""
        newer = list(journal.oldest_first(connection, self._place))
        if not newer:
            return
        entries = [kept.entry for kept in newer]
        self._shelves.pin(entries, self.agreement)
        agreement = self.agreement
        for entry in entries:
            agreement = agreement.with_changes(entry.changes)
        self.agreement = agreement
        self._place = newer[-1].seq

    def entries(self, *, newest_first: bool = False) -> Iterable[Entry]:
        with self._file.lent() as connection:
            if newest_first:
                return list(_entries_back(connection))
            return [kept.entry for kept in journal.oldest_first(connection)]

    def as_of(self, entry: str) -> Agreement:
        with self._file.snapshot() as connection:
            self._catch_up(connection)
            place = journal.place_of(connection, entry)
            if place is None:
                raise NotAllowed(
                    N_("That state is not in the history of {path}."), path=self.path
                )
            later = (kept.entry for kept in journal.newest_first(connection, place))
            return rewound(self.agreement, later)

    # -- what is being typed ---------------------------------------------------------------

    def keep_half_typed(self, purpose: str, place: str, text: str) -> None:
        with self._file.writing() as connection:
            self._forget_half_typed(connection, purpose, place)
            if text:
                connection.execute(
                    "INSERT INTO half_typed (purpose, place, seat, text, at) "
                    "VALUES (?, ?, ?, ?, ?)",
                    (purpose, place, self._seat.number, text, datetime.now().isoformat()),
                )

    def _forget_half_typed(
        self, connection: sqlite3.Connection, purpose: str, place: str
    ) -> None:
        """Forgets what was typed there in this window and in windows that are gone."""
        there = (purpose, place)
        seats = connection.execute(
            "SELECT seat FROM half_typed WHERE purpose = ? AND place = ?", there
        ).fetchall()
        for (seat,) in seats:
            if not self._seat.is_anothers(seat):
                connection.execute(
                    "DELETE FROM half_typed WHERE purpose = ? AND place = ? AND seat = ?",
                    (*there, seat),
                )

    def half_typed(self) -> tuple[HalfTyped, ...]:
        with self._file.lent() as connection:
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
        """Loads what writing needs and takes the seat, so that the first act is as fast as
        the next."""
        with self._file.lent():
            self._projection.warm_up()
            self._seat.take()

    def damage(self) -> tuple[AgreementError, ...]:
        """What is wrong with the file, in words; empty where it is sound. Reads all of it."""
        with self._file.snapshot() as connection:
            fresh = FileShelves(self._file.lent).agreement(connection)
            return tuple(damage(connection, fresh))

    def close(self) -> None:
        """Lets the file go, and the seat at it."""
        self._file.close()
        self._reader.close()
        self._seat.leave()


def _entries_back(connection: sqlite3.Connection) -> Iterator[Entry]:
    return (kept.entry for kept in journal.newest_first(connection))


def _stands_in_the_way(
    connection: sqlite3.Connection, target: Entry, change: Change
) -> NotAllowed:
    later = next((e for e in _entries_back(connection) if touches(e, change)), target)
    return NotAllowed(
        N_(
            "{by} changed the same thing at {time} since. Take that back first, or change it "
            "anew."
        ),
        by=later.by or "?",
        time=f"{later.at:%H.%M}",
    )


def open_file(path: Path) -> AgreementFile:
    """Opens an agreement file, bringing an older one to the present format.

    Raises FileError where it is missing, no agreement file, newer than this program or
    damaged; the file is as it was.
    """
    writer = connect(path)
    try:
        with faults_told(path):
            must_be_known(writer, path)
            migrate(writer, path)
            return AgreementFile(path, writer, connect_reader(path))
    except BaseException:
        writer.close()
        raise


def watch_file(path: Path) -> AgreementFile:
    """Opens an agreement file for somebody who only looks on: it takes no seat and cannot be
    written, also where it is read-only itself.

    Raises FileError as :func:`open_file` does, and where an older program wrote the file.
    """
    reader = connect_reader(path)
    try:
        with faults_told(path):
            must_be_known(reader, path)
            must_be_present(reader, path)
            reader.execute(f"PRAGMA busy_timeout={_PATIENCE}").close()
            return AgreementFile(path, reader, connect_reader(path))
    except BaseException:
        reader.close()
        raise


_PATIENCE = 300
"""Milliseconds an onlooker waits for a write to end; he looks again soon."""
