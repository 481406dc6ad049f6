"""Two hours of four parties over forty-three articles, by keys alone, and how few they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count

import pytest

from pa_tui.domain.agreement import Agreement, Facts
from pa_tui.domain.articles import Article, Commitment, Theme
from pa_tui.domain.decisions import Outcome, Stance, Treatment
from pa_tui.domain.meetings import MeetingState
from pa_tui.domain.ranks import spread
from pa_tui.domain.text import paragraph, plain
from pa_tui.edits import AskTreatment, Propose, StartAgreement
from screens.walk.editor import TextEditor
from tests.keys.walking import Table, walking
from tests.samples import TODAY, done, parties

THEMES = (("t1", "Betaalbaar wonen", 31), ("t2", "Genoeg woningen", 8), ("t3", "Duurzaam", 4))
ARTICLES = sum(size for _, _, size in THEMES)


def agreement() -> Agreement:
    """Three themes, the first with thirty-one articles of which 1.31 is to be discussed."""
    themes = [
        Theme(key, rank, str(number), title)
        for number, (rank, (key, title, _)) in enumerate(
            zip(spread(len(THEMES)), THEMES, strict=True), 1
        )
    ]
    articles = []
    for number, (theme, _, size) in enumerate(THEMES, 1):
        for place, rank in enumerate(spread(size), 1):
            key = f"a{number}-{place}"
            text = paragraph(f"Beekwonen wijst in 2027 {place} woningen toe aan starters.")
            articles.append(
                Article(key, theme, rank, f"{number}.{place}", f"Afspraak {place}", "", text)
            )
    parts = [Commitment(f"c-{own.id}", own.id, "a") for own in articles]
    entities = (*parties(), *themes, *articles, *parts)
    start = StartAgreement(Facts(title="Rietbeek 2027", year=2027), entities)
    return done(
        Agreement(),
        start,
        AskTreatment(("1.31", "2.2"), "hbr", Treatment.DISCUSS),
        Propose("2.5", "hbr", paragraph("Beekwonen wijst in 2027 tien woningen toe.")),
    )


@dataclass
class Hand:
    """A hand on the keyboard that counts its keys, apart from the letters of words."""

    table: Table
    keys: int = 0

    async def press(self, *keys: str) -> None:
        self.keys += len(keys)
        await self.table.press(*keys)

    async def words(self, words: str) -> None:
        await self.table.type(words)

    def since(self, before: int) -> int:
        return self.keys - before

    def outcome(self, number: str) -> Outcome | None:
        article = self.table.agreement.article_named(number)
        decision = self.table.agreement.decision_on(article.id)
        return decision.outcome if decision else None

    def decided(self) -> int:
        return sum(tally.decided for tally in self.table.agreement.tallies.values())


def two_hours() -> Callable[[], datetime]:
    """A clock that goes on twenty seconds every time somebody looks."""
    looks = count()
    return lambda: TODAY + timedelta(seconds=min(20 * next(looks), 7200))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_two_hours_over_forty_three_articles(size: tuple[int, int]) -> None:
    async with walking(agreement(), size, clock=two_hours()) as table:
        hand = Hand(table)
        assert len(table.agreement.order.flat) == ARTICLES == 43
        await hand.press("f3", "enter", "enter", "f2")
        assert table.agreement.running_meeting is not None
        assert hand.keys == 4

        await unmarked_together(hand)
        await to_discuss(hand)
        await one_by_one(hand)
        await something_to_do(hand)
        await other_words(hand)
        await undone_and_brought_back(hand)
        await a_party_walks_out(hand)
        await the_rest(hand)

        assert hand.decided() == ARTICLES - len(("1.31", "3.1", "3.2"))
        await hand.press("f3", "S", "enter")
        (meeting,) = table.agreement.ordered_meetings
        assert meeting.state is MeetingState.CLOSED
        assert hand.keys <= 63


async def unmarked_together(hand: Hand) -> None:
    """Thirty unmarked articles: A, Enter and the next one up."""
    before = hand.keys
    await hand.press("A", "enter", "space")
    assert hand.since(before) == 3
    assert hand.decided() == 30
    assert hand.table.number() == "1.31"


async def to_discuss(hand: Hand) -> None:
    """What a party wants to discuss is held over, with who brings what."""
    before = hand.keys
    await hand.press("l")
    await hand.words("werkgroep 3")
    await hand.press("enter")
    await hand.words("Beekwonen levert uiterlijk 12 oktober een tekstvoorstel")
    await hand.press("enter")
    assert hand.since(before) == 3
    assert hand.outcome("1.31") is Outcome.DEFERRED
    (action,) = hand.table.agreement.actions.of("a1-31")
    assert (action.party, str(action.due)) == ("beekwonen", "2026-10-12")
    await hand.press("space")
    assert hand.table.number() == "2.2"


async def one_by_one(hand: Hand) -> None:
    """A reservation; then articles all agree to, each with the next one up: two keys."""
    await hand.press("4", "v", "a")
    await hand.words("12 oktober")
    await hand.press("enter", "a")
    assert hand.outcome("2.2") is Outcome.AGREED
    assert "provisionally agreed, reservation HBR" in hand.table.said
    await hand.press("space")
    assert hand.table.number() == "2.1"
    for number in ("2.1", "2.3"):
        before = hand.keys
        assert hand.table.number() == number
        await hand.press("a", "space")
        assert hand.since(before) == 2
        assert hand.outcome(number) is Outcome.AGREED
    assert hand.table.number() == "2.4"


async def something_to_do(hand: Hand) -> None:
    """An action with owner and day: its words and two keys."""
    before = hand.keys
    await hand.press("k")
    await hand.words("De Goede Haard levert cijfers aan voor 1 oktober")
    await hand.press("enter")
    assert hand.since(before) == 2
    (action,) = hand.table.agreement.actions.of("a2-4")
    assert (action.party, str(action.due)) == ("goede-haard", "2026-09-30")
    await hand.press("a", "space")


async def other_words(hand: Hand) -> None:
    """A party's wording is compared, taken over and agreed to; the final text comes before
    the next article."""
    table = hand.table
    assert table.number() == "2.5"
    await hand.press("full_stop", "t")
    assert "[5]" in table.screen
    assert "tien" in table.screen
    await hand.press("o", "a")
    assert hand.outcome("2.5") is Outcome.AMENDED
    assert "[5]" in table.screen
    await hand.press("space")
    assert table.number() == "2.5"
    assert "[5]" not in table.screen
    await hand.press("space")
    assert table.number() == "2.6"
    await hand.press("w")
    editor = table.app.screen
    assert isinstance(editor, TextEditor)
    await hand.words("Dus: ")
    await hand.press("f10")
    assert hand.outcome("2.6") is Outcome.AMENDED
    assert plain(table.agreement.articles["a2-6"].text).startswith("Dus: ")
    await hand.press("space", "space")
    assert table.number() == "2.7"


async def undone_and_brought_back(hand: Hand) -> None:
    """Everybody at once is one act; undo and redo go through it step by step."""
    await hand.press("0", "a")
    assert len(hand.table.agreement.positions_on("a2-7")) == 4
    await hand.press("u")
    assert not hand.table.agreement.positions_on("a2-7")
    await hand.press("ctrl+r", "a", "u")
    assert hand.outcome("2.7") is None
    assert len(hand.table.agreement.positions_on("a2-7")) == 4
    await hand.press("ctrl+r")
    assert hand.outcome("2.7") is Outcome.AGREED
    await hand.press("space")
    assert hand.table.number() == "2.8"


async def a_party_walks_out(hand: Hand) -> None:
    """Nobody speaks for the empty chair."""
    table = hand.table
    await hand.press("f3", "4", "v", "f2")
    meeting = table.agreement.running_meeting
    assert meeting is not None
    assert not meeting.is_here("hbr")
    await hand.press("a")
    stances = table.agreement.positions_on("a2-8")
    assert {own.stance for own in stances.values()} == {Stance.AGREE}
    assert "hbr" not in stances
    assert table.said == "2.8 provisionally agreed, not present HBR"
    await hand.press("space")


async def the_rest(hand: Hand) -> None:
    """The last theme: one dropped, one up, two en bloc."""
    table = hand.table
    assert table.number() == "3.1"
    await hand.press("full_stop", "v", "u", "enter", "space")
    assert hand.outcome("3.1") is Outcome.DROPPED
    await hand.press("b", "g")
    await hand.words("de startdatum")
    await hand.press("enter", "A", "enter", "space")
    assert hand.outcome("3.2") is Outcome.NO_AGREEMENT
    assert table.said == "There is no other undecided article."
