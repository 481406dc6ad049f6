"""The days a piece of calendar means, with the year it leaves out."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pa_tui.reading.units import Unit, UnitKind
from pa_tui.reading.words.time import BREAKS, SEASONS

Days = tuple[date, date]
"""First and last day, both inclusive."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What gives a date its year: the agreement's ``year``, or where that is None the first
    occurrence from ``today`` on. ``period`` is what the agreement covers."""

    year: int | None = None
    today: date | None = None
    period: tuple[date, date] | None = None

    @property
    def this_year(self) -> int | None:
        """The year a bare "dit jaar" means."""
        return self.year or (self.today.year if self.today else None)

    @property
    def first_year(self) -> int | None:
        """The first year the agreement covers."""
        return self.period[0].year if self.period else self.year

    @property
    def last_year(self) -> int | None:
        """The last year the agreement covers."""
        return self.period[1].year if self.period else self.year


class Impossible(ValueError):
    """A day the calendar does not have ("31 februari")."""


def days_of(unit: Unit, frame: Frame, ahead: bool = False) -> Days | None:
    """The days of ``unit``; None where its year cannot be known or it is ambiguous.

    Where the year is left to ``frame.today``, the first days that are not over, or with
    ``ahead`` the first that are still to begin. Raises Impossible for a day
    that does not exist in that year.
    """
    if unit.kind is UnitKind.TRIMESTER:
        return None
    year = _year(unit, frame)
    if year is not None:
        return in_year(unit, year)
    if frame.today is None:
        return None
    for candidate in range(frame.today.year - 1, frame.today.year + 9):
        try:
            days = in_year(unit, candidate)
        except Impossible:
            continue
        if days[0] > frame.today or (not ahead and days[1] >= frame.today):
            return days
    raise Impossible


def _year(unit: Unit, frame: Frame) -> int | None:
    if unit.year is not None:
        return unit.year
    if not unit.relative:
        return frame.year if unit.kind is not UnitKind.YEAR else frame.this_year
    now = frame.this_year
    if now is None:
        return None
    if unit.relative == "komend":
        return now if frame.year else now + 1
    return now + {"volgend": 1, "vorig": -1}.get(unit.relative, 0)


def in_year(unit: Unit, year: int) -> Days:
    """The days of ``unit`` in ``year``; raises Impossible."""
    try:
        start, end = _whole(unit, year)
    except (ValueError, OverflowError) as error:
        raise Impossible from error
    return _part(unit, start, end) if unit.part else (start, end)


def _whole(unit: Unit, year: int) -> Days:  # noqa: PLR0911 - one line a kind
    if unit.kind is UnitKind.DAY:
        last = unit.last
        if unit.name:
            last = min(last, monthrange(year, unit.month)[1])
        return date(year, unit.month, unit.first), date(year, unit.last_month, last)
    if unit.kind is UnitKind.WEEK:
        start = date.fromisocalendar(year, unit.first, 1)
        return start, date.fromisocalendar(year, unit.last, 7)
    if unit.kind is UnitKind.MONTH:
        first = year if unit.first <= unit.last else year - 1
        return date(first, unit.first, 1), end_of_month(year, unit.last)
    if unit.kind is UnitKind.SEASON:
        months = SEASONS[unit.name]
        last = year if months[0] <= months[1] else year + 1
        return date(year, months[0], 1), end_of_month(last, months[1])
    if unit.kind is UnitKind.BREAK:
        (m1, d1), (m2, d2) = BREAKS[unit.name]
        return date(year, m1, d1), date(year, m2, d2)
    if unit.kind is UnitKind.YEAR:
        return date(year, 1, 1), date(unit.last_year or year, 12, 31)
    months_in = {UnitKind.QUARTER: 3, UnitKind.TERTIAL: 4, UnitKind.HALF: 6}[unit.kind]
    return (
        date(year, (unit.first - 1) * months_in + 1, 1),
        end_of_month(year, unit.last * months_in),
    )


def end_of_month(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def _part(unit: Unit, start: date, end: date) -> Days:
    """Begin, medio or eind of it: a quarter of a year, the ten days in and around the
    middle of a month, the outer month of everything between."""
    if unit.kind is UnitKind.YEAR:
        return {
            "begin": (start, date(start.year, 3, 31)),
            "medio": (date(end.year, 6, 30), date(end.year, 6, 30)),
            "eind": (date(end.year, 10, 1), end),
        }[unit.part]
    if unit.kind is UnitKind.MONTH:
        return {
            "begin": (start, start.replace(day=10)),
            "medio": (end.replace(day=10), end.replace(day=20)),
            "eind": (end.replace(day=21), end),
        }[unit.part]
    if unit.kind in (UnitKind.WEEK, UnitKind.BREAK, UnitKind.DAY):
        return start, end
    middle = start + (end - start) / 2
    month = {"begin": start, "medio": middle, "eind": end}[unit.part]
    return month.replace(day=1), end_of_month(month.year, month.month)


def day_before(day: date) -> date:
    """The last day that is still before ``day``."""
    return day - timedelta(days=1) if day > date.min else day


def day_after(day: date) -> date:
    """The first day after ``day``."""
    return day + timedelta(days=1) if day < date.max else day


def with_year_of(unit: Unit, other: Unit) -> Unit:
    """``unit`` in the year ``other`` names, where it names none itself."""
    if unit.names_a_year or not other.names_a_year:
        return unit
    return replace(unit, year=other.year, relative=other.relative)
