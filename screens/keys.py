"""One declaration per command: it feeds the keys, the footer, the palette and the key help.

To add a command: put a :class:`Command` in the ``KEYS`` of its screen and write the
method ``action_<name>`` there. Words are msgids; they are translated whenever bindings are
built or the footer is drawn, so the language is free to change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from textual.binding import Binding

from pa_tui.language import N_, _


@dataclass(frozen=True, slots=True)
class Command:
    """Something a person can do on a screen.

    ``id`` is stable ("walk.agree"); the action is its last part unless ``action`` is given
    ("app.mode('walk')"). ``keys`` are Textual key names, the first is the one shown. ``label``
    is a word or two, ``help`` a sentence. ``group`` is the place in the footer: 1, 2, ... are
    parted by a bar, 0 is not shown there. ``waits`` is for keys beside a text that is being
    typed: such a key waits until the text took what was typed before it.
    """

    id: str
    keys: str
    label: str
    help: str
    group: int = 0
    action: str = ""
    waits: bool = False

    @property
    def does(self) -> str:
        """The Textual action."""
        return self.action or self.id.rpartition(".")[2]

    @property
    def key(self) -> str:
        """The key as it is printed: "a", "space", "ctrl+r"."""
        return key_name(self.keys.split(",")[0])


BACK_AND_FORTH = (
    Command("undo", "u,ctrl+z", N_("undo"), N_("Take the last act back")),
    Command("redo", "ctrl+r,ctrl+y", N_("redo"), N_("Bring back what was taken back")),
)
"""What works on every screen over the agreement on the table."""

EVERYWHERE = (
    Command(
        "overview",
        "f1,alt+1",
        N_("overview"),
        N_("How far every theme is, and what is still missing"),
        action="app.mode('overview')",
    ),
    Command(
        "walk",
        "f2,alt+2",
        N_("walk"),
        N_("The articles one by one"),
        action="app.mode('walk')",
    ),
    Command(
        "meeting",
        "f3,alt+3",
        N_("meeting"),
        N_("Agenda, attendance, opening and closing"),
        action="app.mode('meeting')",
    ),
    Command(
        "lists",
        "f4,alt+4",
        N_("actions"),
        N_("The action list, and who does what when"),
        action="app.mode('lists')",
    ),
    Command(
        "papers",
        "f5,alt+5",
        N_("papers"),
        N_("Minutes, draft and other papers"),
        action="app.mode('papers')",
    ),
    Command(
        "files",
        "ctrl+o",
        N_("files"),
        N_("Opens, makes or imports another file"),
        action="app.mode('start')",
    ),
    Command(
        "help", "question_mark", N_("keys"), N_("All keys of this screen, and what they do"), 3
    ),
    Command(
        "palette", "ctrl+p", N_("all acts"), N_("Finds an act, a screen or a setting by name")
    ),
    Command(
        "theme", "f9", N_("colours"), N_("Calm, light or high contrast"), action="next_theme"
    ),
    Command(
        "saved", "ctrl+s", N_("saved"), N_("Everything is saved as it is done"), action="saved"
    ),
    Command("leave", "ctrl+q", N_("stop"), N_("Leave the program"), action="leave"),
)
"""What works on every screen."""

_NAMES = {
    "space": N_("space"),
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "full_stop": ".",
    "question_mark": "?",
    "slash": "/",
    "colon": ":",
    "apostrophe": "'",
    "plus": "+",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "pageup": N_("page up"),
    "pagedown": N_("page down"),
    "enter": "enter",
    "escape": "esc",
    "tab": "tab",
    "shift+tab": "shift+tab",
}


def is_typed(command: Command) -> bool:
    """Whether the command's key is a sign that goes into a text while one is typed."""
    return command.keys in ("question_mark", "slash", "space") or len(command.keys) == 1


def key_name(key: str) -> str:
    """A Textual key name as a person reads it: "spatie", "ctrl+r", "F2"."""
    known = _NAMES.get(key)
    if known is not None:
        return _(known) if known.isascii() and len(known) > 1 else known
    return key.upper() if key[0] == "f" and key[1:].isdigit() else key


def bindings(commands: Iterable[Command]) -> Iterator[Binding]:
    """The bindings of commands, in the language of this moment.

    They have priority, so a key is acted on in the order it was typed, whatever has focus;
    but for those that wait.
    """
    for command in commands:
        yield Binding(
            command.keys,
            command.does,
            _(command.label),
            show=command.group > 0,
            key_display=command.key,
            priority=not command.waits,
            tooltip=_(command.help),
            id=command.id,
        )
