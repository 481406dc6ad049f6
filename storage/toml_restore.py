"""An agreement file made anew from its copy in TOML: equal to the first one, its history
included, or not made at all."""

from __future__ import annotations

import tomllib
import typing
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import MISSING, Field, fields, is_dataclass
from pathlib import Path
from types import NoneType
from typing import Any

import msgspec

from pa_tui.domain.agreement import BY_KIND, ENTITIES, Agreement
from pa_tui.domain.changes import Change
from pa_tui.edits import EDITS
from pa_tui.errors import N_, FileError
from pa_tui.ports import Act, Entry
from storage.agreement_file import AgreementFile, open_file
from storage.connection import connect_new, faults_told
from storage.creation import place_file
from storage.migrations import migrate
from storage.projection import Projection
from storage.toml_copy import FORMAT, PROGRAM

Tables = list[dict[str, Any]]


def restore(copy: Path, path: Path, *, force: bool = False) -> AgreementFile:
    """The agreement file of a TOML copy, made at ``path``, open.

    Raises FileError, and makes nothing, where the copy cannot be read, is none, was written
    by a newer program, or holds something that is not as its own history tells; and where a
    file is in the way (unless ``force``).
    """
    document = _document(copy)
    entries = list(_entries(_tables(document, "journal", copy), copy))
    agreement = _replayed(entries, copy)
    _must_agree(document, agreement, copy)

    def write(half: Path) -> None:
        _write(half, entries, agreement)
        _must_be_sound(half, copy)

    return place_file(path, write, force=force)


# -- reading the copy -----------------------------------------------------------------------


def _document(copy: Path) -> dict[str, Any]:
    try:
        document = tomllib.loads(copy.read_bytes().decode("utf-8"))
    except OSError as error:
        raise FileError(
            N_("{path} cannot be read: {reason}."), path=copy, reason=error.strerror or error
        ) from error
    except UnicodeDecodeError as error:
        raise FileError(
            N_("{path} is no text: byte {place} is not UTF-8."), path=copy, place=error.start
        ) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise FileError(
            N_("{path} is no TOML, or was cut off: {reason}."), path=copy, reason=error
        ) from error
    if document.get("program") != PROGRAM or "journal" not in document:
        raise FileError(
            N_(
                "{path} is TOML, but no copy of an agreement file. “pa-tui export toml FILE” "
                "makes one."
            ),
            path=copy,
        )
    if document.get("format") != FORMAT:
        raise FileError(
            N_("{path} is a copy in format {format}; this pa-tui knows {known}."),
            path=copy,
            format=document.get("format"),
            known=FORMAT,
        )
    unknown = document.keys() - BY_KIND.keys() - {"program", "format", "journal"}
    if unknown:
        raise _damaged(copy, sorted(unknown)[0], "?")
    return document


def _damaged(copy: Path, place: str, reason: object) -> FileError:
    return FileError(
        N_("{path} is damaged at {place}: {reason}. Nothing was made."),
        path=copy,
        place=place,
        reason=reason,
    )


@contextmanager
def _reading(copy: Path, place: str) -> Iterator[None]:
    """Tells what does not fit as damage at its place."""
    try:
        yield
    except KeyError as error:
        raise _damaged(copy, place, f"{error.args[0]} ?") from error
    except (msgspec.MsgspecError, ValueError, TypeError, AttributeError) as error:
        raise _damaged(copy, place, error) from error


def _tables(document: dict[str, Any], kind: str, copy: Path) -> Tables:
    found = document.get(kind, [])
    if not isinstance(found, list) or not all(isinstance(own, dict) for own in found):
        raise _damaged(copy, kind, "[[…]] ?")
    return found


def _entries(tables: Tables, copy: Path) -> Iterator[Entry]:
    known: set[str] = set()
    for number, table in enumerate(tables, 1):
        place = f"journal {number}"
        with _reading(copy, place):
            entry = _entry(table)
        if entry.id in known:
            raise _damaged(copy, place, f"id {entry.id}")
        known.add(entry.id)
        yield entry


