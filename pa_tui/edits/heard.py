"""What a party lets know outside the table, on a day and by a way that are kept."""

from __future__ import annotations

from datetime import date

from pa_tui.domain.decisions import Message, Position, Stance
from pa_tui.edits.base import Worksheet
from pa_tui.errors import N_, NotAllowed


def heard_from(
    sheet: Worksheet,
    position: Position,
    stance: Stance,
    source: str,
    on: date | None,
    reason: str = "",
) -> None:
    """A party takes another position than it had, outside the table; the decision that was
    taken with the old one keeps that it did."""
    day = day_said(sheet, on)
    decisions = sheet.agreement.decisions_on(position.article)
    if decisions:
        told = Message(position.stand(), stance, day, sheet.moment.at, source.strip(), reason)
        sheet.set(decisions[-1], messages=(*decisions[-1].messages, told))
    meeting = sheet.meeting()
    sheet.set(
        position,
        stance=stance,
        kind=None,
        until=None,
        reason=reason,
        meeting=meeting.id if meeting else None,
        at=sheet.moment.at,
        source=source.strip(),
        said_on=day,
    )


def day_said(sheet: Worksheet, on: date | None) -> date:
    """The day something was let know, by default today; raises NotAllowed for one to come."""
    if on is not None and on > sheet.moment.today:
        raise NotAllowed(N_("{date} is still to come; nobody can have said so then."), date=on)
    return on or sheet.moment.today
