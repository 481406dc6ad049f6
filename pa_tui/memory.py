"""A store that lives in memory: for trying things out and for tests without a file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.changes import Change
from pa_tui.edits.base import Edit, Moment, apply
from pa_tui.edits.structure import NameVersion
from pa_tui.errors import N_, NotAllowed
from pa_tui.history import (
    InTheWay,
    begins,
    must_not_cross,
    nothing_to_redo,
    nothing_to_undo,
    redoable,
    reversal,
    rewound,
    undoable,
)
from pa_tui.ports import Act, Entry, HalfTyped, Receipt


class MemoryStore:
    """A :class:`pa_tui.ports.Store` without a file."""

    def __init__(self, agreement: Agreement | None = None) -> None:
        self.path = Path("memory.pa")
        self.agreement = agreement or Agreement()
        self._journal: list[Entry] = []
        self._half_typed: dict[tuple[str, str], HalfTyped] = {}

    def commit(
        self, edit: Edit, moment: Moment, typed: tuple[str, str] | None = None
    ) -> Receipt:
        if typed is not None:
            self._half_typed.pop(typed, None)
        if isinstance(edit, NameVersion) and not edit.entry and self._journal:
            edit = replace(edit, entry=self._journal[-1].id)
        applied = apply(edit, self.agreement, moment)
        entry = self._entry(moment, Act.DO, applied.edit, applied.changes)
        if not applied.changes:
            return Receipt(entry, self.agreement)
        return self._keep(entry, applied.agreement)

    def undo(self, moment: Moment, *, confirmed: bool = False) -> Receipt:
        target = undoable(reversed(self._journal), lambda entry: True)
        if target is None or begins(target):
            raise nothing_to_undo()
        must_not_cross(target, self.agreement, confirmed=confirmed)
        return self._reverse(target, moment, Act.UNDO)

    def redo(self, moment: Moment) -> Receipt:
        target = redoable(reversed(self._journal), lambda entry: True)
        if target is None:
            raise nothing_to_redo()
        return self._reverse(target, moment, Act.REDO)

    def _reverse(self, target: Entry, moment: Moment, act: Act) -> Receipt:
        try:
            changes = reversal(target, self.agreement)
        except InTheWay as error:
            raise NotAllowed(N_("A later act changed the same thing.")) from error
        entry = self._entry(moment, act, target.edit, changes, target.of)
        return self._keep(entry, self.agreement.with_changes(changes))

    def _entry(
        self, moment: Moment, act: Act, edit: Edit, changes: tuple[Change, ...], of: str = ""
    ) -> Entry:
        meeting = self.agreement.running_meeting
        return Entry(
            moment.seed.hex,
            "memory",
            len(self._journal) + 1,
            1,
            moment.at,
            moment.by,
            act,
            of or moment.seed.hex,
            edit,
            changes,
            meeting.id if meeting else None,
        )

    def _keep(self, entry: Entry, agreement: Agreement) -> Receipt:
        self._journal.append(entry)
        self.agreement = agreement
        return Receipt(entry, agreement)

    def refresh(self) -> Agreement | None:
        return None

    def entries(self, *, newest_first: bool = False) -> Iterable[Entry]:
        return tuple(reversed(self._journal)) if newest_first else tuple(self._journal)

    def as_of(self, entry: str) -> Agreement:
        ids = [own.id for own in self._journal]
        later = self._journal[ids.index(entry) + 1 :] if entry in ids else self._journal
        return rewound(self.agreement, reversed(later))

    def keep_half_typed(self, purpose: str, place: str, text: str) -> None:
        self._half_typed.pop((purpose, place), None)
        if text:
            self._half_typed[purpose, place] = HalfTyped(purpose, place, text, datetime.min)

    def half_typed(self) -> tuple[HalfTyped, ...]:
        return tuple(self._half_typed.values())

    def close(self) -> None:
        self._half_typed.clear()
