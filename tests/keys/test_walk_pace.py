"""The clock of the walk, its pace, and coming and leaving."""

from __future__ import annotations

from uuid import UUID

from pa_tui.domain.decisions import Outcome
from pa_tui.domain.meetings import AgendaItem, ItemKind
from pa_tui.edits import apply
from pa_tui.edits.base import Moment
from pa_tui.edits.decision import RecordDecision
from pa_tui.edits.meeting import OpenMeeting, SuspendMeeting
from screens.goal import GOAL, Goal
from tests.keys.walking import walking
from tests.samples import TODAY, agreement, done, in_meeting


async def test_the_clock_goes_on():
    times = [TODAY]
    async with walking(in_meeting(), clock=lambda: times[0]) as table:
        assert "14:00" in table.rows[0]
        times[0] = TODAY.replace(hour=15, minute=7)
        table.walk.look_at_clock()
        await table.pilot.pause()
        assert "15:07" in table.rows[0]


async def test_the_pace_of_a_theme_with_planned_minutes():
    item = AgendaItem("Thema 1", 20, theme="t1")
    rest = AgendaItem("Rondvraag", 10)
    begun = done(agreement(), OpenMeeting(date=TODAY.date(), agenda=(item, rest)))
    times = [TODAY]
    async with walking(begun, clock=lambda: times[0]) as table:
        assert "Theme 1 · 0 of 20 min · done ± 14.30" in table.rows[0]
        times[0] = TODAY.replace(minute=14)
        await table.press("down")
        assert "Theme 1 · 14 of 20 min · ◕ 6 min left · done ± 14.30" in table.rows[0]
        times[0] = TODAY.replace(minute=21)
        await table.press("down")
        assert "Theme 1 · 21 of 20 min · ● time is up · done ± 14.31" in table.rows[0]
        await table.press("plus")
        assert "Theme 1 · 21 of 25 min · ◕ 4 min left · done ± 14.35" in table.rows[0]
        assert table.said == "5 minutes more for “Thema 1”"


async def test_the_expected_end_stays_where_the_cursor_goes():
    items = (AgendaItem("Thema 1", 20, theme="t1"), AgendaItem("Thema 2", 30, theme="t2"))
    begun = done(agreement(), OpenMeeting(date=TODAY.date(), agenda=items))
    async with walking(begun, clock=lambda: TODAY) as table:
        assert "done ± 14.50" in table.rows[0]
        table.walk.go("a21")
        await table.pilot.pause()
        assert "Theme 2 · 0 of 30 min · done ± 14.50" in table.rows[0]


async def test_another_screen_sends_the_walk_somewhere():
    async with walking(agreement()) as table:
        table.app.kept[GOAL] = Goal("a31", "no_lead")
        table.walk.take_goal()
        await table.pilot.pause()
        assert table.number() == "3.1"
        assert table.walk.contents.rows.articles == 11


async def test_leaving_asks_while_a_meeting_runs():
    async with walking(in_meeting()) as table:
        await table.press("ctrl+q")
        assert "The meeting is still open. Leave the program?" in table.screen
        await table.press("n")
        assert table.app.is_running
        await table.press("ctrl+q", "y")
        assert not table.app.is_running or table.app._exit


async def test_leaving_is_at_once_without_a_meeting():
    async with walking(agreement()) as table:
        await table.press("ctrl+q")
        assert table.app._exit


async def test_a_filtered_list_keeps_its_clock_after_an_article_was_decided():
    items = (
        AgendaItem("Opening", 5),
        AgendaItem("Open punten", 20, kind=ItemKind.SELECTION, selection="open"),
    )
    begun = done(agreement(), OpenMeeting(date=TODAY.date(), agenda=items))
    times = [TODAY]
    async with walking(begun, clock=lambda: times[0]) as table:
        assert "Open punten · 0 of 20 min" in table.rows[0]
        await table.press("a")
        times[0] = TODAY.replace(minute=3)
        table.walk.look_at_clock()
        await table.pilot.pause()
        assert "Open punten · 3 of 20 min" in table.rows[0]


async def test_time_is_found_again_after_a_restart_and_none_goes_by_while_suspended():
    items = (AgendaItem("Thema 1", 20, theme="t1"), AgendaItem("Thema 2", 30, theme="t2"))
    begun = done(agreement(), OpenMeeting(date=TODAY.date(), agenda=items))
    later = Moment(TODAY.replace(minute=12), "Noor", UUID(int=77))
    begun = apply(RecordDecision("1.1", Outcome.AGREED), begun, later).agreement
    begun = apply(SuspendMeeting(), begun, later).agreement
    times = [TODAY.replace(minute=30)]
    async with walking(begun, clock=lambda: times[0]) as table:
        times[0] = TODAY.replace(minute=45)
        table.walk.look_at_clock()
        await table.pilot.pause()
        assert "Theme 1 · 12 of 20 min" in table.rows[0]


async def test_what_was_decided_on_a_list_counts_for_it_after_a_restart():
    items = (
        AgendaItem("Opening", 5),
        AgendaItem("Open punten", 20, kind=ItemKind.SELECTION, selection="open"),
    )
    begun = done(agreement(), OpenMeeting(date=TODAY.date(), agenda=items))
    later = Moment(TODAY.replace(minute=9), "Noor", UUID(int=77))
    begun = apply(RecordDecision("1.1", Outcome.AGREED), begun, later).agreement
    async with walking(begun, clock=lambda: TODAY.replace(minute=9)) as table:
        table.walk.look_at_clock()
        await table.pilot.pause()
        assert "Open punten · 9 of 20 min" in table.rows[0]


async def test_the_top_line_says_quietly_which_side_is_not_there():
    async with walking(in_meeting(absent=("hbr",))) as table:
        assert "without the tenants" in table.rows[0]
    async with walking(in_meeting(absent=("beekwonen",))) as table:
        assert "without" not in table.rows[0]


async def test_without_an_item_there_is_nothing_to_extend():
    async with walking(in_meeting()) as table:
        await table.press("plus")
        assert table.said == "No item of the agenda is being treated"
