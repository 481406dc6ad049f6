"""What a calendar holds: days and times, how they recur, and a name that never changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Every ``months`` months or (where that is 0) every ``weeks`` weeks, up to and with the
    day ``until``. ``at_end`` puts it on the last day of each month it falls in."""

    until: date
    months: int = 0
    weeks: int = 0
    at_end: bool = False


@dataclass(frozen=True, slots=True)
class Appointment:
    """A day or a time in somebody's calendar.

    ``key`` is the same whenever the paper is made again, so that a second import brings the
    first one up to date. ``start`` and ``end`` are inclusive days, or local clock times.
    ``tentative`` is what nobody confirmed yet.
    """

    key: str
    title: str
    start: date
    end: date
    note: str = ""
    place: str = ""
    tentative: bool = False
    rhythm: Rhythm | None = None

    @property
    def has_times(self) -> bool:
        """Whether it has clock times rather than days."""
        return isinstance(self.start, datetime)
