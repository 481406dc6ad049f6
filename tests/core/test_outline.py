"""What in a document is an agreement, and what only looks like one."""

from __future__ import annotations

from textwrap import dedent

import pytest

from pa_tui.reading.lines import Document, Line, SourceKind
from pa_tui.reading.outline import outline_of


def told(text: str) -> Document:
    """A plain text, its paragraphs parted by empty lines."""
    lines, gap = [], True
    for place, line in enumerate(dedent(text).strip("\n").split("\n"), start=1):
        if line.strip():
            indent = float(len(line) - len(line.lstrip()))
            lines.append(Line(line.strip(), place, gap=gap, indent=indent))
        gap = not line.strip()
    return Document(tuple(lines), SourceKind.TEXT, wrapped=True)


def numbers(text: str) -> list[tuple[str, list[str | None]]]:
    outline = outline_of(told(text))
    return [(t.title, [a.number for a in t.articles]) for t in outline.themes]


def article(text: str, number: str):
    outline = outline_of(told(text))
    return next(a for t in outline.themes for a in t.articles if a.number == number)


VARIANTS = {
    "theme and number": (
        """
        1. Beschikbaarheid

        1.1 De gemeente wijst in 2027 twee plekken aan waar Beekwonen kan bouwen.

        1.2 Beekwonen bouwt daar voor eind 2028 ten minste twintig woningen.

        2. Leefbaarheid

        2.1 Partijen bespreken elk kwartaal hoe het in de wijken gaat.
        """,
        [("Beschikbaarheid", ["1.1", "1.2"]), ("Leefbaarheid", ["2.1"])],
    ),
    "three levels": (
        """
        1 Wonen in Rietbeek

        1.1 Nieuwbouw

        1.1.1 De gemeente wijst in 2027 twee plekken aan waar Beekwonen kan bouwen.

        1.1.2 Beekwonen bouwt daar voor eind 2028 ten minste twintig woningen.

        1.2 Onderhoud

        1.2.1 Beekwonen vertelt huurders een half jaar van tevoren wat er gebeurt.
        """,
        [("Nieuwbouw", ["1.1.1", "1.1.2"]), ("Onderhoud", ["1.2.1"])],
    ),
    "one numbering over all themes": (
        """
        Betaalbaarheid

        1. De gemeente helpt huurders met schulden binnen vijf werkdagen.

        2. Beekwonen zet niemand uit huis zonder de gemeente te bellen.

        Duurzaamheid

        3. Beekwonen isoleert in 2027 veertig woningen in de oude kern.
        """,
        [("Betaalbaarheid", ["1", "2"]), ("Duurzaamheid", ["3"])],
    ),
    "numbers that begin again in every theme": (
        """
        Betaalbaarheid

        1. De gemeente helpt huurders met schulden binnen vijf werkdagen.

        2. Beekwonen zet niemand uit huis zonder de gemeente te bellen.

        Duurzaamheid

        1. Beekwonen isoleert in 2027 veertig woningen in de oude kern.

        2. De gemeente onderzoekt in 2027 of er een warmtenet kan komen.
        """,
        [("Betaalbaarheid", ["1", "2"]), ("Duurzaamheid", ["1", "2"])],
    ),
    "letter and digit": (
        """
        A. Betaalbaarheid

        A1 De gemeente helpt huurders met schulden binnen vijf werkdagen.

        A2 Beekwonen zet niemand uit huis zonder de gemeente te bellen.

        B. Duurzaamheid

        B1. Beekwonen isoleert in 2027 veertig woningen in de oude kern.
        """,
        [("Betaalbaarheid", ["A1", "A2"]), ("Duurzaamheid", ["B1"])],
    ),
    "articles of a contract": (
        """
        Komen het volgende overeen:

        Artikel 1. Doel

        1. Partijen dragen naar vermogen bij aan het wonen in Rietbeek.

        2. Zij vertellen elkaar op tijd wat zij van plan zijn.

        Artikel 2. Overleg

        1. Partijen overleggen vier keer per jaar over wat er speelt.
        """,
        [("Afspraken", ["1", "2"])],
    ),
    "a bracket instead of a dot": (
        """
        Leefbaarheid

        1) De gemeente en Beekwonen bezoeken elk voorjaar samen de wijken.

        2) Huurdersbelang Rietbeek vraagt daar bewoners naar hun wensen.
        """,
        [("Leefbaarheid", ["1", "2"])],
    ),
    "a number above its title and text": (
        """
        Prestatieafspraken 2027

        1. Doorstroming
        De gemeente en de corporaties betalen samen iemand die ouderen helpt verhuizen.
        Dat doen zij tot het einde van 2028.

        2. Maatwerk
        De corporaties wijzen een op de vijf woningen toe aan mensen uit het dorp.
        """,
        [("Prestatieafspraken 2027", ["1", "2"])],
    ),
    "bullets under a label, no numbers": (
        """
        Thema 1: Wonen met zorg

        Resultaatafspraak corporaties 2027:

        • De corporaties wijzen tien woningen toe aan mensen die uit een instelling komen.

        • De corporaties mailen de gemeente elke maand hoeveel dat er waren.

        Verzoek aan de gemeente:

        • De gemeente zorgt dat er op tijd iemand is die hen begeleidt.
        """,
        [("Wonen met zorg", [None, None, None])],
    ),
}


