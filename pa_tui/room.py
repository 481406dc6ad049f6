"""What the room may see, and where the chair is: all that the room's window is told.

The window of the room reads everything else in the agreement file. A :class:`Pointer` holds
no words of anybody, so that nothing half typed, no note and no search can reach the wall.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from pa_tui.domain.agreement import Agreement


class Room(StrEnum):
    """How much the room sees: what the chair does, nothing new, a pause."""

    LIVE = "live"
    COVERED = "covered"
    PAUSED = "paused"


class Stage(StrEnum):
    """What the chair is at: the title, the meeting with who is there, an article, articles
    that are decided together, or what the meeting came to."""

    COVER = "cover"
    MEETING = "meeting"
    ARTICLE = "article"
    TOGETHER = "together"
    RESULT = "result"


class Wish(StrEnum):
    """How the chair wants the text shown: the change first and the final text after, or one
    of the two until he goes on."""

    USUAL = "usual"
    CHANGE = "change"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where the chair is.

    ``article`` is its id, ``part`` the place of the part at hand from 1, ``articles`` the
    ids of those decided together, ``meeting`` the id of the meeting whose result is shown.
    ``page`` counts the times the chair read on; pages go round. ``positions`` tells whether
    the room sees what every party says.
    """

    stage: Stage = Stage.COVER
    article: str = ""
    part: int = 1
    articles: tuple[str, ...] = ()
    meeting: str = ""
    page: int = 0
    wish: Wish = Wish.USUAL
    room: Room = Room.LIVE
    positions: bool = False


class Sight(NamedTuple):
    """What the room's window finds: the agreement as the file holds it, and where the chair
    is; None where no window of a chair is open."""

    agreement: Agreement
    pointer: Pointer | None
