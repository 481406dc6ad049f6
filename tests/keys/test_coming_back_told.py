"""Screen, agenda and minutes agree on what a meeting came to and what returns."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import pytest

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.decisions import DisputeKind, Outcome
from pa_tui.domain.meetings import MeetingKind, Presence
from pa_tui.edits import (
    Attend,
    CloseMeeting,
    OpenMeeting,
    PlanMeeting,
    RecordDecision,
    ReopenArticle,
    TakeNote,
)
from pa_tui.language import speak, spoken
from pa_tui.papers.agenda import agenda
from pa_tui.papers.markdown import write_markdown
from pa_tui.papers.minutes import minutes
from screens.meeting.leftover import balance, summary, why_words
from tests.core.test_coming_back import acted
from tests.samples import agreement

AT = datetime(2026, 9, 30, 17, 0)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = spoken()
    speak("en")
    yield
    speak(before)


def printed(value: Agreement, place: int = -1) -> str:
    return write_markdown(minutes(value, value.ordered_meetings[place], at=AT))


def test_who_was_not_heard_is_told_by_the_closing_page_and_the_next_agenda() -> None:
    value = acted(
        agreement(),
        OpenMeeting(),
        Attend("hbr", Presence.EXCUSED),
        RecordDecision("1.1", Outcome.AGREED),
        RecordDecision("1.2", Outcome.AGREED),
    )
    assert "De afspraken komen terug in werkgroep 2." in printed(value)
    made = balance(value, value.running_meeting)  # type: ignore[arg-type]
    told = [why_words(value, one) for one in made.returning if one.article in ("a11", "a12")]
    assert told == ["HBR not heard yet", "HBR not heard yet"]
    assert not made.gone
    planned = acted(value, CloseMeeting(), PlanMeeting(date=date(2026, 9, 28)), day=16)
    words = write_markdown(agenda(planned, at=AT))
    assert "HBR is nog niet gehoord over 1.1 en 1.2: de vraag is of HBR akkoord is." in words


def test_the_counts_are_of_this_meeting_and_the_same_on_screen_and_paper() -> None:
    up = RecordDecision("1.1", Outcome.NO_AGREEMENT, reason="startdatum")
    value = acted(agreement(), OpenMeeting(), up, CloseMeeting())
    value = acted(
        value,
        OpenMeeting(),
        RecordDecision("1.2", Outcome.AGREED),
        RecordDecision("1.3", Outcome.AGREED),
        ReopenArticle("1.3"),
        RecordDecision("1.4", Outcome.NO_AGREEMENT, kind=DisputeKind.DISCUSSION),
        CloseMeeting(),
        day=28,
    )
    last = value.ordered_meetings[-1]
    told = "1 decided, 0 held over, 1 to the administrative meeting, 0 actions"
    assert summary(balance(value, last), last) == told
    assert "besloten 1, aangehouden 0, naar bestuurlijk overleg 1, acties 0" in printed(value)


def test_the_administrative_meeting_sends_nothing_up() -> None:
    up = RecordDecision("1.1", Outcome.NO_AGREEMENT, reason="startdatum")
    value = acted(agreement(), OpenMeeting(), up, CloseMeeting())
    value = acted(value, OpenMeeting(MeetingKind.ADMINISTRATIVE), CloseMeeting(), day=28)
    last = value.ordered_meetings[-1]
    assert summary(balance(value, last), last) == (
        "0 decided, 0 held over, 0 without agreement, 0 actions"
    )
    assert "nog geen besluit 0" in printed(value)


def test_a_point_to_discuss_is_no_quarrel() -> None:
    value = acted(
        agreement(),
        OpenMeeting(),
        RecordDecision(
            "1.1", Outcome.NO_AGREEMENT, reason="het spreekuur", kind=DisputeKind.DISCUSSION
        ),
    )
    made = balance(value, value.running_meeting)  # type: ignore[arg-type]
    assert [why_words(value, one) for one in made.up] == ["to be discussed"]


def test_what_was_discussed_is_not_called_untreated() -> None:
    value = acted(agreement(), OpenMeeting(), TakeNote("de cijfers volgen", "1.1"))
    made = balance(value, value.running_meeting)  # type: ignore[arg-type]
    told = {one.article: why_words(value, one) for one in made.returning}
    assert (told["a11"], told["a12"]) == ("discussed, not decided yet", "not treated")
