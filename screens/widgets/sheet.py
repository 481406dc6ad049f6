"""A quiet page of lines that scrolls: an article, a list of positions, a preview."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from screens.widgets.ink import Inked, Line

Pages = Callable[[int], Sequence[Line]]
"""Makes the lines of a page for a width in cells."""


class Sheet(Inked, ScrollView, can_focus=False):
    """Shows the lines that ``pages`` makes; made anew when the width changes."""

    def __init__(self, name: str, made: Callable[[], None] = lambda: None) -> None:
        """``made`` hears when the page was made anew for another size."""
        super().__init__(id=name)
        self._made = made
        self._pages: Pages = lambda width: ()
        self._lines: Sequence[Line] = ()

    def show(self, pages: Pages, *, top: bool = True) -> None:
        """Shows another page, from its top unless the reader is to stay where he is."""
        self._pages = pages
        self._make(top=top)

    def _make(self, *, top: bool = False) -> None:
        width = self.scrollable_content_region.width
        if width <= 0:
            return
        self._lines = self._pages(width)
        self.virtual_size = Size(width, len(self._lines))
        if top and self.scroll_offset.y:
            self.scroll_to(y=0, animate=False, immediate=True)
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Makes the page for the new size."""
        self._make()
        self._made()

    @property
    def allow_vertical_scroll(self) -> bool:
        """It has no scrollbar and scrolls all the same."""
        return True

    def page(self, direction: int) -> None:
        """Scrolls a page up (-1) or down (1), leaving two lines to hold on to."""
        step = max(1, self.size.height - 2)
        self.scroll_to(y=self.scroll_offset.y + direction * step, animate=False, immediate=True)
        self.refresh()

    @property
    def is_cut(self) -> bool:
        """Whether there is more below than is seen."""
        return self.scroll_offset.y + self.size.height < len(self._lines)

    def render_line(self, y: int) -> Strip:
        place = y + self.scroll_offset.y
        found = self._lines[place] if 0 <= place < len(self._lines) else ()
        return self.strip(found, self.size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines)
