"""What the meeting's screen is about, one stage at a time."""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """What the screen is about."""

    PLANNED = "planned"
    OPENING = "opening"
    CHANGING = "changing"
    AGENDA = "agenda"
    RUNNING = "running"
    ADOPTING = "adopting"
    CLOSING = "closing"
    CLOSED = "closed"

    @property
    def is_form(self) -> bool:
        """Whether a form takes the keys."""
        return self in (Stage.OPENING, Stage.CHANGING)
