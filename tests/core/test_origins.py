"""Where in the document everything that was read comes from."""

from __future__ import annotations

from itertools import count

from pa_tui.reading.agreement import Reading, read_agreement
from pa_tui.reading.lines import Document, Line, Note, SourceKind, TableCell
from pa_tui.reading.origins import source_lines

LINES = (
    "Prestatieafspraken Rietbeek 2027",
    "1 Betaalbaar wonen",
    "1.1 Beekwonen verhoogt de huren in 2027 met ten hoogste drie procent en de gemeente",
    "Rietbeek helpt huurders met een kleine beurs.",
    "12",
    "De gemeente betaalt daarvoor een bijdrage aan het fonds.",
    "1.2 De gemeente onderzoekt vóór 1 juli 2027 de woonlasten van huurders in de wijk.",
    "2 Genoeg woningen",
    "2.1 Beekwonen bouwt in 2027 veertig woningen aan de Molenweg in Rietbeek.",
    "2.2 De gemeente wijst vóór 1 oktober 2027 een locatie aan voor tijdelijke woningen.",
)


def reading(document: Document) -> Reading:
    numbers = count()
    return read_agreement(document, mint=lambda: f"n{next(numbers)}")


def printed() -> Document:
    lines = tuple(
        Line(text, place, 1 + (place > 5), size=14 if place in (1, 2, 8) else 10)
        for place, text in enumerate(LINES, start=1)
    )
    return Document(lines, SourceKind.PDF, wrapped=True, pages=2)


def owners(found: Reading) -> list[list[str]]:
    names = {e.id: f"{e.KIND} {getattr(e, 'number', '') or ''}".strip() for e in found.entities}
    return [
        [names.get(key, key) for key, lines in found.origins.items() if index in lines]
        for index in range(len(found.source))
    ]


def test_every_line_of_a_page_belongs_to_what_it_was_read_into() -> None:
    found = reading(printed())
    assert [line.page for line in found.source] == [1] * 5 + [2] * 5
    own = owners(found)
    assert own[1] == ["theme 1"]
    assert own[2] == own[3] == own[5] == ["article 1.1"]
    assert own[4] == ["unread"]
    assert own[6] == ["article 1.2"]
    assert own[7] == ["theme 2"]
    assert own[9] == ["article 2.2"]
    assert own[0] == ["agreement"]


def test_rows_of_a_table_and_notes_are_lines_of_their_own() -> None:
    def row(*cells: str) -> tuple[TableCell, ...]:
        return tuple(TableCell((Line(text, 3),)) for text in cells)

    table = Line(
        "",
        3,
        rows=(
            row("Nr", "Afspraak", "Trekker"),
            row("1.1", "Beekwonen bouwt in 2027 veertig woningen aan de Molenweg.", "BW"),
            row("1.2", "De gemeente wijst een locatie aan voor tijdelijke woningen.", "gem"),
        ),
    )
    lines = (Line("Prestatieafspraken 2027", 1), Line("1 Genoeg woningen", 2, heading=1), table)
    document = Document(lines, SourceKind.WORD, (Note("f1", "1", "Zie de woonvisie."),))
    found = reading(document)
    assert found.source == source_lines(document)
    assert [line.text for line in found.source[3:]] == [
        "1.1 │ Beekwonen bouwt in 2027 veertig woningen aan de Molenweg. │ BW",
        "1.2 │ De gemeente wijst een locatie aan voor tijdelijke woningen. │ gem",
        "[1] Zie de woonvisie.",
    ]
    assert owners(found)[3:] == [["article 1.1"], ["article 1.2"], ["footnote"]]


def test_what_is_no_agreement_is_left_out_line_by_line() -> None:
    press = ("Persbericht", "Vandaag ondertekenden partijen hun afspraken.")
    lines = tuple(Line(text, place) for place, text in enumerate(press, start=1))
    assert owners(reading(Document(lines, SourceKind.TEXT))) == [["unread"], ["unread"]]
