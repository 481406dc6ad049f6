"""Ways in which documents number, head and label their agreements."""

from __future__ import annotations

import pytest

from pa_tui.reading.lines import Document, Line, SourceKind
from pa_tui.reading.numbers import heading_number, number_of
from pa_tui.reading.outline import outline_of
from pa_tui.reading.outline_columns import column_of
from pa_tui.reading.paragraphs import paragraphs
from pa_tui.reading.signatures import signatures_of

BUILD = "De gemeente wijst in 2027 twee plekken aan waar Beekwonen kan bouwen."
HELP = "Beekwonen houdt elke week spreekuur in het buurthuis aan de beek."
CARE = "Partijen bespreken elk kwartaal hoe het in de wijken gaat."
SAVE = "Beekwonen isoleert in 2027 veertig woningen in de oude kern."


def told(text: str) -> Document:
    """One paragraph a line; "#" before it tells a heading style, "*" bold, "-" a bullet."""
    lines = []
    for place, printed in enumerate(text.strip().split("\n"), start=1):
        words = printed.strip()
        mark = "•" if words.startswith("- ") else ""
        level = len(words) - len(words.lstrip("#")) or None
        bold = words.startswith("*")
        words = words.lstrip("#*- ") if level or bold or mark else words
        lines.append(Line(words, place, heading=level, mark=mark, bold=bold, size=11.0))
    return Document(tuple(lines), SourceKind.WORD)


def numbers(text: str) -> list[tuple[str | None, str, list[str | None]]]:
    themes = outline_of(told(text)).themes
    return [(t.number, t.title, [a.number for a in t.articles]) for t in themes]


CHAPTERS = {
    "roman": (
        f"# I. Wonen\n1. {BUILD}\n2. {HELP}\n# II. Wijken\n3. {CARE}\n4. {SAVE}",
        [("I", "Wonen", ["1", "2"]), ("II", "Wijken", ["3", "4"])],
    ),
    "a letter without a dot": (
        f"# A Wonen\nA.1 {BUILD}\nA.2 {HELP}\n# B Wijken\nB.1 {CARE}\nB.2 {SAVE}",
        [("A", "Wonen", ["A.1", "A.2"]), ("B", "Wijken", ["B.1", "B.2"])],
    ),
    "a word and a number": (
        f"# Thema 1: Wonen\n1.1 – {BUILD}\n1.2 – {HELP}\n# Thema 2: Wijken\n2.1 – {CARE}",
        [("1", "Wonen", ["1.1", "1.2"]), ("2", "Wijken", ["2.1"])],
    ),
    "letters before the number": (
        f"# Wonen\nPA1 {BUILD}\nPA2 {HELP}\n# Wijken\nPA3 {CARE}\nPA4 {SAVE}",
        [(None, "Wonen", ["PA1", "PA2"]), (None, "Wijken", ["PA3", "PA4"])],
    ),
    "a list inside an agreement closes with brackets": (
        f"# Wonen\n1. {BUILD}\n2. De gemeente zorgt in 2027 voor:\n1) een vast aanspreekpunt;\n"
        f"2) een besluit binnen acht weken.\n3. {CARE}\n# Wijken\n4. {HELP}",
        [(None, "Wonen", ["1", "2", "3"]), (None, "Wijken", ["4"])],
    ),
    "titles before the text, counted anew in every theme": (
        f"# 1. Wonen\n1. Bouwen. {BUILD}\n2. Spreekuur. {HELP}\n"
        f"# 2. Wijken\n1. Overleg. {CARE}\n2. Isoleren. {SAVE}",
        [("1", "Wonen", ["1", "2"]), ("2", "Wijken", ["1", "2"])],
    ),
    "sections of an introduction": (
        "# 1 Inleiding\n## 1.1 Aanleiding\nZo is het gekomen.\n## 1.2 Partijen\n"
        "De gemeente, Beekwonen en Huurdersbelang Rietbeek zijn partij bij deze afspraken.\n"
        f"# 2 Wonen\n2.1 {BUILD}\n2.2 {HELP}",
        [("2", "Wonen", ["2.1", "2.2"])],
    ),
    "headings that all look the same": (
        f"*Wonen\n*Ambitie\nIeder woont goed.\n*Wat spreken we af?\n1.1 {BUILD}\n1.2 {HELP}\n"
        f"*Wijken\n*Ambitie\nElke wijk is fijn.\n*Wat spreken we af?\n2.1 {CARE}\n2.2 {SAVE}",
        [(None, "Wonen", ["1.1", "1.2"]), (None, "Wijken", ["2.1", "2.2"])],
    ),
    "headings that name the owner": (
        f"*Wonen\n*De gemeente\n1. {BUILD}\n*Beekwonen\n2. {HELP}\n"
        f"*Wijken\n*De gemeente\n3. {CARE}\n*Beekwonen\n4. {SAVE}",
        [(None, "Wonen", ["1", "2"]), (None, "Wijken", ["3", "4"])],
    ),
}


