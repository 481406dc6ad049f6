"""Who does what when, on the screen: parties down, parts of the year across; the cursor goes
from article to article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.matrix import NOBODY, QUARTERS, Matrix, When, periods
from pa_tui.language import N_, _
from screens.widgets.board import Drawn, Stop
from screens.widgets.columns import BLANK, Column, inset
from screens.widgets.ink import Line, Run, clip, fit, line, width_of
from screens.widgets.typeset import wrap

_OTHERS = {
    When.ALWAYS: N_("all the time"),
    When.ELSEWHEN: N_("other year"),
    When.UNDATED: N_("date?"),
}
_GAP = 1
_LEAST = 5
_BETWEEN = 2
"""Blanks before each number, where the mark of the cursor stands."""


def planning_page(agreement: Agreement, found: Matrix, width: int) -> Drawn:
    """The matrix for a width in cells; columns that would be empty are left out."""
    column = Column(width - 2)
    column.add(BLANK)
    column.heading(_("Who does what when"))
    rows = [(party.short, party.id) for party in agreement.ordered_parties]
    rows.append((_("lead?"), NOBODY))
    times = [*periods(agreement), *(when for when in _OTHERS if found.has(when))]
    label = min(max(cell_len(name) for name, _ in rows), column.width // 5) + _GAP
    heads = [_named(agreement, when) for when in times]
    most = [max(len(found.at(key, when)) for _, key in rows) for when in times]
    sizes = _sizes(heads, most, column.width - label)
    titles = [
        [(Run(" " * _BETWEEN), *row) for row in wrap(line(Run(head, "quiet")), size - _BETWEEN)]
        for head, size in zip(heads, sizes, strict=True)
    ]
    column.add(*_side_by_side(" " * label, titles, sizes))
    for name, key in rows:
        _row(column, agreement, fit(clip(name, label - 1), label), key, found, times, sizes)
    return inset(column.drawn())


def _row(
    column: Column,
    agreement: Agreement,
    name: str,
    party: str,
    found: Matrix,
    times: Sequence[When],
    sizes: Sequence[int],
) -> None:
    """A party's line or lines, with a stop for each article in them."""
    cells: list[list[Line]] = []
    x, top = cell_len(name), len(column.lines)
    for when, size in zip(times, sizes, strict=True):
        rows, places = _cell(agreement, found.at(party, when), size)
        for place, (y, offset, width) in places:
            value = ("planned", party, when, place)
            column.stops.append(Stop(top + y, x + offset, width, "planning", value))
        cells.append(rows)
        x += size
    column.add(*_side_by_side(name, cells, sizes))


def _sizes(heads: Sequence[str], most: Sequence[int], room: int) -> list[int]:
    """How wide each column is: room for the longest word of its head, and of what remains
    the more, the more stands in it."""
    least = [
        max(_LEAST, *(cell_len(word) for word in head.split(" "))) + _BETWEEN for head in heads
    ]
    rest = max(0, room - sum(least))
    total = sum(most) or 1
    return [size + rest * count // total for size, count in zip(least, most, strict=True)]


def _named(agreement: Agreement, when: When) -> str:
    if when in _OTHERS:
        return _(_OTHERS[when])
    part = _("Q{number}", number=when.value) if when in QUARTERS else when.value
    year = agreement.about.year
    return f"{part}\u00a0{year}" if year else part


def _cell(
    agreement: Agreement, articles: tuple[str, ...], width: int
) -> tuple[list[Line], list[tuple[str, tuple[int, int, int]]]]:
    """The lines of a cell, and each article in it with its row, offset and width."""
    if not articles:
        return [(Run(" " * _BETWEEN), Run("-", "quiet"))], []
    rows: list[list[Run]] = [[]]
    places = []
    used = 0
    for key in articles:
        number = clip(agreement.lines[key].number or "·", max(1, width - _BETWEEN))
        room = _BETWEEN + cell_len(number)
        if used and used + room > width:
            rows.append([])
            used = 0
        places.append((key, (len(rows) - 1, used, room)))
        rows[-1] += [Run(" " * _BETWEEN), Run(number)]
        used += room
    return [tuple(row) for row in rows], places


def _side_by_side(
    name: str, cells: Sequence[Sequence[Line]], sizes: Sequence[int]
) -> Iterator[Line]:
    """The lines of cells beside one another, the name before the first of them."""
    for place in range(max(len(lines) for lines in cells)):
        row: list[Run] = [Run(name if place == 0 else " " * cell_len(name))]
        for lines, size in zip(cells, sizes, strict=True):
            words = lines[place] if place < len(lines) else ()
            row += [*words, Run(" " * (size - width_of(words)))]
        yield tuple(row)
