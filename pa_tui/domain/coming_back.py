"""What comes back at the next meeting by itself, and why: nothing drops out unseen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.decisions import Outcome
from pa_tui.domain.lines import ArticleLine
from pa_tui.domain.meetings import ActionState, ComesBack, Meeting, MeetingState

_REASONED = frozenset({Outcome.DROPPED, Outcome.REGULAR, Outcome.NO_AGREEMENT})
_TO_DO = frozenset({ActionState.OPEN, ActionState.BUSY})


class Why(StrEnum):
    """Why an article comes back."""

    UNTREATED = "untreated"
    REOPENED = "reopened"
    DEFERRED = "deferred"
    DISPUTE = "dispute"
    RESERVATION = "reservation"
    OBJECTION = "objection"
    RETURNS = "returns"
    DATA = "data"
    REASON = "reason"
    ACTION = "action"
    CHAIR = "chair"


@dataclass(frozen=True, slots=True)
class Returning:
    """An article (id) with every reason for its return. ``comes`` is false where the chair
    said that it does not come back; ``reason`` is what was said with that."""

    article: str
    whys: tuple[Why, ...]
    comes: bool = True
    reason: str = ""


def coming_back(agreement: Agreement) -> tuple[Returning, ...]:
    """The articles that would be on the agenda of a next meeting, in reading order, with
    those the chair of the running (else the last) meeting took off it."""
    said = _said(agreement)
    busy = {a.article for a in agreement.actions.values() if a.state in _TO_DO}
    found = []
    for key in agreement.order.flat:
        line = agreement.lines[key]
        whys = () if line.removed else tuple(_whys(agreement, line, key in busy))
        chosen = said.get(key)
        if chosen is not None and chosen.comes and not whys:
            whys = (Why.CHAIR,)
        if whys:
            comes = chosen is None or chosen.comes
            found.append(Returning(key, whys, comes, chosen.reason if chosen else ""))
    return tuple(found)


def _whys(agreement: Agreement, line: ArticleLine, has_action: bool) -> Iterator[Why]:
    if line.is_undecided:
        yield Why.REOPENED if line.reopened else Why.UNTREATED
    elif line.outcome is Outcome.DEFERRED:
        yield Why.DEFERRED
    elif line.outcome is Outcome.NO_AGREEMENT:
        yield Why.DISPUTE
    elif line.outcome is Outcome.PRO_MEMORIE:
        yield Why.DATA
    if line.reserved:
        yield Why.RESERVATION
    if line.objecting:
        yield Why.OBJECTION
    if line.returning:
        yield Why.RETURNS
    if line.outcome in _REASONED and _reason_follows(agreement, line.id):
        yield Why.REASON
    if has_action:
        yield Why.ACTION


def _reason_follows(agreement: Agreement, article: str) -> bool:
    decision = agreement.decision_on(article)
    return decision is not None and not decision.reason.strip()


def _said(agreement: Agreement) -> dict[str, ComesBack]:
    meeting = last_held(agreement)
    return {own.article: own for own in meeting.comes_back} if meeting else {}


def last_held(agreement: Agreement) -> Meeting | None:
    """The meeting that is running, else the one that was closed last; None before the first."""
    closed = [m for m in agreement.ordered_meetings if m.state is MeetingState.CLOSED]
    return agreement.running_meeting or next(reversed(closed), None)
