"""Goes through the items once and puts each where the plan says it belongs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pa_tui.reading.genre import is_context_heading, is_promise
from pa_tui.reading.lines import Line
from pa_tui.reading.outline_items import Item
from pa_tui.reading.outline_parts import ArticleDraft, Outline, Part, ThemeDraft
from pa_tui.reading.outline_regions import COVER
from pa_tui.reading.outline_tables import Expanded, Row
from pa_tui.reading.outline_themes import Plan

ONLY_THEME = "Afspraken"
"""The name of the theme of a document that names none."""

_TITLE_WORDS = 14
_ANNOUNCES = re.compile(
    r"(?:onderstaand|volgend|bijgaand|hieronder)\w*\s+(?:\w+\s+)?(?:tabel|overzicht|schema)|"
    r"(?:tabel|overzicht|schema)\s+(?:hieronder|hierna)|zie\s+(?:de\s+)?tabel",
    re.IGNORECASE,
)


class Filling:
    """Fills an outline item by item, in reading order."""

    def __init__(
        self,
        outline: Outline,
        items: Sequence[Item],
        plan: Plan,
        tables: Expanded,
    ) -> None:
        self._outline, self._items, self._plan = outline, items, plan
        self._rows, self._ends = tables.rows, tables.ends
        self._first = min(plan.articles, default=len(items))
        self._last = max(plan.articles, default=-1)
        self._theme: ThemeDraft | None = None
        self._theme_level = 0
        self._article: ArticleDraft | None = None
        self._group = ""
        self._title = ""
        self._level = 1
        self._open: list[Item] = []
        self._pending: int | None = None

    def take(self, index: int) -> None:
        """Puts the next item in its place."""
        item = self._items[index]
        if index in self._plan.articles:
            self._begin_article(index)
        elif index in self._plan.levels:
            self._heading(index)
        elif item.line.is_table and self._article is None and self._announcing():
            self._announcing()[-1].body.append(item)
        elif self._article is not None:
            self._article.body.append(item)
        else:
            self._open.append(item)
        if index in self._ends:
            self._article = None

    def close(self) -> None:
        """Puts away what is still open."""
        self._put_away()
        for theme in self._outline.themes:
            for article in theme.articles:
                _split_title(article)
        self._outline.themes = [t for t in self._outline.themes if t.articles or t.context]

    # -- headings ------------------------------------------------------------------------

    def _heading(self, index: int) -> None:
        item = self._items[index]
        level = self._plan.levels[index]
        ended = index > self._last and level <= max(self._theme_level, 1)
        if index > self._last >= 0 and level == 9:
            ended = True
        self._put_away(unused=self._article is None)
        self._article = None
        if index in self._plan.themes:
            self._begin_theme(item, level)
        elif self._theme is not None and not ended and level > self._theme_level:
            self._title, self._pending = item.title, index
            self._group = "" if is_context_heading(item.title) else item.title
        else:
            self._theme = None
            self._group = ""
            if level > 0:
                self._title, self._level, self._pending = item.title, level, index

    def _begin_theme(self, item: Item, level: int) -> None:
        number = item.number.printed if item.number is not None else None
        self._theme = ThemeDraft(number, item.title)
        self._theme_level = level
        self._outline.themes.append(self._theme)
        self._group = self._title = ""
        self._pending = None

    def _put_away(self, *, unused: bool = False) -> None:
        """The text since the last heading goes to its section or passage; ``unused`` tells
        that no agreement followed, so that even a heading of a group is kept."""
        opened, title, pending = self._open, self._title, self._pending
        self._open, self._title, self._pending = [], "", None
        if not opened and (pending is None or (self._group == title and not unused)):
            return
        if self._theme is not None:
            self._theme.context.append(Part(title, tuple(opened)))
        elif self._is_section(title, opened):
            self._outline.sections.append(Part(title, tuple(opened), self._level))
        else:
            if pending is not None and title != self._outline.title:
                opened = [self._items[pending], *opened]
            self._outline.cover += opened
            self._outline.skipped += [(item.line, COVER) for item in opened]

    def _is_section(self, title: str, opened: Sequence[Item]) -> bool:
        """Whether this is front matter; short lines before it, and what stands under the
        title of the document, are its cover."""
        if any(len(item.text) > 140 for item in opened):
            return True
        short = not title or title == self._outline.title or not opened
        on_cover = not self._outline.sections and self._first_text()
        return not (short and on_cover)

    def _first_text(self) -> bool:
        return not any(section.items for section in self._outline.sections)

    # -- articles ------------------------------------------------------------------------

    def _begin_article(self, index: int) -> None:
        item = self._items[index]
        self._put_away()
        if self._theme is None:
            self._theme = ThemeDraft(None, self._outline.title or ONLY_THEME)
            self._theme_level = 0
            self._outline.themes.append(self._theme)
        number = item.number.printed if item.number is not None else None
        body = [Item(_without_number(item))] if item.rest.strip() else []
        if item.is_heading and body:
            self._article = ArticleDraft(number, item.title, self._group)
        else:
            self._article = ArticleDraft(number, "", self._group, body)
        self._article.row = self._rows.get(index, Row())
        self._article.title = self._article.title or self._article.row.title
        self._article.place = item.line.place
        self._theme.articles.append(self._article)

    def _announcing(self) -> list[ArticleDraft]:
        """The articles of the theme that announce a table and have none yet."""
        if self._theme is None or not self._rows:
            return []
        return [
            article
            for article in self._theme.articles
            if any(_ANNOUNCES.search(item.text) for item in article.body)
            and not any(item.line.is_table for item in article.body)
        ][:1]


def _without_number(item: Item) -> Line:
    if item.number is None or item.line.mark:
        return replace(item.line, mark="")
    return replace(item.line, text=item.number.rest)


def _split_title(article: ArticleDraft) -> None:
    """Takes a first line that is a title out of the text of its article."""
    if article.title or len(article.body) < 2:
        return
    first, second = article.body[0], article.body[1]
    if (
        first.line.is_bullet
        or second.line.is_bullet
        or second.line.is_table
        or first.line.notes
    ):
        return
    if _is_title(first.line, second):
        article.title = re.sub(r"\s+", " ", first.line.text).strip()
        article.body = article.body[1:]


def _is_title(line: Line, second: Item) -> bool:
    text = line.text.strip()
    if len(text) > 110 or len(text.split()) > _TITLE_WORDS or text.endswith((":", ";", ",")):
        return False
    if second.number is not None and second.number.shape not in ("d", "l", "word"):
        return False
    if line.bold and not second.line.bold:
        return True
    if text.endswith((".", "!", "?")):
        return not is_promise(text) and len(text.split()) < 9
    return True
