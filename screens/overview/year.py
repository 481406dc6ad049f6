"""The days of the year on the overview, and how near they are."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.meetings import MeetingKind
from pa_tui.domain.year import Milestone, YearDay, year_days
from pa_tui.language import N_, _, n_
from screens.overview.figures import Figures
from screens.widgets.columns import Column
from screens.widgets.ink import Run, line
from screens.widgets.typeset import wrap

_WORDS = {
    Milestone.REPORT: N_("public housing report"),
    Milestone.BID: N_("bid of the corporations"),
    Milestone.FIRST_BOARD: N_("administrative meeting"),
    Milestone.LAST_BOARD: N_("administrative meeting"),
    Milestone.SIGNED: N_("signed; handed in by the corporations"),
}
_REASON = N_("“before” and “by” 15 December are both in use: this day is safe")


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
    """Writes the year in a column; what is over is quiet, the next day says how near."""
    year = (agreement.about.year or today.year + 1) - 1
    column.heading(_("The year {year}", year=year))
    following = True
    for day in days(agreement, figures, today):
        is_over = day.end < today
        ink = "quiet" if is_over else "text"
        near = "" if is_over or not following else _near(day, today)
        following = following and is_over
        when = labels.month(day.start) if day.end > day.start else labels.near(day.start, year)
        first = line(Run(f"  {when:>6}  ", ink))
        aside = _("past") if is_over else near
        room = column.width - 10 - len(aside)
        for place, row in enumerate(wrap(line(Run(day.words, ink)), room)):
            left = (*(first if place == 0 else line(" " * 10)), *row)
            column.add((*left, *_at_end(aside if place == 0 else "", left, column.width)))
        if day.reason and not is_over:
            rows = wrap(line(Run(day.reason, "quiet")), column.width - 10)
            column.add(*((Run(" " * 10), *row) for row in rows))


def _at_end(words: str, left: tuple[Run, ...], width: int) -> tuple[Run, ...]:
    used = sum(len(run.text) for run in left)
    return line(Run(words.rjust(width - used), "quiet")) if words else ()


def _near(day: Day, today: date) -> str:
    if day.start <= today:
        return _("today") if day.start == day.end else _("this month")
    return n_("in {count} day", "in {count} days", (day.start - today).days)
