"""Taking somebody off the attendance who was noted by mistake."""

from __future__ import annotations

from dataclasses import dataclass

from pa_tui.domain.meetings import Attendance, Presence
from pa_tui.edits.base import Edit, Worksheet
from pa_tui.errors import N_, NotFound


@dataclass(frozen=True, slots=True)
class ForgetAttendance(Edit):
    """A person (of ``party``, where more have that name) goes off the attendance of the
    running meeting. Where it was the only one of a party, the party itself is noted again,
    as that person was."""

    person: str
    party: str | None = None

    def perform(self, sheet: Worksheet) -> None:
        meeting = sheet.open_meeting()
        party = sheet.agreement.party_named(self.party).id if self.party else None
        wanted = self.person.casefold()
        gone = next(
            (
                own
                for own in meeting.attendance
                if own.person
                and own.person.casefold() == wanted
                and (party is None or own.party == party)
            ),
            None,
        )
        if gone is None:
            raise NotFound(N_("{name} is not on the attendance."), name=self.person)
        kept = tuple(own for own in meeting.attendance if own is not gone)
        if gone.party is not None and all(own.party != gone.party for own in kept):
            state = Presence.PRESENT if gone.state.is_here else gone.state
            kept = (*kept, Attendance("", gone.party, state, at=gone.at))
        sheet.set(meeting, attendance=kept)
