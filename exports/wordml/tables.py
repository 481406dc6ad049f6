"""Tables: widths from what the columns hold, headers that repeat, rows that stay whole."""

from __future__ import annotations

from dataclasses import replace

from exports.wordml.columns import MOST_LINES, column_widths, heights, is_cramped, parted
from exports.wordml.runs import Inlines
from exports.wordml.styles import COLUMN, INK, LINE, TINT
from exports.wordml.xml import Element, el, on_off, q, text_run
from pa_tui.papers.blocks import (
    Cell,
    Revision,
    RevisionKind,
    Row,
    Runs,
    Signatures,
    Signing,
    Table,
    TableChange,
    TableLook,
    places,
    said,
)
from pa_tui.papers.mending import marked

_LONG = 900
_LEAST_LINE = 40
_SHORT = 5
_ON_ONE_PAGE = 6
"""How many signatures stay on one page."""
_SIGN = "……………………………"


def table(own: Table, inlines: Inlines, width: int) -> Element:
    """A w:tbl as wide as ``width`` twentieths of a point, or from the article's column on. In
    one that is small, a list, a row too high for a page becomes several."""
    if own.small:
        own = parted(own, column_widths(own, width))
    return _laid_out(own, inlines, width)


def _laid_out(own: Table, inlines: Inlines, width: int) -> Element:
    left = COLUMN if own.under_number else 0
    if is_cramped(own, width - left):
        own = replace(own, small=True)
    columns = column_widths(own, width - left)
    style = "Gegevens" if own.look is TableLook.FACTS else "Tabel"
    properties = el(
        "tblPr",
        el("tblStyle", val=style),
        el("tblW", w=sum(columns), type="dxa"),
        el("tblInd", w=left, type="dxa"),
        el("tblLayout", type="fixed"),
        _tight() if own.small else None,
        el("tblLook", val="0020" if own.header_rows else "0000"),
        el("tblCaption", val=" ".join(own.title.split())) if own.title else None,
    )
    grid = el("tblGrid", *(el("gridCol", w=w) for w in columns))
    return el("tbl", properties, grid, *_rows(own, inlines, columns))


def _tight() -> Element:
    margins = (("top", 28), ("left", 70), ("bottom", 28), ("right", 70))
    return el("tblCellMar", *(el(side, w=width, type="dxa") for side, width in margins))


def _rows(own: Table, inlines: Inlines, columns: list[int]) -> list[Element]:
    """Every row with all its cells, those that a cell above covers among them."""
    lines: list[dict[int, Element]] = [{} for _ in own.rows]
    headings: dict[int, bool] = {}
    for line, column, cell in places(own.rows):
        heading = cell.heading or line < own.header_rows
        headings[line] = headings.get(line, True) and heading
        wide = sum(columns[column : column + cell.columns])
        for below in range(cell.rows):
            if line + below < len(lines):
                place = None if cell.rows == 1 else below
                lines[line + below][column] = _cell(
                    own, inlines, cell, wide, heading, line < own.header_rows, place
                )
    return [
        _row(own, [cells[column] for column in sorted(cells)], line, height)
        for line, (cells, height) in enumerate(zip(lines, heights(own, columns), strict=True))
    ]


def _row(own: Table, cells: list[Element], line: int, height: int) -> Element:
    header = line < own.header_rows
    together = _is_short(own) and line < len(own.rows) - 1
    long = height > MOST_LINES
    properties = el("trPr", on_off("cantSplit", not long), on_off("tblHeader", header))
    made = el("tr", properties if len(properties) else None, *cells)
    if header or together:
        _keep_together([made])
    return made


def _is_short(own: Table) -> bool:
    """Whether a table is so small that it had better stay on one page."""
    return len(own.rows) <= _SHORT and sum(map(_height, own.rows)) <= _LONG


def _height(row: Row) -> int:
    """How much room the fullest cell asks for, in characters."""
    return max((sum(map(_length, cell.paragraphs)) for cell in row.cells), default=0)


def _length(runs: Runs) -> int:
    """How much room a paragraph asks for, in characters: a short one has a line of its own."""
    return max(len(said(runs)), _LEAST_LINE)


def _cell(
    own: Table,
    inlines: Inlines,
    cell: Cell,
    width: int,
    heading: bool,
    on_top: bool,
    below: int | None,
) -> Element:
    """A w:tc; ``below`` counts how far down in a cell that spans rows it stands, ``on_top``
    tells that it is in a row that names the columns."""
    merge = None
    if below is not None:
        merge = el("vMerge", val="restart" if below == 0 else None)
    shade = heading and own.look is TableLook.GRID
    properties = el(
        "tcPr",
        el("tcW", w=width, type="dxa"),
        el("gridSpan", val=cell.columns) if cell.columns > 1 else None,
        merge,
        _underlined() if shade and on_top else None,
        el("shd", val="clear", color="auto", fill=TINT) if shade else None,
        el("vAlign", val="bottom") if shade and on_top else None,
    )
    paragraphs = cell.paragraphs if not below else ()
    style = "TabeltekstKlein" if own.small else "Tabeltekst"
    made = [
        el("p", el("pPr", el("pStyle", val=style)), *inlines.runs(runs, bold=heading))
        for runs in paragraphs or ((),)
    ]
    return el("tc", properties, *made)


