"""The one-line entries: what they read, keep and lose."""

from __future__ import annotations

from datetime import date

import pytest

from pa_tui.domain.parties import State
from pa_tui.memory import MemoryStore
from tests.keys.walking import walking
from tests.samples import agreement, in_meeting


async def test_a_note_for_the_minutes():
    async with walking(in_meeting()) as table:
        await table.press("n")
        await table.enter("HBR: liever vijftien dan twaalf")
        (note,) = table.agreement.notes.of("a11")
        assert (note.text, note.party) == ("liever vijftien dan twaalf", "hbr")
        assert table.shows("HBR: liever vijftien dan")
        assert "Note at 1.1" in table.said


async def test_an_internal_note_says_that_it_is():
    async with walking(in_meeting()) as table:
        await table.press("n")
        await table.type("intern: nog bellen")
        assert "internal, not in the minutes" in table.screen
        await table.press("enter")
        (note,) = table.agreement.notes.of("a11")
        assert note.internal
        assert note.text == "nog bellen"
        assert "nog bellen" not in table.said


async def test_an_action_is_understood_as_it_is_typed():
    async with walking(in_meeting()) as table:
        await table.press("k")
        await table.type("Beekwonen levert lijst aan voor 1 oktober")
        assert "Beekwonen · before 1 October 2026" in table.screen
        await table.press("enter")
        (action,) = table.agreement.actions.of("a11")
        assert (action.party, action.due) == ("beekwonen", date(2026, 9, 30))
        assert table.shows("before 1 October 2026")


async def test_a_day_the_calendar_has_not_is_told_and_nothing_is_lost():
    async with walking(in_meeting()) as table:
        await table.press("k")
        await table.enter("HBR belt op 31 september")
        assert "HBR belt op 31 september" in table.screen
        assert not table.agreement.actions.of("a11")
        await table.press("escape")


async def test_lead_together_and_involved_in_one_line():
    async with walking(in_meeting()) as table:
        await table.press("t")
        await table.enter("Beekwonen, samen met gemeente, betrokken HBR")
        (part,) = table.agreement.commitments_of("a11")
        assert [lead.party for lead in part.leads] == ["beekwonen"]
        assert part.joint == ("rietbeek",)
        assert [who.party for who in part.involved] == ["hbr"]
        for words in ("Lead Beekwonen", "Together Gemeente", "Involved HBR"):
            assert table.shows(words)
        await table.press("u")
        assert table.agreement.commitments_of("a11")[0].leads == ()


async def test_enter_confirms_a_suggested_lead():
    async with walking(in_meeting()) as table:
        await table.press("down", "tab")
        assert table.shows("Lead Gemeente (suggested)")
        await table.press("t")
        assert "1.2 · lead ▸ Gemeente, samen met Beekwonen, betrokken HBR" in table.screen
        await table.press("enter")
        part = table.agreement.commitments_of("a12")[1]
        assert [(lead.party, lead.state) for lead in part.leads] == [
            ("rietbeek", State.CONFIRMED)
        ]
        assert part.joint == ("beekwonen",)


async def test_a_name_nobody_answers_to_is_refused_and_kept():
    async with walking(in_meeting()) as table:
        await table.press("t")
        await table.enter("Xyzzy")
        assert "1.1 · lead ▸ Xyzzy" in table.screen
        assert table.agreement.commitments_of("a11")[0].leads == ()


async def test_planning_shows_the_days_it_means():
    async with walking(in_meeting()) as table:
        await table.press("p")
        await table.type("T2 2027")
        assert "1 May - 31 August 2027" in table.screen
        await table.press("enter")
        (timing,) = table.agreement.commitments_of("a11")[0].timings
        assert (timing.start, timing.end) == (date(2027, 5, 1), date(2027, 8, 31))
        assert table.shows("When T2 2027 · 1 May - 31 Aug 2027")


async def test_planning_belongs_to_the_part_the_cursor_is_at():
    async with walking(in_meeting()) as table:
        await table.press("down", "tab", "p", "enter")
        first, second = table.agreement.commitments_of("a12")
        assert second.timings[0].state is State.CONFIRMED
        assert first.timings[0].text == "In 2027"


async def test_tab_completes_a_party():
    async with walking(in_meeting()) as table:
        await table.press("t")
        await table.type("bee")
        await table.press("tab")
        assert "1.1 · lead ▸ Beekwonen" in table.screen


async def test_a_note_stays_with_the_article_it_was_begun_on():
    async with walking(in_meeting()) as table:
        await table.press("n")
        await table.type("hier")
        table.walk.go("a21")
        await table.pilot.pause()
        assert "1.1 · note ▸ hier" in table.screen
        assert table.number() == "2.1"
        await table.press("enter")
        assert [note.text for note in table.agreement.notes.of("a11")] == ["hier"]


async def test_half_typed_words_are_kept_and_forgotten_with_the_act():
    async with walking(in_meeting()) as table:
        await table.press("n")
        await table.type("h")
        assert [(h.purpose, h.place, h.text) for h in table.store.half_typed()] == [
            ("note", "a11", "h")
        ]
        await table.enter("ier")
        assert table.store.half_typed() == ()


async def test_escape_forgets_half_typed_words():
    async with walking(in_meeting()) as table:
        await table.press("n")
        await table.type("hier")
        await table.press("escape")
        assert table.store.half_typed() == ()
        assert not table.agreement.notes.of("a11")


@pytest.mark.parametrize("keys", [("enter",), ("x",)])
async def test_half_typed_words_are_offered_again(keys):
    store = MemoryStore(agreement())
    store.keep_half_typed("note", "a21", "hierover nog")
    async with walking(agreement(), store=store) as table:
        assert "something is half typed at 2.1" in table.screen
        assert "hierover nog" not in "".join(table.rows[-2:])
        await table.press(*keys)
        if keys == ("x",):
            assert store.half_typed() == ()
            assert not table.walk.foot.is_busy
            return
        assert "2.1 · note ▸ hierover nog" in table.screen
        await table.press("enter")
        assert [note.text for note in table.agreement.notes.of("a21")] == ["hierover nog"]


async def test_pasted_words_are_cleaned_and_made_one_line():
    async with walking(in_meeting()) as table:
        await table.press("n")
        table.walk.foot.paste("een\x1b[31m\ntwee\x00")
        await table.press("enter")
        assert [note.text for note in table.agreement.notes.of("a11")] == ["een twee"]


async def test_the_line_can_be_corrected_like_any_line():
    async with walking(in_meeting()) as table:
        await table.press("n")
        await table.type("aap noot")
        await table.press("ctrl+w", "home", "delete", "end", "backspace", "ctrl+z")
        assert "1.1 · note ▸ ap " in table.screen


async def test_ctrl_s_says_that_everything_is_saved():
    async with walking(in_meeting()) as table:
        await table.press("ctrl+s")
        assert table.said == "Everything is saved"


async def test_at_80_columns_what_was_understood_stands_below():
    async with walking(in_meeting(), (80, 24)) as table:
        await table.press("k")
        await table.type("Beekwonen levert de lijst aan voor 1 oktober")
        assert "Beekwonen levert de lijst aan voor 1 oktober" in table.rows[-2]
        assert "Beekwonen · before 1 October 2026" in table.rows[-1]
