"""Planned meetings on paper: the times of the agenda, and a place in the calendar."""

from __future__ import annotations

from datetime import date, datetime

from exports import rendered
from pa_tui.domain.decisions import Treatment
from pa_tui.domain.meetings import AgendaItem, ItemKind, MeetingKind
from pa_tui.edits import AskTreatment, PlanMeeting
from pa_tui.papers.planning import planning
from pa_tui.papers.registry import PAPERS, Wish
from tests.samples import TODAY, agreement, done

DAY = date(2026, 10, 28)
ITEMS = (
    AgendaItem("Opening", 5),
    AgendaItem("Te bespreken", 20, kind=ItemKind.SELECTION, selection="discuss"),
    AgendaItem("Sluiting"),
)


def planned(begins: str = "13.00", **fields):
    return done(
        agreement(),
        AskTreatment(("1.2", "2.1"), "HBR", Treatment.DISCUSS, "om de aantallen"),
        PlanMeeting(date=DAY, begins=begins, secretary="Ilse", agenda=ITEMS, **fields),
    )


def agenda(begins: str) -> str:
    return rendered(PAPERS["agenda"].make(planned(begins), Wish(TODAY)), "md").decode()


def test_the_agenda_prints_when_each_item_begins_and_which_articles_it_holds() -> None:
    told = agenda("13.00")
    assert "13.00 - 13.25 uur" in told
    assert "13.00 Opening (5 min)" in told
    assert "13.05 Te bespreken (20 min): 1.2 en 2.1" in told
    assert "13.25 Sluiting" in told


def test_without_a_beginning_there_are_minutes_and_no_times() -> None:
    told = agenda("")
    assert "1. Opening (5 min)" in told
    assert "13." not in told


def test_what_parties_asked_beforehand_is_for_the_chair() -> None:
    told = agenda("13.00")
    assert "HBR: bespreken, om de aantallen" in told


def only(value):
    (appointment,) = [
        own for own in planning(value, at=TODAY).appointments if "erkgroep" in own.title
    ]
    return appointment


def test_a_planned_meeting_is_in_the_calendar_from_its_beginning_to_its_end() -> None:
    made = only(planned())
    assert (made.start, made.end) == (
        datetime(2026, 10, 28, 13, 0),
        datetime(2026, 10, 28, 13, 25),
    )
    assert (only(planned("")).start, only(planned("")).end) == (DAY, DAY)


def test_a_written_round_lasts_until_its_answers_are_due() -> None:
    value = done(
        agreement(),
        PlanMeeting(MeetingKind.WRITTEN, date=DAY, answer_by=datetime(2026, 11, 4, 12, 0)),
    )
    (made,) = [
        own for own in planning(value, at=TODAY).appointments if "chriftelijke" in own.title
    ]
    assert (made.start, made.end) == (DAY, date(2026, 11, 4))
