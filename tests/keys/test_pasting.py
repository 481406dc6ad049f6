"""What is pasted comes in as words, whatever stands in it and however it is read."""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import storage
from tests.keys.test_walk_terminal import Terminal, file

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from pa_tui.terminal import Pastes

__all__ = ["file"]

START, END = "\x1b[200~", "\x1b[201~"
WORDS = "een \x1b[31mtwee\x1b[0m\rdrie\x1b]0;titel\x07 vier"
TYPED = "a\x1b[A\x1bb\x1b"


def read_in(pieces: list[str]) -> str:
    pastes = Pastes()
    return "".join(pastes.clean(piece) for piece in pieces)


@settings(deadline=None)
@given(st.lists(st.integers(0, 80), max_size=8))
def test_codes_go_from_a_paste_and_from_nothing_else(cuts: list[int]) -> None:
    whole = f"{TYPED}{START}{WORDS}{END}{TYPED}{START}vijf{END}"
    places = sorted({0, len(whole), *(cut for cut in cuts if cut < len(whole))})
    pieces = [whole[a:b] for a, b in pairwise(places)]
    expected = f"{TYPED}{START}een twee\rdrie vier{END}{TYPED}{START}vijf{END}"
    assert read_in(pieces) == expected


def test_a_key_is_never_held_back() -> None:
    pastes = Pastes()
    assert [pastes.clean(key) for key in ("\x1b", "[", "200", "x")] == ["\x1b", "[", "200", "x"]


def test_in_a_terminal_all_words_come_in_on_one_line(file: Path, tmp_path: Path) -> None:
    terminal = Terminal(file, tmp_path)
    assert terminal.shows("Huurverhoging")
    terminal.press("n")
    assert terminal.shows("1.1 · notitie ▸")
    terminal.press(f"{START}{WORDS}{END}")
    assert terminal.shows("vier")
    terminal.press("\r")
    assert terminal.shows("Notitie bij 1.1: een twee drie vier")
    terminal.press("4")
    assert terminal.shows("HBR ▸")
    terminal.press("alle partijen vinden dit goed")
    assert terminal.shows("hoort hier niet bij")
    terminal.press(f"{START}akkoord{END}")
    assert terminal.shows("“akkoord” hoort hier niet bij")
    terminal.press("\x1b")
    terminal.press("\x11")
    assert terminal.ends() == 0
    opened = storage.open_file(file)
    assert [note.text for note in opened.agreement.notes.of("a11")] == ["een twee drie vier"]
    assert not opened.agreement.positions_on("a11")
    opened.close()
