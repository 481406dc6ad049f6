"""Texts of the agreement as blocks of a paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.text import ANCHOR, Anchor, AnchorKind, Block, BlockKind, Text
from pa_tui.domain.text import Cell as TextCell
from pa_tui.papers.blocks import Block as PaperBlock
from pa_tui.papers.blocks import (
    Cell,
    FootnoteMark,
    Item,
    Paragraph,
    Reference,
    Row,
    Run,
    Runs,
    Table,
)


def bookmark(article: str) -> str:
    """The hidden mark of an article in a paper, by its id; Word allows 40 characters."""
    return "_pa_" + re.sub(r"\W", "_", article, flags=re.ASCII)[:36]


@dataclass
class Setting:
    """Sets texts of an agreement: references to articles in ``printed`` (ids) follow their
    numbers. ``called`` gathers the ids of the footnotes that were called."""

    agreement: Agreement
    printed: frozenset[str]
    called: set[str] = field(default_factory=set)

    def blocks(
        self, text: Text, *, under_number: bool = False, number: str = "", mark: str = ""
    ) -> Iterator[PaperBlock]:
        """The blocks of a text; with a ``number`` the first is a paragraph that carries it,
        and the bookmark ``mark`` with it."""
        rest = list(text)
        if number:
            starts = rest and rest[0].kind is BlockKind.PARAGRAPH
            first = rest.pop(0) if starts else Block(BlockKind.PARAGRAPH)
            yield Paragraph(
                self.runs(first.text, first.anchors),
                number=number,
                bookmark=mark,
                with_next=bool(rest) and rest[0].kind is not BlockKind.PARAGRAPH,
            )
        for place, block in enumerate(rest):
            following = rest[place + 1] if place + 1 < len(rest) else None
            yield self._block(block, following, under_number)

    def _block(self, block: Block, following: Block | None, under_number: bool) -> PaperBlock:
        if block.kind is BlockKind.TABLE:
            return self._table(block, under_number)
        runs = self.runs(block.text, block.anchors)
        if block.kind is BlockKind.PARAGRAPH:
            listed = following is not None and following.kind is not BlockKind.PARAGRAPH
            return Paragraph(
                runs, under_number=under_number, level=block.level, with_next=listed
            )
        mark = f"{block.mark}." if block.mark else ""
        return Item(runs, mark, block.level, under_number)

    def _table(self, block: Block, under_number: bool) -> Table:
        rows = tuple(
            Row(tuple(self._cell(cell, line < block.header_rows) for cell in row))
            for line, row in enumerate(block.cells)
        )
        return Table(rows, header_rows=block.header_rows, under_number=under_number)

    def _cell(self, cell: TextCell, heading: bool) -> Cell:
        runs = self.runs(cell.text, cell.anchors)
        return Cell(_lines(runs), cell.columns, cell.rows, heading)

    def runs(self, text: str, anchors: tuple[Anchor, ...] = ()) -> Runs:
        """Words with references and footnotes in their places."""
        if ANCHOR not in text:
            return (Run(text),) if text else ()
        waiting = iter(anchors)
        found: list[Run | Reference | FootnoteMark] = []
        for place, piece in enumerate(text.split(ANCHOR)):
            if place:
                anchor = next(waiting, None)
                if anchor is not None:
                    found.append(self._anchor(anchor))
            if piece:
                found.append(Run(piece))
        return tuple(found)

    def _anchor(self, anchor: Anchor) -> Run | Reference | FootnoteMark:
        if anchor.kind is AnchorKind.FOOTNOTE:
            note = self.agreement.footnotes.get(anchor.target)
            if note is None:
                return Run(anchor.shown)
            self.called.add(note.id)
            return FootnoteMark(note.id, note.mark, (Run(note.text),))
        label = self.agreement.label(anchor)
        line = self.agreement.lines.get(anchor.target)
        if line is None or anchor.target not in self.printed or not line.number:
            return Run(label)
        return Reference(bookmark(anchor.target), label, anchor.suffix)


def _lines(runs: Runs) -> tuple[Runs, ...]:
    """Runs of a cell as one paragraph a line."""
    lines: list[list[Run | Reference | FootnoteMark]] = [[]]
    for run in runs:
        if isinstance(run, Run) and "\n" in run.text:
            first, *others = run.text.split("\n")
            lines[-1].append(replace(run, text=first))
            lines += [[replace(run, text=other)] for other in others]
        elif not isinstance(run, str):
            lines[-1].append(run)
    return tuple(tuple(line) for line in lines)
