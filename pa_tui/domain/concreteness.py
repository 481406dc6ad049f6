"""What working groups complain about afterwards, as questions: who, when, which table?"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Article, Strength
from pa_tui.domain.decisions import Stance
from pa_tui.domain.lines import ArticleLine, Status
from pa_tui.domain.parties import Basis, State
from pa_tui.domain.saying import (
    condition_in,
    explained,
    missing_table,
    unexplained,
    wrong_sum,
)
from pa_tui.domain.text import AnchorKind, anchors_of, plain
from pa_tui.domain.timing import Timing, TimingKind

SAME_FROM = 40
"""From how many characters on two equal texts are worth a question."""


class FindingKind(StrEnum):
    """What is not concrete yet."""

    NO_LEAD = "no_lead"
    JOINT_WITHOUT_LEAD = "joint_without_lead"
    NO_DATE = "no_date"
    OUTSIDE_PERIOD = "outside_period"
    STALE_YEAR = "stale_year"
    CONDITION = "condition"
    UNANSWERED_REQUEST = "unanswered_request"
    ABBREVIATION = "abbreviation"
    DEAD_REFERENCE = "dead_reference"
    WRONG_SUM = "wrong_sum"
    TABLE_MISSING = "table_missing"
    SAME_TEXT = "same_text"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to ask about an article (id); ``words`` are those of the article it is
    about ("vóór 1 oktober 2024"), or the number of another article."""

    article: str
    kind: FindingKind
    words: str = ""


def findings(agreement: Agreement) -> Iterator[Finding]:
    """What is not concrete yet, in reading order; dropped articles are left out, and an
    abbreviation is asked after once."""
    known = set(explanations(agreement))
    seen: dict[str, ArticleLine] = {}
    for key in agreement.order.flat:
        line = agreement.lines[key]
        if line.status is Status.DROPPED:
            continue
        article = agreement.articles[key]
        for finding in article_findings(agreement, article, known):
            if finding.kind is FindingKind.ABBREVIATION:
                known.add(finding.words)
            yield finding
        words = " ".join(plain(article.text, agreement.label).casefold().split())
        if len(words) >= SAME_FROM:
            first = seen.setdefault(words, line)
            if first is not line:
                yield Finding(key, FindingKind.SAME_TEXT, first.number or first.label)


def article_findings(
    agreement: Agreement, article: Article, known: Container[str] | None = None
) -> Iterator[Finding]:
    """What is not concrete yet in one article, without comparing it to the others.

    ``known`` are the abbreviations that are explained somewhere (:func:`explanations`);
    None asks after no abbreviation.
    """
    yield from _carried(agreement, article)
    yield from _timed(agreement, article)
    yield from _said(agreement, article)
    if known is not None:
        for word in tuple(unexplained(article.text, known)):
            yield Finding(article.id, FindingKind.ABBREVIATION, word)
    yield from _pointing(agreement, article)


def explanations(agreement: Agreement) -> frozenset[str]:
    """The abbreviations that the agreement explains somewhere, those in the names of its
    parties with them."""
    names = (
        name
        for party in agreement.ordered_parties
        for name in (party.short, party.name, *party.aliases)
    )
    own = frozenset(word for name in names for word in _CAPITALS.findall(name))
    return own | explained(_all_texts(agreement))


_CAPITALS = re.compile(r"[A-Z][A-Z&]+")


def _all_texts(agreement: Agreement) -> Iterator[str]:
    for article in agreement.articles.values():
        yield f"{article.title}\n{plain(article.text)}"
    for theme in agreement.themes.values():
        yield from (f"{passage.title}\n{plain(passage.text)}" for passage in theme.context)
    for section in agreement.sections.values():
        yield f"{section.title}\n{plain(section.text)}"
    for annex in agreement.annexes.values():
        yield f"{annex.title}\n{plain(annex.text)}"
    yield from (note.text for note in agreement.footnotes.values())


def _said(agreement: Agreement, article: Article) -> Iterator[Finding]:
    """What the words themselves leave open."""
    if condition := condition_in(article.text):
        yield Finding(article.id, FindingKind.CONDITION, condition)
    if is_unanswered(agreement, article):
        yield Finding(article.id, FindingKind.UNANSWERED_REQUEST)
    if total := wrong_sum(article.text):
        yield Finding(article.id, FindingKind.WRONG_SUM, total)
    if table := missing_table(article.text):
        yield Finding(article.id, FindingKind.TABLE_MISSING, table)


def is_unanswered(agreement: Agreement, article: Article) -> bool:
    """Whether something is asked of a party that has not said yes: it did not agree, nobody
    confirmed that it leads, and nothing is decided."""
    asked = [
        part
        for part in agreement.commitments_of(article.id)
        if part.strength is Strength.REQUEST
    ]
    if not asked or agreement.lines[article.id].status is Status.DECIDED:
        return False
    agreeing = {
        key
        for key, position in agreement.positions_on(article.id).items()
        if position.stance is Stance.AGREE
    }
    leads = [lead for part in asked for lead in part.leads]
    if any(lead.state is State.CONFIRMED for lead in leads):
        return False
    return not ({lead.party for lead in leads} <= agreeing and leads)


def _carried(agreement: Agreement, article: Article) -> Iterator[Finding]:
    parts = agreement.commitments_of(article.id)
    leads = [lead for part in parts for lead in part.leads]
    if any(lead.basis is not Basis.JOINT for lead in leads):
        return
    if leads or any(part.joint for part in parts):
        yield Finding(article.id, FindingKind.JOINT_WITHOUT_LEAD)
    else:
        yield Finding(article.id, FindingKind.NO_LEAD)


def _timed(agreement: Agreement, article: Article) -> Iterator[Finding]:
    timings = [t for part in agreement.commitments_of(article.id) for t in part.timings]
    if not any(timing.is_concrete for timing in timings):
        yield Finding(article.id, FindingKind.NO_DATE)
    first, last = period(agreement)
    for timing in timings:
        if timing.kind is TimingKind.TARGET:
            continue
        if first is not None and _ends_before(timing, first):
            yield Finding(article.id, FindingKind.STALE_YEAR, timing.text)
        elif last is not None and _reaches_past(timing, last):
            yield Finding(article.id, FindingKind.OUTSIDE_PERIOD, timing.text)


def period(agreement: Agreement) -> tuple[date | None, date | None]:
    """The first and last day of the agreement: its period, else its year."""
    facts = agreement.about
    if facts.year is None:
        return facts.period_start, facts.period_end
    return (
        facts.period_start or date(facts.year, 1, 1),
        facts.period_end or date(facts.year, 12, 31),
    )


def _ends_before(timing: Timing, first: date) -> bool:
    end = timing.end or (timing.start if timing.kind is not TimingKind.START else None)
    return end is not None and end < first and timing.every is None


def _reaches_past(timing: Timing, last: date) -> bool:
    return any(day is not None and day > last for day in (timing.start, timing.end))


def _pointing(agreement: Agreement, article: Article) -> Iterator[Finding]:
    gone: dict[str, None] = {}
    for anchor in anchors_of(article.text):
        if anchor.kind is not AnchorKind.ARTICLE:
            continue
        target = agreement.lines.get(anchor.target)
        if target is None or target.status is Status.DROPPED:
            gone[agreement.label(anchor)] = None
    for shown in gone:
        yield Finding(article.id, FindingKind.DEAD_REFERENCE, shown)
