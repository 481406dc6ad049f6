"""What a paper is: headings, paragraphs, tables and notes as plain values.

A paper states what is printed, down to the numbers and marks; how Word, Markdown or another
form brings that about is the business of whoever writes it out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from pa_tui.papers.appointments import Appointment


class RevisionKind(StrEnum):
    """What happened to words or blocks between two versions."""

    INSERTED = "inserted"
    DELETED = "deleted"
    ALTERED = "altered"


@dataclass(frozen=True, slots=True)
class Revision:
    """A tracked change: what happened, on whose name and when. ``move`` names the move it is
    one end of, where the same words stand elsewhere too."""

    kind: RevisionKind
    author: str
    at: datetime
    move: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look; a line end in them is a line break."""

    text: str
    bold: bool = False
    italic: bool = False
    revision: Revision | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """The number of something else in the paper: of what carries the bookmark ``target``.

    ``text`` is how it is printed; ``suffix`` is the part of it that is not the target's own
    number ("a" in "4a").
    """

    target: str
    text: str
    suffix: str = ""
    revision: Revision | None = None


@dataclass(frozen=True, slots=True)
class FootnoteMark:
    """A footnote where it is called: its mark as printed and what it says. The same ``id``
    twice is one note called twice."""

    id: str
    mark: str
    runs: tuple[Run, ...]
    revision: Revision | None = None


class PageCount(StrEnum):
    """A number only the printed page knows."""

    THIS = "this"
    ALL = "all"


