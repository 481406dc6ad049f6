"""Key help, finding acts by name, colours and language."""

from __future__ import annotations

import pytest

from pa_tui.language import spoken
from pa_tui.services import Services
from screens.help.acts import acts_on
from screens.keys import EVERYWHERE
from tests.keys.seeing import SIZES, seeing
from tests.samples import agreement, in_meeting

MODES = ("overview", "walk", "meeting", "lists", "papers")


@pytest.mark.parametrize("size", SIZES)
async def test_the_help_shows_the_keys_of_this_screen(size):
    async with seeing("lists", in_meeting(), size) as table:
        await table.press("question_mark")
        assert table.shows("The keys of this screen")
        assert table.shows("enter to the article Shows its article")
        assert table.shows("g done The action is done")
        words = " ".join(" ".join(row.split()) for row in table.rows)
        assert "before:2026-10" in words
        await table.press("escape")
        assert table.shows("Actions 0 of 0")


@pytest.mark.parametrize("key", ["f5", "alt+5"])
async def test_a_key_of_the_list_does_what_it_says_there(key):
    async with seeing("overview", agreement()) as table:
        await table.press("question_mark", key)
        await table.pilot.pause()
        assert table.app.current_mode == "papers"


async def test_a_function_key_that_does_nothing_leaves_the_list_open():
    async with seeing("overview", agreement()) as table:
        await table.press("question_mark", "f12")
        assert table.shows("The keys of this screen")


async def test_typing_narrows_and_enter_does_it():
    async with seeing("overview", agreement()) as table:
        await table.press("question_mark")
        await table.type("minutes draft")
        assert table.shows("F5 alt+5 papers Minutes, draft and other papers")
        assert not table.shows("F1 alt+1 overview")
        await table.press("enter")
        await table.pilot.pause()
        assert table.app.current_mode == "papers"


async def test_what_is_called_nothing_does_nothing():
    async with seeing("overview", agreement()) as table:
        await table.press("ctrl+p")
        await table.type("[/zzz]")
        assert table.shows("Nothing is called that")
        await table.press("enter")
        assert table.app.current_mode == "overview"


@pytest.mark.parametrize("mode", MODES)
async def test_every_command_of_every_screen_is_found_and_exists(mode):
    async with seeing(mode, in_meeting()) as table:
        screen = table.app.screen
        ids = [command.id for command in screen.commands()]
        assert len(ids) == len(set(ids))
        for command in screen.commands():
            owner = table.app if command.does.startswith("app.") else screen
            name = command.does.removeprefix("app.").partition("(")[0]
            assert hasattr(owner, f"action_{name}"), command.id
        labels = {act.label for act in acts_on(screen)}
        assert {command.label for command in EVERYWHERE} <= labels


@pytest.mark.parametrize("mode", MODES)
async def test_no_two_commands_of_a_screen_want_the_same_key(mode):
    async with seeing(mode, in_meeting()) as table:
        keys = [k for command in table.app.screen.commands() for k in command.keys.split(",")]
        assert sorted(keys) == sorted(set(keys))


async def test_colours_are_chosen_by_name_and_kept():
    kept = []
    services = Services(keep=lambda name, value: kept.append((name, value)))
    async with seeing("overview", agreement(), services=services) as table:
        await table.press("ctrl+p")
        await table.enter("high contrast")
        await table.pilot.pause()
        assert table.app.theme == "contrast"
        assert kept == [("theme", "contrast")]


async def test_another_language_is_spoken_at_once_and_kept():
    kept = []
    services = Services(keep=lambda name, value: kept.append((name, value)))
    async with seeing("overview", agreement(), services=services) as table:
        await table.press("f3", "f1", "ctrl+p")
        await table.enter("Nederlands")
        await table.pilot.pause()
        assert spoken() == "nl"
        assert kept == [("language", "nl")]
        assert table.shows("F1 overzicht")
        assert not table.shows("F1 overview")
        await table.press("f3")
        assert table.shows("Een overleg openen")
        assert not table.shows("Place")


async def test_leaving_the_help_while_a_meeting_runs_ends_nothing():
    async with seeing("lists", in_meeting()) as table:
        await table.press("question_mark", "ctrl+q")
        assert table.app._exit is False
        assert table.shows("Actions 0 of 0")
