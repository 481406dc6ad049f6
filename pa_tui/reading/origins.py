"""Which lines of a document each thing that was read comes from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pa_tui.domain.text import ANCHOR
from pa_tui.reading.lines import Document, Line, TableCell

_NEAR = 8
"""How many lines above its matter the heading of something is looked for."""
_TELLING = 6
"""Fewer letters than this say nothing about where they come from."""
_ENOUGH = 40
"""So many letters tell a line from any other."""
_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line of a document as it was read: a paragraph, a printed line, a row of a table,
    or a footnote that the document keeps apart (``place`` 0).

    ``place`` counts as :class:`Line` does, ``page`` is None where the source has none.
    """

    text: str
    place: int = 0
    page: int | None = None
    heading: bool = False


def source_lines(document: Document) -> tuple[SourceLine, ...]:
    """The lines of a document to look at, in its order, footnotes kept apart last."""
    marks = {note.key: note.mark for note in document.notes}
    found = [one for line in document.lines for one in _shown(line, marks)]
    found += [SourceLine(f"[{note.mark}] {note.text}") for note in document.notes]
    return tuple(found)


def _shown(line: Line, marks: Mapping[str, str]) -> Iterator[SourceLine]:
    if not line.is_table:
        words = f"{line.mark} {_printed(line, marks)}".strip()
        if words:
            yield SourceLine(words, line.place, line.page, line.heading is not None)
        return
    for row in line.rows:
        words = " │ ".join(_cell(cell, marks) for cell in row)
        places = [inner.place for cell in row for inner in cell.lines if inner.place]
        yield SourceLine(words, min(places, default=line.place), line.page)


def _cell(cell: TableCell, marks: Mapping[str, str]) -> str:
    return " ".join(
        f"{inner.mark} {_printed(inner, marks)}".strip() for inner in cell.lines if inner.text
    )


def _printed(line: Line, marks: Mapping[str, str]) -> str:
    if ANCHOR not in line.text:
        return line.text
    first, *pieces = line.text.split(ANCHOR)
    keys = [*line.notes, *[""] * len(pieces)]
    return first + "".join(
        f"[{marks.get(key, '*')}]{piece}" for key, piece in zip(keys, pieces, strict=False)
    )


def letters_of(text: str) -> str:
    """The letters and digits of a text in small, to find it again however it is set."""
    return _LETTERS.sub("", text).casefold()


class Origins:
    """Collects who comes from where; ``found`` gives the lines (by index in
    :func:`source_lines`) of each id. A line nobody claims belongs to what stands above it."""

    def __init__(self, lines: tuple[SourceLine, ...]) -> None:
        self._lines = lines
        self._body = [index for index, line in enumerate(lines) if line.place]
        self._places = [lines[index].place for index in self._body]
        self._letters: dict[int, str] = {}
        self._claims: dict[int, list[str]] = {}
        self._apart: set[int] = set()

    def claim(self, entity: str, lines: Iterable[Line], *headings: str) -> None:
        """These lines, and the headings right above the first of them, made ``entity``."""
        indexes = [index for line in lines if (index := self._index(line)) is not None]
        for index in indexes:
            self._put(index, entity)
        top = min(indexes, default=None)
        for heading in reversed(headings):
            if top is not None and (above := self._above(top, heading)) is not None:
                self._put(above, entity)
                top = above

    def claim_heading(self, entity: str, below: Iterable[str], heading: str) -> None:
        """A heading above the first line of any of these ids made ``entity``."""
        wanted = set(below)
        first = min((n for n, own in self._claims.items() if wanted & {*own}), default=None)
        if first is not None and (above := self._above(first, heading)) is not None:
            self._put(above, entity)

    def leave_out(self, entity: str, line: Line) -> None:
        """This line is left out as ``entity``; what follows goes on with what stood above."""
        index = self._index(line)
        if index is not None:
            self._put(index, entity)
            self._apart.add(index)

    def find(self, entity: str, words: str) -> None:
        """The first line with these words made ``entity``, wherever it stands."""
        known = letters_of(words)[:_ENOUGH]
        if len(known) < 3:
            return
        for index in range(len(self._lines)):
            own = self._letter(index)
            if known in own or (len(own) > 2 * _TELLING and known.startswith(own)):
                self._put(index, entity, apart=True)
                return

    def found(self) -> dict[str, tuple[int, ...]]:
        """The lines of each id, in the order of the document."""
        made: dict[str, list[int]] = {}
        owners: list[str] = []
        for index, line in enumerate(self._lines):
            claimed = self._claims.get(index, [])
            for entity in claimed or (owners if line.place else ()):
                made.setdefault(entity, []).append(index)
            if claimed and index not in self._apart:
                owners = claimed
        return {entity: tuple(indexes) for entity, indexes in made.items()}

    # -- finding lines -----------------------------------------------------------------------

    def _put(self, index: int, entity: str, *, apart: bool = False) -> None:
        own = self._claims.setdefault(index, [])
        if apart and not own:
            self._apart.add(index)
        if entity not in own:
            own.append(entity)

    def _index(self, line: Line) -> int | None:
        """Where a line of the reading stands; rows of a table that has one place for all of
        them are told apart by their words."""
        place = bisect_right(self._places, line.place) - 1
        if place < 0 or not line.place:
            return None
        known = letters_of(line.text)[:_ENOUGH]
        same = place
        while same > 0 and self._places[same - 1] == self._places[place]:
            same -= 1
        for other in range(same, place + 1):
            if known and known in self._letter(self._body[other]):
                return self._body[other]
        return self._body[same]

    def _above(self, index: int, heading: str) -> int | None:
        known = letters_of(heading)
        if not known:
            return None
        for above in range(index, max(-1, index - _NEAR), -1):
            own = self._letter(above)
            if known in own or (len(own) >= _TELLING and own in known):
                return above
        return None

    def _letter(self, index: int) -> str:
        if index not in self._letters:
            self._letters[index] = letters_of(self._lines[index].text)
        return self._letters[index]
