"""Keeping the anchors of a text when its words were edited.

A person edits words, not tokens: an anchor stays where the words that showed it came
through the edit unharmed, and new ones are found in what is new.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from difflib import SequenceMatcher

from pa_tui.domain.text import ANCHOR, Anchor, AnchorKind, Block, Cell, Label, Text, as_printed

Find = Callable[[str], Iterable[tuple[int, int, Anchor]]]
"""Sees what a piece of words refers to: start, end and anchor of each."""

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")

_Placed = list[tuple[int, int, Anchor]]


def printed(anchor: Anchor, label: Label) -> str:
    """The words that show an anchor: the number, or ``[^1]`` for a footnote."""
    words = label(anchor)
    if anchor.kind is AnchorKind.FOOTNOTE and not words.startswith("[^"):
        return f"[^{words}]"
    return words


def keep_anchors(
    new: Text, old: Text, label: Label = as_printed, find: Find | None = None
) -> Text:
    """``new``, whose blocks hold words only, with the anchors of ``old`` that survived.

    A block whose words did not change is the old one, spans and all its anchors included.
    In the others an anchor is kept where its words stayed; what ``find`` sees elsewhere
    becomes an anchor.
    """
    before = [_only_words(block, label) for block in old]
    matcher = SequenceMatcher(None, before, list(new), autojunk=False)
    kept: list[Block] = []
    for same, low, high, first, last in matcher.get_opcodes():
        if same == "equal":
            kept += old[low:high]
        else:
            kept += _revised(new[first:last], old[low:high], label, find)
    return tuple(kept)


def _only_words(block: Block, label: Label) -> Block:
    """The block as somebody reads it who knows no anchors and no spans."""
    if not block.anchors and not block.cells:
        return block
    rows = tuple(
        tuple(Cell(_printed_in(cell.text, cell.anchors, label)[0]) for cell in row)
        for row in block.cells
    )
    return replace(
        block, text=_printed_in(block.text, block.anchors, label)[0], anchors=(), cells=rows
    )


def _printed_in(text: str, anchors: Iterable[Anchor], label: Label) -> tuple[str, _Placed]:
    waiting = iter(anchors)
    first, *others = text.split(ANCHOR)
    words, placed = first, []
    for piece in others:
        anchor = next(waiting, None)
        if anchor is not None:
            shown = printed(anchor, label)
            placed.append((len(words), len(words) + len(shown), anchor))
            words += shown
        words += piece
    return words, placed


def _revised(new: Text, old: Text, label: Label, find: Find | None) -> list[Block]:
    words, placed = "", []
    for text, anchors in _texts(old):
        shown, inside = _printed_in(text, anchors, label)
        placed += [(len(words) + s, len(words) + e, a) for s, e, a in inside]
        words += shown + "\n"
    joined = "".join(text + "\n" for text, _ in _texts(new))
    survivors = _surviving(words, placed, joined) if placed else []
    place = 0
    blocks = []
    for block in new:
        rows = []
        text, anchors = _anchored(block.text, place, survivors, find)
        place += len(block.text) + 1
        for row in block.cells:
            cells = []
            for cell in row:
                cells.append(Cell(*_anchored(cell.text, place, survivors, find)))
                place += len(cell.text) + 1
            rows.append(tuple(cells))
        blocks.append(replace(block, text=text, anchors=anchors, cells=tuple(rows)))
    return blocks


def _texts(text: Text) -> Iterable[tuple[str, tuple[Anchor, ...]]]:
    for block in text:
        yield block.text, block.anchors
        for row in block.cells:
            for cell in row:
                yield cell.text, cell.anchors


def _surviving(before: str, placed: _Placed, after: str) -> _Placed:
    """The anchors whose words lie wholly in what both texts share, at their new places."""
    old, new = _tokens(before), _tokens(after)
    matcher = SequenceMatcher(None, [w for _, w in old], [w for _, w in new], autojunk=False)
    moved: dict[int, int] = {}
    for low, first, size in matcher.get_matching_blocks():
        for step in range(size):
            start, token = old[low + step]
            for offset in range(len(token)):
                moved[start + offset] = new[first + step][0] + offset
    found = []
    for start, end, anchor in placed:
        places = [moved.get(index, -1) for index in range(start, end)]
        if places and -1 not in places and places[-1] - places[0] == len(places) - 1:
            found.append((places[0], places[-1] + 1, anchor))
    return found


def _tokens(words: str) -> list[tuple[int, str]]:
    return [(found.start(), found[0]) for found in _TOKEN.finditer(words)]


def _anchored(
    words: str, place: int, survivors: _Placed, find: Find | None
) -> tuple[str, tuple[Anchor, ...]]:
    """``words`` (standing at ``place`` of all words) with tokens for what is an anchor."""
    end = place + len(words)
    spans = [(s - place, e - place, a) for s, e, a in survivors if place <= s and e <= end]
    for start, stop, anchor in find(words) if find else ():
        if all(stop <= s or e <= start for s, e, _ in spans):
            spans.append((start, stop, anchor))
    spans.sort(key=lambda span: span[:2])
    text, last = "", 0
    for start, stop, _ in spans:
        text += words[last:start] + ANCHOR
        last = stop
    return text + words[last:], tuple(anchor for _, _, anchor in spans)