def _underlined() -> Element:
    return el("tcBorders", el("bottom", val="single", sz=8, space=0, color=INK))


def changed_table(change: TableChange, inlines: Inlines, width: int) -> Element:
    """The table with rows that came or went, and words that did, tracked."""
    shown = [row.after or row.before for row in change.rows]
    rows = tuple(
        Row(tuple(map(_with, own.cells, row.cells)))
        for own, row in zip(shown, change.rows, strict=True)
        if own is not None
    )
    made = _laid_out(replace(change.after, rows=rows), inlines, width)
    for row, line in zip(change.rows, made.iterchildren(q("tr")), strict=True):
        if row.revision is not None:
            _mark_row(line, _came_or_went(row.revision), row.revision, inlines)
    return made


def _with(cell: Cell, paragraphs: tuple[Runs, ...]) -> Cell:
    return replace(cell, paragraphs=paragraphs)


def table_whole(own: Table, revision: Revision, inlines: Inlines, width: int) -> Element:
    """A table that came or went as a whole, every row and all words in it."""
    rows = tuple(
        Row(
            tuple(
                _with(cell, tuple(marked(p, revision, revision.kind) for p in cell.paragraphs))
                for cell in row.cells
            )
        )
        for row in own.rows
    )
    made = _laid_out(replace(own, rows=rows), inlines, width)
    for line in made.iterchildren(q("tr")):
        _mark_row(line, _came_or_went(revision), revision, inlines)
    return made


def whole(made: Element, revision: Revision, inlines: Inlines) -> Element:
    """Plain rows of words that came or went, whoever laid them out."""
    for line in made.iterchildren(q("tr")):
        _mark_row(line, _came_or_went(revision), revision, inlines)
        for paragraph in line.iter(q("p")):
            runs = [own for own in paragraph if own.tag != q("pPr")]
            for run in runs:
                paragraph.remove(run)
            paragraph.extend(inlines.revised(runs, revision))
    if revision.kind is RevisionKind.DELETED:
        for text in [*made.iter(q("t"))]:
            text.tag = q("delText")
    return made


def _came_or_went(revision: Revision) -> str:
    return "del" if revision.kind is RevisionKind.DELETED else "ins"


def _mark_row(line: Element, name: str, revision: Revision, inlines: Inlines) -> None:
    properties = line.find(q("trPr"))
    if properties is None:
        properties = el("trPr")
        line.insert(0, properties)
    properties.append(inlines.stamp(name, revision))
    for paragraph in line.iter(q("p")):
        shape = paragraph.find(q("pPr"))
        assert shape is not None
        shape.append(el("rPr", inlines.stamp(name, revision)))


def signatures(own: Signatures, width: int) -> Element:
    """Two columns of places to sign, kept on one page unless they are many."""
    half = width // 2
    properties = el(
        "tblPr",
        el("tblStyle", val="Gegevens"),
        el("tblW", w=half * 2, type="dxa"),
        el("tblLayout", type="fixed"),
        el("tblLook", val="0000"),
        el("tblCaption", val="Ondertekening per partij"),
    )
    grid = el("tblGrid", el("gridCol", w=half), el("gridCol", w=half))
    rows = []
    for place in range(0, len(own.entries), 2):
        pair = own.entries[place : place + 2]
        cells = [_signing(entry, half) for entry in pair]
        if len(pair) == 1:
            cells.append(el("tc", el("tcPr", el("tcW", w=half, type="dxa")), _line("")))
        rows.append(el("tr", el("trPr", el("cantSplit")), *cells))
    if len(own.entries) <= _ON_ONE_PAGE:
        _keep_together(rows[:-1])
    return el("tbl", properties, grid, *rows)


def _keep_together(rows: list[Element]) -> None:
    """Keeps rows on one page with what follows."""
    for paragraph in (p for row in rows for p in row.iter(q("p"))):
        paragraph[0].insert(1, el("keepNext"))


def _signing(entry: Signing, width: int) -> Element:
    properties = el("tcPr", el("tcW", w=width, type="dxa"), _ruled())
    mandate = f"{entry.mandate}{' door' if entry.mandate.endswith('vertegenwoordigd') else ''}"
    return el(
        "tc",
        properties,
        _line(entry.organisation, bold=True, before=80),
        _line(f"{mandate}:") if mandate else None,
        _line(entry.name or _SIGN, before=120),
        _line(entry.function) if entry.function else None,
        _line(f"Plaats: {entry.place or _SIGN}", before=120),
        _line(f"Datum: {entry.signed or _SIGN}"),
        _line("Handtekening:", before=120, after=900),
    )


def _ruled() -> Element:
    return el("tcBorders", el("top", val="single", sz=8, space=0, color=LINE))


def _line(text: str, *, bold: bool = False, before: int = 0, after: int = 40) -> Element:
    spacing = el("spacing", before=before, after=after)
    style = el("pStyle", val="Tabeltekst")
    runs = [text_run(text, *([el("b")] if bold else []))] if text else []
    return el("p", el("pPr", style, spacing), *runs)
