"""The walk in the real app, driven by keys and read from its screen."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from itertools import count

from textual.pilot import Pilot

import screens
from pa_tui.app import PaTuiApp
from pa_tui.domain.agreement import Agreement
from pa_tui.language import speak
from pa_tui.memory import MemoryStore
from pa_tui.workspace import Workspace
from screens.walk.screen import WalkScreen
from tests.samples import TODAY

NAMES = {" ": "space", ".": "full_stop", ":": "colon", "/": "slash", "'": "apostrophe"}


class Table:
    """What a person does and sees."""

    def __init__(self, app: PaTuiApp, pilot: Pilot[None], store: MemoryStore) -> None:
        self.app, self.pilot, self.store = app, pilot, store

    @property
    def agreement(self) -> Agreement:
        assert self.app.workspace is not None
        return self.app.workspace.agreement

    @property
    def walk(self) -> WalkScreen:
        screen = self.app.screen_stack[0]
        assert isinstance(screen, WalkScreen)
        return screen

    async def press(self, *keys: str) -> None:
        """Presses keys by their Textual names."""
        await self.pilot.press(*keys)
        await self.pilot.pause()
        await self.pilot.pause()

    async def type(self, words: str) -> None:
        """Types words, one key a character."""
        for character in words:
            await self.pilot.press(NAMES.get(character, character))
        await self.pilot.pause()

    async def enter(self, words: str) -> None:
        """Types words and presses Enter."""
        await self.type(words)
        await self.press("enter")

    @property
    def screen(self) -> str:
        """All rows of the screen as they are shown."""
        strips = self.app.screen._compositor.render_strips(self.app.size)
        return "\n".join(strip.text for strip in strips)

    @property
    def rows(self) -> list[str]:
        return self.screen.split("\n")

    @property
    def said(self) -> str:
        """What the line above the keys says."""
        return self.app.screen.foot.said  # type: ignore[attr-defined]

    def shows(self, words: str) -> bool:
        """Whether the words stand on the screen, however many spaces are between them."""
        return any(words in " ".join(row.split()) for row in self.rows)

    def number(self) -> str | None:
        """The number of the article on the screen."""
        article = self.walk.article
        return article.number if article else None


def ticking() -> Callable[[], datetime]:
    """A clock that goes on a second every time somebody looks."""
    seconds = count()
    return lambda: TODAY + timedelta(seconds=next(seconds))


@asynccontextmanager
async def walking(
    agreement: Agreement,
    size: tuple[int, int] = (120, 40),
    *,
    clock: Callable[[], datetime] | None = None,
    store: MemoryStore | None = None,
) -> AsyncIterator[Table]:
    """The walk over an agreement; in English, whose words are the program's own."""
    speak("en")
    store = store or MemoryStore(agreement)
    app = PaTuiApp(screens.front(), None, Workspace(store, clock or ticking(), "Noor"))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Table(app, pilot, store)
    speak("nl")
