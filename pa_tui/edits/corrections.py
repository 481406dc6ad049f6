"""What is put right once a meeting is closed: it leaves a trace in its minutes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from pa_tui.domain.articles import Article
from pa_tui.domain.decisions import Decision
from pa_tui.domain.meetings import (
    About,
    Action,
    Attendance,
    Correction,
    Meeting,
    MeetingState,
    MinutesState,
    Note,
    Presence,
    TableRole,
)
from pa_tui.edits.article import action_named, must_say_something
from pa_tui.edits.base import Edit, Worksheet
from pa_tui.edits.decision import position_id
from pa_tui.edits.meeting import identified, meeting_named, with_entry
from pa_tui.errors import N_, NotAllowed, NotFound


@dataclass(frozen=True, slots=True)
class CorrectDecision(Edit):
    """A decision (id) gets the reason that was to follow, or other words; None leaves them as
    they are. After the closing it is told in the minutes; adopted minutes stay, so that then
    only a reason that is missing can be given."""

    decision: str
    reason: str | None = None
    text: str | None = None

    def perform(self, sheet: Worksheet) -> None:
        decision = sheet.agreement.decisions.get(self.decision)
        if decision is None:
            raise NotFound(N_("That decision is gone."))
        for about, name, words in (
            (About.REASON, "reason", self.reason),
            (About.DECISION, "text", self.text),
        ):
            if words is not None:
                self._correct(sheet, about, name, must_say_something(words))

    def _correct(self, sheet: Worksheet, about: About, name: str, words: str) -> None:
        decision = sheet.agreement.decisions[self.decision]
        was: str = getattr(decision, name)
        late = about is About.REASON and not was.strip() and _is_fixed(sheet, decision)
        if not late:
            trace(sheet, decision.meeting, about, decision.id, was, words)
        sheet.set(decision, **{name: words})


@dataclass(frozen=True, slots=True)
class GiveReason(Edit):
    """The reason that was to follow: the table's for what it decided on an article, or that
    of a ``party`` for what it said of it."""

    article: str
    reason: str
    party: str | None = None

    def perform(self, sheet: Worksheet) -> None:
        article = sheet.article(self.article)
        reason = must_say_something(self.reason)
        decision = sheet.agreement.decision_on(article.id)
        if self.party is not None:
            self._of_party(sheet, article, decision, reason)
        elif decision is not None:
            CorrectDecision(decision.id, reason).perform(sheet)
        else:
            raise NotAllowed(
                N_("There is no decision on {number} yet, so it needs no reason."),
                number=article.number or article.id,
            )

    def _of_party(
        self, sheet: Worksheet, article: Article, decision: Decision | None, reason: str
    ) -> None:
        party = sheet.agreement.party_named(self.party or "")
        position = sheet.agreement.positions.get(position_id(article.id, party.id))
        if position is None:
            raise NotAllowed(
                N_("{party} has said nothing about article {number} yet."),
                party=party.short,
                number=article.number or article.id,
            )
        sheet.set(position, reason=reason)
        if decision is None or _is_fixed(sheet, decision):
            return
        stands = tuple(
            replace(own, reason=reason)
            if (own.party, own.stance) == (party.id, position.stance)
            else own
            for own in decision.positions
        )
        was = next((own.reason for own in decision.positions if own.party == party.id), "")
        told = (f"{party.short}: {words}" if words else "" for words in (was, reason))
        if stands != decision.positions:
            trace(sheet, decision.meeting, About.REASON, decision.id, *told)
            sheet.set(decision, positions=stands)


def _is_fixed(sheet: Worksheet, decision: Decision) -> bool:
    meeting = sheet.agreement.meetings.get(decision.meeting or "")
    return meeting is not None and meeting.minutes_state is MinutesState.ADOPTED


@dataclass(frozen=True, slots=True)
class CorrectAttendance(Edit):
    """Who was at a meeting (number or id) that is closed by now is put right: a party, or a
    person of a party or of none."""

    meeting: str
    who: str
    state: Presence
    party: str | None = None
    role: TableRole = TableRole.MEMBER
    by: str = ""
    at: str = ""

    def perform(self, sheet: Worksheet) -> None:
        meeting = meeting_named(sheet.agreement, self.meeting)
        if meeting.state is not MeetingState.CLOSED:
            raise NotAllowed(
                N_("The meeting of {date} is not closed; say who is there as usual."),
                date=meeting.date,
            )
        party, person = identified(sheet, self.who, self.party)
        key = party.id if party else None
        entry = Attendance(person, key, self.state, self.role, self.by, self.at)
        old = _entry_of(meeting, entry)
        told = person or key or self.who
        was, becomes = (_told(own) for own in (old, entry))
        trace(sheet, meeting.id, About.ATTENDANCE, told, was, becomes)
        now = sheet.agreement.meetings[meeting.id]
        sheet.set(now, attendance=with_entry(now.attendance, entry))


def _entry_of(meeting: Meeting, new: Attendance) -> Attendance | None:
    found = [own for own in meeting.attendance if own.person == new.person]
    return next((own for own in found if new.person or own.party == new.party), None)


def _told(entry: Attendance | None) -> str:
    if entry is None:
        return ""
    return " ".join(filter(None, (entry.state.value, entry.at, entry.by)))


@dataclass(frozen=True, slots=True)
class CorrectNote(Edit):
    """A note gets other words; after the closing the minutes tell that. ``whose`` is the
    party it is of ("" for nobody's), and ``internal`` whether it stays out of the minutes;
    None leaves that as it was."""

    note: str
    text: str
    whose: str | None = None
    internal: bool | None = None

    def perform(self, sheet: Worksheet) -> None:
        note = sheet.agreement.notes.get(self.note)
        if note is None:
            raise NotFound(N_("That note is gone."))
        party, internal = note.party, note.internal
        if self.whose is not None:
            party = sheet.agreement.party_named(self.whose).id if self.whose else None
        if self.internal is not None:
            internal = self.internal
        text = must_say_something(self.text)
        new = replace(note, text=text, party=party, internal=internal)
        both = (_printed(sheet, own, note.party != party) for own in (note, new))
        trace(sheet, note.meeting, About.NOTE, note.id, *both)
        sheet.put(new)


def _printed(sheet: Worksheet, note: Note, with_party: bool) -> str:
    """What the minutes hold of a note; nothing of one that is internal."""
    party = sheet.agreement.parties.get(note.party or "") if with_party else None
    said = f"{party.short}: {note.text}" if party else note.text
    return "" if note.internal else said


@dataclass(frozen=True, slots=True)
class CorrectAction(Edit):
    """An action (id or number) gets other words, another owner or another day; it keeps its
    number. What the minutes of a closed meeting say of it changes with a trace, until they
    are adopted."""

    action: str
    text: str
    party: str | None = None
    person: str | None = None
    due: date | None = None
    due_words: str = ""

    def perform(self, sheet: Worksheet) -> None:
        action = action_named(sheet, self.action)
        party = sheet.agreement.party_named(self.party).id if self.party else None
        new = replace(
            action,
            text=must_say_something(self.text),
            party=party,
            person=self.person,
            due=self.due,
            due_words=self.due_words,
        )
        meeting = sheet.agreement.meetings.get(action.meeting or "")
        if meeting is not None and meeting.minutes_state is MinutesState.CONCEPT:
            both = (_action_told(sheet, action), _action_told(sheet, new))
            trace(sheet, meeting.id, About.ACTION, action.id, *both)
        sheet.put(new)


def _action_told(sheet: Worksheet, action: Action) -> str:
    """What is done, by whom and when."""
    party = sheet.agreement.parties.get(action.party or "")
    day = f"{action.due.day}-{action.due.month}-{action.due.year}" if action.due else ""
    who = (party.short if party else "", action.person or "", action.due_words or day)
    return ", ".join(filter(None, (action.text, *who)))


def trace(
    sheet: Worksheet, meeting: str | None, about: About, what: str, was: str, becomes: str
) -> None:
    """Writes down what was put right in a meeting (id) that is closed; nothing while it runs.
    Raises NotAllowed where its minutes are adopted."""
    own = sheet.agreement.meetings.get(meeting or "")
    if own is None or own.state is not MeetingState.CLOSED or was == becomes:
        return
    must_not_be_adopted(own)
    told = Correction(sheet.moment.at, sheet.moment.by, about, what, was, becomes)
    sheet.set(own, corrections=(*own.corrections, told))


def must_not_be_adopted(meeting: Meeting) -> None:
    """Raises NotAllowed where the minutes of a meeting are adopted."""
    if meeting.minutes_state is MinutesState.ADOPTED:
        raise NotAllowed(
            N_(
                "The minutes of {date} are adopted and stay as they are. Reopen the article, "
                "or decide otherwise in a later meeting."
            ),
            date=meeting.date,
        )
