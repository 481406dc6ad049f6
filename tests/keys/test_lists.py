"""The lists: overdue first, a state on one key, narrowed as it is typed."""

from __future__ import annotations

from datetime import date

import pytest

from pa_tui.domain.decisions import Outcome, ReservationKind, Stance
from pa_tui.domain.matrix import NOBODY, When, matrix
from pa_tui.domain.meetings import ActionState
from pa_tui.domain.timing import Timing, TimingKind
from pa_tui.edits.article import AddAction, Park, SetActionState, SetLead, SetTiming
from pa_tui.edits.decision import RecordDecision, TakePosition
from screens.lists.narrowing import narrowed, query_from
from tests.keys.seeing import SIZES, seeing
from tests.samples import TODAY, done, in_meeting

LONG = "lijst aanleveren met complexen die voor verbetering in aanmerking komen met bouwjaar"


def listed():
    return done(
        in_meeting(),
        AddAction(LONG, "1.2", "beekwonen", None, date(2026, 9, 30), "vóór 1 oktober 2026"),
        AddAction("zaal regelen", None, "hbr"),
        AddAction("cijfers sturen", "2.1", "rietbeek", "Noor", date(2026, 9, 1)),
        AddAction("brief opstellen", None, "rietbeek", None, date(2026, 9, 10)),
        SetActionState("A-004", ActionState.DONE),
        Park("parkeren rond het station"),
        TakePosition(
            "2.1",
            "hbr",
            Stance.RESERVE,
            kind=ReservationKind.CONSENT,
            reason="achterban",
            until=date(2026, 10, 12),
        ),
    )


def order(table):
    numbers = [row.split("A-")[1][:3] for row in table.rows if "A-0" in row]
    return [f"A-{number}" for number in numbers]


@pytest.mark.parametrize("size", SIZES)
async def test_overdue_stands_first_and_done_last(size):
    async with seeing("lists", listed(), size) as table:
        assert order(table) == ["A-003", "A-001", "A-002", "A-004"]
        assert table.shows("4 of 4 · 1 overdue")
        assert table.shows("cijfers sturen (Noor)")
        words = " ".join(" ".join(row.split()) for row in table.rows)
        assert LONG.rsplit(maxsplit=1)[-1] in words
        assert "…" not in table.screen


async def test_one_key_says_how_an_action_stands():
    async with seeing("lists", listed()) as table:
        await table.press("g")
        action = next(a for a in table.agreement.actions.values() if a.number == 3)
        assert action.state is ActionState.DONE
        assert table.said == "A-003: done"
        await table.press("o")
        action = table.agreement.actions[action.id]
        assert action.state is ActionState.OPEN


@pytest.mark.parametrize("size", SIZES)
async def test_who_does_what_when_and_back(size):
    async with seeing("lists", listed(), size) as table:
        await table.press("w")
        await table.app.workers.wait_for_complete()
        await table.pilot.pause()
        assert table.shows("Q1 2027 Q2 2027 Q3 2027 Q4 2027")
        assert table.shows("Beekwonen - - - 1.2 -")
        assert table.shows("Gemeente - - - ▌ 1.2 -")
        assert table.shows("HBR - - - - -")
        assert any("lead?" in row and "1.1" in row for row in table.rows)
        await table.press("w")
        assert order(table) == ["A-003", "A-001", "A-002", "A-004"]


def test_a_part_stands_at_its_own_lead_and_quarter():
    value = done(
        in_meeting(),
        SetLead("1.1", ("hbr",)),
        SetTiming("1.1", (Timing("mei", TimingKind.PERIOD, None, date(2027, 5, 31)),)),
        SetLead("1.3", ("hbr",)),
        SetTiming("1.3", (Timing("elk kwartaal", TimingKind.RECURRING, every="quarter"),)),
        SetLead("1.4", ("hbr",)),
        SetTiming("1.4", (Timing("in 2030", TimingKind.DEADLINE, None, date(2030, 1, 1)),)),
        RecordDecision("2.1", Outcome.DROPPED),
    )
    found = matrix(value)
    assert found.at("hbr", When.SECOND) == ("a11",)
    assert found.at("hbr", When.ALWAYS) == ("a13",)
    assert found.at("hbr", When.ELSEWHEN) == ("a14",)
    assert "a21" not in found.at(NOBODY, When.UNDATED)
    assert "a22" in found.at(NOBODY, When.UNDATED)


async def test_the_cursor_is_a_mark_and_a_ground_of_its_own():
    async with seeing("lists", listed()) as table:
        rows = table.app.screen._compositor.render_strips(table.app.size)
        here = next(row for row in rows if "A-003" in row.text)
        other = next(row for row in rows if "A-002" in row.text)
        assert here.text.strip().startswith("▌")
        grounds = [{s.style.bgcolor for s in row if s.text.strip()} for row in (here, other)]
        assert grounds[0].isdisjoint(grounds[1])


async def test_a_query_narrows_while_it_is_typed_and_escape_brings_all_back():
    async with seeing("lists", listed()) as table:
        await table.press("slash")
        await table.type("@gem")
        assert order(table) == ["A-003", "A-004"]
        await table.type(" open")
        assert order(table) == ["A-003"]
        await table.press("enter")
        assert table.shows("actions: @gem open")
        await table.press("escape")
        assert len(order(table)) == 4


async def test_escape_while_typing_keeps_the_query_there_was():
    async with seeing("lists", listed()) as table:
        await table.press("slash")
        await table.enter("@hbr")
        await table.press("slash", "x", "escape")
        assert order(table) == ["A-002"]


