"""The table's meetings and what is written down at them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from pa_tui.domain.decisions import Stance, Stand
from pa_tui.domain.text import Text


class MeetingKind(StrEnum):
    """The kinds of meeting the year knows."""

    WORKING_GROUP = "working_group"
    OFFICIAL = "official"
    ADMINISTRATIVE = "administrative"
    WRITTEN = "written"
    EVALUATION = "evaluation"


class MeetingState(StrEnum):
    """Where a meeting is in its life."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"


class MinutesState(StrEnum):
    """Minutes are a concept until a later meeting adopts them."""

    CONCEPT = "concept"
    ADOPTED = "adopted"


class Presence(StrEnum):
    """Whether somebody is at the table."""

    PRESENT = "present"
    ONLINE = "online"
    EXCUSED = "excused"
    ABSENT = "absent"
    LEFT = "left"
    ARRIVED = "arrived"
    REPLACED = "replaced"

    @property
    def is_here(self) -> bool:
        """Whether the person or party can speak now; a replaced person's substitute can."""
        return self in (Presence.PRESENT, Presence.ONLINE, Presence.ARRIVED, Presence.REPLACED)


class TableRole(StrEnum):
    """What a person does at the meeting."""

    MEMBER = "member"
    CHAIR = "chair"
    SECRETARY = "secretary"
    ADVISER = "adviser"
    LISTENER = "listener"


@dataclass(frozen=True, slots=True)
class Attendance:
    """A person's or (person empty) a whole party's presence, with the clock time of the
    last change as "14.35" where it changed during the meeting."""

    person: str
    party: str | None
    state: Presence
    role: TableRole = TableRole.MEMBER
    by: str = ""
    at: str = ""


class ItemKind(StrEnum):
    """What an item of the agenda is about."""

    POINT = "point"
    MINUTES = "minutes"
    ACTIONS = "actions"
    THEME = "theme"
    SELECTION = "selection"
    ADOPTION = "adoption"


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An item with its minutes, and the articles it is about.

    A theme's item holds the theme's id, a selection's the articles that fit ``selection``
    (by the name of a :class:`~pa_tui.domain.selection.Selection`) whenever it is looked at;
    ``articles`` are ids that were named. ``id`` is unique within the meeting.
    """

    title: str
    minutes: int = 0
    articles: tuple[str, ...] = ()
    theme: str | None = None
    kind: ItemKind = ItemKind.POINT
    selection: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Happening:
    """Something of the order of the meeting: a suspension, a party that leaves."""

    at: str
    what: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a party let know in a written round, and how ("e-mail van ..."): on everything,
    or on the ``articles`` (ids) that are named."""

    party: str
    stance: Stance
    on: date
    source: str = ""
    reason: str = ""
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ComesBack:
    """What the chair said about an article's return: that it comes back although nothing
    asks for it, or that it does not, why, and when that was said."""

    article: str
    comes: bool
    reason: str = ""
    at: datetime | None = None


class About(StrEnum):
    """What of a closed meeting was put right."""

    DECISION = "decision"
    REASON = "reason"
    NOTE = "note"
    ACTION = "action"
    ATTENDANCE = "attendance"


@dataclass(frozen=True, slots=True)
class Correction:
    """Something put right after a meeting was closed: ``what`` is the id of the decision,
    the note or the action, or who was there; how it stood and how it stands now. Attendance
    stands as the values of :class:`Presence`."""

    at: datetime
    by: str
    about: About
    what: str
    was: str
    becomes: str


