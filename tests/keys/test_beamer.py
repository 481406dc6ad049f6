"""The chair's window points and the room's window follows, both in the real app."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime

import pytest
from textual.pilot import Pilot

import screens
from pa_tui import edits
from pa_tui.app import PaTuiApp
from pa_tui.domain.decisions import Outcome
from pa_tui.errors import FileError
from pa_tui.language import speak
from pa_tui.memory import MemoryStore
from pa_tui.room import Pointer, Room, Sight, Stage, Wish
from pa_tui.services import Services
from pa_tui.workspace import Workspace
from screens.keys import EVERYWHERE
from tests.keys.seeing import seeing
from tests.keys.walking import Table, ticking, walking
from tests.samples import TODAY, agreement, done, in_meeting


class Chair(Table):
    """The chair's window, with all places it pointed at."""

    def __init__(self, app: PaTuiApp, pilot: Pilot[None], pointed: list[Pointer]) -> None:
        super().__init__(app, pilot, app.workspace.store)  # type: ignore[union-attr,arg-type]
        self.pointed = pointed

    @property
    def at(self) -> Pointer:
        return self.pointed[-1]


@asynccontextmanager
async def chairing(
    value, *, watched: bool = True, mode: str = "walk", was_at: Pointer | None = None
) -> AsyncIterator[Chair]:
    speak("en")
    pointed: list[Pointer] = []
    services = Services(point=pointed.append, is_watched=lambda: watched, was_at=lambda: was_at)
    work = Workspace(MemoryStore(value), ticking(), "Noor")
    app = PaTuiApp(screens.front(), services, work, mode=mode)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        yield Chair(app, pilot, pointed)
    speak("nl")


def reworded():
    """1.1 in other words."""
    return done(in_meeting(), edits.ReviseText("a11", agreement().articles["a41"].text))


# -- the chair points ------------------------------------------------------------------------


async def test_a_window_that_was_only_opened_points_nowhere():
    async with chairing(in_meeting()) as chair:
        assert not chair.pointed
        work = chair.app.workspace
        work._show(done(work.agreement, edits.RecordDecision("a13", Outcome.AGREED)))
        await chair.pilot.pause()
        assert not chair.pointed


@pytest.mark.parametrize(("value", "number"), [(in_meeting, "4.1"), (agreement, "1.1")])
async def test_a_window_in_a_meeting_opens_where_the_chair_was(value, number):
    was_at = Pointer(Stage.ARTICLE, "a41")
    async with chairing(value(), was_at=was_at) as chair:
        assert chair.number() == number
        assert not chair.pointed
        await chair.press("n")
        assert chair.at.article == chair.walk.here


async def test_it_opens_where_words_were_left():
    store = MemoryStore(agreement())
    store.keep_half_typed("note", "a13", "een halve")
    async with walking(agreement(), store=store) as table:
        assert table.number() == "1.3"


async def test_it_points_where_it_goes():
    async with chairing(in_meeting()) as chair:
        await chair.press("home")
        assert chair.at == Pointer(Stage.ARTICLE, "a11")
        await chair.press("down")
        assert chair.at == Pointer(Stage.ARTICLE, "a12")
        await chair.press("tab")
        assert chair.at == Pointer(Stage.ARTICLE, "a12", 2)
        await chair.press("pagedown")
        assert chair.at.page == 1
        await chair.press("down")
        assert chair.at == Pointer(Stage.ARTICLE, "a13")


async def test_a_search_is_not_for_the_room_until_it_is_chosen():
    async with chairing(in_meeting()) as chair:
        count = len(chair.pointed)
        await chair.press("slash")
        await chair.type("buurtbeheer")
        await chair.pilot.pause()
        assert chair.number() == "4.1"
        assert len(chair.pointed) == count
        await chair.press("enter")
        assert chair.at.article == "a41"


async def test_a_search_that_is_dropped_never_shows():
    async with chairing(in_meeting()) as chair:
        await chair.press("slash")
        await chair.type("buurtbeheer")
        await chair.press("escape")
        assert {pointer.article for pointer in chair.pointed} == {"a11"}


async def test_typing_moves_nothing_and_an_act_points_again():
    async with chairing(in_meeting()) as chair:
        await chair.press("n")
        count = len(chair.pointed)
        await chair.type("half")
        assert len(chair.pointed) == count
        await chair.press("enter")
        assert len(chair.pointed) > count
        assert chair.at.article == "a11"


