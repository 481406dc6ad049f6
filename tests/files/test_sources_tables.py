"""Agreements laid out as tables, the many ways people do it in Word."""

from __future__ import annotations

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from pa_tui.domain.agreement import Facts
from pa_tui.domain.articles import Strength
from pa_tui.domain.parties import Basis, Party, Role, State
from pa_tui.domain.text import paragraph
from pa_tui.domain.timing import TimingKind
from pa_tui.reading.outline import outline_of
from pa_tui.reading.outline_tables import Row
from pa_tui.reading.promises import Promises
from storage.sources import read_document
from tests.files.rietbeek import fill

BUILD = "De gemeente wijst in 2027 twee plekken aan waar Beekwonen kan bouwen."
HELP = "Beekwonen houdt elke week spreekuur in het buurthuis aan de beek."


def outline(paper, tmp_path):
    path = tmp_path / "tabel.docx"
    paper.save(path)
    return outline_of(read_document(path))


def table(paper, heads, *rows):
    made = paper.add_table(rows=1, cols=len(heads))
    fill(made.rows[0], heads)
    for row in rows:
        added = made.add_row()
        if isinstance(row, str):
            added.cells[0].merge(added.cells[-1]).text = row
        else:
            fill(added, row)
    return made


def test_rows_over_the_whole_width_are_groups_or_themes(tmp_path):
    paper = docx.Document()
    table(
        paper,
        ["Nr.", "Afspraken", "Wie", "Planning"],
        "1. Beschikbaarheid",
        "Afspraken",
        ["1.1", BUILD, "gemeente", "in 2027"],
        "Regulier werk",
        ["1.2", HELP, "Beekwonen", "wekelijks"],
        "2. Leefbaarheid",
        ["2.1", HELP, "Beekwonen", "wekelijks"],
    )
    found = outline(paper, tmp_path)
    assert [(t.number, t.title) for t in found.themes] == [
        ("1", "Beschikbaarheid"),
        ("2", "Leefbaarheid"),
    ]
    assert [a.group for t in found.themes for a in t.articles] == [
        "Afspraken",
        "Regulier werk",
        "",
    ]


def test_a_column_of_subjects_gives_titles_and_other_columns_are_kept(tmp_path):
    paper = docx.Document()
    table(
        paper,
        ["Onderwerp", "Afspraak", "Trekker", "Indicator"],
        ["Nieuwbouw", BUILD, "gemeente", "twee plekken"],
        ["Spreekuur", HELP, "Beekwonen", ""],
    )
    (theme,) = outline(paper, tmp_path).themes
    assert [(a.number, a.title) for a in theme.articles] == [
        (None, "Nieuwbouw"),
        (None, "Spreekuur"),
    ]
    assert [item.text for item in theme.articles[0].body] == [BUILD, "Indicator: twee plekken"]


def test_numbers_that_word_counts_in_empty_cells_are_read(tmp_path):
    paper = docx.Document()
    made = table(paper, ["Nr", "Afspraak", "Trekker"], ["", BUILD, "x"], ["", HELP, "x"])
    numbering = paper.part.numbering_part.element
    level = '<w:numFmt w:val="decimal"/><w:lvlText w:val="3.%1"/>'
    numbering.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">'
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{level}</w:lvl></w:abstractNum>'
        ),
    )
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="78"><w:abstractNumId w:val="77"/></w:num>')
    )
    for row in made.rows[1:]:
        properties = row.cells[0].paragraphs[0]._p.get_or_add_pPr()
        listed = '<w:ilvl w:val="0"/><w:numId w:val="78"/>'
        properties.append(parse_xml(f"<w:numPr {nsdecls('w')}>{listed}</w:numPr>"))
    (theme,) = outline(paper, tmp_path).themes
    assert [a.number for a in theme.articles] == ["3.1", "3.2"]


def test_a_second_row_without_a_number_goes_on_with_the_agreement(tmp_path):
    paper = docx.Document()
    table(
        paper,
        ["Nr", "Afspraak", "Trekker"],
        ["1.1", BUILD, "gemeente"],
        ["", HELP, "Beekwonen"],
        ["1.2", HELP, "Beekwonen"],
    )
    (theme,) = outline(paper, tmp_path).themes
    assert [(a.number, len(a.body)) for a in theme.articles] == [("1.1", 2), ("1.2", 1)]
    assert theme.articles[0].row.lead == "gemeente; Beekwonen"


def test_a_table_of_figures_stays_with_the_agreement_that_announces_it(tmp_path):
    paper = docx.Document()
    announces = "Beekwonen bouwt de woningen uit onderstaande tabel."
    table(
        paper,
        ["Nr", "Afspraak", "Trekker"],
        ["1", announces, "Beekwonen"],
        ["2", HELP, "Beekwonen"],
    )
    paper.add_paragraph("")
    table(paper, ["Buurt", "Aantal"], ["Noord", "12"], ["Zuid", "9"])
    (theme,) = outline(paper, tmp_path).themes
    assert [item.line.is_table for item in theme.articles[0].body] == [False, True]
    assert not any(item.line.is_table for item in theme.articles[1].body)


