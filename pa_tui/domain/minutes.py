"""What the secretary makes of the minutes: other words, and the versions that went out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Rewording:
    """Other words for a piece of a paper.

    ``place`` names the piece whenever the paper is made again; ``was`` is what the program
    wrote there when it was reworded, so that it shows where that has changed since.
    """

    KIND: ClassVar = "rewording"
    PARENT: ClassVar = None
    ORDER: ClassVar = "id"

    id: str
    meeting: str
    place: str
    was: str
    becomes: str
    at: datetime
    by: str = ""


@dataclass(frozen=True, slots=True)
class MinutesVersion:
    """The minutes of a meeting as they were kept at a moment: "Concept 1" and its text as
    Markdown. ``number`` counts within the meeting."""

    KIND: ClassVar = "minutes_version"
    PARENT: ClassVar = None
    ORDER: ClassVar = "id"

    id: str
    meeting: str
    number: int
    at: datetime
    name: str
    text: str
    by: str = ""
