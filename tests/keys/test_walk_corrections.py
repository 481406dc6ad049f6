"""Putting right what was written down, and keeping words from acting."""

from __future__ import annotations

import pytest
from textual import events

from pa_tui.domain.parties import State
from pa_tui.edits import AddAction, OpenMeeting, TakeNote
from tests.keys.seeing import SIZES
from tests.keys.walking import NAMES, walking
from tests.samples import agreement, done, in_meeting


def notes(table, article="a11"):
    return [
        (note.text, note.party, note.internal) for note in table.agreement.notes.of(article)
    ]


async def in_one_go(table, words):
    """The keys of words that come in together, as a terminal gives what it pastes."""
    for character in words:
        table.app.post_message(events.Key(NAMES.get(character, character), character))
    await table.pilot.pause()
    await table.pilot.pause()


# -- r ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
async def test_the_last_note_comes_back_in_the_line(size):
    async with walking(in_meeting(), size) as table:
        await table.press("n")
        await table.enter("HBR: te weing")
        await table.press("r", "backspace")
        await table.enter("ig")
        assert notes(table) == [("te weinig", "hbr", False)]
        await table.press("u")
        assert notes(table) == [("te weing", "hbr", False)]


async def test_a_note_can_be_made_internal_afterwards_and_back():
    async with walking(in_meeting()) as table:
        await table.press("n")
        await table.enter("even uitzoeken")
        await table.press("r", "home")
        await table.enter("intern: ")
        assert notes(table) == [("even uitzoeken", None, True)]
        await table.press("r", "home", *["delete"] * len("intern: "), "enter")
        assert notes(table) == [("even uitzoeken", None, False)]


async def test_the_last_action_comes_back_in_words_that_read_the_same():
    async with walking(in_meeting()) as table:
        await table.press("k")
        await table.enter("Beekwonen levert cijfers aan voor 1 oktober")
        (before,) = table.agreement.actions.of("a11")
        await table.press("r")
        assert table.shows(
            "correct the action ▸ Beekwonen levert cijfers aan vóór 1 oktober 2026"
        )
        await table.press("enter")
        assert table.said == "Nothing was changed."
        await table.press("r", *["backspace"] * len("1 oktober 2026"))
        await table.enter("15 oktober")
        (after,) = table.agreement.actions.of("a11")
        assert (after.id, after.number, after.party) == (before.id, before.number, before.party)
        assert after.due.isoformat() == "2026-10-14"


async def test_an_owner_that_does_not_stand_in_the_words_is_kept():
    acted = done(in_meeting(), AddAction("cijfers", "a11", "goede-haard"))
    async with walking(acted) as table:
        await table.press("r")
        await table.enter(" 2026")
        (action,) = table.agreement.actions.of("a11")
        assert action.party == "goede-haard"
        assert "2026" in action.text


async def test_of_a_note_and_an_action_the_latest_comes_back():
    async with walking(in_meeting()) as table:
        await table.press("k")
        await table.enter("HBR belt")
        await table.press("n")
        await table.enter("een vraag")
        await table.press("r")
        assert table.shows("correct the note ▸ een vraag")


async def test_nothing_to_correct_says_so():
    async with walking(in_meeting()) as table:
        await table.press("r")
        assert table.said == "There is no note or action on this article to correct."


# -- y ----------------------------------------------------------------------------------------


async def test_one_key_confirms_what_is_suggested():
    async with walking(agreement()) as table:
        await table.press("y")
        assert table.said == "Nothing is suggested here that waits for a yes."
        await table.press("down", "y")
        part = table.agreement.commitments_of("a12")[1]
        assert {own.state for own in (*part.leads, *part.timings)} == {State.CONFIRMED}
        await table.press("u", "up", "Y")
        part = table.agreement.commitments_of("a12")[1]
        assert {own.state for own in (*part.leads, *part.timings)} == {State.CONFIRMED}


# -- words that are none of the answers -------------------------------------------------------


async def test_a_sentence_that_comes_in_one_go_is_no_answer():
    async with walking(in_meeting()) as table:
        await table.press("4")
        await in_one_go(table, "a zo vinden wij het te duur")
        assert not table.agreement.positions_on("a11")
        assert not table.walk.foot.is_typing
        assert table.shows("is none of these")
        await table.press("a")
        assert set(table.agreement.positions_on("a11")) == {"hbr"}


