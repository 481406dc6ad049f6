"""The words of one Word paragraph: runs, fields, tracked changes and note marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pa_tui.domain.text import ANCHOR, clean
from storage.sources.word_styles import W, half_points, is_on, value

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SIMPLE = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_SKIPPED = frozenset(
    W + name for name in ("rPr", "pPr", "instrText", "delInstrText", "softHyphen", "sdtPr")
)
INSERTED = frozenset((W + "ins", W + "moveTo"))
DELETED = frozenset((W + "del", W + "moveFrom"))


@dataclass(slots=True)
class Words:
    """What came out of a paragraph; ``boxes`` are the text boxes anchored in it."""

    text: str = ""
    notes: list[str] = field(default_factory=list)
    bold: bool | None = None
    size: float = 0.0
    boxes: list[Any] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)

    def add(self, text: str, bold: bool = False, size: float = 0.0) -> None:
        """Adds the text of a run with its look."""
        self.text += text
        if text.strip():
            self.bold = bold if self.bold is None else self.bold and bold
            self.size = max(self.size, size)


class RunReader:
    """Reads paragraphs with tracked changes ``accepted`` (or as they were) and counts what
    it met on the way: tracked changes, comments, hidden text."""

    def __init__(self, *, accepted: bool) -> None:
        self.accepted = accepted
        self.changes = 0
        self.comments = 0
        self.hidden = 0

    def read(self, paragraph: Any, bold: bool, size: float) -> Words:
        """The words of a ``w:p`` whose style is ``bold`` or of ``size`` points."""
        words = Words()
        state = _Fields()
        for element in paragraph:
            self._into(words, element, state, (bold, size))
        return words

    def _into(
        self, words: Words, element: Any, state: _Fields, look: tuple[bool, float]
    ) -> None:
        tag = element.tag
        if tag in _SKIPPED:
            return
        if tag in INSERTED or tag in DELETED:
            self.changes += 1
            if (tag in INSERTED) is not self.accepted:
                return
        if tag == W + "r":
            self._run(words, element, state, look)
        elif tag == _MC + "AlternateContent":
            if len(element):
                self._into(words, element[0], state, look)
        elif tag == W + "txbxContent":
            words.boxes.append(element)
        elif tag == W + "fldSimple":
            words.fields.append((element.get(W + "instr") or "").strip())
            self._children(words, element, state, look)
        else:
            self.comments += tag == W + "commentRangeStart"
            self._children(words, element, state, look)

    def _children(
        self, words: Words, element: Any, state: _Fields, look: tuple[bool, float]
    ) -> None:
        for child in element:
            self._into(words, child, state, look)

    def _run(self, words: Words, run: Any, state: _Fields, look: tuple[bool, float]) -> None:
        rpr = run.find(W + "rPr")
        if is_on(rpr, "vanish"):
            self.hidden += 1
            return
        own = is_on(rpr, "b")
        bold = look[0] if own is None else own
        points = half_points(value(rpr, "sz")) or look[1]
        raised = value(rpr, "vertAlign") == "superscript"
        for child in run:
            text = self._piece(words, child, state, look)
            if text and not state.inside_code:
                words.add(text.translate(_SUPERSCRIPT) if raised else text, bold, points)

    def _piece(self, words: Words, child: Any, state: _Fields, look: tuple[bool, float]) -> str:
        tag = child.tag
        name = tag.removeprefix(W)
        if name in ("t", "delText"):
            return clean(child.text or "").replace(ANCHOR, "").replace("\n", " ")
        if name == "br" and child.get(W + "type") in ("page", "column"):
            return ""
        if name in _SIMPLE:
            return _SIMPLE[name]
        if name in ("footnoteReference", "endnoteReference"):
            words.notes.append(name[0] + (child.get(W + "id") or ""))
            return ANCHOR
        if name == "sym":
            return _symbol(child)
        if name == "fldChar":
            state.met(child.get(W + "fldCharType") or "")
        elif name == "instrText":
            state.code(child.text or "", words)
        elif tag not in _SKIPPED:
            self._into(words, child, state, look)
        return ""


@dataclass(slots=True)
class _Fields:
    """Where a run stands in Word's begin - code - separate - result - end."""

    open: list[bool] = field(default_factory=list)

    @property
    def inside_code(self) -> bool:
        return any(self.open)

    def met(self, kind: str) -> None:
        if kind == "begin":
            self.open.append(True)
        elif kind == "separate" and self.open:
            self.open[-1] = False
        elif kind == "end" and self.open:
            self.open.pop()

    def code(self, text: str, words: Words) -> None:
        if text.strip():
            words.fields.append(text.strip())


def _symbol(element: Any) -> str:
    try:
        code = int(element.get(W + "char") or "", 16)
    except ValueError:
        return ""
    return "•" if 0xF000 <= code <= 0xF0FF else clean(chr(code) if code < 0x110000 else "")


def block_children(parent: Any) -> Iterator[Any]:
    """The paragraphs and tables of a body, cell or box, out of content controls and custom
    XML; where there are alternatives, the first."""
    for element in parent:
        tag = element.tag
        if tag in (W + "p", W + "tbl"):
            yield element
        elif tag == _MC + "AlternateContent":
            if len(element):
                yield from block_children(element[0])
        elif tag in INSERTED or tag in DELETED or tag in _WRAPPERS:
            yield from block_children(element)


_WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "smartTag"))
