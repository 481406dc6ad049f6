"""Opens what people have: .docx, .pdf, .txt and .md, told apart by their content."""

from __future__ import annotations

import zipfile
from pathlib import Path

from pa_tui.errors import N_, FileError, Unreadable
from pa_tui.reading.lines import Document, Progress
from storage.sources.decoded import decoded, not_text
from storage.sources.package import damaged, encrypted
from storage.sources.word import Revisions, read_word

MOST_BYTES = 150_000_000
"""The largest file that is opened at all."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_document(
    path: Path,
    *,
    revisions: Revisions | None = None,
    progress: Progress | None = None,
) -> Document:
    """The lines of a document, whatever its name says it is.

    ``revisions`` tells how a Word file's tracked changes are read: "accepted", "original",
    or "refuse" to read a file that holds any; None reads them as accepted and warns.
    ``progress`` is called with what is done and the total and stops the reading by
    answering False. Raises FileError or Unreadable; the file itself is never touched.
    """
    content = _bytes(path)
    if content.startswith(b"PK"):
        return _from_zip(path, content, revisions, progress)
    if b"%PDF-" in content[:1024]:
        from storage.sources.pdf import read_pdf

        return read_pdf(path, content, progress)
    if content.startswith(_OLE):
        raise encrypted(path) if _ENCRYPTED in content else _old_word(path)
    if content[:64].lstrip().startswith(b"{\\rtf"):
        raise _other_format(path, "Rich Text (.rtf)")
    if _is_html(content):
        raise _other_format(path, "HTML")
    return _from_text(path, content)


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        content = path.read_bytes() if path.is_file() and size <= MOST_BYTES else None
    except FileNotFoundError as error:
        raise FileError(N_("There is no file “{file}”."), file=str(path)) from error
    except OSError as error:
        raise FileError(
            N_("“{file}” cannot be opened: {reason}."),
            file=str(path),
            reason=error.strerror or str(error),
        ) from error
    if content is None and not path.is_file():
        raise FileError(
            N_("“{file}” is a folder. Name the document inside it."), file=str(path)
        )
    if content is None:
        raise Unreadable(
            N_("“{file}” is larger than any agreement and was not opened."), file=path.name
        )
    if not content.strip():
        raise Unreadable(
            N_("“{file}” is empty. Check that the download or copy was finished."),
            file=path.name,
        )
    return content


def _from_zip(
    path: Path, content: bytes, revisions: Revisions | None, progress: Progress | None
) -> Document:
    import io

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise damaged(path) from error
    if "xl/workbook.xml" in names:
        raise _other_format(path, "Excel (.xlsx)")
    if "ppt/presentation.xml" in names:
        raise _other_format(path, "PowerPoint (.pptx)")
    if "content.xml" in names and "mimetype" in names:
        raise _other_format(path, "OpenDocument (.odt)")
    if not any(name.startswith("word/") for name in names) and "_rels/.rels" not in names:
        raise _other_format(path, "ZIP")
    return read_word(path, content, revisions, progress)


def _from_text(path: Path, content: bytes) -> Document:
    from storage.sources.markdown import read_markdown
    from storage.sources.text import read_text

    text = decoded(path, content)
    if _is_noise(text):
        raise not_text(path)
    named = path.suffix.casefold()
    if named in (".md", ".markdown") or (named not in (".txt", ".text") and _is_markdown(text)):
        return read_markdown(path, content)
    return read_text(path, content)


def _is_noise(text: str) -> bool:
    """Whether hardly anything in it is a letter, digit or space: no text at all."""
    sample = text[:20_000]
    plain = sum(c.isalnum() or c.isspace() or c in ".,;:()-'\"%€/" for c in sample)
    return plain < 0.7 * len(sample) or "\ufffd" in sample[:200]


def _is_markdown(text: str) -> bool:
    lines = text.split("\n")[:400]
    return any(line.startswith(("# ", "## ", "### ")) for line in lines)


def _is_html(content: bytes) -> bool:
    start = content[:512].lstrip().lower()
    return start.startswith((b"<!doctype html", b"<html"))


def _old_word(path: Path) -> Unreadable:
    return Unreadable(
        N_(
            "“{file}” is an old Office file (.doc). Open it in Word, save it as .docx and "
            "import that copy."
        ),
        file=path.name,
    )


def _other_format(path: Path, name: str) -> Unreadable:
    return Unreadable(
        N_(
            "“{file}” is {format}, which this program does not read. Save it as .docx, .pdf, "
            ".txt or .md and import that copy."
        ),
        file=path.name,
        format=name,
    )


__all__ = ["MOST_BYTES", "Revisions", "read_document"]
