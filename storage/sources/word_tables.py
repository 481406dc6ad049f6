"""Tables of a Word file: cells with their paragraphs and how far they span."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol

from pa_tui.reading.lines import Line, TableCell
from storage.sources.word_runs import RunReader
from storage.sources.word_styles import W, is_on, number_in, value

if TYPE_CHECKING:
    from pa_tui.reading.lines import Progress

_MOST_COLUMNS = 60


class LineReader(Protocol):
    """What reads the paragraphs of a cell."""

    runs: RunReader

    def lines(
        self, parent: Any, progress: Progress | None = None, depth: int = 0
    ) -> Iterator[Line]:
        """The lines of a cell."""

    def next_place(self) -> int:
        """The place of the next line."""


def read_table(reader: LineReader, table: Any, depth: int) -> Iterator[Line]:
    """The table as one line; a table of one cell is a box around text and gives its lines."""
    place = reader.next_place()
    rows: list[list[TableCell]] = []
    heads = 0
    above: dict[int, tuple[int, int]] = {}
    for row in _rows(reader, table):
        trpr = row.find(W + "trPr")
        heads += heads == len(rows) and bool(is_on(trpr, "tblHeader"))
        rows.append(_cells(reader, row, rows, above, depth))
    cells = [cell for row in rows for cell in row]
    if not cells:
        return
    if len(cells) == 1:
        yield from cells[0].lines
        return
    flat = tuple(tuple(_without_tables(cell) for cell in row) for row in rows if row)
    yield Line("", place, rows=flat, header_rows=heads or min(1, len(flat) - 1), gap=True)


def _rows(reader: LineReader, table: Any) -> Iterator[Any]:
    for element in table.iter(W + "tr"):
        if _table_of(element) is not table:
            continue
        trpr = element.find(W + "trPr")
        inserted = trpr is not None and trpr.find(W + "ins") is not None
        deleted = trpr is not None and trpr.find(W + "del") is not None
        reader.runs.changes += inserted or deleted
        if not (deleted if reader.runs.accepted else inserted):
            yield element


def _table_of(element: Any) -> Any:
    parent = element.getparent()
    while parent is not None and parent.tag != W + "tbl":
        parent = parent.getparent()
    return parent


def _cells(
    reader: LineReader,
    row: Any,
    rows: list[list[TableCell]],
    above: dict[int, tuple[int, int]],
    depth: int,
) -> list[TableCell]:
    """The cells of a row; one that continues the cell above makes that one taller.

    ``above`` holds for each column where the cell stands that a merge would continue.
    """
    found: list[TableCell] = []
    column = 0
    for element in _row_cells(row):
        tcpr = element.find(W + "tcPr")
        width = min(max(number_in(value(tcpr, "gridSpan"), 1), 1), _MOST_COLUMNS)
        merge = tcpr.find(W + "vMerge") if tcpr is not None else None
        if merge is not None and merge.get(W + "val") != "restart" and column in above:
            y, x = above[column]
            rows[y][x] = replace(rows[y][x], rows=rows[y][x].rows + 1)
        else:
            lines = tuple(line for line in reader.lines(element, depth=depth + 1))
            above[column] = (len(rows), len(found))
            if merge is None:
                del above[column]
            found.append(TableCell(lines, columns=width))
        column += width
    return found


def _row_cells(row: Any) -> Iterator[Any]:
    for element in row:
        if element.tag == W + "tc":
            yield element
        elif element.tag in (W + "sdt", W + "sdtContent", W + "customXml"):
            yield from _row_cells(element)


def _without_tables(cell: TableCell) -> TableCell:
    """A table inside a cell is read as lines, its cells parted by tabs."""
    lines: list[Line] = []
    for line in cell.lines:
        if line.is_table:
            for row in line.rows:
                text = "\t".join(inner.text.replace("\n", " ") for inner in row)
                notes = tuple(n for inner in row for own in inner.lines for n in own.notes)
                lines.append(Line(text, line.place, notes=notes))
        else:
            lines.append(line)
    return replace(cell, lines=tuple(lines))
