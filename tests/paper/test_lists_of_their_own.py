"""Decision list, action list, matrix, concordance and planning: what stands in their cells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from exports import rendered
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Commitment, LastYear
from pa_tui.domain.meetings import Note
from pa_tui.domain.parties import Basis, Lead, State
from pa_tui.domain.shelf import Held, Shelf
from pa_tui.domain.timing import Timing, TimingKind
from pa_tui.papers.blocks import Paper, Row, Table, cell, header_row, said
from pa_tui.papers.registry import PAPERS, Wish
from tests.paper.agreements import AT, draft_agreement, with_lines, words
from tests.paper.decided import decided_agreement
from tests.paper.reading_docx import W, part

NAMES = ("decisions", "actions", "matrix", "concordance", "calendar")


def made(name: str, agreement: Agreement, **wish: object) -> Paper:
    return PAPERS[name].make(agreement, Wish(AT, **wish))  # type: ignore[arg-type]


def grid(paper: Paper) -> list[list[str]]:
    (table,) = (b for b in paper.blocks if isinstance(b, Table))
    return [
        ["\n".join(said(runs) for runs in cell.paragraphs) for cell in row.cells]
        for row in table.rows
    ]


def with_parts(*parts: Commitment) -> Agreement:
    return with_lines(replace(decided_agreement(), commitments=Shelf(Held(parts))))


def deadline(day: date, **other: object) -> Timing:
    return replace(Timing("x", TimingKind.DEADLINE, end=day), **other)  # type: ignore[arg-type]


def test_every_decision_has_a_row_and_says_how_it_stands() -> None:
    rows = grid(made("decisions", decided_agreement()))
    assert len(rows) == 41
    assert rows[0][0] == "Nr"
    first = rows[1]
    assert first[0] == "WG2-01"
    assert first[1] == "1.1 Sociale nieuwbouw"
    assert "raadpleging van de achterban, uiterlijk 12-10-2026" in first[3]
    assert first[5] == "voorlopig"
    changed = [row for row in rows if row[4].startswith("wijziging")]
    assert [row[4] for row in changed] == ["wijziging C1"]


def test_a_reopened_decision_says_so() -> None:
    agreement = decided_agreement()
    article = agreement.articles["a-1-1"]
    own = replace(agreement.decisions["d1"], reopened="HBR komt terug")
    agreement = with_lines(
        replace(
            agreement,
            articles=agreement.articles.put(replace(article, decision=None)),
            decisions=agreement.decisions.put(own),
        )
    )
    assert grid(made("decisions", agreement))[1][5] == "heropend"


def test_actions_past_their_day_stand_first_with_a_real_day() -> None:
    paper = made("actions", decided_agreement())
    rows = grid(paper)
    assert [row[0] for row in rows[1:]] == ["A-009", "A-008", "A-014"]
    assert rows[1][4] == "termijn verstreken"
    (table,) = (b for b in paper.blocks if isinstance(b, Table))
    assert table.rows[1].cells[3].value == date(2026, 9, 10)
    assert rows[1][3] == "uiterlijk 10 september 2026"


def test_the_matrix_puts_parties_down_and_quarters_across() -> None:
    agreement = with_parts(
        Commitment(
            "c1",
            "a-1-1",
            "1",
            leads=(Lead("beekwonen"),),
            timings=(deadline(date(2027, 9, 30)),),
        ),
        Commitment("c2", "a-1-2", "1", leads=(Lead("haard", state=State.SUGGESTED),)),
        Commitment("c3", "a-1-4", "1", joint=("rietbeek", "hbr")),
        Commitment("c4", "a-1-5", "1", leads=(Lead("hbr", basis=Basis.JOINT),)),
    )
    rows = grid(made("matrix", agreement))
    head = rows[0]
    by_party = {row[0]: dict(zip(head, row, strict=True)) for row in rows[1:]}
    assert head[1:5] == ["Q1 2027", "Q2 2027", "Q3 2027", "Q4 2027"]
    assert by_party["Beekwonen"]["Q3 2027"] == "1.1 Sociale nieuwbouw (vóór 1 oktober 2027)"
    assert by_party["De Goede Haard"]["Geen datum"].endswith("(voorgesteld)")
    nobody = by_party["trekker?"]["Geen datum"]
    assert "(samen: gemeente en HBR)" in nobody.casefold().replace("hbr", "HBR")
    assert "1.5" in nobody
    assert "HBR" in by_party
    sure = "\n".join(map("\n".join, grid(made("matrix", agreement, confirmed=True))))
    assert "voorgesteld" not in sure


def test_concordance_tells_what_became_of_each_number() -> None:
    old, new = draft_agreement(), decided_agreement()
    moved = replace(
        new.articles["a-1-2"], number="1.2a", last_year=LastYear("1.9", "oude tekst")
    )
    new = with_lines(replace(new, articles=new.articles.put(moved)))
    rows = grid(made("concordance", new, since=old, since_name="Concept 0"))
    assert rows[0] == ["Nr nu", "Nr in Concept 0", "Nr vorig jaar", "Afspraak", rows[0][4]]
    by_old = {row[1]: row for row in rows[1:]}
    assert by_old["1.2"][0] == "1.2a"
    assert by_old["1.2"][2] == "1.9"
    assert "vernummerd" in by_old["1.2"][4]
    assert by_old["1.6"][0] == "–"
    assert by_old["1.6"][4] == "vervallen: uitgevoerd"
    assert by_old["3.2"][4] == "naar regulier werk"
    assert len(rows) == 41


def test_concordance_tells_in_which_article_another_went_up() -> None:
    old = draft_agreement()
    home, gone = old.articles["a-1-2"], old.articles["a-1-4"]
    gone = replace(gone, text=words("Dit hoort er ook bij."))
    old = with_lines(replace(old, articles=old.articles.put(gone)))
    new = old.articles.put(replace(home, text=(*home.text, *gone.text)))
    new = new.put(replace(gone, removed=True)).put(replace(old.articles["a-1-5"], removed=True))
    rows = grid(made("concordance", with_lines(replace(old, articles=new)), since=old))
    by_old = {row[1]: row[-1] for row in rows[1:]}
    assert by_old["1.4"] == "opgegaan in 1.2"
    assert by_old["1.5"] == "vervallen"


def test_the_planning_knows_meetings_actions_and_rhythms() -> None:
    quarterly = Timing("elk kwartaal", TimingKind.RECURRING, every="quarter")
    yearly = Timing("elk jaar", TimingKind.RECURRING, every="year")
    agreement = with_parts(
        Commitment("c1", "a-1-1", "1", leads=(Lead("beekwonen"),), timings=(quarterly,)),
        Commitment("c2", "a-1-2", "1", timings=(yearly, deadline(date(2027, 9, 30)))),
        Commitment(
            "c3", "a-1-4", "1", timings=(deadline(date(2027, 3, 1), state=State.SUGGESTED),)
        ),
    )
    paper = made("calendar", agreement)
    by_key = {own.key.partition("@")[0]: own for own in paper.appointments}
    quarter = by_key["c1-r"]
    assert (quarter.start, quarter.rhythm and quarter.rhythm.months) == (date(2027, 3, 31), 3)
    assert quarter.rhythm is not None
    assert quarter.rhythm.until == date(2027, 12, 31)
    assert by_key["c2-r"].start == date(2027, 9, 30)
    assert by_key["c3-0"].tentative
    assert by_key["wg2"].start == datetime(2026, 9, 15, 14, 1)
    assert by_key["wg3"].start == date(2026, 10, 28)
    assert by_key["k1"].end == date(2026, 9, 30)
    assert "k3" not in by_key
    assert "c3-0@pa-tui" not in {
        o.key for o in made("calendar", agreement, confirmed=True).appointments
    }


def test_nothing_internal_and_no_person_where_none_belongs() -> None:
    agreement = decided_agreement()
    agreement = replace(
        agreement, notes=agreement.notes.put(Note("n9", "a-1-1", "GEHEIM", internal=True))
    )
    for name in NAMES:
        told = repr(made(name, agreement))
        assert "GEHEIM" not in told
        if name != "actions":
            assert "A. de Groot" not in told
        if name not in ("decisions",):
            assert "voorbehoud" not in told


def test_without_anything_there_is_a_table_and_a_sentence() -> None:
    for name in NAMES:
        paper = made(name, Agreement())
        assert len(grid(paper)) == 1
        assert said(paper.blocks[-1].runs).endswith(".")  # type: ignore[union-attr]


@pytest.mark.parametrize("name", sorted(PAPERS))
def test_what_the_file_says_of_confidentiality_stands_on_every_page(name: str) -> None:
    agreement = decided_agreement()
    facts = replace(agreement.about, confidential="Vertrouwelijk tot de ondertekening.")
    agreement = replace(agreement, facts=agreement.facts.put(facts))
    paper = made(name, agreement, meeting="2", since=draft_agreement())
    said_on = "Vertrouwelijk tot de ondertekening" in said(paper.header)
    assert said_on is (name != "notice")
    assert ("Vertrouwelijk" in repr(paper.blocks)) is (name != "notice")


def test_a_table_of_few_full_rows_may_break_over_pages() -> None:
    def kept(lines: int) -> list[bool]:
        row = Row((cell("x"), cell("\n".join(["regel"] * lines))))
        content = rendered(Paper("t", (Table((header_row("a", "b"), row, row)),)), "docx")
        rows = part(content, "word/document.xml").iter(f"{W}tr")
        return [row.find(f".//{W}keepNext") is not None for row in rows]

    assert kept(2) == [True, True, False]
    assert kept(26) == [True, False, False]
