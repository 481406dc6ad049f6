"""Opening a template: which parts it has, or why it is none."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from exports.wordml.xml import Element, q
from pa_tui.errors import N_, FileError

_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a Word file begins that is locked with a password (MS-OFFCRYPTO), or older than 2007."""
_LARGEST = 20_000_000
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
_BROKEN = (zipfile.BadZipFile, etree.XMLSyntaxError, zlib.error, RuntimeError, OSError)
_LINK = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_MAIN = "word/document.xml"

_STRICT = b"http://purl.oclc.org/ooxml/"
_USUAL = (
    (b"wordprocessingml/main", b"wordprocessingml/2006/main"),
    (b"drawingml/main", b"drawingml/2006/main"),
    (b"drawingml/picture", b"drawingml/2006/picture"),
    (b"drawingml/wordprocessingDrawing", b"drawingml/2006/wordprocessingDrawing"),
    (b"officeDocument/relationships", b"officeDocument/2006/relationships"),
    (b"officeDocument/math", b"officeDocument/2006/math"),
)
"""The namespaces of the strict variant of the format, and those everybody else uses."""
_SIDES = {"start": "left", "end": "right"}


class Relation(NamedTuple):
    """What a part points at: the last word of its kind ("styles"), the kind in full, and the
    part or the address outside the file."""

    kind: str
    type: str
    target: str
    outside: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """A Word file: its parts by name, and the name of the main one."""

    path: Path
    parts: zipfile.ZipFile
    main: str

    def tree(self, name: str) -> Element | None:
        """A part as a tree, in the usual variant of the format; None where it is not there
        or beyond measure."""
        content = self.content(name)
        if content is None:
            return None
        return _usual_sides(etree.fromstring(_usual(content), _PARSER))

    def content(self, name: str) -> bytes | None:
        """The bytes of a part; None where it is not there or beyond measure."""
        if name not in self.parts.namelist() or self.parts.getinfo(name).file_size > _LARGEST:
            return None
        return self.parts.read(name)

    def relations(self, name: str = "") -> dict[str, Relation]:
        """What a part points at, by id; of the file as a whole where no part is named."""
        folder, own = posixpath.split(name)
        content = self.content(posixpath.join(folder, "_rels", f"{own}.rels"))
        if content is None:
            return {}
        found = etree.fromstring(_usual(content), _PARSER).iter(_LINK)
        return {link.get("Id", ""): _relation(link, folder) for link in found}

    def related(self, kind: str) -> str:
        """The name of the part of that kind the main part points at, else an empty one."""
        found = (r.target for r in self.relations(self.main).values() if r.kind == kind)
        return next(found, "")

    def content_type(self, name: str) -> str:
        """What kind of part a part is, as the file tells."""
        types = etree.fromstring(self.content("[Content_Types].xml") or b"<none/>", _PARSER)
        for own in types.iter(f"{_TYPES}Override"):
            if own.get("PartName") == f"/{name}":
                return str(own.get("ContentType", ""))
        ending = name.rpartition(".")[2].casefold()
        for usual in types.iter(f"{_TYPES}Default"):
            if usual.get("Extension", "").casefold() == ending:
                return str(usual.get("ContentType", ""))
        return ""


def opened(path: Path) -> Opened:
    """The Word file at ``path``: a document or a template, with macros (which are left alone)
    or without. Raises FileError where it is missing, locked, or no Word file."""
    if path.is_dir():
        raise FileError(N_("{path} is a folder. Choose a Word file as template."), path=path)
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise FileError(
            N_("{path} is not there. Choose another template."), path=path
        ) from error
    except OSError as error:
        raise FileError(
            N_("{path} cannot be read: {reason}."),
            path=path,
            reason=error.strerror or str(error),
        ) from error
    if content.startswith(_LOCKED):
        raise FileError(
            N_(
                "{path} is locked with a password, or older than Word 2007. Save it as .docx "
                "without a password."
            ),
            path=path,
        )
    try:
        file = zipfile.ZipFile(io.BytesIO(content))
        found = Opened(path, file, "")
        starts = (r.target for r in found.relations().values() if r.kind == "officeDocument")
        main = next(starts, _MAIN)
        whole = Opened(path, file, main).tree(main)
    except _BROKEN as error:
        raise no_word_file(path) from error
    if whole is None or whole.tag != q("document"):
        raise no_word_file(path)
    return Opened(path, file, main)


def no_word_file(path: Path) -> FileError:
    """The error for what is no template."""
    return FileError(N_("{path} is no Word file (.docx), so no template."), path=path)


BROKEN = _BROKEN
"""What reading a damaged file raises."""


def _relation(link: Element, folder: str) -> Relation:
    kind, target = link.get("Type", ""), link.get("Target", "")
    outside = link.get("TargetMode") == "External"
    if not outside:
        target = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
    return Relation(kind.rpartition("/")[2], kind, target, outside)


def _usual(content: bytes) -> bytes:
    if _STRICT not in content:
        return content
    for strict, usual in _USUAL:
        content = content.replace(
            _STRICT + strict, b"http://schemas.openxmlformats.org/" + usual
        )
    return content


def _usual_sides(tree: Element) -> Element:
    """Left and right, where the strict variant says start and end."""
    for own in _elements(tree, "ind"):
        for side, usual in _SIDES.items():
            if q(side) in own.attrib:
                own.set(q(usual), own.attrib.pop(q(side)))
    for own in _elements(tree, "jc", "tab", "lvlJc"):
        if own.get(q("val")) in _SIDES:
            own.set(q("val"), _SIDES[own.get(q("val"), "")])
    for box in _elements(tree, "tblCellMar", "tcMar", "tblBorders", "tcBorders"):
        for side, usual in _SIDES.items():
            for own in box.findall(q(side)):
                own.tag = q(usual)
    return tree


def _elements(tree: Element, *names: str) -> Iterator[Element]:
    return tree.iter(*map(q, names))
