"""Quiet questions on the walk, and one key for suggestions."""

from __future__ import annotations

import pytest

from pa_tui.domain.concreteness import FindingKind
from pa_tui.domain.parties import State
from pa_tui.domain.text import paragraph as words
from pa_tui.edits import ReviseText
from screens.walk.concrete import _PRESS
from tests.keys.seeing import SIZES
from tests.keys.walking import walking
from tests.samples import agreement, done


@pytest.mark.parametrize("size", SIZES)
async def test_a_mark_tells_that_something_is_asked_and_o_asks_it(size):
    async with walking(agreement(), size) as table:
        assert "? questions: o" in table.screen
        await table.press("o")
        assert table.said == "1/2 lead? without a lead nobody begins"
        if size[0] > 100:
            assert table.shows("t names the lead")
        await table.press("o")
        assert table.said.startswith("2/2 date?")
        await table.press("o")
        assert table.said.startswith("1/2 lead?")


async def test_where_nothing_is_open_nothing_is_asked():
    async with walking(agreement()) as table:
        await table.press("down")
        assert table.number() == "1.2"
        assert "? questions: o" not in table.screen
        await table.press("o")
        assert table.said == "Nothing is asked about this article"


async def test_an_answer_takes_the_question_away():
    async with walking(agreement()) as table:
        await table.press("t")
        await table.enter("Beekwonen")
        await table.press("p")
        await table.enter("T2 2027")
        assert "? questions: o" not in table.screen


async def test_an_abbreviation_is_asked_after_with_what_to_press():
    value = done(agreement(), ReviseText("1.2", words("Het IBW bespreekt dit met Beekwonen.")))
    async with walking(value) as table:
        await table.press("down", "o")
        assert "IBW: does everybody know what that stands for?" in table.said
        assert table.shows("e the text")


async def test_nothing_is_asked_while_the_room_looks_along():
    async with walking(agreement()) as table:
        assert table.shows("1.5 date?") or "lead?" in table.screen
        await table.press("z")
        for question in ("? questions", "lead?", "date?"):
            assert question not in table.screen
        await table.press("o")
        assert table.said == "The room looks along; z shows everything again"
        await table.press("z", "z")
        assert "? questions: o" in table.screen


def test_every_kind_of_finding_says_what_to_press():
    assert set(_PRESS) == {kind.value for kind in FindingKind}


def states(value, article):
    return {
        own.state
        for part in value.commitments_of(article)
        for own in (*part.leads, *part.timings)
    }


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", ["y", "Y"])
async def test_one_key_confirms_the_suggestions_of_an_article_or_a_theme(size, key):
    async with walking(agreement(), size) as table:
        if key == "y":
            await table.press("down")
        assert State.SUGGESTED in states(table.agreement, "a12")
        await table.press(key)
        assert states(table.agreement, "a12") == {State.CONFIRMED}
        assert "confirmed" in table.said
        await table.press("u")
        assert State.SUGGESTED in states(table.agreement, "a12")
