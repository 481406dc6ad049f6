"""On whose name, and of which moment, every change of a draft stands.

A change stands on the name of an organisation and never of a person: of the party whose
proposal was taken over, else of the meeting that decided. Its moment is that of the decision
that made it; of the rewording itself, as long as nobody decided.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.decisions import Outcome, ProposalState
from pa_tui.domain.meetings import MeetingKind
from pa_tui.domain.text import plain
from pa_tui.papers.blocks import Revision, RevisionKind
from pa_tui.papers.frame import subject_of
from pa_tui.papers.texts import bookmark

_TABLES = {
    MeetingKind.ADMINISTRATIVE: "Bestuurlijk overleg",
    MeetingKind.OFFICIAL: "Ambtelijk overleg",
}
_LONGEST = 120
MOVING = (Outcome.DROPPED, Outcome.REGULAR)
"""Outcomes that take an article from its place in the draft."""


@dataclass(frozen=True, slots=True)
class Step:
    """Something that changed what a draft prints: its words ``before`` and ``after``, and
    when that was.

    ``article`` is the id of the article it is about, empty for anything else. ``places``
    tells that the article came, went, moved or got another number. ``party`` is the key of
    the party whose proposal was taken over, ``meeting`` the id of the meeting that ran, and
    ``decision`` that of the decision that settled it, where there is one.
    """

    article: str
    before: str
    after: str
    at: datetime
    places: bool = False
    party: str = ""
    meeting: str = ""
    decision: str = ""


def steps_between(old: Agreement, new: Agreement) -> tuple[Step, ...]:
    """What decisions taken since ``old`` changed, for who has no journal at hand."""
    return tuple(_decided(old, new))


def _decided(old: Agreement, new: Agreement) -> Iterator[Step]:
    taken = [
        decision for decision in new.decisions.values() if decision.id not in old.decisions
    ]
    for decision in sorted(taken, key=lambda own: own.at):
        proposals = new.proposals.of(decision.article)
        over = (
            p.party
            for p in proposals
            if p.state is ProposalState.TAKEN_OVER and p.text == decision.after
        )
        yield Step(
            decision.article,
            plain(decision.before),
            plain(decision.after),
            decision.at,
            decision.outcome in MOVING,
            next(over, ""),
            decision.meeting or "",
            decision.id,
        )


class Credits:
    """Finds for every change of a draft on whose name and of which moment it stands."""

    def __init__(self, new: Agreement, steps: Iterable[Step], at: datetime) -> None:
        """``steps`` are in the order they were made; ``at`` is the moment of what no step
        accounts for."""
        self._new = new
        self._at = at
        self._of: dict[str, list[_Known]] = {}
        self._rest: list[_Known] = []
        for step in steps:
            known = _Known(step, _flat(step.before), _flat(step.after))
            if step.article:
                self._of.setdefault(bookmark(step.article), []).append(known)
            else:
                self._rest.append(known)

    def __call__(self, mark: str, gone: str, came: str) -> Revision:
        """The revision of words that ``gone`` and ``came`` in the article of this bookmark;
        both are empty where it is its place or number that changed."""
        own = self._of.get(mark, ())
        before, after = _flat(gone), _flat(came)
        found = None
        if before or after:
            found = _last_made(own, before, after) or _last_made(self._rest, before, after)
        found = found or _last_placed(own, words=bool(before or after))
        found = found or (self._rest[-1] if self._rest and not mark else None)
        if found is None:
            return Revision(RevisionKind.ALTERED, table_name(self._new, ""), self._at)
        return self._revision(found.step)

    def _revision(self, step: Step) -> Revision:
        decision = self._new.decisions.get(step.decision)
        meeting = (decision.meeting if decision else step.meeting) or ""
        party = self._new.parties.get(step.party)
        author = party.name if party else table_name(self._new, meeting)
        return Revision(RevisionKind.ALTERED, author, decision.at if decision else step.at)


@dataclass(frozen=True, slots=True)
class _Known:
    """A step with its words as one line each."""

    step: Step
    before: str
    after: str

    def made(self, gone: str, came: str) -> bool:
        """Whether it took away or brought these words."""
        if came and self.after.count(came) > self.before.count(came):
            return True
        return bool(gone) and self.before.count(gone) > self.after.count(gone)


def _last_made(steps: Sequence[_Known], gone: str, came: str) -> _Known | None:
    return next((known for known in reversed(steps) if known.made(gone, came)), None)


def _last_placed(steps: Sequence[_Known], *, words: bool) -> _Known | None:
    """The last step that moved an article, else its last one; for ``words`` that no step
    brought, the last that changed any comes first of all."""
    if not steps:
        return None
    placed = (known for known in reversed(steps) if known.step.places)
    worded = (known for known in reversed(steps) if known.before != known.after)
    found = next(placed, None)
    return (next(worded, None) if words and found is None else found) or steps[-1]


def table_name(agreement: Agreement, meeting: str) -> str:
    """The table as an organisation: "Werkgroep prestatieafspraken Rietbeek 2027"."""
    found = agreement.meetings.get(meeting)
    kind = _TABLES.get(found.kind, "Werkgroep") if found else "Werkgroep"
    return f"{kind} {' '.join(subject_of(agreement).split())}".strip()[:_LONGEST]


def _flat(words: str) -> str:
    return " ".join(words.split())
