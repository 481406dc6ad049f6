"""An agreement over a file: its articles are read at first touch and kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from typing import Any

import msgspec

from pa_tui.domain.agreement import ENTITIES, Agreement
from pa_tui.domain.decisions import Outcome, Standing
from pa_tui.domain.lines import ArticleLine
from pa_tui.domain.order import Order, Tally
from pa_tui.domain.shelf import Shelf
from storage.codecs import rows_of

Reading = Callable[[], AbstractContextManager[sqlite3.Connection]]
"""Lends the connection for a moment, to one thread at a time."""


class RowSource:
    """The entities of one kind in a file: the source of a shelf.

    What was looked at once is kept as it was then, also after an act of this window wrote
    another state: an older agreement stays what it is, a newer one has the change on its
    shelf.
    """

    def __init__(self, kind: str, reading: Reading) -> None:
        self._codec = rows_of(kind)
        self._reading = reading
        self._parent: str | None = self._codec.entity.PARENT
        columns = ", ".join(f'"{name}"' for name in self._codec.columns)
        self._select = f'SELECT {columns} FROM "{kind}"'
        self._keys = f'SELECT id FROM "{kind}" ORDER BY rowid'
        self._kept: dict[str, Any | None] = {}
        self._children: dict[str, tuple[str, ...]] = {}

    def get(self, key: str) -> Any:
        if key not in self._kept:
            rows = self._rows(f"{self._select} WHERE id = ?", key)
            self._kept[key] = self._codec.read(rows[0]) if rows else None
        return self._kept[key]

    def of(self, parent: str) -> Iterable[Any]:
        if parent not in self._children:
            found = self._take(
                f'{self._select} WHERE "{self._parent}" = ? ORDER BY rowid', parent
            )
            self._children[parent] = tuple(entity.id for entity in found)
        return [self._kept[key] for key in self._children[parent]]

    def keys(self) -> Iterable[str]:
        if not self._kept:
            return [entity.id for entity in self._take(f"{self._select} ORDER BY rowid")]
        rows = self._rows(self._keys)
        return [key for (key,) in rows if self._kept.get(key, True) is not None]

    def _take(self, query: str, *values: str) -> list[Any]:
        """The entities of a query, those already looked at as they were then."""
        found = []
        for row in self._rows(query, *values):
            if row[0] not in self._kept:
                self._kept[row[0]] = self._codec.read(row)
            entity = self._kept[row[0]]
            if entity is not None:
                found.append(entity)
        return found

    def _rows(self, query: str, *values: str) -> list[tuple[Any, ...]]:
        with self._reading() as connection:
            return connection.execute(query, values).fetchall()


_LINE = "SELECT {} FROM article_line".format(", ".join(f'"{n}"' for n in ArticleLine._fields))
_FLAGS = ("lead", "joint", "dated", "key_agreement", "removed", "contested", "consent")
_PARTIES = ("reserved", "objecting", "returning")


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
        raise NotImplementedError("lines are found through the agreement's order")

    def keys(self) -> Iterable[str]:
        if not self._has_all:
            with self._reading() as connection:
                rows = connection.execute(_LINE).fetchall()
            for row in rows:
                if row[0] not in self._kept:
                    self._kept[row[0]] = line_from_row(row)
            self._has_all = True
        return [key for key, line in self._kept.items() if line is not None]


def line_from_row(row: tuple[Any, ...]) -> ArticleLine:
    """The line of a row of article_line."""
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


def agreement_in(reading: Reading) -> Agreement:
    """The agreement a file holds, with nothing of it read but its order and tallies."""
    shelves = {
        Agreement.shelf_name(entity.KIND): Shelf(RowSource(entity.KIND, reading))
        for entity in ENTITIES
    }
    with reading() as connection:
        places = connection.execute(_PLACES).fetchall()
        tallies = connection.execute(_TALLIES).fetchall()
    return Agreement(
        **shelves,
        lines=Shelf(LineSource(reading)),
        known_order=Order(places),
        known_tallies={theme: Tally(*sums) for theme, *sums in tallies},
    )
