from __future__ import annotations

from collections.abc import Sequence

import pytest

from pa_tui.domain.parties import Basis, Party
from pa_tui.reading.findings import PartyRole
from pa_tui.reading.ownership import ownership
from tests.dutch.table import SMALL, TABLE, TWO_TOWNS

EXPLICIT = [
    ("De gemeente neemt het voortouw bij de evaluatie.", "rietbeek"),
    ("Beekwonen neemt hiervoor het initiatief.", "beekwonen"),
    ("Het initiatief hiervoor ligt bij De Goede Haard.", "haard"),
    ("De regie ligt bij de gemeente Rietbeek.", "rietbeek"),
    ("De gemeente voert de regie over dit project.", "rietbeek"),
    ("Op initiatief van De Goede Haard start een werkgroep.", "haard"),
    ("Onder leiding van Beekwonen wordt een plan gemaakt.", "beekwonen"),
    ("In dit domein neemt de gemeente haar regierol.", "rietbeek"),
    ("Primair is de gemeente hiervoor aan zet.", "rietbeek"),
    ("Dit wordt vanuit de gemeente opgezet.", "rietbeek"),
    ("De gemeente is primair verantwoordelijk voor de opvang.", "rietbeek"),
    ("Eindverantwoordelijk voor de uitvoering is Beekwonen.", "beekwonen"),
    ("HBR heeft een coördinerende rol.", "hbr"),
    ("Beekwonen coördineert de aanpak.", "beekwonen"),
    ("Beekwonen initieert in Q1 een gesprek.", "beekwonen"),
    ("Trekker: Beekwonen.", "beekwonen"),
]

SUBJECTS = [
    ("Beekwonen zal de woningen isoleren.", "beekwonen"),
    ("In Q2 organiseert HBR een bijeenkomst.", "hbr"),
    ("Voor 1 juli levert Beekwonen het bod aan.", "beekwonen"),
    ("Huurdersbelang Rietbeek geeft advies.", "hbr"),
    ("De huurdersorganisatie levert een lijst aan.", "hbr"),
    ("Het college stelt de regeling vast.", "rietbeek"),
    ("Goede Haard verkoopt geen woningen.", "haard"),
    ("Voorlichting door HBR over energie.", "hbr"),
    ("De actie wordt opgepakt door de gemeente.", "rietbeek"),
    ("Als de gemeente grond levert, bouwt Beekwonen 10 woningen.", "beekwonen"),
    ("Partijen spreken af dat Beekwonen 12 woningen bouwt.", "beekwonen"),
]

JOINT = [
    ("Partijen evalueren dit jaarlijks.", ("rietbeek", "beekwonen", "haard", "hbr")),
    ("Iedere partij wijst iemand aan.", ("rietbeek", "beekwonen", "haard", "hbr")),
    ("Gemeente en Beekwonen gaan in gesprek.", ("rietbeek", "beekwonen")),
    ("Beekwonen en De Goede Haard bouwen samen.", ("beekwonen", "haard")),
    ("Zowel Beekwonen als de gemeente draagt bij.", ("beekwonen", "rietbeek")),
    ("In 2027 streven gemeente en HBR hiernaar.", ("rietbeek", "hbr")),
    ("De corporaties leveren cijfers.", ("beekwonen", "haard")),
    ("Samen kijken gemeente en De Goede Haard hiernaar.", ("rietbeek", "haard")),
]

INVOLVED = [
    ("De gemeente wordt betrokken bij de uitvoering.", "rietbeek"),
    ("HBR wordt geïnformeerd over de voortgang.", "hbr"),
    ("Beekwonen bespreekt dit met HBR.", "hbr"),
    ("Beekwonen betrekt HBR bij de communicatie.", "hbr"),
    ("In overleg met HBR bepaalt Beekwonen de huur.", "hbr"),
    ("Beekwonen geeft op uitnodiging van de gemeente uitleg.", "rietbeek"),
    ("Samen met HBR werkt Beekwonen dit uit.", "hbr"),
    ("HBR kan hierbij een rol spelen.", "hbr"),
    ("De gemeente stelt grond beschikbaar aan Beekwonen.", "beekwonen"),
]

NOBODY = [
    "De woningen van Beekwonen zijn oud.",
    "In de gemeente Rietbeek staan veel huizen.",
    "De gemeente heeft in 2025 beleid vastgesteld.",
    "Er wordt een onderzoek uitgevoerd.",
    "De Beekwonen-portefeuille groeit.",
    "Het beleid conform de zienswijze van de gemeente blijft.",
]


def _told(text: str, parties: Sequence[Party] = TABLE, group: str = ""):
    found = ownership(text, parties=parties, group=group).parties
    for finding in found:
        assert text[finding.start : finding.end] == finding.text
    return found


def _in_role(text: str, role: PartyRole, parties: Sequence[Party] = TABLE) -> list[str]:
    return [f.party for f in _told(text, parties) if f.role is role]


@pytest.mark.parametrize(("sentence", "party"), EXPLICIT)
def test_a_lead_named_in_so_many_words(sentence: str, party: str) -> None:
    leads = [f for f in _told(sentence) if f.role is PartyRole.LEAD]
    assert [(f.party, f.basis) for f in leads] == [(party, Basis.EXPLICIT)]


@pytest.mark.parametrize(("sentence", "party"), SUBJECTS)
def test_the_subject_of_a_promise_leads(sentence: str, party: str) -> None:
    leads = [f for f in _told(sentence) if f.role is PartyRole.LEAD]
    assert [(f.party, f.basis) for f in leads] == [(party, Basis.SUBJECT)]


