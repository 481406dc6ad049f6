"""Any acts in any order, in two windows, taken back and brought back: the file stays right."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

import storage
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.order import tallied
from pa_tui.edits.base import Moment, apply
from pa_tui.errors import AgreementError
from pa_tui.ports import Receipt
from storage.agreement_file import AgreementFile
from storage.toml_copy import toml_text
from storage.toml_restore import restore
from tests.store.anything import any_edit
from tests.store.filing import NOON, new_file

Held = dict[tuple[str, str], Any]


def held(agreement: Agreement) -> Held:
    """Every entity by kind and id."""
    return {(own.KIND, own.id): own for own in agreement.entities()}


def without_counters(found: Held) -> Held:
    counters = {"meeting": "decisions_taken", "facts": "actions_made"}
    return {
        key: replace(own, **{counters[key[0]]: 0}) if key[0] in counters else own
        for key, own in found.items()
    }


def is_right(agreement: Agreement) -> bool:
    """Whether lines and tallies are those the articles ask for."""
    counted = {theme: own for theme, own in agreement.tallies.items() if any(own)}
    every = (agreement.lines[key] == agreement.line_for(key) for key in agreement.order.flat)
    return counted == tallied(agreement.lines.values()) and all(every)


class Windows:
    """Two windows on a file, and a clock that goes on."""

    def __init__(self, path: Path, chance: Random) -> None:
        self.chance = chance
        self.files = [storage.open_file(path), storage.open_file(path)]
        self._minutes = count(1)

    def moment(self) -> Moment:
        minutes = next(self._minutes)
        return Moment(NOON + timedelta(hours=1, minutes=minutes), "Noor", UUID(int=minutes))

    def restart(self) -> None:
        """One of the windows is closed and opened again."""
        file = self.files.pop(self.chance.randrange(2))
        file.close()
        self.files.append(storage.open_file(file.path))

    def go_back(self, file: AgreementFile) -> None:
        turn = file.undo if self.chance.random() < 0.6 else file.redo
        with suppress(AgreementError):
            turn(self.moment())

    def act(self, file: AgreementFile) -> None:
        """An act does the same twice, in the file as on the screen, and undo and redo are
        exact."""
        before, moment = file.agreement, self.moment()
        edit = any_edit(self.chance, before)
        if hasattr(edit, "entry"):
            return  # a version gets the entry it names from the file
        try:
            shown = apply(edit, before, moment)
        except AgreementError:
            return
        was = held(before)
        assert apply(edit, before, moment).changes == shown.changes
        back = shown.agreement.with_changes(c.reversed() for c in reversed(shown.changes))
        assert held(back) == was
        receipt = file.commit(edit, moment)
        assert held(file.agreement) == held(shown.agreement)
        if shown.changes and not edit.GOES_OUT and self.chance.random() < 0.4:
            self._there_and_back(file, was, receipt)

    def _there_and_back(self, file: AgreementFile, was: Held, done: Receipt) -> None:
        try:
            undone = file.undo(self.moment(), confirmed=True)
        except AgreementError:  # what is adopted stays
            return
        if undone.entry.of == done.entry.id:
            assert without_counters(held(file.agreement)) == without_counters(was)
            file.redo(self.moment())
            assert held(file.agreement) == held(done.agreement)


@settings(deadline=None, max_examples=12)
@given(st.integers(0, 2**32))
def test_any_acts_leave_a_file_that_is_right(tmp_path_factory: Any, seed: int) -> None:
    chance = Random(seed)
    path = tmp_path_factory.mktemp("any") / "rietbeek.pa"
    new_file(path).store.close()
    windows = Windows(path, chance)
    for _ in range(60):
        if chance.random() < 0.03:
            windows.restart()
        file = chance.choice(windows.files)
        file.refresh()
        if chance.random() < 0.12:
            windows.go_back(file)
        else:
            windows.act(file)
        assert is_right(file.agreement)
    for file in windows.files:
        file.close()
    again = storage.open_file(path)
    assert again.damage() == ()
    replayed = Agreement()
    for entry in again.entries():
        replayed = replayed.with_changes(entry.changes)
    assert held(replayed) == held(again.agreement)
    copy = path.with_suffix(".toml")
    copy.write_text(toml_text(again), encoding="utf-8")
    restored = restore(copy, path.with_name("terug.pa"))
    assert held(restored.agreement) == held(again.agreement)
    assert list(restored.entries()) == list(again.entries())
    again.close()
    restored.close()
