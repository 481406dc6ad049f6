"""The first screen: recent files, opening by a path, a new agreement, importing."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.parties import Role
from pa_tui.errors import N_, FileError
from pa_tui.memory import MemoryStore
from pa_tui.reading.lines import Document
from pa_tui.services import Services
from pa_tui.workspace import Workspace
from screens.start.beginning import beginning_from, file_for, parties_from, title_for
from screens.start.folder import AGREEMENT, completed, files_in, listed
from storage.sources import read_document
from tests.keys.seeing import SIZES, seeing
from tests.samples import TODAY, agreement, done

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
PRESS = """# Persbericht

Vandaag ondertekenden gemeente en corporaties de prestatieafspraken.

Noot voor de redactie: voor meer informatie belt u de afdeling communicatie.
"""


class House:
    """Opens, makes and reads without a file, and remembers what it was asked."""

    def __init__(self) -> None:
        self.opened: list[Path] = []
        self.made: list[tuple[Path, object]] = []
        self.refuses = False
        self.recent: tuple[Path, ...] = ()
        self.wait: threading.Event | None = None
        self.stopped: list[bool] = []
        self.source = SOURCE

    def workspace(self, value: Agreement, path: Path) -> Workspace:
        if self.refuses:
            raise FileError(N_("“{file}” is no agreement file."), file=path.name)
        store = MemoryStore(value)
        store.path = path
        return Workspace(store, lambda: TODAY, "Noor")

    def open(self, path: Path) -> Workspace:
        self.opened.append(path)
        return self.workspace(agreement(), path)

    def create(self, path: Path, edit) -> Workspace:
        self.made.append((path, edit))
        return self.workspace(done(Agreement(), edit), path)

    def read(self, path: Path, *, progress) -> Document:
        progress(1, 2)
        if self.wait is not None:
            self.wait.wait(5)
        self.stopped.append(not progress(2, 2))
        source = path.with_suffix(".md")
        source.write_text(self.source, encoding="utf-8")
        return read_document(source, progress=progress)

    def services(self) -> Services:
        return Services(
            open_file=self.open,
            create_file=self.create,
            read_document=self.read,
            recent=lambda: self.recent,
            now=lambda: datetime(2026, 9, 15, 14, 0),
        )


@pytest.fixture
def house(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return House()


def start(house, size=(120, 40)):
    return seeing("start", None, size, services=house.services())


async def settle(table):
    await table.app.workers.wait_for_complete()
    await table.pilot.pause()
    await table.app.workers.wait_for_complete()
    await table.pilot.pause()


@pytest.mark.parametrize("size", SIZES)
async def test_the_first_screen_says_what_can_be_begun(house, size):
    async with start(house, size) as table:
        assert table.shows("pa-tui")
        for words in ("o open a file", "n new", "i import"):
            assert table.shows(words)
        assert "F2" not in table.screen
        assert "Recent" not in table.screen


async def test_enter_opens_the_latest_file(house, tmp_path):
    house.recent = (tmp_path / "rietbeek-2027.pa", tmp_path / "rietbeek-2026.pa")
    async with start(house) as table:
        await table.press("enter")
        await settle(table)
        assert house.opened == [tmp_path / "rietbeek-2027.pa"]
        assert table.app.current_mode == "overview"
        assert table.shows("1 Betaalbaar wonen")


async def test_a_digit_opens_that_recent_file(house, tmp_path):
    house.recent = (tmp_path / "a.pa", tmp_path / "b.pa")
    async with start(house) as table:
        await table.press("2")
        await settle(table)
        assert house.opened == [tmp_path / "b.pa"]


async def test_the_files_of_this_folder_are_offered(house, tmp_path):
    (tmp_path / "afspraken.pa").touch()
    (tmp_path / "brief.docx").touch()
    async with start(house) as table:
        assert table.shows("afspraken.pa")
        assert "brief.docx" not in table.screen
        await table.press("enter")
        await settle(table)
        assert house.opened == [tmp_path / "afspraken.pa"]


async def test_a_path_is_completed_with_tab(house, tmp_path):
    folder = tmp_path / "wonen"
    folder.mkdir()
    (folder / "rietbeek-2027.pa").touch()
    (folder / "rietbeek.docx").touch()
    async with start(house) as table:
        await table.press("o", "w", "tab")
        assert table.shows("rietbeek-2027.pa")
        assert "rietbeek.docx" not in table.screen
        await table.press("r", "tab", "enter")
        await settle(table)
        assert house.opened == [Path("wonen/rietbeek-2027.pa")]


async def test_a_file_that_cannot_be_opened_is_one_clear_line(house, tmp_path):
    house.refuses = True
    house.recent = (tmp_path / "kapot.pa",)
    async with start(house) as table:
        await table.press("enter")
        await settle(table)
        assert table.said == "“kapot.pa” is no agreement file."
        assert table.app.current_mode == "start"
        assert table.shows("i import")


async def test_a_long_reason_is_read_whole(house, tmp_path):
    reason = "“{file}” cannot be opened, because " + "the share is not there, " * 4 + "so wait."

    def refuse(path: Path) -> Workspace:
        raise FileError(reason, file=path.name)

    house.recent = (tmp_path / "a.pa",)
    services = replace(house.services(), open_file=refuse)
    async with seeing("start", None, (80, 24), services=services) as table:
        await table.press("enter")
        await settle(table)
        words = " ".join(" ".join(row.split()) for row in table.rows[-2:])
        assert words == reason.replace("{file}", "a.pa")
        await table.press("o", "escape", "n")
        assert table.shows("enter make the file")


async def test_escape_drops_the_path_and_shows_the_files_again(house):
    async with start(house) as table:
        await table.press("o", "x", "escape")
        assert table.shows("Begin")
        assert house.opened == []


# -- new --------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
async def test_a_new_agreement_from_a_few_lines(house, tmp_path, size):
    async with start(house, size) as table:
        await table.press("n")
        await table.type("Rietbeek")
        assert table.shows("Title Prestatieafspraken Rietbeek 2027")
        assert table.shows("File prestatieafspraken-rietbeek-2027.pa")
        await table.press("tab")
        await table.type("Beekwonen, De Goede Haard")
        await table.press("down")
        await table.enter("HBR")
        await settle(table)
        path, edit = house.made[0]
        assert path == tmp_path / "prestatieafspraken-rietbeek-2027.pa"
        assert edit.facts.year == 2027
        assert [(p.id, p.short, p.role) for p in edit.entities] == [
            ("rietbeek", "Gemeente", Role.MUNICIPALITY),
            ("beekwonen", "Beekwonen", Role.CORPORATION),
            ("de-goede-haard", "De Goede Haard", Role.CORPORATION),
            ("hbr", "HBR", Role.TENANTS),
        ]
        assert table.shows("There are no themes and articles in this file yet.")


async def test_a_title_that_was_typed_stays(house):
    async with start(house) as table:
        await table.press("n", "down", "down", "down", "down", "ctrl+u")
        await table.type("Woonafspraken")
        await table.press("home")
        for _ in range(4):
            await table.press("up")
        await table.type("Rietbeek")
        assert table.shows("Title Woonafspraken")


async def test_a_year_that_is_none_makes_nothing(house):
    async with start(house) as table:
        await table.press("n", "up", "up", "up", "ctrl+u")
        await table.enter("volgend jaar")
        assert house.made == []
        assert table.said == "“volgend jaar” is not a year for an agreement."


def test_several_municipalities_keep_their_names():
    values = {"municipality": "Rietbeek, Gemeente Molenveen", "corporations": "", "tenants": ""}
    assert [(p.id, p.short, p.name) for p in parties_from(values)] == [
        ("rietbeek", "Rietbeek", "Gemeente Rietbeek"),
        ("molenveen", "Molenveen", "Gemeente Molenveen"),
    ]


def test_title_and_file_follow_the_place():
    assert title_for("Gemeente Rietbeek", "2027") == "Prestatieafspraken Rietbeek 2027"
    assert file_for("’s-Heerenrietbeek", "2027") == (
        "prestatieafspraken-s-heerenrietbeek-2027.pa"
    )


def test_a_beginning_covers_its_calendar_year():
    values = dict.fromkeys(("municipality", "corporations", "tenants", "title", "file"), "")
    facts = beginning_from({**values, "year": "2028"}).facts
    assert (facts.title, facts.period_start.isoformat(), facts.period_end.isoformat()) == (
        "Prestatieafspraken 2028",
        "2028-01-01",
        "2028-12-31",
    )


# -- import -----------------------------------------------------------------------------------


async def read(table, name="afspraken-2026.txt"):
    await table.press("i")
    await table.enter(name)
    await settle(table)


@pytest.mark.parametrize("size", SIZES)
async def test_what_was_read_comes_up_for_review_before_a_file_is_made(house, size):
    async with start(house, size) as table:
        await read(table)
        assert house.made == []
        assert table.app.current_mode == "review"
        assert table.shows("5 articles in 2 themes")
        assert table.said == "enter makes afspraken-2026.pa"


async def test_enter_makes_the_file_beside_its_source(house, tmp_path):
    async with start(house) as table:
        await read(table)
        await table.press("enter")
        await settle(table)
        assert [path for path, _ in house.made] == [Path("afspraken-2026.pa")]
        assert table.app.current_mode == "overview"
        assert table.shows("1 Betaalbaar wonen")


async def test_a_file_that_is_there_is_kept(house, tmp_path):
    (tmp_path / "afspraken-2026.pa").touch()
    async with start(house) as table:
        await read(table)
        assert table.said == "enter makes afspraken-2026-2.pa"
        await table.press("enter")
        await settle(table)
        assert [path for path, _ in house.made] == [Path("afspraken-2026-2.pa")]


async def test_escape_makes_nothing(house):
    async with start(house) as table:
        await read(table)
        await table.press("escape")
        assert table.shows("drop what was read of afspraken-2026.txt?")
        await table.press("n")
        assert table.app.current_mode == "review"
        await table.press("escape", "y")
        await settle(table)
        assert house.made == []
        assert table.shows("Begin")


async def test_reading_shows_how_far_it_is_and_can_be_stopped(house):
    house.wait = threading.Event()
    async with start(house) as table:
        await table.press("i")
        await table.enter("afspraken-2026.txt")
        while "50%" not in table.screen:
            await table.pilot.pause()
        assert table.shows("reading the document (1/2)")
        await table.press("escape")
        assert table.said == "Stopped; nothing was made"
        house.wait.set()
        await settle(table)
        assert house.stopped == [True]
        assert table.shows("Begin")


async def test_a_document_that_cannot_be_read_says_why(house):
    def broken(path, *, progress):
        raise FileError(N_("There is no file “{file}”."), file=str(path))

    services = Services(read_document=broken)
    async with seeing("start", None, services=services) as table:
        await read(table, "weg.docx")
        assert table.said == "There is no file “weg.docx”."
        assert table.shows("Begin")


async def test_what_is_no_agreement_is_read_only_if_somebody_says_so(house):
    house.source = PRESS
    async with start(house) as table:
        await read(table, "bericht.txt")
        assert "bericht.txt does not look like prestatieafspraken" in table.screen
        assert "y yes, read it all the same · n no" in table.screen
        await table.press("y")
        await settle(table)
        assert table.app.current_mode == "review"
        assert table.said == "enter makes bericht.pa"


# -- folders ----------------------------------------------------------------------------------


def test_names_are_completed_as_far_as_they_are_certain(tmp_path):
    for name in ("Rietbeek-2026.pa", "rietbeek-2027.pa", "anders.docx", ".geheim.pa"):
        (tmp_path / name).touch()
    (tmp_path / "map").mkdir()
    base = f"{tmp_path}/"
    assert completed(f"{base}rie", AGREEMENT).casefold() == f"{base}rietbeek-202".casefold()
    assert completed(f"{base}rietbeek-2027", AGREEMENT) == f"{base}rietbeek-2027.pa"
    assert completed(f"{base}m", AGREEMENT) == f"{base}map/"
    assert completed(f"{base}anders", AGREEMENT) == f"{base}anders"
    assert listed(base, AGREEMENT) == ["map/", "Rietbeek-2026.pa", "rietbeek-2027.pa"]
    assert listed(f"{base}weg/", AGREEMENT) == []


def test_files_of_a_folder_that_is_not_there_are_none(tmp_path):
    assert files_in(tmp_path / "weg", ".pa", 5) == []
