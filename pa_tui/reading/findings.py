"""What the program understands in a piece of Dutch, every finding with its place.

Spans are character offsets into the text that was given; ``end`` is exclusive.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from pa_tui.domain.articles import Quantity, Strength
from pa_tui.domain.parties import Basis, Party
from pa_tui.domain.timing import Timing


class PartyRole(StrEnum):
    """What a text makes of a party."""

    LEAD = "lead"
    JOINT = "joint"
    INVOLVED = "involved"
    REQUEST = "request"


@dataclass(frozen=True, slots=True)
class PartyFinding:
    """A party (key) in a role; ``text`` are the words that name it."""

    party: str
    role: PartyRole
    text: str
    start: int
    end: int
    basis: Basis = Basis.SUBJECT


@dataclass(frozen=True, slots=True)
class OutsiderFinding:
    """Somebody who is no party and takes part, as printed ("zorgaanbieders")."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TimingFinding:
    """Words about time; the timing's state is SUGGESTED."""

    timing: Timing
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class QuantityFinding:
    """An amount worth showing."""

    quantity: Quantity
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ReferenceFinding:
    """A reference to another article, an annex or a table.

    ``number`` is "3.1" or "4", ``suffix`` a sub-item's letter ("a" in "4a"); both are empty
    for "zie onderstaande tabel".
    """

    number: str
    suffix: str
    text: str
    start: int
    end: int
    target: Literal["article", "annex", "table"] = "article"


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was understood, each kind in the order of the text."""

    parties: tuple[PartyFinding, ...] = ()
    outsiders: tuple[OutsiderFinding, ...] = ()
    timings: tuple[TimingFinding, ...] = ()
    quantities: tuple[QuantityFinding, ...] = ()
    references: tuple[ReferenceFinding, ...] = ()
    strength: Strength = Strength.NONE


def read(
    text: str,
    *,
    parties: Sequence[Party] = (),
    year: int | None = None,
    today: date | None = None,
    period: tuple[date, date] | None = None,
    group: str = "",
) -> Findings:
    """Everything in ``text``: who, when, how much, where it refers to, how firmly.

    ``year`` is the agreement's (a missing year is this one); without it a missing year is
    the first from ``today`` on. ``group`` is the heading the text stands under
    ("Prestaties gemeente 2027"): it names a lead where the text does not.
    """
    from pa_tui.reading.dates import timings
    from pa_tui.reading.ownership import ownership
    from pa_tui.reading.quantities import quantities
    from pa_tui.reading.references import references
    from pa_tui.reading.strength import strength

    owners = ownership(text, parties=parties, group=group)
    return Findings(
        owners.parties,
        owners.outsiders,
        timings(text, year=year, today=today, period=period),
        quantities(text),
        references(text),
        strength(text),
    )
