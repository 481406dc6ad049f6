"""The terminal program as a shell: modes, the agreement on the table, language and theme.

Everything comes from outside: the screens as a :class:`Front`, the file as a ``Workspace``,
the world as ``Services``. How a mode, screen or command is added stands in ``screens``.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from textual import events
from textual.app import App
from textual.driver import Driver
from textual.screen import Screen
from textual.theme import Theme

from pa_tui.language import speak
from pa_tui.ports import Clock, Eyes
from pa_tui.safeguard import LOOK_EVERY as SAFE_EVERY
from pa_tui.safeguard import Safeguard
from pa_tui.services import Services
from pa_tui.workspace import Workspace

LOOK_EVERY = 0.2
"""Seconds between two looks at what other windows wrote."""


@dataclass(frozen=True, slots=True)
class Front:
    """What the screens bring along: factories by mode name, themes (the first is the usual
    one), the stylesheets all of them share and those of the screen that comes first."""

    modes: Mapping[str, Callable[[], Screen[Any]]]
    themes: tuple[Theme, ...]
    stylesheets: tuple[Path, ...]


class PaTuiApp(App[None], inherit_bindings=False):
    """Shows the screens over one agreement at a time."""

    TITLE = "pa-tui"
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        front: Front,
        services: Services | None = None,
        workspace: Workspace | None = None,
        *,
        mode: str = "walk",
        theme: str = "",
    ) -> None:
        first = mode if workspace is not None else next(iter(front.modes), "")
        if first in front.modes:
            self.DEFAULT_MODE = first  # type: ignore[misc]  # no empty screen before it
        super().__init__(css_path=[*front.stylesheets])
        self.services = services or Services()
        self.workspace = workspace
        self._safeguard = Safeguard(self._copy_state)
        self.touched = False
        """Whether a person pressed a key or clicked since the program began."""
        self.kept: dict[str, Any] = {}
        """What a screen wants to know when it is shown again, until the program ends."""
        for own in front.themes:
            self.register_theme(own)
        self.theme = theme if theme in self.available_themes else front.themes[0].name
        self.modes = tuple(front.modes)
        for name, factory in front.modes.items():
            self.add_mode(name, factory)
        if workspace is not None:
            workspace.deliver_by(self.deliver)

    def get_driver_class(self) -> type[Driver]:
        """Textual's own driver, or the one that ends sooner where that is possible."""
        usual = super().get_driver_class()
        if usual.__module__ != "textual.drivers.linux_driver":
            return usual
        from pa_tui.terminal import QuickDriver

        return QuickDriver

    def on_mount(self) -> None:
        """Looks about from now on."""
        self.set_interval(LOOK_EVERY, self.look)
        self.set_interval(SAFE_EVERY, self.guard)
        self.call_after_refresh(self.set_timer, 0.05, _settle)

    async def on_event(self, event: events.Event) -> None:
        """Lets the screen take a key at once, so that fast typing keeps its order; the first
        touch of a person is told to it."""
        if isinstance(event, (events.Key, events.MouseDown, events.Paste)):
            self._touch()
        if isinstance(event, events.Key) and not event.is_forwarded:
            take_key = getattr(self.screen, "take_key", None)
            if take_key is not None and take_key(event):
                return
        await super().on_event(event)

    def _touch(self) -> None:
        point = None if self.touched else getattr(self.screen, "point", None)
        self.touched = True
        if point is not None:
            self.call_later(point)

    def deliver(self, call: Callable[[], None]) -> None:
        """Carries a call to the thread that draws; may be called from any thread."""
        self.call_later(call)

    def guard(self) -> None:
        """Has a copy of the table's state made where one is due."""
        if self.workspace is not None:
            meeting = self.workspace.agreement.running_meeting
            self._safeguard.look(meeting, self.workspace.clock())

    def _copy_state(self) -> None:
        if self.workspace is not None:
            self.services.copy_state(self.workspace.store.path)

    def look(self) -> None:
        """Fetches what other windows wrote."""
        if self.workspace is not None:
            self.workspace.look()

    async def put_on_table(self, workspace: Workspace, mode: str = "overview") -> None:
        """Another agreement comes on the table; the screens begin anew with it."""
        workspace.deliver_by(self.deliver)
        self.workspace = workspace
        self.kept.clear()
        await self.switch_mode("start")
        for name in self.modes:
            if name != "start":
                await self._forget(name)
        await self.switch_mode(mode)

    async def _forget(self, mode: str) -> None:
        factory = self._modes[mode]
        await self.remove_mode(mode)
        self.add_mode(mode, factory)

    def speak(self, language: str) -> None:
        """Shows everything in another language from now on."""
        self.services.keep("language", speak(language))
        for stack in self._screen_stacks.values():
            for screen in stack:
                translated = getattr(screen, "translated", None)
                if translated is not None:
                    translated()

    def wear(self, theme: str) -> None:
        """Shows everything in another theme from now on."""
        self.theme = theme
        self.services.keep("theme", theme)

    async def action_mode(self, name: str) -> None:
        """Shows the screen of a mode."""
        if name != self.current_mode and name in self.modes:
            await self.switch_mode(name)

    async def action_quit(self) -> None:
        """Leaves the way the screen leaves: that asks where something is still open."""
        leave = getattr(self.screen, "action_leave", self.exit)
        leave()

    def action_help_quit(self) -> None:
        """ctrl+c copies and never leaves; there is nothing to say about it."""


def _settle() -> None:
    """What was made for the first screen is there to stay: leave it out of collections."""
    if not gc.isenabled():
        gc.collect()
        gc.freeze()
        gc.enable()


class RoomHouse:
    """Everything that belongs to one run of the room's window: the app, and the one thread
    that looks."""

    def __init__(self, front: Front, eyes: Eyes, now: Clock) -> None:
        self._eyes = eyes
        self._runner = ThreadPoolExecutor(1, "room")
        services = Services(see=eyes.see, aside=self._runner.submit, now=now)
        self.app = PaTuiApp(front, services)

    def put_away(self) -> None:
        """Looks no more and lets the file go."""
        self._runner.submit(self._eyes.leave)
        self._runner.shutdown()
