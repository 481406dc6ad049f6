"""Which articles there are and where they stand: adding, moving, splitting, merging.

Numbers stay as they are while people talk about them; only a renumbering changes them.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from string import ascii_lowercase

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Article, Commitment, Theme
from pa_tui.domain.decisions import Outcome, Stance
from pa_tui.domain.lines import ArticleLine
from pa_tui.domain.ranks import between, spread
from pa_tui.domain.text import Text, plain
from pa_tui.edits.absorbed import record_absorbed
from pa_tui.edits.base import Edit, Worksheet
from pa_tui.edits.wording import as_questions, must_be_in_the_set, revise
from pa_tui.errors import N_, NotAllowed


@dataclass(frozen=True, slots=True)
class AddArticle(Edit):
    """A new article in a theme, after the one named or at the end of it.

    Numbers of other articles stay: between 12 and 13 it becomes 12a. ``parts`` are what its
    text suggests, in order, whatever their ids and ranks are.
    """

    theme: str
    text: Text
    title: str = ""
    after: str | None = None
    group: str | None = None
    parts: tuple[Commitment, ...] = ()

    def perform(self, sheet: Worksheet) -> None:
        _hang_on(sheet, add_article(sheet, self), self.parts or (Commitment("", "", ""),))


def _hang_on(sheet: Worksheet, article: Article, parts: Sequence[Commitment]) -> None:
    """Adds the parts to an article, in order, with ids and ranks of their own."""
    for part, rank in zip(parts, spread(len(parts)), strict=True):
        sheet.add(replace(part, id=sheet.mint(), article=article.id, rank=rank))


def group_at(agreement: Agreement, edit: AddArticle) -> str:
    """The group a new article comes in: its own, else that of the article before it."""
    if edit.group is not None:
        return edit.group
    place = _place_after(agreement, agreement.theme_named(edit.theme).id, edit.after)
    return place.before.group if place.before else ""


def add_article(sheet: Worksheet, edit: AddArticle) -> Article:
    """Puts the new article of an edit on the sheet, without commitments, and returns it."""
    theme = sheet.agreement.theme_named(edit.theme)
    place = _place_after(sheet.agreement, theme.id, edit.after)
    article = Article(
        sheet.mint(),
        theme.id,
        place.rank,
        free_number(sheet.agreement, theme, place),
        edit.title.strip(),
        group_at(sheet.agreement, edit),
        edit.text,
        revised_from=() if sheet.meeting() else None,
    )
    sheet.add(article)
    return article


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
    return _Place(before, after, _rank_after(before, lines[index:]))


def _rank_after(before: ArticleLine | None, following: tuple[ArticleLine, ...]) -> str:
    """A rank right behind a line; two windows may have given the same rank to two articles,
    so the next one that is truly greater counts."""
    low = before.rank if before else None
    return between(low, next((x.rank for x in following if low is None or x.rank > low), None))


def free_number(agreement: Agreement, theme: Theme, place: _Place) -> str:
    """The number a new article gets at a place so that no other number changes."""
    taken = agreement.order.by_number
    previous = place.before.number if place.before else None
    if previous is None and place.after is None:
        first = f"{theme.number}.1" if theme.number else "1"
        return first if first not in taken else _with_letter(first, taken)
    if previous is None:
        following = place.after.number if place.after else None
        return _with_letter(following or "1", taken)
    match = re.fullmatch(r"(.*?)(\d+)", previous)
    if match and place.after is None:
        number = f"{match[1]}{int(match[2]) + 1}"
        if number.casefold() not in taken:
            return number
    return _with_letter(previous, taken)


def _with_letter(number: str, taken: Container[str]) -> str:
    stem = number.rstrip(ascii_lowercase) or number
    return next(n for n in _lettered(stem) if n.casefold() not in taken)


def _lettered(stem: str) -> Iterator[str]:
    """12a, 12b, ... 12z, 12aa, 12ab, ..."""
    length = 1
    while True:
        for letters in product(ascii_lowercase, repeat=length):
            yield stem + "".join(letters)
        length += 1


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
        goal = sheet.agreement.lines[sheet.article(self.after).id]
        if goal.id == article.id:
            raise NotAllowed(N_("An article cannot move behind itself."))
        lines = tuple(x for x in sheet.agreement.lines_of(goal.theme) if x.id != article.id)
        rank = _rank_after(goal, lines[lines.index(goal) + 1 :])
        sheet.set(article, theme=goal.theme, rank=rank, group=goal.group)


@dataclass(frozen=True, slots=True)
class SplitArticle(Edit):
    """An article becomes two: from block ``at`` (counted from 1, at least 2) on it goes on
    as a new article behind it. Parts go along with their words. Otherwise the new article
    has what its own text suggests (``parts``), and where that says nothing what was known of
    the article as a whole, as a suggestion."""

    article: str
    at: int
    parts: tuple[Commitment, ...] = ()

    def perform(self, sheet: Worksheet) -> None:
        article = sheet.article(self.article)
        must_be_in_the_set(article)
        if not 2 <= self.at <= len(article.text):
            raise NotAllowed(
                N_("Article {number} has {count} blocks; split it at 2 to {count}."),
                number=article.number or article.id,
                count=len(article.text),
            )
        head, tail = article.text[: self.at - 1], article.text[self.at - 1 :]
        new = add_article(
            sheet, AddArticle(article.theme, tail, after=article.id, group=article.group)
        )
        stays = " ".join(plain(head).split())
        known = sheet.agreement.commitments_of(article.id)
        along = [part for part in known if part.words and part.words not in stays]
        for part in along:
            sheet.set(part, article=new.id)
        if not along:
            whole = next((part for part in known if not part.words), None)
            _hang_on(sheet, new, _said_or_known(self.parts, whole))
        revise(sheet, article, head)


def _said_or_known(
    said: tuple[Commitment, ...], whole: Commitment | None
) -> tuple[Commitment, ...]:
    """What a text says of itself; who and when it leaves unsaid, as known of the whole."""
    if whole is None:
        return said or (Commitment("", "", ""),)
    known = replace(whole, **as_questions(whole))
    if not said:
        return (known,)
    first, *others = said
    if not any(part.leads or part.joint for part in said):
        first = replace(first, leads=known.leads, joint=known.joint)
    if not any(part.timings for part in said):
        first = replace(first, timings=known.timings)
    return (first, *others)


@dataclass(frozen=True, slots=True)
class MergeArticles(Edit):
    """The second article goes up in the first, with its parts and what hangs on it. Who had
    a reservation or objection to either has it to the whole. In a meeting that is a decision
    on the one that goes."""

    article: str
    other: str

    def perform(self, sheet: Worksheet) -> None:
        article, other = sheet.article(self.article), sheet.article(self.other)
        if article.id == other.id:
            raise NotAllowed(N_("An article cannot be merged with itself."))
        for one in (article, other):
            must_be_in_the_set(one)
        revise(sheet, article, (*article.text, *other.text))
        for part in sheet.agreement.commitments_of(other.id):
            words = part.words or " ".join(plain(other.text).split())
            sheet.set(part, article=article.id, words=words)
        for kind in ("note", "action", "parked", "proposal"):
            for entity in sheet.agreement.shelf_of(kind).of(other.id):
                sheet.set(entity, article=article.id)
        said = sheet.agreement.positions_on(article.id)
        for position in sheet.agreement.positions.of(other.id):
            if position.stance is not Stance.AGREE and position.party not in said:
                key = f"{article.id}/{position.party}"
                at = sheet.moment.at
                sheet.add(replace(position, id=key, article=article.id, at=at))
        for wish in sheet.agreement.wishes.of(other.id):
            sheet.put(replace(wish, id=f"{article.id}/{wish.party}", article=article.id))
            sheet.remove(wish)
        if sheet.meeting() is not None:
            record_absorbed(sheet, other, article)
        sheet.set(sheet.article(other.id), removed=True)


@dataclass(frozen=True, slots=True)
class Renumber(Edit):
    """All articles get the numbers their places give them: theme.1, theme.2, ... or, where
    the document numbers on over its themes, 1, 2, 3. Dropped ones lose theirs."""

    def perform(self, sheet: Worksheet) -> None:
        agreement = sheet.agreement
        dotted = any("." in number for number in agreement.order.by_number)
        running = 0
        for place, theme in enumerate(agreement.ordered_themes, start=1):
            within = 0
            for line in agreement.lines_of(theme.id):
                if line.number is None:
                    continue
                article = agreement.articles[line.id]
                if line.removed or line.outcome is Outcome.DROPPED:
                    sheet.set(article, number=None)
                    continue
                running, within = running + 1, within + 1
                number = f"{theme.number or place}.{within}" if dotted else str(running)
                sheet.set(article, number=number)
