"""The list of contents: a field that is filled in already, with every heading in its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from exports.wordml.styles import COLUMN
from exports.wordml.xml import Element, el, instruction, text_run
from pa_tui.papers.blocks import Contents


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading in the list: its level, number, words and the bookmark it stands at."""

    level: int
    number: str
    words: str
    bookmark: str


def contents(own: Contents, entries: Iterable[Entry], fresh_page: bool) -> list[Element]:
    """The title and the lines of the list. Only Word knows on which page a heading falls: the
    field is marked as out of date, so page numbers come when Word opens the paper."""
    breaks = el("pageBreakBefore") if fresh_page else None
    title = el("p", el("pPr", el("pStyle", val="TOCHeading"), breaks), text_run(own.title))
    listed = [entry for entry in entries if entry.level <= own.levels]
    if not listed:
        return [title]
    lines = [_line(entry) for entry in listed]
    begin = [
        el("r", el("fldChar", fldCharType="begin", dirty="true")),
        instruction(f'TOC \\o "1-{own.levels}" \\h \\z \\u'),
        el("r", el("fldChar", fldCharType="separate")),
    ]
    for place, run in enumerate(begin):
        lines[0].insert(1 + place, run)
    lines[-1].append(el("r", el("fldChar", fldCharType="end")))
    return [title, *lines]


def _line(entry: Entry) -> Element:
    level = min(entry.level, 3)
    number = [text_run(f"{entry.number}\t")] if entry.number else []
    indent = None if entry.number else el("ind", left=(level - 1) * COLUMN, hanging=0)
    link = el("hyperlink", *number, text_run(entry.words), anchor=entry.bookmark)
    style = el("pStyle", val=f"TOC{level}")
    return el("p", el("pPr", style, indent), link)
