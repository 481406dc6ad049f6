"""The body of a paper: each block becomes paragraphs or a table, and none is empty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeGuard

from exports.wordml.asides import AsideRoom
from exports.wordml.contents import Entry, contents
from exports.wordml.marks import Node, Shape, settled
from exports.wordml.numbering import Numbering, Place
from exports.wordml.pages import Pages
from exports.wordml.places import Places, after_of, before_of, number_of, planned
from exports.wordml.runs import Inlines
from exports.wordml.stationery import Stationery
from exports.wordml.styles import COLUMN, HEADING_LEVELS, STEP
from exports.wordml.tables import changed_table, signatures, table, table_whole, whole
from exports.wordml.xml import Element, el, q, root, text_run, written
from pa_tui.papers.blocks import (
    Block,
    Change,
    Contents,
    Heading,
    Item,
    Look,
    PageBreak,
    Paper,
    Paragraph,
    Revision,
    RevisionKind,
    Signatures,
    Table,
    TableChange,
    Turn,
    Whole,
    Written,
    said,
)
from pa_tui.papers.mending import marked

_STYLES = {
    Look.TITLE: "Title",
    Look.COVER_TITLE: "Omslagtitel",
    Look.SUBTITLE: "Subtitle",
    Look.STAMP: "Stempel",
    Look.COVER: "Omslag",
    Look.CAPTION: "Caption",
    Look.SMALL: "Klein",
    Look.BOX: "Kader",
    Look.ASIDE: "Kantlijn",
}
_AFTER_TABLE = 200
_AFTER_LIST = 140
_COVER_DROP = 3400
_NARROW = 567


class Body:
    """Writes the blocks of one paper in order."""

    def __init__(self, paper: Paper, stationery: Stationery) -> None:
        self._column = COLUMN if _has_columns(paper.blocks) else _NARROW
        changed = any(isinstance(block, Change) for block in paper.blocks)
        self.numbering = Numbering(self._column, flat=changed)
        self.inlines = Inlines()
        self.pages = Pages(paper, self.inlines, stationery)
        self._paper = paper
        self._landscape = paper.landscape
        self._made: list[Node | Element] = []
        self._fresh_page = False
        self._places = planned(paper.blocks, self.numbering)
        self._revision = _any_revision(paper.blocks)
        self._asides = AsideRoom(self.pages.text_width(paper.landscape))
        self._listed = self._entries()
        self._know_bookmarks()

    def written(self) -> bytes:
        """word/document.xml."""
        moved = _without_typed_moves(self._paper.blocks, self._places)
        for index, block in enumerate(moved):
            self._block(block, index)
        if not self._made or self._ends_in_table():
            self._made.append(_nothing())
        section = self.pages.section(self._landscape)
        made = settled(self._made, self.inlines.stamp)
        return written(root("document", [el("body", *made, section)]))

    # -- what has to be known before ------------------------------------------------------

    def _know_bookmarks(self) -> None:
        """Which bookmarks stand at a number that Word counts, which at a typed one; that of
        an article that moved is where it is now."""
        self._bookmarks: dict[int, str] = {}
        sides = ((after_of, self._places.after), (before_of, self._places.before))
        known: set[str] = set()
        for own, places in sides:
            for index, block in enumerate(self._paper.blocks):
                found = own(block)
                name = found.bookmark if isinstance(found, Heading | Paragraph) else ""
                if found is None or not name or name in known:
                    continue
                known.add(name)
                self._bookmarks[index] = name
                if _came_or_went(block) and block.before is None:
                    self.inlines.new.add(name)
                if number_of(found) and not (_came_or_went(block) and block.after is None):
                    counted = index in places
                    (self.inlines.automatic if counted else self.inlines.typed).add(name)

    def _entries(self) -> dict[int, Entry]:
        """The headings for the list of contents, where the paper has one."""
        if not any(isinstance(block, Contents) for block in self._paper.blocks):
            return {}
        headings = ((i, after_of(block)) for i, block in enumerate(self._paper.blocks))
        return {
            index: Entry(own.level, own.number, said(own.runs), f"_Toc{index:06}")
            for index, own in headings
            if isinstance(own, Heading)
        }

    # -- blocks -----------------------------------------------------------------------------

    def _block(self, block: Block, index: int) -> None:
        width = self.pages.text_width(self._landscape)
        if isinstance(block, Written | Change):
            self._paragraph(block, index)
        elif isinstance(block, PageBreak):
            self._fresh_page = True
        elif isinstance(block, Turn):
            self._turn(block)
        elif isinstance(block, Contents):
            self._made += contents(block, self._listed.values(), self._page_wanted())
        else:
            self._asides.filled()
            self._table(self._laid_out(block, width))

    def _laid_out(self, block: Table | Signatures | TableChange | Whole, width: int) -> Element:
        if isinstance(block, Table):
            return table(block, self.inlines, width)
        if isinstance(block, Signatures):
            return signatures(block, width)
        if isinstance(block, TableChange):
            return changed_table(block, self.inlines, width)
        own = block.block
        if isinstance(own, Table):
            return table_whole(own, block.revision, self.inlines, width)
        return whole(signatures(own, width), block.revision, self.inlines)

    def _paragraph(self, block: Written | Change, index: int) -> None:
        own = block.after or block.before if isinstance(block, Change) else block
        assert own is not None
        self._leave_room(self._asides.wanted(own))
        runs = self.inlines.runs(block.runs)
        if isinstance(own, Heading | Paragraph):
            whole = block.revision if _came_or_went(block) else None
            revised = partial(self.inlines.revised, revision=whole)
            runs = self.inlines.comments.around(runs, own.comments, revised)
        self._revision = block.revision if isinstance(block, Change) else self._revision
        revision = self._revision
        runs = self._numbered(runs, block, index, revision)
        entry = self._listed.get(index)
        if entry is not None:
            runs = self.inlines.marked(entry.bookmark, runs)
        if _came_or_went(block) and block.revision.move:
            runs = self.inlines.moved(runs, block.revision)
        fresh = self._page_wanted()
        before, after = before_of(block), after_of(block)
        self._made.append(
            Node(
                runs,
                self._shape(before, index, self._places.before, fresh) if before else None,
                self._shape(after, index, self._places.after, fresh) if after else None,
                revision,
            )
        )

    def _leave_room(self, room: int) -> None:
        """Room under the last paragraph, for what stands beside it."""
        last = self._made[-1] if self._made else None
        if room and isinstance(last, Node):
            last.before = last.before and replace(last.before, after=room)
            last.after = last.after and replace(last.after, after=room)

    def _numbered(
        self,
        runs: list[Element],
        block: Written | Change,
        index: int,
        revision: Revision | None,
    ) -> list[Element]:
        """The runs with their bookmark: around them where Word counts the number, around the
        number itself where it is typed."""
        old = _typed(before_of(block), index, self._places.before)
        new = _typed(after_of(block), index, self._places.after)
        name = self._bookmarks.get(index, "")
        if not old and not new:
            return self.inlines.marked(name, runs)
        if old == new:
            return [*self.inlines.marked(name, [text_run(new)]), text_run("\t"), *runs]
        made: list[Element] = []
        for number, kind in ((old, RevisionKind.DELETED), (new, RevisionKind.INSERTED)):
            if number and revision is not None:
                gone = kind is RevisionKind.DELETED
                own = replace(revision, kind=kind, move="")
                words = [text_run(number, deleted=gone)]
                words = self.inlines.marked("" if gone and new else name, words)
                made += self.inlines.revised([*words, text_run("\t", deleted=gone)], own)
        return [*made, *runs]

    def _shape(
        self, block: Written, index: int, places: dict[int, Place], fresh: bool
    ) -> Shape:
        """What a paragraph looks like on one side."""
        place = places.get(index)
        crowded = self._ends_in_table() and not isinstance(block, Heading)
        before = _AFTER_TABLE if crowded else None
        if isinstance(block, Heading):
            typed = bool(block.number) and place is None
            indent = (self._column, self._column) if typed else None
            style = f"Heading{min(block.level, HEADING_LEVELS)}"
            return Shape(style, place, indent, fresh_page=fresh)
        if isinstance(block, Item):
            left = _base(block.under_number) + (block.level + 1) * STEP
            after = self._after_item(index)
            return Shape("ListParagraph", place, (left, STEP), False, fresh, before, after)
        indent = None
        if block.level:
            indent = (_base(block.under_number) + block.level * STEP, 0)
        if not self._paper.first_footer and index == 0 and block.look is Look.STAMP:
            before = _COVER_DROP
        aside = block.look is Look.ASIDE
        return Shape(_style(block), place, indent, block.with_next, fresh, before, aside=aside)

    def _after_item(self, index: int) -> int | None:
        """The room after the last item of a list."""
        following = self._paper.blocks[index + 1 : index + 2]
        return None if following and _is_item(following[0]) else _AFTER_LIST

    def _table(self, made: Element) -> None:
        if self._ends_in_table() or self._fresh_page:
            shape = Shape("Klein", fresh_page=self._page_wanted())
            self._made.append(Node([], shape, shape))
        self._made.append(made)

    def _ends_in_table(self) -> bool:
        last = self._made[-1] if self._made else None
        return last is not None and not isinstance(last, Node) and last.tag == q("tbl")

    def _turn(self, block: Turn) -> None:
        """Ends the section in its last paragraph."""
        if not self._made or not isinstance(self._made[-1], Node):
            self._made.append(Node([], Shape("Klein"), Shape("Klein")))
        last = self._made[-1]
        assert isinstance(last, Node)
        last.section = self.pages.section(self._landscape)
        self._landscape = block.landscape
        self._fresh_page = False

    def _page_wanted(self) -> bool:
        wanted, self._fresh_page = self._fresh_page, False
        return wanted


def _typed(block: Written | None, index: int, places: dict[int, Place]) -> str:
    """The number that has to be typed, empty where Word counts it or there is none."""
    return "" if block is None or index in places else number_of(block)


def _without_typed_moves(blocks: Sequence[Block], places: Places) -> Iterator[Block]:
    """The blocks; those whose number has to be typed came and went, since it is another one
    where they moved to."""
    typed = {
        block.revision.move
        for index, block in enumerate(blocks)
        if isinstance(block, Change)
        and (
            _typed(block.before, index, places.before)
            or _typed(block.after, index, places.after)
        )
    } - {""}
    for block in blocks:
        if isinstance(block, Change) and block.revision.move in typed:
            own = replace(block.revision, move="")
            yield replace(block, runs=marked(block.runs, own, own.kind), revision=own)
        else:
            yield block


def _style(block: Paragraph) -> str:
    if block.number:
        return "Afspraak"
    if block.under_number:
        return "Afspraaktekst"
    return _STYLES.get(block.look, "Normal")


def _came_or_went(block: Block) -> TypeGuard[Change]:
    return isinstance(block, Change) and (block.before is None or block.after is None)


def _any_revision(blocks: Iterable[Block]) -> Revision | None:
    """In whose name numbers change that follow from other changes."""
    found = (b.revision for b in blocks if isinstance(b, Change | Whole))
    return next(found, None)


def _is_item(block: Block) -> bool:
    return isinstance(after_of(block) or before_of(block), Item)


def _has_columns(blocks: Iterable[Block]) -> bool:
    """Whether text stands under numbers, in their column."""
    return any(
        isinstance(own, Paragraph | Item | Table) and own.under_number
        for block in blocks
        for own in (block, after_of(block), before_of(block))
    )


def _base(under_number: bool) -> int:
    return COLUMN if under_number else 0


def _nothing() -> Element:
    """A paragraph as good as invisible, where Word insists on one."""
    return el("p", el("pPr", el("spacing", after=0, line=20, lineRule="exact")))
