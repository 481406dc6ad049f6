"""The frame around the panes: one line above with their titles, one below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.strip import Strip

from screens.widgets.ink import Inked, Line, Run, clip_line, line, width_of

WIDE = 112
"""From this width on there are three panes."""


class Panes(NamedTuple):
    """How wide the panes are inside; 0 is not there."""

    left: int
    middle: int
    right: int


def panes(width: int) -> Panes:
    """The widths for a screen: the article gets what it needs, the sides share the rest."""
    if width < WIDE:
        return Panes(0, width - 2, 0)
    side = max(30, min(46, (width - 4 - 66) // 2, width // 4))
    return Panes(side, width - 4 - 2 * side, side)


class Border(Inked):
    """One horizontal line of the frame, with a title over each pane."""

    def __init__(self, corners: str, *, whole: bool = False) -> None:
        """``corners`` are the signs at the left, between panes and at the right; ``whole``
        is a frame around one pane, however wide."""
        super().__init__(classes="border")
        self._corners = corners
        self._whole = whole
        self._titles: Sequence[Line] = ()

    def show(self, titles: Sequence[Line]) -> None:
        """Shows other titles, one for each pane that is there."""
        if titles != self._titles:
            self._titles = titles
            self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        sizes = (width - 2,) if self._whole else panes(width)
        widths = [size for size in sizes if size]
        left, between, right = tuple(self._corners)
        row: list[Run] = [Run(left, "line")]
        for place, size in enumerate(widths):
            if place:
                row.append(Run(between, "line"))
            title = self._titles[place] if place < len(self._titles) else ()
            if title:
                title = (Run(" "), *clip_line(title, size - 3), Run(" "))
            row += title
            row.append(Run("─" * max(0, size - width_of(title)), "line"))
        return self.strip((*row, Run(right, "line")), self.size.width)


def titled(words: str, aside: str = "") -> Line:
    """A title with something quieter behind it."""
    return line(Run(words, "strong"), Run(f" {aside}" if aside else "", "quiet"))
