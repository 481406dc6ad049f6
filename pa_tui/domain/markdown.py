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
from collections.abc import Iterator

from pa_tui.domain.anchoring import words_of
from pa_tui.domain.text import (
    Block,
    BlockKind,
    Cell,
    Label,
    Text,
    as_printed,
)

_INDENT = "   "
_MARK = r"(?:[A-Za-z]|([b-hj-z])\1|[ivx]{2,5}|[0-9]{1,3})"
_BULLET = re.compile(r"[-*+•](?:[ \t]+|$)")
_SUBITEM = re.compile(rf"(?P<mark>{_MARK})[.)](?:[ \t]+|$)")
_RULE = re.compile(r"\|(?:\s*:?-+:?\s*\|)+\s*")
_INLINE = re.compile(r"[\\*`]|(?<!\w)_|_(?!\w)|\[(?=\^)|<(?=[A-Za-z/!])|&(?=#[0-9]+;)")
_AT_START = re.compile(rf"(?:[-+#>•|]|{_MARK}(?=[.)](?:\s|$)))")
_ENTITY = re.compile(r"\\(.)|&#(32|9|10);", re.DOTALL)
_EDGES = re.compile(r"^[ \t\n]+|[ \t\n]+$")
_INNER_END = re.compile(r"(?<=[^ \t\n])\n(?=[^ \t\n])")


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


def _is_item(block: Block) -> bool:
    return block.kind in (BlockKind.BULLET, BlockKind.SUBITEM)


def _shown(block: Block, label: Label) -> str:
    indent = _INDENT * block.level
    if block.kind is BlockKind.TABLE:
        return "\n".join(indent + row for row in _rows(block, label))
    words = _escaped(words_of(block.text, block.anchors, label, "\\["))
    words = words.replace("\n", "\n" + indent)
    if block.kind is BlockKind.BULLET:
        return f"{indent}- {words}".rstrip()
    if block.kind is BlockKind.SUBITEM:
        return f"{indent}{block.mark}. {words}".rstrip()
    return indent + (words or "\\")


def _rows(block: Block, label: Label) -> Iterator[str]:
    grid = _spread_out(block)
    width = len(grid[0]) if grid else 1
    rule = "| " + " | ".join(["---"] * max(width, 1)) + " |"
    heads = min(block.header_rows, len(grid))
    for number, row in enumerate(grid):
        if number == heads:
            yield rule
        cells = (_escaped_cell(words_of(c.text, c.anchors, label, "\\[")) for c in row)
        yield "|" + "".join(f" {cell} |" for cell in cells)
    if heads == len(grid):
        yield rule


_EMPTY = Cell("")


def _spread_out(block: Block) -> list[list[Cell]]:
    grid: list[list[Cell]] = []
    hanging: dict[int, int] = {}
    for cells in block.cells:
        row: list[Cell] = []
        waiting = list(cells)
        while waiting or hanging.get(len(row), 0):
            if hanging.get(len(row), 0):
                hanging[len(row)] -= 1
                row.append(_EMPTY)
                continue
            cell = waiting.pop(0)
            for column in range(len(row), len(row) + cell.columns):
                hanging[column] = cell.rows - 1
            row += [cell] + [_EMPTY] * (cell.columns - 1)
        grid.append(row)
    return grid


def _escaped(words: str) -> str:
    words = _INLINE.sub(_with_backslash, words).replace("\\\\[^", "[^")
    words = _EDGES.sub(_as_entities, words)
    lines = _INNER_END.split(words)
    return "\\\n".join(_start_escaped(line.replace("\n", "&#10;")) for line in lines)
