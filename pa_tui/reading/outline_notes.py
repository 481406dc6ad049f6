"""Footnotes that a source prints among its text: bodies apart, marks found in the words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pa_tui.domain.text import ANCHOR
from pa_tui.reading.lines import Line, Note, TableCell

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_BODY = re.compile(r"(?P<mark>[¹²³⁴-⁹⁰]{1,2}|\d{1,2})\s+(?=[\"'“‘(]?[A-ZÀ-Þa-z])")
_FAR = 80


@dataclass(frozen=True, slots=True)
class _Mark:
    line: int
    start: int
    end: int


def printed_notes(
    lines: list[Line], known: tuple[Note, ...]
) -> tuple[list[Line], tuple[Note, ...]]:
    """The lines without the footnotes printed among them, an ANCHOR where each mark stood,
    and all notes. A paragraph is a footnote only where its mark stands in a word above."""
    notes = list(known)
    gone: set[int] = set()
    for index, line in enumerate(lines):
        found = None if line.is_table or line.heading is not None else _BODY.match(line.text)
        if found is None or len(line.text) < 25 or line.mark:
            continue
        digits = found["mark"].translate(_RAISED)
        raised = not found["mark"].isascii()
        if not raised and (digits.startswith("0") or _is_heading(line.text[found.end() :])):
            continue
        place = _place_of(lines, index, digits, gone)
        if place is None:
            continue
        key = f"printed{len(notes)}"
        notes.append(Note(key, digits, line.text[found.end() :].strip()))
        lines[place.line] = _marked(lines[place.line], place, key, digits)
        gone.add(index)
    return [line for n, line in enumerate(lines) if n not in gone], tuple(notes)


def _is_heading(text: str) -> bool:
    return len(text) < 60 and not text.rstrip().endswith((".", ")"))


def _place_of(lines: list[Line], index: int, digits: str, gone: set[int]) -> _Mark | None:
    """Where the mark of a footnote stands: raised, else glued to a word; the nearest one
    above, else one just below (a note can stand above the line it belongs to)."""
    raised = "".join("⁰¹²³⁴⁵⁶⁷⁸⁹"[int(digit)] for digit in digits)
    patterns = (
        re.compile(rf"(?<=[^\W\d_][^\W\d_]|.[\"'”’).,]){raised}(?![⁰¹²³⁴-⁹])"),
        re.compile(rf"(?:(?<=[a-zà-þ]{{3}})|(?<=\w[\"'”’)])){digits}(?!\w|[.,]\d)"),
    )
    above = range(index - 1, max(-1, index - _FAR), -1)
    below = range(index + 1, min(len(lines), index + 4))
    for pattern in patterns:
        for place in [*above, *below]:
            if place in gone:
                continue
            found = _find(pattern, lines[place])
            if found is not None:
                return _Mark(place, *found)
    return None


def _find(pattern: re.Pattern[str], line: Line) -> tuple[int, int] | None:
    if not line.is_table:
        matches = list(pattern.finditer(line.text))
        return matches[-1].span() if matches else None
    for y, row in enumerate(line.rows):
        for x, cell in enumerate(row):
            if any(pattern.search(inner.text) for inner in cell.lines):
                return -1 - y, x
    return None


def _marked(line: Line, place: _Mark, key: str, digits: str) -> Line:
    if not line.is_table:
        before = line.text[: place.start].count(ANCHOR)
        notes = (*line.notes[:before], key, *line.notes[before:])
        text = line.text[: place.start] + ANCHOR + line.text[place.end :]
        return replace(line, text=text, notes=notes)
    y, x = -1 - place.start, place.end
    rows = [list(row) for row in line.rows]
    rows[y][x] = _marked_cell(rows[y][x], key, digits)
    return replace(line, rows=tuple(tuple(row) for row in rows))


def _marked_cell(cell: TableCell, key: str, digits: str) -> TableCell:
    inner = list(cell.lines)
    for number, line in enumerate(inner):
        place = _place_of([line, Line("")], 1, digits, set())
        if place is not None:
            inner[number] = _marked(line, place, key, digits)
            break
    return replace(cell, lines=tuple(inner))
