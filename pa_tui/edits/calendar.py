"""The days of the year and the parts of it, as the table wants them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pa_tui.domain.facts import SetDay
from pa_tui.domain.year import Milestone
from pa_tui.edits.base import Edit, Worksheet
from pa_tui.errors import N_, NotAllowed


@dataclass(frozen=True, slots=True)
class SetYearDay(Edit):
    """A milestone of the year gets the day the table chose; None gives it its usual one."""

    what: Milestone
    day: date | None

    def perform(self, sheet: Worksheet) -> None:
        facts = sheet.agreement.about
        if self.day is not None and facts.year is not None and self.day.year != facts.year - 1:
            raise NotAllowed(
                N_("{date} is not in {year}, the year in which this set is made."),
                date=self.day,
                year=facts.year - 1,
            )
        kept = tuple(own for own in facts.days if own.what is not self.what)
        if self.day is None:
            sheet.set(facts, days=kept)
        else:
            sheet.set(facts, days=(*kept, SetDay(self.what, self.day)))


@dataclass(frozen=True, slots=True)
class DivideYear(Edit):
    """The table plans by tertials (three parts of a year), or by quarters."""

    tertials: bool

    def perform(self, sheet: Worksheet) -> None:
        sheet.set(sheet.agreement.about, tertials=self.tertials)
