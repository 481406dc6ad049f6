"""Who is at the table, and what happened there, in two columns."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.meetings import Attendance, Happening, Meeting, Presence, TableRole
from pa_tui.domain.order import Tally
from pa_tui.edits.meeting import is_suspended
from pa_tui.language import N_, _, spoken
from pa_tui.reading.wording import say_clock
from screens.widgets.board import Drawn
from screens.widgets.columns import BLANK, Column, above, beside, halves, inset
from screens.widgets.ink import Line, Run, clip, line, width_of
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


def presence_page(agreement: Agreement, meeting: Meeting, now: datetime, width: int) -> Drawn:
    """The running meeting: attendance with a stop per party and person, beside its course."""
    left, right = halves(width - 2)
    _attendance(left, agreement, meeting)
    _facts(right, meeting, now)
    right.add(BLANK)
    _agenda(right, agreement, meeting)
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
    outsiders = [a for a in meeting.attendance if a.party is None]
    order = [a for a in outsiders if a.role in _IN_ORDER]
    beside_it = [a for a in outsiders if a.role not in _IN_ORDER]
    for title, people in (
        (_("Chair and minutes"), order),
        (_("Advisers and listeners"), beside_it),
    ):
        if people:
            column.row(line(Run(title, "quiet")))
            _people(column, people)


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


def _facts(column: Column, meeting: Meeting, now: datetime) -> None:
    column.heading(labels.meeting(meeting), labels.day(meeting.date))
    for label, words in _told(meeting, now):
        column.row(line(Run(f"{label:<18}", "quiet"), words))


def _told(meeting: Meeting, now: datetime) -> Iterator[tuple[str, str]]:
    if meeting.chair:
        yield _("Chair"), meeting.chair
    if meeting.secretary:
        yield _("Minutes by"), meeting.secretary
    if meeting.place:
        yield _("Place"), meeting.place
    if meeting.opened_at is not None:
        opened = meeting.opened_at
        yield _("Opened"), say_clock(opened, spoken())
        end = expected_end(meeting)
        if end is not None:
            gone = max(0, int((now - opened).total_seconds() // 60))
            planned = sum(item.minutes for item in meeting.agenda)
            yield _("Time"), _("{gone} of {planned} min", gone=gone, planned=planned)
            yield _("Expected end"), f"± {say_clock(end, spoken())}"
    if is_suspended(meeting):
        yield _("Now"), _("suspended")


def expected_end(meeting: Meeting) -> datetime | None:
    """When the agenda will be done; None where it has no minutes."""
    minutes = sum(item.minutes for item in meeting.agenda)
    if meeting.opened_at is None or not minutes:
        return None
    return meeting.opened_at + timedelta(minutes=minutes)


def _agenda(column: Column, agreement: Agreement, meeting: Meeting) -> None:
    column.heading(_("Agenda"))
    if not meeting.agenda:
        column.row(line(Run(_("none"), "quiet")))
    for item in meeting.agenda:
        minutes = _("{count} min", count=item.minutes) if item.minutes else ""
        tally = agreement.tallies.get(item.theme or "", Tally())
        done = f"{tally.decided}/{tally.articles}  " if tally.articles else ""
        aside = line(Run(f"{done}{minutes:>7}", "quiet"))
        rows = wrap(line(item.title), column.width - 4 - width_of(aside))
        column.row(rows[0], aside)
        for row in rows[1:]:
            column.row((Run("  "), *row))


def happened(event: Happening) -> str:
    """A happening in words."""
    words = _HAPPENINGS.get(event.what)
    return _(words, who=event.who) if words else event.what
