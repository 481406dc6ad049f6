"""How dates, times and lists are said: Dutch always on paper, Dutch or English on screen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from pa_tui.domain.timing import Timing, TimingKind
from pa_tui.reading.words.time import MONTH_NAMES, MONTH_SHORT

_ENGLISH_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_WEEKDAYS = {
    "nl": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_WORDS = {
    "nl": {
        "before": "vóór",
        "by": "uiterlijk",
        "from": "vanaf",
        "until": "tot en met",
        "and": "en",
        "clock": "{:%H.%M} uur",
    },
    "en": {
        "before": "before",
        "by": "by",
        "from": "from",
        "until": "until",
        "and": "and",
        "clock": "{:%H:%M}",
    },
}
_RHYTHMS = {
    "nl": {
        "week": ("wekelijks", "weken"),
        "month": ("maandelijks", "maanden"),
        "quarter": ("elk kwartaal", "kwartalen"),
        "tertial": ("elk tertiaal", "tertialen"),
        "half-year": ("elk half jaar", "halve jaren"),
        "year": ("jaarlijks", "jaar"),
    },
    "en": {
        "week": ("weekly", "weeks"),
        "month": ("monthly", "months"),
        "quarter": ("quarterly", "quarters"),
        "tertial": ("every four months", "periods of four months"),
        "half-year": ("every half-year", "half-years"),
        "year": ("yearly", "years"),
    },
}


def say_date(day: date, language: str = "nl") -> str:
    """ "1 oktober 2026"."""
    names = MONTH_NAMES if language == "nl" else _ENGLISH_MONTHS
    return f"{day.day} {names[day.month - 1]} {day.year}"


def say_short(day: date, language: str = "nl") -> str:
    """ "1 okt 2026"."""
    names = MONTH_SHORT if language == "nl" else _ENGLISH_MONTHS
    return f"{day.day} {names[day.month - 1][:3]} {day.year}"


def say_weekday(day: date, language: str = "nl", short: bool = False) -> str:
    """ "dinsdag", or "di" where short."""
    name = _WEEKDAYS[language][day.weekday()]
    return name[: 2 if language == "nl" else 3] if short else name


def say_deadline(due: date, language: str = "nl", short: bool = False) -> str:
    """ "vóór 1 oktober 2026" for the last day of a month, else "uiterlijk 12 oktober 2026".

    ``due`` is the last day it may still be done.
    """
    say = say_short if short else say_date
    following = due + timedelta(days=1) if due < date.max else due
    if following.day == 1 and following != due:
        return f"{_WORDS[language]['before']} {say(following, language)}"
    return f"{_WORDS[language]['by']} {say(due, language)}"


def say_period(start: date, end: date, language: str = "nl", short: bool = False) -> str:
    """ "1 mei - 31 augustus 2026"; a single day once; a whole year as "2026"."""
    say = say_short if short else say_date
    if start == end:
        return say(start, language)
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        same = start.year == end.year
        return str(start.year) if same else f"{start.year} - {end.year}"
    first, last = say(start, language), say(end, language)
    if start.year == end.year:
        first = first.rsplit(" ", 1)[0]
    return f"{first} - {last}"


def say_rhythm(every: str, count: int | None = None, language: str = "nl") -> str:
    """ "elk kwartaal", "elke 2 jaar", "3 keer per jaar"; ``every`` as in Timing."""
    number, _, unit = every.rpartition(" ")
    once, many = _RHYTHMS[language].get(unit, (unit, unit))
    if count is not None and count > 1:
        per = once if language == "en" else {"year": "per jaar"}.get(unit, once)
        return f"{count} keer {per}" if language == "nl" else f"{count} times {per}"
    if number and number != "1":
        return f"{'elke' if language == 'nl' else 'every'} {number} {many}"
    return once


def say_timing(timing: Timing, language: str = "nl", short: bool = False) -> str:
    """What the words of a timing mean: "vóór 1 oktober 2026", "1 mei - 31 augustus 2026",
    "vanaf 1 januari 2027", "elk kwartaal"; the words themselves where they mean no days."""
    start, end = timing.start, timing.end
    say = say_short if short else say_date
    if timing.every:
        return say_rhythm(timing.every, timing.count, language)
    if start and end:
        return say_period(start, end, language, short)
    if end:
        if timing.kind is TimingKind.TARGET and (end.month, end.day) == (12, 31):
            return str(end.year)
        return say_deadline(end, language, short)
    if start:
        return f"{_WORDS[language]['from']} {say(start, language)}"
    return timing.text


def say_clock(moment: time | datetime, language: str = "nl") -> str:
    """ "14.35 uur"."""
    return _WORDS[language]["clock"].format(moment)


def say_list(items: Sequence[str], language: str = "nl") -> str:
    """ "A, B en C"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {_WORDS[language]['and']} {items[-1]}"
