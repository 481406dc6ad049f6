"""The action list as a paper of its own: what is past its day first."""

from __future__ import annotations

from datetime import datetime

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.meetings import Action, ActionState, Meeting, MeetingState
from pa_tui.papers.blocks import Paper
from pa_tui.papers.frame import listing
from pa_tui.papers.lists import action_list
from pa_tui.papers.record import Record, is_overdue

_WAITING = (ActionState.OPEN, ActionState.BUSY)


def actions_paper(
    agreement: Agreement, meeting: Meeting | None = None, *, at: datetime
) -> Paper:
    """The actions as they stand at ``at``: those that wait, and those of the last meeting, or
    finished since the one before it, once more. With ``meeting`` those of its minutes."""
    if meeting:
        record = Record(agreement, meeting, at)
        found, seen = record.actions, record.end
    else:
        found, seen = _listed(agreement, at), at
    return listing(
        agreement,
        "Actielijst",
        action_list(found, agreement, seen),
        at,
        nothing="Er staan geen acties open.",
    )


def _listed(agreement: Agreement, at: datetime) -> tuple[Action, ...]:
    held = [m for m in agreement.ordered_meetings if m.state is not MeetingState.PLANNED]
    last = Record(agreement, held[-1], at).actions if held else ()
    once_more = {action.id for action in last}
    found = (
        action
        for action in agreement.actions.values()
        if action.state in _WAITING or action.id in once_more
    )
    return tuple(sorted(found, key=lambda a: (not is_overdue(a, at), a.number)))


def waiting(agreement: Agreement, at: datetime) -> tuple[Action, ...]:
    """The actions still to be done, those past their day first."""
    found = (action for action in agreement.actions.values() if action.state in _WAITING)
    return tuple(sorted(found, key=lambda a: (not is_overdue(a, at), a.number)))
