"""The administrative meeting adopts: by its item, by a key, and never unseen."""

from __future__ import annotations

from pathlib import Path

import pytest

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.decisions import Outcome, Stance, Standing
from pa_tui.domain.meetings import AgendaItem, ItemKind, MeetingKind, Presence
from pa_tui.domain.templates import fitted
from pa_tui.edits import (
    Attend,
    CloseMeeting,
    DecideTogether,
    OpenMeeting,
    RecordDecision,
    TakePosition,
)
from storage.meetings import load_templates
from tests.core.test_coming_back import acted
from tests.keys.seeing import SIZES, seeing
from tests.samples import TODAY, agreement, in_meeting

ITEM = AgendaItem("Vaststelling van de afspraken", 10, kind=ItemKind.ADOPTION, id="vast")


def board(*decided: str) -> Agreement:
    """A running administrative meeting; HBR objects to 1.1 and was away at 1.2."""
    before = acted(
        in_meeting(),
        RecordDecision("1.1", Outcome.AGREED),
        TakePosition("1.1", "hbr", Stance.DISAGREE, "te duur"),
        Attend("hbr", Presence.ABSENT),
        RecordDecision("1.2", Outcome.AGREED),
        Attend("hbr", Presence.ARRIVED),
        RecordDecision("1.3", Outcome.NO_AGREEMENT),
        *([DecideTogether(decided)] if decided else []),
        CloseMeeting(),
    )
    return acted(before, OpenMeeting(MeetingKind.ADMINISTRATIVE, agenda=(ITEM,)), day=16)


def standings(value: Agreement) -> set[Standing | None]:
    return {value.lines[key].standing for key in ("a11", "a12", "a21")}


async def open_list(table) -> None:
    now = [10.0]
    table.app.screen.ticks = lambda: now[0]
    assert table.app.screen.board.go_to(("item", "vast"))
    await table.press("enter")
    now[0] += 1


@pytest.mark.parametrize("size", SIZES)
async def test_the_item_shows_one_list_and_enter_adopts(size):
    async with seeing("meeting", board("2.1"), size) as table:
        await open_list(table)
        assert table.shows("Adopt 3 articles?")
        assert table.shows("Not agreed by everybody 2")
        assert table.shows("does not agree HBR")
        assert table.shows("no position yet HBR")
        assert table.shows("Agreed by everybody 1")
        assert standings(table.agreement) == {Standing.PROVISIONAL}
        await table.press("enter")
        assert table.said == "3 decisions adopted"
        assert standings(table.agreement) == {Standing.ADOPTED}


async def test_one_undo_takes_the_adoption_back():
    async with seeing("meeting", board("2.1")) as table:
        await open_list(table)
        await table.press("enter", "u")
        assert standings(table.agreement) == {Standing.PROVISIONAL}


async def test_enter_pressed_twice_at_once_adopts_nothing_and_escape_goes_back():
    async with seeing("meeting", board()) as table:
        table.app.screen.ticks = lambda: 10.0
        table.app.screen.board.go_to(("item", "vast"))
        await table.press("enter", "enter")
        assert standings(table.agreement) == {Standing.PROVISIONAL, None}
        await table.press("escape")
        assert table.said == "The meeting goes on"


async def test_right_on_the_question_adopts_nothing_and_on_an_article_goes_there():
    async with seeing("meeting", board()) as table:
        await open_list(table)
        await table.press("right")
        assert standings(table.agreement) == {Standing.PROVISIONAL, None}
        await table.press("down", "right")
        assert table.number() == "1.1"


async def test_a_key_adopts_too_and_only_the_administrative_meeting_does():
    async with seeing("meeting", board()) as table:
        await table.press("V")
        assert table.shows("Adopt 2 articles?")
    async with seeing("meeting", in_meeting()) as table:
        await table.press("V")
        assert table.said == "Only the administrative meeting adopts"


async def test_closing_warns_of_what_is_not_adopted():
    async with seeing("meeting", board("2.1")) as table:
        await table.press("S")
        assert table.shows("3 not adopted yet")
        table.app.screen.board.go_to(("to adopt",))
        await table.press("enter")
        assert table.shows("Adopt 3 articles?")
    async with seeing("meeting", in_meeting()) as table:
        await table.press("S")
        assert "not adopted" not in table.screen


async def test_nothing_left_to_adopt_is_said():
    value = acted(agreement(), OpenMeeting(MeetingKind.ADMINISTRATIVE, agenda=(ITEM,)))
    async with seeing("meeting", value) as table:
        table.app.screen.board.go_to(("item", "vast"))
        await table.press("enter")
        assert table.said == "There is nothing to adopt: no provisional decision is left"


def test_the_shipped_agenda_of_the_administrative_meeting_has_the_item(tmp_path: Path) -> None:
    template = load_templates(tmp_path).of(MeetingKind.ADMINISTRATIVE)
    kinds = [item.kind for item in fitted(template, agreement(), TODAY.date())]
    assert kinds.count(ItemKind.ADOPTION) == 1
