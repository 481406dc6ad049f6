"""Papers as Markdown: for mail, for reading aloud, for whoever has no Word.

Words of people stay words: what Markdown would read as a sign gets a backslash.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pa_tui.domain.text import clean
from pa_tui.papers.blocks import (
    Block,
    Cell,
    Change,
    Contents,
    FootnoteMark,
    Heading,
    Inline,
    Item,
    Look,
    PageBreak,
    PageCount,
    Paper,
    Paragraph,
    Reference,
    RevisionKind,
    Row,
    Run,
    Runs,
    Signatures,
    Signing,
    Table,
    TableChange,
    TableLook,
    Turn,
    Whole,
    places,
)

_SIGNS = re.compile(r"[\\`*\[\]<]|(?<![^\W_])_|_(?![^\W_])|~(?=~)|&(?=#?\w+;)")
_AT_START = re.compile(r"^(?:(#{1,6}|[-+])(?=\s|$)|([>|=]|:?-{3,}|~{3,}))")
_COUNTED = re.compile(r"^(\d{1,9}|[A-Za-z])([.)])(?=\s|$)")
_SPACE = re.compile(r"^(\s*)(.*?)(\s*)$", re.DOTALL)
_PAGE = "\0"


def write_markdown(paper: Paper) -> str:
    """The paper as Markdown with pipe tables and footnotes, ending in a line end."""
    writer = _Writer(paper)
    pieces: list[str] = []
    before: Block | None = None
    for block in paper.blocks:
        told = writer.block(block)
        if not told:
            continue
        if before is not None:
            pieces.append("\n" if _is_listed(before) and _is_listed(block) else "\n\n")
        pieces.append(told)
        before = block
    foot = _foot(paper)
    return "".join(pieces) + (f"\n\n---\n\n{foot}" if foot else "") + writer.notes() + "\n"


def plain_words(text: str) -> str:
    """Words that Markdown shows as they are."""
    return _SIGNS.sub(lambda found: "\\" + found[0], clean(text))


class _Writer:
    """Writes blocks one by one and gathers the footnotes they call."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._notes: dict[str, tuple[str, str]] = {}

    def block(self, block: Block) -> str:
        """A block without a line end; empty for what only a page knows."""
        if isinstance(block, PageBreak | Turn):
            return ""
        if isinstance(block, Change | TableChange | Whole):
            return self._change(block)
        if isinstance(block, Heading | Paragraph):
            told = (
                self._heading(block) if isinstance(block, Heading) else self._paragraph(block)
            )
            remarks = (f"> {_one_line(plain_words(own.text))}" for own in block.comments)
            return "\n\n".join((told, *remarks))
        return "\n".join(self._lines(block))

    def _change(self, block: Change | TableChange | Whole) -> str:
        """What was altered, with words that went struck out and words that came in bold."""
        if isinstance(block, Whole):
            gone = block.revision.kind is RevisionKind.DELETED
            return f"*{'Vervallen' if gone else 'Nieuw'}:*\n\n{self.block(block.block)}"
        if isinstance(block, Change):
            own = block.after or block.before
            assert own is not None
            return self.block(replace(own, runs=block.runs))
        rows = []
        for row in block.rows:
            shown = row.after or row.before
            assert shown is not None
            cells = zip(shown.cells, row.cells, strict=True)
            rows.append(Row(tuple(replace(cell, paragraphs=told) for cell, told in cells)))
        return self.block(replace(block.after, rows=tuple(rows)))

    def _lines(self, block: Item | Table | Contents | Signatures) -> Iterator[str]:
        if isinstance(block, Item):
            mark = f"{'    ' * block.level}{block.mark or '-'}"
            yield f"{mark} {_one_line(self._runs(block.runs))}"
        elif isinstance(block, Contents):
            yield from self._contents(block)
        elif isinstance(block, Signatures):
            yield "\n\n".join(_signing(entry) for entry in block.entries)
        elif block.look is TableLook.FACTS:
            yield from self._facts(block)
        else:
            yield from self._rows(block)

    def _heading(self, block: Heading) -> str:
        words = _one_line(self._runs(block.runs))
        pieces = ("#" * min(block.level + 1, 6), plain_words(block.number), words)
        return " ".join(piece for piece in pieces if piece)

    def _paragraph(self, block: Paragraph) -> str:
        words = self._runs(block.runs)
        if block.look in (Look.TITLE, Look.COVER_TITLE):
            return f"# {_one_line(words)}"
        if block.look is Look.STAMP:
            stamp = _one_line(words)
            return stamp if "**" in stamp else f"**{stamp}**"
        number = _started(plain_words(block.number))
        told = f"{number} {words}" if number else _started(words)
        indent = "    " * block.level
        return indent + told.replace("\n", f"\\\n{indent}")

    def _contents(self, block: Contents) -> Iterator[str]:
        yield f"## {plain_words(block.title)}"
        yield ""
        for heading in self._paper.blocks:
            if isinstance(heading, Heading) and heading.level <= block.levels:
                words = _one_line("".join(map(_only_words, heading.runs)))
                number = f"{plain_words(heading.number)} " if heading.number else ""
                yield f"{'    ' * (heading.level - 1)}- {_started(number + words)}"

    def _facts(self, block: Table) -> Iterator[str]:
        for row in block.rows:
            label, *rest = (self._cell(cell) for cell in row.cells)
            yield f"- **{label}:** {' '.join(rest).replace('<br>', '; ')}"

    def _rows(self, block: Table) -> Iterator[str]:
        """A pipe table; what a spanning cell covers is shown as empty cells."""
        width = block.columns
        grid = [[""] * width for _ in block.rows]
        for line, column, cell in places(block.rows):
            if column < width:
                grid[line][column] = self._cell(cell)
        rule = "|" + " --- |" * width
        if not block.header_rows:
            yield "|" + "  |" * width
            yield rule
        for line, row in enumerate(grid):
            yield "| " + " | ".join(row) + " |"
            if line == 0 and block.header_rows:
                yield rule

    def _cell(self, cell: Cell) -> str:
        lines = (self._runs(runs).replace("|", "\\|") for runs in cell.paragraphs)
        return "<br>".join(line.replace("\n", "<br>") for line in lines)

    def _runs(self, runs: Runs) -> str:
        return "".join(map(self._run, runs))

    def _run(self, run: Inline) -> str:
        if isinstance(run, FootnoteMark):
            return self._note(run)
        return _only_words(run)

    def _note(self, note: FootnoteMark) -> str:
        if note.id not in self._notes:
            taken = {mark for mark, _ in self._notes.values()}
            mark = re.sub(r"[^\w*-]", "", note.mark) or str(len(self._notes) + 1)
            while mark in taken:
                mark += "-2"
            self._notes[note.id] = (mark, _one_line("".join(map(_only_words, note.runs))))
        return f"[^{self._notes[note.id][0]}]"

    def notes(self) -> str:
        """The footnotes that were called, each on a line of its own."""
        return "".join(f"\n\n[^{mark}]: {words}" for mark, words in self._notes.values())


