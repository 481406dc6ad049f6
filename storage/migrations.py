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


_HANGS_ON_ARTICLE = {"id": str, "article": str}


def _agreement(db: Database) -> None:
    """One table per kind of entity, the lines of the articles, the journal, and what is
    being typed. Columns without a plain type hold JSON."""
    for name, columns in _TABLES.items():
        db.table(name).create(columns, pk="id")
    for name, columns in _TABLES.items():
        for parent in ("article", "theme"):
            if parent in columns:
                db.table(name).create_index([parent])
    db.table("article_line").create(_LINE, pk="id")
    db.table("article_line").create_index(["theme", "rank", "id", "number"])
    db.table("journal").create(_JOURNAL, pk="seq", not_null=set(_JOURNAL) - {"seq", "meeting"})
    db.table("journal").create_index(["id"], unique=True)
    db.table("half_typed").create(
        {"purpose": str, "place": str, "seat": int, "text": str, "at": str},
        pk=("purpose", "place", "seat"),
    )


def _meetings(db: Database) -> None:
    """Planned meetings, written rounds, what comes back, wishes beforehand, the decisions of
    the parties' bodies, and the minutes as the secretary made them."""
    _add_columns(db, _MEETINGS_ADD)
    for name, columns_made in _MEETINGS_TABLES.items():
        db.table(name).create(columns_made, pk="id")
    db.table("wish").create_index(["article"])
    db.execute(
        "UPDATE article_line SET reopened = 1 "
        "WHERE outcome IS NULL AND id IN (SELECT article FROM decision)"
    )


def _between_meetings(db: Database) -> None:
    """What parties let know about a decision afterwards, and what became of parked points."""
    _add_columns(db, _BETWEEN_ADD)


def _closing(db: Database) -> None:
    """When an article was reopened, an action was done and a meeting was planned, so that
    the minutes of a closed meeting stay what they are."""
    _add_columns(db, _CLOSING_ADD)


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


_TABLES: dict[str, dict[str, type]] = {
    "facts": {
        "id": str,
        "uid": str,
        "title": str,
        "year": int,
        "period_start": str,
        "period_end": str,
        "status": str,
        "place": str,
        "signature_date": str,
        "confidential": str,
        "source": str,
        "actions_made": int,
    },
    "party": {
        "id": str,
        "rank": str,
        "short": str,
        "name": str,
        "role": str,
        "aliases": str,
        "signatory": str,
        "signed_on": str,
        "themes": str,
    },
    "section": {"id": str, "rank": str, "title": str, "text": str, "level": int},
    "theme": {"id": str, "rank": str, "number": str, "title": str, "context": str},
    "article": {
        "id": str,
        "theme": str,
        "rank": str,
        "number": str,
        "title": str,
        "group": str,
        "text": str,
        "revised_from": str,
        "decision": str,
        "removed": int,
        "key_agreement": int,
        "bid": str,
        "last_year": str,
    },
    "commitment": {
        **_HANGS_ON_ARTICLE,
        "rank": str,
        "words": str,
        "leads": str,
        "joint": str,
        "involved": str,
        "timings": str,
        "quantities": str,
        "strength": str,
    },
    "footnote": {"id": str, "rank": str, "mark": str, "text": str},
    "annex": {"id": str, "rank": str, "title": str, "text": str, "items": int},
    "unread": {"id": str, "rank": str, "line": int, "text": str, "why": str},
    "position": {
        **_HANGS_ON_ARTICLE,
        "party": str,
        "stance": str,
        "kind": str,
        "reason": str,
        "until": str,
        "meeting": str,
        "at": str,
    },
    "decision": {
        **_HANGS_ON_ARTICLE,
        "meeting": str,
        "number": int,
        "outcome": str,
        "standing": str,
        "at": str,
        "by": str,
        "text": str,
        "reason": str,
        "until": str,
        "until_date": str,
        "kind": str,
        "positions": str,
        "silent": str,
        "missing": str,
        "before": str,
        "after": str,
        "en_bloc": str,
        "reopened": str,
    },
    "proposal": {
        **_HANGS_ON_ARTICLE,
        "party": str,
        "text": str,
        "remark": str,
        "state": str,
        "reason": str,
        "at": str,
    },
    "meeting": {
        "id": str,
        "rank": str,
        "kind": str,
        "number": int,
        "date": str,
        "title": str,
        "place": str,
        "state": str,
        "minutes_state": str,
        "opened_at": str,
        "closed_at": str,
        "chair": str,
        "secretary": str,
        "attendance": str,
        "agenda": str,
        "happenings": str,
        "decisions_taken": int,
    },
    "note": {
        **_HANGS_ON_ARTICLE,
        "text": str,
        "meeting": str,
        "party": str,
        "internal": int,
        "at": str,
        "by": str,
    },
    "action": {
        "id": str,
        "number": int,
        "text": str,
        "article": str,
        "party": str,
        "person": str,
        "due": str,
        "due_words": str,
        "state": str,
        "meeting": str,
        "at": str,
        "remark": str,
    },
    "parked": {**_HANGS_ON_ARTICLE, "text": str, "meeting": str, "at": str},
    "version": {"id": str, "rank": str, "name": str, "at": str, "entry": str},
}

_LINE: dict[str, type] = {
    "id": str,
    "theme": str,
    "rank": str,
    "group": str,
    "number": str,
    "title": str,
    "opening": str,
    "outcome": str,
    "standing": str,
    "lead": int,
    "joint": int,
    "dated": int,
    "key_agreement": int,
    "removed": int,
    "contested": int,
    "proposals": int,
    "reserved": str,
    "objecting": str,
    "returning": str,
    "consent": int,
}

_JOURNAL: dict[str, type] = {
    "seq": int,
    "id": str,
    "format": int,
    "copy": str,
    "clock": int,
    "seat": int,
    "at": str,
    "by": str,
    "act": str,
    "of": str,
    "edit": str,
    "facts": str,
    "changes": str,
    "meeting": str,
}

_MEETINGS_ADD: dict[str, dict[str, tuple[type, object]]] = {
    "facts": {"days": (str, "[]"), "tertials": (int, 0)},
    "party": {"ratification": (str, None)},
    "position": {"source": (str, ""), "said_on": (str, None)},
    "meeting": {
        "begins": (str, ""),
        "answer_by": (str, None),
        "answers": (str, "[]"),
        "comes_back": (str, "[]"),
        "corrections": (str, "[]"),
        "adopted_in": (str, None),
        "adopted_at": (str, None),
        "adopted_with": (str, "[]"),
    },
    "article_line": {"discuss": (str, ""), "formality": (str, ""), "reopened": (int, 0)},
}

_BETWEEN_ADD: dict[str, dict[str, tuple[type, object]]] = {
    "decision": {"messages": (str, "[]")},
    "parked": {"state": (str, "open"), "became": (str, "")},
}

_CLOSING_ADD: dict[str, dict[str, tuple[type, object]]] = {
    "decision": {"reopened_at": (str, None)},
    "action": {"state_at": (str, None)},
    "meeting": {"planned_at": (str, None)},
}

_MEETINGS_TABLES: dict[str, dict[str, type]] = {
    "wish": {**_HANGS_ON_ARTICLE, "party": str, "treatment": str, "reason": str, "at": str},
    "rewording": {
        "id": str,
        "meeting": str,
        "place": str,
        "was": str,
        "becomes": str,
        "at": str,
        "by": str,
    },
    "minutes_version": {
        "id": str,
        "meeting": str,
        "number": int,
        "at": str,
        "name": str,
        "text": str,
        "by": str,
    },
}
