"""One agreement of Rietbeek, told once and written in every form people have it."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

TITLE = "Prestatieafspraken gemeente Rietbeek 2027"

# (kind, number, text): h1-h3 headings, p text, n agreement, s sub-item, b bullet, t table
MATTER: list[tuple[str, str, str]] = [
    ("h1", "1", "Inleiding"),
    (
        "p",
        "",
        "De gemeente Rietbeek, woningcorporatie Beekwonen en Huurdersbelang Rietbeek (HBR) "
        "maken elk jaar prestatieafspraken. Deze afspraken gelden voor het jaar 2027.",
    ),
    ("h1", "2", "Rollen"),
    ("p", "", "Ieder draagt bij vanuit zijn eigen rol en praat daar open over met de anderen."),
    ("h1", "3", "Samenwerking"),
    ("n", "1", "Partijen spreken elkaar vier keer per jaar in het ambtelijk overleg."),
    ("n", "2", "De gemeente nodigt in maart 2027 uit voor een gesprek over het jaar daarvoor."),
    ("h1", "4", "Prestatieafspraken 2027"),
    ("h2", "4.1", "Betaalbaarheid"),
    ("h3", "", "Doel"),
    ("p", "", "Huurders met een laag inkomen houden genoeg geld over om van te leven."),
    ("h3", "", "Gezamenlijke prestaties 2027"),
    ("n", "3", "Partijen onderzoeken voor 1 juli 2027 wie er net buiten de toeslag valt:"),
    ("b", "", "alleenstaande ouderen met een klein pensioen;"),
    ("b", "", "gezinnen met wisselend werk."),
    ("n", "4", "Beekwonen en HBR geven samen voorlichting over energie, zie afspraak 6."),
    ("h3", "", "Prestaties gemeente 2027"),
    ("n", "5", "De gemeente helpt huurders met schulden binnen vijf werkdagen na hun melding."),
    ("h2", "4.2", "Duurzaamheid"),
    ("p", "", "Een woning die weinig vraagt is goed voor de huurder en voor de beek."),
    ("h3", "", "Prestaties Beekwonen 2027"),
    ("n", "6", "Beekwonen isoleert in 2027 veertig woningen. Daarbij geldt:"),
    ("s", "a", "de huurder betaalt niet meer huur;"),
    ("s", "b", "HBR krijgt de planning een maand van tevoren."),
    ("n", "7", "Beekwonen plaatst zonnepanelen op de woningen uit onderstaande tabel."),
    ("t", "", "Buurt|Woningen|Jaar\nNoord|12|2027\nZuid|9|2028"),
]
NUMBERS = ["1", "2", "3", "4", "5", "6", "7"]
SIGNING = [
    "Rietbeek, 14 december 2026",
    "Mevr. L. van der Beek",
    "Wethouder gemeente Rietbeek",
    "Dhr. T. Haverkort",
    "Directeur-bestuurder Beekwonen",
    "Mevr. A. de Wit",
    "Voorzitter Huurdersbelang Rietbeek",
]
ANNEX = "Bijlage 1: Lopend werk"
ANNEX_ITEMS = [
    "1. De gemeente en Beekwonen wisselen elke maand gegevens uit over de wachtlijst.",
    "2. HBR leest de conceptbrieven aan huurders mee en reageert binnen twee weken.",
]


def as_markdown() -> str:
    """The agreement as somebody would write it in Markdown."""
    pieces = [f"# {TITLE}"]
    marks = {"h1": "##", "h2": "###", "h3": "####"}
    for kind, number, text in MATTER:
        if kind in marks:
            pieces.append(f"{marks[kind]} {number} {text}".replace("  ", " "))
        elif kind == "n":
            pieces.append(f"{number}. {text}")
        elif kind == "t":
            rows = [f"| {' | '.join(row.split('|'))} |" for row in text.split("\n")]
            pieces.append("\n".join([rows[0], "| --- | --- | --- |", *rows[1:]]))
        else:
            pieces.append({"p": "", "s": f"   {number}. ", "b": "- "}[kind] + text)
    pieces += SIGNING
    pieces += [f"## {ANNEX}", *ANNEX_ITEMS]
    return "\n\n".join(pieces) + "\n"


def wrapped(text: str, width: int = 70) -> list[str]:
    """Words in printed lines of a width."""
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def as_extracted_text() -> str:
    """The agreement as a PDF extractor leaves it: an empty line after every line, a line
    of one space between paragraphs, bullets lost to one space, page numbers in between."""
    out: list[str] = []

    def add(text: str, lead: str = "") -> None:
        for count, line in enumerate(wrapped(lead + text if lead.strip() else text)):
            out.append((lead if count == 0 and not lead.strip() else "") + line + " ")
            out.append("")

    def part() -> None:
        out.extend([" ", ""])

    add(TITLE)
    part()
    for count, (kind, number, text) in enumerate(MATTER):
        if kind in ("h1", "h2", "h3"):
            part()
            add(f"{number} {text}".strip())
            part()
        elif kind == "t":
            out.extend(row.replace("|", "\t") for row in text.split("\n"))
            part()
        elif kind == "b":
            add(text, " ")
        elif kind == "p":
            add(text)
            part()
        else:
            add(f"{number}. {text}")
        if count == 9:
            out.extend([" ", "", "  3 ", "", " "])
    part()
    for line in SIGNING:
        add(line)
        part()
    part()
    add(ANNEX)
    part()
    for line in ANNEX_ITEMS:
        add(line)
    return "\n".join(out)


def as_word(path: Path, *, styled: bool = True, tables: bool = False) -> Path:
    """The agreement as a Word file: ``styled`` with heading styles, else only bold and
    larger; with ``tables`` the agreements stand in tables Nr | Afspraak | Trekker."""
    paper = docx.Document()
    add_heading(paper, TITLE, 0, styled)
    table = None
    for kind, number, text in MATTER:
        if kind[0] == "h":
            table = None
            add_heading(paper, f"{number} {text}".strip(), int(kind[1]), styled)
        elif kind == "t":
            table = None
            add_table(paper, [row.split("|") for row in text.split("\n")])
        elif tables and kind == "n":
            if table is None:
                table = paper.add_table(rows=1, cols=3)
                fill(table.rows[0], ["Nr", "Afspraak", "Trekker"])
            fill(table.add_row(), [number, text, "Partijen"])
        elif tables and kind in "sb" and table is not None:
            cell = table.rows[-1].cells[1]
            cell.add_paragraph(text if kind == "b" else f"{number}. {text}")
            if kind == "b":
                cell.paragraphs[-1].style = paper.styles["List Bullet"]
        elif kind == "b":
            paper.add_paragraph(text, style="List Bullet")
        else:
            paper.add_paragraph({"p": "", "n": f"{number}.\t", "s": f"{number}. "}[kind] + text)
    for line in SIGNING:
        paper.add_paragraph(line)
    add_heading(paper, ANNEX, 1, styled)
    for line in ANNEX_ITEMS:
        paper.add_paragraph(line)
    paper.save(path)
    return path


def add_heading(paper, text: str, level: int, styled: bool) -> None:
    if styled:
        paper.add_heading(text, level)
        return
    run = paper.add_paragraph().add_run(text)
    run.bold = True
    run.font.size = docx.shared.Pt(20 - 2 * level)


def add_table(paper, rows: list[list[str]]) -> None:
    table = paper.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        fill(table.add_row(), row)


def fill(row, texts: list[str]) -> None:
    for cell, text in zip(row.cells, texts, strict=True):
        cell.text = text


def tracked(paragraph, tag: str, text: str) -> None:
    """Adds a tracked insertion ("ins") or deletion ("del") to a paragraph."""
    change = OxmlElement(f"w:{tag}")
    change.set(qn("w:id"), "7")
    change.set(qn("w:author"), "HBR")
    run = OxmlElement("w:r")
    words = OxmlElement("w:t" if tag == "ins" else "w:delText")
    words.set(qn("xml:space"), "preserve")
    words.text = text
    run.append(words)
    change.append(run)
    paragraph._p.append(change)
