"""What parties let know between two meetings: it is told in the minutes of the next one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time

from pa_tui.domain.decisions import Position, Stance, Stand
from pa_tui.papers.events import lifted, withdrawn
from pa_tui.papers.gatherings import name, previous
from pa_tui.papers.record import Record, article_name


def said_since(record: Record) -> Iterator[str]:
    """Reservations that were lifted and agreement that was withdrawn since the meeting
    before, oldest first."""
    agreement, seen = record.agreement, record.meeting.date
    before = previous(record.meeting, agreement)
    since = before.closed_at if before and before.closed_at else datetime.min
    begin = record.meeting.opened_at or datetime.combine(seen, time.max)
    for at, position in _positions(record, since, begin):
        party = agreement.parties.get(position.party)
        article = agreement.articles.get(position.article)
        earlier = _stand_before(record, position, at)
        if party is None or article is None or earlier is None:
            continue
        number = article_name(article)
        agreed_before = earlier.stance in (Stance.AGREE, Stance.RESERVE)
        if position.stance is Stance.AGREE and earlier.stance is Stance.RESERVE:
            yield lifted(party, number, at.date(), seen, earlier)
        elif position.stance is Stance.DISAGREE and agreed_before:
            where = name(record.meeting)
            yield withdrawn(party, number, at.date(), seen, position.reason, where)


def _positions(
    record: Record, since: datetime, until: datetime
) -> list[tuple[datetime, Position]]:
    found = [
        (position.at, position)
        for position in record.agreement.positions.values()
        if position.at is not None and since < position.at < until
    ]
    return sorted(found, key=lambda pair: (pair[0], pair[1].id))


def _stand_before(record: Record, position: Position, at: datetime) -> Stand | None:
    """What the party had said when the last decision before that moment was taken."""
    decisions = [d for d in record.agreement.decisions_on(position.article) if d.at < at]
    if not decisions:
        return None
    stands = decisions[-1].positions
    return next((stand for stand in stands if stand.party == position.party), None)
