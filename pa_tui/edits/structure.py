"""The build of the agreement: its parties, themes, articles and named versions."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from pa_tui.domain.agreement import Agreement, Facts, Version
from pa_tui.domain.articles import Theme
from pa_tui.domain.parties import Party, Role, Signatory
from pa_tui.domain.ranks import between
from pa_tui.domain.text import clean
from pa_tui.edits.base import Edit, Worksheet
from pa_tui.errors import N_, NotAllowed


@dataclass(frozen=True, slots=True)
class StartAgreement(Edit):
    """A new agreement begins, empty or with what a document was read into.

    ``entities`` are put in as they are: parties, themes, articles and what hangs on them.
    """

    facts: Facts
    entities: tuple[Any, ...] = ()

    def perform(self, sheet: Worksheet) -> None:
        must_be_a_year(self.facts.year)
        facts = self.facts if self.facts.uid else replace(self.facts, uid=sheet.mint())
        sheet.put(facts)
        sheet.add(*self.entities)


def must_be_a_year(year: int | None) -> None:
    """Raises NotAllowed for a year that no agreement is for."""
    if year is not None and not 1990 <= year <= 2200:
        raise NotAllowed(N_("{value} is not a year for an agreement."), value=year)


@dataclass(frozen=True, slots=True)
class DescribeAgreement(Edit):
    """Facts of the agreement as a whole get other values; None leaves one as it is."""

    title: str | None = None
    year: int | None = None
    period_start: date | None = None
    period_end: date | None = None
    place: str | None = None
    confidential: str | None = None
    signature_date: date | None = None

    def perform(self, sheet: Worksheet) -> None:
        must_be_a_year(self.year)
        said = {own.name: getattr(self, own.name) for own in fields(self)}
        given = {name: value for name, value in said.items() if value is not None}
        sheet.put(replace(sheet.agreement.about, **given))


@dataclass(frozen=True, slots=True)
class SetParty(Edit):
    """A party takes part, or what is known of it changes; ``key`` is its short name in
    files and commands."""

    key: str
    name: str
    role: Role
    short: str = ""
    aliases: tuple[str, ...] = ()
    signatory: Signatory | None = None

    def perform(self, sheet: Worksheet) -> None:
        if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,39}", self.key):
            raise NotAllowed(
                N_("“{key}” cannot be a party's key: use small letters, digits and hyphens."),
                key=self.key,
            )
        old = sheet.agreement.parties.get(self.key)
        name = clean(self.name).strip()
        if old is None:
            rank = sheet.last_rank("party")
            sheet.add(
                Party(
                    self.key,
                    rank,
                    self.short or name,
                    name,
                    self.role,
                    self.aliases,
                    self.signatory,
                )
            )
            return
        sheet.set(
            old,
            name=name,
            role=self.role,
            short=self.short or old.short,
            aliases=self.aliases or old.aliases,
            signatory=self.signatory or old.signatory,
        )


@dataclass(frozen=True, slots=True)
class AddTheme(Edit):
    """A new theme, after the one named or at the end."""

    title: str
    after: str | None = None
    number: str | None = None

    def perform(self, sheet: Worksheet) -> None:
        themes = sheet.agreement.ordered_themes
        place = len(themes)
        if self.after is not None:
            place = themes.index(sheet.agreement.theme_named(self.after)) + 1
        rank = between(
            themes[place - 1].rank if place else None,
            themes[place].rank if place < len(themes) else None,
        )
        number = self.number or str(_next_theme_number(sheet.agreement))
        sheet.add(Theme(sheet.mint(), rank, number, clean(self.title).strip()))


def _next_theme_number(agreement: Agreement) -> int:
    """The number behind the last theme's, which may stand with its articles only (4.1)."""
    numbers = [theme.number or "" for theme in agreement.ordered_themes]
    numbers += [
        number.partition(".")[0] for number in agreement.order.by_number if "." in number
    ]
    return max((int(n) for n in numbers if n.isdecimal()), default=0) + 1


@dataclass(frozen=True, slots=True)
class NameVersion(Edit):
    """The agreement as it stands gets a name ("Concept 2"). ``entry`` is the id of the
    journal's last entry; the store fills it in."""

    name: str
    entry: str = ""

    def perform(self, sheet: Worksheet) -> None:
        name = clean(self.name).strip()
        if not name:
            raise NotAllowed(N_("A version needs a name."))
        if any(v.name.casefold() == name.casefold() for v in sheet.agreement.versions.values()):
            raise NotAllowed(
                N_("There is a version “{name}” already. Choose another name."), name=name
            )
        rank = sheet.last_rank("version")
        sheet.add(Version(sheet.mint(), rank, name, sheet.moment.at, self.entry))


def version_named(agreement: Agreement, name: str) -> Version:
    """The version of this name; raises NotAllowed with the names there are."""
    wanted = name.casefold().strip()
    for version in agreement.ordered_versions:
        if version.name.casefold() == wanted:
            return version
    raise NotAllowed(
        N_("There is no version “{name}”. Known are: {versions}."),
        name=name,
        versions=", ".join(v.name for v in agreement.ordered_versions) or "-",
    )
