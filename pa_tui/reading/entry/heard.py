"""What a party let know outside a meeting, typed in one line: "9 oktober, e-mail van HBR",
"22 september, per mail: de bijdrage is te hoog"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from pa_tui.reading.entry.due import Span, last_due
from pa_tui.reading.patterns import Pattern

_AGO = {"vandaag": 0, "gisteren": 1, "eergisteren": 2}
_FIGURES = Pattern(r"(?<![^\s(])\d{1,2}[-/]\d{1,2}(?![\w-])", exact=True)
_NEAR = Pattern(rf"\b(?P<day>{'|'.join(_AGO)})\b")
_YEAR = Pattern(r"\d{4}|\d[-/.]\d{1,2}[-/.]\d{2}\b", exact=True)
_WEEKDAY = Pattern(r"\b(?:maan|dins|woens|donder|vrij|zater|zon)dag\b")
_WAY = Pattern(
    r"\b(?:e-?mail\w*|mail\w*|brief\w*|telefo\w+|gebeld|app\w*|whatsapp\w*|gesprek\w*|mondeling"
    r"|bericht\w*|overleg|toelichting)\b"
)
_WHY = Pattern(r"\s{0,4}(?::|[,;]?\s{0,4}(?=\b(?:omdat|want|aangezien|doordat)\b))\s{0,4}")
_HANGING = Pattern(r"(?:^|\s)(?:op|van|d\.?d\.?|afgelopen|vorige)\s{0,4}$")


@dataclass(frozen=True, slots=True)
class HeardEntry:
    """The day something was let know, how, and (where that is asked) why. ``on`` is None
    where no day stands in the line."""

    on: date | None
    source: str
    reason: str = ""


def read_heard(line: str, *, today: date) -> HeardEntry:
    """When and how a party let something know. Without its year a day is the one nearest to
    today. Raises Unreadable for a day the calendar lacks."""
    on, rest = _day_and_rest(" ".join(line.split()), today)
    return HeardEntry(on, rest)


def read_withdrawal(line: str, *, today: date) -> HeardEntry:
    """When, how and why a party comes back on something. What stands behind a colon or
    "omdat" is why; without those, the pieces that name no day and no way to say it."""
    words = " ".join(line.split())
    why = _WHY.search(words)
    if why is not None:
        said_on, source = _day_and_rest(words[: why.start()], today)
        return HeardEntry(said_on, source, words[why.end() :])
    on: date | None = None
    sources: list[str] = []
    reasons: list[str] = []
    for piece in filter(None, (part.strip() for part in words.split(","))):
        day, rest = _day_and_rest(piece, today)
        if on is None and day is not None:
            on = day
            if rest:
                sources.append(rest)
        elif not reasons and _WAY.search(piece) and len(piece.split()) <= 6:
            sources.append(piece)
        else:
            reasons.append(piece)
    return HeardEntry(on, ", ".join(sources), ", ".join(reasons))


def _day_and_rest(words: str, today: date) -> tuple[date | None, str]:
    found = day_past(words, today)
    if found is None:
        return None, words.strip(" ,;")
    day, (start, end) = found
    before = _HANGING.sub("", words[:start]).rstrip(" ,;(")
    after = words[end:].lstrip(" ,;)")
    return day, ", ".join(filter(None, (before, after)))


def day_past(words: str, today: date) -> tuple[date, Span] | None:
    """The day in a line and where it stands; without its year the one nearest to today."""
    near = _NEAR.search(words)
    if near:
        return today - timedelta(days=_AGO[near["day"].lower()]), near.span()
    found = day_in(words, today)
    if found is None:
        return None
    day, said = found[0], words[slice(*found[1])]
    if day > today and _WEEKDAY.search(said) and not any(sign.isdigit() for sign in said):
        return day - timedelta(days=7), found[1]
    if day > today and not has_year(said):
        before = in_year(day, day.year - 1)
        day = before if today - before <= day - today else day
    return day, found[1]


def day_in(words: str, today: date) -> tuple[date, Span] | None:
    """The last day in a line and where it stands, also one in bare figures ("24-11")."""
    words = words.replace(":", " ")
    found = last_due(words, today)
    if found is not None:
        return found.day, found.span
    figures = _FIGURES.search(words)
    typed = last_due(f"op {figures[0]}", today) if figures else None
    return (typed.day, figures.span()) if typed and figures else None


def has_year(said: str) -> bool:
    """Whether the words of a day name its year."""
    return _YEAR.search(said) is not None


def in_year(day: date, year: int) -> date:
    """The same day of another year; 28 February where that has no 29th."""
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)
