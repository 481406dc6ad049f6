"""The papers that can be made of an agreement now, and where they go."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.meetings import Meeting, MeetingState, MinutesState
from pa_tui.language import _
from pa_tui.papers.blocks import Paper
from pa_tui.papers.draft import draft, version_name
from pa_tui.papers.gatherings import code
from pa_tui.papers.minutes import minutes


@dataclass(frozen=True, slots=True)
class Offer:
    """A paper that exists now: its ``key``, what it is called, how it stands ("concept"),
    the end of its file's name, its forms, and how it is made."""

    key: str
    title: str
    state: str
    stem: str
    forms: tuple[str, ...]
    make: Callable[[Agreement, datetime], Paper]


def offers(agreement: Agreement) -> tuple[Offer, ...]:
    """The minutes of every meeting, the latest first, then the draft."""
    held = [m for m in agreement.ordered_meetings if m.state is not MeetingState.PLANNED]
    return (*(minutes_of(meeting) for meeting in reversed(held)), the_draft(agreement))


def minutes_of(meeting: Meeting) -> Offer:
    """The minutes of a meeting."""
    key = meeting.id
    return Offer(
        f"minutes:{key}",
        _(
            "Minutes {meeting}, {day}",
            meeting=labels.meeting(meeting),
            day=labels.day(meeting.date),
        ),
        _standing(meeting),
        f"verslag-{code(meeting)}",
        ("docx", "md"),
        lambda agreement, at: minutes(agreement, agreement.meetings[key], at=at),
    )


def the_draft(agreement: Agreement) -> Offer:
    """The text of the agreement as it stands."""
    return Offer(
        "draft",
        _("Draft agreement"),
        version_name(agreement),
        "concept",
        ("docx",),
        lambda agreement, at: draft(agreement, at=at),
    )


def place_of(offer: Offer, file: Path, form: str) -> Path:
    """Where a paper goes: beside the agreement file, under its name."""
    stem = re.sub(r"[^\w.-]+", "-", file.stem).strip("-") or "afspraken"
    return file.with_name(f"{stem}-{offer.stem}.{form}")


def free_place(path: Path) -> Path:
    """The path, or the first one like it with a number that is not taken."""
    number = 1
    free = path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free


def _standing(meeting: Meeting) -> str:
    if meeting.minutes_state is MinutesState.ADOPTED:
        return labels.name(MinutesState.ADOPTED)
    if meeting.state is MeetingState.OPEN:
        return _("still running")
    return labels.name(MinutesState.CONCEPT)
