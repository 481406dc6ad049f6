"""The decisions of the parties' own bodies, counted back from the day of signing.

After the administrative meeting each party's body decides: its papers are due some weeks
before, and its decision has to be there before the set is signed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.meetings import Meeting, MeetingKind
from pa_tui.domain.parties import BodyOutcome, Party, Ratification, Role
from pa_tui.domain.year import Milestone

WEEK = timedelta(weeks=1)
BEFORE_SIGNING = WEEK
"""So long before the signing a body decides."""

_BODIES = {
    Role.MUNICIPALITY: "college",
    Role.CORPORATION: "raad van commissarissen",
    Role.TENANTS: "bestuur",
}
_PAPERS = {Role.MUNICIPALITY: 3 * WEEK, Role.CORPORATION: 2 * WEEK, Role.TENANTS: 2 * WEEK}


class Squeeze(StrEnum):
    """What does not fit before the signing: no week between two meetings or between a
    meeting and the day papers are due, a body that decides after the signing, a decision
    whose day has passed."""

    BOARD_PAPERS = "board_papers"
    BODY_PAPERS = "body_papers"
    AFTER_SIGNING = "after_signing"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Warned:
    """Something in the way of signing in time. ``after`` is the meeting that comes too late
    for it, ``day`` the day it comes too late for."""

    squeeze: Squeeze
    day: date
    party: str = ""
    after: Meeting | None = None


def usual_body(role: Role) -> str:
    """The body that usually decides for a party of this role, as papers call it."""
    return _BODIES[role]


def signing_day(agreement: Agreement) -> date | None:
    """The last day for signing; None where the agreement has no year."""
    year = agreement.about.year
    if year is None:
        return None
    days = agreement.about.milestones(year)
    return next(day.end for day in days if day.what is Milestone.SIGNED)


def planned(party: Party, signing: date | None) -> Ratification:
    """How a party's body comes to its decision: what was settled, and for the rest the usual
    body and the days counted back from the signing."""
    known = party.ratification or Ratification()
    decides = known.decides_on
    if decides is None and signing is not None:
        decides = signing - BEFORE_SIGNING
    papers = known.papers_due
    if papers is None and decides is not None:
        papers = decides - _PAPERS[party.role]
    body = known.body or usual_body(party.role)
    return replace(known, body=body, papers_due=papers, decides_on=decides)


def are_ratified(agreement: Agreement) -> bool:
    """Whether the bodies of all parties agreed."""
    parties = agreement.ordered_parties
    return bool(parties) and all(
        party.ratification is not None and party.ratification.outcome is BodyOutcome.AGREED
        for party in parties
    )


def warnings(agreement: Agreement, today: date) -> tuple[Warned, ...]:
    """What does not fit before the signing, in the order of the days."""
    signing = signing_day(agreement)
    if signing is None:
        return ()
    board = _last(agreement, MeetingKind.ADMINISTRATIVE, signing)
    group = _last(agreement, MeetingKind.WORKING_GROUP, signing)
    found = []
    if board and group and group.date <= board.date < group.date + 2 * WEEK:
        found.append(Warned(Squeeze.BOARD_PAPERS, board.date, after=group))
    for party in agreement.ordered_parties:
        found += _of_party(party, signing, board or group, today)
    return tuple(sorted(found, key=lambda own: (own.day, own.party)))


def _of_party(party: Party, signing: date, last: Meeting | None, today: date) -> list[Warned]:
    plan = planned(party, signing)
    assert plan.decides_on is not None
    assert plan.papers_due is not None
    if plan.outcome is BodyOutcome.AGREED or party.signed_on is not None:
        return []
    found = []
    if last is not None and plan.papers_due < last.date + WEEK:
        found.append(Warned(Squeeze.BODY_PAPERS, plan.papers_due, party.id, last))
    if plan.decides_on > signing:
        found.append(Warned(Squeeze.AFTER_SIGNING, plan.decides_on, party.id))
    elif plan.outcome is None and _was_to_decide(party, today):
        found.append(Warned(Squeeze.OVERDUE, plan.decides_on, party.id))
    return found


def _was_to_decide(party: Party, today: date) -> bool:
    """Whether the day that was settled for a party's body has passed."""
    day = party.ratification.decides_on if party.ratification else None
    return day is not None and day < today


def _last(agreement: Agreement, kind: MeetingKind, signing: date) -> Meeting | None:
    """The last meeting of a kind in the year before the signing, held or planned."""
    found = [
        own
        for own in agreement.meetings.values()
        if own.kind is kind and own.date.year == signing.year and own.date <= signing
    ]
    return max(found, key=lambda own: own.date, default=None)
