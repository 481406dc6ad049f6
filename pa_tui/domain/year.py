"""The days of the year that every set of agreements is made by."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Milestone(StrEnum):
    """What has to be there, or happens, on a day or in a month of the year."""

    REPORT = "report"
    BID = "bid"
    FIRST_BOARD = "first_board"
    LAST_BOARD = "last_board"
    SIGNED = "signed"


class YearDay(NamedTuple):
    """A milestone with its first and last day; both are the same for a fixed day."""

    what: Milestone
    start: date
    end: date

    @property
    def is_fixed(self) -> bool:
        """Whether it is one day rather than some day of a month."""
        return self.start == self.end


def year_days(year: int) -> tuple[YearDay, ...]:
    """The milestones of the set for ``year``, all of the year before it.

    Report by 1 May and bid by 1 July (Woningwet 36a, 42 and 43). The set is signed and with
    the authority by 15 December (Woningwet 44a); "vóór" and "uiterlijk" are both in use, so
    the cautious day is the 14th.
    """
    made = year - 1
    return (
        _on(Milestone.REPORT, date(made, 5, 1)),
        _on(Milestone.BID, date(made, 7, 1)),
        YearDay(Milestone.FIRST_BOARD, date(made, 9, 1), date(made, 9, 30)),
        YearDay(Milestone.LAST_BOARD, date(made, 11, 1), date(made, 11, 30)),
        _on(Milestone.SIGNED, date(made, 12, 14)),
    )


def _on(what: Milestone, day: date) -> YearDay:
    return YearDay(what, day, day)
