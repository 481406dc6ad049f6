"""The main job by keys alone, over real files: last year's document in, a meeting, papers
out, and all of it still there the next morning."""

from __future__ import annotations

import sqlite3
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from docx import Document as WordDocument

from pa_tui.__main__ import build
from pa_tui.domain.decisions import Outcome
from pa_tui.domain.meetings import MeetingState
from pa_tui.language import speak
from tests.keys.walking import Table

SOURCE = """# Prestatieafspraken Rietbeek 2026

Gemeente Rietbeek, Stichting Beekwonen en Huurdersbelang Rietbeek (HBR) maken voor 2026 de
volgende prestatieafspraken.

## 1 Betaalbaar wonen

1.1 Beekwonen verhoogt de huren in 2026 met gemiddeld 3%.

1.2 De gemeente onderzoekt vóór 1 juli 2026 de woonlasten van huurders.

1.3 Beekwonen biedt huurders met schulden een betalingsregeling aan.

## 2 Genoeg woningen

2.1 Beekwonen bouwt in 2026 veertig woningen aan de Molenweg.

2.2 De gemeente wijst vóór 1 oktober 2026 een locatie aan voor tijdelijke woningen.
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PA_TUI_SETTINGS", str(tmp_path / "settings.toml"))
    return tmp_path


@asynccontextmanager
async def running(path=None, size=(120, 40)):
    """The whole program over real files, as the doorbell wires it."""
    house = build(path, "en")
    try:
        async with house.app.run_test(size=size) as pilot:
            await pilot.pause()
            yield Table(house.app, pilot, None)
            await settle(Table(house.app, pilot, None))
    finally:
        house.put_away()
        speak("nl")


async def settle(table):
    """Waits until reading, writing and storing are done and shown."""
    for _ in range(3):
        await table.app.workers.wait_for_complete()
        if table.app.workspace is not None:
            table.app.workspace._runner.submit(lambda: None).result(10)
        await table.pilot.pause()


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_from_last_years_document_to_minutes_and_draft(folder, size):
    (folder / "afspraken-2026.md").write_text(SOURCE, encoding="utf-8")
    async with running(size=size) as table:
        await table.press("i")
        await table.type("afs")
        await table.press("tab", "enter")
        await settle(table)
        assert table.shows("5 articles in 2 themes")
        await table.press("enter")
        await settle(table)
        assert (folder / "afspraken-2026.pa").is_file()
        assert table.shows("2 Genoeg woningen")

        await table.press("f3", "enter", "enter")
        await settle(table)
        assert table.agreement.running_meeting is not None
        await table.press("3", "k")

        await table.press("f2", "a", "down", "a")
        await settle(table)
        first, second, *_ = table.agreement.order.flat
        assert table.agreement.lines[first].outcome is Outcome.AGREED
        assert table.agreement.lines[second].outcome is Outcome.AGREED

        await table.press("f3", "S")
        assert table.shows("Still undecided 3")
        await table.press("enter")
        await settle(table)
        assert table.agreement.ordered_meetings[0].state is MeetingState.CLOSED
        await table.press("p")
        await settle(table)
        assert table.said.startswith("5 papers written in ")
        day = table.agreement.ordered_meetings[0].date

    assert {path.name for path in folder.glob("*.docx")} == {
        "afspraken-2026-actielijst.docx",
        "afspraken-2026-concept-1.docx",
        "afspraken-2026-concept-1-wijzigingen-sinds-opening-wg1.docx",
        f"afspraken-2026-verslag-wg1-{day}.docx",
    }
    minutes = (folder / f"afspraken-2026-verslag-wg1-{day}.md").read_text(encoding="utf-8")
    assert "voorlopig akkoord" in minutes
    assert "HBR" in minutes
    words = words_of(folder / "afspraken-2026-concept-1.docx")
    assert "veertig woningen aan de Molenweg" in words
    assert "Betaalbaar wonen" in words


def words_of(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in WordDocument(str(path)).paragraphs)


async def test_the_next_morning_everything_is_still_there(folder):
    (folder / "afspraken-2026.md").write_text(SOURCE, encoding="utf-8")
    async with running() as table:
        await table.press("i")
        await table.enter("afspraken-2026.md")
        await settle(table)
        await table.press("enter")
        await settle(table)
        await table.press("f3", "enter", "enter")
        await settle(table)
        await table.press("f2", "a")
        await settle(table)

    async with running() as table:
        assert table.shows("afspraken-2026.pa")
        await table.press("enter")
        await settle(table)
        assert table.shows("working group 1")
        assert table.agreement.running_meeting is not None
        await table.press("f2", "u", "y")
        await settle(table)
        assert table.agreement.lines[table.agreement.order.flat[0]].outcome is None


async def test_a_new_agreement_is_a_file_at_once(folder):
    async with running() as table:
        await table.press("n")
        await table.type("Rietbeek")
        await table.press("down")
        await table.type("Beekwonen")
        await table.press("down")
        await table.enter("HBR")
        await settle(table)
        made = next(folder.glob("prestatieafspraken-rietbeek-*.pa"))
        assert [party.short for party in table.agreement.ordered_parties] == [
            "Gemeente",
            "Beekwonen",
            "HBR",
        ]
    assert sqlite3.connect(made).execute("PRAGMA integrity_check").fetchone() == ("ok",)


async def test_another_file_comes_in_place_of_the_one_on_the_table(folder):
    async with running() as table:
        await table.press("n")
        await table.enter("Rietbeek")
        await settle(table)
        first = table.app.workspace.store.path
        await table.press("f3", "enter", "enter")
        await settle(table)
        assert table.agreement.running_meeting is not None
        await table.press("ctrl+o", "n")
        await table.enter("Molenveen")
        await settle(table)
        assert table.shows("Prestatieafspraken Molenveen")
        assert table.agreement.running_meeting is None
        await table.press("f3")
        assert table.shows("Open or plan a meeting")
        await table.press("ctrl+o", "2")
        await settle(table)
        assert table.app.workspace.store.path == first
        assert table.agreement.running_meeting is not None
        await table.press("f3")
        assert table.shows("At the table")


async def test_a_file_that_is_no_agreement_is_refused_and_left_alone(folder):
    broken = folder / "notulen.pa"
    broken.write_text("dit is geen database", encoding="utf-8")
    async with running() as table:
        await table.press("enter")
        await settle(table)
        assert table.app.workspace is None
        assert "notulen.pa" in table.said
    assert broken.read_text(encoding="utf-8") == "dit is geen database"


async def test_colours_and_language_are_kept_for_the_next_time(folder):
    async with running() as table:
        await table.press("ctrl+p")
        await table.enter("high contrast")
        await table.press("ctrl+p")
        await table.enter("Nederlands")
        await settle(table)
    assert 'theme = "contrast"' in (folder / "settings.toml").read_text(encoding="utf-8")
    assert 'language = "nl"' in (folder / "settings.toml").read_text(encoding="utf-8")
