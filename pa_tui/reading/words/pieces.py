"""Patterns for pieces of calendar, put together from the words for time.

Every repetition is bounded, so matching at one place takes bounded time.
"""

from __future__ import annotations

from pa_tui.reading.patterns import Pattern
from pa_tui.reading.words.time import (
    BREAKS,
    GAP,
    LINK,
    MAY_GAP,
    MONTH,
    ORDINAL,
    PARTS,
    SEASONS,
    SHORT_YEAR,
    WEEKDAYS,
    YEAR,
    any_of,
)


def _compiled(pattern: str) -> Pattern:
    return Pattern(pattern)


RELATIVE = (
    r"(?:dit|het|komend|het\s{1,2}komende?|volgend|het\s{1,2}volgende?|lopend"
    r"|het\s{1,2}lopende|vorig|het\s{1,2}hele|het\s{1,2}gehele|aanstaand)"
)
OF_YEAR = (
    rf"(?:{MAY_GAP}(?:(?:van|in|-){GAP}|[-/])?(?:(?:het{GAP})?(?:kalender)?jaar{GAP})?"
    rf"(?P<year>{YEAR})|{GAP}(?P<short>{SHORT_YEAR})"
    rf"|(?:{GAP}van)?{GAP}(?P<relative>{RELATIVE}){GAP}(?:kalender)?jaar\b)"
)
DAY_YEAR = (
    rf"(?:{MAY_GAP},?{MAY_GAP}(?:van{GAP})?(?P<year>{YEAR})|{GAP}(?P<short>{SHORT_YEAR}))"
)
WEEKDAY = rf"(?:(?:{any_of(WEEKDAYS)})\b\.?{MAY_GAP})?"
MONTH_OF = rf"(?:de{GAP}maand(?:en)?{GAP}|maand{GAP})?"


ISO = _compiled(r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")
NUMERIC = _compiled(
    rf"{WEEKDAY}(?P<day>\d{{1,2}})\s?(?P<dash>[-/.])\s?(?P<month>\d{{1,2}})\s?(?P=dash)\s?"
    rf"['’]?(?P<year>(?:19|20)\d\d|\d\d)(?![\d.])"
)
SHORT_NUMERIC = _compiled(rf"{WEEKDAY}(?P<day>\d{{1,2}})[-/](?P<month>\d{{1,2}})(?![-/.,]?\d)")
DAY = _compiled(
    rf"{WEEKDAY}(?:de{GAP})?(?P<day>\d{{1,2}}|eerste)(?:e|ste|de)?(?:{MAY_GAP}{LINK}"
    rf"{MAY_GAP}(?P<last>\d{{1,2}})(?:e|ste|de)?)?{MAY_GAP}(?:van{GAP})?"
    rf"(?P<month>{MONTH}){DAY_YEAR}?"
)
A_MONTH = _compiled(
    rf"{MONTH_OF}(?P<month>{MONTH})(?:{MAY_GAP}{LINK}{MAY_GAP}(?P<last>{MONTH}))?{OF_YEAR}?"
)
WEEK_OF_MONTH = _compiled(
    rf"(?:de{GAP})?(?P<which>{ORDINAL}){GAP}week{GAP}(?:van{GAP})?(?P<month>{MONTH}){OF_YEAR}?"
)
QUARTER = _compiled(
    rf"(?:(?P<before>{YEAR})[-/\s]{{1,2}})?(?P<letter>[QTHK])\s?(?P<first>[1-4])(?!\d)"
    rf"(?:{MAY_GAP}(?:{LINK}{MAY_GAP}(?P=letter)|[-–/])(?P<last>[1-4])(?![\d%.,]\d|\d|%))?{OF_YEAR}?"
    r"(?![A-Za-z])"
)
ORDINAL_PART = _compiled(
    rf"(?:het{GAP}|de{GAP})?(?P<first>{ORDINAL})(?:{MAY_GAP}(?:{LINK}){MAY_GAP}"
    rf"(?:het{GAP}|de{GAP})?(?P<last>{ORDINAL})|{GAP}(?P<many>twee|drie))?{GAP}"
    r"(?P<what>kwartaal|kwartalen|tertiaal|tertialen|trimester|helft|halfjaar|half\s{1,2}jaar)\b"
    rf"{OF_YEAR}?(?P<rest>{GAP}van{GAP}(?:de|het|een|dat|dit|die|deze|alle|onze|[a-z]{{3,20}})\b)?"
)
NUMBERED_PART = _compiled(
    rf"(?P<what>kwartaal|tertiaal|trimester){GAP}(?P<first>[1-4])(?!\d)"
    rf"(?:{MAY_GAP}{LINK}{MAY_GAP}(?P<last>[1-4])(?!\d))?{OF_YEAR}?"
)
WEEK = _compiled(
    rf"(?:de{GAP})?(?:week|weken|wk\.?|weeknummer){MAY_GAP}(?P<first>\d{{1,2}})(?!\d)"
    rf"(?:{MAY_GAP}{LINK}{MAY_GAP}(?:week{GAP})?(?P<last>\d{{1,2}})(?!\d))?{OF_YEAR}?"
)
SEASON = _compiled(
    rf"(?:het{GAP}|de{GAP}|(?P<this>dit|komende?|volgende?|aankomende?|aanstaande){GAP})?"
    rf"(?P<name>{any_of([*SEASONS, *BREAKS])})\b{OF_YEAR}?"
)
YEARS = _compiled(
    rf"(?:(?:het|de){GAP})?(?:(?:kalender|boek|school)?ja(?:ar|ren){GAP})?(?P<year>{YEAR})"
    rf"(?:{MAY_GAP}(?:,{MAY_GAP}{YEAR}{MAY_GAP}){{0,6}}(?:{LINK}|tot){MAY_GAP}"
    rf"(?:met{GAP})?(?:(?:begin|medio|eind|einde){GAP})?"
    rf"(?:(?P<last>{YEAR})|(?<=/)(?P<two>\d\d)(?!\d)))?"
)
RELATIVE_YEAR = _compiled(rf"(?P<relative>{RELATIVE}){GAP}(?:kalender)?jaar\b")
PART = _compiled(rf"(?:het{GAP})?(?P<part>{any_of(PARTS)})(?:{GAP}van)?{GAP}")
OF_MONTH = _compiled(rf"{GAP}van{GAP}")
OF_QUARTER = _compiled(rf"{GAP}(?:van{GAP})?[QT][1-4]\b")
