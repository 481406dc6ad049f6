"""Who is at the table, put right: taking back, off the list, and words nobody asked for."""

from __future__ import annotations

import pytest

from pa_tui.domain.meetings import AgendaItem, Presence, TableRole
from pa_tui.edits import TakeNote
from pa_tui.edits.agenda import AddAgendaItem
from pa_tui.edits.meeting import Attend
from tests.keys.seeing import SIZES, seeing
from tests.samples import agreement, done, in_meeting


def running(table):
    return table.agreement.running_meeting


def noted(table):
    return {(own.person, own.party) for own in running(table).attendance}


def with_ria():
    return done(in_meeting(), Attend("Ria Vos", Presence.PRESENT, "beekwonen"))


@pytest.mark.parametrize("size", SIZES)
async def test_what_was_just_told_is_taken_back_and_brought_back(size):
    async with seeing("meeting", in_meeting(), size) as table:
        await table.press("down", "x")
        assert running(table).presence_of("beekwonen") is Presence.ABSENT
        await table.press("u")
        assert running(table).presence_of("beekwonen") is Presence.PRESENT
        assert table.said == "Taken back: Beekwonen: absent"
        await table.press("ctrl+r")
        assert running(table).presence_of("beekwonen") is Presence.ABSENT


@pytest.mark.parametrize("mode", ["overview", "meeting", "lists", "papers"])
async def test_what_was_done_elsewhere_is_taken_back_after_a_question(mode):
    async with seeing("walk", in_meeting()) as table:
        work = table.app.workspace
        work.submit(TakeNote("weg ermee", "1.1"), lambda result: None)
        await table.pilot.pause()
        await table.app.action_mode(mode)
        await table.press("u")
        assert table.shows("take back: ")
        assert table.agreement.notes
        await table.press("enter")
        assert not table.agreement.notes
        await table.press("ctrl+r")
        assert table.agreement.notes


async def test_an_item_off_the_agenda_comes_back():
    value = done(in_meeting(), AddAgendaItem(AgendaItem("Rondvraag")))
    async with seeing("meeting", value) as table:
        await table.press("g", "x")
        assert not running(table).agenda
        await table.press("u")
        assert [item.title for item in running(table).agenda] == ["Rondvraag"]


async def test_in_the_form_these_keys_are_letters():
    async with seeing("meeting", agreement()) as table:
        await table.press("down", "down", "down")
        await table.type("buurt")
        assert table.app.screen.form.values["place"] == "buurt"


async def test_a_person_noted_by_mistake_goes_off_the_list():
    async with seeing("meeting", with_ria()) as table:
        assert ("", "beekwonen") not in noted(table)
        await table.press("down", "down", "d")
        assert table.said == "Ria Vos is off the attendance"
        assert ("Ria Vos", "beekwonen") not in noted(table)
        assert running(table).presence_of("beekwonen") is Presence.PRESENT
        await table.press("u")
        assert ("Ria Vos", "beekwonen") in noted(table)


async def test_a_party_stays_on_the_list():
    async with seeing("meeting", in_meeting()) as table:
        before = noted(table)
        await table.press("d")
        assert noted(table) == before
        assert "a party stays" in table.said


@pytest.mark.parametrize("keys", [("down", "r"), ("2", "r")])
async def test_who_replaces_a_party_is_asked_first(keys):
    async with seeing("meeting", in_meeting()) as table:
        await table.press(*keys)
        assert running(table).presence_of("beekwonen") is Presence.PRESENT
        await table.enter("Teun Bos")
        assert running(table).presence_of("beekwonen") is Presence.REPLACED
        assert table.shows("replaced by Teun Bos")


async def test_escape_at_the_role_gives_the_name_back_and_enter_takes_part():
    async with seeing("meeting", in_meeting()) as table:
        await table.press("down", "n")
        await table.enter("Ria Vos")
        await table.press("escape")
        assert table.shows("Name, for Beekwonen ▸ Ria Vos")
        await table.press("enter", "enter")
        entry = next(own for own in running(table).attendance if own.person == "Ria Vos")
        assert entry.role is TableRole.MEMBER


async def test_letters_typed_on_at_a_dropped_question_change_nothing():
    async with seeing("meeting", in_meeting()) as table:
        before = running(table)
        await table.press("2", "escape")
        for letter in "vxo":
            await table.pilot.press(letter)
        assert running(table) == before
        assert table.said == "Words nobody asked for: nothing was done"


async def test_the_footer_of_the_agenda_has_its_words_where_there_is_room():
    value = done(in_meeting(), AddAgendaItem(AgendaItem("Rondvraag")))
    async with seeing("meeting", value) as table:
        await table.press("g")
        assert table.shows("J down K up t theme f list w change")
