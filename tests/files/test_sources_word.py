"""What Word writes and does not write in its text."""

from __future__ import annotations

import zipfile

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from pa_tui.domain.text import ANCHOR
from pa_tui.errors import FileError, Unreadable
from pa_tui.reading.lines import BULLET
from storage.sources import read_document
from tests.files import rietbeek


def level_of(depth: int, form: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


LEVELS = (
    f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">'
    '<w:multiLevelType w:val="multilevel"/>'
    + level_of(0, "decimal", "%1.")
    + level_of(1, "decimal", "%1.%2")
    + level_of(2, "lowerLetter", "%3)")
    + "</w:abstractNum>"
)


def save(paper, tmp_path):
    path = tmp_path / "proef.docx"
    paper.save(path)
    return path


def texts(document):
    return [line.text for line in document.lines if line.text]


def number(paper, paragraph, level, key="91"):
    numbering = paper.part.numbering_part.element
    if not numbering.findall(f"{qn('w:num')}[@{qn('w:numId')}='{key}']"):
        if key == "91":
            numbering.insert(0, parse_xml(LEVELS))
        override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
        numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{key}"><w:abstractNumId w:val="90"/>'
                f"{override if key != '91' else ''}</w:num>"
            )
        )
    properties = paragraph._p.get_or_add_pPr()
    place = f'<w:ilvl w:val="{level}"/><w:numId w:val="{key}"/>'
    properties.append(parse_xml(f"<w:numPr {nsdecls('w')}>{place}</w:numPr>"))


def test_automatic_numbers_are_counted_as_word_counts_them(tmp_path):
    paper = docx.Document()
    for level in (0, 1, 1, 2, 2, 1, 0, 1):
        number(paper, paper.add_paragraph("Partijen spreken af."), level)
    number(paper, paper.add_paragraph("Een nieuwe telling."), 0, key="92")
    marks = [line.mark for line in read_document(save(paper, tmp_path)).lines]
    assert marks == ["1.", "1.1", "1.2", "a)", "b)", "1.3", "2.", "2.1", "5."]


def test_bullets_have_one_mark(tmp_path):
    paper = docx.Document()
    paper.add_paragraph("per wijk", style="List Bullet")
    paper.add_paragraph("- met een streepje getypt")
    lines = read_document(save(paper, tmp_path)).lines
    assert lines[0].mark == BULLET
    assert lines[1].text == "- met een streepje getypt"


@pytest.fixture
def changed(tmp_path):
    paper = docx.Document()
    paragraph = paper.add_paragraph("Beekwonen levert ")
    rietbeek.tracked(paragraph, "del", "tien")
    rietbeek.tracked(paragraph, "ins", "twaalf")
    paragraph.add_run(" woningen op.")
    return save(paper, tmp_path)


def test_tracked_changes_read_as_accepted_with_a_warning(changed):
    document = read_document(changed)
    assert texts(document) == ["Beekwonen levert twaalf woningen op."]
    assert [warning.values for warning in document.warnings] == [(("count", 2),)]


def test_tracked_changes_read_as_the_original(changed):
    document = read_document(changed, revisions="original")
    assert texts(document) == ["Beekwonen levert tien woningen op."]
    assert not document.warnings


def test_tracked_changes_can_be_refused(changed):
    with pytest.raises(Unreadable, match="2 tracked changes"):
        read_document(changed, revisions="refuse")


def test_a_paragraph_whose_end_was_deleted_joins_the_next(tmp_path):
    paper = docx.Document()
    first = paper.add_paragraph("De gemeente ")
    mark = first._p.get_or_add_pPr()
    mark.append(parse_xml(f'<w:rPr {nsdecls("w")}><w:del w:id="3" w:author="x"/></w:rPr>'))
    paper.add_paragraph("stelt een plan op.")
    path = save(paper, tmp_path)
    assert texts(read_document(path)) == ["De gemeente stelt een plan op."]
    kept = read_document(path, revisions="original")
    assert texts(kept) == ["De gemeente", "stelt een plan op."]


def test_hyphens_tabs_fields_and_hidden_text(tmp_path):
    paper = docx.Document()
    paragraph = paper.add_paragraph("huur")
    run = paragraph.add_run()
    for tag in ("softHyphen", "noBreakHyphen", "tab"):
        run._r.append(OxmlElement(f"w:{tag}"))
    hidden = paragraph.add_run("geheim")
    hidden.font.hidden = True
    for kind, text in (("begin", ""), ("", " PAGE "), ("separate", ""), ("end", "7")):
        run = paragraph.add_run(text if kind == "end" else "")
        if kind == "":
            code = OxmlElement("w:instrText")
            code.text = text
            run._r.append(code)
        elif kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
    document = read_document(save(paper, tmp_path))
    assert texts(document) == ["huur-\t7"]
    assert len(document.warnings) == 1


