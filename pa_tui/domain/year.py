"""The days of the year that every set of agreements is made by."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple


class Milestone(StrEnum):
    """What has to be there, or happens, on a day or in a month of the year."""

    EVALUATION = "evaluation"
    REPORT = "report"
    BID = "bid"
    FIRST_BOARD = "first_board"
    LAST_BOARD = "last_board"
    SIGNED = "signed"


class YearDay(NamedTuple):
    """A milestone with its first and last day; both are the same for a fixed day. ``chosen``
    tells that the table gave it this day."""

    what: Milestone
    start: date
    end: date
    chosen: bool = False

    @property
    def is_fixed(self) -> bool:
        """Whether it is one day rather than some day of a month."""
        return self.start == self.end


def year_days(
    year: int, chosen: Mapping[Milestone, date] = MappingProxyType({})
) -> tuple[YearDay, ...]:
    """The milestones of the set for ``year``, in order, all of the year before it; on the
    days that were ``chosen`` for them.

    Evaluation in the first quarter, report by 1 May and bid by 1 July (Woningwet 36a, 42 and
    43). The set is signed and with the authority by 15 December (Woningwet 44a); "vóór" and
    "uiterlijk" are both in use, so the cautious day is the 14th.
    """
    made = year - 1
    usual = (
        YearDay(Milestone.EVALUATION, date(made, 1, 1), date(made, 3, 31)),
        _on(Milestone.REPORT, date(made, 5, 1)),
        _on(Milestone.BID, date(made, 7, 1)),
        YearDay(Milestone.FIRST_BOARD, date(made, 9, 1), date(made, 9, 30)),
        YearDay(Milestone.LAST_BOARD, date(made, 11, 1), date(made, 11, 30)),
        _on(Milestone.SIGNED, date(made, 12, 14)),
    )
    found = (
        YearDay(own.what, chosen[own.what], chosen[own.what], chosen=True)
        if own.what in chosen
        else own
        for own in usual
    )
    return tuple(sorted(found, key=lambda own: (own.start, own.end)))


def usual_day(what: Milestone, year: int) -> YearDay:
    """The milestone of the set for ``year`` where the table chose no day for it."""
    return next(own for own in year_days(year) if own.what is what)


def _on(what: Milestone, day: date) -> YearDay:
    return YearDay(what, day, day)
