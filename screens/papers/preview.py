"""A paper as lines of text, the way a reader will meet it."""

from __future__ import annotations

from collections.abc import Iterator

from pa_tui.papers.blocks import (
    Block,
    Contents,
    FootnoteMark,
    Heading,
    Item,
    Look,
    PageBreak,
    PageCount,
    Paper,
    Paragraph,
    Reference,
    Run,
    Runs,
    Signatures,
    Table,
    TableLook,
    Turn,
    said,
)
from screens.papers.grid import grid
from screens.widgets import ink
from screens.widgets.ink import Line, line
from screens.widgets.typeset import wrap

_INKS = {
    Look.TITLE: "title",
    Look.SUBTITLE: "quiet",
    Look.STAMP: "accent",
    Look.CAPTION: "quiet",
    Look.SMALL: "quiet",
}
_STEP = 3


def preview(paper: Paper, width: int) -> list[Line]:
    """All lines of a paper in a width; a blank line between what stands apart."""
    lines: list[Line] = []
    before: Block | None = None
    for block in paper.blocks:
        made = list(_made(block, paper, width))
        if before is not None and made and not _is_close(before, block):
            lines.append(())
        lines += made
        before = block if made else before
    if paper.footer:
        foot = ink.Run(_words(paper.footer), "quiet")
        lines += [(), (ink.Run("─" * width, "line"),), *wrap((foot,), width)]
    return lines


def _is_close(before: Block, block: Block) -> bool:
    if isinstance(before, Item) and isinstance(block, Item):
        return True
    if isinstance(before, Paragraph) and isinstance(block, Paragraph):
        return before.look is not Look.BODY and before.look is block.look
    return False


def _made(block: Block, paper: Paper, width: int) -> Iterator[Line]:
    match block:
        case Heading():
            number = f"{block.number} " if block.number else ""
            yield from wrap(
                (*line(ink.Run(number, "title")), *_inked(block.runs, "title")), width
            )
        case Paragraph():
            yield from _paragraph(block, width)
        case Item():
            mark = line(" " * (_STEP * block.level), ink.Run(f"{block.mark or '•'} ", "quiet"))
            yield from wrap(_inked(block.runs), width, mark)
        case Table():
            look = block.look is TableLook.GRID
            yield from grid(
                block.rows, block.widths, width, header=block.header_rows, ruled=look
            )
        case Contents():
            yield from _contents(block, paper, width)
        case Signatures():
            yield from _signatures(block, width)
        case PageBreak() | Turn():
            yield (ink.Run("─ " * (width // 2), "line"),)


def _paragraph(block: Paragraph, width: int) -> Iterator[Line]:
    default = _INKS.get(block.look, "text")
    first: Line = line(" " * (_STEP * block.level))
    if block.number:
        first = (*first, *line(ink.Run(f"{block.number} ", "strong")))
    elif block.under_number:
        first = (*first, *line("     "))
    yield from wrap(_inked(block.runs, default), width, first)


def _contents(block: Contents, paper: Paper, width: int) -> Iterator[Line]:
    yield line(ink.Run(block.title, "title"))
    for heading in paper.blocks:
        if isinstance(heading, Heading) and heading.level <= block.levels:
            indent = " " * (_STEP * (heading.level - 1))
            words = f"{heading.number} {said(heading.runs)}".strip()
            yield from wrap(line(ink.Run(words, "quiet")), width, line(indent))


def _signatures(block: Signatures, width: int) -> Iterator[Line]:
    for place, entry in enumerate(block.entries):
        if place:
            yield ()
        for words in (entry.organisation, entry.mandate, entry.name, entry.function):
            if words:
                yield from wrap(line(words), width)
        where = ", ".join(w for w in (entry.place, entry.signed) if w)
        yield line(ink.Run("_" * min(30, width), "line"), ink.Run(f"  {where}", "quiet"))


def _inked(runs: Runs, default: str = "text") -> tuple[ink.Run, ...]:
    found: list[ink.Run] = []
    for run in runs:
        match run:
            case Run():
                found.append(ink.Run(_safe(run.text), "strong" if run.bold else default))
            case Reference():
                found.append(ink.Run(_safe(run.text), default))
            case FootnoteMark():
                found.append(ink.Run(f"[{_safe(run.mark)}]", "quiet"))
            case PageCount():
                found.append(ink.Run("…", "quiet"))
    return tuple(found)


def _safe(text: str) -> str:
    """Cleaned text whose line ends stay line ends."""
    return "\n".join(ink.shown(part) for part in text.split("\n"))


def _words(runs: Runs) -> str:
    return "".join(run.text for run in _inked(runs))
