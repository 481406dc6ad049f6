"""The days of the year on the overview, and how near they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from rich.cells import cell_len

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.meetings import MeetingKind, MeetingState
from pa_tui.domain.ratification import Squeeze, Warned, warnings
from pa_tui.domain.year import Milestone, YearDay, usual_day
from pa_tui.language import N_, _, n_
from screens.overview.figures import Figures
from screens.widgets.board import Stop
from screens.widgets.columns import BLANK, Column
from screens.widgets.ink import Run, ends, line, width_of
from screens.widgets.typeset import wrap

_REASON = N_("“before” and “by” 15 December are both in use: this day is safe")

_INDENT = 10


class Day(NamedTuple):
    """A day or a span of the year with what it brings, as it is shown; ``what`` is set where
    the table can choose another day."""

    start: date
    end: date
    words: str
    reason: str = ""
    what: Milestone | None = None


def days(agreement: Agreement, figures: Figures, today: date) -> list[Day]:
    """The milestones of the year and its meetings, in order. A month in which the boards
    meet gives way to a meeting of theirs that has a day."""
    year = agreement.about.year or today.year + 1
    met = [
        m.date
        for m in agreement.meetings.values()
        if m.kind is MeetingKind.ADMINISTRATIVE and m.date.year == year - 1
    ]
    found = [_day(d, year) for d in agreement.about.milestones(year) if not _has_met(d, met)]
    found += [
        Day(m.date, m.date, labels.meeting(m))
        for m in (*figures.meetings, *figures.planned)
        if m.date.year == year - 1
    ]
    return sorted(found, key=lambda day: (day.start, day.end))


def _day(day: YearDay, year: int) -> Day:
    reason = _(_REASON) if day.what is Milestone.SIGNED else ""
    if day.chosen:
        usual = usual_day(day.what, year)
        reason = _("chosen by the table; usual is {when}", when=_when(usual, year - 1))
    return Day(day.start, day.end, labels.name(day.what), reason, day.what)


def _when(day: YearDay | Day, year: int) -> str:
    """A day, a month or a quarter as the list names it."""
    if day.start == day.end:
        return labels.near(day.start, year)
    if day.start.month == day.end.month:
        return labels.month(day.start)
    return _("Q{number}", number=(day.start.month - 1) // 3 + 1)


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
    room = column.width - _INDENT
    rows = wrap(line(Run(day.words, ink)), room)
    if near and width_of(rows[-1]) + cell_len(near) + 2 > room:
        rows.append(())
    if day.what is not None:
        stop = Stop(len(column.lines), 0, column.width, "year", ("year day", day.what))
        column.stops.append(stop)
    for place, row in enumerate(rows):
        start = f"  {_when(day, year):>6}  " if place == 0 else " " * _INDENT
        end = line(Run(near, "quiet")) if place == len(rows) - 1 else ()
        column.add(ends((*line(Run(start, ink)), *row), end, column.width))
    if day.reason and ink == "text":
        reason = wrap(line(Run(day.reason, "quiet")), room)
        column.add(*((Run(" " * _INDENT), *row) for row in reason))


def _near(day: Day, today: date) -> str:
    if day.start > today:
        return n_("in {count} day", "in {count} days", (day.start - today).days)
    if day.start == day.end:
        return _("today")
    return _("this month") if day.start.month == day.end.month else _("this quarter")


# -- what does not fit ------------------------------------------------------------------------


def warning_list(column: Column, agreement: Agreement, today: date) -> None:
    """Writes what is in the way of signing in time, each with a stop; nothing where all
    fits."""
    found = _grouped(own for own in warnings(agreement, today) if not _was_held(own))
    if not found:
        return
    column.add(BLANK)
    column.heading(_("Too tight for the signing"), str(len(found)))
    for place, group in enumerate(found):
        rows = wrap(line(warning_words(agreement, group)), column.width - 4)
        column.stop("warnings", ("bodies", place), (Run("! ", "accent"), *rows[0]))
        for row in rows[1:]:
            column.row((Run("  "), *row))


def _was_held(warned: Warned) -> bool:
    """Whether it is about a meeting that is over: nobody can plan it otherwise."""
    return warned.after is not None and warned.after.state is MeetingState.CLOSED


def _grouped(found: Iterable[Warned]) -> list[list[Warned]]:
    """The papers that one meeting leaves no week for together; all else by itself."""
    groups: dict[object, list[Warned]] = {}
    for place, warned in enumerate(found):
        shared = warned.squeeze is Squeeze.BODY_PAPERS and warned.after is not None
        key = warned.after.id if shared and warned.after else place
        groups.setdefault(key, []).append(warned)
    return list(groups.values())


def warning_words(agreement: Agreement, group: Sequence[Warned]) -> str:
    """What does not fit, in a sentence."""
    warned = group[0]
    day = labels.near(warned.day, warned.day.year)
    party = labels.party(agreement, warned.party) if warned.party else ""
    if warned.squeeze is Squeeze.AFTER_SIGNING:
        return _("{party} decides on {day}, after the signing", party=party, day=day)
    if warned.squeeze is Squeeze.OVERDUE:
        return _("{party}: what was decided on {day} is not known", party=party, day=day)
    assert warned.after is not None
    meeting = labels.meeting(warned.after)
    met = labels.near(warned.after.date, warned.day.year)
    if warned.squeeze is Squeeze.BOARD_PAPERS:
        return _(
            "{meeting} on {met} leaves no week for the papers of the administrative meeting "
            "on {day}",
            meeting=meeting,
            met=met,
            day=day,
        )
    parties = (
        f"{labels.party(agreement, own.party)} ({labels.near(own.day, own.day.year)})"
        for own in group
    )
    return _(
        "{meeting} on {met} leaves no week for the papers of {parties}",
        meeting=meeting,
        met=met,
        parties=labels.listed(parties),
    )
