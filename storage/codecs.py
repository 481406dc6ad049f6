"""Entities and edits as rows and JSON, and back, strictly by their types."""

from __future__ import annotations

import typing
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any

import msgspec

from pa_tui.domain.agreement import BY_KIND
from pa_tui.domain.changes import Change
from pa_tui.edits import EDITS, Edit

Read = Callable[[Any], Any]
Write = Callable[[Any], Any]


class Undecodable(Exception):
    """A row or entry does not hold what its columns promise."""


@contextmanager
def decoding(what: str) -> Iterator[None]:
    """Raises Undecodable where something read from a file does not fit its type."""
    try:
        yield
    except (msgspec.MsgspecError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise Undecodable(f"{what}: {error}") from error


def _same(value: Any) -> Any:
    return value


class RowCodec:
    """How entities of one class are rows: a column per field, JSON where no plain type fits."""

    def __init__(self, entity: type[Any]) -> None:
        self.entity = entity
        hints = typing.get_type_hints(entity)
        names = [field.name for field in fields(entity)]
        self.columns = tuple(names)
        self._optional = tuple(_plain(hints[name]) is not hints[name] for name in names)
        self._reads = tuple(_reader(hints[name]) for name in names)
        self._writes = tuple(_writer(hints[name]) for name in names)

    def read(self, row: tuple[Any, ...]) -> Any:
        """The entity of a row whose values stand in the order of ``columns``."""
        with decoding(f"{self.entity.KIND} {row[0]}"):
            for value, optional in zip(row, self._optional, strict=True):
                if value is None and not optional:
                    raise ValueError("a value is missing")
            values = zip(self._reads, row, strict=True)
            return self.entity(*(None if v is None else read(v) for read, v in values))

    def write(self, entity: Any) -> dict[str, Any]:
        """The row of an entity."""
        found = {}
        for name, write in zip(self.columns, self._writes, strict=True):
            value = getattr(entity, name)
            found[name] = None if value is None else write(value)
        return found


def _plain(hint: Any) -> Any:
    """The type of a field without its "or None"."""
    if isinstance(hint, UnionType) or typing.get_origin(hint) is typing.Union:
        inner = [part for part in typing.get_args(hint) if part is not NoneType]
        return inner[0] if len(inner) == 1 else hint
    return hint


def _reader(hint: Any) -> Read:
    hint = _plain(hint)
    if hint in (str, int):
        return _same
    if hint is bool:
        return bool
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    if hint in (date, datetime):
        return typing.cast("Read", hint.fromisoformat)
    return msgspec.json.Decoder(hint).decode


def _writer(hint: Any) -> Write:
    hint = _plain(hint)
    if hint in (str, int):
        return _same
    if hint is bool:
        return int
    if isinstance(hint, type) and issubclass(hint, Enum):
        return lambda value: value.value
    if hint in (date, datetime):
        return lambda value: value.isoformat()
    return _json_text


def _json_text(value: Any) -> str:
    return msgspec.json.encode(value).decode()


@cache
def rows_of(kind: str) -> RowCodec:
    """The codec of a kind of entity ("article")."""
    return RowCodec(BY_KIND[kind])


@cache
def _hints_of_entity(kind: str) -> dict[str, Any]:
    return typing.get_type_hints(BY_KIND[kind])


@cache
def _hints_of_edit(name: str) -> dict[str, Any]:
    return typing.get_type_hints(EDITS[name])


def change_to_json(changes: tuple[Change, ...]) -> str:
    """Changes as JSON: a list of [kind, id, field, before, after]."""
    return _json_text([[c.kind, c.id, c.field, c.before, c.after] for c in changes])


def changes_from_json(source: str) -> tuple[Change, ...]:
    """Changes back from their JSON."""
    return tuple(
        Change(kind, key, field, *(_value(kind, field, value) for value in (before, after)))
        for kind, key, field, before, after in msgspec.json.decode(source)
    )


def _value(kind: str, field: str, value: Any) -> Any:
    if value is None:
        return None
    hint = _hints_of_entity(kind)[field] if field else BY_KIND[kind]
    return msgspec.convert(value, hint)


def edit_to_json(edit: Edit) -> str:
    """The facts of an edit as JSON. What a document brought in stands in the changes."""
    hints = _hints_of_edit(type(edit).__name__)
    return _json_text(
        {
            field.name: getattr(edit, field.name)
            for field in fields(edit)
            if not _holds_anything(hints[field.name])
        }
    )


def edit_from_json(name: str, source: str) -> Edit:
    """The edit of that name with those facts."""
    hints = _hints_of_edit(name)
    facts = {
        field: msgspec.convert(value, hints[field])
        for field, value in msgspec.json.decode(source).items()
    }
    return EDITS[name](**facts)


def _holds_anything(hint: Any) -> bool:
    return Any in typing.get_args(hint)
