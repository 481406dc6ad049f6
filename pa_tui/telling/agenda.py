"""Sentences about meetings ahead and their agendas."""

from __future__ import annotations

from pa_tui import labels
from pa_tui.domain.meetings import AgendaItem, Meeting
from pa_tui.edits.agenda import (
    AddAgendaItem,
    CancelMeeting,
    ChangeAgendaItem,
    ChangeMeeting,
    DropAgendaItem,
    ExtendAgendaItem,
    MoveAgendaItem,
    PlanMeeting,
)
from pa_tui.language import _, n_
from pa_tui.telling.base import Told, shortened, tells


@tells(PlanMeeting)
def planned(edit: PlanMeeting, told: Told) -> str:
    """ "Working group 3 planned for 28 Oct 2026"."""
    meeting = next(iter(told.made("meeting")), None)
    if meeting is None:
        return _("Meeting planned: {meeting}", meeting=labels.name(edit.kind))
    return _(
        "Meeting planned: {meeting}, {date}",
        meeting=labels.meeting(meeting),
        date=labels.day(meeting.date),
    )


@tells(ChangeMeeting)
def changed(edit: ChangeMeeting, told: Told) -> str:
    """ "Working group 3: date 4 Nov 2026, place Raadhuis"."""
    said = [
        (_("date"), labels.day(edit.date) if edit.date else None),
        (_("begins"), edit.begins),
        (_("place"), edit.place),
        (_("chair"), edit.chair),
        (_("minutes by"), edit.secretary),
        (_("title"), edit.title),
        (_("number"), None if edit.number is None else str(edit.number)),
        (_("answer by"), labels.moment(edit.answer_by) if edit.answer_by else None),
    ]
    words = ", ".join(f"{name} {value or '-'}" for name, value in said if value is not None)
    return f"{_named(told)}: {words}" if words else _named(told)


@tells(CancelMeeting)
def cancelled(edit: CancelMeeting, told: Told) -> str:
    """ "Meeting called off: working group 3"."""
    return _("Meeting called off: {meeting}", meeting=_named(told))


@tells(AddAgendaItem)
def item_added(edit: AddAgendaItem, told: Told) -> str:
    """ "On the agenda: “Mededelingen”"."""
    return _("On the agenda: “{item}”", item=shortened(edit.item.title))


@tells(ChangeAgendaItem)
def item_changed(edit: ChangeAgendaItem, told: Told) -> str:
    """ "Agenda: “Mededelingen”, 10 minutes"."""
    title = _title(edit.item, told) if edit.title is None else shortened(edit.title)
    words = _("Agenda: “{item}”", item=title)
    if edit.minutes is None:
        return words
    minutes = n_("{count} minute", "{count} minutes", edit.minutes)
    return f"{words}, {minutes}"


@tells(ExtendAgendaItem)
def item_extended(edit: ExtendAgendaItem, told: Told) -> str:
    """ "Agenda: “1 Betaalbaar wonen” 5 minutes longer"."""
    title = _title(edit.item, told)
    count = abs(edit.minutes)
    if edit.minutes < 0:
        return n_(
            "Agenda: “{item}” {count} minute shorter",
            "Agenda: “{item}” {count} minutes shorter",
            count,
            item=title,
        )
    return n_(
        "Agenda: “{item}” {count} minute longer",
        "Agenda: “{item}” {count} minutes longer",
        count,
        item=title,
    )


@tells(MoveAgendaItem)
def item_moved(edit: MoveAgendaItem, told: Told) -> str:
    """ "Agenda: “Mededelingen” moved"."""
    return _("Agenda: “{item}” moved", item=_title(edit.item, told))


@tells(DropAgendaItem)
def item_dropped(edit: DropAgendaItem, told: Told) -> str:
    """ "Off the agenda: “Mededelingen”"."""
    return _("Off the agenda: “{item}”", item=_title(edit.item, told))


def _title(name: str, told: Told) -> str:
    """The title of an item, by the act's own changes or as the agreement knows it."""
    items: list[AgendaItem] = []
    for change in told.changes:
        if change.kind == "meeting" and change.field == "agenda":
            items += [*(change.after or ()), *(change.before or ())]
    for meeting in told.agreement.meetings.values():
        items += meeting.agenda
    found = next((own.title for own in items if own.id == name), None)
    if found is None and name.isdecimal() and 1 <= int(name) <= len(items):
        found = items[int(name) - 1].title
    return shortened(found or name)


def _named(told: Told) -> str:
    """The meeting an act was about."""
    for change in told.changes:
        if change.kind == "meeting":
            before = change.before if not change.field else None
            meeting: Meeting | None = before or told.agreement.meetings.get(change.id)
            if meeting is not None:
                return labels.meeting(meeting)
    return _("meeting")
