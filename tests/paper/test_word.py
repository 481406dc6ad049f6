"""Text and tables of Word files, read back by an independent reader."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from exports.word import docx_bytes
from pa_tui.papers.blocks import (
    Cell,
    FootnoteMark,
    Heading,
    Paragraph,
    Reference,
    Row,
    Run,
    Table,
    said,
    words,
)
from tests.paper.made import paper, the_draft
from tests.paper.reading_docx import W, lines, member, part, shown, value


def test_headings_carry_real_styles_and_the_contents_list_them() -> None:
    own = the_draft()
    file = docx_bytes(own)
    found = lines(file)
    headings = [b for b in own.blocks if isinstance(b, Heading)]
    assert [line.style for line in found if line.style.startswith("Heading")] == [
        f"Heading{b.level}" for b in headings
    ]
    listed = [line.words for line in found if line.style.startswith("TOC")][1:]
    assert listed == [
        f"{b.number}\t{said(b.runs)}" if b.number else said(b.runs)
        for b in headings
        if b.level <= 2
    ]
    names_of_styles = {
        s.get(f"{W}styleId"): value(s, "name")
        for s in part(file, "word/styles.xml")
        if s.tag == f"{W}style"
    }
    assert names_of_styles["Heading1"] == "heading 1"


def test_footnotes_are_real_and_keep_their_marks() -> None:
    own = paper(
        Paragraph((Run("Een"), FootnoteMark("x", "1", words("Eerste noot.")), Run("."))),
        Paragraph((Run("Ster"), FootnoteMark("y", "*", words("Tweede noot.")))),
        Paragraph((Run("Weer"), FootnoteMark("x", "1", words("Eerste noot.")))),
        Paragraph((Run("Twee"), FootnoteMark("z", "2", words("Derde noot.")))),
    )
    file = docx_bytes(own)
    notes = part(file, "word/footnotes.xml").findall(f"{W}footnote")
    told = {n.get(f"{W}id"): shown(n).strip() for n in notes}
    assert told == {
        "-1": "",
        "0": "",
        "1": "Eerste noot.",
        "2": "* Tweede noot.",
        "3": "Derde noot.",
    }
    calls = list(part(file, "word/document.xml").iter(f"{W}footnoteReference"))
    assert [c.get(f"{W}customMarkFollows") for c in calls] == [None, "1", None]
    assert [line.words for line in lines(file)] == ["Een.", "Ster*", "Weer1", "Twee"]


def test_references_are_fields_that_find_their_target() -> None:
    own = paper(
        Heading(1, words("Thema"), "1"),
        Paragraph(
            (
                Run("Zie "),
                Reference("_pa_x", "1.1a", "a"),
                Run(" en "),
                Reference("_pa_y", "12a"),
                Run(" en "),
                Reference("_pa_weg", "9.9"),
            ),
            number="1.1",
            bookmark="_pa_x",
        ),
        Heading(2, words("Los"), "12a", "_pa_y"),
    )
    file = docx_bytes(own)
    body = part(file, "word/document.xml")
    bookmarks = {b.get(f"{W}name") for b in body.iter(f"{W}bookmarkStart")}
    fields = [i.text.split() for i in body.iter(f"{W}instrText")]
    assert fields == [["REF", "_pa_x", "\\n", "\\h"], ["REF", "_pa_y", "\\h"]]
    assert {"_pa_x", "_pa_y"} <= bookmarks
    assert lines(file)[1].words == "Zie 1.1a en 12a en 9.9"


def test_every_reference_of_the_draft_has_a_bookmark() -> None:
    body = part(docx_bytes(the_draft()), "word/document.xml")
    bookmarks = {b.get(f"{W}name") for b in body.iter(f"{W}bookmarkStart")}
    targets = {
        i.text.split()[1] for i in body.iter(f"{W}instrText") if i.text.split()[0] == "REF"
    }
    assert targets
    assert targets <= bookmarks
    assert all(len(name) <= 40 for name in bookmarks)


def test_what_xml_cannot_hold_is_left_out() -> None:
    own = paper(
        Paragraph(words("a\x00b\x1b[31mc\x0bd\ufffe\ud800e\u202ef\u2028g\tTAB\nregel")),
        title="T\x07itel",
    )
    file = docx_bytes(own)
    assert lines(file)[0].words == "ab[31mcdefg\tTAB\nregel"
    assert b"<dc:title>Titel</dc:title>" in member(file, "docProps/core.xml")


def test_words_of_people_stay_words() -> None:
    nasty = '<w:p/> & "]]> {=HYPERLINK("x")} MERGEFIELD'
    assert lines(docx_bytes(paper(Paragraph(words(nasty)))))[0].words == nasty


def test_tables_repeat_their_header_and_keep_spans() -> None:
    file = docx_bytes(the_draft())
    table = next(part(file, "word/document.xml").iter(f"{W}tbl"))
    rows = table.findall(f"{W}tr")
    repeated = [r.find(f"{W}trPr/{W}tblHeader") is not None for r in rows]
    assert repeated == [True, True, False, False, False]
    columns = len(table.find(f"{W}tblGrid"))
    for row in rows:
        spans = [int(value(c.find(f"{W}tcPr"), "gridSpan") or 1) for c in row.findall(f"{W}tc")]
        assert sum(spans) == columns == 3
    merged = [
        [c.find(f"{W}tcPr/{W}vMerge") is not None for c in r.findall(f"{W}tc")] for r in rows
    ]
    assert merged == [
        [True, False],
        [True, False, False],
        [False] * 3,
        [True, False, False],
        [True, False],
    ]


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.lists(
            st.tuples(st.integers(1, 3), st.integers(1, 3), st.text(max_size=30)),
            min_size=1,
            max_size=4,
        ),
        min_size=1,
        max_size=5,
    ),
    st.booleans(),
)
def test_any_table_is_as_wide_as_the_text(rows: list, under: bool) -> None:
    made = tuple(
        Row(
            tuple(
                Cell((words(text.replace("\n", " ")),), columns, min(high, len(rows) - line))
                for columns, high, text in row
            )
        )
        for line, row in enumerate(rows)
    )
    table = next(
        part(
            docx_bytes(paper(Table(made, under_number=under), Paragraph(words("na")))),
            "word/document.xml",
        ).iter(f"{W}tbl")
    )
    widths = [int(g.get(f"{W}w")) for g in table.find(f"{W}tblGrid")]
    assert sum(widths) == 9298 - (709 if under else 0)
    assert all(width > 0 for width in widths)
    for cell in table.iter(f"{W}tc"):
        assert cell[-1].tag == f"{W}p"


def test_a_big_table_keeps_its_rows_whole() -> None:
    rows = tuple(
        Row((Cell((words(f"rij {n}"),)), Cell((words("x " * 40),)))) for n in range(80)
    )
    file = docx_bytes(paper(Table(rows)))
    made = part(file, "word/document.xml").findall(f".//{W}tr")
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in made)
