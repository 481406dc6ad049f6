"""Sentences about the secretary's words in minutes, and their versions."""

from __future__ import annotations

from pa_tui import labels
from pa_tui.edits.meeting import meeting_named
from pa_tui.edits.minutes import DropRewording, KeepMinutes, Reword
from pa_tui.errors import NotFound
from pa_tui.language import _
from pa_tui.telling.base import Told, shortened, tells


@tells(Reword)
def words_given(edit: Reword, told: Told) -> str:
    """ "Minutes of working group 2, other words: De afspraak blijft ..."."""
    meeting = _meeting(edit.meeting, told)
    if edit.becomes.strip() == edit.was.strip():
        return _("Minutes of {meeting}: the program’s own words again", meeting=meeting)
    return _(
        "Minutes of {meeting}, other words: {words}",
        meeting=meeting,
        words=shortened(edit.becomes),
    )


@tells(DropRewording)
def words_dropped(edit: DropRewording, told: Told) -> str:
    """ "Minutes of working group 2: the program's own words again"."""
    meeting = _meeting(edit.meeting, told)
    return _("Minutes of {meeting}: the program’s own words again", meeting=meeting)


@tells(KeepMinutes)
def kept(edit: KeepMinutes, told: Told) -> str:
    """ "Minutes of working group 2 kept: Concept 2"."""
    meeting = _meeting(edit.meeting, told)
    return _("Minutes of {meeting} kept: {name}", meeting=meeting, name=edit.name)


def _meeting(name: str, told: Told) -> str:
    try:
        return labels.meeting(meeting_named(told.agreement, name))
    except NotFound:
        return name
