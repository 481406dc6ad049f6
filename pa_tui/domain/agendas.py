"""What the items of an agenda are about, and at what time each is due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.decisions import Outcome
from pa_tui.domain.lines import ArticleLine
from pa_tui.domain.meetings import AgendaItem, ItemKind, Meeting, MinutesState
from pa_tui.domain.parties import Role
from pa_tui.domain.selection import Selection, selected

_HEAVY, _USUAL, _LIGHT = 4, 2, 1


def articles_of(
    agreement: Agreement, item: AgendaItem, meeting: Meeting | None = None
) -> tuple[str, ...]:
    """The ids of the articles an item is about now, in reading order: those that were named,
    else those of its theme or of its filtered list (for its ``meeting``, by default the
    running one, else the next)."""
    if item.articles:
        return item.articles
    if item.theme is not None:
        return agreement.order.by_theme.get(item.theme, ())
    if item.kind is ItemKind.SELECTION and item.selection in set(Selection):
        return tuple(selected(agreement, Selection(item.selection), meeting))
    return ()


def weight(line: ArticleLine) -> int:
    """How much of a meeting's time an article asks for: what is disputed or was asked to be
    talked about more than what may pass, what is settled nothing."""
    apart = line.reserved or line.objecting or line.returning
    if line.removed or line.outcome is Outcome.DROPPED:
        return 0
    if line.discuss or apart or line.outcome in (Outcome.DEFERRED, Outcome.NO_AGREEMENT):
        return _HEAVY
    if not line.is_undecided:
        return 0
    return _LIGHT if line.formality else _USUAL


def shared(minutes: int, weights: list[int]) -> list[int]:
    """Whole minutes by weight that come to ``minutes`` together; none without any weight."""
    total = sum(weights)
    if not total:
        return [0] * len(weights)
    done = given = 0
    shares = []
    for own in weights:
        done += own
        upto = minutes * done // total
        shares.append(upto - given)
        given = upto
    return shares


def item_key(meeting: Meeting, item: AgendaItem) -> str:
    """What names an item in an act: its id, or its place (from 1) where it has none."""
    return item.id or str(meeting.agenda.index(item) + 1)


def beginning(meeting: Meeting) -> datetime | None:
    """When the meeting began, else when it is planned to begin; None where nobody said."""
    if meeting.opened_at is not None:
        return meeting.opened_at
    hour, dot, minute = meeting.begins.partition(".")
    if not dot or not (hour.isdecimal() and minute.isdecimal()):
        return None
    return datetime(
        meeting.date.year, meeting.date.month, meeting.date.day, int(hour), int(minute)
    )


def due_times(meeting: Meeting) -> Iterator[tuple[AgendaItem, datetime | None]]:
    """Each item with when it begins if all goes as planned."""
    at = beginning(meeting)
    for item in meeting.agenda:
        yield item, at
        at = at and at + timedelta(minutes=item.minutes)


def planned_end(meeting: Meeting) -> datetime | None:
    """When the agenda will be done; None where it has no minutes or no beginning."""
    minutes = sum(item.minutes for item in meeting.agenda)
    begin = beginning(meeting)
    return begin + timedelta(minutes=minutes) if begin is not None and minutes else None


def sides_away(agreement: Agreement, meeting: Meeting) -> tuple[Role, ...]:
    """The sides of the table (municipality, corporations, tenants) of which nobody is there."""
    sides = [role for role in Role if agreement.with_role(role)]
    return tuple(
        role
        for role in sides
        if not any(meeting.is_here(party.id) for party in agreement.with_role(role))
    )


def minutes_to_adopt(agreement: Agreement, meeting: Meeting) -> Meeting | None:
    """The last meeting of this kind whose minutes are still a concept; None where nothing
    waits. What a working group said is not for another table to adopt."""
    waiting = (
        own
        for own in reversed(agreement.ordered_meetings)
        if own.minutes_state is MinutesState.CONCEPT and own.id != meeting.id
    )
    return next((own for own in waiting if own.kind is meeting.kind), None)
