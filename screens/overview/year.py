"""The days of the year on the overview, and how near they are."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rich.cells import cell_len

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.meetings import MeetingKind
from pa_tui.domain.year import Milestone, YearDay, year_days
from pa_tui.language import N_, _, n_
from screens.overview.figures import Figures
from screens.widgets.columns import Column
from screens.widgets.ink import Run, ends, line, width_of
from screens.widgets.typeset import wrap

_WORDS = {
    Milestone.REPORT: N_("public housing report"),
    Milestone.BID: N_("bid of the corporations"),
    Milestone.FIRST_BOARD: N_("administrative meeting"),
    Milestone.LAST_BOARD: N_("administrative meeting"),
    Milestone.SIGNED: N_("signed; handed in by the corporations"),
}
_REASON = N_("“before” and “by” 15 December are both in use: this day is safe")

_INDENT = 10


class Day(NamedTuple):
    """A day or a month of the year with what it brings, as it is shown."""

    start: date
    end: date
    words: str
    reason: str = ""


def days(agreement: Agreement, figures: Figures, today: date) -> list[Day]:
    """The milestones of the year and its meetings, in order. A month in which the boards
    meet gives way to a meeting of theirs that has a day."""
    year = agreement.about.year or today.year + 1
    met = [
        m.date
        for m in agreement.meetings.values()
        if m.kind is MeetingKind.ADMINISTRATIVE and m.date.year == year - 1
    ]
    found = [_day(d) for d in year_days(year) if not _has_met(d, met)]
    found += [
        Day(m.date, m.date, labels.meeting(m))
        for m in (*figures.meetings, *figures.planned)
        if m.date.year == year - 1
    ]
    return sorted(found, key=lambda day: (day.start, day.end))


def _day(day: YearDay) -> Day:
    reason = _(_REASON) if day.what is Milestone.SIGNED else ""
    return Day(day.start, day.end, _(_WORDS[day.what]), reason)


def _has_met(day: YearDay, met: list[date]) -> bool:
    if day.what is Milestone.FIRST_BOARD:
        return any(m.month in (8, 9, 10) for m in met)
    return day.what is Milestone.LAST_BOARD and any(m.month in (11, 12) for m in met)


def year_list(column: Column, agreement: Agreement, figures: Figures, today: date) -> None:
    """Writes the year in a column: what is over, where today is, what comes; the next day
    says how near it is."""
    year = (agreement.about.year or today.year + 1) - 1
    column.heading(_("The year {year}", year=year))
    found = days(agreement, figures, today)
    over = [day for day in found if day.end < today]
    coming = [day for day in found if day.end >= today]
    for day in over:
        _day_rows(column, day, year, "quiet")
    if over:
        mark = f"{_('today'):>{_INDENT - 2}}  "
        column.add(line(Run(mark, "accent"), Run("─" * (column.width - len(mark)), "line")))
    for place, day in enumerate(coming):
        is_told = place == 0 or day.start == day.end == today
        _day_rows(column, day, year, "text", _near(day, today) if is_told else "")


def _day_rows(column: Column, day: Day, year: int, ink: str, near: str = "") -> None:
    when = labels.month(day.start) if day.end > day.start else labels.near(day.start, year)
    room = column.width - _INDENT
    rows = wrap(line(Run(day.words, ink)), room)
    if near and width_of(rows[-1]) + cell_len(near) + 2 > room:
        rows.append(())
    for place, row in enumerate(rows):
        start = f"  {when:>6}  " if place == 0 else " " * _INDENT
        end = line(Run(near, "quiet")) if place == len(rows) - 1 else ()
        column.add(ends((*line(Run(start, ink)), *row), end, column.width))
    if day.reason and ink == "text":
        reason = wrap(line(Run(day.reason, "quiet")), room)
        column.add(*((Run(" " * _INDENT), *row) for row in reason))


def _near(day: Day, today: date) -> str:
    if day.start <= today:
        return _("today") if day.start == day.end else _("this month")
    return n_("in {count} day", "in {count} days", (day.start - today).days)
