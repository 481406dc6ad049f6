"""Templates as organisations have them, made on the spot: with a letterhead, in Dutch, in the
strict variant, with macros, and full of what is nobody's business."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.shared import Cm, Pt, RGBColor

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SECRET = "Geheim van Jansen"
"""What may be in no paper that wears a template."""

_DUTCH = {"Normal": "Standaard", "Title": "Titel", "Header": "Koptekst", "Footer": "Voettekst"}
_DUTCH |= {f"Heading{level}": f"Kop{level}" for level in range(1, 5)}
_DUTCH |= {"ListParagraph": "Lijstalinea", "Caption": "Bijschrift"}


def picture(colour: tuple[int, int, int] = (150, 20, 60)) -> bytes:
    """A small PNG of one colour."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        body = kind + content
        return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))

    line = b"\x00" + bytes(colour) * 120
    head = struct.pack(">IIBBBBB", 120, 40, 8, 2, 0, 0, 0)
    image = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(line * 40))
    return b"\x89PNG\r\n\x1a\n" + image + chunk(b"IEND", b"")


def xml(inner: str) -> object:
    """A w: element from its words."""
    return parse_xml(inner.replace(">", f' xmlns:w="{W}">', 1))


def field(words: str, result: str) -> list[object]:
    """The runs of a field with what it shows."""
    kinds = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end")]
    return [
        xml(kinds[0]),
        xml(f'<w:r><w:instrText xml:space="preserve"> {words} </w:instrText></w:r>'),
        xml('<w:r><w:fldChar w:fldCharType="separate"/></w:r>'),
        xml(f"<w:r><w:t>{result}</w:t></w:r>"),
        xml(kinds[1]),
    ]


def letterhead() -> Document:
    """A letter of a municipality: a logo and an address on the first page, a quiet line on
    the others, page numbers of its own, a wide left margin; and what should stay behind."""
    made = docx.Document()
    made.core_properties.author = SECRET
    made.core_properties.comments = SECRET
    made.styles["Normal"].font.name = "Georgia"
    made.styles["Normal"].font.size = Pt(11)
    for level in (1, 2, 3):
        made.styles[f"Heading {level}"].font.color.rgb = RGBColor(0x96, 0x14, 0x3C)
        made.styles[f"Heading {level}"].font.name = "Georgia"
    made.styles.add_style("Broodtekst", WD_STYLE_TYPE.PARAGRAPH)
    made.add_paragraph(SECRET)
    made.add_comment(made.add_paragraph("Beste lezer").runs, SECRET, SECRET, "J")
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3.5), Cm(2)
    section.top_margin, section.bottom_margin = Cm(4), Cm(3)
    section.different_first_page_header_footer = True
    first = section.first_page_header.paragraphs[0]
    first.add_run().add_picture(io.BytesIO(picture()), width=Cm(4))
    section.first_page_header.add_paragraph("Gemeente Lindewaard · Lindelaan 1")
    section.header.paragraphs[0].add_run("Gemeente Lindewaard")
    for runs in (field("FILENAME \\p", SECRET), field("AUTHOR", SECRET)):
        section.header.paragraphs[0]._p.extend(runs)
    section.header._element.append(
        xml(
            "<w:sdt><w:sdtPr><w:dataBinding w:xpath='/x' w:storeItemID='{1}'/></w:sdtPr>"
            f"<w:sdtContent><w:p><w:r><w:t>{SECRET}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        )
    )
    for footer in (section.first_page_footer, section.footer):
        footer.paragraphs[0].add_run("Postbus 12, 1234 AB Lindewaard · lindewaard.example")
        footer._element.append(
            xml(
                f'<w:p><w:ins w:id="3" w:author="{SECRET}" w:date="2026-01-01T00:00:00Z">'
                "<w:r><w:t>IBAN NL00 BANK 0123 4567 89</w:t></w:r></w:ins></w:p>"
            )
        )
    section.footer.paragraphs[0].add_run("\tblad ")
    section.footer.paragraphs[0]._p.extend(field("PAGE", "1"))
    return made


def lying() -> Document:
    """A report on American paper with other edges on even and on lying pages."""
    made = docx.Document()
    made.settings.odd_and_even_pages_header_footer = True
    section = made.sections[0]
    section.header.paragraphs[0].text = "ONEVEN"
    section.even_page_header.paragraphs[0].text = "EVEN"
    turned = made.add_section()
    turned.orientation = WD_ORIENT.LANDSCAPE
    turned.page_width, turned.page_height = section.page_height, section.page_width
    turned.header.is_linked_to_previous = False
    turned.header.paragraphs[0].text = "LIGGEND"
    return made


def saved(made: Document, path: Path, *changes: Callable[[dict[str, bytes]], None]) -> Path:
    """The document at ``path``, its parts changed."""
    out = io.BytesIO()
    made.save(out)
    with zipfile.ZipFile(out) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    for change in changes:
        change(parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return path


def in_dutch(parts: dict[str, bytes]) -> None:
    """The ids of styles as a Dutch Word makes them; their names stay."""
    for name in [own for own in parts if own.startswith("word/") and own.endswith(".xml")]:
        for english, dutch in _DUTCH.items():
            parts[name] = parts[name].replace(f'"{english}"'.encode(), f'"{dutch}"'.encode())
        for english, dutch in _DUTCH.items():
            shown = (f'<w:name w:val="{own}"/>'.encode() for own in (dutch, english))
            parts[name] = parts[name].replace(*shown)


def strict(parts: dict[str, bytes]) -> None:
    """The strict variant of the format (ISO 29500)."""
    for name, content in [*parts.items()]:
        own = content
        for usual, other in (
            (b"wordprocessingml/2006/main", b"wordprocessingml/main"),
            (b"officeDocument/2006/relationships", b"officeDocument/relationships"),
            (b"drawingml/2006/main", b"drawingml/main"),
            (b"drawingml/2006/picture", b"drawingml/picture"),
            (b"drawingml/2006/wordprocessingDrawing", b"drawingml/wordprocessingDrawing"),
        ):
            own = own.replace(
                b"http://schemas.openxmlformats.org/" + usual,
                b"http://purl.oclc.org/ooxml/" + other,
            )
        parts[name] = own.replace(b"w:left=", b"w:start=") if "styles" in name else own


def of_kind(kind: str) -> Callable[[dict[str, bytes]], None]:
    """A template (.dotx) or a file with macros (.docm, .dotm)."""

    def change(parts: dict[str, bytes]) -> None:
        types = parts["[Content_Types].xml"]
        usual = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main"
        parts["[Content_Types].xml"] = types.replace(usual, _KINDS[kind])
        if kind.endswith("m"):
            parts["word/vbaProject.bin"] = SECRET.encode()

    return change


_KINDS: Mapping[str, bytes] = {
    "dotx": b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main",
    "docm": b"application/vnd.ms-word.document.macroEnabled.main",
    "dotm": b"application/vnd.ms-word.template.macroEnabledTemplate.main",
}


def only_the_plain_style(parts: dict[str, bytes]) -> None:
    """A template with one style."""
    parts["word/styles.xml"] = (
        f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:default="1" w:styleId="Std">'
        '<w:name w:val="Normal"/><w:rPr><w:rFonts w:ascii="Courier New" '
        'w:hAnsi="Courier New"/></w:rPr></w:style></w:styles>'
    ).encode()
