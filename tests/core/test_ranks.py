"""Places in an order as short strings."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pa_tui.domain.ranks import between, spread


def test_between_nothing_and_nothing_there_is_a_place() -> None:
    assert between(None, None)


def test_the_order_of_ranks_given_the_wrong_way_round_is_refused() -> None:
    with pytest.raises(ValueError, match="no rank between"):
        between("b", "a")


@settings(deadline=None)
@given(st.lists(st.integers(0, 1_000_000), max_size=120))
def test_putting_in_between_anywhere_keeps_the_order_and_moves_nothing(
    places: list[int],
) -> None:
    ranks: list[str] = []
    for number in places:
        place = number % (len(ranks) + 1)
        low = ranks[place - 1] if place else None
        high = ranks[place] if place < len(ranks) else None
        ranks.insert(place, between(low, high))
    assert ranks == sorted(set(ranks))


@settings(deadline=None)
@given(st.integers(0, 5000))
def test_spread_ranks_are_in_order_and_leave_room(count: int) -> None:
    ranks = list(spread(count))
    assert len(ranks) == count
    assert ranks == sorted(set(ranks))
    if ranks:
        assert between(None, ranks[0]) < ranks[0]
        assert between(ranks[-1], None) > ranks[-1]


def test_a_thousand_times_at_the_same_place_stays_short() -> None:
    low, high = "a", "b"
    for _ in range(1000):
        high = between(low, high)
    assert len(high) < 250
