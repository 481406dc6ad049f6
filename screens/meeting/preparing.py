"""What is done before a meeting and to its agenda: planning, opening, changing, ordering."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.meetings import Meeting, MeetingState
from pa_tui.domain.templates import Templates
from pa_tui.edits.agenda import (
    CancelMeeting,
    PlanMeeting,
    next_number,
    planned_meetings,
)
from pa_tui.edits.meeting import OpenMeeting
from pa_tui.errors import AgreementError
from pa_tui.language import _, tell
from screens.entry.asking import Option, Question
from screens.meeting.itemising import Itemising
from screens.meeting.opening import (
    change_fields,
    change_from,
    following_date,
    following_kind,
    following_number,
    meeting_from,
    opening_fields,
)
from screens.meeting.stages import Stage
from screens.widgets.form import Form


class Preparing(Itemising):
    """The stages in which a meeting is planned, opened and changed, and its agenda made."""

    def __init__(self) -> None:
        self.stage = Stage.OPENING
        self.form = Form()
        self.asks_new = False
        self._found: Templates | None = None
        super().__init__()

    # -- which meeting ------------------------------------------------------------------------

    def stage_without_meeting(self, agreement: Agreement) -> Stage:
        """Where the screen is while no meeting runs."""
        planned = {meeting.id for meeting in planned_meetings(agreement)}
        if self.shown in planned:
            return Stage.CHANGING if self.stage is Stage.CHANGING else Stage.AGENDA
        self.shown = None
        return Stage.PLANNED if planned and not self.asks_new else Stage.OPENING

    def _templates(self) -> Templates:
        if self._found is None:
            self._found = self.app.services.meeting_templates()
            if self._found.troubles:
                self.say(tell(self._found.troubles[0]))
        return self._found

    def _today(self) -> date:
        return self.workspace.clock().date()

    # -- the forms ----------------------------------------------------------------------------

    def ask_for_meeting(self) -> None:
        """Shows the form of a new meeting."""
        self._found = None
        fields = opening_fields(self.agreement, self._today(), self._templates())
        heading = _("Open or plan a meeting")
        self.form.show(heading, fields, self.open_from, self._form_changed)

    def ask_for_change(self) -> None:
        """Shows the form of the meeting that is there."""
        meeting = self.meeting
        if meeting is not None:
            heading = _("Change {meeting}", meeting=labels.meeting(meeting))
            self.form.show(heading, change_fields(meeting), self.change_from)

    def _form_changed(self, key: str) -> None:
        values = self.form.values
        if key == "kind":
            self.form.fill(following_kind(self.agreement, values, self._templates()))
        elif key == "number":
            self.form.fill(following_number(values, self._templates()))
        elif key == "date":
            self.form.fill(following_date(values, self._today()))

    def open_from(self, values: dict[str, str]) -> None:
        """Opens or plans the meeting of a filled form."""
        try:
            edit = meeting_from(self.agreement, values, self._templates())
        except AgreementError as error:
            self.refuse(error)
            return
        if isinstance(edit, OpenMeeting):
            self._ask_to_open(edit)
            return
        before = set(self.agreement.meetings)
        self.asks_new = False
        if self._plan(edit):
            new = [key for key in self.agreement.meetings if key not in before]
            self.shown = next(iter(new), None)
            self.show(self.agreement)
            self.board.edge(-1)

    def _ask_to_open(self, edit: OpenMeeting) -> None:
        """Asks whether the meeting of the form begins now."""
        today = self._today()
        number = edit.number or next_number(self.agreement, edit.kind)
        name = labels.meeting(Meeting("", "", edit.kind, number, edit.date or today))
        options = (Option("enter", _("yes"), True),)
        prompt = _("Open {meeting} now", meeting=name)
        self.ask(Question(prompt, options, lambda yes: self.open_with(edit)))

    def _plan(self, edit: PlanMeeting) -> bool:
        told = _("The meeting is planned"), _("n adds an item to its agenda")
        return self.perform(edit, lambda receipt: self.say(*told))

    def open_with(self, edit: OpenMeeting) -> None:
        """Opens a meeting."""
        shown, self.shown = self.shown, None
        self.asks_new, self.stage = False, Stage.OPENING
        told = _("The meeting is open"), _("F2 begins with the articles")
        if not self.perform(edit, lambda receipt: self.say(*told)):
            self.shown = shown

    def change_from(self, values: dict[str, str]) -> None:
        """Changes the meeting by a filled form."""
        meeting = self.meeting
        if meeting is None:
            return
        try:
            edit = change_from(meeting, values)
        except AgreementError as error:
            self.refuse(error)
            return
        self.action_kept()
        self.perform(edit, lambda receipt: self.say(_("The meeting was changed")))

    def action_send(self) -> None:
        """Opens or plans the meeting the form describes."""
        self.open_from(self.form.values)

    def action_keep(self) -> None:
        """Changes the meeting as the form says."""
        self.change_from(self.form.values)

    def action_kept(self) -> None:
        """From the form back to where it was asked for."""
        running = self.agreement.running_meeting is not None and self.shown is None
        self.enter(Stage.RUNNING if running else Stage.AGENDA)
        self.show(self.agreement)

    def action_no_new(self) -> None:
        """Back to the meetings that are planned, else to the walk."""
        if planned_meetings(self.agreement):
            self.asks_new = False
            self.show(self.agreement)
        else:
            self.run_worker(self.app.action_mode("walk"))

    # -- the planned meetings -----------------------------------------------------------------

    def action_see(self) -> None:
        """Shows the agenda of the planned meeting under the cursor."""
        match self.board.current:
            case ("meeting", str(key)):
                self.shown = key
                self.show(self.agreement)
                self.board.edge(-1)

    def action_new(self) -> None:
        """The form of another meeting."""
        self.asks_new = True
        self.show(self.agreement)

    def action_begin(self) -> None:
        """Opens the planned meeting; asks first on another day than was planned."""
        match self.board.current:
            case ("meeting", str(key)) if key in self.agreement.meetings:
                meeting: Meeting | None = self.agreement.meetings[key]
            case _:
                meeting = self.meeting
        if meeting is None or meeting.state is not MeetingState.PLANNED:
            return
        edit = OpenMeeting(meeting.kind, meeting.number, self._today(), planned=meeting.id)
        if meeting.date == self._today():
            self.open_with(edit)
            return
        name, day = labels.meeting(meeting), labels.day(meeting.date)
        self._confirm(
            _("{meeting} is planned for {date}. Open it now?", meeting=name, date=day),
            lambda: self.open_with(edit),
        )

    def action_cancel(self) -> None:
        """Calls a planned meeting off, when that was meant."""
        match self.board.current:
            case ("meeting", str(key)) if key in self.agreement.meetings:
                meeting: Meeting | None = self.agreement.meetings[key]
            case _:
                meeting = self.meeting
        if meeting is None or meeting.state is not MeetingState.PLANNED:
            self.say(_("Only a planned meeting can be called off"))
            return
        edit = CancelMeeting(meeting.id)
        told = _("Meeting called off: {meeting}", meeting=labels.meeting(meeting))

        def cancel() -> None:
            self.shown = None
            self.perform(edit, lambda receipt: self.say(told))

        self._confirm(_("Call off {meeting}?", meeting=labels.meeting(meeting)), cancel)

    def _confirm(self, prompt: str, do: Callable[[], None]) -> None:
        options = (Option(_("y"), _("yes"), True), Option(_("n"), _("no"), False))
        self.ask(Question(prompt, options, lambda yes: do() if yes else None))

    def action_change(self) -> None:
        """The form that changes day, place and people of the meeting."""
        match self.board.current:
            case ("meeting", str(key)):
                self.shown = key
        if self.meeting is not None:
            self.enter(Stage.CHANGING)
            self.show(self.agreement)

    # -- the agenda ---------------------------------------------------------------------------

    def action_agenda(self) -> None:
        """Shows the agenda of the running meeting, to change it."""
        meeting = self.agreement.running_meeting
        if meeting is not None:
            self.shown = meeting.id
            self.enter(Stage.AGENDA)
            self.board.edge(-1)
            self.show(self.agreement)

    def action_leave_agenda(self) -> None:
        """Back to who is there, or to the planned meetings."""
        self.shown = None
        if self.agreement.running_meeting is not None:
            self.enter(Stage.RUNNING)
        self.show(self.agreement)
