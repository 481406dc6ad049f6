"""The tables of a paper as rows of plain values, for spreadsheets and CSV."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pa_tui.domain.text import clean
from pa_tui.errors import N_, FileError
from pa_tui.papers.blocks import Cell, Paper, Table, TableLook, places, said

Value = str | int | date
"""What one cell holds."""


def data_tables(paper: Paper) -> tuple[Table, ...]:
    """The tables that hold data; raises FileError where there are none but other blocks."""
    found = tuple(
        block
        for block in paper.blocks
        if isinstance(block, Table) and block.look is TableLook.GRID
    )
    if not found:
        raise FileError(N_("“{title}” has no rows yet, so no table."), title=paper.title)
    return found


def rows(table: Table) -> Iterator[list[Value]]:
    """The rows of a table, all of one length; what a cell covers besides itself is empty."""
    width = table.columns
    grid: list[list[Value]] = [[""] * width for _ in table.rows]
    for line, column, cell in places(table.rows):
        grid[line][column] = value(cell)
    yield from grid


def value(cell: Cell) -> Value:
    """What a cell means, else its words, a line for each paragraph."""
    if cell.value is not None:
        return cell.value
    return clean("\n".join(said(runs) for runs in cell.paragraphs))