def _only_words(run: Inline) -> str:
    if isinstance(run, PageCount | FootnoteMark):
        return ""
    words = plain_words(run.text)
    if words.strip():
        sign = _sign(run)
        if sign:
            found = _SPACE.match(words)
            assert found is not None
            return f"{found[1]}{sign}{found[2]}{sign[::-1]}{found[3]}"
    return words


def _sign(run: Run | Reference) -> str:
    """What stands before words of this look, and turned round behind them."""
    kind = run.revision.kind if run.revision else None
    struck = "~~" if kind is RevisionKind.DELETED else ""
    bold = kind is RevisionKind.INSERTED or (isinstance(run, Run) and run.bold)
    italic = isinstance(run, Run) and run.italic
    return struck + ("**" if bold else "") + ("*" if italic else "")


def _signing(entry: Signing) -> str:
    lines = [
        f"**{plain_words(entry.organisation)}**",
        plain_words(entry.mandate),
        plain_words(f"Naam: {', '.join(p for p in (entry.name, entry.function) if p) or '…'}"),
        plain_words(f"Plaats: {entry.place or '…'}"),
        plain_words(f"Datum: {entry.signed or '…'}"),
        "Handtekening:",
    ]
    return "\\\n".join(_started(line) for line in lines if line)


def _foot(paper: Paper) -> str:
    """What stands at the foot of every page, without the page."""
    told = "".join(_PAGE if isinstance(r, PageCount) else _only_words(r) for r in paper.footer)
    pieces = re.split(r"\s*[·\t]\s*", told)
    return _started(" · ".join(piece for piece in pieces if piece and _PAGE not in piece))


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _started(words: str) -> str:
    """Lines whose first signs begin no list, heading or quotation."""
    return "\n".join(_begun(line.strip()) for line in words.split("\n"))


def _begun(line: str) -> str:
    found = _COUNTED.match(line)
    if found:
        return f"{found[1]}\\{line[found.end(1) :]}"
    return f"\\{line}" if _AT_START.match(line) else line


def _is_listed(block: Block) -> bool:
    return isinstance(block, Item)
