"""The order of the articles, and counts per theme, kept apart from what the articles say.

Most acts change neither, so both are handed on from one agreement to the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from pa_tui.domain.decisions import Outcome
from pa_tui.domain.lines import ArticleLine, Status


class Order:
    """Which article stands where: ids by theme, in reading order, and ids by number."""

    def __init__(self, placed: Iterable[tuple[str, str, str | None]]) -> None:
        """``placed`` are (theme id, article id, number) in reading order."""
        self._placed = tuple(placed)

    @cached_property
    def flat(self) -> tuple[str, ...]:
        """The ids of all articles, theme by theme."""
        return tuple(article for _, article, _ in self._placed)

    @cached_property
    def by_theme(self) -> dict[str, tuple[str, ...]]:
        """The ids of a theme's articles."""
        found: dict[str, list[str]] = {}
        for theme, article, _ in self._placed:
            found.setdefault(theme, []).append(article)
        return {theme: tuple(articles) for theme, articles in found.items()}

    @cached_property
    def place(self) -> dict[str, int]:
        """Where an article stands in ``flat``."""
        return {article: index for index, article in enumerate(self.flat)}

    @cached_property
    def by_number(self) -> dict[str, tuple[str, ...]]:
        """The ids of the articles that carry a number (in small letters)."""
        found: dict[str, tuple[str, ...]] = {}
        for _, article, number in self._placed:
            if number:
                key = number.casefold()
                found[key] = (*found.get(key, ()), article)
        return found


class Tally(NamedTuple):
    """How a theme stands, in numbers of articles that are not dropped; ``decided`` counts
    the settled ones, ``regular`` those of them that went to regular work."""

    articles: int = 0
    decided: int = 0
    undecided: int = 0
    deferred: int = 0
    disputed: int = 0
    dropped: int = 0
    led: int = 0
    dated: int = 0
    reserved: int = 0
    contested: int = 0

    def __add__(self, other: tuple[int, ...]) -> Tally:  # type: ignore[override]
        return Tally(*map(sum, zip(self, other, strict=True)))

    def __sub__(self, other: tuple[int, ...]) -> Tally:
        return Tally(*(a - b for a, b in zip(self, other, strict=True)))


def tally(line: ArticleLine) -> Tally:
    """What one article adds to the tally of its theme."""
    status = line.status
    if status is Status.DROPPED:
        return Tally(dropped=1)
    return Tally(
        1,
        int(status is Status.DECIDED),
        int(line.outcome is None),
        int(line.outcome is Outcome.DEFERRED),
        int(line.outcome is Outcome.NO_AGREEMENT),
        0,
        int(line.lead),
        int(line.dated),
        int(bool(line.reserved)),
        int(line.contested),
    )


def tallied(lines: Iterable[ArticleLine]) -> Mapping[str, Tally]:
    """The tallies of all themes that have articles."""
    found: dict[str, Tally] = {}
    for line in lines:
        found[line.theme] = found.get(line.theme, Tally()) + tally(line)
    return found
