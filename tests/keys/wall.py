"""The wall without a terminal: what a room reads there, look after look."""

from __future__ import annotations

from datetime import datetime, timedelta

from pa_tui.domain.agreement import Agreement
from pa_tui.room import Pointer, Sight, Stage
from screens.beamer.following import Following
from screens.beamer.picture import picture
from tests.samples import TODAY


def at(article: str, **more: object) -> Pointer:
    """The chair is at an article."""
    return Pointer(Stage.ARTICLE, article, **more)  # type: ignore[arg-type]


class Wall:
    """Looks at a chair and is read as rows of words."""

    def __init__(self, width: int = 80, height: int = 24) -> None:
        self.following = Following()
        self.width, self.height = width, height
        self.now = TODAY
        self.rows: list[str] = []

    def looks(self, agreement: Agreement | None, pointer: Pointer | None = None) -> str:
        """One look; what the room reads then. No agreement: the file cannot be read."""
        sight = None if agreement is None else Sight(agreement, pointer)
        wall = self.following.see(sight, self.now)
        lines = picture(wall, self.width, self.height, self.now)
        self.rows = ["".join(run.text for run in row) for row in lines]
        return self.text

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.rows).replace("▎", " ").split())

    def later(self, **time: float) -> datetime:
        self.now += timedelta(**time)
        return self.now
