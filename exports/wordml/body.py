"""The body of a paper: each block becomes paragraphs or a table, and none is empty."""

from __future__ import annotations

from collections.abc import Iterable

from exports.wordml.contents import Entry, contents
from exports.wordml.numbering import Numbering, Place
from exports.wordml.pages import Pages, text_width
from exports.wordml.runs import Inlines
from exports.wordml.styles import COLUMN, HEADING_LEVELS, STEP
from exports.wordml.tables import signatures, table
from exports.wordml.xml import Element, el, on_off, q, root, text_run, written
from pa_tui.papers.blocks import (
    Block,
    Contents,
    Heading,
    Item,
    Look,
    PageBreak,
    Paper,
    Paragraph,
    Signatures,
    Table,
    Turn,
    said,
)

_STYLES = {
    Look.TITLE: "Title",
    Look.COVER_TITLE: "Omslagtitel",
    Look.SUBTITLE: "Subtitle",
    Look.STAMP: "Stempel",
    Look.COVER: "Omslag",
    Look.CAPTION: "Caption",
    Look.SMALL: "Klein",
    Look.BOX: "Kader",
}
_AFTER_TABLE = 200
_AFTER_LIST = 140
_COVER_DROP = 3400
_NARROW = 567


class Body:
    """Writes the blocks of one paper in order."""

    def __init__(self, paper: Paper) -> None:
        self._column = COLUMN if _has_columns(paper.blocks) else _NARROW
        self.numbering = Numbering(self._column)
        self.inlines = Inlines()
        self.pages = Pages(paper, self.inlines)
        self._paper = paper
        self._landscape = paper.landscape
        self._made: list[Element] = []
        self._fresh_page = False
        self._places = self._planned(paper.blocks)
        self._listed = self._entries(paper.blocks)

    def written(self) -> bytes:
        """word/document.xml."""
        for place, block in enumerate(self._paper.blocks):
            self._block(block, place)
        if not self._made or self._made[-1].tag == q("tbl"):
            self._made.append(_nothing())
        self._made.append(self.pages.section(self._landscape))
        return written(root("document", [el("body", *self._made)]))

    # -- what has to be known before ------------------------------------------------------

    def _planned(self, blocks: Iterable[Block]) -> dict[int, Place]:
        """Where each number that Word can count is counted; the bookmarks of all of them."""
        found: dict[int, Place] = {}
        for index, block in enumerate(blocks):
            if isinstance(block, Item):
                place = self._item_place(block)
            elif isinstance(block, Heading | Paragraph) and block.number:
                chapter = isinstance(block, Heading) and block.level == 1
                find = self.numbering.chapter if chapter else self.numbering.article
                place = find(block.number)
                names = self.inlines.automatic if place else self.inlines.typed
                names.add(block.bookmark)
            else:
                continue
            if place is not None:
                found[index] = place
        return found

    def _item_place(self, block: Item) -> Place | None:
        if not block.mark:
            return self.numbering.bullet(block.level)
        return self.numbering.item(block.mark, block.level)

    def _entries(self, blocks: Iterable[Block]) -> dict[int, Entry]:
        """The headings for the list of contents, where the paper has one."""
        if not any(isinstance(block, Contents) for block in blocks):
            return {}
        return {
            index: Entry(block.level, block.number, said(block.runs), f"_Toc{index:06}")
            for index, block in enumerate(blocks)
            if isinstance(block, Heading)
        }

    # -- blocks -----------------------------------------------------------------------------

    def _block(self, block: Block, place: int) -> None:
        width = text_width(self._landscape)
        if isinstance(block, Heading):
            self._heading(block, place)
        elif isinstance(block, Paragraph):
            self._paragraph(block, place)
        elif isinstance(block, Item):
            self._item(block, place)
        elif isinstance(block, Table):
            self._table(table(block, self.inlines, width))
        elif isinstance(block, Signatures):
            self._table(signatures(block, width))
        elif isinstance(block, Contents):
            self._made += contents(block, self._listed.values(), self._page_wanted())
        elif isinstance(block, PageBreak):
            self._fresh_page = True
        elif isinstance(block, Turn):
            self._turn(block)

    def _heading(self, block: Heading, index: int) -> None:
        runs = self.inlines.comments.around(self.inlines.runs(block.runs), block.comments)
        entry = self._listed.get(index)
        runs = self._numbered(runs, block.number, block.bookmark, index)
        if entry is not None:
            runs = self.inlines.marked(entry.bookmark, runs)
        level = min(block.level, HEADING_LEVELS)
        typed = bool(block.number) and index not in self._places
        indent = el("ind", left=self._column, hanging=self._column) if typed else None
        self._add(f"Heading{level}", runs, self._places.get(index), indent)

    def _paragraph(self, block: Paragraph, index: int) -> None:
        runs = self.inlines.comments.around(self.inlines.runs(block.runs), block.comments)
        runs = self._numbered(runs, block.number, block.bookmark, index)
        style = _STYLES.get(block.look, "Normal")
        indent = None
        if block.number:
            style = "Afspraak"
        elif block.under_number:
            style = "Afspraaktekst"
        if block.level:
            indent = el("ind", left=_base(block.under_number) + block.level * STEP, hanging=0)
        drop = self._drop(block, index)
        self._add(style, runs, self._places.get(index), indent, block.with_next, drop)

    def _drop(self, block: Paragraph, index: int) -> int | None:
        """The room above the first lines of a cover."""
        cover = not self._paper.first_footer and index == 0
        return _COVER_DROP if cover and block.look is Look.STAMP else None

    def _item(self, block: Item, index: int) -> None:
        place = self._places.get(index)
        runs = self.inlines.runs(block.runs)
        if place is None:
            runs = [text_run(f"{block.mark}\t"), *runs]
        left = _base(block.under_number) + (block.level + 1) * STEP
        indent = el("ind", left=left, hanging=STEP)
        self._add("ListParagraph", runs, place, indent, after=self._after_item(index))

    def _after_item(self, index: int) -> int | None:
        """The room after the last item of a list."""
        following = self._paper.blocks[index + 1 : index + 2]
        return None if following and isinstance(following[0], Item) else _AFTER_LIST

    def _numbered(
        self, runs: list[Element], number: str, bookmark: str, index: int
    ) -> list[Element]:
        """The runs with their bookmark: around them where Word counts the number, around the
        number itself where it is typed."""
        if not number or index in self._places:
            return self.inlines.marked(bookmark, runs)
        typed = self.inlines.marked(bookmark, [text_run(number)])
        return [*typed, text_run("\t"), *runs]

    def _add(
        self,
        style: str,
        runs: list[Element],
        place: Place | None = None,
        indent: Element | None = None,
        with_next: bool = False,
        before: int | None = None,
        after: int | None = None,
    ) -> None:
        after_table = bool(self._made) and self._made[-1].tag == q("tbl")
        if after_table and not style.startswith("Heading"):
            before = _AFTER_TABLE
        number = None
        if place is not None:
            number = el("numPr", el("ilvl", val=place.level), el("numId", val=place.list))
        properties = el(
            "pPr",
            el("pStyle", val=style) if style != "Normal" else None,
            on_off("keepNext", with_next),
            on_off("pageBreakBefore", self._page_wanted()),
            number,
            _spacing(before, after),
            indent,
        )
        self._made.append(el("p", properties if len(properties) else None, *runs))

    def _table(self, made: Element) -> None:
        crowded = bool(self._made) and self._made[-1].tag == q("tbl")
        if crowded or self._fresh_page:
            self._add("Klein", [])
        self._made.append(made)

    def _turn(self, block: Turn) -> None:
        """Ends the section in its last paragraph."""
        if not self._made or self._made[-1].tag != q("p"):
            self._made.append(_nothing())
        last = self._made[-1]
        if not len(last) or last[0].tag != q("pPr"):
            last.insert(0, el("pPr"))
        last[0].append(self.pages.section(self._landscape))
        self._landscape = block.landscape
        self._fresh_page = False

    def _page_wanted(self) -> bool:
        wanted, self._fresh_page = self._fresh_page, False
        return wanted


def _spacing(before: int | None, after: int | None) -> Element | None:
    if before is None and after is None:
        return None
    return el("spacing", before=before, after=after)


def _has_columns(blocks: Iterable[Block]) -> bool:
    """Whether text stands under numbers, in their column."""
    return any(isinstance(b, Paragraph | Item | Table) and b.under_number for b in blocks)


def _base(under_number: bool) -> int:
    return COLUMN if under_number else 0


def _nothing() -> Element:
    """A paragraph as good as invisible, where Word insists on one."""
    return el("p", el("pPr", el("spacing", after=0, line=20, lineRule="exact")))
