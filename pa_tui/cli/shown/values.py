"""The small values that many parts of the JSON share."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Quantity
from pa_tui.domain.decisions import Position, Stand
from pa_tui.domain.markdown import to_markdown
from pa_tui.domain.parties import Involved, Lead
from pa_tui.domain.text import Text
from pa_tui.domain.timing import Timing

Json = dict[str, Any]


def iso(when: date | datetime | None) -> str | None:
    """The day or moment, a moment to the second; None where there is none."""
    if isinstance(when, datetime):
        return when.isoformat(timespec="seconds")
    return when.isoformat() if when else None


def markdown(agreement: Agreement, text: Text) -> str:
    """The text with numbers as they are printed now."""
    return to_markdown(text, agreement.label)


def article_fields(agreement: Agreement, article: str | None) -> Json:
    """Which article something is about: its id, and the number it has now."""
    line = agreement.lines.get(article) if article else None
    return {"article": article, "number": line.number if line else None}


def leads(found: Iterable[Lead]) -> list[Json]:
    """Who carries it, and why the program thinks so."""
    return [
        {
            "party": lead.party,
            "person": lead.person,
            "basis": lead.basis.value,
            "state": lead.state.value,
        }
        for lead in found
    ]


def involved(found: Iterable[Involved]) -> list[Json]:
    """Who is consulted or informed."""
    return [{"party": who.party, "name": who.name, "state": who.state.value} for who in found]


def timings(found: Iterable[Timing]) -> list[Json]:
    """When, in words and in days."""
    return [
        {
            "text": timing.text,
            "kind": timing.kind.value,
            "start": iso(timing.start),
            "end": iso(timing.end),
            "every": timing.every,
            "count": timing.count,
            "state": timing.state.value,
        }
        for timing in found
    ]


def quantities(found: Iterable[Quantity]) -> list[str]:
    """The amounts as printed."""
    return [quantity.text for quantity in found]


def stands(found: Iterable[Stand | Position]) -> list[Json]:
    """What parties say or said of an article."""
    return [
        {
            "party": stand.party,
            "stance": stand.stance.value,
            "kind": stand.kind.value if stand.kind else None,
            "reason": stand.reason,
            "until": iso(stand.until),
        }
        for stand in found
    ]
