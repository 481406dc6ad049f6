"""What a reading is not sure of, each with its reason, so that a person looks at it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Article, Unread
from pa_tui.domain.parties import Role
from pa_tui.domain.text import AnchorKind, BlockKind, Text, anchors_of, plain
from pa_tui.edits.reviewing import SAID_TO_BE_NONE
from pa_tui.errors import N_
from pa_tui.reading.furniture import PAGE_NUMBER, RUNNING_HEAD
from pa_tui.reading.lines import Remark
from pa_tui.reading.outline_regions import CONTENTS, COVER, REPEATED_TITLE

UNDERSTOOD = (PAGE_NUMBER, RUNNING_HEAD, CONTENTS, COVER, REPEATED_TITLE, SAID_TO_BE_NONE)
"""Why a line is left out that was understood very well."""

PARTIES = "parties"
"""The key of what is asked about the parties together."""

LONG = 6000
"""From how many characters on an article may well be several."""

_INNER = re.compile(r"(?:^|[.;:!?]\s+)(\d{1,2}\.\d{1,2})\.?\s+(?=[A-ZÀ-Þ])", re.MULTILINE)
_ENDED = re.compile(r"[.:;!?…)\]\"'”’|]\s*$|\[\^\w+\]\s*$")
_PARTS = re.compile(r"(?P<stem>.*?)(?P<last>\d+)(?P<letter>[a-z]{0,2})")

_ROLES = (
    (Role.MUNICIPALITY, N_("No municipality was found. Who is it?")),
    (Role.CORPORATION, N_("No housing corporation was found. Which ones take part?")),
    (Role.TENANTS, N_("No tenants’ organisation was found. Which one takes part?")),
)


class Doubt(NamedTuple):
    """Something to look at: the id it is about (or ``PARTIES``) and the question."""

    key: str
    question: Remark


class Doubts:
    """Finds what is doubtful in an agreement as it changes; what it knows of an article is
    kept while the article stays as it is."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Article, tuple[Remark, ...]]] = {}

    def of(self, agreement: Agreement) -> Iterator[Doubt]:
        """All of them, kind by kind, each kind in reading order."""
        yield from self._parties(agreement)
        yield from self._themes(agreement)
        yield from self._articles(agreement)
        yield from _notes(agreement)
        yield from (
            Doubt(unread.id, Remark.of(N_("Left out. Does it belong to the agreement?")))
            for unread in sorted(agreement.unread.values(), key=lambda own: own.rank)
            if is_puzzling(unread)
        )

    @staticmethod
    def _parties(agreement: Agreement) -> Iterator[Doubt]:
        for role, question in _ROLES:
            if not agreement.with_role(role):
                yield Doubt(PARTIES, Remark.of(question))

    @staticmethod
    def _themes(agreement: Agreement) -> Iterator[Doubt]:
        for theme in agreement.ordered_themes:
            if all(line.removed for line in agreement.lines_of(theme.id)):
                yield Doubt(theme.id, Remark.of(N_("No article stands in it. Is it a theme?")))

    def _articles(self, agreement: Agreement) -> Iterator[Doubt]:
        lines = [
            line
            for theme in agreement.ordered_themes
            for line in agreement.lines_of(theme.id)
            if not line.removed
        ]
        numbers = Counter((line.theme, line.number) for line in lines if line.number)
        few = sum(not line.number for line in lines) * 4 < len(lines)
        previous, before = "", ""
        for line in lines:
            if line.number is None:
                if few:
                    yield Doubt(line.id, Remark.of(N_("It has no number. Is it an article?")))
            elif numbers[line.theme, line.number] > 1:
                yield Doubt(
                    line.id,
                    Remark.of(N_("{number} stands there twice."), number=line.number),
                )
            elif previous and not follows(previous, line.number, anew=line.theme != before):
                yield Doubt(
                    line.id,
                    Remark.of(
                        N_("{number} comes after {previous}. Is one missing?"),
                        number=line.number,
                        previous=previous,
                    ),
                )
            previous, before = line.number or previous, line.theme
            own = self._of_article(agreement.articles[line.id])
            yield from (Doubt(line.id, question) for question in own)

    def _of_article(self, article: Article) -> tuple[Remark, ...]:
        known = self._known.get(article.id)
        if known is None or known[0] is not article:
            known = article, tuple(_about(article))
            self._known[article.id] = known
        return known[1]


def _about(article: Article) -> Iterator[Remark]:
    words = plain(article.text).strip()
    if not words and not article.title:
        yield Remark.of(N_("It has no words."))
        return
    if words[:1].islower() and not article.title:
        yield Remark.of(N_("It begins in the middle of a sentence. Does it go on from above?"))
    last = article.text[-1] if article.text else None
    running = last is not None and last.kind is BlockKind.PARAGRAPH
    if running and len(words) > 60 and not _ENDED.search(words):
        yield Remark.of(N_("It stops in the middle of a sentence. Does it go on below?"))
    inner = next((m for m in _INNER.finditer(words) if m.start()), None)
    if inner is not None:
        yield Remark.of(
            N_("{number} stands in the middle of it. Is that another article?"), number=inner[1]
        )
    if len(words) > LONG:
        yield Remark.of(N_("It is very long. Is it more than one article?"))


def follows(previous: str, number: str, *, anew: bool) -> bool:
    """Whether a number can come after another; ``anew`` where a theme begins with it."""
    one, two = _PARTS.fullmatch(previous), _PARTS.fullmatch(number)
    if one is None or two is None:
        return True
    step = int(two["last"]) - int(one["last"])
    if one["stem"] == two["stem"]:
        return (
            step == 1
            or (step == 0 and two["letter"] > one["letter"])
            or (anew and two["last"] == "1")
        )
    return int(two["last"]) <= 1 or two["stem"].startswith(previous)


def _notes(agreement: Agreement) -> Iterator[Doubt]:
    if not agreement.footnotes:
        return
    marked = {
        anchor.target
        for text in _texts(agreement)
        for anchor in anchors_of(text)
        if anchor.kind is AnchorKind.FOOTNOTE
    }
    for note in agreement.footnotes.values():
        if note.id not in marked:
            yield Doubt(note.id, Remark.of(N_("Its mark was not found in the text.")))


def _texts(agreement: Agreement) -> Iterable[Text]:
    for key in agreement.order.flat:
        article = agreement.articles[key]
        if not article.removed:
            yield article.text
    for theme in agreement.themes.values():
        yield from (passage.text for passage in theme.context)
    yield from (part.text for part in agreement.sections.values())
    yield from (part.text for part in agreement.annexes.values())


def is_puzzling(unread: Unread) -> bool:
    """Whether nobody knows what a line that was left out is for."""
    return unread.why not in UNDERSTOOD and bool(unread.text.strip())
