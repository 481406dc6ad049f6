"""Makes the text of an article, passage or annex from what was read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from pa_tui.domain.text import ANCHOR, Anchor, AnchorKind, Block, BlockKind, Cell, Text
from pa_tui.reading.lines import Line
from pa_tui.reading.numbers import Number
from pa_tui.reading.outline_items import Item
from pa_tui.reading.references import references

ArticleOf = Callable[[str, str], Anchor | None]
"""Finds the article a printed reference means: number and suffix to its anchor."""

_SPACES = re.compile(r"[ \t\u00a0]*\n[ \t\u00a0]*|[\t\u00a0]+| {2,}")


class BlockMaker:
    """Makes blocks; ``notes`` holds the anchor of each footnote by its key."""

    def __init__(self, notes: dict[str, Anchor]) -> None:
        self._notes = notes

    def text(self, items: Iterable[Item], *, numbered: bool = False) -> Text:
        """The items as blocks. ``numbered`` keeps printed numbers in the words, as front
        matter needs; else a letter or number before an item makes it a sub-item."""
        blocks = []
        inside = False
        for item in items:
            block = self._block(item, numbered, inside)
            inside = inside or block.kind is BlockKind.SUBITEM
            blocks.append(block)
        return tuple(blocks)

    def _block(self, item: Item, numbered: bool, inside: bool) -> Block:
        if item.line.is_table:
            return self._table(item.line)
        if item.line.is_bullet:
            level = min(max(item.line.level, 0), 5)
            return self._made(BlockKind.BULLET, item.line.text, item.line.notes, level=level)
        mark = _mark(item.number)
        if mark and not numbered and not item.is_heading:
            return self._made(BlockKind.SUBITEM, item.rest, item.line.notes, mark=mark)
        return self._made(BlockKind.PARAGRAPH, item.text, item.line.notes)

    def _made(
        self, kind: BlockKind, text: str, notes: Sequence[str], mark: str = "", level: int = 0
    ) -> Block:
        words, anchors = self._anchored(text, notes)
        return Block(kind, words, anchors, mark=mark, level=level)

    def _anchored(self, text: str, notes: Sequence[str]) -> tuple[str, tuple[Anchor, ...]]:
        """The words with single spaces; a mark whose footnote is unknown falls away."""
        first, *pieces = text.split(ANCHOR)
        words, anchors = first, []
        for key, piece in zip([*notes, *[""] * len(pieces)], pieces, strict=False):
            anchor = self._notes.get(key)
            if anchor is not None:
                anchors.append(anchor)
                words += ANCHOR
            words += piece
        return _tidy(words), tuple(anchors)

    def _table(self, line: Line) -> Block:
        rows = []
        for row in line.rows:
            cells = []
            for cell in row:
                text = "\n".join(
                    _cell_line(inner) for inner in cell.lines if inner.text.strip()
                )
                notes = [note for inner in cell.lines for note in inner.notes]
                pieces = [self._anchored(part, ()) for part in text.split("\n")]
                words = "\n".join(part for part, _ in pieces)
                if notes:
                    words, anchors = self._anchored(text.replace("\n", "\v"), notes)
                    words = words.replace("\v", "\n")
                else:
                    anchors = ()
                cells.append(Cell(words, anchors, cell.columns, cell.rows))
            rows.append(tuple(cells))
        return Block(BlockKind.TABLE, cells=tuple(rows), header_rows=line.header_rows)


def _cell_line(line: Line) -> str:
    if line.is_bullet:
        return f"- {line.text}"
    return f"{line.mark} {line.text}".strip()


def _tidy(text: str) -> str:
    return _SPACES.sub(" ", text).strip()


def _mark(number: Number | None) -> str:
    if number is None or not number.rest:
        return ""
    if number.shape == "dl":
        return str(number.parts[-1])
    if number.shape in ("l", "i"):
        return number.printed
    return number.printed if number.shape == "d" else ""


def with_references(text: Text, article: ArticleOf) -> Text:
    """The text with an article anchor for every reference to an article that exists."""
    return tuple(_referring(block, article) for block in text)


def _referring(block: Block, article: ArticleOf) -> Block:
    if block.kind is BlockKind.TABLE:
        rows = tuple(
            tuple(
                replace(cell, text=words, anchors=anchors)
                for cell in row
                for words, anchors in [_found(cell.text, cell.anchors, article)]
            )
            for row in block.cells
        )
        return replace(block, cells=rows)
    words, anchors = _found(block.text, block.anchors, article)
    return replace(block, text=words, anchors=anchors)


def _found(
    text: str, anchors: tuple[Anchor, ...], article: ArticleOf
) -> tuple[str, tuple[Anchor, ...]]:
    if not any(character.isdigit() for character in text):
        return text, anchors
    waiting = list(anchors)
    words, kept, last = "", [], 0
    for finding in references(text):
        if finding.target != "article" or not finding.number or finding.start < last:
            continue
        anchor = article(finding.number, finding.suffix)
        place = _number_place(text, finding.start, finding.end, finding.number)
        if anchor is None or place is None or ANCHOR in text[place[0] : place[1]]:
            continue
        before = text[last : place[0]]
        kept += [waiting.pop(0) for _ in range(before.count(ANCHOR))]
        kept.append(replace(anchor, shown=text[place[0] : place[1]]))
        words += before + ANCHOR
        last = place[1]
    return words + text[last:], (*kept, *waiting)


def _number_place(text: str, start: int, end: int, number: str) -> tuple[int, int] | None:
    """Where in the words of a reference its number stands, suffix included."""
    found = re.search(rf"(?<![\w.]){re.escape(number)}(?:\s?[a-z](?!\w))?", text[start:end])
    return (start + found.start(), start + found.end()) if found else None


def article_anchor(target: str, number: str, suffix: str) -> Anchor:
    """The anchor of an article reference."""
    return Anchor(AnchorKind.ARTICLE, target, number + suffix, suffix)
