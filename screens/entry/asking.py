"""What the line at the bottom can ask: one key out of a few, or some words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from screens.entry.line_editor import LineEditor


def _nothing(*_: object) -> None:
    return None


def _no_words(text: str) -> str:
    return ""


def _not_completed(text: str) -> str:
    return text


@dataclass(frozen=True, slots=True)
class Option:
    """One answer: the key that gives it, its words, and what it stands for. One that
    ``opens`` a line or another question is taken also where more was typed behind it in one
    go; any other is then no answer but a letter of some words."""

    key: str
    label: str
    value: Any
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """Which of these? ``chosen`` hears the value; Escape calls ``dropped``. ``other`` may
    take a key that is none of the options (it says whether it did)."""

    prompt: str
    options: tuple[Option, ...]
    chosen: Callable[[Any], None]
    dropped: Callable[[], None] = _nothing
    other: Callable[[str], bool] = lambda key: False


@dataclass(slots=True)
class Entry:
    """Some words, please.

    ``taken`` hears them at Enter, ``changed`` at every key. ``understood`` tells in words
    what the program makes of them, ``completed`` gives the text with its last word made
    whole (for Tab). ``other`` may take a key that means nothing in a line of text. ``text``
    that is ``offered`` gives way to the first thing typed.
    """

    prompt: str
    taken: Callable[[str], None]
    understood: Callable[[str], str] = _no_words
    completed: Callable[[str], str] = _not_completed
    changed: Callable[[str], None] = _nothing
    dropped: Callable[[], None] = _nothing
    text: str = ""
    hint: str = ""
    other: Callable[[str], bool] = lambda key: False
    offered: bool = False

    def editor(self) -> LineEditor:
        """A fresh editor that holds its text."""
        return LineEditor(self.text, offered=self.offered)
