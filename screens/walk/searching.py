"""Searching numbers, titles and texts without ever holding up a key.

Capitals and accents make no difference. What stands in a number or title comes with the
rest in reading order; texts are read a few at a time.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from time import perf_counter

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.text import plain
from pa_tui.language import _, n_

_SLICE = 0.006
"""Seconds of searching in one go."""

Found = Callable[[tuple[str, ...] | None], None]
"""Hears the ids of what was found so far; None where nothing is looked for."""


class Search:
    """One search in one state of the agreement; every change of the words begins it anew."""

    def __init__(self, agreement: Agreement, found: Found) -> None:
        self._agreement = agreement
        self._tell = found
        self._found: list[str] = []
        self._told = -1
        self._looking: Iterator[str | None] | None = None
        self.words = ""

    def begin(self, words: str) -> None:
        """Looks for other words from now on."""
        wanted = [folded(word) for word in words.split()]
        self._found, self._told = [], -1
        self._looking = self._matches(wanted) if wanted else None
        if not wanted:
            self.words = ""
            self._tell(None)

    def stop(self) -> None:
        """Looks no further."""
        self._looking = None

    def step(self) -> bool:
        """Looks for some milliseconds; whether there is more to look at."""
        looking = self._looking
        if looking is None:
            return False
        end = perf_counter() + _SLICE
        for key in looking:
            if key is not None:
                self._found.append(key)
            if perf_counter() > end:
                self._show(more=True)
                return True
        self._looking = None
        self._show(more=False)
        return False

    def _show(self, *, more: bool) -> None:
        count = len(self._found)
        self.words = n_("{count} article", "{count} articles", count) + (" …" if more else "")
        if not count and not more:
            self.words = _("nothing found")
        if count != self._told and (count or not more):
            self._told = count
            self._tell(tuple(self._found))

    def _matches(self, wanted: list[str]) -> Iterator[str | None]:
        agreement = self._agreement
        for key in agreement.order.flat:
            line = agreement.lines[key]
            words = folded(f"{line.number or ''} {line.title} {line.group}")
            if all(word in words for word in wanted):
                yield key
                continue
            article = agreement.articles[key]
            words += " " + folded(plain(article.text, agreement.label))
            yield key if all(word in words for word in wanted) else None


def folded(text: str) -> str:
    """The text without capitals and accents."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c))
