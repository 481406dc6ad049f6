"""The minutes of a closed meeting stay what they are, whatever happens later."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.decisions import Outcome, Stance
from pa_tui.domain.meetings import ActionState, MeetingKind, Presence
from pa_tui.domain.text import Block, BlockKind
from pa_tui.edits import (
    AddAction,
    AdoptDecisions,
    AdoptMinutes,
    ChangeComingBack,
    CloseMeeting,
    CorrectAction,
    CorrectAttendance,
    CorrectDecision,
    CorrectNote,
    Edit,
    GiveReason,
    LiftReservation,
    MergeArticles,
    OpenMeeting,
    Park,
    ParkedToAgenda,
    PlanMeeting,
    RecordDecision,
    ReopenArticle,
    ReviseText,
    SetActionState,
    SetLead,
    SettleParked,
    TakeNote,
    TakePosition,
    WithdrawAgreement,
    apply,
)
from pa_tui.errors import AgreementError
from pa_tui.papers.markdown import write_markdown
from pa_tui.papers.minutes import minutes
from tests.core.test_coming_back import acted
from tests.samples import agreement, moment

AT = datetime(2026, 9, 15, 17, 0)
OTHER = (Block(BlockKind.PARAGRAPH, "De huren stijgen gemiddeld 2%."),)
ANOTHER = (Block(BlockKind.PARAGRAPH, "De gemeente onderzoekt dit."),)


def held() -> Agreement:
    """Working group 1, planned, held and closed, with something of everything in it."""
    planned = acted(agreement(), PlanMeeting(date=date(2026, 9, 15)), day=1)
    return acted(
        planned,
        OpenMeeting(),
        TakePosition("1.1", "hbr", Stance.RESERVE, until=date(2026, 10, 12)),
        RecordDecision("1.1", Outcome.AGREED),
        RecordDecision("1.2", Outcome.AGREED),
        TakePosition("1.2", "hbr", Stance.AGREE, "mits de cijfers kloppen"),
        RecordDecision("1.3", Outcome.DROPPED),
        RecordDecision("1.4", Outcome.DEFERRED, until="werkgroep 2"),
        RecordDecision("2.2", Outcome.NO_AGREEMENT, reason="startdatum"),
        RecordDecision("3.1", Outcome.AMENDED, new_text=OTHER),
        TakeNote("de cijfers volgen", "1.1"),
        AddAction("cijfers sturen", "1.1", "hbr", due=date(2026, 9, 20)),
        Park("huisvesting ouderen"),
        ChangeComingBack("1.2", reason="eerst kijken"),
        ChangeComingBack("2.1", comes=False, reason="hoort elders"),
        ReviseText("2.1", OTHER),
        TakePosition("2.1", "hbr", Stance.DISAGREE, "te laat"),
        SetLead("2.1", ("beekwonen",)),
        CloseMeeting(),
    )


def printed(value: Agreement) -> str:
    return write_markdown(minutes(value, value.ordered_meetings[0], at=AT, version="Concept"))


NUMBERS = st.sampled_from(["1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "3.1"])
LATER: st.SearchStrategy[Edit] = st.one_of(
    st.builds(ReopenArticle, NUMBERS, st.just("nieuwe cijfers")),
    st.builds(
        WithdrawAgreement, NUMBERS, st.just("hbr"), st.just("achterban"), st.just("e-mail")
    ),
    st.builds(LiftReservation, NUMBERS, st.just("hbr"), st.just("brief")),
    st.builds(
        TakePosition, NUMBERS, st.sampled_from(["hbr", "beekwonen"]), st.sampled_from(Stance)
    ),
    st.builds(RecordDecision, NUMBERS, st.sampled_from(Outcome), reason=st.just("later")),
    st.builds(ReviseText, NUMBERS, st.sampled_from([OTHER, ANOTHER])),
    st.builds(MergeArticles, st.just("2.2"), st.just("2.1")),
    st.builds(SetLead, NUMBERS, st.just(("hbr",))),
    st.builds(SetActionState, st.just("A-001"), st.sampled_from(ActionState)),
    st.builds(AddAction, st.just("bellen"), NUMBERS, st.just("hbr")),
    st.builds(TakeNote, st.just("later gezegd"), NUMBERS),
    st.builds(SettleParked, st.just("1")),
    st.builds(ParkedToAgenda, st.just("1")),
    st.builds(ChangeComingBack, NUMBERS, st.booleans(), st.just("zo wil de voorzitter het")),
    st.builds(OpenMeeting, st.sampled_from(MeetingKind), date=st.just(date(2026, 10, 28))),
    st.builds(CloseMeeting),
    st.builds(AdoptDecisions),
    st.builds(Park, st.just("iets anders")),
)


@settings(deadline=None)
@given(st.lists(LATER, max_size=8))
@example(
    [
        TakePosition("1.1", "hbr", Stance.AGREE),
        WithdrawAgreement("1.1", "hbr", "achterban", "e-mail"),
    ]
)
def test_no_later_act_changes_them(acts: list[Edit]) -> None:
    value = held()
    before = printed(value)
    for number, act in enumerate(acts):
        try:
            later = moment(9000 + number, datetime(2026, 10, 1, 9, number))
            value = apply(act, value, later).agreement
        except AgreementError:
            continue
    assert printed(value) == before


def test_what_the_chair_changed_in_what_comes_back_is_told() -> None:
    told = printed(held())
    assert "**Komt op verzoek terug:** 1.2 (eerst kijken)." in told.replace("\\", "")
    assert "**Komt niet terug:** 2.1 (hoort elders)." in told.replace("\\", "")
    assert "**Reden volgt:** 1.3." in told.replace("\\", "")


def test_adoption_changes_the_stamp_alone() -> None:
    value = held()
    before = printed(value)
    running = acted(value, OpenMeeting(date=date(2026, 10, 28)), day=28)
    adopted = acted(running, AdoptMinutes("1", ("bij 1.1 staat nu acht",)), day=29)
    after = printed(adopted)
    stamp = (
        "Vastgesteld in de bijeenkomst van 28 oktober 2026, met de volgende wijzigingen: "
        "bij 1.1 staat nu acht"
    )
    assert after == before.replace("CONCEPT, nog niet vastgesteld", stamp)
    assert "CONCEPT" not in after
    told = write_markdown(minutes(adopted, adopted.ordered_meetings[1], at=AT))
    assert "wordt vastgesteld met de volgende wijzigingen: bij 1.1 staat nu acht." in told


@pytest.mark.parametrize(
    ("act", "told"),
    [
        (GiveReason("1.3", "te duur"), "reden bij besluit WG1-03: toegevoegd ‘te duur’."),
        (
            CorrectDecision("2.2", "de startdatum van 2.2"),
            "reden bij besluit WG1-05: ‘startdatum’ wordt ‘de startdatum van 2.2’.",
        ),
        (
            CorrectNote("", "de cijfers komen"),
            "opmerking bij 1.1: ‘de cijfers volgen’ wordt ‘de cijfers komen’.",
        ),
        (
            CorrectAction("1", "cijfers mailen", "hbr", due=date(2026, 9, 20)),
            "actie A-001: ‘cijfers sturen, HBR, 20-9-2026’ wordt ‘cijfers mailen, HBR, "
            "20-9-2026’.",
        ),
        (
            CorrectAttendance("1", "beekwonen", Presence.EXCUSED),
            "aanwezigheid Beekwonen: ‘aanwezig’ wordt ‘afwezig met kennisgeving’.",
        ),
    ],
)
def test_a_correction_is_told_at_the_end(act: Edit, told: str) -> None:
    value = held()
    if isinstance(act, CorrectDecision):
        decision = value.decision_on(value.article_named("2.2").id)
        assert decision is not None
        act = CorrectDecision(decision.id, act.reason)
    if isinstance(act, CorrectNote):
        (note,) = value.notes.values()
        act = CorrectNote(note.id, act.text)
    assert "Correcties na sluiting" not in printed(value)
    after = printed(acted(value, act, day=16))
    assert "Correcties na sluiting" in after
    assert f"16 september 2026, {told}" in after.replace("\\", "")


def test_a_position_and_a_letter_after_the_closing_leave_them_alone() -> None:
    value = held()
    before = printed(value)
    agrees = TakePosition("1.1", "hbr", Stance.AGREE)
    later = acted(value, agrees, WithdrawAgreement("1.1", "hbr", "achterban", "e-mail"), day=20)
    assert printed(later) == before
