"""Lead and planning in a draft: as the text says it, under an article or beside it."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from itertools import pairwise

import docx
import pytest

from exports import rendered
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Commitment
from pa_tui.domain.parties import Basis, Lead, State
from pa_tui.domain.shelf import Held, Shelf
from pa_tui.domain.timing import Timing, TimingKind
from pa_tui.papers.blocks import (
    Change,
    Contents,
    Heading,
    Look,
    PageBreak,
    Paper,
    Paragraph,
    said,
)
from pa_tui.papers.carried import LeadAndPlanning, told
from pa_tui.papers.draft import draft
from pa_tui.papers.redline import accepted, redline, rejected
from tests.files.commanding import Desk, begin
from tests.paper.agreements import AT, draft_agreement, with_lines
from tests.paper.reading_docx import W
from tests.paper.resolving import resolved
from tests.paper.test_word_changes import read

SENTENCE, INLINE, COLUMN = LeadAndPlanning
DEADLINE = Timing("vóór 1 oktober 2027", TimingKind.DEADLINE, end=date(2027, 9, 30))


def carried(*parts: Commitment) -> Agreement:
    return with_lines(replace(draft_agreement(), commitments=Shelf(Held(parts))))


def lines(paper: Paper) -> list[str]:
    return [said(own.runs) for own in paper.blocks if isinstance(own, Paragraph)]


ONE = Commitment("c1", "a-1-1", "1", leads=(Lead("beekwonen"),), timings=(DEADLINE,))
TWO = Commitment("c2", "a-1-1", "2", leads=(Lead("rietbeek"),))
SHARED = Commitment("c3", "a-1-1", "3", joint=("hbr", "haard"))


@pytest.mark.parametrize(
    ("parts", "line"),
    [
        ((ONE,), "Trekker: Beekwonen. Planning: vóór 1 oktober 2027."),
        (
            (ONE, TWO),
            "Trekker: Beekwonen (onderdeel 1); Gemeente (onderdeel 2). "
            "Planning: vóór 1 oktober 2027.",
        ),
        ((SHARED,), "Gezamenlijk: De Goede Haard en HBR."),
        ((replace(ONE, leads=()),), "Planning: vóór 1 oktober 2027."),
    ],
)
def test_the_line_under_an_article(parts: tuple[Commitment, ...], line: str) -> None:
    agreement = carried(*parts)
    assert line in lines(draft(agreement, at=AT, shows=INLINE))
    assert line not in lines(draft(agreement, at=AT))


def test_the_sentence_of_the_document_stays_and_nothing_is_added() -> None:
    agreement = carried(ONE)
    assert draft(agreement, at=AT, shows=SENTENCE) == draft(agreement, at=AT)
    assert not [one for one in lines(draft(agreement, at=AT)) if "Trekker" in one]


def test_what_nobody_confirmed_stands_nowhere() -> None:
    lead = Lead("beekwonen", "P. Geheim", Basis.SUBJECT, State.SUGGESTED)
    guessed = replace(ONE, leads=(lead,), timings=(replace(DEADLINE, state=State.SUGGESTED),))
    agreement = carried(guessed)
    for shows in LeadAndPlanning:
        paper = draft(agreement, at=AT, shows=shows)
        assert replace(paper, margin=False) == draft(agreement, at=AT)
    named = carried(replace(ONE, leads=(Lead("beekwonen", "P. Geheim"),)))
    assert "Geheim" not in str(told(named, named.articles["a-1-1"]))


def test_the_column_stands_before_its_article_in_a_frame_beside_the_text() -> None:
    paper = draft(carried(ONE), at=AT, shows=COLUMN)
    asides = [b for b in paper.blocks if isinstance(b, Paragraph) and b.look is Look.ASIDE]
    assert [said(own.runs) for own in asides] == [
        "Trekker\nBeekwonen\nPlanning\nvóór 1 oktober 2027"
    ]
    made = docx.Document(io.BytesIO(rendered(paper, "docx")))
    framed = [p for p in made.paragraphs if p._p.find(f"{W}pPr/{W}framePr") is not None]
    assert [p.style.name for p in framed] == ["Kantlijn"]
    usual = docx.Document(io.BytesIO(rendered(draft(carried(ONE), at=AT), "docx")))
    assert made.sections[0].right_margin > usual.sections[0].right_margin
    assert "Beekwonen" in rendered(paper, "md").decode()


def test_remarks_stand_with_what_is_beside_the_article() -> None:
    agreement = carried(ONE)
    paper = draft(agreement, at=AT, shows=COLUMN, comments=True)
    every = {
        b.bookmark: b.comments
        for b in draft(agreement, at=AT, comments=True).blocks
        if isinstance(b, Heading | Paragraph) and b.comments
    }
    written = [b for b in paper.blocks if isinstance(b, Heading | Paragraph)]
    for aside, own in pairwise(written):
        if isinstance(aside, Paragraph) and aside.look is Look.ASIDE:
            assert (aside.comments, own.comments) == (every[own.bookmark], ())
    assert sum(len(b.comments) for b in written) == sum(map(len, every.values()))
    old = carried(SHARED)
    changed = redline(old, agreement, at=AT, shows=COLUMN, comments=True)
    now = [b.after if isinstance(b, Change) else b for b in changed.blocks]
    framed = [b for b in now if isinstance(b, Paragraph) and b.look is Look.ASIDE]
    assert framed
    assert all(own.comments for own in framed)


@pytest.mark.parametrize("shows", LeadAndPlanning)
def test_with_changes_both_sides_come_back(shows: LeadAndPlanning) -> None:
    old, new = carried(ONE, SHARED), carried(replace(ONE, leads=(Lead("haard"),)))
    gone = (PageBreak, Contents)
    before, after = (draft(own, at=AT, shows=shows) for own in (old, new))
    paper = redline(old, new, at=AT, shows=shows)
    for side, own in ((accepted(paper), after), (rejected(paper), before)):
        wanted = [b for b in own.blocks if not isinstance(b, gone)]
        assert [b for b in side if not isinstance(b, gone)] == wanted
    file = rendered(paper, "docx")
    assert read(resolved(file, accept=True)) == read(rendered(after, "docx"))
    assert read(resolved(file, accept=False)) == read(rendered(before, "docx"))


def test_an_aside_ends_before_the_next_begins() -> None:
    long = tuple(
        replace(DEADLINE, text=f"op {n} mei 2027", end=date(2027, 5, n)) for n in range(1, 9)
    )
    first = replace(ONE, article="a-1-2", timings=long)
    second = Commitment("c9", "a-1-3", "1", leads=(Lead("haard"),))
    paper = draft(carried(first, second), at=AT, shows=COLUMN)
    made = docx.Document(io.BytesIO(rendered(paper, "docx")))
    place = next(
        n for n, p in enumerate(made.paragraphs) if "Trekker" in p.text and "Haard" in p.text
    )
    room = made.paragraphs[place - 1].paragraph_format.space_after
    assert room is not None
    assert room.pt > 20


def test_by_command(tmp_path, capsys) -> None:
    desk = Desk(tmp_path, capsys)
    begin(desk)
    for shows in LeadAndPlanning:
        out = tmp_path / f"{shows}.docx"
        desk.done("export", "draft", desk.file, "--lead-and-planning", shows, "-o", out)
        assert out.exists()
    assert desk("export", "draft", desk.file, "--lead-and-planning", "x").code == 2


def test_a_text_without_columns_has_the_line_under_the_article(tmp_path, capsys) -> None:
    desk = Desk(tmp_path, capsys)
    begin(desk)
    desk.done("do", desk.file, "lead", "1.1", "beekwonen")
    out = tmp_path / "concept.md"
    desk.done("export", "draft", desk.file, "--lead-and-planning", "column", "-o", out)
    told = out.read_text("utf-8")
    assert "*Trekker: Beekwonen.*" in told
    assert "**Trekker**" not in told
    assert told.index("acht woningen") < told.index("Trekker")
