"""Puts the pieces of text on a page together: lines, tables, raised footnote marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pa_tui.reading.lines import Line, TableCell

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MARK = re.compile(
    r"\(?(?:\d{1,2}(?:\.\d{1,3})*|[a-z]|[A-Z]\d{0,2}|[ivx]{1,5})[.):]?|[^\w\s]{1,2}"
)

# Widths of Helvetica in thousandths of its size; most sans serifs come near.
_WIDTHS = {
    **dict.fromkeys(" !,./:;I[\\]tf", 278),
    **dict.fromkeys("ijl'|", 222),
    **dict.fromkeys("(){}r-`", 333),
    **dict.fromkeys("cksvxyzJ", 500),
    **dict.fromkeys("ABEKPSVXY&", 667),
    **dict.fromkeys("CDHNRUw", 722),
    **dict.fromkeys("FTZ", 611),
    **dict.fromkeys("GOQ", 778),
    **dict.fromkeys("Mm", 833),
    "W": 944,
    "%": 889,
    "@": 1015,
}


@dataclass(frozen=True, slots=True)
class Fragment:
    """Some words on a page; ``x`` and ``y`` are points from its lower left corner."""

    text: str
    x: float
    y: float
    size: float
    bold: bool

    @property
    def end(self) -> float:
        """About where the words end."""
        return self.x + width_of(self.text, self.size)


def width_of(text: str, size: float) -> float:
    """About how wide words are printed."""
    return sum(_WIDTHS.get(character, 556) for character in text) * size / 1000


def lines_of_page(fragments: Sequence[Fragment], page: int, place: int) -> list[Line]:
    """The lines and tables of a page in the order they were drawn."""
    pieces = [piece for piece in fragments if piece.size > 0.5] or list(fragments)
    margin = min((piece.x for piece in pieces), default=0.0)
    found: list[Line] = []
    for part in _parts(_rows(pieces)):
        place += 1
        if len(part) > 1:
            found.append(_table(part, page, place))
        else:
            found.append(_line(part[0], page, place, margin))
    return _with_gaps(found, [part[0][0].y for part in _parts(_rows(pieces))])


Row = list[Fragment]


def _rows(pieces: Sequence[Fragment]) -> list[Row]:
    """Pieces that stand on one line, as drawn; a raised mark stands on the line it is in."""
    rows: list[Row] = []
    for piece in pieces:
        if rows and _same_line(rows[-1], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return rows


def _same_line(row: Row, piece: Fragment) -> bool:
    last = max(row, key=lambda own: own.size)
    size = max(last.size, piece.size)
    apart = piece.y - last.y
    if abs(apart) < 0.25 * size:
        return True
    raised = min(row[-1].size, piece.size) < 0.8 * size and abs(apart) < 0.6 * size
    return raised and piece.x > row[0].x


def _cells(row: Row) -> list[Row]:
    """The pieces of a line that stand apart as in columns; a number and its text do not."""
    cells: list[Row] = []
    for piece in sorted(row, key=lambda own: own.x):
        last = cells[-1][-1] if cells else None
        if last is None or piece.x - last.end > max(1.6 * piece.size, 14):
            alone = len(cells) == 1 and len(cells[0]) == 1 and last is not None
            if (
                last is not None
                and alone
                and _MARK.fullmatch(cells[0][0].text.strip())
                and piece.x - last.x < 60
            ):
                cells[0].append(piece)
                continue
            cells.append([piece])
        else:
            cells[-1].append(piece)
    return cells


def _parts(rows: Sequence[Row]) -> list[list[Row]]:
    """Runs of rows that are a table, every other row by itself."""
    parts: list[list[Row]] = []
    index = 0
    while index < len(rows):
        stop = _table_end(rows, index)
        parts.append(list(rows[index:stop]))
        index = stop
    return parts


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
        cells = _cells(row)
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
    pieces = [cell for row in rows for cell in _cells(row)]
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
        grid[-1][column].append(_words(cell))
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


def _line(row: Row, page: int, place: int, margin: float) -> Line:
    cells = _cells(row)
    first = min(row, key=lambda own: own.x)
    main = max(row, key=lambda own: len(own.text))
    return Line(
        "\t".join(_words(cell) for cell in cells),
        place,
        page=page,
        bold=all(piece.bold for piece in row if any(c.isalnum() for c in piece.text)),
        size=round(main.size, 1),
        indent=round(first.x - margin, 1),
    )


def _words(row: Row) -> str:
    """The words of pieces on one line. A sign in another font may have been drawn after
    the words it stands in: it goes back into its gap."""
    main = max(row, key=lambda own: own.size)
    text, end = "", 0.0
    start = row[0]
    for number, piece in enumerate(row):
        words = piece.text
        raised = piece.size < 0.8 * main.size and piece.y > main.y + 0.1 * main.size
        if raised and words.strip().isdigit():
            words = words.strip().translate(_RAISED)
        if number and piece.x < end - 1.5 * piece.size and len(words.strip()) <= 3:
            text = _put_back(text, words.strip(), start, piece.x)
            continue
        apart = number and piece.x - end > 0.18 * piece.size
        glue = " " if apart and not text.endswith(" ") and not words.startswith(" ") else ""
        text += glue + words
        end = max(end, piece.end)
    return re.sub(r"[ \u00a0]+", " ", text).strip()


def _put_back(text: str, sign: str, start: Fragment, x: float) -> str:
    place = min(
        (n for n, character in enumerate(text) if character == " "),
        key=lambda n: abs(start.x + width_of(text[:n], start.size) - x),
        default=len(text),
    )
    return text[:place] + sign + text[place + 1 :]


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


__all__ = ["Fragment", "lines_of_page", "width_of"]
