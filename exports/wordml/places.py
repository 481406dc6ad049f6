"""Where each number of a paper is counted, on both sides of its changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from exports.wordml.counting import Counters
from exports.wordml.numbering import Numbering, Place
from pa_tui.papers.blocks import Block, Change, Heading, Item, Written


@dataclass
class Places:
    """The places of the blocks by their index, after and before the changes."""

    after: dict[int, Place] = field(default_factory=dict)
    before: dict[int, Place] = field(default_factory=dict)


def after_of(block: Block) -> Written | None:
    """The paragraph as it is with all changes taken over."""
    if isinstance(block, Change):
        return block.after
    return block if isinstance(block, Written) else None


def before_of(block: Block) -> Written | None:
    """The paragraph as it was before the changes."""
    if isinstance(block, Change):
        return block.before
    return block if isinstance(block, Written) else None


def number_of(block: Written) -> str:
    """The number or mark printed before a paragraph."""
    return block.mark if isinstance(block, Item) else block.number


def planned(blocks: Sequence[Block], numbering: Numbering) -> Places:
    """Finds a list for every number that Word can count; on the older side the list of the
    newer one where that prints the older number too."""
    places = Places()
    for index, block in enumerate(blocks):
        own = after_of(block)
        place = None if own is None else _found(own, numbering)
        if place is not None:
            places.after[index] = place
    if not any(isinstance(block, Change) for block in blocks):
        places.before = places.after
        return places
    older = _Older(numbering)
    ahead = _ahead(blocks, places.after)
    for index, block in enumerate(blocks):
        own = before_of(block)
        if own is not None:
            place = older.place(own, places.after.get(index), ahead[index])
            if place is not None:
                places.before[index] = place
    return places


def _ahead(blocks: Sequence[Block], after: dict[int, Place]) -> list[Place | None]:
    """For every block the place of the next one that is numbered like an article on both
    sides: who counts with it counts as it does."""
    found: list[Place | None] = []
    following: Place | None = None
    for index in range(len(blocks) - 1, -1, -1):
        found.append(following)
        own, older = after_of(blocks[index]), before_of(blocks[index])
        if own and older and index in after and _group(own) == _group(older) == ("article",):
            following = after[index]
    return found[::-1]


def _found(block: Written, numbering: Numbering) -> Place | None:
    number = number_of(block)
    if isinstance(block, Item):
        return numbering.item(number, block.level) if number else numbering.bullet(block.level)
    if not number:
        return None
    chapter = isinstance(block, Heading) and block.level == 1
    return numbering.chapter(number) if chapter else numbering.article(number)


class _Older:
    """Finds places for the older side, one paragraph after the other."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counters = Counters(numbering)
        self._last: dict[tuple[object, ...], list[Place]] = {}

    def place(self, block: Written, newer: Place | None, ahead: Place | None) -> Place | None:
        number = number_of(block)
        if isinstance(block, Item) and not number:
            return self._numbering.bullet(block.level)
        if not number:
            return None
        group = _group(block)
        found = next(
            (
                p
                for p in self._candidates(group, newer, ahead)
                if self._counters.peek(p) == number
            ),
            None,
        )
        place = found or self._numbering.anew(group[:2], number)
        if place is not None:
            self._counters.take(place)
            self._last[group] = [place, *(p for p in self._last.get(group, ()) if p != place)][
                :3
            ]
        return place

    def _candidates(
        self, group: tuple[object, ...], newer: Place | None, ahead: Place | None
    ) -> Iterable[Place]:
        if newer is not None:
            yield newer
        yield from self._last.get(group, ())
        if ahead is not None and group == ("article",):
            yield ahead
        for own in self._last.get(("article", "chapter"), ())[:1]:
            levels = self._numbering.definitions[
                self._numbering.lists[own.list].definition
            ].levels
            if group == ("article",) and 1 in levels:
                yield Place(own.list, 1)


def _group(block: Written) -> tuple[object, ...]:
    if isinstance(block, Item):
        return "item", block.level
    chapter = isinstance(block, Heading) and block.level == 1
    return ("article", "chapter") if chapter else ("article",)
