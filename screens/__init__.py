"""The screens.

A mode is a name and a factory in :data:`MODES`; the factory imports its screen when it is
first shown. A screen is a :class:`screens.base.TableScreen` with its ``KEYS``. Screens
reach one another by ``app.action_mode(name)``, never by import.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any

from textual.screen import Screen

from pa_tui.app import Front
from screens.palette import CONTRAST, THEMES


def _late(module: str, name: str) -> Callable[[], Screen[Any]]:
    def make() -> Screen[Any]:
        screen: Screen[Any] = getattr(import_module(module), name)()
        return screen

    return make


MODES: MappingProxyType[str, Callable[[], Screen[Any]]] = MappingProxyType(
    {
        "start": _late("screens.start.screen", "StartScreen"),
        "review": _late("screens.review.screen", "ReviewScreen"),
        "overview": _late("screens.overview.screen", "OverviewScreen"),
        "walk": _late("screens.walk.screen", "WalkScreen"),
        "meeting": _late("screens.meeting.screen", "MeetingScreen"),
        "lists": _late("screens.lists.screen", "ListsScreen"),
        "papers": _late("screens.papers.screen", "PapersScreen"),
    }
)
"""The screens by the name of their mode."""


ROOM: MappingProxyType[str, Callable[[], Screen[Any]]] = MappingProxyType(
    {"beamer": _late("screens.beamer.screen", "BeamerScreen")}
)
"""What the room's window shows."""


def front() -> Front:
    """All that the app needs to show the screens."""
    here = Path(__file__).parent
    return Front(MODES, THEMES, (here / "base.tcss", here / "walk" / "walk.tcss"))


def room_front() -> Front:
    """All that the app needs to be the room's window: high contrast, unless that is changed
    there."""
    themes = (CONTRAST, *(theme for theme in THEMES if theme is not CONTRAST))
    return Front(ROOM, themes, (Path(__file__).parent / "base.tcss",))
