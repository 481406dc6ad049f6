"""Remarks in the margin of a draft: what was decided of an article and what is still open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Article
from pa_tui.domain.concreteness import FindingKind, article_findings
from pa_tui.domain.decisions import Decision, Outcome, ProposalState, Stance
from pa_tui.domain.hearing import as_it_stands
from pa_tui.papers.blocks import Block, Comment, Heading, Look, Paragraph, Revision
from pa_tui.papers.carried import told
from pa_tui.papers.credit import MOVING, table_name
from pa_tui.papers.dutch import begun, day, ended, inside, listed
from pa_tui.papers.gatherings import decision_code
from pa_tui.papers.outcomes import dissent_words, outcome_words, stand_words
from pa_tui.papers.texts import bookmark

_QUESTIONS: Mapping[FindingKind, str] = MappingProxyType(
    {
        FindingKind.NO_LEAD: "wie is trekker?",
        FindingKind.JOINT_WITHOUT_LEAD: "samen, maar wie trekt het?",
        FindingKind.NO_DATE: "wanneer?",
        FindingKind.OUTSIDE_PERIOD: "“{words}” valt buiten de looptijd: klopt dat?",
        FindingKind.STALE_YEAR: "“{words}” is al voorbij: klopt dat nog?",
        FindingKind.CONDITION: "“{words}”: waar hangt dat van af?",
        FindingKind.UNANSWERED_REQUEST: "een verzoek: heeft de ander ja gezegd?",
        FindingKind.ABBREVIATION: "waar staat {words} voor?",
        FindingKind.DEAD_REFERENCE: "verwijst naar {words}, die weg is: naar welke nu?",
        FindingKind.WRONG_SUM: "{words}: kloppen de delen met het totaal?",
        FindingKind.TABLE_MISSING: "“{words}”: waar staat de tabel?",
        FindingKind.SAME_TEXT: "dezelfde tekst als {words}: is dat bedoeld?",
    }
)
_APART = (Stance.RESERVE, Stance.DISAGREE, Stance.RETURNS)
_WAITING = (Outcome.DEFERRED, Outcome.NO_AGREEMENT, Outcome.PRO_MEMORIE)


def remarks(agreement: Agreement, article: Article, at: datetime) -> tuple[Comment, ...]:
    """The remark on an article, a line for each thing: its outcome, who thinks otherwise and
    until when, and the questions that are open; none where there is nothing to say."""
    decision = agreement.decision_on(article.id)
    lines = list(_decided(agreement, decision) if decision else _undecided(agreement, article))
    lines += _proposed(agreement, article)
    if decision is None or decision.outcome not in MOVING:
        lines += _asked(agreement, article)
    meeting = (decision.meeting if decision else "") or ""
    when = decision.at if decision else at
    return (Comment("\n".join(lines), table_name(agreement, meeting), when),) if lines else ()


def _decided(agreement: Agreement, decision: Decision) -> Iterator[str]:
    code = decision_code(decision, agreement)
    when = f"{code}, {day(decision.at)}" if decision.meeting in agreement.meetings else code
    label = "Open punt" if decision.outcome in _WAITING else "Uitkomst"
    yield f"{label}: {outcome_words(decision)} ({when})."
    if decision.outcome is Outcome.PRO_MEMORIE and (inside(decision.text or decision.reason)):
        yield ended(f"Wat volgt: {inside(decision.text or decision.reason)}")
    for line in dissent_words(as_it_stands(decision, agreement), agreement).splitlines():
        yield ended(begun(line))


def _undecided(agreement: Agreement, article: Article) -> Iterator[str]:
    again = agreement.decisions_on(article.id)
    yield "Open punt: heropend." if again else "Open punt: nog niet besloten."
    stands = agreement.positions_on(article.id)
    for party in agreement.ordered_parties:
        position = stands.get(party.id)
        if position is not None and position.stance in _APART:
            yield ended(f"{party.short}: {stand_words(party, position.stand())}")


def _proposed(agreement: Agreement, article: Article) -> Iterator[str]:
    """Whose wordings still wait for an answer."""
    waiting = {
        own.party
        for own in agreement.proposals.of(article.id)
        if own.state is ProposalState.OPEN
    }
    if waiting:
        names = [party.short for party in agreement.ordered_parties if party.id in waiting]
        yield f"Open punt: tekstvoorstel van {listed(names)}."


def _asked(agreement: Agreement, article: Article) -> Iterator[str]:
    """What is not concrete yet, as questions in one line."""
    found = [
        _QUESTIONS[finding.kind].format(words=finding.words)
        for finding in article_findings(agreement, article)
    ]
    if found:
        label = "Open vraag" if len(found) == 1 else "Open vragen"
        yield f"{label}: {' '.join(begun(question) for question in found)}"


def gone_remarks(agreement: Agreement, at: datetime) -> dict[str, tuple[Comment, ...]]:
    """The remarks on the articles that no draft prints any more, by their bookmark."""
    gone = (line.id for line in agreement.lines.values() if line.outcome is Outcome.DROPPED)
    return {bookmark(key): remarks(agreement, agreement.articles[key], at) for key in gone}


def carried_remarks(
    old: Agreement, new: Agreement, credit: Callable[[str, str, str], Revision]
) -> dict[str, tuple[Comment, ...]]:
    """What changed in lead and planning of articles, by their bookmark."""
    found: dict[str, tuple[Comment, ...]] = {}
    for key in (line.id for line in new.lines.values() if line.id in old.lines):
        before, after = (dict(told(own, own.articles[key])) for own in (old, new))
        lines = [
            _carried(label, before.get(label, ""), after.get(label, ""))
            for label in dict.fromkeys((*before, *after))
            if before.get(label) != after.get(label)
        ]
        if lines:
            mark = bookmark(key)
            change = credit(mark, " ".join(before.values()), " ".join(after.values()))
            found[mark] = (Comment("\n".join(lines), change.author, change.at),)
    return found


def _carried(label: str, before: str, after: str) -> str:
    if not after:
        return f"{label} vervalt (was: {before})."
    return f"{label}: {after} (was: {before})." if before else f"{label}: {after} (nieuw)."


def with_remarks(
    blocks: Iterable[Block], found: Mapping[str, tuple[Comment, ...]]
) -> Iterator[Block]:
    """The blocks with more remarks on the articles of these bookmarks; what stands beside an
    article carries those on it."""
    aside: Paragraph | None = None
    for block in blocks:
        more = found.get(block.bookmark, ()) if isinstance(block, Heading | Paragraph) else ()
        if aside is not None:
            yield replace(aside, comments=(*aside.comments, *more))
            aside, more = None, ()
        if isinstance(block, Paragraph) and block.look is Look.ASIDE:
            aside = block
        elif more and isinstance(block, Heading | Paragraph):
            yield replace(block, comments=(*block.comments, *more))
        else:
            yield block
    if aside is not None:
        yield aside
