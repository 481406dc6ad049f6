"""One line of text under the hands, without a screen: a cursor, words, and going back."""

from __future__ import annotations

import re

from pa_tui.domain.text import clean, uncoded


class LineEditor:
    """The text and the place of the cursor in it; ``take`` says whether a key was for it.

    Words that are ``offered`` stand as if selected: the first thing typed takes their place,
    any other key keeps them.
    """

    def __init__(self, text: str = "", *, offered: bool = False) -> None:
        self.text = text
        self.cursor = len(text)
        self.offered = offered and bool(text)
        self._before: list[tuple[str, int]] = []
        self._after: list[tuple[str, int]] = []

    def insert(self, words: str) -> None:
        """Puts words in at the cursor, without the codes of a terminal; line ends become
        spaces."""
        words = clean(_ENDS.sub("\n", uncoded(words)))
        words = re.sub(r"\s*\n\s*", " ", words).replace("\t", " ")
        if words:
            self._keep()
            if self.offered:
                self.text, self.cursor, self.offered = "", 0, False
            self.text = self.text[: self.cursor] + words + self.text[self.cursor :]
            self.cursor += len(words)

    def replace(self, text: str) -> None:
        """Puts another text in place of all of it."""
        self._keep()
        self.text, self.cursor, self.offered = text, len(text), False

    def take(self, key: str, character: str | None) -> bool:
        """Does what a key asks; False where it means nothing in a line of text."""
        act = _KEYS.get(key)
        if act is not None:
            if self.offered and act in _ERASES:
                self.replace("")
            self.offered = False
            act(self)
            return True
        if character is not None and character.isprintable():
            self.insert(character)
            return True
        return False

    def _keep(self) -> None:
        self._before.append((self.text, self.cursor))
        self._after.clear()

    def _cut(self, start: int, end: int) -> None:
        if start != end:
            self._keep()
            self.text = self.text[:start] + self.text[end:]
            self.cursor = start

    def _word_left(self) -> int:
        return next(
            (m.start() for m in reversed([*_WORD.finditer(self.text[: self.cursor])])), 0
        )

    def _word_right(self) -> int:
        found = _WORD.search(self.text, self.cursor)
        return found.end() if found else len(self.text)

    def _erase_left(self) -> None:
        self._cut(self._left_of(self.cursor), self.cursor)

    def _erase_right(self) -> None:
        self._cut(self.cursor, self._right_of(self.cursor))

    def _left_of(self, place: int) -> int:
        place = max(0, place - 1)
        while place > 0 and _joins(self.text[place]):
            place -= 1
        return place

    def _right_of(self, place: int) -> int:
        place = min(len(self.text), place + 1)
        while place < len(self.text) and _joins(self.text[place]):
            place += 1
        return place

    def _go_left(self) -> None:
        self.cursor = self._left_of(self.cursor)

    def _go_right(self) -> None:
        self.cursor = self._right_of(self.cursor)

    def _go_word_left(self) -> None:
        self.cursor = self._word_left()

    def _go_word_right(self) -> None:
        self.cursor = self._word_right()

    def _go_home(self) -> None:
        self.cursor = 0

    def _go_end(self) -> None:
        self.cursor = len(self.text)

    def _erase_word_left(self) -> None:
        self._cut(self._word_left(), self.cursor)

    def _erase_word_right(self) -> None:
        self._cut(self.cursor, self._word_right())

    def _erase_to_start(self) -> None:
        self._cut(0, self.cursor)

    def _erase_to_end(self) -> None:
        self._cut(self.cursor, len(self.text))

    def _undo(self) -> None:
        if self._before:
            self._after.append((self.text, self.cursor))
            self.text, self.cursor = self._before.pop()

    def _redo(self) -> None:
        if self._after:
            self._before.append((self.text, self.cursor))
            self.text, self.cursor = self._after.pop()


_WORD = re.compile(r"\w+\W*")
_ENDS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
"""What ends a line beside the usual line end."""


def _joins(character: str) -> bool:
    """Whether a character belongs to the one before it (an accent, a joined emoji)."""
    return character in "\u200d\ufe0f" or "\u0300" <= character <= "\u036f"


_KEYS = {
    "backspace": LineEditor._erase_left,
    "delete": LineEditor._erase_right,
    "left": LineEditor._go_left,
    "right": LineEditor._go_right,
    "home": LineEditor._go_home,
    "end": LineEditor._go_end,
    "ctrl+left": LineEditor._go_word_left,
    "ctrl+right": LineEditor._go_word_right,
    "alt+b": LineEditor._go_word_left,
    "alt+f": LineEditor._go_word_right,
    "ctrl+w": LineEditor._erase_word_left,
    "ctrl+backspace": LineEditor._erase_word_left,
    "alt+backspace": LineEditor._erase_word_left,
    "ctrl+delete": LineEditor._erase_word_right,
    "alt+d": LineEditor._erase_word_right,
    "ctrl+u": LineEditor._erase_to_start,
    "ctrl+k": LineEditor._erase_to_end,
    "ctrl+a": LineEditor._go_home,
    "ctrl+e": LineEditor._go_end,
    "ctrl+z": LineEditor._undo,
    "ctrl+y": LineEditor._redo,
}

_ERASES = (LineEditor._erase_left, LineEditor._erase_right)
