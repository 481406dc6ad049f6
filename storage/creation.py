"""Making a new agreement file: whole at its place, or not at all."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from pa_tui.edits import Moment
from pa_tui.errors import N_, AgreementError, FileError
from storage.agreement_file import AgreementFile, open_file
from storage.connection import connect_new, faults_told, is_there
from storage.migrations import migrate

if TYPE_CHECKING:
    from pa_tui.edits.structure import StartAgreement


def create_file(
    path: Path, edit: StartAgreement, moment: Moment, *, force: bool = False
) -> AgreementFile:
    """A new agreement file at ``path``, open.

    It is made beside its place and moved there when it is whole. Raises FileError where a
    file is there already (unless ``force``) or the folder cannot be written.
    """
    return place_file(path, lambda half: _write_new(half, edit, moment), force=force)


def place_file(
    path: Path, write: Callable[[Path], None], *, force: bool = False
) -> AgreementFile:
    """The agreement file that ``write`` makes at another name in the same folder, moved to
    ``path`` when it is whole, and open; raises FileError as :func:`create_file` does."""
    if is_there(path) and not force:
        raise _kept(path)
    half = path.with_name(f".pa-{uuid4().hex[:12]}")
    try:
        write(half)
        with faults_told(path):
            _put_in_place(half, path, force=force)
    except FileError as error:
        raise _at_its_place(error, half, path) from error
    finally:
        half.unlink(missing_ok=True)
    return open_file(path)


def _kept(path: Path) -> FileError:
    return FileError(
        N_("{path} exists already and is kept. Choose another name, or say --force."), path=path
    )


def _put_in_place(half: Path, path: Path, *, force: bool) -> None:
    """Gives the finished file its name, and makes the folder remember it."""
    if force:
        _settle(path)
        os.replace(half, path)
    else:
        try:
            os.link(half, path)
        except FileExistsError as error:
            raise _kept(path) from error
        except OSError:  # a file system without links: the place is taken, then filled
            _take(path)
            os.replace(half, path)
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _take(path: Path) -> None:
    """Makes an empty file where none is."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except FileExistsError as error:
        raise _kept(path) from error


def _settle(path: Path) -> None:
    """Lets SQLite finish what a crash left of the file that is to be replaced: its journal
    would be rolled back into the new one."""
    if is_there(path):
        with suppress(AgreementError, sqlite3.Error):
            open_file(path).close()
    path.with_name(f"{path.name}-journal").unlink(missing_ok=True)


def _write_new(path: Path, edit: StartAgreement, moment: Moment) -> None:
    connection = connect_new(path)
    try:
        migrate(connection, path)
    finally:
        connection.close()
    file = open_file(path)
    try:
        file.commit(edit, moment)
    finally:
        file.close()


def _at_its_place(error: FileError, half: Path, path: Path) -> FileError:
    """The error told of the file the user named, not of the half-made one."""
    values = {name: path if value == half else value for name, value in error.values.items()}
    return FileError(error.message, **values)
