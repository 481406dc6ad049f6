"""Paragraphs with what they seem to be: numbered, headings and of what level."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pa_tui.reading.genre import (
    ANNEX_HEADING,
    CONTENTS_HEADING,
    FUNCTION,
    PERSON,
    PROMISE_LABEL,
    SIGNING_HEADING,
    is_context_heading,
    is_group_heading,
    is_owner_heading,
)
from pa_tui.reading.lines import Line
from pa_tui.reading.numbers import Number, heading_number, number_of
from pa_tui.reading.paragraphs import body_size

FLAT = 9
"""The level of a heading that nothing but its shortness gives away."""
_BY_LOOK = 7

_OPENING = ("d", "d.d", "d.d.d", "L", "word")
_ENDS = re.compile(r"[.:;,!?][\"'”’)\]]*[¹²³⁴-⁹]*$")
_LABEL = re.compile(r"\w[^.!?]{2,70}:")


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph or table. ``level`` is that of a heading, None for anything else."""

    line: Line
    number: Number | None = None
    level: int | None = None

    @property
    def title(self) -> str:
        """The words of a heading without its number and closing colon."""
        text = self.number.rest if self.number is not None else self.line.text
        return re.sub(r"\s+", " ", text).strip(" :\t")

    @property
    def text(self) -> str:
        """All words as printed, the number too."""
        if self.line.mark and not self.line.is_bullet:
            return f"{self.line.mark} {self.line.text}"
        return self.line.text

    @property
    def rest(self) -> str:
        """The words after the number."""
        return self.number.rest if self.number is not None else self.line.text

    @property
    def is_heading(self) -> bool:
        """Whether this opens something."""
        return self.level is not None

    @property
    def is_plain(self) -> bool:
        """Whether this is running text: no heading, bullet, number or table."""
        return not (self.is_heading or self.line.is_bullet or self.number or self.line.is_table)


def items_of(paragraphs: Sequence[Line], *, flat: bool) -> list[Item]:
    """The paragraphs as items. ``flat`` tells that nothing but words gives headings away
    (plain text): then a line that stands alone may be one, with the level FLAT."""
    paragraphs = [line for line in paragraphs if line.text.strip() or line.is_table]
    styled = any(line.heading for line in paragraphs)
    ranks = {} if styled or flat else _ranks(paragraphs)
    repeated = _repeated(paragraphs, ranks)
    found: list[Item] = []
    for index, line in enumerate(paragraphs):
        number = None if line.is_bullet or line.is_table else number_of(line.text, line.mark)
        item = Item(line, number)
        after = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        before = paragraphs[index - 1] if index else None
        if line.heading is not None:
            item = replace(item, level=line.heading)
        elif line.is_bullet or line.is_table or line.contents:
            pass
        elif (rank := ranks.get((line.size, line.bold))) and len(line.text) < 160:
            item = replace(item, level=rank + _deeper(line.text, repeated))
        elif (styled and line.bold and number is None and _is_short(line.text)) or (
            flat and _stands_alone(item, before, after)
        ):
            item = replace(item, level=_BY_LOOK if styled else FLAT)
        elif _is_label(line, after):
            item = replace(item, level=FLAT)
        found.append(_counted(item))
    return found


def _counted(item: Item) -> Item:
    """A heading with its chapter's number where it has one ("II. Wonen", "Thema 1: Wonen")."""
    plain = item.number is None or item.number.shape == "L"
    if not item.is_heading or not plain or item.line.mark:
        return item
    number = heading_number(item.line.text)
    return replace(item, number=number) if number is not None else item


def _ranks(paragraphs: Sequence[Line]) -> dict[tuple[float, bool], int]:
    """What looks stand out from the text, the largest first: look to level."""
    body = body_size(paragraphs)
    if not body:
        return {}
    main_bold = sum(len(line.text) * (1 if line.bold else -1) for line in paragraphs) > 0
    looks = {
        (line.size, line.bold)
        for line in paragraphs
        if line.text
        and len(line.text) < 160
        and not line.is_bullet
        and (line.size > body + 0.7 or (line.bold and not main_bold and line.size >= body))
    }
    order = sorted(looks, key=lambda look: (-look[0], not look[1]))
    return {look: level for level, look in enumerate(order[:8], start=1)}


def _repeated(paragraphs: Sequence[Line], ranks: dict[tuple[float, bool], int]) -> set[str]:
    """The unnumbered headings by look that come back: they stand inside themes."""
    counts = Counter(
        line.text.casefold()
        for line in paragraphs
        if (line.size, line.bold) in ranks and number_of(line.text, line.mark) is None
    )
    return {text for text, count in counts.items() if count > 1}


def _deeper(text: str, repeated: set[str]) -> int:
    """How much deeper than its look a heading hangs: labels stand inside themes, also
    where they are printed as large."""
    inside = is_context_heading(text) or is_group_heading(text) or is_owner_heading(text)
    return int(inside or text.casefold() in repeated)


def _is_short(text: str) -> bool:
    return len(text) < 110 and not _ENDS.search(text)


def _is_label(line: Line, after: Line | None) -> bool:
    """Whether a short line names the agreements below it ("Procesafspraak:")."""
    if after is None or not is_group_heading(line.text) or line.heading is not None:
        return False
    if after.is_bullet:
        return _LABEL.fullmatch(line.text) is not None
    numbered = number_of(after.text, after.mark) is not None
    short = len(line.text) < 70 and len(line.text.split()) < 10
    named = PROMISE_LABEL.fullmatch(line.text.strip(" :")) is not None
    return numbered and short and named and _is_titular(line.text.rstrip(" :"))


def _stands_alone(item: Item, before: Line | None, after: Line | None) -> bool:
    """Whether a paragraph of plain text can be a heading: short, no stop, a capital, and
    what follows begins anew."""
    text = item.rest if item.number else item.line.text
    if not _is_titular(text):
        return False
    if is_context_heading(text) or is_group_heading(text) or _is_known(item.line.text):
        return True
    if PERSON.match(text) or FUNCTION.search(text) or re.search(r"\d\d?\s*%|\s{3,}", text):
        return False
    return after is not None and _opens(item, text, before, after)


def _opens(item: Item, text: str, before: Line | None, after: Line) -> bool:
    """Whether what stands around a short line lets it open something."""
    if after.text[:1].islower() or after.is_bullet:
        return False
    if item.number is not None:
        return item.number.shape in _OPENING and len(text) < 80
    follows = after.is_table or len(after.text) > 90 or number_of(after.text) is not None
    return (follows or after.gap) and (before is None or item.line.gap or _stopped(before))


def _is_titular(text: str) -> bool:
    if not text or len(text) > 90 or _ENDS.search(text) or len(text.split()) > 12:
        return False
    return text[0].isupper() or text[0] in "‘“'\""


def _stopped(before: Line) -> bool:
    return _ENDS.search(before.text) is not None or len(before.text) < 90


def _is_known(text: str) -> bool:
    return any(
        pattern.match(text) is not None
        for pattern in (ANNEX_HEADING, SIGNING_HEADING, CONTENTS_HEADING)
    )
