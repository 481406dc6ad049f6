"""Setting right what was read from a document, before it becomes a file.

Nothing here was agreed to by anybody yet, so no decision or position lapses. No word of the
source is lost: what leaves an article stands in another one, in a theme's context or in the
list of lines that were left out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from pa_tui.domain.articles import Article, Commitment, Passage, Theme, Unread
from pa_tui.domain.ranks import between
from pa_tui.domain.text import paragraph, plain
from pa_tui.edits.base import Edit, Worksheet
from pa_tui.edits.moving import (
    article_before,
    article_of,
    go_up,
    left_out,
    make_context,
    move_articles,
    new_article,
    theme_before,
)
from pa_tui.edits.pieces import (
    cut_at,
    heading_of,
    paragraphs_of,
    printed,
    run_on,
    share_parts,
    whole,
    words_of,
)
from pa_tui.errors import N_, NotAllowed, NotFound

SAID_TO_BE_NONE = N_("said to be no agreement")


@dataclass(frozen=True, slots=True)
class JoinWithPrevious(Edit):
    """An article goes up in the one before it, in a sentence that runs on where it was
    broken off; a theme goes up in the one before it, its name over its text."""

    key: str

    def perform(self, sheet: Worksheet) -> None:
        theme = sheet.agreement.themes.get(self.key)
        if theme is not None:
            before = theme_before(sheet, theme)
            name = heading_of(theme.number, theme.title)
            first, *rest = theme.context or (Passage("", ()),)
            if first.title:
                rest, first = [first, *rest], Passage("", ())
            named = replace(first, title=name)
            sheet.set(before, context=(*before.context, named, *rest))
            move_articles(sheet, theme, before)
            sheet.remove(theme)
            return
        article = article_of(sheet, self.key)
        previous = _must_follow(sheet, article)
        go_up(sheet, article, previous, run_on(previous.text, whole(sheet.agreement, article)))


def _must_follow(sheet: Worksheet, article: Article) -> Article:
    previous = article_before(sheet, article)
    if previous is None:
        raise NotAllowed(
            N_("{number} is the first article of its theme. Make it context instead."),
            number=article.number or article.title or "-",
        )
    return previous


@dataclass(frozen=True, slots=True)
class CutInTwo(Edit):
    """From a character of a block (counted from 1) on, an article is another one; a number
    its words begin with becomes its number."""

    article: str
    block: int
    offset: int = 0

    def perform(self, sheet: Worksheet) -> None:
        article = article_of(sheet, self.article)
        if not 1 <= self.block <= len(article.text):
            raise NotFound(
                N_("There is no paragraph {place}; it has {count}."),
                place=self.block,
                count=len(article.text),
            )
        head, tail = cut_at(article.text, self.block, self.offset)
        if not (plain(head).strip() and plain(tail).strip()):
            raise NotAllowed(N_("Nothing would be left on one side; cut further on."))
        new = new_article(sheet, article.theme, article, article.group, tail)
        sheet.set(article, text=head)
        share_parts(sheet, article.id, new.id, head, new.text)


@dataclass(frozen=True, slots=True)
class MakeContext(Edit):
    """An article is no agreement but context of its theme."""

    article: str

    def perform(self, sheet: Worksheet) -> None:
        make_context(sheet, article_of(sheet, self.article))


@dataclass(frozen=True, slots=True)
class LeaveOut(Edit):
    """An article is no agreement at all: its words go to the lines that are left out.

    ``line`` is where it stands in the source. Of a theme only its name and context go; its
    articles come under the theme before it, or after it where it is the first.
    """

    key: str
    line: int = 0

    def perform(self, sheet: Worksheet) -> None:
        theme = sheet.agreement.themes.get(self.key)
        label = sheet.agreement.label
        if theme is not None:
            words = words_of(
                (*paragraph(heading_of(theme.number, theme.title)), *printed(theme.context)),
                label,
            )
            self._empty(sheet, theme)
            sheet.remove(theme)
        else:
            article = article_of(sheet, self.key)
            words = words_of(whole(sheet.agreement, article), label)
            sheet.set(article, removed=True)
        rank = _unread_rank(sheet, self.line)
        sheet.add(Unread(sheet.mint(), rank, self.line, words, SAID_TO_BE_NONE))

    @staticmethod
    def _empty(sheet: Worksheet, theme: Theme) -> None:
        if not sheet.agreement.lines_of(theme.id):
            return
        themes = sheet.agreement.ordered_themes
        place = themes.index(theme)
        if len(themes) == 1:
            raise NotAllowed(N_("It is the only theme, and there are articles in it."))
        goal = themes[place - 1] if place else themes[1]
        move_articles(sheet, theme, goal, first=not place)


def _unread_rank(sheet: Worksheet, line: int) -> str:
    ordered = sorted(sheet.agreement.unread.values(), key=lambda own: own.rank)
    low = max((own.rank for own in ordered if own.line <= line), default=None)
    high = next((own.rank for own in ordered if low is None or own.rank > low), None)
    return between(low, high)


@dataclass(frozen=True, slots=True)
class TakeIn(Edit):
    """A line that was left out belongs to an article, or to a theme's context (``into`` is
    the id of either)."""

    unread: str
    into: str

    def perform(self, sheet: Worksheet) -> None:
        unread = left_out(sheet, self.unread)
        text = paragraphs_of(unread.text)
        theme = sheet.agreement.themes.get(self.into)
        if theme is not None:
            sheet.set(theme, context=(*theme.context, Passage("", text)))
        else:
            article = article_of(sheet, self.into)
            sheet.set(article, text=(*article.text, *text))
        sheet.remove(unread)


@dataclass(frozen=True, slots=True)
class TakeInAsArticle(Edit):
    """A line that was left out is an agreement: behind an article, or the first of a theme.

    Where there is no theme yet, one is made with the name ``theme``.
    """

    unread: str
    theme: str
    after: str | None = None

    def perform(self, sheet: Worksheet) -> None:
        unread = left_out(sheet, self.unread)
        theme = self.theme
        if theme not in sheet.agreement.themes:
            made = Theme(sheet.mint(), sheet.last_rank("theme"), None, theme or "-")
            sheet.add(made)
            theme = made.id
        after = article_of(sheet, self.after) if self.after is not None else None
        group = after.group if after is not None else ""
        text = paragraphs_of(unread.text) or paragraph("-")
        article = new_article(sheet, theme, after, group, text)
        sheet.add(Commitment(sheet.mint(), article.id, between(None, None)))
        sheet.remove(unread)


@dataclass(frozen=True, slots=True)
class Rename(Edit):
    """An article, theme, section or annex gets another number or title; None leaves one as
    it is, an empty number takes it away."""

    key: str
    number: str | None = None
    title: str | None = None

    def perform(self, sheet: Worksheet) -> None:
        agreement = sheet.agreement
        shelves = (agreement.articles, agreement.themes, agreement.sections, agreement.annexes)
        entity = next((found for shelf in shelves if (found := shelf.get(self.key))), None)
        if entity is None:
            raise NotFound(N_("It is gone."))
        if self.number is not None and isinstance(entity, Article | Theme):
            sheet.set(entity, number=self.number.strip() or None)
        if self.title is not None:
            now = sheet.agreement.shelf_of(entity.KIND)[self.key]
            sheet.set(now, title=" ".join(self.title.split()))


@dataclass(frozen=True, slots=True)
class RemoveParty(Edit):
    """A party takes no part after all: it leads and shares nothing any more; where it was
    involved, its name stays."""

    party: str

    def perform(self, sheet: Worksheet) -> None:
        party = sheet.agreement.party_named(self.party)
        for part in tuple(sheet.agreement.commitments.values()):
            sheet.set(
                part,
                leads=tuple(lead for lead in part.leads if lead.party != party.id),
                joint=tuple(key for key in part.joint if key != party.id),
                involved=tuple(
                    replace(who, party=None) if who.party == party.id else who
                    for who in part.involved
                ),
            )
        sheet.remove(party)
