"""The keys before and after a closing: what comes back, reasons, corrections, the papers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from pa_tui import labels
from pa_tui.domain.meetings import Action, Meeting, MinutesState, Note, Presence
from pa_tui.edits import Edit
from pa_tui.edits.closing import ChangeComingBack
from pa_tui.edits.corrections import (
    CorrectAction,
    CorrectAttendance,
    CorrectDecision,
    CorrectNote,
    GiveReason,
)
from pa_tui.edits.meeting import CloseMeeting
from pa_tui.edits.structure import NameVersion
from pa_tui.errors import AgreementError
from pa_tui.language import _
from pa_tui.ports import Receipt
from screens.entry.asking import Entry, Option, Question
from screens.goal import Goal, show_article
from screens.making import make_papers
from screens.meeting.earlier import held_meetings
from screens.meeting.leftover import Reason
from screens.meeting.staged import Staged
from screens.meeting.stages import Stage
from screens.offers import papers_at_closing

_TWICE = 0.5
"""Seconds in which the same key counts once."""
_PRESENCES = (
    ("a", Presence.PRESENT),
    ("o", Presence.ONLINE),
    ("k", Presence.EXCUSED),
    ("x", Presence.ABSENT),
)


class Ending(Staged):
    """A board whose stops are what :mod:`screens.meeting.closing` and
    :mod:`screens.meeting.earlier` draw. ``ended`` is the id of the closed meeting that is
    shown, ``made`` the names of the papers written of it."""

    _shown_at = 0.0

    def __init__(self) -> None:
        self.ended: str | None = None
        self.made: tuple[str, ...] = ()
        super().__init__()

    @property
    def closed_meeting(self) -> Meeting | None:
        """The closed meeting that is shown."""
        return self.agreement.meetings.get(self.ended or "")

    # -- closing ------------------------------------------------------------------------------

    def action_close_meeting(self) -> None:
        """Shows first what is still open."""
        self.enter(Stage.CLOSING)
        self.board.edge(-1)
        self.show(self.agreement)
        self._shown_at = self.ticks()
        self.say(_("Nothing is closed yet"))

    def action_back(self) -> None:
        """The meeting goes on."""
        self.enter(Stage.RUNNING)
        self.show(self.agreement)
        self.say(_("The meeting goes on"))

    def action_close_now(self) -> None:
        """Closes the meeting; the key that showed what is open, pressed twice, counts once."""
        if self.ticks() - self._shown_at >= _TWICE:
            self._close()

    def _close(self) -> None:
        meeting = self.agreement.running_meeting
        if meeting is None:
            return
        self.ended, self.made = meeting.id, ()
        self.enter(Stage.RUNNING)
        if not self.perform(CloseMeeting(), self._was_closed):
            self.ended = None

    def _was_closed(self, receipt: Receipt) -> None:
        self.board.edge(-1)
        self.say(_("The meeting is closed"), _("p makes its papers"))

    def action_line(self) -> None:
        """What Enter means on a line: closes, takes the reason, puts right, or goes there."""
        match self.board.current:
            case ("close",):
                self._close()
            case ("to adopt",):
                self.action_adopt()
            case Reason() as reason:
                self._ask_reason(reason)
            case ("decision", str(key)):
                self._correct_decision(key)
            case ("action", str(key)) if key in self.agreement.actions:
                self._correct_action(self.agreement.actions[key])
            case ("note", str(key)) if key in self.agreement.notes:
                self._correct_note(self.agreement.notes[key])
            case ("attendance", str(person), str(party)):
                self._correct_attendance(person, party)
            case _:
                self.action_go()

    def action_go(self) -> None:
        """To the article the cursor is on."""
        article = self._article_here()
        if article:
            self.run_worker(show_article(self.app, Goal(article)))

    def _article_here(self) -> str:
        match self.board.current:
            case ("article", str(article), *_) | Reason(article=article):
                return article
            case ("decision", str(key)) if key in self.agreement.decisions:
                return self.agreement.decisions[key].article
            case ("action", str(key)) if key in self.agreement.actions:
                return self.agreement.actions[key].article or ""
            case ("note", str(key)) if key in self.agreement.notes:
                return self.agreement.notes[key].article or ""
        return ""

    # -- what comes back ----------------------------------------------------------------------

    def action_off(self) -> None:
        """Takes the article off what comes back; asks why."""
        match self.board.current:
            case ("article", str(article), "back"):
                name = labels.article(self.agreement, article)
                prompt = _("Why does {article} not come back?", article=name)
                self.type_in(
                    Entry(prompt, lambda why: self._change_coming(article, why, comes=False))
                )
            case _:
                self.say(_("Go to an article that comes back first"))

    def action_on(self) -> None:
        """Puts the article back on the list; elsewhere asks for one that comes back too."""
        match self.board.current:
            case ("article", str(article), "gone"):
                self._change_coming(article, "", comes=True)
            case _:
                prompt = _("Which article comes back?")
                self.type_in(Entry(prompt, self._put_on_list, hint=_("its number, and why")))

    def _put_on_list(self, words: str) -> None:
        number, _space, why = words.strip().partition(" ")
        if number:
            try:
                article = self.agreement.article_named(number)
            except AgreementError as error:
                self.refuse(error)
            else:
                self._change_coming(article.id, why, comes=True)

    def _change_coming(self, article: str, why: str, *, comes: bool) -> None:
        if why.strip() or comes:
            self.do_told(ChangeComingBack(article, comes, why.strip()))

    # -- putting right ------------------------------------------------------------------------

    def _ask_reason(self, reason: Reason) -> None:
        agreement = self.agreement
        name = labels.article(agreement, reason.article)
        who = labels.party(agreement, reason.party) if reason.party else ""
        prompt = _("Reason, {what}", what=" ".join(filter(None, (name, who))))
        article, party = reason.article, reason.party or None
        self._put_right(prompt, "", lambda words: GiveReason(article, words, party))

    def _correct_decision(self, key: str) -> None:
        decision = self.agreement.decisions[key]
        name = labels.article(self.agreement, decision.article)

        def chosen(what: str) -> None:
            if what == "reason":
                prompt = _("Reason, {what}", what=name)
                self._put_right(
                    prompt, decision.reason, lambda words: CorrectDecision(key, words)
                )
            elif what == "words":
                prompt = _("Words, {what}", what=name)
                self._put_right(
                    prompt, decision.text, lambda words: CorrectDecision(key, None, words)
                )
            else:
                self.action_go()

        options = (
            Option(_("r"), _("reason"), "reason"),
            Option(_("w"), _("words"), "words"),
            Option(_("a"), _("to the article"), "go"),
        )
        self.ask(Question(_("Put right, {what}", what=name), options, chosen))

    def _correct_note(self, note: Note) -> None:
        self._put_right(_("correct the note"), note.text, lambda own: CorrectNote(note.id, own))

    def _correct_action(self, action: Action) -> None:
        before = f"{action.text} {action.due_words}".strip()
        self._put_right(
            _("correct the action"), before, lambda own: self._action_from(action, own)
        )

    def _action_from(self, action: Action, words: str) -> Edit:
        """The action as it was typed; who and when stay where nothing else is said."""
        from pa_tui.reading.entry import read_action

        said = read_action(
            words,
            parties=self.agreement.ordered_parties,
            today=self.workspace.clock().date(),
        )
        who = (said.party, said.person) if said.party or said.person else None
        party, person = who or (action.party, action.person)
        when = (said.due, said.due_words) if said.due else (action.due, action.due_words)
        return CorrectAction(action.id, said.text or words, party, person, *when)

    def _put_right(self, prompt: str, before: str, edit: Callable[[str], Edit]) -> None:
        def taken(words: str) -> None:
            if not words.strip() or words.strip() == before.strip():
                return
            try:
                act = edit(words.strip())
            except AgreementError as error:
                self.refuse(error)
            else:
                self.do_told(act)

        self.type_in(Entry(prompt, taken, text=before))

    def _correct_attendance(self, person: str, party: str) -> None:
        meeting = self.closed_meeting
        if meeting is None:
            return
        key, who = meeting.id, person or party
        role = next(
            own.role
            for own in meeting.attendance
            if (own.person, own.party or "") == (person, party)
        )
        options = tuple(Option(k, labels.name(state), state) for k, state in _PRESENCES)

        def chosen(state: Presence) -> None:
            whose = (party or None) if person else None
            self.do_told(CorrectAttendance(key, who, state, whose, role))

        name = person or labels.party(self.agreement, party)
        self.ask(Question(_("Put right, {what}", what=name), options, chosen))

    # -- afterwards ---------------------------------------------------------------------------

    def action_papers(self) -> None:
        """Makes the minutes in all their forms, the draft, clean and with the changes of
        this meeting, and the action list. The text as it goes out gets a name first, so that
        the next changes can be shown against it."""
        from pa_tui.papers.versions import version_after

        closed = self.closed_meeting
        if closed is None:
            return
        last = held_meetings(self.agreement)[-1].id == closed.id
        named = version_after(self.agreement, closed) if last else ""
        if named:
            self.perform(NameVersion(named), lambda receipt: self._make(closed))
        else:
            self._make(closed)

    def _make(self, closed: Meeting) -> None:
        wanted = papers_at_closing(self.agreement, closed, self.workspace.store)
        make_papers(self, wanted, self._were_made)

    def _were_made(self, paths: Sequence[Path]) -> None:
        self.made = tuple(path.name for path in paths)
        self.show(self.agreement)

    def action_adopt_minutes(self) -> None:
        """Adopts the minutes of the meeting that is shown, perhaps with changes."""
        closed = self.closed_meeting
        if closed is None:
            return
        if closed.minutes_state is MinutesState.ADOPTED:
            self.say(_("These minutes are adopted already"))
        else:
            self.ask_adoption(closed)

    def action_older(self) -> None:
        """The meeting before the one that is shown; the last one where none is."""
        self._turn_to(-1)

    def action_newer(self) -> None:
        """The meeting after the one that is shown."""
        self._turn_to(1)

    def _turn_to(self, step: int) -> None:
        held = [meeting.id for meeting in held_meetings(self.agreement)]
        if not held:
            self.say(_("There was no meeting yet"))
            return
        place = held.index(self.ended) + step if self.ended in held else len(held) - 1
        self.ended, self.made = held[max(0, min(place, len(held) - 1))], ()
        self.show(self.agreement)
        self.board.edge(-1)

    def action_leave_closed(self) -> None:
        """To the meetings that are planned, else to the form of the next one."""
        self.ended = None
        self.show(self.agreement)
