"""A screen whose body is one board with a cursor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from pa_tui.language import N_
from screens.base import TableScreen
from screens.keys import BACK_AND_FORTH, EVERYWHERE, Command
from screens.widgets.board import Board
from screens.widgets.keyline import ASIDE

MOVING = (
    Command("list.up", "up", N_("up"), N_("One line up")),
    Command("list.down", "down", N_("down"), N_("One line down")),
    Command("list.page_up", "pageup", N_("page up"), N_("A screen up")),
    Command("list.page_down", "pagedown", N_("page down"), N_("A screen down")),
    Command("list.first", "home", N_("begin"), N_("To the first line")),
    Command("list.last", "end", N_("end"), N_("To the last line")),
    Command("list.next_list", "tab", N_("next list"), N_("To the next list on the screen")),
    Command(
        "list.previous_list",
        "shift+tab",
        N_("previous list"),
        N_("To the previous list on the screen"),
    ),
)
"""How the cursor moves on a board."""


IN_SIGHT = tuple(
    replace(command, group=ASIDE)
    if command.keys.startswith("f") and "mode" in command.does
    else command
    for command in EVERYWHERE
)
"""What works everywhere, with the other screens named in the footer."""


class ListingScreen(TableScreen):
    """A screen with a :class:`Board`; ``moved`` is called when the cursor was moved."""

    def __init__(self) -> None:
        super().__init__()
        self.board = Board()

    def compose_body(self) -> Iterable[Any]:
        """The board alone."""
        yield self.board

    def commands(self) -> tuple[Command, ...]:
        """Its own commands, then those that move the cursor, then what works everywhere."""
        return (*self.own_keys, *BACK_AND_FORTH, *MOVING, *IN_SIGHT)

    @property
    def own_keys(self) -> tuple[Command, ...]:
        """The commands of this screen as it is now."""
        return self.KEYS

    def rebind(self) -> None:
        """Takes over the keys of the moment, also in the footer."""
        self._bind()
        self.refresh_bindings()
        self.foot.show_keys(self.commands())

    def on_board_clicked(self, event: Board.Clicked) -> None:
        """A click moves the cursor; a second one on the same line is Enter."""
        if self.foot.is_busy:
            return
        self.moved()
        enter = next((c for c in self.own_keys if "enter" in c.keys.split(",")), None)
        if event.entered and enter is not None:
            self.call_later(self.run_action, enter.does)

    def moved(self) -> None:
        """The cursor was moved."""

    def action_up(self) -> None:
        """One line up."""
        self.board.move(-1)
        self.moved()

    def action_down(self) -> None:
        """One line down."""
        self.board.move(1)
        self.moved()

    def action_page_up(self) -> None:
        """A screen up."""
        self.board.page(-1)
        self.moved()

    def action_page_down(self) -> None:
        """A screen down."""
        self.board.page(1)
        self.moved()

    def action_first(self) -> None:
        """To the first line."""
        self.board.edge(-1)
        self.moved()

    def action_last(self) -> None:
        """To the last line."""
        self.board.edge(1)
        self.moved()

    def action_next_list(self) -> None:
        """To the next list."""
        self.board.section(1)
        self.moved()

    def action_previous_list(self) -> None:
        """To the previous list."""
        self.board.section(-1)
        self.moved()
