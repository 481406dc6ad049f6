"""What parties asked beforehand, on the walk: entered, seen, and what it drives."""

from __future__ import annotations

import pytest

from pa_tui.domain.decisions import Outcome, Treatment
from pa_tui.domain.text import paragraph
from pa_tui.edits import AskTreatment, Propose, RecordDecision, ReviseText
from tests.keys.seeing import SIZES
from tests.keys.walking import walking
from tests.samples import agreement, done, in_meeting

DISCUSS, FORMALITY = Treatment.DISCUSS, Treatment.FORMALITY


def wished(value, *numbers, party="hbr", treatment=DISCUSS):
    return done(value, AskTreatment(numbers, party, treatment))


def decided(table):
    return [key for key in table.agreement.order.flat if table.agreement.decision_on(key)]


@pytest.mark.parametrize("size", SIZES)
async def test_the_secretary_enters_wishes_beside_a_party(size):
    async with walking(agreement(), size) as table:
        await table.press("4", "b")
        assert table.agreement.lines["a11"].discuss == ("hbr",)
        assert table.shows("4 HBR nothing yet")
        assert "discuss" in table.screen
        assert "HBR asks for 1.1: discuss" in table.said
        await table.press("4", "h")
        assert table.agreement.lines["a11"].formality == ("hbr",)
        await table.press("4", "g")
        assert not table.agreement.wishes
        await table.press("u", "u")
        assert table.agreement.lines["a11"].discuss == ("hbr",)


async def test_in_a_meeting_the_choice_stays_short_unless_there_is_a_wish():
    async with walking(wished(in_meeting(), "1.2")) as table:
        await table.press("4")
        assert "formality" not in table.screen
        await table.press("escape", "down", "4")
        assert "g no wish" in table.screen


async def test_the_list_marks_them_quietly_and_not_where_the_room_looks_along():
    both = wished(wished(agreement(), "1.1"), "1.2", treatment=FORMALITY)
    async with walking(both) as table:
        rows = [row[:36] for row in table.rows]
        assert any("1.1 Huurverhoging" in row and "discuss" in row for row in rows)
        assert any("1.2" in row and "formality" in row for row in rows)
        await table.press("z")
        assert "discuss" not in table.screen
        assert "formality" not in table.screen


async def test_the_filter_shows_what_is_to_be_discussed():
    async with walking(wished(agreement(), "1.3", "2.1")) as table:
        await table.press("f", "b")
        assert table.number() == "1.3"
        await table.press("down")
        assert table.number() == "2.1"


async def test_space_calls_those_to_discuss_first_and_then_the_rest_of_the_theme():
    async with walking(wished(in_meeting(), "1.3", "1.4", "2.2")) as table:
        seen = []
        for _ in range(6):
            await table.press("space")
            seen.append(table.number())
            await table.press("a")
        assert seen == ["1.3", "1.4", "1.1", "1.2", "2.2", "2.1"]


async def test_one_that_is_left_undecided_is_not_called_first_again():
    async with walking(wished(in_meeting(), "1.3", "1.4")) as table:
        seen = []
        for _ in range(5):
            await table.press("space")
            seen.append(table.number())
        assert seen == ["1.3", "1.4", "1.1", "1.2", "1.3"]


async def test_the_article_at_hand_is_not_called_again_where_it_is_the_only_one():
    rest = tuple(key for key in in_meeting().order.flat if key != "a13")
    alone = done(in_meeting(), *(RecordDecision(key, Outcome.AGREED) for key in rest))
    async with walking(wished(alone, "1.3")) as table:
        await table.press("space")
        assert table.number() == "1.3"
        await table.press("space")
        assert table.number() == "1.3"
        assert table.said == "There is no other undecided article."


@pytest.mark.parametrize("size", SIZES)
async def test_en_bloc_leaves_what_is_to_be_discussed_and_says_so(size):
    async with walking(wished(in_meeting(), "1.3"), size) as table:
        await table.press("A")
        assert table.shows("One by one")
        assert "agree to these 3 articles" in table.screen
        await table.press("enter")
        assert decided(table) == ["a11", "a12", "a14"]
        await table.press("u")
        assert decided(table) == []
        assert table.agreement.lines["a13"].discuss == ("hbr",)


