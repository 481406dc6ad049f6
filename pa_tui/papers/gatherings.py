"""Meetings as papers name them: "werkgroep 2", "WG2", and which one comes next."""

from __future__ import annotations

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.decisions import Decision
from pa_tui.domain.meetings import Meeting, MeetingKind, is_round
from pa_tui.papers.dutch import day

_NAMES = {
    MeetingKind.WORKING_GROUP: "werkgroep",
    MeetingKind.OFFICIAL: "ambtelijk overleg",
    MeetingKind.ADMINISTRATIVE: "bestuurlijk overleg",
    MeetingKind.WRITTEN: "schriftelijke ronde",
    MeetingKind.EVALUATION: "evaluatieoverleg",
}
_CODES = {
    MeetingKind.WORKING_GROUP: "WG",
    MeetingKind.OFFICIAL: "AO",
    MeetingKind.ADMINISTRATIVE: "BO",
    MeetingKind.WRITTEN: "SR",
    MeetingKind.EVALUATION: "EV",
}
USUAL_COUNT = 3
"""How many working-group meetings a year usually has (practice of the three rounds)."""


def name(meeting: Meeting) -> str:
    """ "werkgroep 2", "bestuurlijk overleg 1"."""
    return f"{_NAMES[meeting.kind]} {meeting.number}"


def kind_name(kind: MeetingKind) -> str:
    """ "werkgroep"."""
    return _NAMES[kind]


def kind_with_article(kind: MeetingKind) -> str:
    """ "de werkgroep", "het bestuurlijk overleg"."""
    common = kind in (MeetingKind.WORKING_GROUP, MeetingKind.WRITTEN)
    return f"{'de' if common else 'het'} {_NAMES[kind]}"


def code(meeting: Meeting) -> str:
    """ "WG2"."""
    return f"{_CODES[meeting.kind]}{meeting.number}"


def decision_code(decision: Decision, agreement: Agreement) -> str:
    """The decision's number, never reused: "WG2-07"; its day where no meeting took it."""
    meeting = agreement.meetings.get(decision.meeting or "")
    if meeting is None:
        return f"buiten overleg, {day(decision.at)}"
    return f"{code(meeting)}-{decision.number:02}"


def in_writing(decision: Decision, agreement: Agreement) -> bool:
    """Whether a decision was taken in a written round."""
    return is_round(agreement.meetings.get(decision.meeting or ""))


def count_of_kind(meeting: Meeting, agreement: Agreement) -> int:
    """How many meetings of this kind the year has; a working group meets at least thrice."""
    numbers = [m.number for m in agreement.meetings.values() if m.kind is meeting.kind]
    usual = USUAL_COUNT if meeting.kind is MeetingKind.WORKING_GROUP else 1
    return max([usual, meeting.number, *numbers])


def previous(meeting: Meeting, agreement: Agreement) -> Meeting | None:
    """The meeting of the same kind before this one; None where it is the first."""
    held = agreement.ordered_meetings
    place = next((i for i, own in enumerate(held) if own.id == meeting.id), 0)
    return next((m for m in reversed(held[:place]) if m.kind is meeting.kind), None)


def next_of_kind(meeting: Meeting, agreement: Agreement) -> Meeting | None:
    """The meeting of the same kind after this one, planned or held; None where none is."""
    held = agreement.ordered_meetings
    place = next((i for i, own in enumerate(held) if own.id == meeting.id), len(held))
    return next((m for m in held[place + 1 :] if m.kind is meeting.kind), None)
