"""Reads a PDF that holds text, as printed lines with their place and look."""

from __future__ import annotations

import io
import logging
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from pa_tui.domain.text import ANCHOR, clean
from pa_tui.errors import N_, Unreadable
from pa_tui.reading.lines import Document, Line, Progress, Remark, SourceKind
from storage.sources.package import damaged, encrypted
from storage.sources.pdf_lines import PageReader
from storage.sources.pdf_pieces import Fragment

if TYPE_CHECKING:
    from pypdf import PageObject

_MOST_PAGES = 1500
_MOST_FRAGMENTS = 20_000
_MOST_SECONDS = 180.0
_LEAST_TEXT = 25

_BROKEN = (
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    AssertionError,
    ArithmeticError,
    RecursionError,
    NotImplementedError,
    OSError,
    EOFError,
    struct.error,
    zlib.error,
)
"""What a damaged PDF makes its reader raise, besides its own errors."""


class _TooMuch(Exception):
    """A page holds more than a page can."""


def read_pdf(path: Path, content: bytes, progress: Progress | None = None) -> Document:
    """The printed lines of a PDF; paragraphs are still to be joined.

    Raises FileError for a damaged or protected file, Unreadable for one without text: a
    scan, for which it names the way out.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    pages = _opened(path, content)
    lines: list[Line] = []
    unread: list[int] = []
    paper = PageReader()
    broken = _broken()
    started = monotonic()
    for number, page in enumerate(pages, start=1):
        if progress and not progress(number - 1, len(pages)):
            raise Unreadable(N_("Reading was stopped; nothing was imported."))
        if monotonic() - started > _MOST_SECONDS:
            raise Unreadable(
                N_(
                    "“{file}” takes too long to read. Save it as .docx or .txt and import that."
                ),
                file=path.name,
            )
        try:
            fragments = list(_fragments(page))
        except broken:
            unread.append(number)
            continue
        lines += paper.lines(fragments, number)
    _refuse_scan(path, lines, len(pages), unread)
    return Document(
        lines=tuple(lines),
        kind=SourceKind.PDF,
        wrapped=True,
        pages=len(pages),
        warnings=tuple(_warnings(unread)),
    )


def _broken() -> tuple[type[Exception], ...]:
    from pypdf.errors import PyPdfError

    return (*_BROKEN, PyPdfError, _TooMuch)


def _opened(path: Path, content: bytes) -> list[PageObject]:
    from pypdf import PdfReader

    try:
        reader = PdfReader(io.BytesIO(content), strict=False)
        locked = reader.is_encrypted and not reader.decrypt("")
        pages = [] if locked else list(reader.pages[:_MOST_PAGES])
    except _broken() as error:
        if b"/Encrypt" in content:
            raise encrypted(path) from error
        raise damaged(path) from error
    if locked:
        raise encrypted(path)
    if not pages:
        raise damaged(path)
    return pages


def _fragments(page: PageObject) -> Iterator[Fragment]:
    found: list[Fragment] = []

    def visit(text: str, cm: Any, tm: Any, font: Any, size: float) -> None:
        words = clean(text.replace(ANCHOR, "")).replace("\n", " ")
        if not words.strip():
            return
        if len(found) > _MOST_FRAGMENTS:
            raise _TooMuch
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        scale = abs(tm[3] * cm[3]) or abs(tm[1] * cm[1]) or 1.0
        name = str(font.get("/BaseFont", "")) if hasattr(font, "get") else ""
        found.append(Fragment(words, float(x), float(y), float(size) * scale, _is_bold(name)))

    page.extract_text(visitor_text=visit)
    yield from found


def _is_bold(font: str) -> bool:
    name = font.rsplit("+", 1)[-1].casefold()
    return any(word in name for word in ("bold", "black", "heavy", "semibold", "demi"))


def _refuse_scan(path: Path, lines: list[Line], pages: int, unread: list[int]) -> None:
    letters = sum(len(line.text) for line in lines)
    letters += sum(len(cell.text) for line in lines for row in line.rows for cell in row)
    if letters >= _LEAST_TEXT * max(1, min(pages, 20) // 2):
        return
    if len(unread) == pages:
        raise damaged(path)
    raise Unreadable(
        N_(
            "“{file}” holds pictures of pages and no text: a scan. Ask for the Word file, or "
            "let a program recognise the text (OCR) and import that copy."
        ),
        file=path.name,
    )


def _warnings(unread: list[int]) -> Iterator[Remark]:
    if unread:
        yield Remark.of(
            N_("These pages could not be read and are missing: {pages}."),
            pages=", ".join(map(str, unread)),
        )
