"""What a command is: its form, how its arguments are read, and what it does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pa_tui.cli.grammar import Form, Given, Word, parse
from pa_tui.cli.outside import Outside
from pa_tui.errors import N_

DONE, ATTENTION, REFUSED = 0, 1, 2
"""Exit codes: done; done, but something asks for attention; wrong use or bad input."""

Run = Callable[[Given, Outside], int]
"""Does a command and gives its exit code; raises a domain error where it cannot."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command by its form. ``read`` turns its arguments into what was given, where that
    takes more than its form."""

    form: Form
    run: Run
    read: Callable[[Form, Sequence[str]], Given] = parse


FILE = Word("FILE", N_("an agreement file (.pa)"))


def file_of(given: Given) -> Path:
    """The agreement file a command names."""
    return Path(given.word("FILE")).expanduser()
