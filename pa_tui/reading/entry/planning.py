"""A planning typed in one line: "T2 2026", "vóór 1 oktober", "jaarlijks"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from pa_tui.domain.parties import State
from pa_tui.domain.timing import Timing, TimingKind
from pa_tui.errors import N_, Unreadable
from pa_tui.reading.dates import timings
from pa_tui.reading.days import Frame
from pa_tui.reading.entry.due import WORD, checked
from pa_tui.reading.moments import bounded, moment_at
from pa_tui.reading.patterns import Pattern
from pa_tui.reading.soon import soon_at
from pa_tui.reading.units import unit_at
from pa_tui.reading.wording import say_timing

_FIGURES = Pattern(
    r"(?<![\d.,/-])(?:\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})|\d{4}-\d\d-\d\d)(?![\d/-])"
    r"|^\d{1,2}[-/]\d{1,2}$",
    exact=True,
)
_CLOSING = " .,;"


@dataclass(frozen=True, slots=True)
class TimingEntry:
    """A planning as typed: ``timing`` is CONFIRMED, of kind VAGUE where nothing of the
    calendar was recognised. ``words`` say what it means; ``more`` are further timings of
    the same line."""

    timing: Timing
    words: str
    more: tuple[Timing, ...] = ()


def read_timing(line: str, *, year: int | None = None, today: date) -> TimingEntry:
    """A planning from one line: "T2 2026", "vóór 1 oktober", "jaarlijks", "na de zomer".

    A missing year is the agreement's ``year``. Raises Unreadable for a day the calendar
    does not have and for an empty line.
    """
    words = " ".join(line.split())
    if not words:
        raise Unreadable(N_("Type when: a date, a quarter, “jaarlijks”, “na vaststelling”."))
    _refuse_strange_days(words)
    frame = Frame(year, today)
    last = len(words.rstrip(_CLOSING))
    moment = checked(moment_at(words, 0, _first_word(words), frame, loose=True), words)
    if moment is not None and moment.end >= last and moment.days:
        kind, start, end = bounded(moment.bound, moment.unit, moment.days)
        return _entry(Timing(words, kind, start, end))
    soon = soon_at(words, 0, today)
    if soon is not None and soon[1] >= last:
        return _entry(Timing(words, TimingKind.PERIOD, *soon[0]))
    found = [
        replace(f.timing, state=State.CONFIRMED) for f in timings(words, year=year, today=today)
    ]
    if not found:
        found = _loose_timings(words, frame)
    if not found:
        return _entry(Timing(words, TimingKind.VAGUE))
    if len(found) == 1:
        found = [replace(found[0], text=words)]
    return replace(_entry(found[0]), more=tuple(found[1:]))


def _entry(timing: Timing) -> TimingEntry:
    return TimingEntry(timing, say_timing(timing))


def _first_word(line: str) -> str:
    found = WORD.match(line)
    return found.group().lower() if found else ""


def _refuse_strange_days(line: str) -> None:
    for found in _FIGURES.finditer(line):
        if unit_at(line, found.start(), loose=True) is None:
            raise Unreadable(N_("“{words}” is not a day in the calendar."), words=found.group())


def _loose_timings(line: str, frame: Frame) -> list[Timing]:
    """The first moment anywhere in a typed line, also a bare year or month."""
    for match in WORD.finditer(line):
        moment = checked(
            moment_at(line, match.start(), match.group().lower(), frame, True), line
        )
        if moment is not None and moment.days:
            kind, start, end = bounded(moment.bound, moment.unit, moment.days)
            return [Timing(line[moment.start : moment.end], kind, start, end)]
    return []
