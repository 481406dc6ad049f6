"""A paper's table in cells of the screen, its words wrapped in their columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from rich.cells import cell_len

from pa_tui.papers.blocks import (
    Cell,
    FootnoteMark,
    Row,
    Runs,
    Table,
    TableChange,
    places,
    said,
    table_width,
)
from screens.widgets.ink import Line, Run, line, shown, width_of
from screens.widgets.typeset import wrap

GAP = 2
"""How many cells stand free between columns."""
_LEAST = 5

Inked = tuple[Run, ...]
"""Words of a paper with the inks of the screen."""


class Spot(NamedTuple):
    """Where a piece stands: ``height`` rows from ``y``, ``width`` cells from ``x``."""

    place: str
    y: int
    height: int
    x: int
    width: int


def as_changed(change: TableChange) -> Table:
    """A changed table with the words of both sides in its cells."""
    rows = []
    for row in change.rows:
        shown_row = row.after or row.before
        assert shown_row is not None
        cells = zip(shown_row.cells, row.cells, strict=True)
        rows.append(Row(tuple(replace(cell, paragraphs=told) for cell, told in cells)))
    return replace(change.after, rows=tuple(rows))


def grid(
    rows: tuple[Row, ...],
    shares: Sequence[float],
    width: int,
    *,
    header: int,
    ruled: bool,
    inked: Callable[[Runs, str], Inked],
    spots: list[Spot],
) -> Iterator[Line]:
    """The rows of a table; under the header and, where ``ruled``, over and under it all
    stands a rule. ``inked`` gives words their inks; ``spots`` gathers where cells stand."""
    columns = table_width(rows)
    if not columns:
        return
    widths = column_widths(rows, shares, columns, width)
    total = min(width, sum(widths) + GAP * (columns - 1))
    rule: Line = (Run("─" * total, "line"),)
    y = 0
    if ruled:
        yield rule
        y += 1
    for place, cells in enumerate(_by_row(rows)):
        blocks = [_placed(column, cell, widths, inked) for column, cell in cells]
        spots += [
            Spot(cell.place, y, len(lines), left, size)
            for (_, cell), (left, size, lines) in zip(cells, blocks, strict=True)
            if cell.place
        ]
        made = list(_row([(left, lines) for left, _, lines in blocks]))
        yield from made
        y += len(made)
        if ruled and place == header - 1 and place < len(rows) - 1:
            yield rule
            y += 1
    if ruled:
        yield rule


def column_widths(
    rows: tuple[Row, ...], shares: Sequence[float], columns: int, width: int
) -> list[int]:
    """How many cells each column gets: by its share, else by what it holds."""
    room = max(columns * _LEAST, width - GAP * (columns - 1))
    weights = list(shares) if len(shares) == columns else _longest(rows, columns)
    total = sum(weights) or 1.0
    if len(shares) != columns and total <= room:
        return [int(weight) for weight in weights]
    return _fitted(
        [room * weight / total for weight in weights], _whole_words(rows, columns), room
    )


def _fitted(shares: list[float], least: list[int], room: int) -> list[int]:
    """The shares of a room in whole cells; a column whose longest word is wider gets that
    word first, narrow columns before wide ones, and the others share what remains."""
    widths: dict[int, int] = {}
    most = room // 2
    for place in sorted(range(len(shares)), key=lambda one: least[one]):
        if shares[place] < least[place] <= most and sum(widths.values()) + least[place] < room:
            widths[place] = least[place]
    others = sum(share for place, share in enumerate(shares) if place not in widths) or 1.0
    left = room - sum(widths.values())
    return [
        widths.get(place, max(_LEAST, int(left * share / others)))
        for place, share in enumerate(shares)
    ]


def _whole_words(rows: tuple[Row, ...], columns: int) -> list[int]:
    """The width of the longest word of every column."""
    found = [_LEAST] * columns
    for _, column, cell in places(rows):
        if cell.columns == 1:
            words = (word for runs in cell.paragraphs for word in _text(runs).split())
            found[column] = max(found[column], *map(cell_len, words), _LEAST)
    return found


def _longest(rows: tuple[Row, ...], columns: int) -> list[float]:
    found = [1.0] * columns
    for _, column, cell in places(rows):
        if cell.columns == 1:
            words = max((len(_text(p)) for p in cell.paragraphs), default=0)
            found[column] = max(found[column], float(min(words, 60)))
    return found


def _by_row(rows: tuple[Row, ...]) -> Iterator[list[tuple[int, Cell]]]:
    found: dict[int, list[tuple[int, Cell]]] = {place: [] for place in range(len(rows))}
    for row, column, cell in places(rows):
        found[row].append((column, cell))
    yield from found.values()


def _placed(
    column: int, cell: Cell, widths: list[int], inked: Callable[[Runs, str], Inked]
) -> tuple[int, int, list[Line]]:
    """Where a cell begins, how wide it is, and its lines."""
    span = widths[column : column + cell.columns]
    size = sum(span) + GAP * (len(span) - 1)
    left = sum(widths[:column]) + GAP * column
    return left, size, _lines(cell, size, inked)


def _row(blocks: list[tuple[int, list[Line]]]) -> Iterator[Line]:
    for place in range(max((len(lines) for _, lines in blocks), default=0)):
        row: list[Run] = []
        for left, lines in blocks:
            if place < len(lines):
                row.append(Run(" " * (left - width_of(row))))
                row += lines[place]
        yield tuple(row)


def _lines(cell: Cell, width: int, inked: Callable[[Runs, str], Inked]) -> list[Line]:
    lines: list[Line] = []
    for runs in cell.paragraphs or ((),):
        found = [run for run in inked(runs, "strong" if cell.heading else "text") if run.text]
        lines += wrap(found, width) if found else [line()]
    return lines


def _text(runs: Sequence[object]) -> str:
    words = []
    for run in runs:
        if isinstance(run, FootnoteMark):
            words.append(f"[{shown(run.mark)}]")
        else:
            words.append(shown(said((run,))))  # type: ignore[arg-type]
    return "".join(words)
