"""What a line typed on the lists means. Reading Dutch is imported when the first is typed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.errors import AgreementError
from pa_tui.language import tell

if TYPE_CHECKING:
    from pa_tui.reading.entry import ActionEntry
    from pa_tui.reading.entry.heard import HeardEntry


def heard_from(words: str, today: date) -> HeardEntry:
    """When and how somebody let something know, as typed; raises Unreadable."""
    from pa_tui.reading.entry.heard import read_heard

    return read_heard(words, today=today)


def heard_words(words: str, today: date) -> str:
    """The day and the way somebody let something know."""
    try:
        found = heard_from(words, today)
    except AgreementError as error:
        return tell(error)
    return " · ".join(filter(None, (labels.day(found.on or today), found.source)))


def action_from(agreement: Agreement, words: str, today: date) -> ActionEntry:
    """Who does what by when, as typed; raises Unreadable."""
    from pa_tui.reading.entry import read_action

    people = (
        entry.person for meeting in agreement.ordered_meetings for entry in meeting.attendance
    )
    return read_action(
        words,
        parties=agreement.ordered_parties,
        persons=tuple(dict.fromkeys(name for name in people if name)),
        today=today,
    )


def action_words(agreement: Agreement, words: str, today: date) -> str:
    """What is understood of an action: who, by when."""
    try:
        found = action_from(agreement, words, today)
    except AgreementError as error:
        return tell(error)
    who = labels.party(agreement, found.party) if found.party else found.person or ""
    return " · ".join(filter(None, (who, labels.due(found.due, found.due_words))))
