"""The eyes of the room's window: the agreement file as it is now, and where the chair is."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from pa_tui.errors import AgreementError
from pa_tui.room import Sight
from storage.agreement_file import AgreementFile, watch_file
from storage.connection import faults_told
from storage.room import RoomSide

_ALWAYS = 5
"""So often a look reads the file also where it seems unchanged: clocks of files are coarse."""


class Onlooker:
    """Looks at one agreement file and never changes it. Raises FileError where the file is
    not to be read; after that it opens the file anew, which may be another one by then."""

    def __init__(self, path: Path, folder: Path | None = None) -> None:
        self._path = path
        self._file: AgreementFile | None = watch_file(path)
        self._identity = self._sign()[:2]
        self._seen: tuple[int, ...] = ()
        self._looks = 0
        self._room = RoomSide(path, folder)

    def see(self) -> Sight:
        """What the file holds now, and where the chair is."""
        try:
            file = self._kept_up()
        except AgreementError:
            self._let_go()
            raise
        return Sight(file.agreement, self._room.pointer())

    def _kept_up(self) -> AgreementFile:
        sign = self._sign()
        if self._file is None or sign[:2] != self._identity:
            self._let_go()
            self._file = watch_file(self._path)
            self._identity = sign[:2]
        self._looks += 1
        if sign != self._seen or self._looks % _ALWAYS == 0:
            self._file.refresh()
            self._seen = sign
        return self._file

    def _sign(self) -> tuple[int, ...]:
        with faults_told(self._path):
            found = os.stat(self._path)
        return found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size

    def _let_go(self) -> None:
        file, self._file = self._file, None
        if file is not None:
            with suppress(AgreementError):
                file.close()

    def leave(self) -> None:
        """The window goes."""
        self._let_go()
        self._room.leave()
