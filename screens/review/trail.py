"""Finds the lines of the document again for what was read, also after it was set right."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from pa_tui.domain.articles import Unread
from pa_tui.domain.text import Block, Text, plain
from pa_tui.reading.origins import letters_of
from screens.imported import Imported

_TELLING = 12
_BEFORE, _AFTER = 40, 200
"""How far around where something stood its words are looked for."""


class Trail:
    """The way from what was read back to the lines (by index) it comes from.

    What nobody touched is known from the reading; the words of the rest are looked for near
    where it stood, so undo and redo need no bookkeeping.
    """

    def __init__(self, made: Imported) -> None:
        self._made = made
        self._letters: list[str | None] = [None] * len(made.source)
        self._places = [line.place for line in made.source if line.place]
        self._found: dict[tuple[str, object], tuple[int, ...]] = {}
        self.agreement = made.agreement

    @property
    def made(self) -> Imported:
        """What was read."""
        return self._made

    def start(self, kind: str, key: str) -> int | None:
        """Where something begins; None where that is not known."""
        lines = self.lines(kind, key)
        return lines[0] if lines else None

    def start_of_unread(self, unread: Unread) -> int:
        """Where a line that was left out stands."""
        own = self._made.origins.get(unread.id)
        return own[0] if own else self.index_of(unread.line)

    def index_of(self, place: int) -> int:
        """The line at a place of the document."""
        return min(bisect_left(self._places, place), max(0, len(self._places) - 1))

    def lines(self, kind: str, key: str, place: int = 0) -> tuple[int, ...]:
        """The lines of what a row shows, in the order of the document."""
        base = self._made.origins.get(key, ())
        match kind:
            case "unread":
                unread = self.agreement.unread.get(key)
                found = (self.start_of_unread(unread),) if unread and not base else base
            case "passage":
                found = self._passage(key, place, base)
            case "block":
                found = self._block(key, place)
            case "article" | "group":
                found = self._article(key, base)
            case _:
                found = base or self._new_theme(key)
        return found

    def _passage(self, key: str, place: int, base: tuple[int, ...]) -> tuple[int, ...]:
        theme = self.agreement.themes.get(key)
        if theme is None or not 1 <= place <= len(theme.context):
            return ()
        passage = theme.context[place - 1]
        return self._search(key, passage, f"{passage.title}\n{plain(passage.text)}", base)

    def _article(self, key: str, base: tuple[int, ...]) -> tuple[int, ...]:
        article, old = self.agreement.articles.get(key), self._made.agreement.articles.get(key)
        if article is None or (old is not None and old.text == article.text and base):
            return base
        words = f"{article.number or ''} {article.title} {_words(article.text)}"
        return self._search(key, article.text, words, base) or base

    def _block(self, key: str, place: int) -> tuple[int, ...]:
        article = self.agreement.articles.get(key)
        inside = self.lines("article", key)
        if article is None:
            return inside
        blocks = article.text[place - 1 : place]
        return self._search(key, blocks, _words(blocks), inside, strict=True) or inside

    def _new_theme(self, key: str) -> tuple[int, ...]:
        theme = self.agreement.themes.get(key)
        if theme is None:
            return ()
        own = self._search(key, theme.title, f"{theme.number or ''} {theme.title}", ())
        return own[:1]

    # -- by words ------------------------------------------------------------

    def _search(
        self, key: str, value: object, words: str, near: Sequence[int], *, strict: bool = False
    ) -> tuple[int, ...]:
        """The lines whose words stand in ``words``, or that hold how they begin."""
        known = self._found.get((key, value))
        if known is None:
            known = self._found[key, value] = tuple(self._hits(words, near, strict=strict))
        return known

    def _hits(self, words: str, near: Sequence[int], *, strict: bool) -> list[int]:
        wanted = letters_of(words)
        if not wanted:
            return []
        if strict:
            among = list(near)
        else:
            low = max(0, min(near) - _BEFORE) if near else 0
            high = max(near) + _AFTER if near else len(self._letters)
            among = list(range(low, min(high, len(self._letters))))
        opening = wanted[:40]
        hits = []
        for index in among:
            own = self._letter(index)
            if opening in own or (len(own) >= _TELLING and own in wanted):
                hits.append(index)
        return self._filled(hits, wanted)

    def _filled(self, hits: list[int], wanted: str) -> list[int]:
        """The hits with the short lines between two of them that stand in the words too."""
        found: list[int] = []
        for index in hits:
            between = range(found[-1] + 1, index) if found and index - found[-1] < 4 else ()
            found += [n for n in between if self._letter(n) and self._letter(n) in wanted]
            found.append(index)
        return found

    def _letter(self, index: int) -> str:
        known = self._letters[index]
        if known is None:
            known = self._letters[index] = letters_of(self._made.source[index].text)
        return known


def _words(text: Text | tuple[Block, ...]) -> str:
    return " ".join(f"{block.mark} {plain((block,))}" for block in text)
