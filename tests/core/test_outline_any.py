"""Any text at all gives an outline, keeps its words and takes no time."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from pa_tui.domain.text import plain
from pa_tui.reading.agreement import read_agreement
from pa_tui.reading.lines import BULLET, Document, Line, SourceKind, TableCell

PIECES = (
    "1. Betaalbaarheid",
    "1.1 De gemeente helpt huurders met schulden binnen vijf werkdagen.",
    "1.2 Beekwonen isoleert in 2027 veertig woningen",
    "in de oude kern, zie 1.1.",
    "a. de huurder stemt in;",
    "Artikel 2",
    "Inhoudsopgave",
    "Bijlage 1: Lopend werk",
    "Ondertekening",
    "Rietbeek, 14 december 2026",
    "Dhr. T. Haverkort",
    "Directeur-bestuurder Beekwonen",
    "Overwegende dat:",
    "Partijen:",
    "1 Bij loting telt dat niet mee.",
    "het lotingsmodel1",
    "2027",
    "¹",
    "Pagina 3 van 9",
)
words = st.one_of(st.sampled_from(PIECES), st.text(max_size=30))
cells = st.builds(
    TableCell,
    st.lists(st.builds(Line, words), max_size=2).map(tuple),
    st.integers(1, 3),
    st.integers(1, 2),
)
HEADS = tuple(TableCell((Line(head),)) for head in ("Nr", "Afspraak", "Trekker"))
tables = st.lists(st.lists(cells, min_size=1, max_size=4).map(tuple), min_size=1, max_size=4)
lines = st.one_of(
    st.builds(
        Line,
        words,
        place=st.integers(1, 99),
        heading=st.sampled_from([None, None, 0, 1, 2, 3]),
        mark=st.sampled_from(["", "", BULLET, "1.", "1.1", "a)"]),
        bold=st.booleans(),
        size=st.sampled_from([0.0, 10.0, 14.0]),
        gap=st.booleans(),
        top=st.booleans(),
    ),
    st.builds(lambda rows: Line("", 1, rows=tuple(rows)), tables),
    st.builds(lambda rows: Line("", 1, rows=(HEADS, *rows)), tables),
)
documents = st.builds(
    Document,
    st.lists(lines, max_size=14).map(tuple),
    st.sampled_from(list(SourceKind)),
    wrapped=st.booleans(),
    pages=st.sampled_from([0, 4]),
)


@settings(deadline=None, max_examples=200)
@given(documents)
def test_any_document_can_be_read(document):
    count = itertools.count()
    reading = read_agreement(document, mint=lambda: f"id{next(count)}", anyway=True)
    ids = [entity.id for entity in reading.entities]
    assert len(ids) == len(set(ids))
    for entity in reading.entities:
        if entity.KIND in ("article", "section", "annex"):
            assert isinstance(plain(entity.text), str)


def test_a_text_without_any_end_is_read():
    lines = tuple(Line("woord zonder einde", n) for n in range(5_000))
    document = Document(lines, SourceKind.TEXT, wrapped=True)
    reading = read_agreement(document, mint=iter(str, 0).__next__)
    assert not [entity for entity in reading.entities if entity.KIND == "article"]