async def test_a_pasted_sentence_is_no_answer():
    async with walking(in_meeting()) as table:
        await table.press("4")
        table.walk.on_paste(events.Paste("akkoord, schrijft HBR"))
        await table.pilot.pause()
        assert not table.agreement.positions_on("a11")
        assert table.shows("“akkoord, schrijft HBR” is none of these")


async def test_a_quick_hand_is_followed():
    async with walking(in_meeting()) as table:
        await in_one_go(table, "4nte duur")
        await table.press("enter")
        assert table.agreement.positions_on("a11")["hbr"].reason == "te duur"


async def test_words_wait_while_it_is_asked_whether_to_leave():
    async with walking(in_meeting()) as table:
        await table.press("n")
        await table.type("half")
        await table.press("ctrl+q")
        assert "The meeting is still open" in table.screen
        await table.press("n")
        await table.enter(" en heel")
        assert notes(table) == [("half en heel", None, False)]


async def test_escape_at_that_question_goes_on_with_the_words():
    async with walking(in_meeting()) as table:
        await table.press("n")
        await table.type("half")
        await table.press("ctrl+q", "escape")
        assert table.store.half_typed()
        await table.press("enter")
        assert notes(table) == [("half", None, False)]


# -- internal, long, undone -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("intern: niet zeggen", ("niet zeggen", None, True)),
        ("De raad wil meer; intern: niet zeggen", (
            "De raad wil meer; intern: niet zeggen", None, True)),
        ("HBR: intern: niet zeggen", ("niet zeggen", "hbr", True)),
        ("intern: HBR: niet zeggen", ("niet zeggen", "hbr", True)),
        ("de interne afspraak: nee", ("de interne afspraak: nee", None, False)),
        ("extern: wel", ("extern: wel", None, False)),
    ],
)  # fmt: skip
async def test_internal_anywhere_keeps_a_note_out_of_the_minutes_and_says_so(words, expected):
    async with walking(in_meeting()) as table:
        await table.press("n")
        await table.type(words)
        assert table.shows("internal, not in the minutes") is expected[2]
        await table.press("enter")
        assert notes(table) == [expected]


async def test_a_long_note_is_cut_and_read_on():
    words = " ".join(f"woord{n}" for n in range(200))
    noted = done(in_meeting(), TakeNote(words, "a11"), AddAction("bellen", "a11", "hbr"))
    async with walking(noted) as table:
        assert "woord0" in table.screen
        assert "woord60" not in table.screen
        assert "bellen" in table.screen
        seen = ""
        for _ in range(8):
            await table.press("alt+down")
            seen += table.screen
        assert all(f"woord{n}" in seen for n in range(200))
        for _ in range(9):
            await table.press("alt+up")
        assert "bellen" in table.screen


async def test_at_80_columns_notes_are_read_in_place_of_the_article():
    words = " ".join(f"woord{n}" for n in range(200))
    async with walking(done(in_meeting(), TakeNote(words, "a11")), (80, 24)) as table:
        assert "woord0" not in table.screen
        seen = ""
        for _ in range(5):
            await table.press("alt+down")
            seen += table.screen
        assert all(f"woord{n}" in seen for n in range(200))
        await table.press("escape")
        assert "De huren stijgen" in table.screen


async def test_undo_does_not_take_the_opening_of_a_meeting_back_unasked():
    async with walking(agreement()) as table:
        table.app.workspace.perform(OpenMeeting(number=2))
        await table.press("u")
        assert table.agreement.running_meeting is not None
        assert "take back" in table.screen
        await table.press("escape")
        assert table.agreement.running_meeting is not None
        await table.press("u", "enter")
        assert table.agreement.running_meeting is None


@pytest.mark.parametrize(
    "words",
    [
        "een\r\ntwee\n\n drie",
        "\x1b]0;titel\x07een \x1b[1mtwee\x1b[0m\tdrie",
        "een\u2028twee\x0bdrie",
    ],
)
async def test_pasted_text_keeps_all_its_words_in_one_clean_line(words):
    async with walking(in_meeting()) as table:
        await table.press("n")
        table.walk.on_paste(events.Paste(words))
        await table.press("enter")
        assert notes(table) == [("een twee drie", None, False)]


async def test_a_dissent_whose_reason_follows_returns_before_closing():
    async with walking(in_meeting()) as table:
        await table.press("4", "n", "enter", "f3", "S")
        assert table.shows("Reason follows 1")
        assert table.shows("HBR: does not agree")
