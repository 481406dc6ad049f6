"""Opening an agreement file safely, and saying in plain words what went wrong."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pa_tui.errors import N_, Damaged, FileError

APPLICATION_ID = 0x50615475
"""``PaTu`` in the file's header (offset 68) tells an agreement file from other databases."""

BUSY_MILLISECONDS = 5000

_PRAGMAS = (
    "journal_mode=DELETE",  # one file: a copy of it alone is always whole
    "synchronous=EXTRA",  # the directory is synced too: a decision survives a power cut
    "cache_spill=OFF",  # a copy taken in the middle of a big transaction stays readable
    "cell_size_check=ON",
    "trusted_schema=OFF",
    "fullfsync=ON",  # macOS: fsync alone does not reach the disk
)

_SENTENCES = {
    "SQLITE_READONLY_DBMOVED": N_(
        "{path} was moved, deleted or replaced while it was open, so nothing was written. "
        "Close it and open the file again."
    ),
    "SQLITE_READONLY": N_(
        "{path} cannot be written: the file or its folder is read-only. Copy the file to a "
        "folder of your own and open it there."
    ),
    "SQLITE_CANTOPEN": N_(
        "{path} cannot be opened or its folder cannot be written. Check that the folder "
        "exists and is yours."
    ),
    "SQLITE_FULL": N_(
        "The disk is full, so {path} was not changed. Make room and do it again."
    ),
    "SQLITE_BUSY": N_(
        "{path} is being written by another program just now. Try again in a moment."
    ),
    "SQLITE_NOTADB": N_(
        "{path} is no agreement file. Open a .pa file, or import a document with "
        "“pa-tui import”."
    ),
    "SQLITE_CORRUPT": N_(
        "{path} is damaged. Open a copy of it, or restore one from a backup; “pa-tui check” "
        "tells more."
    ),
    "SQLITE_IOERR": N_(
        "{path} could not be read or written: the disk or the network folder gave an error. "
        "The file is as it was; try again, or copy it to another disk."
    ),
}


@contextmanager
def faults_told(path: Path) -> Iterator[None]:
    """Turns what SQLite raises into a FileError that names the file and the way out."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise fault(error, path) from error
    except OSError as error:
        raise FileError(
            N_("{path}: {reason}. The file is as it was."),
            path=path,
            reason=error.strerror or str(error),
        ) from error
    except (OverflowError, UnicodeEncodeError) as error:
        raise FileError(
            N_("That cannot be kept in {path} ({reason}). The file is as it was."),
            path=path,
            reason=error,
        ) from error


def fault(error: sqlite3.Error, path: Path) -> FileError:
    """The FileError for an error of SQLite."""
    name = getattr(error, "sqlite_errorname", "") or ""
    for prefix, sentence in _SENTENCES.items():
        if name.startswith(prefix):
            told = Damaged if prefix == "SQLITE_CORRUPT" else FileError
            return told(sentence, path=path)
    return FileError(
        N_("{path} could not be read or written: {reason}. The file is as it was."),
        path=path,
        reason=error,
    )


def connect(path: Path) -> sqlite3.Connection:
    """A connection to an existing file, safe settings on; raises FileError.

    The connection may be used from any thread, by one at a time.
    """
    with faults_told(path):
        if not is_there(path):
            raise FileError(
                N_("{path} does not exist. Check the name, or make it with “pa-tui new”."),
                path=path,
            )
        if path.is_dir():
            raise FileError(N_("{path} is a folder. Name an agreement file in it."), path=path)
        return _connected(path, "rw")


def is_there(path: Path) -> bool:
    """Whether something stands at a path; a name that no file can have stands nowhere."""
    try:
        return path.exists()
    except ValueError:  # a NUL in the name
        return False


def connect_reader(path: Path) -> sqlite3.Connection:
    """A second connection that only reads. It is opened for writing all the same, so that it
    can roll back what a crash left half-written."""
    connection = connect(path)
    connection.execute("PRAGMA query_only=ON").close()
    return connection


def connect_new(path: Path) -> sqlite3.Connection:
    """A connection to a new empty agreement file at a path where nothing is yet."""
    with faults_told(path):
        connection = _connected(path, "rwc")
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}").close()
        return connection


def _connected(path: Path, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?mode={mode}",
        uri=True,
        timeout=BUSY_MILLISECONDS / 1000,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        if mode == "rw":
            _must_be_ours(connection, path)
        for setting in _PRAGMAS:
            connection.execute(f"PRAGMA {setting}").close()
    except BaseException:
        connection.close()
        raise
    return connection


def _must_be_ours(connection: sqlite3.Connection, path: Path) -> None:
    if pragma(connection, "application_id") != APPLICATION_ID:
        raise FileError(_SENTENCES["SQLITE_NOTADB"], path=path)


def pragma(connection: sqlite3.Connection, name: str) -> int:
    """The whole number a pragma tells."""
    row = connection.execute(f"PRAGMA {name}").fetchone()
    return int(row[0])
