"""Mode 3: opening a meeting, who is there, suspension, closing, and then the papers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from textual import events

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.meetings import Meeting
from pa_tui.edits.meeting import CloseMeeting, ResumeMeeting, SuspendMeeting, is_suspended
from pa_tui.errors import AgreementError
from pa_tui.language import _, spoken
from pa_tui.ports import Receipt
from pa_tui.reading.wording import say_clock
from pa_tui.room import Pointer
from pa_tui.room import Stage as At
from screens.goal import Goal, show_article
from screens.keys import Command, is_typed
from screens.listing import MOVING
from screens.making import make_papers
from screens.meeting.attending import Attending
from screens.meeting.closing import closing_page
from screens.meeting.commands import CLOSED, CLOSING, OPENING, RUNNING
from screens.meeting.earlier import closed_page, earlier_page
from screens.meeting.opening import following_kind, meeting_from, opening_fields
from screens.meeting.presence import presence_page
from screens.offers import minutes_of, the_draft
from screens.pointing import Pointing
from screens.widgets.form import Form

_TICK = 5.0


class Stage(StrEnum):
    """What the screen is about."""

    OPENING = "opening"
    RUNNING = "running"
    CLOSING = "closing"
    CLOSED = "closed"


_COMMANDS = {
    Stage.OPENING: OPENING,
    Stage.RUNNING: RUNNING,
    Stage.CLOSING: CLOSING,
    Stage.CLOSED: CLOSED,
}


class MeetingScreen(Pointing, Attending):
    """One meeting from its opening to its papers."""

    KEYS = (*OPENING, *RUNNING, *CLOSING, *CLOSED)

    def __init__(self) -> None:
        self._stage = Stage.OPENING
        self._just_closed: str | None = None
        self._made: tuple[str, ...] = ()
        self.form = Form()
        super().__init__()

    @property
    def own_keys(self) -> tuple[Command, ...]:
        return _COMMANDS[self._stage]

    def commands(self) -> tuple[Command, ...]:
        """While the form is filled, no key that is a sign of a text."""
        every = super().commands()
        if self._stage is Stage.OPENING:
            return tuple(
                c for c in every if c not in MOVING and (c.id == "help" or not is_typed(c))
            )
        return every

    def compose_body(self) -> Iterable[Any]:
        """The form of an opening, over the page."""
        yield self.form
        yield self.board

    def on_mount(self) -> None:
        """Keeps the clock going."""
        self.set_interval(_TICK, self._tick)

    def _tick(self) -> None:
        if self.is_current and self._stage is Stage.RUNNING:
            self._draw()

    # -- what is shown ------------------------------------------------------------------------

    def show(self, agreement: Agreement) -> None:
        running = agreement.running_meeting
        if running is None:
            closed = self._just_closed is not None and self._just_closed in agreement.meetings
            self._enter(Stage.CLOSED if closed else Stage.OPENING)
        elif self._stage is not Stage.CLOSING:
            self._enter(Stage.RUNNING)
        self._draw()

    def _enter(self, stage: Stage) -> None:
        was, self._stage = self._stage, stage
        self.form.display = stage is Stage.OPENING
        if stage is not was or (stage is Stage.OPENING and self.form.field is None):
            self.rebind()
            if stage is Stage.OPENING:
                self._ask_for_meeting()

    def _draw(self) -> None:
        self.point()
        agreement, now = self.agreement, self.workspace.clock()
        meeting = agreement.running_meeting
        title = agreement.about.title or _("Agreement without a title")
        name = labels.meeting(meeting) if meeting else ""
        self.topline.show(
            title, name, f"{labels.near(now.date(), now.year)} · {say_clock(now, spoken())}"
        )
        if self._stage is Stage.RUNNING and meeting is not None:
            self.board.show(lambda width: presence_page(agreement, meeting, now, width))
        elif self._stage is Stage.CLOSING and meeting is not None:
            self.board.show(lambda width: closing_page(agreement, meeting, width))
        elif self._stage is Stage.CLOSED and self._just_closed is not None:
            closed, made = agreement.meetings[self._just_closed], self._made
            self.board.show(lambda width: closed_page(agreement, closed, made, width))
        else:
            self.board.show(lambda width: earlier_page(agreement, width))

    def where(self) -> Pointer:
        """For the room: who is there; at the end what the meeting came to."""
        meeting = self.agreement.running_meeting or self._closed_meeting()
        if meeting is None or self._stage is Stage.OPENING:
            return Pointer()
        at = At.MEETING if self._stage is Stage.RUNNING else At.RESULT
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
        """The form of an opening gets every key that means something in it."""
        if super().take_key(event):
            return True
        if self._stage is not Stage.OPENING:
            return False
        return self.form.take_key(event)

    def on_paste(self, event: events.Paste) -> None:
        """Pasted words go into the line being typed."""
        if self._stage is Stage.OPENING and not self.foot.is_busy:
            self.form.paste(event.text)
            event.stop()
        else:
            super().on_paste(event)

    # -- opening ------------------------------------------------------------------------------

    def _ask_for_meeting(self) -> None:
        fields = opening_fields(self.agreement, self.workspace.clock().date())
        self.form.show(_("Open a meeting"), fields, self._open, self._form_changed)

    def translated(self) -> None:
        """The form keeps what was typed."""
        super().translated()
        if self._stage is Stage.OPENING and self.form.field is not None:
            values = self.form.values
            self._ask_for_meeting()
            self.form.fill(values)

    def _form_changed(self, key: str) -> None:
        if key == "kind":
            self.form.fill(following_kind(self.agreement, self.form.values))

    def _open(self, values: dict[str, str]) -> None:
        try:
            edit = meeting_from(self.agreement, values)
        except AgreementError as error:
            self.refuse(error)
            return
        self._just_closed = None
        self.perform(edit, self._opened)

    def action_send(self) -> None:
        """Opens the meeting the form describes."""
        self._open(self.form.values)

    def _opened(self, receipt: Receipt) -> None:
        self.say(_("The meeting is open"), _("F2 begins with the articles"))

    # -- suspension and closing ---------------------------------------------------------------

    def action_suspend(self) -> None:
        """Suspends the meeting, or resumes it."""
        meeting = self.agreement.running_meeting
        if meeting is not None and is_suspended(meeting):
            self.perform(ResumeMeeting(), lambda receipt: self.say(_("Meeting resumed")))
        else:
            self.perform(SuspendMeeting(), lambda receipt: self.say(_("Meeting suspended")))

    def action_close_meeting(self) -> None:
        """Shows first what is still open."""
        self._enter(Stage.CLOSING)
        self.board.edge(-1)
        self._draw()
        self.say(_("Nothing is closed yet"))

    def action_back(self) -> None:
        """The meeting goes on."""
        self._enter(Stage.RUNNING)
        self._draw()
        self.say(_("The meeting goes on"))

    def action_close_now(self) -> None:
        """Closes the meeting."""
        meeting = self.agreement.running_meeting
        if meeting is None:
            return
        self._just_closed, self._made = meeting.id, ()
        self._enter(Stage.RUNNING)
        if not self.perform(CloseMeeting(), self._was_closed):
            self._just_closed = None

    def _was_closed(self, receipt: Receipt) -> None:
        self.say(_("The meeting is closed"), _("p makes minutes and draft"))

    def action_go(self) -> None:
        """To the article the cursor is on."""
        match self.board.current:
            case ("article", str(article), *_) if article:
                self.run_worker(show_article(self.app, Goal(article)))

    # -- afterwards ---------------------------------------------------------------------------

    def action_papers(self) -> None:
        """Makes the minutes in all their forms, and the draft."""
        closed = self._closed_meeting()
        if closed is None:
            return
        paper, text = minutes_of(self.agreement, closed), the_draft(self.agreement)
        wanted = [*((paper, form) for form in paper.forms), (text, text.forms[0])]
        make_papers(self, wanted, self._were_made)

    def _were_made(self, paths: Sequence[Path]) -> None:
        self._made = tuple(path.name for path in paths)
        self._draw()

    def action_new_meeting(self) -> None:
        """The form for the next meeting."""
        self._just_closed = None
        self.show(self.agreement)

    def _closed_meeting(self) -> Meeting | None:
        return self.agreement.meetings.get(self._just_closed or "")
