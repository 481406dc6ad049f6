"""The keeper of entities of one kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pa_tui.domain.shelf import Held, Shelf


@dataclass(frozen=True)
class Card:
    KIND: ClassVar = "card"
    PARENT: ClassVar = "box"

    id: str
    box: str
    words: str = ""


def test_a_new_shelf_leaves_the_old_one_as_it_was() -> None:
    old: Shelf[Card] = Shelf(Held([Card("1", "a")]))
    new = old.put(Card("1", "a", "other")).put(Card("2", "a"))
    assert [card.words for card in old.values()] == [""]
    assert [card.words for card in new.values()] == ["other", ""]


def test_what_was_taken_off_is_gone_and_can_come_back() -> None:
    shelf: Shelf[Card] = Shelf(Held([Card("1", "a")])).without("1")
    assert "1" not in shelf
    assert len(shelf) == 0
    assert shelf.of("a") == ()
    with pytest.raises(KeyError):
        shelf["1"]
    assert shelf.put(Card("1", "a")).of("a") == (Card("1", "a"),)


def test_what_moved_hangs_on_its_new_parent_only() -> None:
    shelf: Shelf[Card] = Shelf(Held([Card("1", "a"), Card("2", "a")])).put(Card("1", "b"))
    assert [card.id for card in shelf.of("a")] == ["2"]
    assert [card.id for card in shelf.of("b")] == ["1"]


_CARDS = st.tuples(st.sampled_from("12345"), st.sampled_from("ab"), st.booleans())


@settings(deadline=None)
@given(st.lists(_CARDS, max_size=12), st.lists(_CARDS, max_size=30))
def test_a_shelf_over_a_source_is_the_same_as_a_dict(
    kept: list[tuple[str, str, bool]], acts: list[tuple[str, str, bool]]
) -> None:
    start = {key: Card(key, box) for key, box, _ in kept}
    shelf: Shelf[Card] = Shelf(Held(start.values()))
    plain = dict(start)
    for key, box, stays in acts:
        if stays:
            shelf, plain[key] = shelf.put(Card(key, box)), Card(key, box)
        else:
            shelf = shelf.without(key)
            plain.pop(key, None)
    assert dict(shelf) == plain
    assert len(shelf) == len(plain)
    for box in "ab":
        assert set(shelf.of(box)) == {card for card in plain.values() if card.box == box}
