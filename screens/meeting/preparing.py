"""What is done before a meeting and to its agenda: planning, opening, changing, ordering."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from pa_tui import labels
from pa_tui.domain.agendas import articles_of, item_key, minutes_to_adopt
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Theme
from pa_tui.domain.meetings import AgendaItem, ItemKind, Meeting, MeetingState
from pa_tui.domain.selection import Selection
from pa_tui.domain.templates import Templates
from pa_tui.edits import Edit
from pa_tui.edits.agenda import (
    AddAgendaItem,
    CancelMeeting,
    ChangeAgendaItem,
    DropAgendaItem,
    MoveAgendaItem,
    PlanMeeting,
    planned_meetings,
)
from pa_tui.edits.meeting import AdoptMinutes, OpenMeeting
from pa_tui.errors import AgreementError, NotFound
from pa_tui.language import _, tell
from pa_tui.telling import describe_edit
from screens.entry.asking import Entry, Option, Question
from screens.goal import Goal, show_actions, show_article
from screens.meeting.attending import Attending
from screens.meeting.opening import (
    change_fields,
    change_from,
    following_date,
    following_kind,
    meeting_from,
    opening_fields,
)
from screens.meeting.stages import Stage
from screens.pacing import Pacing
from screens.widgets.form import Form

_THEME_MINUTES, _POINT_MINUTES = 10, 5
_WITH_MINUTES = re.compile(r"(.*\S)\s+(\d{1,3})\s*(?:m|min|minuten|minutes)\.?")


class Preparing(Pacing, Attending):
    """The stages in which a meeting is planned, opened and changed, and its agenda made."""

    def __init__(self) -> None:
        self.stage = Stage.OPENING
        self.form = Form()
        self.shown: str | None = None
        self.asks_new = False
        self._found: Templates | None = None
        super().__init__()

    # -- what the screen fills in -----------------------------------------------------------

    def enter(self, stage: Stage) -> None:
        """Goes to a stage and takes over its keys."""
        raise NotImplementedError

    # -- which meeting ------------------------------------------------------------------------

    @property
    def meeting(self) -> Meeting | None:
        """The meeting whose agenda is shown, else the running one."""
        return self.agreement.meetings.get(self.shown or "") or self.agreement.running_meeting

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

    def _told(self, edit: Edit) -> str:
        return describe_edit(edit, self.agreement)

    def _perform_told(self, edit: Edit) -> None:
        """Does an act and tells it, in the words of the agreement before it."""
        told = self._told(edit)
        self.perform(edit, lambda receipt: self.say(told))

    # -- the forms ----------------------------------------------------------------------------

    def ask_for_meeting(self) -> None:
        """Shows the form of a new meeting."""
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
            self.open_with(edit)
            return
        before = set(self.agreement.meetings)
        self.asks_new = False
        if self._plan(edit):
            new = [key for key in self.agreement.meetings if key not in before]
            self.shown = next(iter(new), None)
            self.show(self.agreement)

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

    def _item(self) -> tuple[Meeting, AgendaItem] | None:
        """The item under the cursor, with its meeting."""
        meeting = self.meeting
        match self.board.current:
            case ("item", str(key)) if meeting is not None:
                found = next((i for i in meeting.agenda if item_key(meeting, i) == key), None)
                return (meeting, found) if found else None
        return None

    def action_item(self) -> None:
        """While the meeting runs: begins with the item; else opens the meeting."""
        meeting = self.meeting
        if meeting is not None and meeting.state is MeetingState.PLANNED:
            self.action_begin()
            return
        if (found := self._item()) is not None:
            self._treat(*found)

    def action_stop(self) -> None:
        """What Enter means where the cursor is: an item begins."""
        if self._item() is not None:
            self.action_item()
        else:
            super().action_stop()

    def _treat(self, meeting: Meeting, item: AgendaItem) -> None:
        self.pace.begin(meeting, item, self.workspace.clock())
        articles = articles_of(self.agreement, item)
        self.show(self.agreement)
        if item.kind is ItemKind.MINUTES:
            self._adopt(meeting)
        elif item.kind is ItemKind.ACTIONS:
            self.run_worker(show_actions(self.app, "open"))
        elif articles:
            lines = self.agreement.lines
            first = next((key for key in articles if lines[key].is_undecided), articles[0])
            self.run_worker(show_article(self.app, Goal(first, item.selection)))
        else:
            self.say(_("Now: {item}", item=item.title))

    def _adopt(self, meeting: Meeting) -> None:
        last = minutes_to_adopt(self.agreement, meeting)
        if last is None:
            self.say(_("No minutes wait to be adopted"))
            return
        options = (
            Option("v", _("adopted as they are"), False),
            Option("w", _("adopted with changes"), True),
        )

        def chosen(changed: bool) -> None:
            if changed:
                self._adopt_with(last)
            else:
                self._perform_told(AdoptMinutes(last.id))

        prompt = _("Minutes of {meeting}", meeting=labels.meeting(last))
        self.ask(Question(prompt, options, chosen))

    def _adopt_with(self, last: Meeting) -> None:
        def taken(words: str) -> None:
            changes = tuple(filter(None, (piece.strip() for piece in words.split(";"))))
            if changes:
                self._perform_told(AdoptMinutes(last.id, changes))

        hint = _("what changes in them; a semicolon between two changes")
        self.type_in(Entry(_("With these changes"), taken, hint=hint))

    def action_add_item(self) -> None:
        """Asks for an item that comes behind the one under the cursor."""
        meeting = self.meeting
        if meeting is None:
            return

        def taken(words: str) -> None:
            if words.strip():
                title, minutes = item_typed(words)
                self._add(meeting, AgendaItem(title, minutes))

        prompt, hint = _("New item"), _("title, and “10 min” behind it")
        self.type_in(Entry(prompt, taken, understood=_understood_item, hint=hint))

    def _add(self, meeting: Meeting, item: AgendaItem) -> None:
        found = self._item()
        after = item_key(meeting, found[1]) if found else None
        self._perform_told(AddAgendaItem(item, after, meeting.id))

    def action_add_theme(self) -> None:
        """Asks which theme comes on the agenda."""
        meeting = self.meeting
        if meeting is None:
            return

        def taken(words: str) -> None:
            try:
                theme = self._theme(words)
            except NotFound as error:
                self.refuse(error)
                return
            title = f"{theme.number or ''} {theme.title}".strip()
            kind = ItemKind.THEME
            item = AgendaItem(title, _THEME_MINUTES, theme=theme.id, kind=kind)
            self._add(meeting, item)

        def understood(words: str) -> str:
            try:
                return self._theme(words).title
            except NotFound:
                return ""

        self.type_in(Entry(_("Theme"), taken, understood=understood, hint=_("number or title")))

    def _theme(self, words: str) -> Theme:
        """The theme of this number or of a title that begins so; raises NotFound."""
        wanted = words.strip().casefold()
        for theme in self.agreement.ordered_themes:
            if wanted and theme.title.casefold().startswith(wanted):
                return theme
        return self.agreement.theme_named(words.strip())

    def action_add_list(self) -> None:
        """Asks which list of articles comes on the agenda."""
        from screens.walk.looking import FILTERS

        meeting = self.meeting
        if meeting is None:
            return
        options = tuple(Option(key, _(words), name) for key, name, words in FILTERS)
        titles = {name: _(words) for _key, name, words in FILTERS}

        def chosen(name: str) -> None:
            title = titles[name][:1].upper() + titles[name][1:]
            item = AgendaItem(title, _THEME_MINUTES, kind=ItemKind.SELECTION)
            self._add(meeting, replace(item, selection=Selection(name).value))

        self.ask(Question(_("Articles that are"), options, chosen))

    def action_title(self) -> None:
        """Asks for another title of the item."""
        if (found := self._item()) is None:
            return
        meeting, item = found

        def taken(words: str) -> None:
            key = item_key(meeting, item)
            if words.strip():
                self._perform_told(ChangeAgendaItem(key, words.strip(), None, meeting.id))

        self.type_in(Entry(_("Title"), taken, text=item.title))

    def action_minutes(self) -> None:
        """Asks how many minutes the item takes."""
        if (found := self._item()) is None:
            return
        meeting, item = found

        def taken(words: str) -> None:
            said = words.strip()
            if not said.isdecimal() or len(said) > 3:
                self.say(_("Minutes are a whole number, like 10"))
                return
            key = item_key(meeting, item)
            self._perform_told(ChangeAgendaItem(key, None, int(said), meeting.id))

        self.type_in(Entry(_("Minutes"), taken, text=str(item.minutes), offered=True))

    def action_move_item(self, step: int) -> None:
        """Moves the item one place up (-1) or down (1)."""
        if (found := self._item()) is None:
            return
        meeting, item = found
        keys = [item_key(meeting, own) for own in meeting.agenda]
        place = keys.index(item_key(meeting, item))
        if not 0 <= place + step < len(keys):
            return
        before = place + step if step > 0 else place - 2
        after = keys[before] if before >= 0 else ""
        self._perform_told(MoveAgendaItem(keys[place], after, meeting.id))

    def action_drop_item(self) -> None:
        """Takes the item off the agenda."""
        if (found := self._item()) is not None:
            meeting, item = found
            self._perform_told(DropAgendaItem(item_key(meeting, item), meeting.id))


def item_typed(words: str) -> tuple[str, int]:
    """Title and minutes of "Mededelingen 10 min"; a few minutes where none are said."""
    found = _WITH_MINUTES.fullmatch(words.strip())
    return (found[1], int(found[2])) if found else (words.strip(), _POINT_MINUTES)


def _understood_item(words: str) -> str:
    if not words.strip():
        return ""
    title, minutes = item_typed(words)
    return f"{title} · {_('{count} min', count=minutes)}"
