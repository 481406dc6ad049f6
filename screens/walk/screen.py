"""Mode 2, the walk: every act of the table on one key."""

from __future__ import annotations

from importlib import import_module
from threading import Thread

from textual import events

from pa_tui.language import _
from pa_tui.ports import HalfTyped
from pa_tui.room import Room
from screens.entry.asking import Option, Question
from screens.walk.concrete import Concrete

_WAITS = frozenset({"room", "leave"})
_CLOCK = 15.0
"""Seconds between two looks at the clock."""
_SETTLED = 0.4
"""Seconds after which the first picture stands and there is time to get ready."""


class WalkScreen(Concrete):
    """The walk with all its acts; offers again what was half typed when a window went."""

    _offered = False

    def on_screen_resume(self) -> None:
        """Draws, goes where it was sent, and offers what was half typed."""
        super().on_screen_resume()
        if self.app.workspace is None:
            return
        if not self._offered:
            self._go_back()
        self.take_goal()
        if not self._offered:
            self._offered = True
            self.set_timer(_SETTLED, _warm_up)
            self.set_timer(_SETTLED, self.look_at_clock)
            self.set_interval(_CLOCK, self.look_at_clock)
            self.offer(self.workspace.store.half_typed())

    def _go_back(self) -> None:
        """Where a meeting runs, to the article its chair was at when a window went, or is at
        now in another one; else to where words were left half typed."""
        meets = self.agreement.running_meeting is not None
        pointer = self.app.services.was_at() if meets else None
        places = [own.place for own in self.workspace.store.half_typed()[-1:]]
        for place in (pointer.article if pointer else "", *places):
            if place in self.agreement.lines:
                self.go(place)
                return

    def on_screen_suspend(self) -> None:
        """A question does not wait behind another screen; half-typed words do."""
        super().on_screen_suspend()
        self.foot.drop_question()

    def look_at_clock(self) -> None:
        """Shows the time of now."""
        if self.is_current and self.app.workspace is not None:
            meeting = self.agreement.running_meeting
            if meeting is not None:
                self.pace.look(self.agreement, meeting, self.workspace.clock())
            self.draw_topline()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """During a pause nothing is done out of sight."""
        if self.room is Room.PAUSED:
            return action in _WAITS
        return True

    def take_key(self, event: events.Key) -> bool:
        if self.room is Room.PAUSED and not self.foot.is_busy:
            return event.key not in ("z", "ctrl+q")
        return super().take_key(event)

    # -- half-typed words ------------------------------------------------------------------

    def offer(self, waiting: tuple[HalfTyped, ...]) -> None:
        """Offers half-typed words one by one, those typed last first, without showing them:
        the room may look along."""
        known = [own for own in waiting if own.place in self.agreement.lines]
        if not known:
            return
        own = known[-1]
        rest = tuple(known[:-1])
        prompt = _("something is half typed at {article}", article=self.called(own.place))
        options = (
            Option("enter", _("go on"), True),
            Option("x", _("throw away"), False),
        )

        def chosen(go_on: bool) -> None:
            if go_on:
                self.go(own.place)
                self._take_up(own)
                return
            self.keep_now(own.purpose, own.place, "")
            self.offer(rest)

        self.ask(Question(prompt, options, chosen))

    def _take_up(self, own: HalfTyped) -> None:
        """Opens the entry the words were typed in, with the words; those of an entry that
        asked more before it become a note."""
        if self.take_up_text(own):
            return
        entries = {
            "note": self.action_note,
            "action": self.action_act,
            "lead": self.action_lead,
            "timing": self.action_timing,
            "later": self.action_later,
            "correct": self.action_correct,
        }
        entries.get(own.purpose, self.action_note)()
        self.foot.put(own.text)
        if own.purpose not in entries:
            self.keep_now(own.purpose, own.place, "")


def _warm_up() -> None:
    """Imports beside the keys what the first act, the first line typed and the first look
    at another screen need."""
    names = ("pa_tui.edits.article", "pa_tui.edits.decision", "pa_tui.reading.entry")
    kinds = ("deciding", "carrying", "meeting", "building")
    papers = ("pa_tui.papers.registry", "pa_tui.keeping", "pa_tui.looking_back")
    modes = ("meeting", "overview", "lists", "papers")

    def load() -> None:
        for name in (
            *names,
            *(f"pa_tui.telling.{kind}" for kind in kinds),
            *(f"screens.{mode}.screen" for mode in modes),
            *papers,
        ):
            import_module(name)

    Thread(target=load, daemon=True).start()
