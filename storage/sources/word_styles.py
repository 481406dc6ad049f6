"""The styles of a Word file as far as a reader needs them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_HEADING = re.compile(r"(?:heading|kop|titre|überschrift)\s*([1-9])", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|titel)", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|inhopg|inhoudsopgave)\s*\d*|toc heading", re.IGNORECASE)


def value(element: Any, tag: str) -> str | None:
    """The ``w:val`` of a child element, None where it is not there."""
    child = element.find(W + tag) if element is not None else None
    return None if child is None else child.get(W + "val")


def number_in(text: str | None, default: int = 0) -> int:
    """A whole number that Word wrote, ``default`` where it is none or absurd."""
    if text is None or not re.fullmatch(r"-?[0-9]{1,9}", text):
        return default
    return int(text)


def is_on(element: Any, tag: str) -> bool | None:
    """Whether a toggle such as ``w:b`` is on, off or not said (None)."""
    child = element.find(W + tag) if element is not None else None
    if child is None:
        return None
    return child.get(W + "val", "1") not in ("0", "false", "off")


@dataclass(frozen=True, slots=True)
class Style:
    """A style with everything it inherits."""

    name: str = ""
    heading: int | None = None
    contents: bool = False
    bold: bool = False
    size: float = 0.0
    indent: float = 0.0
    number: str | None = None
    level: int = 0


class Styles:
    """The paragraph and character styles by id."""

    def __init__(self, root: Any) -> None:
        found = root.iter(W + "style") if root is not None else ()
        self._elements = {e.get(W + "styleId"): e for e in found}
        self._known: dict[str | None, Style] = {}
        defaults = (
            root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if root is not None else None
        )
        self._size = half_points(value(defaults, "sz")) or 10.0
        self._default = next(
            (
                key
                for key, e in self._elements.items()
                if e.get(W + "type") == "paragraph" and e.get(W + "default") == "1"
            ),
            None,
        )

    def get(self, key: str | None) -> Style:
        """The style of this id; the document's default where it is None or unknown."""
        if key not in self._elements:
            key = self._default
        if key not in self._known:
            self._known[key] = self._resolved(key)
        return self._known[key]

    def _chain(self, key: str | None) -> Iterator[Any]:
        seen: set[str | None] = set()
        while key in self._elements and key not in seen:
            seen.add(key)
            yield self._elements[key]
            key = value(self._elements[key], "basedOn")

    def _resolved(self, key: str | None) -> Style:
        chain = list(self._chain(key))
        name = value(chain[0], "name") or "" if chain else ""
        heading, number, level, indent = None, None, 0, 0.0
        bold, size = None, None
        for element in chain:
            ppr, rpr = element.find(W + "pPr"), element.find(W + "rPr")
            heading = _heading(value(element, "name") or "") if heading is None else heading
            outline = value(ppr, "outlineLvl")
            if heading is None and number_in(outline, 9) < 9:
                heading = number_in(outline) + 1
            listed = ppr.find(W + "numPr") if ppr is not None else None
            if number is None and listed is not None:
                number, level = value(listed, "numId"), number_in(value(listed, "ilvl"))
            indent = indent or indent_of(ppr)
            bold = is_on(rpr, "b") if bold is None else bold
            size = half_points(value(rpr, "sz")) if size is None else size
        return Style(
            name=name,
            heading=heading,
            contents=_CONTENTS.fullmatch(name) is not None,
            bold=bool(bold),
            size=size or self._size,
            indent=indent,
            number=number,
            level=level,
        )


def _heading(name: str) -> int | None:
    if found := _HEADING.match(name):
        return int(found[1])
    return 0 if _TITLE.fullmatch(name) else None


def half_points(size: str | None) -> float | None:
    """A size that Word writes in half points, in points."""
    points = number_in(size) / 2
    return points if 0 < points < 500 else None


def indent_of(ppr: Any) -> float:
    """The left indent of a paragraph in points."""
    ind = ppr.find(W + "ind") if ppr is not None else None
    if ind is None:
        return 0.0
    return number_in(ind.get(W + "left") or ind.get(W + "start")) / 20
