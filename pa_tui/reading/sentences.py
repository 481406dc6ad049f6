"""Where sentences begin and end in Dutch policy text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from pa_tui.reading.patterns import Pattern

_END = Pattern(
    r"""(?P<stop>[.!?…]+["'”’)\]]{0,3}(?:\[\^[^\]\s]{1,12}\]|\d{1,2}|\ufffc){0,3})(?=\s|$)"""
    r"""|(?P<line>\n)""",
    exact=True,
)
_ABBREVIATIONS = (
    "art bijv bijvoorbeeld bv ca circa dhr mevr mw mr dr drs ir ing prof st vd nr nrs blz"
    " pag max min incl excl evt resp mld mln o.a m.b.t t.a.v m.i.v i.v.m i.c.m d.m.v t.b.v"
    " n.a.v i.s.m i.o.m o.b.v d.w.z t/m e.d m.n c.q z.s.m a.d.h.v t.g.v v.a t.o.v m.u.v"
    " n.v.t w.v.t.t.k d.d dd jl jan feb febr mrt apr jun jul aug sep sept okt nov dec zgn"
    " zg ong gem wk"
)
_SHORT = frozenset(_ABBREVIATIONS.split())
_WORD_BEFORE = Pattern(r"[\w./]*$", exact=True)


class Sentences:
    """The sentences of a text as spans; every line end also ends one."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def spans(self) -> Sequence[tuple[int, int]]:
        """Start and end of each sentence, without the white space around it."""
        found: list[tuple[int, int]] = []
        begin = 0
        for match in _END.finditer(self.text):
            if match["line"] is None and not self._ends(match):
                continue
            self._put(found, begin, match.end())
            begin = match.end()
        self._put(found, begin, len(self.text))
        return found

    def _ends(self, match: re.Match[str]) -> bool:
        mark = match.start()
        before = _WORD_BEFORE.search(self.text, max(0, mark - 16), mark)
        word = before.group().lower() if before else ""
        following = self.text[match.end() : match.end() + 8].lstrip()
        if not following:
            return True
        if match["stop"].startswith("."):
            if word in _SHORT or (len(word) == 1 and word.isalpha()):
                return following[0].isupper() and word in ("m", "jl")
            if word.isdigit() and len(word) < 3 and following[0].islower():
                return False
        return not following[0].islower()

    def _put(self, found: list[tuple[int, int]], begin: int, end: int) -> None:
        piece = self.text[begin:end]
        lead = len(piece) - len(piece.lstrip())
        stripped = piece.strip()
        if stripped:
            found.append((begin + lead, begin + lead + len(stripped)))

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.spans]

    def at(self, place: int) -> tuple[int, int]:
        """The sentence that holds ``place``."""
        index = max(0, bisect_right(self._starts, place) - 1)
        return self.spans[index] if self.spans else (0, len(self.text))

    def around(self, place: int, reach: int = 240) -> tuple[int, int]:
        """The part of that sentence within ``reach`` characters of ``place``."""
        start, end = self.at(place)
        return max(start, place - reach), min(end, place + reach)
