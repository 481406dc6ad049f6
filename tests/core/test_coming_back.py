"""What comes back by itself, what the chair changes in it, and what disappears and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.coming_back import (
    Gone,
    Why,
    coming_back,
    leaving,
    on_the_agenda,
    reasons_missing,
    returning,
    still_parked,
)
from pa_tui.domain.decisions import Outcome, ReservationKind, Stance
from pa_tui.domain.meetings import ActionState, MeetingKind, Presence
from pa_tui.domain.selection import Selection, selected
from pa_tui.edits import (
    AddAction,
    Attend,
    ChangeComingBack,
    CloseMeeting,
    Edit,
    GiveReason,
    LiftReservation,
    OpenMeeting,
    Park,
    PlanMeeting,
    RecordDecision,
    RemoveArticle,
    ReopenArticle,
    SetActionState,
    SettleParked,
    TakePosition,
    WithdrawAgreement,
    apply,
)
from pa_tui.errors import NotAllowed
from tests.samples import agreement, in_meeting, moment

AGREED = RecordDecision("1.1", Outcome.AGREED)


def acted(value: Agreement, *acts: Edit, day: int = 15) -> Agreement:
    """The agreement after acts, a minute after one another on a day of September."""
    for number, act in enumerate(acts):
        at = datetime(2026, 9, day, 15, number)
        value = apply(act, value, moment(day * 100 + number, at)).agreement
    return value


def whys(value: Agreement, article: str) -> tuple[Why, ...] | None:
    found = next((one for one in coming_back(value) if one.article == article), None)
    assert returning(value, article) == found
    return found.whys if found else None


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        ((), (Why.UNTREATED,)),
        ((AGREED,), None),
        ((RecordDecision("1.1", Outcome.DEFERRED),), (Why.DEFERRED,)),
        ((RecordDecision("1.1", Outcome.NO_AGREEMENT, reason="x"),), (Why.DISPUTE,)),
        ((RecordDecision("1.1", Outcome.NO_AGREEMENT),), (Why.DISPUTE, Why.REASON)),
        ((RecordDecision("1.1", Outcome.PRO_MEMORIE),), (Why.DATA,)),
        ((RecordDecision("1.1", Outcome.DROPPED),), None),
        ((AGREED, ReopenArticle("1.1")), (Why.REOPENED,)),
        ((AGREED, AddAction("bellen", "1.1")), (Why.ACTION,)),
        ((AGREED, AddAction("bellen", "1.1"), SetActionState("A-001", ActionState.DONE)), None),
        ((TakePosition("1.1", "hbr", Stance.RESERVE), AGREED), (Why.RESERVATION,)),
        (
            (
                TakePosition("1.1", "hbr", Stance.RESERVE),
                AGREED,
                LiftReservation("1.1", "hbr"),
            ),
            None,
        ),
        ((RemoveArticle("1.1"),), None),
    ],
)
def test_what_waits_comes_back_with_its_reason(
    acts: tuple[Edit, ...], expected: tuple[Why, ...] | None
) -> None:
    assert whys(acted(in_meeting(), *acts), "a11") == expected


def test_agreement_that_is_withdrawn_by_mail_comes_back_after_the_closing() -> None:
    closed = acted(in_meeting(), AGREED, CloseMeeting())
    assert whys(closed, "a11") is None
    later = acted(closed, WithdrawAgreement("1.1", "hbr", "achterban"), day=22)
    assert whys(later, "a11") == (Why.REOPENED, Why.OBJECTION)
    assert "a11" in selected(later, Selection.COMING_BACK)


def test_a_dispute_is_for_the_administrative_meeting_and_not_for_a_working_group() -> None:
    sent_up = acted(
        in_meeting(), RecordDecision("1.1", Outcome.NO_AGREEMENT, reason="x"), CloseMeeting()
    )
    for kind, comes in (
        (MeetingKind.WORKING_GROUP, False),
        (MeetingKind.WRITTEN, False),
        (MeetingKind.ADMINISTRATIVE, True),
        (MeetingKind.OFFICIAL, True),
    ):
        planned = acted(sent_up, PlanMeeting(kind, date=date(2026, 10, 1)), day=16)
        assert ("a11" in selected(planned, Selection.COMING_BACK)) is comes
    wanted = acted(sent_up, ChangeComingBack("1.1", reason="toch nog eens"), day=16)
    wanted = acted(wanted, PlanMeeting(date=date(2026, 10, 1)), day=17)
    assert "a11" in selected(wanted, Selection.COMING_BACK)


def test_what_is_held_over_to_a_day_waits_for_it_and_is_seen_meanwhile() -> None:
    held = acted(
        in_meeting(),
        RecordDecision("1.1", Outcome.DEFERRED, until_date=date(2026, 10, 12)),
        CloseMeeting(),
    )
    early = acted(held, PlanMeeting(date=date(2026, 10, 1)), day=16)
    assert "a11" not in selected(early, Selection.COMING_BACK)
    assert whys(early, "a11") == (Why.DEFERRED,)
    later = acted(held, PlanMeeting(date=date(2026, 10, 28)), day=16)
    assert "a11" in selected(later, Selection.COMING_BACK)


# -- what the chair says ----------------------------------------------------------------------


def test_the_chair_takes_off_with_a_reason_and_puts_back() -> None:
    running = in_meeting()
    off = acted(running, ChangeComingBack("1.2", comes=False, reason="hoort elders"))
    assert "a12" not in selected(acted(off, CloseMeeting(), day=16), Selection.COMING_BACK)
    (gone,) = leaving(off, off.running_meeting)  # type: ignore[arg-type]
    assert (gone.article, gone.how, gone.reason) == ("a12", Gone.OFF, "hoort elders")
    back = acted(off, ChangeComingBack("1.2"), day=16)
    assert not back.running_meeting.comes_back  # type: ignore[union-attr]
    assert "a12" in [one.article for one in coming_back(back) if one.comes]


def test_taking_off_needs_a_reason_and_something_to_take_off() -> None:
    with pytest.raises(NotAllowed, match=r"Say why 1\.2"):
        acted(in_meeting(), ChangeComingBack("1.2", comes=False))
    with pytest.raises(NotAllowed, match="does not come back by itself"):
        acted(in_meeting(), AGREED, ChangeComingBack("1.1", comes=False, reason="x"))
    with pytest.raises(NotAllowed, match="no meeting yet"):
        acted(agreement(), ChangeComingBack("1.1"))


def test_what_was_decided_comes_back_once_where_the_chair_wants_it() -> None:
    wanted = acted(in_meeting(), AGREED, ChangeComingBack("1.1", reason="cijfers"))
    assert whys(wanted, "a11") == (Why.CHAIR,)
    running = acted(acted(wanted, CloseMeeting(), day=16), OpenMeeting(), day=28)
    assert "a11" in [one.article for one in on_the_agenda(running)]
    assert whys(running, "a11") is None


def test_what_was_taken_off_stays_off_the_next_agenda_until_something_happens_to_it() -> None:
    off = acted(
        in_meeting(), ChangeComingBack("1.2", comes=False, reason="elders"), CloseMeeting()
    )
    running = acted(off, OpenMeeting(), day=22)
    assert "a12" not in [one.article for one in on_the_agenda(running)]
    (own,) = (one for one in coming_back(running) if one.article == "a12")
    assert not own.comes
    decided = acted(running, RecordDecision("1.2", Outcome.DEFERRED), day=23)
    (own,) = (one for one in coming_back(decided) if one.article == "a12")
    assert own.comes


def test_what_the_running_meeting_treated_is_off_its_own_agenda() -> None:
    running = in_meeting()
    assert "a11" in [one.article for one in on_the_agenda(running)]
    held = acted(running, RecordDecision("1.1", Outcome.DEFERRED))
    assert "a11" not in [one.article for one in on_the_agenda(held)]
    assert whys(held, "a11") == (Why.DEFERRED,)


# -- what disappears, and what is owed --------------------------------------------------------


def test_what_disappears_says_how_and_why() -> None:
    value = acted(
        in_meeting(),
        AGREED,
        RecordDecision("1.2", Outcome.DROPPED, reason="te duur"),
        RecordDecision("1.3", Outcome.REGULAR),
        RecordDecision("1.4", Outcome.DEFERRED),
    )
    meeting = value.running_meeting
    assert meeting is not None
    assert [(one.article, one.how, one.reason) for one in leaving(value, meeting)] == [
        ("a11", Gone.DECIDED, ""),
        ("a12", Gone.DROPPED, "te duur"),
        ("a13", Gone.REGULAR, ""),
    ]


def test_every_article_either_comes_back_or_disappears() -> None:
    value = acted(
        in_meeting(),
        AGREED,
        RecordDecision("1.2", Outcome.DROPPED),
        RecordDecision("2.2", Outcome.NO_AGREEMENT),
        ChangeComingBack("2.3", comes=False, reason="elders"),
    )
    meeting = value.running_meeting
    assert meeting is not None
    comes = {one.article for one in coming_back(value) if one.comes}
    goes = {one.article for one in leaving(value, meeting)}
    assert not comes & goes
    assert comes | goes == set(value.order.flat)


def test_a_reason_follows_of_the_table_and_of_each_party_that_stands_apart() -> None:
    value = acted(
        in_meeting(),
        TakePosition("1.1", "hbr", Stance.DISAGREE),
        TakePosition("1.1", "beekwonen", Stance.RESERVE, kind=ReservationKind.CONTENT),
        TakePosition("1.1", "goede-haard", Stance.RESERVE),
        RecordDecision("1.1", Outcome.NO_AGREEMENT),
    )
    missing = reasons_missing(value, value.lines["a11"])
    assert set(missing) == {"", "hbr", "beekwonen"}
    given = acted(
        value,
        GiveReason("1.1", "te duur"),
        GiveReason("1.1", "geen geld", "hbr"),
        GiveReason("1.1", "eerst cijfers", "beekwonen"),
        day=16,
    )
    assert reasons_missing(given, given.lines["a11"]) == ()
    decision = given.decision_on("a11")
    assert decision is not None
    assert decision.reason == "te duur"
    assert {s.party: s.reason for s in decision.positions}["hbr"] == "geen geld"


def test_parked_points_stay_in_sight_until_they_are_settled() -> None:
    value = acted(in_meeting(), Park("huisvesting ouderen"))
    assert [point.text for point in still_parked(value)] == ["huisvesting ouderen"]
    assert still_parked(acted(value, SettleParked("1"), day=16)) == ()


def test_a_day_that_is_named_for_a_meeting_is_that_of_the_meeting() -> None:
    value = acted(in_meeting(), RecordDecision("1.1", Outcome.DEFERRED), CloseMeeting())
    (own,) = (one for one in coming_back(value) if one.article == "a11")
    assert own.is_for(None)
    meeting = replace(value.ordered_meetings[-1], date=date(2026, 10, 1))
    assert own.is_for(meeting)


def test_what_was_decided_without_a_party_comes_back_until_it_is_heard() -> None:
    away = Attend("hbr", Presence.EXCUSED)
    value = acted(agreement(), OpenMeeting(), away, AGREED, CloseMeeting())
    assert whys(value, "a11") == (Why.UNHEARD,)
    (meeting,) = value.ordered_meetings
    assert "a11" not in [one.article for one in leaving(value, meeting)]
    later = acted(value, OpenMeeting(), day=28)
    assert "a11" in [one.article for one in on_the_agenda(later)]
    heard = acted(later, TakePosition("1.1", "hbr", Stance.AGREE), day=29)
    assert whys(heard, "a11") is None
