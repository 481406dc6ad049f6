"""From a document to the entities of an agreement, and all that was not understood."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pa_tui.domain.agreement import Facts
from pa_tui.domain.articles import (
    Annex,
    Article,
    Commitment,
    Footnote,
    Passage,
    Section,
    Theme,
    Unread,
)
from pa_tui.domain.parties import Party
from pa_tui.domain.ranks import spread
from pa_tui.domain.text import Anchor, AnchorKind
from pa_tui.errors import N_, Unreadable
from pa_tui.reading.blocks import BlockMaker, article_anchor, with_references
from pa_tui.reading.facts import facts_of, questions_about
from pa_tui.reading.kind import DocumentKind, kind_of
from pa_tui.reading.lines import BULLET, Document, Line, Progress, Remark
from pa_tui.reading.origins import Origins, SourceLine, source_lines
from pa_tui.reading.outline import outline_of
from pa_tui.reading.outline_items import Item
from pa_tui.reading.outline_parts import ArticleDraft, Outline
from pa_tui.reading.parties import parties_of
from pa_tui.reading.party_names import party_rows
from pa_tui.reading.promises import Promises, commitments_of
from pa_tui.reading.signatures import place_and_date, signatures_of

Question = Remark
"""Something the document does not say and a person should."""

Mint = Callable[[], str]
"""Gives a new id each time."""

_NO_AGREEMENT = N_("this document is no agreement")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read. ``entities`` are parties, sections, themes, articles, commitments,
    footnotes, annexes and unread lines, in that order, each kind in reading order.
    ``origins`` tells by id which of the ``source`` lines (by index) something comes from."""

    kind: DocumentKind
    facts: Facts
    entities: tuple[Any, ...]
    questions: tuple[Question, ...] = ()
    warnings: tuple[Remark, ...] = ()
    source: tuple[SourceLine, ...] = ()
    origins: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


def read_agreement(
    document: Document,
    *,
    year: int | None = None,
    mint: Mint,
    progress: Progress | None = None,
    anyway: bool = False,
) -> Reading:
    """The agreement in a document. ``year`` is the agreement's where a person said so.

    A document that is no agreement (a council notice, a press release, a monitor) gives no
    articles unless ``anyway``; its lines are listed as unread. Raises Unreadable where
    ``progress`` stops it.
    """
    outline = outline_of(document)
    texts = [line.text for line in document.lines if line.text.strip()]
    count = sum(len(theme.articles) for theme in outline.themes)
    kind = kind_of(texts, count)
    foreign = kind is DocumentKind.UNKNOWN and count > 0
    if (kind in _OTHERS or foreign) and not anyway:
        return _refused(kind, outline, document, mint)
    front = _front(outline)
    signing = [item.line.text for item in outline.signing]
    place, signed = place_and_date(outline.signing)
    facts = facts_of(outline.title, front, year, place, signed)
    parties = parties_of(
        front, [*front, *_everything(outline, texts)], signatures_of(outline.signing)
    )
    source = source_lines(document)
    maker = _Maker(outline, parties, facts, mint, progress, Origins(source))
    entities = tuple(maker.entities())
    return Reading(
        kind=kind,
        facts=facts,
        entities=entities,
        questions=tuple(questions_about(outline.title, front, facts, [*front, *signing])),
        warnings=document.warnings,
        source=source,
        origins=maker.origins(),
    )


_OTHERS = (DocumentKind.NOTICE, DocumentKind.PRESS_RELEASE, DocumentKind.MONITOR)


def _refused(kind: DocumentKind, outline: Outline, document: Document, mint: Mint) -> Reading:
    lines = [line for line in document.lines if line.text.strip() or line.is_table]
    source = source_lines(document)
    origins = Origins(source)
    left_out = tuple(_unread([(line, _NO_AGREEMENT) for line in lines], mint, origins))
    return Reading(
        kind=kind,
        facts=Facts(title=outline.title),
        entities=left_out,
        warnings=document.warnings,
        source=source,
        origins=origins.found(),
    )


def _front(outline: Outline) -> list[str]:
    """The paragraphs before the agreements, and what introduces the themes."""
    parts = [_marked(item) for item in outline.cover]
    for section in outline.sections:
        parts.append(section.title)
        for item in section.items:
            parts += party_rows(item.line) if item.line.is_table else [_marked(item)]
    for theme in outline.themes:
        for passage in theme.context:
            parts += [_marked(item) for item in passage.items]
    return [outline.title, *[text for text in parts if text]]


def _marked(item: Item) -> str:
    return f"{BULLET} {item.text}" if item.line.is_bullet else item.text


def _everything(outline: Outline, texts: Sequence[str]) -> list[str]:
    bodies = [
        item.text
        for theme in outline.themes
        for article in theme.articles
        for item in article.body
    ]
    return [*texts, *bodies]


def _unread(
    lines: Sequence[tuple[Line, str]], mint: Mint, origins: Origins
) -> Iterator[Unread]:
    ordered = sorted(lines, key=lambda found: found[0].place)
    for (line, why), rank in zip(ordered, spread(len(ordered)), strict=True):
        own = mint()
        origins.leave_out(own, line)
        yield Unread(own, rank, line.place, _words_of(line), why)


