"""When a copy of the table's state is due: at the opening of a meeting, and every ten minutes
while it runs, so that any other laptop can take over from a Word file."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from pa_tui.domain.meetings import Meeting

EVERY = timedelta(minutes=10)
LOOK_EVERY = 15.0
"""Seconds between two looks whether a copy is due."""


class Safeguard:
    """Has a copy made whenever one is due; ``copy`` must come back at once."""

    def __init__(self, copy: Callable[[], None]) -> None:
        self._copy = copy
        self._last: tuple[str, datetime] | None = None

    def look(self, meeting: Meeting | None, now: datetime) -> bool:
        """Has a copy made where one is due; whether it was."""
        if meeting is None:
            self._last = None
            return False
        if self._last is not None:
            of, at = self._last
            if of == meeting.id and now - at < EVERY:
                return False
        self._last = (meeting.id, now)
        self._copy()
        return True


def begin_copy(path: Path, folder: str) -> None:
    """Starts writing the state of a file as a Word file beside it, or in a folder; not at
    all where that is "-". A copy that cannot be written is no reason to disturb a meeting."""
    if folder == "-":
        return
    import subprocess

    name = f"{path.stem}-noodkopie.docx"
    place = (Path(folder).expanduser() if folder else path.parent) / name
    asked = ("export", "state", str(path), "-o", str(place), "--force")
    quiet = subprocess.DEVNULL
    with suppress(OSError):
        subprocess.Popen(
            (sys.executable, "-m", "pa_tui", *asked),
            stdin=quiet,
            stdout=quiet,
            stderr=quiet,
            start_new_session=True,
        )
