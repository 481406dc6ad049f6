"""Two windows in real terminals: the chair's, and that of the room."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import storage
from pa_tui.edits import Moment, OpenMeeting, TakeNote
from tests.keys.test_walk_terminal import LEAVES_FULL_SCREEN, Terminal, file
from tests.samples import TODAY

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

__all__ = ["file"]


@pytest.fixture
def meeting(file: Path) -> Path:
    opened = storage.open_file(file)
    opened.commit(OpenMeeting(number=2), Moment.of(TODAY, "Noor"))
    opened.commit(TakeNote("vertrouwelijk", "1.1"), Moment.of(TODAY, "Noor"))
    opened.close()
    return file


def test_the_room_follows_the_chair(meeting: Path, tmp_path: Path) -> None:
    room = Terminal(meeting, tmp_path, "beamer")
    assert room.shows("Betaalbaar wonen")
    chair = Terminal(meeting, tmp_path)
    assert chair.shows("vertrouwelijk")
    chair.press("\x1b[H")
    assert room.shows("1.1  Huurverhoging")
    chair.press("a")
    assert room.shows("✓ voorlopig akkoord")
    chair.press("nhalf getypt")
    assert chair.shows("notitie ▸ half getypt")
    chair.press("\r")
    assert chair.shows("Notitie bij 1.1: half getypt")
    chair.press("\x1b[B")
    assert room.shows("1.2  Starters met voorrang")
    chair.press("z")
    assert room.shows("stilgezet om")
    assert chair.shows("zaal: stilgezet")
    chair.press("z")
    assert room.shows("Pauze")
    chair.press("z")
    assert room.shows("1.2  Starters met voorrang")
    chair.kill()
    assert room.shows("stand van")
    again = Terminal(meeting, tmp_path)
    assert again.shows("1.2 · ")
    assert room.shows("1.2  Starters met voorrang")
    again.kill()
    meeting.rename(meeting.with_suffix(".weg"))
    room.press("\x1b[Bx?:q")
    assert room.ends() == 0
    assert LEAVES_FULL_SCREEN in room.bytes
    shown = room.bytes.decode("utf-8", "replace")
    assert "vertrouwelijk" not in shown
    assert "half getypt" not in shown
    assert meeting.name not in shown


def test_words_nobody_asked_for_change_nothing(meeting: Path, tmp_path: Path) -> None:
    chair = Terminal(meeting, tmp_path)
    assert chair.shows("vertrouwelijk")
    chair.press("\x1bOR")
    assert chair.shows("4 van 4 partijen")
    chair.press("xavier komt later")
    assert chair.shows("Niemand vroeg om woorden")
    chair.kill()
    opened = storage.open_file(meeting)
    assert all(own.state.is_here for own in opened.agreement.running_meeting.attendance)
    opened.close()


@pytest.mark.parametrize("name", ["niet-daar.pa", "map.pa", "tekst.pa"])
def test_what_is_no_agreement_is_refused_in_one_line(name: str, tmp_path: Path) -> None:
    (tmp_path / "map.pa").mkdir()
    (tmp_path / "tekst.pa").write_text("hallo")
    room = Terminal(tmp_path / name, tmp_path, "beamer")
    assert room.ends() == 2
    words = room.bytes.decode().replace("\r\n", "\n").removesuffix("\n")
    assert name in words
    assert "\n" not in words
    assert "\x1b" not in words
