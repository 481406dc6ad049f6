"""Words inside a paragraph: runs, references to numbers, footnotes and page numbers, and who
put them in or took them out."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from exports.wordml.notes import Comments, Footnotes
from exports.wordml.xml import Element, el, field, q, text_run
from pa_tui.domain.text import clean
from pa_tui.papers.blocks import (
    FootnoteMark,
    Inline,
    PageCount,
    Reference,
    Revision,
    RevisionKind,
    Run,
)

_PAGES = {PageCount.THIS: "PAGE", PageCount.ALL: "NUMPAGES"}


class Inlines:
    """Writes runs. ``automatic`` and ``typed`` are the bookmarks whose numbers Word counts,
    and those whose numbers stand in the text; a reference to anything else is plain words,
    and so is one to what is ``new`` from words that are older."""

    def __init__(self) -> None:
        self.footnotes = Footnotes()
        self.comments = Comments()
        self.automatic: set[str] = set()
        self.typed: set[str] = set()
        self.new: set[str] = set()
        self._bookmarks = 0
        self._revisions = 0

    def runs(self, runs: Iterable[Inline], *, bold: bool = False) -> list[Element]:
        """The elements of runs, all of them bold where asked."""
        made: list[Element] = []
        for revision, group in groupby(runs, key=_revision):
            elements = [element for run in group for element in self._run(run, bold)]
            made += self.revised(elements, revision)
        return made

    def revised(self, elements: list[Element], revision: Revision | None) -> list[Element]:
        """The elements inside a tracked change, where there is one."""
        if revision is None or not elements:
            return elements
        gone = revision.kind is RevisionKind.DELETED
        names = ("moveFrom", "moveTo") if revision.move else ("del", "ins")
        wrapper = self.stamp(names[0] if gone else names[1], revision)
        wrapper.extend(elements)
        return [wrapper]

    def moved(self, elements: list[Element], revision: Revision) -> list[Element]:
        """The elements as one end of their move."""
        gone = revision.kind is RevisionKind.DELETED
        name = "moveFrom" if gone else "moveTo"
        start = self.stamp(f"{name}RangeStart", revision)
        start.set(q("name"), revision.move)
        return [start, *elements, el(f"{name}RangeEnd", id=self._revisions)]

    def stamp(self, name: str, revision: Revision) -> Element:
        """An empty element of a tracked change with an id of its own."""
        self._revisions += 1
        return el(
            name,
            id=self._revisions,
            author=" ".join(clean(revision.author).split()),
            date=revision.at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        )

    def _run(self, run: Inline, bold: bool) -> list[Element]:
        if isinstance(run, PageCount):
            return field(_PAGES[run], text_run("1"))
        if isinstance(run, Reference):
            return self._reference(run, bold)
        if isinstance(run, FootnoteMark):
            return self.footnotes.call(run, self.marked)
        return [text_run(run.text, *looks(run, bold), deleted=is_deleted(run.revision))]

    def _reference(self, run: Reference, bold: bool) -> list[Element]:
        properties = looks(Run(""), bold)
        gone = is_deleted(run.revision)
        own = run.text.removesuffix(run.suffix).rstrip() if run.suffix else run.text
        rest = run.text[len(own) :]
        result = text_run(own, *properties, deleted=gone)
        came = run.revision is not None and run.revision.kind is RevisionKind.INSERTED
        if run.target in self.new and not came:
            made = [result]
        elif run.target in self.automatic:
            made = field(f"REF {run.target} \\n \\h", result, deleted=gone)
        elif run.target in self.typed:
            made = field(f"REF {run.target} \\h", result, deleted=gone)
        else:
            made = [result]
        if rest:
            made.append(text_run(rest, *looks(Run(""), bold), deleted=gone))
        return made

    def marked(self, name: str, runs: list[Element]) -> list[Element]:
        """The runs between the two ends of a bookmark."""
        if not name:
            return runs
        self._bookmarks += 1
        key = self._bookmarks
        return [el("bookmarkStart", id=key, name=name), *runs, el("bookmarkEnd", id=key)]


def looks(run: Run, bold: bool = False) -> list[Element]:
    """The properties of a run in the order of the schema."""
    wanted = (("b", run.bold or bold), ("i", run.italic))
    return [el(name) for name, on in wanted if on]


def is_deleted(revision: Revision | None) -> bool:
    """Whether words stand in Word's element for deleted ones; moved words do not."""
    gone = revision is not None and revision.kind is RevisionKind.DELETED
    return gone and revision is not None and not revision.move


def _revision(run: Inline) -> Revision | None:
    return None if isinstance(run, PageCount) else run.revision