def test_names_over_functions_in_a_table_are_signatures(tmp_path):
    paper = docx.Document()
    paper.add_paragraph(f"1. {BUILD}")
    paper.add_paragraph(f"2. {HELP}")
    table(
        paper,
        ["Mevr. L. van der Beek", "Dhr. T. Haverkort"],
        ["Wethouder gemeente Rietbeek", "Directeur-bestuurder Beekwonen"],
    )
    found = outline(paper, tmp_path)
    assert len(found.signing) == 1
    assert not any(i.line.is_table for t in found.themes for a in t.articles for i in a.body)


PARTIES = (
    Party("rietbeek", "a", "Rietbeek", "Gemeente Rietbeek", Role.MUNICIPALITY),
    Party("beekwonen", "b", "Beekwonen", "Stichting Beekwonen", Role.CORPORATION),
    Party("haard", "c", "De Goede Haard", "De Goede Haard", Role.CORPORATION),
    Party("hbr", "d", "HBR", "Huurdersbelang Rietbeek", Role.TENANTS),
)
PROMISES = Promises(PARTIES, Facts(year=2027))


@pytest.mark.parametrize(
    ("cell", "keys"),
    [
        ("Beekwonen", ["beekwonen"]),
        ("Gemeente, HBR", ["rietbeek", "hbr"]),
        ("corporaties en huurdersorganisatie", ["beekwonen", "haard", "hbr"]),
        ("De Goede Haard / Beekwonen", ["haard", "beekwonen"]),
        ("Partijen", ["rietbeek", "beekwonen", "haard", "hbr"]),
        ("p.m.", []),
    ],
)
def test_a_cell_names_parties_by_name_or_by_side(cell, keys):
    assert PROMISES.named(cell) == keys


def test_the_lead_of_a_row_is_explicit_and_still_a_suggestion():
    (part,) = PROMISES.of(paragraph(BUILD), "", Row(lead="Beekwonen", involved="HBR, Politie"))
    assert [(one.party, one.basis, one.state) for one in part.leads] == [
        ("beekwonen", Basis.EXPLICIT, State.SUGGESTED)
    ]
    assert [(i.name, i.party) for i in part.involved] == [("HBR", "hbr"), ("Politie", None)]
    assert part.strength is not Strength.REQUEST


def test_parties_together_are_joint_and_lead_nothing():
    (part,) = PROMISES.of(paragraph(BUILD), "", Row(lead="Partijen"))
    assert part.leads == ()
    assert len(part.joint) == 4


def test_a_planning_the_text_does_not_say_is_added_once():
    text = paragraph("Beekwonen bouwt in 2027 twaalf woningen.")
    (part,) = PROMISES.of(text, "", Row(timing="in 2027; voor 1 oktober 2027"))
    kinds = [(t.text, t.kind) for t in part.timings]
    assert kinds == [
        ("in 2027", TimingKind.PERIOD),
        ("voor 1 oktober 2027", TimingKind.DEADLINE),
    ]


def merged(made, column, first, last):
    words = made.cell(first, column).text
    made.cell(first, column).merge(made.cell(last, column)).text = words


def test_a_column_of_themes_over_several_rows_opens_themes(tmp_path):
    paper = docx.Document()
    made = table(
        paper,
        ["Thema", "Nr", "Afspraak", "Trekker"],
        ["Wonen", "1", BUILD, "gemeente"],
        ["", "2", HELP, "Beekwonen"],
        ["Wijken", "3", HELP, "Beekwonen"],
    )
    merged(made, 0, 1, 2)
    themes = outline(paper, tmp_path).themes
    assert [(t.title, [a.number for a in t.articles]) for t in themes] == [
        ("Wonen", ["1", "2"]),
        ("Wijken", ["3"]),
    ]
    assert [a.row.lead for t in themes for a in t.articles] == [
        "gemeente",
        "Beekwonen",
        "Beekwonen",
    ]


def test_an_agreement_over_two_rows_is_one_and_a_shared_owner_holds_for_each(tmp_path):
    paper = docx.Document()
    made = table(
        paper,
        ["Nr", "Afspraak", "Trekker"],
        ["1", BUILD, "gemeente"],
        ["", HELP, ""],
        ["2", HELP, ""],
    )
    merged(made, 0, 1, 2)
    merged(made, 2, 1, 3)
    (theme,) = outline(paper, tmp_path).themes
    assert [(a.number, len(a.body), a.row.lead) for a in theme.articles] == [
        ("1", 2, "gemeente"),
        ("2", 1, "gemeente"),
    ]
