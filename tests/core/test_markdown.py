from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pa_tui.domain.markdown import from_markdown, to_markdown
from pa_tui.domain.text import ANCHOR, Anchor, AnchorKind, Block, BlockKind, Cell, clean

P, S, B, T = BlockKind.PARAGRAPH, BlockKind.SUBITEM, BlockKind.BULLET, BlockKind.TABLE
SEE = Anchor(AnchorKind.ARTICLE, "art-9", "3.1")
NOTE = Anchor(AnchorKind.FOOTNOTE, "note-1", "1")

words = st.text(
    alphabet=st.one_of(st.sampled_from("ab1 .)-*_`\\|<>[]^&#;:\n\t(€é•"), st.characters()),
    max_size=20,
).map(clean)
marks = st.sampled_from(["a", "b", "z", "aa", "iv", "1", "12", "A"])
levels = st.integers(0, 3)
plain_block = st.one_of(
    st.builds(Block, st.sampled_from([P, B]), words, level=levels),
    st.builds(Block, st.just(S), words, mark=marks, level=levels),
    st.builds(
        lambda cells, level, heads: Block(
            T, level=level, cells=cells, header_rows=min(heads, len(cells))
        ),
        st.lists(
            st.lists(st.builds(Cell, words), min_size=1, max_size=3).map(tuple),
            min_size=1,
            max_size=3,
        ).map(tuple),
        levels,
        st.integers(0, 3),
    ),
)
anchor = st.builds(
    Anchor,
    st.sampled_from(list(AnchorKind)),
    st.sampled_from(["x", "y"]),
    st.sampled_from(["3.1", "4a", "1"]),
)


@st.composite
def anchored_block(draw):
    block = draw(plain_block)
    if block.kind is T:
        return block
    anchors = tuple(draw(st.lists(anchor, max_size=3)))
    text = block.text
    for _ in anchors:
        place = draw(st.integers(0, len(text)))
        text = text[:place] + ANCHOR + text[place:]
    return Block(block.kind, text, anchors, block.mark, block.level)


@settings(deadline=None)
@given(st.lists(plain_block, max_size=4).map(tuple))
def test_words_come_back_as_they_were(text):
    assert from_markdown(to_markdown(text)) == text


@settings(deadline=None)
@given(st.lists(anchored_block(), max_size=4).map(tuple))
def test_anchors_come_back_when_the_old_text_is_known(text):
    assert from_markdown(to_markdown(text), text) == text


def test_an_article_reads_as_a_person_would_write_it():
    text = (
        Block(P, f"Beekwonen levert de lijst aan (zie ook {ANCHOR}){ANCHOR}.", (SEE, NOTE)),
        Block(S, "de complexen;", mark="a"),
        Block(B, "per wijk", level=1),
        Block(S, "de jaren.", mark="b"),
        Block(T, cells=((Cell(""), Cell("Noord")), (Cell("Doel"), Cell("12 | 14")))),
    )
    assert to_markdown(text) == (
        "Beekwonen levert de lijst aan (zie ook 3.1)[^1].\n"
        "\n"
        "a. de complexen;\n"
        "   - per wijk\n"
        "b. de jaren.\n"
        "\n"
        "|  | Noord |\n"
        "| --- | --- |\n"
        "| Doel | 12 \\| 14 |"
    )


def test_an_anchor_follows_its_new_number():
    text = (Block(P, f"Zie {ANCHOR} en 3.1.", (SEE,)),)
    assert to_markdown(text, lambda _: "4.2") == "Zie 4.2 en 3.1."


def test_an_anchor_stays_where_its_words_survive_an_edit():
    old = (Block(P, f"Partijen overleggen, zie {ANCHOR}, elk jaar.", (SEE,)),)
    new = from_markdown("Alle partijen overleggen twee keer (zie 3.1), elk jaar.", old)
    assert new == (
        Block(P, f"Alle partijen overleggen twee keer (zie {ANCHOR}), elk jaar.", (SEE,)),
    )


def test_an_anchor_goes_when_its_words_go():
    old = (Block(P, f"Zie {ANCHOR}.", (SEE,)),)
    assert from_markdown("Zie 3.4.", old) == (Block(P, "Zie 3.4."),)


def test_new_references_are_found_by_the_finder():
    def find(piece):
        place = piece.find("3.1")
        return [(place, place + 3, SEE)] if place >= 0 else []

    assert from_markdown("Zie 3.1.", find=find) == (Block(P, f"Zie {ANCHOR}.", (SEE,)),)


def test_what_a_spanning_cell_covers_is_shown_empty():
    wide = (Cell("Huur", columns=2), Cell("Koop"))
    tall = (Cell("Noord", rows=2), Cell("1"), Cell("2"))
    text = (Block(T, cells=(wide, tall, (Cell("3"), Cell("4")))),)
    assert to_markdown(text).splitlines() == [
        "| Huur |  | Koop |",
        "| --- | --- | --- |",
        "| Noord | 1 | 2 |",
        "|  | 3 | 4 |",
    ]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("een\ntwee", (Block(P, "een twee"),)),
        ("een\\\ntwee", (Block(P, "een\ntwee"),)),
        ("* een\n* twee", (Block(B, "een"), Block(B, "twee"))),
        ("  - diep", (Block(B, "diep", level=1),)),
        ("b) tweede", (Block(S, "tweede", mark="b"),)),
        ("C:\\map", (Block(P, "C:\\map"),)),
        ("regel\n| a |\n| --- |\nverder", None),
    ],
)
def test_hand_typed_markdown(typed, meant):
    found = from_markdown(typed)
    if meant is None:
        assert [b.kind for b in found] == [P, T, P]
    else:
        assert found == meant
