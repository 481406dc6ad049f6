"""What parties said of a decision, then and since."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Article
from pa_tui.domain.decisions import Decision, Standing
from pa_tui.domain.meetings import Meeting, MeetingKind, MeetingState


def _held(decision: Decision, article: Article, until: datetime | None) -> bool:
    """Whether the decision still held at the moment; None is now."""
    if article.decision == decision.id:
        return True
    at = decision.reopened_at
    return until is not None and at is not None and at > until


def _was_brought(decision: Decision, agreement: Agreement, until: datetime | None) -> bool:
    """Whether the administrative meeting had adopted, by the moment, what another table
    decided."""
    taken = agreement.meetings.get(decision.meeting or "")
    at_board = taken is not None and taken.kind is MeetingKind.ADMINISTRATIVE
    if decision.standing is Standing.PROVISIONAL or at_board:
        return False
    return until is None or any(
        _was_held(meeting, decision.at, until) for meeting in agreement.meetings.values()
    )


def _was_held(meeting: Meeting, after: datetime, until: datetime) -> bool:
    """Whether it is an administrative meeting that could adopt between two moments."""
    if meeting.kind is not MeetingKind.ADMINISTRATIVE or meeting.opened_at is None:
        return False
    ended = meeting.closed_at if meeting.state is MeetingState.CLOSED else until
    return meeting.opened_at <= until and ended is not None and ended >= after


def as_it_stands(
    decision: Decision, agreement: Agreement, until: datetime | None = None
) -> Decision:
    """The decision with what parties have said since it was taken (up to ``until``): a
    reservation may be lifted, a silent party may have spoken. What they say of the article
    now counts only where the decision still holds. Once it is adopted, who was not there at
    the time and said nothing since has no position yet."""
    later = {
        told.party: told.before
        for told in reversed(decision.messages)
        if until is not None and told.at > until and (told.before_at or until) <= until
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
    away = bool(decision.missing) and _was_brought(decision, agreement, until)
    if not later and not away:
        return decision
    stands = {stand.party: stand for stand in decision.positions} | later
    silent, missing = decision.silent, decision.missing
    if away:
        silent = tuple(dict.fromkeys(k for k in (*silent, *missing) if k not in stands))
        missing = ()
    return replace(
        decision,
        positions=tuple(stands.values()),
        silent=tuple(key for key in silent if key not in later),
        missing=tuple(key for key in missing if key not in later),
    )
