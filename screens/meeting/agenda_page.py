"""The meetings ahead, and the agenda of one of them with the time each item begins."""

from __future__ import annotations

from datetime import datetime

from pa_tui import labels
from pa_tui.domain.agendas import (
    articles_of,
    due_times,
    item_key,
    minutes_to_adopt,
    planned_end,
)
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.meetings import (
    ActionState,
    AgendaItem,
    ItemKind,
    Meeting,
    MeetingState,
)
from pa_tui.edits.agenda import planned_meetings
from pa_tui.language import _, n_
from screens.meeting.earlier import earlier_page
from screens.meeting.opening import times_of
from screens.pace import Pace
from screens.widgets.board import Drawn
from screens.widgets.columns import BLANK, Column, above, inset
from screens.widgets.ink import Line, Run, line, width_of
from screens.widgets.typeset import wrap

_WIDE = 50
_TO_DO = (ActionState.OPEN, ActionState.BUSY)


def planned_page(agreement: Agreement, width: int) -> Drawn:
    """The planned meetings, the first one first, over those that were held."""
    column = Column(width - 2)
    column.add(BLANK)
    column.heading(_("Planned meetings"))
    for meeting in planned_meetings(agreement):
        count = n_("{count} item", "{count} items", len(meeting.agenda))
        words = [times_of(meeting), meeting.place, count]
        column.stop(
            "planned",
            ("meeting", meeting.id),
            line(f"{labels.day(meeting.date):<13}", labels.meeting(meeting)),
            line(Run(" · ".join(filter(None, words)), "quiet")),
        )
    return above(inset(column.drawn()), earlier_page(agreement, width))


def agenda_page(
    agreement: Agreement, meeting: Meeting, pace: Pace, now: datetime, width: int
) -> Drawn:
    """Every item with when it begins and how long it takes, and when all is done."""
    column = Column(width - 2)
    column.add(BLANK)
    where = [labels.day(meeting.date), times_of(meeting), meeting.place]
    column.heading(labels.meeting(meeting), " · ".join(filter(None, where)))
    people = [
        f"{label} {name}"
        for label, name in ((_("chair"), meeting.chair), (_("minutes by"), meeting.secretary))
        if name
    ]
    if people:
        column.row(line(Run(" · ".join(people), "quiet")))
    column.add(BLANK)
    if not meeting.agenda:
        column.row(line(Run(_("Nothing on the agenda yet; n adds an item"), "quiet")))
    runs = meeting.state is MeetingState.OPEN
    times = pace.due(agreement, meeting, now) if runs else due_times(meeting)
    for item, at in times:
        begins = f"{at.hour}.{at.minute:02}" if at else ""
        add_item(column, agreement, meeting, item, pace, begins)
    end = pace.expected_end(agreement, meeting, now) if runs else planned_end(meeting)
    _end(column, meeting, end)
    return inset(column.drawn())


def _end(column: Column, meeting: Meeting, end: datetime | None) -> None:
    minutes = sum(item.minutes for item in meeting.agenda)
    if not minutes:
        return
    at = f"{end.hour}.{end.minute:02}" if end else ""
    words = _("expected end") if end else _("together")
    column.row(
        line(Run(f"{at:<7}", "quiet"), Run(words, "quiet")),
        line(Run(_("{count} min", count=minutes), "quiet")),
    )


def add_item(
    column: Column,
    agreement: Agreement,
    meeting: Meeting,
    item: AgendaItem,
    pace: Pace,
    begins: str | None = None,
) -> None:
    """A stop for an item: when it begins, its title over as many rows as it takes, what it is
    about and its minutes, with those that went to it while the meeting runs."""
    here = meeting.state is MeetingState.OPEN and pace.item(meeting) == item
    aside = line(
        Run(_aside(agreement, meeting, item, pace, wide=column.width >= _WIDE), "quiet")
    )
    before = line(
        Run("" if begins is None else f"{begins:<7}", "quiet"), Run("▸ " if here else "", "key")
    )
    room = column.width - 3 - width_of(before) - width_of(aside)
    title: Line = line(Run(item.title, "strong" if here else "text"))
    rows = wrap(title, max(12, room))
    column.stop("agenda", ("item", item_key(meeting, item)), (*before, *rows[0]), aside)
    for row in rows[1:]:
        column.row((Run(" " * width_of(before)), *row))


def _aside(
    agreement: Agreement, meeting: Meeting, item: AgendaItem, pace: Pace, *, wide: bool
) -> str:
    about = _about(agreement, meeting, item) if wide else ""
    minutes = _("{count} min", count=item.minutes) if item.minutes else ""
    if meeting.state is MeetingState.OPEN and item.minutes:
        spent = pace.minutes_on(meeting, item)
        sign = pace.sign(meeting, item)
        if spent or sign:
            minutes = _("{spent} of {planned} min", spent=spent, planned=item.minutes)
        about = sign or about
        if sign and not wide:
            return sign
    return "  ".join(filter(None, (about, f"{minutes:>7}")))


def _about(agreement: Agreement, meeting: Meeting, item: AgendaItem) -> str:
    """What an item is about, in a few words: "4/9", "12 open", "8 articles"."""
    if item.kind is ItemKind.MINUTES:
        last = minutes_to_adopt(agreement, meeting)
        return labels.meeting(last) if last else ""
    if item.kind is ItemKind.ACTIONS:
        count = sum(action.state in _TO_DO for action in agreement.actions.values())
        return _("{count} open", count=count)
    articles = articles_of(agreement, item, meeting)
    if item.theme is not None and not item.articles:
        tally = agreement.tallies.get(item.theme)
        return f"{tally.decided}/{tally.articles}" if tally and tally.articles else ""
    if item.kind is not ItemKind.SELECTION:
        settled = sum(not agreement.lines[key].is_undecided for key in articles)
        return f"{settled}/{len(articles)}" if articles else ""
    return n_("{count} article", "{count} articles", len(articles))
