"""What parties said of a decision, then and since."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Article
from pa_tui.domain.decisions import Decision


def _held(decision: Decision, article: Article, until: datetime | None) -> bool:
    """Whether the decision still held at the moment; None is now."""
    if article.decision == decision.id:
        return True
    at = decision.reopened_at
    return until is not None and at is not None and at > until


def as_it_stands(
    decision: Decision, agreement: Agreement, until: datetime | None = None
) -> Decision:
    """The decision with what parties have said since it was taken (up to ``until``): a
    reservation may be lifted, a silent party may have spoken. What they say of the article
    now counts only where the decision still holds."""
    later = {
        told.party: told.before
        for told in reversed(decision.messages)
        if until is not None and told.at > until
    }
    later |= {
        told.party: told.stand()
        for told in decision.messages
        if until is None or told.at <= until
    }
    article = agreement.articles.get(decision.article)
    if article is not None and _held(decision, article, until):
        later |= {
            key: position.stand()
            for key, position in agreement.positions_on(article.id).items()
            if position.at is not None
            and position.at > decision.at
            and (until is None or position.at <= until)
        }
    if not later:
        return decision
    stands = {stand.party: stand for stand in decision.positions} | later
    return replace(
        decision,
        positions=tuple(stands.values()),
        silent=tuple(key for key in decision.silent if key not in later),
        missing=tuple(key for key in decision.missing if key not in later),
    )
