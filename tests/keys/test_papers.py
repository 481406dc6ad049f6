"""The papers: what exists, how it reads, where it is written."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from threading import Event

import pytest

from pa_tui.domain.decisions import Outcome
from pa_tui.edits import AdoptMinutes, CorrectNote, Reword, SetInvolved, TakeNote
from pa_tui.edits.decision import RecordDecision
from pa_tui.edits.meeting import CloseMeeting
from pa_tui.edits.structure import NameVersion
from pa_tui.errors import N_, NotFound, Stopped
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
from pa_tui.papers.markdown import write_markdown
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


# -- words, versions, options -------------------------------------------------------------


def written(path):
    def export(paper, goal, form, *, force=False, stopped=lambda: False, **more):
        if stopped():
            raise Stopped(N_("Stopped. Nothing was written."))
        path.append((goal, form, write_markdown(paper), more))
        return goal

    return Services(export=export)


async def reword(table, *keys):
    await table.press("e")
    await table.press(*keys, "enter")
    await table.pilot.pause()
    await table.press(*"!", "f10")
    await settle(table)


@pytest.mark.parametrize("size", SIZES)
async def test_a_piece_gets_other_words_and_the_programs_own_again(size):
    async with seeing("papers", closed(), size) as table:
        await settle(table)
        await reword(table)
        (mine,) = table.agreement.rewordings.values()
        assert mine.place == "facts/when"
        assert mine.becomes == f"{mine.was}!"
        assert table.shows("≈ dinsdag 15 september 2026") or table.shows("▌ dinsdag")
        await table.press("r")
        await settle(table)
        assert not table.agreement.rewordings


async def test_half_typed_words_wait_at_their_piece():
    async with seeing("papers", closed()) as table:
        await settle(table)
        place = f"{mine_of(table)}/facts/when"
        table.store.keep_half_typed("minutes", place, "woensdag")
        await table.press("e", "enter")
        await table.pilot.pause()
        assert table.shows("woensdag")
        assert table.said == "These words were half typed before."
        await table.press("f10")
        await settle(table)
        assert not table.store.half_typed()
        (mine,) = table.agreement.rewordings.values()
        assert mine.becomes == "woensdag"


async def test_what_conflicts_is_shown_and_chosen():
    value = done(in_meeting(), TakeNote("De cijfers volgen"), CloseMeeting())
    note = next(iter(value.notes))
    place = f"note/{note}"
    value = done(
        value,
        Reword("2", place, "De cijfers volgen.", "Cijfers komen nog."),
        CorrectNote(note, "De cijfers zijn er"),
    )
    async with seeing("papers", value) as table:
        await settle(table)
        assert table.shows("! conflict: 1 piece")
        await table.press("c")
        assert table.shows("yours: Cijfers komen nog.")
        assert table.shows("now: De cijfers zijn er.")
        await table.press("enter", "k")
        await settle(table)
        assert table.agreement.rewordings[f"{mine_of(table)}/{place}"].was == (
            "De cijfers zijn er."
        )
        assert not table.shows("! conflict")
        await table.press("c")
        assert table.said == "Nothing conflicts"


def mine_of(table):
    return table.agreement.ordered_meetings[-1].id


async def test_what_goes_out_is_a_version_that_is_shown_and_compared(tmp_path):
    out = []
    async with seeing("papers", closed(), services=written(out)) as table:
        table.store.path = tmp_path / "rietbeek.pa"
        await settle(table)
        await table.press("m")
        await settle(table)
        await reword(table)
        await table.press("left", "m")
        await settle(table)
        names = [v.name for v in table.agreement.minutes_versions.values()]
        assert sorted(names) == ["Concept 1", "Concept 2"]
        assert "Concept 2 · " in out[1][2]
        await table.press("v")
        await settle(table)
        assert table.shows("From Concept 1 to Concept 2")
        await table.press("m")
        await settle(table)
        assert out[2][0].name == "rietbeek-verslag-wg2-2026-09-15-concept-1-concept-2.md"
        assert "**" in out[2][2]
        await table.press("tab", "tab", "down")
        await settle(table)
        assert table.shows("Concept 1, kept 15 Sep 2026")
        await table.press("enter")
        await settle(table)
        assert out[3][2] == out[0][2]
        assert len(table.agreement.minutes_versions) == 2


async def test_adopted_minutes_take_no_words():
    async with seeing("papers", done(closed(), AdoptMinutes("2"))) as table:
        await settle(table)
        await table.press("e")
        assert table.said.startswith("Adopted minutes do not change")


async def test_what_is_chosen_is_in_the_paper_and_where_it_goes(tmp_path):
    out, kept = [], []
    template = tmp_path / "huis.docx"
    template.touch()
    folder = tmp_path / "uit"
    folder.mkdir()
    services = replace(written(out), keep=lambda name, value: kept.append((name, value)))
    async with seeing("papers", closed(), services=services) as table:
        table.store.path = tmp_path / "rietbeek.pa"
        await settle(table)
        await table.press("down", "tab", "enter", "down", "enter", "enter")
        assert table.shows("Remarks in the margin yes")
        assert table.shows("Lead and planning in a column beside it")
        await table.press("down", "enter", *str(tmp_path / "weg.docx"), "enter")
        assert "is not there" in table.said
        await table.press("enter", *str(tmp_path), "enter")
        assert "is not there" in table.said
        await table.press("enter", *str(__file__), "enter")
        assert "is no Word file" in table.said
        await table.press("enter", *str(template), "enter")
        await table.press("down", "enter", *str(folder), "enter")
        await table.press("shift+tab", "enter")
        await settle(table)
        (goal, form, _text, more) = out[0]
        assert (goal.parent, form) == (folder, "docx")
        assert more["template"] == template
        assert kept == [("template", str(template.resolve()))]
        assert table.said.startswith(f"Written: {folder.resolve()}")


async def test_writing_stops_and_writes_nothing(tmp_path):
    begun, go_on = Event(), Event()

    def export(paper, goal, form, *, stopped, **more):
        begun.set()
        go_on.wait(20)
        if stopped():
            raise Stopped(N_("Stopped. Nothing was written."))
        return goal

    async with seeing("papers", closed(), services=Services(export=export)) as table:
        table.store.path = tmp_path / "rietbeek.pa"
        await settle(table)
        await table.press("enter")
        begun.wait(20)
        await table.press("m")
        assert table.said == "A paper is being written; esc stops it."
        await table.press("escape")
        go_on.set()
        await settle(table)
        assert table.said == "Stopped. Nothing was written."
        assert not table.agreement.minutes_versions


async def test_what_was_written_is_opened(tmp_path):
    out, opened = [], []
    services = replace(written(out), open_outside=opened.append)
    async with seeing("papers", closed(), services=services) as table:
        table.store.path = tmp_path / "rietbeek.pa"
        await settle(table)
        await table.press("o")
        assert table.said == "Nothing was written yet. Enter writes the paper."
        await table.press("m")
        await settle(table)
        await table.press("o")
        assert opened == [out[0][0]]


def test_changes_in_a_paper_are_marked_in_the_preview():
    before = Paper("t", (Paragraph(words("acht woningen")), Item(words("weg")), table_of("a")))
    after = Paper("t", (Paragraph(words("twaalf woningen")), table_of("b")))
    lines = preview(tracked(before, after, "W", NOW), 40)
    inks = {run.text: run.ink for row in lines for run in row if run.text.strip()}
    assert (inks["acht"], inks["twaalf"]) == ("removed", "added")
    assert (inks["weg"], inks["a"], inks["b"]) == ("removed", "removed", "added")


def table_of(words):
    return Table((header_row("Kop"), Row((cell(words),))))
