"""One piece of calendar in Dutch: "1 oktober 2026", "Q1 en Q2 2027", "eind van het jaar"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from pa_tui.reading.words import pieces
from pa_tui.reading.words.time import MONTHS, ORDINALS, PARTS, SEASONS


class UnitKind(StrEnum):
    """The sizes of calendar people plan in."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    TERTIAL = "tertial"
    TRIMESTER = "trimester"
    HALF = "half"
    SEASON = "season"
    BREAK = "break"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of calendar as it was read; ``stop`` is where its words end.

    ``first`` and ``last`` number it (quarter 1, month 10, day 12); a day has its months in
    ``month`` and ``last_month``. ``year`` is None where none is named; ``relative`` is "dit",
    "komend", "volgend" or "vorig" where the year is named that way. ``part`` is "begin",
    "medio" or "eind".
    """

    kind: UnitKind
    stop: int
    first: int = 0
    last: int = 0
    month: int = 0
    last_month: int = 0
    year: int | None = None
    last_year: int | None = None
    relative: str = ""
    part: str = ""
    name: str = ""

    @property
    def names_a_year(self) -> bool:
        """Whether the words themselves say which year is meant."""
        return self.year is not None or bool(self.relative)


_LETTERS = {
    "q": UnitKind.QUARTER,
    "k": UnitKind.QUARTER,
    "t": UnitKind.TERTIAL,
    "h": UnitKind.HALF,
}
_PARTS_OF_YEAR = {
    "kwart": UnitKind.QUARTER,
    "terti": UnitKind.TERTIAL,
    "trime": UnitKind.TRIMESTER,
    "helft": UnitKind.HALF,
    "halfj": UnitKind.HALF,
    "half ": UnitKind.HALF,
}
_ORDINAL_NUMBERS = {**ORDINALS, "1": 1, "2": 2, "3": 3, "4": 4}
_MOST = {UnitKind.QUARTER: 4, UnitKind.TERTIAL: 3, UnitKind.TRIMESTER: 4, UnitKind.HALF: 2}


def unit_at(text: str, place: int, loose: bool = False) -> Unit | None:
    """The longest piece of calendar whose words begin at ``place``; None where none does.

    ``loose`` also takes "12-10" for a day, as people type it into one line.
    """
    part = pieces.PART.match(text, place)
    if part:
        inner = _whole(text, part.end(), loose) or _of_a_year(text, part.end())
        if inner is not None and inner.kind is UnitKind.YEAR and inner.year is not None:
            inner = replace(inner, stop=_after_year(text, part.end()), last_year=inner.year)
        if inner is not None and inner.kind is not UnitKind.DAY:
            return replace(inner, part=PARTS[part["part"].lower()])
    return _whole(text, place, loose)


def _after_year(text: str, place: int) -> int:
    """Where the first year of a row ends: "eind 2026/begin 2027" is two dates."""
    found = pieces.YEARS.match(text, place)
    return found.end("year") if found else place


def _of_a_year(text: str, place: int) -> Unit | None:
    found = pieces.RELATIVE_YEAR.match(text, place)
    return _year_named(found) if found else None


def _whole(text: str, place: int, loose: bool) -> Unit | None:
    readers = (_day, _part_of_year, _month, _week, _season, _years)
    for read in readers:
        unit = read(text, place)
        if unit is not None:
            return unit
    if loose and (found := pieces.SHORT_NUMERIC.match(text, place)):
        return _calendar_day(found, None)
    return None


def _year_of(found: re.Match[str]) -> int | None:
    groups = found.groupdict()
    if groups.get("before"):
        return _number(groups["before"])
    if groups.get("year"):
        return _number(groups["year"])
    if groups.get("short"):
        return 2000 + int(groups["short"][1:])
    return None


def _number(year: str) -> int:
    """A year of four digits; a scanner may have read a zero as the letter O."""
    return int(year.lower().replace("o", "0"))


def _relative_of(found: re.Match[str]) -> str:
    words = (found.groupdict().get("relative") or "").lower()
    for stem in ("volgend", "komend", "aanstaand", "vorig"):
        if stem in words:
            return "komend" if stem == "aanstaand" else stem
    return "dit" if words else ""


def _day(text: str, place: int) -> Unit | None:
    found = pieces.ISO.match(text, place) or pieces.NUMERIC.match(text, place)
    if found:
        year = found["year"]
        if len(year) == 2 and found["dash"] == "." and int(found["month"]) > 12:
            return None
        return _calendar_day(found, int(year) if len(year) == 4 else 2000 + int(year))
    found = pieces.DAY.match(text, place)
    if not found:
        return None
    first = 1 if found["day"].lower() == "eerste" else int(found["day"])
    month = MONTHS[found["month"].lower().rstrip(".")]
    last = int(found["last"] or first)
    return Unit(UnitKind.DAY, found.end(), first, last, month, month, year=_year_of(found))


def _calendar_day(found: re.Match[str], year: int | None) -> Unit | None:
    day, month = int(found["day"]), int(found["month"])
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    return Unit(UnitKind.DAY, found.end(), day, day, month, month, year=year)


def _part_of_year(text: str, place: int) -> Unit | None:
    found = pieces.QUARTER.match(text, place)
    if found:
        kind = _LETTERS[found["letter"].lower()]
        first, last = int(found["first"]), int(found["last"] or found["first"])
        return _numbered(found, kind, first, last)
    found = pieces.ORDINAL_PART.match(text, place)
    found = found or pieces.NUMBERED_PART.match(text, place)
    if not found:
        return None
    kind = _PARTS_OF_YEAR[found["what"].lower()[:5].replace("\u00a0", " ")]
    first = _ORDINAL_NUMBERS[found["first"].lower()]
    last = _ORDINAL_NUMBERS[found["last"].lower()] if found["last"] else first
    if found["what"].lower() == "helft":
        unit = _half_of_month(text, found, first)
        if unit is not None or found["rest"] or pieces.OF_QUARTER.match(text, found.end()):
            return unit
    return _numbered(found, kind, first, last)


def _numbered(found: re.Match[str], kind: UnitKind, first: int, last: int) -> Unit | None:
    """The unit of these numbers; "laatste" is -1 and "eerste twee" takes two of them."""
    most = _MOST[kind]
    first, last = (most if number == -1 else number for number in (first, last))
    groups = found.groupdict()
    many = {"twee": 2, "drie": 3}.get((groups.get("many") or "").lower(), 1)
    if many > 1:
        first, last = (most - many + 1, most) if first == most else (first, first + many - 1)
    if not 1 <= first <= last <= most:
        return None
    stop = found.start("rest") if groups.get("rest") else found.end()
    return Unit(kind, stop, first, last, year=_year_of(found), relative=_relative_of(found))


def _half_of_month(text: str, found: re.Match[str], half: int) -> Unit | None:
    link = pieces.OF_MONTH.match(text, found.end("what"))
    month = pieces.A_MONTH.match(text, link.end()) if link else None
    if not month or half not in (1, 2):
        return None
    number = MONTHS[month["month"].lower().rstrip(".")]
    days = (1, 15) if half == 1 else (16, 31)
    return Unit(
        UnitKind.DAY, month.end(), *days, number, number, year=_year_of(month), name="half"
    )


def _month(text: str, place: int) -> Unit | None:
    found = pieces.WEEK_OF_MONTH.match(text, place)
    if found:
        which = ORDINALS[found["which"].lower()]
        number = MONTHS[found["month"].lower().rstrip(".")]
        days = (25, 31) if which == -1 else (which * 7 - 6, which * 7)
        return Unit(
            UnitKind.DAY, found.end(), *days, number, number, year=_year_of(found), name="half"
        )
    found = pieces.A_MONTH.match(text, place)
    if not found:
        return None
    first = MONTHS[found["month"].lower().rstrip(".")]
    last = MONTHS[found["last"].lower().rstrip(".")] if found["last"] else first
    year, relative = _year_of(found), _relative_of(found)
    return Unit(UnitKind.MONTH, found.end(), first, last, year=year, relative=relative)


def _week(text: str, place: int) -> Unit | None:
    found = pieces.WEEK.match(text, place)
    if not found:
        return None
    first, last = int(found["first"]), int(found["last"] or found["first"])
    if not (1 <= first <= 53 and 1 <= last <= 53):
        return None
    return Unit(UnitKind.WEEK, found.end(), first, last, year=_year_of(found))


def _season(text: str, place: int) -> Unit | None:
    found = pieces.SEASON.match(text, place)
    if not found:
        return None
    name = found["name"].lower()
    kind = UnitKind.SEASON if name in SEASONS else UnitKind.BREAK
    year, relative = _year_of(found), _relative_of(found)
    if found["this"] and year is None:
        relative = relative or "dit"
    return Unit(kind, found.end(), year=year, relative=relative, name=name)


def _years(text: str, place: int) -> Unit | None:
    found = pieces.YEARS.match(text, place)
    if not found:
        return _of_a_year(text, place)
    first = _number(found["year"])
    last = first
    stop = found.end("year")
    if found["last"] or found["two"]:
        century = first - first % 100
        last = _number(found["last"]) if found["last"] else century + int(found["two"])
        if first <= last <= first + 60:
            stop = found.end()
        else:
            last = first
    return Unit(UnitKind.YEAR, stop, year=first, last_year=last)


def _year_named(found: re.Match[str]) -> Unit:
    return Unit(UnitKind.YEAR, found.end(), relative=_relative_of(found))
