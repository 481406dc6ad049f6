"""Tables as a workbook (.xlsx): real days, filters, a header that stays. Words of people are
always words, never a formula or a link."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from datetime import date

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from exports.tables import Value, data_tables, rows
from exports.wordml.package import steady
from exports.wordml.settings import core_part
from pa_tui.domain.text import clean
from pa_tui.papers.blocks import Paper, Table, said

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_FIRST_DAY = date(1900, 1, 1)
_LONGEST = 32_767
"""How many characters a cell can hold (Excel specifications and limits)."""
_NAME = 31
_ACROSS = 150
"""How many characters wide a sheet is, as a lying page holds them."""
_A4 = 9
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LOOK = {"font_name": "Arial", "font_size": 10, "valign": "top", "text_wrap": True}
_HEAD = {"bold": True, "bg_color": "#EAF0F5", "bottom": 1, "bottom_color": "#1F3D5C"}


def xlsx_bytes(paper: Paper) -> bytes:
    """The tables of a paper, a sheet for each; the same paper gives the same bytes."""
    stream = io.BytesIO()
    with Workbook(stream, _OPTIONS) as book:
        looks = _Looks(book)
        taken: set[str] = set()
        for table in data_tables(paper):
            sheet = book.add_worksheet(_name(table.title or paper.title, taken))
            _fill(sheet, table, looks)
            _page(sheet, paper, table)
    core = core_part(paper.title, paper.language, paper.organisations)
    return steady(stream.getvalue(), {"docProps/core.xml": core})


class _Looks:
    """The looks of cells."""

    def __init__(self, book: Workbook) -> None:
        self.head: Format = book.add_format(_LOOK | _HEAD)
        self.words: Format = book.add_format(_LOOK | {"num_format": "@"})
        self.number: Format = book.add_format(_LOOK)
        self.day: Format = book.add_format(_LOOK | {"num_format": "d-m-yyyy", "align": "left"})


def _name(title: str, taken: set[str]) -> str:
    """A name a sheet may have: short, without signs, unlike the others."""
    bare = " ".join(_FORBIDDEN.sub(" ", clean(title)).split()).strip("'")[:_NAME] or "Tabel"
    name, number = bare, 1
    while name.casefold() in taken:
        number += 1
        name = f"{bare[: _NAME - 4]} {number}"
    taken.add(name.casefold())
    return name


def _fill(sheet: Worksheet, table: Table, looks: _Looks) -> None:
    for line, row in enumerate(rows(table)):
        for column, value in enumerate(row):
            _put(sheet, (line, column), value, looks, heading=line < table.header_rows)


def _put(
    sheet: Worksheet, place: tuple[int, int], value: Value, looks: _Looks, *, heading: bool
) -> None:
    if isinstance(value, int):
        sheet.write_number(*place, value, looks.number)
    elif isinstance(value, date) and value >= _FIRST_DAY:
        sheet.write_datetime(*place, value, looks.day)
    else:
        text = str(value)
        kept = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
        sheet.write_string(*place, kept, looks.head if heading else looks.words)


def _page(sheet: Worksheet, paper: Paper, table: Table) -> None:
    """Widths, the header that stays, filters, and how it is printed."""
    count = table.columns
    shares = table.widths if len(table.widths) == count else (1 / count,) * count
    for column, share in enumerate(shares):
        sheet.set_column(column, column, max(8, _ACROSS * share / sum(shares)))
    sheet.freeze_panes(table.header_rows, 0)
    if table.header_rows:
        sheet.autofilter(table.header_rows - 1, 0, len(table.rows) - 1, count - 1)
        sheet.repeat_rows(0, table.header_rows - 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_header(f"&L{_edge((paper.title,))}&R{_edge((paper.stamp,))}")
    sheet.set_footer(f"&L{_edge(said(paper.footer).split(chr(9))[:1])}&R&P / &N")


def _edge(words: Iterable[str]) -> str:
    """Words for the edge of a page, where & begins a code; Excel allows 255 characters."""
    return " ".join(clean(" ".join(words)).split())[:100].replace("&", "&&")
