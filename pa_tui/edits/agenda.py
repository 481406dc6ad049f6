"""Meetings ahead and their agendas: planning, changing and calling off, item by item."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.meetings import (
    AgendaItem,
    ItemKind,
    Meeting,
    MeetingKind,
    MeetingState,
    ParkedState,
)
from pa_tui.domain.selection import Selection
from pa_tui.edits.base import Edit, Worksheet
from pa_tui.errors import N_, NotAllowed, NotFound


@dataclass(frozen=True, slots=True)
class PlanMeeting(Edit):
    """A meeting is planned. ``number`` defaults to the next of its kind, ``date`` to today."""

    kind: MeetingKind = MeetingKind.WORKING_GROUP
    number: int | None = None
    date: date | None = None
    begins: str = ""
    title: str = ""
    place: str = ""
    chair: str = ""
    secretary: str = ""
    agenda: tuple[AgendaItem, ...] = ()
    answer_by: datetime | None = None

    def perform(self, sheet: Worksheet) -> None:
        number = self.number or next_number(sheet.agreement, self.kind)
        known = planned_as(sheet.agreement, self.kind, number) if self.number else None
        if known is not None:
            raise NotAllowed(
                N_("That meeting is planned already, for {date}. Change that one."),
                date=known.date,
            )
        sheet.add(
            Meeting(
                sheet.mint(),
                sheet.last_rank("meeting"),
                self.kind,
                number,
                self.date or sheet.moment.today,
                self.title,
                self.place,
                MeetingState.PLANNED,
                chair=self.chair,
                secretary=self.secretary,
                agenda=checked_agenda(sheet, self.agenda),
                begins=self.begins,
                answer_by=self.answer_by,
                planned_at=sheet.moment.at,
            )
        )


def next_number(agreement: Agreement, kind: MeetingKind) -> int:
    """The number of the next meeting of a kind that is neither held nor planned yet."""
    return max((m.number for m in agreement.meetings.values() if m.kind is kind), default=0) + 1


def planned_meetings(agreement: Agreement) -> tuple[Meeting, ...]:
    """The meetings ahead, the first one first."""
    return tuple(m for m in agreement.ordered_meetings if m.state is MeetingState.PLANNED)


def planned_as(
    agreement: Agreement, kind: MeetingKind, number: int | None = None
) -> Meeting | None:
    """The planned meeting of this kind (and number), the first one ahead; None without."""
    same = (m for m in planned_meetings(agreement) if m.kind is kind)
    return next((m for m in same if number in (None, m.number)), None)


@dataclass(frozen=True, slots=True)
class ChangeMeeting(Edit):
    """Another day, beginning, place, chair, secretary, title or number for a planned or
    running ``meeting`` (id; the running one, else the first ahead). None leaves it as it is."""

    meeting: str | None = None
    date: date | None = None
    begins: str | None = None
    place: str | None = None
    chair: str | None = None
    secretary: str | None = None
    title: str | None = None
    number: int | None = None
    answer_by: datetime | None = None

    def perform(self, sheet: Worksheet) -> None:
        meeting = coming_meeting(sheet.agreement, self.meeting)
        wanted: dict[str, Any] = {
            "date": self.date,
            "begins": self.begins,
            "place": self.place,
            "chair": self.chair,
            "secretary": self.secretary,
            "title": self.title,
            "number": self.number,
            "answer_by": self.answer_by,
        }
        sheet.set(meeting, **{name: own for name, own in wanted.items() if own is not None})


@dataclass(frozen=True, slots=True)
class CancelMeeting(Edit):
    """A planned meeting (id) does not take place. Parked points on its agenda are open
    again."""

    meeting: str

    def perform(self, sheet: Worksheet) -> None:
        meeting = coming_meeting(sheet.agreement, self.meeting)
        if meeting.state is not MeetingState.PLANNED:
            raise NotAllowed(N_("The meeting is running; close it instead."))
        _park_again(sheet, meeting)
        sheet.remove(meeting)


def coming_meeting(agreement: Agreement, name: str | None = None) -> Meeting:
    """The planned or running meeting of this id or number; None is the running one, else the
    first ahead. Raises NotFound, or NotAllowed for one that is closed."""
    running = agreement.running_meeting
    ahead = planned_meetings(agreement)
    coming: tuple[Meeting, ...] = (running, *ahead) if running else ahead
    if name is None and coming:
        return coming[0]
    for meeting in coming:
        if name in (meeting.id, str(meeting.number)):
            return meeting
    if name and name in agreement.meetings:
        raise NotAllowed(
            N_("The meeting of {date} is closed; its agenda stays as it was."),
            date=agreement.meetings[name].date,
        )
    raise NotFound(
        N_("There is no meeting {name} ahead. Planned are: {meetings}."),
        name=name or "",
        meetings=", ".join(f"{m.number} ({m.date})" for m in coming) or "-",
    )


# -- the agenda -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AddAgendaItem(Edit):
    """An item comes on the agenda, behind the item ``after``: at the end where that is None,
    at the beginning where it is empty."""

    item: AgendaItem
    after: str | None = None
    meeting: str | None = None

    def perform(self, sheet: Worksheet) -> None:
        meeting = coming_meeting(sheet.agreement, self.meeting)
        items = list(with_ids(sheet, meeting.agenda))
        (new,) = checked_agenda(sheet, (replace(self.item, id=""),))
        place = len(items)
        if self.after is not None:
            place = _place(items, self.after) + 1 if self.after else 0
        items.insert(place, new)
        sheet.set(meeting, agenda=tuple(items))


@dataclass(frozen=True, slots=True)
class ChangeAgendaItem(Edit):
    """An item gets another title or other minutes; None leaves it as it is."""

    item: str
    title: str | None = None
    minutes: int | None = None
    meeting: str | None = None

    def perform(self, sheet: Worksheet) -> None:
        def changed(old: AgendaItem) -> AgendaItem:
            title = old.title if self.title is None else self.title.strip()
            minutes = old.minutes if self.minutes is None else self.minutes
            return _checked(sheet, replace(old, title=title, minutes=minutes))

        _replaced(sheet, self.meeting, self.item, changed)


@dataclass(frozen=True, slots=True)
class ExtendAgendaItem(Edit):
    """An item gets more minutes (or fewer, where ``minutes`` is below zero)."""

    item: str
    minutes: int = 5
    meeting: str | None = None

    def perform(self, sheet: Worksheet) -> None:
        def longer(old: AgendaItem) -> AgendaItem:
            return replace(old, minutes=max(0, old.minutes + self.minutes))

        _replaced(sheet, self.meeting, self.item, longer)


@dataclass(frozen=True, slots=True)
class MoveAgendaItem(Edit):
    """An item moves behind the item ``after``: to the beginning where that is empty."""

    item: str
    after: str = ""
    meeting: str | None = None

    def perform(self, sheet: Worksheet) -> None:
        meeting = coming_meeting(sheet.agreement, self.meeting)
        items = list(with_ids(sheet, meeting.agenda))
        moved = items[_place(items, self.item)]
        after = items[_place(items, self.after)] if self.after else None
        if after is moved:
            return
        items.remove(moved)
        items.insert(items.index(after) + 1 if after else 0, moved)
        sheet.set(meeting, agenda=tuple(items))


@dataclass(frozen=True, slots=True)
class DropAgendaItem(Edit):
    """An item goes off the agenda; a parked point it was made of is open again."""

    item: str
    meeting: str | None = None

    def perform(self, sheet: Worksheet) -> None:
        meeting = coming_meeting(sheet.agreement, self.meeting)
        items = list(with_ids(sheet, meeting.agenda))
        dropped = items.pop(_place(items, self.item))
        sheet.set(meeting, agenda=tuple(items))
        _park_again(sheet, meeting, dropped.title)


def _park_again(sheet: Worksheet, meeting: Meeting, title: str | None = None) -> None:
    """Opens the parked points again that went to the agenda of a meeting: all of them, or
    those of this title."""
    for point in tuple(sheet.agreement.parked.values()):
        if point.became == meeting.id and title in (None, point.text):
            sheet.set(point, state=ParkedState.OPEN, became="")


def with_ids(sheet: Worksheet, items: Iterable[AgendaItem]) -> tuple[AgendaItem, ...]:
    """The items, each with an id."""
    return tuple(own if own.id else replace(own, id=sheet.mint()) for own in items)


def checked_agenda(sheet: Worksheet, items: Iterable[AgendaItem]) -> tuple[AgendaItem, ...]:
    """New items, each with an id; raises NotAllowed or NotFound where one does not hold
    together."""
    return with_ids(sheet, tuple(_checked(sheet, own) for own in items))


def _place(items: list[AgendaItem], name: str) -> int:
    """Where the item of this id, or of this place counted from 1, stands; raises NotFound."""
    place = next((at for at, own in enumerate(items) if own.id == name), None)
    if place is None and name.isdecimal() and 1 <= int(name) <= len(items):
        place = int(name) - 1
    if place is None:
        raise NotFound(
            N_("There is no item {name} on the agenda; it has {count} items."),
            name=name,
            count=len(items),
        )
    return place


def _replaced(sheet: Worksheet, meeting: str | None, name: str, change: Any) -> None:
    own = coming_meeting(sheet.agreement, meeting)
    items = list(with_ids(sheet, own.agenda))
    place = _place(items, name)
    items[place] = change(items[place])
    sheet.set(own, agenda=tuple(items))


def _checked(sheet: Worksheet, item: AgendaItem) -> AgendaItem:
    """An item that holds together; raises NotAllowed or NotFound."""
    if not item.title:
        raise NotAllowed(N_("An item of the agenda needs a title."))
    if item.minutes < 0:
        raise NotAllowed(N_("An item of the agenda cannot have fewer than 0 minutes."))
    if item.theme is not None and item.theme not in sheet.agreement.themes:
        raise NotFound(N_("There is no theme {name}."), name=item.theme)
    is_a_list = item.kind is ItemKind.SELECTION or item.selection
    if is_a_list and item.selection not in set(Selection):
        raise NotFound(
            N_("There is no list “{name}”. Known are: {lists}."),
            name=item.selection,
            lists=", ".join(Selection),
        )
    return item
