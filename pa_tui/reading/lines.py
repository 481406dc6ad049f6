"""What every reader of documents gives: lines with their look, whatever the file was.

Only the readers in ``storage.sources`` know file formats; everything that recognises an
agreement works on these values.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

BULLET = "•"
"""The mark of every bullet, whatever glyph the source used."""

Progress = Callable[[int, int], bool]
"""Told how far a long reading is: done, total. Answers False to stop it."""


class SourceKind(StrEnum):
    """The kinds of file an agreement comes in."""

    WORD = "docx"
    PDF = "pdf"
    TEXT = "txt"
    MARKDOWN = "md"


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell with its paragraphs; ``columns`` and ``rows`` tell how far it spans."""

    lines: tuple[Line, ...]
    columns: int = 1
    rows: int = 1

    @property
    def text(self) -> str:
        """The words of the cell, one paragraph a line."""
        return "\n".join(line.text for line in self.lines if line.text)


@dataclass(frozen=True, slots=True)
class Line:
    r"""One paragraph (or one printed line, see ``Document.wrapped``) or one table.

    ``place`` counts paragraphs or lines of the source from 1. ``heading`` is the level of a
    heading style (0 is the title of the document), None for anything else. ``mark`` is the
    number or bullet that the source keeps apart from the text ("1.1", "a.", ``BULLET``);
    ``level`` how deep that list item hangs. ``size`` and ``indent`` are points (0 where
    unknown; in plain text ``indent`` is spaces). ``gap`` tells that the source leaves more
    room before it than between two lines, ``top`` that it is the first on its page.
    ``contents`` marks a line of a table of contents. ``text`` holds one ANCHOR per footnote
    mark, ``notes`` the keys of those footnotes in order; superscript digits stand as such.
    """

    text: str
    place: int = 0
    page: int | None = None
    heading: int | None = None
    mark: str = ""
    level: int = 0
    bold: bool = False
    size: float = 0.0
    indent: float = 0.0
    gap: bool = False
    top: bool = False
    contents: bool = False
    notes: tuple[str, ...] = ()
    rows: tuple[tuple[TableCell, ...], ...] = ()
    header_rows: int = 1

    @property
    def is_table(self) -> bool:
        """Whether this is a table instead of text."""
        return bool(self.rows)

    @property
    def is_bullet(self) -> bool:
        """Whether this is an item of an unnumbered list."""
        return self.mark == BULLET


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote that the source keeps apart from its text."""

    key: str
    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something a person should know or be asked: a gettext msgid with its values."""

    message: str
    values: tuple[tuple[str, object], ...] = ()

    @classmethod
    def of(cls, message: str, /, **values: object) -> Remark:
        """The remark with these values for the fields of its msgid."""
        return cls(message, tuple(values.items()))


@dataclass(frozen=True, slots=True)
class Document:
    """A source as lines. ``wrapped`` tells that lines are printed lines, so that paragraphs
    still have to be joined; ``pages`` is 0 where the source has none."""

    lines: tuple[Line, ...]
    kind: SourceKind
    notes: tuple[Note, ...] = ()
    wrapped: bool = False
    pages: int = 0
    warnings: tuple[Remark, ...] = ()
