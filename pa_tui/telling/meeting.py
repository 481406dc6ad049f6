"""Sentences about the order of a meeting, and about adoption and signing."""

from __future__ import annotations

from pa_tui import labels
from pa_tui.domain.meetings import Meeting
from pa_tui.edits.attendance import ForgetAttendance
from pa_tui.edits.meeting import (
    AdoptMinutes,
    Attend,
    CloseMeeting,
    OpenMeeting,
    ResumeMeeting,
    Sign,
    SuspendMeeting,
    meeting_named,
)
from pa_tui.errors import NotFound
from pa_tui.language import _, n_
from pa_tui.telling.base import Told, tells


@tells(OpenMeeting)
def opened(edit: OpenMeeting, told: Told) -> str:
    """ "Meeting opened: working group 2"."""
    meeting = next(iter(told.made("meeting")), None)
    if meeting is None and told.changes:
        meeting = _touched(told)
    return _("Meeting opened: {meeting}", meeting=_named(meeting) or labels.name(edit.kind))


@tells(CloseMeeting)
def closed(edit: CloseMeeting, told: Told) -> str:
    """ "Meeting closed: working group 2"."""
    return _("Meeting closed: {meeting}", meeting=_named(_touched(told)))


@tells(SuspendMeeting)
def suspended(edit: SuspendMeeting, told: Told) -> str:
    """ "Meeting suspended"."""
    return _("Meeting suspended")


@tells(ResumeMeeting)
def resumed(edit: ResumeMeeting, told: Told) -> str:
    """ "Meeting resumed"."""
    return _("Meeting resumed")


@tells(Attend)
def attended(edit: Attend, told: Told) -> str:
    """ "Anna (HBR): left, 14.35"."""
    who = told.party(edit.who) if edit.party is None else edit.who
    if edit.party is not None:
        who = f"{who} ({told.party(edit.party)})"
    words = labels.name(edit.state)
    if edit.by:
        words = _("{state} by {name}", state=words, name=edit.by)
    return f"{who}: {words}, {edit.at}" if edit.at else f"{who}: {words}"


@tells(ForgetAttendance)
def forgotten(edit: ForgetAttendance, told: Told) -> str:
    """ "Anna is off the attendance"."""
    return _("{name} is off the attendance", name=edit.person)


@tells(AdoptMinutes)
def minutes_adopted(edit: AdoptMinutes, told: Told) -> str:
    """ "Minutes of working group 2 adopted"."""
    try:
        words = _named(meeting_named(told.agreement, edit.meeting))
    except NotFound:
        words = edit.meeting
    told_so = _("Minutes of {meeting} adopted", meeting=words)
    if not edit.changes:
        return told_so
    count = len(edit.changes)
    changes = n_("with {count} change", "with {count} changes", count)
    return f"{told_so}, {changes}"


@tells(Sign)
def signed(edit: Sign, told: Told) -> str:
    """ "HBR signed", and that there was nothing to sign yet."""
    words = _("{party} signed", party=told.party(edit.party))
    if edit.date is not None:
        day = labels.day(edit.date)
        words = _("{party} signed on {date}", party=told.party(edit.party), date=day)
    if told.agreement.about.is_draft:
        return _("{what}; nothing is adopted yet", what=words)
    return words


def _named(meeting: Meeting | None) -> str:
    return labels.meeting(meeting) if meeting is not None else ""


def _touched(told: Told) -> Meeting | None:
    keys = [change.id for change in told.changes if change.kind == "meeting"]
    return told.agreement.meetings.get(keys[0]) if keys else told.agreement.running_meeting
