"""Tables of agreements on PDF pages: the heads tell the columns, the numbers the rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from pa_tui.reading.lines import Line, TableCell
from pa_tui.reading.outline_columns import column_of
from storage.sources.pdf_pieces import Row, cells_of, line_of, words_of

_NEAR = 7.0
_APART = 2.1
"""How many sizes lie at most between two lines of one cell."""
_NUMBER = re.compile(r"(?:[A-Z][.-]?)?\d{1,3}(?:\.\d{1,3})*[a-z]?[.)]?")


@dataclass(slots=True)
class Grid:
    """The columns of a table by where they begin; ``rows`` collect what stands in them.
    ``numbered`` tells that the first column holds the numbers."""

    columns: tuple[float, ...]
    numbered: bool = True
    rows: list[list[list[Row]]] = field(default_factory=list)

    def column(self, x: float) -> int | None:
        """The column something at ``x`` stands in, None left of the table."""
        inside = [n for n, start in enumerate(self.columns) if start <= x + _NEAR]
        return inside[-1] if inside else None

    def holds(self, row: Row) -> bool:
        """Whether every cell of a printed line stays inside its column."""
        return all(self._fits(cell) for cell in cells_of(row, numbered=False))

    def _fits(self, cell: Row) -> bool:
        column = self.column(cell[0].x)
        if column is None:
            return False
        after = self.columns[column + 1 :]
        if column == 0 and self.numbered and not _NUMBER.fullmatch(words_of(cell)):
            return False
        return not after or cell[-1].end < after[0] + _NEAR

    def begins(self, row: Row) -> bool:
        """Whether a printed line has something in the first column and in the next."""
        found = {self.column(cell[0].x) for cell in cells_of(row, numbered=False)}
        return {0, 1} <= found

    def add(self, row: Row) -> None:
        """Puts a printed line in the cells of the last row; the first column begins one."""
        for cell in cells_of(row, numbered=False):
            column = self.column(cell[0].x) or 0
            if column == 0 or not self.rows:
                self.rows.append([[] for _ in self.columns])
            self.rows[-1][column].append(cell)

    def add_section(self, row: Row) -> None:
        """Puts a line over the whole width in a row of its own."""
        self.rows.append([[row]])


def heads_of(row: Row) -> Grid | None:
    """The grid of a printed line that holds the heads of a table of agreements."""
    cells = cells_of(row, numbered=False)
    names = [column_of(words_of(cell)) for cell in cells]
    known = {name for name in names if name}
    if len(cells) < 3 or "text" not in known or len(known) < min(3, len(cells)):
        return None
    return Grid(tuple(cell[0].x for cell in cells), names[0] == "number")


def fill(grid: Grid, rows: Sequence[Row]) -> int:
    """Takes the rows that belong to the table; gives how many."""
    lowest = rows[0][0].y if rows else 0.0
    for count, row in enumerate(rows):
        apart = lowest - row[0].y > _APART * row[0].size
        lowest = min(lowest, row[0].y)
        if apart and grid.column(row[0].x) != 0:
            return count
        if grid.holds(row):
            grid.add(row)
            continue
        following = rows[count + 1] if count + 1 < len(rows) else None
        alone = len(cells_of(row, numbered=False)) == 1 and grid.column(row[0].x) == 0
        if not (alone and following is not None and grid.begins(following)):
            return count
        grid.add_section(row)
    return len(rows)


def table_of(grid: Grid, heads: Row | None, page: int, place: int) -> Line:
    """The table as one line; its cells hold printed lines, still to be joined."""
    width = len(grid.columns)
    rows: list[tuple[TableCell, ...]] = []
    if heads is not None:
        rows.append(
            tuple(
                TableCell((Line(words_of(c), place, page=page),))
                for c in cells_of(heads, numbered=False)
            )
        )
    for cells in grid.rows:
        if len(cells) == 1 and width > 1:
            lines = tuple(line_of(row, page, place, row[0].x) for row in cells[0])
            rows.append((TableCell(lines, columns=width),))
            continue
        rows.append(
            tuple(
                TableCell(_printed(lines, page, place, start))
                for lines, start in zip(cells, grid.columns, strict=True)
            )
        )
    return Line("", place, page=page, gap=True, rows=tuple(rows), header_rows=int(bool(heads)))


def _printed(rows: Sequence[Row], page: int, place: int, start: float) -> tuple[Line, ...]:
    """The printed lines of a cell, told which stand apart from the one above."""
    found: list[Line] = []
    usual = min((_step(one, two) for one, two in pairwise(rows)), default=0.0)
    for number, row in enumerate(rows):
        line = line_of(row, page, place, start)
        gap = number > 0 and usual > 0 and _step(rows[number - 1], row) > 1.25 * usual
        found.append(replace(line, gap=gap))
    return tuple(found)


def _step(one: Row, two: Row) -> float:
    step = one[0].y - two[0].y
    return step if step > 0 else 1000.0