@dataclass(frozen=True, slots=True)
class Unsettled:
    """An article (id) that was talked about and not decided on when the meeting was closed.

    ``was`` is the wording the table knew where ``text`` is another one: empty for a new
    article, None where the text is the same. ``stands`` are the positions taken at the
    meeting, ``leads`` the parties (keys) that took the lead there.
    """

    article: str
    was: Text | None = None
    text: Text = ()
    stands: tuple[Stand, ...] = ()
    leads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting; ``number`` counts within its kind; times are local clock times.

    ``begins`` is when a planned meeting starts ("13.00"). A written round has ``answer_by``,
    its term, and ``answers``. ``comes_back`` is what the chair changed in what returns after
    this meeting. Its minutes were adopted in the meeting ``adopted_in``, ``adopted_with``
    these changes. ``planned_at`` is when it was planned, None where nobody did. From its
    closing on ``unsettled`` is what it talked about without an outcome.
    """

    KIND: ClassVar = "meeting"
    PARENT: ClassVar = None

    id: str
    rank: str
    kind: MeetingKind
    number: int
    date: date
    title: str = ""
    place: str = ""
    state: MeetingState = MeetingState.PLANNED
    minutes_state: MinutesState | None = None
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    chair: str = ""
    secretary: str = ""
    attendance: tuple[Attendance, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    happenings: tuple[Happening, ...] = ()
    decisions_taken: int = 0
    begins: str = ""
    answer_by: datetime | None = None
    answers: tuple[Answer, ...] = ()
    comes_back: tuple[ComesBack, ...] = ()
    corrections: tuple[Correction, ...] = ()
    adopted_in: str | None = None
    adopted_at: datetime | None = None
    adopted_with: tuple[str, ...] = ()
    planned_at: datetime | None = None
    unsettled: tuple[Unsettled, ...] = ()

    def presence_of(self, party: str) -> Presence | None:
        """How the party of this key is at the table; None where nothing was noted.

        A party is there as long as one of its people is.
        """
        states = [a.state for a in self.attendance if a.party == party]
        return next((s for s in states if s.is_here), states[0] if states else None)

    def is_here(self, party: str) -> bool:
        """Whether somebody can speak for the party of this key now; in a written round,
        whether it has answered."""
        if self.kind is MeetingKind.WRITTEN:
            return any(answer.party == party for answer in self.answers)
        presence = self.presence_of(party)
        return presence is not None and presence.is_here


def is_round(meeting: Meeting | None) -> bool:
    """Whether the meeting is a written round."""
    return meeting is not None and meeting.kind is MeetingKind.WRITTEN


def is_suspended(meeting: Meeting) -> bool:
    """Whether the meeting was suspended and not yet resumed."""
    last = [h.what for h in meeting.happenings if h.what in ("suspended", "resumed")]
    return bool(last) and last[-1] == "suspended"


@dataclass(frozen=True, slots=True)
class Note:
    """A note for the minutes, or an internal one that no paper holds unless asked."""

    KIND: ClassVar = "note"
    PARENT: ClassVar = "article"
    ORDER: ClassVar = "at"

    id: str
    article: str | None
    text: str
    meeting: str | None = None
    party: str | None = None
    internal: bool = False
    at: datetime | None = None
    by: str = ""


class ActionState(StrEnum):
    """How an action stands."""

    OPEN = "open"
    BUSY = "busy"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Action:
    """Something somebody will do; ``number`` (A-014) is never reused. ``due`` is the last
    day it is in time, ``due_words`` how that was said ("vóór 1 oktober 2026"). Since
    ``state_at`` it stands as it does; None is from its beginning."""

    KIND: ClassVar = "action"
    PARENT: ClassVar = "article"
    ORDER: ClassVar = "number"

    id: str
    number: int
    text: str
    article: str | None = None
    party: str | None = None
    person: str | None = None
    due: date | None = None
    due_words: str = ""
    state: ActionState = ActionState.OPEN
    meeting: str | None = None
    at: datetime | None = None
    remark: str = ""
    state_at: datetime | None = None


class ParkedState(StrEnum):
    """What became of a parked point."""

    OPEN = "open"
    ACTION = "action"
    AGENDA = "agenda"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Parked:
    """A point for later that is no article and no action; ``became`` is the id of the action
    it was made, or of the meeting it was put on the agenda of."""

    KIND: ClassVar = "parked"
    PARENT: ClassVar = "article"
    ORDER: ClassVar = "at"

    id: str
    text: str
    article: str | None = None
    meeting: str | None = None
    at: datetime | None = None
    state: ParkedState = ParkedState.OPEN
    became: str = ""
