"""What the values of the domain are called on the screen, in the language in use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

from pa_tui.domain.agreement import Agreement, AgreementStatus
from pa_tui.domain.articles import Strength
from pa_tui.domain.decisions import (
    DisputeKind,
    Outcome,
    ProposalState,
    ReservationKind,
    Stance,
    Standing,
    Treatment,
)
from pa_tui.domain.lines import Status
from pa_tui.domain.meetings import (
    ActionState,
    Meeting,
    MeetingKind,
    MinutesState,
    ParkedState,
    Presence,
)
from pa_tui.domain.parties import Basis, BodyOutcome, Role, State
from pa_tui.domain.year import Milestone
from pa_tui.errors import NotFound, Unreadable
from pa_tui.language import N_, _, spoken
from pa_tui.reading.wording import say_deadline, say_list, say_short

_TABLES: Mapping[type[StrEnum], Mapping[StrEnum, str]] = MappingProxyType(
    {
        AgreementStatus: {
            AgreementStatus.DRAFT: N_("draft"),
            AgreementStatus.FINAL_DRAFT: N_("final draft"),
            AgreementStatus.ADOPTED: N_("adopted"),
            AgreementStatus.RATIFIED: N_("ratified by all parties"),
            AgreementStatus.SIGNED: N_("signed"),
        },
        Role: {
            Role.MUNICIPALITY: N_("municipality"),
            Role.CORPORATION: N_("housing corporation"),
            Role.TENANTS: N_("tenants’ organisation"),
        },
        State: {State.SUGGESTED: N_("suggested"), State.CONFIRMED: N_("confirmed")},
        Basis: {
            Basis.EXPLICIT: N_("as the text says"),
            Basis.SUBJECT: N_("does it in the sentence"),
            Basis.HEADING: N_("stands in the heading"),
            Basis.JOINT: N_("together"),
            Basis.IMPLIED: N_("follows from the text"),
        },
        Strength: {
            Strength.RESULT: N_("result"),
            Strength.PROCESS: N_("process"),
            Strength.EFFORT: N_("effort"),
            Strength.INTENTION: N_("intention"),
            Strength.EXPLORATION: N_("exploration"),
            Strength.REQUEST: N_("request"),
            Strength.NONE: N_("none"),
        },
        Status: {
            Status.OPEN: N_("open"),
            Status.DECIDED: N_("decided"),
            Status.CONTESTED: N_("contested"),
            Status.DROPPED: N_("dropped"),
        },
        Stance: {
            Stance.AGREE: N_("agrees"),
            Stance.RESERVE: N_("reservation"),
            Stance.DISAGREE: N_("does not agree"),
            Stance.RETURNS: N_("comes back on it"),
            Stance.NOT_APPLICABLE: N_("not concerned"),
        },
        ReservationKind: {
            ReservationKind.CONSENT: N_("subject to consent"),
            ReservationKind.CONTENT: N_("on the content"),
        },
        Treatment: {
            Treatment.FORMALITY: N_("formality"),
            Treatment.DISCUSS: N_("discuss"),
        },
        DisputeKind: {
            DisputeKind.DISPUTE: N_("no agreement"),
            DisputeKind.DISCUSSION: N_("point for discussion"),
        },
        Standing: {
            Standing.PROVISIONAL: N_("provisional"),
            Standing.ADOPTED: N_("adopted"),
            Standing.SIGNED: N_("signed"),
        },
        ProposalState: {
            ProposalState.OPEN: N_("open"),
            ProposalState.TAKEN_OVER: N_("taken over"),
            ProposalState.PARTLY: N_("partly taken over"),
            ProposalState.DECLINED: N_("not taken over"),
        },
        MeetingKind: {
            MeetingKind.WORKING_GROUP: N_("working group"),
            MeetingKind.OFFICIAL: N_("meeting of officials"),
            MeetingKind.ADMINISTRATIVE: N_("administrative meeting"),
            MeetingKind.WRITTEN: N_("written round"),
            MeetingKind.EVALUATION: N_("evaluation"),
        },
        MinutesState: {
            MinutesState.CONCEPT: N_("concept"),
            MinutesState.ADOPTED: N_("adopted"),
        },
        Presence: {
            Presence.PRESENT: N_("present"),
            Presence.ONLINE: N_("online"),
            Presence.EXCUSED: N_("absent with notice"),
            Presence.ABSENT: N_("absent"),
            Presence.LEFT: N_("left"),
            Presence.ARRIVED: N_("arrived"),
            Presence.REPLACED: N_("replaced"),
        },
        ActionState: {
            ActionState.OPEN: N_("open"),
            ActionState.BUSY: N_("busy"),
            ActionState.DONE: N_("done"),
            ActionState.DROPPED: N_("dropped"),
        },
        ParkedState: {
            ParkedState.OPEN: N_("open"),
            ParkedState.ACTION: N_("made an action"),
            ParkedState.AGENDA: N_("on the agenda"),
            ParkedState.DONE: N_("done"),
        },
        BodyOutcome: {
            BodyOutcome.AGREED: N_("agreed by its body"),
            BodyOutcome.CONDITIONAL: N_("agreed on a condition"),
            BodyOutcome.REFUSED: N_("not agreed by its body"),
        },
        Milestone: {
            Milestone.EVALUATION: N_("evaluation of last year"),
            Milestone.REPORT: N_("public housing report"),
            Milestone.BID: N_("bid of the corporations"),
            Milestone.FIRST_BOARD: N_("administrative meeting"),
            Milestone.LAST_BOARD: N_("administrative meeting"),
            Milestone.SIGNED: N_("signed; handed in by the corporations"),
        },
    }
)

_OUTCOMES: Mapping[Outcome, str] = MappingProxyType(
    {
        Outcome.AGREED: N_("provisionally agreed"),
        Outcome.AMENDED: N_("provisionally agreed with an amendment"),
        Outcome.DEFERRED: N_("held over"),
        Outcome.DROPPED: N_("dropped"),
        Outcome.REGULAR: N_("to regular work"),
        Outcome.PRO_MEMORIE: N_("provisionally agreed, details follow"),
        Outcome.NO_AGREEMENT: N_("to the administrative meeting"),
    }
)
_BINDING: Mapping[Outcome, str] = MappingProxyType(
    {
        Outcome.AGREED: N_("adopted"),
        Outcome.AMENDED: N_("adopted with an amendment"),
        Outcome.PRO_MEMORIE: N_("adopted, details follow"),
    }
)


def name(value: StrEnum) -> str:
    """What a value of an enumeration is called; outcomes have :func:`outcome`."""
    return _(_TABLES[type(value)][value])


def outcome(value: Outcome, standing: Standing | None = Standing.PROVISIONAL) -> str:
    """What a decision came to, as far as it binds: a working group agrees provisionally."""
    if standing is Standing.SIGNED and value in _BINDING:
        return name(Standing.SIGNED)
    if standing is Standing.ADOPTED and value in _BINDING:
        return _(_BINDING[value])
    return _(_OUTCOMES[value])


def day(when: date) -> str:
    """A day as a sentence names it: "1 okt 2026"."""
    return say_short(when, spoken())


def due(when: date | None, words: str) -> str:
    """When something is due: the words a Dutch reader gave it, in English from its day."""
    if when is None or spoken() == "nl":
        return words or (day(when) if when else "")
    return say_deadline(when, spoken())


def until(when: date | None, words: str) -> str:
    """Until when something waits, without a leading "tot"; words that say no more than a
    day are said in the language in use."""
    said = " ".join(words.split())
    if when is not None and (not said or (spoken() != "nl" and _is_a_day(said, when))):
        return day(when)
    return said[4:] if said.casefold().startswith("tot ") else said


def with_details(outcome: str, what: str, when: date | None, words: str) -> str:
    """An outcome after which something follows, with what that is and by when: "..., details
    follow: het aantal woningen, before 1 December 2026"."""
    details = ", ".join(piece for piece in (what.strip(), due(when, words)) if piece)
    return f"{outcome}: {details}" if details else outcome


