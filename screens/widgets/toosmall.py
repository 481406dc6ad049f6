"""What a window of less than 80 by 24 shows."""

from __future__ import annotations

from textual.strip import Strip

from pa_tui.language import _
from screens.widgets.ink import Inked, Run, line
from screens.widgets.typeset import wrap


class TooSmall(Inked):
    """Covers the screen where there is no room for it."""

    def render_line(self, y: int) -> Strip:
        width, height = self.app.size
        words = _(
            "This window is {width} wide and {height} high. Make it at least 80 by 24.",
            width=width,
            height=height,
        )
        rows = wrap(line(Run(words, "strong")), max(4, self.size.width))
        return self.strip(rows[y] if y < len(rows) else (), self.size.width)
