"""Before and after a closing: what comes back, reasons, corrections, adoption, looking back."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from pa_tui.domain.coming_back import coming_back
from pa_tui.domain.decisions import Outcome
from pa_tui.domain.meetings import MinutesState, Presence
from pa_tui.edits import (
    AddAction,
    CloseMeeting,
    OpenMeeting,
    Park,
    PlanMeeting,
    RecordDecision,
    ReopenArticle,
    TakeNote,
)
from tests.core.test_coming_back import acted
from tests.keys.seeing import SIZES, seeing
from tests.samples import agreement, in_meeting


def running(table):
    return table.agreement.running_meeting


def comes(table, article):
    found = {one.article: one.comes for one in coming_back(table.agreement)}
    return found.get(article)


def busy():
    return acted(
        in_meeting(),
        RecordDecision("1.1", Outcome.AGREED),
        RecordDecision("1.2", Outcome.DEFERRED, until="werkgroep 3"),
        RecordDecision("1.3", Outcome.DROPPED),
        TakeNote("de cijfers volgen", "1.1"),
        AddAction("cijfers sturen", "1.1", "hbr"),
        Park("huisvesting ouderen"),
    )


def ended():
    return acted(busy(), CloseMeeting(), day=16)


async def go(table, value):
    assert table.app.screen.board.go_to(value)
    await table.pilot.pause()


@pytest.mark.parametrize("size", SIZES)
async def test_the_cursor_begins_at_the_closing_and_enter_closes(size):
    async with seeing("meeting", busy(), size) as table:
        await table.press("S")
        assert table.shows("Close working group 2?")
        await table.press("enter")
        assert running(table) is None


async def test_the_closing_key_pressed_twice_at_once_closes_nothing():
    async with seeing("meeting", busy()) as table:
        now = [10.0]
        table.app.screen.ticks = lambda: now[0]
        await table.press("S", "S")
        assert running(table) is not None
        now[0] += 1
        await table.press("S")
        assert running(table) is None


async def test_closing_shows_what_goes_and_why_and_what_is_parked():
    async with seeing("meeting", busy(), (120, 60)) as table:
        await table.press("S")
        assert table.shows("Does not come back 1")
        assert table.shows("Parked 1")
        assert table.shows("huisvesting ouderen")
        assert table.shows("Actions without owner or day 1")


async def test_enter_on_a_reason_that_follows_takes_it_straight_away():
    async with seeing("meeting", busy()) as table:
        await table.press("S", "tab", "tab", "enter")
        await table.enter("te duur")
        assert table.said == "1.3, reason: te duur"
        assert running(table) is not None
        assert not table.shows("Reason follows")
        assert table.agreement.decision_on("a13").reason == "te duur"


async def test_an_article_goes_off_the_list_with_a_reason_and_on_it_again():
    async with seeing("meeting", busy(), (120, 60)) as table:
        await table.press("S")
        await go(table, ("article", "a12", "back"))
        await table.press("x")
        await table.press("enter")
        assert comes(table, "a12") is True
        await table.press("x")
        await table.enter("hoort elders")
        assert comes(table, "a12") is False
        assert table.shows("taken off the list: hoort elders")
        await go(table, ("article", "a12", "gone"))
        await table.press("t")
        assert comes(table, "a12") is True


async def test_what_was_decided_can_be_put_on_the_list_by_its_number():
    async with seeing(
        "meeting", acted(busy(), RecordDecision("2.1", Outcome.AGREED), day=16)
    ) as table:
        await table.press("S", "t")
        await table.enter("2.1 nog eens kijken")
        assert comes(table, "a21") is True
        assert table.said == "2.1 comes back: nog eens kijken"
        await table.press("t")
        await table.enter("9.9")
        assert "There is no article 9.9" in table.said


async def test_the_page_names_the_meeting_it_comes_back_at():
    value = acted(busy(), PlanMeeting(number=3, date=date(2026, 10, 28)), day=16)
    async with seeing("meeting", value) as table:
        await table.press("S")
        assert table.shows("Comes back at working group 3, 28 Oct 2026")


async def test_after_the_closing_decisions_and_actions_stand_on_the_page():
    async with seeing("meeting", busy(), (120, 60)) as table:
        await table.press("S", "enter")
        assert table.shows("WG2-01 1.1 provisionally agreed")
        assert table.shows("cijfers sturen · HBR")
        assert table.shows("1.1 de cijfers volgen")


async def test_what_is_put_right_after_the_closing_leaves_a_trace():
    async with seeing("meeting", busy(), (120, 60)) as table:
        await table.press("S", "enter")
        decision = table.agreement.decision_on("a11").id
        await go(table, ("decision", decision))
        await table.press("enter", "r")
        await table.enter("past in de begroting")
        (note,) = table.agreement.notes.values()
        await go(table, ("note", note.id))
        await table.press("enter", "end")
        await table.enter(" in oktober")
        (action,) = table.agreement.actions.values()
        await go(table, ("action", action.id))
        await table.press("enter", "end")
        await table.enter(" voor 1 oktober")
        await go(table, ("attendance", "", "hbr"))
        await table.press("enter", "k")
        meeting = table.agreement.ordered_meetings[-1]
        assert [own.becomes for own in meeting.corrections] == [
            "past in de begroting",
            "de cijfers volgen in oktober",
            "cijfers sturen, HBR, vóór 1 oktober 2026",
            "excused",
        ]
        assert meeting.presence_of("hbr") is Presence.EXCUSED
        assert table.shows("4 corrections")


async def test_minutes_are_adopted_on_the_page_and_then_they_are_fixed():
    async with seeing("meeting", busy(), (120, 60)) as table:
        await table.press("S", "enter", "v", "w")
        await table.enter("bij 1.1 staat nu acht; bij 1.2 niets")
        meeting = table.agreement.ordered_meetings[-1]
        assert meeting.minutes_state is MinutesState.ADOPTED
        assert meeting.adopted_with == ("bij 1.1 staat nu acht", "bij 1.2 niets")
        await table.press("v")
        assert table.said == "These minutes are adopted already"
        (note,) = table.agreement.notes.values()
        await go(table, ("note", note.id))
        await table.press("enter", "end")
        await table.enter(" anders")
        assert "adopted and stay as they are" in table.said


async def test_earlier_meetings_are_looked_back_at_from_the_form_and_from_the_plan():
    value = acted(ended(), OpenMeeting(number=3), CloseMeeting(), day=17)
    async with seeing("meeting", value) as table:
        await table.press("pageup")
        assert table.shows("working group 3 was closed")
        await table.press("e")
        assert table.shows("working group 2 was closed")
        assert not table.shows("Comes back")
        await table.press("l")
        assert table.shows("working group 3 was closed")
        await table.press("escape")
        assert table.shows("Kind of meeting")
    async with seeing("meeting", acted(value, PlanMeeting(number=4), day=18)) as table:
        await table.press("e")
        assert table.shows("working group 3 was closed")


async def test_what_was_reopened_since_says_so_where_it_was_decided():
    value = acted(ended(), ReopenArticle("1.1", "nieuwe cijfers"), day=22)
    async with seeing("meeting", value) as table:
        await table.press("pageup")
        assert table.shows("WG2-01 1.1 provisionally agreed · reopened")


async def test_without_a_meeting_there_is_nothing_to_look_back_at():
    async with seeing("meeting", agreement(), now=datetime(2026, 9, 15, 9, 0)) as table:
        await table.press("pageup")
        assert table.said == "There was no meeting yet"
