"""Two versions of a paper as one with tracked changes.

Taking all changes over gives the newer paper, refusing all of them the older one; both can
be read back from the result (:func:`accepted`, :func:`rejected`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from itertools import pairwise

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.alignment import Budget, align, between
from pa_tui.papers.blocks import (
    Block,
    Change,
    Comment,
    Contents,
    Heading,
    PageBreak,
    PageCount,
    Paper,
    Paragraph,
    Revision,
    RevisionKind,
    Runs,
    Signatures,
    Table,
    TableChange,
    Turn,
    Whole,
    Written,
)
from pa_tui.papers.carried import LeadAndPlanning
from pa_tui.papers.credit import Credits, Step, steps_between
from pa_tui.papers.draft import draft
from pa_tui.papers.mending import marked, parted, side, woven
from pa_tui.papers.pairing import CELLS, Part, alike, by_article, moves, parts_of
from pa_tui.papers.remarks import carried_remarks, gone_remarks, with_remarks
from pa_tui.papers.rows import changed_rows, table_side

_Credits = Callable[[str, str, str], Revision]
"""On whose name and when words went and came, in the article of a bookmark."""


def redline(
    old: Agreement,
    new: Agreement,
    *,
    at: datetime,
    steps: Sequence[Step] = (),
    version: str = "",
    since: str = "",
    comments: bool = False,
    shows: LeadAndPlanning = LeadAndPlanning.SENTENCE,
) -> Paper:
    """The draft of ``new`` with every difference from the draft of ``old`` tracked.

    ``steps`` tell how one became the other; without them the decisions taken since do.
    ``since`` and ``version`` name the two versions, by default each its newest one. With
    ``comments`` outcomes, reservations and open points of ``new`` stand in the margin, and
    what changed in lead and planning where the text does not show it (``shows``).
    """
    before = draft(old, at=at, version=since, shows=shows)
    after = draft(new, at=at, version=version, comments=comments, shows=shows)
    credit = Credits(new, steps or steps_between(old, new), at)
    if comments:
        before = _remarked(before, gone_remarks(new, at))
        told_already = shows is not LeadAndPlanning.SENTENCE
        carried = {} if told_already else carried_remarks(old, new, credit)
        after = _remarked(after, carried)
    return _tracked(before, after, credit)


def _remarked(paper: Paper, found: Mapping[str, tuple[Comment, ...]]) -> Paper:
    return replace(paper, blocks=tuple(with_remarks(paper.blocks, found)))


def tracked(before: Paper, after: Paper, author: str, at: datetime) -> Paper:
    """``after`` with every difference from ``before`` as a tracked change of ``author``.

    Header, footer and properties are those of ``after``; papers that turn (:class:`Turn`)
    cannot be tracked and raise ValueError.
    """
    revision = Revision(RevisionKind.ALTERED, author, at)
    return _tracked(before, after, lambda mark, gone, came: revision)


def _tracked(before: Paper, after: Paper, credit: _Credits) -> Paper:
    if any(isinstance(block, Turn) for block in (*before.blocks, *after.blocks)):
        raise ValueError("a paper that turns cannot be tracked")
    weaver = _Weaver(credit)
    woven_blocks = list(weaver.blocks(before.blocks, after.blocks))
    for place, (block, following) in enumerate(pairwise(woven_blocks)):
        if isinstance(block, Change) and _goes_on(block, following):
            woven_blocks[place] = replace(block, runs=parted(block.runs))
    return replace(after, blocks=tuple(woven_blocks))


def _goes_on(block: Change, following: Block) -> bool:
    """Whether a paragraph that stayed ends as the next one begins: with words that came, or
    with words that went."""
    last = block.runs[-1] if block.runs else None
    own = None if last is None or isinstance(last, PageCount) else last.revision
    if own is None or block.before is None or block.after is None:
        return False
    return isinstance(following, Change) and following.revision.kind is own.kind


class _Weaver:
    """Weaves two sequences of blocks into one."""

    def __init__(self, credit: _Credits) -> None:
        self._credits = credit

    def blocks(self, before: Sequence[Block], after: Sequence[Block]) -> Iterator[Block]:
        old, new = parts_of(before), parts_of(after)
        weights = {step.key: step.weight for step in (*old, *new)}
        pairs = align(
            [step.key for step in old],
            [step.key for step in new],
            lambda key: weights[key],
            Budget(CELLS),
        )
        moved = moves(old, new, pairs)
        place = 0
        for low, high, start, stop in between(pairs, (0, len(old), 0, len(new))):
            skipped = low - place
            for index in range(skipped):
                yield from self._kept(old[place + index], new[start - skipped + index])
            yield from self._gap(old[low:high], new[start:stop], moved)
            place = high
        rest = len(old) - place
        for index in range(rest):
            yield from self._kept(old[place + index], new[len(new) - rest + index])

    def _gap(
        self, old: Sequence[Part], new: Sequence[Part], moved: dict[Part, str]
    ) -> Iterator[Block]:
        """What stands between two blocks that stayed: alike blocks are one that was altered,
        the rest went or came."""
        done = begun = 0
        for first, second in (*alike(old, new, moved), (len(old), len(new))):
            for gone, came in by_article(old[done:first], new[begun:second]):
                for step in gone:
                    yield from self._whole(step, RevisionKind.DELETED, moved)
                for step in came:
                    yield from self._whole(step, RevisionKind.INSERTED, moved)
            if first < len(old):
                yield from self._kept(old[first], new[second])
            done, begun = first + 1, second + 1

    def _kept(self, old: Part, new: Part) -> Iterator[Block]:
        if new.fresh:
            yield PageBreak()
        before, after = old.block, new.block
        credit = partial(self._credits, new.article)
        if isinstance(after, Contents) or _is_same(before, after):
            yield after
        elif isinstance(before, Table) and isinstance(after, Table):
            rows = changed_rows(before, after, credit)
            assert rows is not None
            yield TableChange(before, after, rows)
        else:
            assert isinstance(before, Written)
            assert isinstance(after, Written)
            runs = woven(before.runs, after.runs, credit)
            yield Change(before, after, runs, _latest(runs) or credit("", ""))

    def _whole(self, step: Part, kind: RevisionKind, moved: dict[Part, str]) -> Iterator[Block]:
        block = step.block
        if isinstance(block, Contents):
            return
        if step.fresh:
            yield PageBreak()
        move = moved.get(step, "")
        words = "" if move else step.words
        gone = kind is RevisionKind.DELETED
        found = self._credits(step.article, words if gone else "", "" if gone else words)
        revision = replace(found, kind=kind, move=move)
        if isinstance(block, Table | Signatures):
            yield Whole(block, replace(revision, move=""))
            return
        assert isinstance(block, Written)
        runs = marked(block.runs, revision, kind)
        yield Change(block if gone else None, None if gone else block, runs, revision)


def _latest(runs: Runs) -> Revision | None:
    """The last of the changes in a paragraph, as that of the paragraph."""
    found = (run.revision for run in runs if not isinstance(run, PageCount))
    last = max((own for own in found if own), key=lambda own: own.at, default=None)
    return None if last is None else replace(last, kind=RevisionKind.ALTERED)


def _is_same(before: Block, after: Block) -> bool:
    """Whether nothing changed but remarks in the margin."""
    if isinstance(before, Heading | Paragraph) and isinstance(after, Heading | Paragraph):
        return replace(before, comments=()) == replace(after, comments=())
    return before == after


# -- reading back -------------------------------------------------------------------------


def accepted(paper: Paper) -> tuple[Block, ...]:
    """The blocks with all changes taken over; page breaks left out."""
    return tuple(_side(paper.blocks, RevisionKind.DELETED))


def rejected(paper: Paper) -> tuple[Block, ...]:
    """The blocks with all changes refused; page breaks left out."""
    return tuple(_side(paper.blocks, RevisionKind.INSERTED))


def _side(blocks: Iterable[Block], gone: RevisionKind) -> Iterator[Block]:
    after = gone is RevisionKind.DELETED
    for block in blocks:
        if isinstance(block, Change):
            kept = block.after if after else block.before
            if kept is not None:
                yield replace(kept, runs=side(block.runs, gone))
        elif isinstance(block, TableChange):
            yield table_side(block, gone)
        elif isinstance(block, Whole):
            if block.revision.kind is not gone:
                yield block.block
        elif not isinstance(block, PageBreak):
            yield block
