"""When the sample happens: working group 2 is meeting now, so all of it turns about today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from pa_tui.reading.wording import say_date, say_deadline
from pa_tui.sample.source import Source, source

NOW = datetime(2026, 9, 29, 14, 26)
"""The moment the sample was written for."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """A moment at which working group 2 is half way; days are counted from that meeting."""

    now: datetime = NOW

    @property
    def delay(self) -> timedelta:
        """How much later than written working group 2 meets, in whole minutes."""
        return self.now.replace(second=0, microsecond=0) - NOW

    @property
    def today(self) -> date:
        """The day working group 2 began."""
        return self.at("13:30").date()

    @property
    def year(self) -> int:
        """The year the agreement is for: the next one."""
        return self.today.year + 1

    @property
    def texts(self) -> Source:
        """The texts, with the years they name as they are then."""
        return source(self.year)

    def at(self, clock: str) -> datetime:
        """A moment of working group 2, by the clock it was written with."""
        return datetime.combine(NOW.date(), time.fromisoformat(clock)) + self.delay

    def earlier(self, days: int, clock: str) -> datetime:
        """A moment so many days before working group 2."""
        return datetime.combine(self.day(-days), time.fromisoformat(clock))

    def day(self, days: int) -> date:
        """The day so many days after working group 2."""
        return self.today + timedelta(days=days)

    def said(self, days: int) -> str:
        """That day in words."""
        return say_date(self.day(days))

    def deadline(self, days: int) -> tuple[date, str]:
        """That day as the last one, with its words."""
        return self.day(days), say_deadline(self.day(days))
