"""A change of text as words removed and words added, for people to read.

Amounts, numbers of articles and names stay whole ("1.250,00", "6:119a", "'s-Gravenhage");
a sentence that changed throughout is replaced as one, not shredded.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pa_tui.domain.alignment import Budget, Range, align, between

_CELLS = 3_000_000
_PAIRINGS = 400
_ALIKE = 0.4
_KEPT = 0.35

_WORD = r"[^\W_]['’]?[\w\u0300-\u036f]*"
_TOKEN = re.compile(
    rf"""
    €\s?\d[\d.,]*(?:\d|-)                   # an amount with its sign
    | \d+(?:[.,:/-]\d+)*[\w\u0300-\u036f]*%?  # 1.250,00  6:119a  2026/27  25%
    | (?:[^\W\d_]\.){{2,}}                  # i.v.m.
    | ['’]?{_WORD}(?:[-‑/&'’]{_WORD})*       # 's-Gravenhage  t/m  B&W
    | \n | [^\S\n]+ | .
    """,
    re.VERBOSE | re.DOTALL,
)
_SENTENCE = re.compile(r"[^\n]*?(?:[.!?;:][)\"'”’]*[^\S\n]+(?=[^a-z\s])|\n|\Z)|\n", re.DOTALL)
_LINE_END = re.compile(r"\s*\n\s*")


class PieceKind(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words and what became of them; never empty."""

    kind: PieceKind
    text: str


SAME, REMOVED, ADDED = PieceKind.SAME, PieceKind.REMOVED, PieceKind.ADDED


def word_changes(before: str, after: str) -> tuple[Piece, ...]:
    """How ``before`` became ``after``: pieces in reading order, removed before added.

    Joining what is same or removed gives ``before``, what is same or added ``after``; no two
    neighbours are of one kind. Takes bounded time: a very long text that changed a great
    deal comes in larger pieces.
    """
    if before == after:
        return (Piece(SAME, before),) if before else ()
    budget = Budget(_CELLS)
    old, new = sentences(before), sentences(after)
    pairs = align(old, new, lambda sentence: len(str(sentence)), budget)
    pieces: list[tuple[PieceKind, str]] = []
    place = 0
    for gap in between(pairs, (0, len(old), 0, len(new))):
        low, high, start, stop = gap
        pieces += [(SAME, sentence) for sentence in old[place:low]]
        pieces += _changed_sentences(old[low:high], new[start:stop], budget)
        place = high
    pieces += [(SAME, sentence) for sentence in old[place:]]
    return tuple(Piece(kind, text) for kind, text in _joined(pieces))


def excerpt(pieces: Sequence[Piece], kept: int = 3) -> tuple[Piece, ...]:
    """The changes with ``kept`` words of what stays at either side of them, on one line;
    "…" stands for what is left out."""
    last = len(pieces) - 1
    return tuple(
        Piece(piece.kind, _ends(piece.text, kept if place else 0, kept if place < last else 0))
        if piece.kind is SAME
        else Piece(piece.kind, _LINE_END.sub(" ", piece.text))
        for place, piece in enumerate(pieces)
    )


def _ends(text: str, head: int, tail: int) -> str:
    found = re.findall(r"\S+", text)
    if len(found) <= head + tail + 1:
        return _LINE_END.sub(" ", text)
    first, last = " ".join(found[:head]), " ".join(found[len(found) - tail :])
    before = " " if head and text[:1].isspace() else ""
    after = " " if tail and text[-1:].isspace() else ""
    return f"{before}{' '.join(filter(None, (first, '…', last)))}{after}"


def words(text: str) -> list[str]:
    """The text cut in words, amounts, spaces, line ends and signs; nothing is lost."""
    return _TOKEN.findall(text)


def sentences(text: str) -> list[str]:
    """The text cut after its sentences and lines; nothing is lost."""
    return [sentence for sentence in _SENTENCE.findall(text) if sentence]


def most_alike(sentence: str, others: Iterable[str]) -> str | None:
    """The one of the others that is this sentence in other words; None where none is."""
    counted = _counted(sentence)
    found = max(others, key=lambda other: _likeness(counted, _counted(other)), default=None)
    return found if found and _likeness(counted, _counted(found)) else None


