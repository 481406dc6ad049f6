"""Patterns that cost nothing until they are used: a start compiles none of them."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator


class Pattern:
    """A regular expression, compiled at its first use; small letters and capitals count as
    the same unless ``exact``."""

    __slots__ = ("_exact", "_made", "_source")

    def __init__(self, source: str, exact: bool = False) -> None:
        self._source = source
        self._exact = exact
        self._made: re.Pattern[str] | None = None

    @property
    def made(self) -> re.Pattern[str]:
        """The compiled expression."""
        if self._made is None:
            self._made = re.compile(self._source, 0 if self._exact else re.IGNORECASE)
        return self._made

    def match(self, text: str, place: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The match that begins at ``place``, or None."""
        return self.made.match(text, place, end)

    def search(self, text: str, place: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match from ``place`` on, or None."""
        return self.made.search(text, place, end)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches in reading order."""
        return self.made.finditer(text)

    def findall(self, text: str) -> list[str]:
        """The words of all matches, or of their one group."""
        return self.made.findall(text)

    def split(self, text: str, maxsplit: int = 0) -> list[str]:
        """The text between the matches."""
        return self.made.split(text, maxsplit)

    def sub(self, replacement: str, text: str, count: int = 0) -> str:
        """The text with every match replaced."""
        return self.made.sub(replacement, text, count)
