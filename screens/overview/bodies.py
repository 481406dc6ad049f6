"""How the parties' own bodies come to their decisions: one row a party, counted back from the
day of signing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from rich.cells import cell_len

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.parties import Party, Ratification
from pa_tui.domain.ratification import planned, signing_day
from pa_tui.edits import Edit, PlanBody, RecordBodyDecision, Sign
from pa_tui.language import _
from screens.overview.year import warning_list
from screens.widgets.board import Drawn
from screens.widgets.columns import BLANK, Column, inset
from screens.widgets.ink import Line, Run, clip, line, width_of
from screens.widgets.typeset import wrap

if TYPE_CHECKING:
    from pa_tui.reading.entry.body import BodyEntry

_GAP = 2


def bodies_page(agreement: Agreement, today: date, width: int) -> Drawn:
    """The table for a width in cells, with what does not fit under it."""
    column = Column(width - 2)
    column.add(BLANK)
    signing = signing_day(agreement)
    aside = _("signing by {day}", day=labels.day(signing)) if signing else ""
    column.heading(_("Decisions of the parties"), aside)
    heads = (
        _("Party"),
        _("body"),
        _("papers by"),
        _("decision on"),
        _("outcome"),
        _("signed on"),
    )
    rows = [_cells(party, signing, today.year) for party in agreement.ordered_parties]
    sizes = _sizes(heads, rows, column.width - 2)
    for row in _rows(heads, sizes, "quiet"):
        column.row(row)
    for party, cells in zip(agreement.ordered_parties, rows, strict=True):
        first, *others = _rows(cells, sizes)
        column.stop("bodies", ("body", party.id), first)
        for row in others:
            column.row(row)
        remark = party.ratification.remark if party.ratification else ""
        if remark:
            column.row(line(Run("  " + clip(remark, column.width - 6), "quiet")))
    column.add(BLANK)
    told = _("In brackets: counted back from the day of signing, nobody settled it yet.")
    for words in wrap(line(Run(told, "quiet")), column.width - 2):
        column.row(words)
    warning_list(column, agreement, today)
    return inset(column.drawn())


def _cells(party: Party, signing: date | None, year: int) -> tuple[str, ...]:
    known = party.ratification or Ratification()
    plan = planned(party, signing)
    return (
        party.short,
        known.body or f"({plan.body})",
        _day(known.papers_due, plan.papers_due, year),
        _day(known.decides_on, plan.decides_on, year),
        labels.name(known.outcome) if known.outcome else "-",
        labels.near(party.signed_on, year) if party.signed_on else "-",
    )


def _day(known: date | None, counted: date | None, year: int) -> str:
    if known is not None:
        return labels.near(known, year)
    return f"({labels.near(counted, year)})" if counted else "-"


def _sizes(heads: tuple[str, ...], rows: list[tuple[str, ...]], room: int) -> list[int]:
    """How wide each column is: as its widest cell or the longest word over it, and the
    widest give way to the room."""
    words = [max(map(cell_len, head.split())) for head in heads]
    sizes = [
        max(word, *map(cell_len, cells)) + _GAP
        for word, cells in zip(words, zip(*rows, strict=True), strict=True)
    ]
    while sum(sizes) > room:
        widest = max(range(len(sizes)), key=sizes.__getitem__)
        sizes[widest] -= 1
    return sizes


def _rows(cells: tuple[str, ...], sizes: list[int], ink: str = "text") -> Iterator[Line]:
    """The lines of cells beside one another."""
    wrapped = [
        wrap(line(Run(words, ink)), size - _GAP)
        for words, size in zip(cells, sizes, strict=True)
    ]
    for place in range(max(map(len, wrapped))):
        row: list[Run] = []
        for lines, size in zip(wrapped, sizes, strict=True):
            words = lines[place] if place < len(lines) else ()
            row += [*words, Run(" " * (size - width_of(words)))]
        yield tuple(row)


def body_words(entry: BodyEntry, year: int) -> str:
    """What a typed line means, in the language in use."""
    pieces = [entry.body]
    if entry.papers_due:
        pieces.append(_("papers by {day}", day=labels.near(entry.papers_due, year)))
    if entry.decides_on:
        pieces.append(_("decision on {day}", day=labels.near(entry.decides_on, year)))
    if entry.outcome:
        day = f" {labels.near(entry.decided_on, year)}" if entry.decided_on else ""
        pieces.append(f"{labels.name(entry.outcome)}{day}")
    if entry.signed_on:
        pieces.append(_("signed on {day}", day=labels.near(entry.signed_on, year)))
    return " · ".join(filter(None, (*pieces, entry.remark)))


def body_edits(party: str, entry: BodyEntry) -> Iterator[Edit]:
    """The acts a typed line means, in their order."""
    if entry.body or entry.papers_due or entry.decides_on:
        yield PlanBody(party, entry.body or None, entry.papers_due, entry.decides_on)
    if entry.outcome is not None:
        yield RecordBodyDecision(party, entry.outcome, entry.decided_on, entry.remark)
    if entry.signed_on is not None:
        yield Sign(party, entry.signed_on)