async def test_one_undo_takes_en_bloc_back_from_any_article():
    async with walking(in_meeting()) as table:
        await table.press("down", "down", "A", "enter", "u")
        assert decided(table) == []


async def test_a_long_en_bloc_list_is_read_on_before_it_is_answered():
    async with walking(in_meeting(), (80, 24)) as table:
        await table.press("A", "pagedown", "pageup")
        assert "agree to these 4 articles" in table.screen
        await table.press("enter")
        assert len(decided(table)) == 4


async def test_changed_and_proposed_articles_stay_out():
    marked = done(
        in_meeting(),
        Propose("1.2", "hbr", paragraph("Anders.")),
        ReviseText("a13", paragraph("Nieuw.")),
    )
    async with walking(marked) as table:
        await table.press("A", "enter")
        assert decided(table) == ["a11", "a14"]


async def test_proposals_are_compared_with_the_text():
    marked = done(in_meeting(), Propose("1.1", "hbr", paragraph("De huren stijgen met 2%.")))
    async with walking(marked) as table:
        await table.press("full_stop", "t")
        assert table.shows("De huren stijgen [gemiddeld 3,5%] met 2%.")
        assert "1 HBR" in table.screen
        await table.press("escape")
        assert not table.shows("De huren stijgen [gemiddeld 3,5%] met 2%.")


async def test_the_pane_shows_what_a_proposal_would_change():
    before = f"{'Partijen spreken elkaar elk kwartaal over de wachtlijsten. ' * 6}Slot: tien."
    long = done(agreement(), ReviseText("1.1", paragraph(before)))
    proposed = done(long, Propose("1.1", "hbr", paragraph(before.replace("tien", "negen"))))
    async with walking(proposed) as table:
        beside = " ".join(" ".join(row[88:].split("│")[0:2]) for row in table.rows)
        assert "[tien] negen." in " ".join(beside.replace("│", " ").split())


async def test_responses_stand_under_the_bid():
    answered = done(
        agreement(), Propose("1.2", "hbr", paragraph("Tien woningen."), "Acht is te weinig")
    )
    async with walking(answered) as table:
        await table.press("down", "j")
        assert "Beekwonen biedt acht woningen." in table.screen
        assert "HBR: Acht is te weinig · Tien woningen." in table.screen


async def test_the_wishes_of_a_mail_are_entered_in_one_line():
    async with walking(agreement()) as table:
        await table.press("full_stop", "w", "4", "b")
        await table.type("1.1, 1.3-1.4")
        assert table.shows("3 articles")
        await table.press("enter")
        lines = table.agreement.lines
        asked = [key for key in table.agreement.order.flat if lines[key].discuss]
        assert asked == ["a11", "a13", "a14"]
        await table.press("u")
        assert not table.agreement.wishes


async def test_a_number_of_no_article_keeps_the_line():
    async with walking(agreement()) as table:
        await table.press("full_stop", "w", "4", "b")
        await table.enter("1.1, 9.9")
        assert "9.9" in table.screen
        assert table.walk.foot.is_typing
        assert not table.agreement.wishes


@pytest.mark.parametrize("listed", ["1.1 t/m 1.3, 2.1", "1.1 tot en met 1.3 en 2.1"])
async def test_a_list_of_wishes_reads_as_it_stands_in_a_mail(listed):
    async with walking(agreement(), (140, 40)) as table:
        await table.press("down", "full_stop", "w", "4", "b")
        assert "HBR, discuss ▸" in table.screen
        assert "1.2 · HBR" not in table.screen
        await table.type(listed)
        assert "4 articles" in table.screen
        await table.press("enter")
        numbers = [x.number for x in table.agreement.lines.values() if x.discuss]
        assert sorted(numbers) == ["1.1", "1.2", "1.3", "2.1"]


async def test_a_number_that_is_not_there_is_told_once():
    async with walking(agreement(), (140, 40)) as table:
        await table.press("full_stop", "w", "4", "b")
        await table.enter("1.1 t/m 1.3, 9.9")
        assert not table.agreement.wishes
        assert table.screen.count("9.9") == 2  # as typed, and in what is said of it
        await table.press("backspace")
        assert table.shows("There is no article 9.")
