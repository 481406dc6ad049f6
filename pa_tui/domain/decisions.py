"""What parties say of an article and what the table decides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from pa_tui.domain.text import Text


class Stance(StrEnum):
    """A party's position on an article."""

    AGREE = "agree"
    RESERVE = "reserve"
    DISAGREE = "disagree"
    RETURNS = "returns"
    NOT_APPLICABLE = "not_applicable"


class ReservationKind(StrEnum):
    """Consent of one's own members or board lifts the first; the administrative meeting
    settles the second."""

    CONSENT = "consent"
    CONTENT = "content"


class Outcome(StrEnum):
    """What the table decided about an article."""

    AGREED = "agreed"
    AMENDED = "amended"
    DEFERRED = "deferred"
    DROPPED = "dropped"
    REGULAR = "regular"
    PRO_MEMORIE = "pro_memorie"
    NO_AGREEMENT = "no_agreement"

    @property
    def settles(self) -> bool:
        """Whether the article is decided by it; a deferral or a dispute leaves it open."""
        return self not in (Outcome.DEFERRED, Outcome.NO_AGREEMENT)


class DisputeKind(StrEnum):
    """Why an article goes up to the administrative meeting."""

    DISPUTE = "dispute"
    DISCUSSION = "discussion"


class Standing(StrEnum):
    """How far a decision binds: a working group's is provisional."""

    PROVISIONAL = "provisional"
    ADOPTED = "adopted"
    SIGNED = "signed"


@dataclass(frozen=True, slots=True)
class Stand:
    """A party's position as it was when a decision was taken."""

    party: str
    stance: Stance
    kind: ReservationKind | None = None
    reason: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """A party's present position on an article; ``id`` is ``article/party``.

    Where it was let know outside a meeting, ``said_on`` is the day and ``source`` how
    ("e-mail van ...").
    """

    KIND: ClassVar = "position"
    PARENT: ClassVar = "article"
    ORDER: ClassVar = "id"

    id: str
    article: str
    party: str
    stance: Stance
    kind: ReservationKind | None = None
    reason: str = ""
    until: date | None = None
    meeting: str | None = None
    at: datetime | None = None
    source: str = ""
    said_on: date | None = None

    def stand(self) -> Stand:
        """The position as a decision keeps it."""
        return Stand(self.party, self.stance, self.kind, self.reason, self.until)


@dataclass(frozen=True, slots=True)
class Message:
    """What a party let know about a decision after it was taken: that it lifts its
    reservation, or no longer agrees. ``before`` is what it had said (at ``before_at``), ``on``
    the day it let know and ``source`` how ("e-mail van ..."); ``at`` is when that was written
    down."""

    before: Stand
    stance: Stance
    on: date
    at: datetime
    source: str = ""
    reason: str = ""
    before_at: datetime | None = None

    @property
    def party(self) -> str:
        """The key of the party."""
        return self.before.party

    def stand(self) -> Stand:
        """What the party says from then on."""
        return Stand(self.party, self.stance, reason=self.reason)


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision on an article, with the positions and texts of that moment.

    ``number`` counts within the meeting and is never reused; ``silent`` are the keys of
    parties present that had said nothing, ``missing`` of those that were not there;
    ``en_bloc`` is shared by decisions taken in one breath. ``reopened`` is why the article was
    opened again, ``reopened_at`` when. ``messages`` are what parties let know about it
    afterwards, oldest first.
    """

    KIND: ClassVar = "decision"
    PARENT: ClassVar = "article"
    ORDER: ClassVar = "at"

    id: str
    article: str
    meeting: str | None
    number: int
    outcome: Outcome
    standing: Standing
    at: datetime
    by: str
    text: str = ""
    reason: str = ""
    until: str = ""
    until_date: date | None = None
    kind: DisputeKind | None = None
    positions: tuple[Stand, ...] = ()
    silent: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    before: Text = ()
    after: Text = ()
    en_bloc: str | None = None
    reopened: str | None = None
    messages: tuple[Message, ...] = ()
    reopened_at: datetime | None = None


class Treatment(StrEnum):
    """How a party wants an article treated: passed without debate, or talked about."""

    FORMALITY = "formality"
    DISCUSS = "discuss"


@dataclass(frozen=True, slots=True)
class Wish:
    """What a party asked beforehand for an article at the coming meeting, until the table
    decides on it; ``id`` is ``article/party``."""

    KIND: ClassVar = "wish"
    PARENT: ClassVar = "article"
    ORDER: ClassVar = "id"

    id: str
    article: str
    party: str
    treatment: Treatment
    reason: str = ""
    at: datetime | None = None


class ProposalState(StrEnum):
    """What became of a party's own wording."""

    OPEN = "open"
    TAKEN_OVER = "taken_over"
    PARTLY = "partly"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A party's own wording beside the text; nothing changes before a decision."""

    KIND: ClassVar = "proposal"
    PARENT: ClassVar = "article"
    ORDER: ClassVar = "at"

    id: str
    article: str
    party: str
    text: Text = ()
    remark: str = ""
    state: ProposalState = ProposalState.OPEN
    reason: str = ""
    at: datetime | None = None
