"""Papers as Word files, read back by an independent reader."""

from __future__ import annotations

import importlib.util
import io
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.word import docx_bytes
from pa_tui.papers.blocks import (
    Block,
    Cell,
    Comment,
    Contents,
    FootnoteMark,
    Heading,
    Item,
    PageBreak,
    PageCount,
    Paper,
    Paragraph,
    Reference,
    Row,
    Run,
    Table,
    Turn,
    said,
    words,
)
from pa_tui.papers.draft import draft
from pa_tui.papers.minutes import minutes
from tests.paper.agreements import AT, draft_agreement
from tests.paper.decided import decided_agreement
from tests.paper.reading_docx import W, lines, names, part, shown, value

CHECKS = Path(__file__).parents[3] / "shared" / "checks" / "docx_validate.py"


def the_minutes() -> Paper:
    agreement = decided_agreement()
    return minutes(agreement, agreement.meetings["wg2"], at=AT)


def the_draft() -> Paper:
    return draft(decided_agreement(), at=AT)


def paper(*blocks: Block, **fields: object) -> Paper:
    return replace(Paper("Proef", tuple(blocks)), **fields)  # type: ignore[arg-type]


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


# -- numbers ----------------------------------------------------------------------------


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


# -- text -------------------------------------------------------------------------------


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
    assert b"<dc:title>Titel</dc:title>" in _member(file, "docProps/core.xml")


def test_words_of_people_stay_words() -> None:
    nasty = '<w:p/> & "]]> {=HYPERLINK("x")} MERGEFIELD'
    assert lines(docx_bytes(paper(Paragraph(words(nasty)))))[0].words == nasty


# -- tables -----------------------------------------------------------------------------


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


# -- pages ------------------------------------------------------------------------------


def test_sections_turn_and_pages_count() -> None:
    file = docx_bytes(the_minutes())
    body = part(file, "word/document.xml")
    sections = list(body.iter(f"{W}sectPr"))
    sizes = [
        (s.find(f"{W}pgSz").get(f"{W}w"), s.find(f"{W}pgSz").get(f"{W}orient"))
        for s in sections
    ]
    assert sizes == [("11906", None), ("16838", "landscape")]
    assert sections[0].find(f"{W}titlePg") is not None
    foot = part(file, "word/footer1.xml")
    fields = [i.text.strip() for i in foot.iter(f"{W}instrText")]
    assert fields == ["PAGE", "NUMPAGES"]
    assert shown(foot) == (
        "Concept 1 · 15 september 2026, 16.02 uur · pagina 1 van 1 · "
        "Werkdocument van de werkgroep; bindt partijen niet."
    )
    assert shown(part(file, "word/header1.xml")) == (
        "Verslag werkgroep 2\tCONCEPT, nog niet vastgesteld"
    )


def test_no_paragraph_is_empty_but_the_one_word_wants_behind_a_last_table() -> None:
    for own, count in ((the_draft(), None), (the_minutes(), -1)):
        for line in lines(docx_bytes(own))[:count]:
            in_table = any(a.tag == f"{W}tc" for a in line.element.iterancestors())
            assert in_table or line.words or line.number


def test_a_page_break_belongs_to_the_next_paragraph() -> None:
    file = docx_bytes(paper(Paragraph(words("een")), PageBreak(), Heading(1, words("twee"))))
    found = lines(file)
    assert len(found) == 2
    assert found[1].element.find(f"{W}pPr/{W}pageBreakBefore") is not None


# -- the file ---------------------------------------------------------------------------


def test_nothing_is_left_of_a_template() -> None:
    file = docx_bytes(the_draft())
    assert sorted(names(file)) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/app.xml",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        "word/footnotes.xml",
        "word/header1.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
    ]
    for name in names(file):
        for leftover in (b"python", b"2013", b"Macintosh", b"en-US"):
            assert leftover not in _member(file, name), name


def test_properties_are_title_language_and_organisations() -> None:
    core = part(docx_bytes(the_minutes()), "docProps/core.xml")
    assert {e.tag.rpartition("}")[2]: e.text for e in core} == {
        "title": "Verslag werkgroep prestatieafspraken Rietbeek 2027, bijeenkomst 2 van 3",
        "creator": "Gemeente Rietbeek; Stichting Beekwonen; Woningstichting De Goede Haard; "
        "Huurdersbelang Rietbeek",
        "language": "nl-NL",
    }


def test_word_opens_it_in_its_newest_mode_and_in_dutch() -> None:
    file = docx_bytes(the_draft())
    modes = [
        c.get(f"{W}val")
        for c in part(file, "word/settings.xml").iter(f"{W}compatSetting")
        if c.get(f"{W}name") == "compatibilityMode"
    ]
    assert modes == ["15"]
    language = part(file, "word/styles.xml").find(f"{W}docDefaults//{W}lang")
    assert language.get(f"{W}val") == "nl-NL"


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert docx_bytes(the_draft()) == docx_bytes(the_draft())


def test_open_points_stand_in_the_margin_only_when_asked() -> None:
    own = draft(decided_agreement(), at=AT, comments=True)
    file = docx_bytes(own)
    told = [shown(c) for c in part(file, "word/comments.xml")]
    assert "Open punt: aangehouden tot werkgroep 3." in told
    assert not any("HBR" in line for line in told)
    assert "word/comments.xml" not in names(docx_bytes(the_draft()))
    remark = paper(Paragraph(words("x"), comments=(Comment("a\x00b", "W", AT),)))
    assert shown(part(docx_bytes(remark), "word/comments.xml")) == "ab"


def test_another_library_reads_it() -> None:
    document = docx.Document(io.BytesIO(docx_bytes(the_draft())))
    assert any(p.style.name == "Heading 1" for p in document.paragraphs)
    assert document.core_properties.language == "nl-NL"
    assert len(document.tables) == 2


def _member(file: bytes, name: str) -> bytes:
    import zipfile

    with zipfile.ZipFile(io.BytesIO(file)) as held:
        return held.read(name)


@pytest.mark.skipif(not CHECKS.exists(), reason="the schema check is not here")
@pytest.mark.parametrize(
    "own",
    [
        the_draft(),
        the_minutes(),
        draft(decided_agreement(), at=AT, comments=True),
        paper(),
        paper(Turn(True)),
        paper(Table(())),
        paper(Contents("Inhoud")),
        paper(
            Table((Row((Cell((words("x"),)),)),)),
            PageBreak(),
            Table((Row((Cell(()),)),)),
            Turn(True),
            Item(words("x"), "12a.", 4),
            footer=(PageCount.ALL,),
        ),
    ],
    ids=lambda own: own.title if isinstance(own, Paper) else None,
)
def test_the_schema_finds_no_fault(own: Paper, tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("docx_validate", CHECKS)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    place = tmp_path / "proef.docx"
    place.write_bytes(docx_bytes(own))
    faults: list[str] = []
    assert module.validate(str(place), faults.append) == 0, faults


@pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdfinfo")),
    reason="nothing here lays out pages",
)
def test_forty_decided_articles_fit_in_five_pages(tmp_path: Path) -> None:
    place = tmp_path / "verslag.docx"
    place.write_bytes(docx_bytes(the_minutes()))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    subprocess.run(
        [
            "soffice",
            home,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            str(place),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    told = subprocess.run(
        ["pdfinfo", str(tmp_path / "verslag.pdf")], check=True, capture_output=True, text=True
    ).stdout
    pages = next(line.split()[1] for line in told.splitlines() if line.startswith("Pages:"))
    assert int(pages) <= 5
