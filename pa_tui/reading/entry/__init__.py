"""The one line at the bottom of the walk: Dutch as it is typed, and what it means."""

from pa_tui.reading.entry.action import ActionEntry, UntilEntry, read_action, read_until
from pa_tui.reading.entry.leads import LeadEntry, read_leads
from pa_tui.reading.entry.people import parties_called, person_called
from pa_tui.reading.entry.planning import TimingEntry, read_timing

__all__ = [
    "ActionEntry",
    "LeadEntry",
    "TimingEntry",
    "UntilEntry",
    "parties_called",
    "person_called",
    "read_action",
    "read_leads",
    "read_timing",
    "read_until",
]
