"""The terminal on POSIX systems, left at once when the program ends.

Textual's own input thread looks every tenth of a second whether it should stop, and once
more after that; here a pipe wakes it.
"""

from __future__ import annotations

import os
import selectors
import signal
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable
from contextlib import suppress

from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from pa_tui.domain.text import uncoded

Decode = Callable[[bytes], str]

_PASTE, _PASTED = "\x1b[200~", "\x1b[201~"
"""What a terminal sends before and after what is pasted."""

_AT_ONCE = 4096
_ENDS = (signal.SIGHUP, signal.SIGTERM)
_LONGEST = 32
"""Characters of a code that is still unfinished."""
_TICK = 0.1
"""Seconds after which an escape that nothing followed is the Escape key."""


class Pastes:
    """Takes the codes of a terminal out of what is pasted, and nothing out of what is typed:
    Textual would take the rest of the words for keys."""

    def __init__(self) -> None:
        self._inside = False
        self._last = ""
        self._held = ""

    def clean(self, read: str) -> str:
        """What was read, fit for the parser; an unfinished code of a paste waits."""
        found = ""
        while read:
            take = self._from_paste if self._inside else self._from_keys
            done, read = take(read)
            found += done
        return found

    def _from_keys(self, read: str) -> tuple[str, str]:
        known = len(self._last)
        place = (self._last + read).find(_PASTE)
        if place < 0:
            self._last = (self._last + read)[1 - len(_PASTE) :]
            return read, ""
        self._inside, self._last = True, ""
        end = place + len(_PASTE) - known
        return read[:end], read[end:]

    def _from_paste(self, read: str) -> tuple[str, str]:
        text, self._held = self._held + read, ""
        words, end, rest = text.partition(_PASTED)
        if end:
            self._inside = False
            return uncoded(words) + end, rest
        code = text.rfind("\x1b")
        if code >= 0 and len(text) - code < _LONGEST:
            text, self._held = text[:code], text[code:]
        return uncoded(text), ""


class QuickDriver(LinuxDriver):
    """Textual's driver with a way to wake its input thread."""

    _wake: int | None = None
    _pastes: Pastes

    def start_application_mode(self) -> None:
        """Takes the terminal; closing it or ending the process leaves the program in order."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        for ends in _ENDS:
            self._loop.add_signal_handler(ends, self._app.exit)

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
        self._pastes = Pastes()
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
                    self._give(parser.tick())
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
        read = self._pastes.clean(decode(typed))
        if not read:
            return True
        self._give(parser.feed(read))
        return True

    def _give(self, messages: Iterable[Message]) -> None:
        """Gives the app what was read in one go in one go, so that it can tell words that
        come in together from keys."""
        found = tuple(messages)
        if found:
            self._loop.call_soon_threadsafe(self._process, found)

    def _process(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)
