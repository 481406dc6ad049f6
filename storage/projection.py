"""The tables beside the journal: what the agreement is now, kept up by every act."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.changes import Change
from pa_tui.history import article_of
from pa_tui.ports import Entry
from storage import journal
from storage.codecs import rows_of
from storage.shelves import row_from_line

if TYPE_CHECKING:
    from sqlite_utils import Database


class Projection:
    """Writes rows inside a transaction that somebody else began."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @cached_property
    def _db(self) -> Database:
        from sqlite_utils import Database

        return Database(self._connection, execute_plugins=False)

    def warm_up(self) -> None:
        """Imports what writing needs."""
        self._db.table("journal").exists()

    def write_entry(self, place: int, entry: Entry) -> None:
        """Adds an entry to the journal."""
        self._db.table("journal").insert(journal.row_of(place, entry))

    def write_changes(self, changes: Iterable[Change], agreement: Agreement) -> None:
        """Makes the rows of everything that changed as it is in the agreement."""
        changes = tuple(changes)
        by_kind: dict[str, dict[str, None]] = {}
        articles: dict[str, None] = {}
        for change in changes:
            by_kind.setdefault(change.kind, {})[change.id] = None
            article = article_of(change, agreement)
            if article is not None:
                articles[article] = None
        with self._db.atomic():
            for kind, keys in by_kind.items():
                self._write(kind, keys, agreement)
            self._write_lines(articles, agreement)

    def _write(self, kind: str, keys: Iterable[str], agreement: Agreement) -> None:
        shelf, codec, table = agreement.shelf_of(kind), rows_of(kind), self._db.table(kind)
        present = [codec.write(shelf[key]) for key in keys if key in shelf]
        if present:
            table.upsert_all(present, pk="id")
        for key in keys:
            if key not in shelf:
                table.delete_where("id = ?", [key])

    def _write_lines(self, articles: Iterable[str], agreement: Agreement) -> None:
        table = self._db.table("article_line")
        present = [
            row_from_line(agreement.lines[key]) for key in articles if key in agreement.lines
        ]
        if present:
            table.upsert_all(present, pk="id")
        for key in articles:
            if key not in agreement.lines:
                table.delete_where("id = ?", [key])
