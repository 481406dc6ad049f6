"""Pages: words and codes whole in columns, rows and articles together, no heading twice."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports import rendered
from exports.wordml.columns import column_widths, heights
from pa_tui.domain.articles import Passage
from pa_tui.domain.text import Block, BlockKind, Cell
from pa_tui.papers.blocks import (
    Contents,
    Heading,
    Item,
    PageBreak,
    Paper,
    Paragraph,
    Row,
    Table,
    cell,
    header_row,
    said,
)
from pa_tui.papers.draft import draft
from pa_tui.papers.registry import PAPERS, Wish
from tests.paper.agreements import AT, draft_agreement, words
from tests.paper.decided import decided_agreement
from tests.paper.reading_docx import W, part
from tests.paper.test_other_papers import with_article

UPRIGHT = 9298
SHARES = (0.06, 0.31, 0.17, 0.16, 0.1, 0.08, 0.12)
HEADS = ("Nr", "Actie", "Wie", "Uiterlijk", "Stand", "Herkomst", "Toelichting")


def actions() -> Table:
    row = Row(tuple(map(cell, ("A-014", "Lijst leveren", "HBR", "", "verstreken", "WG2", ""))))
    return Table((header_row(*HEADS), row), widths=SHARES, small=True)


def test_a_column_is_as_wide_as_its_longest_word_or_code() -> None:
    widths = column_widths(actions(), UPRIGHT)
    assert sum(widths) == UPRIGHT
    for width, word in zip(widths, ("A-014", "Actie", "Wie", "Uiterlijk"), strict=False):
        assert width >= len(word) * 90
    assert widths[5] >= len("Herkomst") * 90


@given(
    st.lists(st.text("abc -/", max_size=30), min_size=1, max_size=8),
    st.integers(2000, 15000),
    st.booleans(),
)
@settings(deadline=None)
def test_columns_together_are_as_wide_as_the_text(
    texts: list[str], total: int, shared: bool
) -> None:
    shares = tuple(1.0 + n for n in range(len(texts))) if shared else ()
    table = Table((Row(tuple(map(cell, texts))),), header_rows=0, widths=shares)
    widths = column_widths(table, total)
    assert sum(widths) == total
    assert min(widths) > 0
    assert heights(table, widths)[0] >= 1


@pytest.mark.parametrize(("letters", "whole"), [(200, True), (9000, False)])
def test_a_row_stays_whole_while_it_is_less_than_a_page(letters: int, whole: bool) -> None:
    table = Table((header_row("A", "B"), Row((cell("x"), cell("woord " * (letters // 6))))))
    tree = part(rendered(Paper("t", (table,)), "docx"), "word/document.xml")
    last = [*tree.iter(f"{W}tr")][-1]
    assert (last.find(f"{W}trPr/{W}cantSplit") is not None) is whole


def test_the_members_version_shows_lists_and_tables_as_such() -> None:
    rows = ((Cell("Jaar"), Cell("Aantal")), (Cell("2027"), Cell("8")))
    text = (
        *words("Beekwonen doet dit:"),
        Block(BlockKind.SUBITEM, "bouwen", mark="a"),
        Block(BlockKind.BULLET, "meten"),
        Block(BlockKind.TABLE, cells=rows, header_rows=1),
    )
    agreement = with_article(decided_agreement(), "a-1-1", text=text)
    paper = PAPERS["plain"].make(agreement, Wish(AT))
    items = {(own.mark, said(own.runs)) for own in paper.blocks if isinstance(own, Item)}
    assert {("a.", "bouwen"), ("", "meten")} <= items
    assert [own for own in paper.blocks if isinstance(own, Table) and len(own.rows) == 2]
    assert "|" not in "".join(said(b.runs) for b in paper.blocks if isinstance(b, Paragraph))


def test_the_members_version_begins_with_a_page_of_its_own() -> None:
    blocks = PAPERS["plain"].make(decided_agreement(), Wish(AT)).blocks
    place = next(n for n, own in enumerate(blocks) if isinstance(own, Contents))
    assert isinstance(blocks[place + 1], PageBreak)


def test_a_question_stands_with_its_article() -> None:
    blocks = PAPERS["plain"].make(decided_agreement(), Wish(AT)).blocks
    starts = [n for n, own in enumerate(blocks) if isinstance(own, Heading) and own.level == 2]
    articles = [blocks[a + 1 : b] for a, b in pairwise(starts)]
    plain = [own for own in articles if all(isinstance(b, Paragraph) for b in own)]
    assert plain
    for own in plain:
        *before, last = (b for b in own if isinstance(b, Paragraph))
        assert all(b.with_next for b in before)
        assert not last.with_next


def test_numbers_side_by_side_stand_on_upright_pages() -> None:
    assert not PAPERS["concordance"].make(decided_agreement(), Wish(AT)).landscape


def test_a_group_named_like_the_context_above_it_is_named_once() -> None:
    agreement = draft_agreement()
    theme = agreement.ordered_themes[0]
    first = agreement.lines_of(theme.id)[0].id
    passage = Passage("Prestaties 2027", words("Hier staat wat wij doen."))
    themes = agreement.themes.put(replace(theme, context=(passage,)))
    grouped = with_article(replace(agreement, themes=themes), first, group=passage.title)
    titles = [said(b.runs) for b in draft(grouped, at=AT).blocks if isinstance(b, Heading)]
    assert titles.count(passage.title) == 1


def test_a_row_of_a_list_too_high_for_a_page_becomes_several() -> None:
    lines = [f"regel {n}" for n in range(60)]
    row = Row((cell("HBR", heading=True), cell("\n".join(lines)), cell("kort")))
    table = Table((header_row("Wie", "Wat", "Meer"), row), small=True)
    tree = part(rendered(Paper("t", (table,)), "docx"), "word/document.xml")
    rows = [
        [
            "\n".join("".join(p.itertext()) for p in own.iter(f"{W}p"))
            for own in tr.iter(f"{W}tc")
        ]
        for tr in tree.iter(f"{W}tr")
    ][1:]
    assert len(rows) > 2
    assert {own[0] for own in rows} == {"HBR"}
    assert [line for own in rows for line in own[1].split("\n")] == lines
    assert [own[2] for own in rows if own[2]] == ["kort"]
    stays = replace(table, small=False)
    tree = part(rendered(Paper("t", (stays,)), "docx"), "word/document.xml")
    assert len([*tree.iter(f"{W}tr")]) == 2
