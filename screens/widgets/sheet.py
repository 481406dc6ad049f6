"""A quiet page of lines that scrolls: an article, a list of positions, a preview."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.geometry import Region, Size
from textual.strip import Strip

from screens.widgets.ink import Inked, Line

Pages = Callable[[int], Sequence[Line]]
"""Makes the lines of a page for a width in cells."""

Clicked = Callable[[Sequence[Line], int, int], None]
"""Hears the lines of a page, which of them was clicked and at which cell."""

_WHEEL = 3


def _nothing(lines: Sequence[Line], place: int, x: int) -> None:
    return None


class Sheet(Inked):
    """Shows the lines that ``pages`` makes, and draws only those that changed.

    It scrolls by itself, without scrollbars: showing another page never moves anything else.
    """

    def __init__(
        self,
        name: str,
        made: Callable[[], None] = lambda: None,
        clicked: Clicked = _nothing,
    ) -> None:
        """``made`` hears when the page was made anew for another size, ``clicked`` where
        somebody clicks."""
        super().__init__(id=name)
        self._made = made
        self._clicked = clicked
        self._pages: Pages = lambda width: ()
        self._lines: Sequence[Line] = ()
        self._top = 0

    # -- what is shown ---------------------------------------------------------------------

    def show(self, pages: Pages, *, top: bool = True) -> None:
        """Shows another page, from its top unless the reader is to stay where he is."""
        self._pages = pages
        self._make(top=top)

    def _make(self, *, top: bool = False) -> None:
        if self.size.width <= 0:
            return
        before = self._seen()
        self._lines = self._pages(self.size.width)
        self._top = 0 if top else min(self._top, self._lowest)
        changed = [
            Region(0, y, self.size.width, 1)
            for y, (old, new) in enumerate(zip(before, self._seen(), strict=True))
            if old != new
        ]
        if changed:
            self.refresh(*changed)

    def _seen(self) -> list[Line]:
        """The lines on the screen, one for each row."""
        height = self.size.height
        found = list(self._lines[self._top : self._top + height])
        return found + [()] * (height - len(found))

    def on_resize(self, event: events.Resize) -> None:
        """Makes the page for the new size."""
        self._make()
        self.refresh()
        self._made()

    # -- scrolling -------------------------------------------------------------------------

    @property
    def _lowest(self) -> int:
        return max(0, len(self._lines) - self.size.height)

    @property
    def is_cut(self) -> bool:
        """Whether there is more below than is seen."""
        return self._top < self._lowest

    @property
    def is_at_top(self) -> bool:
        """Whether nothing stands above what is seen."""
        return self._top == 0

    def page(self, direction: int) -> None:
        """Scrolls a page up (-1) or down (1), leaving two lines to hold on to."""
        self._scroll(direction * max(1, self.size.height - 2))

    def _scroll(self, by: int) -> None:
        top = max(0, min(self._lowest, self._top + by))
        if top != self._top:
            self._top = top
            self.refresh()
            self._made()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scrolls down."""
        event.stop()
        self._scroll(_WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scrolls up."""
        event.stop()
        self._scroll(-_WHEEL)

    def on_click(self, event: events.Click) -> None:
        """Tells which line was clicked."""
        place = event.y + self._top
        if 0 <= place < len(self._lines):
            self._clicked(self._lines, place, event.x)

    # -- drawing ---------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        place = y + self._top
        found = self._lines[place] if place < len(self._lines) else ()
        return self.strip(found, self.size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines)
