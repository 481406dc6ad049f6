"""How far parties agree on what was decided, for papers that do not tell who stands apart."""

from __future__ import annotations

from enum import Enum, auto

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.decisions import Decision, ReservationKind
from pa_tui.domain.hearing import as_it_stands
from pa_tui.papers.voices import Voices, voices


class Consensus(Enum):
    """How far a decision is carried: by all, by all once somebody consents, not yet by all,
    or not yet spoken on by all."""

    WHOLE = auto()
    CONSENT = auto()
    APART = auto()
    UNHEARD = auto()


def consensus_on(agreement: Agreement, article: str) -> Consensus | None:
    """How far the present decision on an article is carried by now; None without one that
    settles it."""
    decision = agreement.decision_on(article)
    if decision is None or not decision.outcome.settles:
        return None
    decision = as_it_stands(decision, agreement)
    heard = voices(decision, agreement)
    if heard.objecting or heard.returning or _has_content(heard):
        return Consensus.APART
    if _is_unheard(decision):
        return Consensus.UNHEARD
    return Consensus.CONSENT if heard.reserving else Consensus.WHOLE


def _has_content(heard: Voices) -> bool:
    return any(stand.kind is ReservationKind.CONTENT for _, stand in heard.reserving)


def _is_unheard(decision: Decision) -> bool:
    spoken = {stand.party for stand in decision.positions}
    return not spoken.issuperset((*decision.silent, *decision.missing))
