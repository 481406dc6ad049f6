"""The meetings that were, and what the last one came to."""

from __future__ import annotations

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.meetings import Meeting, MeetingState
from pa_tui.language import _, n_, spoken
from pa_tui.reading.wording import say_clock
from screens.meeting.closing import balance, summary
from screens.widgets.board import Drawn
from screens.widgets.columns import BLANK, Column, inset
from screens.widgets.ink import Run, line


def earlier_page(agreement: Agreement, width: int) -> Drawn:
    """The meetings of this file, the latest first."""
    column = Column(width - 2)
    held = [m for m in agreement.ordered_meetings if m.state is MeetingState.CLOSED]
    if held:
        column.add(BLANK)
        column.heading(_("Earlier meetings"))
    for meeting in reversed(held):
        taken = n_(
            "{count} decision", "{count} decisions", len(agreement.decisions_of(meeting.id))
        )
        state = labels.name(meeting.minutes_state) if meeting.minutes_state else ""
        column.row(
            line(f"{labels.day(meeting.date):<13}", labels.meeting(meeting)),
            line(Run(" · ".join(w for w in (taken, state) if w), "quiet")),
        )
    return inset(column.drawn())


def closed_page(
    agreement: Agreement, meeting: Meeting, made: tuple[str, ...], width: int
) -> Drawn:
    """What the meeting that was just closed came to, and the names of the papers made."""
    column = Column(width - 2)
    name = labels.meeting(meeting)
    at = say_clock(meeting.closed_at, spoken()) if meeting.closed_at else ""
    column.add(
        BLANK,
        line(Run(_("{meeting} was closed at {time}", meeting=name, time=at), "title")),
        line(Run(summary(balance(agreement, meeting)), "quiet")),
        BLANK,
        line(Run("p  ", "key"), _("makes the minutes (Word and Markdown) and the draft")),
        line(Run("n  ", "key"), _("opens the next meeting")),
        line(Run("F5 ", "key"), _("shows all papers")),
    )
    if made:
        column.add(BLANK)
        column.heading(_("Written beside the file"))
        for paper in made:
            column.row(line(paper))
    return inset(column.drawn())
