"""The room's window: it looks where the chair is and shows it, and never does anything."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingsMap
from textual.screen import Screen

from pa_tui.language import N_
from pa_tui.room import Sight
from screens.beamer.following import Following, Sign, Wall
from screens.beamer.picture import picture, signed
from screens.keys import Command, bindings
from screens.palette import THEMES
from screens.widgets.ink import Line
from screens.widgets.sheet import Sheet

if TYPE_CHECKING:
    from pa_tui.app import PaTuiApp

LOOK_EVERY = 0.1
"""Seconds between two looks at the chair."""

BEAMER = (
    Command("beamer.leave", "q,ctrl+q", N_("stop"), N_("Leave the room's window")),
    Command("beamer.next_theme", "f9", N_("colours"), N_("Calm, light or high contrast")),
)


class BeamerScreen(Screen[None]):
    """One picture, as large as the terminal. It is made beside the keys; where that goes
    wrong the picture before it stays."""

    KEYS: ClassVar[tuple[Command, ...]] = BEAMER
    AUTO_FOCUS = ""
    DEFAULT_CSS = "#wall { width: 1fr; height: 1fr; }"

    app: PaTuiApp

    def __init__(self) -> None:
        super().__init__()
        self._bindings = BindingsMap.merge([self._bindings, BindingsMap(bindings(BEAMER))])
        self.wall = Sheet("wall")
        self._following = Following()
        self._made: _Made | None = None
        self._lines: Sequence[Line] = ()
        self._failing: datetime | None = None
        self._looking = False

    def compose(self) -> ComposeResult:
        """The wall."""
        yield self.wall

    def on_mount(self) -> None:
        """Looks at the chair from now on."""
        self.look()
        self.set_interval(LOOK_EVERY, self.look)

    def on_resize(self, event: events.Resize) -> None:
        """Makes the picture for the new size."""
        self.call_after_refresh(self.look)

    # -- looking ---------------------------------------------------------------------------

    def look(self) -> None:
        """Looks, beside the keys, unless it is still looking."""
        if self._looking:
            return
        self._looking = True
        size, services = self.app.size, self.app.services

        def work() -> None:
            lines = self._picture(size.width, size.height, services.now())
            self.app.deliver(lambda: self._show(lines))

        services.aside(work)

    def _show(self, lines: Sequence[Line] | None) -> None:
        self._looking = False
        if lines is not None:
            self.wall.show(lambda width: lines)

    def _picture(self, width: int, height: int, now: datetime) -> Sequence[Line] | None:
        """The picture of now; None where nothing changed. Not on the thread that draws."""
        wall = self._following.see(self._see(), now)
        made = _Made(wall, (width, height), now.replace(second=0, microsecond=0))
        if self._made is not None and made.looks_like(self._made):
            return None
        try:
            lines = picture(wall, width, height, now)
        except Exception:  # the wall never shows an error: what stood there stays
            self._made, self._failing = None, self._failing or now
            return [*self._lines[:-1], signed(Sign(False, self._failing), width)]
        self._made, self._failing, self._lines = made, None, lines
        return lines

    def _see(self) -> Sight | None:
        try:
            return self.app.services.see()
        except Exception:  # a file that is gone, locked or damaged: look again soon
            return None

    # -- keys ------------------------------------------------------------------------------

    def action_leave(self) -> None:
        """Closes the window."""
        self.app.exit()

    def action_next_theme(self) -> None:
        """Wears the next theme."""
        names = [theme.name for theme in THEMES]
        place = names.index(self.app.theme) + 1 if self.app.theme in names else 0
        self.app.theme = names[place % len(names)]


class _Made(NamedTuple):
    """What a picture was made of."""

    wall: Wall
    size: tuple[int, int]
    minute: datetime

    def looks_like(self, other: _Made) -> bool:
        """Whether the lines would be the same; a pause shows the time."""
        one, two = self.wall, other.wall
        return (
            one.scene is two.scene
            and one.paused == two.paused
            and one.sign == two.sign
            and self.size == other.size
            and (not one.paused or self.minute == other.minute)
        )
