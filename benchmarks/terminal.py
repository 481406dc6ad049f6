"""A terminal that watches the clock: runs a program in a pseudo-terminal and times its screen.

For POSIX systems. Times are taken when bytes arrive; what they mean is worked out with pyte
afterwards. A frame inside synchronized output (CSI ? 2026) counts when it is closed, as in a
terminal that knows it.
"""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import re
import select
import struct
import termios
import time
from collections.abc import Callable, Sequence

import pyte

COLUMNS, LINES = 120, 40
_QUERIES = {b"\x1b[?2026$p": b"\x1b[?2026;2$y", b"\x1b[c": b"\x1b[?62c"}
_UNKNOWN = re.compile(r"\x1b\[[<>=?][0-9;]*[uvq]|\x1b\[\?[0-9;]*\$p")
_PATIENCE = 5.0
_CLOSED = "\x1b[?2026l"
_OPENED = "\x1b[?2026h"


class TooSlow(RuntimeError):
    """Something that was waited for did not come."""


class Terminal:
    """A program in a terminal of 120 by 40; times are milliseconds."""

    def __init__(self, command: Sequence[str], environment: dict[str, str]) -> None:
        self.screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.Stream(self.screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._held = ""
        self.begun = time.monotonic()
        self.child, self._fd = pty.fork()
        if self.child == 0:
            os.execvpe(command[0], command, environment)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))

    def until(self, seen: Callable[[str], bool], seconds: float = 30) -> float:
        """Waits until the screen is as wanted; the time since the program began."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            arrived = self._read(0.05)
            if arrived and self._show(arrived[1]) and seen(self.text):
                return (arrived[0] - self.begun) * 1000
        raise TooSlow(self.text)

    def settled(self, quiet: float = 0.3) -> None:
        """Waits until nothing has come for so many seconds."""
        while (arrived := self._read(quiet)) is not None:
            self._show(arrived[1])

    def key(self, keys: str, quiet: float = 0.08) -> float:
        """Presses a key; the time until the screen changed for the last time before it was
        quiet for so many seconds."""
        pressed = time.monotonic()
        os.write(self._fd, keys.encode())
        chunks = []
        while (arrived := self._read(quiet if chunks else _PATIENCE)) is not None:
            chunks.append(arrived)
        last = None
        for at, chunk in chunks:
            before = self.text
            if self._show(chunk) and self.text != before:
                last = at
        if last is None:
            raise TooSlow(f"{keys!r} changed nothing:\n{self.text}")
        return (last - pressed) * 1000

    def type_until(self, keys: str, seen: Callable[[str], bool], seconds: float = 10) -> float:
        """Presses a key; the time until the screen is as wanted."""
        pressed = time.monotonic()
        os.write(self._fd, keys.encode())
        return self.until(seen, seconds) - (pressed - self.begun) * 1000

    @property
    def text(self) -> str:
        """What the screen shows, a line a line."""
        return "\n".join(self.screen.display)

    def close(self) -> None:
        """Ends the program with its own key, or with a signal where that does not help."""
        os.write(self._fd, b"\x11")
        end = time.monotonic() + 3
        while time.monotonic() < end:
            done, _ = os.waitpid(self.child, os.WNOHANG)
            if done:
                break
            self._read(0.05)
        else:
            os.kill(self.child, 9)
            os.waitpid(self.child, 0)
        os.close(self._fd)

    def _read(self, wait: float) -> tuple[float, bytes] | None:
        """What came within so many seconds, with the moment; None where nothing did."""
        ready, _, _ = select.select([self._fd], [], [], wait)
        if not ready:
            return None
        try:
            chunk = os.read(self._fd, 65536)
        except OSError:
            return None
        at = time.monotonic()
        for query, answer in _QUERIES.items():
            if query in chunk:
                os.write(self._fd, answer)
        return (at, chunk) if chunk else None

    def _show(self, chunk: bytes) -> bool:
        """Brings a chunk on the screen; False while a frame is still open."""
        self._held += self._decoder.decode(chunk)
        if self._held.rfind(_OPENED) > self._held.rfind(_CLOSED):
            return False
        self._stream.feed(_UNKNOWN.sub("", self._held))
        self._held = ""
        return True
