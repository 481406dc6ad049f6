"""Meetings ahead on screen 3: planned, agendas made by keys, opened, and people offered."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pa_tui.domain.meetings import (
    AgendaItem,
    ItemKind,
    MeetingState,
    MinutesState,
    Presence,
)
from pa_tui.domain.selection import Selection
from pa_tui.edits import (
    AddAction,
    Attend,
    CloseMeeting,
    OpenMeeting,
    PlanMeeting,
)
from pa_tui.services import Services
from storage.meetings import load_templates
from tests.keys.seeing import SIZES, seeing
from tests.samples import TODAY, agreement, done

OCTOBER = date(2026, 10, 28)
ITEMS = (
    AgendaItem("Opening", 5),
    AgendaItem("1 Betaalbaar wonen", 20, theme="t1", kind=ItemKind.THEME),
    AgendaItem("Sluiting", 5),
)


def ahead(day: date = OCTOBER):
    return done(
        agreement(), PlanMeeting(date=day, begins="13.00", place="Raadhuis", agenda=ITEMS)
    )


def only(table):
    (meeting,) = table.agreement.ordered_meetings
    return meeting


def titles(table) -> list[str]:
    return [item.title for item in only(table).agenda]


@pytest.mark.parametrize("size", SIZES)
async def test_a_day_to_come_plans_the_meeting_with_the_agenda_of_its_kind(
    size, tmp_path: Path
):
    services = Services(meeting_templates=lambda: load_templates(tmp_path))
    async with seeing("meeting", agreement(), size, services=services) as table:
        await table.press("right", "right", "down", "down", "ctrl+u")
        await table.type("4-11-2026")
        assert table.shows("plans it for later")
        await table.press("enter")
        meeting = only(table)
        assert (meeting.state, meeting.date) == (MeetingState.PLANNED, date(2026, 11, 4))
        assert table.said == "The meeting is planned"
        assert table.shows("Voorgelegde punten")
        assert table.shows("together 45 min")
        await table.press("escape")
        assert table.shows("4 Nov 2026 administrative meeting 1")


async def test_a_template_that_is_broken_is_told_and_the_shipped_one_used(tmp_path: Path):
    (tmp_path / "werkgroep-1.toml").write_text("overleg = 3", encoding="utf-8")
    services = Services(meeting_templates=lambda: load_templates(tmp_path))
    async with seeing("meeting", agreement(), services=services) as table:
        assert "werkgroep-1.toml" in table.said
        await table.press("enter", "enter")
        assert any("Bod" in item.title for item in only(table).agenda)


@pytest.mark.parametrize("size", SIZES)
async def test_the_agenda_tells_when_each_item_begins_and_when_it_ends(size):
    async with seeing("meeting", ahead(), size) as table:
        assert table.shows("28 Oct 2026 working group 1")
        await table.press("enter")
        assert table.shows("13.05 1 Betaalbaar wonen")
        assert table.shows("13.30 expected end")


@pytest.mark.parametrize("size", SIZES)
async def test_items_are_made_changed_moved_and_dropped_by_keys(size):
    async with seeing("meeting", ahead(), size) as table:
        await table.press("enter", "n")
        await table.enter("Mededelingen 7 min")
        assert [(i.title, i.minutes) for i in only(table).agenda][1] == ("Mededelingen", 7)
        await table.press("down", "J")
        assert titles(table)[:3] == ["Opening", "1 Betaalbaar wonen", "Mededelingen"]
        await table.press("shift+up", "shift+up")
        assert titles(table)[0] == "Mededelingen"
        await table.press("e", "ctrl+u")
        await table.enter("Nieuws")
        await table.press("m")
        await table.enter("12")
        assert only(table).agenda[0].title == "Nieuws"
        assert table.shows("13.12 Opening")
        await table.press("x")
        assert titles(table) == ["Opening", "1 Betaalbaar wonen", "Sluiting"]
        assert table.said == "Off the agenda: “Nieuws”"


async def test_a_theme_and_a_filtered_list_become_items():
    async with seeing("meeting", ahead()) as table:
        await table.press("enter", "t")
        await table.enter("duur")
        await table.press("f", "b")
        added = {item.title: item for item in only(table).agenda}
        assert added["3 Duurzaam"].theme == "t3"
        assert added["To discuss"].selection == Selection.DISCUSS
        await table.press("t")
        await table.enter("9")
        assert "9" in table.said
        assert len(only(table).agenda) == 5


async def test_enter_opens_the_meeting_on_its_day_and_asks_on_another():
    async with seeing("meeting", ahead(TODAY.date())) as table:
        await table.press("enter", "enter")
        assert only(table).state is MeetingState.OPEN
        assert table.shows("At the table 4 of 4 parties")
    async with seeing("meeting", ahead()) as table:
        await table.press("o")
        assert "planned for 28 Oct 2026. Open it now?" in table.screen
        await table.press("n")
        assert only(table).state is MeetingState.PLANNED
        await table.press("o", "y")
        assert (only(table).state, only(table).place) == (MeetingState.OPEN, "Raadhuis")


async def test_day_and_place_change_in_a_form_also_while_it_runs():
    async with seeing("meeting", ahead()) as table:
        await table.press("w", "ctrl+u")
        await table.type("4-11-2026")
        await table.press("down", "ctrl+u")
        await table.enter("14")
        assert (only(table).date, only(table).begins) == (date(2026, 11, 4), "14.00")
        assert table.shows("14.05 1 Betaalbaar wonen")
        await table.press("w", "down", "ctrl+u")
        await table.enter("straks")
        assert "“straks” is no time" in table.said
        await table.press("escape", "enter", "y", "w", "down", "down", "ctrl+u")
        await table.enter("Buurthuis")
        assert table.shows("Place Buurthuis")
        assert table.shows("At the table")


async def test_a_meeting_is_called_off_after_a_yes():
    async with seeing("meeting", ahead()) as table:
        await table.press("X", "n")
        assert table.agreement.ordered_meetings
        await table.press("X", "y")
        assert not table.agreement.ordered_meetings
        assert table.shows("Kind of meeting")


async def test_another_meeting_can_be_asked_for_while_one_is_planned():
    async with seeing("meeting", ahead()) as table:
        await table.press("n")
        assert table.shows("Number 2")
        await table.press("escape")
        assert table.shows("Planned meetings")


def second_meeting():
    return done(
        agreement(),
        OpenMeeting(),
        Attend("Ria Vos", Presence.PRESENT, "beekwonen"),
        Attend("Teun Bos", Presence.PRESENT, "hbr"),
        AddAction("lijst maken", party="HBR"),
        CloseMeeting(),
        OpenMeeting(
            agenda=(
                AgendaItem("Verslag", 5, kind=ItemKind.MINUTES),
                AgendaItem("Acties", 5, kind=ItemKind.ACTIONS),
                *ITEMS,
            )
        ),
    )


@pytest.mark.parametrize("size", SIZES)
async def test_minutes_and_actions_of_last_time_are_treated_from_the_agenda(size):
    async with seeing("meeting", second_meeting(), size) as table:
        await table.press("g")
        assert table.shows("working group 1 5 min")
        assert table.shows("1 open 5 min")
        await table.press("enter", "v")
        first = table.agreement.ordered_meetings[0]
        assert first.minutes_state is MinutesState.ADOPTED
        assert table.said == "Minutes of working group 1 adopted"
        await table.press("enter")
        assert table.said == "No minutes wait to be adopted"
        await table.press("down", "enter")
        assert "actions: open" in table.rows[0]
        assert table.shows("lijst maken")


async def test_minutes_are_adopted_with_changes():
    async with seeing("meeting", second_meeting()) as table:
        await table.press("g", "enter", "w")
        await table.enter("blz. 2: acht wordt twaalf; HBR was er")
        first = table.agreement.ordered_meetings[0]
        assert first.minutes_state is MinutesState.ADOPTED
        assert first.adopted_with == ("blz. 2: acht wordt twaalf", "HBR was er")


async def test_a_theme_leads_to_its_first_open_article_and_its_clock():
    async with seeing("meeting", second_meeting()) as table:
        await table.press("tab", "down", "down", "down", "enter")
        assert table.number() == "1.1"
        assert "Theme 1 · 0 of 20 min" in table.rows[0]
        await table.press("plus", "f3")
        assert table.shows("▸ 1 Betaalbaar wonen 0/4 25 min")


async def test_people_of_last_time_are_offered_and_nobody_is_there_unasked():
    async with seeing("meeting", second_meeting()) as table:
        meeting = table.agreement.running_meeting
        assert table.shows("Ria Vos not noted")
        assert not any(entry.person for entry in meeting.attendance)
        await table.press("down", "down", "o")
        assert table.shows("Ria Vos ● online")
        await table.press("A")
        assert table.shows("Teun Bos ● present")
        assert table.said == "1 person is here"


@pytest.mark.parametrize("size", SIZES)
async def test_a_side_that_walks_out_is_said_quietly(size):
    async with seeing("meeting", second_meeting(), size) as table:
        assert not table.shows("without")
        await table.press("4", "v")
        assert table.shows("without the tenants")


async def test_a_list_of_the_agenda_filters_the_walk():
    item = AgendaItem("Open", 20, kind=ItemKind.SELECTION, selection="open")
    value = done(agreement(), OpenMeeting(agenda=(item,)))
    async with seeing("meeting", value) as table:
        await table.press("tab", "enter")
        assert table.number() == "1.1"
        assert table.app.screen.filter_name == "open"


@pytest.mark.parametrize("size", SIZES)
async def test_a_click_goes_to_a_line_and_a_second_one_enters_it(size):
    async with seeing("meeting", second_meeting(), size) as table:
        board = table.app.screen.board
        row = next(stop for stop in board.stops if stop.value == ("party", "goede-haard"))
        at = (row.x + 6, row.y)
        await table.pilot.click(board, offset=at)
        assert board.current == ("party", "goede-haard")
        assert not table.app.screen.foot.is_busy
        await table.pilot.click(board, offset=at)
        await table.pilot.pause()
        assert "De Goede Haard ▸ a present" in table.screen


async def test_a_click_in_the_form_goes_to_its_line_and_turns_a_choice():
    async with seeing("meeting", agreement()) as table:
        form = table.app.screen.form
        await table.pilot.click(form, offset=(30, 6))
        assert form.field.key == "place"
        await table.pilot.click(form, offset=(30, 12))
        assert form.values["when"] == "now"
        await table.pilot.click(form, offset=(30, 12))
        assert form.values["when"] == "later"


async def test_the_term_of_a_written_round_is_asked_and_kept():
    async with seeing("meeting", agreement()) as table:
        await table.press("right", "right", "right")
        assert table.app.screen.form.values["kind"] == "written"
        assert table.shows("Answers by")
        table.app.screen.form.fill({"answer_by": "25-09-2026"})
        await table.press("enter", "enter")
        meeting = table.agreement.running_meeting
        assert f"{meeting.answer_by:%d-%m-%Y %H.%M}" == "25-09-2026 12.00"
