"""A page of lines with stops on it: a list, a table or several of them side by side.

The lines are drawn once per width; the cursor only paints the stop it is at.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from screens.widgets.ink import Inked, Line

MARK = "▌ "
"""Stands in the first two cells of the stop the cursor is at; leave them blank."""


class Stop(NamedTuple):
    """A place the cursor can be: ``width`` cells from ``x`` on row ``y``. ``value`` is what
    stands there, ``section`` the list it belongs to."""

    y: int
    x: int
    width: int
    section: str
    value: Hashable


class Drawn(NamedTuple):
    """A page: its lines, and its stops in the order the cursor takes them."""

    lines: Sequence[Line]
    stops: Sequence[Stop] = ()


Draw = Callable[[int], Drawn]
"""Makes the page for a width in cells."""


class Board(Inked, ScrollView, can_focus=False):
    """Shows what ``draw`` makes and keeps a cursor on one of its stops."""

    DEFAULT_CSS = """
    Board { width: 1fr; height: 1fr; overflow: hidden auto; scrollbar-size-vertical: 0;
            scrollbar-size-horizontal: 0; }
    """

    class Clicked(Message):
        """A stop was clicked; ``entered`` is whether the cursor was there already."""

        def __init__(self, *, entered: bool) -> None:
            self.entered = entered
            super().__init__()

    def __init__(self) -> None:
        super().__init__()
        self._draw: Draw = lambda width: Drawn(())
        self._drawn = Drawn(())
        self._place = 0

    # -- what it shows ------------------------------------------------------------------------

    def show(self, draw: Draw) -> None:
        """Shows another page; the cursor stays with what it was on, if that is there."""
        self._draw = draw
        self._make()

    def _make(self) -> None:
        width = self.size.width
        if width <= 0:
            return
        before = self.current
        self._drawn = self._draw(width)
        self.virtual_size = Size(width, len(self._drawn.lines))
        values = [stop.value for stop in self._drawn.stops]
        if before is not None and before in values:
            self._place = values.index(before)
        self._place = max(0, min(self._place, len(values) - 1))
        self._follow()
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Draws the page for the new width."""
        self._make()

    def on_click(self, event: events.Click) -> None:
        """Puts the cursor on the stop that was clicked; a click on the one it is at is its
        Enter."""
        at = event.y + self.scroll_offset.y
        for place, stop in enumerate(self.stops):
            if stop.y == at and stop.x <= event.x < stop.x + stop.width:
                is_here = place == self._place
                self._go(place)
                self.post_message(self.Clicked(entered=is_here))
                return

    # -- the cursor ---------------------------------------------------------------------------

    @property
    def stops(self) -> Sequence[Stop]:
        """The places the cursor can be."""
        return self._drawn.stops

    @property
    def stop(self) -> Stop | None:
        """Where the cursor is."""
        return self.stops[self._place] if self.stops else None

    @property
    def current(self) -> Hashable | None:
        """What the cursor is on."""
        return self.stop.value if self.stop else None

    def go_to(self, value: Hashable) -> bool:
        """Puts the cursor on a value; whether it is there."""
        for place, stop in enumerate(self.stops):
            if stop.value == value:
                self._go(place)
                return True
        return False

    def move(self, step: int) -> None:
        """Moves the cursor that many stops."""
        self._go(self._place + step)

    def towards(self, right: int, down: int) -> None:
        """Moves the cursor to the nearest stop in a direction: one of the two is 1 or -1."""
        here = self.stop
        if here is None:
            return
        found = [
            (abs(stop.y - here.y), abs(stop.x - here.x), place)
            for place, stop in enumerate(self.stops)
            if (stop.x - here.x) * right > 0 or (stop.y - here.y) * down > 0
        ]
        if found:
            self._go(min(found)[2])

    def page(self, direction: int) -> None:
        """Moves the cursor about a screen up (-1) or down (1)."""
        self.move(direction * max(1, self.size.height - 2))

    def edge(self, direction: int) -> None:
        """Moves the cursor to the first (-1) or last (1) stop."""
        self._go(0 if direction < 0 else len(self.stops) - 1)

    def section(self, direction: int) -> None:
        """Moves the cursor to the first stop of the next (1) or previous (-1) list."""
        if self.stop is None:
            return
        names = list(dict.fromkeys(stop.section for stop in self.stops))
        name = names[(names.index(self.stop.section) + direction) % len(names)]
        self._go(next(i for i, stop in enumerate(self.stops) if stop.section == name))

    def _go(self, place: int) -> None:
        place = max(0, min(place, len(self.stops) - 1))
        if place != self._place:
            self._place = place
            self._follow()
            self.refresh()

    def _follow(self) -> None:
        """Scrolls so far that the cursor is seen; to the very top from the first stop."""
        if self.stop is None:
            return
        top, height = self.scroll_offset.y, self.size.height
        y = self.stop.y
        if self._place == 0 and y < height:
            goal = 0
        elif y < top + 1:
            goal = max(0, y - 1)
        elif y > top + height - 2:
            goal = min(y - height + 2, max(0, len(self._drawn.lines) - height))
        else:
            return
        if goal != top:
            self.scroll_to(y=goal, animate=False, immediate=True, force=True)

    # -- drawing ------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        place = y + self.scroll_offset.y
        width = self.size.width
        lines = self._drawn.lines
        strip = self.strip(lines[place] if 0 <= place < len(lines) else (), width)
        stop = self.stop
        if stop is None or stop.y != place:
            return strip
        mark = Strip([Segment(MARK, self.ground + self.ink("key"))])
        body = strip.crop(stop.x + len(MARK), stop.x + stop.width)
        return Strip.join(
            [
                strip.crop(0, stop.x),
                self._painted(mark),
                self._painted(body),
                strip.crop(stop.x + stop.width, width),
            ]
        )

    def _painted(self, strip: Strip) -> Strip:
        """The strip on the ground of the cursor, over its own."""
        here = self.ink("here")
        return Strip([Segment(s.text, (s.style or self.ground) + here) for s in strip])
