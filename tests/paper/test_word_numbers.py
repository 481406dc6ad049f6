"""Numbers in Word files: what a person reads is what the paper states."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from exports.word import docx_bytes
from pa_tui.papers.blocks import (
    Block,
    Contents,
    Heading,
    Item,
    Paper,
    Paragraph,
    said,
    words,
)
from pa_tui.papers.draft import draft
from tests.paper.agreements import AT, draft_agreement
from tests.paper.made import paper, the_draft, the_minutes
from tests.paper.reading_docx import W, lines, part, value


def stated(paper: Paper) -> list[tuple[str, str]]:
    """The numbers and words a paper states, in order."""
    found = []
    for block in paper.blocks:
        if isinstance(block, Heading | Paragraph):
            found.append((block.number, said(block.runs)))
        elif isinstance(block, Item):
            found.append((block.mark, said(block.runs)))
    return found


def printed(docx_file: bytes) -> list[tuple[str, str]]:
    """Number and words of every paragraph outside tables and contents, as printed."""
    found = []
    for line in lines(docx_file):
        parents = {ancestor.tag for ancestor in line.element.iterancestors()}
        if f"{W}tbl" in parents or line.style.startswith("TOC"):
            continue
        number, told = line.number, line.words
        if not number and "\t" in told:
            number, told = told.split("\t", 1)
        found.append(("" if number in "•–▪" else number, told))
    return found


def test_the_draft_prints_exactly_its_numbers() -> None:
    own = the_draft()
    assert printed(docx_bytes(own)) == stated(own)
    numbers = [number for number, _ in stated(own) if number]
    assert {"1", "1.1", "1.7", "4.10", "3.2", "a."} <= set(numbers)


def test_the_minutes_print_exactly_their_numbers() -> None:
    own = the_minutes()
    assert [line for line in printed(docx_bytes(own)) if line[1]] == [
        line for line in stated(own) if line[1]
    ]


def test_regular_numbers_are_one_multilevel_list() -> None:
    own = draft(draft_agreement(), at=AT)
    file = docx_bytes(own)
    counted = {line.number for line in lines(file) if line.number}
    assert {"1", "1.1", "1.10", "2", "2.1", "4.10"} <= counted
    numbering = part(file, "word/numbering.xml")
    texts = {value(level, "lvlText") for level in numbering.iter(f"{W}lvl")}
    assert {"%1", "%1.%2"} <= texts
    assert not any(text.startswith("1.") for text in texts if text)


CHAPTERS = st.sampled_from(
    ["1", "2", "3", "4", "7", "A", "B", "I", "II", "1.", "Deel A", "", "12a"]
)
NUMBERS = st.sampled_from(
    [
        "1.1",
        "1.2",
        "1.3",
        "1.10",
        "2.1",
        "2.2",
        "2.4",
        "3.1",
        "1",
        "2",
        "3",
        "9",
        "12a",
        "A1",
        "A2",
        "A.1",
        "B3",
        "1.4.1",
        "1.4.2",
        "Artikel 1",
        "Artikel 2",
        "01",
        "4.",
        "5.",
        "(1)",
        "(2)",
        "x",
        "1.a",
        "50%",
        "0",
        "99999",
    ]
)
MARKS = st.sampled_from(
    [
        "",
        "a.",
        "b.",
        "c.",
        "d.",
        "h.",
        "i.",
        "ii.",
        "iii.",
        "iv.",
        "j.",
        "v.",
        "x.",
        "1.",
        "2.",
        "10.",
        "A.",
        "4a.",
        "aa.",
    ]
)


@settings(deadline=None, max_examples=150)
@given(
    st.lists(
        st.one_of(
            CHAPTERS.map(lambda n: Heading(1, words("Hoofdstuk"), n)),
            NUMBERS.map(lambda n: Heading(2, words("Afspraak"), n)),
            NUMBERS.map(lambda n: Paragraph(words("Tekst"), number=n)),
            st.tuples(MARKS, st.integers(0, 2)).map(lambda m: Item(words("punt"), m[0], m[1])),
        ),
        min_size=1,
        max_size=25,
    )
)
def test_any_numbers_are_printed_as_stated(blocks: list[Block]) -> None:
    own = paper(*blocks)
    assert printed(docx_bytes(own)) == stated(own)


def test_the_contents_title_takes_no_number() -> None:
    own = paper(
        Contents("Inhoud"), Heading(1, words("Een"), "1"), Heading(2, words("Twee"), "1.1")
    )
    found = lines(docx_bytes(own))
    assert [(line.style, line.printed) for line in found] == [
        ("TOCHeading", "Inhoud"),
        ("TOC1", "1\tEen"),
        ("TOC2", "1.1\tTwee"),
        ("Heading1", "1\tEen"),
        ("Heading2", "1.1\tTwee"),
    ]
