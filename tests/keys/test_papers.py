"""The papers: what exists, how it reads, where it is written."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from pa_tui.domain.decisions import Outcome
from pa_tui.edits import SetInvolved
from pa_tui.edits.decision import RecordDecision
from pa_tui.edits.meeting import CloseMeeting
from pa_tui.edits.structure import NameVersion
from pa_tui.errors import NotFound
from pa_tui.memory import MemoryStore
from pa_tui.papers.blocks import (
    Cell,
    Heading,
    Item,
    Paper,
    Paragraph,
    Row,
    Signatures,
    Signing,
    Table,
    cell,
    header_row,
    words,
)
from pa_tui.papers.redline import tracked
from pa_tui.papers.registry import PAPERS
from pa_tui.services import Services
from pa_tui.workspace import Workspace
from screens.offers import Chosen, free_place, offers, place_of, the_draft
from screens.papers.grid import column_widths
from screens.papers.preview import preview
from screens.widgets.ink import width_of
from tests.keys.seeing import SIZES, seeing
from tests.samples import agreement, done, in_meeting

NOW = datetime(2026, 9, 15, 16, 2)


async def settle(table):
    await table.app.workers.wait_for_complete()
    await table.pilot.pause()


def closed():
    return done(in_meeting(), RecordDecision("1.1", Outcome.AGREED), CloseMeeting())


@pytest.mark.parametrize("size", SIZES)
async def test_the_papers_that_exist_are_listed_and_read(size):
    async with seeing("papers", closed(), size) as table:
        await settle(table)
        assert table.shows("Minutes working group 2, 15 Sep 2026")
        assert table.shows("Verslag werkgroep prestatieafspraken Rietbeek 2027")
        await table.press("down")
        await settle(table)
        assert table.shows("Draft agreement")
        assert table.shows("Prestatieafspraken Rietbeek 2027")
        assert not table.shows("Verslag werkgroep prestatieafspraken")


async def test_the_text_is_read_on_page_by_page():
    async with seeing("papers", closed(), (80, 24)) as table:
        await settle(table)
        first = table.screen
        await table.press("pagedown")
        assert table.screen != first
        await table.press("pageup")
        assert table.screen == first


async def test_enter_writes_it_beside_the_file_and_says_where(tmp_path):
    written = []

    def export(paper, path, form, *, force=False, **more):
        written.append((path.name, form, force))
        return path

    async with seeing("papers", closed(), services=Services(export=export)) as table:
        table.store.path = tmp_path / "rietbeek.pa"
        await table.press("enter")
        await settle(table)
        await table.press("down", "m")
        await settle(table)
        assert written == [
            ("rietbeek-verslag-wg2-2026-09-15.docx", "docx", False),
            ("rietbeek-concept.md", "md", False),
        ]
        assert table.said == f"Written: {tmp_path.resolve() / 'rietbeek-concept.md'}"


async def test_lists_become_worksheets_and_days_a_calendar(tmp_path):
    written = []

    def export(paper, path, form, *, force=False, **more):
        written.append(path.name)
        return path

    async with seeing("papers", closed(), services=Services(export=export)) as table:
        table.store.path = tmp_path / "rietbeek.pa"
        await table.press("x")
        assert table.said == "This paper can be written as: docx, md."
        keys = [offer.key for offer in offers(closed(), table.store)]
        await table.press(*["down"] * keys.index("actions"), "x")
        await settle(table)
        await table.press(*["down"] * (keys.index("calendar") - keys.index("actions")), "k")
        await settle(table)
        assert written == ["rietbeek-actielijst.xlsx", "rietbeek-termijnen.ics"]


def test_every_paper_is_offered():
    held = {offer.key.partition(":")[0] for offer in offers(closed())}
    listed = {name for name, kind in PAPERS.items() if kind.title}
    assert held == listed - {"redline"}


def test_changes_are_offered_since_a_version():
    table = Workspace(MemoryStore(agreement()), lambda: NOW, "Noor")
    table.perform(SetInvolved("1.2", ("hbr",)))
    table.perform(NameVersion("Concept 1"))
    found = {o.key: o for o in offers(table.agreement, table.store)}
    assert "Concept 1" in found["redline"].state
    assert "since" in found["redline"].options
    assert found["redline"].make(table.agreement, NOW).blocks
    assert found["concordance"].make(table.agreement, NOW).blocks
    since = Chosen(since="nergens")
    again = {o.key: o for o in offers(table.agreement, table.store, since)}
    with pytest.raises(NotFound):
        again["redline"].make(table.agreement, NOW)


async def test_without_a_meeting_there_is_a_draft_alone():
    async with seeing("papers", agreement()) as table:
        await settle(table)
        assert table.shows("Draft agreement")
        assert "Minutes" not in table.rows[2]


def test_a_paper_goes_beside_the_file_under_its_name():
    offer = the_draft(agreement())
    assert place_of(offer, Path("map") / "Rietbeek 2027 (werk).pa", "docx") == (
        Path("map") / "Rietbeek-2027-werk-concept.docx"
    )


def test_a_free_place_is_numbered_on(tmp_path):
    path = tmp_path / "verslag.docx"
    assert free_place(path) == path
    path.touch()
    (tmp_path / "verslag-2.docx").touch()
    assert free_place(path) == tmp_path / "verslag-3.docx"


def test_every_offer_can_be_made():
    value = closed()
    for offer in offers(value):
        assert offer.make(value, NOW).blocks


def text(paper, width=60):
    lines = preview(paper, width)
    assert all(width_of(line) <= width for line in lines)
    return "\n".join("".join(run.text for run in line).rstrip() for line in lines)


def test_a_table_keeps_its_columns_apart():
    rows = (
        header_row("Nr", "Actie"),
        Row((cell("A-001"), cell("een lange regel die niet in één rij van de tabel past"))),
        Row((Cell((words("samen"),), columns=2),)),
    )
    assert text(Paper("t", (Table(rows, widths=(1, 3)),)), 40).split("\n") == [
        "─" * 39,
        "Nr         Actie",
        "─" * 39,
        "A-001      een lange regel die niet in",
        "           één rij van de tabel past",
        "samen",
        "─" * 39,
    ]


def test_markup_in_a_paper_is_only_words():
    paper = Paper(
        "t",
        (
            Heading(1, words("[red]Kop[/]"), "1"),
            Paragraph(words("tekst [/x]\x1b[31m")),
            Item(words("punt"), "a."),
            Item(words("punt twee")),
            Signatures((Signing("Gemeente", "namens het college"),)),
        ),
    )
    assert text(paper).startswith("1 [red]Kop[/]\n\ntekst [/x][31m\n\na. punt\n• punt twee\n")


def test_short_columns_keep_their_longest_word_whole():
    rows = (Row((cell("WG1-01"), cell("ongewijzigd"), cell("een lange tekst " * 9))),)
    widths = column_widths(rows, (0.05, 0.1, 0.85), 3, 60)
    assert widths[:2] == [len("WG1-01"), len("ongewijzigd")]
    assert sum(widths) <= 56


def test_changes_in_a_paper_are_marked_in_the_preview():
    before = Paper("t", (Paragraph(words("acht woningen")), Item(words("weg")), table_of("a")))
    after = Paper("t", (Paragraph(words("twaalf woningen")), table_of("b")))
    lines = preview(tracked(before, after, "W", NOW), 40)
    inks = {run.text: run.ink for row in lines for run in row if run.text.strip()}
    assert (inks["acht"], inks["twaalf"]) == ("removed", "added")
    assert (inks["weg"], inks["a"], inks["b"]) == ("removed", "removed", "added")


def table_of(words):
    return Table((header_row("Kop"), Row((cell(words),))))