Inline = Run | Reference | FootnoteMark | PageCount
Runs = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark in the margin."""

    text: str
    author: str
    at: datetime


class Look(StrEnum):
    """What part a paragraph plays; a form gives each its own look."""

    BODY = "body"
    TITLE = "title"
    SUBTITLE = "subtitle"
    STAMP = "stamp"
    COVER = "cover"
    COVER_TITLE = "cover title"
    CAPTION = "caption"
    SMALL = "small"
    BOX = "box"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 6; ``number`` as printed, empty where none is."""

    level: int
    runs: Runs
    number: str = ""
    bookmark: str = ""
    comments: tuple[Comment, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, perhaps with a printed number in front of it (an article without a
    title). ``under_number`` is text that belongs to a numbered article and stands in its
    column; ``level`` is how many items deep it stands. ``place`` names a piece that may get
    other words, whenever the paper is made again."""

    runs: Runs
    look: Look = Look.BODY
    number: str = ""
    bookmark: str = ""
    under_number: bool = False
    level: int = 0
    with_next: bool = False
    comments: tuple[Comment, ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list; ``mark`` as printed ("a."), empty for a bullet. ``place`` is as that
    of a paragraph."""

    runs: Runs
    mark: str = ""
    level: int = 0
    under_number: bool = False
    place: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of one or more paragraphs; ``columns`` and ``rows`` tell how far it spans.
    ``value`` is the day or number its words mean, for forms that can sort and count;
    ``place`` is as that of a paragraph."""

    paragraphs: tuple[Runs, ...]
    columns: int = 1
    rows: int = 1
    heading: bool = False
    value: date | int | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells; it leaves out what a cell above it covers."""

    cells: tuple[Cell, ...]


class TableLook(StrEnum):
    """GRID is a table of data, FACTS is labels with what they are, without lines."""

    GRID = "grid"
    FACTS = "facts"


@dataclass(frozen=True, slots=True)
class Table:
    """A table. ``widths`` are shares of the width of the text, one per column; empty means
    evenly by what the columns hold. ``small`` sets it in small type."""

    rows: tuple[Row, ...]
    header_rows: int = 1
    widths: tuple[float, ...] = ()
    look: TableLook = TableLook.GRID
    small: bool = False
    under_number: bool = False
    title: str = ""

    @property
    def columns(self) -> int:
        """How many columns the widest row spans, those that rows above cover included."""
        return table_width(self.rows)


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of headings down to a level, under a title that is in no list itself."""

    title: str
    levels: int = 2


@dataclass(frozen=True, slots=True)
class Signing:
    """Room for one signature: the organisation, on what mandate, who, when and where."""

    organisation: str
    mandate: str
    name: str = ""
    function: str = ""
    place: str = ""
    signed: str = ""


@dataclass(frozen=True, slots=True)
class Signatures:
    """The signatures of all parties."""

    entries: tuple[Signing, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What follows begins on a new page, upright or lying (``landscape``)."""

    landscape: bool


Written = Heading | Paragraph | Item
"""A block that is one paragraph."""


@dataclass(frozen=True, slots=True)
class Change:
    """A paragraph that came (``before`` is None), went (``after`` is None) or was altered.

    ``runs`` hold the words of both, each with its revision where it is of one side only; the
    revision of the whole says what became of the paragraph.
    """

    before: Written | None
    after: Written | None
    runs: Runs
    revision: Revision


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row of a table that came, went or was altered: ``cells`` hold the paragraphs of each
    cell with the words of both sides. A row that came or went has its own ``revision``."""

    before: Row | None
    after: Row | None
    cells: tuple[tuple[Runs, ...], ...]
    revision: Revision | None = None


@dataclass(frozen=True, slots=True)
class TableChange:
    """A table that stayed, with rows or words in it that did not."""

    before: Table
    after: Table
    rows: tuple[RowChange, ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """A table or the signatures that came or went as a whole."""

    block: Table | Signatures
    revision: Revision


Block = (
    Written | Table | Contents | Signatures | PageBreak | Turn | Change | TableChange | Whole
)


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper. ``stamp`` says what it may not be taken for ("CONCEPT, nog niet
    vastgesteld"); ``header`` and ``footer`` stand on every page, on the first only where
    ``first_header`` and ``first_footer`` say so. A tab in them leads to the right margin.
    ``large`` asks for large type, ``dense`` for little room between paragraphs, ``margin``
    for room beside the text, where paragraphs stand that are an aside (:class:`Look`).
    ``organisations`` are those in whose name the paper is made; ``appointments`` are what a
    calendar takes from it, ``made_at`` when it was made, for the order of two such."""

    title: str
    blocks: tuple[Block, ...]
    language: str = "nl"
    header: Runs = ()
    footer: Runs = ()
    stamp: str = ""
    landscape: bool = False
    large: bool = False
    dense: bool = False
    margin: bool = False
    organisations: tuple[str, ...] = ()
    first_header: bool = True
    first_footer: bool = True
    appointments: tuple[Appointment, ...] = ()
    made_at: datetime | None = None


def words(text: str, *, bold: bool = False, italic: bool = False) -> Runs:
    """A text as runs: one, or none where it is empty."""
    return (Run(text, bold, italic),) if text else ()


def cell(
    text: str,
    *,
    bold: bool = False,
    heading: bool = False,
    value: date | int | None = None,
    place: str = "",
) -> Cell:
    """A cell of plain words; each line of them is a paragraph."""
    lines = tuple(words(line, bold=bold) for line in text.split("\n"))
    return Cell(lines, heading=heading, value=value, place=place)


def header_row(*titles: str) -> Row:
    """The row that names the columns."""
    return Row(tuple(cell(title, heading=True) for title in titles))


def said(runs: Runs) -> str:
    """The words of runs as printed; a footnote's mark is not among them."""
    return "".join(run.text for run in runs if isinstance(run, Run | Reference))


def places(rows: tuple[Row, ...]) -> Iterator[tuple[int, int, Cell]]:
    """Every cell with its row and its first column, cells above it taken into account."""
    taken: dict[int, int] = {}
    for line, row in enumerate(rows):
        column = 0
        for one in row.cells:
            while taken.get(column, 0) > line:
                column += 1
            yield line, column, one
            for covered in range(column, column + one.columns):
                taken[covered] = line + one.rows
            column += one.columns


def table_width(rows: tuple[Row, ...]) -> int:
    """How many columns rows of cells need."""
    return max((column + one.columns for _, column, one in places(rows)), default=0)