@pytest.mark.parametrize("name", VARIANTS)
def test_every_customary_numbering_is_followed(name):
    text, expected = VARIANTS[name]
    assert numbers(text) == expected


NOTHING = {
    "a list of parties": """
        Prestatieafspraken 2027

        Ondergetekenden:

        1. Gemeente Rietbeek, rechtsgeldig vertegenwoordigd door wethouder L. van der Beek,
        hierna te noemen: 'de gemeente';

        2. Stichting Beekwonen, vertegenwoordigd door haar directeur-bestuurder, hierna te
        noemen: 'Beekwonen';

        3. Huurdersbelang Rietbeek, vertegenwoordigd door haar voorzitter, hierna te noemen
        'HBR'.
        """,
    "a table of contents": """
        Prestatieafspraken 2027

        Inhoudsopgave

        1. Inleiding 3

        2. Wat de gemeente en Beekwonen samen doen aan betaalbaarheid 4

        3. Hoe Beekwonen de woningen verduurzaamt 6

        Bijlagen 9
        """,
    "considerations": """
        Overwegende dat:

        1. de gemeente en Beekwonen al jaren samenwerken aan goed wonen in het dorp;

        2. de gemeenteraad in 2026 een woonvisie heeft vastgesteld die tot 2035 geldt;

        3. partijen behoefte hebben aan heldere afspraken over wie wat doet.
        """,
    "parts of the document": """
        De prestatieafspraken 2027 bestaan uit drie delen:

        1. Rollen en verantwoordelijkheden van partijen;

        2. Afspraken over de thema's betaalbaarheid, duurzaamheid en leefbaarheid;

        3. Ondertekening.
        """,
    "dates and amounts": """
        Jaaragenda

        1 juli: bod van Beekwonen

        De corporatie stuurt haar bod aan de gemeente en de huurders.

        1 november: prestatieafspraken

        De partijen ronden de afspraken af en sturen ze naar hun besturen.

        2027 is het jaar waarin de gemeente de woonvisie vernieuwt.
        """,
    "one chapter": """
        Prestatieafspraken 2027

        1.Voldoende woningen
        De druk op de sociale woningvoorraad is hoog. Steeds meer mensen zoeken een huis en
        er komen er te weinig bij. Dat blijft de komende jaren zo.
        """,
}


@pytest.mark.parametrize("name", NOTHING)
def test_what_only_looks_numbered_is_no_agreement(name):
    assert numbers(NOTHING[name]) == []


def test_a_short_first_line_is_the_title_of_its_agreement():
    found = article(VARIANTS["a number above its title and text"][0], "1")
    assert found.title == "Doorstroming"
    assert found.body[0].text.startswith("De gemeente en de corporaties betalen")


def test_a_list_of_themes_is_no_theme_and_no_agreement():
    text = """
        Drie thema's

        Deze afspraken zijn verdeeld over twee thema's:

        1. Betaalbaarheid

        2. Duurzaamheid

        Die thema's hangen samen en worden samen besproken in het overleg van partijen.

        1. Betaalbaarheid

        Inleiding

        De huur moet op te brengen zijn voor wie weinig verdient in onze gemeente.

        1. De gemeente helpt huurders met schulden binnen vijf werkdagen.

        2. Beekwonen zet niemand uit huis zonder de gemeente te bellen.

        2. Duurzaamheid

        Inleiding

        Een warm huis hoeft niet duur te zijn als het goed dicht zit en de zon meewerkt.

        3. Beekwonen isoleert in 2027 veertig woningen in de oude kern.
        """
    assert numbers(text) == [("Betaalbaarheid", ["1", "2"]), ("Duurzaamheid", ["3"])]


