"""The secretary's words in a paper: where they stand, and where the record moved under them.

A piece of a paper is a paragraph, an item or a cell with a place: a name by what it tells
about. The program makes the paper from the record; then other words are put in. Where the
record says by now something else than what was reworded, both are told (:class:`Conflict`)
and the secretary's words stay until somebody chooses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256

from pa_tui.domain.minutes import Rewording
from pa_tui.papers.blocks import (
    Block,
    Cell,
    Item,
    Paper,
    Paragraph,
    Run,
    Runs,
    Table,
    said,
    words,
)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Words of the secretary whose ground moved: what the program wrote when they were
    written (``was``), what it would write ``now`` (None where the piece is gone), and the
    words themselves (``mine``)."""

    place: str
    was: str
    now: str | None
    mine: str


@dataclass(frozen=True, slots=True)
class Reworded:
    """A paper with the secretary's words in it. ``made`` is what the program wrote in every
    piece, by its place; ``standing`` the places that hold other words."""

    paper: Paper
    made: dict[str, str]
    standing: frozenset[str]
    conflicts: tuple[Conflict, ...]


def place_by_words(about: str, told: str) -> str:
    """A place for a piece that nothing but its words can name."""
    return f"{about}/{sha256(told.encode()).hexdigest()[:8]}"


def placed(blocks: Iterable[Block], about: str) -> Iterator[Block]:
    """Blocks with a place for every paragraph and item that has none: by the bold label it
    begins with, else by its words."""
    for block in blocks:
        if isinstance(block, Paragraph | Item) and not block.place and block.runs:
            label, told = _label(block.runs), said(block.runs)
            yield replace(
                block,
                place=f"{about}/{label.strip(': ')}" if label else place_by_words(about, told),
            )
        else:
            yield block


def pieces(paper: Paper) -> dict[str, str]:
    """The words of every piece by its place, in the order of the paper."""
    found: dict[str, str] = {}
    for block in paper.blocks:
        if isinstance(block, Paragraph | Item) and block.place:
            found[block.place] = said(block.runs)
        elif isinstance(block, Table):
            cells = (cell for row in block.rows for cell in row.cells)
            found |= {cell.place: said_in(cell) for cell in cells if cell.place}
    return found


def said_in(cell: Cell) -> str:
    """The words of a cell, a line for each of its paragraphs."""
    return "\n".join(said(runs) for runs in cell.paragraphs)


def reworded(paper: Paper, rewordings: Iterable[Rewording]) -> Reworded:
    """The paper with the secretary's words in their places; the program's own words where
    nobody gave others."""
    made = pieces(paper)
    mine = {own.place: own for own in rewordings}
    conflicts = tuple(
        Conflict(place, own.was, made.get(place), own.becomes)
        for place, own in mine.items()
        if made.get(place) not in (own.was, own.becomes)
    )
    others = {place: own.becomes for place, own in mine.items() if place in made}
    blocks = tuple(_with_words(block, others) for block in paper.blocks) if others else ()
    return Reworded(
        replace(paper, blocks=blocks) if others else paper, made, frozenset(others), conflicts
    )


def _with_words(block: Block, others: dict[str, str]) -> Block:
    if isinstance(block, Paragraph | Item) and block.place in others:
        return replace(block, runs=_runs(others[block.place], block.runs))
    if isinstance(block, Table):
        rows = tuple(
            replace(row, cells=tuple(_cell(own, others) for own in row.cells))
            for row in block.rows
        )
        return replace(block, rows=rows) if rows != block.rows else block
    return block


def _cell(own: Cell, others: dict[str, str]) -> Cell:
    if own.place not in others:
        return own
    bold = all(isinstance(run, Run) and run.bold for runs in own.paragraphs for run in runs)
    lines = others[own.place].split("\n")
    filled = any(own.paragraphs)
    return replace(
        own, paragraphs=tuple(words(line, bold=bold and filled) for line in lines), value=None
    )


def _runs(text: str, before: Runs) -> Runs:
    """Other words, with the bold label before them where they begin with it."""
    label = _label(before)
    if label and text.startswith(label):
        return (Run(label, bold=True), *words(text.removeprefix(label)))
    return words(text)


def _label(runs: Runs) -> str:
    first = runs[0]
    return first.text if isinstance(first, Run) and first.bold else ""
