"""What a printed page carries besides its text: page numbers and running heads."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from pa_tui.errors import N_
from pa_tui.reading.lines import Line

PAGE_NUMBER = N_("a page number")
RUNNING_HEAD = N_("the head or foot of a page")

_PAGE = re.compile(
    r"[-–\[(]?\s*(?:(?:pagina|page|pag\.|p\.|blz\.?)\s*)?\d{1,3}"
    r"(?:\s*(?:van|of|/)\s*\d{1,3})?\s*[-–\])]?|page \d{1,3}:.*",
    re.IGNORECASE,
)
_TITLE_WORDS = re.compile(
    r"prestatie-?\s?afspra|overeenkomst|convenant|pagina\b", re.IGNORECASE
)
_GLUED = "[^\\W\\d_]{{3}}[\"'”’)]?{mark}(?![\\w])|[\"'”’)]{mark}(?![\\w])"


def furniture(lines: tuple[Line, ...], pages: int) -> dict[int, str]:
    """Which printed lines (by index) are no text, with the reason as a msgid."""
    found = dict.fromkeys(_running(lines, pages), RUNNING_HEAD)
    for index, line in enumerate(lines):
        if _PAGE.fullmatch(line.text) and not _is_note_mark(lines, index):
            found[index] = PAGE_NUMBER
    return found


def _pattern(text: str) -> str:
    return re.sub(r"\d+", "#", re.sub(r"\s+", " ", text)).casefold().strip()


def _running(lines: tuple[Line, ...], pages: int) -> Iterable[int]:
    if pages > 2:
        yield from _running_by_page(lines, pages)
        return
    places = defaultdict(list)
    for index, line in enumerate(lines):
        if 12 <= len(line.text) <= 110 and not line.is_table:
            places[_pattern(line.text)].append(index)
    for indexes in places.values():
        texts = [lines[index].text for index in indexes]
        titled = all(_TITLE_WORDS.search(text) for text in texts)
        if len(indexes) >= 3 and titled and len(texts[0]) >= 20:
            yield from indexes[1:]


def _running_by_page(lines: tuple[Line, ...], pages: int) -> Iterable[int]:
    edges = defaultdict(list)
    by_page = defaultdict(list)
    for index, line in enumerate(lines):
        by_page[line.page].append(index)
    for indexes in by_page.values():
        for index in {*indexes[:2], *indexes[-2:]}:
            if not lines[index].is_table and len(lines[index].text) <= 130:
                look = _pattern(lines[index].text), round(lines[index].size)
                edges[look].append(index)
    for indexes in edges.values():
        on = Counter(lines[index].page for index in indexes)
        if len(on) >= max(3, 0.4 * pages):
            yield from indexes


def _is_note_mark(lines: tuple[Line, ...], index: int) -> bool:
    """Whether a number on its own line is the mark of the footnote that follows: its
    number is glued to a word not far above."""
    text = lines[index].text
    if not text.isdigit() or index + 1 >= len(lines) or len(text) > 2:
        return False
    after = lines[index + 1]
    if after.gap or not after.text[:1].isupper():
        return False
    glued = re.compile(_GLUED.format(mark=text))
    return any(glued.search(line.text) for line in lines[max(0, index - 60) : index])
