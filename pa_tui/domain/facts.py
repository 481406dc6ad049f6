"""What is true of the agreement as a whole, and its named versions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from pa_tui.domain.year import Milestone, YearDay, year_days


class AgreementStatus(StrEnum):
    """How far the set has come."""

    DRAFT = "draft"
    FINAL_DRAFT = "final_draft"
    ADOPTED = "adopted"
    RATIFIED = "ratified"
    SIGNED = "signed"


@dataclass(frozen=True, slots=True)
class SetDay:
    """The day the table chose for a milestone of the year."""

    what: Milestone
    day: date


@dataclass(frozen=True, slots=True)
class Facts:
    """What is true of the agreement as a whole; there is one, with id "agreement".

    ``days`` are milestones of the year the table gave another day; ``tertials`` is whether
    it thinks in three parts of a year rather than in quarters.
    """

    KIND: ClassVar = "facts"
    PARENT: ClassVar = None
    ORDER: ClassVar = "id"

    id: str = "agreement"
    uid: str = ""
    title: str = ""
    year: int | None = None
    period_start: date | None = None
    period_end: date | None = None
    status: AgreementStatus = AgreementStatus.DRAFT
    place: str = ""
    signature_date: date | None = None
    confidential: str = ""
    source: str = ""
    actions_made: int = 0
    days: tuple[SetDay, ...] = ()
    tertials: bool = False

    @property
    def is_draft(self) -> bool:
        """Whether the set as a whole is not adopted yet."""
        return self.status in (AgreementStatus.DRAFT, AgreementStatus.FINAL_DRAFT)

    def milestones(self, year: int) -> tuple[YearDay, ...]:
        """The milestones of the set for ``year`` on the days the table chose."""
        return year_days(year, {own.what: own.day for own in self.days})


@dataclass(frozen=True, slots=True)
class Version:
    """A named state: the agreement as it was after the journal's entry ``entry``."""

    KIND: ClassVar = "version"
    PARENT: ClassVar = None

    id: str
    rank: str
    name: str
    at: datetime
    entry: str
