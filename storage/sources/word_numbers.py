"""The numbers that Word prints before a paragraph and does not write in its text.

Counts as Word does (ECMA-376 part 1, 17.9): per abstract list, deeper levels start again
after a shallower one, a list may restart with its own start value.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pa_tui.reading.lines import BULLET
from storage.sources.word_styles import W, number_in, value

_LEVELS = 9
_MOST = 100_000


@dataclass(slots=True)
class _Level:
    format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False


@dataclass(slots=True)
class _List:
    levels: dict[int, _Level] = field(default_factory=dict)
    counts: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)
    link: str | None = None


class Numbers:
    """The lists of a document; ``next`` gives a paragraph its number in reading order."""

    def __init__(self, root: Any) -> None:
        self._lists: dict[str, _List] = {}
        self._named: dict[str, str] = {}
        self._of: dict[str, str] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._own: dict[tuple[str, int], _Level] = {}
        self._used: set[tuple[str, int]] = set()
        for element in root if root is not None else ():
            if element.tag == W + "abstractNum":
                self._add_list(element)
            elif element.tag == W + "num":
                self._add_instance(element)

    def _add_list(self, element: Any) -> None:
        found = _List(link=value(element, "numStyleLink"))
        for level in element.iter(W + "lvl"):
            found.levels[_number(level.get(W + "ilvl"), 0)] = _level(level)
        key = element.get(W + "abstractNumId") or ""
        self._lists[key] = found
        if name := value(element, "styleLink"):
            self._named[name] = key

    def _add_instance(self, element: Any) -> None:
        key = element.get(W + "numId") or ""
        self._of[key] = value(element, "abstractNumId") or ""
        for override in element.iter(W + "lvlOverride"):
            depth = _number(override.get(W + "ilvl"), 0)
            if (start := value(override, "startOverride")) is not None:
                self._starts.setdefault(key, {})[depth] = _number(start, 1)
            if (level := override.find(W + "lvl")) is not None:
                self._own[key, depth] = _level(level)

    def next(self, number: str | None, depth: int) -> str:
        """The mark of the next paragraph of list ``number`` at ``depth``: as printed for a
        number, ``BULLET`` for a bullet, "" where nothing is printed."""
        found = self._list(number)
        depth = min(max(depth, 0), _LEVELS - 1)
        if number is None or found is None:
            return ""
        level = self._level(number, found, depth)
        if level.format == "bullet":
            return BULLET
        self._count(number, found, depth, level)
        return self._printed(number, found, depth, level)

    def _list(self, number: str | None) -> _List | None:
        if not number or number == "0":
            return None
        key = self._of.get(number, "")
        found = self._lists.get(key)
        if found is not None and found.link in self._named and not found.levels:
            found = self._lists.get(self._named[found.link])
        return found

    def _level(self, number: str, found: _List, depth: int) -> _Level:
        return self._own.get((number, depth)) or found.levels.get(depth) or _Level()

    def _count(self, number: str, found: _List, depth: int, level: _Level) -> None:
        start = self._starts.get(number, {}).get(depth)
        if start is not None and (number, depth) not in self._used:
            self._used.add((number, depth))
            found.counts[depth] = start
        else:
            count = found.counts[depth]
            found.counts[depth] = level.start if count is None else min(count + 1, _MOST)
        for deeper in range(depth + 1, _LEVELS):
            restart = self._level(number, found, deeper).restart
            if restart is None or 0 < depth + 1 <= restart:
                found.counts[deeper] = None

    def _printed(self, number: str, found: _List, depth: int, level: _Level) -> str:
        text = level.text
        for place in range(_LEVELS):
            sign = f"%{place + 1}"
            if sign not in text:
                continue
            other = self._level(number, found, place)
            count = found.counts[place]
            shown = other.start if count is None else count
            text = text.replace(sign, _as(shown, "decimal" if level.legal else other.format))
        return text.strip()


def _level(element: Any) -> _Level:
    restart = value(element, "lvlRestart")
    return _Level(
        format=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText") or "",
        start=_number(value(element, "start"), 1),
        restart=None if restart is None else _number(restart, 0),
        legal=element.find(W + "isLgl") is not None,
    )


def _number(text: str | None, default: int) -> int:
    return max(0, min(number_in(text, default), _MOST))


def _as(count: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter"):
        letter = "abcdefghijklmnopqrstuvwxyz"[(count - 1) % 26] * min((count - 1) // 26 + 1, 9)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman"):
        return roman(count) if form == "lowerRoman" else roman(count).upper()
    if form == "decimalZero":
        return f"{count:02}"
    if form == "none":
        return ""
    return str(count)


def roman(count: int) -> str:
    """A count below 4000 as a small roman numeral, "" for zero."""
    signs = ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i")
    values = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
    shown = ""
    for sign, worth in zip(signs, values, strict=True):
        times, count = divmod(count % 4000, worth)
        shown += sign * times
    return shown
