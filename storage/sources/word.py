"""Reads a Word file (.docx) as lines: numbers computed, notes and tables kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from pa_tui.domain.text import ANCHOR
from pa_tui.errors import N_, Unreadable
from pa_tui.reading.lines import Document, Line, Note, Progress, Remark, SourceKind
from storage.sources.package import Package, damaged
from storage.sources.word_numbers import Numbers, roman
from storage.sources.word_runs import DELETED, INSERTED, RunReader, Words, block_children
from storage.sources.word_styles import Styles, W, indent_of, number_in, value
from storage.sources.word_tables import read_table

Revisions = Literal["accepted", "original", "refuse"]

_MOST_PARAGRAPHS = 200_000
_DEEPEST = 40


def read_word(
    path: Path,
    content: bytes,
    revisions: Revisions | None = None,
    progress: Progress | None = None,
) -> Document:
    """The lines of a .docx. ``revisions`` None reads tracked changes as accepted and says
    so in the warnings; "refuse" raises Unreadable where there are any."""
    package = Package(path, content)
    main = package.main_part()
    root = package.xml(main) if main else None
    body = root.find(W + "body") if root is not None else None
    if main is None or body is None:
        raise damaged(path)
    reader = _Reader(package, main, accepted=revisions != "original")
    lines = tuple(reader.lines(body, progress))
    if revisions == "refuse" and reader.runs.changes:
        raise Unreadable(
            N_(
                "“{file}” holds {count} tracked changes. Accept or reject them in Word, or "
                "choose to read it as accepted or as the original."
            ),
            file=path.name,
            count=reader.runs.changes,
        )
    return Document(
        lines=lines,
        kind=SourceKind.WORD,
        notes=reader.notes,
        warnings=tuple(reader.warnings(revisions)),
    )


class _Reader:
    def __init__(self, package: Package, main: str, *, accepted: bool) -> None:
        parts = package.related(main)
        self._styles = Styles(_part(package, parts, "styles"))
        self._numbers = Numbers(_part(package, parts, "numbering"))
        self.runs = RunReader(accepted=accepted)
        self._sources = {
            "f": _part(package, parts, "footnotes"),
            "e": _part(package, parts, "endnotes"),
        }
        self._met: list[str] = []
        self._place = 0
        self._contents = 0
        self._held: Words | None = None
        self._foreign = False

    # -- paragraphs ----------------------------------------------------------------------

    def lines(
        self, parent: Any, progress: Progress | None = None, depth: int = 0
    ) -> Iterator[Line]:
        """The lines of a body, cell or text box in reading order."""
        self._foreign = self._foreign or parent.find(W + "altChunk") is not None
        blocks = list(block_children(parent)) if depth < _DEEPEST else []
        for number, element in enumerate(blocks):
            if progress and number % 200 == 0 and not progress(number, len(blocks)):
                raise Unreadable(N_("Reading was stopped; nothing was imported."))
            if self._is_gone(element):
                continue
            if element.tag == W + "tbl":
                yield from read_table(self, element, depth)
            else:
                yield from self._paragraph(element, depth)

    def _is_gone(self, element: Any) -> bool:
        gone = DELETED if self.runs.accepted else INSERTED
        parent = element.getparent()
        return parent is not None and parent.tag in gone

    def next_place(self) -> int:
        """Counts one more paragraph or table; stops at more than any document holds."""
        self._place += 1
        if self._place > _MOST_PARAGRAPHS:
            raise Unreadable(N_("This document is too long to be an agreement."))
        return self._place

    def _paragraph(self, element: Any, depth: int) -> Iterator[Line]:
        place = self.next_place()
        ppr = element.find(W + "pPr")
        style = self._styles.get(value(ppr, "pStyle"))
        words = self.runs.read(element, style.bold, style.size)
        in_contents = self._in_contents(words)
        if self._held is not None:
            words = _joined(self._held, words)
            self._held = None
        if self._mark_is_gone(ppr):
            self._held = words
            return
        number, level = _number_of(ppr, style.number, style.level)
        text = words.text.strip(" \n")
        mark = self._numbers.next(number, level)
        outline = value(ppr, "outlineLvl")
        heading = style.heading
        if outline is not None:
            heading = number_in(outline) + 1 if number_in(outline, 9) < 9 else None
        self._met += words.notes
        yield Line(
            text=text,
            place=place,
            heading=heading,
            mark=mark,
            level=level,
            bold=bool(words.bold),
            size=words.size,
            indent=indent_of(ppr) or style.indent,
            gap=True,
            contents=style.contents or in_contents,
            notes=tuple(words.notes),
        )
        for box in words.boxes:
            yield from self.lines(box, depth=depth + 1)

    def _in_contents(self, words: Words) -> bool:
        return any(code.upper().startswith("TOC") for code in words.fields)

    def _mark_is_gone(self, ppr: Any) -> bool:
        """Whether the end of this paragraph is tracked away, so that the next joins it."""
        rpr = ppr.find(W + "rPr") if ppr is not None else None
        if rpr is None:
            return False
        inserted, deleted = rpr.find(W + "ins") is not None, rpr.find(W + "del") is not None
        self.runs.changes += inserted or deleted
        return deleted if self.runs.accepted else inserted

    # -- notes and warnings --------------------------------------------------------------

    @property
    def notes(self) -> tuple[Note, ...]:
        """The footnotes and endnotes the text points at, numbered as Word numbers them."""
        texts = {
            f"{kind}{note.get(W + 'id')}": note
            for kind, root in self._sources.items()
            for note in (root if root is not None else ())
        }
        counts = {"f": 0, "e": 0}
        found = []
        for key in dict.fromkeys(self._met):
            counts[key[0]] += 1
            count = counts[key[0]]
            words = [
                self.runs.read(p, False, 0).text.replace(ANCHOR, "").strip()
                for p in (texts[key].iter(W + "p") if key in texts else ())
            ]
            mark = str(count) if key[0] == "f" else roman(count)
            found.append(Note(key, mark, "\n".join(filter(None, words))))
        return tuple(found)

    def warnings(self, revisions: Revisions | None) -> Iterator[Remark]:
        """What the person should know before trusting the reading."""
        if self.runs.changes and revisions is None:
            yield Remark.of(
                N_(
                    "Tracked changes found ({count}); the text was read with all of them "
                    "accepted."
                ),
                count=self.runs.changes,
            )
        if self.runs.comments:
            yield Remark.of(
                N_("Comments found ({count}); they were left out."), count=self.runs.comments
            )
        if self.runs.hidden:
            yield Remark.of(
                N_("Hidden text found ({count}); it was left out."), count=self.runs.hidden
            )
        if self._foreign:
            yield Remark.of(
                N_("The document holds another document inside; that part was not read.")
            )


def _part(package: Package, parts: dict[str, str], kind: str) -> Any:
    return package.xml(parts[kind]) if kind in parts else None


def _joined(first: Words, second: Words) -> Words:
    return replace(
        second,
        text=first.text + second.text,
        notes=first.notes + second.notes,
        boxes=first.boxes + second.boxes,
        bold=bool(first.bold) and bool(second.bold),
    )


def _number_of(ppr: Any, number: str | None, level: int) -> tuple[str | None, int]:
    listed = ppr.find(W + "numPr") if ppr is not None else None
    if listed is None:
        return number, level
    own, depth = value(listed, "numId"), value(listed, "ilvl")
    return (number if own is None else own), number_in(depth, level)
