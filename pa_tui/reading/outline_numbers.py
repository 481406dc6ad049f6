"""Which of the numbers in a document number its agreements.

Themes, lists, footnotes, parties and annexes carry numbers of the same shapes. The
agreements are the longest run of one shape whose numbers follow each other and that say
what parties will do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pa_tui.reading.genre import (
    PARTY_CLAUSE,
    is_context_heading,
    is_group_heading,
    is_promise,
    names_in,
)
from pa_tui.reading.numbers import Number
from pa_tui.reading.outline_items import Item

_SHAPES = ("d.d", "d.d.d", "d.d.d.d", "d", "Ld", "word", "word.d", "L")
_LONG = 60
_FRONT = re.compile(
    r"(?:inhoud(?:sopgave)?|inleiding|voorwoord|leeswijzer|ondertekening|bijlagen?)\b|"
    r"prestatieafspraken\s+(?:\w+\s+)?\d{4}",
    re.IGNORECASE,
)
_MOST_MISSING = 3

Prefix = tuple[int | str, ...]


@dataclass(slots=True)
class _Candidate:
    index: int
    number: Number
    weight: float
    promise: bool
    total: float = 0.0
    before: _Candidate | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """Numbers that follow each other: the indexes of their items, and of what shape."""

    shape: str
    indexes: tuple[int, ...]
    weight: float

    @property
    def is_prefixed(self) -> bool:
        """Whether the number names its theme (1.4 in theme 1)."""
        return self.shape in ("d.d", "d.d.d", "d.d.d.d", "Ld", "word.d")


def numbered_articles(items: Sequence[Item], eligible: Iterable[int]) -> Run | None:
    """The run of numbers that are agreements, None where there is none to be sure of."""
    by_shape: dict[tuple[str, bool], list[_Candidate]] = {}
    names = names_in(item.text for item in items)
    eligible = list(eligible)
    front = _front_sections(items, eligible)
    for index in eligible:
        number = None if index in front else items[index].number
        if number is not None and number.shape in _SHAPES:
            found = _candidate(items, index, number, names)
            if found is not None:
                by_shape.setdefault((number.shape, number.bracket), []).append(found)
    runs = []
    for (shape, _), candidates in by_shape.items():
        chain = _best_chain(candidates, items)
        full = [c for c in chain if c.weight >= 0.5]
        promises = [c for c in full if c.promise]
        enough = len(full) >= 2 or (shape.startswith("word") and len(full) == 1)
        if enough and len(promises) >= _least_share(len(full)) * len(full):
            weight = sum(c.weight for c in promises)
            runs.append(Run(shape, tuple(c.index for c in chain), weight))
    said = [run for run in runs if run.shape.startswith("word")]
    for run in said:
        runs = [r for r in runs if r in said or r.indexes[0] < run.indexes[0]]
    return max(runs, key=lambda run: run.weight, default=None)


def _front_sections(items: Sequence[Item], eligible: Sequence[int]) -> set[int]:
    """The headings that number sections of an introduction (1.2 under "1 Inleiding")."""
    found: set[int] = set()
    front: Prefix = ()
    for index in eligible:
        number = items[index].number
        if not items[index].is_heading:
            continue
        if number is None or not number.prefix:
            opens = number is not None and _FRONT.match(number.rest) is not None
            front = number.parts if number is not None and opens else ()
        elif front and number.prefix[:1] == front:
            found.add(index)
    return found


def _least_share(count: int) -> float:
    """How many of a run must sound like promises: a long run proves itself."""
    return 0.5 if count < 4 else 0.3


def _candidate(
    items: Sequence[Item], index: int, number: Number, names: re.Pattern[str] | None
) -> _Candidate | None:
    item = items[index]
    if _is_other(item, number):
        return None
    body = _body_after(items, index)
    promise = is_promise(f"{number.rest} {body}", names)
    if len(number.rest) >= _LONG or (
        number.rest.endswith((".", ":", ";")) and len(number.rest) > 25
    ):
        weight = 0.5 if item.is_heading and not body else 1.0
    elif body:
        weight = 0.7 if item.is_heading else 0.9
    else:
        weight = 0.05
    return _Candidate(index, number, weight, promise)


def _is_other(item: Item, number: Number) -> bool:
    """Whether a numbered line names a party, opens front matter or heads background."""
    if PARTY_CLAUSE.search(item.text) or _FRONT.match(number.rest):
        return True
    if number.shape.startswith("word"):
        return False
    grouping = item.is_heading and is_group_heading(number.rest)
    return grouping or is_context_heading(number.rest)


def _body_after(items: Sequence[Item], index: int) -> str:
    """The text that directly follows a numbered line, "" where something else begins."""
    words: list[str] = []
    for item in items[index + 1 : index + 4]:
        if item.is_heading or item.line.is_table:
            break
        if (
            item.number is not None
            and item.number.shape in _SHAPES
            and not (words or items[index].number is None)
        ):
            own = items[index].number
            if own is not None and not (
                own.shape.startswith("word") and item.number.shape == "d"
            ):
                break
        words.append(item.rest)
        if sum(map(len, words)) > 400:
            break
    body = " ".join(words)
    return body if len(body) >= _LONG else ""


def _best_chain(candidates: list[_Candidate], items: Sequence[Item]) -> list[_Candidate]:
    best: dict[tuple[Prefix, int], _Candidate] = {}
    ends: dict[Prefix, _Candidate] = {}
    headings = _headings_before(candidates, items)
    top: _Candidate | None = None
    for place, candidate in enumerate(candidates):
        prefix, last = candidate.number.prefix, candidate.number.last
        options: list[tuple[float, _Candidate | None]] = [(-0.3 * min(last - 1, 3), None)]
        options += [
            (known.total - 0.3 * missing, known)
            for missing in range(_MOST_MISSING)
            if (known := best.get((prefix, last - 1 - missing)))
        ]
        if last == 1:
            options += _from_other_prefixes(prefix, ends, headings[place], candidates)
        gain, before = max(options, key=lambda option: option[0])
        candidate.total, candidate.before = gain + candidate.weight, before
        known = best.get((prefix, last))
        if known is None or candidate.total >= known.total:
            best[prefix, last] = candidate
        if prefix not in ends or candidate.total >= ends[prefix].total:
            ends[prefix] = candidate
        if top is None or candidate.total >= top.total:
            top = candidate
    chain = []
    while top is not None:
        chain.append(top)
        top = top.before
    return chain[::-1]


def _headings_before(candidates: list[_Candidate], items: Sequence[Item]) -> list[bool]:
    """For each candidate whether a heading stands between it and the one before."""
    found, start = [], 0
    for candidate in candidates:
        between = items[start : candidate.index]
        found.append(any(item.is_heading for item in between))
        start = candidate.index
    return found


def _from_other_prefixes(
    prefix: Prefix,
    ends: dict[Prefix, _Candidate],
    heading: bool,
    candidates: list[_Candidate],
) -> list[tuple[float, _Candidate | None]]:
    """What number 1 of a theme can follow: an earlier theme, or after a heading the same
    numbering that starts again."""
    found: list[tuple[float, _Candidate | None]] = []
    for other, end in ends.items():
        if other == prefix:
            if heading and end.number.last > 1:
                found.append((end.total - 0.6, end))
        elif _is_later(other, prefix):
            found.append((end.total, end))
    return found


def _is_later(first: Prefix, second: Prefix) -> bool:
    return [str(part).zfill(4) for part in first] < [str(part).zfill(4) for part in second]
