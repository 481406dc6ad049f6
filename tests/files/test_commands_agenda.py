"""Meetings ahead and their agendas as commands, in the JSON, and after a restart."""

from __future__ import annotations

import pytest

from tests.files.commanding import Desk


def planned(table: Desk) -> dict:
    (meeting,) = [own for own in table.shown()["meetings"] if own["state"] == "planned"]
    return meeting


def test_a_meeting_is_planned_changed_opened_and_found_again(table: Desk) -> None:
    told = table.do("plan-meeting", "--date", "2026-10-28", "--begins", "13:00")
    assert told.out.strip() == "Meeting planned: working group 1, 28 Oct 2026"
    meeting = planned(table)
    assert (meeting["number"], meeting["begins"]) == (1, "13.00")
    assert sum(item["minutes"] for item in meeting["agenda"]) == 120
    told = table.do("change-meeting", "1", "--place", "Raadhuis", "--chair", "Ria")
    assert told.out.strip() == "working group 1: place Raadhuis, chair Ria"
    table.do("open-meeting", "--date", "2026-10-28")
    (opened,) = table.shown()["meetings"]
    assert (opened["id"], opened["state"]) == (meeting["id"], "open")
    assert (opened["place"], opened["chair"]) == ("Raadhuis", "Ria")
    assert opened["agenda"] == meeting["agenda"]
    copy, again = table.folder / "kopie.toml", table.folder / "weer.pa"
    table.done("export", "toml", table.file, "-o", copy)
    table.done("restore", copy, again)
    assert table.done("show", again, "--json").json == table.shown()


def test_items_come_change_move_and_go(table: Desk) -> None:
    table.do("plan-meeting", "--date", "2026-10-28", "--empty")
    assert planned(table)["agenda"] == []
    table.do("agenda-add", "Opening", "--minutes", "5")
    table.do("agenda-add", "--theme", "1", "--minutes", "20")
    table.do("agenda-add", "Open", "punten", "--list", "open", "--after", "1")
    table.do("agenda-add", "Slot", "--articles", "1.1")
    table.do("agenda-extend", "2")
    table.do("agenda-change", "1", "--title", "Welkom", "--minutes", "0")
    table.do("agenda-move", "4", "--after", "0")
    agenda = planned(table)["agenda"]
    every = [own["id"] for theme in table.shown()["themes"] for own in theme["articles"]]
    assert [(own["title"], own["minutes"], own["kind"]) for own in agenda] == [
        ("Slot", 0, "point"),
        ("Welkom", 0, "point"),
        ("Open punten", 5, "selection"),
        (agenda[3]["title"], 20, "theme"),
    ]
    assert agenda[0]["articles"] == [table.article("1.1")["id"]]
    assert agenda[2]["articles"] == every
    assert agenda[3]["articles"] == [
        own["id"] for own in table.shown()["themes"][0]["articles"]
    ]
    table.do("agenda-drop", agenda[2]["id"])
    assert len(planned(table)["agenda"]) == 3
    table.do("undo")
    assert len(planned(table)["agenda"]) == 4
    assert "Off the agenda: “Open punten”" in table.done("history", table.file).out


def test_calling_off_and_taking_that_back(table: Desk) -> None:
    table.do("plan-meeting", "--date", "2026-10-28")
    before = planned(table)
    table.do("cancel-meeting", "1")
    assert table.shown()["meetings"] == []
    table.do("undo")
    assert planned(table) == before


def test_a_written_round_has_its_term(table: Desk) -> None:
    table.do("plan-meeting", "--kind", "written", "--date", "2026-10-01")
    calendar = table.done("export", "calendar", table.file, "--format", "csv").out
    assert calendar
    table.do("change-meeting", "--answer-by", "2026-10-20")
    agenda = table.done("export", "agenda", table.file, "--format", "md")
    path = next(table.folder.glob("*.md"), None)
    words = path.read_text(encoding="utf-8") if path else agenda.out
    assert "reacties uiterlijk 20 oktober 2026 12.00 uur" in words


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (("plan-meeting", "--begins", "25.00"), "not a time"),
        (("agenda-change", "1", "--minutes", "veel"), "must be a whole number"),
        (("agenda-add",), "needs a title"),
        (("cancel-meeting", "7"), "no meeting 7 ahead"),
        (("agenda-add", "x", "--list", "rood"), "coming_back"),
        (("change-meeting",), "Nothing is given"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(table: Desk, act, words) -> None:
    table.do("plan-meeting", "--date", "2026-10-28")
    answer = table("do", table.file, *act)
    assert answer.code == 2
    assert words in answer.err
    assert len(answer.err.splitlines()) == 1
