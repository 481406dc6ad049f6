"""Pages: upright or lying, what stands on their edges, and where a section ends."""

from __future__ import annotations

import copy
from collections.abc import Iterator

from lxml import etree

from exports.wordml.package import EdgePart
from exports.wordml.runs import Inlines
from exports.wordml.stationery import Edge, EdgePlace, Sheet, Stationery
from exports.wordml.xml import Element, R, el, q, root
from pa_tui.papers.blocks import PageCount, Paper, Run, Runs

OWN_LINE = "_regel_"
"""How the bookmark of our own line begins, so that it is known in a paper that serves as
template."""
_APART = 120
"""The room around our line, on a letterhead."""
_SEEN = tuple(map(q, ("t", "drawing", "pict", "fldChar", "fldSimple", "tab", "sym", "ptab")))


class Pages:
    """The sections of a paper and the headers and footers they use."""

    def __init__(self, paper: Paper, inlines: Inlines, stationery: Stationery) -> None:
        self._paper = paper
        self._inlines = inlines
        self._stationery = stationery
        self._sections = 0
        self.edges: dict[str, EdgePart] = {}

    def text_width(self, landscape: bool) -> int:
        """How wide the text is, in twentieths of a point."""
        return self._stationery.sheet(landscape).text

    def section(self, landscape: bool) -> Element:
        """The w:sectPr of a section that ends here."""
        self._sections += 1
        differs = self._sections == 1 and self._first_differs()
        return el(
            "sectPr",
            *self._references(landscape, differs),
            el("type", val="nextPage"),
            *_paper(self._stationery.sheet(landscape)),
            el("titlePg") if differs else None,
        )

    def _first_differs(self) -> bool:
        both = self._paper.first_header and self._paper.first_footer
        return self._stationery.first_differs or not both

    def _references(self, landscape: bool, differs: bool) -> Iterator[Element]:
        even = self._stationery.even_differs
        wanted = ("default", *(["first"] if differs else []), *(["even"] if even else []))
        for kind in ("header", "footer"):
            for pages in wanted:
                key = self._edge(EdgePlace(kind, pages, landscape))
                if key:
                    made = el(f"{kind}Reference", type=pages)
                    made.set(f"{{{R}}}id", key)
                    yield made

    def _edge(self, place: EdgePlace) -> str:
        """The relationship id of a header or footer; empty where nothing stands there."""
        theirs = self._stationery.edge(*place)
        runs = self._line(place)
        if theirs is None and not runs:
            return ""
        sheet = "lying" if place.lying else "upright"
        key = f"rEdge_{place.kind}_{place.pages}_{sheet}"
        if key not in self.edges:
            made = self._written(place, theirs, runs)
            number = 1 + sum(part.name.startswith(place.kind) for part in self.edges.values())
            links = theirs.links if theirs else ()
            self.edges[key] = EdgePart(f"{place.kind}{number}", made, links)
        return key

    def _line(self, place: EdgePlace) -> Runs:
        """Our own line there; without page numbers where the letterhead counts them."""
        top = place.kind == "header"
        whole: Runs = self._paper.header if top else self._paper.footer
        wanted = self._paper.first_header if top else self._paper.first_footer
        if place.pages == "first" and not wanted:
            return ()
        theirs = self._stationery.edge("footer", place.pages, place.lying)
        above = self._stationery.edge("header", place.pages, place.lying)
        counted = any(edge is not None and edge.counts_pages for edge in (theirs, above))
        return _uncounted(whole) if counted else whole

    def _written(self, place: EdgePlace, theirs: Edge | None, runs: Runs) -> bytes:
        """The part: the letterhead in its place, our line between it and the text."""
        top = place.kind == "header"
        made = copy.deepcopy(theirs.root) if theirs else root("hdr" if top else "ftr")
        if runs:
            inner = len(made) - 1 if top else 0
            if len(made) and _is_empty(made[inner]) and len(made) > 1:
                made.remove(made[inner])
            made.insert(len(made) if top else 0, self._paragraph(place, runs, bool(theirs)))
        elif len(made) and made[-1].tag != q("p"):
            made.append(el("p"))
        return etree.tostring(made, xml_declaration=True, encoding="UTF-8", standalone=True)

    def _paragraph(self, place: EdgePlace, runs: Runs, guest: bool) -> Element:
        own = self._stationery.header if place.kind == "header" else self._stationery.footer
        sheet = self._stationery.sheet(place.lying)
        goal = sheet.text + sheet.aside
        cleared = (el("tab", val="clear", pos=pos) for pos in own.tabs if pos != str(goal))
        tabs = el("tabs", *cleared, el("tab", val="right", pos=goal))
        indent = el("ind", left=0, right=-sheet.aside, firstLine=0)
        top = place.kind == "header"
        room = el("spacing", before=_APART, after=_APART if top else 0)
        plain = (room, indent, el("jc", val="left")) if guest else ()
        wide = (indent,) if sheet.aside and not guest else plain
        made = el("pPr", el("pStyle", val=own.id), tabs, *wide)
        name = f"{OWN_LINE}{len(self.edges) + 1}"
        return el("p", made, *self._inlines.marked(name, self._inlines.runs(runs)))


def _paper(sheet: Sheet) -> tuple[Element, Element]:
    """The w:pgSz and w:pgMar of a sheet."""
    lying = "landscape" if sheet.is_lying else None
    return (
        el("pgSz", w=sheet.width, h=sheet.height, orient=lying),
        el(
            "pgMar",
            top=sheet.top,
            right=sheet.right,
            bottom=sheet.bottom,
            left=sheet.left,
            header=sheet.header,
            footer=sheet.footer,
            gutter=sheet.gutter,
        ),
    )


def _is_empty(block: Element) -> bool:
    return block.tag == q("p") and next(block.iter(*_SEEN), None) is None


def _uncounted(runs: Runs) -> Runs:
    """A line without "pagina x van y", and what parted that from the rest."""
    kept: list[Run] = []
    after_count = False
    for run in runs:
        if isinstance(run, PageCount):
            after_count = True
        elif isinstance(run, Run):
            words = run.text
            if words.endswith("pagina "):
                words = words.removesuffix("pagina ").rstrip("\t ·")
            elif after_count and words == " van ":
                words = ""
            if words:
                kept.append(Run(words, run.bold, run.italic))
            after_count = False
    return tuple(kept)
