"""House style: a Word file in the styles of an organisation's own template.

The template gives its styles and theme, nothing else of it is taken. Each of our styles is
the template's of the same name, or the one that a TOML file beside the template names; what
the template lacks is ours, in the template's type. Numbers stay those of the agreement.
"""

from __future__ import annotations

import copy
import io
import tomllib
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from exports.wordml.package import steady
from exports.wordml.xml import Element, el, q
from pa_tui.errors import N_, FileError

_STYLES, _THEME, _DOCUMENT = "word/styles.xml", "word/theme/theme1.xml", "word/document.xml"
_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a Word file begins that is locked with a password (MS-OFFCRYPTO), or older than 2007."""
_LARGEST = 20_000_000
_POINTERS = tuple(map(q, ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")))
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
_THEME_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"


class Template(NamedTuple):
    """The styles of a template, its theme where it has one, and which of its styles stand in
    for ours, both by name."""

    styles: Element
    theme: bytes | None
    instead: Mapping[str, str]


def template_of(path: Path) -> Template:
    """The template at ``path``, with the mapping of the ``.toml`` of the same name beside it.

    Raises FileError where it is missing, locked, no Word file, or without styles, and where
    the mapping cannot be read.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise FileError(
            N_("{path} cannot be read: {reason}."), path=path, reason=reason
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
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            if _DOCUMENT not in file.namelist():
                raise _no_word_file(path)
            styles, theme = _member(file, _STYLES), _member(file, _THEME)
        tree = etree.fromstring(styles, _PARSER) if styles else None
    except (
        zipfile.BadZipFile,
        etree.XMLSyntaxError,
        zlib.error,
        RuntimeError,
        OSError,
    ) as error:
        raise _no_word_file(path) from error
    if tree is None or not _named(tree):
        raise FileError(
            N_("{path} holds no styles, so no house style. Choose another template."), path=path
        )
    return Template(tree, theme, _mapping(path.with_suffix(".toml"), path, _named(tree)))


def _no_word_file(path: Path) -> FileError:
    return FileError(N_("{path} is no Word file (.docx), so no template."), path=path)


def _member(file: zipfile.ZipFile, name: str) -> bytes | None:
    if name not in file.namelist() or file.getinfo(name).file_size > _LARGEST:
        return None
    return file.read(name)


def _mapping(settings: Path, template: Path, known: Mapping[str, Element]) -> dict[str, str]:
    """Which of the template's styles stand in for ours: the table [styles] of a TOML file."""
    if not settings.exists():
        return {}
    try:
        found = tomllib.loads(settings.read_text("utf-8")).get("styles", {})
    except (OSError, UnicodeError, tomllib.TOMLDecodeError) as error:
        raise FileError(
            N_("{path} cannot be read as TOML: {reason}."), path=settings, reason=error
        ) from error
    wrong = [
        str(name)
        for name in (found.values() if isinstance(found, dict) else (found,))
        if not isinstance(name, str) or name.casefold() not in known
    ]
    if wrong:
        raise FileError(
            N_("{path} names the style “{name}”, which {template} does not have."),
            path=settings,
            name=wrong[0],
            template=template.name,
        )
    return {ours.casefold(): theirs for ours, theirs in found.items()}


def _named(styles: Element) -> dict[str, Element]:
    """The styles of a part by their names, which Word compares without capitals."""
    found = {}
    for style in styles.iterchildren(q("style")):
        name = style.find(q("name"))
        if name is not None and style.get(q("styleId")):
            found[name.get(q("val"), "").casefold()] = style
    return found


def in_house_style(docx: bytes, template: Template) -> bytes:
    """The Word file with the template's styles and theme."""
    with zipfile.ZipFile(io.BytesIO(docx)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    styles, ids = _merged(etree.fromstring(parts[_STYLES], _PARSER), template)
    changed = {_STYLES: _written(styles)}
    for name, content in parts.items():
        if name.startswith("word/") and name.endswith(".xml") and name != _STYLES:
            tree = etree.fromstring(content, _PARSER)
            _point(tree, ids)
            changed[name] = _written(tree)
    if template.theme is None:
        return steady(docx, changed)
    return steady(_with_theme(parts | changed, template.theme))


def _merged(ours: Element, template: Template) -> tuple[Element, dict[str, str]]:
    """The template's styles with those of ours it lacks, and the new id of each of ours."""
    styles = copy.deepcopy(template.styles)
    theirs = _named(styles)
    taken = {style.get(q("styleId")) for style in theirs.values()}
    ids: dict[str, str] = {}
    lacking = []
    for name, style in _named(ours).items():
        own = theirs.get(template.instead.get(name, name).casefold())
        if own is None or own.get(q("type")) != style.get(q("type")):
            own = _default_of(styles, style)
        if own is None:
            lacking.append(style)
            ids[style.get(q("styleId"), "")] = _free(style.get(q("styleId"), ""), taken)
        else:
            ids[style.get(q("styleId"), "")] = own.get(q("styleId"), "")
    for style in lacking:
        style.set(q("styleId"), ids[style.get(q("styleId"), "")])
        _wear_house_colours(style)
        _point(style, ids)
        styles.append(style)
    _keep_numbers(styles)
    _keep_edges(styles)
    _speak_dutch(styles)
    return styles, ids


def _default_of(styles: Element, style: Element) -> Element | None:
    """The template's default style of the same type, for our default one."""
    if style.get(q("default")) is None:
        return None
    same = (
        s for s in styles.iterchildren(q("style")) if s.get(q("type")) == style.get(q("type"))
    )
    return next((s for s in same if s.get(q("default")) in ("1", "true", "on")), None)


def _free(wanted: str, taken: set[str | None]) -> str:
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}{number}"
    taken.add(name)
    return name


def _keep_numbers(styles: Element) -> None:
    """Numbers that the template's styles would count by themselves are left out: those of
    the agreement stand there already."""
    for numbering in [*styles.iter(q("numPr"))]:
        parent = numbering.getparent()
        if parent is not None:
            parent.remove(numbering)


def _keep_edges(styles: Element) -> None:
    """Header and footer keep the one tab that leads to the right margin."""
    known = _named(styles)
    for name in ("header", "footer"):
        for tabs in [*known[name].iter(q("tabs"))] if name in known else ():
            parent = tabs.getparent()
            if parent is not None:
                parent.remove(tabs)


def _wear_house_colours(style: Element) -> None:
    """A style of ours that builds on another than the plain one takes over its colour."""
    base, looks = style.find(q("basedOn")), style.find(q("rPr"))
    if base is not None and base.get(q("val")) != "Normal" and looks is not None:
        for colour in looks.findall(q("color")):
            looks.remove(colour)


def _speak_dutch(styles: Element) -> None:
    """The language of the text, whatever the template speaks."""
    defaults = styles.find(f"{q('docDefaults')}/{q('rPrDefault')}/{q('rPr')}")
    if defaults is not None:
        for old in defaults.findall(q("lang")):
            defaults.remove(old)
        defaults.append(el("lang", val="nl-NL", eastAsia="nl-NL", bidi="ar-SA"))


def _point(tree: Element, ids: Mapping[str, str]) -> None:
    for pointer in tree.iter(*_POINTERS):
        old = pointer.get(q("val"), "")
        pointer.set(q("val"), ids.get(old, old))


def _written(tree: Element) -> bytes:
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _with_theme(parts: dict[str, bytes], theme: bytes) -> bytes:
    """The file with the theme as one more part, known to the document."""
    types = etree.fromstring(parts["[Content_Types].xml"], _PARSER)
    own = etree.SubElement(types, f"{{{_TYPES}}}Override")
    own.set("PartName", f"/{_THEME}")
    own.set("ContentType", _THEME_TYPE)
    links_name = "word/_rels/document.xml.rels"
    links = etree.fromstring(parts[links_name], _PARSER)
    link = etree.SubElement(links, f"{{{_LINKS}}}Relationship")
    link.set("Id", "rTheme")
    link.set("Type", _THEME_LINK)
    link.set("Target", "theme/theme1.xml")
    parts |= {
        "[Content_Types].xml": _written(types),
        links_name: _written(links),
        _THEME: theme,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()
