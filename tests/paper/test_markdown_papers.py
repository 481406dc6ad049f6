"""Papers as Markdown: what people wrote stays what they wrote."""

from __future__ import annotations

import pytest

from pa_tui.papers.blocks import (
    Cell,
    FootnoteMark,
    Heading,
    Item,
    Look,
    PageCount,
    Paper,
    Paragraph,
    Row,
    Run,
    Table,
    cell,
    header_row,
    words,
)
from pa_tui.papers.draft import draft
from pa_tui.papers.markdown import plain_words, write_markdown
from pa_tui.papers.minutes import minutes
from pa_tui.papers.redline import tracked
from tests.paper.agreements import AT
from tests.paper.decided import decided_agreement


def told(*blocks, **fields) -> str:
    return write_markdown(Paper("x", blocks, **fields))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a*b*c", r"a\*b\*c"),
        ("[x](y)", r"\[x\](y)"),
        ("<b>", r"\<b>"),
        ("_zo_ snake_case", r"\_zo\_ snake_case"),
        ("a\\b `c`", r"a\\b \`c\`"),
        ("~~weg~~", r"\~~weg\~~"),
        ("&amp; R&D", r"\&amp; R&D"),
        ("€ 1.250,00 (6:119a)", "€ 1.250,00 (6:119a)"),
        ("\x1b[31mrood", r"\[31mrood"),
    ],
)
def test_words_stay_words(text: str, shown: str) -> None:
    assert plain_words(text) == shown


@pytest.mark.parametrize(
    "start",
    [
        "# kop",
        "- punt",
        "+ punt",
        "> citaat",
        "1. een",
        "a. een",
        "12) twee",
        "| tabel",
        "--- lijn",
        "===",
    ],
)
def test_a_paragraph_begins_nothing_else(start: str) -> None:
    line = told(Paragraph(words(start)))
    assert line.startswith("\\") or line[len(start.split(maxsplit=1)[0]) - 1] == "\\"
    assert line.replace("\\", "") == f"{start}\n"


def test_blocks() -> None:
    assert told(
        Paragraph(words("Titel"), Look.TITLE),
        Heading(1, words("Kop"), "1"),
        Paragraph((Run("Dit is "), Run("vet ", bold=True), Run("en schuin", italic=True))),
        Item(words("een"), "a."),
        Item(words("twee"), level=1),
        Paragraph(words("Regel een\nregel twee"), number="1.2"),
    ) == (
        "# Titel\n\n## 1 Kop\n\nDit is **vet** *en schuin*\n\na. een\n    - twee\n\n"
        "1.2 Regel een\\\nregel twee\n"
    )


def test_tables_and_notes() -> None:
    note = FootnoteMark("n", "1", words("De noot."))
    table = Table(
        (
            header_row("Kolom|een", "Twee"),
            Row((Cell((words("over"),), columns=2),)),
            Row((cell("x\ny"), Cell(((Run("z"), note),)))),
        )
    )
    assert told(table) == (
        "| Kolom\\|een | Twee |\n| --- | --- |\n| over |  |\n| x<br>y | z[^1] |\n\n"
        "[^1]: De noot.\n"
    )


def test_the_foot_stands_at_the_end_without_pages() -> None:
    foot = (
        Run("Concept 1 · pagina "),
        PageCount.THIS,
        Run(" van "),
        PageCount.ALL,
        Run(" · bindt niet"),
    )
    assert told(Paragraph(words("x")), footer=foot) == "x\n\n---\n\nConcept 1 · bindt niet\n"


def test_minutes_and_draft() -> None:
    agreement = decided_agreement()
    verslag = write_markdown(minutes(agreement, agreement.meetings["wg2"], at=AT))
    assert verslag.startswith("**CONCEPT, nog niet vastgesteld**\n\n# Verslag werkgroep")
    assert "\n### 4.1 Thema 1: Beschikbaarheid\n" in verslag
    assert "| WG2-01 | 1.1 Sociale nieuwbouw | voorlopig akkoord | HBR: voorbehoud" in verslag
    assert "GEHEIM" not in verslag
    concept = write_markdown(draft(agreement, at=AT))
    assert "\na. vier eengezinswoningen aan de Molenweg;\n" in concept
    assert "    - waarvan twee rolstoeltoegankelijk;\n" in concept
    assert "| Centrum | 4 | 2 - 4 |" in concept
    assert "[^2]: Prijspeil 1 januari 2026." in concept


def test_a_stamp_that_changed_is_marked_by_its_words_only() -> None:
    before, after = (
        Paper("Concept", (Paragraph(words(f"Concept van dag {own}"), Look.STAMP),))
        for own in "AB"
    )
    assert write_markdown(tracked(before, after, "Werkgroep", AT)).splitlines()[0] in (
        "Concept van dag ~~A~~**B**",
        "Concept van dag **B**~~A~~",
    )
