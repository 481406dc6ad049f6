"""The keys that make an agenda, item by item, and begin with an item while the meeting runs."""

from __future__ import annotations

import re
from dataclasses import replace

from pa_tui import labels
from pa_tui.domain.agendas import articles_of, item_key, minutes_to_adopt
from pa_tui.domain.articles import Theme
from pa_tui.domain.meetings import AgendaItem, ItemKind, Meeting, MeetingState
from pa_tui.domain.selection import Selection
from pa_tui.edits import Edit
from pa_tui.edits.agenda import (
    AddAgendaItem,
    ChangeAgendaItem,
    DropAgendaItem,
    MoveAgendaItem,
)
from pa_tui.edits.meeting import AdoptMinutes
from pa_tui.errors import NotFound
from pa_tui.language import _
from pa_tui.telling import describe_edit
from screens.entry.asking import Entry, Option, Question
from screens.goal import Goal, show_actions, show_article
from screens.meeting.adopting import Adopting
from screens.meeting.attending import Attending
from screens.pacing import Pacing

_THEME_MINUTES, _POINT_MINUTES = 10, 5
_WITH_MINUTES = re.compile(r"(.*\S)\s+(\d{1,3})\s*(?:m|min|minuten|minutes)\.?")


class Itemising(Pacing, Attending, Adopting):
    """A board with the items of an agenda as stops: ("item", key)."""

    def __init__(self) -> None:
        self.shown: str | None = None
        super().__init__()

    @property
    def meeting(self) -> Meeting | None:
        """The meeting whose agenda is shown, else the running one."""
        return self.agreement.meetings.get(self.shown or "") or self.agreement.running_meeting

    def _told(self, edit: Edit) -> str:
        return describe_edit(edit, self.agreement)

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
        elif item.kind is ItemKind.ADOPTION:
            self.action_adopt()
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
        self.ask_adoption(last)

    def ask_adoption(self, last: Meeting) -> None:
        """Asks whether minutes are adopted as they are, or with which changes."""
        options = (
            Option("v", _("adopted as they are"), False),
            Option("w", _("adopted with changes"), True),
        )

        def chosen(changed: bool) -> None:
            if changed:
                self._adopt_with(last)
            else:
                self.do_told(AdoptMinutes(last.id))

        prompt = _("Minutes of {meeting}", meeting=labels.meeting(last))
        self.ask(Question(prompt, options, chosen))

    def _adopt_with(self, last: Meeting) -> None:
        def taken(words: str) -> None:
            changes = tuple(filter(None, (piece.strip() for piece in words.split(";"))))
            if changes:
                self.do_told(AdoptMinutes(last.id, changes))

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
        self.do_told(AddAgendaItem(item, after, meeting.id))

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
                self.do_told(ChangeAgendaItem(key, words.strip(), None, meeting.id))

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
            self.do_told(ChangeAgendaItem(key, None, int(said), meeting.id))

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
        self.do_told(MoveAgendaItem(keys[place], after, meeting.id))

    def action_drop_item(self) -> None:
        """Takes the item off the agenda."""
        if (found := self._item()) is not None:
            meeting, item = found
            self.do_told(DropAgendaItem(item_key(meeting, item), meeting.id))


def item_typed(words: str) -> tuple[str, int]:
    """Title and minutes of "Mededelingen 10 min"; a few minutes where none are said."""
    found = _WITH_MINUTES.fullmatch(words.strip())
    return (found[1], int(found[2])) if found else (words.strip(), _POINT_MINUTES)


def _understood_item(words: str) -> str:
    if not words.strip():
        return ""
    title, minutes = item_typed(words)
    told = _("{count} min", count=minutes)
    return f"{title} · {told}"