def _is_a_day(words: str, when: date) -> bool:
    from pa_tui.reading.entry.due import last_due  # reading Dutch takes a while to load

    try:
        found = last_due(words, when, waiting=True)
    except Unreadable:
        return False
    return found is not None and found.span == (0, len(words))


def near(when: date, year: int) -> str:
    """A day as it is named within a year: "1 okt", with its year only where that differs."""
    return day(when).rsplit(" ", 1)[0] if when.year == year else day(when)


def month(when: date) -> str:
    """The short name of a day's month: "okt"."""
    return day(when).split(" ")[1]


def moment(when: datetime) -> str:
    """A day with its clock time: "1 okt 2026 14.35"."""
    return f"{day(when)} {when.hour}.{when.minute:02}"


def listed(names: Iterable[str]) -> str:
    """ "A, B and C"."""
    return say_list(tuple(names), spoken())


def meeting(value: Meeting) -> str:
    """ "working group 2", or its own title."""
    return value.title or f"{name(value.kind)} {value.number}"


def article(agreement: Agreement, named: str) -> str:
    """An article as a sentence names it: its number, or its title or first words."""
    try:
        line = agreement.lines[agreement.article_named(named).id]
    except (NotFound, KeyError):
        return named
    return line.number or f"“{line.label}”"


def party(agreement: Agreement, named: str) -> str:
    """A party's short name; what was typed where there is none of that name."""
    try:
        return agreement.party_named(named).short
    except NotFound:
        return named


def parties(agreement: Agreement, names: Iterable[str]) -> str:
    """The short names of parties as a sentence lists them."""
    return listed(party(agreement, one) for one in names)
