"""Text of articles: blocks with opaque tokens where another thing is meant.

A reference to another article and a footnote mark are one character, ``ANCHOR``, in the
text of a block; the block's ``anchors`` tell, in order, what each of them stands for. So a
reference follows its article when numbers change.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

ANCHOR = "\ufffc"
"""OBJECT REPLACEMENT CHARACTER: one per anchor, never part of what a person typed."""

_KEPT_CONTROLS = frozenset("\t\n")
_CODES = re.compile(
    r"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\|$)|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b[@-_]?"
)
_HIDDEN = frozenset("\u2028\u2029\ufeff\ufffe\uffff" + ANCHOR)
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


def clean(text: str, keep: str = "") -> str:
    """Text from outside without what could steer a terminal or break a paper.

    Control characters (C0 but tab and line end, C1), direction overrides, line separators,
    lone surrogates and noncharacters go; everything a person can see stays as it is, and so
    do the characters to ``keep``.
    """
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in text if c in keep or _is_kept(c))


def uncoded(text: str) -> str:
    """Text without the codes that steer a terminal: colours, movements, titles."""
    return _CODES.sub("", text) if "\x1b" in text or "\x9b" in text else text


def _is_kept(character: str) -> bool:
    if character in _KEPT_CONTROLS:
        return True
    if character in _HIDDEN or character in _BIDI:
        return False
    return unicodedata.category(character) not in ("Cc", "Cs")


class AnchorKind(StrEnum):
    """What a token in a text stands for."""

    ARTICLE = "article"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What one ``ANCHOR`` character stands for.

    ``target`` is the id of an article or footnote, ``shown`` how it was printed ("3.1",
    "4a"), ``suffix`` what follows the target's number ("a" in "4a").
    """

    kind: AnchorKind
    target: str
    shown: str
    suffix: str = ""


class BlockKind(StrEnum):
    """The shapes a block of text can have."""

    PARAGRAPH = "paragraph"
    SUBITEM = "subitem"
    BULLET = "bullet"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; ``columns`` and ``rows`` tell how far it spans."""

    text: str
    anchors: tuple[Anchor, ...] = ()
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a sub-item ("a."), a bullet or a table.

    ``mark`` is the letter of a sub-item without its dot. ``level`` is 0 for what stands
    directly in the article and 1 or more for what belongs to the item above it. A table has
    ``cells`` (rows of cells; a cell that spans leaves out what it covers) and counts its
    ``header_rows``; it has no text of its own.
    """

    kind: BlockKind
    text: str = ""
    anchors: tuple[Anchor, ...] = ()
    mark: str = ""
    level: int = 0
    cells: tuple[tuple[Cell, ...], ...] = ()
    header_rows: int = 1


Text = tuple[Block, ...]
"""What an article, a context block or an annex says."""

Label = Callable[[Anchor], str]
"""Tells how an anchor is printed now."""


def as_printed(anchor: Anchor) -> str:
    """The anchor as it stood in the document it was read from."""
    return anchor.shown


def with_labels(text: str, anchors: Iterable[Anchor], label: Label = as_printed) -> str:
    """``text`` with every token replaced by the words of its anchor."""
    if ANCHOR not in text:
        return text
    waiting = iter(anchors)
    pieces = text.split(ANCHOR)
    words = [pieces[0]]
    for piece in pieces[1:]:
        anchor = next(waiting, None)
        words.append(label(anchor) if anchor else "")
        words.append(piece)
    return "".join(words)


def anchors_of(text: Text) -> Iterator[Anchor]:
    """Every anchor of a text in reading order, those inside tables too."""
    for block in text:
        yield from block.anchors
        for row in block.cells:
            for cell in row:
                yield from cell.anchors


def plain(text: Text, label: Label = as_printed) -> str:
    """All words of a text, one block a line, without marks; for search and comparison."""
    lines = []
    for block in text:
        if block.kind is BlockKind.TABLE:
            lines += [
                "\t".join(with_labels(cell.text, cell.anchors, label) for cell in row)
                for row in block.cells
            ]
        else:
            lines.append(with_labels(block.text, block.anchors, label))
    return "\n".join(lines)


def paragraph(text: str) -> Text:
    """A text of one plain paragraph."""
    return (Block(BlockKind.PARAGRAPH, clean(text)),)
