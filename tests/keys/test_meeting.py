"""The meeting: opened by two Enters, attendance by single keys, closed after a look."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from pa_tui.domain.decisions import Outcome, Stance
from pa_tui.domain.meetings import MeetingKind, MeetingState, Presence, TableRole
from pa_tui.edits.article import AddAction
from pa_tui.edits.decision import RecordDecision, TakePosition
from pa_tui.edits.meeting import CloseMeeting, is_suspended
from pa_tui.errors import N_, FileError
from pa_tui.services import Services
from screens.meeting.leftover import balance, why_words
from screens.meeting.opening import clock_typed, day_typed
from storage.meetings import load_templates
from tests.keys.seeing import SIZES, seeing
from tests.samples import agreement, done, in_meeting


def running(table):
    return table.agreement.running_meeting


@pytest.mark.parametrize("size", SIZES)
async def test_two_enters_open_a_meeting(size):
    async with seeing("meeting", agreement(), size) as table:
        assert table.shows("Kind of meeting ‹ working group ›")
        await table.press("enter")
        assert running(table) is None
        assert table.shows("Open working group 1 now ▸ enter yes")
        await table.press("enter")
        meeting = running(table)
        assert (meeting.kind, meeting.number) == (MeetingKind.WORKING_GROUP, 1)
        assert meeting.date == date(2026, 9, 15)
        assert table.said == "The meeting is open"
        assert table.shows("At the table 4 of 4 parties")


async def test_escape_leaves_the_form_as_it_was_typed():
    async with seeing("meeting", agreement()) as table:
        await table.press("down", "down", "down")
        await table.type("Raadhuis")
        await table.press("enter", "escape")
        assert running(table) is None
        assert table.shows("Place Raadhuis")


async def test_what_is_typed_takes_the_place_of_what_stood_there(tmp_path):
    async with seeing("meeting", agreement(), services=shipped(tmp_path)) as table:
        await table.press("down")
        await table.type("3")
        assert table.app.screen.form.values["number"] == "3"
        await table.type("1")
        assert table.app.screen.form.values["number"] == "31"
        await table.press("down", "end")
        await table.type("0")
        assert table.app.screen.form.values["date"] == "15-09-20260"


async def test_the_form_knows_the_chair_of_last_time_and_the_next_number():
    value = done(agreement())
    async with seeing("meeting", value) as table:
        await table.press("down", "down", "down")
        await table.type("Raadhuis")
        await table.press("tab")
        await table.type("Ans")
        await table.press("enter", "enter", "S", "enter", "n")
        assert table.shows("Number 2")
        assert table.shows("Place Raadhuis")
        assert table.shows("Chair Ans")


def shipped(folder: Path) -> Services:
    """With the agendas that come with the program."""
    return Services(meeting_templates=lambda: load_templates(folder))


async def test_another_kind_brings_its_own_number_and_length(tmp_path):
    value = done(in_meeting(), CloseMeeting())
    async with seeing("meeting", value, services=shipped(tmp_path)) as table:
        assert table.shows("Number 3")
        await table.press("right", "right")
        assert table.shows("‹ administrative meeting ›")
        assert table.shows("Number 1")
        assert table.shows("Length in minutes 45")


async def test_what_is_no_date_opens_nothing_and_says_the_way_out():
    async with seeing("meeting", agreement()) as table:
        await table.press("down", "down", "ctrl+u")
        await table.enter("morgen")
        assert running(table) is None
        assert "“morgen” is no date" in table.said


@pytest.mark.parametrize(
    ("key", "presence"),
    [
        ("o", Presence.ONLINE),
        ("k", Presence.EXCUSED),
        ("x", Presence.ABSENT),
        ("v", Presence.LEFT),
        ("b", Presence.ARRIVED),
    ],
)
@pytest.mark.parametrize("size", SIZES)
async def test_one_key_says_how_a_party_is_there(key, presence, size):
    async with seeing("meeting", in_meeting(), size) as table:
        await table.press("down", key)
        assert running(table).presence_of("beekwonen") is presence
        assert table.said.startswith("Beekwonen: ")


async def test_a_digit_asks_for_that_party():
    async with seeing("meeting", in_meeting()) as table:
        await table.press("4")
        assert "HBR ▸ a present" in table.screen
        await table.press("k")
        assert running(table).presence_of("hbr") is Presence.EXCUSED
        assert table.shows("3 of 4 parties")


async def test_a_person_comes_for_a_party_and_is_replaced():
    async with seeing("meeting", in_meeting()) as table:
        await table.press("down", "n")
        await table.enter("Ria Vos")
        await table.press("d")
        assert table.shows("Ria Vos ● present")
        await table.press("down", "r")
        await table.enter("Teun Bos")
        assert table.shows("replaced by Teun Bos")
        assert running(table).is_here("beekwonen")


async def test_an_adviser_belongs_to_no_party():
    async with seeing("meeting", in_meeting()) as table:
        await table.press("n")
        await table.enter("Kim Aker")
        await table.press("a")
        entry = next(a for a in running(table).attendance if a.person == "Kim Aker")
        assert (entry.party, entry.role) == (None, TableRole.ADVISER)
        assert table.shows("Advisers and listeners")


async def test_suspended_and_resumed_stand_in_the_course_of_the_meeting():
    async with seeing("meeting", in_meeting()) as table:
        await table.press("s")
        assert is_suspended(running(table))
        assert table.shows("14.00 meeting suspended")
        await table.press("s")
        assert not is_suspended(running(table))
        assert table.shows("14.00 meeting resumed")


def half_done():
    return done(
        in_meeting(absent=("hbr",)),
        RecordDecision("1.1", Outcome.AGREED),
        RecordDecision("1.2", Outcome.DEFERRED, until="werkgroep 3"),
        RecordDecision("1.3", Outcome.DROPPED),
        RecordDecision("2.2", Outcome.NO_AGREEMENT, reason="startdatum"),
    )


async def test_closing_shows_first_what_is_left_and_closes_nothing():
    async with seeing("meeting", half_done()) as table:
        await table.press("S")
        assert running(table) is not None
        assert table.shows("2 decided, 1 held over, 1 to the administrative meeting, 0 actions")
        assert table.shows("1 Betaalbaar wonen 1 1.4")
        assert table.shows("1.2 Starters met voorrang held over until werkgroep 3")
        assert table.shows("1.1 Huurverhoging HBR")
        assert table.shows("Reason follows 1")
        assert table.shows("1.3 Schulden voorkomen dropped")
        assert not table.shows("2.2 Verwijzing to the administrative meeting")


async def test_a_narrow_closing_list_keeps_the_titles():
    async with seeing("meeting", half_done(), (80, 24)) as table:
        await table.press("S", *["pagedown"] * 2)
        assert table.shows("1.2 Starters met voorrang held over until werkgroep 3")


async def test_escape_lets_the_meeting_go_on():
    async with seeing("meeting", half_done()) as table:
        await table.press("S", "escape")
        assert running(table) is not None
        assert table.said == "The meeting goes on"
        assert table.shows("At the table")


async def test_from_closing_one_key_leads_to_what_is_open():
    async with seeing("meeting", half_done()) as table:
        await table.press("S", "down", "down", "right")
        assert table.number() == "2.1"
        assert running(table) is not None


class Pen:
    """Writes papers as files of their titles, and can refuse."""

    def __init__(self) -> None:
        self.refuses = False

    def __call__(self, paper, path: Path, form: str, *, force=False, **more) -> Path:
        if self.refuses:
            raise FileError(N_("The folder {folder} is full."), folder="map")
        if path.exists() and not force:
            raise AssertionError("written over unasked")
        path.write_text(f"{form}: {paper.title}", encoding="utf-8")
        return path


async def closed(table, tmp_path, pen):
    table.store.path = tmp_path / "rietbeek.pa"
    await table.press("S", "enter")
    assert running(table) is None
    assert table.agreement.ordered_meetings[-1].state is MeetingState.CLOSED


async def test_after_closing_one_key_makes_minutes_and_draft(tmp_path):
    pen = Pen()
    async with seeing("meeting", half_done(), services=Services(export=pen)) as table:
        await closed(table, tmp_path, pen)
        assert table.shows("working group 2 was closed at 14:00")
        await table.press("p")
        await table.app.workers.wait_for_complete()
        await table.pilot.pause()
        names = sorted(path.name for path in tmp_path.iterdir())
        assert names == [
            "rietbeek-actielijst.docx",
            "rietbeek-concept-1-wijzigingen-sinds-opening-wg2.docx",
            "rietbeek-concept-1.docx",
            "rietbeek-verslag-wg2-2026-09-15.docx",
            "rietbeek-verslag-wg2-2026-09-15.md",
        ]
        assert table.said == f"5 papers written in {tmp_path.resolve()}"
        assert table.shows("rietbeek-verslag-wg2-2026-09-15.md")


@pytest.mark.parametrize(("answer", "kept"), [("b", True), ("o", False)])
async def test_a_paper_that_is_there_is_never_written_over_unasked(tmp_path, answer, kept):
    old = tmp_path / "rietbeek-verslag-wg2-2026-09-15.docx"
    old.write_text("old", encoding="utf-8")
    pen = Pen()
    async with seeing("meeting", half_done(), services=Services(export=pen)) as table:
        await closed(table, tmp_path, pen)
        await table.press("p")
        assert "rietbeek-verslag-wg2-2026-09-15.docx is there already" in table.screen
        await table.press(answer)
        await table.app.workers.wait_for_complete()
        await table.pilot.pause()
        assert (old.read_text(encoding="utf-8") == "old") is kept
        assert (tmp_path / "rietbeek-verslag-wg2-2026-09-15-2.docx").exists() is kept


async def test_a_paper_that_cannot_be_written_says_why(tmp_path):
    pen = Pen()
    pen.refuses = True
    async with seeing("meeting", half_done(), services=Services(export=pen)) as table:
        await closed(table, tmp_path, pen)
        await table.press("p")
        await table.app.workers.wait_for_complete()
        await table.pilot.pause()
        assert table.said == "The folder map is full."


async def test_leaving_asks_while_a_meeting_runs():
    async with seeing("meeting", in_meeting()) as table:
        await table.press("ctrl+q")
        assert "The meeting is still open" in table.screen
        await table.press("escape")
        assert table.app._exit is False
        await table.press("ctrl+q", "y")
        assert table.app._exit is True


async def test_leaving_needs_no_answer_without_a_meeting():
    async with seeing("meeting", agreement()) as table:
        await table.press("ctrl+q")
        assert table.app._exit is True


async def test_the_clock_goes_on():
    at = [datetime(2026, 9, 15, 14, 8)]
    value = done(agreement())
    async with seeing("meeting", value) as table:
        await table.press("enter", "enter")
        table.app.workspace.clock = lambda: at[0]
        table.app.screen._tick()
        await table.pilot.pause()
        assert table.shows("15 Sep · 14:08")
        assert table.shows("Time 8 of 120 min")
        assert table.shows("Expected end ± 16:03")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("15-09-2026", date(2026, 9, 15)),
        ("15-9-26", date(2026, 9, 15)),
        ("15/9/2026", date(2026, 9, 15)),
        ("2026-09-15", date(2026, 9, 15)),
        ("31-02-2026", None),
        ("morgen", None),
        ("15-9", None),
        ("", None),
    ],
)
def test_a_day_is_typed_in_more_than_one_way(words, day):
    assert day_typed(words) == day


@pytest.mark.parametrize(
    ("words", "clock"),
    [
        ("13.00", "13.00"),
        ("9:05", "9.05"),
        ("13", "13.00"),
        ("", ""),
        ("25.00", None),
        ("1u", None),
    ],
)
def test_a_time_is_typed_in_more_than_one_way(words, clock):
    assert clock_typed(words) == clock


async def test_closing_lists_reservations_and_actions_nobody_has():
    value = done(
        half_done(),
        TakePosition("1.4", "HBR", Stance.RESERVE, "eerst de cijfers", date(2026, 10, 12)),
        AddAction("cijfers navragen"),
        AddAction("lijst maken", party="HBR", due=date(2026, 10, 1)),
    )
    made = balance(value, value.running_meeting)
    (reserved,) = (one for one in made.returning if one.article == "a14")
    assert "HBR" in why_words(value, reserved)
    ((action, words),) = made.unplanned
    assert (made.outcomes.count(Outcome.DEFERRED), action.number) == (1, 1)
    assert words.startswith("cijfers navragen")


async def test_the_form_names_the_way_out_and_a_question_mark_can_be_typed():
    async with seeing("meeting", agreement()) as table:
        assert "esc back" in table.rows[-2] + table.rows[-1]
        await table.press("down", "down", "down", "question_mark")
        assert table.app.screen.form.values["place"].endswith("?")


async def test_a_question_mark_helps_where_no_text_takes_it():
    async with seeing("meeting", agreement()) as table:
        before = table.app.screen
        await table.press("question_mark")
        assert table.app.screen is not before
