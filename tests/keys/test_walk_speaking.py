"""Positions: a digit opens a party's choice, it never cycles."""

from __future__ import annotations

import pytest

from pa_tui.domain.decisions import ReservationKind, Stance
from pa_tui.domain.parties import Role
from pa_tui.edits.structure import SetParty
from tests.keys.walking import walking
from tests.samples import agreement, done, in_meeting


def stance(table, party, article="a11"):
    position = table.agreement.positions_on(article).get(party)
    return position.stance if position else None


async def test_a_digit_opens_the_choice_and_changes_nothing():
    async with walking(in_meeting()) as table:
        await table.press("4")
        assert (
            "HBR ▸ a agrees · v reservation · n does not agree · k comes back on it · "
            "x not concerned" in table.screen
        )
        assert stance(table, "hbr") is None
        await table.press("escape")
        assert not table.walk.foot.is_busy
        assert stance(table, "hbr") is None


@pytest.mark.parametrize(
    ("keys", "expected", "shown"),
    [
        (("a",), Stance.AGREE, "4 HBR agrees"),
        (("x",), Stance.NOT_APPLICABLE, "4 HBR not concerned"),
        (("n", "enter"), Stance.DISAGREE, "4 HBR does not agree"),
        (("k", "enter"), Stance.RETURNS, "4 HBR comes back on it"),
        (("v", "a", "enter"), Stance.RESERVE, "4 HBR reservation"),
    ],
)
async def test_what_a_party_says(keys, expected, shown):
    async with walking(in_meeting()) as table:
        await table.press("4", *keys)
        assert stance(table, "hbr") is expected
        assert table.shows(shown)


async def test_a_party_can_take_its_word_back():
    async with walking(in_meeting()) as table:
        await table.press("2", "a", "2", "w")
        assert stance(table, "beekwonen") is None
        assert "Position of Beekwonen on 1.1 cleared" in table.said


async def test_why_a_party_does_not_agree():
    async with walking(in_meeting()) as table:
        await table.press("4", "n")
        await table.enter("te weinig woningen")
        assert table.agreement.positions_on("a11")["hbr"].reason == "te weinig woningen"


async def test_a_party_comes_back_by_a_day():
    async with walking(in_meeting()) as table:
        await table.press("4", "k")
        await table.enter("12 oktober")
        assert table.agreement.positions_on("a11")["hbr"].until.isoformat() == "2026-10-12"


async def test_reservation_of_consent_with_body_and_day():
    async with walking(in_meeting()) as table:
        await table.press("v")
        assert "reservation of ▸ 1 Gemeente · 2 Beekwonen" in table.screen
        await table.press("4", "a")
        await table.enter("12 oktober")
        position = table.agreement.positions_on("a11")["hbr"]
        assert position.kind is ReservationKind.CONSENT
        assert (position.reason, position.until.isoformat()) == ("achterban", "2026-10-12")
        assert table.shows("achterban, until 12 Oct")


async def test_reservation_on_the_content():
    async with walking(in_meeting()) as table:
        await table.press("v", "4", "i")
        await table.enter("het aantal woningen")
        position = table.agreement.positions_on("a11")["hbr"]
        assert position.kind is ReservationKind.CONTENT
        assert position.reason == "het aantal woningen"


async def test_no_word_stands_beside_a_party_while_a_reason_is_typed():
    async with walking(in_meeting()) as table:
        await table.press("4", "n")
        await table.type("te wei")
        assert table.shows("4 HBR nothing yet")
        await table.press("escape")
        assert stance(table, "hbr") is None


async def test_lifting_a_reservation():
    async with walking(in_meeting()) as table:
        await table.press("4", "v", "a", "enter", "4", "o")
        await table.type("e-mail van 15 september")
        assert "15 Sep 2026" in table.screen
        await table.press("enter")
        assert stance(table, "hbr") is Stance.AGREE
        position = table.agreement.positions_on("a11")["hbr"]
        assert (position.source, str(position.said_on)) == ("e-mail", "2026-09-15")
        assert "Reservation of HBR on 1.1 lifted" in table.said


async def test_nought_is_all_that_are_there():
    async with walking(in_meeting(absent=("hbr",))) as table:
        await table.press("0", "a")
        assert stance(table, "rietbeek") is Stance.AGREE
        assert stance(table, "hbr") is None


@pytest.mark.parametrize(("answer", "expected"), [("l", Stance.DISAGREE), ("o", Stance.AGREE)])
async def test_nought_asks_before_it_overrules_an_objection(answer, expected):
    async with walking(in_meeting()) as table:
        await table.press("4", "n", "enter", "0", "a")
        assert stance(table, "rietbeek") is None
        assert table.shows("HBR said something else; position for")
        await table.press(answer)
        assert stance(table, "rietbeek") is Stance.AGREE
        assert stance(table, "beekwonen") is Stance.AGREE
        assert stance(table, "hbr") is expected


async def test_nought_escaped_leaves_all_as_it_was():
    async with walking(in_meeting()) as table:
        await table.press("4", "n", "enter", "0", "a", "escape")
        assert stance(table, "rietbeek") is None
        assert stance(table, "hbr") is Stance.DISAGREE


async def test_a_party_that_has_no_part_in_the_theme_is_refused():
    async with walking(in_meeting()) as table:
        await table.press("end")
        assert table.shows("3 De Goede Haard not a party")
        await table.press("3", "a")
        assert "does not take part in the theme" in table.said


async def test_a_digit_without_a_party_says_so():
    async with walking(in_meeting()) as table:
        await table.press("9")
        assert table.said == "There is no party 9."


async def test_a_number_begun_with_a_digit_goes_on_as_a_jump():
    async with walking(in_meeting()) as table:
        await table.type("2.1")
        assert "go to ▸ 2.1" in table.screen
        assert "Nieuwbouw" in table.screen
        await table.press("enter")
        assert table.number() == "2.1"


async def test_more_than_nine_parties_are_chosen_by_letter():
    many = done(
        agreement(),
        *(SetParty(f"p{n}", f"Partij {n}", Role.CORPORATION) for n in range(5, 13)),
    )
    async with walking(many) as table:
        await table.press("apostrophe")
        assert "j Partij 10" in table.screen
        await table.press("j", "a")
        assert stance(table, "p10") is Stance.AGREE


async def test_a_key_that_is_no_answer_says_so_and_changes_nothing():
    async with walking(in_meeting()) as table:
        await table.press("4", "q")
        assert table.shows("x not concerned · esc back")
        assert table.shows("“q” is none of these")
        assert stance(table, "hbr") is None
        await table.press("a")
        assert stance(table, "hbr") is Stance.AGREE


async def test_reopen_and_withdraw():
    async with walking(in_meeting()) as table:
        await table.press("a", "full_stop", "h", "enter")
        assert table.agreement.decision_on("a11") is None
        table.walk.ticks = lambda: 1e9
        await table.press("a", "full_stop", "i", "4")
        await table.enter("15 september, per mail: de achterban stemt niet in")
        assert table.agreement.decision_on("a11") is None
        position = table.agreement.positions_on("a11")["hbr"]
        assert (position.reason, position.source) == ("de achterban stemt niet in", "per mail")
