"""What parties let know between two meetings: it is told in the minutes of the next one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from pa_tui.domain.decisions import Decision, Message, Stance
from pa_tui.domain.meetings import is_round
from pa_tui.papers.events import lifted, withdrawn
from pa_tui.papers.gatherings import name
from pa_tui.papers.record import Record, article_name


def said_since(record: Record) -> Iterator[str]:
    """Reservations that were lifted and agreement that was withdrawn since the meeting
    before, oldest first."""
    agreement, seen = record.agreement, record.meeting.date
    here = name(record.meeting)
    again = (
        f"ligt voor in {here}" if is_round(record.meeting) else f"staat op de agenda van {here}"
    )
    for decision, told in _messages(record):
        party = agreement.parties.get(told.party)
        article = agreement.articles.get(decision.article)
        if party is None or article is None:
            continue
        number = article_name(article)
        if told.stance is Stance.AGREE:
            yield lifted(party, number, told, seen)
        else:
            yield withdrawn(party, number, told, seen, again)


def _messages(record: Record) -> list[tuple[Decision, Message]]:
    """What was written down after the meeting before this one was closed, up to the end of
    this one; each is told once, whatever kind of meeting comes next."""
    since = _closed_before(record)
    found = [
        (decision, told)
        for decision in record.agreement.decisions.values()
        for told in decision.messages
        if since < told.at <= record.end
    ]
    return sorted(found, key=lambda pair: (pair[1].on, pair[1].at, pair[0].id))


def _closed_before(record: Record) -> datetime:
    closed = (own.closed_at for own in record.agreement.meetings.values())
    before = (at for at in closed if at is not None and at < record.end)
    return max(before, default=datetime.min)
