"""The program in a real terminal: it opens, takes keys, survives a kill, leaves at once."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pyte
import pytest

import storage
from pa_tui.domain.agreement import Facts
from pa_tui.edits import Moment, StartAgreement
from tests.samples import TODAY, agreement

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

PATIENCE = 20.0
LEAVES_FULL_SCREEN = b"\x1b[?1049l"


class Terminal:
    """A pseudo-terminal of 120 by 40 with the program in it, or a ``command`` of it."""

    def __init__(self, path: Path, home: Path, *command: str) -> None:
        self.screen = pyte.Screen(120, 40)
        self.stream = pyte.ByteStream(self.screen)
        self.bytes = b""
        self.fd, inside = pty.openpty()
        fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        environment = os.environ | {
            "TERM": "xterm-256color",
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home),
            "XDG_STATE_HOME": str(home),
            "XDG_DATA_HOME": str(home),
            "XDG_RUNTIME_DIR": str(home),
            "LC_ALL": "nl_NL.UTF-8",
            "COLUMNS": "120",  # a test runner may say another size than the terminal has
            "LINES": "40",
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "pa_tui", *command, str(path)],
            stdin=inside,
            stdout=inside,
            stderr=inside,
            env=environment,
            cwd=Path(__file__).parent.parent.parent,
            start_new_session=True,
        )
        os.close(inside)

    def shows(self, words: str) -> bool:
        """Reads until the words stand on the screen."""
        end = time.monotonic() + PATIENCE
        while not any(words in row for row in self.screen.display):
            if not self._read(end):
                return False
        return True

    def ends(self) -> int:
        """Reads until the program is gone; its exit code."""
        end = time.monotonic() + PATIENCE
        while self._read(end):
            pass
        return self.process.wait(PATIENCE)

    def _read(self, end: float) -> bool:
        ready, _, _ = select.select([self.fd], [], [], max(0.0, end - time.monotonic()))
        if not ready:
            return False
        try:
            found = os.read(self.fd, 65536)
        except OSError:
            return False
        self.bytes += found
        self.stream.feed(found)
        return bool(found)

    def press(self, keys: str) -> None:
        os.write(self.fd, keys.encode())

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(PATIENCE)
        os.close(self.fd)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "rietbeek.pa"
    edit = StartAgreement(Facts(title="Rietbeek", year=2027), tuple(_entities()))
    storage.create_file(path, edit, Moment.of(TODAY, "Noor")).close()
    return path


def _entities():
    return (entity for entity in agreement().entities() if entity.KIND != "facts")


def test_it_opens_takes_keys_and_leaves(file: Path, tmp_path: Path) -> None:
    terminal = Terminal(file, tmp_path)
    assert terminal.shows("Huurverhoging")
    terminal.press("n")
    assert terminal.shows("1.1 · notitie ▸")
    terminal.press("een vraag\r")
    assert terminal.shows("Notitie bij 1.1: een vraag")
    terminal.press("\x11")
    assert terminal.ends() == 0
    assert LEAVES_FULL_SCREEN in terminal.bytes
    opened = storage.open_file(file)
    assert [note.text for note in opened.agreement.notes.of("a11")] == ["een vraag"]
    opened.close()


def test_typing_faster_than_any_screen_keeps_its_order(file: Path, tmp_path: Path) -> None:
    terminal = Terminal(file, tmp_path)
    assert terminal.shows("Huurverhoging")
    terminal.press("4nte duur\r")
    assert terminal.shows("niet akkoord")
    terminal.press("nsnel\r:2.1\rnook\r")
    assert terminal.shows("Notitie bij 2.1: ook")
    terminal.press("\x11")
    assert terminal.ends() == 0
    opened = storage.open_file(file)
    assert [note.text for note in opened.agreement.notes.of("a11")] == ["snel"]
    assert [note.text for note in opened.agreement.notes.of("a21")] == ["ook"]
    assert opened.agreement.positions_on("a11")["hbr"].reason == "te duur"
    opened.close()


def test_half_typed_words_survive_a_kill(file: Path, tmp_path: Path) -> None:
    terminal = Terminal(file, tmp_path)
    assert terminal.shows("Huurverhoging")
    terminal.press("n")
    assert terminal.shows("1.1 · notitie ▸")
    terminal.press("a")
    assert terminal.shows("1.1 · notitie ▸ a")
    end = time.monotonic() + PATIENCE
    reader = storage.open_file(file)
    while not reader.half_typed() and time.monotonic() < end:
        terminal._read(time.monotonic() + 0.05)
    reader.close()
    terminal.kill()
    again = Terminal(file, tmp_path)
    assert again.shows("half getypt bij 1.1")
    again.press("\r")
    assert again.shows("1.1 · notitie ▸ a")
    again.press("f\r")
    assert again.shows("Notitie bij 1.1: af")
    again.press("\x11")
    assert again.ends() == 0


@pytest.mark.parametrize("end", [signal.SIGHUP, signal.SIGTERM, None])
def test_a_window_that_is_closed_keeps_every_word(
    end: signal.Signals | None, file: Path, tmp_path: Path
) -> None:
    terminal = Terminal(file, tmp_path)
    assert terminal.shows("Huurverhoging")
    terminal.press("n")
    assert terminal.shows("1.1 · notitie ▸")
    terminal.press("een halve zin")
    assert terminal.shows("een halve zin")
    if end is None:
        os.close(terminal.fd)
    else:
        terminal.process.send_signal(end)
    assert terminal.process.wait(PATIENCE) == 0
    opened = storage.open_file(file)
    assert [own.text for own in opened.half_typed()] == ["een halve zin"]
    opened.close()


def test_two_windows_see_each_other(file: Path, tmp_path: Path) -> None:
    one = Terminal(file, tmp_path)
    assert one.shows("Huurverhoging")
    two = Terminal(file, tmp_path)
    assert two.shows("Huurverhoging")
    one.press("n")
    assert one.shows("1.1 · notitie ▸")
    one.press("van hiernaast\r")
    assert one.shows("Notitie bij 1.1: van hiernaast")
    assert two.shows("van hiernaast")
    for terminal in (one, two):
        terminal.press("\x11")
        assert terminal.ends() == 0
