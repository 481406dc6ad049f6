"""The schema, in numbered steps that never change once they were released.

A new step is a new function at the end. ``user_version`` counts the steps a file has had,
so that an older program refuses a newer file instead of misreading it.
"""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from pa_tui.errors import N_, FileError
from storage.connection import faults_told, pragma
from storage.schema import (
    BETWEEN_ADD,
    CLOSING_ADD,
    JOURNAL,
    LINE,
    MEETINGS_ADD,
    MEETINGS_TABLES,
    TABLES,
)

if TYPE_CHECKING:
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

SCHEMA = 6
"""How many steps there are."""


def must_be_known(connection: sqlite3.Connection, path: Path) -> None:
    """Raises FileError where a newer program wrote the file."""
    version = pragma(connection, "user_version")
    if version > SCHEMA:
        raise FileError(
            N_(
                "{path} was written by a newer pa-tui (format {version}; this one knows "
                "{known}). Open it with that version; nothing was changed."
            ),
            path=path,
            version=version,
            known=SCHEMA,
        )


def must_be_present(connection: sqlite3.Connection, path: Path) -> None:
    """Raises FileError where an older program wrote the file and none opened it since."""
    if pragma(connection, "user_version") < SCHEMA:
        raise FileError(
            N_("{path} is of an older pa-tui. Open it once with “pa-tui {path}”."), path=path
        )


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Brings a file to the present schema, in one transaction; does nothing where it is."""
    if pragma(connection, "user_version") == SCHEMA:
        return
    from sqlite_utils import Database

    with faults_told(path):
        connection.execute("BEGIN IMMEDIATE")
        try:
            _steps().apply(Database(connection, execute_plugins=False))
            connection.execute(f"PRAGMA user_version={SCHEMA}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise


def _steps() -> Migrations:
    from sqlite_utils.migrations import Migrations

    steps = Migrations("pa-tui")
    steps(name="0001_agreement")(_agreement)
    steps(name="0002_meetings")(_meetings)
    steps(name="0003_between_meetings")(_between_meetings)
    steps(name="0004_closing")(_closing)
    steps(name="0005_unheard")(_unheard)
    steps(name="0006_unsettled")(_unsettled)
    return steps


def _agreement(db: Database) -> None:
    """One table per kind of entity, the lines of the articles, the journal, and what is
    being typed. Columns without a plain type hold JSON."""
    for name, columns in TABLES.items():
        db.table(name).create(columns, pk="id")
    for name, columns in TABLES.items():
        for parent in ("article", "theme"):
            if parent in columns:
                db.table(name).create_index([parent])
    db.table("article_line").create(LINE, pk="id")
    db.table("article_line").create_index(["theme", "rank", "id", "number"])
    db.table("journal").create(JOURNAL, pk="seq", not_null=set(JOURNAL) - {"seq", "meeting"})
    db.table("journal").create_index(["id"], unique=True)
    db.table("half_typed").create(
        {"purpose": str, "place": str, "seat": int, "text": str, "at": str},
        pk=("purpose", "place", "seat"),
    )


def _meetings(db: Database) -> None:
    """Planned meetings, written rounds, what comes back, wishes beforehand, the decisions of
    the parties' bodies, and the minutes as the secretary made them."""
    _add_columns(db, MEETINGS_ADD)
    for name, columns_made in MEETINGS_TABLES.items():
        db.table(name).create(columns_made, pk="id")
    db.table("wish").create_index(["article"])
    db.execute(
        "UPDATE article_line SET reopened = 1 "
        "WHERE outcome IS NULL AND id IN (SELECT article FROM decision)"
    )


def _between_meetings(db: Database) -> None:
    """What parties let know about a decision afterwards, and what became of parked points."""
    _add_columns(db, BETWEEN_ADD)


def _closing(db: Database) -> None:
    """When an article was reopened, an action was done and a meeting was planned, so that
    the minutes of a closed meeting stay what they are."""
    _add_columns(db, CLOSING_ADD)


def _unheard(db: Database) -> None:
    """The line of a settled article names who has not been heard on it."""
    _add_columns(db, {"article_line": {"unheard": (str, "")}})
    settled = db.query(
        "SELECT line.id, decision.silent, decision.missing, decision.positions, "
        "decision.messages "
        "FROM article_line AS line JOIN article ON article.id = line.id "
        "JOIN decision ON decision.id = article.decision "
        "WHERE line.outcome NOT IN ('deferred', 'no_agreement')"
    )
    for row in list(settled):
        held = db.query("SELECT party FROM position WHERE article = ?", [row["id"]])
        heard = {own["party"] for own in held}
        heard |= {stand["party"] for stand in json.loads(row["positions"])}
        heard |= {told["before"]["party"] for told in json.loads(row["messages"])}
        away = dict.fromkeys((*json.loads(row["silent"]), *json.loads(row["missing"])))
        waiting = [party for party in away if party not in heard]
        if waiting:
            db.table("article_line").update(row["id"], {"unheard": json.dumps(waiting)})


def _unsettled(db: Database) -> None:
    """What a meeting talked about without an outcome, as it stood at the closing."""
    _add_columns(db, {"meeting": {"unsettled": (str, "[]")}})


def _add_columns(db: Database, added: dict[str, dict[str, tuple[type, object]]]) -> None:
    for name, columns in added.items():
        for column, (kind, usual) in columns.items():
            db.table(name).add_column(column, kind, not_null_default=usual)
