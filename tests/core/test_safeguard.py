"""When a copy of the table's state is due."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from pa_tui.domain.meetings import Meeting, MeetingKind, MeetingState
from pa_tui.safeguard import EVERY, Safeguard, begin_copy

NOON = datetime(2026, 9, 15, 12, 0)
SOON = timedelta(seconds=30)


def meeting(key: str = "m") -> Meeting:
    day = date(2026, 9, 15)
    return Meeting(key, "a", MeetingKind.WORKING_GROUP, 2, day, state=MeetingState.OPEN)


def test_a_copy_is_due_at_the_opening_and_every_ten_minutes() -> None:
    made: list[int] = []
    guard = Safeguard(lambda: made.append(1))
    assert not guard.look(None, NOON)
    assert guard.look(meeting(), NOON)
    assert not guard.look(meeting(), NOON + SOON)
    assert guard.look(meeting(), NOON + EVERY)
    assert len(made) == 2


def test_the_next_meeting_begins_with_a_copy_of_its_own() -> None:
    made: list[int] = []
    guard = Safeguard(lambda: made.append(1))
    guard.look(meeting(), NOON)
    assert guard.look(meeting("another"), NOON + SOON)
    assert not guard.look(None, NOON + 2 * SOON)
    assert guard.look(meeting("another"), NOON + 3 * SOON)
    assert len(made) == 3


def test_no_copy_is_begun_where_the_settings_want_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[tuple[str, ...]] = []
    monkeypatch.setattr("subprocess.Popen", lambda command, **_: begun.append(command))
    begin_copy(tmp_path / "a.pa", "-")
    assert begun == []
    begin_copy(tmp_path / "a.pa", "")
    begin_copy(tmp_path / "a.pa", str(tmp_path / "usb"))
    assert [command[7] for command in begun] == [
        str(tmp_path / "a-noodkopie.docx"),
        str(tmp_path / "usb" / "a-noodkopie.docx"),
    ]
