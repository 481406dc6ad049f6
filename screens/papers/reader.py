"""A paper to read, page by page, with a cursor on its pieces where they can be changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.strip import Strip

from screens.papers.grid import Spot
from screens.widgets.board import MARK, Board, Drawn, Stop
from screens.widgets.ink import Line, Run

MARGIN = 2
"""Free cells left of the paper, for the cursor and for marks."""


class Leaf(NamedTuple):
    """What is read: lines, the spots the cursor can be at, and the mark (with its ink) that
    stands before some of them."""

    lines: Sequence[Line]
    spots: Sequence[Spot] = ()
    marks: Mapping[str, Run] = {}


Make = Callable[[int], Leaf]
"""Makes the page for a width in cells."""


class Reader(Board):
    """Shows a page; ``lit`` tells whether its cursor is where the keys go."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.id = name
        self.lit = False
        self._leaf = Leaf(())
        self._rows: dict[int, list[Spot]] = {}

    def read(self, make: Make, *, top: bool) -> None:
        """Shows another page; from its top, or where the reader is."""

        def draw(width: int) -> Drawn:
            self._leaf = leaf = make(width)
            self._rows = {}
            for spot in leaf.spots:
                for y in range(spot.y, spot.y + spot.height):
                    self._rows.setdefault(y, []).append(spot)
            stops = [
                Stop(spot.y, spot.x, spot.width + MARGIN, "text", spot.place)
                for spot in leaf.spots
            ]
            return Drawn(leaf.lines, stops)

        if top:
            self._place = 0
            self._drawn = Drawn(())
        y = 0 if top else self.scroll_offset.y
        self.show(draw)
        self.scroll_to(y=self._within(y), animate=False, immediate=True, force=True)

    def light(self, on: bool) -> None:
        """Takes the keys, or lets them go; the cursor comes into sight."""
        self.lit = on
        if on and self.stop is not None and not self._is_in_sight(self.stop):
            top = self.scroll_offset.y
            below = [i for i, stop in enumerate(self.stops) if stop.y >= top]
            self._go(below[0] if below else len(self.stops) - 1)
        self.refresh()

    def _is_in_sight(self, stop: Stop) -> bool:
        top = self.scroll_offset.y
        return top <= stop.y < top + self.size.height

    def _within(self, y: int) -> int:
        return max(0, min(y, len(self._drawn.lines) - self.size.height))

    def page(self, direction: int) -> None:
        """Turns a page, leaving two lines to hold on to; the cursor comes along."""
        step = max(1, self.size.height - 2)
        y = self._within(self.scroll_offset.y + direction * step)
        self.scroll_to(y=y, animate=False, immediate=True, force=True)
        if self.lit:
            self.light(True)

    def on_resize(self, event: events.Resize) -> None:
        """Makes the page for the new width."""
        super().on_resize(event)
        self.virtual_size = Size(self.size.width, len(self._drawn.lines))

    def render_line(self, y: int) -> Strip:
        place = y + self.scroll_offset.y
        width = self.size.width
        lines = self._drawn.lines
        strip = self.strip(lines[place] if 0 <= place < len(lines) else (), width)
        here = self.stop.value if self.lit and self.stop is not None else None
        for spot in self._rows.get(place, ()):
            if spot.place == here:
                strip = self._over(strip, spot, MARK, "key", painted=True)
            elif spot.place in self._leaf.marks and place == spot.y:
                mark = self._leaf.marks[spot.place]
                strip = self._over(strip, spot, mark.text, mark.ink, painted=False)
        return strip

    def _over(self, strip: Strip, spot: Spot, mark: str, ink: str, *, painted: bool) -> Strip:
        """The strip with a mark before a spot, and the cursor's ground under it."""
        end = spot.x + MARGIN + spot.width
        sign = Strip([Segment(mark.ljust(MARGIN)[:MARGIN], self.ground + self.ink(ink))])
        body = strip.crop(spot.x + MARGIN, end)
        if painted:
            sign, body = self._painted(sign), self._painted(body)
        return Strip.join([strip.crop(0, spot.x), sign, body, strip.crop(end, self.size.width)])
