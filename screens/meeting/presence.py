"""Who is at the table, and what happened there, in two columns."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.meetings import (
    Attendance,
    Happening,
    Meeting,
    Presence,
    TableRole,
    is_suspended,
)
from pa_tui.domain.people import known_people
from pa_tui.language import N_, _, spoken
from pa_tui.reading.wording import say_clock
from screens.meeting.agenda_page import add_item
from screens.pace import Pace
from screens.pacing import without
from screens.widgets.board import Drawn
from screens.widgets.columns import BLANK, Column, above, beside, halves, inset
from screens.widgets.ink import Line, Run, clip, line
from screens.widgets.typeset import wrap

_ROLES = {
    TableRole.CHAIR: N_("chair"),
    TableRole.SECRETARY: N_("minutes"),
    TableRole.ADVISER: N_("adviser"),
    TableRole.LISTENER: N_("listener"),
}
_IN_ORDER = (TableRole.CHAIR, TableRole.SECRETARY)
_HAPPENINGS = {
    "suspended": N_("meeting suspended"),
    "resumed": N_("meeting resumed"),
    "left": N_("{who} left"),
    "arrived": N_("{who} arrived"),
}


def presence_page(
    agreement: Agreement, meeting: Meeting, pace: Pace, now: datetime, width: int
) -> Drawn:
    """The running meeting: attendance with a stop per party and person, beside its course
    with a stop per item of the agenda."""
    left, right = halves(width - 2)
    _attendance(left, agreement, meeting)
    _facts(right, agreement, meeting, pace, now)
    right.add(BLANK)
    _agenda(right, agreement, meeting, pace)
    if meeting.happenings:
        right.add(BLANK)
        right.heading(_("Course of the meeting"))
        for event in meeting.happenings:
            right.row(line(Run(f"{event.at:<6}", "quiet"), happened(event)))
    return inset(above(Drawn([BLANK]), beside(left, right)))


# -- who is there -----------------------------------------------------------------------------


def _attendance(column: Column, agreement: Agreement, meeting: Meeting) -> None:
    parties = agreement.ordered_parties
    here = sum(meeting.is_here(party.id) for party in parties)
    aside = _("{here} of {all} parties", here=here, all=len(parties))
    column.heading(_("At the table"), aside)
    missing = without(agreement, meeting)
    if missing:
        words = _("{without}: decisions say so", without=missing)
        for row in wrap(line(Run(words, "accent")), column.width - 4):
            column.row(row)
    known = known_people(agreement, meeting)
    for place, party in enumerate(parties, start=1):
        people = [a for a in meeting.attendance if a.party == party.id and a.person]
        whole = next((a for a in meeting.attendance if a.party == party.id), None)
        presence = meeting.presence_of(party.id)
        entry = None if people else whole
        digit = f"{place} " if place <= 9 else "  "
        column.stop(
            "parties",
            ("party", party.id),
            line(Run(digit, "quiet"), party.short),
            _state(presence, entry),
        )
        _people(column, people)
        _known(column, [own for own in known if own.party == party.id])
    outsiders = [a for a in meeting.attendance if a.party is None]
    order = [a for a in outsiders if a.role in _IN_ORDER]
    beside_it = [a for a in outsiders if a.role not in _IN_ORDER]
    strangers = [own for own in known if own.party is None]
    for title, people, expected in (
        (_("Chair and minutes"), order, [a for a in strangers if a.role in _IN_ORDER]),
        (
            _("Advisers and listeners"),
            beside_it,
            [a for a in strangers if a.role not in _IN_ORDER],
        ),
    ):
        if people or expected:
            column.row(line(Run(title, "quiet")))
            _people(column, people)
            _known(column, expected)


def _known(column: Column, people: list[Attendance]) -> None:
    """People of earlier meetings that nobody noted yet."""
    for entry in people:
        role = _ROLES.get(entry.role)
        name = entry.person + (f" ({_(role)})" if role else "")
        column.stop(
            "parties",
            ("known", entry.person, entry.party or ""),
            line("    ", Run(name, "quiet")),
            _state(None, None),
        )


def _people(column: Column, people: list[Attendance]) -> None:
    for entry in people:
        role = _ROLES.get(entry.role)
        name = entry.person + (f" ({_(role)})" if role else "")
        column.stop(
            "parties",
            ("person", entry.person, entry.party or ""),
            line("    ", name),
            _state(entry.state, entry),
        )


def _state(presence: Presence | None, entry: Attendance | None) -> Line:
    if presence is None:
        return line(Run(_("not noted"), "quiet"))
    here = presence.is_here
    words = labels.name(presence)
    if entry is not None and presence is Presence.REPLACED and entry.by:
        words = _("replaced by {name}", name=entry.by)
    if entry is not None and entry.at and presence in (Presence.LEFT, Presence.ARRIVED):
        words += f" {entry.at}"
    return line(Run("● " if here else "○ ", "agreed" if here else "quiet"), clip(words, 26))


# -- the course of it -------------------------------------------------------------------------


def _facts(
    column: Column, agreement: Agreement, meeting: Meeting, pace: Pace, now: datetime
) -> None:
    column.heading(labels.meeting(meeting), labels.day(meeting.date))
    for label, words in _told(agreement, meeting, pace, now):
        column.row(line(Run(f"{label:<18}", "quiet"), words))


def _told(
    agreement: Agreement, meeting: Meeting, pace: Pace, now: datetime
) -> Iterator[tuple[str, str]]:
    if meeting.chair:
        yield _("Chair"), meeting.chair
    if meeting.secretary:
        yield _("Minutes by"), meeting.secretary
    if meeting.place:
        yield _("Place"), meeting.place
    if meeting.opened_at is not None:
        opened = meeting.opened_at
        yield _("Opened"), say_clock(opened, spoken())
        planned = sum(item.minutes for item in meeting.agenda)
        if planned:
            gone = max(0, int((now - opened).total_seconds() // 60))
            end = pace.expected_end(agreement, meeting, now)
            yield _("Time"), _("{gone} of {planned} min", gone=gone, planned=planned)
            yield _("Expected end"), f"± {say_clock(end, spoken())}"
    if is_suspended(meeting):
        yield _("Now"), _("suspended")


def _agenda(column: Column, agreement: Agreement, meeting: Meeting, pace: Pace) -> None:
    column.heading(_("Agenda"))
    if not meeting.agenda:
        column.row(line(Run(_("none"), "quiet")))
    for item in meeting.agenda:
        add_item(column, agreement, meeting, item, pace)


def happened(event: Happening) -> str:
    """A happening in words."""
    words = _HAPPENINGS.get(event.what)
    return _(words, who=event.who) if words else event.what
