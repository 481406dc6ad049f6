from __future__ import annotations

from datetime import date, time

import pytest

from pa_tui.domain.timing import Timing, TimingKind
from pa_tui.reading.wording import (
    say_clock,
    say_date,
    say_deadline,
    say_list,
    say_period,
    say_short,
    say_timing,
    say_weekday,
)


def test_dates_are_said_in_both_languages() -> None:
    day = date(2026, 10, 1)
    assert (say_date(day), say_date(day, "en")) == ("1 oktober 2026", "1 October 2026")
    assert (say_short(day), say_short(day, "en")) == ("1 okt 2026", "1 Oct 2026")
    assert (say_weekday(day), say_weekday(day, "en", short=True)) == ("donderdag", "Thu")


def test_a_deadline_on_the_last_of_a_month_is_before_the_next() -> None:
    assert say_deadline(date(2026, 9, 30)) == "vóór 1 oktober 2026"
    assert say_deadline(date(2026, 12, 31), "en") == "before 1 January 2027"
    assert say_deadline(date(2026, 10, 12)) == "uiterlijk 12 oktober 2026"
    assert say_deadline(date.max) == "uiterlijk 31 december 9999"


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (date(2026, 5, 1), date(2026, 8, 31), "1 mei - 31 augustus 2026"),
        (date(2026, 12, 1), date(2027, 2, 28), "1 december 2026 - 28 februari 2027"),
        (date(2027, 1, 1), date(2027, 12, 31), "2027"),
        (date(2027, 1, 1), date(2029, 12, 31), "2027 - 2029"),
        (date(2027, 3, 2), date(2027, 3, 2), "2 maart 2027"),
    ],
)
def test_a_period_is_said_as_short_as_it_can_be(start: date, end: date, said: str) -> None:
    assert say_period(start, end) == said


@pytest.mark.parametrize(
    ("timing", "dutch", "english"),
    [
        (
            Timing("Q1", TimingKind.PERIOD, date(2027, 1, 1), date(2027, 3, 31)),
            "1 januari - 31 maart 2027",
            "1 January - 31 March 2027",
        ),
        (
            Timing("per 2028", TimingKind.START, date(2028, 1, 1)),
            "vanaf 1 januari 2028",
            "from 1 January 2028",
        ),
        (Timing("x", TimingKind.TARGET, None, date(2050, 12, 31)), "2050", "2050"),
        (Timing("x", TimingKind.RECURRING, every="quarter"), "elk kwartaal", "quarterly"),
        (Timing("x", TimingKind.RECURRING, every="2 year"), "elke 2 jaar", "every 2 years"),
        (
            Timing("x", TimingKind.RECURRING, every="year", count=3),
            "3 keer per jaar",
            "3 times yearly",
        ),
        (Timing("na vaststelling", TimingKind.EVENT), "na vaststelling", "na vaststelling"),
    ],
)
def test_a_timing_says_the_days_it_means(timing: Timing, dutch: str, english: str) -> None:
    assert (say_timing(timing), say_timing(timing, "en")) == (dutch, english)


def test_clocks_and_lists() -> None:
    assert (say_clock(time(14, 35)), say_clock(time(9, 5), "en")) == ("14.35 uur", "09:05")
    assert say_list(["A"]) == "A"
    assert say_list(["A", "B", "C"]) == "A, B en C"
    assert say_list(["A", "B"], "en") == "A and B"
    assert say_list([]) == ""
