"""The overview: what it counts, what it misses, where it leads."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from pa_tui.domain.decisions import Outcome, ReservationKind, Stance
from pa_tui.domain.meetings import MeetingKind
from pa_tui.edits.agenda import PlanMeeting
from pa_tui.edits.article import AddAction
from pa_tui.edits.decision import RecordDecision, TakePosition, WithdrawAgreement
from pa_tui.edits.meeting import CloseMeeting, OpenMeeting
from pa_tui.edits.structure import AddTheme
from pa_tui.memory import MemoryStore
from screens.overview import screen as overview_screen
from screens.overview.figures import Gap, figures
from screens.overview.references import Referring
from screens.overview.table import filled
from tests.keys.seeing import SIZES, seeing
from tests.samples import agreement, done, in_meeting


def busy():
    """Two decisions, one of them with a reservation, one article held over, two actions."""
    return done(
        in_meeting(),
        RecordDecision("1.1", Outcome.AGREED),
        RecordDecision("1.3", Outcome.DEFERRED, until="werkgroep 3"),
        TakePosition(
            "2.1", "hbr", Stance.RESERVE, kind=ReservationKind.CONSENT, until=date(2026, 10, 12)
        ),
        RecordDecision("2.1", Outcome.AGREED),
        AddAction("cijfers sturen", "2.1", "beekwonen", due=date(2026, 9, 1)),
        AddAction("zaal regelen", None, "rietbeek", due=date(2026, 10, 1)),
    )


@pytest.mark.parametrize("size", SIZES)
async def test_every_theme_shows_its_numbers(size):
    async with seeing("overview", busy(), size) as table:
        wide = "articles " if size[0] > 100 else ""
        assert table.shows(f"Theme {wide}decided open")
        row = next(row for row in table.rows if "1 Betaalbaar wonen" in row)
        numbers = row.replace("▓", "").replace("░", "").split("wonen")[1].split()
        assert numbers == (
            ["4", "1/4", "3", "1", "1/4", "1/4", "0"]
            if size[0] > 100
            else ["1/4", "3", "1/4", "1/4", "0"]
        )
        assert all(len(row) <= size[0] for row in table.rows)


async def test_what_is_missing_is_counted_and_named():
    async with seeing("overview", busy()) as table:
        assert table.shows("11 lead? 1.1 1.3 1.4")
        assert table.shows("1 reservation open, first 12 Oct 2.1")
        assert table.shows("Actions 2 open · 1 overdue")
        assert table.shows("Beekwonen: cijfers sturen overdue")


async def test_an_action_that_begins_with_its_party_names_it_once():
    told = AddAction("Beekwonen stuurt de cijfers", None, "beekwonen", due=date(2026, 9, 1))
    async with seeing("overview", done(in_meeting(), told)) as table:
        assert table.shows("Beekwonen stuurt de cijfers overdue")
        assert "Beekwonen: Beekwonen" not in table.screen


async def test_a_reservation_is_missing_where_nobody_has_one():
    async with seeing("overview", in_meeting()) as table:
        assert "reservation" not in table.screen
        assert table.shows("none open")


async def test_what_a_party_withdrew_from_is_shown_as_reopened():
    value = done(busy(), CloseMeeting(), WithdrawAgreement("1.1", "hbr", "te duur", "mail"))
    async with seeing("overview", value) as table:
        assert table.shows("1 article reopened 1.1")
        while table.app.screen.board.current != ("gap", Gap.REOPENED):
            await table.press("down")
        await table.press("enter")
        assert table.number() == "1.1"


async def test_the_year_shows_the_cautious_day_with_its_reason():
    async with seeing("overview", agreement()) as table:
        assert table.shows("14 Dec signed; handed in by the corporations")
        assert table.shows("“before” and “by” 15 December are both in use")
        rows = [" ".join(row.split()) for row in table.rows]
        bid, today, signed = (
            next(place for place, row in enumerate(rows) if words in row)
            for words in ("1 Jul bid of the corporations", "today ───", "14 Dec signed")
        )
        assert bid < today < signed
        assert table.shows("Sep administrative meeting this month")


async def test_a_meeting_of_the_boards_takes_the_place_of_its_month():
    held = OpenMeeting(MeetingKind.ADMINISTRATIVE, date=date(2026, 11, 4))
    value = done(agreement(), held, CloseMeeting())
    async with seeing("overview", value, now=datetime(2026, 11, 2, 9, 0)) as table:
        assert table.shows("4 Nov administrative meeting 1 in 2 days")
        assert not table.shows("Nov administrative meeting this month")


async def test_enter_on_a_theme_walks_to_its_first_article():
    async with seeing("overview", agreement()) as table:
        await table.press("down", "enter")
        assert table.number() == "2.1"


async def test_enter_on_what_is_missing_walks_through_just_that():
    async with seeing("overview", busy()) as table:
        await table.press("tab", "down", "down", "enter")
        assert table.number() == "2.1"
        assert table.walk.filter_name


async def test_enter_on_the_running_meeting_goes_there():
    async with seeing("overview", busy()) as table:
        await table.press("end", "enter")
        assert table.app.current_mode == "meeting"


async def test_planned_meetings_are_not_nothing():
    value = done(agreement(), PlanMeeting(number=2, date=date(2026, 10, 28)))
    async with seeing("overview", value) as table:
        assert table.shows("Meetings 1 planned")
        assert table.shows("none held yet; F3 shows what is planned")


async def test_an_act_in_another_window_is_seen():
    store = MemoryStore(in_meeting())
    async with seeing("overview", store.agreement, store=store) as table:
        table.app.workspace.perform(RecordDecision("1.1", Outcome.AGREED))
        await table.pilot.pause()
        assert table.shows("1/4")


async def test_a_key_counts_nothing_anew(monkeypatch):
    counted = []
    real = overview_screen.figures
    monkeypatch.setattr(
        overview_screen, "figures", lambda value: counted.append(1) or real(value)
    )
    async with seeing("overview", busy()) as table:
        before = len(counted)
        await table.press("down", "down", "tab", "up", "end", "home")
        assert len(counted) == before


async def test_words_of_a_document_are_never_markup():
    value = done(agreement(), AddTheme("Wonen [bold]en[/] zorg [/x]"))
    async with seeing("overview", value) as table:
        assert table.shows("5 Wonen [bold]en[/] zorg [/x]")


async def test_a_small_window_says_so():
    async with seeing("overview", agreement(), (79, 24)) as table:
        assert table.shows("This window is 79 wide and 24 high.")


async def test_a_reference_to_a_dropped_article_is_found():
    value = done(in_meeting(), RecordDecision("1.2", Outcome.DROPPED, reason="uitgevoerd"))
    async with seeing("overview", value) as table:
        assert table.shows("1 reference to an article that is gone 2.2")


def test_dead_references_are_looked_for_in_steps_and_only_where_something_went():
    referring = Referring()
    referring.begin(agreement())
    assert referring.is_done
    referring.begin(done(in_meeting(), RecordDecision("1.2", Outcome.DROPPED)))
    assert not referring.is_done
    while not referring.is_done:
        referring.step()
    assert referring.found == (("a22", "2.2"),)


def test_lists_leave_out_what_was_dropped():
    value = done(in_meeting(), RecordDecision("1.1", Outcome.DROPPED))
    lead = next(m for m in figures(value).missing if m.gap is Gap.LEAD)
    assert lead.many == 10
    assert "1.1" not in [number for _, number in lead.articles]


@pytest.mark.parametrize(
    ("part", "whole", "cells"),
    [(0, 9, 0), (1, 100, 1), (99, 100, 9), (9, 9, 10), (5, 10, 5), (0, 0, 0)],
)
def test_a_bar_is_full_only_at_everything_and_empty_only_at_nothing(part, whole, cells):
    assert filled(part, whole, 10) == cells
