"""The words of a paragraph before and after, woven into one with what changed marked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from pa_tui.domain.wordchanges import Piece, PieceKind, word_changes
from pa_tui.papers.blocks import (
    FootnoteMark,
    Inline,
    PageCount,
    Reference,
    Revision,
    RevisionKind,
    Run,
    Runs,
    said,
)

Credit = Callable[[str, str], Revision]
"""On whose name and when words went and came: given both, the revision they stand under."""

_FIRST_STAND_IN = 0xF0000


def woven(before: Runs, after: Runs, credit: Credit) -> Runs:
    """The runs of both sides in one: what is the same on both stands once, without a
    revision; what differs carries the author and moment that ``credit`` gives it."""
    if before == after:
        return after
    stand_ins = _StandIns(before, after)
    old, new = stand_ins.spelled(before), stand_ins.spelled(after)
    made: list[Inline] = []
    old_at = new_at = 0
    for gone, came, same in _changes(word_changes(old.text, new.text)):
        went = tuple(old.cut(old_at, len(gone)))
        arrived = tuple(new.cut(new_at, len(came)))
        old_at, new_at = old_at + len(gone), new_at + len(came)
        if went or arrived:
            revision = credit(told(went), told(arrived))
            made += marked(went, revision, RevisionKind.DELETED)
            made += marked(arrived, revision, RevisionKind.INSERTED)
        made += _same(old.cut(old_at, len(same)), new.cut(new_at, len(same)), credit)
        old_at, new_at = old_at + len(same), new_at + len(same)
    return tuple(made)


def _changes(pieces: Sequence[Piece]) -> Iterator[tuple[str, str, str]]:
    """What went, what came in its place, and what stayed behind it."""
    texts = dict.fromkeys(PieceKind, "")
    for piece in pieces:
        if texts[PieceKind.SAME]:
            yield texts[PieceKind.REMOVED], texts[PieceKind.ADDED], texts[PieceKind.SAME]
            texts = dict.fromkeys(PieceKind, "")
        texts[piece.kind] = piece.text
    yield texts[PieceKind.REMOVED], texts[PieceKind.ADDED], texts[PieceKind.SAME]


def told(runs: Runs) -> str:
    """The words of runs, those of their footnotes with them."""
    notes = (run for run in runs if isinstance(run, FootnoteMark))
    return " ".join([said(runs), *(said(note.runs) for note in notes)]).strip()


def marked(runs: Runs, revision: Revision, kind: RevisionKind) -> Runs:
    """The runs, all of them inserted or deleted."""
    own = replace(revision, kind=kind)
    return tuple(
        run if isinstance(run, PageCount) else replace(run, revision=own) for run in runs
    )


def parted(runs: Runs) -> Runs:
    """The same change with an end that stayed: a last sentence that came or went gives its
    full stop to the one before ("~~. More~~." for ". ~~More.~~"). Some programs take words
    that change at the end of a paragraph together with the paragraph that changes after it."""
    if len(runs) < 2:
        return runs
    kept, last = runs[-2:]
    if not isinstance(kept, Run) or not isinstance(last, Run):
        return runs
    end = last.text[-1:]
    if kept.revision or not last.revision or end.isalnum() or kept.text[-1:] != end:
        return runs
    slid = replace(last, text=end + last.text[:-1])
    return (*runs[:-2], replace(kept, text=kept.text[:-1]), slid, replace(kept, text=end))


def side(runs: Runs, gone: RevisionKind) -> Runs:
    """One side of woven runs: without those whose revision is ``gone``, the rest unmarked."""
    kept: list[Inline] = []
    for run in runs:
        if isinstance(run, PageCount):
            kept.append(run)
        elif run.revision is None or run.revision.kind is not gone:
            _append(kept, replace(run, revision=None))
    return tuple(kept)


def _append(runs: list[Inline], run: Inline) -> None:
    """Adds a run, as one with the last where both are words of one look."""
    if isinstance(run, Run) and not run.text:
        return
    last = runs[-1] if runs else None
    if isinstance(last, Run) and isinstance(run, Run) and replace(last, text=run.text) == run:
        runs[-1] = replace(last, text=last.text + run.text)
    else:
        runs.append(run)


def _same(old: Iterator[Inline], new: Iterator[Inline], credit: Credit) -> list[Inline]:
    """Words that are the same on both sides; where only their look differs, both."""
    before, after = tuple(old), tuple(new)
    if _looks(before) == _looks(after):
        return list(after)
    revision = credit(told(before), told(after))
    gone = marked(before, revision, RevisionKind.DELETED)
    return [*gone, *marked(after, revision, RevisionKind.INSERTED)]


def _looks(runs: Runs) -> Runs:
    joined: list[Inline] = []
    for run in runs:
        _append(joined, run)
    return tuple(joined)


class _Spelled:
    """Runs as one text, from which stretches can be cut again as runs."""

    def __init__(self, runs: list[tuple[str, Inline]]) -> None:
        self.text = "".join(text for text, _ in runs)
        self._runs = runs

    def cut(self, start: int, length: int) -> Iterator[Inline]:
        """The runs of a stretch of the text."""
        stop, place = start + length, 0
        for text, run in self._runs:
            low, high = max(start, place), min(stop, place + len(text))
            if low < high:
                whole = text if isinstance(run, Run) else ""
                yield (
                    replace(run, text=whole[low - place : high - place])
                    if isinstance(run, Run)
                    else run
                )
            place += len(text)


class _StandIns:
    """Gives every reference and footnote one character that stands in for it, the same for
    equal ones, and none that a person typed."""

    def __init__(self, *sides: Runs) -> None:
        typed = {c for runs in sides for run in runs if isinstance(run, Run) for c in run.text}
        self._free = (chr(n) for n in range(_FIRST_STAND_IN, 0x10FFFE) if chr(n) not in typed)
        self._known: dict[Inline, str] = {}

    def spelled(self, runs: Runs) -> _Spelled:
        """The runs as one text."""
        return _Spelled([(self._text(run), run) for run in runs])

    def _text(self, run: Inline) -> str:
        if isinstance(run, Run):
            return run.text
        assert isinstance(run, Reference | FootnoteMark | PageCount)
        if run not in self._known:
            self._known[run] = next(self._free)
        return self._known[run]
