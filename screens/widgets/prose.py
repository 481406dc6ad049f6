"""The words of an article as lines: paragraphs, lists, tables, and what changed in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len

from pa_tui.domain.text import Block, BlockKind, Cell, Label, Text, clean, with_labels
from screens.widgets.ink import Line, Run, fit
from screens.widgets.typeset import wrap

if TYPE_CHECKING:
    from pa_tui.domain.wordchanges import Piece

_STEP = 3
_CHANGED = ("removed", "added")
_CLOSING = tuple(".,;:!?)]”’")


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """Words with the mark before them; ``tight`` stands close to the one before it."""

    runs: tuple[Run, ...]
    mark: str = ""
    level: int = 0
    tight: bool = False


def prose(
    text: Text, label: Label, width: int, part: str = "", *, numbered: bool = False
) -> list[Line]:
    """The text in lines of ``width`` cells, some cells free at the left; lines that hold
    words of ``part`` have a bar there, ``numbered`` blocks their number."""
    lines: list[Line] = []
    spans = _spans(text, label, part)
    for place, block in enumerate(text):
        if numbered:
            lines += [*([()] if lines else ()), *_numbered(block, place + 1, label, width)]
            continue
        if block.kind is BlockKind.TABLE:
            if lines:
                lines.append(())
            lines += [(Run("  "), *row) for row in table(block, label, width - 2)]
            continue
        words = clean(with_labels(block.text, block.anchors, label))
        found = _Paragraph(
            tuple(_cut(words, spans.get(place))),
            _mark(block),
            block.level,
            _is_tight(text, place),
        )
        _set(lines, found, width)
    return lines


def _numbered(block: Block, number: int, label: Label, width: int) -> list[Line]:
    """A block with its number before its first line."""
    margin = len(str(number)) - 1
    first, *others = prose((block,), label, width - margin) or [(Run("  "),)]
    indent = Run(" " * margin)
    return [(Run(f"{number} ", "key"), *first[1:]), *((indent, *row) for row in others)]


def difference(before: Text, after: Text, label: Label) -> Line:
    """What changed in a text in one line, with a few words around it."""
    from pa_tui.domain.wordchanges import excerpt, word_changes

    return tuple(_inked(excerpt(word_changes(flat(before, label), flat(after, label)))))


def changes(before: Text, after: Text, label: Label, width: int) -> list[Line]:
    """How a text changed: removed words in brackets and struck through, added ones
    underlined."""
    from pa_tui.domain.wordchanges import word_changes

    lines: list[Line] = []
    pieces = word_changes(flat(before, label), flat(after, label))
    for row in _rows(_inked(pieces)):
        _set(lines, _Paragraph(tuple(row), tight=_begins_item(row)), width)
    return lines


def has_changed(before: Text, after: Text, label: Label) -> bool:
    """Whether a reader would see another text."""
    return before != after and flat(before, label) != flat(after, label)


def flat(text: Text, label: Label) -> str:
    """The text as plain lines with their marks, a table row as "a | b"."""
    rows: list[str] = []
    for block in text:
        if block.kind is BlockKind.TABLE:
            rows += [" | ".join(_words(cell, label) for cell in row) for row in block.cells]
        else:
            words = clean(with_labels(block.text, block.anchors, label))
            indent = " " * (_STEP * block.level)
            rows.append(indent + (f"{_mark(block)} " if _mark(block) else "") + words)
    return "\n".join(rows)


# -- paragraphs ------------------------------------------------------------------------------


def _mark(block: Block) -> str:
    if block.kind is BlockKind.BULLET:
        return "•"
    return f"{clean(block.mark)}." if block.kind is BlockKind.SUBITEM else ""


def _is_item(block: Block) -> bool:
    return block.kind in (BlockKind.BULLET, BlockKind.SUBITEM)


def _is_tight(text: Text, place: int) -> bool:
    return place > 0 and _is_item(text[place]) and text[place - 1].kind is not BlockKind.TABLE


def _set(lines: list[Line], found: _Paragraph, width: int) -> None:
    if lines and not found.tight:
        lines.append(())
    indent = Run(" " * (_STEP * found.level)) if found.level else None
    mark = (Run(f"{found.mark} ", "quiet"),) if found.mark else ()
    first = (*((indent,) if indent else ()), *mark)
    for row in wrap(found.runs, width - 2, first):
        bar = any(run.ink == "part" for run in row)
        lines.append((Run("▎ ", "accent") if bar else Run("  "), *row))


def _cut(words: str, span: tuple[int, int] | None) -> Iterator[Run]:
    if span is None:
        yield Run(words)
        return
    start, end = span
    for piece, ink in (
        (words[:start], "text"),
        (words[start:end], "part"),
        (words[end:], "text"),
    ):
        if piece:
            yield Run(piece, ink)


def _spans(text: Text, label: Label, part: str) -> dict[int, tuple[int, int]]:
    """Where the words of a part stand: by block, from and to; spaces count as one."""
    wanted = part.split()
    if not wanted:
        return {}
    found: list[tuple[int, int, int, str]] = []
    for place, block in enumerate(text):
        words = clean(with_labels(block.text, block.anchors, label))
        at = 0
        for word in words.split():
            at = words.index(word, at)
            found.append((place, at, at + len(word), word))
            at += len(word)
    only = [word for *_, word in found]
    for start in range(len(only) - len(wanted) + 1):
        if only[start : start + len(wanted)] == wanted:
            return _by_block(found[start : start + len(wanted)])
    return {}


def _by_block(words: Sequence[tuple[int, int, int, str]]) -> dict[int, tuple[int, int]]:
    spans: dict[int, tuple[int, int]] = {}
    for place, start, end, _ in words:
        first = spans.get(place, (start, end))[0]
        spans[place] = (first, end)
    return spans


# -- changes ---------------------------------------------------------------------------------


def _inked(pieces: Iterable[Piece]) -> Iterator[Run]:
    last = ""
    for piece in pieces:
        kind, text = piece.kind, piece.text
        ink = kind.value if kind.value in _CHANGED else "text"
        if ink == "removed":
            yield from _bracketed(text)
        else:
            if last == "removed" and text[:1] not in _CLOSING and not text[:1].isspace():
                yield Run(" ")
            yield Run(text, ink)
        last = ink


def _bracketed(text: str) -> Iterator[Run]:
    for place, row in enumerate(text.split("\n")):
        if place:
            yield Run("\n")
        if row.strip():
            start = row[: len(row) - len(row.lstrip())]
            end = row[len(row.rstrip()) :]
            yield from (Run(start), Run(f"[{row.strip()}]", "removed"), Run(end))


def _rows(runs: Iterable[Run]) -> Iterator[list[Run]]:
    row: list[Run] = []
    for run in runs:
        first, *others = run.text.split("\n")
        if first:
            row.append(Run(first, run.ink))
        for piece in others:
            yield row
            row = [Run(piece, run.ink)] if piece else []
    if row:
        yield row


def _begins_item(row: Sequence[Run]) -> bool:
    words = "".join(run.text for run in row).lstrip(" [").split(" ")[0]
    return words == "•" or (len(words) <= 4 and words.endswith(".") and words[:-1].isalnum())


# -- tables ----------------------------------------------------------------------------------


def table(block: Block, label: Label, width: int) -> list[Line]:
    """A table in lines of at most ``width`` cells: columns as wide as their words where
    there is room, words wrapped where there is not."""
    rows = [[_words(cell, label) for cell in _spread(row)] for row in block.cells]
    count = max((len(row) for row in rows), default=0)
    if not count:
        return []
    rows = [row + [""] * (count - len(row)) for row in rows]
    widths = _column_widths(rows, max(count * 3, width - 3 * (count - 1)))
    lines: list[Line] = []
    for place, row in enumerate(rows):
        ink = "strong" if place < block.header_rows else "text"
        lines += _table_row(row, widths, ink)
        if place == block.header_rows - 1:
            lines.append((Run("─┼─".join("─" * size for size in widths), "line"),))
    return lines


def _spread(row: Iterable[Cell]) -> Iterator[Cell]:
    for cell in row:
        yield cell
        for _ in range(cell.columns - 1):
            yield Cell("")


def _words(cell: Cell, label: Label) -> str:
    return " ".join(clean(with_labels(cell.text, cell.anchors, label)).split())


def _column_widths(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    columns = zip(*rows, strict=True)
    wishes = [max(1, *(cell_len(cell) for cell in column)) for column in columns]
    if sum(wishes) <= room:
        return wishes
    widths = [1] * len(wishes)
    left = room - len(wishes)
    while left > 0 and any(size < wish for size, wish in zip(widths, wishes, strict=True)):
        hungry = [i for i, wish in enumerate(wishes) if widths[i] < wish]
        share = max(1, left // len(hungry))
        for i in hungry[: left if share == 1 else None]:
            more = min(share, wishes[i] - widths[i], left)
            widths[i] += more
            left -= more
    return widths


def _table_row(row: Sequence[str], widths: Sequence[int], ink: str) -> list[Line]:
    columns = [
        [_plain(found) for found in wrap((Run(cell),), max(4, size))] if cell else [""]
        for cell, size in zip(row, widths, strict=True)
    ]
    height = max(len(column) for column in columns)
    lines: list[Line] = []
    for at in range(height):
        line: list[Run] = []
        for place, (column, size) in enumerate(zip(columns, widths, strict=True)):
            if place:
                line.append(Run(" │ ", "line"))
            line.append(Run(fit(column[at] if at < len(column) else "", size), ink))
        lines.append(tuple(line))
    return lines


def _plain(line: Line) -> str:
    return "".join(run.text for run in line)
