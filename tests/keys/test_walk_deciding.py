"""Every deciding key: what it does to the agreement and what it says."""

from __future__ import annotations

import pytest

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.decisions import DisputeKind, Outcome, Stance
from pa_tui.domain.meetings import Presence
from pa_tui.domain.text import paragraph
from pa_tui.edits.article import Propose
from pa_tui.edits.decision import RecordDecision, TakePosition
from pa_tui.edits.meeting import Attend
from pa_tui.edits.wording import ReviseText
from tests.keys.walking import walking
from tests.samples import agreement, done, in_meeting


def outcome(table, article):
    decision = table.agreement.decision_on(article)
    return decision.outcome if decision else None


@pytest.mark.parametrize("key", ["a", "h"])
async def test_agreed_on_one_key(key):
    async with walking(in_meeting()) as table:
        await table.press(key)
        assert outcome(table, "a11") is Outcome.AGREED
        assert table.said == "1.1 provisionally agreed"
        assert "u takes it back" in table.screen
        assert "✓ 1.1" in table.screen
        assert all(
            p.stance is Stance.AGREE for p in table.agreement.positions_on("a11").values()
        )


async def test_nobody_speaks_for_an_absent_party():
    async with walking(in_meeting(absent=("hbr",))) as table:
        await table.press("a")
        assert set(table.agreement.positions_on("a11")) == {
            "rietbeek",
            "beekwonen",
            "goede-haard",
        }
        assert table.said == "1.1 provisionally agreed, not present HBR"
        assert "◐ 1.1" in table.screen
        assert "✓ 1.1" not in table.screen
        assert table.shows("4 HBR not present")


async def test_agreed_never_overwrites_a_reservation():
    async with walking(in_meeting()) as table:
        await table.press("4", "v", "a", "enter", "a")
        assert table.agreement.positions_on("a11")["hbr"].stance is Stance.RESERVE
        assert table.said == "1.1 provisionally agreed, reservation HBR"
        assert "✓ 1.1" not in table.screen


async def test_a_reservation_after_the_decision_is_seen_at_once():
    async with walking(in_meeting()) as table:
        await table.press("a", "4", "v", "a", "enter")
        assert "◐ provisionally agreed, reservation HBR" in table.screen
        assert "◐ 1.1" in table.screen


async def test_the_same_key_twice_within_half_a_second_counts_once():
    async with walking(in_meeting()) as table:
        now = [100.0]
        table.walk.ticks = lambda: now[0]
        await table.press("a", "h", "a")
        assert len(table.agreement.decisions_on("a11")) == 1
        assert "already" not in table.said
        now[0] += 0.6
        await table.press("a")
        assert table.said == "1.1 was agreed already; nothing changes."
        assert len(table.agreement.decisions_on("a11")) == 1


async def test_the_same_key_on_the_next_article_counts():
    async with walking(in_meeting()) as table:
        table.walk.ticks = lambda: 1.0
        await table.press("a", "down", "a")
        assert outcome(table, "a12") is Outcome.AGREED


async def test_agreeing_to_a_text_that_was_changed_is_an_amendment():
    changed = done(in_meeting(), ReviseText("a11", paragraph("De huren stijgen met 3%.")))
    async with walking(changed) as table:
        assert "[3,5]" in table.screen or "[gemiddeld 3,5%]" in table.screen
        await table.press("a")
        assert outcome(table, "a11") is Outcome.AMENDED
        assert "provisionally agreed with an amendment" in table.said


async def test_agreeing_once_more_keeps_the_amendment():
    changed = done(in_meeting(), ReviseText("a11", paragraph("De huren stijgen met 3%.")))
    async with walking(changed) as table:
        now = [1.0]
        table.walk.ticks = lambda: now[0]
        await table.press("a")
        now[0] = 9.0
        await table.press("a")
        assert len(table.agreement.decisions_on("a11")) == 1
        await table.press("4", "v", "a", "enter")
        now[0] = 19.0
        await table.press("a")
        assert len(table.agreement.decisions_on("a11")) == 2
        assert outcome(table, "a11") is Outcome.AMENDED


async def test_agreeing_again_fills_in_who_came_in_since():
    value = done(
        in_meeting(absent=("hbr",)),
        RecordDecision("a11", Outcome.AGREED),
        Attend("hbr", Presence.ARRIVED),
    )
    async with walking(value) as table:
        await table.press("a")
        assert table.agreement.positions_on("a11")["hbr"].stance is Stance.AGREE
        assert len(table.agreement.decisions_on("a11")) == 2


def objected() -> Agreement:
    return done(in_meeting(), TakePosition("a11", "hbr", Stance.DISAGREE, "te duur"))


async def test_what_a_party_objects_to_goes_up_after_agreeing_was_asked():
    async with walking(objected()) as table:
        await table.press("a")
        assert table.shows("HBR does not agree")
        assert table.agreement.decisions_on("a11") == ()
        await table.press("b")
        await table.enter("de huur")
        decision = table.agreement.decision_on("a11")
        assert decision is not None
        assert (decision.outcome, decision.kind) == (Outcome.NO_AGREEMENT, DisputeKind.DISPUTE)
        assert decision.reason == "de huur"


async def test_an_objection_can_be_recorded_beside_the_agreement_on_purpose():
    async with walking(objected()) as table:
        await table.press("h", "t")
        assert outcome(table, "a11") is Outcome.AGREED
        assert "does not agree HBR" in table.said
    async with walking(objected()) as table:
        await table.press("a", "escape")
        assert table.agreement.decisions_on("a11") == ()


