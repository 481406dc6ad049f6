"""The mouse works where a person would click."""

from __future__ import annotations

import pytest

from pa_tui.domain.decisions import Outcome, Stance
from tests.keys.seeing import SIZES
from tests.keys.walking import walking
from tests.samples import in_meeting


async def click(table, words, *, into=0):
    """Clicks on the first place where the words stand."""
    for y, row in enumerate(table.rows):
        x = row.find(words)
        if x >= 0:
            await table.pilot.click(offset=(x + into, y))
            await table.pilot.pause()
            await table.pilot.pause()
            return
    raise AssertionError(f"{words} stands nowhere")


@pytest.mark.parametrize("size", SIZES)
async def test_a_party_and_its_answer(size):
    async with walking(in_meeting(), size) as table:
        await click(table, "HBR")
        await click(table, "n does not agree")
        await table.enter("te duur")
        position = table.agreement.positions_on("a11")["hbr"]
        assert (position.stance, position.reason) == (Stance.DISAGREE, "te duur")


async def test_the_words_under_a_party_are_the_party():
    async with walking(in_meeting()) as table:
        await table.press("4", "n")
        await table.enter("veel te duur")
        await click(table, "veel te duur")
        assert "HBR ▸" in table.screen


@pytest.mark.parametrize(("size", "words"), [(SIZES[0], "agree  w"), (SIZES[1], "a w v")])
async def test_a_key_of_the_footer(size, words):
    async with walking(in_meeting(), size) as table:
        await click(table, words)
        assert table.agreement.decision_on("a11").outcome is Outcome.AGREED


async def test_the_way_back_of_a_question():
    async with walking(in_meeting()) as table:
        await table.press("4")
        await click(table, "esc back")
        assert not table.walk.foot.is_busy
        assert not table.agreement.positions_on("a11")


async def test_lead_and_planning_open_their_line():
    async with walking(in_meeting()) as table:
        await click(table, "Lead", into=12)
        assert "1.1 · lead ▸" in table.screen
        await table.press("escape")
        await click(table, "When")
        assert "1.1 · planning ▸" in table.screen


async def test_another_article_ends_the_question_about_this_one():
    async with walking(in_meeting()) as table:
        await table.press("4")
        await click(table, "1.3 Schulden")
        assert table.number() == "1.3"
        assert not table.walk.foot.is_busy
        await table.press("a")
        assert not table.agreement.positions_on("a11")


async def test_words_begun_stay_with_their_article_when_another_is_clicked():
    async with walking(in_meeting()) as table:
        await table.press("n")
        await table.type("van 1.1")
        await click(table, "1.3 Schulden")
        await table.press("enter")
        assert table.number() == "1.3"
        assert [note.text for note in table.agreement.notes.of("a11")] == ["van 1.1"]
