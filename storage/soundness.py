"""Whether a file is sound: the database itself, the journal, and what is kept beside it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.order import tallied
from pa_tui.errors import N_, AgreementError, FileError
from storage import journal
from storage.codecs import Undecodable


def damage(connection: sqlite3.Connection, agreement: Agreement) -> Iterator[AgreementError]:
    """What is wrong with a file, if anything, as errors that can be told. Reads all of it;
    ``agreement`` is a fresh one, of which nothing was looked at yet."""
    for (line,) in connection.execute("PRAGMA integrity_check(20)"):
        if line != "ok":
            yield FileError(N_("The database is damaged: {reason}."), reason=line)
    try:
        for _ in journal.oldest_first(connection):
            pass
    except Undecodable as error:
        yield FileError(N_("The history holds something unreadable: {reason}."), reason=error)
    try:
        for _ in agreement.entities():
            pass
        yield from _loose_ends(agreement)
        yield from _stale_lines(agreement)
    except AgreementError as error:
        yield error


def _loose_ends(agreement: Agreement) -> Iterator[AgreementError]:
    """What points at something that is not there."""
    for entity in agreement.entities():
        for field, shelf in _POINTS_AT.items():
            goal = getattr(entity, field, None)
            if goal is not None and goal not in agreement.shelf_of(shelf):
                yield FileError(
                    N_("{kind} {id} points at {goal}, which is not there."),
                    kind=entity.KIND,
                    id=entity.id,
                    goal=goal,
                )


_POINTS_AT = {
    "article": "article",
    "decision": "decision",
    "meeting": "meeting",
    "party": "party",
    "theme": "theme",
}


def _stale_lines(agreement: Agreement) -> Iterator[AgreementError]:
    stale = [
        agreement.lines[key].number or key
        for key in agreement.order.flat
        if key not in agreement.articles or agreement.lines[key] != agreement.line_for(key)
    ]
    lost = len(agreement.articles) - len(agreement.order.flat)
    if stale:
        yield FileError(
            N_("The list of articles is out of date at: {numbers}."),
            numbers=", ".join(stale[:20]),
        )
    if lost:
        yield FileError(N_("Articles that stand in no theme: {count}."), count=lost)
    if dict(agreement.tallies) != tallied(agreement.lines.values()):
        yield FileError(N_("The counts per theme do not agree with the articles."))
