"""Planned meetings in the file: after a restart, and with two windows at one agenda."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pa_tui import edits
from pa_tui.domain.meetings import AgendaItem, ItemKind, Meeting, MeetingState
from pa_tui.workspace import Workspace
from tests.store.filing import everything, new_file, opened

PLAN = edits.PlanMeeting(
    date=date(2026, 10, 28),
    begins="13.00",
    agenda=(
        AgendaItem("Opening", 5),
        AgendaItem("Open", 20, kind=ItemKind.SELECTION, selection="open"),
    ),
)


def only(table: Workspace) -> Meeting:
    (meeting,) = table.agreement.ordered_meetings
    return meeting


def test_a_planned_meeting_is_there_after_a_restart_and_opens(tmp_path: Path) -> None:
    table = new_file(tmp_path / "rietbeek.pa", PLAN)
    held, planned = everything(table.agreement), only(table)
    table.store.close()
    again = opened(table.store.path)
    assert everything(again.agreement) == held
    again.perform(edits.OpenMeeting())
    again.store.close()
    running = only(opened(table.store.path))
    assert (running.id, running.state) == (planned.id, MeetingState.OPEN)
    assert running.agenda == planned.agenda


def test_two_windows_make_one_agenda(tmp_path: Path) -> None:
    chair = new_file(tmp_path / "rietbeek.pa", PLAN)
    secretary = opened(chair.store.path)
    first, second = (item.id for item in only(chair).agenda)
    chair.perform(edits.AddAgendaItem(AgendaItem("Bod", 10), first))
    secretary.perform(edits.ExtendAgendaItem(second, 5))
    secretary.perform(edits.MoveAgendaItem(second))
    chair.perform(edits.ChangeAgendaItem(first, "Welkom"))
    told = [(item.title, item.minutes) for item in only(chair).agenda]
    assert told == [("Open", 25), ("Welkom", 5), ("Bod", 10)]


def test_planning_is_taken_back_after_a_restart(tmp_path: Path) -> None:
    table = new_file(tmp_path / "rietbeek.pa", PLAN)
    key = only(table).id
    table.perform(edits.CancelMeeting(key))
    table.store.close()
    again = opened(table.store.path)
    again.undo()
    assert only(again).id == key
    again.undo()
    assert not again.agreement.ordered_meetings
