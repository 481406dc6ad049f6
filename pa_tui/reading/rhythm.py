"""How often: "jaarlijks", "elk kwartaal", "minimaal twee keer per jaar", "om de twee jaar"."""

from __future__ import annotations

import re
from collections.abc import Callable

from pa_tui.reading.patterns import Pattern
from pa_tui.reading.words.rhythms import ADVERBS, MEETINGS, QUALIFIERS, TIMES, UNITS
from pa_tui.reading.words.time import (
    GAP,
    MAY_GAP,
    MONTH_NAMES,
    NUMBER,
    NUMBERS,
    SEASONS,
    WEEKDAYS,
    any_of,
)

Rhythm = tuple[str, int | None, int, int]
"""Every (as in Timing), how many times in it, and where its words start and end."""

_UNIT = rf"(?P<unit>{any_of(UNITS).replace(' ', GAP)})\b"
_COUNTED = rf"(?:(?P<number>{NUMBER}){GAP})?"
_QUALIFIER = rf"(?:(?:{any_of(QUALIFIERS)}){GAP})?".replace("ca.", r"ca\.")


def _compiled(pattern: str) -> Pattern:
    return Pattern(pattern)


_ADVERB = _compiled(rf"(?P<word>{any_of(ADVERBS)})(?P<bend>e)?\b")
_EACH = _compiled(
    rf"(?:elke?|iedere?|elkaar|alle)(?:{GAP}(?:eerste|laatste))?{GAP}{_COUNTED}{_UNIT}"
)
_EACH_NAMED = _compiled(
    rf"(?:elke?|iedere?){GAP}(?:(?:(?:eerste|tweede|derde|vierde|laatste){GAP})?"
    rf"(?P<day>{any_of(w for w in WEEKDAYS if len(w) > 2)})"
    rf"(?P<month>{GAP}van{GAP}(?:de|iedere|elke){GAP}maand)?"
    rf"|{any_of([*SEASONS, *MONTH_NAMES])})\b"
)
_TIMES_PER = _compiled(
    rf"{_QUALIFIER}(?:(?P<times>{any_of(TIMES)})|(?P<count>{NUMBER}){MAY_GAP}"
    rf"(?:x|×|keer|maal))(?:(?:{GAP}(?:per|in{GAP}(?:de|het)|elke?|iedere?|om{GAP}de){GAP}"
    rf"|{MAY_GAP}/{MAY_GAP}){_COUNTED}{_UNIT}|{GAP}(?P<adverb>{any_of(ADVERBS)})\b)"
)
_PER = _compiled(rf"per{GAP}{_COUNTED}{_UNIT}")
_EVERY_OTHER = _compiled(rf"om{GAP}(?:de|het){GAP}{_COUNTED}{_UNIT}")
_TOGETHER = _compiled(
    rf"{_QUALIFIER}(?:(?P<times>{any_of(TIMES)})|(?P<count>{NUMBER}){MAY_GAP}(?:x|×|keer|maal))"
    rf"{GAP}(?:bijeen|bij{GAP}elkaar|samen)\b"
)
_COMPOUND = _compiled(
    rf"(?P<unit>week|maand|kwartaal|tertiaal|halfjaar|jaar)[-‑]?(?:voortgangs)?"
    rf"(?:{any_of(MEETINGS)})\b"
)
_MEETING = _compiled(
    rf"{GAP}(?:[a-zë]{{3,20}}{GAP})?(?:[a-zë]{{0,20}})(?:{any_of(MEETINGS)})\b"
)
_ATTRIBUTE = _compiled(rf"(?:{GAP}[a-zë]{{1,20}}){{0,3}}{GAP}[a-zë]{{3,24}}ende?\b")
_AMOUNT = _compiled(
    rf"(?:€|euro|\d|%|procent|{any_of(NUMBERS)})[\d.,\s-]{{0,14}}(?:[a-zë]{{2,24}}\s{{0,2}}){{0,2}}$"
)
_MONEY = _compiled(r"(?:€[^a-z]{0,16}|\beuro\s{0,2}|%\s{0,2}|kwh[^\s]{0,4}\s{0,2})$")
_NOT_EACH = _compiled(rf"{GAP}(?:huur|inkomen|omzet|bijdrage|kosten)")

_QUALIFIER_WORDS = frozenset(w.split()[0].rstrip(".") for w in QUALIFIERS)


