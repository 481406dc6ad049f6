"""House style: the template's styles, our numbers, and clear words where it cannot be."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt, RGBColor
from lxml import etree

from exports import export, rendered
from exports.wordml.styles import ACCENT, INK, TINT
from pa_tui.errors import FileError
from pa_tui.papers.registry import PAPERS, Wish
from tests.files.commanding import Desk, begin
from tests.paper.agreements import AT, draft_agreement
from tests.paper.decided import decided_agreement
from tests.paper.made import the_draft
from tests.paper.reading_docx import W, member, names, part
from tests.paper.templates import in_dutch, saved


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A template with a typeface of its own, numbered headings and a body style."""
    made = docx.Document()
    made.styles["Normal"].font.name = "Georgia"
    made.styles["Heading 1"].font.size = Pt(31)
    made.styles.add_style("Huistekst", WD_STYLE_TYPE.PARAGRAPH)
    made.add_paragraph("VOORBEELDTEKST van het sjabloon")
    counted = made.styles["Heading 2"].element.get_or_add_pPr().get_or_add_numPr()
    counted.get_or_add_numId().val = 7
    path = tmp_path / "huis.docx"
    made.save(path)
    return path


def styles(content: bytes) -> dict[str, etree._Element]:
    found = part(content, "word/styles.xml").iter(f"{W}style")
    return {style.find(f"{W}name").get(f"{W}val").casefold(): style for style in found}


