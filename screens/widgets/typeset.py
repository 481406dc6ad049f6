"""Wrapping words into lines, by the cells they take; too long words are broken, amounts of
money are not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rich.cells import cell_len, chop_cells

from screens.widgets.ink import Line, Run

_WORDS = re.compile(r"\n|€ \d\S*|[^\S\n\u00a0]+|[^\s]+(?:\u00a0[^\s]*)*|\u00a0+")


def wrap(
    runs: Iterable[Run], width: int, first: Line = (), hang: Line | None = None
) -> list[Line]:
    """The runs as lines of at most ``width`` cells.

    ``first`` stands before the first line, ``hang`` before the others (by default as many
    spaces). A line end in a run begins a new line. Gives at least one line.
    """
    indent = sum(cell_len(run.text) for run in first)
    if hang is None:
        hang = (Run(" " * indent),) if indent else ()
    room = max(4, width - indent)
    lines: list[Line] = []
    for words in _rows(runs, room):
        lines.append((*(hang if lines else first), *words))
    return lines or [first]


def _rows(runs: Iterable[Run], room: int) -> Iterator[list[Run]]:
    row: list[Run] = []
    used = 0
    for word in _unbroken(runs):
        text = "".join(run.text for run in word)
        if text == "\n":
            yield _trimmed(row)
            row, used = [], 0
            continue
        size = cell_len(text)
        if text.isspace():
            if row and used + size <= room:
                row += word
            used += size if row else 0
            continue
        if used + size > room and row:
            yield _trimmed(row)
            row, used = [], 0
        *full, rest = [word] if size <= room else _chopped(word, room)
        yield from full
        row += rest
        used += sum(cell_len(run.text) for run in rest)
    yield _trimmed(row)


def _unbroken(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """The words, spaces and line ends; a word may change its ink half-way."""
    word: list[Run] = []
    for run in runs:
        for found in _WORDS.finditer(run.text):
            piece = Run(found[0], run.ink)
            if word and (piece.text[0] in " \t\n" or word[-1].text[-1] in " \t\n"):
                yield word
                word = []
            word.append(piece)
    if word:
        yield word


def _chopped(word: list[Run], room: int) -> Iterator[list[Run]]:
    row: list[Run] = []
    left = room
    for run in word:
        rest = run.text
        while rest:
            piece = _first_cells(rest, left) if left > 1 or not row else ""
            if piece and cell_len(piece) <= left:
                row.append(Run(piece, run.ink))
                rest = rest[len(piece) :]
                left -= cell_len(piece)
            if rest:
                yield row
                row, left = [], room
    yield row


def _first_cells(text: str, room: int) -> str:
    """The first characters that fill the room; all of them where they take none."""
    return next(iter(chop_cells(text, room)), text)


def _trimmed(row: list[Run]) -> list[Run]:
    while row and row[-1].text.isspace():
        row = row[:-1]
    if row and row[-1].text.endswith(" "):
        row = [*row[:-1], Run(row[-1].text.rstrip(" "), row[-1].ink)]
    return row
