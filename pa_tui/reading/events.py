"""Time that depends on something else, conditions, and time without a date."""

from __future__ import annotations

from pa_tui.domain.timing import TimingKind
from pa_tui.reading.words.events import (
    ASIDE,
    CLAUSE,
    CLAUSE_TO_COMMA,
    COUNTED,
    OPENERS,
    RULES,
    VAGUE_WORDS,
    VERBS_AT_LAST,
)
from pa_tui.reading.words.time import NUMBERS

Event = tuple[TimingKind, int, int]
"""The kind and where its words start and end."""

_NOT_IN_AN_ASIDE = (TimingKind.VAGUE,)


def event_at(text: str, place: int, word: str) -> Event | None:
    """The event, condition or vague words that begin at ``place`` with ``word``."""
    for pattern, kind in RULES.get(word, ()):
        found = pattern.match(text, place)
        if found and not (kind in _NOT_IN_AN_ASIDE and _is_aside(text, place)):
            return kind, place, _trimmed(text, place, found.end())
    if word in VAGUE_WORDS:
        following = text[place + len(word) : place + len(word) + 1]
        if following.isalnum() or following == "-" or _is_aside(text, place):
            return None
        return TimingKind.VAGUE, place, place + len(word)
    if word.isdigit() or word in NUMBERS:
        counted = COUNTED.match(text, place)
        return (TimingKind.EVENT, place, counted.end()) if counted else None
    if word in OPENERS and _opens(text, place):
        return _opener(text, place, word)
    return None


def _opener(text: str, place: int, word: str) -> Event | None:
    kind = OPENERS[word]
    if kind is TimingKind.EVENT:
        return kind, place, place + len(word)
    found = CLAUSE_TO_COMMA.match(text, place) or CLAUSE.match(text, place)
    if not found or (word == "als" and text[found.end() : found.end() + 1] in ".:"):
        return None
    return kind, place, _trimmed(text, place, found.end())


def _opens(text: str, place: int) -> bool:
    before = text[max(0, place - 4) : place].rstrip(" \u00a0-•")
    return not before or before[-1] in ".!?\n" or before[-1] == "\t"


def _is_aside(text: str, place: int) -> bool:
    return bool(ASIDE.search(text[max(0, place - 80) : place]))


def _trimmed(text: str, place: int, end: int) -> int:
    """The end without trailing white space, and not past the verbs of its own clause."""
    verbs = VERBS_AT_LAST.search(text, place, end)
    words = text[place : verbs.end() if verbs else end].rstrip()
    return place + len(words)