def used(content: bytes) -> set[str]:
    pointers = [f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle"]
    return {
        pointer.get(f"{W}val")
        for name in names(content)
        if name.startswith("word/") and name.endswith(".xml") and name != "word/styles.xml"
        for pointer in part(content, name).iter(*pointers)
    }


def words_of(content: bytes) -> str:
    return "".join(t.text or "" for t in part(content, "word/document.xml").iter(f"{W}t"))


def test_the_template_gives_its_styles_and_no_text(house: Path) -> None:
    paper = the_draft()
    content = rendered(paper, "docx", house)
    found = styles(content)
    assert found["heading 1"].find(f"{W}rPr/{W}sz").get(f"{W}val") == "62"
    assert "word/theme/theme1.xml" in names(content)
    assert words_of(content) == words_of(rendered(paper, "docx"))
    assert "VOORBEELDTEKST" not in words_of(content)
    assert not list(part(content, "word/styles.xml").iter(f"{W}numPr"))
    assert b'w:lang w:val="nl-NL"' in member(content, "word/styles.xml")
    docx.Document(io.BytesIO(content))


@pytest.mark.parametrize("name", ["draft", "notice", "redline", "minutes"])
def test_every_style_that_is_used_is_there_once(name: str, house: Path) -> None:
    wish = Wish(AT, since=draft_agreement())
    content = rendered(PAPERS[name].make(decided_agreement(), wish), "docx", house)
    ids = [s.get(f"{W}styleId") for s in part(content, "word/styles.xml").iter(f"{W}style")]
    assert len(ids) == len(set(ids))
    assert used(content) <= set(ids)
    for style in part(content, "word/styles.xml").iter(f"{W}style"):
        for pointer in style.iter(f"{W}basedOn", f"{W}next", f"{W}link"):
            assert pointer.get(f"{W}val") in ids


def test_what_the_template_lacks_wears_its_colour(house: Path) -> None:
    made = docx.Document(str(house))
    made.styles["Heading 1"].font.color.rgb = RGBColor(0x11, 0x66, 0x33)
    made.save(house)
    content = rendered(the_draft(), "docx", house)
    found = styles(content)
    title = found["omslagtitel"]
    assert title.find(f"{W}basedOn").get(f"{W}val") == found["title"].get(f"{W}styleId")
    assert title.find(f"{W}rPr/{W}color").get(f"{W}val") == "116633"
    ours = {INK.encode(), TINT.encode(), ACCENT.encode()}
    assert not [own for own in ours if own in member(content, "word/document.xml")]


def test_large_type_is_large_in_the_type_of_the_template(house: Path) -> None:
    paper = PAPERS["plain"].make(decided_agreement(), Wish(AT))
    usual = styles(rendered(the_draft(), "docx", house))
    large = styles(rendered(paper, "docx", house))
    size = f"{W}rPr/{W}sz"
    assert int(large["heading 1"].find(size).get(f"{W}val")) > int(
        usual["heading 1"].find(size).get(f"{W}val")
    )


def test_the_same_template_gives_the_same_bytes(house: Path) -> None:
    assert rendered(the_draft(), "docx", house) == rendered(the_draft(), "docx", house)


def test_a_file_beside_the_template_says_which_style_stands_in(house: Path) -> None:
    assert "Huistekst" not in used(rendered(the_draft(), "docx", house))
    house.with_suffix(".toml").write_text('[styles]\nKader = "huistekst"\nStempel = "Title"\n')
    assert "Title" in used(rendered(the_draft(), "docx", house))
    minutes = PAPERS["minutes"].make(decided_agreement(), Wish(AT))
    assert "Huistekst" in used(rendered(minutes, "docx", house))


def test_settings_may_stand_elsewhere(house: Path, tmp_path: Path) -> None:
    house.with_suffix(".toml").write_text('[styles]\nbody = "Title"\n')
    other = tmp_path / "anders.toml"
    other.write_text('[styles]\nbody = "Huistekst"\n')
    content = rendered(the_draft(), "docx", house, other)
    body = part(content, "word/document.xml").find(f"{W}body")
    assert all(own.find(f"{W}pPr/{W}pStyle") is not None for own in body.iter(f"{W}p"))
    items = styles(content)["list paragraph"]
    assert items.find(f"{W}basedOn").get(f"{W}val") == "Huistekst"
    assert "Huistekst" in used(content)


@pytest.mark.parametrize(
    ("theirs", "part"),
    [("Kop 1", "kop 2"), ("kop1", "heading 2"), ("heading 1", "Heading 2"), ("Huis", "Kop 2")],
)
def test_styles_go_by_the_names_a_dutch_word_shows(
    theirs: str, part: str, tmp_path: Path
) -> None:
    made = docx.Document()
    made.styles.add_style("Huis", WD_STYLE_TYPE.PARAGRAPH)
    template = saved(made, tmp_path / "huis.docx", in_dutch)
    template.with_suffix(".toml").write_text(f'[styles]\n"{part}" = "{theirs}"\n')
    wanted = "Huis" if theirs == "Huis" else "Kop1"
    content = rendered(the_draft(), "docx", template)
    assert wanted in used(content)
    assert not used(content) & {"Kop2", "Heading2", "Heading1"}


def test_styles_that_only_have_their_dutch_name_are_found(tmp_path: Path) -> None:
    def renamed(parts: dict[str, bytes]) -> None:
        own = parts["word/styles.xml"]
        parts["word/styles.xml"] = own.replace(b'"heading 1"', b'"Kop 1"').replace(
            b'"Heading1"', b'"P7"'
        )

    template = saved(docx.Document(), tmp_path / "huis.docx", renamed)
    assert "P7" in used(rendered(the_draft(), "docx", template))


def test_a_table_style_of_the_template_is_left_as_it_is(tmp_path: Path) -> None:
    template = saved(docx.Document(), tmp_path / "huis.docx")
    template.with_suffix(".toml").write_text('[styles]\ntable = "Light Grid Accent 1"\n')
    tree = part(rendered(the_draft(), "docx", template), "word/document.xml")
    assert "LightGrid-Accent1" in {own.get(f"{W}val") for own in tree.iter(f"{W}tblStyle")}
    assert not list(tree.iter(f"{W}shd"))


@pytest.mark.parametrize(
    ("settings", "reason"),
    [
        ('[styles]\nKader = "Bestaat niet"', "Bestaat niet"),
        ("[styles]\nKader = 3", "3"),
        ("styles = 'x'", "is no table"),
        ("nee = [", "TOML"),
        ('[styles]\nKaders = "Title"', "Kaders"),
        ('[styles]\ntable = "Title"', "for tables"),
    ],
)
def test_a_mapping_that_does_not_fit_is_told(house: Path, settings: str, reason: str) -> None:
    house.with_suffix(".toml").write_text(settings)
    with pytest.raises(FileError, match=reason) as told:
        rendered(the_draft(), "docx", house)
    assert "huis.toml" in str(told.value)


DOCUMENT = f'<w:document xmlns:w="{W[1:-1]}"><w:body/></w:document>'


def other_office(tmp_name: str = "xl/workbook.xml") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("_rels/.rels", "<Relationships/>")
        file.writestr(tmp_name, "<workbook/>")
    return out.getvalue()


def no_styles() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("word/document.xml", DOCUMENT)
    return out.getvalue()


def broken_styles() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("word/document.xml", DOCUMENT)
        file.writestr("word/styles.xml", "<w:styles")
    return out.getvalue()


UNFIT = {
    "text": (b"gewone tekst", "no Word file"),
    "empty": (b"", "no Word file"),
    "locked": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "locked with a password"),
    "no styles": (no_styles(), "holds no styles"),
    "broken": (broken_styles(), "no Word file"),
    "workbook": (other_office(), "no Word file"),
    "other document": (other_office("word/document.xml"), "no Word file"),
}


