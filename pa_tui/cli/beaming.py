"""`pa-tui beamer`: the room's window."""

from __future__ import annotations

from pa_tui.cli.command import FILE, Command, file_of
from pa_tui.cli.grammar import Form, Given
from pa_tui.cli.outside import Outside
from pa_tui.errors import N_


def beamer(given: Given, outside: Outside) -> int:
    """Opens the room's window on a file."""
    return outside.show_room(file_of(given))


COMMANDS = (
    Command(
        Form(
            "beamer",
            N_("opens the room's window: it follows the chair, large and read-only"),
            (FILE,),
        ),
        beamer,
    ),
)
