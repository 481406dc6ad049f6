"""An independent reader of .docx files: plain zip and XML, numbers computed as Word does."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(docx: bytes, name: str):
    with zipfile.ZipFile(io.BytesIO(docx)) as file:
        return etree.fromstring(file.read(name))


def member(docx: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(docx)) as file:
        return file.read(name)


def names(docx: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(docx)) as file:
        return file.namelist()


def value(element, name: str) -> str | None:
    found = element.find(f"{W}{name}") if element is not None else None
    return None if found is None else found.get(f"{W}val")


def shown(element) -> str:
    """The words of an element as they are seen: no instructions of fields."""
    pieces = {f"{W}tab": "\t", f"{W}br": "\n"}
    return "".join(
        e.text or "" if e.tag == f"{W}t" else pieces[e.tag]
        for e in element.iter(f"{W}t", *pieces)
        if e.tag == f"{W}t" or e.getparent().tag == f"{W}r"
    )


@dataclass
class Line:
    style: str
    number: str
    words: str
    element: object

    @property
    def printed(self) -> str:
        """What a person reads: the number, counted or typed, and the words."""
        return f"{self.number}\t{self.words}" if self.number else self.words


def letters(count: int) -> str:
    return chr(96 + (count - 1) % 26 + 1) * ((count - 1) // 26 + 1)


def roman(count: int) -> str:
    told = ""
    for worth, sign in (
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ):
        while count >= worth:
            told, count = told + sign, count - worth
    return told


FORMS = {
    "decimal": str,
    "lowerLetter": letters,
    "upperLetter": lambda n: letters(n).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda n: roman(n).upper(),
}


class Counter:
    """Counts as Word does: lists of one definition share their counters, a list that starts
    anew sets them, a number restarts the levels below it."""

    def __init__(self, numbering) -> None:
        self.levels = {
            a.get(f"{W}abstractNumId"): {
                level.get(f"{W}ilvl"): level for level in a.findall(f"{W}lvl")
            }
            for a in numbering.findall(f"{W}abstractNum")
        }
        self.lists = {n.get(f"{W}numId"): n for n in numbering.findall(f"{W}num")}
        self.counts: dict[tuple[str, int], int] = {}
        self.seen: set[tuple[str, int]] = set()

    def number(self, key: str, level: int) -> str:
        own = self.lists[key]
        definition = value(own, "abstractNumId")
        levels = self.levels[definition]
        form = value(levels[str(level)], "numFmt")
        if form == "bullet":
            return value(levels[str(level)], "lvlText")
        for override in own.findall(f"{W}lvlOverride"):
            at = int(override.get(f"{W}ilvl"))
            if (key, at) not in self.seen:
                self.seen.add((key, at))
                self.counts[definition, at] = int(value(override, "startOverride")) - 1
        start = int(value(levels[str(level)], "start"))
        self.counts[definition, level] = self.counts.get((definition, level), start - 1) + 1
        for lower in range(level + 1, 9):
            self.counts.pop((definition, lower), None)
        told = value(levels[str(level)], "lvlText")
        for at in range(level + 1):
            if str(at) in levels:
                count = self.counts.get((definition, at), int(value(levels[str(at)], "start")))
                told = told.replace(
                    f"%{at + 1}", FORMS[value(levels[str(at)], "numFmt")](count)
                )
        return told


def lines(docx: bytes) -> list[Line]:
    """Every paragraph of the body in order, those in tables too, with its printed number."""
    body = part(docx, "word/document.xml")
    counter = Counter(part(docx, "word/numbering.xml"))
    found = []
    for paragraph in body.iter(f"{W}p"):
        properties = paragraph.find(f"{W}pPr")
        number = properties.find(f"{W}numPr") if properties is not None else None
        printed = ""
        if number is not None:
            printed = counter.number(value(number, "numId"), int(value(number, "ilvl")))
        found.append(
            Line(value(properties, "pStyle") or "", printed, shown(paragraph), paragraph)
        )
    return found
