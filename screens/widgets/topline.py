"""The line at the top: which agreement, which meeting, and how the time goes."""

from __future__ import annotations

from textual.strip import Strip

from screens.widgets.ink import Inked, Line, Run, ends, line, width_of


class TopLine(Inked):
    """Three pieces of words: left, middle and right. The middle one gives way first."""

    def __init__(self) -> None:
        super().__init__()
        self._left: Line = ()
        self._middle: Line = ()
        self._right: Line = ()

    def show(self, left: str, middle: str = "", right: str = "") -> None:
        """Shows other words."""
        now = (line(Run(left, "strong")), line(middle), line(Run(right, "quiet")))
        if now != (self._left, self._middle, self._right):
            self._left, self._middle, self._right = now
            self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width - 2
        left, middle, right = self._left, self._middle, self._right
        room = width - width_of(left) - width_of(right)
        size = width_of(middle)
        if middle and size + 6 <= room:
            gap = max(3, (width - size) // 2 - width_of(left))
            gap = min(gap, room - size - 3)
            left = (*left, Run(" " * gap), *middle)
        elif middle:
            left = (*left, Run(" · ", "quiet"), *middle)
        return self.strip((Run(" "), *ends(left, right, width)), self.size.width)
