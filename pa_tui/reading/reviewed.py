"""From a reviewed reading to the act that begins a file with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Article
from pa_tui.domain.text import ANCHOR, Anchor, AnchorKind, Block, Cell, Label, Text
from pa_tui.edits.structure import StartAgreement
from pa_tui.reading.blocks import article_anchor, with_references


def reviewed(agreement: Agreement, original: Agreement) -> StartAgreement:
    """The act that begins a file with what was read and set right.

    Where articles came, went or changed their number since ``original``, references are
    found again: they follow the numbers as they are now.
    """
    live = [a for key in agreement.order.flat if not (a := agreement.articles[key]).removed]
    if _numbers(agreement) != _numbers(original):
        live = list(_referring(agreement, live))
    return StartAgreement(agreement.about, tuple(_entities(agreement, live)))


def _entities(agreement: Agreement, live: list[Article]) -> Iterator[Any]:
    yield from agreement.ordered_parties
    yield from agreement.sections.values()
    yield from agreement.ordered_themes
    yield from live
    for article in live:
        yield from agreement.commitments_of(article.id)
    yield from agreement.footnotes.values()
    yield from agreement.annexes.values()
    yield from agreement.unread.values()


def _numbers(agreement: Agreement) -> dict[str, str | None]:
    return {line.id: line.number for line in agreement.lines.values() if not line.removed}


def _referring(agreement: Agreement, live: list[Article]) -> Iterator[Article]:
    own = {article.id for article in live}
    by_number: dict[str, list[str]] = {}
    for article in live:
        if article.number:
            by_number.setdefault(article.number.casefold(), []).append(article.id)

    def find(number: str, suffix: str) -> Anchor | None:
        found = by_number.get(number.casefold(), [])
        return article_anchor(found[0], number, suffix) if len(found) == 1 else None

    for article in live:
        text = with_references(released(article.text, own, agreement.label), find)
        yield article if text == article.text else replace(article, text=text)


def released(text: Text, live: set[str], label: Label) -> Text:
    """The text with plain words where it referred to an article that is not ``live``."""
    return tuple(_released(block, live, label) for block in text)


def _released(block: Block, live: set[str], label: Label) -> Block:
    if not block.cells:
        words, anchors = _words(block.text, block.anchors, live, label)
        return replace(block, text=words, anchors=anchors)
    rows = tuple(tuple(_cell(cell, live, label) for cell in row) for row in block.cells)
    return replace(block, cells=rows)


def _cell(cell: Cell, live: set[str], label: Label) -> Cell:
    words, anchors = _words(cell.text, cell.anchors, live, label)
    return replace(cell, text=words, anchors=anchors)


def _words(
    text: str, anchors: tuple[Anchor, ...], live: set[str], label: Label
) -> tuple[str, tuple[Anchor, ...]]:
    first, *pieces = text.split(ANCHOR)
    kept = []
    for anchor, piece in zip(anchors, pieces, strict=False):
        stays = anchor.kind is AnchorKind.FOOTNOTE or anchor.target in live
        first += (ANCHOR if stays else label(anchor)) + piece
        kept += [anchor] if stays else []
    return first, tuple(kept)
