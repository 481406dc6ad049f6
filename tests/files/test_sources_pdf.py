"""PDF pages come back as the paragraphs, tables and notes they were printed from."""

from __future__ import annotations

import itertools

import pytest

from pa_tui.errors import FileError, Unreadable
from pa_tui.reading.agreement import read_agreement
from pa_tui.reading.outline import outline_of
from storage.sources import read_document
from tests.files.handmade_pdf import column, write_pdf

HEAD = ("Prestatieafspraken Rietbeek 2027", 9, False)
TITLE = ("Prestatieafspraken Rietbeek 2027", 20, True)


def body(*lines):
    return [(line, 10, False) for line in lines]


def themed(number, *lines):
    return [("", 10, False), (f"{number} Wonen in deel {number}", 14, True), *body(*lines)]


def page(number, lines):
    foot = (290, 40, 9, False, f"{number}")
    return [*column([HEAD], top=810), *column(lines), foot]


@pytest.fixture
def paper(tmp_path):
    first = page(
        1,
        [
            TITLE,
            *themed(
                1,
                "1.1 Beekwonen levert in 2027 twaalf woningen op aan de rand van het dorp en",
                "bouwt er daarna nog tien bij de beek; de gemeente zorgt dan dat de weg op",
                "tijd klaar is.",
                "1.2 De gemeente en Beekwonen onderzoeken voor 1 juli 2027 of ouderen die",
                "willen verhuizen hulp nodig hebben en wie die hulp het beste kan geven en",
            ),
        ],
    )
    second = page(
        2,
        [
            *body(
                "wat dat kost.",
                "1.3 Huurdersbelang Rietbeek vraagt haar leden elk jaar wat zij van het",
                "onderhoud vinden.",
            ),
            *themed(2, "2.1 Partijen evalueren deze afspraken in november 2027."),
        ],
    )
    third = page(
        3, body("2.2 De gemeente meldt elk kwartaal hoeveel mensen op de wachtlijst staan.")
    )
    return write_pdf(tmp_path / "proef.pdf", [first, second, third])


def articles_of(path):
    outline = outline_of(read_document(path))
    return {
        article.number: " ".join(item.text for item in article.body)
        for theme in outline.themes
        for article in theme.articles
    }


def test_sentences_cut_by_lines_and_pages_come_together(paper):
    found = articles_of(paper)
    assert list(found) == ["1.1", "1.2", "1.3", "2.1", "2.2"]
    assert found["1.2"].endswith("het beste kan geven en wat dat kost.")
    assert found["1.1"].endswith("dat de weg op tijd klaar is.")


def test_heads_feet_and_page_numbers_are_listed_as_left_out(paper):
    count = itertools.count()
    reading = read_agreement(read_document(paper), mint=lambda: f"id{next(count)}")
    unread = [entity for entity in reading.entities if entity.KIND == "unread"]
    assert sum(one.text == HEAD[0] for one in unread) >= 2
    assert {"1", "2", "3"} <= {one.text for one in unread}
    assert all(one.why for one in unread)


def test_larger_and_bold_lines_are_headings(paper):
    outline = outline_of(read_document(paper))
    assert outline.title == "Prestatieafspraken Rietbeek 2027"
    assert [(t.number, t.title) for t in outline.themes] == [
        ("1", "Wonen in deel 1"),
        ("2", "Wonen in deel 2"),
    ]


def test_a_raised_mark_finds_its_footnote(tmp_path):
    lines = column(
        [
            TITLE,
            *themed(
                1,
                "1.1 Beekwonen verlaagt in 2027 de huur van wie te veel betaalt.",
                "1.2 De gemeente onderzoekt in 2027 wie daar niet voor in aanmerking komt.",
            ),
        ]
    )
    place = next(n for n, piece in enumerate(lines) if piece[4].startswith("1.1"))
    lines.insert(place + 1, (352, lines[place][1] + 4, 6, False, "1"))
    lines += column(
        [("1 Dat is meer dan een derde van het inkomen per maand.", 8, False)], top=90
    )
    outline = outline_of(read_document(write_pdf(tmp_path / "noot.pdf", [lines])))
    assert [(n.mark, n.text[:16]) for n in outline.notes] == [("1", "Dat is meer dan ")]
    articles = [article for theme in outline.themes for article in theme.articles]
    assert [len(a.body[0].line.notes) for a in articles] == [1, 0]


def test_a_table_of_agreements_is_read_by_its_columns(tmp_path):
    columns = (71, 115, 340, 420)
    rows = [
        (760, ("Nr", "Afspraak", "Trekker", "Wanneer")),
        (740, ("1.1", "Beekwonen bouwt twaalf woningen aan", "Beekwonen", "in 2027")),
        (727, ("", "de beek en verhuurt ze aan ouderen.", "", "")),
        (707, ("1.2", "De gemeente wijst een plek aan.", "Gemeente", "voor 1 mei 2027")),
    ]
    pieces = []
    for y, cells in rows:
        pieces += [
            (x, y, 10, y == 760, text) for x, text in zip(columns, cells, strict=True) if text
        ]
    theme = (71, 790, 14, True, "1 Bouwen")
    outline = outline_of(read_document(write_pdf(tmp_path / "tabel.pdf", [[theme, *pieces]])))
    (only,) = outline.themes
    assert [(a.number, a.row.lead, a.row.timing) for a in only.articles] == [
        ("1.1", "Beekwonen", "in 2027"),
        ("1.2", "Gemeente", "voor 1 mei 2027"),
    ]
    assert only.articles[0].body[0].text.endswith("aan de beek en verhuurt ze aan ouderen.")


def test_a_scan_is_refused_with_the_way_out(tmp_path):
    with pytest.raises(Unreadable, match="OCR"):
        read_document(write_pdf(tmp_path / "scan.pdf", [[], []]))


def test_a_password_is_told(tmp_path):
    path = write_pdf(tmp_path / "slot.pdf", [column([TITLE])], encrypt=True)
    with pytest.raises(FileError, match="password"):
        read_document(path)


def test_a_broken_pdf_is_told(tmp_path):
    path = tmp_path / "stuk.pdf"
    path.write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog")
    with pytest.raises(FileError, match="damaged"):
        read_document(path)


def test_reading_can_be_stopped(paper):
    with pytest.raises(Unreadable, match="stopped"):
        read_document(paper, progress=lambda done, _total: done < 1)
