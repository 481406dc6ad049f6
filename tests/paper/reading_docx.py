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
            at, anew = int(override.get(f"{W}ilvl")), value(override, "startOverride")
            if anew is not None and (key, at) not in self.seen:
                self.seen.add((key, at))
                self.counts[definition, at] = int(anew) - 1
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
        if number is not None and value(number, "numId") != "0":
            printed = counter.number(value(number, "numId"), int(value(number, "ilvl")))
        found.append(
            Line(value(properties, "pStyle") or "", printed, shown(paragraph), paragraph)
        )
    return found


def notes(docx: bytes) -> list[tuple[str, str]]:
    """Every call of a footnote in order: its mark as printed, and what the note says (its own
    number left out); a call that points at an earlier one says nothing."""
    body, count, found = part(docx, "word/document.xml"), 0, []
    for run in body.iter(f"{W}r"):
        call = run.find(f"{W}footnoteReference")
        raised = value(run.find(f"{W}rPr"), "rStyle") == "FootnoteReference"
        if call is not None:
            said = _note(docx, call.get(f"{W}id"))
            count += call.get(f"{W}customMarkFollows") is None
            found.append((shown(run) or str(count), said))
        elif raised and shown(run):
            found.append((shown(run), ""))
    return found


def _note(docx: bytes, key: str) -> str:
    for note in part(docx, "word/footnotes.xml"):
        if note.get(f"{W}id") == key:
            return "".join(map(shown, list(note.iter(f"{W}r"))[1:])).strip()
    raise AssertionError(f"no note {key}")


def notes_once(docx: bytes) -> list[tuple[str, str]]:
    """The notes as :func:`notes`, one that is printed again as a call of the first."""
    found = notes(docx) if "word/footnotes.xml" in names(docx) else []
    return [(mark, said if (mark, said) not in found[:at] else "")
            for at, (mark, said) in enumerate(found)]  # fmt: skip


def without_marks(docx: bytes) -> bytes:
    """The file without the marks that call its footnotes."""
    body = part(docx, "word/document.xml")
    for run in body.iter(f"{W}r"):
        raised = (value(run.find(f"{W}rPr"), "rStyle") or "").startswith("Footnote")
        if raised or run.find(f"{W}footnoteReference") is not None:
            for text in list(run.iter(f"{W}t", f"{W}delText")):
                text.getparent().remove(text)
    return with_body(docx, body)


def with_body(docx: bytes, body) -> bytes:
    """The file with another word/document.xml."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            told = etree.tostring(body) if name == "word/document.xml" else old.read(name)
            new.writestr(name, told)
    return out.getvalue()
