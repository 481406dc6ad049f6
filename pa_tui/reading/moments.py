"""Words about days in a text, with the preposition that bounds them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pa_tui.domain.timing import TimingKind
from pa_tui.reading.days import (
    Days,
    Frame,
    Impossible,
    day_after,
    day_before,
    days_of,
    with_year_of,
)
from pa_tui.reading.patterns import Pattern
from pa_tui.reading.units import Unit, UnitKind, unit_at
from pa_tui.reading.words.moments import ONWARD, OPENINGS, SPAN_LINK, Bound
from pa_tui.reading.words.time import MONTHS, ORDINALS, PARTS, WEEKDAYS

_BARE = frozenset(
    {*PARTS, *MONTHS, *(w for w in ORDINALS if w.isalpha()), "q", "h", "week", "weken", "wk"}
    | {w for w in WEEKDAYS if len(w) > 2}
    | {"dit", "komend", "volgend", "kwartaal", "tertiaal", "najaar", "voorjaar", "zomer"}
    | {"herfst", "lente", "winter", "trimester"}
) - {"slot", "midden", "aanvang", "do"}


@dataclass(frozen=True, slots=True)
class Moment:
    """Words about time between two places, and the days they mean."""

    bound: Bound
    unit: Unit
    days: Days | None
    start: int
    end: int
    is_span: bool = False
    impossible: bool = False

    @property
    def kind_without_days(self) -> TimingKind:
        """What it is while nobody knows the year; vague where no year can help."""
        if self.impossible or self.unit.kind is UnitKind.TRIMESTER:
            return TimingKind.VAGUE
        whole_year = self.unit.kind is UnitKind.YEAR and not self.unit.part
        if self.bound is Bound.FOR and whole_year:
            return TimingKind.PERIOD
        if self.bound in (Bound.BY, Bound.BEFORE, Bound.UNTIL, Bound.FOR):
            return TimingKind.DEADLINE
        if self.bound in (Bound.FROM, Bound.PER, Bound.AFTER):
            return TimingKind.START
        return TimingKind.PERIOD


Meaning = tuple[TimingKind, date | None, date | None]
"""A kind with its first and last day, inclusive."""

_WITHIN = (UnitKind.QUARTER, UnitKind.TERTIAL, UnitKind.HALF, UnitKind.SEASON)


def bounded(bound: Bound, unit: Unit, days: Days) -> Meaning:
    """The kind and the days of a piece of calendar behind its preposition.

    "vóór 1 oktober" ends on 30 September, "uiterlijk" and "tot en met" on the day itself.
    """
    first, last = days
    if bound is Bound.PER and unit.part == "eind":
        bound = Bound.BY
    if bound is Bound.FOR and (unit.kind is not UnitKind.YEAR or unit.part):
        bound = Bound.BEFORE
    if bound is Bound.AFTER:
        return TimingKind.START, day_after(last), None
    if bound in (Bound.FROM, Bound.PER):
        return TimingKind.START, first, None
    if bound in (Bound.BEFORE, Bound.UNTIL):
        return TimingKind.DEADLINE, None, _last_before(unit, days)
    if bound is Bound.BY or (unit.part == "medio" and first == last):
        return TimingKind.DEADLINE, None, last
    ends = unit.part == "eind" and unit.kind in _WITHIN
    return TimingKind.DEADLINE if ends else TimingKind.PERIOD, first, last


def _last_before(unit: Unit, days: Days) -> date:
    if unit.part in ("eind", "medio"):
        return days[1]
    if unit.name in ("zomer", "zomerperiode") and not unit.part:
        return date(days[0].year, 6, 30)
    return day_before(days[0])


def moment_at(
    text: str, place: int, word: str, frame: Frame, loose: bool = False
) -> Moment | None:
    """The words about days that begin at ``place`` with ``word`` (lower case)."""
    for opening, bound in OPENINGS.get(word, ()):
        found = opening.match(text, place)
        if not found:
            continue
        unit = unit_at(text, found.end(), loose)
        if unit is not None:
            moment = _spanned(text, place, found.end(), bound, unit, frame)
            if moment is not None:
                return moment
    if word in _BARE or word.isdigit() or (word in "qthk" and len(word) == 1) or loose:
        unit = unit_at(text, place, loose)
        if unit is not None and (loose or _stands_alone(text, place, unit)):
            return _spanned(text, place, place, Bound.IN, unit, frame)
    return None


_NOUN = Pattern(
    r"\s{1,3}(?:woningen|huurwoningen|huishoudens|euro|inwoners|m2|kg|stuks)\b", exact=True
)
_COLON = Pattern(r"\s{0,3}:", exact=True)
_NAME_BEFORE = Pattern(
    r"(?:[A-Z]\w{2,30}|['\"‘“(/-]|[a-z]*(?:wet|visie|nota|plan|akkoord))\s?$", exact=True
)


def _stands_alone(text: str, place: int, unit: Unit) -> bool:
    """Whether a date without a preposition is a date, and not a name or a heading."""
    before = text[place - 1 : place]
    if before.isalnum() or before in ("-", "_", "€", "’"):
        return False
    if unit.kind is UnitKind.YEAR and not unit.part:
        return bool(unit.relative) or _is_told_as_row(text, place, unit)
    if _COLON.match(text, unit.stop):
        return False
    if unit.kind in (UnitKind.MONTH, UnitKind.SEASON, UnitKind.BREAK) and not unit.part:
        return unit.names_a_year or unit.first != unit.last
    if text[place].lower() == "k" and unit.kind is UnitKind.QUARTER:
        return unit.names_a_year or text[place + 1 : place + 2].isalpha()
    return unit.kind is not UnitKind.TERTIAL or text[place] != "t"


def _is_told_as_row(text: str, place: int, unit: Unit) -> bool:
    """ "2026 t/m 2029" in a sentence, not as a piece of a name."""
    words = text[place : unit.stop].lower()
    row = unit.last_year not in (None, unit.year) and ("t/m" in words or "met" in words)
    return row and not _NAME_BEFORE.search(text[max(0, place - 32) : place])


def _spanned(
    text: str, start: int, place: int, bound: Bound, unit: Unit, frame: Frame
) -> Moment | None:
    """The moment, with what follows "tot en met" where a second date belongs to it."""
    opening = text[start:place].lower()
    if _is_no_date(text, opening, bound, unit):
        return None
    onward = ONWARD.match(text, unit.stop)
    if onward:
        return _made(Bound.FROM, unit, frame, start, onward.end())
    if bound in (Bound.SPAN, Bound.FROM, Bound.IN):
        second = _second(text, unit, bound)
        if second is not None:
            return _pair(unit, second, frame, start)
    row = unit.last_year not in (None, unit.year)
    if bound is Bound.SPAN:
        alone = not row and opening.startswith(("van", "tussen"))
        return None if alone else _made(Bound.IN, unit, frame, start, unit.stop, is_span=True)
    return _made(bound, unit, frame, start, unit.stop, is_span=row)


def _is_no_date(text: str, opening: str, bound: Bound, unit: Unit) -> bool:
    """ "in 2000 woningen" counts homes; "op" stands only before a day."""
    if unit.kind is UnitKind.YEAR and _NOUN.match(text, unit.stop):
        return True
    return bound is Bound.IN and opening.startswith("op") and unit.kind is not UnitKind.DAY


def _second(text: str, unit: Unit, bound: Bound) -> tuple[Unit, bool] | None:
    """The date after "tot en met", and whether its day itself is left out ("tot")."""
    link = SPAN_LINK.match(text, unit.stop)
    if not link:
        return None
    joined = link.group().split()[:1]
    if joined == ["en"] and bound is not Bound.SPAN:
        return None
    second = unit_at(text, link.end())
    if second is None:
        return None
    words = " ".join(link.group().lower().split())
    return second, words.startswith("tot") and "met" not in words and "uiterlijk" not in words


def _pair(unit: Unit, second: tuple[Unit, bool], frame: Frame, start: int) -> Moment | None:
    until, exclusive = second
    try:
        first = days_of(with_year_of(unit, until), frame)
        last = days_of(with_year_of(until, unit), frame)
    except Impossible:
        return Moment(Bound.IN, until, None, start, until.stop, impossible=True)
    if first is None or last is None:
        return Moment(Bound.IN, until, None, start, until.stop, is_span=True)
    end = day_before(last[0]) if exclusive and until.kind is UnitKind.DAY else last[1]
    if end < first[0]:
        return None
    return Moment(Bound.SPAN, until, (first[0], end), start, until.stop, is_span=True)


def _made(
    bound: Bound, unit: Unit, frame: Frame, start: int, end: int, is_span: bool = False
) -> Moment:
    ahead = bound in (Bound.BEFORE, Bound.UNTIL, Bound.FOR)
    try:
        days = days_of(unit, frame, ahead)
    except Impossible:
        return Moment(bound, unit, None, start, end, is_span, impossible=True)
    return Moment(bound, unit, days, start, end, is_span)
