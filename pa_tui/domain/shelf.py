"""An immutable keeper of entities of one kind that costs the same, small or large.

A shelf is what a source holds (a file that is read at first touch, or a plain dict) plus
the entities that changed since. Putting one on gives a new shelf that shares the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, Protocol, TypeVar

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Source(Protocol[T_co]):
    """Where a shelf finds what nobody changed yet.

    Entities are frozen dataclasses with an id and a KIND. PARENT may name the field that
    holds the id of what they hang on, ORDER the field that orders their like (else ``rank``).
    """

    def get(self, key: str) -> T_co | None:
        """The entity of this id, or None."""

    def of(self, parent: str) -> Iterable[T_co]:
        """The entities whose parent field is ``parent``, in any order."""

    def keys(self) -> Iterable[str]:
        """All ids, in any order."""


class Held(Generic[T]):
    """A source that holds its entities in memory."""

    def __init__(self, entities: Iterable[T] = ()) -> None:
        self._entities: dict[str, T] = {e.id: e for e in entities}  # type: ignore[attr-defined]

    def get(self, key: str) -> T | None:
        return self._entities.get(key)

    def of(self, parent: str) -> list[T]:
        return [e for e in self._entities.values() if parent_of(e) == parent]

    def keys(self) -> Iterable[str]:
        return self._entities.keys()


def parent_of(entity: object) -> str | None:
    """The id of what the entity hangs on, or None."""
    field: str | None = getattr(entity, "PARENT", None)
    return getattr(entity, field) if field else None


def place_of(entity: object) -> tuple[str, str]:
    """Sorts entities of one kind the same way in every copy and after every undo."""
    value = getattr(entity, getattr(entity, "ORDER", "rank"), "")
    key: str = entity.id  # type: ignore[attr-defined]
    return (f"{value:09}" if isinstance(value, int) else str(value or ""), key)


class Shelf(Mapping[str, T]):
    """The entities of one kind by id, in their order. Immutable; ``put`` and ``without``
    give a new one."""

    __slots__ = ("_children", "_newer", "_source")

    def __init__(
        self,
        source: Source[T] | None = None,
        newer: Mapping[str, T | None] | None = None,
        children: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self._source: Source[T] = source if source is not None else Held()
        self._newer = newer or {}
        self._children = children or {}

    def put(self, entity: T) -> Shelf[T]:
        """This shelf with the entity on it, in place of any of the same id."""
        key: str = entity.id  # type: ignore[attr-defined]
        parent = parent_of(entity)
        children = self._children
        if parent is not None and key not in children.get(parent, ()):
            children = {**children, parent: (*children.get(parent, ()), key)}
        return Shelf(self._source, {**self._newer, key: entity}, children)

    def without(self, key: str) -> Shelf[T]:
        """This shelf without the entity of that id."""
        return Shelf(self._source, {**self._newer, key: None}, self._children)

    def of(self, parent: str) -> tuple[T, ...]:
        """The entities that hang on ``parent``, in their order."""
        found = {}
        for entity in self._source.of(parent):
            key: str = entity.id  # type: ignore[attr-defined]
            now = self._newer.get(key, entity)
            if now is not None and parent_of(now) == parent:
                found[key] = now
        for key in self._children.get(parent, ()):
            newer = self._newer.get(key)
            if newer is not None and parent_of(newer) == parent:
                found[key] = newer
        return tuple(sorted(found.values(), key=place_of))

    def __getitem__(self, key: str) -> T:
        entity = self._newer[key] if key in self._newer else self._source.get(key)
        if entity is None:
            raise KeyError(key)
        return entity

    def __contains__(self, key: object) -> bool:
        if not isinstance(key, str):
            return False
        return self.get(key) is not None

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._present(), key=lambda key: place_of(self[key])))

    def _present(self) -> set[str]:
        old = self._source.keys()
        keys = {key for key in old if self._newer.get(key, True) is not None}
        keys.update(key for key, entity in self._newer.items() if entity is not None)
        return keys

    def __len__(self) -> int:
        return len(self._present())

    def changed(self) -> Mapping[str, T | None]:
        """What differs from the source: id to entity, None where it went."""
        return self._newer
