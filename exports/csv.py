"""Tables as CSV that a Dutch Excel opens by itself: semicolons, and UTF-8 with its mark."""

from __future__ import annotations

import csv
import io
import re

from exports.tables import Value, data_tables, rows
from pa_tui.papers.blocks import Paper

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
"""How words begin that a spreadsheet would reckon with (OWASP, CSV injection)."""


def csv_bytes(paper: Paper) -> bytes:
    """The table of a paper. Days are written as 30-09-2027; words that a spreadsheet would
    take for a formula get an apostrophe."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    for table in data_tables(paper):
        writer.writerows([_written(value) for value in row] for row in rows(table))
    return stream.getvalue().encode("utf-8-sig")


def _written(value: Value) -> str:
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return f"'{value}" if _FORMULA.match(value) else value
    return f"{value:%d-%m-%Y}" if value.year > 999 else value.isoformat()
