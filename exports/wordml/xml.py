"""Elements of WordprocessingML, built in the order the schema wants them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from pa_tui.domain.text import clean

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = {"w": W, "r": R}
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)

Element = etree._Element


def q(name: str) -> str:
    """The full name of a w: element or attribute."""
    return f"{{{W}}}{name}"


def el(name: str, /, *children: Element | None, **attributes: object) -> Element:
    """An element with w: attributes; children that are None are left out."""
    made = etree.Element(q(name), nsmap=_NAMESPACES)
    for key, value in attributes.items():
        if value is not None:
            told = str(value)
            made.set(q(key.rstrip("_")), told if told.isprintable() else clean(told))
    made.extend(child for child in children if child is not None)
    return made


def root(name: str, children: Iterable[Element] = ()) -> Element:
    """The root element of a part."""
    made = etree.Element(q(name), nsmap=_NAMESPACES)
    made.extend(children)
    return made


def on_off(name: str, wanted: bool) -> Element | None:
    """A switch, where it is on."""
    return el(name) if wanted else None


def written(element: Element) -> bytes:
    """The element as the bytes of a part."""
    etree.cleanup_namespaces(element, keep_ns_prefixes=["w", "r"])
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)


def parsed(part: bytes) -> Element:
    """The root element of a part of ours."""
    return etree.fromstring(part, _PARSER)


def text_run(text: str, *properties: Element | None, deleted: bool = False) -> Element:
    """A run of words; tabs and line ends become Word's own. What XML cannot hold is left
    out."""
    kept = [own for own in properties if own is not None]
    run = el("r", el("rPr", *kept) if kept else None)
    run.extend(_pieces(clean(text), "delText" if deleted else "t"))
    return run


def _pieces(text: str, name: str) -> Iterator[Element]:
    for place, line in enumerate(text.split("\n")):
        if place:
            yield el("br")
        for column, piece in enumerate(line.split("\t")):
            if column:
                yield el("tab")
            if piece:
                made = el(name)
                made.text = piece
                if piece != piece.strip() or "  " in piece:
                    made.set(_XML_SPACE, "preserve")
                yield made


def instruction(words: str, *, deleted: bool = False) -> Element:
    """The run that says what a field does."""
    made = el("delInstrText" if deleted else "instrText")
    made.text = f" {words} "
    made.set(_XML_SPACE, "preserve")
    return el("r", made)


def field(words: str, *result: Element, deleted: bool = False) -> list[Element]:
    """The runs of a field with the result it shows until it is brought up to date."""
    return [
        el("r", el("fldChar", fldCharType="begin")),
        instruction(words, deleted=deleted),
        el("r", el("fldChar", fldCharType="separate")),
        *result,
        el("r", el("fldChar", fldCharType="end")),
    ]
