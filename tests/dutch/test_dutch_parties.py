"""Who the parties are, in the many ways documents introduce them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pa_tui.domain.parties import Role
from pa_tui.reading.lines import Line, TableCell
from pa_tui.reading.outline_items import Item
from pa_tui.reading.parties import parties_of
from pa_tui.reading.party_names import party_rows
from pa_tui.reading.signatures import Signature, signatures_of

TITLE = "Prestatieafspraken 2027"


def parties(*front: str) -> list[tuple[str, Role]]:
    return [(p.name, p.role) for p in parties_of([TITLE, *front], [TITLE, *front], [])]


def test_a_list_by_side_of_the_table_keeps_names_that_open_with_de():
    found = parties(
        "Gemeenten:",
        "• Gemeente Rietbeek",
        "• Gemeente Sint Odijk",
        "Woningcorporaties:",
        "• Beekwonen",
        "• De Goede Haard",
        "• Thuis in Odijk",
        "Huurdersorganisaties:",
        "• Huurdersbelang Rietbeek (HBR)",
        "• Huurdersraad De Goede Haard",
    )
    assert found == [
        ("Gemeente Rietbeek", Role.MUNICIPALITY),
        ("Gemeente Sint Odijk", Role.MUNICIPALITY),
        ("Beekwonen", Role.CORPORATION),
        ("De Goede Haard", Role.CORPORATION),
        ("Thuis in Odijk", Role.CORPORATION),
        ("Huurdersbelang Rietbeek", Role.TENANTS),
        ("Huurdersraad De Goede Haard", Role.TENANTS),
    ]


def test_clauses_with_a_seat_and_a_form_of_law():
    found = parties(
        "2. Stichting Beekwonen, statutair gevestigd te Rietbeek, te dezen rechtsgeldig "
        "vertegenwoordigd door de heer T. Haverkort, directeur, hierna te noemen: ‘Beekwonen’;",
        "3. Coöperatie Ons Dak U.A., te dezen rechtsgeldig vertegenwoordigd door de heer "
        "K. Smit, directeur-bestuurder, hierna te noemen ‘Ons Dak’; hierna gezamenlijk te "
        "noemen: ‘corporaties’;",
        "4. Bewonersraad Ons Dak, vertegenwoordigd door de heer R. Bos, voorzitter; hierna "
        "gezamenlijk te noemen ‘huurdersorganisaties’;",
    )
    assert [role for _, role in found] == [Role.CORPORATION, Role.CORPORATION, Role.TENANTS]
    assert [name.split(" U.")[0] for name, _ in found] == [
        "Stichting Beekwonen",
        "Coöperatie Ons Dak",
        "Bewonersraad Ons Dak",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        (
            "Gemeente Rietbeek",
            "Mevr. L. van der Beek",
            "Wethouder",
            "De Goede Haard",
            "Dhr. T. Haverkort",
            "Directeur-bestuurder",
        ),
        (
            "Namens Gemeente Rietbeek,",
            "L. van der Beek, wethouder",
            "Namens De Goede Haard,",
            "T. Haverkort, directeur-bestuurder",
        ),
    ],
)
def test_signatures_below_their_organisation(lines):
    signed = signatures_of([Item(Line(line)) for line in lines])
    assert [s.organisation for s in signed] == ["Gemeente Rietbeek", "De Goede Haard"]
    assert ["Beek" in s.name or "Haverkort" in s.name for s in signed] == [True, True]


def test_a_function_is_no_organisation():
    signed = signatures_of(
        [Item(Line("Mevr. L. van der Beek")), Item(Line("Wethouder Directeur-bestuurder"))]
    )
    assert [s.organisation for s in signed] == [""]


def test_a_word_for_a_side_is_no_party_beside_a_name():
    found = parties(
        "Gemeente Rietbeek",
        "Huurdersraad Vivara",
        "De gemeente, Vivara en de Huurdersraad hebben samen afspraken gemaakt voor 2027.",
    )
    assert ("Huurdersraad", Role.TENANTS) not in found
    assert ("Huurdersraad Vivara", Role.TENANTS) in found


def test_a_table_of_parties_is_a_list_of_them():
    rows = [("Partij", "Door"), ("Gemeente Rietbeek", "L. Beek"), ("Vivara", "T. Haverkort")]
    table = Line(
        "", 1, rows=tuple(tuple(TableCell((Line(cell),)) for cell in row) for row in rows)
    )
    assert parties(*party_rows(table)) == [
        ("Gemeente Rietbeek", Role.MUNICIPALITY),
        ("Vivara", Role.CORPORATION),
    ]
    assert party_rows(replace(table, rows=table.rows[1:])) == []


def test_signatures_printed_side_by_side_make_no_party_of_a_person():
    muddled = Signature("Mevr. L. Beek", "Wethouder", "Dhr. T. Haverkort Gemeente Rietbeek")
    found = parties_of([TITLE, "Gemeente Rietbeek"], [TITLE], [muddled])
    assert [party.name for party in found] == ["Gemeente Rietbeek"]