@pytest.mark.parametrize("which", UNFIT)
def test_an_unfit_template_is_told_and_nothing_is_written(which: str, tmp_path: Path) -> None:
    content, reason = UNFIT[which]
    template, goal = tmp_path / "sjabloon.docx", tmp_path / "uit.docx"
    template.write_bytes(content)
    with pytest.raises(FileError, match=reason) as told:
        export(the_draft(), goal, "docx", template=template)
    assert str(template) in str(told.value)
    assert not goal.exists()


def test_a_template_cut_off_anywhere_is_told(house: Path) -> None:
    whole = house.read_bytes()
    for share in (0.1, 0.5, 0.9, 0.999):
        house.write_bytes(whole[: int(len(whole) * share)])
        with pytest.raises(FileError):
            rendered(the_draft(), "docx", house)


def test_only_word_has_a_house_style(house: Path) -> None:
    with pytest.raises(FileError, match="Word"):
        rendered(the_draft(), "md", house)


def test_by_command(house: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = Desk(tmp_path, capsys)
    begin(desk)
    out = tmp_path / "uit.docx"
    desk.done("export", "draft", desk.file, "--template", house, "-o", out)
    assert docx.Document(str(out)).styles["Normal"].font.name == "Georgia"
    settings = tmp_path / "anders.toml"
    settings.write_text('[styles]\nbody = "Huistekst"\n')
    desk.done(
        *("export", "draft", desk.file, "--template", house, "--styles", settings, "-o", out),
        "--force",
    )
    assert "Huistekst" in used(out.read_bytes())
    for wrong in (
        ("--template", tmp_path / "weg.docx"),
        ("--template", tmp_path),
        ("--template", house, "--styles", tmp_path / "weg.toml"),
        ("--styles", settings),
    ):
        refused = desk("export", "draft", desk.file, *wrong)
        assert refused.code == 2
        assert len(refused.err.strip().splitlines()) == 1
        assert (
            "weg" in refused.err or "--template" in refused.err or str(tmp_path) in refused.err
        )


def test_a_heading_leads_whatever_style_plays_it(house: Path) -> None:
    made = docx.Document(str(house))
    made.styles["Heading 1"].paragraph_format.page_break_before = True
    made.save(house)
    house.with_suffix(".toml").write_text('[styles]\n"kop 2" = "Huistekst"\n')
    found = styles(rendered(the_draft(), "docx", house))
    for name, level in (("heading 1", "0"), ("huistekst", "1")):
        properties = found[name].find(f"{W}pPr")
        assert properties.find(f"{W}outlineLvl").get(f"{W}val") == level
        assert properties.find(f"{W}keepNext") is not None
        assert properties.find(f"{W}pageBreakBefore") is None


def test_the_template_itself_is_never_written_over(house: Path) -> None:
    before = house.read_bytes()
    with pytest.raises(FileError, match="the template itself"):
        export(the_draft(), house, "docx", force=True, template=house)
    assert house.read_bytes() == before
