"""The bodies of the parties on the overview, and the days of the year as a choice."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from pa_tui.domain.meetings import MeetingKind
from pa_tui.domain.parties import BodyOutcome
from pa_tui.domain.year import Milestone
from pa_tui.edits import PlanBody, PlanMeeting
from tests.keys.seeing import SIZES, seeing
from tests.samples import agreement, done


@pytest.mark.parametrize("size", SIZES)
async def test_bodies_are_counted_back_from_the_signing(size):
    async with seeing("overview", agreement(), size) as table:
        await table.press("o")
        assert table.shows("signing by 14 Dec 2026")
        assert table.shows("Gemeente (college) (16 Nov) (7 Dec) - -")
        assert table.shows("HBR (bestuur) (23 Nov) (7 Dec) - -")
        assert "…" not in table.screen
        await table.press("escape")
        assert table.shows("The year 2026")


async def test_one_line_says_body_papers_decision_outcome_and_signing():
    async with seeing("overview", agreement(), now=datetime(2026, 12, 11, 9, 0)) as table:
        await table.press("o", "enter")
        await table.type("college van B&W, stukken 9 november, besluit 24 november")
        assert "college van B&W · papers by 9 Nov" in table.screen
        await table.press("enter", "enter")
        await table.type("akkoord 24 november: unaniem, getekend 10 december")
        await table.press("enter")
        assert table.shows("The agreement is not adopted yet; signed all the same?")
        assert table.agreement.parties["rietbeek"].signed_on is None
        await table.press("y")
        assert table.shows("Gemeente college van B&W 9 Nov 24 Nov agreed by its body 10 Dec")
        assert table.shows("unaniem")
        party = table.agreement.parties["rietbeek"]
        assert party.signed_on == date(2026, 12, 10)
        assert party.ratification is not None
        assert party.ratification.outcome is BodyOutcome.AGREED


async def test_a_signature_of_a_day_to_come_is_refused():
    async with seeing("overview", agreement()) as table:
        await table.press("o", "enter")
        await table.enter("getekend 10 december")
        await table.press("y")
        assert table.said == "10 December 2026 is still to come; nobody can have signed then."
        assert table.agreement.parties["rietbeek"].signed_on is None


async def test_a_line_that_says_no_day_is_told_and_changes_nothing():
    async with seeing("overview", agreement()) as table:
        await table.press("o", "enter")
        await table.enter("stukken straks")
        assert table.said.startswith("No day stands behind “stukken”.")
        assert table.agreement.parties["rietbeek"].ratification is None


async def test_what_leaves_no_week_for_papers_is_told_on_the_overview():
    value = done(
        agreement(),
        PlanMeeting(MeetingKind.WORKING_GROUP, date=date(2026, 10, 28)),
        PlanMeeting(MeetingKind.ADMINISTRATIVE, date=date(2026, 11, 4)),
        PlanBody("rietbeek", "college", date(2026, 11, 9), date(2026, 11, 24)),
    )
    async with seeing("overview", value) as table:
        words = " ".join(" ".join(row.split()) for row in table.rows)
        assert "Too tight for the signing 2" in words
        assert "working group 1 on 28 Oct leaves no week" in words
        assert "Gemeente (9 Nov)" in words
        await table.press("end")
        while table.app.screen.board.stop.section != "warnings":
            await table.press("up")
        await table.press("enter")
        assert table.shows("Gemeente college 9 Nov 24 Nov - -")


async def test_a_day_of_the_year_is_a_choice_with_its_reason():
    async with seeing("overview", agreement()) as table:
        while table.app.screen.board.current != ("year day", Milestone.SIGNED):
            await table.press("down")
        await table.press("d")
        await table.type("10 december")
        assert table.shows("10 Dec 2026")
        await table.press("enter")
        assert table.shows("10 Dec signed; handed in by the corporations")
        assert table.shows("chosen by the table; usual is 14 Dec")
        await table.press("d", "enter")
        assert table.shows("14 Dec signed; handed in by the corporations")
        await table.press("home", "d")
        assert table.said == "Only a day of the year, or a party’s body, has a day to change"
