"""The text of a plain file, whatever encoding it was saved in."""

from __future__ import annotations

import codecs
from pathlib import Path

from pa_tui.domain.text import clean
from pa_tui.errors import N_, Unreadable

MOST_LINES = 400_000
LONGEST = 200_000

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decoded(path: Path, content: bytes) -> str:
    """The text of ``content``: by its byte order mark, else UTF-8, else Windows-1252.

    Form feeds stay (they are page ends); what could steer a terminal goes. Raises
    Unreadable for what is no text.
    """
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), "utf-8")
    if encoding == "utf-8" and b"\x00" in content[:4096]:
        raise not_text(path)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        if encoding != "utf-8":
            raise not_text(path) from None
        text = content.decode("cp1252", errors="replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    pages = [clean(page) for page in text.split("\f")]
    if text.count("\n") > MOST_LINES or max(map(len, text.split("\n"))) > LONGEST:
        raise Unreadable(
            N_("“{file}” is too long to be an agreement and was not read."), file=path.name
        )
    return "\f".join(pages)


def not_text(path: Path) -> Unreadable:
    """The error for a file that holds neither text nor a document this program knows."""
    return Unreadable(
        N_(
            "“{file}” is no text and no document this program knows. It reads .docx, .pdf, "
            ".txt and .md; save it as one of those and import that copy."
        ),
        file=path.name,
    )
