"""A party's answer in a written round, typed in one line: "1.3 en 2.1, 5 november, e-mail van
HBR: te veel woningen"."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import date

from pa_tui.reading.entry.heard import HeardEntry, read_withdrawal
from pa_tui.reading.patterns import Pattern
from pa_tui.reading.words.time import MONTH_NAMES

_NUMBER = Pattern(r"(?<![\w.-])\d+(?:\.\d+)*[a-z]?(?![\w-])", exact=True)
_MONTHS = frozenset({*(name[:3] for name in MONTH_NAMES), "mrt"})
_LEFT_OVER = Pattern(
    r"^(?:\s|,|;|&|\ben\b|\b(?:bij|op|over|alleen|afspraken|afspraak)\b)*(?=$|\S)"
)


@dataclass(frozen=True, slots=True)
class AnswerEntry:
    """The numbers of the articles an answer is about (none: all of them), and when, how and
    why it was given."""

    articles: tuple[str, ...]
    heard: HeardEntry


def read_answer(line: str, numbers: Container[str], *, today: date) -> AnswerEntry:
    """What one line says of an answer; ``numbers`` are those of the articles there are, in
    small letters, and count only at the beginning of the line. Raises Unreadable for a day
    the calendar lacks."""
    rest = " ".join(line.split())
    found: dict[str, None] = {}
    while True:
        filling = _LEFT_OVER.match(rest)
        bare = rest[filling.end() :] if filling else rest
        number = _NUMBER.match(bare)
        if number is None or number[0].casefold() not in numbers or _is_day(bare, number.end()):
            break
        found[number[0]] = None
        rest = bare[number.end() :]
    if found:
        rest = rest.lstrip(" ,;:&")
    return AnswerEntry(tuple(found), read_withdrawal(rest, today=today))


def _is_day(words: str, end: int) -> bool:
    """Whether a number is the day of a month: "5 november"."""
    following = words[end:].split()
    return bool(following) and following[0][:3].casefold() in _MONTHS
