"""An agreement over a file: its articles are read at first touch and kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import cached_property
from typing import Any

import msgspec

from pa_tui.domain.agreement import BY_KIND, ENTITIES, Agreement
from pa_tui.domain.changes import Change
from pa_tui.domain.decisions import Outcome, Standing
from pa_tui.domain.lines import ArticleLine
from pa_tui.domain.order import Order, Tally
from pa_tui.domain.shelf import Shelf, parent_of
from pa_tui.history import article_of
from pa_tui.ports import Entry
from storage.codecs import RowCodec, decoding, rows_of

Reading = Callable[[], AbstractContextManager[sqlite3.Connection]]
"""Lends the connection for a moment, to one thread at a time."""


class RowSource:
    """The entities of one kind in a file: the source of a shelf.

    What was looked at once is kept as it was then, also after an act wrote another state:
    an older agreement stays what it is, a newer one has the change on its shelf.
    """

    def __init__(self, kind: str, reading: Reading) -> None:
        self._kind = kind
        self._reading = reading
        self._parent: str | None = BY_KIND[kind].PARENT
        self._kept: dict[str, Any | None] = {}
        self._children: dict[str, tuple[str, ...]] = {}
        self._keys: tuple[str, ...] | None = None

    @cached_property
    def _codec(self) -> RowCodec:
        return rows_of(self._kind)

    @cached_property
    def _select(self) -> str:
        columns = ", ".join(f'"{name}"' for name in self._codec.columns)
        return f'SELECT {columns} FROM "{self._kind}"'

    def get(self, key: str) -> Any:
        if key not in self._kept:
            with self._reading() as connection:
                self._take(connection, f"{self._select} WHERE id = ?", key)
                self._kept.setdefault(key, None)
        return self._kept[key]

    def of(self, parent: str) -> Iterable[Any]:
        if parent not in self._children:
            query = f'{self._select} WHERE "{self._parent}" = ?'
            with self._reading() as connection:
                self._children[parent] = self._take(connection, query, parent)
        return [self._kept[key] for key in self._children[parent]]

    def keys(self) -> Iterable[str]:
        if self._keys is None:
            with self._reading() as connection:
                self._keys = self._take(connection, self._select)
        return self._keys

    def _take(
        self, connection: sqlite3.Connection, query: str, *values: str
    ) -> tuple[str, ...]:
        """The ids of what a query finds, without what was not there when it was asked for."""
        found = []
        for row in connection.execute(query, values).fetchall():
            if row[0] not in self._kept:
                self._kept[row[0]] = self._codec.read(row)
            if self._kept[row[0]] is not None:
                found.append(row[0])
        return tuple(found)

    def pin(self, changed: Mapping[str, Iterable[Change]]) -> None:
        """Keeps entities as they were before the changes, newest first, that another window
        wrote; what was looked at already is kept that way."""
        unseen = [key for key in changed if key not in self._kept]
        for key in unseen:  # all of them before any children are read: those take rows along
            entity = self.get(key)
            for change in changed[key]:
                if not change.field:
                    entity = change.before
                elif entity is not None:
                    entity = replace(entity, **{change.field: change.before})
            self._kept[key] = entity
        for key in changed:
            self._pin_place(key, self._kept[key])

    def _pin_place(self, key: str, entity: Any | None) -> None:
        """Keeps an entity where it was, also where its row is gone or elsewhere by now."""
        if entity is None:
            return
        parent = parent_of(entity)
        if parent is not None and key not in {e.id for e in self.of(parent)}:
            self._children[parent] = (*self._children[parent], key)
        if self._keys is not None and key not in self._keys:
            self._keys = (*self._keys, key)


_LINE = "SELECT {} FROM article_line".format(", ".join(f'"{n}"' for n in ArticleLine._fields))
_FLAGS = (
    "lead",
    "joint",
    "dated",
    "key_agreement",
    "removed",
    "contested",
    "consent",
    "reopened",
)
_PARTIES = ("reserved", "objecting", "returning", "discuss", "formality", "unheard")


class LineSource:
    """The lines of the articles, read when looked at: one, or all at once."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._kept: dict[str, ArticleLine | None] = {}
        self._has_all = False

    def get(self, key: str) -> ArticleLine | None:
        if key not in self._kept and not self._has_all:
            with self._reading() as connection:
                row = connection.execute(f"{_LINE} WHERE id = ?", (key,)).fetchone()
                self._kept[key] = line_from_row(row) if row else None
        return self._kept.get(key)

    def of(self, parent: str) -> Iterable[ArticleLine]:
        return [
            line for key in self.keys() if (line := self._kept[key]) and line.theme == parent
        ]

    def keys(self) -> Iterable[str]:
        if not self._has_all:
            with self._reading() as connection:
                for row in connection.execute(_LINE).fetchall():
                    if row[0] not in self._kept:
                        self._kept[row[0]] = line_from_row(row)
                self._has_all = True
        return [key for key, line in list(self._kept.items()) if line is not None]

    def pin(self, key: str, line: ArticleLine | None) -> None:
        """Keeps a line as it was before another window wrote a new one."""
        self._kept.setdefault(key, line)


