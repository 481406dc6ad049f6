"""The letterhead of a template: its sheets, and what stands on their edges, without anything
of whoever made it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from lxml import etree

from exports.house.fields import without_foreign_fields
from exports.house.opening import Opened, Relation
from exports.wordml.pages import OWN_LINE
from exports.wordml.stationery import (
    A4,
    A4_LYING,
    Edge,
    EdgePlace,
    Link,
    Media,
    Sheet,
    Stationery,
)
from exports.wordml.xml import Element, R, q

_LEAST_TEXT, _MOST_PAPER = 4500, 32000
_PICTURES = ("image", "hdphoto")
_ADDRESS = re.compile(r"(?:https?:|mailto:|tel:)", re.IGNORECASE)
_ID = f"{{{R}}}"
_DROPPED = tuple(
    map(
        q,
        (
            *("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"),
            *("commentReference", "proofErr", "permStart", "permEnd", "del", "moveFrom"),
            *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
            *("rPrChange", "pPrChange", "tblPrChange", "tblGridChange", "trPrChange"),
            *("tcPrChange", "sectPrChange", "cellIns", "cellDel", "cellMerge", "numPr"),
            *("object", "control", "altChunk", "subDoc", "lastRenderedPageBreak"),
            *("footnoteReference", "endnoteReference", "smartTagPr", "customXmlPr"),
            *("customXmlInsRangeStart", "customXmlInsRangeEnd"),
            *("customXmlDelRangeStart", "customXmlDelRangeEnd"),
        ),
    )
)
_OPENED_UP = tuple(map(q, ("ins", "moveTo", "smartTag", "customXml")))
_MADE_BY = re.compile(r"rsid|paraId$|textId$|anchorId$|editId$")
_PATH = re.compile(r"[/\\]")
_NAMED = ("descr", "name", "title")


def stationery_of(file: Opened) -> Stationery:
    """The sheets of a template and what stands on their edges: those of its last upright
    and its last lying section. A sheet nobody could write on is an A4."""
    upright: tuple[Sheet, dict[tuple[str, str], Edge], bool] | None = None
    lying = upright
    for section, references in _sections(file):
        sheet = _sheet(section)
        if sheet is None:
            continue
        edges = {place: edge for place, key in references.items() if (edge := _edge(file, key))}
        found = (sheet, edges, _is_on(section.find(q("titlePg"))))
        if sheet.is_lying:
            lying = found
        else:
            upright = found
    if upright is None and lying is None:
        return Stationery()
    tall = upright or (A4, lying[1] if lying else {}, bool(lying and lying[2]))
    wide = lying or (_turned(tall[0]), tall[1], tall[2])
    return Stationery(
        tall[0],
        wide[0],
        {
            EdgePlace(*place, is_lying): edge
            for is_lying, own in ((False, tall), (True, wide))
            for place, edge in own[1].items()
        },
        first_differs=tall[2],
        even_differs=_even_differs(file),
    )


def _turned(sheet: Sheet) -> Sheet:
    return A4_LYING if sheet is A4 else sheet.turned()


def _sections(file: Opened) -> Iterator[tuple[Element, dict[tuple[str, str], str]]]:
    """Every section with the parts on its edges; what it does not name is as before."""
    tree = file.tree(file.main)
    links = file.relations(file.main)
    known: dict[tuple[str, str], str] = {}
    for section in () if tree is None else tree.iter(q("sectPr")):
        for kind in ("header", "footer"):
            for own in section.findall(q(f"{kind}Reference")):
                link = links.get(own.get(f"{_ID}id", ""))
                if link is not None and not link.outside:
                    known[kind, own.get(q("type"), "default")] = link.target
        yield section, dict(known)


def _sheet(section: Element) -> Sheet | None:
    """The sheet of a section; None where there is none that text fits on."""
    size, margins = section.find(q("pgSz")), section.find(q("pgMar"))
    if size is None:
        return None
    width, height = _measure(size, "w", A4.width), _measure(size, "h", A4.height)
    usual = A4 if width <= height else A4_LYING
    around = {
        side: abs(_measure(margins, side, getattr(usual, side)))
        for side in ("top", "right", "bottom", "left", "header", "footer", "gutter")
    }
    sheet = Sheet(width, height, **around)
    room = sheet.height - sheet.top - sheet.bottom
    fits = sheet.text >= _LEAST_TEXT and room >= _LEAST_TEXT
    return sheet if fits and max(width, height) <= _MOST_PAPER else None


_UNITS = {"pt": 20, "in": 1440, "cm": 567, "mm": 56.7, "pc": 240, "pi": 240}
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)(pt|in|cm|mm|pc|pi)?")


def _measure(own: Element | None, name: str, usual: int) -> int:
    """A length in twentieths of a point, in whatever unit it is told."""
    found = _LENGTH.fullmatch(own.get(q(name), "")) if own is not None else None
    return round(float(found[1]) * _UNITS.get(found[2] or "", 1)) if found else usual


def _is_on(own: Element | None) -> bool:
    return own is not None and own.get(q("val"), "true") not in ("0", "false", "off")


def _even_differs(file: Opened) -> bool:
    settings = file.tree(file.related("settings"))
    return settings is not None and _is_on(settings.find(q("evenAndOddHeaders")))


# -- one edge -----------------------------------------------------------------------------


def _edge(file: Opened, name: str) -> Edge | None:
    """A header or footer as it may stand in a paper; None where nothing of it is seen."""
    tree = file.tree(name)
    if tree is None or tree.tag not in (q("hdr"), q("ftr")):
        return None
    relations = file.relations(name)
    media = {key: own for key, own in relations.items() if not own.outside}
    pictures = {key: made for key, own in media.items() if (made := _picture(file, own))}
    addresses = {
        key: own.target
        for key, own in relations.items()
        if own.outside and own.kind == "hyperlink" and _ADDRESS.match(own.target)
    }
    _bare(tree)
    counts = without_foreign_fields(tree)
    _without_dead_ends(tree, {*pictures, *addresses})
    if not _is_seen(tree):
        return None
    used = _used(tree)
    ends: dict[str, Media | str] = {**pictures, **addresses}
    links = [Link(key, relations[key].type, to) for key, to in ends.items() if key in used]
    return Edge(tree, tuple(links), counts)


def _picture(file: Opened, own: Relation) -> Media | None:
    blob = file.content(own.target) if own.kind in _PICTURES else None
    kind = file.content_type(own.target)
    if not blob or not kind.startswith("image/"):
        return None
    return Media(posixpath.basename(own.target), kind, blob)


def _bare(tree: Element) -> None:
    """Takes out what tells who wrote it and when, what hangs on parts that stay behind, what
    a person was still to fill in, and the line a paper of ours put there."""
    for mark in [*tree.iter(q("bookmarkStart"))]:
        if mark.get(q("name"), "").startswith(OWN_LINE):
            remove(next(mark.iterancestors(q("p")), mark))
    for control in [*tree.iter(q("sdt"))]:
        _without_control(control)
    for own in [*tree.iter(*_OPENED_UP)]:
        unwrap(own, own)
    for own in [*tree.iter(*_DROPPED)]:
        remove(own)
    for own in [*tree.iter(etree.Comment), *tree.iter(etree.ProcessingInstruction)]:
        remove(own)
    for own in tree.iter():
        for name in [*own.attrib]:
            if _MADE_BY.search(str(name)):
                del own.attrib[name]
        _without_paths(own)


def _without_control(control: Element) -> None:
    """A content control gives what stands in it; one that shows a hint or what is kept
    elsewhere in the file gives no words."""
    properties, content = control.find(q("sdtPr")), control.find(q("sdtContent"))
    filled_in = properties is not None and any(
        properties.find(q(name)) is not None for name in ("showingPlcHdr", "dataBinding")
    )
    if filled_in:
        for run in [*control.iter(q("r"))]:
            remove(run)
    unwrap(control, content)


def _without_paths(own: Element) -> None:
    """A picture's name says no folder of whoever made it."""
    if not str(own.tag).endswith(("}docPr", "}cNvPr")):
        return
    for name in _NAMED:
        if _PATH.search(own.get(name, "")):
            own.set(name, re.split(_PATH, own.get(name, ""))[-1])


