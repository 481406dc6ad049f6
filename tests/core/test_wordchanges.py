"""Changes as words: lossless, readable, and quick on very long texts."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pa_tui.domain.wordchanges import (
    PieceKind,
    excerpt,
    most_alike,
    sentences,
    word_changes,
    words,
)

SAME, REMOVED, ADDED = PieceKind.SAME, PieceKind.REMOVED, PieceKind.ADDED


def shown(before: str, after: str) -> str:
    marks = {SAME: "{}", REMOVED: "[-{}-]", ADDED: "[+{}+]"}
    return "".join(marks[p.kind].format(p.text) for p in word_changes(before, after))


def before_of(pieces) -> str:
    return "".join(p.text for p in pieces if p.kind is not ADDED)


def after_of(pieces) -> str:
    return "".join(p.text for p in pieces if p.kind is not REMOVED)


DUTCH = st.lists(
    st.sampled_from(
        [
            "De gemeente",
            "bouwt",
            "acht",
            "twaalf",
            "woningen",
            ".",
            ". ",
            ", ",
            " ",
            "\n",
            "€ 1.250,00",
            "6:119a",
            "'s-Gravenhage",
            "vóór 1 mei 2026",
            "\ufffc",
            "t/m",
            "  ",
            "e\u0301",
            "Beekwonen",
            "25%",
            "i.v.m.",
            "🏠",
        ]
    ),
    max_size=40,
).map("".join)


@settings(deadline=None, max_examples=150)
@given(DUTCH | st.text(max_size=60), DUTCH | st.text(max_size=60))
def test_nothing_is_lost_or_made_up(before: str, after: str) -> None:
    pieces = word_changes(before, after)
    assert before_of(pieces) == before
    assert after_of(pieces) == after


@settings(deadline=None, max_examples=100)
@given(DUTCH, DUTCH)
def test_pieces_are_whole_and_in_order(before: str, after: str) -> None:
    pieces = word_changes(before, after)
    assert all(p.text for p in pieces)
    kinds = [p.kind for p in pieces]
    assert all(one is not other for one, other in pairwise(kinds))
    assert not any(one is ADDED and other is REMOVED for one, other in pairwise(kinds))


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=200))
def test_cutting_loses_nothing(text: str) -> None:
    assert "".join(words(text)) == text
    assert "".join(sentences(text)) == text


@pytest.mark.parametrize(
    "whole",
    [
        "1.250,00",
        "6:119a",
        "’s-Gravenhage",
        "'s-Gravenhage",
        "€ 1.250,00",
        "25%",
        "12a",
        "1.3",
        "t/m",
        "B&W",
        "2026/27",
        "i.v.m.",
        "energie-index",
        "€ 633,-",
        "caf\u0065\u0301",
    ],
)
def test_stays_whole(whole: str) -> None:
    assert words(f"voor {whole} en") == ["voor", " ", whole, " ", "en"]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", ""),
        ("", "Nieuw.", "[+Nieuw.+]"),
        ("Weg.", "", "[-Weg.-]"),
        ("Blijft.", "Blijft.", "Blijft."),
        (
            "Beekwonen bouwt acht woningen in 2027.",
            "Beekwonen bouwt twaalf woningen in 2027.",
            "Beekwonen bouwt [-acht-][+twaalf+] woningen in 2027.",
        ),
        (
            "Het bedrag is € 1.250,00 per jaar.",
            "Het bedrag is € 1.400,00 per jaar.",
            "Het bedrag is [-€ 1.250,00-][+€ 1.400,00+] per jaar.",
        ),
        (
            "Zie artikel 6:119a en artikel 1.3.",
            "Zie artikel 6:119b en artikel 1.13.",
            "Zie artikel [-6:119a-][+6:119b+] en artikel [-1.3-][+1.13+].",
        ),
        (
            "Klaar vóór 1 mei 2026.",
            "Klaar vóór 1 juli 2027.",
            "Klaar vóór 1 [-mei 2026-][+juli 2027+].",
        ),
        (
            "De gemeente meldt dit. Beekwonen bouwt.",
            "De gemeente meldt dit. HBR adviseert. Beekwonen bouwt.",
            "De gemeente meldt dit. [+HBR adviseert. +]Beekwonen bouwt.",
        ),
        (
            "Partijen overleggen elk kwartaal over de voortgang van de nieuwbouw.",
            "De gemeente stuurt jaarlijks in maart een lijst met alle vrije kavels rond.",
            "[-Partijen overleggen elk kwartaal over de voortgang van de nieuwbouw.-]"
            "[+De gemeente stuurt jaarlijks in maart een lijst met alle vrije kavels rond.+]",
        ),
    ],
)
def test_reads_well(before: str, after: str, expected: str) -> None:
    assert shown(before, after) == expected


def test_a_small_word_between_changes_is_not_left_as_confetti() -> None:
    before = "De gemeente onderzoekt samen met bewoners de mogelijkheden van het plein."
    after = "De gemeente besluit nog dit jaar over de toekomst van het plein."
    text = shown(before, after)
    assert text.startswith("De gemeente [-")
    assert text.endswith("+] van het plein.")
    assert text.count("[-") == 1


def test_very_long_texts_are_compared_whole() -> None:
    sentence = "Beekwonen levert in {0} woning {0} op en meldt dit aan de gemeente. "
    before = "".join(sentence.format(n) for n in range(9_000))
    after = "".join(sentence.format(n + n % 3) for n in range(9_000))
    assert len(before) > 600_000
    pieces = word_changes(before, after)
    assert before_of(pieces) == before
    assert after_of(pieces) == after
    assert len(pieces) > 1_000


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a " * 300_000, "b a " * 150_000),
        ("a" * 600_000, "b" * 600_000),
        ("x. " * 200_000, "x. y. " * 100_000),
        ("\n" * 600_000, " \n" * 300_000),
    ],
)
def test_monotonous_texts_are_compared_whole(before: str, after: str) -> None:
    pieces = word_changes(before, after)
    assert before_of(pieces) == before
    assert after_of(pieces) == after


def test_a_sentence_is_found_again_in_other_words() -> None:
    was = "Beekwonen verkoopt in 2026 ten hoogste vijftien woningen."
    others = ["De opbrengst gaat naar nieuwbouw.", "Beekwonen verkoopt in 2027 tien woningen."]
    assert most_alike(was, others) == others[1]
    assert most_alike(was, others[:1]) is None
    assert most_alike(was, []) is None


def test_an_excerpt_keeps_a_few_words_around_each_change() -> None:
    before = (
        "Vivare en de gemeente bouwen in de komende jaren acht woningen in de wijk "
        "Lindewaard.\nZij beginnen in het voorjaar van het jaar daarop met slopen."
    )
    after = before.replace("acht", "twaalf").replace("slopen", "bouwen")
    told = "".join(
        f"[{piece.text}]" if piece.kind is PieceKind.REMOVED else piece.text
        for piece in excerpt(word_changes(before, after))
    )
    assert told == (
        "… de komende jaren [acht]twaalf woningen in de … jaar daarop met [slopen]bouwen."
    )


def test_an_excerpt_of_little_leaves_nothing_out() -> None:
    pieces = word_changes("Acht woningen in 2027.", "Tien woningen in 2027.")
    assert excerpt(pieces) == pieces
    assert excerpt(()) == ()
