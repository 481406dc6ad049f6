"""Where articles go while a reading is reviewed, and what these edits ask."""

from __future__ import annotations

from dataclasses import replace

from pa_tui.domain.articles import Article, Passage, Theme, Unread
from pa_tui.domain.ranks import between
from pa_tui.domain.text import Block, BlockKind, Text
from pa_tui.edits.base import Worksheet
from pa_tui.edits.pieces import heading_of, lone_group, move_parts, numbered, ranks_after, whole
from pa_tui.errors import N_, NotAllowed, NotFound


def go_up(sheet: Worksheet, article: Article, previous: Article, text: Text) -> None:
    """An article goes up in the one before it, whose text this is then."""
    was = previous.text
    sheet.set(previous, text=text)
    move_parts(sheet, previous.id, article.id, was)
    sheet.set(sheet.agreement.articles[article.id], removed=True)


def new_article(
    sheet: Worksheet, theme: str, after: Article | None, group: str, text: Text, title: str = ""
) -> Article:
    """Puts an article without parts behind another one, or at the begin of a theme."""
    first = text[0]
    number, rest = (first.mark or None), first.text
    if number is None and not first.cells:
        number, rest = numbered(first.text)
    if not first.cells:
        text = (Block(BlockKind.PARAGRAPH, rest, first.anchors), *text[1:])
    lines = sheet.agreement.lines_of(theme)
    low = after.rank if after is not None else None
    high = next((x.rank for x in lines if low is None or x.rank > low), None)
    rank = between(low, high)
    article = Article(sheet.mint(), theme, rank, number, title, group, text)
    sheet.add(article)
    return article


def move_articles(sheet: Worksheet, theme: Theme, goal: Theme, *, first: bool = False) -> None:
    """The articles of a theme go to the end, or the begin, of another one."""
    lines = sheet.agreement.lines_of(theme.id)
    there = sheet.agreement.lines_of(goal.id)
    start = between(None, there[0].rank) if first and there else ""
    low = None if start else max((x.rank for x in there), default=None)
    for line, rank in zip(lines, ranks_after(low, len(lines)), strict=True):
        sheet.set(sheet.agreement.articles[line.id], theme=goal.id, rank=start + rank)


def make_context(sheet: Worksheet, article: Article) -> None:
    """Puts an article at the end of its theme's context."""
    theme = sheet.agreement.themes[article.theme]
    group = lone_group(sheet.agreement, article)
    above = (Passage(group, ()),) if group else ()
    title = heading_of(article.number, article.title) if article.title else ""
    text = article.text if title else whole(sheet.agreement, replace(article, group=""))
    sheet.set(theme, context=(*theme.context, *above, Passage(title, text)))
    sheet.set(article, removed=True)


def article_of(sheet: Worksheet, key: str) -> Article:
    """The article of an id; raises NotFound where it is gone."""
    article = sheet.agreement.articles.get(key)
    if article is None or article.removed:
        raise NotFound(N_("It is gone."))
    return article


def article_before(sheet: Worksheet, article: Article) -> Article | None:
    """The article before it in its theme; None for the first."""
    found = None
    for line in sheet.agreement.lines_of(article.theme):
        if line.id == article.id:
            break
        if not line.removed:
            found = line.id
    return sheet.agreement.articles[found] if found else None


def theme_before(sheet: Worksheet, theme: Theme) -> Theme:
    """The theme before it; raises NotAllowed for the first."""
    themes = sheet.agreement.ordered_themes
    place = themes.index(theme)
    if place == 0:
        raise NotAllowed(N_("There is no theme before it."))
    return themes[place - 1]


def left_out(sheet: Worksheet, key: str) -> Unread:
    """The line of an id that was left out; raises NotFound."""
    found = sheet.agreement.unread.get(key)
    if found is None:
        raise NotFound(N_("It is gone."))
    return found
