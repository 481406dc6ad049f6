"""Minutes that go out are kept: every export that says something new is a version."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.meetings import Meeting, MeetingState, MinutesState
from pa_tui.edits.minutes import KeepMinutes
from pa_tui.papers.editions import Edition, edition, is_adopted_version, versions_of
from pa_tui.papers.minutes import is_adopted
from pa_tui.ports import Act, Entry

AsOf = Callable[[str], Agreement]
"""Gives the agreement as it was right after the entry of this id."""


def edition_of(
    agreement: Agreement,
    meeting: Meeting,
    at: datetime,
    newest_first: Iterable[Entry],
    as_of: AsOf,
) -> Edition:
    """The minutes of a meeting as they would go out at ``at``. Adopted minutes that were not
    kept yet are those of the moment they were adopted, whatever happened since."""
    kept = versions_of(agreement, meeting)
    if is_adopted(meeting) and not (kept and is_adopted_version(meeting, kept[-1])):
        entry = _adoption(meeting, newest_first)
        if entry is not None:
            then = as_of(entry.id)
            return edition(then, then.meetings[meeting.id], entry.at)
    return edition(agreement, meeting, at)


def _adoption(meeting: Meeting, newest_first: Iterable[Entry]) -> Entry | None:
    for entry in newest_first:
        for change in entry.changes:
            if (change.kind, change.id, change.field) == (
                "meeting",
                meeting.id,
                "minutes_state",
            ):
                done = entry.act is not Act.UNDO and change.after is MinutesState.ADOPTED
                return entry if done else None
    return None


def to_keep(meeting: Meeting, made: Edition) -> KeepMinutes | None:
    """The act that keeps an edition as it goes out; None where it was kept already, and
    while the meeting still runs."""
    if made.kept is not None or meeting.state is not MeetingState.CLOSED:
        return None
    return KeepMinutes(meeting.id, made.name, made.text)
