"""Which window on a file this is, so that undo takes back the acts of this window.

A window takes the first free seat on a file and holds it by a lock of the operating system,
which is free again however the window goes away. After a restart the first seat, and with
it the acts that were done from it, is taken again.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

if TYPE_CHECKING:
    from filelock import BaseFileLock

_SEATS = 32


class Seat:
    """A window's place at a file. Taken at first use."""

    def __init__(self, path: Path) -> None:
        self._name = hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:16]
        self._lock: BaseFileLock | None = None
        self._number: int | None = None

    @property
    def number(self) -> int:
        """The number of this window's seat, from 1; 0 where no lock can be had."""
        if self._number is None:
            self._number = self._taken()
        return self._number

    def is_anothers(self, seat: int) -> bool:
        """Whether a window that is open now, another than this one, holds a seat."""
        if self.number in (seat, 0):
            return False
        lock = self._try(seat)
        if lock is not None:
            lock.release()
        return lock is None

    def leave(self) -> None:
        """Frees the seat."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _taken(self) -> int:
        try:
            for seat in range(1, _SEATS + 1):
                self._lock = self._try(seat)
                if self._lock is not None:
                    return seat
        except OSError:
            return 0  # no folder for locks: then every window counts as this one
        return 0

    def _try(self, seat: int) -> BaseFileLock | None:
        """The lock on a seat, or None where another window holds it; OSError where the
        folder for locks cannot be written."""
        from filelock import FileLock, Timeout

        lock = FileLock(_seats_folder() / f"{self._name}-{seat}.lock")
        try:
            lock.acquire(blocking=False)
        except Timeout:
            return None
        return lock


def state_folder() -> Path:
    """Where the program keeps what is not the user's to edit."""
    from platformdirs import user_state_path

    return user_state_path("pa-tui", ensure_exists=False)


def this_copy() -> str:
    """The name of this installation's copies in journals: made once and kept.

    Where it cannot be kept, a new one each time, so that no two copies share one.
    """
    try:
        place = state_folder() / "copy"
        if place.exists():
            return place.read_text(encoding="ascii").strip() or uuid4().hex[:12]
        place.parent.mkdir(parents=True, exist_ok=True)
        name = uuid4().hex[:12]
        place.write_text(name, encoding="ascii")
    except (OSError, UnicodeError):
        return uuid4().hex[:12]
    return name


def _seats_folder() -> Path:
    folder = state_folder() / "seats"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
