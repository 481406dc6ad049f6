"""How wide the columns of a table are, and how high its rows come out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil

from pa_tui.papers.blocks import Row, Runs, Table, places, said

_LETTER, _SMALL_LETTER = 105, 96
_MARGINS, _SMALL_MARGINS = 230, 160
_LONGEST, _ROOM = 24, 60
_BOLD = 1.12
"""How much wider bold letters are."""
MOST_LINES, _PIECE = 30, 12
"""How many lines a row may have to stay whole, less than a page; and the pieces of others."""
_BREAKS = re.compile(r"[\s/]+|(?<=[a-z])-(?=[a-z])")
"""Where a word may go on in the next line; a code ("A-014") stays whole."""


def column_widths(own: Table, total: int) -> list[int]:
    """The width of each column in twentieths of a point, together ``total``."""
    count = own.columns
    if not count:
        return []
    if len(own.widths) == count:
        whole = sum(own.widths) or 1
        shares = _fitted([total * share / whole for share in own.widths], _least(own))
    else:
        shares = _shares(own, count, total)
    whole = sum(shares) or 1
    widths = [int(total * share / whole) for share in shares]
    widths[-1] += total - sum(widths)
    return widths


def is_cramped(own: Table, total: int) -> bool:
    """Whether the longest words do not fit beside each other."""
    return not own.widths and sum(_least(own)) > total


def heights(own: Table, columns: Sequence[int]) -> list[int]:
    """About how many lines the fullest cell of each row has; cells over several rows left
    out."""
    letter, margins = _type(own)
    found = [1] * len(own.rows)
    for line, column, cell in places(own.rows):
        if cell.rows == 1:
            wide = sum(columns[column : column + cell.columns]) - margins
            lines = sum(_lines(runs, letter, wide) for runs in cell.paragraphs)
            found[line] = max(found[line], lines)
    return found


def parted(own: Table, columns: Sequence[int]) -> Table:
    """The table with rows that are higher than ``MOST_LINES`` as several, parted between
    paragraphs; cells that are headings stand in each of them."""
    high = heights(own, columns)
    rows: list[Row] = []
    for line, row in enumerate(own.rows):
        plain = len(row.cells) == own.columns and all(cell.rows == 1 for cell in row.cells)
        if high[line] > MOST_LINES and plain and line >= own.header_rows:
            rows += _pieces(own, row, columns)
        else:
            rows.append(row)
    return replace(own, rows=tuple(rows))


def _pieces(own: Table, row: Row, columns: Sequence[int]) -> Iterator[Row]:
    """Rows of a few lines that together hold a row, as far as its paragraphs let."""
    letter, margins = _type(own)
    waiting = [() if cell.heading else cell.paragraphs for cell in row.cells]
    while any(waiting):
        cells = []
        for place, (cell, width) in enumerate(zip(row.cells, columns, strict=True)):
            count = _fitting(waiting[place], letter, width - margins)
            taken, waiting[place] = waiting[place][:count], waiting[place][count:]
            cells.append(cell if cell.heading else replace(cell, paragraphs=taken or ((),)))
        yield Row(tuple(cells))


def _fitting(paragraphs: Sequence[Runs], letter: int, width: int) -> int:
    """How many paragraphs go in one piece: at least one, where there is any."""
    room = _PIECE
    for count, runs in enumerate(paragraphs):
        room -= _lines(runs, letter, width)
        if room < 0:
            return max(count, 1)
    return len(paragraphs)


def _lines(runs: Runs, letter: int, width: int) -> int:
    return max(1, ceil(len(said(runs)) * letter / max(1, width)))


def _fitted(widths: list[float], least: list[int]) -> list[float]:
    """Widths in which the longest word of each column fits, as far as others can give."""
    short = sum(max(0, need - width) for width, need in zip(widths, least, strict=True))
    spare = sum(max(0, width - need) for width, need in zip(widths, least, strict=True))
    if not short or not spare:
        return widths
    given = min(1.0, short / spare)
    taken = min(1.0, spare / short)
    return [
        width - (width - need) * given if width > need else width + (need - width) * taken
        for width, need in zip(widths, least, strict=True)
    ]


def _shares(own: Table, count: int, total: int) -> list[float]:
    """What each column asks for: room for its longest word, and for its text in few lines."""
    letter, margins = _type(own)
    texts = [1] * count
    for _, column, cell in places(own.rows):
        if cell.columns == 1:
            told = "\n".join(said(runs) for runs in cell.paragraphs)
            texts[column] = max(texts[column], *map(len, told.split("\n")))
    least = _least(own)
    wanted = [min(length, _ROOM) * letter + margins for length in texts]
    if sum(wanted) <= total:
        return [
            max(a, b) + (total - sum(wanted)) / count
            for a, b in zip(least, wanted, strict=True)
        ]
    if sum(least) >= total:
        return [float(width) for width in least]
    over = total - sum(least)
    more = [max(0, b - a) for a, b in zip(least, wanted, strict=True)]
    return [a + over * b / (sum(more) or 1) for a, b in zip(least, more, strict=True)]


def _least(own: Table) -> list[int]:
    """Room for the longest word of each column."""
    letter, margins = _type(own)
    words = [1.0] * own.columns
    for line, column, cell in places(own.rows):
        if cell.columns == 1:
            told = " ".join(said(runs) for runs in cell.paragraphs)
            longest = min(max(map(len, _BREAKS.split(told)), default=0), _LONGEST)
            bold = cell.heading or line < own.header_rows
            words[column] = max(words[column], longest * (_BOLD if bold else 1))
    return [round(longest * letter) + margins for longest in words]


def _type(own: Table) -> tuple[int, int]:
    """How wide a letter is, and the room beside the words of a cell."""
    return (_SMALL_LETTER, _SMALL_MARGINS) if own.small else (_LETTER, _MARGINS)
