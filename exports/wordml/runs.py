"""Words inside a paragraph: runs, references to numbers, footnotes and page numbers."""

from __future__ import annotations

from collections.abc import Iterable

from exports.wordml.notes import Comments, Footnotes
from exports.wordml.xml import Element, el, field, text_run
from pa_tui.papers.blocks import FootnoteMark, Inline, PageCount, Reference, Run

_PAGES = {PageCount.THIS: "PAGE", PageCount.ALL: "NUMPAGES"}


class Inlines:
    """Writes runs. ``automatic`` and ``typed`` are the bookmarks whose numbers Word counts,
    and those whose numbers stand in the text; a reference to anything else is plain words."""

    def __init__(self) -> None:
        self.footnotes = Footnotes()
        self.comments = Comments()
        self.automatic: set[str] = set()
        self.typed: set[str] = set()
        self._bookmarks = 0

    def runs(self, runs: Iterable[Inline], *, bold: bool = False) -> list[Element]:
        """The elements of runs, all of them bold where asked."""
        made: list[Element] = []
        for run in runs:
            made += self._run(run, bold)
        return made

    def _run(self, run: Inline, bold: bool) -> list[Element]:
        if isinstance(run, PageCount):
            return field(_PAGES[run], text_run("1"))
        if isinstance(run, Reference):
            return self._reference(run, bold)
        if isinstance(run, FootnoteMark):
            return self.footnotes.call(run, self.marked)
        return [text_run(run.text, *looks(run, bold))]

    def _reference(self, run: Reference, bold: bool) -> list[Element]:
        properties = looks(Run(""), bold)
        own = run.text.removesuffix(run.suffix) if run.suffix else run.text
        if run.target in self.automatic:
            made = field(f"REF {run.target} \\n \\h", text_run(own, *properties))
        elif run.target in self.typed:
            made = field(f"REF {run.target} \\h", text_run(own, *properties))
        else:
            made = [text_run(own, *properties)]
        if run.suffix:
            made.append(text_run(run.suffix, *looks(Run(""), bold)))
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
