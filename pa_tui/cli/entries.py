"""The journal as JSON: who did what when, and every field it changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from pa_tui.cli.shown.values import Json, article_fields, iso, markdown
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.text import Block
from pa_tui.edits.structure import StartAgreement
from pa_tui.history import changed_articles
from pa_tui.ports import Entry
from pa_tui.telling import describe


def shown_entry(entry: Entry, agreement: Agreement) -> Json:
    """One entry of the journal; what a document was read into stands in ``show --json``
    and is left out here."""
    begins = isinstance(entry.edit, StartAgreement)
    return {
        "id": entry.id,
        "at": iso(entry.at),
        "by": entry.by,
        "act": entry.act.value,
        "of": entry.of,
        "edit": type(entry.edit).__name__,
        "told": describe(entry, agreement),
        "articles": []
        if begins
        else [article_fields(agreement, key) for key in changed_articles(agreement, [entry])],
        "meeting": entry.meeting,
        "changes": [] if begins else list(_changes(entry, agreement)),
    }


def _changes(entry: Entry, agreement: Agreement) -> Iterator[Json]:
    for change in entry.changes:
        yield {
            "kind": change.kind,
            "id": change.id,
            "field": change.field or None,
            "before": _value(change.before, agreement),
            "after": _value(change.after, agreement),
        }


def _value(value: Any, agreement: Agreement) -> Any:
    """A value of the domain as JSON: texts as Markdown, entities as their fields."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | datetime):
        return iso(value)
    if isinstance(value, tuple):
        if value and all(isinstance(item, Block) for item in value):
            return markdown(agreement, value)
        return [_value(item, agreement) for item in value]
    if is_dataclass(value):
        named = fields(value)
        return {field.name: _value(getattr(value, field.name), agreement) for field in named}
    return value
