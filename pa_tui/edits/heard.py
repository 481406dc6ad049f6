"""What a party lets know outside the table, on a day and by a way that are kept."""

from __future__ import annotations

from datetime import date, datetime

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
    if on is not None:
        _must_come_after(sheet, position, stance, day)
    decisions = sheet.agreement.decisions_on(position.article)
    if decisions:
        at, was_at = sheet.moment.at, position.at
        told = Message(position.stand(), stance, day, at, source.strip(), reason, was_at)
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


def _must_come_after(sheet: Worksheet, position: Position, stance: Stance, day: date) -> None:
    """Raises NotAllowed where nothing was said yet on that day that could be taken back."""
    party = sheet.agreement.party_named(position.party).short
    said = _day_of(sheet, position.at, position.meeting, position.said_on)
    if said is not None and day < said:
        told = (
            N_("{party} made the reservation on {since}; it cannot be lifted on {date}.")
            if position.stance is Stance.RESERVE and stance is Stance.AGREE
            else N_("{party} agreed on {since}; it cannot come back on that on {date}.")
        )
        raise NotAllowed(told, party=party, since=said, date=day)
    decision = sheet.agreement.decision_on(position.article)
    if decision is None or stance is Stance.AGREE:
        return
    taken = _day_of(sheet, decision.at, decision.meeting)
    if taken is not None and day < taken:
        raise NotAllowed(
            N_("The decision is of {since}; {party} cannot come back on it on {date}."),
            party=party,
            since=taken,
            date=day,
        )


def _day_of(
    sheet: Worksheet, at: datetime | None, meeting: str | None, said_on: date | None = None
) -> date | None:
    """The day something was said: as told, else that of its meeting where it was written
    down later, else that it was written down; None where nobody knows."""
    if said_on is not None:
        return said_on
    held = sheet.agreement.meetings.get(meeting or "")
    days = [at.date()] if at is not None else []
    if held is not None:
        days.append(held.date)
    return min(days, default=None)