def test_text_under_a_heading_is_context_and_the_heading_a_group():
    text = """
        1 Leefbaarheid

        Partijen willen dat iedereen in Rietbeek prettig en veilig kan wonen.

        Achtergrond

        De laatste jaren wonen er meer mensen die hulp nodig hebben in de wijken.

        Afspraken

        1.1 De gemeente en Beekwonen lopen elk voorjaar samen door de wijken.

        Regulier werk

        1.2 Beekwonen houdt elke week spreekuur in het buurthuis aan de beek.
        """
    (theme,) = outline_of(told(text)).themes
    assert [(p.title, len(p.items)) for p in theme.context] == [("", 1), ("Achtergrond", 1)]
    assert [a.group for a in theme.articles] == ["Afspraken", "Regulier werk"]


def test_an_annex_may_number_anew():
    text = """
        1. De gemeente helpt huurders met schulden binnen vijf werkdagen.

        2. Beekwonen zet niemand uit huis zonder de gemeente te bellen.

        Bijlage 1: Lopend werk

        1. Beekwonen houdt elke week spreekuur in het buurthuis aan de beek.

        2. De gemeente deelt elk kwartaal de cijfers over de wachtlijst met Beekwonen.

        3. Huurdersbelang Rietbeek leest de brieven aan huurders mee.
        """
    outline = outline_of(told(text))
    assert [a.number for t in outline.themes for a in t.articles] == ["1", "2"]
    assert [(a.title, len(a.items)) for a in outline.annexes] == [("Bijlage 1: Lopend werk", 3)]


def test_the_signatures_end_the_last_agreement():
    text = """
        1. De gemeente helpt huurders met schulden binnen vijf werkdagen.

        2. Beekwonen zet niemand uit huis zonder de gemeente te bellen.

        Rietbeek, 14 december 2026

        Mevr. L. van der Beek

        Wethouder gemeente Rietbeek
        """
    outline = outline_of(told(text))
    assert len(outline.themes[0].articles[1].body) == 1
    assert [item.text for item in outline.signing][1] == "Mevr. L. van der Beek"


def test_a_second_paragraph_stays_with_its_agreement():
    text = """
        2.3 De gemeente maakt in 2027 een plan voor groene daken.

        Beekwonen stelt in 2027 een lijst op van daken die dat kunnen dragen.

        2.4 Partijen bespreken beide in het overleg van november.
        """
    assert len(article(text, "2.3").body) == 2


def test_a_footnote_among_the_text_leaves_its_mark_where_it_stood():
    text = """
        1.1 Beekwonen wijst woningen toe via het lotingsmodel1 en via het aanbod.

        1 Bij loting telt niet hoe lang iemand al ingeschreven staat.

        1.2 De gemeente meldt elk kwartaal hoeveel mensen op de wachtlijst staan.
        """
    outline = outline_of(told(text))
    assert [(n.mark, n.text[:10]) for n in outline.notes] == [("1", "Bij loting")]
    assert article(text, "1.1").body[0].line.notes
    assert [a.number for t in outline.themes for a in t.articles] == ["1.1", "1.2"]


def test_a_missing_number_does_not_break_the_run():
    text = """
        Wonen

        1. De gemeente helpt huurders met schulden binnen vijf werkdagen.

        2. Beekwonen zet niemand uit huis zonder de gemeente te bellen.

        4. Beekwonen isoleert in 2027 veertig woningen in de oude kern.
        """
    assert numbers(text) == [("Wonen", ["1", "2", "4"])]


def test_a_numbered_list_inside_an_agreement_belongs_to_it():
    text = """
        1 Wonen

        1.1 Partijen spreken het volgende af over de wachtlijst:

        1. de gemeente deelt elk kwartaal de cijfers met de anderen;

        2. Beekwonen legt uit hoe zij woningen toewijst.

        1.2 De gemeente meldt elk kwartaal hoeveel mensen op de wachtlijst staan.
        """
    assert numbers(text) == [("Wonen", ["1.1", "1.2"])]
    assert len(article(text, "1.1").body) == 3