@pytest.mark.parametrize(("sentence", "parties"), JOINT)
def test_who_promises_together_is_joint(sentence: str, parties: tuple[str, ...]) -> None:
    found = _told(sentence)
    assert tuple(f.party for f in found if f.role is PartyRole.JOINT) == parties
    assert not [f for f in found if f.role is PartyRole.LEAD]


@pytest.mark.parametrize(("sentence", "party"), INVOLVED)
def test_who_only_helps_is_involved(sentence: str, party: str) -> None:
    assert _in_role(sentence, PartyRole.INVOLVED) == [party]
    assert party not in _in_role(sentence, PartyRole.LEAD)


@pytest.mark.parametrize("sentence", NOBODY)
def test_where_nobody_promises_nobody_leads(sentence: str) -> None:
    assert [f for f in _told(sentence) if f.role in (PartyRole.LEAD, PartyRole.JOINT)] == []


def test_a_request_makes_nobody_the_owner() -> None:
    sentence = "Beekwonen vraagt de gemeente om mee te denken."
    assert _in_role(sentence, PartyRole.REQUEST) == ["rietbeek"]
    assert _in_role(sentence, PartyRole.LEAD) == []
    assert _in_role("HBR doet een beroep op Beekwonen.", PartyRole.REQUEST) == ["beekwonen"]


def test_a_joint_promise_with_a_lead_keeps_both() -> None:
    text = "Gemeente en Beekwonen maken een plan. De gemeente neemt hiervoor het initiatief."
    assert _in_role(text, PartyRole.LEAD) == ["rietbeek"]
    assert _in_role(text, PartyRole.JOINT) == ["rietbeek", "beekwonen"]


def test_two_clauses_have_two_subjects() -> None:
    text = "Beekwonen bouwt de woningen en de gemeente zorgt voor de grond."
    assert _in_role(text, PartyRole.LEAD) == ["beekwonen", "rietbeek"]


def test_a_heading_leads_where_the_text_has_no_subject() -> None:
    found = _told("Opstellen van een plan.", group="Prestaties gemeente 2027")
    assert [(f.party, f.role, f.basis) for f in found] == [
        ("rietbeek", PartyRole.LEAD, Basis.HEADING)
    ]
    found = _told("Beekwonen stelt een plan op.", group="Prestaties gemeente 2027")
    assert [f.party for f in found] == ["beekwonen"]
    found = _told("Opstellen van een plan.", group="Gezamenlijke prestaties 2027")
    assert [f.party for f in found] == [p.id for p in TABLE]
    assert {f.role for f in found} == {PartyRole.JOINT}


def test_we_is_who_was_speaking() -> None:
    text = "Beekwonen biedt maatwerk. We gaan met deze huurders in gesprek."
    assert set(_in_role(text, PartyRole.LEAD)) == {"beekwonen"}
    assert set(_in_role("We monitoren dit.", PartyRole.JOINT)) == {p.id for p in TABLE}
    assert _in_role("Wij werken samen met de gemeente aan de wijk.", PartyRole.LEAD, SMALL) == [
        "beekwonen"
    ]


def test_the_municipality_is_the_one_whose_place_is_named() -> None:
    text = "In Oever bouwt Beekwonen. De gemeente zorgt voor de grond."
    assert _in_role(text, PartyRole.LEAD, TWO_TOWNS) == ["beekwonen", "oever"]
    both = "De gemeente zorgt voor de grond."
    assert _in_role(both, PartyRole.JOINT, TWO_TOWNS) == ["rietbeek", "oever"]
    row = "De gemeenten Rietbeek en Oever maken een plan."
    assert _in_role(row, PartyRole.JOINT, TWO_TOWNS) == ["rietbeek", "oever"]


def test_both_parties_are_those_the_text_names() -> None:
    text = "De gemeente levert grond aan Beekwonen. Beide partijen evalueren dit."
    assert _in_role(text, PartyRole.JOINT) == ["rietbeek", "beekwonen"]


def test_the_corporation_is_the_one_the_text_names() -> None:
    text = "De Goede Haard bouwt 5 woningen. De corporatie meldt dit aan de gemeente."
    assert _in_role(text, PartyRole.LEAD) == ["haard", "haard"]
    assert _in_role("De corporatie meldt dit.", PartyRole.JOINT) == ["beekwonen", "haard"]


def test_short_names_count_only_as_they_are_spelt() -> None:
    assert _told("De hbr is een afkorting.") == ()
    assert _in_role("HBR adviseert.", PartyRole.LEAD) == ["hbr"]


def test_a_name_is_known_with_and_without_its_spaces() -> None:
    assert _in_role("DeGoedeHaard bouwt.", PartyRole.LEAD) == ["haard"]
    assert _in_role("Beek wonen bouwt.", PartyRole.LEAD) == ["beekwonen"]


def test_outsiders_are_named_as_printed() -> None:
    found = ownership(
        "Beekwonen werkt samen met andere partners en in overleg met Warmbron.",
        parties=TABLE,
    )
    assert [o.name for o in found.outsiders] == ["andere partners", "Warmbron"]


def test_without_parties_the_sides_of_the_table_are_found() -> None:
    found = ownership("De gemeente vraagt de corporatie om een bod.").parties
    assert [(f.party, f.role) for f in found] == [("corporatie", PartyRole.REQUEST)]
