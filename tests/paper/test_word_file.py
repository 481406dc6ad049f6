"""Word files as files: pages, parts, properties, and what others say of them."""

from __future__ import annotations

import importlib.util
import io
import shutil
import subprocess
from pathlib import Path

import docx
import pytest

from exports.word import docx_bytes
from pa_tui.papers.blocks import (
    Cell,
    Comment,
    Contents,
    Heading,
    Item,
    PageBreak,
    PageCount,
    Paper,
    Paragraph,
    Row,
    Table,
    Turn,
    words,
)
from pa_tui.papers.draft import draft
from tests.paper.agreements import AT
from tests.paper.decided import decided_agreement
from tests.paper.made import paper, the_draft, the_minutes
from tests.paper.reading_docx import W, lines, member, names, part, shown

CHECKS = Path(__file__).parents[3] / "shared" / "checks" / "docx_validate.py"


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
            assert leftover not in member(file, name), name


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


def test_outcomes_stand_in_the_margin_only_when_asked() -> None:
    own = draft(decided_agreement(), at=AT, comments=True)
    file = docx_bytes(own)
    told = [shown(c) for c in part(file, "word/comments.xml")]
    assert any("Open punt: aangehouden tot werkgroep 3 (WG2-" in one for one in told)
    whole = part(file, "word/comments.xml")[0]
    assert [shown(paragraph) for paragraph in whole] == [
        "Uitkomst: voorlopig akkoord (WG2-01, 15 september 2026).",
        "HBR: voorbehoud van raadpleging van de achterban, uiterlijk 12-10-2026.",
    ]
    assert whole.get(f"{W}author") == "Werkgroep prestatieafspraken Rietbeek 2027"
    assert "word/comments.xml" not in names(docx_bytes(the_draft()))
    remark = paper(Paragraph(words("x"), comments=(Comment("a\x00b", "W", AT),)))
    assert shown(part(docx_bytes(remark), "word/comments.xml")) == "ab"


def test_another_library_reads_it() -> None:
    document = docx.Document(io.BytesIO(docx_bytes(the_draft())))
    assert any(p.style.name == "Heading 1" for p in document.paragraphs)
    assert document.core_properties.language == "nl-NL"
    assert len(document.tables) == 2


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
