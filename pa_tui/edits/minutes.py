"""The secretary's own words in minutes, and the versions of them that are kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.meetings import Meeting, MeetingState, MinutesState
from pa_tui.domain.minutes import MinutesVersion, Rewording
from pa_tui.edits.base import Edit, Worksheet
from pa_tui.edits.meeting import meeting_named
from pa_tui.errors import N_, NotAllowed, NotFound


@dataclass(frozen=True, slots=True)
class Reword(Edit):
    """Other words for a piece of the minutes of a meeting (number or id).

    ``was`` is what the program writes there, ``instead`` the secretary's own words that
    stood there when these were written. Giving back what the program wrote drops the words.
    """

    meeting: str
    place: str
    was: str
    becomes: str
    instead: str = ""

    def perform(self, sheet: Worksheet) -> None:
        meeting = _still_open(sheet.agreement, self.meeting)
        becomes = self.becomes.strip()
        if not becomes:
            raise NotAllowed(N_("A piece of the minutes cannot be without words."))
        old = sheet.agreement.rewordings.get(_key(meeting, self.place))
        if (old.becomes if old else "") != self.instead:
            raise NotAllowed(
                N_("These words were changed in another window meanwhile. Look at them first.")
            )
        if becomes == self.was.strip():
            if old is not None:
                sheet.remove(old)
            return
        moment = sheet.moment
        sheet.put(
            Rewording(
                _key(meeting, self.place),
                meeting.id,
                self.place,
                self.was,
                becomes,
                moment.at,
                moment.by,
            )
        )


@dataclass(frozen=True, slots=True)
class DropRewording(Edit):
    """The program's own words stand again in a piece of the minutes."""

    meeting: str
    place: str

    def perform(self, sheet: Worksheet) -> None:
        meeting = _still_open(sheet.agreement, self.meeting)
        old = sheet.agreement.rewordings.get(_key(meeting, self.place))
        if old is None:
            raise NotFound(N_("There are no other words at “{place}”."), place=self.place)
        sheet.remove(old)


@dataclass(frozen=True, slots=True)
class KeepMinutes(Edit):
    """The minutes of a meeting as they went out are kept under a name ("Concept 2")."""

    GOES_OUT: ClassVar = True

    meeting: str
    name: str
    text: str

    def perform(self, sheet: Worksheet) -> None:
        meeting = _held(sheet.agreement, self.meeting)
        held = sheet.agreement.minutes_versions.values()
        own = [version for version in held if version.meeting == meeting.id]
        if any(version.text == self.text for version in own):
            return
        if any(version.name == self.name for version in own):
            raise NotAllowed(
                N_(
                    "“{name}” of these minutes was kept in another window meanwhile. Export "
                    "them again."
                ),
                name=self.name,
            )
        number = max((version.number for version in own), default=0) + 1
        moment = sheet.moment
        sheet.add(
            MinutesVersion(
                sheet.mint(), meeting.id, number, moment.at, self.name, self.text, moment.by
            )
        )


def _key(meeting: Meeting, place: str) -> str:
    return f"{meeting.id}/{place}"


def _still_open(agreement: Agreement, name: str) -> Meeting:
    """The meeting of these minutes; raises NotAllowed where they are adopted, or where there
    are none yet."""
    meeting = _held(agreement, name)
    if meeting.minutes_state is MinutesState.ADOPTED:
        raise NotAllowed(
            N_(
                "The minutes of {date} are adopted and do not change any more. What is wrong "
                "in them is put right in the next minutes."
            ),
            date=meeting.date,
        )
    return meeting


def _held(agreement: Agreement, name: str) -> Meeting:
    """The meeting of this number or id; raises NotAllowed where it was not held yet."""
    meeting = meeting_named(agreement, name)
    if meeting.state is MeetingState.PLANNED:
        raise NotAllowed(
            N_("The meeting of {date} was not held yet, so it has no minutes."),
            date=meeting.date,
        )
    return meeting
