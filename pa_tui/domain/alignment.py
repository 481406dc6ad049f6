"""Which items of two sequences are the same ones, in bounded time.

Small stretches get the heaviest common subsequence; long ones are first cut at items that
occur once on both sides, so hundreds of thousands of items stay a matter of a second. Where
even that is too much, a stretch counts as changed: coarser, never wrong.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Sequence

_SMALL = 20_000
_DEEPEST = 40

Range = tuple[int, int, int, int]
"""Where a stretch begins and ends in the first and in the second sequence."""


class Budget:
    """How many comparisons may still be made before an answer becomes coarser."""

    def __init__(self, cells: int) -> None:
        self._left = cells

    def allows(self, cells: int) -> bool:
        """Whether that many fit; takes them where they do."""
        if cells > self._left:
            return False
        self._left -= cells
        return True


def align(
    before: Sequence[Hashable],
    after: Sequence[Hashable],
    weigh: Callable[[Hashable], int],
    budget: Budget,
) -> list[tuple[int, int]]:
    """Pairs of places that hold equal items, rising on both sides.

    ``weigh`` says how much it is worth to keep an item.
    """
    found: list[tuple[int, int]] = []
    waiting: list[tuple[Range, int]] = [((0, len(before), 0, len(after)), 0)]
    while waiting:
        stretch, depth = waiting.pop()
        low, high, start, stop = _trimmed(before, after, stretch, found)
        cells = (high - low) * (stop - start)
        if not cells:
            continue
        inner = (low, high, start, stop)
        if cells <= _SMALL and budget.allows(cells):
            found += _heaviest(before, after, inner, weigh)
        elif depth < _DEEPEST:
            anchors = _anchors(before, after, inner)
            found += anchors
            if anchors:
                waiting += [(gap, depth + 1) for gap in between(anchors, inner)]
    found.sort()
    return found


def between(pairs: Sequence[tuple[int, int]], stretch: Range) -> list[Range]:
    """The stretches of which at least one side is not empty before, between and after the
    pairs."""
    low, high, start, stop = stretch
    gaps = []
    for first, second in (*pairs, (high, stop)):
        if low < first or start < second:
            gaps.append((low, first, start, second))
        low, start = first + 1, second + 1
    return gaps


def _trimmed(
    before: Sequence[Hashable],
    after: Sequence[Hashable],
    stretch: Range,
    found: list[tuple[int, int]],
) -> Range:
    low, high, start, stop = stretch
    while low < high and start < stop and before[low] == after[start]:
        found.append((low, start))
        low, start = low + 1, start + 1
    while low < high and start < stop and before[high - 1] == after[stop - 1]:
        high, stop = high - 1, stop - 1
        found.append((high, stop))
    return low, high, start, stop


def _heaviest(
    before: Sequence[Hashable],
    after: Sequence[Hashable],
    stretch: Range,
    weigh: Callable[[Hashable], int],
) -> list[tuple[int, int]]:
    low, high, start, stop = stretch
    width = stop - start
    best = [[0] * (width + 1)]
    for item in reversed(before[low:high]):
        worth, below = weigh(item), best[-1]
        row = [0] * (width + 1)
        for place in range(width - 1, -1, -1):
            value = max(below[place], row[place + 1])
            if item == after[start + place]:
                value = max(value, below[place + 1] + worth)
            row[place] = value
        best.append(row)
    best.reverse()
    pairs, line, place = [], 0, 0
    while line < high - low and place < width:
        here = best[line][place]
        if here == best[line + 1][place]:
            line += 1
        elif here == best[line][place + 1]:
            place += 1
        else:
            pairs.append((low + line, start + place))
            line, place = line + 1, place + 1
    return pairs


def _anchors(
    before: Sequence[Hashable], after: Sequence[Hashable], stretch: Range
) -> list[tuple[int, int]]:
    low, high, start, stop = stretch
    once = Counter(before[low:high])
    once_after = Counter(after[start:stop])
    places = {
        after[place]: place for place in range(start, stop) if once_after[after[place]] == 1
    }
    pairs = [
        (place, places[before[place]])
        for place in range(low, high)
        if once[before[place]] == 1 and before[place] in places
    ]
    return _longest_rising(pairs)


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for index, (_, place) in enumerate(pairs):
        length = bisect_left(tails, place)
        previous.append(ends[length - 1] if length else -1)
        if length == len(tails):
            tails.append(place)
            ends.append(index)
        else:
            tails[length], ends[length] = place, index
    rising: list[tuple[int, int]] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        rising.append(pairs[index])
        index = previous[index]
    rising.reverse()
    return rising
