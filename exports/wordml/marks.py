"""Paragraphs with their properties, and which of their marks came or went.

Word keeps a change of paragraphs in the paragraph mark: taking away a deleted mark joins its
paragraph with the next. The last mark before a table and at the end of a text can never go,
so there the change is written one mark further up and the last one carries the properties of
both sides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from exports.wordml.numbering import Place
from exports.wordml.styles import ASIDE
from exports.wordml.xml import Element, el, on_off
from pa_tui.papers.blocks import Revision

Stamp = Callable[[str, Revision], Element]
"""Makes an empty element of that name with a fresh id, author and date."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The properties of a paragraph; ``indent`` is (left, hanging), ``aside`` tells that it
    stands beside the text."""

    style: str
    place: Place | None = None
    indent: tuple[int, int] | None = None
    with_next: bool = False
    fresh_page: bool = False
    before: int | None = None
    after: int | None = None
    aside: bool = False

    @property
    def told(self) -> tuple[str, Place | None, tuple[int, int] | None]:
        """What of it is a change worth tracking; room and breaks follow their neighbours."""
        return self.style, self.place, self.indent

    def properties(self) -> list[Element]:
        """The elements of a w:pPr in the order of the schema."""
        made = (
            el("pStyle", val=self.style) if self.style != "Normal" else None,
            on_off("keepNext", self.with_next),
            on_off("pageBreakBefore", self.fresh_page),
            _frame() if self.aside else None,
            self._number(),
            self._spacing(),
            el("ind", left=self.indent[0], hanging=self.indent[1]) if self.indent else None,
        )
        return [own for own in made if own is not None]

    def _number(self) -> Element | None:
        if self.place is None:
            return None
        return el("numPr", el("ilvl", val=self.place.level), el("numId", val=self.place.list))

    def _spacing(self) -> Element | None:
        if self.before is None and self.after is None:
            return None
        return el("spacing", before=self.before, after=self.after)


def _frame() -> Element:
    """The frame of a paragraph at the right edge of the page."""
    return el(
        "framePr", w=ASIDE, wrap="around", vAnchor="text", hAnchor="page", xAlign="right", y=1
    )


_NOTHING = Shape("Klein")
"""What is left where Word cannot do without a paragraph."""


@dataclass(slots=True)
class Node:
    """A paragraph to be: its content, its shape on either side (None where it is not there),
    who changed it, and what becomes of its mark ("ins", "del", "moveTo", "moveFrom")."""

    content: list[Element]
    before: Shape | None
    after: Shape | None
    revision: Revision | None = None
    mark: str = ""
    section: Element | None = None
    stays: bool = field(init=False, default=False)

    def __post_init__(self) -> None:
        self.stays = self.before is not None and self.after is not None
        if self.stays:
            return
        moved = self.revision is not None and bool(self.revision.move)
        if self.before is None:
            self.mark = "moveTo" if moved else "ins"
        else:
            self.mark = "moveFrom" if moved else "del"


def settled(nodes: Iterable[Node | Element], stamp: Stamp) -> Iterator[Element]:
    """The elements of a body, every mark where Word can take it over or refuse it."""
    waiting: list[Node] = []
    for node in nodes:
        if isinstance(node, Node):
            waiting.append(node)
        else:
            yield from (_paragraph(own, stamp) for own in _shifted(waiting))
            waiting = []
            yield node
    yield from (_paragraph(own, stamp) for own in _shifted(waiting))


def _shifted(nodes: list[Node]) -> list[Node]:
    """A run of paragraphs before a table or the end, with a last mark that stays."""
    first = len(nodes)
    while first and not nodes[first - 1].stays:
        first -= 1
    if first == len(nodes):
        return nodes
    gone = [node for node in nodes[first:] if node.after is None]
    came = [node for node in nodes[first:] if node.before is None]
    if gone and came:
        return [*nodes[:first], *gone[:-1], *_joined(gone[-1], came)]
    last = nodes[-1]
    last.mark = ""
    anchor = nodes[first - 1] if first else None
    if anchor is None:
        last.before, last.after = last.before or _NOTHING, last.after or _NOTHING
    elif gone:
        anchor.mark, anchor.revision, last.after = "del", last.revision, anchor.after
    else:
        anchor.mark, anchor.revision, last.before = "ins", last.revision, anchor.before
    return nodes


def _joined(gone: Node, came: list[Node]) -> list[Node]:
    """The last paragraph that went and the first that came in one, so that the last mark
    belongs to both sides."""
    first, last = came[0], came[-1]
    both = Node([*gone.content, *first.content], gone.before, first.after, first.revision)
    if first is last:
        return [both]
    both.mark = "ins"
    last.mark, last.before = "", gone.before
    return [both, *came[1:]]


def _paragraph(node: Node, stamp: Stamp) -> Element:
    shape = node.before if node.mark in ("del", "moveFrom") else node.after
    assert shape is not None
    properties = shape.properties()
    if node.mark and node.revision is not None:
        properties.append(el("rPr", stamp(node.mark, node.revision)))
    if node.section is not None:
        properties.append(node.section)
    if not node.mark and node.before is not None and node.before.told != shape.told:
        properties.append(_change(node, stamp))
    made = el("pPr", *properties) if properties else None
    return el("p", made, *node.content)


def _change(node: Node, stamp: Stamp) -> Element:
    """What the properties were before."""
    assert node.before is not None
    assert node.revision is not None
    made = stamp("pPrChange", node.revision)
    made.append(el("pPr", *replace(node.before, before=None, after=None).properties()))
    return made
