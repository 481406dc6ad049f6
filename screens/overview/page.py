"""The page of the overview: the table of themes over two columns of lists."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.meetings import Action, Meeting, MeetingState
from pa_tui.language import N_, _, n_
from screens.overview.figures import Figures, Gap, Missing
from screens.overview.table import theme_table
from screens.overview.year import warning_list, year_list
from screens.widgets.board import Drawn
from screens.widgets.columns import BLANK, Column, above, beside, halves, inset
from screens.widgets.ink import Line, Run, clip, line

ACTIONS = 6
MEETINGS = 5


def page(
    agreement: Agreement,
    figures: Figures,
    referring: tuple[tuple[str, str], ...],
    today: date,
    width: int,
) -> Drawn:
    """The overview for a width in cells."""
    inner = width - 2
    if not figures.themes:
        return inset(_nothing_yet(inner))
    left, right = halves(inner)
    _missing(left, _gaps(figures, referring), today)
    left.add(BLANK)
    _actions(left, agreement, figures.actions, today)
    year_list(right, agreement, figures, today)
    warning_list(right, agreement, today)
    right.add(BLANK)
    _meetings(right, agreement, figures, today)
    gap = Drawn([BLANK])
    return inset(above(theme_table(figures, inner), gap, beside(left, right)))


def _nothing_yet(width: int) -> Drawn:
    column = Column(width)
    column.add(BLANK, line(Run(_("There are no themes and articles in this file yet."))))
    column.add(line(Run(_("Press F2 to write the first ones."), "quiet")))
    return column.drawn()


# -- what is missing --------------------------------------------------------------------------

_GAPS = {
    Gap.LEAD: N_("lead?"),
    Gap.DATE: N_("date?"),
}


def _gaps(figures: Figures, referring: tuple[tuple[str, str], ...]) -> list[Missing]:
    gaps = list(figures.missing)
    if referring:
        dead = Missing(Gap.REFERENCE, len(referring), referring)
        place = next((i for i, g in enumerate(gaps) if g.gap not in _GAPS), len(gaps))
        gaps.insert(place, dead)
    return gaps


def _missing(column: Column, gaps: Iterable[Missing], today: date) -> None:
    column.heading(_("Still to fill in"))
    gaps = list(gaps)
    if not gaps:
        column.row(line(Run(_("nothing"), "quiet")))
    for gap in gaps:
        words = line(Run(_said(gap, today)))
        numbers = _numbers(gap, column.width - 4 - len(words[0].text))
        column.stop("missing", ("gap", gap.gap), (*words, *numbers))


def _said(gap: Missing, today: date) -> str:
    if gap.gap in _GAPS:
        return f"{gap.many} {_(_GAPS[gap.gap])}"
    if gap.gap is Gap.REFERENCE:
        return n_(
            "{count} reference to an article that is gone",
            "{count} references to articles that are gone",
            gap.many,
        )
    if gap.gap is Gap.REOPENED:
        return n_("{count} article reopened", "{count} articles reopened", gap.many)
    if gap.gap is Gap.DISPUTE:
        return n_(
            "{count} point for the administrative meeting",
            "{count} points for the administrative meeting",
            gap.many,
        )
    said = n_("{count} reservation open", "{count} reservations open", gap.many)
    if gap.until is None:
        return said
    return said + ", " + _("first {day}", day=labels.near(gap.until, today.year))


def _numbers(gap: Missing, room: int) -> Line:
    """As many numbers as fit, then "…"."""
    text = ""
    for place, (_key, number) in enumerate(gap.articles):
        longer = f"{text}  {number}"
        rest = place + 1 < gap.many
        if len(longer) + (3 if rest else 0) > room:
            return line(Run(text + (" …" if text else ""), "quiet"))
        text = longer
    return line(Run(text + (" …" if gap.many > len(gap.articles) else ""), "quiet"))


# -- actions and meetings ---------------------------------------------------------------------


def _actions(
    column: Column, agreement: Agreement, actions: tuple[Action, ...], today: date
) -> None:
    late = sum(1 for action in actions if is_late(action, today))
    aside = n_("{count} open", "{count} open", len(actions)) if actions else ""
    if late:
        aside += " · " + n_("{count} overdue", "{count} overdue", late)
    column.heading(_("Actions"), aside)
    if not actions:
        column.row(line(Run(_("none open"), "quiet")))
    for action in actions[:ACTIONS]:
        due = _due(action, today)
        who = labels.party(agreement, action.party) if action.party else action.person or ""
        named = not who or action.text.casefold().startswith(who.casefold())
        words = action.text if named else f"{who}: {action.text}"
        room = column.width - 3 - len(due)
        left = line(clip(words, max(8, room - 1)))
        column.stop("actions", ("action", action.id), left, line(Run(due, "quiet")))
    rest = len(actions) - ACTIONS
    if rest > 0:
        more = n_("and {count} more", "and {count} more", rest)
        column.stop("actions", ("actions", ""), line(Run(more, "quiet")))


def is_late(action: Action, today: date) -> bool:
    """Whether the day of an open action has passed."""
    return action.due is not None and action.due < today


def _due(action: Action, today: date) -> str:
    if action.due is None:
        return ""
    if is_late(action, today):
        return _("overdue")
    return labels.due(action.due, action.due_words)


def _meetings(column: Column, agreement: Agreement, figures: Figures, today: date) -> None:
    planned = len(figures.planned)
    column.heading(_("Meetings"), _("{count} planned", count=planned) if planned else "")
    if not figures.meetings:
        words = _("none held yet; F3 shows what is planned")
        column.row(line(Run(words if planned else _("none yet; F3 opens one"), "quiet")))
    for meeting in figures.meetings[:MEETINGS]:
        day = labels.near(meeting.date, today.year)
        left = line(f"{day:<7} ", labels.meeting(meeting))
        column.stop(
            "meetings",
            ("meeting", meeting.id),
            left,
            line(Run(_state(agreement, meeting, short=column.width < 50), "quiet")),
        )


def _state(agreement: Agreement, meeting: Meeting, *, short: bool) -> str:
    taken = n_("{count} decision", "{count} decisions", len(agreement.decisions_of(meeting.id)))
    if meeting.state is MeetingState.OPEN:
        state = _("running")
    else:
        state = labels.name(meeting.minutes_state) if meeting.minutes_state else ""
    return state if short and state else " · ".join(word for word in (taken, state) if word)
