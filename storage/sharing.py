"""A connection that several threads use, one at a time."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pa_tui.errors import N_, Damaged
from storage.codecs import Undecodable
from storage.connection import faults_told


class SharedConnection:
    """A connection to a file; what goes wrong in it is told as a FileError."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._lock = threading.RLock()

    @contextmanager
    def lent(self) -> Iterator[sqlite3.Connection]:
        """The connection, for one thread until it is done."""
        with self._lock, faults_told(self._path):
            try:
                yield self._connection
            except Undecodable as error:
                raise Damaged(
                    N_(
                        "{path} holds something that cannot be read ({reason}). Open a copy "
                        "or a backup; “pa-tui check” tells more."
                    ),
                    path=self._path,
                    reason=error,
                ) from error

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One durable write transaction: all of it, or nothing."""
        with self.lent() as connection, _transaction(connection, "IMMEDIATE"):
            yield connection

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """One read transaction, in which nobody else can write."""
        with self.lent() as connection, _transaction(connection, "DEFERRED"):
            yield connection

    def close(self) -> None:
        """Lets the file go."""
        with self._lock:
            self._connection.close()


@contextmanager
def _transaction(connection: sqlite3.Connection, kind: str) -> Iterator[None]:
    connection.execute(f"BEGIN {kind}")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
