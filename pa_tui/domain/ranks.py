"""Places in an order as short strings, so that putting something in between moves nothing.

A rank is a fraction in base 62 without its "0."; comparing ranks as strings gives the order.
"""

from __future__ import annotations

from collections.abc import Iterator

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_BASE = len(_DIGITS)


def between(low: str | None, high: str | None) -> str:
    """A rank after ``low`` and before ``high``; None stands for the very start or end.

    Raises ValueError where ``low`` is not before ``high``.
    """
    low, high = low or "", high or ""
    if high and low >= high:
        raise ValueError(f"no rank between {low!r} and {high!r}")
    prefix = ""
    place = 0
    while True:
        below = _DIGITS.index(low[place]) if place < len(low) else 0
        above = _DIGITS.index(high[place]) if high and place < len(high) else _BASE
        if above - below > 1:
            return prefix + _DIGITS[(below + above) // 2]
        prefix += _DIGITS[below]
        if above > below:
            high = ""
        place += 1


def spread(count: int) -> Iterator[str]:
    """``count`` ranks in order, evenly spread with room before, between and after."""
    width = 1
    while _BASE**width < (count + 1) * 2:
        width += 1
    step = _BASE**width // (count + 1)
    for index in range(1, count + 1):
        value, digits = index * step, ""
        for _ in range(width):
            value, digit = divmod(value, _BASE)
            digits = _DIGITS[digit] + digits
        yield digits.rstrip("0") or "1"
