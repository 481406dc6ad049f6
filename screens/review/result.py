"""The right side: what was read, a row each, with a mark and a word."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from textual import events
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from screens.review.rows import Kind, Row
from screens.widgets.ink import Inked, Line

Draw = Callable[[Row, int, bool], Line]
"""Draws a row in a width; True where the cursor is on it."""

_SILENT = (Kind.GROUP,)


class ResultPane(Inked, ScrollView, can_focus=False):
    """A list of rows of which only those in sight are drawn; the cursor skips headings."""

    def __init__(self, draw: Draw, moved: Callable[[], None]) -> None:
        super().__init__(id="result")
        self._draw, self._moved = draw, moved
        self.rows: Sequence[Row] = ()
        self._places: Mapping[Row, int] = {}
        self.cursor = 0

    def show(self, rows: Sequence[Row], at: Row | None = None) -> None:
        """Shows other rows; the cursor goes to ``at``, or stays on its row or place."""
        at = at or self.here
        self.rows = rows
        self._places = {row: place for place, row in enumerate(rows)}
        self.virtual_size = Size(self.size.width, len(rows))
        place = self._places.get(at) if at is not None else None
        self.cursor = self._near(self.cursor if place is None else place, 1)
        self._keep_in_sight()
        self.refresh()

    @property
    def here(self) -> Row | None:
        """The row the cursor is on."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    def place_of(self, row: Row) -> int | None:
        """Where a row stands; None where it is not there."""
        return self._places.get(row)

    def go(self, row: Row, *, quietly: bool = False) -> bool:
        """Puts the cursor on a row; whether it is there. ``quietly`` tells nobody."""
        place = self._places.get(row)
        if place is not None:
            self._go(place, quietly=quietly)
        return place is not None

    def step(self, by: int) -> None:
        """Moves the cursor some rows."""
        goal = max(0, min(self.cursor + by, len(self.rows) - 1))
        self._go(self._near(goal, 1 if by > 0 else -1))

    def turn(self, direction: int) -> None:
        """Moves the cursor about a screen up (-1) or down (1)."""
        self.step(direction * max(1, self.size.height - 2))

    def edge(self, direction: int) -> None:
        """Moves the cursor to the first (-1) or last (1) row."""
        self.step(direction * len(self.rows))

    def on_click(self, event: events.Click) -> None:
        """Puts the cursor on the row that was clicked."""
        row = event.y + self.scroll_offset.y
        if 0 <= row < len(self.rows) and self.rows[row].kind not in _SILENT:
            self._go(row)

    def _near(self, place: int, direction: int) -> int:
        place = max(0, min(place, len(self.rows) - 1))
        for way in (direction, -direction):
            now = place
            while 0 <= now < len(self.rows):
                if self.rows[now].kind not in _SILENT:
                    return now
                now += way
        return 0

    def _go(self, place: int, *, quietly: bool = False) -> None:
        old, self.cursor = self.cursor, place
        if old == place:
            return
        top = self.scroll_offset.y
        for row in (old, place):
            self.refresh(Region(0, row - top, self.size.width, 1))
        self._keep_in_sight()
        if not quietly:
            self._moved()

    def _keep_in_sight(self) -> None:
        top, height = self.scroll_offset.y, self.size.height
        if height <= 0:
            return
        if self.cursor < top + 1:
            goal = max(0, self.cursor - 1)
        elif self.cursor > top + height - 2:
            goal = max(0, min(self.cursor - height + 2, len(self.rows) - height))
        else:
            return
        if goal != top:
            self.scroll_to(y=goal, animate=False, immediate=True)

    @property
    def allow_vertical_scroll(self) -> bool:
        """It has no scrollbar and scrolls all the same."""
        return True

    def on_resize(self, event: events.Resize) -> None:
        """Keeps the cursor in sight."""
        self.virtual_size = Size(event.size.width, len(self.rows))
        self._keep_in_sight()

    def render_line(self, y: int) -> Strip:
        place = y + self.scroll_offset.y
        width = self.size.width
        if place >= len(self.rows):
            return self.strip((), width)
        here = place == self.cursor
        drawn = self._draw(self.rows[place], width, here)
        return self.strip(drawn, width, "here" if here else "")