async def test_news_of_another_window_points_nowhere():
    async with chairing(in_meeting()) as chair:
        await chair.press("up", "n")
        await chair.type("half")
        count = len(chair.pointed)
        work = chair.app.workspace
        work._show(done(work.agreement, edits.RecordDecision("a13", Outcome.AGREED)))
        await chair.pilot.pause()
        assert len(chair.pointed) == count


async def test_taking_back_points_again():
    async with chairing(in_meeting()) as chair:
        await chair.press("a", "down")
        count = len(chair.pointed)
        await chair.press("up", "u")
        assert chair.agreement.decision_on("a11") is None
        assert len(chair.pointed) > count + 1
        assert chair.at.article == "a11"


async def test_what_the_chair_wants_to_see_of_the_text():
    async with chairing(reworded()) as chair:
        await chair.press("c")
        assert chair.at.wish is Wish.FINAL
        await chair.press("c")
        assert chair.at.wish is Wish.CHANGE
        await chair.press("j")
        assert chair.at.wish is Wish.USUAL
        await chair.press("down")
        assert chair.at.wish is Wish.USUAL


async def test_another_text_is_never_shown_as_final_before_its_change():
    async with chairing(reworded()) as chair:
        await chair.press("c")
        assert chair.at.wish is Wish.FINAL
        chair.walk.act(edits.ReviseText("a11", agreement().articles["a31"].text))
        await chair.pilot.pause()
        assert chair.at.wish is Wish.USUAL


async def test_articles_that_are_decided_together_are_shown_first():
    async with chairing(in_meeting()) as chair:
        await chair.press("A")
        assert chair.at.stage is Stage.TOGETHER
        await chair.press("down", "pagedown")
        assert (chair.at.stage, chair.at.page) == (Stage.TOGETHER, 2)
        assert chair.at.articles[:2] == ("a11", "a12")
        await chair.press("escape")
        assert chair.at.stage is Stage.ARTICLE
        await chair.press("A", "enter")
        assert chair.at.stage is Stage.ARTICLE


async def test_z_holds_the_wall_and_leaves_the_chairs_own_screen_alone():
    async with chairing(in_meeting()) as chair:
        await chair.press("n")
        await chair.enter("vertrouwelijk")
        await chair.press("z")
        assert chair.at.room is Room.COVERED
        assert "vertrouwelijk" in chair.screen
        assert "room: held still" in chair.rows[0]
        await chair.press("down", "z")
        assert chair.at == Pointer(Stage.ARTICLE, "a12", room=Room.PAUSED)
        assert "room: pause" in chair.rows[0]
        await chair.press("a")
        assert chair.agreement.decision_on("a12") is not None
        await chair.press("z")
        assert chair.at.room is Room.LIVE
        assert "room:" not in chair.rows[0]


async def test_without_a_window_of_the_room_z_covers_this_screen():
    async with chairing(in_meeting(), watched=False) as chair:
        await chair.press("z")
        assert "Notes and half-typed words are hidden" in chair.said
        assert chair.at.room is Room.LIVE
        await chair.press("z")
        assert "Pause" in chair.screen
        assert chair.at.room is Room.PAUSED
        await chair.press("z")
        assert chair.at.room is Room.LIVE


async def test_positions_are_shown_when_the_chair_wants_it():
    async with chairing(in_meeting()) as chair:
        await chair.press("home")
        assert not chair.at.positions
        await chair.press("Z")
        assert chair.at.positions
        await chair.press("down", "Z")
        assert not chair.at.positions


async def test_the_meeting_points_at_who_is_there_and_at_its_result():
    async with chairing(in_meeting()) as chair:
        meeting = chair.agreement.running_meeting.id
        await chair.press("z", "f3")
        assert chair.at == Pointer(Stage.MEETING, meeting=meeting, room=Room.COVERED)
        await chair.press("z", "z")
        assert chair.at == Pointer(Stage.MEETING, meeting=meeting)
        assert chair.said == "The room's window follows you again"
        await chair.press("S")
        assert (chair.at.stage, chair.at.page) == (Stage.RESULT, 0)
        await chair.press("pagedown", "pagedown", "pageup")
        assert chair.at.page == 1
        await chair.press("enter")
        assert chair.agreement.running_meeting is None
        assert (chair.at.stage, chair.at.meeting) == (Stage.RESULT, meeting)
        await chair.press("f2")
        assert chair.at.stage is Stage.ARTICLE


