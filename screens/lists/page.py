"""The page of the lists: actions, reservations to be lifted, parked points."""

from __future__ import annotations

from datetime import date

from rich.cells import cell_len

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.meetings import Action, ActionState
from pa_tui.language import _, n_
from screens.lists.narrowing import Query, is_overdue, narrowed
from screens.lists.waiting import parked_list, reservation_list
from screens.widgets.board import Drawn
from screens.widgets.columns import BLANK, Column, inset
from screens.widgets.ink import Line, Run, clip, fit, line, width_of
from screens.widgets.typeset import wrap

_MARKS = {
    ActionState.OPEN: ("○", "text"),
    ActionState.BUSY: ("◐", "amended"),
    ActionState.DONE: ("✓", "agreed"),
    ActionState.DROPPED: ("×", "gone"),
}
_WIDE = 110
"""From this width on, all that is known of an action stands on one row."""


def lists_page(agreement: Agreement, query: Query, today: date, width: int) -> Drawn:
    """The lists for a width in cells, narrowed by the query."""
    column = Column(width - 2)
    column.add(BLANK)
    _actions(column, agreement, query, today)
    reservation_list(column, agreement, query, today)
    parked_list(column, agreement, query)
    return inset(column.drawn())


# -- actions ----------------------------------------------------------------------------------


def _actions(column: Column, agreement: Agreement, query: Query, today: date) -> None:
    found = narrowed(agreement, query, today)
    late = sum(is_overdue(action, today) for action in found)
    aside = _("{shown} of {all}", shown=len(found), all=len(agreement.actions))
    if late:
        aside += " · " + n_("{count} overdue", "{count} overdue", late)
    column.heading(_("Actions"), aside)
    if not found:
        some = bool(len(agreement.actions))
        column.row(line(Run(_("none that fits") if some else _("none yet"), "quiet")))
    who_width = _who_width(agreement, column.width)
    for action in found:
        _action(column, agreement, action, today, who_width)


def _who_width(agreement: Agreement, width: int) -> int:
    longest = max((cell_len(party.short) for party in agreement.ordered_parties), default=6)
    return min(longest, width // 5) + 2


def _action(
    column: Column, agreement: Agreement, action: Action, today: date, who_width: int
) -> None:
    over = action.state in (ActionState.DONE, ActionState.DROPPED)
    ink = "quiet" if over else "text"
    sign, sign_ink = _MARKS[action.state]
    state = _("overdue") if is_overdue(action, today) else labels.name(action.state)
    party = labels.party(agreement, action.party) if action.party else ""
    start = line(
        Run(sign + " ", sign_ink),
        Run(f"A-{action.number:03} ", "quiet"),
        Run(fit(clip(party or action.person or "", who_width - 2), who_width), ink),
    )
    due = labels.due(action.due, action.due_words)
    person = f" ({action.person})" if party and action.person else ""
    number = _article(agreement, action)
    wide = column.width >= _WIDE
    tail: Line = ()
    if wide:
        tail = line(Run(f"  {number:>6}", "quiet"), Run(f"  {due:<24}  {state:<18}", ink))
    room = column.width - 4 - width_of(start) - width_of(tail)
    rows = wrap(line(Run(action.text + person, ink)), max(12, room))
    column.stop("actions", ("action", action.id), (*start, *rows[0]), tail)
    pad = Run(" " * width_of(start))
    for row in rows[1:]:
        column.row((pad, *row))
    if not wide:
        told = " · ".join(words for words in (number, due, state) if words)
        for row in wrap(line(Run(told, "quiet")), max(12, room)):
            column.row((pad, *row))


def _article(agreement: Agreement, action: Action) -> str:
    found = agreement.lines.get(action.article or "")
    return (found.number or "·") if found else ""
