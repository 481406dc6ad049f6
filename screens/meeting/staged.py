"""What the stages of a meeting's screen ask of one another."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from pa_tui.domain.meetings import Meeting
from pa_tui.edits import Edit
from pa_tui.telling import describe_edit
from screens.listing import ListingScreen
from screens.meeting.stages import Stage


class Staged(ListingScreen):
    """The keys of one or more stages; another part of the screen fills in what is asked."""

    ticks: Callable[[], float] = staticmethod(monotonic)
    """Seconds that only go forward."""

    def enter(self, stage: Stage) -> None:
        """Goes to a stage and takes over its keys."""
        raise NotImplementedError

    def action_adopt(self) -> None:
        """Shows what the administrative meeting can adopt."""
        raise NotImplementedError

    def ask_adoption(self, meeting: Meeting) -> None:
        """Asks whether the minutes are adopted as they are, or with which changes."""
        raise NotImplementedError

    def action_begin(self) -> None:
        """Opens the planned meeting."""
        raise NotImplementedError

    def do_told(self, edit: Edit) -> None:
        """Does an act and tells it, in the words of the agreement before it."""
        told = describe_edit(edit, self.agreement)
        self.perform(edit, lambda receipt: self.say(told))
