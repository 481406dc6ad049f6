"""The council notice: its footnotes, its themes, and one notice of several agreements."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from exports import rendered
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.parties import Party, Role
from pa_tui.domain.shelf import Held, Shelf
from pa_tui.domain.text import ANCHOR, Anchor, AnchorKind, Block, BlockKind
from pa_tui.papers.blocks import FootnoteMark, Heading, Item, Paper, Table, said
from pa_tui.papers.notice import EMBARGO, notice
from tests.files.commanding import Desk, begin
from tests.paper.agreements import AT, PARTIES, with_lines
from tests.paper.decided import decided_agreement
from tests.paper.reading_docx import part
from tests.paper.test_other_papers import with_article

TEXT = "Beekwonen bouwt acht woningen. De huur blijft laag. De rest volgt later."


def noted(text: str) -> Block:
    """A paragraph in which "|" calls a footnote of the agreement."""
    anchors = tuple(Anchor(AnchorKind.FOOTNOTE, "fn1", "1") for _ in range(text.count("|")))
    return Block(BlockKind.PARAGRAPH, text.replace("|", ANCHOR), anchors=anchors)


def with_key(block: Block) -> Agreement:
    return with_article(decided_agreement(), "a-1-1", key_agreement=True, text=(block,))


def of_another() -> Agreement:
    """An agreement of the same municipality with another corporation."""
    made = with_key(noted("Lindewonen isoleert zestig woningen| in 2027."))
    parties = [PARTIES[0], Party("linde", "9", "Lindewonen", "Lindewonen", Role.CORPORATION)]
    about = replace(made.about, title="Prestatieafspraken Lindewonen 2027", uid="anders")
    facts = made.facts.put(about)
    shelves = {"parties": Shelf(Held(parties)), "commitments": Shelf(Held(()))}
    return with_lines(replace(made, facts=facts, **shelves))


def headings(paper: Paper) -> list[tuple[int, str]]:
    return [(b.level, said(b.runs)) for b in paper.blocks if isinstance(b, Heading)]


def notes(paper: Paper) -> list[str]:
    runs = (run for b in paper.blocks if isinstance(b, Item) for run in b.runs)
    return [run.mark for run in runs if isinstance(run, FootnoteMark)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (TEXT, "Beekwonen bouwt acht woningen. De huur blijft laag (afspraak 1.1)."),
        (
            "Beekwonen bouwt| acht woningen.",
            "Beekwonen bouwt acht woningen (afspraak 1.1).",
        ),
        ("Acht woningen.| De huur blijft laag.|", "laag. (afspraak 1.1)."),
        ("Dit gaat zo:", "Dit gaat zo (afspraak 1.1)."),
    ],
)
def test_a_key_agreement_is_its_first_sentences(text: str, told: str) -> None:
    paper = notice(with_key(noted(text)), at=AT)
    items = [said(b.runs) for b in paper.blocks if isinstance(b, Item) and b.mark == "1."]
    assert any(told in own for own in items)


def test_footnotes_run_on_through_all_agreements() -> None:
    first = with_key(noted("Beekwonen bouwt| acht woningen| in 2027."))
    paper = notice(first, at=AT, others=(of_another(),))
    assert notes(paper) == ["1", "1", "2"]
    assert len(list(part(rendered(paper, "docx"), "word/footnotes.xml"))) == 4


def test_the_themes_are_named_once() -> None:
    paper = notice(decided_agreement(), at=AT)
    titles = [theme.title for theme in decided_agreement().ordered_themes]
    items = [said(b.runs) for b in paper.blocks if isinstance(b, Item)]
    assert [own for own in items if own in titles] == titles


def test_a_notice_of_nothing_says_so() -> None:
    told = rendered(notice(Agreement(), at=AT), "md").decode()
    assert "Er zijn nog geen afspraken." in told
    assert "0 afspraken" not in told
    assert "overeenstemming." not in told.partition("## Waarover")[0]


def test_one_notice_tells_of_several_agreements() -> None:
    paper = notice(with_key(noted(TEXT)), at=AT, others=(of_another(),))
    found = headings(paper)
    assert [own for level, own in found if level == 2] == [
        "Prestatieafspraken met Beekwonen, De Goede Haard en HBR",
        "Prestatieafspraken met Lindewonen",
    ]
    assert (1, "Proces") not in found
    assert (3, "Afspraken met Lindewonen") in found
    told = rendered(paper, "md").decode()
    assert "woningcorporaties Beekwonen, De Goede Haard en Lindewonen" in told
    assert "Lindewonen: 2.5" in told[told.index("Waarover geen") :]
    (annexes,) = (b for b in paper.blocks if isinstance(b, Table) and b.title == "Bijlagen")
    assert len(annexes.rows) == 3
    assert "Lindewonen" in paper.organisations
    assert len(paper.organisations) == len(set(paper.organisations))


def test_the_embargo_holds_until_all_of_all_have_signed() -> None:
    def signed(agreement: Agreement) -> Agreement:
        parties = [
            replace(party, signed_on=date(2026, 12, 10)) for party in agreement.ordered_parties
        ]
        return replace(agreement, parties=Shelf(Held(parties)))

    first, other = decided_agreement(), of_another()
    assert EMBARGO in said(notice(signed(first), at=AT, others=(other,)).header)
    assert EMBARGO not in said(notice(signed(first), at=AT, others=(signed(other),)).header)


def test_by_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = Desk(tmp_path, capsys)
    begin(desk)
    other = tmp_path / "anders.pa"
    desk.done("new", other, "--party", "gemeente:Rietbeek:Gemeente Rietbeek")
    out = tmp_path / "brief.md"
    desk.done("export", "notice", desk.file, "--with", other, "-o", out)
    assert "Prestatieafspraken met" in out.read_text("utf-8")
    assert desk("export", "draft", desk.file, "--with", other).code == 2
    gone = desk("export", "notice", desk.file, "--with", tmp_path / "weg.pa")
    assert gone.code == 2
    assert "weg.pa" in gone.err


def test_the_same_agreement_given_twice_is_told_once() -> None:
    own, other = decided_agreement(), of_another()
    named = replace(own, facts=own.facts.put(replace(own.about, uid="eigen")))
    once = notice(named, at=AT)
    assert notice(named, at=AT, others=(named,)) == once
    both = notice(named, at=AT, others=(other,))
    assert notice(named, at=AT, others=(other, named, other)) == both
