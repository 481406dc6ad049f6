"""The terminal on POSIX systems, left at once when the program ends.

Textual's own input thread looks every tenth of a second whether it should stop, and once
more after that; here a pipe wakes it.
"""

from __future__ import annotations

import os
import selectors
from codecs import getincrementaldecoder
from collections.abc import Callable
from contextlib import suppress

from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

Decode = Callable[[bytes], str]

_AT_ONCE = 4096
_TICK = 0.1
"""Seconds after which an escape that nothing followed is the Escape key."""


class QuickDriver(LinuxDriver):
    """Textual's driver with a way to wake its input thread."""

    _wake: int | None = None

    def disable_input(self) -> None:
        """Ends the input thread without waiting for its next look."""
        wake = self._wake
        if wake is not None and not self.exit_event.is_set():
            with suppress(OSError):  # the terminal is gone, and the thread with it
                os.write(wake, b".")  # first: once the event is set the pipe may be closed
            self.exit_event.set()
            if self._key_thread is not None:
                self._key_thread.join()
            self.exit_event.clear()
        super().disable_input()

    def run_input_thread(self) -> None:
        """Reads keys until the driver is told to stop or the terminal is gone."""
        waked, self._wake = os.pipe()
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        try:
            with selectors.SelectSelector() as selector:
                selector.register(self.fileno, selectors.EVENT_READ)
                selector.register(waked, selectors.EVENT_READ)
                while not self.exit_event.is_set():
                    ready = {key.fd for key, _mask in selector.select(_TICK)}
                    if self.fileno in ready and not self._take(parser, decode):
                        return
                    for event in parser.tick():
                        self.process_message(event)
        finally:
            wake, self._wake = self._wake, None
            os.close(wake)
            os.close(waked)
            try:
                for _event in parser.feed(""):
                    pass
            except (EOFError, ParseError):
                pass

    def _take(self, parser: XTermParser, decode: Decode) -> bool:
        """Takes what was typed; False where the terminal is gone, which ends the app."""
        typed = os.read(self.fileno, _AT_ONCE)
        if not typed:
            self._app.call_later(self._app.exit)
            return False
        for event in parser.feed(decode(typed)):
            self.process_message(event)
        return True
