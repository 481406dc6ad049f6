"""The look of a paper: one quiet typeface, one colour, room between the parts.

Arial is on every managed laptop and has a twin of the same widths elsewhere, so pages break
in the same places.
"""

from __future__ import annotations

from exports.wordml.xml import Element, el, on_off, q, root, written

FONT = "Arial"
INK = "1F3D5C"
QUIET = "5B6770"
LINE = "B8C4CF"
FAINT = "DCE3EA"
TINT = "EAF0F5"
ACCENT = "9A4B12"

COLUMN = 709
"""How far the text under an article's number stands in, in twentieths of a point: 1.25 cm."""
STEP = 397
"""How far an item stands in from what it belongs to: 0.7 cm."""

UPRIGHT = 9298
"""How wide the text of an upright page is: A4 with 2.3 cm on both sides."""

MARGIN = 2650
"""How much room an aside takes from the text: 4.7 cm."""
ASIDE, _ASIDE_EDGE = 3500, 1020
"""How wide the frame of an aside is, and how much of it is the edge of the page."""

HEADING_LEVELS = 6


LARGER = 1.3
"""How much larger large type is: 13 points where it is 10."""


DENSER, TIGHT = 0.6, 245
"""How much of the room between paragraphs is left where a paper is dense, and how far its
lines stand apart (240 is single)."""


def styles_part(*, large: bool = False, dense: bool = False) -> bytes:
    """word/styles.xml."""
    made = root("styles", (_defaults(), *_all()))
    if dense:
        _tighten(made)
    for looks in made.iter(q("rPr")) if large else ():
        for size in looks.iterchildren(q("sz"), q("szCs")):
            size.set(q("val"), str(round(int(size.get(q("val"), "20")) * LARGER)))
    return written(made)


def _tighten(made: Element) -> None:
    """A dense paper: less room between paragraphs and lines, a body half a point smaller."""
    for spacing in made.iter(q("spacing")):
        for side in (q("before"), q("after")):
            if side in spacing.attrib:
                spacing.set(side, str(round(int(spacing.get(side, "0")) * DENSER)))
        if int(spacing.get(q("line"), "0")) > TIGHT:
            spacing.set(q("line"), str(TIGHT))
    for size in made.iter(q("sz"), q("szCs")):
        if size.get(q("val")) == "20":
            size.set(q("val"), "19")


