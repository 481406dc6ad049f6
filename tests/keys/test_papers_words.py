"""Screen 5 at work: other words, versions, what can be chosen, stopping and opening."""

from __future__ import annotations

from dataclasses import replace
from threading import Event

import pytest

from pa_tui.edits import (
    AdoptMinutes,
    CloseMeeting,
    CorrectNote,
    Reword,
    TakeNote,
)
from pa_tui.errors import N_, Stopped
from pa_tui.papers.markdown import write_markdown
from pa_tui.services import Services
from tests.keys.seeing import SIZES, seeing
from tests.keys.test_papers import closed, settle
from tests.samples import done, in_meeting


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
