"""Which block of one version of a paper is which block of another: the same one, the same one
altered, or the same words in another place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pa_tui.domain.alignment import Budget, align, between
from pa_tui.domain.wordchanges import pair_alike
from pa_tui.papers.blocks import (
    Block,
    Heading,
    Item,
    Look,
    PageBreak,
    Paragraph,
    Table,
    Written,
    said,
)
from pa_tui.papers.mending import told
from pa_tui.papers.rows import changed_rows

CELLS = 3_000_000
"""How many comparisons two papers may take before the answer becomes coarser."""
_MOVED_WORDS = 4


@dataclass(frozen=True, slots=True)
class Part:
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


def by_article(
    gone: Sequence[Part], came: Sequence[Part]
) -> Iterator[tuple[Sequence[Part], Sequence[Part]]]:
    """What went and what came, first that of the article that began before them."""
    going_on = (step.article for step in (*gone[:1], *came[:1]) if not _mark(step))
    article = next(filter(None, going_on), None)
    ends = [
        next((n for n, step in enumerate(side) if step.article != article), len(side))
        for side in (gone, came)
    ]
    yield gone[: ends[0]], came[: ends[1]]
    yield gone[ends[0] :], came[ends[1] :]


def parts_of(blocks: Iterable[Block]) -> list[Part]:
    """The blocks with what has to be known of them; page breaks become part of the next."""
    found: list[Part] = []
    fresh, article = False, ""
    for block in blocks:
        if isinstance(block, PageBreak):
            fresh = True
            continue
        if isinstance(block, Heading) or (isinstance(block, Paragraph) and block.bookmark):
            article = block.bookmark
        found.append(Part(block, fresh, article))
        fresh = False
    for place, (step, following) in enumerate(pairwise(found)):
        if _is_aside(step.block):
            found[place] = replace(step, article=following.article)
    return found


def moves(
    old: Sequence[Part], new: Sequence[Part], pairs: Sequence[tuple[int, int]]
) -> dict[Part, str]:
    """Blocks that stand elsewhere with the same words: each with the name of its move."""
    kept_old, kept_new = {first for first, _ in pairs}, {second for _, second in pairs}
    gone = [step for place, step in enumerate(old) if place not in kept_old]
    came = [step for place, step in enumerate(new) if place not in kept_new]
    times = Counter(map(_moving, gone))
    twins: dict[Hashable, list[Part]] = {}
    for step in came:
        twins.setdefault(_moving(step), []).append(step)
    names: dict[Part, str] = {}
    for step in gone:
        key = _moving(step)
        if key is None or times[key] != 1 or len(twins.get(key, ())) != 1:
            continue
        if not _is_titled(step, twins[key][0]):
            names |= dict.fromkeys((step, twins[key][0]), f"verplaatst{len(names) // 2 + 1}")
    return names


def _is_titled(old: Part, new: Part) -> bool:
    """Whether these words stay where they are, under a title that came or went."""
    return old.article == new.article and bool(_mark(old)) != bool(_mark(new))


def _moving(step: Part) -> Hashable:
    """What a block keeps when it moves: the article it begins, else words enough to know it
    by; None where it has neither."""
    words = step.telling
    if isinstance(step.block, Paragraph | Item) and len(words.split()) >= _MOVED_WORDS:
        return "words", words
    return step.key if _mark(step) else None


def alike(
    old: Sequence[Part], new: Sequence[Part], moved: dict[Part, str]
) -> list[tuple[int, int]]:
    """Pairs of blocks that are one block before and after, rising on both sides: those that
    begin the same article, and between them those whose words are alike."""
    anchors = _anchored(old, new)
    pairs = list(anchors)
    for low, high, start, stop in between(anchors, (0, len(old), 0, len(new))):
        mine = [place for place in range(low, high) if _can_pair(old[place], new, moved)]
        theirs = [place for place in range(start, stop) if _can_pair(new[place], old, moved)]
        found = pair_alike([old[n].telling for n in mine], [new[n].telling for n in theirs])
        both = ((mine[a], theirs[b]) for a, b in found)
        pairs += [(a, b) for a, b in both if _fit(old[a], new[b])]
    return sorted(pairs)


def _anchored(old: Sequence[Part], new: Sequence[Part]) -> list[tuple[int, int]]:
    """Pairs of blocks that begin the same article in the same way."""
    mine, theirs = ([n for n, own in enumerate(side) if _mark(own)] for side in (old, new))
    found = align(
        [_beginning(old[n]) for n in mine],
        [_beginning(new[n]) for n in theirs],
        lambda _: 1,
        Budget(CELLS),
    )
    return [(mine[a], theirs[b]) for a, b in found]


def _beginning(step: Part) -> Hashable:
    """Which article a block begins, and whether with a title."""
    return _mark(step), isinstance(step.block, Heading)


def _mark(step: Part) -> str:
    return step.block.bookmark if isinstance(step.block, Heading | Paragraph) else ""


def _can_pair(step: Part, others: Sequence[Part], moved: dict[Part, str]) -> bool:
    """Whether a block may be another one altered: not where it moved or is the title of an
    article; the first words of one only where it has a title on the other side."""
    if step in moved or not isinstance(step.block, Written | Table):
        return False
    if not _mark(step):
        return True
    return isinstance(step.block, Paragraph) and any(
        _mark(other) == _mark(step) and isinstance(other.block, Heading) for other in others
    )


def _fit(old: Part, new: Part) -> bool:
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
