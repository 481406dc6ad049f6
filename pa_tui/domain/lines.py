"""One line per article: all that a list, a count or a mark needs to know of it.

Lines are derived from the article, its commitments, positions and decision. A file keeps
them beside the articles, so that ten thousand of them open as fast as forty.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from pa_tui.domain.articles import Article, Commitment
from pa_tui.domain.decisions import (
    Decision,
    Outcome,
    Position,
    Proposal,
    ProposalState,
    ReservationKind,
    Stance,
    Standing,
    Treatment,
    Wish,
)
from pa_tui.domain.parties import Basis
from pa_tui.domain.text import plain

OPENING = 80
"""How many characters of the text stand for an article without a title."""


class Status(StrEnum):
    """Where an article is, as `show --json` tells it."""

    OPEN = "open"
    DECIDED = "decided"
    CONTESTED = "contested"
    DROPPED = "dropped"


class ArticleLine(NamedTuple):
    """What a list shows of an article.

    ``outcome`` and ``standing`` are those of its present decision; ``reserved`` are the
    keys of parties with a reservation of either kind, ``objecting`` of those that do not
    agree, ``returning`` of those that come back on it; ``consent`` tells that a reservation
    waits for somebody's consent. ``discuss`` and ``formality`` are the keys of parties that
    asked beforehand to talk about it or to pass it; ``reopened`` is whether it was decided
    before; ``unheard`` are the keys of concerned parties that were silent or away when it was
    settled and have said nothing since. ``lead`` is whether a single party or group of parties
    carries it, ``joint`` whether it is shared without anybody in the lead.
    """

    id: str
    theme: str
    rank: str
    group: str
    number: str | None
    title: str
    opening: str
    outcome: Outcome | None = None
    standing: Standing | None = None
    lead: bool = False
    joint: bool = False
    dated: bool = False
    key_agreement: bool = False
    removed: bool = False
    contested: bool = False
    proposals: int = 0
    reserved: tuple[str, ...] = ()
    objecting: tuple[str, ...] = ()
    returning: tuple[str, ...] = ()
    consent: bool = False
    discuss: tuple[str, ...] = ()
    formality: tuple[str, ...] = ()
    reopened: bool = False
    unheard: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """Its title, or the first words of its text."""
        return self.title or self.opening

    @property
    def status(self) -> Status:
        """Open, decided, contested or dropped."""
        if self.contested:
            return Status.CONTESTED
        if self.removed or self.outcome is Outcome.DROPPED:
            return Status.DROPPED
        if self.outcome is not None and self.outcome.settles:
            return Status.DECIDED
        return Status.OPEN

    @property
    def is_undecided(self) -> bool:
        """Whether the walk still has to stop here."""
        return not self.removed and self.outcome is None


def summarise(
    article: Article,
    commitments: Iterable[Commitment],
    positions: Iterable[Position],
    decision: Decision | None,
    proposals: Iterable[Proposal] = (),
    contested: bool = False,
    wishes: Iterable[Wish] = (),
    *,
    decided_before: bool = False,
) -> ArticleLine:
    """The line of an article from all that hangs on it."""
    commitments = tuple(commitments)
    stances: dict[Stance, list[str]] = {}
    consent = False
    for position in positions:
        stances.setdefault(position.stance, []).append(position.party)
        consent = consent or (
            position.stance is Stance.RESERVE and position.kind is not ReservationKind.CONTENT
        )
    asked = tuple(wishes)
    leads = [lead for c in commitments for lead in c.leads]
    led = any(lead.basis is not Basis.JOINT for lead in leads)
    return ArticleLine(
        article.id,
        article.theme,
        article.rank,
        article.group,
        article.number,
        article.title,
        " ".join(plain(article.text[:2])[: OPENING * 2].split())[:OPENING],
        decision.outcome if decision else None,
        decision.standing if decision else None,
        led,
        not led and (bool(leads) or any(c.joint for c in commitments)),
        any(t.is_concrete for c in commitments for t in c.timings),
        article.key_agreement,
        article.removed,
        contested,
        sum(p.state is ProposalState.OPEN for p in proposals),
        tuple(stances.get(Stance.RESERVE, ())),
        tuple(stances.get(Stance.DISAGREE, ())),
        tuple(stances.get(Stance.RETURNS, ())),
        consent,
        tuple(w.party for w in asked if w.treatment is Treatment.DISCUSS),
        tuple(w.party for w in asked if w.treatment is Treatment.FORMALITY),
        decision is None and decided_before,
        _unheard(decision, [party for held in stances.values() for party in held]),
    )


def _unheard(decision: Decision | None, speaking: Iterable[str]) -> tuple[str, ...]:
    if decision is None or not decision.outcome.settles:
        return ()
    heard = {*speaking, *(stand.party for stand in decision.positions)}
    heard |= {told.party for told in decision.messages}
    waiting = dict.fromkeys((*decision.silent, *decision.missing))
    return tuple(party for party in waiting if party not in heard)