def test_content_controls_and_text_boxes_are_read(tmp_path):
    paper = docx.Document()
    paper.add_paragraph("voor")
    inner = paper.add_paragraph("in een besturingselement")._p
    control = OxmlElement("w:sdt")
    content = OxmlElement("w:sdtContent")
    inner.addprevious(control)
    content.append(inner)
    control.append(content)
    box = paper.add_paragraph("bij het vak").add_run()
    picture = OxmlElement("w:pict")
    words = OxmlElement("w:txbxContent")
    boxed = OxmlElement("w:p")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "in het vak"
    run.append(text)
    boxed.append(run)
    words.append(boxed)
    picture.append(words)
    box._r.append(picture)
    found = texts(read_document(save(paper, tmp_path)))
    assert found == ["voor", "in een besturingselement", "bij het vak", "in het vak"]


def test_merged_cells_span(tmp_path):
    paper = docx.Document()
    table = paper.add_table(rows=3, cols=3)
    table.cell(0, 0).merge(table.cell(0, 2)).text = "Huur"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "Noord"
    table.cell(1, 1).text = "12"
    (line,) = [line for line in read_document(save(paper, tmp_path)).lines if line.is_table]
    assert [(c.text, c.columns, c.rows) for c in line.rows[0]] == [("Huur", 3, 1)]
    assert [(c.text, c.columns, c.rows) for c in line.rows[1]][:2] == [
        ("Noord", 1, 2),
        ("12", 1, 1),
    ]
    assert len(line.rows[2]) == 2


def test_a_table_of_one_cell_is_a_box_around_text(tmp_path):
    paper = docx.Document()
    paper.add_table(rows=1, cols=1).cell(0, 0).text = "Kader: wie urgent is."
    assert "Kader: wie urgent is." in texts(read_document(save(paper, tmp_path)))


NOTES = """<w:footnotes %s><w:footnote w:id="2"><w:p><w:r><w:t>Prijspeil 2027.</w:t></w:r></w:p>
</w:footnote></w:footnotes>"""


def test_footnotes_keep_their_place_and_words(tmp_path):
    paper = docx.Document()
    paragraph = paper.add_paragraph("Een lage huur")
    mark = OxmlElement("w:footnoteReference")
    mark.set(qn("w:id"), "2")
    paragraph.add_run()._r.append(mark)
    paragraph.add_run(" voor jongeren.")
    path = save(paper, tmp_path)
    relation = (
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/footnotes" Target="footnotes.xml"/></Relationships>'
    )
    repacked = tmp_path / "noten.docx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(repacked, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode("utf-8", "surrogateescape")
            if name == "word/_rels/document.xml.rels":
                content = content.replace("</Relationships>", relation)
            new.writestr(name, content.encode("utf-8", "surrogateescape"))
        new.writestr("word/footnotes.xml", NOTES % nsdecls("w"))
    document = read_document(repacked)
    assert document.lines[0].text == f"Een lage huur{ANCHOR} voor jongeren."
    assert [(note.mark, note.text) for note in document.notes] == [("1", "Prijspeil 2027.")]


def archive(path, members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in members.items():
            new.writestr(name, content)
    return path


def test_a_document_with_entities_is_refused(tmp_path):
    types = '<!DOCTYPE x [<!ENTITY a "aaaa">]>'
    body = f"{types}<w:document {nsdecls('w')}><w:body/></w:document>"
    with pytest.raises(Unreadable, match="declarations"):
        read_document(archive(tmp_path / "x.docx", {"word/document.xml": body}))


def test_a_zip_bomb_is_refused_unopened(tmp_path):
    path = archive(tmp_path / "x.docx", {"word/document.xml": b" " * 60_000_000})
    with pytest.raises(Unreadable, match="far more"):
        read_document(path)


def test_deep_nesting_is_refused(tmp_path):
    body = f"<w:document {nsdecls('w')}><w:body>{'<w:sdt>' * 5000}</w:body></w:document>"
    with pytest.raises(FileError, match="damaged"):
        read_document(archive(tmp_path / "x.docx", {"word/document.xml": body}))


def test_a_damaged_file_is_told(tmp_path):
    path = rietbeek.as_word(tmp_path / "x.docx")
    path.write_bytes(path.read_bytes()[:4000])
    with pytest.raises(FileError, match="damaged"):
        read_document(path)
