"""What comes back at the next meeting by itself, and why: nothing drops out unseen."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.decisions import Outcome, ReservationKind, Stance
from pa_tui.domain.lines import ArticleLine
from pa_tui.domain.meetings import (
    Action,
    ActionState,
    ComesBack,
    Meeting,
    MeetingKind,
    MeetingState,
    Parked,
    ParkedState,
)

REASONED = frozenset({Outcome.DROPPED, Outcome.REGULAR, Outcome.NO_AGREEMENT})
"""Outcomes that want a reason."""
_TO_DO = frozenset({ActionState.OPEN, ActionState.BUSY})
_LEAVES_DISPUTES = frozenset({MeetingKind.WORKING_GROUP, MeetingKind.WRITTEN})


class Why(StrEnum):
    """Why an article comes back."""

    UNTREATED = "untreated"
    REOPENED = "reopened"
    DEFERRED = "deferred"
    DISPUTE = "dispute"
    RESERVATION = "reservation"
    OBJECTION = "objection"
    RETURNS = "returns"
    UNHEARD = "unheard"
    DATA = "data"
    REASON = "reason"
    ACTION = "action"
    CHAIR = "chair"


@dataclass(frozen=True, slots=True)
class Returning:
    """An article (id) with every reason for its return; that a reason is still to be written
    is none by itself. ``comes`` is false where the chair said that it does not come back;
    ``reason`` is what was said with that. ``until`` is the day it was held over to, ``up``
    whether it goes to the administrative meeting."""

    article: str
    whys: tuple[Why, ...]
    comes: bool = True
    reason: str = ""
    until: date | None = None
    up: bool = False

    def is_for(self, meeting: Meeting | None) -> bool:
        """Whether it stands on the agenda of a meeting (None: whichever is next). What was
        held over to a later day waits for it; a dispute is not for a working group."""
        if not self.comes:
            return False
        if meeting is None or Why.CHAIR in self.whys:
            return True
        if self.until is not None and self.until > meeting.date:
            return False
        return not (self.up and meeting.kind in _LEAVES_DISPUTES)


def coming_back(agreement: Agreement) -> tuple[Returning, ...]:
    """The articles that come back after the running (else the last) meeting, in reading
    order, with those the chair took off the list."""
    meeting = last_held(agreement)
    return _returning(agreement, _said(agreement, meeting.id if meeting else ""))


def on_the_agenda(
    agreement: Agreement, meeting: Meeting | None = None
) -> tuple[Returning, ...]:
    """What came back and stands on the agenda of a meeting: the running one, else the next
    that is planned. At the running one, what it did not treat yet."""
    running = agreement.running_meeting
    if running is None or (meeting is not None and meeting.id != running.id):
        own = meeting or _next_planned(agreement)
        return tuple(one for one in coming_back(agreement) if one.is_for(own))
    before = max((m for m in _held(agreement) if m.id != running.id), key=_closed, default=None)
    found = _returning(agreement, _said(agreement, before.id if before else ""))
    return tuple(
        one for one in found if one.is_for(running) and not _is_treated(agreement, one, running)
    )


def returning(agreement: Agreement, article: str) -> Returning | None:
    """What :func:`coming_back` tells of one article (id); None where it is not on the list."""
    meeting = last_held(agreement)
    said = _said(agreement, meeting.id if meeting else "")
    return _one_returning(agreement, article, said.get(article), _busy(agreement))


def _busy(agreement: Agreement) -> set[str | None]:
    return {a.article for a in agreement.actions.values() if a.state in _TO_DO}


def _returning(agreement: Agreement, said: dict[str, ComesBack]) -> tuple[Returning, ...]:
    busy = _busy(agreement)
    every = (
        _one_returning(agreement, key, said.get(key), busy) for key in agreement.order.flat
    )
    return tuple(one for one in every if one is not None)


def _one_returning(
    agreement: Agreement, key: str, chosen: ComesBack | None, busy: Collection[str | None]
) -> Returning | None:
    line = agreement.lines[key]
    if line.removed:
        return None
    whys = tuple(_whys(agreement, line, key in busy))
    whys = () if whys == (Why.REASON,) else whys
    if chosen is not None and chosen.comes:
        whys = (*whys, Why.CHAIR)
    if not whys:
        return None
    comes = chosen is None or chosen.comes
    up = line.outcome is Outcome.NO_AGREEMENT
    reason = chosen.reason if chosen else ""
    return Returning(key, whys, comes, reason, _until(agreement, line), up)


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
    if line.unheard:
        yield Why.UNHEARD
    if reasons_missing(agreement, line):
        yield Why.REASON
    if has_action:
        yield Why.ACTION


def _until(agreement: Agreement, line: ArticleLine) -> date | None:
    decision = agreement.decision_on(line.id) if line.outcome is Outcome.DEFERRED else None
    return decision.until_date if decision else None


def reasons_missing(agreement: Agreement, line: ArticleLine) -> tuple[str, ...]:
    """Whose reason is still to follow: the table's (an empty key) for what it dropped, moved
    to regular work or sent up, and that of each party (key) that objects or has a
    reservation on the content."""
    found = []
    decision = agreement.decision_on(line.id) if line.outcome in REASONED else None
    if decision is not None and not decision.reason.strip():
        found.append("")
    if line.objecting or line.reserved:
        for key, position in agreement.positions_on(line.id).items():
            content = position.kind is ReservationKind.CONTENT
            if (position.stance is Stance.DISAGREE or content) and not position.reason.strip():
                found.append(key)
    return tuple(found)


def _is_treated(agreement: Agreement, one: Returning, meeting: Meeting) -> bool:
    decision = agreement.decision_on(one.article)
    return decision is not None and decision.meeting == meeting.id


# -- what the chair said ----------------------------------------------------------------------


def _said(agreement: Agreement, last: str) -> dict[str, ComesBack]:
    """What the chair said by article. That something does not come back holds until
    something new happens to it; that it does, for the one meeting after ``last`` (id)."""
    found: dict[str, ComesBack] = {}
    for meeting in sorted(_held(agreement), key=_closed):
        for own in meeting.comes_back:
            old = meeting.id != last
            if old and (own.comes or _moved_since(agreement, own.article, meeting.closed_at)):
                found.pop(own.article, None)
            else:
                found[own.article] = own
        if meeting.id == last:
            break
    return found


def _moved_since(agreement: Agreement, article: str, at: datetime | None) -> bool:
    if at is None:
        return False
    for decision in agreement.decisions.of(article):
        moments = (decision.at, decision.reopened_at, *(m.at for m in decision.messages))
        if any(when is not None and when > at for when in moments):
            return True
    return False


def last_held(agreement: Agreement) -> Meeting | None:
    """The meeting that is running, else the one that was closed last; None before the first."""
    return agreement.running_meeting or max(_held(agreement), key=_closed, default=None)


def _held(agreement: Agreement) -> list[Meeting]:
    return [m for m in agreement.ordered_meetings if m.state is not MeetingState.PLANNED]


def _closed(meeting: Meeting) -> datetime:
    return meeting.closed_at or datetime.max


def _next_planned(agreement: Agreement) -> Meeting | None:
    planned = (m for m in agreement.ordered_meetings if m.state is MeetingState.PLANNED)
    return next(planned, None)


# -- what else is left open, and what goes -----------------------------------------------------


class Gone(StrEnum):
    """How an article left the list."""

    DECIDED = "decided"
    DROPPED = "dropped"
    REGULAR = "regular"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Leaving:
    """An article (id) that does not come back: how it left, and why, as far as was said."""

    article: str
    how: Gone
    reason: str = ""


_HOW = {Outcome.DROPPED: Gone.DROPPED, Outcome.REGULAR: Gone.REGULAR}


def leaving(agreement: Agreement, meeting: Meeting) -> tuple[Leaving, ...]:
    """What disappears with a meeting, in reading order: what it settled for good, and what
    would come back but was taken off."""
    back = {one.article: one for one in coming_back(agreement)}
    found = []
    for key in agreement.order.flat:
        one = back.get(key)
        if one is not None and not one.comes:
            found.append(Leaving(key, Gone.OFF, one.reason))
        decision = agreement.decision_on(key) if one is None else None
        if decision is not None and decision.meeting == meeting.id:
            how = _HOW.get(decision.outcome, Gone.DECIDED)
            found.append(Leaving(key, how, decision.reason.strip()))
    return tuple(found)


def still_parked(agreement: Agreement) -> tuple[Parked, ...]:
    """The parked points of which nothing came yet, oldest first."""
    return tuple(p for p in agreement.parked.values() if p.state is ParkedState.OPEN)


def open_actions(
    agreement: Agreement, states: Collection[ActionState] = _TO_DO
) -> tuple[Action, ...]:
    """The actions that are still to be done, by number; with an article or without."""
    found = (a for a in agreement.actions.values() if a.state in states)
    return tuple(sorted(found, key=lambda action: action.number))
