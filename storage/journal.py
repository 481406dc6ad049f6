"""The journal: every act in the words of the domain, only ever added to."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

from pa_tui.ports import Act, Entry
from storage.codecs import (
    change_to_json,
    changes_from_json,
    decoding,
    edit_from_json,
    edit_to_json,
)

FORMAT = 1
"""How changes are written. A new format brings a reader for the older ones."""

_COLUMNS = 'seq, id, copy, clock, seat, at, "by", act, of, edit, facts, changes, meeting'
_PAGE = 64


class Kept(NamedTuple):
    """An entry with its place in this file."""

    seq: int
    entry: Entry


def newest_first(connection: sqlite3.Connection, after: int = 0) -> Iterator[Kept]:
    """Entries with a place greater than ``after``, the last one first.

    They are fetched in pages, so that looking for the last few costs little, and no read
    transaction is left open in between.
    """
    before = 1 << 62
    query = (
        f"SELECT {_COLUMNS} FROM journal WHERE seq > ? AND seq < ? ORDER BY seq DESC LIMIT ?"
    )
    while rows := connection.execute(query, (after, before, _PAGE)).fetchall():
        yield from map(_read, rows)
        before = rows[-1][0]


def oldest_first(connection: sqlite3.Connection, after: int = 0) -> Iterator[Kept]:
    """Entries with a place greater than ``after``, in the order they were made."""
    query = f"SELECT {_COLUMNS} FROM journal WHERE seq > ? ORDER BY seq LIMIT ?"
    while rows := connection.execute(query, (after, _PAGE)).fetchall():
        yield from map(_read, rows)
        after = rows[-1][0]


def last_place(connection: sqlite3.Connection) -> int:
    """The place of the last entry; 0 where there is none."""
    return int(connection.execute("SELECT coalesce(max(seq), 0) FROM journal").fetchone()[0])


def last_id(connection: sqlite3.Connection) -> str:
    """The id of the last entry; empty where there is none."""
    row = connection.execute("SELECT id FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    return str(row[0]) if row else ""


def place_of(connection: sqlite3.Connection, entry: str) -> int | None:
    """Where the entry of this id stands in this file, or None."""
    row = connection.execute("SELECT seq FROM journal WHERE id = ?", (entry,)).fetchone()
    return int(row[0]) if row else None


def row_of(place: int, entry: Entry) -> dict[str, Any]:
    """The row of an entry at a place."""
    return {
        "seq": place,
        "id": entry.id,
        "format": FORMAT,
        "copy": entry.copy,
        "clock": entry.clock,
        "seat": entry.seat,
        "at": entry.at.isoformat(),
        "by": entry.by,
        "act": entry.act.value,
        "of": entry.of,
        "edit": type(entry.edit).__name__,
        "facts": edit_to_json(entry.edit),
        "changes": change_to_json(entry.changes),
        "meeting": entry.meeting,
    }


def _read(row: tuple[Any, ...]) -> Kept:
    seq, key, copy, clock, seat, at, by, act, of, edit, facts, changes, meeting = row
    with decoding(f"journal {seq}"):
        entry = Entry(
            key,
            copy,
            clock,
            seat,
            datetime.fromisoformat(at),
            by,
            Act(act),
            of,
            edit_from_json(edit, facts),
            changes_from_json(changes),
            meeting,
        )
    return Kept(seq, entry)
