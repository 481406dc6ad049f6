"""Where the chair is, told from his window to that of the room.

A small file in the folder of this person's running programs, which nobody else can read. It
is written whole or not at all; what cannot be written or read counts as not there, for the
work at the table goes on without it. Locks of the operating system tell which windows are
open: they are free again however a window goes away.
"""

from __future__ import annotations

import os
import stat
import warnings
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from pa_tui.room import Pointer, Room
from storage.seats import known_as

if TYPE_CHECKING:
    from filelock import BaseFileLock

_MOST = 65536
"""Bytes; a file that is longer is none of ours."""


class _Told(msgspec.Struct, frozen=True):
    """What the file holds: the process of the chair's window, and where he is."""

    process: int
    pointer: Pointer


_decode = msgspec.json.Decoder(_Told).decode
_UNUSABLE = (OSError, NotImplementedError)
"""What a folder raises that no file or lock can be had in."""


def running_folder() -> Path:
    """The folder of this person's running programs."""
    from platformdirs import user_runtime_path

    with warnings.catch_warnings():  # of a system without such a folder: another one will do
        warnings.simplefilter("ignore")
        return user_runtime_path("pa-tui", ensure_exists=False)


def last_pointer(path: Path, folder: Path | None = None) -> Pointer | None:
    """Where a chair was last, as a window told that is open still or went without a word."""
    try:
        found = _read(_Place(path, folder).file)
    except _UNUSABLE:
        return None
    return found.pointer if found is not None else None


class _Place:
    """The files about one agreement file in the folder of running programs."""

    def __init__(self, path: Path, folder: Path | None = None) -> None:
        self._folder = folder or running_folder()
        self._name = known_as(path)
        self.file = self._folder / f"{self._name}.json"

    def private(self) -> None:
        """Makes the folder, for this person alone; raises OSError where it is another's."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.name == "nt":
            return
        found = self._folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid():
            raise PermissionError(str(self._folder))
        if found.st_mode & 0o077:
            self._folder.chmod(0o700)

    def lock(self, who: str) -> BaseFileLock:
        """A lock that no window holds yet; the caller takes it."""
        from filelock import FileLock

        place = self._folder / f"{self._name}.{who}.lock"
        return FileLock(place, mode=0o600, thread_local=False)

    def taken(self, who: str) -> bool:
        """Whether a window that is open now holds a lock."""
        lock = _held(self.lock(who))
        if lock is not None:
            lock.release()
        return lock is None


def _held(lock: BaseFileLock) -> BaseFileLock | None:
    """The lock, taken; None where another window has it."""
    from filelock import Timeout

    try:
        lock.acquire(blocking=False)
    except Timeout:
        return None
    return lock


def _chair(process: int) -> str:
    return f"chair-{process}"


_ROOM = "room"


class ChairSide:
    """The chair's window on a file: it tells where the chair is.

    ``process`` is told with it. All methods are quiet where the folder cannot be used.
    """

    def __init__(
        self, path: Path, folder: Path | None = None, process: int | None = None
    ) -> None:
        self._place = _Place(path, folder)
        self._process = os.getpid() if process is None else process
        self._lock: BaseFileLock | None = None
        self._room = Room.LIVE

    def point(self, pointer: Pointer) -> bool:
        """Tells where the chair is now; whether that worked."""
        try:
            self._sit_down()
            self._write(msgspec.json.encode(_Told(self._process, self._agreed(pointer))))
        except _UNUSABLE:
            return False
        return True

    def _agreed(self, pointer: Pointer) -> Pointer:
        """The pointer, paused where another window of a chair ordered that: a window that
        did not change it never ends a pause."""
        changed, self._room = pointer.room is not self._room, pointer.room
        if changed or not self._place.file.exists():
            return pointer
        found = _read(self._place.file)
        if found is None or not self._place.taken(_chair(found.process)):
            return pointer
        return replace(pointer, room=found.pointer.room)

    def _write(self, told: bytes) -> None:
        half = self._place.file.with_suffix(f".{self._process}")
        half.unlink(missing_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
        with open(os.open(half, flags, 0o600), "wb") as file:
            file.write(told)
        try:
            os.replace(half, self._place.file)
        except PermissionError:  # Windows, where the room's window is just reading it
            os.replace(half, self._place.file)

    def _sit_down(self) -> None:
        if self._lock is None:
            self._place.private()
            self._lock = _held(self._place.lock(_chair(self._process)))

    def is_watched(self) -> bool:
        """Whether a window of the room is open on the file."""
        try:
            self._place.private()
            return self._place.taken(_ROOM)
        except _UNUSABLE:
            return False

    def leave(self) -> None:
        """The chair's window goes: it points nowhere any more."""
        lock, self._lock = self._lock, None
        if lock is None:
            return
        with suppress(OSError):
            found = _read(self._place.file)
            if found is not None and found.process == self._process:
                self._place.file.unlink()
        lock.release()
        with suppress(OSError):
            Path(lock.lock_file).unlink(missing_ok=True)


class RoomSide:
    """The room's window on a file: it asks where the chair is."""

    def __init__(self, path: Path, folder: Path | None = None) -> None:
        self._place = _Place(path, folder)
        self._lock: BaseFileLock | None = None
        self._seen: tuple[tuple[int, ...], _Told | None] | None = None

    def pointer(self) -> Pointer | None:
        """Where the chair is; None where no window of a chair is open."""
        try:
            self._sit_down()
            told = self._told()
            there = told is not None and self._place.taken(_chair(told.process))
        except _UNUSABLE:
            return None
        return told.pointer if told is not None and there else None

    def _told(self) -> _Told | None:
        found = self._place.file.lstat()
        sign = (found.st_mtime_ns, found.st_ino, found.st_size)
        if self._seen is None or self._seen[0] != sign:
            self._seen = (sign, _read(self._place.file))
        return self._seen[1]

    def _sit_down(self) -> None:
        if self._lock is None:
            self._place.private()
            self._lock = _held(self._place.lock(_ROOM))

    def leave(self) -> None:
        """The room's window goes."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def _read(file: Path) -> _Told | None:
    """What stands in the file; None where that is not what this program writes."""
    with file.open("rb") as opened:
        words = opened.read(_MOST)
    try:
        return _decode(words)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
