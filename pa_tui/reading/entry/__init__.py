"""The one line at the bottom of the walk: Dutch as it is typed, and what it means."""

from __future__ import annotations

from datetime import date

from pa_tui.reading.entry.action import ActionEntry, UntilEntry, read_action, read_until
from pa_tui.reading.entry.leads import LeadEntry, read_leads
from pa_tui.reading.entry.people import parties_called, person_called
from pa_tui.reading.entry.planning import TimingEntry, read_timing


def prepare() -> None:
    """Makes ready what the first typed line needs, so that no key has to wait for it; takes
    about a tenth of a second, once, in any thread."""
    day = date(2027, 1, 1)
    line = "jan levert twee lijsten in Q1 2027, jaarlijks vóór 12-10, na vaststelling"
    read_action(line, today=day)
    read_timing(line, year=2027, today=day)
    read_until(line, today=day)
    read_leads("jan samen met piet (klaas); betrokken kees")


__all__ = [
    "ActionEntry",
    "LeadEntry",
    "TimingEntry",
    "UntilEntry",
    "parties_called",
    "person_called",
    "prepare",
    "read_action",
    "read_leads",
    "read_timing",
    "read_until",
]
