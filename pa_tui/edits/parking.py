"""What becomes of a parked point: an action, an item of an agenda, or nothing more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pa_tui.domain.meetings import AgendaItem, Parked, ParkedState
from pa_tui.edits.agenda import AddAgendaItem, coming_meeting
from pa_tui.edits.article import AddAction
from pa_tui.edits.base import Edit, Worksheet
from pa_tui.errors import N_, NotAllowed, NotFound


def parked_named(sheet: Worksheet, name: str) -> Parked:
    """The parked point of this id, or at this place counted from 1; raises NotFound."""
    parked = sheet.agreement.parked
    if name in parked:
        return parked[name]
    points = tuple(parked.values())
    if name.isdecimal() and 1 <= int(name) <= len(points):
        return points[int(name) - 1]
    raise NotFound(
        N_("There is no parked point {name}; there are {count}."), name=name, count=len(points)
    )


@dataclass(frozen=True, slots=True)
class SettleParked(Edit):
    """A parked point (id or place) is done with, or (not ``done``) is open again."""

    parked: str
    done: bool = True

    def perform(self, sheet: Worksheet) -> None:
        state = ParkedState.DONE if self.done else ParkedState.OPEN
        sheet.set(parked_named(sheet, self.parked), state=state, became="")


@dataclass(frozen=True, slots=True)
class ParkedToAction(Edit):
    """A parked point becomes an action, on the article the point was about."""

    parked: str
    text: str
    party: str | None = None
    person: str | None = None
    due: date | None = None
    due_words: str = ""

    def perform(self, sheet: Worksheet) -> None:
        point = _still_open(sheet, self.parked)
        AddAction(
            self.text, point.article, self.party, self.person, self.due, self.due_words
        ).perform(sheet)
        number = sheet.agreement.about.actions_made
        action = next(a for a in sheet.agreement.actions.values() if a.number == number)
        sheet.set(point, state=ParkedState.ACTION, became=action.id)


@dataclass(frozen=True, slots=True)
class ParkedToAgenda(Edit):
    """A parked point becomes an item of the agenda of a meeting (id or number): by default
    the one that runs, else the next one that is planned."""

    parked: str
    meeting: str | None = None
    minutes: int = 0

    def perform(self, sheet: Worksheet) -> None:
        point = _still_open(sheet, self.parked)
        meeting = coming_meeting(sheet.agreement, self.meeting)
        articles = (point.article,) if point.article else ()
        item = AgendaItem(point.text, self.minutes, articles)
        AddAgendaItem(item, meeting=meeting.id).perform(sheet)
        sheet.set(point, state=ParkedState.AGENDA, became=meeting.id)


def _still_open(sheet: Worksheet, name: str) -> Parked:
    point = parked_named(sheet, name)
    if point.state is not ParkedState.OPEN:
        raise NotAllowed(N_("This parked point was settled already."))
    return point
