"""What waits beside the actions: reservations to be lifted, and parked points."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.decisions import Position, ReservationKind, Stance
from pa_tui.domain.meetings import Parked, ParkedState
from pa_tui.domain.order import Tally
from pa_tui.language import _
from screens.lists.narrowing import Query, parked_fits, reservation_fits
from screens.widgets.columns import BLANK, Column
from screens.widgets.ink import Line, Run, clip, line, width_of
from screens.widgets.typeset import wrap


def reservations(agreement: Agreement) -> Iterator[Position]:
    """The reservations that stand, in the order of the articles."""
    for theme in agreement.ordered_themes:
        if not agreement.tallies.get(theme.id, Tally()).reserved:
            continue
        for key in agreement.order.by_theme.get(theme.id, ()):
            if agreement.lines[key].reserved:
                for position in agreement.positions.of(key):
                    if position.stance is Stance.RESERVE:
                        yield position


def reservation_list(column: Column, agreement: Agreement, query: Query, today: date) -> None:
    """The reservations still to be lifted, each with a stop."""
    every = list(reservations(agreement))
    found = [own for own in every if reservation_fits(agreement, own, query, today)]
    if not every:
        return
    column.add(BLANK)
    column.heading(_("Reservations to be lifted"), _shown(len(found), len(every)))
    for position in found:
        number = labels.article(agreement, position.article)
        said = (
            _("reservation on the content")
            if position.kind is ReservationKind.CONTENT
            else _("reservation subject to consent")
        )
        words: Line = line(
            Run(f"{clip(number, 10):<7}"), labels.party(agreement, position.party), ": ", said
        )
        if position.reason:
            words = (*words, *line(Run(f" · {position.reason}", "quiet")))
        until = line(Run(_until(position, today), "quiet"))
        value = ("reservation", position.article, position.party)
        rows = wrap(words, column.width - 6 - width_of(until))
        column.stop("reservations", value, rows[0], until)
        for row in rows[1:]:
            column.row((Run(" " * 7), *row))


def _shown(found: int, every: int) -> str:
    return str(every) if found == every else _("{shown} of {all}", shown=found, all=every)


def _until(position: Position, today: date) -> str:
    if position.until is None:
        return ""
    until = _("until {when}", when=labels.day(position.until))
    return f"{until} · {_('overdue')}" if position.until < today else until


def parked_list(column: Column, agreement: Agreement, query: Query) -> None:
    """The parked points with a stop each: those that are open, then what became of the
    others."""
    every = sorted(agreement.parked.values(), key=lambda own: own.state is not ParkedState.OPEN)
    found = [own for own in every if parked_fits(agreement, own, query)]
    if not every:
        return
    open_ones = sum(own.state is ParkedState.OPEN for own in found)
    column.add(BLANK)
    column.heading(_("Parking lot"), _("{count} open", count=open_ones))
    for point in found:
        is_open = point.state is ParkedState.OPEN
        mark = Run("○ ") if is_open else Run("✓ ", "quiet")
        ink = "text" if is_open else "quiet"
        aside = line(Run(_aside(agreement, point), "quiet"))
        rows = wrap(line(Run(point.text, ink)), max(16, column.width - 8 - width_of(aside)))
        column.stop("parked", ("parked", point.id), (mark, *rows[0]), aside)
        for row in rows[1:]:
            column.row((Run("  "), *row))


def _aside(agreement: Agreement, point: Parked) -> str:
    """Where a point came from, or what became of it; with its article."""
    line_ = agreement.lines.get(point.article or "")
    number = (line_.number or "") if line_ else ""
    if point.state is ParkedState.OPEN:
        meeting = agreement.meetings.get(point.meeting or "")
        words = labels.meeting(meeting) if meeting else ""
    elif point.state is ParkedState.ACTION:
        action = agreement.actions.get(point.became)
        words = f"A-{action.number:03}" if action else labels.name(point.state)
    elif point.state is ParkedState.AGENDA:
        held = agreement.meetings.get(point.became)
        words = labels.name(point.state) + (f" · {labels.meeting(held)}" if held else "")
    else:
        words = labels.name(point.state)
    return " · ".join(filter(None, (number, words)))
