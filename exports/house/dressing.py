"""Dressing a paper: the template's styles, with ours where it has none, and its colours.

Each of our styles is the template's of the same name, or the one its settings name; what the
template lacks is ours, in the template's type and colour. Numbers stay those of the
agreement.
"""

from __future__ import annotations

import copy
from dataclasses import replace

from lxml import etree

from exports.house.names import Names
from exports.house.template import Template
from exports.wordml.package import EdgePart
from exports.wordml.stationery import EdgeStyle, Stationery
from exports.wordml.styles import (
    ACCENT,
    DENSER,
    FAINT,
    HEADING_LEVELS,
    INK,
    LARGER,
    LINE,
    QUIET,
    TIGHT,
    TINT,
    UPRIGHT,
)
from exports.wordml.xml import Element, el, parsed, q, written

_POINTERS = tuple(map(q, ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")))
_PLAIN_INK = "404040"
_GREYS = {QUIET: "595959", LINE: "BFBFBF", FAINT: "D9D9D9", TINT: "F2F2F2"}
_USUAL_SIZE = "20"
_ROOMY, _ROOM, _LINES = "Afsprakentekst", 110, 264
_COLOURS = tuple(map(q, ("color", "fill")))


class Dress:
    """The styles of one paper in a house style, and what else changes with them."""

    def __init__(
        self, template: Template, ours: bytes, *, large: bool = False, dense: bool = False
    ) -> None:
        """``ours`` is our own word/styles.xml; ``large`` asks for large type, ``dense`` for
        little room between paragraphs."""
        self._template = template
        own = Names(parsed(ours))
        self._styles = copy.deepcopy(template.styles)
        self._theirs = Names(self._styles)
        self._ids: dict[str, str] = {}
        self._ink = self._house_ink()
        _neutral(self._styles)
        if large:
            _enlarge(self._styles)
        self._dense = dense
        self._merge(own)
        self._own_table = "tabel" in template.instead
        self._body = self._ids.get("Normal", "Normal")
        plain = _default_of(self._styles, "paragraph")
        self._plain = "" if plain is None else plain.get(q("styleId"), "")

    # -- what the paper is made with -----------------------------------------------------

    def styles(self) -> bytes:
        """word/styles.xml, with every name space the template's own knows."""
        return etree.tostring(
            self._styles, xml_declaration=True, encoding="UTF-8", standalone=True
        )

    def stationery(self) -> Stationery:
        """The template's sheets, with the style of our own line on their edges."""
        return replace(
            self._template.stationery,
            header=self._edge_style("Header"),
            footer=self._edge_style("Footer"),
        )

    def theme(self) -> EdgePart | None:
        """The template's theme."""
        return self._template.theme

    def worn(self, part: bytes, *, is_text: bool = False) -> bytes:
        """A part in the template's styles and colours; ``is_text`` where its paragraphs
        without a style are plain text of the paper."""
        tree = parsed(part)
        self._point(tree)
        if is_text and self._body != self._plain:
            _style_plain(tree, self._body)
        if self._own_table:
            _leave_tables_alone(tree)
        self._colour(tree)
        return written(tree)

    # -- the styles --------------------------------------------------------------------------

    def _merge(self, ours: Names) -> None:
        lacking = []
        taken = {style.get(q("styleId")) for style in self._styles.iterchildren(q("style"))}
        for name, style in ours.exact.items():
            key, own = style.get(q("styleId"), ""), self._own(name, style)
            if own is None:
                lacking.append(style)
                self._ids[key] = _free(key, taken)
            else:
                self._ids[key] = own.get(q("styleId"), "")
        self._leave_room(taken)
        for style in lacking:
            style.set(q("styleId"), self._ids[style.get(q("styleId"), "")])
            self._point(style)
            self._colour(style)
            self._fit(style)
            self._styles.append(style)
        self._follow_body("List Paragraph")
        self._drop_dead_ends()
        for level in range(1, HEADING_LEVELS + 1):
            _lead(self._line(self._ids[f"Heading{level}"])[0], level)

    def _leave_room(self, taken: set[str | None]) -> None:
        """Where plain text of the template leaves no room between paragraphs, a style that
        builds on it does; for a dense paper there is one that leaves little."""
        plain = self._ids["Normal"]
        line = (*self._line(plain), *_defaults(self._styles))
        if not self._dense and any(map(_has_room, line)):
            return
        key = _free(_ROOMY, taken)
        share, lines = (DENSER, TIGHT) if self._dense else (1, _LINES)
        after = round(_ROOM * share)
        room = el("pPr", el("spacing", before=0, after=after, line=lines, lineRule="auto"))
        name, base = el("name", val=_ROOMY), el("basedOn", val=plain)
        made = el("style", name, base, el("qFormat"), room, type="paragraph", styleId=key)
        made.set(q("customStyle"), "1")
        self._styles.append(made)
        self._ids["Normal"] = key

    def _drop_dead_ends(self) -> None:
        """What styles say of others that are not there is left out."""
        known = {style.get(q("styleId")) for style in self._styles.iterchildren(q("style"))}
        for pointer in [*self._styles.iter(q("basedOn"), q("next"), q("link"))]:
            style = pointer.getparent()
            if style is not None and pointer.get(q("val")) not in known:
                style.remove(pointer)

    def _follow_body(self, name: str) -> None:
        """A style of the template that builds on its plain text builds on what is plain text
        in the paper, unless somebody chose it."""
        own, plain = self._theirs.find(name), _default_of(self._styles, "paragraph")
        base = own.find(q("basedOn")) if own is not None else None
        if base is None or plain is None or name.casefold() in self._template.instead:
            return
        if base.get(q("val")) == plain.get(q("styleId")):
            base.set(q("val"), self._ids["Normal"])

    def _own(self, name: str, style: Element) -> Element | None:
        """The template's style that plays the part of one of ours."""
        instead = self._template.instead.get(name)
        if instead is not None:
            same = self._styles.iterchildren(q("style"))
            return next(own for own in same if own.get(q("styleId")) == instead)
        kind = style.get(q("type"), "")
        own = self._theirs.find(name)
        if own is not None and own.get(q("type")) == kind:
            return own
        return _default_of(self._styles, kind) if style.get(q("default")) else None

    def _fit(self, style: Element) -> None:
        """A style of ours in the width of the template's sheet, in one type with the rest."""
        for tab in style.iter(q("tab")):
            if tab.get(q("pos")) == str(UPRIGHT):
                tab.set(q("pos"), str(self._template.stationery.upright.text))

    def _edge_style(self, key: str) -> EdgeStyle:
        own = self._ids.get(key, key)
        tabs: list[str] = []
        for style in self._line(own):
            tabs += [tab.get(q("pos"), "0") for tab in style.iterfind(f".//{q('tab')}")]
        return EdgeStyle(own, tuple(dict.fromkeys(tabs)))

    def _line(self, key: str) -> list[Element]:
        """A style, what it builds on, and so on."""
        known = {s.get(q("styleId")): s for s in self._styles.iterchildren(q("style"))}
        line: list[Element] = []
        while key in known and known[key] not in line:
            line.append(known[key])
            base = known[key].find(q("basedOn"))
            key = base.get(q("val"), "") if base is not None else ""
        return line

    def _point(self, tree: Element) -> None:
        for pointer in tree.iter(*_POINTERS):
            old = pointer.get(q("val"), "")
            pointer.set(q("val"), self._ids.get(old, old))

    # -- the colours -------------------------------------------------------------------------

    def _house_ink(self) -> str:
        """The colour of the template's headings; a dark grey where they have none."""
        for name in ("heading 1", "title"):
            key = self._template.instead.get(name)
            own = self._theirs.find(name)
            if own is not None and key is None:
                key = own.get(q("styleId"), "")
            for style in self._line(key or ""):
                colour = style.find(f"{q('rPr')}/{q('color')}")
                if colour is not None:
                    told = colour.get(q("val"), "auto").upper()
                    return _PLAIN_INK if told in ("AUTO", "FFFFFF") else told
        return _PLAIN_INK

    def _colour(self, tree: Element) -> None:
        """Our colours as the template's."""
        worn = {INK: self._ink, ACCENT: self._ink, **_GREYS}
        for own in tree.iter():
            for name in _COLOURS:
                if own.get(name) in worn:
                    own.set(name, worn[own.get(name, "")])
        for own in tree.iter(q("color")):
            own.set(q("val"), worn.get(own.get(q("val"), ""), own.get(q("val"), "")))


def _has_room(style: Element) -> bool:
    """Whether a style sets paragraphs apart, or begins them further in."""
    room = style.find(f"{q('pPr')}/{q('spacing')}")
    indent = style.find(f"{q('pPr')}/{q('ind')}")
    sides = ("before", "after", "beforeLines", "afterLines", "afterAutospacing")
    told = [room.get(q(side), "0") for side in sides] if room is not None else []
    told += [indent.get(q("firstLine"), "0")] if indent is not None else []
    return any(value not in ("0", "false", "off") for value in told)


def _defaults(styles: Element) -> list[Element]:
    return styles.findall(f"{q('docDefaults')}/{q('pPrDefault')}")


def _default_of(styles: Element, kind: str) -> Element | None:
    """The default style of a type."""
    same = (s for s in styles.iterchildren(q("style")) if s.get(q("type")) == kind)
    return next((s for s in same if s.get(q("default")) in ("1", "true", "on")), None)


def _free(wanted: str, taken: set[str | None]) -> str:
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}{number}"
    taken.add(name)
    return name


def _neutral(styles: Element) -> None:
    """Takes out numbers the styles would count by themselves, since those of the agreement
    stand there already, new pages, which a paper begins itself, and who made them; sets the
    language of the text."""
    for own in [*styles.iter(q("numPr"), q("rsid"), q("pageBreakBefore"))]:
        parent = own.getparent()
        if parent is not None:
            parent.remove(own)
    defaults = _default_looks(styles)
    for old in defaults.findall(q("lang")):
        defaults.remove(old)
    defaults.append(el("lang", val="nl-NL", eastAsia="nl-NL", bidi="ar-SA"))
    for own in [*styles.iterfind(f"{q('style')}/{q('rPr')}/{q('lang')}")]:
        looks = own.getparent()
        if looks is not None:
            looks.remove(own)


def _lead(style: Element, level: int) -> None:
    """A style as that of a heading: in the outline at its level, on one page with its text."""
    properties = style.find(q("pPr"))
    if properties is None:
        properties = el("pPr")
        before = [style.find(q(name)) for name in ("rPr", "tblPr", "trPr", "tcPr")]
        following = next((own for own in before if own is not None), None)
        style.insert(len(style) if following is None else style.index(following), properties)
    for name in ("keepNext", "outlineLvl"):
        for old in properties.findall(q(name)):
            properties.remove(old)
    properties.insert(0, el("keepNext"))
    outline = el("outlineLvl", val=level - 1)
    last = [*properties.iterchildren(q("divId"), q("cnfStyle"), q("rPr"), q("pPrChange"))]
    properties.insert(properties.index(last[0]) if last else len(properties), outline)


def _default_looks(styles: Element) -> Element:
    """The w:rPr that holds for all text, made where it is not there."""
    made = styles
    for name in ("docDefaults", "rPrDefault", "rPr"):
        found = made.find(q(name))
        if found is None:
            found = el(name)
            made.insert(0, found)
        made = found
    return made


def _enlarge(styles: Element) -> None:
    """Large type: all that has a size is larger, what has none has one."""
    defaults = _default_looks(styles)
    for name in ("sz", "szCs"):
        if defaults.find(q(name)) is None:
            defaults.insert(len(defaults) - 1, el(name, val=_USUAL_SIZE))
    for looks in styles.iter(q("rPr")):
        for size in looks.iterchildren(q("sz"), q("szCs")):
            told = size.get(q("val"), "")
            if told.isdigit():
                size.set(q("val"), str(round(int(told) * LARGER)))


def _style_plain(tree: Element, key: str) -> None:
    """Gives paragraphs without a style the one of plain text."""
    for paragraph in tree.iter(q("p")):
        properties = paragraph.find(q("pPr"))
        if properties is None:
            properties = el("pPr")
            paragraph.insert(0, properties)
        for own in (properties, *properties.iterfind(f"{q('pPrChange')}/{q('pPr')}")):
            if own.find(q("pStyle")) is None:
                own.insert(0, el("pStyle", val=key))


def _leave_tables_alone(tree: Element) -> None:
    """Takes our own shades and lines out of cells, for a table style of the template."""
    for cell in tree.iter(q("tcPr")):
        for own in cell.findall(q("shd")) + cell.findall(q("tcBorders")):
            cell.remove(own)