def rhythm_at(text: str, place: int, word: str) -> Rhythm | None:
    """The rhythm whose words begin at ``place`` with ``word`` (lower case), or None."""
    if word in _QUALIFIER_WORDS or word in TIMES or word in NUMBERS or word.isdigit():
        found = _TIMES_PER.match(text, place)
        return _times(found) if found else _together(text, place)
    if word.rstrip("e") in ADVERBS:
        return _adverb(text, place)
    if word.startswith(_COMPOUND_BEGINS):
        found = _COMPOUND.match(text, place)
        return (UNITS[found["unit"].lower()], None, place, found.end()) if found else None
    reader = _BY_WORD.get(word)
    return reader(text, place) if reader else None


def _number(words: str | None) -> int:
    if not words:
        return 1
    return int(words) if words.isdecimal() else NUMBERS[words.lower()]


def _every(unit: str, number: int) -> str:
    base = UNITS[" ".join(unit.lower().split())]
    if base == "month" and number in (3, 4, 6, 12):
        return {3: "quarter", 4: "tertial", 6: "half-year", 12: "year"}[number]
    return f"{number} {base}" if number > 1 else base


def _times(found: re.Match[str]) -> Rhythm | None:
    times = TIMES[found["times"].lower()] if found["times"] else _number(found["count"])
    if times == 0:
        return None
    if found["adverb"]:
        every = ADVERBS[found["adverb"].lower()]
    else:
        every = _every(found["unit"], _number(found["number"]))
    if times == 1:
        return every, None, found.start(), found.end()
    if times == 2 and every == "year":
        return "half-year", None, found.start(), found.end()
    return every, times, found.start(), found.end()


def _together(text: str, place: int) -> Rhythm | None:
    """ "minimaal driemaal bijeen": how often, without saying in what time; the year."""
    found = _TOGETHER.match(text, place)
    if not found:
        return None
    times = TIMES[found["times"].lower()] if found["times"] else _number(found["count"])
    return ("year", times, place, found.end()) if times > 1 else None


def _adverb(text: str, place: int) -> Rhythm | None:
    found = _ADVERB.match(text, place)
    if not found:
        return None
    meeting = _MEETING.match(text, found.end())
    if found["bend"]:
        if not meeting:
            return None
        return ADVERBS[found["word"].lower()], None, place, meeting.end()
    if not meeting and _ATTRIBUTE.match(text, found.end()):
        return None
    return ADVERBS[found["word"].lower()], None, place, found.end()


def _each(text: str, place: int) -> Rhythm | None:
    found = _EACH.match(text, place)
    if not found:
        return _each_named(text, place)
    misprint = found.group().lower().startswith("elkaar")
    if misprint and found["unit"].lower() not in ("kwartaal", "jaar", "half jaar", "halfjaar"):
        return None
    if found.group().lower().startswith("alle") and not found["number"]:
        return None
    return _every(found["unit"], _number(found["number"])), None, place, found.end()


def _each_named(text: str, place: int) -> Rhythm | None:
    """ "elke maandag", "elke eerste maandag van de maand", "ieder najaar"."""
    found = _EACH_NAMED.match(text, place)
    if not found:
        return None
    named = (found["month"], "month"), (found["day"], "week"), ("either", "year")
    every = next(unit for words, unit in named if words)
    return every, None, place, found.end()


def _per(text: str, place: int) -> Rhythm | None:
    """ "per kwartaal", unless it says how much an amount is ("€ 500 per jaar")."""
    found = _PER.match(text, place)
    if not found or _NOT_EACH.match(text, found.end()):
        return None
    before = text[max(0, place - 48) : place].rstrip()
    if _MONEY.search(before):
        return None
    opened = before.rfind("(") > before.rfind(")")
    if _AMOUNT.search(before) and (opened or found["unit"].lower() in ("week", "maand")):
        return None
    return _every(found["unit"], _number(found["number"])), None, place, found.end()


def _every_other(text: str, place: int) -> Rhythm | None:
    """ "om de twee jaar", "om het jaar" (every other one), "om het kwartaal" (each one)."""
    found = _EVERY_OTHER.match(text, place)
    if not found:
        return None
    unit = UNITS[" ".join(found["unit"].lower().split())]
    if found["number"]:
        return _every(found["unit"], _number(found["number"])), None, place, found.end()
    if unit in ("quarter", "half-year", "tertial"):
        return unit, None, place, found.end()
    return f"2 {unit}", None, place, found.end()


_COMPOUND_BEGINS = ("week", "maand", "kwartaal", "tertiaal", "halfjaar", "jaar")
_BY_WORD: dict[str, Callable[[str, int], Rhythm | None]] = {
    **dict.fromkeys(("elk", "elke", "ieder", "iedere", "elkaar", "alle"), _each),
    "per": _per,
    "om": _every_other,
}
