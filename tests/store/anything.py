"""Makes any edit there is, from the types of its fields and what is on the table."""

from __future__ import annotations

import dataclasses
import sys
import types
import typing
from datetime import date, datetime
from enum import Enum
from random import Random
from typing import Any

from pa_tui import edits
from pa_tui.domain import articles, decisions, meetings, parties, text, timing, year
from pa_tui.domain.agreement import Agreement

ALL = tuple(name for name in edits.EDITS if name not in ("StartAgreement", "RemoveParty"))
"""The names of the edits of an agreement that is under way: a party is only removed while
a document is reviewed."""
COMMON = (
    *("OpenMeeting", "CloseMeeting", "PlanMeeting", "AddAction", "Park", "TakeNote"),
    *("RecordDecision", "TakePosition", "HoldOver", "RecordAnswer", "AskTreatment"),
    *("AddAgendaItem", "GiveReason", "CorrectDecision"),
)
"""Those that make others possible."""

_POINTS_AT = {
    "articles": "article",
    "planned": "meeting",
    "who": "party",
    **{
        kind: kind
        for kind in ("article", "theme", "party", "meeting", "note", "decision", "action")
    },
    "parked": "parked",
}
_WORDS = ("", "woord", "[bold]x[/]", "De Linde levert", "1", "2", "1.1", "14.35", "all")
_DOMAIN = (articles, decisions, meetings, parties, text, timing, year)


def any_edit(chance: Random, agreement: Agreement) -> edits.Edit:
    """An edit that may or may not be possible now."""
    name = chance.choice(COMMON if chance.random() < 0.4 else ALL)
    edit: edits.Edit = _built(chance, agreement, edits.EDITS[name])
    return edit


def _built(chance: Random, agreement: Agreement, kind: type[Any]) -> Any:
    names: dict[str, Any] = {}
    for module in (*_DOMAIN, sys.modules[kind.__module__]):
        names.update(vars(module))
    values = {}
    for field in dataclasses.fields(kind):
        usual = field.default is not dataclasses.MISSING
        if not usual or chance.random() < 0.55:
            hint = eval(str(field.type), names)
            values[field.name] = _value(chance, agreement, hint, field.name)
    return kind(**values)


def _value(chance: Random, agreement: Agreement, hint: Any, name: str) -> Any:
    of = typing.get_args(hint)
    if isinstance(hint, types.UnionType):
        known = [own for own in of if own is not type(None)]
        said = chance.random() < 0.6
        return _value(chance, agreement, chance.choice(known), name) if said else None
    if typing.get_origin(hint) is tuple:
        count = chance.choice((0, 1, 1, 2, 3))
        return tuple(_value(chance, agreement, of[0], name) for _ in range(count))
    if hint is text.Block:
        return text.paragraph(chance.choice(("De gemeente bouwt.", "Een. En twee.")))[0]
    if dataclasses.is_dataclass(hint):
        return _built(chance, agreement, typing.cast("type[Any]", hint))
    is_choice = isinstance(hint, type) and issubclass(hint, Enum)
    return chance.choice(list(hint)) if is_choice else _plain(chance, agreement, hint, name)


def _plain(chance: Random, agreement: Agreement, hint: type[Any], name: str) -> Any:
    day = date(2026, chance.randint(1, 12), chance.randint(1, 28))
    if hint is int:
        return chance.choice((2026, 2027) if name == "year" else (0, 1, 1, 2, 3, 5, -1))
    if hint is datetime:
        return datetime.combine(day, datetime.min.time())
    if hint in (bool, date):
        return day if hint is date else chance.random() < 0.5
    known = list(agreement.shelf_of(_POINTS_AT[name])) if name in _POINTS_AT else []
    if name in ("item", "after"):
        known = [item.id for own in agreement.meetings.values() for item in own.agenda]
        known += agreement.articles
    return chance.choice(known if known and chance.random() < 0.9 else _WORDS)
