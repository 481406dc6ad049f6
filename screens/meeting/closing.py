"""The page before a meeting is closed: nothing that waits may disappear unseen."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.coming_back import Gone, Leaving, Returning, Why
from pa_tui.domain.meetings import Meeting, MeetingState
from pa_tui.language import _, n_
from screens.meeting.adopting import not_adopted
from screens.meeting.answers import no_answers
from screens.meeting.leftover import (
    Balance,
    Reason,
    balance,
    gone_words,
    summary,
    why_words,
)
from screens.widgets.board import Drawn
from screens.widgets.columns import BLANK, Column, inset
from screens.widgets.ink import Run, clip, line
from screens.widgets.typeset import wrap

_MANY = 15
"""As many articles that were simply not treated are listed one by one."""
_ALONE = (Why.UNTREATED,)
_WIDE, _TITLE = 100, 30
_BESIDE_TITLE, _LEAST_TITLE = 12, 8
"""The cells beside a title that are not of the words; a title in less room says nothing."""


def closing_page(agreement: Agreement, meeting: Meeting, width: int) -> Drawn:
    """What is still open, before the meeting is closed; the cursor begins at the closing."""
    column = Column(width - 2)
    made = balance(agreement, meeting)
    column.add(BLANK)
    asked = _("Close {meeting}?", meeting=labels.meeting(meeting))
    column.stop("close", ("close",), line(Run(asked, "title")))
    column.row(line(Run(summary(made, meeting), "quiet")))
    column.add(BLANK)
    not_adopted(column, agreement, meeting)
    no_answers(column, agreement, meeting)
    _undecided(column, made)
    _owed(column, agreement, made)
    what_follows(column, agreement, made)
    return inset(column.drawn())


def _undecided(column: Column, made: Balance) -> None:
    column.heading(_("Still undecided"), str(made.left) if made.left else "")
    if not made.left:
        column.row(line(Run(_("nothing; every article has an outcome"), "quiet")))
    for theme, count, articles in made.undecided:
        name = clip(theme, 30)
        start = line(f"{name:<30} {count:>3}  ")
        numbers = clip("  ".join(number for _, number in articles), column.width - 40)
        first = articles[0][0] if articles else ""
        column.stop("undecided", ("article", first), (*start, Run(numbers, "quiet")))


def _owed(column: Column, agreement: Agreement, made: Balance) -> None:
    """What somebody can still supply at the table."""
    reasons(column, agreement, made)
    if made.unheard:
        _heading(column, _("Position still missing"), len(made.unheard))
    for key, words in made.unheard:
        _article(column, agreement, "unheard", ("article", key, "unheard"), key, words)
    if made.unplanned:
        _heading(column, _("Actions without owner or day"), len(made.unplanned))
    for action, words in made.unplanned:
        value = ("action", action.id)
        _stop(column, "unplanned", value, f"A-{action.number:03}", words)


def reasons(column: Column, agreement: Agreement, made: Balance) -> None:
    """The reasons that are still to follow, each as a stop."""
    if made.unreasoned:
        _heading(column, _("Reason follows"), len(made.unreasoned))
    for reason, words in made.unreasoned:
        _article(column, agreement, "unreasoned", reason, reason.article, words)


def what_follows(column: Column, agreement: Agreement, made: Balance) -> None:
    """What comes back, goes up, goes away, and is parked; with stops to change that."""
    alone = [one for one in made.returning if one.whys == _ALONE]
    listed = [one for one in made.returning if one.whys != _ALONE or len(alone) <= _MANY]
    _heading(column, _returning_title(agreement), len(made.returning))
    _returning(column, agreement, listed)
    if len(alone) > _MANY:
        told = n_("{count} not treated", "{count} not treated", len(alone))
        column.row(line(Run(told, "quiet")))
    if made.up:
        _heading(column, _("To the administrative meeting"), len(made.up))
        _returning(column, agreement, made.up)
    _gone(column, agreement, made.gone)
    if made.parked:
        _heading(column, _("Parked"), len(made.parked))
    for point in made.parked:
        column.row(line(point.text))


def _returning_title(agreement: Agreement) -> str:
    planned = (m for m in agreement.ordered_meetings if m.state is MeetingState.PLANNED)
    coming = next(planned, None)
    if coming is None:
        return _("Comes back")
    name, day = labels.meeting(coming), labels.day(coming.date)
    return _("Comes back at {meeting}, {day}", meeting=name, day=day)


def _returning(column: Column, agreement: Agreement, found: Iterable[Returning]) -> None:
    for one in found:
        value = ("article", one.article, "back")
        _article(column, agreement, "back", value, one.article, why_words(agreement, one))


def _gone(column: Column, agreement: Agreement, found: tuple[Leaving, ...]) -> None:
    decided = [one for one in found if one.how is Gone.DECIDED]
    others = [one for one in found if one.how is not Gone.DECIDED]
    if found:
        _heading(column, _("Does not come back"), len(found))
    for one in others:
        value = ("article", one.article, "gone")
        _article(column, agreement, "gone", value, one.article, gone_words(one))
    if decided:
        numbers = "  ".join(labels.article(agreement, one.article) for one in decided)
        label = _("decided")
        for row in wrap(line(f"{label}  ", Run(numbers, "quiet")), column.width - 2):
            column.row(row)


def _heading(column: Column, title: str, count: int) -> None:
    column.add(BLANK)
    column.heading(title, str(count) if count else _("nothing"))


def _stop(
    column: Column, section: str, value: tuple[str, ...] | Reason, name: str, words: str
) -> None:
    column.stop(section, value, line(f"{name}  ", Run(words, "quiet")))


def _article(
    column: Column,
    agreement: Agreement,
    section: str,
    value: tuple[str, ...] | Reason,
    article: str,
    words: str,
) -> None:
    """A stop for an article: its number, in a wide column its title, and what is said."""
    own = agreement.lines[article]
    name = labels.article(agreement, article)
    if own.number and column.width >= _WIDE:
        name = f"{name:<5} {clip(own.label, _TITLE):<{_TITLE}}"
    elif own.number:
        room = min(_TITLE, column.width - cell_len(words) - _BESIDE_TITLE)
        name = f"{name:<5} {clip(own.label, room)}" if room >= _LEAST_TITLE else name
    _stop(column, section, value, name, words)
