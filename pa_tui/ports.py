"""What the hub asks of the world outside: a store for one agreement file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, Protocol

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.changes import Change
from pa_tui.edits.base import Edit, Moment
from pa_tui.room import Sight


class Act(StrEnum):
    """What an entry of the journal is."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Entry:
    """One act in the journal: who did what when, and every field it changed.

    ``id`` is the same in every copy of the file; ``copy`` names the copy it was made in and
    ``clock`` is a logical clock over all copies. ``of`` is the id of the entry that an undo
    or redo is about (for a plain act its own id). ``meeting`` is the id of the meeting that
    was running. ``seat`` is the window it was made in (1 is the first on a file).
    """

    id: str
    copy: str
    clock: int
    seat: int
    at: datetime
    by: str
    act: Act
    of: str
    edit: Edit
    changes: tuple[Change, ...]
    meeting: str | None = None


class Receipt(NamedTuple):
    """A safely written entry and the agreement after it."""

    entry: Entry
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class HalfTyped:
    """Text somebody was typing: what it is for ("note", "text", ...), where, and the words."""

    purpose: str
    place: str
    text: str
    at: datetime


class Store(Protocol):
    """One agreement file. Every method that writes is one durable transaction; raises
    FileError and leaves the file as it was where that fails."""

    @property
    def path(self) -> Path:
        """The file."""

    @property
    def agreement(self) -> Agreement:
        """The agreement as this store last read or wrote it."""

    def commit(
        self, edit: Edit, moment: Moment, typed: tuple[str, str] | None = None
    ) -> Receipt:
        """Applies an edit to the newest state, whoever wrote it, and keeps it.

        ``typed`` are the purpose and place of the half-typed text that the edit was made of:
        it is forgotten in the same transaction.
        """

    def undo(self, moment: Moment, *, confirmed: bool = False) -> Receipt:
        """Takes back the last act of this seat (or of a window that is gone).

        Raises NotAllowed where there is nothing to take back or a later act stands in the
        way, NeedsConfirmation where it would reach behind a closed meeting.
        """

    def redo(self, moment: Moment) -> Receipt:
        """Brings back what was last taken back; raises NotAllowed where there is nothing."""

    def refresh(self) -> Agreement | None:
        """The agreement with what other windows wrote meanwhile; None where nothing is new."""

    def entries(self, *, newest_first: bool = False) -> Iterable[Entry]:
        """The journal."""

    def as_of(self, entry: str) -> Agreement:
        """The agreement as it was right after the entry of this id."""

    def keep_half_typed(self, purpose: str, place: str, text: str) -> None:
        """Keeps what is being typed; empty text forgets it."""

    def half_typed(self) -> tuple[HalfTyped, ...]:
        """What was being typed when a window went away, oldest first."""

    def close(self) -> None:
        """Lets the file go."""


class Clock(Protocol):
    """Tells the local time."""

    def __call__(self) -> datetime:
        """Now, in local time without zone, as people at the table read it."""


class Eyes(Protocol):
    """What the room's window looks with."""

    def see(self) -> Sight:
        """What the file holds now, and where the chair is; raises FileError."""

    def leave(self) -> None:
        """Looks no more."""
