"""Responsibility matrix: the parties down, the parts of the year across, in each cell who does
what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.parties import State
from pa_tui.domain.timing import Timing, TimingKind
from pa_tui.papers.blocks import Paper, Row, Table, cell, header_row
from pa_tui.papers.dutch import begun, listed
from pa_tui.papers.duties import SUGGESTED, Duty, duties, names, short_timing
from pa_tui.papers.frame import listing

_QUARTERS = ("Q1", "Q2", "Q3", "Q4")
_TERTIALS = ("T1", "T2", "T3")
_EARLIER, _THROUGH, _LATER, _NEVER = "Eerder", "Hele jaar of doorlopend", "Later", "Geen datum"
_NOBODY = "trekker?"

Cells = Mapping[tuple[str, str], list[str]]
"""What stands in a row (party key) and column, one line each."""


def matrix(agreement: Agreement, *, at: datetime, confirmed: bool = False) -> Paper:
    """Who does what when. What has no lead stands in the last row, what parties share without
    one too; what nobody confirmed says so, or (with ``confirmed``) is left out."""
    year = agreement.about.year or at.year + 1
    parts = _TERTIALS if agreement.about.tertials else _QUARTERS
    every = (_EARLIER, *parts, _THROUGH, _LATER, _NEVER)
    cells: dict[tuple[str, str], list[str]] = {}
    for duty in duties(agreement, confirmed=confirmed):
        for row in duty.leads or (_NOBODY,):
            for column, timing in _columns(duty, year, parts):
                told = _told(duty, row, timing, agreement)
                cells.setdefault((row, column), []).append(told)
    used = {column for _, column in cells}
    columns = [column for column in every if column in parts or column in used]
    heads = [f"{column} {year}" if column in parts else column for column in columns]
    return listing(
        agreement,
        "Wie doet wat wanneer:",
        Table(
            (header_row("Partij", *heads), *_rows(cells, columns, agreement)),
            widths=_widths(cells, columns),
            small=True,
            title="Wie doet wat wanneer",
        ),
        at,
        nothing="Er zijn nog geen afspraken.",
        says="" if confirmed else f"Wat nog niemand heeft bevestigd, heet {SUGGESTED}.",
    )


def _widths(cells: Cells, columns: list[str]) -> tuple[float, ...]:
    """A share for each column: more for those that hold more."""
    held = dict.fromkeys(columns, 0)
    for (_, column), lines in cells.items():
        held[column] += sum(map(len, lines))
    whole = sum(held.values()) or 1
    return (0.5, *(0.4 + 4.5 * count / whole for count in held.values()))


def _rows(cells: Cells, columns: list[str], agreement: Agreement) -> Iterator[Row]:
    """A row for each party, also one that carries nothing, and one for what nobody does."""
    if not cells:
        return
    titles = {party.id: begun(party.short) for party in agreement.ordered_parties}
    if any(row == _NOBODY for row, _ in cells):
        titles[_NOBODY] = _NOBODY
    for key, title in titles.items():
        found = (cells.get((key, column), ()) for column in columns)
        yield Row((cell(title, heading=True), *(cell("\n".join(lines)) for lines in found)))


def _columns(
    duty: Duty, year: int, parts: tuple[str, ...]
) -> Iterator[tuple[str, Timing | None]]:
    """The columns a part stands in, each once, with the timing that puts it there."""
    found: dict[str, Timing | None] = {}
    for timing in duty.timings:
        for column in _columns_of(timing, year, parts):
            found.setdefault(column, timing)
    if not found:
        found[_NEVER] = next(iter(duty.timings), None)
    yield from found.items()


def _columns_of(timing: Timing, year: int, parts: tuple[str, ...]) -> Iterator[str]:
    start, end = timing.start, timing.end
    if timing.every:
        yield _THROUGH
    elif timing.kind is TimingKind.START and start:
        yield _column(start, year, parts)
    elif timing.kind is TimingKind.PERIOD and start and end:
        if start <= date(year, 1, 1) and end >= date(year, 12, 31):
            yield _THROUGH
        else:
            yield from _span(start, end, year, parts)
    elif day := end or start:
        yield _column(day, year, parts)


def _span(start: date, end: date, year: int, parts: tuple[str, ...]) -> Iterator[str]:
    order = (_EARLIER, *parts, _LATER)
    first, last = (order.index(_column(when, year, parts)) for when in (start, end))
    yield from order[first : last + 1]


def _column(when: date, year: int, parts: tuple[str, ...]) -> str:
    if when.year != year:
        return _EARLIER if when.year < year else _LATER
    return parts[(when.month - 1) * len(parts) // 12]


def _told(duty: Duty, row: str, timing: Timing | None, agreement: Agreement) -> str:
    """ "1.3 Starters, onderdeel 2 van 3 (vóór 1 oktober 2027, met HBR)"."""
    asides = [short_timing(timing)] if timing else []
    others = tuple(key for key in (*duty.leads, *duty.joint) if key != row)
    if others:
        together = "met" if duty.leads else "samen:"
        asides.append(f"{together} {listed(names(others, agreement))}")
    guessed = duty.guessed or (timing is not None and timing.state is State.SUGGESTED)
    if guessed:
        asides.append(SUGGESTED)
    return f"{duty.label} ({', '.join(asides)})" if asides else duty.label
