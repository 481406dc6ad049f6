"""The meeting on the wall: who is at the table, and who answered a written round."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from pa_tui.domain.decisions import Stance
from pa_tui.domain.meetings import MeetingKind, Presence
from pa_tui.edits import OpenMeeting, RecordAnswer
from pa_tui.edits.meeting import Attend
from pa_tui.language import speak
from pa_tui.room import Pointer, Stage
from tests.keys.wall import Wall
from tests.samples import agreement, done, in_meeting


@pytest.fixture
def wall():
    speak("en")
    yield Wall()
    speak("nl")


def test_who_came_in_later_is_simply_there(wall):
    value = in_meeting(absent=("hbr",))
    meeting = value.running_meeting.id
    value = done(value, Attend("hbr", Presence.ARRIVED))
    shown = wall.looks(value, Pointer(Stage.MEETING, meeting=meeting))
    assert shown.count("present") == 4
    assert "arrived" not in shown


def test_a_written_round_shows_who_answered_and_the_term_but_not_what(wall):
    term = datetime(2026, 9, 18, 12, 0)
    value = done(agreement(), OpenMeeting(MeetingKind.WRITTEN, answer_by=term))
    value = done(value, RecordAnswer("hbr", Stance.DISAGREE, date(2026, 9, 14), "", "duur"))
    pointer = Pointer(Stage.MEETING, meeting=value.running_meeting.id)
    shown = wall.looks(value, pointer)
    assert shown.count("no answer yet") == 3
    assert "answered" in shown
    assert "answers until 18 Sep 2026 12.00" in shown
    assert "not noted" not in shown
    assert "does not agree" not in shown
