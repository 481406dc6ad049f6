"""Tells the room's window where the chair is, beside the keys."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from pa_tui.room import Pointer

if TYPE_CHECKING:
    from storage.room import ChairSide


class Herald:
    """Tells of one file at a time. Only the newest place is told, on a thread of its own, and
    nothing before :meth:`begin`: the first picture of the chair comes first."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._runner = ThreadPoolExecutor(1, "room")
        self._begun = False
        self._newest: tuple[Path, Pointer] | None = None
        self._path: Path | None = None
        self._chair: ChairSide | None = None

    def sit_at(self, path: Path) -> None:
        """From now on the chair is at this file."""
        self._path, self._newest = path, None
        if self._begun:
            self._runner.submit(self._get_up)

    def point(self, pointer: Pointer) -> None:
        """The chair is here now."""
        if self._path is not None:
            self._newest = (self._path, pointer)
            if self._begun:
                self._runner.submit(self._tell)

    def begin(self) -> None:
        """The first picture is there: tells what there is to tell."""
        self._begun = True
        self._runner.submit(self._tell)

    def was_at(self) -> Pointer | None:
        """Where a chair at this file was last; None where no window tells."""
        from storage.room import last_pointer

        return None if self._path is None else last_pointer(self._path, self._folder)

    def is_watched(self) -> bool:
        """Whether a window of the room is open on the file."""
        return self._chair is not None and self._chair.is_watched()

    def leave(self) -> None:
        """The window goes."""
        self._runner.submit(self._get_up)
        self._runner.shutdown()

    def _tell(self) -> None:
        newest, self._newest = self._newest, None
        if newest is None:
            return
        path, pointer = newest
        if self._chair is None:
            from storage.room import ChairSide

            self._chair = ChairSide(path, self._folder)
        self._chair.point(pointer)

    def _get_up(self) -> None:
        chair, self._chair = self._chair, None
        if chair is not None:
            chair.leave()
