"""The rows of the result: what was read, in the order of the document."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator
from enum import StrEnum
from typing import NamedTuple

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Unread
from pa_tui.domain.text import AnchorKind, Text, anchors_of
from pa_tui.reading.doubts import PARTIES
from screens.review.trail import Trail


class Kind(StrEnum):
    """What a row shows."""

    FACTS = "facts"
    PARTIES = "parties"
    PARTY = "party"
    SECTION = "section"
    THEME = "theme"
    PASSAGE = "passage"
    GROUP = "group"
    ARTICLE = "article"
    BLOCK = "block"
    FOOTNOTE = "footnote"
    ANNEX = "annex"
    UNREAD = "unread"


class Row(NamedTuple):
    """One row: the id of what it shows, and which passage or paragraph of it, from 1."""

    kind: Kind
    key: str
    place: int = 0


FACTS = "agreement"
"""The key of the row about the agreement as a whole."""


def rows_of(agreement: Agreement, trail: Trail, opened: Collection[str]) -> list[Row]:
    """All rows; the paragraphs of the articles that are ``opened`` have rows of their own."""
    rows = [Row(Kind.FACTS, FACTS), Row(Kind.PARTIES, PARTIES)]
    rows += [Row(Kind.PARTY, party.id) for party in agreement.ordered_parties]
    left_out = sorted(
        (trail.start_of_unread(unread), unread.rank, unread)
        for unread in agreement.unread.values()
    )
    rows += _woven(list(_body(agreement, opened)), [(n, u) for n, _, u in left_out], trail)
    return rows


def _body(agreement: Agreement, opened: Collection[str]) -> Iterator[Row]:
    told: set[str] = set()
    yield from (Row(Kind.SECTION, section.id) for section in agreement.sections.values())
    for theme in agreement.ordered_themes:
        yield Row(Kind.THEME, theme.id)
        for place, passage in enumerate(theme.context, start=1):
            yield Row(Kind.PASSAGE, theme.id, place)
            yield from _notes(agreement, passage.text, told)
        group = ""
        for line in agreement.lines_of(theme.id):
            if line.removed:
                continue
            if line.group != group and line.group:
                yield Row(Kind.GROUP, line.id)
            group = line.group
            yield Row(Kind.ARTICLE, line.id)
            article = agreement.articles[line.id]
            if line.id in opened:
                count = len(article.text)
                yield from (Row(Kind.BLOCK, line.id, n) for n in range(1, count + 1))
            yield from _notes(agreement, article.text, told)
    yield from (Row(Kind.ANNEX, annex.id) for annex in agreement.annexes.values())
    yield from (
        Row(Kind.FOOTNOTE, n.id) for n in agreement.footnotes.values() if n.id not in told
    )


def _notes(agreement: Agreement, text: Text, told: set[str]) -> Iterator[Row]:
    for anchor in anchors_of(text):
        known = anchor.target in agreement.footnotes and anchor.target not in told
        if anchor.kind is AnchorKind.FOOTNOTE and known:
            told.add(anchor.target)
            yield Row(Kind.FOOTNOTE, anchor.target)


_WEAVABLE = (Kind.SECTION, Kind.THEME, Kind.ARTICLE, Kind.ANNEX, Kind.GROUP)


def _woven(body: list[Row], left_out: list[tuple[int, Unread]], trail: Trail) -> Iterator[Row]:
    """The rows with every line that was left out where it stood in the document."""
    waiting = deque(left_out)
    for row in body:
        start = trail.start(row.kind, row.key) if waiting and row.kind in _WEAVABLE else None
        while start is not None and waiting and waiting[0][0] < start:
            yield Row(Kind.UNREAD, waiting.popleft()[1].id)
        yield row
    yield from (Row(Kind.UNREAD, unread.id) for _, unread in waiting)
