"""When something happens, with the words that say so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pa_tui.domain.parties import State


class TimingKind(StrEnum):
    """The kinds of timing a Dutch agreement uses."""

    DEADLINE = "deadline"
    PERIOD = "period"
    START = "start"
    RECURRING = "recurring"
    EVENT = "event"
    CONDITION = "condition"
    TARGET = "target"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Timing:
    """Words about time as printed and the days they mean.

    ``start`` and ``end`` are inclusive days: "vóór 1 oktober" ends on 30 September.
    ``every`` is a rhythm: "week", "month", "quarter", "tertial", "half-year" or "year",
    perhaps with a number before it ("2 year"); ``count`` how many times in it.
    """

    text: str
    kind: TimingKind
    start: date | None = None
    end: date | None = None
    every: str | None = None
    count: int | None = None
    state: State = State.CONFIRMED

    @property
    def is_concrete(self) -> bool:
        """Whether somebody could put it in a calendar."""
        return self.every is not None or (
            self.kind in (TimingKind.DEADLINE, TimingKind.PERIOD, TimingKind.START)
            and (self.start is not None or self.end is not None)
        )
