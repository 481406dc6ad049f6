"""Minutes from the command line: their words, their versions, and what stays fixed."""

from __future__ import annotations

from pathlib import Path

import pytest

from pa_tui.edits import CorrectNote
from pa_tui.errors import NotAllowed
from tests.files.commanding import Desk, begin
from tests.store.filing import opened

OWN = "De vergadering is om vier uur gesloten."


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    desk = Desk(tmp_path, capsys)
    begin(desk)
    desk.do("open-meeting", "--number", "1", "--today", "2026-09-15")
    desk.do("decide", "1.1", "agreed")
    desk.do("note", "1.1", "De cijfers volgen")
    desk.do("close-meeting")
    return desk


def export(desk: Desk, *more: str, code: int = 0) -> str:
    answer = desk("export", "minutes", desk.file, "--force", "-o", desk.folder / "v.md", *more)
    assert answer.code == code, answer
    return (desk.folder / "v.md").read_text(encoding="utf-8")


def correct(desk: Desk, note: str, words: str) -> None:
    table = opened(desk.file)
    table.perform(CorrectNote(note, words))
    table.store.close()


def names(desk: Desk) -> list[str]:
    found = desk.done("minutes", desk.file, "--versions", "--json").json
    return [version["name"] for version in found]


def test_every_export_that_says_something_new_is_kept(desk: Desk) -> None:
    assert "No version" in desk.done("minutes", desk.file, "--versions").out
    first = export(desk)
    assert export(desk) == first
    assert names(desk) == ["Concept 1"]
    desk.do("reword", "closing", OWN)
    second = export(desk)
    assert names(desk) == ["Concept 1", "Concept 2"]
    assert OWN in second
    assert "Concept 2 · " in second
    assert desk.done("minutes", desk.file, "--version", "concept 1").out == first
    assert export(desk, "--version", "1") == first
    answer = desk.done("minutes", desk.file, "--version", "1", "--json").json
    assert answer == {"name": "Concept 1", "text": first}
    assert names(desk) == ["Concept 1", "Concept 2"]
    both = desk.done("minutes", desk.file, "--compare", "1", "--compare", "2").out
    assert "~~" in both
    assert "**" in both
    assert desk.done("minutes", desk.file, "--compare", "2").out == second


def test_undo_passes_by_what_went_out(desk: Desk) -> None:
    desk.do("reword", "closing", OWN)
    export(desk)
    assert "other words" in desk.do("undo").out
    assert names(desk) == ["Concept 1"]
    assert OWN not in desk.done("minutes", desk.file).out
    desk.do("redo")
    assert OWN in desk.done("minutes", desk.file).out


def test_a_conflict_is_told_and_the_secretary_chooses(desk: Desk) -> None:
    note = desk.shown()["meetings"][0]["notes"][0]
    place = f"note/{note['id']}"
    desk.do("reword", place, "Cijfers komen nog.")
    correct(desk, note["id"], "De cijfers volgen in oktober")
    answer = desk("export", "minutes", desk.file, "-o", desk.folder / "v.md")
    assert answer.code == 1
    assert "1 piece of the minutes has other words" in answer.err
    assert "Cijfers komen nog." in (desk.folder / "v.md").read_text(encoding="utf-8")
    told = desk("minutes", desk.file, "--pieces")
    assert told.code == 1
    assert f"! {place}  Cijfers komen nog." in told.out
    assert "now: De cijfers volgen in oktober." in told.out
    desk.do("reword", place, "--keep")
    assert "Cijfers komen nog." in desk.done("minutes", desk.file).out
    desk.do("drop-rewording", place)
    assert "De cijfers volgen in oktober." in desk.done("minutes", desk.file).out


def test_a_place_that_is_not_there_is_refused(desk: Desk) -> None:
    answer = desk("do", desk.file, "reword", "nergens", "x")
    assert answer.code == 2
    assert "no piece “nergens”" in answer.err


def test_adopted_minutes_are_fixed(desk: Desk) -> None:
    note = desk.shown()["meetings"][0]["notes"][0]
    desk.do("reword", "closing", OWN)
    desk.do("adopt-minutes", "1")
    with pytest.raises(NotAllowed, match="adopted and stay as they are"):
        correct(desk, note["id"], "Iets heel anders")
    desk.do("reopen", "1.1")
    adopted = export(desk)
    assert "De cijfers volgen." in adopted
    assert OWN in adopted
    assert "**Vastgesteld" in adopted
    assert names(desk) == ["Vastgesteld"]
    desk.do("open-meeting", "--number", "2")
    desk.do("decide", "1.1", "dropped")
    assert export(desk, "--meeting", "1") == adopted
    answer = desk("do", desk.file, "reword", "closing", "Anders", "--meeting", "1")
    assert answer.code == 2
    assert "are adopted and do not change any more" in answer.err


def test_adopted_with_changes_in_a_later_meeting_and_again_after_taking_back(
    desk: Desk,
) -> None:
    desk.do("open-meeting", "--number", "2", "--date", "2026-10-28")
    desk.do("adopt-minutes", "1", "--change", "bij 1.1 staat nu acht")
    told = "in de bijeenkomst van 28 oktober 2026, met de volgende wijzigingen: bij 1.1 staat"
    first = export(desk, "--meeting", "1")
    assert told in first
    later = desk.done("minutes", desk.file).out
    assert "wordt vastgesteld met de volgende wijzigingen: bij 1.1 staat nu acht." in later
    desk.do("undo")
    desk.do("adopt-minutes", "1", "--change", "bij 1.1 staat nu negen")
    assert "staat nu negen" in export(desk, "--meeting", "1")
    found = desk.done("minutes", desk.file, "--meeting", "1", "--versions", "--json").json
    assert [version["name"] for version in found] == ["Vastgesteld", "Vastgesteld (2)"]
    assert desk.done("minutes", desk.file, "--meeting", "1", "--version", "1").out == first


def test_minutes_of_a_running_meeting_are_no_version(desk: Desk) -> None:
    desk.do("open-meeting", "--number", "2")
    assert "Tussenstand" in export(desk)
    assert names(desk) == []


def test_without_a_meeting_there_are_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = Desk(tmp_path, capsys)
    begin(desk)
    for command in (("minutes", desk.file), ("export", "minutes", desk.file)):
        answer = desk(*command)
        assert answer.code == 2
        assert "There was no meeting yet" in answer.err


def test_versions_and_words_come_back_from_a_copy(desk: Desk) -> None:
    desk.do("reword", "closing", OWN)
    first = export(desk)
    copy = Path(desk.done("export", "toml", desk.file).out.strip())
    desk.done("restore", copy, desk.folder / "terug.pa")
    again = desk.done("minutes", desk.folder / "terug.pa", "--version", "1").out
    assert again == first
    assert OWN in desk.done("minutes", desk.folder / "terug.pa").out
