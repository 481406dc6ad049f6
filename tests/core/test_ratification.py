"""The decisions of the parties' bodies: counted back, warned about, and what comes of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pa_tui.domain.agreement import Agreement, AgreementStatus
from pa_tui.domain.meetings import MeetingKind
from pa_tui.domain.parties import BodyOutcome, Ratification
from pa_tui.domain.ratification import Squeeze, planned, signing_day, warnings
from pa_tui.domain.year import Milestone
from pa_tui.edits import (
    CloseMeeting,
    Edit,
    OpenMeeting,
    PlanBody,
    RecordBodyDecision,
    SetYearDay,
)
from pa_tui.errors import NotAllowed
from tests.samples import TODAY, agreement, done

PARTIES = ("rietbeek", "beekwonen", "goede-haard", "hbr")


def adopted() -> Agreement:
    value = agreement()
    facts = replace(value.about, status=AgreementStatus.ADOPTED)
    return replace(value, facts=value.facts.put(facts))


def met(kind: MeetingKind, day: date) -> tuple[Edit, ...]:
    return OpenMeeting(kind, date=day), CloseMeeting()


def test_the_usual_plan_is_counted_back_from_the_signing() -> None:
    plan = planned(agreement().parties["rietbeek"], date(2026, 12, 14))
    assert plan == Ratification("college", date(2026, 11, 16), date(2026, 12, 7))


def test_what_was_settled_stays_and_the_rest_follows_it() -> None:
    value = done(agreement(), PlanBody("hbr", "ALV", decides_on=date(2026, 11, 25)))
    plan = planned(value.parties["hbr"], signing_day(value))
    assert (plan.body, plan.papers_due) == ("ALV", date(2026, 11, 11))


def test_the_signing_day_is_a_setting() -> None:
    value = done(agreement(), SetYearDay(Milestone.SIGNED, date(2026, 12, 3)))
    assert signing_day(value) == date(2026, 12, 3)
    value = done(value, SetYearDay(Milestone.SIGNED, None))
    assert signing_day(value) == date(2026, 12, 14)
    with pytest.raises(NotAllowed, match="2026"):
        done(value, SetYearDay(Milestone.SIGNED, date(2027, 12, 3)))


def test_papers_cannot_be_due_after_the_decision() -> None:
    with pytest.raises(NotAllowed):
        done(agreement(), PlanBody("hbr", papers_due=date(2026, 12, 9)))


def test_no_week_between_meetings_and_papers_is_warned_about() -> None:
    value = done(
        agreement(),
        *met(MeetingKind.WORKING_GROUP, date(2026, 10, 28)),
        *met(MeetingKind.ADMINISTRATIVE, date(2026, 11, 4)),
    )
    found = warnings(value, TODAY.date())
    assert [own.squeeze for own in found] == [Squeeze.BOARD_PAPERS]
    value = done(value, PlanBody("rietbeek", papers_due=date(2026, 11, 10)))
    found = warnings(value, TODAY.date())
    assert [(own.squeeze, own.party) for own in found] == [
        (Squeeze.BOARD_PAPERS, ""),
        (Squeeze.BODY_PAPERS, "rietbeek"),
    ]
    value = done(value, PlanBody("rietbeek", papers_due=date(2026, 11, 11)))
    assert len(warnings(value, TODAY.date())) == 1


def test_two_weeks_between_working_group_and_board_are_enough() -> None:
    value = done(
        agreement(),
        *met(MeetingKind.WORKING_GROUP, date(2026, 10, 21)),
        *met(MeetingKind.ADMINISTRATIVE, date(2026, 11, 4)),
    )
    assert warnings(value, TODAY.date()) == ()


def test_a_body_that_decides_after_the_signing_or_was_not_heard_is_warned_about() -> None:
    late = done(agreement(), PlanBody("hbr", decides_on=date(2026, 12, 16)))
    assert [own.squeeze for own in warnings(late, TODAY.date())] == [Squeeze.AFTER_SIGNING]
    value = done(agreement(), PlanBody("hbr", decides_on=date(2026, 9, 10)))
    assert [own.squeeze for own in warnings(value, TODAY.date())] == [Squeeze.OVERDUE]
    value = done(value, RecordBodyDecision("hbr", BodyOutcome.AGREED))
    assert warnings(value, TODAY.date()) == ()


def test_the_set_is_ratified_when_all_bodies_agreed_and_not_before() -> None:
    value = adopted()
    for place, party in enumerate(PARTIES):
        assert value.about.status is AgreementStatus.ADOPTED, place
        value = done(value, RecordBodyDecision(party, BodyOutcome.AGREED))
    assert value.about.status is AgreementStatus.RATIFIED
    value = done(value, RecordBodyDecision("hbr", BodyOutcome.CONDITIONAL, remark="mits"))
    assert value.about.status is AgreementStatus.ADOPTED
    value = done(value, RecordBodyDecision("hbr", None))
    assert value.parties["hbr"].ratification == Ratification(decides_on=TODAY.date())


def test_bodies_do_not_ratify_what_was_not_adopted() -> None:
    decided = (RecordBodyDecision(party, BodyOutcome.AGREED) for party in PARTIES)
    assert done(agreement(), *decided).about.status is AgreementStatus.DRAFT
