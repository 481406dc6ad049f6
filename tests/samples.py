"""A small agreement of Rietbeek that tests share: four parties, four themes, many shapes."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from pa_tui.domain.agreement import Agreement, Facts
from pa_tui.domain.articles import Article, Commitment, Footnote, LastYear, Quantity, Theme
from pa_tui.domain.parties import Basis, Involved, Lead, Party, Role, State
from pa_tui.domain.ranks import spread
from pa_tui.domain.text import ANCHOR, Anchor, AnchorKind, Block, BlockKind, Cell, Text
from pa_tui.domain.timing import Timing, TimingKind
from pa_tui.edits import OpenMeeting, StartAgreement, apply
from pa_tui.edits.base import Edit, Moment

TODAY = datetime(2026, 9, 15, 14, 0)

STARTERS = "In 2027 wijst Beekwonen acht woningen met voorrang toe aan starters."
EVALUATE = "De gemeente en Beekwonen bespreken in T3 2027 hoe dit gegaan is."


def moment(number: int = 1, at: datetime = TODAY) -> Moment:
    """A moment whose ids are the same every time."""
    return Moment(at, "Noor", UUID(int=number))


def paragraph(words: str) -> Block:
    return Block(BlockKind.PARAGRAPH, words)


def parties() -> tuple[Party, ...]:
    """Municipality, two corporations and the tenants; one takes part in theme 1 to 3 only."""
    return (
        Party("rietbeek", "1", "Gemeente", "Gemeente Rietbeek", Role.MUNICIPALITY),
        Party("beekwonen", "2", "Beekwonen", "Stichting Beekwonen", Role.CORPORATION),
        Party(
            "goede-haard",
            "3",
            "De Goede Haard",
            "Woningstichting De Goede Haard",
            Role.CORPORATION,
            ("Goede Haard", "DGH"),
            themes=("t1", "t2", "t3"),
        ),
        Party("hbr", "4", "HBR", "Huurdersbelang Rietbeek", Role.TENANTS, ("Huurdersbelang",)),
    )


TITLES = (
    ("t1", "1", "Betaalbaar wonen"),
    ("t2", "2", "Genoeg woningen"),
    ("t3", "3", "Duurzaam"),
    ("t4", "4", "Leefbaar"),
)

ARTICLES: tuple[tuple[str, str, str | None, str, Text], ...] = (
    ("a11", "t1", "1.1", "Huurverhoging", (paragraph("De huren stijgen gemiddeld 3,5%."),)),
    (
        "a12",
        "t1",
        "1.2",
        "Starters met voorrang",
        (paragraph(STARTERS), paragraph(EVALUATE)),
    ),
    (
        "a13",
        "t1",
        "1.3",
        "Schulden voorkomen",
        (
            paragraph("Partijen spreken af:"),
            Block(BlockKind.SUBITEM, "de corporaties melden achterstanden;", mark="a"),
            Block(BlockKind.SUBITEM, "de gemeente belt binnen een week;", mark="b"),
            Block(BlockKind.BULLET, "ook ’s avonds", level=1),
        ),
    ),
    ("a14", "t1", "1.4", "", (paragraph("Wij denken na over de woonlasten."),)),
    (
        "a21",
        "t2",
        "2.1",
        "Nieuwbouw",
        (
            paragraph("De corporaties bouwen:"),
            Block(
                BlockKind.TABLE,
                cells=(
                    (Cell("Wie"), Cell("2027"), Cell("2028")),
                    (Cell("Beekwonen"), Cell("120"), Cell("80")),
                    (Cell("De Goede Haard"), Cell("12"), Cell("-")),
                ),
            ),
        ),
    ),
    (
        "a22",
        "t2",
        "2.2",
        "Verwijzing",
        (
            Block(
                BlockKind.PARAGRAPH,
                f"Dit gaat samen met afspraak {ANCHOR}.{ANCHOR}",
                (
                    Anchor(AnchorKind.ARTICLE, "a12", "1.2"),
                    Anchor(AnchorKind.FOOTNOTE, "n1", "1"),
                ),
            ),
        ),
    ),
    ("a23", "t2", "2.3", "[bold]Markup[/] art. 3 [a-z]", (paragraph("Let op: [/] en [x]."),)),
    ("a31", "t3", "3.1", "Isoleren", (paragraph("Beekwonen isoleert 200 woningen."),)),
    (
        "a32",
        "t3",
        "3.2",
        "Emoji 👩‍👩‍👧 en שלום",
        (paragraph("Woningborggarantiefondsverplichtingen" * 6), paragraph("Rest.")),
    ),
    ("a33", "t3", None, "", (paragraph("Een afspraak zonder nummer."),)),
    ("a41", "t4", "4.1", "Buurtbeheer", (paragraph("HBR en gemeente lopen samen een ronde."),)),
    (
        "a42",
        "t4",
        "4.2",
        "Lange tekst",
        tuple(paragraph(f"Alinea {n} over de buurt en haar bewoners.") for n in range(1, 41)),
    ),
)


def agreement() -> Agreement:
    """The agreement without a meeting."""
    themes = tuple(
        Theme(key, rank, number, title)
        for rank, (key, number, title) in zip(spread(len(TITLES)), TITLES, strict=True)
    )
    articles = tuple(
        Article(
            key,
            theme,
            rank,
            number,
            title,
            "Afspraken",
            text,
            last_year=LastYear("1.2", "Beekwonen wees zes woningen toe.", "realised", "6 van 6")
            if key == "a12"
            else None,
            bid="Beekwonen biedt acht woningen." if key == "a12" else "",
        )
        for rank, (key, theme, number, title, text) in zip(
            spread(len(ARTICLES)), ARTICLES, strict=True
        )
    )
    facts = Facts(
        title="Prestatieafspraken Rietbeek 2027",
        year=2027,
        period_start=date(2027, 1, 1),
        period_end=date(2027, 12, 31),
    )
    note = Footnote("n1", "1", "1", "Zie ook de woonvisie.")
    edit = StartAgreement(facts, (*parties(), *themes, *articles, *commitments(), note))
    return done(Agreement(), edit)


def commitments() -> tuple[Commitment, ...]:
    """Two parts in 1.2, one in every other article."""
    third = Timing(
        "T3 2027",
        TimingKind.PERIOD,
        date(2027, 9, 1),
        date(2027, 12, 31),
        state=State.SUGGESTED,
    )
    two = (
        Commitment(
            "c12a",
            "a12",
            "a",
            STARTERS,
            leads=(Lead("beekwonen"),),
            timings=(
                Timing("In 2027", TimingKind.PERIOD, date(2027, 1, 1), date(2027, 12, 31)),
            ),
            quantities=(Quantity("acht woningen", "8", "woningen"),),
        ),
        Commitment(
            "c12b",
            "a12",
            "b",
            EVALUATE,
            leads=(Lead("rietbeek", None, Basis.SUBJECT, State.SUGGESTED),),
            joint=("beekwonen",),
            involved=(Involved("HBR", "hbr"),),
            timings=(third,),
        ),
    )
    return two + tuple(Commitment(f"c-{key}", key, "a") for key, *_ in ARTICLES if key != "a12")


def done(value: Agreement, *edits: Edit) -> Agreement:
    """The agreement after edits."""
    for number, edit in enumerate(edits, start=len(value.articles) + 2):
        value = apply(edit, value, moment(number)).agreement
    return value


def in_meeting(*, absent: tuple[str, ...] = ()) -> Agreement:
    """The agreement with working group 2 open; every party is there unless named."""
    return done(agreement(), OpenMeeting(number=2, date=TODAY.date(), absent=absent))
