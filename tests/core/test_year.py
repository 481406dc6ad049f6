"""The days of the year: all of them in the year before, the last one on the safe side."""

from __future__ import annotations

from datetime import date

from pa_tui.domain.year import Milestone, year_days


def test_a_set_is_made_in_the_year_before_it():
    days = {day.what: day for day in year_days(2027)}
    assert days[Milestone.REPORT].start == date(2026, 5, 1)
    assert days[Milestone.BID].end == date(2026, 7, 1)
    assert days[Milestone.SIGNED].end == date(2026, 12, 14)


def test_the_boards_meet_some_day_of_a_month():
    loose = [day for day in year_days(2027) if not day.is_fixed]
    assert [(day.start.month, day.end.day) for day in loose] == [(1, 31), (9, 30), (11, 30)]


def test_the_days_come_in_order():
    starts = [day.start for day in year_days(2027)]
    assert starts == sorted(starts)
