"""What happened, in a sentence: for the line under the screen and for the history."""

from __future__ import annotations

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.changes import Change
from pa_tui.edits import Edit
from pa_tui.language import _
from pa_tui.ports import Act, Entry
from pa_tui.telling.apart import standing_apart, with_apart
from pa_tui.telling.base import Told, sentence

__all__ = ["describe", "describe_edit", "standing_apart", "with_apart"]


def describe(entry: Entry, agreement: Agreement) -> str:
    """What an entry of the journal did, in the language in use, without a full stop.

    Articles and parties are named as ``agreement`` knows them: right after the entry for
    news, today's for a history.
    """
    words = describe_edit(entry.edit, agreement, entry.changes)
    if entry.act is Act.UNDO:
        return _("Taken back: {what}", what=words)
    if entry.act is Act.REDO:
        return _("Brought back: {what}", what=words)
    return words


def describe_edit(edit: Edit, agreement: Agreement, changes: tuple[Change, ...] = ()) -> str:
    """What an edit does, for one that is not in the journal yet; ``changes`` are its own,
    where they are known."""
    return sentence(edit, Told(agreement, changes))
