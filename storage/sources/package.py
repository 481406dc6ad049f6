"""A Word file as what it is, a zip with XML inside: opened with its dangers kept out."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import Any

from pa_tui.errors import N_, FileError, Unreadable

MOST_BYTES = 400_000_000
"""What all parts together may measure when unpacked."""
_MOST_PART = 200_000_000
_MOST_MEMBERS = 5_000
_WORST_RATIO = 400

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)


class Package:
    """The parts of one Word file. Raises Unreadable for what is damaged or dangerous."""

    def __init__(self, path: Path, content: bytes) -> None:
        self.path = path
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise damaged(path) from error
        self._check_size()

    def _check_size(self) -> None:
        members = self._zip.infolist()
        total = sum(member.file_size for member in members)
        packed = sum(member.compress_size for member in members) or 1
        huge = total > MOST_BYTES or (total > 10_000_000 and total / packed > _WORST_RATIO)
        if len(members) > _MOST_MEMBERS or huge:
            raise Unreadable(
                N_(
                    "“{file}” unpacks to far more than a document holds and was not opened. "
                    "Ask the sender for a fresh copy saved by Word."
                ),
                file=self.path.name,
            )
        if any(member.flag_bits & 1 for member in members):
            raise encrypted(self.path)

    @property
    def names(self) -> frozenset[str]:
        """The names of all parts."""
        return frozenset(self._zip.namelist())

    def read(self, name: str) -> bytes | None:
        """The bytes of a part, None where there is no such part."""
        try:
            with self._zip.open(name) as part:
                content = part.read(_MOST_PART + 1)
        except KeyError:
            return None
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            RuntimeError,
            NotImplementedError,
            ValueError,
        ) as error:
            raise damaged(self.path) from error
        if len(content) > _MOST_PART:
            raise damaged(self.path)
        return content

    def xml(self, name: str) -> Any:
        """The root element of a part, None where there is no such part.

        Declarations of types and entities are refused (they can read other files and blow
        up the memory), as is nesting no program writes.
        """
        content = self.read(name)
        if content is None:
            return None
        from lxml import etree

        for strict, usual in _STRICT:
            content = content.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise damaged(self.path) from error
        if root.getroottree().docinfo.doctype:
            raise Unreadable(
                N_(
                    "“{file}” holds declarations that do not belong in a Word file and was "
                    "not read. Save it again in Word and import that copy."
                ),
                file=self.path.name,
            )
        return root

    def related(self, part: str) -> dict[str, str]:
        """The parts that ``part`` points at: last word of the relation's type to name."""
        place = PurePosixPath(part)
        root = self.xml(str(place.parent / "_rels" / f"{place.name}.rels"))
        found: dict[str, str] = {}
        for relation in root.iter(_RELATIONS) if root is not None else ():
            target = relation.get("Target") or ""
            if relation.get("TargetMode") == "External" or not target:
                continue
            kind = (relation.get("Type") or "").rsplit("/", 1)[-1]
            name = target[1:] if target.startswith("/") else str(place.parent / target)
            found.setdefault(kind, name.removeprefix("./"))
        return found

    def main_part(self) -> str | None:
        """The name of the document itself, None where this zip is no Office file."""
        root = self.xml("_rels/.rels")
        for relation in root.iter(_RELATIONS) if root is not None else ():
            if (relation.get("Type") or "").endswith("/officeDocument"):
                return (relation.get("Target") or "").lstrip("/")
        return "word/document.xml" if "word/document.xml" in self.names else None


def damaged(path: Path) -> FileError:
    """The error for a file that breaks off or makes no sense inside."""
    return FileError(
        N_(
            "“{file}” is damaged and cannot be read. Open it in the program it was made with, "
            "save it again and import that copy."
        ),
        file=path.name,
    )


def encrypted(path: Path) -> FileError:
    """The error for a file that asks for a password."""
    return FileError(
        N_(
            "“{file}” is protected with a password. Remove the password in the program it was "
            "made with and import that copy."
        ),
        file=path.name,
    )