def _words_of(line: Line) -> str:
    if not line.is_table:
        return f"{line.mark} {line.text}".strip()
    rows = (" | ".join(cell.text.replace("\n", " ") for cell in row) for row in line.rows)
    return "\n".join(rows)


class _Maker:
    """Makes the entities of one outline."""

    def __init__(
        self,
        outline: Outline,
        parties: tuple[Party, ...],
        facts: Facts,
        mint: Mint,
        progress: Progress | None,
        origins: Origins,
    ) -> None:
        self._outline, self._parties, self._facts = outline, parties, facts
        self._mint, self._progress, self._origins = mint, progress, origins
        self._promises = Promises(parties, facts)
        self._notes = {note.key: (mint(), note) for note in outline.notes}
        self._blocks = BlockMaker(
            {
                key: Anchor(AnchorKind.FOOTNOTE, own, note.mark)
                for key, (own, note) in self._notes.items()
            }
        )
        self._ids = [[mint() for _ in theme.articles] for theme in outline.themes]
        self._numbered: dict[str, list[str]] = {}
        for theme, ids in zip(outline.themes, self._ids, strict=True):
            for article, own in zip(theme.articles, ids, strict=True):
                if article.number:
                    self._numbered.setdefault(article.number.casefold(), []).append(own)

    def entities(self) -> Iterator[Any]:
        """All of them, parents before what hangs on them."""
        yield from self._parties
        yield from self._sections()
        yield from self._themes()
        yield from self._footnotes()
        yield from self._annexes()
        yield from _unread(self._outline.skipped, self._mint, self._origins)

    def origins(self) -> Mapping[str, tuple[int, ...]]:
        """Which lines all of them come from, once they were made."""
        for party in self._parties:
            self._origins.find(party.id, party.name)
            if party.signatory is not None:
                self._origins.find(party.id, party.signatory.name)
        self._origins.claim(Facts().id, [item.line for item in self._outline.signing])
        self._origins.find(Facts().id, self._facts.title)
        return self._origins.found()

    def _sections(self) -> Iterator[Section]:
        sections = self._outline.sections
        for part, rank in zip(sections, spread(len(sections)), strict=True):
            own = self._mint()
            self._origins.claim(own, [item.line for item in part.items], part.title)
            text = self._blocks.text(part.items, numbered=True)
            yield Section(own, rank, part.title, text, min(max(part.level, 1), 6))

    def _themes(self) -> Iterator[Any]:
        themes = self._outline.themes
        made: list[Any] = []
        total = sum(len(theme.articles) for theme in themes)
        done = 0
        for theme, ids, rank in zip(themes, self._ids, spread(len(themes)), strict=True):
            passages = tuple(
                Passage(part.title, self._referring(part.items, numbered=True))
                for part in theme.context
            )
            own = self._mint()
            for part in theme.context:
                self._origins.claim(own, [item.line for item in part.items], part.title)
            yield Theme(own, rank, theme.number, theme.title, passages)
            ranks = spread(len(theme.articles))
            for article, key, place in zip(theme.articles, ids, ranks, strict=True):
                made += self._article(article, key, own, place)
                done += 1
                if self._progress and done % 50 == 0 and not self._progress(done, total):
                    raise Unreadable(N_("Reading was stopped; nothing was imported."))
            self._origins.claim_heading(own, (own, *ids[:1]), theme.title)
        yield from sorted(made, key=lambda entity: entity.KIND != Article.KIND)

    def _article(
        self, draft: ArticleDraft, key: str, theme: str, rank: str
    ) -> Iterator[Article | Commitment]:
        text = self._referring(draft.body)
        lines = [Line(draft.title, draft.place), *(item.line for item in draft.body)]
        self._origins.claim(key, lines, draft.group)
        yield Article(key, theme, rank, draft.number, draft.title, draft.group, text)
        parts = self._promises.of(text, draft.group, draft.row)
        yield from commitments_of(parts, key, iter(self._mint, None))

    def _referring(self, items: Sequence[Item], *, numbered: bool = False) -> Any:
        return with_references(self._blocks.text(items, numbered=numbered), self._anchor)

    def _anchor(self, number: str, suffix: str) -> Anchor | None:
        found = self._numbered.get(number.casefold(), [])
        return article_anchor(found[0], number, suffix) if len(found) == 1 else None

    def _footnotes(self) -> Iterator[Footnote]:
        notes = list(self._notes.values())
        for (own, note), rank in zip(notes, spread(len(notes)), strict=True):
            self._origins.find(own, note.text)
            yield Footnote(own, rank, note.mark, note.text)

    def _annexes(self) -> Iterator[Annex]:
        annexes = self._outline.annexes
        for part, rank in zip(annexes, spread(len(annexes)), strict=True):
            items = sum(
                item.number is not None and item.number.shape in ("d", "d.d")
                for item in part.items
                if not item.is_heading
            )
            text = self._blocks.text(part.items, numbered=True)
            own = self._mint()
            self._origins.claim(own, [item.line for item in part.items], part.title)
            yield Annex(own, rank, part.title, text, items)