def _entry(table: dict[str, Any]) -> Entry:
    edit = EDITS[table["edit"]]
    changes = tuple(_change(own) for own in table["changes"])
    read = {
        key: msgspec.convert(table.get(key), hint)
        for key, hint in typing.get_type_hints(Entry).items()
        if key not in ("act", "edit", "changes")
    }
    facts = _made(edit, table["facts"])
    return Entry(**read, act=Act(table["act"]), edit=facts, changes=changes)


def _change(table: dict[str, Any]) -> Change:
    kind, field = table["kind"], table.get("field", "")
    hint = typing.get_type_hints(BY_KIND[kind])[field] if field else BY_KIND[kind]
    before, after = (
        None if name not in table else _made(hint, table[name]) for name in ("before", "after")
    )
    return Change(
        msgspec.convert(kind, str), msgspec.convert(table["id"], str), field, before, after
    )


def _made(hint: Any, value: Any) -> Any:
    """A value of the domain of the type ``hint``."""
    return msgspec.convert(_whole(value, hint), hint)


def _whole(value: Any, hint: Any) -> Any:
    """The value with None where a field that must be there holds nothing."""
    inner = [own for own in typing.get_args(hint) if own not in (NoneType, Ellipsis)]
    if isinstance(value, list) and typing.get_origin(hint) is tuple:
        return [_whole(own, inner[0]) for own in value]
    if typing.get_origin(hint) not in (None, tuple) and len(inner) == 1:
        return _whole(value, inner[0])
    if not isinstance(value, dict) or not is_dataclass(hint):
        return value
    hints = typing.get_type_hints(hint)
    needed = {own.name: None for own in fields(hint) if _is_needed(own)}
    return needed | {key: _whole(own, hints[key]) for key, own in value.items()}


def _is_needed(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


# -- whether it holds together ----------------------------------------------------------------


def _replayed(entries: Iterable[Entry], copy: Path) -> Agreement:
    """The agreement as its history tells it."""
    agreement = Agreement()
    for number, entry in enumerate(entries, 1):
        with _reading(copy, f"journal {number}"):
            agreement = agreement.with_changes(entry.changes)
    return agreement


def _must_agree(document: dict[str, Any], agreement: Agreement, copy: Path) -> None:
    """Raises FileError at the first thing that is not as the history tells it."""
    for kind in (entity.KIND for entity in ENTITIES):
        shelf = agreement.shelf_of(kind)
        told: set[str] = set()
        for number, table in enumerate(_tables(document, kind, copy), 1):
            with _reading(copy, f"{kind} {number}"):
                entity = _made(BY_KIND[kind], table)
            told.add(entity.id)
            if shelf.get(entity.id) != entity:
                raise _untrue(copy, f"{kind} {number} ({entity.id})")
        for key in shelf:
            if key not in told:
                raise _untrue(copy, f"{kind} ({key})")


def _untrue(copy: Path, place: str) -> FileError:
    return FileError(
        N_(
            "{path} is not as its own history tells, at {place}: it was changed by hand, or "
            "part of it is gone. Nothing was made."
        ),
        path=copy,
        place=place,
    )


# -- writing the file -------------------------------------------------------------------


def _write(path: Path, entries: Iterable[Entry], agreement: Agreement) -> None:
    connection = connect_new(path)
    try:
        migrate(connection, path)
        with faults_told(path):
            connection.execute("BEGIN IMMEDIATE")
            projection = Projection(connection)
            for place, entry in enumerate(entries, 1):
                projection.write_entry(place, entry)
            there = (Change(own.KIND, own.id, "", None, own) for own in agreement.entities())
            projection.write_changes(there, agreement)
            connection.execute("COMMIT")
    finally:
        connection.close()


def _must_be_sound(path: Path, copy: Path) -> None:
    """Raises FileError where something in the new file points at nothing."""
    file = open_file(path)
    try:
        for found in file.damage():
            raise _damaged(copy, "journal", found)
    finally:
        file.close()
