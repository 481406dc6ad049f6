"""Which row of the list shows what: a heading per theme with its articles under it.

Finding a row costs the same in a file of forty articles and of a million.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Theme


class Rows:
    """The rows of the list, from 0. A row is a theme or the id of an article."""

    def __init__(self, agreement: Agreement, only: Iterable[str] | None = None) -> None:
        """``only`` are the ids of the articles to show, in reading order; None is all."""
        self.order = agreement.order
        self._only = None if only is None else tuple(only)
        by_theme = self.order.by_theme if self._only is None else self._grouped(agreement)
        self._groups: list[tuple[Theme, tuple[str, ...]]] = [
            (theme, by_theme.get(theme.id, ()))
            for theme in agreement.ordered_themes
            if self._only is None or theme.id in by_theme
        ]
        sizes = [len(articles) + 1 for _, articles in self._groups]
        self._starts = [0, *accumulate(sizes)]
        self._group_of = {theme.id: place for place, (theme, _) in enumerate(self._groups)}
        self._places = (
            {key: place for place, key in enumerate(self._only)}
            if self._only is not None
            else self.order.place
        )

    def _grouped(self, agreement: Agreement) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for key in self._only or ():
            found.setdefault(agreement.lines[key].theme, []).append(key)
        return {theme: tuple(keys) for theme, keys in found.items()}

    def __len__(self) -> int:
        return self._starts[-1]

    @property
    def articles(self) -> int:
        """How many articles there are among the rows."""
        return len(self) - len(self._groups)

    def at(self, row: int) -> Theme | str:
        """What a row shows."""
        place = bisect_right(self._starts, row) - 1
        theme, articles = self._groups[place]
        within = row - self._starts[place]
        return articles[within - 1] if within else theme

    def row_of(self, article: str, theme: str) -> int | None:
        """The row of an article of a theme; None where it is not shown."""
        group = self._group_of.get(theme)
        place = self._places.get(article)
        if group is None or place is None:
            return None
        row = place + group + 1
        if 0 <= row < len(self) and self.at(row) == article:
            return row
        articles = self._groups[group][1]
        if article not in articles:
            return None
        return self._starts[group] + articles.index(article) + 1

    def articles_of(self, theme: str) -> tuple[str, ...]:
        """The ids of the articles of a theme that are shown."""
        group = self._group_of.get(theme)
        return () if group is None else self._groups[group][1]

    def article_from(self, row: int, step: int) -> int | None:
        """The nearest row with an article from ``row`` on, going by ``step`` (1 or -1)."""
        while 0 <= row < len(self):
            if isinstance(self.at(row), str):
                return row
            row += step
        return None

    def themes_from(self, article: str, theme: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The themes with their articles in walking order: what follows the article in its
        theme, the themes after it, those before it, and what comes first in its own."""
        group = self._group_of.get(theme)
        if group is None:
            yield from ((own.id, articles) for own, articles in self._groups)
            return
        own, articles = self._groups[group]
        place = articles.index(article) if article in articles else -1
        yield own.id, articles[place + 1 :]
        for other, keys in (*self._groups[group + 1 :], *self._groups[:group]):
            yield other.id, keys
        yield own.id, articles[: place + 1]
