"""How a party's own body comes to its decision, typed in one line: "college, stukken 9
november, besluit 24 november", "akkoord 24 november", "getekend 10 december"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pa_tui.domain.parties import BodyOutcome
from pa_tui.errors import N_, Unreadable
from pa_tui.reading.entry.heard import day_in, has_year, in_year
from pa_tui.reading.patterns import Pattern

_KEY = Pattern(
    r"\b(?:(?P<papers>stukken|papieren)"
    r"|(?P<refused>niet\s{1,4}akkoord|afgewezen|geen\s{1,4}instemming)"
    r"|(?P<conditional>(?:akkoord\s{1,4})?onder\s{1,4}voorwaarden?|voorwaardelijk)"
    r"|(?P<agreed>akkoord|ingestemd|instemming|vastgesteld)"
    r"|(?P<signed>getekend|ondertekend|tekent)"
    r"|(?P<decides>besluit(?:vorming)?|beslist))\b"
)
_FILLING = Pattern(r"^(?:uiterlijk|op|voor|vóór|:)\s{0,4}|\s{0,4}\b(?:uiterlijk|op|en)$")


@dataclass(frozen=True, slots=True)
class BodyEntry:
    """What the line says; None and "" where it says nothing of it."""

    body: str = ""
    papers_due: date | None = None
    decides_on: date | None = None
    outcome: BodyOutcome | None = None
    decided_on: date | None = None
    signed_on: date | None = None
    remark: str = ""


def read_body(line: str, *, today: date, year: int | None) -> BodyEntry:
    """What one line says of a body. A day without its year is in ``year``, in which the set
    is made. Raises Unreadable for a day that is not there."""
    words = " ".join(line.split())
    keys = list(_KEY.finditer(words))
    body = _bare(words[: keys[0].start()] if keys else words)
    found: dict[str, date | None] = {}
    outcome, remark = None, ""
    for place, key in enumerate(keys):
        end = keys[place + 1].start() if place + 1 < len(keys) else len(words)
        piece = words[key.end() : end]
        day, rest = _day(piece, today, year)
        kind = key.lastgroup or ""
        if kind in ("agreed", "conditional", "refused"):
            outcome, found["decided"] = BodyOutcome(kind), day
            remark = _bare(rest)
        elif day is None:
            raise Unreadable(
                N_("No day stands behind “{word}”. Write it like “{word} 24 november”."),
                word=key[0],
            )
        else:
            found[kind] = day
    if not keys:
        day, rest = _day(body, today, year)
        if day is not None:
            body, found["decides"] = _bare(rest), day
    return BodyEntry(
        body,
        found.get("papers"),
        found.get("decides"),
        outcome,
        found.get("decided"),
        found.get("signed"),
        remark,
    )


def read_day(line: str, *, today: date, year: int | None) -> date | None:
    """The day a line is; None where it is empty. Without its year it is in ``year``. Raises
    Unreadable where it is no day."""
    words = " ".join(line.split())
    if not words:
        return None
    day, _ = _day(words, today, year)
    if day is None:
        raise Unreadable(N_("“{text}” is no day. Write it like 12 december."), text=words)
    return day


def _day(words: str, today: date, year: int | None) -> tuple[date | None, str]:
    found = day_in(words, today)
    if found is None:
        return None, words
    day, (start, end) = found
    said = words[start:end]
    without_year = any(sign.isdigit() for sign in said) and not has_year(said)
    if without_year and year is not None:
        day = in_year(day, year)
    return day, f"{words[:start]} {words[end:]}"


def _bare(words: str) -> str:
    return _FILLING.sub("", words.strip(" ,;:().·")).strip(" ,;:().·")
