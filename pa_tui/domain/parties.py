"""Who sits at the table and who carries a promise."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import ClassVar

ALL, SILENT = "all", "silent"
"""In place of a party: all that are there, and those of them that said nothing yet."""


class Role(StrEnum):
    """The three equal sides of the table (Woningwet art. 44)."""

    MUNICIPALITY = "municipality"
    CORPORATION = "corporation"
    TENANTS = "tenants"


class State(StrEnum):
    """Whether a person has said yes to what the program suggested."""

    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"


class Basis(StrEnum):
    """Why a party is taken for the lead, strongest first (domain: ownership expressions)."""

    EXPLICIT = "explicit"
    SUBJECT = "subject"
    HEADING = "heading"
    JOINT = "joint"
    IMPLIED = "implied"


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs for a party."""

    name: str
    function: str = ""


class BodyOutcome(StrEnum):
    """What a party's own body decided about the adopted set."""

    AGREED = "agreed"
    CONDITIONAL = "conditional"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Ratification:
    """How a party's body comes to its decision: which body, by when it needs the papers, the
    day it decides, and what it decided."""

    body: str = ""
    papers_due: date | None = None
    decides_on: date | None = None
    outcome: BodyOutcome | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """A municipality, corporation or tenants' organisation that takes part.

    ``id`` is its short stable key ("vivare"). ``themes`` are the ids of the only themes it
    takes part in; empty means all of them.
    """

    KIND: ClassVar = "party"
    PARENT: ClassVar = None

    id: str
    rank: str
    short: str
    name: str
    role: Role
    aliases: tuple[str, ...] = ()
    signatory: Signatory | None = None
    signed_on: date | None = None
    themes: tuple[str, ...] = ()
    ratification: Ratification | None = None

    def is_called(self, name: str) -> bool:
        """Whether ``name`` is this party's key, short name, name or an alias."""
        wanted = name.casefold().strip()
        names = (self.id, self.short, self.name, *self.aliases)
        return any(wanted == own.casefold() for own in names)

    def takes_part_in(self, theme: str) -> bool:
        """Whether the party is concerned with the theme of this id."""
        return not self.themes or theme in self.themes


@dataclass(frozen=True, slots=True)
class Lead:
    """A party (key) that carries a promise, perhaps with a named person beside it;
    ``meeting`` is where it took that on, which makes it no other lead."""

    party: str
    person: str | None = None
    basis: Basis = Basis.EXPLICIT
    state: State = State.CONFIRMED
    meeting: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Involved:
    """Who is consulted or informed: a party (key) or a named outsider."""

    name: str
    party: str | None = None
    state: State = State.CONFIRMED


def party_key(short: str, taken: Iterable[str] = ()) -> str:
    """A party's key from its short name: small letters, digits and hyphens, unlike those
    that are taken."""
    plain = unicodedata.normalize("NFKD", short).encode("ascii", "ignore").decode()
    key = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:36] or "partij"
    others = set(taken)
    numbered = (f"{key}-{number}" for number in range(2, len(others) + 3))
    return next(name for name in (key, *numbered) if name not in others)