@pytest.mark.parametrize("name", CHAPTERS)
def test_chapters_are_themes_with_their_numbers(name):
    text, expected = CHAPTERS[name]
    assert numbers(text) == expected


def test_a_label_without_colon_groups_the_agreements_below_it():
    text = (
        f"# Wonen\nPrestaties gemeente 2027\n1. {BUILD}\nPrestaties Beekwonen 2027\n2. {HELP}"
    )
    (theme,) = outline_of(told(text)).themes
    assert [article.group for article in theme.articles] == [
        "Prestaties gemeente 2027",
        "Prestaties Beekwonen 2027",
    ]


@pytest.mark.parametrize(
    ("printed", "number", "rest"),
    [
        ("II. Wonen", "II", "Wonen"),
        ("Hoofdstuk 3 Wonen", "3", "Wonen"),
        ("Thema 2 – Wonen", "2", "Wonen"),
        ("Deel B: Wonen", "B", "Wonen"),
        ("Wonen en zorg", None, None),
        ("Thema wonen", None, None),
        ("In 2027 bouwen we", None, None),
    ],
)
def test_numbers_of_chapters(printed, number, rest):
    found = heading_number(printed)
    assert (found.printed, found.rest) == (number, rest) if found else number is None


def test_brackets_and_dots_are_told_apart():
    assert number_of("2) Een besluit").bracket
    assert not number_of("2. Een besluit").bracket


@pytest.mark.parametrize(
    ("head", "column"),
    [
        ("Wie is trekker?", "lead"),
        ("Trekker(s)", "lead"),
        ("Verantwoordelijke partij", "lead"),
        ("Wie?", "lead"),
        ("Wanneer gereed", "timing"),
        ("Tijdstip", "timing"),
        ("Planning 2027", "timing"),
        ("Actie / afspraak", "text"),
        ("Wat gaan we doen?", "text"),
        ("Prestatieafspraken 2027", "text"),
        ("Afspraak nr.", "number"),
        ("#", "number"),
        ("Overige betrokkenen", "involved"),
        ("Stand van zaken", None),
        ("Resultaat", None),
        ("Opmerkingen", None),
    ],
)
def test_columns_by_their_heads(head, column):
    assert column_of(head) == column


def test_paragraphs_under_labels_that_come_back_are_agreements():
    text = (
        f"# Wonen\n## Doel\nIedereen woont goed.\n## Afspraken\n{BUILD}\n{HELP}\n"
        f"# Wijken\n## Doel\nElke wijk is fijn.\n## Afspraken\n{CARE}"
    )
    assert numbers(text) == [(None, "Wonen", [None, None]), (None, "Wijken", [None])]


def test_paragraphs_under_one_label_alone_are_no_agreements():
    assert numbers(f"# Wonen\n## Afspraken\n{BUILD}\n{HELP}") == []


def test_a_heading_of_a_group_without_agreements_is_kept():
    text = f"# Wonen\n## Afspraken\n## Achtergrond\nZo is het nu.\n1. {BUILD}\n2. {HELP}"
    (theme,) = outline_of(told(text)).themes
    assert [passage.title for passage in theme.context] == ["Afspraken", "Achtergrond"]


SIGNED_ABOVE = """Ondertekening
Gemeente Rietbeek
Mevr. L. van der Beek
Wethouder
Beekwonen
Dhr. T. Haverkort
Directeur-bestuurder
# 1 Inleiding
Deze afspraken gaan over het jaar 2027 en volgen uit de woonvisie.
# 2 Wonen"""


def test_a_signature_block_above_the_agreements_ends_at_the_next_heading():
    outline = outline_of(told(f"{SIGNED_ABOVE}\n2.1 {BUILD}\n2.2 {HELP}"))
    assert [section.title for section in outline.sections] == ["Inleiding"]
    assert [(s.name, s.organisation) for s in signatures_of(outline.signing)] == [
        ("Mevr. L. van der Beek", "Gemeente Rietbeek"),
        ("Dhr. T. Haverkort", "Beekwonen"),
    ]


def test_printed_lines_of_a_signature_block_stay_apart():
    printed = SIGNED_ABOVE.replace("# ", "").split("\n")
    found, _ = paragraphs(tuple(Line(text, n) for n, text in enumerate(printed, 1)), 0)
    assert [line.text for line in found][:7] == printed[:7]
