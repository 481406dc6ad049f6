"""Room for asides: what stands beside an article must end before the next aside begins."""

from __future__ import annotations

from math import ceil

from exports.wordml.styles import COLUMN
from pa_tui.papers.blocks import Heading, Look, Paragraph, Written, said

_LETTER, _LINE = 105, 255
"""About how wide a letter of the text is, and how high a line of it."""
_SMALL_LETTER, _SMALL_LINE = 84, 195
_WIDE = 2480
"""How wide the words of an aside may be."""
_BETWEEN, _ABOVE_HEADING = 110, 200


class AsideRoom:
    """Tells how far the text fell short of the last aside, one paragraph after the other.
    Heights are estimates, in twentieths of a point."""

    def __init__(self, width: int) -> None:
        """``width`` is how wide the text is."""
        self._letters = max(1, (width - COLUMN) // _LETTER)
        self._owed = 0

    def wanted(self, own: Written) -> int:
        """The room to leave above a paragraph, which is the next in the text."""
        if isinstance(own, Paragraph) and own.look is Look.ASIDE:
            room = self._owed + 2 * _BETWEEN if self._owed > 0 else 0
            lines = said(own.runs).split("\n")
            wide = (ceil(len(line) * _SMALL_LETTER / _WIDE) for line in lines)
            self._owed = sum(wide) * _SMALL_LINE + _BETWEEN
            return room
        lines_of_text = ceil(len(said(own.runs)) / self._letters)
        above = _ABOVE_HEADING if isinstance(own, Heading) else 0
        self._owed -= lines_of_text * _LINE + _BETWEEN + above
        return 0

    def filled(self) -> None:
        """A table came, which is higher than any aside."""
        self._owed = 0
