"""Who does what when: the articles by who carries a part of them and by part of the year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Commitment
from pa_tui.domain.lines import Status
from pa_tui.domain.parties import Basis
from pa_tui.domain.timing import Timing

NOBODY = ""
"""Stands for the party of a part that nobody leads."""


class When(StrEnum):
    """The columns: the quarters or the tertials of the agreement's year, all the time,
    another year, and no day at all."""

    FIRST = "1"
    SECOND = "2"
    THIRD = "3"
    FOURTH = "4"
    FIRST_TERTIAL = "T1"
    SECOND_TERTIAL = "T2"
    THIRD_TERTIAL = "T3"
    ALWAYS = "always"
    ELSEWHEN = "elsewhen"
    UNDATED = "undated"


QUARTERS = (When.FIRST, When.SECOND, When.THIRD, When.FOURTH)
TERTIALS = (When.FIRST_TERTIAL, When.SECOND_TERTIAL, When.THIRD_TERTIAL)


def periods(agreement: Agreement) -> tuple[When, ...]:
    """The parts of the year the table plans by."""
    return TERTIALS if agreement.about.tertials else QUARTERS


@dataclass(frozen=True, slots=True)
class Matrix:
    """Ids of articles by party (key, or NOBODY) and time, in reading order."""

    cells: dict[tuple[str, When], tuple[str, ...]]

    def at(self, party: str, when: When) -> tuple[str, ...]:
        """The articles of a cell."""
        return self.cells.get((party, when), ())

    def has(self, when: When) -> bool:
        """Whether anything happens then."""
        return any(found is when for _, found in self.cells)


def matrix(agreement: Agreement) -> Matrix:
    """The matrix of all articles that are not dropped; reads every one of them."""
    cells: dict[tuple[str, When], dict[str, None]] = {}
    year, parts = agreement.about.year, periods(agreement)
    for key in agreement.order.flat:
        if agreement.lines[key].status is Status.DROPPED:
            continue
        for part in agreement.commitments_of(key):
            for party in _leads(part):
                for when in _times(part.timings, year, parts):
                    cells.setdefault((party, when), {})[key] = None
    return Matrix({place: tuple(found) for place, found in cells.items()})


def _leads(part: Commitment) -> Iterable[str]:
    leads = [lead.party for lead in part.leads if lead.basis is not Basis.JOINT]
    return dict.fromkeys(leads) or (NOBODY,)


def _times(
    timings: Iterable[Timing], year: int | None, parts: tuple[When, ...]
) -> Iterable[When]:
    concrete = (timing for timing in timings if timing.is_concrete)
    return dict.fromkeys(_time(timing, year, parts) for timing in concrete) or (When.UNDATED,)


def _time(timing: Timing, year: int | None, parts: tuple[When, ...]) -> When:
    if timing.every is not None:
        return When.ALWAYS
    day = timing.end or timing.start
    if day is None or (year is not None and day.year != year):
        return When.ELSEWHEN
    return parts[(day.month - 1) * len(parts) // 12]
