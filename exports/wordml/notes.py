"""Footnotes and remarks in the margin: parts of their own that the text points into."""

from __future__ import annotations

from collections.abc import Callable

from exports.wordml.xml import Element, el, field, root, text_run, written
from pa_tui.domain.text import clean
from pa_tui.papers.blocks import Comment, FootnoteMark, RevisionKind, Run

Bookmark = Callable[[str, list[Element]], list[Element]]
"""Puts a bookmark of that name around runs."""

Revised = Callable[[list[Element]], list[Element]]
"""Puts runs inside a change, where there is one."""


def _raised() -> Element:
    return el("rStyle", val="FootnoteReference")


class Footnotes:
    """The footnotes of a paper, in the order they are called.

    Word counts them itself as long as that prints the marks of the paper, with changes taken
    over and with changes refused; another mark ("*") is written out. A note that is called
    again is pointed at.
    """

    def __init__(self) -> None:
        self._notes: list[Element] = []
        self._known: dict[tuple[str, RevisionKind | None], int] = {}
        self._counted = {RevisionKind.DELETED: 0, RevisionKind.INSERTED: 0}

    def call(self, note: FootnoteMark, bookmark: Bookmark) -> list[Element]:
        """The runs that call a note; ``bookmark`` marks runs by a name, so that a second call
        can refer to the first."""
        kind = note.revision.kind if note.revision else None
        first = self._known.get((note.id, None)) or self._known.get((note.id, kind))
        if first is not None:
            return self._again(note, first, kind)
        key = len(self._notes) + 1
        self._known[note.id, kind] = key
        automatic = self._counts(note.mark, kind)
        custom = None if automatic else "1"
        run = el(
            "r", el("rPr", _raised()), el("footnoteReference", id=key, customMarkFollows=custom)
        )
        if not automatic:
            run.extend(text_run(note.mark, deleted=_is_gone(note))[:])
        self._notes.append(_note(key, note, automatic))
        return bookmark(_name(key), [run]) if kind is None else [run]

    def _again(
        self, note: FootnoteMark, first: int, kind: RevisionKind | None
    ) -> list[Element]:
        raised = text_run(note.mark, _raised(), deleted=_is_gone(note))
        return [raised] if kind else field(f"NOTEREF {_name(first)} \\f \\h", raised)

    def _counts(self, mark: str, kind: RevisionKind | None) -> bool:
        """Whether Word's own count prints this mark on every side the note is on; counts it
        then."""
        gone, came = RevisionKind.DELETED, RevisionKind.INSERTED
        sides = [side for side in (gone, came) if kind in (None, side)]
        if any(mark != str(self._counted[side] + 1) for side in sides):
            return False
        for side in sides:
            self._counted[side] += 1
        return True

    def part(self) -> bytes | None:
        """word/footnotes.xml, or None where there are no notes."""
        if not self._notes:
            return None
        return written(
            root(
                "footnotes",
                [
                    _line(-1, "separator"),
                    _line(0, "continuationSeparator"),
                    *self._notes,
                ],
            )
        )


def _name(key: int) -> str:
    return f"_noot_{key}"


def _is_gone(note: FootnoteMark) -> bool:
    own = note.revision
    return own is not None and own.kind is RevisionKind.DELETED and not own.move


def _note(key: int, note: FootnoteMark, automatic: bool) -> Element:
    mark = el("r", el("rPr", _raised()), el("footnoteRef")) if automatic else None
    if mark is None:
        mark = text_run(note.mark, _raised())
    words = [text_run(run.text, *_looks(run)) for run in note.runs]
    paragraph = el(
        "p", el("pPr", el("pStyle", val="FootnoteText")), mark, text_run(" "), *words
    )
    return el("footnote", paragraph, id=key)


def _looks(run: Run) -> list[Element]:
    return [el(name) for name, wanted in (("b", run.bold), ("i", run.italic)) if wanted]


def _line(key: int, kind: str) -> Element:
    spacing = el("pPr", el("spacing", after=0, line=240, lineRule="auto"))
    return el("footnote", el("p", spacing, el("r", el(kind))), type=kind, id=key)


class Comments:
    """The remarks of a paper."""

    def __init__(self) -> None:
        self._comments: list[Element] = []

    def around(
        self, runs: list[Element], comments: tuple[Comment, ...], revised: Revised
    ) -> list[Element]:
        """The runs with remarks on them; ``revised`` puts what points at a remark inside the
        change that its paragraph came or went by."""
        for comment in comments:
            key = len(self._comments)
            self._comments.append(_comment(key, comment))
            pointer = el(
                "r",
                el("rPr", el("rStyle", val="CommentReference")),
                el("commentReference", id=key),
            )
            runs = [
                el("commentRangeStart", id=key),
                *runs,
                el("commentRangeEnd", id=key),
                *revised([pointer]),
            ]
        return runs

    def part(self) -> bytes | None:
        """word/comments.xml, or None where nobody remarked anything."""
        return written(root("comments", self._comments)) if self._comments else None


def _comment(key: int, comment: Comment) -> Element:
    mark = el("r", el("rPr", el("rStyle", val="CommentReference")), el("annotationRef"))
    lines = [
        el("p", el("pPr", el("pStyle", val="CommentText")), text_run(line))
        for line in comment.text.split("\n")
    ]
    lines[0].insert(1, mark)
    return el(
        "comment",
        *lines,
        id=key,
        author=" ".join(clean(comment.author).split()),
        date=comment.at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        initials="".join(word[0] for word in comment.author.split())[:3] or None,
    )
