"""What a meeting talked about and left undecided, as it stood when it was closed."""

from __future__ import annotations

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Article
from pa_tui.domain.decisions import Stand
from pa_tui.domain.meetings import Meeting, Unsettled
from pa_tui.domain.text import Text


def unsettled(agreement: Agreement, meeting: Meeting) -> tuple[Unsettled, ...]:
    """The undecided articles, in reading order, whose text is another one or on which a
    party took a position or the lead at the meeting; as it stands now."""
    stands = _stands(agreement, meeting)
    leads = _leads(agreement, meeting)
    told = _told_before(agreement, meeting)
    found = []
    for key in agreement.order.flat:
        if not agreement.lines[key].is_undecided:
            continue
        article = agreement.articles[key]
        was = None if (key, article.text) in told else article.revised_from
        said, led = tuple(stands.get(key, ())), tuple(leads.get(key, ()))
        if was is not None or said or led:
            found.append(Unsettled(key, was, _changed(article, was), said, led))
    return tuple(found)


def _changed(article: Article, was: Text | None) -> Text:
    return () if was is None else article.text


def _stands(agreement: Agreement, meeting: Meeting) -> dict[str, list[Stand]]:
    found: dict[str, list[Stand]] = {}
    for position in agreement.positions.values():
        if position.meeting == meeting.id:
            found.setdefault(position.article, []).append(position.stand())
    return found


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
