"""After a closing: what is put right leaves a trace, and adopted minutes are fixed."""

from __future__ import annotations

import pytest

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.decisions import Outcome, Stance
from pa_tui.domain.meetings import About, ActionState, Meeting, MinutesState, Presence
from pa_tui.edits import (
    AddAction,
    AdoptMinutes,
    CloseMeeting,
    CorrectAction,
    CorrectAttendance,
    CorrectDecision,
    CorrectNote,
    GiveReason,
    OpenMeeting,
    RecordDecision,
    SetActionState,
    TakeNote,
    TakePosition,
)
from pa_tui.errors import NotAllowed
from pa_tui.memory import MemoryStore
from tests.core.test_coming_back import acted
from tests.samples import in_meeting, moment


def held() -> Agreement:
    """A meeting that is closed, with a decision, a note and an action."""
    return acted(
        in_meeting(),
        TakePosition("1.1", "hbr", Stance.DISAGREE),
        RecordDecision("1.1", Outcome.NO_AGREEMENT),
        TakeNote("de cijfers volgen", "1.1"),
        TakeNote("dit blijft hier", "1.1", internal=True),
        AddAction("cijfers sturen", "1.1", "hbr"),
        CloseMeeting(),
    )


def the_meeting(value: Agreement) -> Meeting:
    return value.ordered_meetings[0]


def trail(value: Agreement) -> list[tuple[About, str, str]]:
    return [(own.about, own.was, own.becomes) for own in the_meeting(value).corrections]


def test_every_kind_of_correction_leaves_what_it_was_and_what_it_becomes() -> None:
    value = held()
    (decision,) = value.decisions.values()
    note, internal = sorted(value.notes.values(), key=lambda own: own.internal)
    meeting = the_meeting(value).id
    value = acted(
        value,
        GiveReason("1.1", "te duur"),
        GiveReason("1.1", "geen geld", "hbr"),
        CorrectDecision(decision.id, "veel te duur"),
        CorrectDecision(decision.id, text="naar het bestuur"),
        CorrectNote(note.id, "de cijfers komen"),
        CorrectNote(internal.id, "dit blijft binnen"),
        CorrectAction("A-001", "cijfers en kaart sturen", "hbr"),
        CorrectAttendance(meeting, "beekwonen", Presence.EXCUSED),
        day=16,
    )
    assert trail(value) == [
        (About.REASON, "", "te duur"),
        (About.REASON, "", "HBR: geen geld"),
        (About.REASON, "te duur", "veel te duur"),
        (About.DECISION, "", "naar het bestuur"),
        (About.NOTE, "de cijfers volgen", "de cijfers komen"),
        (About.ACTION, "cijfers sturen, HBR", "cijfers en kaart sturen, HBR"),
        (About.ATTENDANCE, "present", "excused"),
    ]
    assert the_meeting(value).presence_of("beekwonen") is Presence.EXCUSED
    assert {own.by for own in the_meeting(value).corrections} == {"Noor"}


def test_an_internal_note_never_shows_in_the_trail() -> None:
    value = held()
    (internal,) = (own for own in value.notes.values() if own.internal)
    public = acted(value, CorrectNote(internal.id, "toch openbaar", internal=False), day=16)
    assert trail(public) == [(About.NOTE, "", "toch openbaar")]
    again = acted(public, CorrectNote(internal.id, "weer niet", internal=True), day=17)
    assert trail(again)[-1] == (About.NOTE, "toch openbaar", "")


def test_while_the_meeting_runs_nothing_is_traced() -> None:
    value = acted(
        in_meeting(),
        RecordDecision("1.1", Outcome.DROPPED),
        TakeNote("een", "1.1"),
        GiveReason("1.1", "te duur"),
    )
    (note,) = value.notes.values()
    assert trail(acted(value, CorrectNote(note.id, "twee"), day=16)) == []


def test_adopted_minutes_are_fixed_but_what_is_to_be_done_lives_on() -> None:
    value = held()
    value = acted(value, AdoptMinutes(the_meeting(value).id), day=16)
    (decision,) = value.decisions.values()
    note = next(own for own in value.notes.values() if not own.internal)
    meeting = the_meeting(value).id
    for act in (
        CorrectNote(note.id, "anders"),
        CorrectDecision(decision.id, text="anders"),
        CorrectAttendance(meeting, "hbr", Presence.ABSENT),
    ):
        with pytest.raises(NotAllowed, match="adopted and stay as they are"):
            acted(value, act, day=17)
    lives = acted(
        value,
        CorrectAction("A-001", "cijfers en kaart", "hbr"),
        SetActionState("A-001", ActionState.DONE),
        GiveReason("1.1", "te duur"),
        day=17,
    )
    assert trail(lives) == []
    assert [own.reason for own in lives.decisions.values()] == ["te duur"]
    with pytest.raises(NotAllowed, match="adopted and stay"):
        acted(lives, CorrectDecision(decision.id, "toch niet"), day=18)


def test_minutes_are_adopted_in_the_meeting_that_runs_with_its_changes() -> None:
    value = acted(held(), OpenMeeting(), day=28)
    first, running = value.ordered_meetings
    value = acted(value, AdoptMinutes(first.id, ("bij 1.1:\n  acht", " ")), day=29)
    first = the_meeting(value)
    assert first.minutes_state is MinutesState.ADOPTED
    assert (first.adopted_in, first.adopted_with) == (running.id, ("bij 1.1: acht",))
    assert first.adopted_at is not None
    with pytest.raises(NotAllowed, match="adopted already"):
        acted(value, AdoptMinutes(first.id), day=30)


def test_attendance_of_a_meeting_that_runs_is_no_correction() -> None:
    value = in_meeting()
    act = CorrectAttendance(the_meeting(value).id, "hbr", Presence.ABSENT)
    with pytest.raises(NotAllowed, match="not closed"):
        acted(value, act)


def test_undo_does_not_reach_behind_adopted_minutes() -> None:
    store = MemoryStore(in_meeting())
    acts = (RecordDecision("1.1", Outcome.AGREED), CloseMeeting())
    for number, act in enumerate(acts):
        store.commit(act, moment(700 + number))
    (meeting,) = store.agreement.ordered_meetings
    adopted = acted(store.agreement, AdoptMinutes(meeting.id), day=16)
    store.agreement = adopted
    with pytest.raises(NotAllowed, match="adopted and stay"):
        store.undo(moment(800), confirmed=True)
    assert store.agreement is adopted
