"""Fields on the edges of a template: page numbers stay, what tells of its maker goes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from exports.wordml.xml import Element, q

_COUNTING = ("PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION")
_PICTURED = tuple(map(q, ("drawing", "pict")))
_CODES = tuple(map(q, ("fldChar", "instrText", "delInstrText")))


@dataclass
class _Field:
    """The runs of one field and what it is told to do."""

    runs: list[Element] = field(default_factory=list)
    told: str = ""
    telling: bool = True


def without_foreign_fields(tree: Element) -> bool:
    """Takes every field out but those that count pages; the words of a link and pictures
    stay. Gives whether the page's own number is among what is left."""
    for own in [*tree.iter(q("fldSimple"))]:
        _settle_simple(own)
    for paragraph in tree.iter(q("p")):
        _settle(paragraph)
    told = [own.text or "" for own in tree.iter(q("instrText"))]
    told += [own.get(q("instr"), "") for own in tree.iter(q("fldSimple"))]
    return any(_word(one) == "PAGE" for one in told)


def _settle_simple(own: Element) -> None:
    word, parent = _word(own.get(q("instr"), "")), own.getparent()
    if word in _COUNTING or parent is None:
        return
    place = parent.index(own)
    for run in [*own]:
        if word == "HYPERLINK" or next(run.iter(*_PICTURED), None) is not None:
            parent.insert(place, run)
            place += 1
    parent.remove(own)


def _settle(paragraph: Element) -> None:
    """The fields of one paragraph, those inside others with them."""
    around: list[_Field] = []
    for run in [*paragraph.iter(q("r"))]:
        if next(run.iterancestors(q("p")), None) is not paragraph:
            continue
        kind = next((own.get(q("fldCharType")) for own in run.iter(q("fldChar"))), None)
        if kind == "begin":
            around.append(_Field())
        if not around:
            if next(run.iterchildren(*_CODES), None) is not None:
                _take_out(run)
            continue
        now = around[-1]
        now.runs.append(run)
        if now.telling:
            now.told += "".join(own.text or "" for own in run.iter(q("instrText")))
        if kind == "separate":
            now.telling = False
        if kind == "end":
            _end(around)
    for unfinished in around:
        _dismiss(unfinished, keep_words=False)


def _end(around: list[_Field]) -> None:
    own = around.pop()
    word = _word(own.told)
    if word not in _COUNTING:
        _dismiss(own, keep_words=word == "HYPERLINK")
    if around:
        around[-1].runs += own.runs


def _dismiss(own: _Field, *, keep_words: bool) -> None:
    for run in own.runs:
        code = next(run.iterchildren(*_CODES), None) is not None
        pictured = next(run.iter(*_PICTURED), None) is not None
        if code or not (keep_words or pictured):
            _take_out(run)


def _take_out(run: Element) -> None:
    parent = run.getparent()
    if parent is not None:
        parent.remove(run)


def _word(told: str) -> str:
    found = re.match(r"\s*([A-Za-z]+)", told)
    return found[1].upper() if found else ""
