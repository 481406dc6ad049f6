from __future__ import annotations

import pytest

from pa_tui.domain.articles import Strength
from pa_tui.reading.quantities import quantities
from pa_tui.reading.references import references
from pa_tui.reading.strength import strength

AMOUNTS = [
    ("12 woningen", "12", "woningen"),
    ("circa 2.515 eenheden", "2515", "eenheden"),
    ("25-130 sociale huurwoningen", "25-130", "huurwoningen"),
    ("4 á 5 woningen", "4-5", "woningen"),
    ("twaalf woningen", "12", "woningen"),
    ("minimaal 25%", "25", "%"),
    ("10-12%", "10-12", "%"),
    ("€ 6 miljoen", "6000000", "€"),
    ("€ 633,25", "633.25", "€"),
    ("<€ 633,-", "633", "€"),
    ("€38.067", "38067", "€"),
    ("€ 597,30 - € 640,14", "597.30-640.14", "€"),
    ("2,5 miljoen euro", "2500000", "€"),
    ("maximaal 100 kg", "100", "kg"),
    ("label B", "B", "label"),
    ("D-label of lager", "D", "label"),
    ("tot en met 27 jaar", "27", "jaar"),
    ("5 werkdagen", "5", "werkdagen"),
]


@pytest.mark.parametrize(("words", "value", "unit"), AMOUNTS)
def test_an_amount_has_a_value_and_a_unit(words: str, value: str, unit: str) -> None:
    text = f"Dit gaat om {words}, zegt Beekwonen."
    (found,) = quantities(text)
    assert text[found.start : found.end] == found.quantity.text == words
    assert (found.quantity.value, found.quantity.unit) == (value, unit)


def test_a_year_before_an_amount_is_not_part_of_it() -> None:
    assert [q.quantity.text for q in quantities("in 2027 12 woningen")] == ["12 woningen"]


def test_glued_words_do_not_hide_an_amount() -> None:
    assert [q.quantity.text for q in quantities("dat is 70-74%met korting")] == ["70-74%"]


@pytest.mark.parametrize(
    "text",
    ["in 2027 woningen bouwen", "een woning", "zie 1.2.3", "6 onrechtmatige bewoning", "A 5"],
)
def test_what_counts_nothing_is_no_amount(text: str) -> None:
    assert quantities(text) == ()


REFERENCES = [
    ("(zie ook 3.1)", ["3.1"]),
    ("(Zie hiervoor ook afspraak 1.1.", ["1.1"]),
    ("zoals partijen (onder 4 a.) afspreken", ["4a"]),
    ("een aparte afspraak (zie 6.)", ["6"]),
    ("de afspraken 1.1, 1.4 tot en met 1.7 en 2.2", ["1.1", "1.4", "1.7", "2.2"]),
    ("volgens artikel 4b.", ["4b"]),
    ("artikel 44 lid 2 Woningwet", []),
    ("artikel 44a van de Woningwet", []),
    ("Woningwet artikel 42", []),
    ("zie 1 juli", []),
    ("zie 3 voorbeelden", []),
    ("over 18 jaar en onder 27 jaar", []),
]


@pytest.mark.parametrize(("text", "numbers"), REFERENCES)
def test_references_to_articles(text: str, numbers: list[str]) -> None:
    found = [r for r in references(text) if r.target == "article"]
    assert [r.number + r.suffix for r in found] == numbers
    assert all(text[r.start : r.end] == r.text for r in found)


def test_references_to_annexes_and_tables() -> None:
    found = references("zie ook tabel in bijlage 1; onderstaande tabel geeft inzicht")
    assert [(r.target, r.number) for r in found] == [("annex", "1"), ("table", "")]


PROMISES = [
    ("Beekwonen zal 12 woningen opleveren.", Strength.RESULT),
    ("Beekwonen levert een lijst aan.", Strength.RESULT),
    ("Er wordt een plan opgesteld.", Strength.RESULT),
    ("Partijen spreken af dat Beekwonen 12 woningen bouwt.", Strength.RESULT),
    ("De gemeente is verantwoordelijk voor de opvang.", Strength.RESULT),
    ("Partijen gaan in gesprek.", Strength.PROCESS),
    ("Partijen evalueren dit jaarlijks.", Strength.PROCESS),
    ("De gemeente organiseert een bijeenkomst.", Strength.PROCESS),
    ("De gemeente zal zich inspannen om gezinnen te huisvesten.", Strength.EFFORT),
    ("Beekwonen zet in op het voorkomen van schulden.", Strength.EFFORT),
    ("Beekwonen doet haar uiterste best.", Strength.EFFORT),
    ("Beekwonen streeft naar minder leegstand.", Strength.INTENTION),
    ("Beekwonen is voornemens te slopen.", Strength.INTENTION),
    ("De gemeente onderzoekt of dit kan.", Strength.EXPLORATION),
    ("Partijen verkennen de ruimte.", Strength.EXPLORATION),
    ("De gemeente vraagt Beekwonen een voorstel te doen.", Strength.REQUEST),
    ("HBR doet een beroep op de gemeente.", Strength.REQUEST),
    ("Hierbij spant Beekwonen zich in voor de wijk.", Strength.EFFORT),
    ("Beekwonen is partner en levert maandelijks cijfers.", Strength.RESULT),
    ("De vereniging kan een rol spelen.", Strength.NONE),
    ("Partijen zijn in beginsel bereid bij te dragen.", Strength.NONE),
    ("De markt is krap.", Strength.NONE),
    ("In 2025 heeft de gemeente beleid vastgesteld.", Strength.NONE),
    ("Beekwonen levert zoveel mogelijk woningen.", Strength.EFFORT),
]


@pytest.mark.parametrize(("sentence", "level"), PROMISES)
def test_how_firmly_a_sentence_promises(sentence: str, level: Strength) -> None:
    assert strength(sentence) is level


def test_the_firmest_sentence_counts() -> None:
    text = "De markt is krap. Partijen verkennen de ruimte. Beekwonen bouwt tien woningen."
    assert strength(text) is Strength.RESULT
    assert strength("") is Strength.NONE
