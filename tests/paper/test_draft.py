"""The draft as a paper: the agreement's own text and nothing of the talks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pa_tui.domain.articles import Annex, Footnote, Section
from pa_tui.domain.parties import Lead
from pa_tui.domain.shelf import Held, Shelf
from pa_tui.domain.text import Block, BlockKind
from pa_tui.papers.blocks import (
    FootnoteMark,
    Heading,
    Item,
    Paper,
    Paragraph,
    Reference,
    Signatures,
    said,
)
from pa_tui.papers.draft import draft, version_name
from pa_tui.papers.texts import bookmark
from tests.paper.agreements import AT, draft_agreement
from tests.paper.decided import decided_agreement


def headings(paper: Paper) -> list[tuple[int, str, str]]:
    return [(b.level, b.number, said(b.runs)) for b in paper.blocks if isinstance(b, Heading)]


def everything(paper: Paper) -> str:
    return repr(paper)


def test_parts_in_order() -> None:
    found = headings(draft(decided_agreement(), at=AT))
    assert [h for h in found if h[0] == 1] == [
        (1, "", "Partijen"),
        (1, "", "Inleiding"),
        (1, "1", "Beschikbaarheid"),
        (1, "2", "Betaalbaarheid en woonlasten"),
        (1, "3", "Duurzaamheid"),
        (1, "4", "Leefbaarheid en zorg"),
        (1, "", "Ondertekening"),
        (1, "", "Bijlage 1: Begrippen"),
        (1, "", "Bijlage 2: Regulier werk"),
    ]
    first = found.index((1, "1", "Beschikbaarheid"))
    assert found[first + 1 : first + 5] == [
        (2, "", "Achtergrond"),
        (2, "", "Doel"),
        (2, "", "Afspraken"),
        (3, "1.1", "Sociale nieuwbouw"),
    ]


def test_levels_never_skip_one() -> None:
    before = 0
    for level, _, _ in headings(draft(decided_agreement(), at=AT)):
        assert level <= before + 1
        before = level


def test_dropped_articles_are_gone_and_regular_ones_in_the_annex() -> None:
    found = headings(draft(decided_agreement(), at=AT))
    numbers = [number for _, number, _ in found]
    assert "1.6" not in numbers
    assert found.index((3, "3.2", "Zonnepanelen")) > found.index(
        (1, "", "Bijlage 2: Regulier werk")
    )


@pytest.mark.parametrize("comments", [False, True])
def test_nothing_of_the_talks_is_in_it(comments: bool) -> None:
    told = everything(draft(decided_agreement(), at=AT, comments=comments))
    for secret in (
        "GEHEIM",
        "vergunning nodig",
        "P. Geheim",
        "L. Brouwer",
        "Lijst complexen",
        "Studentenhuisvesting",
        "1 maart 2027",
    ):
        assert secret not in told
    assert ("voorbehoud" in told) is comments


def test_a_lead_is_no_extra() -> None:
    bare = draft_agreement()
    commitments = [replace(c, leads=(Lead("haard"),)) for c in bare.commitments.values()]
    led = replace(bare, commitments=Shelf(Held(commitments)))
    assert draft(led, at=AT) == draft(bare, at=AT)


def test_every_page_carries_version_date_and_time() -> None:
    paper = draft(draft_agreement(), at=AT)
    assert said(tuple(r for r in paper.footer if not isinstance(r, str))).startswith(
        "Concept 1 · 15 september 2026, 16.02 uur"
    )
    assert said(paper.header) == "Prestatieafspraken Rietbeek 2027\tConcept 1"
    assert version_name(replace(draft_agreement(), versions=Shelf())) == "Concept"
    assert draft(draft_agreement(), at=AT, version="Concept 9").stamp == "Concept 9"


def test_each_party_signs_on_its_mandate() -> None:
    paper = draft(draft_agreement(), at=AT)
    signatures = next(b for b in paper.blocks if isinstance(b, Signatures))
    assert [entry.organisation for entry in signatures.entries] == [
        "Gemeente Rietbeek",
        "Stichting Beekwonen",
        "Woningstichting De Goede Haard",
        "Huurdersbelang Rietbeek",
    ]
    assert signatures.entries[0].mandate.startswith(
        "namens het college van burgemeester en wethouders, krachtens volmacht van de "
        "burgemeester van"
    )
    assert signatures.entries[0].name == "M. Terpstra"


def test_the_parties_are_listed_once() -> None:
    agreement = draft_agreement()
    told = replace(
        agreement, sections=agreement.sections.put(Section("s3", "0", "De partijen", ()))
    )
    assert [h for h in headings(draft(told, at=AT)) if "artijen" in h[2]] == [
        (1, "", "De partijen")
    ]


def test_references_follow_their_article_and_notes_their_place() -> None:
    paper = draft(draft_agreement(), at=AT)
    article = next(
        b
        for b in paper.blocks
        if isinstance(b, Paragraph) and any(isinstance(r, Reference) for r in b.runs)
    )
    assert article.runs[3] == Reference(bookmark("a-2-1"), "2.1")
    assert isinstance(article.runs[1], FootnoteMark)
    assert any(isinstance(b, Heading) and b.bookmark == bookmark("a-2-1") for b in paper.blocks)


def test_a_note_nobody_calls_is_still_printed() -> None:
    agreement = draft_agreement()
    stray = replace(
        agreement,
        footnotes=agreement.footnotes.put(Footnote("fn9", "9", "9", "Zonder plaats.")),
    )
    blocks = draft(stray, at=AT).blocks
    assert said(blocks[-2].runs) == "Noten"
    assert isinstance(blocks[-1], Item)
    assert (blocks[-1].mark, said(blocks[-1].runs)) == ("9.", "Zonder plaats.")


def test_bookmarks_fit_word() -> None:
    name = bookmark("12345678-1234-1234-1234-123456789abc")
    assert len(name) <= 40
    assert name.startswith("_pa_")
    assert name.replace("_", "").isalnum()


@pytest.mark.parametrize(
    "title", ["Regulier werk", "Bijlage B: Lopende werkzaamheden", "Overzicht lopende zaken"]
)
def test_regular_work_joins_its_annex(title: str) -> None:
    agreement = decided_agreement()
    own = Annex("x2", "2", title, (Block(BlockKind.BULLET, "Klein onderhoud gaat door."),))
    known = [*agreement.annexes.values(), own]
    paper = draft(replace(agreement, annexes=Shelf(Held(known))), at=AT)
    alone = draft(agreement, at=AT)
    annexes = [h[2] for h in headings(paper) if h[2].startswith("Bijlage")]
    assert len(annexes) == 2
    assert title in annexes[1]
    regular = _after(alone, "Bijlage 2: Regulier werk")
    joined = _after(paper, annexes[1])
    assert isinstance(joined[0], Item)
    marks = [b.bookmark for b in regular if getattr(b, "bookmark", "")]
    assert [b.bookmark for b in joined if getattr(b, "bookmark", "")] == marks != []


def _after(paper: Paper, heading: str) -> list[object]:
    place = next(
        i
        for i, b in enumerate(paper.blocks)
        if isinstance(b, Heading) and said(b.runs) == heading
    )
    return list(paper.blocks[place + 1 :])
