"""The build of the agreement: its parties, themes, articles and named versions."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from pa_tui.domain.agreement import Agreement, Facts, Version
from pa_tui.domain.articles import Article, Commitment, Theme
from pa_tui.domain.lines import ArticleLine
from pa_tui.domain.parties import Party, Role, Signatory
from pa_tui.domain.ranks import between
from pa_tui.domain.text import Text, clean, plain
from pa_tui.edits.base import Edit, Worksheet
from pa_tui.edits.decision import reopen
from pa_tui.edits.wording import reword
from pa_tui.errors import N_, NotAllowed


@dataclass(frozen=True, slots=True)
class StartAgreement(Edit):
    """A new agreement begins, empty or with what a document was read into.

    ``entities`` are put in as they are: parties, themes, articles and what hangs on them.
    """

    facts: Facts
    entities: tuple[Any, ...] = ()

    def perform(self, sheet: Worksheet) -> None:
        facts = self.facts if self.facts.uid else replace(self.facts, uid=sheet.mint())
        sheet.put(facts)
        sheet.add(*self.entities)


@dataclass(frozen=True, slots=True)
class DescribeAgreement(Edit):
    """Facts of the agreement as a whole get other values; None leaves one as it is."""

    title: str | None = None
    year: int | None = None
    period_start: date | None = None
    period_end: date | None = None
    place: str | None = None
    confidential: str | None = None

    def perform(self, sheet: Worksheet) -> None:
        said = {name: getattr(self, name) for name in self.__dataclass_fields__}
        fields = {name: value for name, value in said.items() if value is not None}
        sheet.put(replace(sheet.agreement.about, **fields))


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
    numbers = [theme.number or "" for theme in agreement.ordered_themes]
    return max((int(n) for n in numbers if n.isdecimal()), default=0) + 1


@dataclass(frozen=True, slots=True)
class AddArticle(Edit):
    """A new article in a theme, after the one named or at the end of it.

    Numbers of other articles stay: between 12 and 13 it becomes 12a.
    """

    theme: str
    text: Text
    title: str = ""
    after: str | None = None
    group: str | None = None

    def perform(self, sheet: Worksheet) -> None:
        theme = sheet.agreement.theme_named(self.theme)
        place = _place_after(sheet.agreement, theme.id, self.after)
        before = place.before
        key = sheet.mint()
        sheet.add(
            Article(
                key,
                theme.id,
                place.rank,
                free_number(sheet.agreement, theme, place),
                clean(self.title).strip(),
                self.group if self.group is not None else (before.group if before else ""),
                self.text,
            )
        )
        sheet.add(Commitment(sheet.mint(), key, between(None, None)))


@dataclass(frozen=True, slots=True)
class _Place:
    """A place in a theme: the lines around it and a rank between them."""

    before: ArticleLine | None
    after: ArticleLine | None
    rank: str


def _place_after(agreement: Agreement, theme: str, name: str | None) -> _Place:
    lines = agreement.lines_of(theme)
    index = len(lines)
    if name is not None:
        key = agreement.article_named(name).id
        keys = [line.id for line in lines]
        if key not in keys:
            raise NotAllowed(N_("Article {number} does not stand in that theme."), number=name)
        index = keys.index(key) + 1
    before = lines[index - 1] if index else None
    after = lines[index] if index < len(lines) else None
    rank = between(before.rank if before else None, after.rank if after else None)
    return _Place(before, after, rank)


def free_number(agreement: Agreement, theme: Theme, place: _Place) -> str:
    """The number a new article gets at a place so that no other number changes."""
    taken = {(line.number or "").casefold() for line in agreement.lines.values()}
    previous = place.before.number if place.before else None
    if previous is None and place.after is None:
        first = f"{theme.number}.1" if theme.number else "1"
        return first if first not in taken else _with_letter(first, taken)
    if previous is None:
        previous = place.after.number if place.after else None
        return _with_letter(previous or "1", taken)
    head, digits = _split_number(previous)
    following = f"{head}{int(digits) + 1}" if digits else ""
    is_last = place.after is None
    if following and is_last and following.casefold() not in taken:
        return following
    return _with_letter(previous, taken)


def _split_number(number: str) -> tuple[str, str]:
    match = re.fullmatch(r"(.*?)(\d+)", number)
    return (match[1], match[2]) if match else (number, "")


def _with_letter(number: str, taken: set[str]) -> str:
    stem = number.rstrip("abcdefghijklmnopqrstuvwxyz") or number
    for letter in "abcdefghijklmnopqrstuvwxyz":
        if f"{stem}{letter}".casefold() not in taken:
            return f"{stem}{letter}"
    return _with_letter(f"{stem}z", taken)


@dataclass(frozen=True, slots=True)
class RemoveArticle(Edit):
    """An article leaves the set without a decision; its number is not given again."""

    article: str

    def perform(self, sheet: Worksheet) -> None:
        article = sheet.article(self.article)
        if article.removed:
            raise NotAllowed(
                N_("Article {number} has gone already."), number=article.number or article.id
            )
        sheet.set(article, removed=True)


@dataclass(frozen=True, slots=True)
class MoveArticle(Edit):
    """An article moves behind another one, perhaps of another theme; it keeps its number."""

    article: str
    after: str

    def perform(self, sheet: Worksheet) -> None:
        article = sheet.article(self.article)
        goal = sheet.article(self.after)
        if goal.id == article.id:
            raise NotAllowed(N_("An article cannot move behind itself."))
        lines = [x for x in sheet.agreement.lines_of(goal.theme) if x.id != article.id]
        index = [x.id for x in lines].index(goal.id) + 1
        following = lines[index].rank if index < len(lines) else None
        sheet.set(
            article, theme=goal.theme, rank=between(goal.rank, following), group=goal.group
        )


@dataclass(frozen=True, slots=True)
class SplitArticle(Edit):
    """An article becomes two: from block ``at`` (counted from 1, at least 2) on it goes on
    as a new article behind it."""

    article: str
    at: int

    def perform(self, sheet: Worksheet) -> None:
        article = sheet.article(self.article)
        if not 2 <= self.at <= len(article.text):
            raise NotAllowed(
                N_("Article {number} has {count} blocks; split it at 2 to {count}."),
                number=article.number or article.id,
                count=len(article.text),
            )
        head, tail = article.text[: self.at - 1], article.text[self.at - 1 :]
        AddArticle(article.theme, tail, after=article.id, group=article.group).perform(sheet)
        new = next(c.after for c in reversed(sheet.changes) if c.kind == "article")
        stays = plain(head)
        for part in sheet.agreement.commitments_of(article.id):
            if part.words and part.words not in " ".join(stays.split()):
                sheet.set(part, article=new.id)
        was = article.text if article.revised_from is None else article.revised_from
        reword(sheet, article, head)
        sheet.set(sheet.article(article.id), revised_from=was)
        if article.decision is not None:
            reopen(sheet, sheet.article(article.id), "")


@dataclass(frozen=True, slots=True)
class MergeArticles(Edit):
    """The second article goes up in the first, with its parts and what hangs on it."""

    article: str
    other: str

    def perform(self, sheet: Worksheet) -> None:
        article, other = sheet.article(self.article), sheet.article(self.other)
        if article.id == other.id:
            raise NotAllowed(N_("An article cannot be merged with itself."))
        was = article.text if article.revised_from is None else article.revised_from
        sheet.set(article, text=(*article.text, *other.text), revised_from=was)
        for part in sheet.agreement.commitments_of(other.id):
            words = part.words or " ".join(plain(other.text).split())
            sheet.set(part, article=article.id, words=words)
        for kind in ("note", "action", "parked", "proposal"):
            for entity in sheet.agreement.shelf_of(kind).of(other.id):
                sheet.set(entity, article=article.id)
        if article.decision is not None:
            reopen(sheet, sheet.article(article.id), "")
        sheet.set(sheet.article(other.id), removed=True)


@dataclass(frozen=True, slots=True)
class Renumber(Edit):
    """All articles get the numbers their places give them: theme.1, theme.2, ... or, where
    the document numbers on over its themes, 1, 2, 3. Dropped ones lose their place."""

    def perform(self, sheet: Worksheet) -> None:
        agreement = sheet.agreement
        dotted = any("." in (line.number or "") for line in agreement.lines.values())
        running = 0
        for place, theme in enumerate(agreement.ordered_themes, start=1):
            within = 0
            for line in agreement.lines_of(theme.id):
                if line.number is None or line.removed or line.outcome == "dropped":
                    continue
                running, within = running + 1, within + 1
                number = f"{theme.number or place}.{within}" if dotted else str(running)
                sheet.set(agreement.articles[line.id], number=number)


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
