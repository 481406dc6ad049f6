"""Making a new agreement file: whole at its place, or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from uuid import uuid4

from pa_tui.edits import Moment
from pa_tui.edits.structure import StartAgreement
from pa_tui.errors import N_, FileError
from storage.agreement_file import AgreementFile, open_file
from storage.connection import connect_new, faults_told
from storage.migrations import migrate


def create_file(
    path: Path, edit: StartAgreement, moment: Moment, *, force: bool = False
) -> AgreementFile:
    """A new agreement file at ``path``, open.

    It is made beside its place and moved there when it is whole. Raises FileError where a
    file is there already (unless ``force``) or the folder cannot be written.
    """
    if path.exists() and not force:
        raise FileError(
            N_("{path} exists already and is kept. Choose another name, or say --force."),
            path=path,
        )
    half = path.with_name(f".{path.name}.{uuid4().hex[:8]}")
    try:
        _write_new(half, edit, moment)
        with faults_told(path):
            os.replace(half, path)
    except FileError as error:
        raise _at_its_place(error, half, path) from error
    finally:
        half.unlink(missing_ok=True)
    return open_file(path)


def _write_new(path: Path, edit: StartAgreement, moment: Moment) -> None:
    connection = connect_new(path)
    try:
        migrate(connection, path)
        AgreementFile(path, connection).commit(edit, moment)
    finally:
        connection.close()


def _at_its_place(error: FileError, half: Path, path: Path) -> FileError:
    """The error told of the file the user named, not of the half-made one."""
    values = {name: path if value == half else value for name, value in error.values.items()}
    return FileError(error.message, **values)
