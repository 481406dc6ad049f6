"""Positions and decisions as plain values."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from pa_tui.domain.agreement import Agreement, AgreementStatus
from pa_tui.domain.decisions import (
    DisputeKind,
    Outcome,
    ReservationKind,
    Stance,
    Standing,
)
from pa_tui.domain.hearing import as_it_stands
from pa_tui.domain.lines import Status
from pa_tui.domain.meetings import MeetingKind, Presence
from pa_tui.domain.parties import State
from pa_tui.domain.text import paragraph, plain
from pa_tui.edits import (
    AdoptDecisions,
    Attend,
    ClearPosition,
    CloseMeeting,
    DecideTogether,
    Edit,
    LiftReservation,
    OpenMeeting,
    RecordDecision,
    RemoveArticle,
    ReopenArticle,
    ReviseText,
    Sign,
    TakePosition,
    TextMoved,
    WithdrawAgreement,
    apply,
)
from pa_tui.errors import NotAllowed
from pa_tui.telling import describe_edit, standing_apart
from tests import samples


def after(*edits: Edit, agreement: Agreement | None = None) -> Agreement:
    agreement = agreement or samples.agreement()
    for number, edit in enumerate(edits, start=100):
        agreement = apply(edit, agreement, samples.moment(number)).agreement
    return agreement


def meeting(*edits: Edit, kind: MeetingKind = MeetingKind.WORKING_GROUP) -> Agreement:
    return after(OpenMeeting(kind), *edits)


def stances(agreement: Agreement, article: str) -> dict[str, Stance]:
    key = agreement.article_named(article).id
    return {party: p.stance for party, p in agreement.positions_on(key).items()}


def test_agreed_fills_only_empty_positions_of_parties_that_are_there() -> None:
    found = meeting(
        Attend("beekwonen", Presence.ABSENT),
        TakePosition("1.1", "hbr", Stance.RESERVE),
        RecordDecision("1.1", Outcome.AGREED),
    )
    assert stances(found, "1.1") == {
        "hbr": Stance.RESERVE,
        "rietbeek": Stance.AGREE,
        "goede-haard": Stance.AGREE,
    }
    decision = found.decision_on("a11")
    assert decision is not None
    assert decision.missing == ("beekwonen",)
    assert decision.silent == ()


def test_agreed_never_speaks_for_a_party_that_takes_no_part_in_the_theme() -> None:
    found = meeting(RecordDecision("4.1", Outcome.AGREED))
    assert "goede-haard" not in stances(found, "4.1")


def test_a_working_group_decides_provisionally_and_the_administrative_meeting_adopts() -> None:
    working = meeting(RecordDecision("1.1", Outcome.AGREED))
    board = meeting(RecordDecision("1.1", Outcome.AGREED), kind=MeetingKind.ADMINISTRATIVE)
    assert working.lines["a11"].standing is Standing.PROVISIONAL
    assert board.lines["a11"].standing is Standing.ADOPTED


def test_outside_a_meeting_nobody_decides_unless_it_is_said() -> None:
    with pytest.raises(NotAllowed, match="--no-meeting"):
        after(RecordDecision("1.1", Outcome.AGREED))
    found = after(RecordDecision("1.1", Outcome.AGREED, outside_meeting=True))
    assert found.lines["a11"].status is Status.DECIDED
    assert stances(found, "1.1") == {}


def test_an_amendment_keeps_the_text_before_and_after() -> None:
    found = meeting(RecordDecision("1.2", Outcome.AMENDED, new_text=paragraph("Twaalf.")))
    decision = found.decision_on("a12")
    assert decision is not None
    assert samples.STARTERS in plain(decision.before)
    assert plain(decision.after) == plain(found.articles["a12"].text) == "Twaalf."


def test_a_text_revised_before_the_decision_counts_as_its_change() -> None:
    found = meeting(
        ReviseText("1.2", paragraph("Eerst tien.")),
        ReviseText("1.2", paragraph("Dan twaalf.")),
        RecordDecision("1.2", Outcome.AMENDED),
    )
    decision = found.decision_on("a12")
    assert decision is not None
    assert samples.STARTERS in plain(decision.before)
    assert plain(decision.after) == "Dan twaalf."


def test_a_second_decision_in_one_meeting_is_one_change() -> None:
    found = meeting(
        RecordDecision("1.2", Outcome.AMENDED, new_text=paragraph("Tien.")),
        RecordDecision("1.2", Outcome.AMENDED, new_text=paragraph("Twaalf.")),
    )
    decision = found.decision_on("a12")
    assert decision is not None
    assert samples.STARTERS in plain(decision.before)
    assert [d.number for d in found.decisions_on("a12")] == [1, 2]


def test_a_changed_text_asks_again_what_its_words_no_longer_carry() -> None:
    found = meeting(ReviseText("1.2", paragraph(samples.EVALUATE)))
    kept, asked = found.commitments["c12b"], found.commitments["c12a"]
    assert asked.leads[0].state is State.SUGGESTED
    assert kept.involved[0].state is State.CONFIRMED


def test_a_text_that_moved_meanwhile_is_not_overwritten() -> None:
    began_on = samples.agreement().articles["a12"].text
    found = meeting(ReviseText("1.2", paragraph("Ander venster.")))
    with pytest.raises(TextMoved):
        after(ReviseText("1.2", paragraph("Dit venster."), None, began_on), agreement=found)


@pytest.mark.parametrize("outcome", list(Outcome))
def test_only_settling_outcomes_decide(outcome: Outcome) -> None:
    status = meeting(RecordDecision("1.1", outcome)).lines["a11"].status
    wanted = {
        Outcome.DEFERRED: Status.OPEN,
        Outcome.NO_AGREEMENT: Status.OPEN,
        Outcome.DROPPED: Status.DROPPED,
    }
    assert status is wanted.get(outcome, Status.DECIDED)


def test_no_agreement_is_a_dispute_unless_it_is_only_for_discussion() -> None:
    dispute = meeting(RecordDecision("1.1", Outcome.NO_AGREEMENT)).decision_on("a11")
    talk = meeting(
        RecordDecision("1.1", Outcome.NO_AGREEMENT, kind=DisputeKind.DISCUSSION)
    ).decision_on("a11")
    assert dispute is not None
    assert talk is not None
    assert (dispute.kind, talk.kind) == (DisputeKind.DISPUTE, DisputeKind.DISCUSSION)


def test_en_bloc_is_one_act_with_numbers_of_their_own() -> None:
    found = meeting(DecideTogether(("1.1", "2.1")))
    decisions = found.decisions_of(found.ordered_meetings[-1].id)
    assert [d.number for d in decisions] == [1, 2]
    assert len({d.en_bloc for d in decisions}) == 1
    with pytest.raises(NotAllowed):
        meeting(DecideTogether(()))


def test_reopening_keeps_the_decision_readable() -> None:
    found = meeting(RecordDecision("1.1", Outcome.AGREED), ReopenArticle("1.1", "nieuw bod"))
    assert found.lines["a11"].status is Status.OPEN
    assert [d.reopened for d in found.decisions_on("a11")] == ["nieuw bod"]
    with pytest.raises(NotAllowed):
        after(ReopenArticle("1.1"), agreement=found)


def test_a_party_that_withdraws_reopens_the_article_and_says_why() -> None:
    found = meeting(
        RecordDecision("1.1", Outcome.AGREED),
        WithdrawAgreement("1.1", "HBR", "te weinig", "e-mail van 22 september"),
    )
    assert found.lines["a11"].objecting == ("hbr",)
    assert found.decision_on("a11") is None
    position = found.positions_on("a11")["hbr"]
    assert (position.reason, position.source) == ("te weinig", "e-mail van 22 september")
    assert position.said_on == samples.TODAY.date()
    with pytest.raises(NotAllowed):
        meeting(WithdrawAgreement("1.1", "hbr", "te weinig"))


def test_a_reservation_is_of_consent_unless_it_is_said_and_is_lifted_by_a_yes() -> None:
    reserved = meeting(TakePosition("1.1", "hbr", Stance.RESERVE, until=date(2026, 10, 12)))
    assert reserved.positions_on("a11")["hbr"].kind is ReservationKind.CONSENT
    lifted = after(LiftReservation("1.1", "hbr"), agreement=reserved)
    assert lifted.positions_on("a11")["hbr"].stance is Stance.AGREE
    assert lifted.positions_on("a11")["hbr"].until is None
    with pytest.raises(NotAllowed):
        after(LiftReservation("1.1", "hbr"), agreement=lifted)


def test_a_position_can_be_cleared_as_if_nothing_was_said() -> None:
    found = meeting(TakePosition("1.1", "hbr", Stance.AGREE), ClearPosition("1.1", "hbr"))
    assert stances(found, "1.1") == {}


def test_all_means_who_is_there_and_concerned() -> None:
    found = meeting(Attend("rietbeek", Presence.LEFT), TakePosition("4.1", "all", Stance.AGREE))
    assert set(stances(found, "4.1")) == {"beekwonen", "hbr"}


def test_the_last_adopted_article_makes_the_agreement_adopted() -> None:
    names = [line.id for line in samples.agreement().lines.values()]
    some = meeting(DecideTogether(tuple(names[1:])), CloseMeeting(), AdoptDecisions())
    assert some.about.status is AgreementStatus.DRAFT
    rest = after(RemoveArticle(names[0]), agreement=some)
    with pytest.raises(NotAllowed):
        after(AdoptDecisions(), agreement=rest)
    whole = meeting(DecideTogether(tuple(names)), CloseMeeting(), AdoptDecisions())
    assert whole.about.status is AgreementStatus.ADOPTED


def test_a_working_group_cannot_adopt() -> None:
    with pytest.raises(NotAllowed):
        meeting(RecordDecision("1.1", Outcome.AGREED), AdoptDecisions())


def test_the_last_signature_signs_the_agreement_and_its_decisions() -> None:
    decided = meeting(RecordDecision("1.1", Outcome.AGREED), CloseMeeting())
    *first, last = [party.id for party in decided.ordered_parties]
    some = after(*(Sign(key, date(2026, 9, 14)) for key in first), agreement=decided)
    assert some.about.status is AgreementStatus.DRAFT
    found = after(Sign(last), agreement=some)
    assert found.about.status is AgreementStatus.SIGNED
    assert found.lines["a11"].standing is Standing.SIGNED


def test_articles_decided_already_stay_as_they_are_en_bloc() -> None:
    decided = meeting(RecordDecision("1.1", Outcome.AGREED))
    before = decided.decision_on("a11")
    found = after(DecideTogether(("1.1", "1.2")), agreement=decided)
    assert found.decision_on("a11") == before
    assert found.lines["a12"].outcome is Outcome.AGREED
    with pytest.raises(NotAllowed, match="agreed already"):
        after(DecideTogether(("1.1", "1.2")), agreement=found)


def test_a_signature_before_the_adoption_is_told_as_such() -> None:
    signing = Sign("hbr", date(2026, 9, 15))
    assert describe_edit(signing, samples.agreement()).endswith("; er is nog niets vastgesteld")


def test_nothing_is_lifted_before_it_was_reserved() -> None:
    reserved = meeting(TakePosition("1.1", "hbr", Stance.RESERVE))
    with pytest.raises(NotAllowed, match="cannot be lifted"):
        after(LiftReservation("1.1", "hbr", on=date(2026, 9, 14)), agreement=reserved)
    lifted = after(LiftReservation("1.1", "hbr", on=date(2026, 9, 15)), agreement=reserved)
    assert lifted.positions_on("a11")["hbr"].stance is Stance.AGREE


def test_nobody_comes_back_on_a_decision_before_it_was_taken() -> None:
    decided = meeting(RecordDecision("1.1", Outcome.AGREED))
    with pytest.raises(NotAllowed, match="it cannot come back on that"):
        after(
            WithdrawAgreement("1.1", "hbr", "te duur", on=date(2026, 9, 14)), agreement=decided
        )
    back = after(
        WithdrawAgreement("1.1", "hbr", "te duur", on=date(2026, 9, 15)), agreement=decided
    )
    assert back.positions_on("a11")["hbr"].stance is Stance.DISAGREE


def test_who_was_away_has_no_position_yet_once_it_is_adopted() -> None:
    acts = (
        Attend("hbr", Presence.ABSENT),
        RecordDecision("1.1", Outcome.AGREED),
        CloseMeeting(),
    )
    decided = meeting(*acts)
    before = decided.decision_on("a11")
    assert before is not None
    assert as_it_stands(before, decided).missing == ("hbr",)
    board = meeting(*acts, OpenMeeting(MeetingKind.ADMINISTRATIVE), AdoptDecisions())
    adopted = board.decision_on("a11")
    assert adopted is not None
    now = as_it_stands(adopted, board)
    assert (now.silent, now.missing) == (("hbr",), ())
    assert standing_apart(now, board) == "nog geen standpunt HBR"
    earlier = samples.TODAY - timedelta(minutes=1)
    assert as_it_stands(adopted, board, earlier).missing == ("hbr",)


# -- told -------------------------------------------------------------------------------


def told(edit: Edit, *before: Edit) -> str:
    agreement = meeting(*before)
    applied = apply(edit, agreement, samples.moment(900))
    return describe_edit(edit, applied.agreement, applied.changes)


def test_who_stands_apart_is_named_beside_the_outcome() -> None:
    words = told(
        RecordDecision("1.1", Outcome.AGREED),
        TakePosition("1.1", "hbr", Stance.RESERVE),
        Attend("beekwonen", Presence.ABSENT),
    )
    assert "1.1" in words
    assert "HBR" in words
    assert "Beekwonen" in words
    assert "Goede Haard" not in words


def test_en_bloc_names_who_stands_apart_once() -> None:
    everywhere = told(DecideTogether(("1.1", "2.1")), Attend("hbr", Presence.ABSENT))
    assert everywhere.count("HBR") == 1
    assert everywhere.count("1.1") == 1
    once = told(DecideTogether(("1.1", "2.1")), TakePosition("2.1", "hbr", Stance.RESERVE))
    assert once.count("2.1") == 2


def test_an_internal_note_is_not_repeated() -> None:
    from pa_tui.edits import TakeNote

    assert "geheim" not in told(TakeNote("geheim bod", "1.1", internal=True))
    assert "open bod" in told(TakeNote("open bod", "1.1"))