def line_from_row(row: tuple[Any, ...]) -> ArticleLine:
    """The line of a row of article_line."""
    with decoding(f"article_line {row[0]}"):
        return _line(row)


def _line(row: tuple[Any, ...]) -> ArticleLine:
    values = dict(zip(ArticleLine._fields, row, strict=True))
    values["outcome"] = Outcome(values["outcome"]) if values["outcome"] else None
    values["standing"] = Standing(values["standing"]) if values["standing"] else None
    for name in _FLAGS:
        values[name] = bool(values[name])
    for name in _PARTIES:
        values[name] = _names(values[name])
    return ArticleLine(**values)


def row_from_line(line: ArticleLine) -> dict[str, Any]:
    """The row of article_line for a line."""
    row: dict[str, Any] = line._asdict()
    for name in _PARTIES:
        row[name] = msgspec.json.encode(row[name]).decode() if row[name] else ""
    for name in _FLAGS:
        row[name] = int(row[name])
    return row


def _names(source: str | None) -> tuple[str, ...]:
    return msgspec.json.decode(source, type=tuple[str, ...]) if source else ()


_PLACES = (
    "SELECT line.theme, line.id, line.number FROM theme CROSS JOIN article_line AS line "
    "ON line.theme = theme.id ORDER BY theme.rank, line.rank, line.id"
)

# The same sums as pa_tui.domain.order.tally; a test holds them together.
_TALLIES = """
SELECT theme, sum(NOT gone), sum(settled AND NOT gone), sum(outcome IS NULL AND NOT gone),
       sum(outcome IS 'deferred' AND NOT gone), sum(outcome IS 'no_agreement' AND NOT gone),
       sum(gone), sum(lead AND NOT gone), sum(dated AND NOT gone),
       sum(reserved <> '' AND NOT gone), sum(contested)
FROM (SELECT *, NOT contested AND (removed OR outcome IS 'dropped') AS gone,
             NOT contested AND outcome IS NOT NULL
             AND outcome NOT IN ('deferred', 'no_agreement') AS settled
      FROM article_line)
GROUP BY theme
"""


class FileShelves:
    """The shelves of an agreement over a file."""

    def __init__(self, reading: Reading) -> None:
        self._sources = {e.KIND: RowSource(e.KIND, reading) for e in ENTITIES}
        self._lines = LineSource(reading)

    def agreement(self, connection: sqlite3.Connection) -> Agreement:
        """The agreement the file holds, with nothing of it read but its order and tallies."""
        with decoding("article_line"):
            places = connection.execute(_PLACES).fetchall()
            tallies = connection.execute(_TALLIES).fetchall()
            return Agreement(
                **{
                    Agreement.shelf_name(kind): Shelf(source)
                    for kind, source in self._sources.items()
                },
                lines=Shelf(self._lines),
                known_order=Order(places),
                known_tallies={theme: Tally(*sums) for theme, *sums in tallies},
            )

    def pin(self, entries: Sequence[Entry], agreement: Agreement) -> None:
        """Keeps what ``entries`` of another window changed as it was in ``agreement``, which
        does not have them yet. Nobody may write meanwhile."""
        changes: dict[str, dict[str, list[Change]]] = {}
        touched: set[str | None] = set()
        for entry in reversed(entries):
            for change in reversed(entry.changes):
                changes.setdefault(change.kind, {}).setdefault(change.id, []).append(change)
        for kind, own in changes.items():
            self._sources[kind].pin(own)
        for entry in entries:
            touched.update(article_of(change, agreement) for change in entry.changes)
        for article in filter(None, touched):
            there = article in agreement.articles
            self._lines.pin(article, agreement.line_for(article) if there else None)
