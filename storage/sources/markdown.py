"""Reads Markdown (.md) as lines: headings, lists, tables and footnotes of the usual kinds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pa_tui.domain.text import ANCHOR
from pa_tui.reading.lines import BULLET, Document, Line, Note, SourceKind, TableCell
from storage.sources.decoded import decoded

_HEADING = re.compile(r"(#{1,6})(?:[ \t]+|$)(.*?)(?:[ \t]+#+)?[ \t]*")
_BULLET = re.compile(r"[-*+•][ \t]+")
_ITEM = re.compile(r"(?:\*\*|__)?(?:\d{1,3}|[a-zA-Z])[.)](?:\*\*|__)?[ \t]+\S")
_RULE = re.compile(r"([-*_])[ \t]*(?:\1[ \t]*){2,}")
_TABLE_RULE = re.compile(r"\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?)?\s*")
_NOTE = re.compile(r"\[\^([^\]\s]+)\]:[ \t]*(.*)")
_MARK = re.compile(r"(?<!\\)\[\^([^\]\s]+)\]")
_BOLD = re.compile(r"(?<!\\)(\*\*|__)(?=\S)(.{1,3000}?)(?<=[^\s\\])\1", re.DOTALL)
_ITALIC = re.compile(
    r"(?<![\\\w*])([*_])(?=[^\s*_])(.{1,3000}?)(?<=[^\s\\*_])\1(?![\w*])", re.DOTALL
)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_CELL = re.compile(r"(?<!\\)\|")


def read_markdown(path: Path, content: bytes) -> Document:
    """The lines of a Markdown file, one per paragraph, item, heading and table."""
    text = _without_comments(decoded(path, content).replace("\f", "\n"))
    reader = _Reader()
    lines = tuple(reader.lines(text.split("\n")))
    met = dict.fromkeys(note for line in lines for note in _notes_of(line))
    notes = tuple(
        Note(key, key, reader.notes.get(key, "")) for key in [*met, *reader.notes] if key
    )
    return Document(lines, SourceKind.MARKDOWN, notes=tuple(dict.fromkeys(notes)))


def _without_comments(text: str) -> str:
    """The text without HTML comments; one that never ends is words."""
    pieces, place = [], 0
    while (start := text.find("<!--", place)) >= 0:
        end = text.find("-->", start)
        if end < 0:
            break
        pieces.append(text[place:start])
        place = end + 3
    return "".join(pieces) + text[place:]


def _notes_of(line: Line) -> Iterator[str]:
    yield from line.notes
    for row in line.rows:
        for cell in row:
            for inner in cell.lines:
                yield from inner.notes


class _Reader:
    def __init__(self) -> None:
        self.notes: dict[str, str] = {}
        self._waiting: list[str] = []
        self._start = 0
        self._note: str | None = None

    def lines(self, source: list[str]) -> Iterator[Line]:
        for place, raw in enumerate([*source, ""], start=1):
            line = re.sub(r"^\s*(?:>\s?)+", "", raw)
            body = line.strip()
            if not body or _RULE.fullmatch(body):
                if set(body) == {"-"} and self._waiting and not raw.startswith(" "):
                    yield from self._heading(2)
                yield from self._closed()
                continue
            if self._waiting and set(body) == {"="}:
                yield from self._heading(1)
            elif found := _NOTE.match(body):
                yield from self._closed()
                self._note = found[1]
                self._open(place, found[2])
            elif _begins(body, self._waiting):
                yield from self._closed()
                self._open(place, line)
                if body.startswith("#"):
                    yield from self._closed()
            else:
                self._open(place, line)

    def _open(self, place: int, line: str) -> None:
        if not self._waiting:
            self._start = place
        self._waiting.append(line)

    def _heading(self, level: int) -> Iterator[Line]:
        text = " ".join(line.strip() for line in self._waiting)
        yield _shown(text, self._start, heading=level)
        self._waiting = []

    def _closed(self) -> Iterator[Line]:
        waiting, start, note = self._waiting, self._start, self._note
        self._waiting, self._note = [], None
        if not waiting:
            return
        if note is not None:
            self.notes[note] = _shown(" ".join(map(str.strip, waiting)), start).text
        elif waiting[0].strip().startswith("|"):
            yield _table(waiting, start)
        else:
            yield from _paragraph(waiting, start)


def _begins(body: str, waiting: list[str]) -> bool:
    if body.startswith("|"):
        return not (waiting and waiting[0].strip().startswith("|"))
    if waiting and waiting[0].strip().startswith("|"):
        return True
    return bool(_HEADING.fullmatch(body) or _BULLET.match(body) or _ITEM.match(body))


def _paragraph(waiting: list[str], place: int) -> Iterator[Line]:
    """One line, or more where the source breaks it on purpose (two spaces, backslash)."""
    first = waiting[0]
    indent = len(first.expandtabs(4)) - len(first.expandtabs(4).lstrip())
    body = first.strip()
    if found := _HEADING.fullmatch(body):
        yield _shown(found[2], place, heading=len(found[1]))
        return
    mark = ""
    if found := _BULLET.match(body):
        mark, waiting = BULLET, [first.lstrip()[found.end() :], *waiting[1:]]
    piece: list[str] = []
    for number, line in enumerate(waiting):
        broken = line.endswith("  ") or re.search(r"(?<!\\)(?:\\\\)*\\$", line) is not None
        piece.append(line.rstrip().removesuffix("\\") if broken else line.strip())
        if broken or number == len(waiting) - 1:
            text = " ".join(part.strip() for part in piece)
            yield _shown(text, place + number, mark=mark, indent=indent)
            piece, mark = [], ""


def _shown(
    text: str, place: int, heading: int | None = None, mark: str = "", indent: int = 0
) -> Line:
    """A line without its Markdown marks; bold where all words after its number are."""
    text = text.strip()
    rest = re.sub(r"^(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z])[.)]?[ \t]+", "", text)
    found = _BOLD.fullmatch(rest)
    bold = found is not None and found[1] not in found[2]
    notes = tuple(_MARK.findall(text))
    return Line(
        _plain(text),
        place,
        heading=heading,
        mark=mark,
        level=indent // 2 if mark else 0,
        bold=bold,
        indent=float(indent),
        gap=True,
        notes=notes,
    )


def _plain(text: str) -> str:
    text = _MARK.sub(ANCHOR, text.replace(ANCHOR, ""))
    text = re.sub(r"(?i)<br\s*/?>", " ", text)
    text = _LINK.sub(r"\1", text)
    for pattern in (_BOLD, _ITALIC):
        text = pattern.sub(r"\2", text)
    return _ESCAPED.sub(r"\1", text).strip()


def _table(rows: list[str], place: int) -> Line:
    rules = [n for n, row in enumerate(rows) if _TABLE_RULE.fullmatch(row.strip())]
    found = []
    for number, row in enumerate(rows):
        if number in rules[:1]:
            continue
        pieces = _CELL.split(row.strip().removeprefix("|"))
        if len(pieces) > 1 and not pieces[-1].strip():
            pieces.pop()
        found.append(tuple(_cell(piece, place + number) for piece in pieces))
    heads = rules[0] if rules else 0
    return Line("", place, gap=True, rows=tuple(found), header_rows=heads)


def _cell(piece: str, place: int) -> TableCell:
    parts = re.split(r"(?i)<br\s*/?>", piece)
    lines = []
    for part in parts:
        body = part.strip()
        found = _BULLET.match(body)
        mark = BULLET if found else ""
        lines.append(_shown(body[found.end() :] if found else body, place, mark=mark))
    return TableCell(tuple(lines))
