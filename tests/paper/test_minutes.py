"""Minutes as a paper: their parts, what they tell and what they keep silent about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from pa_tui.domain.decisions import Message, Stance
from pa_tui.domain.meetings import Meeting, MinutesState
from pa_tui.papers.blocks import Heading, Item, PageCount, Paper, Paragraph, Run, Table, said
from pa_tui.papers.minutes import minutes
from tests.paper.agreements import AT, draft_agreement
from tests.paper.decided import decided_agreement, meeting


@pytest.fixture(scope="module")
def paper() -> Paper:
    agreement = decided_agreement()
    return minutes(agreement, agreement.meetings["wg2"], at=AT)


def lines(paper: Paper) -> list[str]:
    found = []
    for block in paper.blocks:
        if isinstance(block, Heading):
            found.append(f"{'#' * block.level} {block.number} {said(block.runs)}")
        elif isinstance(block, Paragraph | Item):
            found.append(said(block.runs))
        elif isinstance(block, Table):
            found += [
                " | ".join(" / ".join(said(p) for p in cell.paragraphs) for cell in row.cells)
                for row in block.rows
            ]
    return found


def test_parts_in_order(paper: Paper) -> None:
    headings = [line for line in lines(paper) if line.startswith("# ")]
    assert headings == [
        "# 1 Opening en vaststelling agenda",
        "# 2 Mededelingen",
        "# 3 Verslag en actielijst vorige bijeenkomst",
        "# 4 Bespreking van de afspraken",
        "# 5 Openstaande punten en voorbehouden",
        "# 6 Vervolg en planning",
        "# 7 Rondvraag en sluiting (16.02 uur)",
        "#  Bijlage A Besluitenlijst (voorlopige uitkomsten)",
        "#  Bijlage B Actielijst",
        "#  Bijlage C Tekstwijzigingen",
    ]


def test_head_and_foot(paper: Paper) -> None:
    assert paper.title == (
        "Verslag werkgroep prestatieafspraken Rietbeek 2027, bijeenkomst 2 van 3"
    )
    assert paper.stamp == "CONCEPT, nog niet vastgesteld"
    assert paper.footer == (
        Run("Concept 1 · 15 september 2026, 16.02 uur · pagina "),
        PageCount.THIS,
        Run(" van "),
        PageCount.ALL,
        Run(" · Werkdocument van de werkgroep; bindt partijen niet."),
    )
    assert (
        "Samenvatting: besloten 37, aangehouden 1, naar bestuurlijk overleg 2, acties 1"
        in lines(paper)
    )


def test_en_bloc_stands_first_and_plain_agreement_has_no_heading(paper: Paper) -> None:
    found = lines(paper)
    theme = found.index("## 4.1 Thema 1: Beschikbaarheid")
    assert found[theme + 1] == (
        "De afspraken 1.2, 1.4, 1.5 en 1.7 tot en met 1.10 blijven ongewijzigd. Alle partijen "
        "zijn voorlopig akkoord."
    )
    headings = [line for line in found if line.startswith("### ")]
    assert "###  Afspraak 1.1 Sociale nieuwbouw" in headings
    assert not any("1.2" in line for line in headings)


def test_a_text_change_is_printed_in_full_once(paper: Paper) -> None:
    told = "\n".join(lines(paper))
    assert told.count("stelt uiterlijk 1 november 2027 een plan") == 1
    assert "C1 | 2.1 Huurprijzen | " in told
    assert "(zie tekstwijziging 1)" in told


def test_persons_stand_under_attendance_and_actions_only(paper: Paper) -> None:
    found = lines(paper)
    for name in ("Terpstra", "de Groot", "Smit", "Bakker", "Peters"):
        places = [line for line in found if name in line]
        assert places
        assert all(" | " in line for line in places)


def test_internal_notes_are_never_printed(paper: Paper) -> None:
    assert "GEHEIM" not in "\n".join(lines(paper))
    assert "De gemeente wil starten vóór de zomer" in "\n".join(lines(paper))


def test_the_decision_list_keeps_every_number(paper: Paper) -> None:
    table = next(
        b for b in paper.blocks if isinstance(b, Table) and b.title == "Besluitenlijst"
    )
    codes = [said(row.cells[0].paragraphs[0]) for row in table.rows[1:]]
    assert "WG2-02, 04, 05, 07 t/m 10" in codes
    assert "WG2-01" in codes
    assert [said(cell.paragraphs[0]) for cell in table.rows[0].cells] == [
        "Nr",
        "Afspraak",
        "Uitkomst",
        "Voorbehoud of afwijkend standpunt",
        "Tekst",
        "Stand",
    ]


def test_overdue_actions_come_first(paper: Paper) -> None:
    table = next(b for b in paper.blocks if isinstance(b, Table) and b.title == "Actielijst")
    rows = [[said(cell.paragraphs[0]) for cell in row.cells] for row in table.rows[1:]]
    assert rows[0][:2] == ["A-009", "Woonvisie toesturen"]
    assert rows[0][4] == "termijn verstreken"
    assert rows[2] == [
        "A-014",
        "Lijst complexen aanleveren",
        "Beekwonen (A. de Groot)",
        "vóór 1 oktober 2026",
        "open",
        "WG2, 1.1",
        "",
    ]


def test_what_waits_is_listed(paper: Paper) -> None:
    found = lines(paper)
    assert "Aangehouden: 1.3 (tot werkgroep 3)." in found
    assert "Voorbehoud van instemming: HBR bij 1.1 (uiterlijk 12 oktober)." in found
    assert "Nog geen standpunt: HBR bij 4.5 tot en met 4.7; De Goede Haard bij 4.7." in found
    assert "Parkeerlijst: Studentenhuisvesting: apart overleg?" in found


def test_what_was_said_between_the_meetings_is_told_in_the_next() -> None:
    agreement = decided_agreement()
    reserved, agreed = agreement.decisions["d1"], agreement.decisions["d2"]
    lifted = Message(
        next(stand for stand in reserved.positions if stand.party == "hbr"),
        Stance.AGREE,
        date(2026, 10, 9),
        datetime(2026, 10, 10, 10, 0),
    )
    gone = Message(
        next(stand for stand in agreed.positions if stand.party == "hbr"),
        Stance.DISAGREE,
        date(2026, 9, 22),
        datetime(2026, 9, 23, 10, 0),
        "mail",
        "omdat de achterban het niet wil",
    )
    agreement = replace(
        agreement,
        decisions=agreement.decisions.put(replace(reserved, messages=(lifted,))).put(
            replace(agreed, messages=(gone,), reopened=gone.reason)
        ),
        articles=agreement.articles.put(replace(agreement.articles["a-1-2"], decision=None)),
    )
    next_time = replace(meeting(3), opened_at=datetime(2026, 10, 28, 14, 0))
    told = "\n".join(lines(minutes(agreement, next_time, at=datetime(2026, 10, 28, 16, 0))))
    assert (
        "HBR heeft op 9 oktober laten weten dat de achterban instemt met afspraak 1.1" in told
    )
    assert (
        "HBR heeft op 22 september per e-mail laten weten niet langer akkoord te zijn met"
        in told
    )
    now = "\n".join(lines(minutes(agreement, agreement.meetings["wg2"], at=AT)))
    assert "heropend" not in now
    assert "WG2-02, 04" in now


def test_a_decision_taken_again_in_the_same_meeting_stays_readable() -> None:
    agreement = decided_agreement()
    first = replace(agreement.decisions["d2"], reopened="-")
    second = replace(
        first, id="d41", number=41, reopened=None, at=datetime(2026, 9, 15, 15, 59)
    )
    agreement = replace(agreement, decisions=agreement.decisions.put(first).put(second))
    told = "\n".join(lines(minutes(agreement, agreement.meetings["wg2"], at=AT)))
    assert "heropend, zie WG2-41" in told


def test_adopted_minutes_say_so() -> None:
    agreement = decided_agreement()
    held = replace(
        agreement.meetings["wg2"],
        minutes_state=MinutesState.ADOPTED,
        adopted_in="wg3",
        adopted_with=("bij 1.3 staat nu acht",),
    )
    paper = minutes(agreement, held, at=AT)
    assert paper.stamp == (
        "Vastgesteld in de bijeenkomst van 28 oktober 2026, met de volgende "
        "wijzigingen: bij 1.3 staat nu acht"
    )
    assert "CONCEPT" not in "\n".join(lines(paper))


def test_an_empty_meeting_has_minutes_too() -> None:
    agreement = draft_agreement()
    empty: Meeting = meeting(1)
    told = "\n".join(lines(minutes(agreement, empty, at=AT)))
    assert "Dit is de eerste bijeenkomst" in told
    assert "Nog niet behandeld: 1.1 tot en met 1.10, 2.1 tot en met 2.10" in told
    assert "Er zijn geen besluiten genomen." in told
