"""Puts the printed lines of a page in order: text, tables, room between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pa_tui.reading.lines import Line, TableCell
from storage.sources.pdf_pieces import Fragment, Row, cells_of, line_of, rows_of, words_of
from storage.sources.pdf_tables import Grid, fill, heads_of, table_of


class PageReader:
    """Reads page after page: a table of agreements may go on over the end of one."""

    def __init__(self) -> None:
        self._grid: Grid | None = None
        self._place = 0

    def lines(self, fragments: Sequence[Fragment], page: int) -> list[Line]:
        """The lines and tables of a page in the order they were drawn."""
        pieces = [piece for piece in fragments if piece.size > 0.5] or list(fragments)
        rows = rows_of(pieces)
        margin = min((piece.x for piece in pieces), default=0.0)
        found: list[Line] = []
        heights: list[float] = []
        index = 0
        while index < len(rows):
            self._place += 1
            line, count = self._next(rows[index:], index, page, margin)
            found.append(line)
            heights.append(rows[index][0].y)
            index += count
            if index < len(rows) - _FOOT and not line.is_table:
                self._grid = None if index > _FOOT else self._grid
        return _with_gaps(found, heights)

    def _next(
        self, rows: Sequence[Row], index: int, page: int, margin: float
    ) -> tuple[Line, int]:
        """What begins at the first of these rows, and how many rows it takes."""
        grid, heads = heads_of(rows[0]), rows[0]
        if grid is not None:
            count = 1 + fill(grid, rows[1:])
            self._grid = grid
            return table_of(grid, heads, page, self._place), count
        if self._grid is not None and index <= _FOOT:
            grid = Grid(self._grid.columns, self._grid.numbered)
            count = fill(grid, rows)
            if count:
                self._grid = grid
                return table_of(grid, None, page, self._place), count
        stop = _table_end(rows, 0)
        if stop > 1:
            return _table(list(rows[:stop]), page, self._place), stop
        return line_of(rows[0], page, self._place, margin), 1


_FOOT = 2
"""How many lines a head or foot of a page has at most."""


def _table_end(rows: Sequence[Row], start: int) -> int:
    """Where a table that begins at a row ends; the next row where none begins.

    Cells are drawn one after the other, so a cell of several lines jumps back up.
    """
    columns: list[float] = []
    firsts = 0
    stop = start
    lowest = rows[start][0].y
    for index in range(start, len(rows)):
        row = rows[index]
        cells = cells_of(row)
        jumps = (
            index > start
            and row[0].y > rows[index - 1][0].y + 0.5
            and (row[0].x > rows[index - 1][0].x + 20 and row[0].y <= rows[start][0].y + 1)
        )
        if len(cells) > 1 or jumps:
            columns = _merged(columns, [cell[0].x for cell in cells])
            firsts += 1
            stop = index + 1
        elif index == start or not _in_columns(row, columns, lowest):
            break
        lowest = min(lowest, row[0].y)
    width = len(columns)
    return stop if firsts >= 2 and (width >= 3 or (width >= 2 and firsts >= 3)) else start + 1


def _merged(columns: list[float], starts: Sequence[float]) -> list[float]:
    found = list(columns)
    for x in starts:
        if all(abs(x - known) > 6 for known in found):
            found.append(x)
    return sorted(found)


def _in_columns(row: Row, columns: Sequence[float], lowest: float) -> bool:
    """Whether a row with one cell stays inside its column and close below the table."""
    x = row[0].x
    if lowest - row[0].y > 2.2 * row[0].size:
        return False
    right = [known for known in columns if known > x + 6]
    at = any(abs(x - known) <= 6 for known in columns)
    return at and (not right or row[-1].end < right[0] + 2)


def _table(rows: list[Row], page: int, place: int) -> Line:
    """The cells of a run of rows, by the columns their pieces begin in."""
    pieces = [cell for row in rows for cell in cells_of(row)]
    columns: list[float] = []
    for cell in pieces:
        columns = _merged(columns, [cell[0].x])
    step = _line_step(pieces)
    grid: list[list[list[str]]] = []
    last, y = -1, 0.0
    for cell in pieces:
        column = min(range(len(columns)), key=lambda n: abs(columns[n] - cell[0].x))
        below = y - cell[0].y
        if column < last or not grid or (column == last and below > 1.03 * step):
            grid.append([[] for _ in columns])
        grid[-1][column].append(words_of(cell))
        last, y = column, cell[0].y
    cells = tuple(
        tuple(TableCell((Line(_cell_text(texts), place, page=page),)) for texts in row)
        for row in grid
    )
    heads = 1 if len(grid) > 1 else 0
    return Line("", place, page=page, gap=True, rows=cells, header_rows=heads)


def _line_step(pieces: Sequence[Row]) -> float:
    steps = [
        one[0].y - two[0].y
        for one, two in pairwise(pieces)
        if abs(one[0].x - two[0].x) < 6 and 0 < one[0].y - two[0].y < 3 * one[0].size
    ]
    return min(steps, default=1000.0)


def _cell_text(texts: Sequence[str]) -> str:
    """The lines of a cell as one; a word the column was too narrow for grows together."""
    words = ""
    for text in texts:
        if not words:
            words = text
        elif words.endswith("-"):
            words += text
        else:
            words += f" {text}"
    return re.sub(r"\s+", " ", words).strip()


def _with_gaps(lines: list[Line], heights: Sequence[float]) -> list[Line]:
    """The lines told which stand further from the one above than lines usually do."""
    steps = sorted(round(one - two, 1) for one, two in pairwise(heights) if 0 < one - two < 60)
    usual = _most_common(steps)
    found: list[Line] = []
    for number, line in enumerate(lines):
        if number == 0:
            found.append(replace(line, top=True))
            continue
        step = heights[number - 1] - heights[number]
        loose = step > 1.25 * usual and step > 1.4 * line.size
        gap = usual > 0 and (loose or step < -usual)
        found.append(replace(line, gap=line.gap or gap))
    return found


def _most_common(steps: Sequence[float]) -> float:
    return max(set(steps), key=steps.count, default=0.0)
