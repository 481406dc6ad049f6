"""The sheets a paper is printed on: size, margins, and what a letterhead has on their edges."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from exports.wordml.styles import MARGIN, UPRIGHT
from exports.wordml.xml import Element

_SHORT, _LONG = 11906, 16838
_LEAST_EDGE = 1134
_CLOSER = 227


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page in twentieths of a point; ``header`` and ``footer`` are how far from the edge
    of the paper those begin, ``aside`` how much of the right margin is for asides."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    header: int
    footer: int
    gutter: int = 0
    aside: int = 0

    @property
    def text(self) -> int:
        """How wide the text on it is."""
        return self.width - self.left - self.right - self.gutter

    @property
    def is_lying(self) -> bool:
        """Whether it is wider than it is high."""
        return self.width > self.height

    def with_margin(self) -> Sheet:
        """The same sheet with room for asides at the right of the text."""
        return replace(self, right=max(self.right, _LEAST_EDGE) + MARGIN, aside=MARGIN)

    def closer(self) -> Sheet:
        """The same sheet with less room above and below the text."""
        return replace(self, top=self.top - _CLOSER, bottom=self.bottom - _CLOSER)

    def turned(self) -> Sheet:
        """The same sheet with its other side up, its margins where they were."""
        return replace(self, width=self.height, height=self.width)


_SIDE = (_SHORT - UPRIGHT) // 2
A4 = Sheet(_SHORT, _LONG, 1474, _SIDE, 1304, _SIDE, 680, 567)
A4_LYING = Sheet(_LONG, _SHORT, 1247, 1134, 1304, 1134, 680, 567)


class Media(NamedTuple):
    """A picture of a letterhead: the name of its part, its kind, its bytes."""

    name: str
    content: str
    blob: bytes


class Link(NamedTuple):
    """What a part points at by an id: a picture, or an address outside the file."""

    id: str
    type: str
    to: Media | str


class EdgePlace(NamedTuple):
    """Which edge: "header" or "footer"; of "default", "first" or "even" pages; on lying
    sheets or not."""

    kind: str
    pages: str
    lying: bool


@dataclass(frozen=True, slots=True)
class Edge:
    """A header or footer that a letterhead has: its w:hdr or w:ftr, what that points at, and
    whether it counts the pages."""

    root: Element
    links: tuple[Link, ...] = ()
    counts_pages: bool = False


class EdgeStyle(NamedTuple):
    """The style of our own line on an edge, and the tabs of it that are in the way."""

    id: str
    tabs: tuple[str, ...] = ()


_HEADER, _FOOTER = EdgeStyle("Header"), EdgeStyle("Footer")


@dataclass(frozen=True, slots=True)
class Stationery:
    """The sheets, upright and lying, with the edges a letterhead gives them."""

    upright: Sheet = A4
    lying: Sheet = A4_LYING
    edges: Mapping[EdgePlace, Edge] = field(default_factory=dict)
    first_differs: bool = False
    even_differs: bool = False
    header: EdgeStyle = _HEADER
    footer: EdgeStyle = _FOOTER

    def with_margin(self) -> Stationery:
        """The same sheets, the upright one with room for asides."""
        return replace(self, upright=self.upright.with_margin())

    def sheet(self, lying: bool) -> Sheet:
        """The sheet of that direction."""
        return self.lying if lying else self.upright

    def edge(self, kind: str, pages: str, lying: bool) -> Edge | None:
        """What the letterhead has there; on first pages as on all, where it tells no
        difference."""
        if pages == "first" and not self.first_differs:
            pages = "default"
        return self.edges.get(EdgePlace(kind, pages, lying))
