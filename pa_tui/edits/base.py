"""How an act becomes changes: edits are plain values, applied to an agreement without a clock.

An edit is a frozen dataclass with an imperative name. ``perform`` writes what it does on a
:class:`Worksheet`; ``apply`` gives back the agreement after it and the changes that the
journal keeps. Applied twice with the same moment, an edit gives the same result.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, datetime
from enum import Enum
from typing import Any, ClassVar, NamedTuple, TypeVar, cast
from uuid import UUID, uuid4, uuid5

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Article
from pa_tui.domain.changes import Change
from pa_tui.domain.meetings import Meeting
from pa_tui.domain.ranks import between
from pa_tui.domain.text import ANCHOR, Block, Cell, clean
from pa_tui.errors import N_, NotAllowed


@dataclass(frozen=True, slots=True)
class Moment:
    """When and by whom an edit is made; ``seed`` makes its new ids the same every time."""

    at: datetime
    by: str
    seed: UUID

    @classmethod
    def of(cls, at: datetime, by: str) -> Moment:
        """A fresh moment."""
        return cls(at, by, uuid4())

    @property
    def today(self) -> date:
        """The day of it."""
        return self.at.date()


class Applied(NamedTuple):
    """The agreement after an edit, what the edit changed in it, and the edit as it was
    applied: with its words cleaned."""

    agreement: Agreement
    changes: tuple[Change, ...]
    edit: Edit


class Worksheet:
    """The agreement while an edit works on it, with the changes made so far."""

    def __init__(self, agreement: Agreement, moment: Moment) -> None:
        self.agreement = agreement
        self.moment = moment
        self.changes: list[Change] = []
        self._minted = 0

    def mint(self) -> str:
        """A new id: the same one each time the same edit is applied at the same moment."""
        self._minted += 1
        return uuid5(self.moment.seed, str(self._minted)).hex

    def add(self, *entities: Any) -> None:
        """Puts new entities on their shelves."""
        self._take(*(Change(entity.KIND, entity.id, "", None, entity) for entity in entities))

    def remove(self, entity: Any) -> None:
        """Takes an entity off its shelf."""
        self._take(Change(entity.KIND, entity.id, "", entity, None))

    def set(self, entity: Any, **fields: Any) -> None:
        """Gives fields of an entity new values; those that stay the same are no change."""
        changes = [
            Change(entity.KIND, entity.id, name, getattr(entity, name), value)
            for name, value in fields.items()
            if getattr(entity, name) != value
        ]
        if changes:
            self._take(*changes)

    def put(self, entity: Any) -> None:
        """Adds an entity, or makes the one of its id equal to it."""
        old = self.agreement.shelf_of(entity.KIND).get(entity.id)
        if old is None:
            self.add(entity)
        else:
            names = type(entity).__dataclass_fields__
            self.set(old, **{name: getattr(entity, name) for name in names})

    def _take(self, *changes: Change) -> None:
        self.changes.extend(changes)
        self.agreement = self.agreement.with_changes(changes)

    # -- what many edits ask ------------------------------------------------------------

    def article(self, name: str) -> Article:
        """The article an edit names, by id or number."""
        return self.agreement.article_named(name)

    def meeting(self) -> Meeting | None:
        """The meeting that is running, or None."""
        return self.agreement.running_meeting

    def open_meeting(self) -> Meeting:
        """The meeting that is running; raises NotAllowed where there is none."""
        meeting = self.agreement.running_meeting
        if meeting is None:
            raise NotAllowed(N_("No meeting is open. Open one first."))
        return meeting

    def last_rank(self, kind: str) -> str:
        """A rank after all entities of a kind."""
        return self.last_rank_of(self.agreement.shelf_of(kind).values())

    @staticmethod
    def last_rank_of(entities: Iterable[Any]) -> str:
        """A rank after all of these entities."""
        return between(max((entity.rank for entity in entities), default=None), None)


@dataclass(frozen=True, slots=True)
class Edit:
    """Anything a person can do to an agreement. What ``GOES_OUT`` (a paper that was sent) is
    a fact by then: undo passes it by."""

    GOES_OUT: ClassVar = False

    def perform(self, sheet: Worksheet) -> None:
        """Writes what this edit does on the sheet; raises a domain error where it cannot."""
        raise NotImplementedError

    @property
    def subject(self) -> str | None:
        """The article (id or number) the edit is about, where it is about one."""
        return getattr(self, "article", None)


def apply(edit: Edit, agreement: Agreement, moment: Moment) -> Applied:
    """The agreement after the edit, with its changes. Raises a domain error and changes
    nothing where the edit cannot be done."""
    edit = cleaned(edit)
    sheet = Worksheet(agreement, moment)
    edit.perform(sheet)
    return Applied(sheet.agreement, merged(sheet.changes), edit)


Value = TypeVar("Value")


def cleaned(value: Value) -> Value:
    """A value with every text in it cleaned; the value itself where nothing had to go."""
    new: Any = value
    if isinstance(value, str):
        new = value if isinstance(value, Enum) else clean(value)
    elif isinstance(value, tuple):
        items = tuple(cleaned(item) for item in value)
        same = all(a is b for a, b in zip(items, value, strict=True))
        new = value if same else items
    elif isinstance(value, Block | Cell):
        text = clean(value.text, keep=ANCHOR)
        new = value if text == value.text else replace(value, text=text)
        if isinstance(new, Block) and (cells := cleaned(new.cells)) is not new.cells:
            new = replace(new, cells=cells)
    elif is_dataclass(value) and not isinstance(value, type):
        fresh = {f.name: cleaned(getattr(value, f.name)) for f in fields(value)}
        changed = {k: v for k, v in fresh.items() if v is not getattr(value, k)}
        new = replace(value, **changed) if changed else value
    return cast("Value", new)


def merged(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Changes with those of the same field, or of an entity made in the same act, made one."""
    found: dict[tuple[str, str, str], Change] = {}
    for change in changes:
        whole = found.get((change.kind, change.id, ""))
        if whole is not None and change.field and whole.after is not None:
            made = replace(whole.after, **{change.field: change.after})
            found[change.kind, change.id, ""] = Change(
                change.kind, change.id, "", whole.before, made
            )
            continue
        key = (change.kind, change.id, change.field)
        earlier = found.pop(key, None)
        before = earlier.before if earlier else change.before
        if before is change.after or (before == change.after and change.field):
            continue
        found[key] = Change(change.kind, change.id, change.field, before, change.after)
    return tuple(c for c in found.values() if c.before is not None or c.after is not None)
