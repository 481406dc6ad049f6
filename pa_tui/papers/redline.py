"""Two versions of a paper as one with tracked changes.

Taking all changes over gives the newer paper, refusing all of them the older one; both can
be read back from the result (:func:`accepted`, :func:`rejected`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from itertools import pairwise

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.alignment import Budget, align, between
from pa_tui.domain.wordchanges import pair_alike
from pa_tui.papers.blocks import (
    Block,
    Change,
    Comment,
    Contents,
    Heading,
    Item,
    Look,
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
    said,
)
from pa_tui.papers.carried import LeadAndPlanning
from pa_tui.papers.credit import Credits, Step, steps_between
from pa_tui.papers.draft import draft
from pa_tui.papers.mending import marked, parted, side, told, woven
from pa_tui.papers.remarks import carried_remarks, gone_remarks, with_remarks
from pa_tui.papers.rows import changed_rows, table_side

_Credits = Callable[[str, str, str], Revision]
"""On whose name and when words went and came, in the article of a bookmark."""

_CELLS = 3_000_000
_MOVED_WORDS = 4


@dataclass(frozen=True, slots=True)
class _Step:
    """A block with whether it begins a page, and the bookmark of the article it belongs to."""

    block: Block
    fresh: bool
    article: str

    @property
    def words(self) -> str:
        """What it says, with its footnotes."""
        return told(self.block.runs) if isinstance(self.block, Written) else self.telling

    @property
    def telling(self) -> str:
        """What tells it from others: its words."""
        block = self.block
        if isinstance(block, Table):
            cells = (cell for row in block.rows for cell in row.cells)
            return " ".join(said(runs) for cell in cells for runs in cell.paragraphs)
        return said(block.runs) if isinstance(block, Written) else ""

    @property
    def key(self) -> Hashable:
        """What makes it the same block in another version: its words and which article it
        begins, not its number."""
        block = self.block
        if isinstance(block, Heading):
            return ("heading", block.bookmark, said(block.runs))
        if isinstance(block, Paragraph):
            return ("paragraph", block.bookmark, block.look, said(block.runs))
        if isinstance(block, Item):
            return ("item", block.level, said(block.runs))
        return block

    @property
    def weight(self) -> int:
        """How much it is worth to keep it in its place."""
        return 10 + len(self.words)


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
        old, new = _steps(before), _steps(after)
        weights = {step.key: step.weight for step in (*old, *new)}
        pairs = align(
            [step.key for step in old],
            [step.key for step in new],
            lambda key: weights[key],
            Budget(_CELLS),
        )
        moves = _moves(old, new, pairs)
        place = 0
        for low, high, start, stop in between(pairs, (0, len(old), 0, len(new))):
            skipped = low - place
            for index in range(skipped):
                yield from self._kept(old[place + index], new[start - skipped + index])
            yield from self._gap(old[low:high], new[start:stop], moves)
            place = high
        rest = len(old) - place
        for index in range(rest):
            yield from self._kept(old[place + index], new[len(new) - rest + index])

    def _gap(
        self, old: Sequence[_Step], new: Sequence[_Step], moves: dict[_Step, str]
    ) -> Iterator[Block]:
        """What stands between two blocks that stayed: alike blocks are one that was altered,
        the rest went or came."""
        done = begun = 0
        for first, second in (*_alike(old, new, moves), (len(old), len(new))):
            for step in old[done:first]:
                yield from self._whole(step, RevisionKind.DELETED, moves)
            for step in new[begun:second]:
                yield from self._whole(step, RevisionKind.INSERTED, moves)
            if first < len(old):
                yield from self._kept(old[first], new[second])
            done, begun = first + 1, second + 1

    def _kept(self, old: _Step, new: _Step) -> Iterator[Block]:
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

    def _whole(
        self, step: _Step, kind: RevisionKind, moves: dict[_Step, str]
    ) -> Iterator[Block]:
        block = step.block
        if isinstance(block, Contents):
            return
        if step.fresh:
            yield PageBreak()
        move = moves.get(step, "")
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


def _steps(blocks: Iterable[Block]) -> list[_Step]:
    steps: list[_Step] = []
    fresh, article = False, ""
    for block in blocks:
        if isinstance(block, PageBreak):
            fresh = True
            continue
        if isinstance(block, Heading) or (isinstance(block, Paragraph) and block.bookmark):
            article = block.bookmark
        steps.append(_Step(block, fresh, article))
        fresh = False
    for place, (step, following) in enumerate(pairwise(steps)):
        if _is_aside(step.block):
            steps[place] = replace(step, article=following.article)
    return steps


def _moves(
    old: Sequence[_Step], new: Sequence[_Step], pairs: Sequence[tuple[int, int]]
) -> dict[_Step, str]:
    """Blocks that stand elsewhere with the same words: each with the name of its move."""
    kept_old, kept_new = {first for first, _ in pairs}, {second for _, second in pairs}
    gone = [step for place, step in enumerate(old) if place not in kept_old]
    came = [step for place, step in enumerate(new) if place not in kept_new]
    times = Counter(map(_moving, gone))
    twins: dict[Hashable, list[_Step]] = {}
    for step in came:
        twins.setdefault(_moving(step), []).append(step)
    names: dict[_Step, str] = {}
    for step in gone:
        key = _moving(step)
        if key is None or times[key] != 1 or len(twins.get(key, ())) != 1:
            continue
        if not _is_titled(step, twins[key][0]):
            names |= dict.fromkeys((step, twins[key][0]), f"verplaatst{len(names) // 2 + 1}")
    return names


def _is_titled(old: _Step, new: _Step) -> bool:
    """Whether these words stay where they are, under a title that came or went."""
    return old.article == new.article and bool(_mark(old)) != bool(_mark(new))


def _moving(step: _Step) -> Hashable:
    """What a block keeps when it moves: the article it begins, else words enough to know it
    by; None where it has neither."""
    words = step.telling
    if isinstance(step.block, Paragraph | Item) and len(words.split()) >= _MOVED_WORDS:
        return "words", words
    return step.key if _mark(step) else None


def _alike(
    old: Sequence[_Step], new: Sequence[_Step], moves: dict[_Step, str]
) -> list[tuple[int, int]]:
    """Pairs of blocks that are one block before and after, rising on both sides: those that
    begin the same article, and between them those whose words are alike."""
    anchors = _anchored(old, new)
    pairs = list(anchors)
    for low, high, start, stop in between(anchors, (0, len(old), 0, len(new))):
        mine = [place for place in range(low, high) if _can_pair(old[place], new, moves)]
        theirs = [place for place in range(start, stop) if _can_pair(new[place], old, moves)]
        found = pair_alike([old[n].telling for n in mine], [new[n].telling for n in theirs])
        both = ((mine[a], theirs[b]) for a, b in found)
        pairs += [(a, b) for a, b in both if _fit(old[a], new[b])]
    return sorted(pairs)


def _anchored(old: Sequence[_Step], new: Sequence[_Step]) -> list[tuple[int, int]]:
    """Pairs of blocks that begin the same article in the same way."""
    mine, theirs = ([n for n, own in enumerate(side) if _mark(own)] for side in (old, new))
    found = align(
        [_beginning(old[n]) for n in mine],
        [_beginning(new[n]) for n in theirs],
        lambda _: 1,
        Budget(_CELLS),
    )
    return [(mine[a], theirs[b]) for a, b in found]


def _beginning(step: _Step) -> Hashable:
    """Which article a block begins, and whether with a title."""
    return _mark(step), isinstance(step.block, Heading)


def _is_same(before: Block, after: Block) -> bool:
    """Whether nothing changed but remarks in the margin."""
    if isinstance(before, Heading | Paragraph) and isinstance(after, Heading | Paragraph):
        return replace(before, comments=()) == replace(after, comments=())
    return before == after


def _mark(step: _Step) -> str:
    return step.block.bookmark if isinstance(step.block, Heading | Paragraph) else ""


def _can_pair(step: _Step, others: Sequence[_Step], moves: dict[_Step, str]) -> bool:
    """Whether a block may be another one altered: not where it moved or is the title of an
    article; the first words of one only where it has a title on the other side."""
    if step in moves or not isinstance(step.block, Written | Table):
        return False
    if not _mark(step):
        return True
    return isinstance(step.block, Paragraph) and any(
        _mark(other) == _mark(step) and isinstance(other.block, Heading) for other in others
    )


def _fit(old: _Step, new: _Step) -> bool:
    """Whether one can be shown as the other, altered."""
    before, after = old.block, new.block
    if isinstance(before, Table) and isinstance(after, Table):
        return changed_rows(before, after, None) is not None
    if (_mark(old) or _mark(new)) and old.article != new.article:
        return False
    both = isinstance(before, Written) and isinstance(after, Written)
    return both and _is_aside(before) == _is_aside(after)


def _is_aside(block: Block) -> bool:
    """Whether it stands in a column of its own beside the text."""
    return isinstance(block, Paragraph) and block.look is Look.ASIDE


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
