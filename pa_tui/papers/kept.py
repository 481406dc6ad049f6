"""Kept minutes read back: the Markdown of a version as a paper again, word for word.

It reads what :func:`~pa_tui.papers.markdown.write_markdown` makes of minutes; written out
again it is the same text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pa_tui.papers.blocks import (
    Block,
    Cell,
    Heading,
    Item,
    Look,
    PageCount,
    Paper,
    Paragraph,
    Row,
    Run,
    Runs,
    Table,
    TableLook,
    Turn,
    cell,
    said,
    words,
)
from pa_tui.papers.lists import LAYOUTS
from pa_tui.papers.presence import FACTS_WIDTHS

_FOOT = "\n\n---\n\n"
_MARK = re.compile(r"\*\*?|<br>|\\\n|\\(.)", re.DOTALL)
_HEADING = re.compile(r"#{1,6} ")
_ANNEX = "Bijlage"
_BAR = re.compile(r"(?:\\.|[^\\|])*", re.DOTALL)


def kept_paper(text: str) -> Paper:
    """The paper that kept Markdown tells of. Header and organisations are not in it."""
    body, _, foot = text.rstrip("\n").rpartition(_FOOT)
    if not body:
        body, foot = foot, ""
    blocks = tuple(_blocks(body.split("\n\n")))
    title = next((b for b in blocks if isinstance(b, Paragraph) and b.look is Look.TITLE), None)
    stamp = next((b for b in blocks if isinstance(b, Paragraph) and b.look is Look.STAMP), None)
    return Paper(
        said(title.runs) if title else "",
        blocks,
        footer=_footer(said(_runs(foot))),
        stamp=said(stamp.runs) if stamp else "",
        first_header=False,
        dense=True,
    )


def _blocks(pieces: list[str]) -> Iterator[Block]:
    titled = headed = turned = False
    for piece in pieces:
        lines = piece.split("\n")
        if _HEADING.match(piece):
            heading = _heading(piece, titled)
            titled = True
            if isinstance(heading, Heading):
                headed = True
                if heading.level == 1 and said(heading.runs).startswith(_ANNEX) and not turned:
                    turned = True
                    yield Turn(landscape=True)
            yield heading
        elif piece.startswith("| "):
            yield _table(lines)
        elif piece.startswith("- **") and titled and not headed:
            yield _facts(lines)
        elif piece.startswith("- "):
            yield from (Item(_runs(line[2:])) for line in lines)
        elif not titled:
            yield Paragraph(words(said(_runs(piece))), Look.STAMP)
        else:
            yield Paragraph(_runs(piece), Look.BODY if headed else Look.BOX)


def _heading(piece: str, titled: bool) -> Block:
    signs, _, rest = piece.partition(" ")
    if not titled:
        return Paragraph(_runs(rest), Look.TITLE)
    number = re.match(r"(\d+(?:\.\d+)*) ", rest)
    own = number[1] if number else ""
    return Heading(len(signs) - 1, _runs(rest[number.end() :] if number else rest), own)


def _facts(lines: list[str]) -> Table:
    rows = []
    for line in lines:
        label, _, rest = line.removeprefix("- **").partition(":** ")
        values = tuple(_runs(value) for value in rest.split("; "))
        rows.append(Row((cell(said(_runs(label)), heading=True), Cell(values))))
    return Table(tuple(rows), header_rows=0, widths=FACTS_WIDTHS, look=TableLook.FACTS)


def _table(lines: list[str]) -> Table:
    rows = tuple(
        Row(tuple(Cell((_runs(own),), heading=place == 0) for own in _cells(line)))
        for place, line in enumerate(lines)
        if place != 1
    )
    titles = tuple(said(own.paragraphs[0]) for own in rows[0].cells)
    title, widths = LAYOUTS.get(titles, ("", ()))
    return Table(rows, widths=widths, small=True, title=title)


def _cells(line: str) -> list[str]:
    """What stands between the bars of a row, without the space on each side."""
    found = []
    place = 1
    while place < len(line):
        match = _BAR.match(line, place)
        assert match is not None
        found.append(match[0][1:-1])
        place = match.end() + 1
    return found


def _runs(source: str) -> Runs:
    """Words with their bold and italic stretches; signs that were words are words."""
    found: list[Run] = []
    bold = italic = False
    text, place = "", 0
    for sign in _MARK.finditer(source):
        text += source[place : sign.start()]
        place = sign.end()
        if sign[0] in ("<br>", "\\\n"):
            text += "\n"
        elif sign[0].startswith("\\"):
            text += sign[1]
        else:
            if text:
                found.append(Run(text, bold, italic))
            text = ""
            bold, italic = bold ^ (sign[0] == "**"), italic ^ (sign[0] == "*")
    text += source[place:]
    return (*found, Run(text, bold, italic)) if text else tuple(found)


def _footer(foot: str) -> Runs:
    """The foot with the page in it again, behind the version and its moment."""
    version, _, rest = foot.partition(" · ")
    when, _, bound = rest.partition(" · ")
    tail = (Run(f" · {bound}"),) if bound else ()
    first = " · ".join(filter(None, (version, when)))
    return (Run(f"{first} · pagina "), PageCount.THIS, Run(" van "), PageCount.ALL, *tail)
