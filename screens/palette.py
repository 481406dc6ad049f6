"""The colours: calm (dark), light and high contrast.

A colour never tells something alone: a word or a sign stands beside it. Nothing is red.
The names in ``variables`` are for stylesheets: ``$quiet`` is for what may be overlooked,
``$line`` for frames, ``$agreed`` and its like for the marks of articles. An ink is the same
for words that a widget draws itself.
"""

from __future__ import annotations

from collections.abc import Mapping

from rich.style import Style
from textual.theme import Theme

CALM = Theme(
    "calm",
    primary="#8fb8cf",
    secondary="#a3adb8",
    accent="#e0c184",
    foreground="#dfe2e6",
    background="#1a1d21",
    surface="#1a1d21",
    panel="#23272d",
    success="#9cc29a",
    warning="#d9bd7c",
    error="#d8a07a",
    dark=True,
    variables={
        "quiet": "#9aa1ab",
        "line": "#4a515b",
        "strong": "#ffffff",
        "here": "#2c333c",
        "agreed": "#9cc29a",
        "amended": "#d9bd7c",
        "later": "#b5a8d9",
        "up": "#8fb8cf",
        "gone": "#9aa1ab",
        "dispute": "#dfa57c",
        "removed": "#b0a0a0",
        "added": "#f0d99a",
    },
)

LIGHT = Theme(
    "light",
    primary="#1f5f7f",
    secondary="#4b5560",
    accent="#7a5200",
    foreground="#22262b",
    background="#fbfaf7",
    surface="#fbfaf7",
    panel="#f0eee8",
    success="#2f6b35",
    warning="#7a5200",
    error="#96440f",
    dark=False,
    variables={
        "quiet": "#5c646e",
        "line": "#b9bcc0",
        "strong": "#000000",
        "here": "#e4e8ea",
        "agreed": "#2f6b35",
        "amended": "#7a5200",
        "later": "#5b478f",
        "up": "#1f5f7f",
        "gone": "#5c646e",
        "dispute": "#96440f",
        "removed": "#6e5a5a",
        "added": "#5e3f00",
    },
)

CONTRAST = Theme(
    "contrast",
    primary="#ffffff",
    secondary="#ffffff",
    accent="#ffff00",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    success="#00ff66",
    warning="#ffff00",
    error="#ffb000",
    dark=True,
    variables={
        "quiet": "#e0e0e0",
        "line": "#ffffff",
        "strong": "#ffffff",
        "here": "#3a3a3a",
        "agreed": "#66ff99",
        "amended": "#ffff00",
        "later": "#d0b0ff",
        "up": "#80e0ff",
        "gone": "#e0e0e0",
        "dispute": "#ffb000",
        "removed": "#e0e0e0",
        "added": "#ffff00",
    },
)

THEMES = (CALM, LIGHT, CONTRAST)
"""All of them; the first is worn unless another one is asked for."""

_BOLD = frozenset({"strong", "title", "key", "here"})
_made: dict[str, Mapping[str, Style]] = {}


def inks(theme: Theme) -> Mapping[str, Style]:
    """The inks of a theme by name; "text" is plain words on the ground of the screen."""
    if theme.name not in _made:
        _made[theme.name] = _inks(theme)
    return _made[theme.name]


def _inks(theme: Theme) -> dict[str, Style]:
    colours = {
        **(theme.variables if theme in THEMES else CALM.variables),
        "accent": theme.accent or theme.primary,
        "key": theme.primary,
    }
    colours |= {"title": colours["strong"], "part": theme.foreground or colours["strong"]}
    here = colours.pop("here")
    made = {
        name: Style(color=colour, bold=name in _BOLD or None)
        for name, colour in colours.items()
    }
    made["removed"] += Style(strike=True)
    made["added"] += Style(underline=True)
    return made | {
        "text": Style(color=theme.foreground, bgcolor=theme.background),
        "here": Style(bgcolor=here, bold=True),
        "cursor": Style(reverse=True),
    }
