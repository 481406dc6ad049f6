"""How a sentence about an edit is found: one small function per kind of edit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any, TypeVar

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.changes import Change
from pa_tui.domain.text import Text, plain
from pa_tui.edits.base import Edit

SHORT = 60
"""How many characters of what somebody wrote a sentence repeats."""

E = TypeVar("E", bound=Edit)
_SENTENCES: dict[type[Edit], Callable[[Any, Told], str]] = {}
_KINDS = (
    "agenda",
    "deciding",
    "carrying",
    "meeting",
    "building",
    "reviewing",
    "minutes",
    "between",
    "closing",
)


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence may draw on: the agreement and what the edit changed in it."""

    agreement: Agreement
    changes: tuple[Change, ...]

    def article(self, name: str) -> str:
        """The article as a sentence names it."""
        return labels.article(self.agreement, name)

    def articles(self, names: tuple[str, ...]) -> str:
        """Several articles as a sentence lists them."""
        return labels.listed(self.article(name) for name in names)

    def party(self, name: str) -> str:
        """The party's short name."""
        return labels.party(self.agreement, name)

    def parties(self, names: tuple[str, ...]) -> str:
        """Several parties as a sentence lists them."""
        return labels.parties(self.agreement, names)

    def made(self, kind: str) -> tuple[Any, ...]:
        """The entities of a kind that the edit put in."""
        return tuple(
            c.after for c in self.changes if c.kind == kind and not c.field and c.after
        )


def tells(
    kind: type[E],
) -> Callable[[Callable[[E, Told], str]], Callable[[E, Told], str]]:
    """Marks the function that tells of edits of a kind."""

    def keep(function: Callable[[E, Told], str]) -> Callable[[E, Told], str]:
        _SENTENCES[kind] = function
        return function

    return keep


def sentence(edit: Edit, told: Told) -> str:
    """What the edit does, in the language in use."""
    if type(edit) not in _SENTENCES:
        for module in _KINDS:
            import_module(f"pa_tui.telling.{module}")
    return _SENTENCES[type(edit)](edit, told)


def shortened(words: str) -> str:
    """What somebody wrote on one line, cut where it is long."""
    line = " ".join(words.split())
    return line if len(line) <= SHORT else line[: SHORT - 1].rstrip() + "…"


def quoted(text: Text) -> str:
    """The first words of a text."""
    return shortened(plain(text[:2]))
