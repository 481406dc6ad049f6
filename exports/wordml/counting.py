"""What Word prints before a paragraph of a list: the same count, made without Word.

Lists of one definition share their counters; the first paragraph of a list that starts anew
sets them; a number starts the levels below it again.
"""

from __future__ import annotations

from exports.wordml.numbering import Numbering, Place
from exports.wordml.numbers import roman

_ALPHABET = 26


class Counters:
    """Counts the paragraphs of a paper in their order."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counts: dict[tuple[int, int], int] = {}
        self._begun: set[int] = set()

    def peek(self, place: Place) -> str:
        """The number that the next paragraph at this place would print."""
        own = self._numbering.lists[place.list]
        levels = self._numbering.definitions[own.definition].levels
        told = levels[place.level].text
        for level, shape in levels.items():
            if level <= place.level:
                count = self._next(place) if level == place.level else self._count(place, level)
                told = told.replace(f"%{level + 1}", _spelled(count, shape.form))
        return told

    def take(self, place: Place) -> None:
        """Counts a paragraph at this place."""
        definition = self._numbering.lists[place.list].definition
        count = self._next(place)
        restart = self._numbering.lists[place.list].restart
        if place.list not in self._begun and restart is not None:
            self._counts[definition, restart[0]] = restart[1] - 1
        self._begun.add(place.list)
        self._counts[definition, place.level] = count
        for level in self._numbering.definitions[definition].levels:
            if level > place.level:
                self._counts.pop((definition, level), None)

    def _next(self, place: Place) -> int:
        own = self._numbering.lists[place.list]
        if place.list not in self._begun and own.restart and own.restart[0] == place.level:
            return own.restart[1]
        start = self._numbering.definitions[own.definition].levels[place.level].start
        return self._counts.get((own.definition, place.level), start - 1) + 1

    def _count(self, place: Place, level: int) -> int:
        """Where a level above stands."""
        own = self._numbering.lists[place.list]
        start = self._numbering.definitions[own.definition].levels[level].start
        return self._counts.get((own.definition, level), start)


def _spelled(count: int, form: str) -> str:
    if form == "decimal":
        return str(count)
    if form.endswith("Roman"):
        told = roman(count)
    else:
        told = chr(97 + (count - 1) % _ALPHABET) * ((count - 1) // _ALPHABET + 1)
    return told.upper() if form.startswith("upper") else told
