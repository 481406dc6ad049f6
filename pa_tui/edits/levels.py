"""Up and down: themes, articles and paragraphs while a reading is reviewed."""

from __future__ import annotations

from dataclasses import dataclass

from pa_tui.domain.articles import Annex, Article, Commitment, Passage, Section, Theme
from pa_tui.domain.ranks import between
from pa_tui.domain.text import paragraph, plain
from pa_tui.edits.base import Edit, Worksheet
from pa_tui.edits.moving import (
    article_before,
    article_of,
    go_up,
    make_context,
    move_articles,
    new_article,
    theme_before,
)
from pa_tui.edits.pieces import lone_group, numbered, printed, ranks_after, whole
from pa_tui.errors import N_, NotAllowed, NotFound

LONGEST_NAME = 200
"""More characters than this are no name of a theme."""


@dataclass(frozen=True, slots=True)
class RaiseToTheme(Edit):
    """An article becomes a theme: its title is the name, its text the context, and the
    articles below it come under it. So does a piece of front matter or an annex."""

    key: str

    def perform(self, sheet: Worksheet) -> None:
        themes = sheet.agreement.ordered_themes
        section = sheet.agreement.sections.get(self.key)
        annex = sheet.agreement.annexes.get(self.key)
        part: Section | Annex | None = section or annex
        if part is not None:
            first = themes[0].rank if themes else None
            last = themes[-1].rank if themes else None
            rank = between(None, first) if section is not None else between(last, None)
            number, title = numbered(part.title)
            context = (Passage("", part.text),) if part.text else ()
            sheet.add(Theme(sheet.mint(), rank, number, title or "-", context))
            sheet.remove(part)
            return
        self._article(sheet, article_of(sheet, self.key))

    @staticmethod
    def _article(sheet: Worksheet, article: Article) -> None:
        title, rest = article.title, article.text
        if not title:
            title, rest = plain(rest[:1], sheet.agreement.label), rest[1:]
        if len(title) > LONGEST_NAME:
            raise NotAllowed(N_("That is too long for the name of a theme. Cut it first."))
        group = lone_group(sheet.agreement, article)
        context = (Passage(group, rest),) if rest or group else ()
        own = sheet.agreement.themes[article.theme]
        following = [t.rank for t in sheet.agreement.ordered_themes if t.rank > own.rank]
        rank = between(own.rank, following[0] if following else None)
        name = " ".join(title.split())
        theme = Theme(sheet.mint(), rank, article.number, name, context)
        sheet.add(theme)
        sheet.set(article, removed=True)
        for line in sheet.agreement.lines_of(own.id):
            if (line.rank, line.id) > (article.rank, article.id):
                sheet.set(sheet.agreement.articles[line.id], theme=theme.id)


@dataclass(frozen=True, slots=True)
class RaiseToArticle(Edit):
    """A passage of a theme's context (counted from 1) becomes its first article."""

    theme: str
    place: int

    def perform(self, sheet: Worksheet) -> None:
        theme = sheet.agreement.themes.get(self.theme)
        if theme is None or not 1 <= self.place <= len(theme.context):
            raise NotFound(N_("There is no such passage."))
        passage = theme.context[self.place - 1]
        kept = tuple(own for own in theme.context if own is not passage)
        sheet.set(theme, context=kept)
        title = passage.title if passage.text else ""
        text = passage.text or paragraph(passage.title)
        article = new_article(sheet, theme.id, None, "", text, title)
        sheet.add(Commitment(sheet.mint(), article.id, between(None, None)))


@dataclass(frozen=True, slots=True)
class Lower(Edit):
    """A theme becomes an article of the theme before it, followed by its own articles; an
    article becomes text of the article before it, or of its theme where it is the first."""

    key: str

    def perform(self, sheet: Worksheet) -> None:
        theme = sheet.agreement.themes.get(self.key)
        if theme is not None:
            self._theme(sheet, theme)
            return
        article = article_of(sheet, self.key)
        previous = article_before(sheet, article)
        if previous is None:
            make_context(sheet, article)
            return
        own = whole(sheet.agreement, article, listed=True)
        go_up(sheet, article, previous, (*previous.text, *own))

    @staticmethod
    def _theme(sheet: Worksheet, theme: Theme) -> None:
        before = theme_before(sheet, theme)
        text = printed(theme.context)
        title, text = (theme.title, text) if text else ("", paragraph(theme.title))
        last = max((x.rank for x in sheet.agreement.lines_of(before.id)), default=None)
        rank = next(ranks_after(last, 1))
        article = Article(sheet.mint(), before.id, rank, theme.number, title, "", text)
        sheet.add(article, Commitment(sheet.mint(), article.id, between(None, None)))
        move_articles(sheet, theme, before)
        sheet.remove(theme)
