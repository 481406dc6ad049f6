"""What a meeting talked about and left undecided, as it stood when it was closed."""

from __future__ import annotations

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Article
from pa_tui.domain.decisions import Position, Stand
from pa_tui.domain.meetings import Meeting, Unsettled, is_round
from pa_tui.domain.text import Text


def unsettled(agreement: Agreement, meeting: Meeting) -> tuple[Unsettled, ...]:
    """The articles the meeting did not decide on, in reading order, whose text is another one
    while they are undecided, or on which a party took a position or the lead at it; as it
    stands now."""
    stands = _stands(agreement, meeting)
    leads = _leads(agreement, meeting)
    told = _told_before(agreement, meeting)
    found = []
    for key in agreement.order.flat:
        line = agreement.lines[key]
        if line.removed or not (line.is_undecided or key in stands or key in leads):
            continue
        decision = agreement.decision_on(key)
        if decision is not None and decision.meeting == meeting.id:
            continue
        article = agreement.articles[key]
        old = decision is not None or (key, article.text) in told
        was = None if old else article.revised_from
        said, led = tuple(stands.get(key, ())), tuple(leads.get(key, ()))
        if was is not None or said or led:
            found.append(Unsettled(key, was, _changed(article, was), said, led))
    return tuple(found)


def _changed(article: Article, was: Text | None) -> Text:
    return () if was is None else article.text


def _stands(agreement: Agreement, meeting: Meeting) -> dict[str, list[Stand]]:
    found: dict[str, list[Stand]] = {}
    for position in agreement.positions.values():
        if position.meeting == meeting.id and not _is_told_elsewhere(
            agreement, position, meeting
        ):
            found.setdefault(position.article, []).append(position.stand())
    return found


def _is_told_elsewhere(agreement: Agreement, position: Position, meeting: Meeting) -> bool:
    """Whether a party let its position know by letter: an answer in a written round, or about
    a decision that was taken."""
    if position.said_on is None:
        return False
    return is_round(meeting) or bool(agreement.decisions_on(position.article))


def _leads(agreement: Agreement, meeting: Meeting) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for part in agreement.commitments.values():
        for lead in part.leads:
            own = found.setdefault(part.article, []) if lead.meeting == meeting.id else None
            if own is not None and lead.party not in own:
                own.append(lead.party)
    return found


def _told_before(agreement: Agreement, meeting: Meeting) -> set[tuple[str, Text]]:
    """The texts that earlier meetings left undecided: their minutes tell them."""
    return {
        (one.article, one.text)
        for other in agreement.meetings.values()
        if other.id != meeting.id
        for one in other.unsettled
        if one.was is not None
    }
