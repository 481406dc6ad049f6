"""Which articles refer to an article that has gone, found in small steps.

Looking takes reading every text, so it happens between keys and remembers what it saw.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.lines import Status
from pa_tui.domain.text import Anchor, AnchorKind, Text, anchors_of

STEP = 100
"""How many articles are looked at between two keys."""


class Referring:
    """Finds the articles whose text points at one that was dropped or is not there."""

    def __init__(self) -> None:
        self._seen: dict[str, tuple[Text, tuple[Anchor, ...]]] = {}
        self._agreement = Agreement()
        self._todo: Iterator[str] = iter(())
        self._found: list[tuple[str, str]] = []
        self.is_done = True

    def begin(self, agreement: Agreement) -> None:
        """Looks through another agreement; nothing to do where nothing was dropped."""
        self._agreement = agreement
        self._found = []
        gone = any(tally.dropped for tally in agreement.tallies.values())
        self._todo = iter(agreement.order.flat if gone else ())
        self.is_done = not gone

    def step(self) -> None:
        """Looks at some more articles."""
        batch = list(islice(self._todo, STEP))
        self.is_done = not batch
        for key in batch:
            if self._points_at_nothing(key):
                line = self._agreement.lines[key]
                self._found.append((key, line.number or line.label[:16]))

    @property
    def found(self) -> tuple[tuple[str, str], ...]:
        """The articles found so far as (id, number)."""
        return tuple(self._found)

    def _points_at_nothing(self, key: str) -> bool:
        line = self._agreement.lines[key]
        if line.status is Status.DROPPED:
            return False
        return any(self._is_gone(anchor.target) for anchor in self._anchors(key))

    def _anchors(self, key: str) -> tuple[Anchor, ...]:
        text = self._agreement.articles[key].text
        known = self._seen.get(key)
        if known is not None and known[0] is text:
            return known[1]
        anchors = tuple(
            anchor for anchor in anchors_of(text) if anchor.kind is AnchorKind.ARTICLE
        )
        self._seen[key] = (text, anchors)
        return anchors

    def _is_gone(self, target: str) -> bool:
        line = self._agreement.lines.get(target)
        return line is None or line.status is Status.DROPPED
