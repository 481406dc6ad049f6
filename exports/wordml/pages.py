"""Pages: A4 upright or lying, what stands on their edges, and where a section ends."""

from __future__ import annotations

from exports.wordml.runs import Inlines
from exports.wordml.styles import UPRIGHT
from exports.wordml.xml import Element, el, root, written
from pa_tui.papers.blocks import Paper, Runs

_SHORT, _LONG = 11906, 16838
_TOP, _FOOT = 1474, 1304
_SIDE = (_SHORT - UPRIGHT) // 2
_LYING_SIDE, _LYING_TOP = 1134, 1247


def text_width(landscape: bool) -> int:
    """How wide the text is, in twentieths of a point."""
    return _LONG - 2 * _LYING_SIDE if landscape else UPRIGHT


class Pages:
    """The sections of a paper and the headers and footers they use."""

    def __init__(self, paper: Paper, inlines: Inlines) -> None:
        self._paper = paper
        self._inlines = inlines
        self._sections = 0
        self.edges: dict[str, tuple[str, bytes]] = {}

    def section(self, landscape: bool) -> Element:
        """The w:sectPr of a section that ends here."""
        self._sections += 1
        first = self._sections == 1
        top, foot = self._edge("header", landscape), self._edge("footer", landscape)
        differs = first and not (self._paper.first_header and self._paper.first_footer)
        long_way = {"w": _LONG, "h": _SHORT, "orient": "landscape"}
        size = long_way if landscape else {"w": _SHORT, "h": _LONG}
        side = _LYING_SIDE if landscape else _SIDE
        return el(
            "sectPr",
            self._reference("headerReference", top, "default"),
            self._reference("headerReference", top, "first")
            if differs and self._paper.first_header
            else None,
            self._reference("footerReference", foot, "default"),
            self._reference("footerReference", foot, "first")
            if differs and self._paper.first_footer
            else None,
            el("type", val="nextPage"),
            el("pgSz", **size),
            el(
                "pgMar",
                top=_LYING_TOP if landscape else _TOP,
                right=side,
                bottom=_FOOT,
                left=side,
                header=680,
                footer=567,
                gutter=0,
            ),
            el("titlePg") if differs else None,
        )

    def _edge(self, kind: str, landscape: bool) -> str:
        """The relationship id of the header or footer for pages of this direction; empty
        where the paper has none."""
        runs: Runs = self._paper.header if kind == "header" else self._paper.footer
        if not runs:
            return ""
        name = f"{kind}{2 if landscape else 1}"
        key = f"rEdge_{name}"
        if key not in self.edges:
            tab = el("tabs", el("tab", val="right", pos=text_width(landscape)))
            style = el("pStyle", val=kind.capitalize())
            paragraph = el("p", el("pPr", style, tab), *self._inlines.runs(runs))
            self.edges[key] = (
                name,
                written(root("hdr" if kind == "header" else "ftr", [paragraph])),
            )
        return key

    @staticmethod
    def _reference(name: str, key: str, kind: str) -> Element | None:
        if not key:
            return None
        made = el(name, type=kind)
        made.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", key)
        return made
