"""A rich agreement of an invented municipality, made of plain domain values."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from pa_tui.domain.agreement import Agreement, Facts, Version
from pa_tui.domain.articles import Annex, Article, Commitment, Footnote, Passage, Section, Theme
from pa_tui.domain.parties import Lead, Party, Role, Signatory, State
from pa_tui.domain.ranks import spread
from pa_tui.domain.shelf import Held, Shelf
from pa_tui.domain.text import ANCHOR, Anchor, AnchorKind, Block, BlockKind, Cell, paragraph
from pa_tui.domain.timing import Timing, TimingKind

AT = datetime(2026, 9, 15, 16, 2)

PARTIES = (
    Party(
        "rietbeek",
        "1",
        "Gemeente",
        "Gemeente Rietbeek",
        Role.MUNICIPALITY,
        signatory=Signatory("M. Terpstra", "wethouder wonen"),
    ),
    Party(
        "beekwonen",
        "2",
        "Beekwonen",
        "Stichting Beekwonen",
        Role.CORPORATION,
        signatory=Signatory("A. de Groot", "directeur-bestuurder"),
    ),
    Party("haard", "3", "De Goede Haard", "Woningstichting De Goede Haard", Role.CORPORATION),
    Party(
        "hbr",
        "4",
        "HBR",
        "Huurdersbelang Rietbeek",
        Role.TENANTS,
        signatory=Signatory("J. Smit", "voorzitter"),
    ),
)

TITLES = {
    "1": (
        "Beschikbaarheid",
        [
            "Sociale nieuwbouw",
            "",
            "Doorstroming van senioren",
            "",
            "Woonwagenstandplaatsen",
            "Tijdelijke woningen",
            "",
            "Kavels",
            "Loting",
            "",
        ],
    ),
    "2": (
        "Betaalbaarheid en woonlasten",
        [
            "Huurprijzen",
            "",
            "Vroegsignalering",
            "",
            "Energiearmoede",
            "Maatwerk",
            "",
            "",
            "Verhuisregeling",
            "",
        ],
    ),
    "3": (
        "Duurzaamheid",
        [
            "Isolatie",
            "Zonnepanelen",
            "",
            "Klimaatadaptatie",
            "",
            "Warmteprogramma",
            "",
            "",
            "Bewonersbegeleiding",
            "",
        ],
    ),
    "4": (
        "Leefbaarheid en zorg",
        [
            "Wijkaanpak De Molenhoek",
            "",
            "Buurtbemiddeling",
            "",
            "Huisvesting statushouders",
            "",
            "Wonen met zorg",
            "",
            "",
            "Evaluatie",
        ],
    ),
}
WORDS = (
    "Beekwonen levert in 2027 acht sociale huurwoningen op aan de Molenweg. De gemeente zorgt "
    "vóór 1 mei 2027 voor bouwrijpe kavels.",
    "Partijen bespreken elk kwartaal de voortgang in het ambtelijk overleg.",
    "De Goede Haard stelt uiterlijk 1 oktober 2027 een plan van aanpak op voor senioren die "
    "willen verhuizen naar een passende woning.",
    "De gemeente en de corporaties spannen zich in om de wachttijd voor urgente "
    "woningzoekenden terug te brengen tot maximaal zes maanden.",
    "HBR organiseert twee keer per jaar een bijeenkomst voor huurders over energie besparen.",
)


def words(text: str) -> tuple[Block, ...]:
    return paragraph(text)


def reference(target: str, shown: str, suffix: str = "") -> Anchor:
    return Anchor(AnchorKind.ARTICLE, target, shown, suffix)


def note_mark(target: str, shown: str) -> Anchor:
    return Anchor(AnchorKind.FOOTNOTE, target, shown)


def rich_text() -> tuple[Block, ...]:
    """Sub-items, bullets, a table with spans, footnotes and a reference."""
    return (
        Block(
            BlockKind.PARAGRAPH,
            f"Beekwonen levert in 2027 acht sociale huurwoningen{ANCHOR} op (zie ook "
            f"{ANCHOR}). De verdeling is:",
            (note_mark("fn1", "1"), reference("a-2-1", "2.1")),
        ),
        Block(BlockKind.SUBITEM, "vier eengezinswoningen aan de Molenweg;", mark="a"),
        Block(BlockKind.SUBITEM, "vier appartementen aan het Stationsplein:", mark="b"),
        Block(BlockKind.BULLET, "waarvan twee rolstoeltoegankelijk;", level=1),
        Block(BlockKind.BULLET, "met een huur onder de tweede aftoppingsgrens.", level=1),
        Block(
            BlockKind.TABLE,
            header_rows=2,
            cells=(
                (Cell("Wijk", rows=2), Cell("Aantal woningen", columns=2)),
                (Cell("2027"), Cell("2028")),
                (Cell("Molenhoek"), Cell("4"), Cell("6")),
                (Cell("Centrum", rows=2), Cell("4"), Cell("2 - 4")),
                (Cell("reserve", columns=2),),
            ),
        ),
        Block(
            BlockKind.PARAGRAPH,
            f"De prijzen zijn op prijspeil 2026{ANCHOR}.",
            (note_mark("fn2", "2"),),
        ),
    )


def themes() -> tuple[Theme, ...]:
    made = []
    for rank, (number, (title, _)) in zip(spread(4), TITLES.items(), strict=True):
        context: tuple[Passage, ...] = ()
        if number == "1":
            context = (
                Passage(
                    "Achtergrond",
                    words(
                        "De vraag naar sociale huurwoningen in Rietbeek "
                        "groeit harder dan het aanbod."
                    ),
                ),
                Passage(
                    "Doel", words("In 2030 vindt een starter binnen vier jaar een woning.")
                ),
            )
        made.append(Theme(f"t{number}", rank, number, title, context))
    return tuple(made)


def articles() -> tuple[Article, ...]:
    made = []
    for number, (_, titles) in TITLES.items():
        for place, (rank, title) in enumerate(zip(spread(len(titles)), titles, strict=True), 1):
            text = (
                rich_text()
                if (number, place) == ("1", 1)
                else words(WORDS[(place + int(number)) % len(WORDS)])
            )
            made.append(
                Article(
                    f"a-{number}-{place}",
                    f"t{number}",
                    rank,
                    f"{number}.{place}",
                    title,
                    "Afspraken" if number == "1" else "",
                    text,
                )
            )
    return tuple(made)


def with_lines(agreement: Agreement) -> Agreement:
    """The agreement with the line of every article made anew."""
    lines = [agreement.line_for(key) for key in agreement.articles]
    return replace(agreement, lines=Shelf(Held(lines)), known_order=None, known_tallies=None)


FACTS = (
    Facts(
        title="Prestatieafspraken Rietbeek 2027",
        year=2027,
        period_start=date(2027, 1, 1),
        period_end=date(2027, 12, 31),
        place="Rietbeek",
    ),
)
SECTIONS = (
    Section(
        "s1",
        "1",
        "Inleiding",
        words(
            "Deze afspraken bouwen voort op de woonvisie van de "
            "gemeente en op het bod van "
            "de corporaties."
        ),
    ),
    Section(
        "s2",
        "2",
        "Samenwerking",
        words("Partijen werken als gelijkwaardige partners samen."),
        level=2,
    ),
)
COMMITMENTS = (
    Commitment(
        "c1",
        "a-1-1",
        "1",
        leads=(Lead("beekwonen"),),
        timings=(
            Timing(
                "in 2027",
                TimingKind.PERIOD,
                date(2027, 1, 1),
                date(2027, 12, 31),
            ),
        ),
    ),
    Commitment(
        "c2",
        "a-1-2",
        "1",
        leads=(Lead("haard", "P. Geheim", state=State.SUGGESTED),),
    ),
)
FOOTNOTES = (
    Footnote(
        "fn1",
        "1",
        "1",
        "Huurwoningen met een huur tot de liberalisatiegrens.",
    ),
    Footnote("fn2", "2", "2", "Prijspeil 1 januari 2026."),
)
ANNEXES = (
    Annex(
        "x1",
        "1",
        "Begrippen",
        (
            Block(
                BlockKind.BULLET,
                "Bod: het jaarlijkse aanbod van een corporatie.",
            ),
            Block(BlockKind.BULLET, "p.m.: gegevens volgen later."),
        ),
    ),
)


def draft_agreement() -> Agreement:
    """Forty articles in four themes, nothing decided yet."""
    return with_lines(
        Agreement(
            facts=Shelf(Held(FACTS)),
            parties=Shelf(Held(PARTIES)),
            sections=Shelf(Held(SECTIONS)),
            themes=Shelf(Held(themes())),
            articles=Shelf(Held(articles())),
            commitments=Shelf(Held(COMMITMENTS)),
            footnotes=Shelf(Held(FOOTNOTES)),
            annexes=Shelf(Held(ANNEXES)),
            versions=Shelf(
                Held([Version("v1", "1", "Concept 1", datetime(2026, 9, 8, 9, 0), "e1")])
            ),
        )
    )
