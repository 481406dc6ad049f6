"""Who stands apart from a decision."""

from __future__ import annotations

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.decisions import Decision, Stance
from pa_tui.domain.meetings import is_round
from pa_tui.language import _


def standing_apart(decision: Decision, agreement: Agreement) -> str:
    """Who did not simply agree to a decision and how: "reservation HBR, not present
    Gemeente". Empty where all parties agree or the article is not agreed at all."""
    if not decision.outcome.settles:
        return ""
    in_writing = is_round(agreement.meetings.get(decision.meeting or ""))
    groups = [
        (_("reservation"), _with(decision, Stance.RESERVE)),
        (_("does not agree"), _with(decision, Stance.DISAGREE)),
        (_("comes back on it"), _with(decision, Stance.RETURNS)),
        (_("no position yet"), decision.silent),
        (_("no answer") if in_writing else _("not present"), _unheard(decision)),
    ]
    return ", ".join(
        f"{words} {labels.parties(agreement, keys)}" for words, keys in groups if keys
    )


def _with(decision: Decision, stance: Stance) -> tuple[str, ...]:
    return tuple(stand.party for stand in decision.positions if stand.stance is stance)


def _unheard(decision: Decision) -> tuple[str, ...]:
    said = {stand.party for stand in decision.positions}
    return tuple(key for key in decision.missing if key not in said)


def with_apart(words: str, apart: str) -> str:
    """An outcome with who stands apart from it: "provisionally agreed, reservation HBR"."""
    if not apart:
        return words
    return f"{words}{'; ' if ': ' in words else ', '}{apart}"
