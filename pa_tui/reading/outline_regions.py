"""The parts of a document that hold no agreements: cover, contents, signatures, annexes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pa_tui.errors import N_
from pa_tui.reading.genre import (
    ANNEX_HEADING,
    CONTENTS_HEADING,
    FUNCTION,
    PERSON,
    SIGNING_HEADING,
    SIGNING_SENTENCE,
)
from pa_tui.reading.numbers import MONTH
from pa_tui.reading.outline_items import FLAT, Item

CONTENTS = N_("the table of contents")
COVER = N_("the cover")
REPEATED_TITLE = N_("the title, printed again")

_LEADERS = re.compile(r"(?:\.{4,}|…{2,}|_{4,}|\t)\s*\d{1,3}$")
_PAGE_AT_END = re.compile(r"\S\s+\d{1,3}$")
PLACE_AND_DATE = re.compile(
    rf"(?:(?P<place>[A-ZÀ-Þ’'‘][\w’'.-]*(?:\s+[\w’'.-]+){{0,4}}?),?\s+)?(?:(?:d\.?d\.?|op|datum:?)\s+)?"
    rf"(?P<day>\d{{1,2}})\s+(?P<month>{MONTH})\.?\s+(?P<year>\d{{4}})\s*\.?",
    re.IGNORECASE,
)
_SIGNING_LINE = 150


def contents_of(items: Sequence[Item]) -> set[int]:
    """The indexes of the table of contents: by style, by leaders, or what stands between
    its heading and the first running text."""
    found = {
        index
        for index, item in enumerate(items)
        if item.line.contents or (_LEADERS.search(item.line.text) and len(item.line.text) < 200)
    }
    for index, item in enumerate(items):
        if CONTENTS_HEADING.fullmatch(item.title) and len(item.title) < 40:
            found.add(index)
            found.update(_listed(items, index + 1))
    return found


def _listed(items: Sequence[Item], start: int) -> Iterator[int]:
    seen: dict[str, int] = {}
    listed: list[int] = []
    for index in range(start, len(items)):
        item = items[index]
        known = re.sub(r"[\s\d.]+$", "", item.title).casefold()
        again = known in seen and len(known) > 4
        if again or item.line.is_table or len(item.line.text) > 300:
            break
        if len(item.line.text) > 110 and not _PAGE_AT_END.search(item.line.text):
            break
        seen.setdefault(known, index)
        listed.append(index)
    if listed and len(listed) < len(items) - start:
        following = items[start + len(listed)]
        while listed and len(following.line.text) > 110 and items[listed[-1]].is_heading:
            if _PAGE_AT_END.search(items[listed[-1]].line.text):
                break
            listed.pop()
    yield from listed


def annexes_of(items: Sequence[Item], skipped: set[int]) -> list[int]:
    """Where annexes begin, in order. An annex comes after agreements, never before."""
    found = []
    for index, item in enumerate(items):
        if index in skipped or item.line.is_bullet or item.line.is_table:
            continue
        text = item.line.text
        if ANNEX_HEADING.match(text) is None or not text[:1].isupper() or len(text) > 150:
            continue
        if (item.is_heading or item.line.bold or _is_alone(text)) and _has_matter(
            items[:index]
        ):
            found.append(index)
    return [n for n in found if n + 1 < len(items)]


def _is_alone(text: str) -> bool:
    return re.search(r"[.;,]$", text) is None and len(text) < 90


def _has_matter(items: Sequence[Item]) -> bool:
    """Whether something that could be agreements stands in these items."""
    numbered = sum(item.number is not None and len(item.text) > 60 for item in items)
    tables = any(item.line.is_table for item in items)
    return numbered >= 2 or tables or sum(len(item.text) for item in items) > 6000


def signing_of(items: Sequence[Item], start: int, stop: int, after: int) -> range | None:
    """The signature block between ``start`` and ``stop``.

    Before item ``after`` (the first agreement) only a heading opens one; from there on a
    place with a date, or a name above a function, does too.
    """
    for index in range(start, stop):
        item = items[index]
        if item.line.is_table and index >= after and _is_signing_table(item):
            return range(index, stop)
        if item.line.is_table or item.line.is_bullet:
            continue
        text = item.line.text.strip()
        if _opens(items, index, late=index >= after):
            end = index + 1
            while end < stop and _is_signing_line(items[end], late=index >= after):
                end += 1
            if _names_people(items[index:end]) or SIGNING_HEADING.fullmatch(text):
                return range(index, end)
    return None


def _is_signing_table(item: Item) -> bool:
    """Whether a table holds names over functions, as signature blocks are often laid out."""
    words = _words(item)
    people = sum(PERSON.match(line) is not None for line in words.split("\n"))
    return people >= 2 and len(FUNCTION.findall(words)) >= 2 and len(words) < 1500


def _opens(items: Sequence[Item], index: int, *, late: bool) -> bool:
    item = items[index]
    text = item.title.strip()
    if SIGNING_HEADING.fullmatch(text) and (item.is_heading or len(text) < 40):
        return True
    if SIGNING_SENTENCE.match(text) and len(text) < 300:
        return True
    if not late:
        return False
    if PLACE_AND_DATE.fullmatch(text):
        return True
    following = " ".join(item.line.text for item in items[index : index + 4])
    return (
        len(text) < 90
        and PERSON.match(text) is not None
        and FUNCTION.search(following) is not None
    )


def _is_signing_line(item: Item, *, late: bool) -> bool:
    text = item.line.text
    if item.line.is_table:
        return late
    styled = item.level is not None and item.level < FLAT
    if (styled or (item.is_heading and not late)) and not _could_sign(text):
        return False
    signs = PERSON.search(text) or FUNCTION.search(text)
    if not late and item.number is not None and not signs:
        return False
    return len(text) < _SIGNING_LINE or SIGNING_SENTENCE.search(text) is not None


def _could_sign(text: str) -> bool:
    return bool(
        PERSON.search(text)
        or FUNCTION.search(text)
        or PLACE_AND_DATE.fullmatch(text.strip())
        or re.match(r"(?:gemeente|stichting|huurders|woning|vereniging)", text, re.IGNORECASE)
    )


def _names_people(items: Sequence[Item]) -> bool:
    text = "\n".join(_words(item) for item in items)
    return FUNCTION.search(text) is not None or PERSON.search(text) is not None


def _words(item: Item) -> str:
    if not item.line.is_table:
        return item.line.text
    return "\n".join(cell.text for row in item.line.rows for cell in row)
