"""The order of a meeting: opening, who is there, suspension, closing, adoption."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from pa_tui.domain.agreement import Agreement, AgreementStatus
from pa_tui.domain.decisions import Standing
from pa_tui.domain.meetings import (
    AgendaItem,
    Attendance,
    Happening,
    Meeting,
    MeetingKind,
    MeetingState,
    MinutesState,
    Presence,
    TableRole,
    is_suspended,
)
from pa_tui.domain.parties import Party
from pa_tui.domain.unsettled import unsettled
from pa_tui.edits.agenda import (
    checked_agenda,
    coming_meeting,
    next_number,
    planned_as,
    with_ids,
)
from pa_tui.edits.base import Edit, Worksheet
from pa_tui.errors import N_, NotAllowed, NotFound


def clock(at: datetime) -> str:
    """The time of day as minutes print it: "14.35"."""
    return f"{at.hour}.{at.minute:02}"


@dataclass(frozen=True, slots=True)
class OpenMeeting(Edit):
    """A meeting begins. Every party is noted as present until somebody says otherwise.

    ``planned`` is the id of the planned meeting that begins; without it the planned one of
    this kind and number does, else a meeting nobody planned. What is given here goes before
    what was planned. ``date`` defaults to the day of the act, ``number`` to the next of its
    kind. ``absent`` are the parties that are not there at the opening; in a written round
    nobody is.
    """

    kind: MeetingKind = MeetingKind.WORKING_GROUP
    number: int | None = None
    date: date | None = None
    title: str = ""
    place: str = ""
    chair: str = ""
    secretary: str = ""
    absent: tuple[str, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    planned: str | None = None
    answer_by: datetime | None = None

    def perform(self, sheet: Worksheet) -> None:
        running = sheet.meeting()
        if running is not None:
            raise NotAllowed(
                N_("A meeting is open already ({date}). Close it first."), date=running.date
            )
        planned = self._planned(sheet)
        old = planned or self._unplanned(sheet)
        opened = replace(
            old,
            date=self.date or sheet.moment.today,
            title=self.title or old.title,
            place=self.place or old.place,
            state=MeetingState.OPEN,
            opened_at=sheet.moment.at,
            chair=self.chair or old.chair,
            secretary=self.secretary or old.secretary,
            attendance=self._attendance(sheet),
            agenda=checked_agenda(sheet, self.agenda) or with_ids(sheet, old.agenda),
            answer_by=self.answer_by or old.answer_by,
        )
        sheet.put(opened)

    def _planned(self, sheet: Worksheet) -> Meeting | None:
        if self.planned is None:
            return planned_as(sheet.agreement, self.kind, self.number)
        meeting = coming_meeting(sheet.agreement, self.planned)
        return meeting if meeting.state is MeetingState.PLANNED else None

    def _unplanned(self, sheet: Worksheet) -> Meeting:
        number = self.number or next_number(sheet.agreement, self.kind)
        day = self.date or sheet.moment.today
        return Meeting(sheet.mint(), sheet.last_rank("meeting"), self.kind, number, day)

    def _attendance(self, sheet: Worksheet) -> tuple[Attendance, ...]:
        if self.kind is MeetingKind.WRITTEN:
            return ()
        away = {sheet.agreement.party_named(name).id for name in self.absent}
        return tuple(
            Attendance("", party.id, Presence.ABSENT if party.id in away else Presence.PRESENT)
            for party in sheet.agreement.ordered_parties
        )


@dataclass(frozen=True, slots=True)
class Attend(Edit):
    """Somebody comes, goes, or is not there: a party, or a person (of a party or of none).

    ``by`` is who replaces the person. ``at`` is a clock time ("14.35"), by default now where
    somebody arrives or leaves.
    """

    who: str
    state: Presence
    party: str | None = None
    role: TableRole = TableRole.MEMBER
    by: str = ""
    at: str = ""

    def perform(self, sheet: Worksheet) -> None:
        meeting = sheet.open_meeting()
        party, person = identified(sheet, self.who, self.party)
        state = self._state(meeting, party)
        at = self.at
        if not at and state in (Presence.LEFT, Presence.ARRIVED):
            at = clock(sheet.moment.at)
        entry = Attendance(person, party.id if party else None, state, self.role, self.by, at)
        sheet.set(meeting, attendance=with_entry(meeting.attendance, entry))
        if state in (Presence.LEFT, Presence.ARRIVED):
            name = person or (party.short if party else self.who)
            moved = Happening(at, state.value, name)
            sheet.set(
                sheet.agreement.meetings[meeting.id],
                happenings=(*meeting.happenings, moved),
            )

    def _state(self, meeting: Meeting, party: Party | None) -> Presence:
        """Who comes for a party that was not there arrives, once there are decisions that
        were taken without it; before, the list is only put right."""
        here = self.state in (Presence.PRESENT, Presence.ONLINE)
        was_away = party is not None and not meeting.is_here(party.id)
        return Presence.ARRIVED if here and was_away and meeting.decisions_taken else self.state


def identified(
    sheet: Worksheet, who: str, party: str | None = None
) -> tuple[Party | None, str]:
    """Which party an entry of the attendance is of, and the person where it is of one: of
    the party that is named, else of the one the person was of before."""
    if party is not None:
        return sheet.agreement.party_named(party), who
    try:
        return sheet.agreement.party_named(who), ""
    except NotFound:
        known = known_person(sheet.agreement, who)
        own = sheet.agreement.parties.get(known.party or "") if known else None
        return own, known.person if known else who


def known_person(agreement: Agreement, name: str) -> Attendance | None:
    """How a person was at the table the last time somebody of that name was."""
    wanted = name.casefold()
    for meeting in reversed(agreement.ordered_meetings):
        for entry in meeting.attendance:
            if entry.person and entry.person.casefold() == wanted:
                return entry
    return None


def with_entry(attendance: tuple[Attendance, ...], entry: Attendance) -> tuple[Attendance, ...]:
    """The list with the entry in place of an older one of the same person or party.

    A party as a whole that comes or goes takes its people along; a first person named for a
    party takes the place of the party's own line.
    """
    kept = [a for a in attendance if not _is_replaced_by(a, entry)]
    if not entry.person:
        kept = [_moved_along(a, entry) for a in kept]
    return (*kept, entry)


def _is_replaced_by(old: Attendance, new: Attendance) -> bool:
    if old.person == new.person and old.party == new.party:
        return True
    if new.person and old.person == new.person:
        return True
    return bool(new.person and new.party and not old.person and old.party == new.party)


def _moved_along(old: Attendance, party: Attendance) -> Attendance:
    """A person of a party that comes or goes: those who are here leave, those who left come
    back; who was excused or absent stays away."""
    if old.party is None or old.party != party.party or not old.person:
        return old
    leaves = old.state.is_here and not party.state.is_here
    comes_back = old.state is Presence.LEFT and party.state.is_here
    return replace(old, state=party.state, at=party.at) if leaves or comes_back else old


@dataclass(frozen=True, slots=True)
class SuspendMeeting(Edit):
    """The chair suspends the meeting."""

    def perform(self, sheet: Worksheet) -> None:
        meeting = sheet.open_meeting()
        if is_suspended(meeting):
            raise NotAllowed(N_("The meeting is suspended already."))
        _happen(sheet, meeting, "suspended")


@dataclass(frozen=True, slots=True)
class ResumeMeeting(Edit):
    """The chair resumes the meeting."""

    def perform(self, sheet: Worksheet) -> None:
        meeting = sheet.open_meeting()
        if not is_suspended(meeting):
            raise NotAllowed(N_("The meeting is not suspended."))
        _happen(sheet, meeting, "resumed")


def _happen(sheet: Worksheet, meeting: Meeting, what: str) -> None:
    event = Happening(clock(sheet.moment.at), what)
    sheet.set(meeting, happenings=(*meeting.happenings, event))


@dataclass(frozen=True, slots=True)
class CloseMeeting(Edit):
    """The meeting ends; its minutes are a concept from now on."""

    def perform(self, sheet: Worksheet) -> None:
        meeting = sheet.open_meeting()
        sheet.set(
            meeting,
            state=MeetingState.CLOSED,
            closed_at=sheet.moment.at,
            minutes_state=MinutesState.CONCEPT,
            unsettled=unsettled(sheet.agreement, meeting),
        )


def meeting_named(agreement: Agreement, name: str | int | None) -> Meeting:
    """The meeting of this id or number (among several kinds: the latest, one that was held
    before one that is planned); None is the running one, else the last held. Raises
    NotFound."""
    every = agreement.ordered_meetings
    held = [m for m in every if m.state is not MeetingState.PLANNED]
    meetings = (*(m for m in every if m.state is MeetingState.PLANNED), *held)
    if name is None and held:
        return agreement.running_meeting or held[-1]
    for meeting in reversed(meetings):
        if name == meeting.id or str(name) == str(meeting.number):
            return meeting
    raise NotFound(
        N_("There is no meeting {name}. Known are: {meetings}."),
        name=name or "",
        meetings=", ".join(f"{m.number} ({m.date})" for m in every) or "-",
    )


@dataclass(frozen=True, slots=True)
class AdoptMinutes(Edit):
    """The minutes of a meeting (number or id) are adopted, perhaps with ``changes``, in the
    meeting that is running; outside one where none is."""

    meeting: str
    changes: tuple[str, ...] = ()

    def perform(self, sheet: Worksheet) -> None:
        meeting = meeting_named(sheet.agreement, self.meeting)
        if meeting.state is not MeetingState.CLOSED:
            raise NotAllowed(
                N_("The meeting of {date} is not closed, so it has no minutes to adopt."),
                date=meeting.date,
            )
        if meeting.minutes_state is MinutesState.ADOPTED:
            raise NotAllowed(
                N_("The minutes of {date} were adopted already."), date=meeting.date
            )
        running = sheet.meeting()
        changes = (" ".join(change.split()) for change in self.changes)
        sheet.set(
            meeting,
            minutes_state=MinutesState.ADOPTED,
            adopted_in=running.id if running else None,
            adopted_at=sheet.moment.at,
            adopted_with=tuple(filter(None, changes)),
        )


@dataclass(frozen=True, slots=True)
class Sign(Edit):
    """A party signs; when the last one has, the agreement and its decisions are signed."""

    party: str
    date: date | None = None

    def perform(self, sheet: Worksheet) -> None:
        party = sheet.agreement.party_named(self.party)
        sheet.set(party, signed_on=self.date or sheet.moment.today)
        parties = sheet.agreement.ordered_parties
        if any(p.signed_on is None for p in parties):
            return
        sheet.set(sheet.agreement.about, status=AgreementStatus.SIGNED)
        for line in sheet.agreement.lines.values():
            decision = sheet.agreement.decision_on(line.id)
            if decision is not None and decision.outcome.settles and not line.objecting:
                sheet.set(decision, standing=Standing.SIGNED)