async def test_without_a_window_of_the_room_the_meeting_says_how_to_open_one():
    async with chairing(in_meeting(), watched=False, mode="meeting") as chair:
        await chair.press("z")
        assert "pa-tui beamer" in chair.said
        assert chair.at.room is Room.LIVE


async def test_before_a_meeting_the_room_sees_the_title():
    async with chairing(agreement(), mode="meeting") as chair:
        await chair.press("down")
        assert chair.at == Pointer()


# -- the room follows ------------------------------------------------------------------------


class RoomWindow(Table):
    """The room's window with what it looks at."""

    sight: Sight | Exception
    now: datetime = TODAY

    async def looks(self, sight: Sight | Exception) -> str:
        self.sight = sight
        self.app.screen.look()  # type: ignore[attr-defined]
        await self.pilot.pause()
        return " ".join(self.screen.split())


@asynccontextmanager
async def in_the_room(size: tuple[int, int] = (80, 24)) -> AsyncIterator[RoomWindow]:
    speak("en")
    held: list[RoomWindow] = []

    def see() -> Sight:
        found = held[0].sight if held else Sight(in_meeting(), None)
        if isinstance(found, Exception):
            raise found
        return found

    services = Services(see=see, now=lambda: held[0].now if held else TODAY)
    app = PaTuiApp(screens.room_front(), services)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        room = RoomWindow(app, pilot, MemoryStore())
        room.sight = Sight(in_meeting(), None)
        held.append(room)
        yield room
    speak("nl")


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_the_window_follows_the_chair(size):
    async with in_the_room(size) as room:
        assert "1 Betaalbaar wonen" in " ".join(room.screen.split())
        assert room.app.theme == "contrast"
        shown = await room.looks(Sight(in_meeting(), Pointer(Stage.ARTICLE, "a11")))
        assert "1.1 Huurverhoging" in shown
        shown = await room.looks(Sight(in_meeting(), Pointer(Stage.ARTICLE, "a31")))
        assert "3.1 Isoleren" in shown
        assert "Huurverhoging" not in shown


@pytest.mark.parametrize("error", [FileError("gone"), RuntimeError("unforeseen")])
async def test_whatever_goes_wrong_the_picture_stays(error):
    async with in_the_room() as room:
        before = await room.looks(Sight(in_meeting(), Pointer(Stage.ARTICLE, "a11")))
        assert await room.looks(error) == before
        room.now = TODAY.replace(minute=5)
        await room.looks(error)
        room.now = TODAY.replace(minute=6)
        assert await room.looks(error) == f"{before} as it was at 14:00"


async def test_a_picture_that_cannot_be_made_leaves_the_one_before(monkeypatch):
    async with in_the_room() as room:
        before = await room.looks(Sight(in_meeting(), Pointer(Stage.ARTICLE, "a11")))

        def fails(*args: object) -> None:
            raise FileError("gone")

        with monkeypatch.context() as patched:
            patched.setattr("screens.beamer.screen.picture", fails)
            shown = await room.looks(Sight(in_meeting(), Pointer(Stage.ARTICLE, "a13")))
            assert shown == f"{before} as it was at 14:00"
        assert "Schulden" in await room.looks(room.sight)


async def test_another_size_gets_another_picture():
    async with in_the_room() as room:
        pointer = Pointer(Stage.ARTICLE, "a42")
        assert "page 1 of 8" in await room.looks(Sight(in_meeting(), pointer))
        await room.pilot.resize_terminal(120, 50)
        await room.pilot.pause()
        await room.pilot.pause()
        assert "page 1 of 3" in await room.looks(room.sight)


async def test_its_keys_do_no_harm_and_q_leaves():
    async with in_the_room() as room:
        before = await room.looks(Sight(in_meeting(), Pointer(Stage.ARTICLE, "a11")))
        keys = (
            "up",
            "down",
            "a",
            "z",
            "question_mark",
            "ctrl+p",
            "f2",
            "escape",
            "enter",
            "tab",
        )
        await room.press(*keys, "pagedown", "ctrl+c", "n", "x", "colon")
        assert await room.looks(room.sight) == before
        await room.press("f9")
        assert room.app.theme == "calm"
        await room.press("q")
        assert room.app._exit


async def test_the_ordinary_program_has_no_room_mode():
    async with seeing("walk", in_meeting()) as table:
        assert "beamer" not in table.app.modes
        assert all("beamer" not in command.does for command in EVERYWHERE)
