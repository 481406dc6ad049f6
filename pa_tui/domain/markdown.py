r"""The Markdown view of a text: for editing, ``show`` and export.

Rules, the same both ways:

- Blocks are parted by an empty line; bullets (``- ``) and sub-items (``a. ``) that follow
  one another by a line end. The mark of a sub-item is one letter, a doubled letter, a small
  roman numeral or a number of at most three digits.
- Three spaces before a block are one level; two or four typed by hand count as one too.
- A table is a pipe table; its alignment row stands after its header rows. What a spanning
  cell covers is shown as empty cells: spans are the only thing the view loses.
- A line end inside a block is a backslash before the line end, in a cell ``<br>``. Lines of
  a block without the backslash are one line, parted by a space.
- A footnote mark is ``[^1]``; a reference is the number as it is printed now.
- A backslash stands before a character that would mean something else: ``\`` everywhere;
  ``*`` and `````; ``_`` at the edge of a word; ``[`` before ``^``; ``<`` before a letter or
  ``/``; ``|`` in a cell; and at the start of a line what would begin a list, a heading, a
  quotation or a table.
- Spaces and line ends at the edge of a block are written ``&#32;``, ``&#9;``, ``&#10;``;
  an ``&`` that would read so is written ``\&``. An empty paragraph is a lone backslash.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pa_tui.domain.anchoring import Find, keep_anchors, printed
from pa_tui.domain.text import (
    ANCHOR,
    Anchor,
    Block,
    BlockKind,
    Cell,
    Label,
    Text,
    as_printed,
    clean,
)

_INDENT = "   "
_MARK = r"(?:[A-Za-z]|(?P<twice>[a-z])(?P=twice)|[ivx]{2,5}|[0-9]{1,3})"
_BULLET = re.compile(r"[-*+•](?:[ \t]+|$)")
_SUBITEM = re.compile(rf"(?P<mark>{_MARK})[.)](?:[ \t]+|$)")
_RULE = re.compile(r"\|(?:\s*:?-+:?\s*\|)+\s*")
_INLINE = re.compile(r"[\\*`]|(?<!\w)_|_(?!\w)|\[(?=\^)|<(?=[A-Za-z/!])|&(?=#[0-9]+;)")
_AT_START = re.compile(r"[-+•](?=[-\s]|$)|#(?=#*(?:\s|$))|[>|]")
_MARK_AT_START = re.compile(rf"({_MARK})(?=[.)](?:\s|$))")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~•])|&#(32|9|10);")
_EDGES = re.compile(r"^[ \t\n]+|[ \t\n]+$")
_LINE_END = re.compile(r"(?<=[^ \t\n])\n(?=[^ \t\n])")
_CELL_END = re.compile(r"(?<!\\)((?:\\\\)*)\|")


def to_markdown(text: Text, label: Label = as_printed) -> str:
    """The Markdown of ``text``, no line end after it; anchors as ``label`` prints them."""
    pieces: list[str] = []
    before: Block | None = None
    for block in text:
        if before is not None:
            pieces.append("\n" if _is_item(before) and _is_item(block) else "\n\n")
        pieces.append(_shown(block, label))
        before = block
    return "".join(pieces)


def from_markdown(
    source: str, old: Text = (), label: Label = as_printed, find: Find | None = None
) -> Text:
    """The text that a person typed as Markdown.

    Anchors of ``old`` (shown before with ``label``) stay where their words survive. What
    ``find`` sees in words that hold none becomes an anchor too. Never fails: what has no
    meaning in Markdown is words.
    """
    blocks = tuple(_parsed(clean(source)))
    return keep_anchors(blocks, old, label, find)


# -- showing ---------------------------------------------------------------------------


def _is_item(block: Block) -> bool:
    return block.kind in (BlockKind.BULLET, BlockKind.SUBITEM)


def _shown(block: Block, label: Label) -> str:
    indent = _INDENT * block.level
    if block.kind is BlockKind.TABLE:
        return "\n".join(indent + row for row in _rows(block, label))
    words = _with_edges(_inline(block.text, block.anchors, label))
    lines = (_start(line.replace("\n", "&#10;")) for line in _LINE_END.split(words))
    words = ("\\\n" + indent).join(lines)
    if block.kind is BlockKind.BULLET:
        return f"{indent}- {words}".rstrip(" ")
    if block.kind is BlockKind.SUBITEM:
        return f"{indent}{block.mark}. {words}".rstrip(" ")
    return indent + (words or "\\")


def _inline(text: str, anchors: Iterable[Anchor], label: Label) -> str:
    waiting = iter(anchors)
    first, *others = text.split(ANCHOR)
    shown = [_INLINE.sub(_backslash, first)]
    for piece in others:
        anchor = next(waiting, None)
        if anchor is not None:
            shown.append(printed(anchor, label))
        shown.append(_INLINE.sub(_backslash, piece))
    return "".join(shown)


def _backslash(found: re.Match[str]) -> str:
    return "\\" + found[0]


def _with_edges(words: str) -> str:
    return _EDGES.sub(lambda found: "".join(f"&#{ord(c)};" for c in found[0]), words)


def _start(line: str) -> str:
    line = _AT_START.sub(_backslash, line, count=1) if _AT_START.match(line) else line
    found = _MARK_AT_START.match(line)
    return f"{found[0]}\\{line[found.end() :]}" if found else line


def _rows(block: Block, label: Label) -> Iterator[str]:
    grid = list(_spread_out(block))
    rule = "|" + " --- |" * max((len(row) for row in grid), default=1)
    heads = min(block.header_rows, len(grid))
    for number, row in enumerate(grid):
        if number == heads:
            yield rule
        yield "|" + "".join(f" {_cell(cell, label)} |" for cell in row)
    if heads == len(grid):
        yield rule


def _cell(cell: Cell, label: Label) -> str:
    words = _inline(cell.text, cell.anchors, label).replace("|", "\\|")
    words = _with_edges(words).replace("\n", "<br>")
    return "\\" + words if words and not words.strip("-:") else words


def _spread_out(block: Block) -> Iterator[list[Cell]]:
    hanging: dict[int, int] = {}
    for cells in block.cells:
        row: list[Cell] = []
        for cell in cells:
            while hanging.get(len(row), 0):
                hanging[len(row)] -= 1
                row.append(Cell(""))
            for column in range(len(row), len(row) + cell.columns):
                hanging[column] = cell.rows - 1
            row += [cell, *[Cell("")] * (cell.columns - 1)]
        while hanging.get(len(row), 0):
            hanging[len(row)] -= 1
            row.append(Cell(""))
        yield row


# -- reading ---------------------------------------------------------------------------


class _Open:
    """A block whose lines are still coming in."""

    def __init__(self, kind: BlockKind, level: int, mark: str = "") -> None:
        self.kind, self.level, self.mark = kind, level, mark
        self.lines: list[str] = []

    def closed(self) -> Block:
        if self.kind is BlockKind.TABLE:
            return self._table()
        words = ""
        if self.lines != ["\\"]:
            for number, line in enumerate(self.lines):
                broken = _is_broken(line)
                words += line[:-1] if broken else line
                if number < len(self.lines) - 1:
                    words += "\n" if broken else " "
        return Block(self.kind, _meant(words), mark=self.mark, level=self.level)

    def _table(self) -> Block:
        rules = [n for n, line in enumerate(self.lines) if _RULE.fullmatch(line)]
        heads = rules[0] if rules else 0
        rows = tuple(_cells(r) for n, r in enumerate(self.lines) if n not in rules[:1])
        return Block(BlockKind.TABLE, level=self.level, cells=rows, header_rows=heads)


def _is_broken(line: str) -> bool:
    return (len(line) - len(line.rstrip("\\"))) % 2 == 1


def _meant(words: str) -> str:
    return _ESCAPED.sub(lambda found: found[1] or chr(int(found[2])), words)


def _cells(row: str) -> tuple[Cell, ...]:
    inner = row.strip()[1:]
    pieces = _CELL_END.sub("\\1\n", inner).split("\n")
    if not pieces[-1].strip():
        pieces.pop()
    return tuple(Cell(_meant(piece.strip(" \t").replace("<br>", "&#10;"))) for piece in pieces)


def _parsed(source: str) -> Iterator[Block]:
    current: _Open | None = None
    for line in source.split("\n"):
        body = line.strip(" \t")
        begun = _begun(body, line) if body else None
        goes_on = current is not None and (begun is None or _is_row_of(current, body))
        if body and goes_on and current is not None:
            if current.kind is not BlockKind.TABLE or body.startswith("|"):
                current.lines.append(body)
                continue
            begun = None
        if current is not None:
            yield current.closed()
        current = None
        if body:
            current, rest = begun or (_Open(BlockKind.PARAGRAPH, _level(line)), body)
            if rest or current.kind is BlockKind.PARAGRAPH:
                current.lines.append(rest)
    if current is not None:
        yield current.closed()


def _is_row_of(current: _Open, body: str) -> bool:
    return current.kind is BlockKind.TABLE and body.startswith("|")


def _begun(body: str, line: str) -> tuple[_Open, str] | None:
    if body.startswith("|"):
        return _Open(BlockKind.TABLE, _level(line)), body
    if found := _BULLET.match(body):
        return _Open(BlockKind.BULLET, _level(line)), body[found.end() :]
    if found := _SUBITEM.match(body):
        mark = found["mark"]
        return _Open(BlockKind.SUBITEM, _level(line), mark), body[found.end() :]
    return None


def _level(line: str) -> int:
    blank = line[: len(line) - len(line.lstrip(" \t"))].replace("\t", _INDENT)
    return (len(blank) + 1) // len(_INDENT)
