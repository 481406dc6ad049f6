"""Reads plain text (.txt), mostly what came out of a PDF, as printed lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pa_tui.reading.lines import BULLET, Document, Line, SourceKind, TableCell
from storage.sources.decoded import decoded


@dataclass(slots=True)
class _Printed:
    text: str
    place: int
    indent: int
    blanks: list[str]
    page: int
    feed: bool


def read_text(path: Path, content: bytes) -> Document:
    """The printed lines of a text file; paragraphs are still to be joined.

    Some extractors leave an empty line after every line; then a line of one space parts
    paragraphs and one space before a line stands for a lost bullet or page end.
    """
    printed = list(_printed(decoded(path, content)))
    double = _is_double(printed)
    lines = [_line(line, double) for line in printed]
    return Document(
        lines=tuple(_with_tables(lines)),
        kind=SourceKind.TEXT,
        wrapped=True,
        pages=max((line.page for line in printed), default=0) if b"\f" in content else 0,
    )


def _printed(text: str) -> Iterator[_Printed]:
    blanks: list[str] = []
    page, feed = 1, False
    for place, raw in enumerate(text.split("\n"), start=1):
        for part, piece in enumerate(raw.split("\f")):
            if part:
                page, feed = page + 1, True
            if piece.strip(" \t\u00a0"):
                inner = piece.lstrip(" \u00a0")
                indent = len(piece) - len(inner)
                yield _Printed(inner.rstrip(" \u00a0"), place, indent, blanks, page, feed)
                blanks, feed = [], False
            elif part == 0:
                blanks.append(piece)


def _is_double(printed: list[_Printed]) -> bool:
    """Whether an empty line after every line means nothing."""
    apart = sum(bool(line.blanks) for line in printed)
    spaced = sum(any(blank for blank in line.blanks) for line in printed)
    long = sum(len(line.text) > 200 for line in printed)
    return apart > 0.7 * len(printed) and spaced > 2 and long < 0.05 * len(printed)


def _line(line: _Printed, double: bool) -> Line:
    gap = len(line.blanks) > 1 if double else bool(line.blanks)
    lost = line.indent == 1
    top = line.feed or (lost and not line.blanks)
    mark = BULLET if double and lost and line.blanks and not _is_numbered(line.text) else ""
    indent = 0.0 if lost else float(line.indent)
    return Line(
        line.text.strip(" ") if "\t" in line.text else line.text.strip(),
        line.place,
        page=line.page if line.page > 1 or line.feed else None,
        mark=mark,
        indent=indent,
        gap=gap,
        top=top,
    )


def _is_numbered(text: str) -> bool:
    return text[:1].isdigit() and text[1:4].lstrip("0123456789.").startswith((" ", "."))


def _with_tables(lines: list[Line]) -> Iterator[Line]:
    """Lines whose cells are parted by tabs, two or more below one another, as a table."""
    run: list[Line] = []
    for line in [*lines, Line("")]:
        if _is_row(line, bool(run)):
            run.append(line)
            continue
        if len(run) > 1:
            yield _table(run)
        else:
            yield from run
        run = []
        if line.text:
            yield line


def _is_row(line: Line, inside: bool) -> bool:
    cells = line.text.split("\t")
    if len(cells) < (2 if inside else 3):
        return False
    if inside and line.gap:
        return False
    return not (len(cells) == 2 and _is_numbered(cells[0] + " "))


def _table(run: list[Line]) -> Line:
    rows = [line.text.split("\t") for line in run]
    width = max(len(row) for row in rows)
    cells = tuple(
        tuple(
            TableCell((Line(text.strip(), line.place),))
            for text in row + [""] * (width - len(row))
        )
        for row, line in zip(rows, run, strict=True)
    )
    return Line("", run[0].place, page=run[0].page, gap=True, rows=cells)
