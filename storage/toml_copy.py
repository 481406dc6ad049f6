"""The whole agreement file as TOML: what is in it and how it came to be, nothing left out but
what is half typed. People can read it, and :mod:`storage.toml_restore` makes the file anew."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import msgspec

from pa_tui.domain.agreement import ENTITIES
from pa_tui.domain.changes import Change
from pa_tui.ports import Entry, Store
from storage.codecs import edit_to_json

PROGRAM, FORMAT = "pa-tui", 1
"""What a copy says of itself; a new format brings a reader for the older ones."""


def toml_text(store: Store) -> str:
    """The copy of a file as it is now, ending in a line end. A field that holds nothing is
    left out, for TOML has no word for it."""
    import tomli_w

    entries = tuple(store.entries())
    agreement = store.as_of(entries[-1].id) if entries else store.agreement
    document: dict[str, Any] = {"program": PROGRAM, "format": FORMAT}
    for entity in ENTITIES:
        held = [plain(own) for own in agreement.shelf_of(entity.KIND).values()]
        if held:
            document[entity.KIND] = held
    document["journal"] = [_entry(entry) for entry in entries]
    return tomli_w.dumps(document)


def _entry(entry: Entry) -> dict[str, Any]:
    written = {
        "id": entry.id,
        "copy": entry.copy,
        "clock": entry.clock,
        "seat": entry.seat,
        "at": entry.at,
        "by": entry.by,
        "act": entry.act.value,
        "of": entry.of,
        "meeting": entry.meeting,
        "edit": type(entry.edit).__name__,
        "facts": msgspec.json.decode(edit_to_json(entry.edit)),
        "changes": [dict(_change(change)) for change in entry.changes],
    }
    return bare(written)  # type: ignore[no-any-return]


def _change(change: Change) -> Iterator[tuple[str, Any]]:
    yield "kind", change.kind
    yield "id", change.id
    if change.field:
        yield "field", change.field
    for name, value in (("before", change.before), ("after", change.after)):
        if value is not None:
            yield name, plain(value)


def plain(value: Any) -> Any:
    """A value of the domain as strings, numbers, days, lists and tables."""
    return bare(msgspec.to_builtins(value, builtin_types=(date, datetime)))


def bare(value: Any) -> Any:
    """The same without what is None."""
    if isinstance(value, dict):
        return {key: bare(own) for key, own in value.items() if own is not None}
    if isinstance(value, list | tuple):
        return [bare(own) for own in value]
    return value
