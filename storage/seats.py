"""Which window on a file this is, so that undo takes back the acts of this window.

A window takes the first free seat on a file and holds it by a lock of the operating system,
which is free again however the window goes away. After a restart the first seat, and with
it the acts that were done from it, is taken again.
"""

from __future__ import annotations

import getpass
import hashlib
import os
import platform
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from filelock import BaseFileLock

_SEATS = 32


class Seat:
    """A window's place at a file. Taken at first use."""

    def __init__(self, path: Path) -> None:
        self._name = known_as(path)
        self._lock: BaseFileLock | None = None
        self._number: int | None = None

    @property
    def number(self) -> int:
        """The number of this window's seat, from 1; 0 where no lock can be had."""
        return self.take()

    def take(self) -> int:
        """Takes a seat where none is taken yet, and tells its number."""
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


def known_as(path: Path) -> str:
    """The name of a file where it may not be read from: a hash of where it is."""
    return hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:16]


def state_folder() -> Path:
    """Where the program keeps what is not the user's to edit."""
    from platformdirs import user_state_path

    return user_state_path("pa-tui", ensure_exists=False)


def this_copy() -> str:
    """The name of this person's copies on this machine, as journals tell it: a hash, so that
    neither the machine nor the person can be read from a file."""
    try:
        person = getpass.getuser()
    except (OSError, KeyError, ImportError):
        person = ""
    return hashlib.sha256(f"{platform.node()}/{person}".encode()).hexdigest()[:12]


def _seats_folder() -> Path:
    folder = state_folder() / "seats"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
