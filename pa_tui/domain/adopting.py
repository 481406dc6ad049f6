"""What the administrative meeting can adopt, and on what not everybody agreed."""

from __future__ import annotations

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.decisions import Standing
from pa_tui.domain.lines import ArticleLine, Status


def to_adopt(agreement: Agreement, meeting: str | None = None) -> tuple[str, ...]:
    """The ids of the articles with a provisional decision that settles them, in reading
    order; those of one meeting (id), or all of them."""
    found = [
        key
        for key, line in agreement.lines.items()
        if line.standing is Standing.PROVISIONAL
        and line.outcome is not None
        and line.outcome.settles
        and (meeting is None or _is_of(agreement, key, meeting))
    ]
    place = agreement.order.place
    return tuple(sorted(found, key=lambda key: place.get(key, len(place))))


def _is_of(agreement: Agreement, article: str, meeting: str) -> bool:
    decision = agreement.decision_on(article)
    return decision is not None and decision.meeting == meeting


def is_apart(line: ArticleLine) -> bool:
    """Whether a party objects, has a reservation, comes back on it or was not heard."""
    return bool(line.objecting or line.reserved or line.returning or line.unheard)


def not_settled(agreement: Agreement) -> tuple[str, ...]:
    """The ids of the articles that cannot be adopted: open, held over or sent up."""
    left = (Status.OPEN, Status.CONTESTED)
    return tuple(k for k in agreement.order.flat if agreement.lines[k].status in left)
