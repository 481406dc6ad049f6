"""What working groups complain about afterwards, as questions: who, when, which table?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Article
from pa_tui.domain.lines import ArticleLine, Status
from pa_tui.domain.parties import Basis
from pa_tui.domain.text import AnchorKind, BlockKind, anchors_of, plain
from pa_tui.domain.timing import Timing, TimingKind
from pa_tui.language import N_, _

SAME_FROM = 40
"""From how many characters on two equal texts are worth a question."""

_TABLE_ANNOUNCED = re.compile(
    r"\b(?:(?:onder|boven)staande|volgende|bijgevoegde)\s+tabel\b"
    r"|\btabel\s+hier(?:onder|boven)\b|\bin\s+de\s+tabel\b",
    re.IGNORECASE,
)


class FindingKind(StrEnum):
    """What is not concrete yet."""

    NO_LEAD = "no_lead"
    JOINT_WITHOUT_LEAD = "joint_without_lead"
    NO_DATE = "no_date"
    OUTSIDE_PERIOD = "outside_period"
    STALE_YEAR = "stale_year"
    DEAD_REFERENCE = "dead_reference"
    TABLE_MISSING = "table_missing"
    SAME_TEXT = "same_text"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to ask about an article (id); ``words`` are those of the article it is
    about ("vóór 1 oktober 2024"), or the number of another article."""

    article: str
    kind: FindingKind
    words: str = ""


_QUESTIONS: Mapping[FindingKind, str] = MappingProxyType(
    {
        FindingKind.NO_LEAD: N_("lead?"),
        FindingKind.JOINT_WITHOUT_LEAD: N_("together: who takes the lead?"),
        FindingKind.NO_DATE: N_("date?"),
        FindingKind.OUTSIDE_PERIOD: N_("“{words}” lies outside the period: is that right?"),
        FindingKind.STALE_YEAR: N_("“{words}” is past before the period begins: still right?"),
        FindingKind.DEAD_REFERENCE: N_("refers to {words}, which is gone: to what now?"),
        FindingKind.TABLE_MISSING: N_("speaks of “{words}”: where is the table?"),
        FindingKind.SAME_TEXT: N_("has the same text as {words}: meant twice?"),
    }
)


def question(finding: Finding) -> str:
    """The finding as a question in the language in use, never as a reproach."""
    return _(_QUESTIONS[finding.kind], words=finding.words)


def findings(agreement: Agreement) -> Iterator[Finding]:
    """What is not concrete yet, in reading order; dropped articles are left out."""
    seen: dict[str, ArticleLine] = {}
    for key in agreement.order.flat:
        line = agreement.lines[key]
        if line.status is Status.DROPPED:
            continue
        article = agreement.articles[key]
        yield from article_findings(agreement, article)
        words = " ".join(plain(article.text, agreement.label).casefold().split())
        if len(words) >= SAME_FROM:
            first = seen.setdefault(words, line)
            if first is not line:
                yield Finding(key, FindingKind.SAME_TEXT, first.number or first.label)


def article_findings(agreement: Agreement, article: Article) -> Iterator[Finding]:
    """What is not concrete yet in one article, without comparing it to the others."""
    yield from _carried(agreement, article)
    yield from _timed(agreement, article)
    yield from _pointing(agreement, article)


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
    if any(block.kind is BlockKind.TABLE for block in article.text):
        return
    announced = _TABLE_ANNOUNCED.search(plain(article.text))
    if announced:
        yield Finding(article.id, FindingKind.TABLE_MISSING, announced[0])
