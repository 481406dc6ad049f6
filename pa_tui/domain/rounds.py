"""Written rounds: which articles one is about, and who has answered what."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.decisions import Outcome
from pa_tui.domain.meetings import AgendaItem, Answer, Meeting
from pa_tui.domain.parties import Party
from pa_tui.domain.selection import Selection, selected


def round_articles(agreement: Agreement, meeting: Meeting) -> tuple[str, ...]:
    """The ids of the articles a round asks about, in reading order: those of its agenda and
    those it decided on, or where these are none, all that are in the set."""
    named = {key for item in meeting.agenda for key in _articles_of(agreement, item)}
    if any(item.articles or item.theme or item.selection for item in meeting.agenda):
        named |= {own.article for own in agreement.decisions_of(meeting.id)}
    return tuple(
        key
        for key in agreement.order.flat
        if (key in named or not named) and _is_in_the_set(agreement, key)
    )


def _articles_of(agreement: Agreement, item: AgendaItem) -> Iterator[str]:
    yield from item.articles
    if item.theme is not None and not item.articles:
        yield from agreement.order.by_theme.get(item.theme, ())
    if item.selection:
        yield from selected(agreement, Selection(item.selection))


def _is_in_the_set(agreement: Agreement, article: str) -> bool:
    line = agreement.lines[article]
    return not line.removed and line.outcome is not Outcome.DROPPED


def answers_of(meeting: Meeting, party: str) -> tuple[Answer, ...]:
    """What the party of this key answered: first on everything, then on single articles."""
    own = (answer for answer in meeting.answers if answer.party == party)
    return tuple(sorted(own, key=lambda answer: bool(answer.articles)))


def unanswered(agreement: Agreement, meeting: Meeting) -> tuple[Party, ...]:
    """The parties that have not answered, in the order of the table."""
    return tuple(p for p in agreement.ordered_parties if not answers_of(meeting, p.id))


def is_over(meeting: Meeting, now: datetime) -> bool:
    """Whether the term of a round has passed."""
    return meeting.answer_by is not None and now > meeting.answer_by