def _without_dead_ends(tree: Element, known: set[str]) -> None:
    """Takes out what points at something that stays behind; of a link the words stay."""
    for own in [*tree.iter()]:
        ends = [value for key, value in own.attrib.items() if str(key).startswith(_ID)]
        if all(value in known or not value for value in ends):
            continue
        if own.get(f"{_ID}embed") in known:
            own.attrib.pop(f"{_ID}link", None)
            continue
        if own.tag == q("hyperlink"):
            unwrap(own, own)
        elif str(own.tag).endswith(("}hlinkClick", "}hlinkHover")):
            remove(own)
        else:
            remove(next(own.iterancestors(q("r")), own))


def _used(tree: Element) -> set[str]:
    return {
        value
        for own in tree.iter()
        for key, value in own.attrib.items()
        if str(key).startswith(_ID)
    }


def _is_seen(tree: Element) -> bool:
    """Whether anything of an edge is printed."""
    drawn = tree.iter(*map(q, ("drawing", "pict", "fldChar", "fldSimple", "pBdr", "sym")))
    words = "".join(own.text or "" for own in tree.iter(q("t")))
    return next(drawn, None) is not None or bool(words.strip())


def unwrap(own: Element, content: Element | None) -> None:
    """Puts the children of ``content`` in the place of ``own``."""
    parent = own.getparent()
    if parent is None:
        return
    place = parent.index(own)
    for child in [*(content if content is not None else ())]:
        parent.insert(place, child)
        place += 1
    parent.remove(own)


def remove(own: Element) -> None:
    """Takes an element out; words behind it stay."""
    parent = own.getparent()
    if parent is not None:
        parent.remove(own)