def _defaults() -> Element:
    fonts = el("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)
    language = el("lang", val="nl-NL", eastAsia="nl-NL", bidi="ar-SA")
    looks = el("rPr", fonts, el("sz", val=20), el("szCs", val=20), language)
    spacing = el("spacing", after=110, line=264, lineRule="auto")
    return el("docDefaults", el("rPrDefault", looks), el("pPrDefault", el("pPr", spacing)))


def _all() -> list[Element]:
    return [
        _style("Normal", "Normal", default=True, base=""),
        _character("DefaultParagraphFont", "Default Paragraph Font", default=True),
        _plain_table(),
        _no_list(),
        *_headings(),
        *_titles(),
        *_bodies(),
        *_contents(),
        *_notes(),
        _table_style("Tabel", "Tabel", _grid_borders()),
        _table_style("Gegevens", "Gegevens", None),
    ]


def _headings() -> list[Element]:
    sizes = {1: (27, 280, 90), 2: (22, 200, 60), 3: (20, 160, 30)}
    made = []
    for level in range(1, HEADING_LEVELS + 1):
        size, before, after = sizes.get(level, (20, 160, 40))
        made.append(
            _style(
                f"Heading{level}",
                f"heading {level}",
                paragraph=_spaced(before, after, keep=True, outline=level - 1),
                looks=_looks(size, bold=level < 4, italic=level > 3, colour=INK),
                following="Normal",
            )
        )
    return made


def _titles() -> list[Element]:
    boxed = el("pBdr", *(el(side, val="single", sz=4, space=6, color=LINE) for side in _SIDES))
    return [
        _style(
            "Title",
            "Title",
            paragraph=_spaced(0, 240, keep=True, line=240),
            looks=_looks(38, bold=True, colour=INK),
        ),
        _style(
            "Omslagtitel",
            "Omslagtitel",
            base="Title",
            paragraph=_spaced(0, 240, keep=True, line=240),
            looks=_looks(56, bold=True, colour=INK),
        ),
        _style(
            "Subtitle",
            "Subtitle",
            paragraph=_spaced(0, 480),
            looks=_looks(24, colour=QUIET),
        ),
        _style(
            "Stempel",
            "Stempel",
            paragraph=_spaced(0, 160, keep=True),
            looks=_looks(18, bold=True, colour=ACCENT, spread=10),
        ),
        _style("Omslag", "Omslag", paragraph=_spaced(0, 60), looks=_looks(24)),
        _style(
            "Kader",
            "Kader",
            paragraph=el(
                "pPr",
                el("keepLines"),
                boxed,
                el("shd", val="clear", color="auto", fill=TINT),
                el("spacing", before=200, after=120),
                el("ind", left=113, right=113),
            ),
        ),
    ]


_SIDES = ("top", "left", "bottom", "right")


def _bodies() -> list[Element]:
    hanging = el("pPr", el("ind", left=COLUMN, hanging=COLUMN))
    return [
        _style("Afspraak", "Afspraak", paragraph=hanging),
        _style("Afspraaktekst", "Afspraaktekst", paragraph=el("pPr", el("ind", left=COLUMN))),
        _style(
            "Kantlijn",
            "Kantlijn",
            paragraph=el(
                "pPr",
                el("suppressAutoHyphens"),
                el("spacing", before=0, after=0, line=228, lineRule="auto"),
                el("ind", right=_ASIDE_EDGE),
            ),
            looks=_looks(16, colour=QUIET),
        ),
        _style("ListParagraph", "List Paragraph", paragraph=_spaced(0, 60)),
        _style("Klein", "Klein", paragraph=_spaced(200, 120), looks=_looks(17, colour=QUIET)),
        _style(
            "Caption",
            "caption",
            paragraph=_spaced(120, 60, keep=True),
            looks=_looks(18, bold=True, colour=INK),
        ),
        _style("Tabeltekst", "Tabeltekst", paragraph=_spaced(0, 0, line=252), looks=_looks(18)),
        _style(
            "TabeltekstKlein",
            "Tabeltekst klein",
            base="Tabeltekst",
            paragraph=_spaced(0, 0, line=240),
            looks=_looks(16),
        ),
        _style("Header", "header", paragraph=_edge("bottom"), looks=_looks(16, colour=QUIET)),
        _style("Footer", "footer", paragraph=_edge("top"), looks=_looks(16, colour=QUIET)),
    ]


def _edge(side: str) -> Element:
    """Header and footer: a thin line between them and the text."""
    rule = el("pBdr", el(side, val="single", sz=4, space=4, color=FAINT))
    return el("pPr", rule, el("spacing", before=0, after=0))


def _contents() -> list[Element]:
    """The list of contents: Word puts page numbers at the right edge when it fills them in."""
    made = [
        _style(
            "TOCHeading",
            "TOC Heading",
            paragraph=_spaced(0, 200, keep=True),
            looks=_looks(30, bold=True, colour=INK),
        )
    ]
    for level, left in ((1, 0), (2, COLUMN), (3, 2 * COLUMN)):
        edge = el("tab", val="right", leader="dot", pos=UPRIGHT)
        spacing = el("spacing", before=120 if level == 1 else 0, after=40)
        indent = el("ind", left=left + COLUMN, hanging=COLUMN, right=567)
        paragraph = el("pPr", el("tabs", edge), spacing, indent)
        looks = _looks(20, bold=level == 1)
        made.append(_style(f"TOC{level}", f"toc {level}", paragraph=paragraph, looks=looks))
    return made


def _notes() -> list[Element]:
    raised = el("rPr", el("vertAlign", val="superscript"))
    return [
        _style(
            "FootnoteText",
            "footnote text",
            paragraph=el(
                "pPr", el("spacing", after=40, line=240), el("ind", left=227, hanging=227)
            ),
            looks=_looks(16),
        ),
        _character("FootnoteReference", "footnote reference", raised),
        _style("CommentText", "annotation text", looks=_looks(20)),
        _character("CommentReference", "annotation reference", el("rPr", el("sz", val=16))),
    ]


def _style(
    key: str,
    name: str,
    *,
    base: str = "Normal",
    paragraph: Element | None = None,
    looks: Element | None = None,
    following: str | None = None,
    default: bool = False,
) -> Element:
    own = name.startswith(
        ("Stempel", "Omslag", "Kader", "Kantlijn", "Afspraak", "Klein", "Tabel")
    )
    return el(
        "style",
        el("name", val=name),
        el("basedOn", val=base) if base else None,
        el("next", val=following) if following else None,
        el("qFormat") if not name.startswith(("toc", "annotation")) else None,
        paragraph,
        looks,
        type="paragraph",
        styleId=key,
        default="1" if default else None,
        customStyle="1" if own else None,
    )


def _character(
    key: str, name: str, looks: Element | None = None, *, default: bool = False
) -> Element:
    return el(
        "style",
        el("name", val=name),
        el("uiPriority", val=1),
        el("semiHidden") if default else None,
        el("unhideWhenUsed"),
        looks,
        type="character",
        styleId=key,
        default="1" if default else None,
    )


def _spaced(
    before: int,
    after: int,
    *,
    keep: bool = False,
    line: int | None = None,
    outline: int | None = None,
) -> Element:
    rule = "auto" if line else None
    return el(
        "pPr",
        on_off("keepNext", keep),
        on_off("keepLines", keep),
        el("spacing", before=before, after=after, line=line, lineRule=rule),
        el("outlineLvl", val=outline) if outline is not None else None,
    )


def _looks(
    size: int, *, bold: bool = False, italic: bool = False, colour: str = "", spread: int = 0
) -> Element:
    return el(
        "rPr",
        on_off("b", bold),
        on_off("i", italic),
        el("color", val=colour) if colour else None,
        el("spacing", val=spread) if spread else None,
        el("sz", val=size),
        el("szCs", val=size),
    )


def _plain_table() -> Element:
    margins = el("tblCellMar", *(el(s, w=w, type="dxa") for s, w in _NO_MARGINS))
    return el(
        "style",
        el("name", val="Normal Table"),
        el("uiPriority", val=99),
        el("semiHidden"),
        el("unhideWhenUsed"),
        el("tblPr", el("tblInd", w=0, type="dxa"), margins),
        type="table",
        styleId="TableNormal",
        default="1",
    )


_NO_MARGINS = (("top", 0), ("left", 108), ("bottom", 0), ("right", 108))
_MARGINS = (("top", 45), ("left", 85), ("bottom", 45), ("right", 85))


def _table_style(key: str, name: str, borders: Element | None) -> Element:
    margins = el("tblCellMar", *(el(s, w=w, type="dxa") for s, w in _MARGINS))
    return el(
        "style",
        el("name", val=name),
        el("basedOn", val="TableNormal"),
        el("uiPriority", val=59),
        el("tblPr", borders, margins),
        type="table",
        styleId=key,
        customStyle="1",
    )


def _grid_borders() -> Element:
    lines = (("top", LINE, 8), ("left", FAINT, 4), ("bottom", LINE, 8), ("right", FAINT, 4))
    inner = (("insideH", FAINT, 4), ("insideV", FAINT, 4))
    return el(
        "tblBorders",
        *(el(side, val="single", sz=size, space=0, color=c) for side, c, size in lines + inner),
    )


def _no_list() -> Element:
    return el(
        "style",
        el("name", val="No List"),
        el("uiPriority", val=99),
        el("semiHidden"),
        el("unhideWhenUsed"),
        type="numbering",
        styleId="NoList",
        default="1",
    )
