"""Mode 3: opening a meeting, who is there, suspension, closing, and then the papers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from textual import events

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.meetings import MeetingState, is_round, is_suspended
from pa_tui.edits.meeting import ResumeMeeting, SuspendMeeting
from pa_tui.language import _, spoken
from pa_tui.reading.wording import say_clock
from pa_tui.room import Pointer
from pa_tui.room import Stage as At
from screens.keys import BACK_AND_FORTH, Command, is_typed
from screens.listing import MOVING
from screens.meeting.adopting import adopting_page
from screens.meeting.agenda_page import agenda_page, planned_page
from screens.meeting.answers import ANSWERING, Answering, answers_page
from screens.meeting.closing import closing_page
from screens.meeting.commands import (
    ADOPTING,
    AGENDA,
    CHANGING,
    CLOSED,
    CLOSING,
    OPENING,
    PLANNED,
    RUNNING,
)
from screens.meeting.earlier import closed_page, earlier_page
from screens.meeting.ending import Ending
from screens.meeting.preparing import Preparing
from screens.meeting.presence import presence_page
from screens.meeting.stages import Stage
from screens.pointing import Pointing

_TICK = 5.0


_COMMANDS = {
    Stage.PLANNED: PLANNED,
    Stage.CHANGING: CHANGING,
    Stage.AGENDA: AGENDA,
    Stage.OPENING: OPENING,
    Stage.RUNNING: RUNNING,
    Stage.ADOPTING: ADOPTING,
    Stage.CLOSING: CLOSING,
    Stage.CLOSED: CLOSED,
}


_AHEAD = (Stage.PLANNED, Stage.OPENING)
_WHILE_IT_RUNS = (
    Stage.AGENDA,
    Stage.CHANGING,
    Stage.RUNNING,
    Stage.ADOPTING,
    Stage.CLOSING,
)


class MeetingScreen(Pointing, Answering, Preparing, Ending):
    """One meeting from its opening to its papers."""

    KEYS = (
        *PLANNED,
        *OPENING,
        *CHANGING,
        *AGENDA,
        *RUNNING,
        *ANSWERING,
        *ADOPTING,
        *CLOSING,
        *CLOSED,
    )

    @property
    def own_keys(self) -> tuple[Command, ...]:
        return ANSWERING if self._is_in_writing else _COMMANDS[self.stage]

    @property
    def _is_in_writing(self) -> bool:
        """Whether a written round runs, in which nobody is at the table."""
        return self.stage is Stage.RUNNING and is_round(self.agreement.running_meeting)

    def commands(self) -> tuple[Command, ...]:
        """While the form is filled, no key that is a sign of a text."""
        every = super().commands()
        if self.stage.is_form:
            others = [c for c in every if c not in (*MOVING, *BACK_AND_FORTH)]
            return tuple(c for c in others if c.id == "help" or not is_typed(c))
        return every

    def compose_body(self) -> Iterable[Any]:
        """The form of an opening, over the page."""
        yield self.form
        yield self.board

    def on_mount(self) -> None:
        """Keeps the clock going."""
        self.set_interval(_TICK, self._tick)

    def _tick(self) -> None:
        if self.is_current and self.stage in (Stage.RUNNING, Stage.AGENDA):
            self._draw()

    # -- what is shown ------------------------------------------------------------------------

    def show(self, agreement: Agreement) -> None:
        running = agreement.running_meeting
        if running is None:
            closed = self.ended is not None and self.ended in agreement.meetings
            self.enter(Stage.CLOSED if closed else self.stage_without_meeting(agreement))
        elif self.stage not in _WHILE_IT_RUNS:
            self.shown = None
            self.enter(Stage.RUNNING)
        self._draw()

    def enter(self, stage: Stage) -> None:
        was, self.stage = self.stage, stage
        self.form.display = stage.is_form
        if stage is not was or (stage.is_form and self.form.field is None):
            self.rebind()
            if stage is Stage.OPENING:
                self.ask_for_meeting()
            elif stage is Stage.CHANGING:
                self.ask_for_change()

    def _draw(self) -> None:
        self.point()
        agreement, now = self.agreement, self.workspace.clock()
        meeting = agreement.running_meeting
        if meeting is not None:
            self.pace.look(agreement, meeting, now)
        title = agreement.about.title or _("Agreement without a title")
        name = labels.meeting(meeting) if meeting else ""
        self.topline.show(
            title, name, f"{labels.near(now.date(), now.year)} · {say_clock(now, spoken())}"
        )
        shown, pace = self.meeting, self.pace
        if self._is_in_writing and meeting is not None:
            self.board.show(lambda width: answers_page(agreement, meeting, now, width))
        elif self.stage is Stage.RUNNING and meeting is not None:
            self.board.show(lambda width: presence_page(agreement, meeting, pace, now, width))
        elif self.stage is Stage.AGENDA and shown is not None:
            self.board.show(lambda width: agenda_page(agreement, shown, pace, now, width))
        elif self.stage is Stage.PLANNED:
            self.board.show(lambda width: planned_page(agreement, width))
        elif self.stage is Stage.ADOPTING and meeting is not None:
            self.board.show(lambda width: adopting_page(agreement, width))
        elif self.stage is Stage.CLOSING and meeting is not None:
            self.board.show(lambda width: closing_page(agreement, meeting, width))
        elif self.stage is Stage.CLOSED and self.ended is not None:
            closed, made = agreement.meetings[self.ended], self.made
            self.board.show(lambda width: closed_page(agreement, closed, made, width))
        else:
            self.board.show(lambda width: earlier_page(agreement, width))

    def where(self) -> Pointer:
        """For the room: who is there; at the end what the meeting came to."""
        meeting = self.agreement.running_meeting or self.closed_meeting
        if meeting is None or self.stage in _AHEAD:
            return Pointer()
        at = (
            At.MEETING
            if meeting.state is MeetingState.OPEN and self.stage is not Stage.CLOSING
            else At.RESULT
        )
        return Pointer(at, meeting=meeting.id)

    def action_page_up(self) -> None:
        """A screen up, also for the room."""
        super().action_page_up()
        self.read_on(-1)

    def action_page_down(self) -> None:
        """A screen down, also for the room."""
        super().action_page_down()
        self.read_on(1)

    # -- keys of the form ---------------------------------------------------------------------

    def take_key(self, event: events.Key) -> bool:
        """The form of an opening gets every key that means something in it; a key that acts is
        no letter of a word."""
        if super().take_key(event):
            return True
        if self.stage.is_form:
            return self.form.take_key(event)
        if self.foot.are_stray(event):
            self.say(_("Words nobody asked for: nothing was done"))
            return True
        return False

    def on_paste(self, event: events.Paste) -> None:
        """Pasted words go into the line being typed."""
        if self.stage.is_form and not self.foot.is_busy:
            self.form.paste(event.text)
            event.stop()
        else:
            super().on_paste(event)

    def translated(self) -> None:
        """The form keeps what was typed."""
        super().translated()
        if self.stage.is_form and self.form.field is not None:
            values = self.form.values
            if self.stage is Stage.OPENING:
                self.ask_for_meeting()
            else:
                self.ask_for_change()
            self.form.fill(values, offered=False)

    # -- suspension, and the next meeting ------------------------------------------------------

    def action_suspend(self) -> None:
        """Suspends the meeting, or resumes it."""
        meeting = self.agreement.running_meeting
        if meeting is not None and is_suspended(meeting):
            self.perform(ResumeMeeting(), lambda receipt: self.say(_("Meeting resumed")))
        else:
            self.perform(SuspendMeeting(), lambda receipt: self.say(_("Meeting suspended")))

    def action_new_meeting(self) -> None:
        """The form for the next meeting."""
        self.ended, self.asks_new = None, True
        self.show(self.agreement)
