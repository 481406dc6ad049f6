"""The meetings that were: what each came to, what of it can be put right, and its papers."""

from __future__ import annotations

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.coming_back import last_held
from pa_tui.domain.meetings import Meeting, MeetingState, MinutesState
from pa_tui.language import _, n_, spoken
from pa_tui.reading.wording import say_clock
from screens import wording
from screens.meeting.closing import reasons, what_follows
from screens.meeting.leftover import balance, summary
from screens.widgets.board import Drawn
from screens.widgets.columns import BLANK, Column, inset
from screens.widgets.ink import Line, Run, line


def held_meetings(agreement: Agreement) -> tuple[Meeting, ...]:
    """The meetings that are closed, oldest first."""
    return tuple(m for m in agreement.ordered_meetings if m.state is MeetingState.CLOSED)


def earlier_page(agreement: Agreement, width: int) -> Drawn:
    """The meetings of this file, the latest first."""
    column = Column(width - 2)
    held = held_meetings(agreement)
    if held:
        column.add(BLANK)
        column.heading(_("Earlier meetings"), _("page up: what they came to"))
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
    """What a closed meeting came to, with a stop for all that can be put right, and the
    names of the papers made."""
    column = Column(width - 2)
    name = labels.meeting(meeting)
    at = say_clock(meeting.closed_at, spoken()) if meeting.closed_at else ""
    left = balance(agreement, meeting)
    column.add(
        BLANK,
        line(Run(_("{meeting} was closed at {time}", meeting=name, time=at), "title")),
        line(Run(summary(left, meeting), "quiet")),
        line(Run(_minutes(agreement, meeting), "quiet")),
    )
    if made:
        column.add(BLANK)
        column.heading(_("Written beside the file"))
        for paper in made:
            column.row(line(paper))
    _decisions(column, agreement, meeting)
    _actions(column, agreement, meeting)
    _notes(column, agreement, meeting)
    if last_held(agreement) == meeting:
        reasons(column, agreement, left)
        what_follows(column, agreement, left)
    _people(column, agreement, meeting)
    return inset(column.drawn())


def _minutes(agreement: Agreement, meeting: Meeting) -> str:
    """How far its minutes are, and what was put right."""
    state = labels.name(meeting.minutes_state) if meeting.minutes_state else ""
    words = [_("minutes: {state}", state=state)]
    if meeting.minutes_state is MinutesState.ADOPTED and meeting.adopted_at is not None:
        words.append(labels.day(meeting.adopted_at))
    words += meeting.adopted_with
    if count := len(meeting.corrections):
        words.append(n_("{count} correction", "{count} corrections", count))
    return " · ".join(words)


def _decisions(column: Column, agreement: Agreement, meeting: Meeting) -> None:
    from pa_tui.papers.gatherings import decision_code

    found = agreement.decisions_of(meeting.id)
    column.add(BLANK)
    column.heading(_("Decisions"), str(len(found)) if found else _("none"))
    for decision in found:
        number = decision_code(decision, agreement)
        name = labels.article(agreement, decision.article)
        words = wording.outcome(decision, agreement)
        if decision.reopened is not None:
            words = f"{words} · {_('reopened')}"
        told: Line = line(f"{number:<7} {name}  ", Run(words, "quiet"))
        column.stop("decisions", ("decision", decision.id), told)


def _actions(column: Column, agreement: Agreement, meeting: Meeting) -> None:
    own = [action for action in agreement.actions.values() if action.meeting == meeting.id]
    if own:
        column.add(BLANK)
        column.heading(_("Actions"), str(len(own)))
    for action in sorted(own, key=lambda action: action.number):
        column.stop("actions", ("action", action.id), line(wording.action(agreement, action)))


def _notes(column: Column, agreement: Agreement, meeting: Meeting) -> None:
    own = [n for n in agreement.notes.values() if n.meeting == meeting.id and not n.internal]
    if own:
        column.add(BLANK)
        column.heading(_("Notes"), str(len(own)))
    for note in own:
        name = labels.article(agreement, note.article) if note.article else ""
        party = labels.party(agreement, note.party) if note.party else ""
        before = "  ".join(filter(None, (name, f"{party}:" if party else "")))
        text = " ".join(note.text.split())
        column.stop("notes", ("note", note.id), line(Run(f"{before}  ", "quiet"), text))


def _people(column: Column, agreement: Agreement, meeting: Meeting) -> None:
    if meeting.attendance:
        column.add(BLANK)
        column.heading(_("At the table"))
    for entry in meeting.attendance:
        party = labels.party(agreement, entry.party) if entry.party else ""
        name = f"{entry.person} ({party})" if entry.person and party else entry.person or party
        state = " ".join(filter(None, (labels.name(entry.state), entry.at, entry.by)))
        value = ("attendance", entry.person, entry.party or "")
        column.stop("people", value, line(name), line(Run(state, "quiet")))
