"""Pieces of text on a page put together to printed lines, raised footnote marks included."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pa_tui.reading.lines import Line

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


Row = list[Fragment]


def rows_of(pieces: Sequence[Fragment]) -> list[Row]:
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


def cells_of(row: Row, *, numbered: bool = True) -> list[Row]:
    """The pieces of a line that stand apart as in columns. ``numbered`` keeps a number and
    its text together, as in a list."""
    cells: list[Row] = []
    for piece in sorted(row, key=lambda own: own.x):
        last = cells[-1][-1] if cells else None
        if last is None or piece.x - last.end > max(1.6 * piece.size, 14):
            if numbered and last is not None and _is_mark(cells, piece.x - last.x):
                cells[0].append(piece)
                continue
            cells.append([piece])
        else:
            cells[-1].append(piece)
    return cells


def _is_mark(cells: Sequence[Row], apart: float) -> bool:
    alone = len(cells) == 1 and len(cells[0]) == 1
    return alone and apart < 60 and _MARK.fullmatch(cells[0][0].text.strip()) is not None


def line_of(row: Row, page: int, place: int, margin: float) -> Line:
    """The printed line of a row; cells that stand apart are parted by tabs."""
    cells = cells_of(row)
    first = min(row, key=lambda own: own.x)
    main = max(row, key=lambda own: len(own.text))
    return Line(
        "\t".join(words_of(cell) for cell in cells),
        place,
        page=page,
        bold=all(piece.bold for piece in row if any(c.isalnum() for c in piece.text)),
        size=round(main.size, 1),
        indent=round(first.x - margin, 1),
    )


def words_of(row: Row) -> str:
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
        behind = number and not raised and piece.x < end - 1.5 * piece.size
        if behind and len(words.strip()) <= 3:
            text = _put_back(text, words.strip(), start, piece.x)
            continue
        apart = number and piece.x - end > 0.18 * piece.size and not raised
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