async def test_held_over_until_a_meeting():
    async with walking(in_meeting()) as table:
        await table.press("l")
        await table.enter("werkgroep 3")
        await table.press("enter")
        decision = table.agreement.decision_on("a11")
        assert decision.outcome is Outcome.DEFERRED
        assert decision.until == "werkgroep 3"
        assert "held over until werkgroep 3" in table.said
        assert "‖ 1.1" in table.screen


async def test_held_over_until_a_day():
    async with walking(in_meeting()) as table:
        await table.press("l")
        await table.type("12 oktober")
        assert "12 October 2026" in table.screen
        await table.press("enter", "enter")
        assert table.agreement.decision_on("a11").until_date.isoformat() == "2026-10-12"


async def test_holding_over_asks_who_brings_what_in_the_same_act():
    async with walking(in_meeting()) as table:
        await table.press("l")
        await table.enter("werkgroep 3")
        assert table.agreement.decision_on("a11") is None
        await table.type("Beekwonen levert uiterlijk 12 oktober een tekstvoorstel")
        assert "Beekwonen · by 12 October 2026" in table.screen
        await table.press("enter")
        decision = table.agreement.decision_on("a11")
        assert decision.text == "Beekwonen levert uiterlijk 12 oktober een tekstvoorstel"
        (action,) = table.agreement.actions.of("a11")
        assert (action.party, action.due.isoformat()) == ("beekwonen", "2026-10-12")
        assert f"A-{action.number:03}" in table.said
        await table.press("u")
        assert table.agreement.decision_on("a11") is None
        assert not table.agreement.actions.of("a11")


async def test_leaving_the_second_line_decides_nothing():
    async with walking(in_meeting()) as table:
        await table.press("l")
        await table.enter("werkgroep 3")
        await table.press("escape")
        assert table.agreement.decision_on("a11") is None
        assert table.store.half_typed() == ()


@pytest.mark.parametrize(
    ("key", "kind"), [("g", DisputeKind.DISPUTE), ("b", DisputeKind.DISCUSSION)]
)
async def test_to_the_administrative_meeting(key, kind):
    async with walking(in_meeting()) as table:
        await table.press("b", key)
        await table.enter("de startdatum")
        decision = table.agreement.decision_on("a11")
        assert (decision.outcome, decision.kind) == (Outcome.NO_AGREEMENT, kind)
        assert decision.reason == "de startdatum"
        assert "↑ 1.1" in table.screen


async def test_a_reason_may_follow_later():
    async with walking(in_meeting()) as table:
        await table.press("b", "g", "enter")
        assert table.agreement.decision_on("a11").reason == ""


async def test_en_bloc_shows_the_list_and_takes_one_undo():
    marked = done(in_meeting(), Propose("a13", "hbr", paragraph("Anders.")))
    async with walking(marked) as table:
        await table.press("A")
        assert "To decide together" in table.screen
        assert "agree to these 3 articles" in table.screen
        await table.press("enter")
        assert [outcome(table, key) for key in ("a11", "a12", "a13", "a14")] == [
            Outcome.AGREED,
            Outcome.AGREED,
            None,
            Outcome.AGREED,
        ]
        assert "en bloc" in table.said
        await table.press("u")
        assert outcome(table, "a11") is None
        assert outcome(table, "a14") is None


async def test_en_bloc_names_who_is_not_there():
    async with walking(in_meeting(absent=("hbr",))) as table:
        await table.press("A")
        assert "agree to these 4 articles (without HBR)" in table.screen


async def test_en_bloc_can_be_left():
    async with walking(in_meeting()) as table:
        await table.press("A", "escape")
        assert "To decide together" not in table.screen
        assert outcome(table, "a11") is None


async def test_undo_and_redo_say_what_they_did():
    async with walking(in_meeting()) as table:
        await table.press("a", "u")
        assert outcome(table, "a11") is None
        assert table.said == "Taken back: 1.1 provisionally agreed"
        await table.press("ctrl+r")
        assert outcome(table, "a11") is Outcome.AGREED
        assert table.said == "Brought back: 1.1 provisionally agreed"
        await table.press("ctrl+z", "ctrl+y")
        assert outcome(table, "a11") is Outcome.AGREED


async def test_undo_of_what_is_not_on_the_screen_asks_first_and_goes_there():
    async with walking(in_meeting()) as table:
        await table.press("a", "down", "u")
        assert outcome(table, "a11") is Outcome.AGREED
        assert "take back: 1.1 provisionally agreed" in table.screen
        await table.press("enter")
        assert outcome(table, "a11") is None
        assert table.number() == "1.1"


async def test_undo_with_nothing_done_says_so():
    async with walking(in_meeting()) as table:
        await table.press("u")
        assert table.said == "There is nothing to undo."


@pytest.mark.parametrize("keys", [("a",), ("w",), ("l",), ("b",), ("A",), ("full_stop", "r")])
async def test_without_a_meeting_nothing_is_decided_and_the_way_is_told(keys):
    async with walking(agreement()) as table:
        await table.press(*keys)
        assert table.said == "No meeting is open."
        assert "F3 opens one" in table.screen
        assert outcome(table, "a11") is None
        assert not table.walk.foot.is_busy


async def test_without_a_meeting_the_rest_works():
    async with walking(agreement()) as table:
        await table.press("n")
        await table.enter("Even nagaan.")
        assert [note.text for note in table.agreement.notes.of("a11")] == ["Even nagaan."]
