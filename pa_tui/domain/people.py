"""Who comes to the table: the persons a file knows from its earlier meetings."""

from __future__ import annotations

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.meetings import Attendance, Meeting, MeetingState


def known_people(agreement: Agreement, meeting: Meeting) -> tuple[Attendance, ...]:
    """The people of earlier meetings of this kind (of any kind, where this is the first)
    that are not noted at this one, each as he was the last time."""
    held = [
        own
        for own in agreement.ordered_meetings
        if own.id != meeting.id and own.state is MeetingState.CLOSED
    ]
    same = [own for own in held if own.kind is meeting.kind]
    here = {entry.person.casefold() for entry in meeting.attendance if entry.person}
    found: dict[str, Attendance] = {}
    for own in reversed(same or held):
        for entry in own.attendance:
            name = entry.person.casefold()
            fits = entry.party is None or entry.party in agreement.parties
            if name and name not in here and name not in found and fits:
                found[name] = entry
    return tuple(found.values())
