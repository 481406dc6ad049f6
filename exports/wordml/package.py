"""The .docx file: parts, how they hang together, and bytes that are the same every time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package

from exports.wordml.stationery import Link

_LONG_AGO = (1980, 1, 1, 0, 0, 0)


class EdgePart(NamedTuple):
    """A header, footer or theme: the name of its part, its bytes, and what it points at."""

    name: str
    blob: bytes
    links: tuple[Link, ...] = ()


@dataclass
class Files:
    """The parts of one document besides its body, by name, and the ids its body uses."""

    styles: bytes
    settings: bytes
    fonts: bytes
    numbering: bytes
    core: bytes
    app: bytes
    footnotes: bytes | None = None
    comments: bytes | None = None
    edges: dict[str, EdgePart] = field(default_factory=dict)
    theme: EdgePart | None = None


def packed(body: bytes, files: Files) -> bytes:
    """The whole file. The same parts give the same bytes."""
    package = Package()
    main = _part(package, "/word/document.xml", CT.WML_DOCUMENT_MAIN, body)
    package.relate_to(main, RT.OFFICE_DOCUMENT)
    core = _part(package, "/docProps/core.xml", CT.OPC_CORE_PROPERTIES, files.core)
    package.relate_to(core, RT.CORE_PROPERTIES)
    app = _part(package, "/docProps/app.xml", CT.OFC_EXTENDED_PROPERTIES, files.app)
    package.relate_to(app, RT.EXTENDED_PROPERTIES)
    for name, blob, content, relation in (
        ("styles", files.styles, CT.WML_STYLES, RT.STYLES),
        ("settings", files.settings, CT.WML_SETTINGS, RT.SETTINGS),
        ("fontTable", files.fonts, CT.WML_FONT_TABLE, RT.FONT_TABLE),
        ("numbering", files.numbering, CT.WML_NUMBERING, RT.NUMBERING),
        ("footnotes", files.footnotes, CT.WML_FOOTNOTES, RT.FOOTNOTES),
        ("comments", files.comments, CT.WML_COMMENTS, RT.COMMENTS),
    ):
        if blob is not None:
            main.relate_to(_part(package, f"/word/{name}.xml", content, blob), relation)
    pictures: dict[str, Part] = {}
    for key, own in files.edges.items():
        top = own.name.startswith("header")
        content = CT.WML_HEADER if top else CT.WML_FOOTER
        edge = _linked(package, own, content, pictures)
        main.rels.add_relationship(RT.HEADER if top else RT.FOOTER, edge, key)
    if files.theme is not None:
        main.relate_to(_linked(package, files.theme, CT.OFC_THEME, pictures), RT.THEME)
    stream = io.BytesIO()
    package.save(stream)
    return steady(stream.getvalue())


def _linked(package: Package, own: EdgePart, content: str, pictures: dict[str, Part]) -> Part:
    """A part with what it points at; a picture that two of them show is there once."""
    made = _part(package, f"/word/{own.name}.xml", content, own.blob)
    for link in own.links:
        if isinstance(link.to, str):
            made.rels.add_relationship(link.type, link.to, link.id, is_external=True)
            continue
        if link.to.name not in pictures:
            name = f"/word/media/{link.to.name}"
            pictures[link.to.name] = _part(package, name, link.to.content, link.to.blob)
        made.rels.add_relationship(link.type, pictures[link.to.name], link.id)
    return made


def _part(package: Package, name: str, content: str, blob: bytes) -> Part:
    return Part(PackURI(name), content, blob, package)


def steady(file: bytes, other: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    """The same zip file with every member at one fixed date, so that it can be compared;
    ``other`` members take the place of those of the same name."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.infolist():
            info = zipfile.ZipInfo(member.filename, _LONG_AGO)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            new.writestr(info, other.get(member.filename) or old.read(member))
    return out.getvalue()
