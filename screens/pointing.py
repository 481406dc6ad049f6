"""A screen of the chair that the room's window follows."""

from __future__ import annotations

from dataclasses import replace

from pa_tui.language import N_, _
from pa_tui.ports import Receipt
from pa_tui.room import Pointer, Room
from screens.base import TableScreen

FOLLOWING = {Room.LIVE: Room.COVERED, Room.COVERED: Room.PAUSED, Room.PAUSED: Room.LIVE}
"""How z goes round."""
AT_THE_WALL = {
    Room.LIVE: N_("The room's window follows you again"),
    Room.COVERED: N_("The room's window is held still; z again is a pause"),
    Room.PAUSED: N_("The room's window shows a pause; z ends it"),
}
"""What z said, where the room has a window of its own."""
_WALL = "wall"
_POSITIONS = "positions"


class Pointing(TableScreen):
    """Tells the room's window where the chair is, whenever he moved, acted or came back here:
    of two windows of a chair the one that did so last leads. One that nobody touched since it
    was opened tells nothing."""

    _pointed: Pointer | None = None
    _acted: Receipt | None = None
    _is_back = True
    _read_on = 0
    _at: Pointer | None = None

    # -- what a screen fills in ------------------------------------------------------------

    def where(self) -> Pointer | None:
        """Where the chair is, as far as this screen knows; None while that is not for the
        room."""
        return None

    # -- the room --------------------------------------------------------------------------

    @property
    def wall(self) -> Room:
        """How much the room's window shows."""
        found = self.app.kept.get(_WALL)
        return found if isinstance(found, Room) else Room.LIVE

    @wall.setter
    def wall(self, room: Room) -> None:
        self.app.kept[_WALL] = room

    @property
    def shows_positions(self) -> bool:
        """Whether the room's window shows what every party says."""
        return bool(self.app.kept.get(_POSITIONS))

    @shows_positions.setter
    def shows_positions(self, shows: bool) -> None:
        self.app.kept[_POSITIONS] = shows

    def action_wall(self) -> None:
        """What the room's window shows, from a screen that is not for the room itself."""
        if not self.app.services.is_watched():
            self.say(_("No window of the room is open; “pa-tui beamer” opens one"))
            return
        self.wall = FOLLOWING[self.wall]
        self.point()
        self.say(_(AT_THE_WALL[self.wall]))

    # -- telling ---------------------------------------------------------------------------

    def point(self) -> None:
        """Tells where the chair is; a screen calls this when it drew something."""
        at = self.where()
        if at is None or not self.is_current or not self.app.touched:
            return
        if at != self._at:
            self._at, self._read_on = at, 0
        pointer = replace(
            at, page=self._read_on, room=self.wall, positions=self.shows_positions
        )
        acted = self.workspace.last
        if pointer != self._pointed or acted is not self._acted or self._is_back:
            self._pointed, self._acted, self._is_back = pointer, acted, False
            self.app.services.point(pointer)

    def read_on(self, pages: int) -> None:
        """The room reads some pages further (or back)."""
        self._read_on += pages
        self.point()

    def on_screen_suspend(self) -> None:
        """When the chair is here again, he points anew."""
        self._is_back = True
        super().on_screen_suspend()
