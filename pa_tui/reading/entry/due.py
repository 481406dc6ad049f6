"""The day something is due, found in a typed line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from pa_tui.errors import N_, Unreadable
from pa_tui.reading.days import Days, Frame
from pa_tui.reading.moments import Moment, bounded, moment_at
from pa_tui.reading.patterns import Pattern
from pa_tui.reading.soon import soon_at
from pa_tui.reading.units import UnitKind
from pa_tui.reading.wording import say_date, say_deadline
from pa_tui.reading.words.moments import Bound

Span = tuple[int, int]

WORD = Pattern(r"[^\W\d_]+|\d+", exact=True)
_NUMBERED_NOUN = Pattern(r"\s[a-zë]{2,}(?:en|s)\b|\s?[%€]", exact=True)


@dataclass(frozen=True, slots=True)
class Due:
    """A last day, the words that say it, and where it stood in the line."""

    day: date
    words: str
    span: Span


def last_due(line: str, today: date, *, waiting: bool = False) -> Due | None:
    """The last date in a line that something can be due on.

    What is ``waiting`` "tot 12 oktober" waits that day too; "vóór 12 oktober" it does not.
    """
    frame = Frame(None, today)
    best: Due | None = None
    reached = 0
    for match in WORD.finditer(line):
        place = match.start()
        if place < reached:
            continue
        found = _due_at(line, place, match.group().lower(), frame, waiting)
        if found is not None:
            best, reached = found, found.span[1]
    return best


def _due_at(line: str, place: int, word: str, frame: Frame, waiting: bool) -> Due | None:
    assert frame.today is not None
    soon = soon_at(line, place, frame.today)
    if soon is not None:
        return Due(soon[0][1], f"uiterlijk {say_date(soon[0][1])}", (place, soon[1]))
    moment = checked(moment_at(line, place, word, frame), line)
    if moment is None:
        moment = checked(_typed_day(line, place, word, frame), line)
    if moment is None or moment.days is None:
        return None
    days = moment.days
    if waiting and moment.bound is Bound.UNTIL and moment.unit.kind is UnitKind.DAY:
        moment = replace(moment, bound=Bound.BY)
    whole_year = moment.unit.kind is UnitKind.YEAR and not moment.unit.part
    if moment.bound is Bound.FOR and whole_year:
        return None
    _, _, end = bounded(moment.bound, moment.unit, days)
    if end is None:
        return None
    return Due(end, _said(moment, days, end), (moment.start, moment.end))


def _typed_day(line: str, place: int, word: str, frame: Frame) -> Moment | None:
    """ "voor 12-10": a day in figures without its year, as people type it."""
    moment = moment_at(line, place, word, frame, loose=True)
    if moment is None or moment.unit.kind is not UnitKind.DAY:
        return None
    if moment.start == place and moment.bound is Bound.IN and line[place].isdigit():
        return None
    return None if _NUMBERED_NOUN.match(line, moment.end) else moment


def _said(moment: Moment, days: Days, end: date) -> str:
    """The due date in the form it was typed: "vóór 1 oktober 2026", "uiterlijk ..."."""
    exclusive = moment.bound in (Bound.BEFORE, Bound.FOR, Bound.UNTIL)
    if exclusive and moment.unit.kind is UnitKind.DAY:
        return f"vóór {say_date(days[0])}"
    if moment.unit.kind is UnitKind.DAY:
        return f"uiterlijk {say_date(end)}"
    return say_deadline(end)


def checked(moment: Moment | None, line: str) -> Moment | None:
    """The moment; raises Unreadable where the calendar does not have it."""
    if moment is not None and moment.impossible:
        raise Unreadable(
            N_("“{words}” is not a day in the calendar."), words=line[moment.start : moment.end]
        )
    return moment
