"""Dutch as papers print it: days, clock times, lists of names and of article numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_COUNTED = re.compile(r"(.*?)(\d+)\Z", re.DOTALL)
_END = (".", "!", "?", "…", ".’", ".'", ".”", '."')


def day(moment: date) -> str:
    """ "15 september 2026"."""
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def weekday(moment: date) -> str:
    """ "dinsdag 15 september 2026"."""
    return f"{_WEEKDAYS[moment.weekday()]} {day(moment)}"


def short_day(moment: date) -> str:
    """ "15-9-2026", for narrow columns."""
    return f"{moment.day}-{moment.month}-{moment.year}"


def near(when: date, seen: date) -> str:
    """The day as a sentence of ``seen``'s year names it: "12 oktober", with the year only
    where it is another one."""
    return f"{when.day} {MONTHS[when.month - 1]}" if when.year == seen.year else day(when)


def clock(moment: datetime) -> str:
    """ "16.02"."""
    return f"{moment.hour}.{moment.minute:02}"


def moment(at: datetime) -> str:
    """ "15 september 2026, 16.02 uur"."""
    return f"{day(at)}, {clock(at)} uur"


def listed(names: Iterable[str]) -> str:
    """ "A, B en C"."""
    *first, last = list(names) or [""]
    return f"{', '.join(first)} en {last}" if first else last


def begun(text: str) -> str:
    """The text as the beginning of a sentence: a small first letter made a capital."""
    return text[:1].upper() + text[1:] if text[:1].isalpha() else text


def ended(text: str) -> str:
    """The text as a whole sentence: with a full stop where it has no end of its own."""
    text = text.rstrip()
    return text if not text or text.endswith(_END) else f"{text}."


def sentence(text: str) -> str:
    """What somebody typed as a sentence of its own."""
    return ended(begun(text.strip()))


def inside(text: str) -> str:
    """What somebody typed as the rest of a sentence: without its own full stop."""
    text = text.strip()
    return text[:-1].rstrip() if text.endswith(".") and not text.endswith("..") else text


def numbers(found: Sequence[str]) -> str:
    """Numbers of articles as a sentence names them: "1.1, 1.4 tot en met 1.7 en 2.2".

    Three or more that follow one another in the given order become a range.
    """
    runs: list[list[str]] = []
    for number in found:
        if runs and _follows(runs[-1][-1], number):
            runs[-1].append(number)
        else:
            runs.append([number])
    names: list[str] = []
    for run in runs:
        names += [f"{run[0]} tot en met {run[-1]}"] if len(run) > 2 else run
    return listed(names)


def _follows(one: str, other: str) -> bool:
    first, second = _COUNTED.match(one), _COUNTED.match(other)
    if first is None or second is None or first[1] != second[1]:
        return False
    return int(second[2]) == int(first[2]) + 1