def pair_alike(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Which of the old texts is which of the new ones in other words: pairs of places, rising
    on both sides; what has no like is in no pair."""
    pairs = _alike(old, new, Budget(_CELLS))
    return [(i, j) for i, j in pairs if _likeness(_counted(old[i]), _counted(new[j]))]


def _changed_sentences(
    old: Sequence[str], new: Sequence[str], budget: Budget
) -> Iterator[tuple[PieceKind, str]]:
    place = 0
    begun = 0
    for first, second in (*_alike(old, new, budget), (len(old), len(new))):
        yield from ((REMOVED, sentence) for sentence in old[place:first])
        yield from ((ADDED, sentence) for sentence in new[begun:second])
        if first < len(old):
            yield from _within(old[first], new[second], budget)
        place, begun = first + 1, second + 1


def _alike(old: Sequence[str], new: Sequence[str], budget: Budget) -> list[tuple[int, int]]:
    """Which sentences are one sentence before and after, rising on both sides."""
    if len(old) == 1 and len(new) == 1:
        return [(0, 0)]
    if not old or not new:
        return []
    if len(old) * len(new) > _PAIRINGS or not budget.allows(len(old) * len(new) * 20):
        return [(i, i) for i in range(min(len(old), len(new)))] if len(old) == len(new) else []
    counts_old = [_counted(sentence) for sentence in old]
    counts_new = [_counted(sentence) for sentence in new]
    likeness = [[_likeness(one, other) for other in counts_new] for one in counts_old]
    return _best_pairs(likeness)


def _counted(sentence: str) -> Counter[str]:
    return Counter(word.casefold() for word in words(sentence) if _is_word(word))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    shared = 2 * (one & other).total() / total if total else 0.0
    return shared if shared >= _ALIKE else 0.0


def _best_pairs(likeness: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    height, width = len(likeness), len(likeness[0])
    best = [[0.0] * (width + 1) for _ in range(height + 1)]
    for i in range(height - 1, -1, -1):
        for j in range(width - 1, -1, -1):
            paired = best[i + 1][j + 1] + likeness[i][j]
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < height and j < width:
        if likeness[i][j] and best[i][j] == best[i + 1][j + 1] + likeness[i][j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _within(old: str, new: str, budget: Budget) -> list[tuple[PieceKind, str]]:
    """The change inside one sentence."""
    before, after = words(old), words(new)
    pairs = align(before, after, _weight, budget)
    pieces: list[tuple[PieceKind, str]] = []
    place = 0
    whole: Range = (0, len(before), 0, len(after))
    for low, high, start, stop in between(pairs, whole):
        pieces.append((SAME, "".join(before[place:low])))
        pieces.append((REMOVED, "".join(before[low:high])))
        pieces.append((ADDED, "".join(after[start:stop])))
        place = high
    pieces.append((SAME, "".join(before[place:])))
    readable = _without_islands(_joined(pieces))
    kept = sum(_letters(text) for kind, text in readable if kind is SAME)
    if kept < _KEPT * min(_letters(old), _letters(new)) and "\n" not in old.strip("\n"):
        return _replaced(old, new)
    return readable


def _replaced(old: str, new: str) -> list[tuple[PieceKind, str]]:
    """One for the other, white space at the end kept apart where it is the same."""
    end = old[len(old.rstrip()) :]
    if end and new[len(new.rstrip()) :] == end:
        return [(REMOVED, old[: -len(end)]), (ADDED, new[: -len(end)]), (SAME, end)]
    return [(REMOVED, old), (ADDED, new)]


def _without_islands(pieces: list[tuple[PieceKind, str]]) -> list[tuple[PieceKind, str]]:
    """The pieces without a kept word or two lost between larger changes."""
    while True:
        island = next((i for i in range(1, len(pieces) - 1) if _is_island(pieces, i)), None)
        if island is None:
            return pieces
        text = pieces[island][1]
        pieces[island : island + 1] = [(REMOVED, text), (ADDED, text)]
        pieces = _joined(pieces)


def _is_island(pieces: Sequence[tuple[PieceKind, str]], place: int) -> bool:
    kind, text = pieces[place]
    if kind is not SAME or "\n" in text:
        return False
    count = sum(map(_is_word, words(text)))
    if count == 0:
        return True
    left = _size(pieces, place - 1, -1)
    right = _size(pieces, place + 1, 1)
    return count <= 2 and left + right >= 4 * count


def _size(pieces: Sequence[tuple[PieceKind, str]], place: int, step: int) -> int:
    """How many words the change beside an island counts, on its longer side."""
    largest = 0
    while 0 <= place < len(pieces) and pieces[place][0] is not SAME:
        largest = max(largest, sum(map(_is_word, words(pieces[place][1]))))
        place += step
    return largest


def _joined(pieces: Iterable[tuple[PieceKind, str]]) -> list[tuple[PieceKind, str]]:
    """Neighbours of one kind as one, removed before added between what stays the same."""
    joined: list[tuple[PieceKind, str]] = []
    texts: dict[PieceKind, list[str]] = {SAME: [], REMOVED: [], ADDED: []}

    def put_down(*kinds: PieceKind) -> None:
        for kind in kinds:
            text = "".join(texts[kind])
            texts[kind].clear()
            if text:
                joined.append((kind, text))

    for kind, text in pieces:
        if not text:
            continue
        if kind is SAME:
            put_down(REMOVED, ADDED)
        else:
            put_down(SAME)
        texts[kind].append(text)
    put_down(SAME, REMOVED, ADDED)
    return joined


def _is_word(token: str) -> bool:
    return any(character.isalnum() for character in token)


def _letters(text: str) -> int:
    return sum(character.isalnum() for character in text)


def _weight(token: Hashable) -> int:
    text = str(token)
    if text.isspace():
        return 1
    return 10 + len(text) if _is_word(text) else 3
