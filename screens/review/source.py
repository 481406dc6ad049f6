"""The left side: the lines of the document as they were read, with their pages."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Sequence

from rich.cells import cell_len
from textual import events
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from pa_tui.domain.text import clean
from pa_tui.language import _
from pa_tui.reading.origins import SourceLine
from screens.widgets.ink import Inked, Line, Run, line
from screens.widgets.typeset import wrap

_GUTTER = 2


class SourcePane(Inked, ScrollView, can_focus=False):
    """Shows every line, wrapped; one of them is ``at``, those of the same thing are marked.

    A line takes as many rows as it needs; only the rows in sight are drawn.
    """

    def __init__(self, moved: Callable[[int], None]) -> None:
        super().__init__(id="source")
        self._moved = moved
        self._lines: Sequence[SourceLine] = ()
        self._rows: list[tuple[int, int, int]] = []
        self._starts: list[int] = []
        self._width = 0
        self._marked: Collection[int] = ()
        self._quiet: Collection[int] = ()
        self.at = 0
        self.is_active = False

    def show(self, lines: Sequence[SourceLine]) -> None:
        """Shows another document."""
        self._lines, self.at, self._width = lines, 0, 0
        self._arrange()

    def mark(self, lines: Collection[int], quiet: Collection[int], *, follow: bool) -> None:
        """Marks the lines of one thing; those in ``quiet`` were left out. ``follow`` brings
        the first of them in sight."""
        self._marked, self._quiet = lines, quiet
        if follow and lines:
            self.at = min(lines)
            self._keep_in_sight(min(lines), max(lines))
        self.refresh()

    @property
    def page(self) -> int | None:
        """The page of the line the cursor is at."""
        return self._lines[self.at].page if self.at < len(self._lines) else None

    # -- the cursor ------------------------------------------------------------

    def step(self, by: int) -> None:
        """Moves the cursor some lines."""
        self.go(self.at + by)

    def go(self, index: int) -> None:
        """Puts the cursor on a line."""
        index = max(0, min(index, len(self._lines) - 1))
        if index != self.at and self._lines:
            self.at = index
            self._keep_in_sight(index, index)
            self._moved(index)
            self.refresh()

    def turn(self, direction: int) -> None:
        """Moves the cursor about a screen up (-1) or down (1)."""
        row = self._starts[self.at] + direction * max(1, self.size.height - 2)
        row = max(0, min(row, len(self._rows) - 1))
        goal = bisect_right(self._starts, row) - 1
        self.go(goal if goal != self.at else self.at + direction)

    def on_click(self, event: events.Click) -> None:
        """Puts the cursor on the line that was clicked."""
        row = event.y + self.scroll_offset.y
        if 0 <= row < len(self._rows):
            self.at = -1
            self.go(bisect_right(self._starts, row) - 1)

    def _keep_in_sight(self, first: int, last: int) -> None:
        height = self.size.height
        if height <= 0 or not self._starts:
            return
        top = self.scroll_offset.y
        low = self._starts[first]
        after = self._starts[last + 1] if last + 1 < len(self._starts) else len(self._rows)
        if low >= top + 1 and after <= top + height:
            return
        goal = low - min(3, max(0, height - (after - low)) // 2)
        goal = max(0, min(goal, len(self._rows) - height))
        if goal != top:
            self.scroll_to(y=goal, animate=False, immediate=True)

    @property
    def allow_vertical_scroll(self) -> bool:
        """It has no scrollbar and scrolls all the same."""
        return True

    # -- drawing ------------------------------------------------------------

    def on_resize(self, event: events.Resize) -> None:
        """Wraps the lines to the new width."""
        self._arrange()

    def _arrange(self) -> None:
        width = self.size.width
        if width <= _GUTTER + 8 or width == self._width:
            return
        self._width = width
        rows: list[tuple[int, int, int]] = []
        starts: list[int] = []
        page: int | None = None
        for index, own in enumerate(self._lines):
            starts.append(len(rows))
            if own.page is not None and own.page != page:
                page = own.page
                rows.append((index, -1, page))
            rows += [(index, a, b) for a, b in breaks(own.text, width - _GUTTER - 1)]
        self._rows, self._starts = rows, starts
        self.virtual_size = Size(width, len(rows))
        if starts:
            self._keep_in_sight(self.at, self.at)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        row = y + self.scroll_offset.y
        if row >= len(self._rows):
            return self.strip((), width)
        index, start, end = self._rows[row]
        if start < 0:
            words = "── " + _("page {page}", page=end) + " "
            return self.strip(line(Run(words + "─" * (width - len(words)), "line")), width)
        marked = index in self._marked
        here = self.is_active and index == self.at
        sign = "▌ " if here else "│ " if marked else "  "
        own = self._lines[index]
        ink = "quiet" if index in self._quiet else "strong" if own.heading else "text"
        drawn: Line = line(Run(sign, "key"), Run(own.text[start:end], ink))
        return self.strip(drawn, width, "here" if marked or here else "")


def breaks(text: str, width: int) -> list[tuple[int, int]]:
    """Where a text is broken to lines of at most ``width`` cells: start and end of each."""
    if not (text.isascii() and text.isprintable()):
        text = clean(text)
        if "\n" in text or "\t" in text or cell_len(text) != len(text):
            return _slowly(text, width)
    found = []
    start, size = 0, len(text)
    while size - start > width:
        end = text.rfind(" ", start + 1, start + width + 1)
        end = end if end > start else start + width
        found.append((start, end))
        start = end + (text[end : end + 1] == " ")
    found.append((start, size))
    return found


def _slowly(text: str, width: int) -> list[tuple[int, int]]:
    found = []
    start = 0
    for row in wrap(line(text), width):
        words = "".join(run.text for run in row).strip()
        at = text.replace("\n", " ").replace("\t", " ").find(words, start)
        at = start if at < 0 else at
        found.append((at, at + len(words)))
        start = at + len(words)
    return found
