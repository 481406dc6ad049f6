"""A paper as lines of text, the way a reader will meet it, and where its pieces stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pa_tui.papers.blocks import (
    Block,
    Change,
    Comment,
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
    RevisionKind,
    Run,
    Runs,
    Signatures,
    Table,
    TableChange,
    TableLook,
    Turn,
    Whole,
    said,
)
from screens.papers.grid import Inked, Spot, as_changed, grid
from screens.widgets import ink
from screens.widgets.ink import Line, line
from screens.widgets.typeset import wrap

_INKS = {
    Look.TITLE: "title",
    Look.SUBTITLE: "quiet",
    Look.STAMP: "accent",
    Look.CAPTION: "quiet",
    Look.SMALL: "quiet",
    Look.ASIDE: "quiet",
}
_CHANGED = {RevisionKind.INSERTED: "added", RevisionKind.DELETED: "removed"}
_STEP = 3


class Layout(NamedTuple):
    """The lines of a paper, and the spots of its pieces."""

    lines: list[Line]
    spots: list[Spot]


def preview(paper: Paper, width: int) -> list[Line]:
    """All lines of a paper in a width; a blank line between what stands apart."""
    return laid_out(paper, width).lines


def laid_out(paper: Paper, width: int) -> Layout:
    """All lines of a paper in a width, with the spots of the pieces that have a place."""
    lines: list[Line] = []
    spots: list[Spot] = []
    before: Block | None = None
    for block in paper.blocks:
        own: list[Spot] = []
        made = list(_made(block, paper, width, own))
        if before is not None and made and not _is_close(before, block):
            lines.append(())
        if isinstance(block, Paragraph | Item) and block.place:
            own.append(Spot(block.place, 0, len(made), 0, width))
        spots += [spot._replace(y=spot.y + len(lines)) for spot in own]
        lines += made
        before = block if made else before
    if paper.footer:
        foot = ink.Run(_words(paper.footer), "quiet")
        lines += [(), (ink.Run("─" * width, "line"),), *wrap((foot,), width)]
    return Layout(lines, spots)


def _is_close(before: Block, block: Block) -> bool:
    if isinstance(before, Item) and isinstance(block, Item):
        return True
    if isinstance(before, Paragraph) and isinstance(block, Paragraph):
        return before.look is not Look.BODY and before.look is block.look
    return False


def _made(block: Block, paper: Paper, width: int, spots: list[Spot]) -> Iterator[Line]:
    match block:
        case Heading():
            yield from _heading(block, block.runs, width)
            yield from _remarks(block.comments, width)
        case Paragraph():
            yield from _paragraph(block, block.runs, width)
            yield from _remarks(block.comments, width)
        case Item():
            yield from _item(block, block.runs, width)
        case Change():
            yield from _change(block, width)
        case Table():
            yield from _table(block, width, spots)
        case TableChange():
            yield from _table(as_changed(block), width, spots)
        case Whole():
            yield line(ink.Run(_whole_words(block), _CHANGED[block.revision.kind]))
            yield from _made(block.block, paper, width, spots)
        case Contents():
            yield from _contents(block, paper, width)
        case Signatures():
            yield from _signatures(block, width)
        case PageBreak() | Turn():
            yield (ink.Run("─ " * (width // 2), "line"),)


def _heading(block: Heading, runs: Runs, width: int) -> Iterator[Line]:
    number = f"{block.number} " if block.number else ""
    yield from wrap((*line(ink.Run(number, "title")), *_inked(runs, "title")), width)


def _paragraph(block: Paragraph, runs: Runs, width: int) -> Iterator[Line]:
    default = _INKS.get(block.look, "text")
    first: Line = line(" " * (_STEP * block.level))
    if block.number:
        first = (*first, *line(ink.Run(f"{block.number} ", "strong")))
    elif block.under_number:
        first = (*first, *line("     "))
    yield from wrap(_inked(runs, default), width, first)


def _item(block: Item, runs: Runs, width: int) -> Iterator[Line]:
    mark = line(" " * (_STEP * block.level), ink.Run(f"{block.mark or '•'} ", "quiet"))
    yield from wrap(_inked(runs), width, mark)


def _remarks(comments: tuple[Comment, ...], width: int) -> Iterator[Line]:
    """What will stand in the margin."""
    for own in comments:
        yield from wrap((ink.Run(_safe(own.text), "quiet"),), width, line("   » "))


def _change(block: Change, width: int) -> Iterator[Line]:
    own = block.after or block.before
    match own:
        case Heading():
            yield from _heading(own, block.runs, width)
        case Paragraph():
            yield from _paragraph(own, block.runs, width)
        case Item():
            yield from _item(own, block.runs, width)
    if block.after is not None and not isinstance(block.after, Item):
        yield from _remarks(block.after.comments, width)


def _whole_words(block: Whole) -> str:
    return "Vervallen:" if block.revision.kind is RevisionKind.DELETED else "Nieuw:"


def _table(block: Table, width: int, spots: list[Spot]) -> Iterator[Line]:
    look = block.look is TableLook.GRID
    yield from grid(
        block.rows,
        block.widths,
        width,
        header=block.header_rows,
        ruled=look,
        inked=_inked,
        spots=spots,
    )


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


def _inked(runs: Runs, default: str = "text") -> Inked:
    found: list[ink.Run] = []
    for run in runs:
        if isinstance(run, PageCount):
            found.append(ink.Run("…", "quiet"))
            continue
        own = _CHANGED.get(run.revision.kind) if run.revision else None
        match run:
            case Run():
                found.append(
                    ink.Run(_safe(run.text), own or ("strong" if run.bold else default))
                )
            case Reference():
                found.append(ink.Run(_safe(run.text), own or default))
            case FootnoteMark():
                found.append(ink.Run(f"[{_safe(run.mark)}]", own or "quiet"))
    return tuple(found)


def _safe(text: str) -> str:
    """Cleaned text whose line ends stay line ends."""
    return "\n".join(ink.shown(part) for part in text.split("\n"))


def _words(runs: Runs) -> str:
    return "".join(run.text for run in _inked(runs))
