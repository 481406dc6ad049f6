"""Days counted from today, as people say them at the table: "vrijdag", "over twee weken"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from pa_tui.reading.days import Days, end_of_month
from pa_tui.reading.patterns import Pattern
from pa_tui.reading.words.time import GAP, NUMBER, NUMBERS, WEEKDAYS, any_of

_DAYS = {"vandaag": 0, "morgen": 1, "overmorgen": 2}
_LONG_WEEKDAYS = [name for name in WEEKDAYS if len(name) > 2]


def _compiled(pattern: str) -> Pattern:
    return Pattern(pattern)


_PREPOSITION = (
    rf"(?:(?:uiterlijk|voor|vóór|op|in|tot|binnen|tegen)(?:{GAP}(?:op|in))?{GAP})?"
    rf"(?:(?:de|het){GAP})?"
)
_WEEKDAY = _compiled(
    rf"{_PREPOSITION}(?P<which>(?:aanstaande?|komende|deze|volgende{GAP}week){GAP})?"
    rf"(?P<day>{any_of(_LONG_WEEKDAYS)})"
    rf"(?P<late>{GAP}(?:volgende{GAP}week|over{GAP}een{GAP}week))?\b"
)
_NEAR = _compiled(rf"{_PREPOSITION}(?P<day>{any_of(_DAYS)})\b")
_COUNTED = _compiled(
    rf"(?:over|binnen){GAP}(?P<number>{NUMBER}|een){GAP}"
    r"(?P<unit>dag(?:en)?|we(?:ek|ken)|maand(?:en)?)\b"
)
_SPELL = _compiled(
    rf"{_PREPOSITION}(?P<end>einde?(?:{GAP}van)?{GAP}(?:(?:de|het){GAP})?)?"
    rf"(?:(?P<which>deze|dit|volgende?|komende?){GAP})?(?P<unit>week|maand|kwartaal)(?!{GAP}?\d)\b"
)


def soon_at(text: str, place: int, today: date) -> tuple[Days, int] | None:
    """The days meant by words that begin at ``place``, and where those words end."""
    near = _NEAR.match(text, place)
    if near:
        day = today + timedelta(days=_DAYS[near["day"].lower()])
        return (day, day), near.end()
    for read in (_weekday, _counted, _spell):
        found = read(text, place, today)
        if found is not None:
            return found
    return None


def _weekday(text: str, place: int, today: date) -> tuple[Days, int] | None:
    found = _WEEKDAY.match(text, place)
    if not found or re.match(r"\.?\s{0,3}\d", text[found.end() : found.end() + 5]):
        return None
    wanted = WEEKDAYS[found["day"].lower()]
    if "volgende" in (found["which"] or found["late"] or "").lower():
        day = today - timedelta(days=today.weekday()) + timedelta(days=7 + wanted)
    else:
        day = today + timedelta(days=(wanted - today.weekday() - 1) % 7 + 1)
        day += timedelta(days=7 if found["late"] else 0)
    return (day, day), found.end()


def _counted(text: str, place: int, today: date) -> tuple[Days, int] | None:
    found = _COUNTED.match(text, place)
    if not found:
        return None
    words = found["number"].lower()
    number = int(words) if words.isdecimal() else NUMBERS[words]
    unit = found["unit"].lower()
    if unit.startswith("maand"):
        month = today.month - 1 + number
        year, month = today.year + month // 12, month % 12 + 1
        day = min(date(year, month, min(today.day, 28)), end_of_month(year, month))
        if today.day > 28:
            day = min(end_of_month(year, month), day + timedelta(days=today.day - 28))
    else:
        day = today + timedelta(days=number * (7 if unit.startswith("we") else 1))
    return (day, day), found.end()


def _spell(text: str, place: int, today: date) -> tuple[Days, int] | None:
    found = _SPELL.match(text, place)
    if not found or not (found["end"] or found["which"]):
        return None
    later = (found["which"] or "").lower().startswith(("volgend", "komend"))
    if found["unit"].lower() == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(days=7 if later else 0)
        last = monday + timedelta(days=4)
        return (last if found["end"] else monday, last), found.end()
    if found["unit"].lower() == "kwartaal":
        first = (today.month - 1) // 3 * 3 + (3 if later else 0)
        months = 3
    else:
        first, months = today.month - 1 + (1 if later else 0), 1
    start = date(today.year + first // 12, first % 12 + 1, 1)
    last = end_of_month(start.year, start.month + months - 1)
    return (last if found["end"] else start, last), found.end()
