"""Letterheads: the template's sheets and edges in every paper, with our own line beside them
and nothing of whoever made the template."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement

from exports import rendered
from pa_tui.papers.blocks import Paper, Signatures, Signing
from pa_tui.papers.draft import draft
from pa_tui.papers.redline import redline
from pa_tui.papers.registry import PAPERS, Wish
from tests.paper.agreements import AT, draft_agreement
from tests.paper.agreements import words as odd
from tests.paper.decided import decided_agreement
from tests.paper.made import the_draft
from tests.paper.reading_docx import W, member, names, part
from tests.paper.resolving import resolved
from tests.paper.templates import (
    SECRET,
    field,
    in_dutch,
    letterhead,
    lying,
    of_kind,
    only_the_plain_style,
    saved,
    strict,
)
from tests.paper.test_other_papers import with_article
from tests.paper.test_word_changes import read

KINDS = {
    "plain": (),
    "in Dutch": (in_dutch,),
    "strict": (strict,),
    "one style": (only_the_plain_style,),
    "dotx": (of_kind("dotx"),),
    "docm": (of_kind("docm"),),
    "dotm": (of_kind("dotm"),),
}


@pytest.fixture(params=KINDS)
def house(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return saved(letterhead(), tmp_path / "brief.docx", *KINDS[request.param])


def edges(content: bytes) -> dict[tuple[str, str], str]:
    """The words on the edges of the first section, by kind and pages."""
    made = docx.Document(io.BytesIO(content))
    section = made.sections[0]._sectPr
    found = {}
    for kind in ("header", "footer"):
        for own in section.findall(f"{W}{kind}Reference"):
            key = next(value for name, value in own.items() if name.endswith("}id"))
            blob = made.part.rels[key].target_part.blob
            found[kind, own.get(f"{W}type")] = words(blob)
    return found


def words(blob: bytes) -> str:
    from lxml import etree

    tree = etree.fromstring(blob)
    return "\n".join(
        "".join(own.text or "" for own in line.iter(f"{W}t", f"{W}instrText"))
        for line in tree.iter(f"{W}p")
    )


def minutes() -> Paper:
    return PAPERS["minutes"].make(decided_agreement(), Wish(AT))


def test_the_letterhead_stays_and_our_line_stands_beside_it(house: Path) -> None:
    found = edges(rendered(the_draft(), "docx", house))
    assert "Lindelaan 1" in found["header", "first"]
    assert "Lindelaan 1" not in found["header", "default"]
    assert found["header", "default"].startswith("Gemeente Lindewaard")
    assert found["header", "default"].endswith("Prestatieafspraken Rietbeek 2027Concept 1")
    for pages in ("first", "default"):
        assert "Postbus 12" in found["footer", pages]
        assert found["footer", pages].endswith("IBAN NL00 BANK 0123 4567 89")
    first_line, *_ = found["footer", "default"].split("\n")
    assert first_line.startswith("Concept 1 · ")
    assert "pagina" not in first_line, "the letterhead counts the pages"
    assert "PAGE" in found["footer", "default"]


def test_what_only_the_maker_of_the_template_knows_stays_behind(house: Path) -> None:
    for paper in (the_draft(), minutes()):
        content = rendered(paper, "docx", house)
        for name in names(content):
            assert SECRET.encode() not in member(content, name), name
        assert not [n for n in names(content) if "customXml" in n or "vba" in n]
        core = docx.Document(io.BytesIO(content)).core_properties
        assert (core.author, core.comments) == ("; ".join(paper.organisations), "")
        assert core.last_modified_by == ""
        assert core.title == paper.title


def test_the_logo_is_there_once_and_reached(house: Path) -> None:
    content = rendered(minutes(), "docx", house)
    pictures = [name for name in names(content) if name.startswith("word/media/")]
    assert len(pictures) == 1
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert file.testzip() is None
        assert member(content, pictures[0]).startswith(b"\x89PNG")
    shown = [
        own
        for section in docx.Document(io.BytesIO(content)).sections
        for own in section.first_page_header.part.related_parts.values()
    ]
    assert shown


def test_the_sheet_is_the_templates_and_tables_fit_on_it(house: Path) -> None:
    made = docx.Document(io.BytesIO(rendered(minutes(), "docx", house)))
    upright, turned = made.sections[0], made.sections[-1]
    assert round(upright.left_margin.cm, 1) == 3.5
    assert round(upright.top_margin.cm) == 4
    assert (turned.page_width, turned.page_height) == (
        upright.page_height,
        upright.page_width,
    )
    room = {
        False: upright.page_width - upright.left_margin - upright.right_margin,
        True: turned.page_width - turned.left_margin - turned.right_margin,
    }
    assert made.tables
    for place, table in enumerate(made.tables):
        wide = sum(int(own.get(f"{W}w")) for own in table._tbl.tblGrid) * 635
        assert wide <= room[place > 0] + 635 * 2


def test_other_edges_on_even_and_on_lying_pages(tmp_path: Path) -> None:
    template = saved(lying(), tmp_path / "verslag.docx")
    content = rendered(minutes(), "docx", template)
    found = edges(content)
    assert found["header", "default"].startswith("ONEVEN")
    assert found["header", "even"].startswith("EVEN")
    assert "pagina" in found["footer", "even"]
    assert b"evenAndOddHeaders" in member(content, "word/settings.xml")
    last = docx.Document(io.BytesIO(content)).sections[-1]
    assert last.header.paragraphs[0].text == "LIGGEND"
    assert (round(last.page_width.inches), round(last.page_height.inches, 1)) == (11, 8.5)


def with_margins(width: int) -> Document:
    made = docx.Document()
    made.sections[0].left_margin = width
    made.sections[0].header.paragraphs[0].text = "Lindewaard"
    return made


def test_a_sheet_nobody_can_write_on_is_an_a4(tmp_path: Path) -> None:
    template = saved(with_margins(7_000_000), tmp_path / "smal.docx")
    made = docx.Document(io.BytesIO(rendered(the_draft(), "docx", template)))
    assert round(made.sections[0].page_width.cm) == 21
    assert made.sections[0].page_width - made.sections[0].left_margin > 5_000_000


def test_without_edges_of_its_own_ours_are_as_usual(tmp_path: Path) -> None:
    template = saved(docx.Document(), tmp_path / "leeg.docx")
    assert edges(rendered(the_draft(), "docx", template)) == edges(
        rendered(the_draft(), "docx")
    )


FOREIGN = {
    "AUTHOR": "",
    "FILENAME \\p": "",
    "DOCPROPERTY Zaaknummer": "",
    "DATE": "",
    'HYPERLINK "https://lindewaard.example"': "vast",
    "NUMPAGES": "vast",
}


@pytest.mark.parametrize("told", FOREIGN)
@pytest.mark.parametrize("simple", [False, True])
def test_fields_that_count_pages_stay(told: str, simple: bool, tmp_path: Path) -> None:
    made = docx.Document()
    line = made.sections[0].header.paragraphs[0]
    line.add_run("Lindewaard ")
    if simple:
        own = OxmlElement("w:fldSimple")
        own.set(f"{W}instr", told)
        own.append(docx.Document().add_paragraph("vast").runs[0]._r)
        line._p.append(own)
    else:
        line._p.extend(field(told, "vast"))
    content = rendered(the_draft(), "docx", saved(made, tmp_path / "veld.docx"))
    first, *_ = edges(content)["header", "default"].split("\n")
    assert first.endswith(FOREIGN[told] or "Lindewaard ")
    assert told in first or told not in ("NUMPAGES",) or simple


def test_a_letterhead_wears_no_changes_of_the_paper(tmp_path: Path) -> None:
    template = saved(letterhead(), tmp_path / "brief.docx")
    paper = PAPERS["redline"].make(decided_agreement(), Wish(AT, since=draft_agreement()))
    content = rendered(paper, "docx", template)
    for name in names(content):
        if name.startswith(("word/header", "word/footer")) and name.endswith(".xml"):
            assert not list(part(content, name).iter(f"{W}ins", f"{W}del"))


ODD = (
    "<w:p>&amp; ]]> \x00\x1b[31m\ufffe\ud800 \u202e\u2028 ﷺ 👩‍👩‍👧 e\u0301\u00ad\t=1+1 {{x}} %s"
)


@pytest.mark.parametrize("name", ["draft", "redline", "minutes", "notice", "plain", "matrix"])
def test_odd_characters_make_a_whole_file(name: str, tmp_path: Path) -> None:
    template = saved(letterhead(), tmp_path / "brief.docx")
    agreement = decided_agreement()
    for key in list(agreement.articles):
        agreement = with_article(agreement, key, title=ODD, text=odd(ODD), key_agreement=True)
    wish = Wish(AT, since=draft_agreement(), since_name=ODD, comments=True)
    content = rendered(PAPERS[name].make(agreement, wish), "docx", template)
    for own in names(content):
        if own.endswith(".xml"):
            assert part(content, own) is not None
    assert "ﷺ" in member(content, "word/document.xml").decode()


def signatures(parties: int) -> list[bool]:
    """Which rows of so many signatures stay with the next."""
    entries = tuple(Signing(f"Partij {n}", "namens het bestuur") for n in range(parties))
    tree = part(rendered(Paper("t", (Signatures(entries),)), "docx"), "word/document.xml")
    rows = tree.iter(f"{W}tr")
    return [next(row.iter(f"{W}keepNext"), None) is not None for row in rows]


def test_signatures_stay_on_one_page_unless_they_are_many() -> None:
    assert signatures(3) == [True, False]
    assert signatures(6) == [True, True, False]
    assert not any(signatures(9))


@pytest.mark.parametrize("body", [False, True])
def test_with_changes_both_sides_come_back_in_the_house_style(
    body: bool, tmp_path: Path
) -> None:
    template = saved(letterhead(), tmp_path / "brief.docx", in_dutch)
    if body:
        template.with_suffix(".toml").write_text('[styles]\nbody = "Broodtekst"\n')
    old, new = draft_agreement(), decided_agreement()
    file = rendered(redline(old, new, at=AT), "docx", template)
    for accept, own in ((True, new), (False, old)):
        wanted = rendered(draft(own, at=AT), "docx", template)
        assert read(resolved(file, accept=accept)) == read(wanted)


def test_a_paper_can_be_the_template_of_the_next(tmp_path: Path) -> None:
    template = saved(letterhead(), tmp_path / "brief.docx")
    first, second = tmp_path / "eerste.docx", tmp_path / "tweede.docx"
    first.write_bytes(rendered(minutes(), "docx", template))
    second.write_bytes(rendered(the_draft(), "docx", first))
    assert edges(second.read_bytes()) == edges(rendered(the_draft(), "docx", template))
    first.write_bytes(rendered(minutes(), "docx"))
    assert edges(rendered(the_draft(), "docx", first)) == edges(rendered(the_draft(), "docx"))


def test_text_has_room_between_its_paragraphs_also_where_the_template_leaves_none(
    tmp_path: Path,
) -> None:
    bare = saved(letterhead(), tmp_path / "kaal.docx", only_the_plain_style)
    roomy = saved(letterhead(), tmp_path / "brief.docx")
    for template, names_ in ((bare, {"Afsprakentekst"}), (roomy, set())):
        tree = part(rendered(the_draft(), "docx", template), "word/document.xml")
        worn = {own.get(f"{W}val") for own in tree.iter(f"{W}pStyle")}
        assert worn & {"Afsprakentekst"} == names_
        found = part(rendered(the_draft(), "docx", template), "word/styles.xml")
        ids = {own.get(f"{W}styleId") for own in found.iter(f"{W}style")}
        assert worn <= ids


def test_minutes_are_dense_in_the_house_style_too(tmp_path: Path) -> None:
    template = saved(letterhead(), tmp_path / "brief.docx")
    for paper, dense in ((minutes(), True), (the_draft(), False)):
        assert paper.dense is dense
        tree = part(rendered(paper, "docx", template), "word/document.xml")
        worn = {own.get(f"{W}val") for own in tree.iter(f"{W}pStyle")}
        assert ("Afsprakentekst" in worn) is dense
