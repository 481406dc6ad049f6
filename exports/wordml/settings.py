"""Settings, fonts and properties: small parts that are the same in every paper."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from exports.wordml.styles import COLUMN, FONT
from exports.wordml.xml import el, root, written
from pa_tui.domain.text import clean

_COMPATIBLE = (
    ("compatibilityMode", 15),
    ("overrideTableStyleFontSizeAndJustification", 1),
    ("enableOpenTypeFeatures", 1),
    ("doNotFlipMirrorIndents", 1),
    ("differentiateMultirowTableHeaders", 1),
)
_URI = "http://schemas.microsoft.com/office/word"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def settings_part(*, footnotes: bool, even_differs: bool = False) -> bytes:
    """word/settings.xml: Word 2013 and later ("compatibility mode" 15), Dutch;
    ``even_differs`` where even pages have edges of their own."""
    notes = el("footnotePr", el("footnote", id=-1), el("footnote", id=0))
    made = [
        el("zoom", percent=100),
        el("defaultTabStop", val=COLUMN),
        el("evenAndOddHeaders") if even_differs else None,
        el("characterSpacingControl", val="doNotCompress"),
        notes if footnotes else None,
        el(
            "compat",
            *(
                el("compatSetting", name=name, uri=_URI, val=value)
                for name, value in _COMPATIBLE
            ),
        ),
        el("themeFontLang", val="nl-NL"),
        el("decimalSymbol", val=","),
        el("listSeparator", val=";"),
    ]
    return written(root("settings", (own for own in made if own is not None)))


def fonts_part() -> bytes:
    """word/fontTable.xml: Arial, with what to take where it is not there."""
    font = el(
        "font",
        el("altName", val="Liberation Sans"),
        el("panose1", val="020B0604020202020204"),
        el("charset", val="00"),
        el("family", val="swiss"),
        el("pitch", val="variable"),
        name=FONT,
    )
    return written(root("fonts", [font]))


def core_part(title: str, language: str, organisations: Iterable[str]) -> bytes:
    """docProps/core.xml: title, language and organisations; no person, no machine, no date."""
    makers = "; ".join(organisations)
    spoken = "nl-NL" if language == "nl" else language
    return (
        f"{_HEAD}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{_told(title)}</dc:title><dc:creator>{_told(makers)}</dc:creator>"
        f"<dc:language>{_told(spoken)}</dc:language></cp:coreProperties>"
    ).encode()


def app_part(organisations: Iterable[str]) -> bytes:
    """docProps/app.xml: the organisations as the company."""
    company = "; ".join(organisations)
    return (
        f"{_HEAD}<Properties "
        'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Company>{_told(company)}</Company></Properties>"
    ).encode()


def _told(text: str) -> str:
    return escape(" ".join(clean(text).split()))
