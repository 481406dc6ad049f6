"""Two versions woven into one: taken over it is the new one, refused the old one."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pa_tui.domain.articles import Article
from pa_tui.domain.shelf import Held, Shelf
from pa_tui.papers.blocks import (
    Block,
    Cell,
    Change,
    FootnoteMark,
    Heading,
    Item,
    PageBreak,
    Paper,
    Paragraph,
    Reference,
    RevisionKind,
    Row,
    Run,
    Signatures,
    Signing,
    Table,
    TableChange,
    Turn,
    said,
    words,
)
from pa_tui.papers.mending import side
from pa_tui.papers.redline import accepted, redline, rejected, tracked
from tests.paper.agreements import AT, draft_agreement, with_lines
from tests.paper.agreements import words as text

NOTE = FootnoteMark("n", "1", words("De noot."))
SENTENCES = [
    "Beekwonen bouwt acht woningen aan de Molenweg.",
    "Beekwonen bouwt twaalf woningen aan de Molenweg in 2027.",
    "De gemeente meldt de voortgang elk kwartaal.",
    "De gemeente meldt de voortgang twee keer per jaar aan HBR.",
    "HBR organiseert een bijeenkomst.",
    "",
    "Kort.",
]
RUNS = st.one_of(
    st.sampled_from(SENTENCES).map(words),
    st.sampled_from(SENTENCES).map(
        lambda s: (Run(s), NOTE, Run(" Zie "), Reference("_x", "1.1"))
    ),
    st.sampled_from(SENTENCES).map(lambda s: (Run("Vet ", bold=True), Run(s))),
    st.sampled_from(SENTENCES).map(lambda s: (Run(s), Reference("_x", "1.2"))),
)
CELLS = RUNS.map(lambda runs: Cell((runs,)))
BLOCKS = st.one_of(
    st.builds(
        Heading,
        st.integers(1, 3),
        RUNS,
        st.sampled_from(["", "1", "1.1", "2"]),
        st.sampled_from(["", "_a", "_b"]),
    ),
    st.builds(Paragraph, RUNS, number=st.sampled_from(["", "1.1", "1.2"])),
    st.builds(Item, RUNS, st.sampled_from(["", "a.", "b."]), st.integers(0, 1)),
    st.builds(
        Table, st.lists(st.tuples(CELLS, CELLS).map(Row), min_size=1, max_size=4).map(tuple)
    ),
    st.just(Signatures((Signing("Gemeente", "namens"),))),
    st.just(PageBreak()),
)
PAPERS = st.lists(BLOCKS, max_size=8).map(lambda blocks: Paper("Proef", tuple(blocks)))


def joined(block: Block) -> Block:
    """The block with neighbouring runs of one look as one."""
    if isinstance(block, Heading | Paragraph | Item):
        return replace(block, runs=side(block.runs, RevisionKind.ALTERED))
    if isinstance(block, Table):
        rows = [
            Row(
                tuple(
                    replace(
                        c, paragraphs=tuple(side(p, RevisionKind.ALTERED) for p in c.paragraphs)
                    )
                    for c in row.cells
                )
            )
            for row in block.rows
        ]
        return replace(block, rows=tuple(rows))
    return block


def without_breaks(blocks: tuple[Block, ...]) -> list[Block]:
    return [joined(block) for block in blocks if not isinstance(block, PageBreak)]


@settings(deadline=None, max_examples=80)
@given(PAPERS, PAPERS)
def test_taken_over_it_is_the_new_paper_and_refused_the_old(old: Paper, new: Paper) -> None:
    both = tracked(old, new, "W", AT)
    assert [joined(b) for b in accepted(both)] == without_breaks(new.blocks)
    assert [joined(b) for b in rejected(both)] == without_breaks(old.blocks)


def woven(old: str, new: str) -> str:
    both = tracked(
        Paper("x", (Paragraph(words(old)),)), Paper("x", (Paragraph(words(new)),)), "W", AT
    )
    marks = {RevisionKind.DELETED: "[-{}-]", RevisionKind.INSERTED: "[+{}+]"}
    told = []
    for block in both.blocks:
        assert isinstance(block, Change | Paragraph)
        told.append(
            "".join(
                marks[r.revision.kind].format(r.text) if r.revision else r.text
                for r in block.runs
            )
        )
    return " / ".join(told)


def test_only_the_words_that_changed_are_marked() -> None:
    assert woven("Zij bouwen acht woningen in 2027.", "Zij bouwen tien woningen in 2027.") == (
        "Zij bouwen [-acht-][+tien+] woningen in 2027."
    )
    assert woven("Blijft.", "Blijft.") == "Blijft."
    assert woven("Alles is hier anders.", "Geen woord komt overeen.") == (
        "[-Alles is hier anders.-] / [+Geen woord komt overeen.+]"
    )


def an(article: Article, **fields: object) -> Article:
    return replace(article, **fields)  # type: ignore[arg-type]


def two_versions():
    old = draft_agreement()
    articles = dict(old.articles.items())
    articles["a-1-2"] = an(articles["a-1-2"], text=text("De gemeente meldt dit aan HBR."))
    articles["a-1-5"] = an(articles["a-1-5"], removed=True)
    articles["a-4-1"] = an(articles["a-4-1"], theme="t1", rank="0", number="1.0")
    articles["new"] = Article(
        "new", "t2", "zz", "2.11", "Nieuwe afspraak", "", text("Dit is nieuw.")
    )
    return old, with_lines(replace(old, articles=Shelf(Held(articles.values()))))


def test_a_redline_of_two_versions_of_an_agreement() -> None:
    old, new = two_versions()
    both = redline(old, new, at=AT, since="Concept 1", version="Concept 2")
    kinds = {}
    for block in both.blocks:
        if isinstance(block, Change):
            kinds.setdefault(block.revision.kind, []).append(said(block.runs))
            assert block.revision.author == "Werkgroep prestatieafspraken Rietbeek 2027"
    assert "Nieuwe afspraak" in kinds[RevisionKind.INSERTED]
    assert "Woonwagenstandplaatsen" in kinds[RevisionKind.DELETED]
    assert words("De gemeente meldt dit aan HBR.") in [
        b.runs for b in accepted(both) if isinstance(b, Paragraph)
    ]
    untouched = [b for b in both.blocks if isinstance(b, Paragraph) and b.number == "3.5"]
    assert untouched


def test_what_moved_is_a_move() -> None:
    first = Paragraph(words("Deze alinea verhuist naar achteren."))
    last = Paragraph(words("Deze veel langere alinea blijft staan waar zij stond."))
    both = tracked(Paper("x", (first, last)), Paper("x", (last, first)), "W", AT)
    moves = [b.revision for b in both.blocks if isinstance(b, Change)]
    assert [(m.kind, m.move) for m in moves] == [
        (RevisionKind.DELETED, "verplaatst1"),
        (RevisionKind.INSERTED, "verplaatst1"),
    ]


def test_rows_of_a_table_come_and_go() -> None:
    def rows(*told: str) -> Table:
        return Table(tuple(Row((Cell((words(t),)), Cell((words("12"),)))) for t in told))

    both = tracked(
        Paper("x", (rows("kop", "een", "twee"),)),
        Paper("x", (rows("kop", "een", "drie", "twee"),)),
        "W",
        AT,
    )
    change = both.blocks[0]
    assert isinstance(change, TableChange)
    assert [(r.before is None, r.after is None) for r in change.rows] == [
        (False, False),
        (False, False),
        (True, False),
        (False, False),
    ]


def titled(title: str) -> Paper:
    kept = Paragraph(words("De volgende afspraak blijft."), number="1.2", bookmark="_b")
    if not title:
        return Paper("x", (Paragraph(words(SENTENCES[0]), number="1.1", bookmark="_a"), kept))
    heading = Heading(2, words(title), "1.1", "_a")
    return Paper("x", (heading, Paragraph(words(SENTENCES[0]), under_number=True), kept))


def test_a_title_that_comes_or_goes_leaves_the_words_alone() -> None:
    for old, new, kind in (("", "Bouwen", "INSERTED"), ("Bouwen", "", "DELETED")):
        title, text, _ = tracked(titled(old), titled(new), "W", AT).blocks
        assert isinstance(title, Change)
        assert title.revision.kind is RevisionKind[kind]
        assert isinstance(text, Change)
        assert text.runs == words(SENTENCES[0])


def test_words_of_one_article_stand_together() -> None:
    def two(text: str, *rest: str) -> Paper:
        head = Heading(2, words("Eerste"), "1.1", "_a")
        more = [Heading(2, words(own), "1.2", "_b") for own in rest]
        return Paper("x", (head, Paragraph(words(text)), *more, Heading(1, words("Slot"))))

    both = tracked(two("Alles was hier anders.", "Vervalt"), two("Geen woord meer."), "W", AT)
    told = [said(block.runs) for block in both.blocks if isinstance(block, Change)]
    assert told == ["Alles was hier anders.", "Geen woord meer.", "Vervalt"]


def test_a_sentence_added_at_the_end_takes_the_full_stop_along() -> None:
    first = Paragraph(words("Zij bouwen."))
    longer = Paragraph(words("Zij bouwen. Dat is veel."))
    added = Paragraph(words("Een alinea erbij."))
    change = tracked(Paper("x", (first,)), Paper("x", (longer, added)), "W", AT).blocks[0]
    assert isinstance(change, Change)
    assert [(r.text, bool(r.revision)) for r in change.runs if isinstance(r, Run)] == [
        ("Zij bouwen", False), (". Dat is veel", True), (".", False)
    ]  # fmt: skip


def test_a_paper_that_turns_cannot_be_tracked() -> None:
    with pytest.raises(ValueError, match="turns"):
        tracked(Paper("x", ()), Paper("x", (Turn(True),)), "W", datetime(2026, 1, 1))
