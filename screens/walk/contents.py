"""The list of themes and articles, drawn row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rich.cells import cell_len
from textual import events
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Theme
from pa_tui.domain.lines import ArticleLine
from screens.marks import Mark, hint, mark, wished
from screens.walk.rows import Rows
from screens.widgets.ink import Inked, Line, Run, clip, line

_LEAST = 8
"""So many cells of a title stay beside the word of its mark."""

Moved = Callable[[str | None], None]
"""Hears the id of the article the cursor came on."""


class Contents(Inked, ScrollView, can_focus=False):
    """Themes with their tallies, articles with their marks; the cursor is on an article."""

    cursor: reactive[int] = reactive(-1, repaint=False, init=False)

    def __init__(self, moved: Moved) -> None:
        super().__init__(id="contents")
        self._moved = moved
        self._agreement = Agreement()
        self.rows = Rows(self._agreement)
        self._only: tuple[str, ...] | None = None
        self._discreet = False
        self._drawn: list[Line] = []

    # -- what is shown ----------------------------------------------------------------------

    def show(self, agreement: Agreement) -> None:
        """Shows another state of the agreement; the cursor stays on its article."""
        here = self.here
        same = agreement.order is self.rows.order and (
            agreement.themes is self._agreement.themes
        )
        self._agreement = agreement
        if not same:
            self._arrange(here)
            self.refresh()
            return
        for y, (old, new) in enumerate(zip(self._drawn, self._visible(), strict=False)):
            if old != new:
                self.refresh(Region(0, y, self.size.width, 1))

    def only(self, articles: Iterable[str] | None) -> None:
        """Shows these articles only (None: all); the cursor stays where it can."""
        here = self.here
        self._only = None if articles is None else tuple(articles)
        self._arrange(here)
        self.refresh()

    def be_discreet(self, discreet: bool) -> None:
        """Whether the questions beside open articles are hidden: the room looks along."""
        if discreet != self._discreet:
            self._discreet = discreet
            self.refresh()

    def _arrange(self, here: str | None) -> None:
        only = self._only
        if only is not None:
            only = tuple(key for key in only if key in self._agreement.lines)
        self.rows = Rows(self._agreement, only)
        self.virtual_size = Size(self.size.width, len(self.rows))
        row = self._row_of(here)
        if row is None:
            row = self.rows.article_from(max(0, min(self.cursor, len(self.rows) - 1)), 1)
        if row is None:
            row = self.rows.article_from(len(self.rows) - 1, -1)
        self.set_reactive(Contents.cursor, -1 if row is None else row)
        self._keep_in_sight()
        if self.here != here:
            self._moved(self.here)

    def _row_of(self, article: str | None) -> int | None:
        line = self._agreement.lines.get(article) if article else None
        return self.rows.row_of(line.id, line.theme) if line else None

    # -- the cursor --------------------------------------------------------------------------

    @property
    def here(self) -> str | None:
        """The id of the article the cursor is on."""
        if not 0 <= self.cursor < len(self.rows):
            return None
        found = self.rows.at(self.cursor)
        return found if isinstance(found, str) else None

    def go(self, article: str) -> bool:
        """Puts the cursor on an article; False where it is not among the rows."""
        row = self._row_of(article)
        if row is not None:
            self.cursor = row
        return row is not None

    def step(self, by: int) -> None:
        """Moves the cursor some articles down (or up)."""
        direction = 1 if by > 0 else -1
        goal = max(0, min(len(self.rows) - 1, self.cursor + by))
        row = self.rows.article_from(goal, direction)
        if row is None:
            row = self.rows.article_from(goal, -direction)
        if row is not None:
            self.cursor = row

    def watch_cursor(self, old: int, new: int) -> None:
        """Draws the two rows and lets the article follow, in the same frame."""
        top = self.scroll_offset.y
        for row in (old, new):
            self.refresh(Region(0, row - top, self.size.width, 1))
        self._keep_in_sight()
        self._moved(self.here)

    def _keep_in_sight(self) -> None:
        top, height = self.scroll_offset.y, self.size.height
        if height <= 0 or self.cursor < 0:
            return
        first = self.cursor - 1 if self._is_heading(self.cursor - 1) else self.cursor
        if first < top:
            self.scroll_to(y=first, animate=False, immediate=True)
        elif self.cursor >= top + height:
            self.scroll_to(y=self.cursor - height + 1, animate=False, immediate=True)

    def _is_heading(self, row: int) -> bool:
        return row >= 0 and isinstance(self.rows.at(row), Theme)

    @property
    def allow_vertical_scroll(self) -> bool:
        """It has no scrollbar and scrolls all the same."""
        return True

    # -- drawing -----------------------------------------------------------------------------

    def on_resize(self, event: events.Resize) -> None:
        """Keeps the cursor in sight."""
        self.virtual_size = Size(event.size.width, len(self.rows))
        self._keep_in_sight()

    def on_click(self, event: events.Click) -> None:
        """Puts the cursor on the article that was clicked."""
        row = event.y + self.scroll_offset.y
        if 0 <= row < len(self.rows) and isinstance(self.rows.at(row), str):
            self.cursor = row

    def _visible(self) -> list[Line]:
        """The lines of the rows in sight."""
        top = self.scroll_offset.y
        end = min(len(self.rows), top + self.size.height)
        return [self._line(row, self.size.width) for row in range(top, end)]

    def render_lines(self, crop: Region) -> list[Strip]:
        self._drawn = self._visible()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        row = y + self.scroll_offset.y
        width = self.size.width
        if row >= len(self.rows):
            return self.strip((), width)
        return self.strip(self._line(row, width), width, "here" if row == self.cursor else "")

    def _line(self, row: int, width: int) -> Line:
        found = self.rows.at(row)
        if isinstance(found, Theme):
            return self._heading(found, width)
        return self._article(self._agreement.lines[found], width, here=row == self.cursor)

    def _heading(self, theme: Theme, width: int) -> Line:
        tally = self._agreement.tallies.get(theme.id)
        count = f" {tally.decided}/{tally.articles}" if tally else ""
        name = f"{theme.number} {theme.title}" if theme.number else theme.title
        name = clip(_clean(name), width - len(count) - 1)
        gap = " " * (width - cell_len(name) - len(count) - 1)
        return (Run(name, "strong"), Run(gap + count + " ", "quiet"))

    def _article(self, article: ArticleLine, width: int, *, here: bool) -> Line:
        sign = mark(article)
        number = _clean(article.number or "")
        start = line(
            Run("▌" if here else " ", "key"),
            Run(sign.sign + " ", sign.ink),
            Run(number + " " if number else "", "text"),
        )
        used = sum(cell_len(run.text) for run in start)
        word, ink = _word(article, sign, discreet=self._discreet)
        word = f"{clip(word, max(1, width - used - _LEAST - 2))} "
        name = clip(_clean(article.label), max(1, width - used - cell_len(word) - 1))
        gap = " " * (width - used - cell_len(name) - cell_len(word))
        ink_of_name = "gone" if article.removed else "text"
        return (*start, Run(name, ink_of_name), Run(gap), Run(word, ink))


def _word(article: ArticleLine, sign: Mark, *, discreet: bool) -> tuple[str, str]:
    """The word of the mark; where the article is open what a party asked for it or else the
    question it raises; and its ink."""
    asked = (wished(article) or hint(article)) if article.is_undecided and not discreet else ""
    return (asked, "quiet") if asked else (sign.word, sign.ink)


def _clean(text: str) -> str:
    return "".join(run.text for run in line(text))