async def test_enter_goes_to_the_article_or_says_there_is_none():
    async with seeing("lists", listed()) as table:
        await table.press("down", "down", "enter")
        assert table.said == "This belongs to no article"
        await table.press("up", "enter")
        assert table.number() == "1.2"


async def test_a_reservation_on_the_content_is_called_so():
    own = TakePosition("2.1", "hbr", Stance.RESERVE, kind=ReservationKind.CONTENT)
    async with seeing("lists", done(in_meeting(), own)) as table:
        assert table.shows("2.1 HBR: reservation on the content")


async def test_reservations_and_parked_points_have_their_own_lists():
    async with seeing("lists", listed()) as table:
        assert table.shows("2.1 HBR: reservation subject to consent · achterban")
        assert table.shows("until 12 Oct 2026")
        assert table.shows("parkeren rond het station")
        await table.press("tab", "g")
        assert table.said == "Only an action can be open, busy, done or dropped"


async def test_a_reservation_is_lifted_with_where_that_was_said():
    async with seeing("lists", listed()) as table:
        await table.press("v")
        assert table.said == "Only a reservation can be lifted"
        await table.press("tab", "v")
        await table.type("15 september, e-mail van HBR")
        assert table.shows("15 Sep 2026 · e-mail van HBR")
        await table.press("enter")
        assert table.said == "2.1: reservation of HBR lifted"
        position = table.agreement.positions_on("a21")["hbr"]
        assert (position.stance, position.source) == (Stance.AGREE, "e-mail van HBR")
        assert position.said_on == date(2026, 9, 15)
        assert "Reservations" not in table.screen


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("", [3, 1, 2, 4]),
        ("open", [3, 1, 2]),
        ("done", [4]),
        ("overdue", [3]),
        ("te laat", [3]),
        ("open te laat @gem", [3]),
        ("te laat @beek", []),
        ("te laten", []),
        ("1.", [1]),
        ("2.", [3]),
        ("2.1", [3]),
        ("2.2", []),
        ("1. 2.", [3, 1]),
        ("@beek", [1]),
        ("@noor", [3]),
        ("before:2026-09", []),
        ("voor:2026-10", [3, 1, 4]),
        ("voor:2026-09-10", [3]),
        ("zaal regelen", [2]),
        ("a-002", [2]),
        ("[bold]", []),
        ("voor:straks", []),
    ],
)
def test_a_query_says_what_it_says(words, numbers):
    found = narrowed(listed(), query_from(words), TODAY.date())
    assert [action.number for action in found] == numbers


async def test_the_query_narrows_reservations_and_parked_points_too():
    async with seeing("lists", listed()) as table:
        await table.press("slash")
        await table.enter("@beek")
        assert table.shows("Reservations to be lifted 0 of 1")
        assert not table.shows("parkeren rond het station")
        await table.press("slash", "ctrl+u")
        await table.enter("station")
        assert table.shows("parkeren rond het station")
        assert order(table) == []


async def test_a_parked_point_becomes_an_action_that_is_named_with_it():
    async with seeing("lists", listed()) as table:
        await table.press("k")
        assert table.said == "Only a parked point can become an action or an item"
        await table.press("tab", "tab", "k")
        await table.press("ctrl+u")
        await table.type("HBR telt plekken voor 1 oktober")
        assert table.shows("HBR · before 1 October 2026")
        await table.press("enter")
        assert table.shows("✓ parkeren rond het station A-005")
        action = next(a for a in table.agreement.actions.values() if a.number == 5)
        assert (action.text, action.party) == ("HBR telt plekken", "hbr")
        await table.press("end", "k", "enter")
        assert table.said == "This parked point was settled already."


async def test_a_parked_point_goes_on_the_agenda_is_done_and_is_open_again():
    async with seeing("lists", listed()) as table:
        await table.press("end", "a")
        assert table.said == "On the agenda of working group 2"
        meeting = table.agreement.running_meeting
        assert meeting.agenda[-1].title == "parkeren rond het station"
        await table.press("o")
        assert table.shows("Parking lot 1 open")
        await table.press("g")
        assert table.shows("Parking lot 0 open")


async def test_in_the_planning_one_goes_from_article_to_article_and_opens_it():
    value = done(
        listed(),
        SetLead("1.1", ("hbr",)),
        SetTiming("1.1", (Timing("mei", TimingKind.PERIOD, None, date(2027, 5, 31)),)),
        SetLead("1.3", ("hbr",)),
        SetTiming("1.3", (Timing("mei", TimingKind.PERIOD, None, date(2027, 5, 31)),)),
    )
    async with seeing("lists", value) as table:
        await table.press("w")
        await table.app.workers.wait_for_complete()
        await table.pilot.pause()
        await table.press("down", "down")
        assert table.shows("HBR - 1.1▌ 1.3 - -")
        await table.press("left")
        assert table.shows("HBR - ▌ 1.1 1.3 - -")
        await table.press("enter")
        assert table.number() == "1.1"


async def test_tertials_are_a_choice_of_the_file():
    async with seeing("lists", listed()) as table:
        await table.press("w", "t")
        await table.app.workers.wait_for_complete()
        await table.pilot.pause()
        assert table.shows("T1 2027 T2 2027 T3 2027")
        assert table.agreement.about.tertials
        found = matrix(table.agreement)
        assert found.at("beekwonen", When.THIRD_TERTIAL) == ("a12",)
        await table.press("t")
        assert not table.agreement.about.tertials


@pytest.mark.parametrize("size", SIZES)
async def test_the_footer_names_what_means_something_where_the_cursor_is(size):
    async with seeing("lists", listed(), size) as table:
        assert table.shows("g done")
        await table.press("tab")
        assert table.shows("v lift")
        assert not table.shows("g done")
        await table.press("tab")
        assert table.shows("k action")
