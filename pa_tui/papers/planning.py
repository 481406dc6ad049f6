"""Meetings, deadlines and recurrences: one list of days for paper, spreadsheet and calendar."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from pa_tui.domain.agendas import beginning, planned_end
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.meetings import Action, ActionState, Meeting
from pa_tui.domain.parties import State
from pa_tui.domain.ratification import usual_body
from pa_tui.domain.timing import Timing, TimingKind
from pa_tui.domain.year import Milestone
from pa_tui.papers.appointments import Appointment, Rhythm
from pa_tui.papers.blocks import Paper, Row, Table, cell, header_row
from pa_tui.papers.dutch import begun, listed, short_day
from pa_tui.papers.duties import SUGGESTED, Duty, duties, names, words_of
from pa_tui.papers.frame import listing
from pa_tui.papers.gatherings import name
from pa_tui.papers.record import article_label
from pa_tui.reading.wording import say_deadline, say_rhythm, say_timing

_MONTHS = {"month": 1, "quarter": 3, "tertial": 4, "half-year": 6, "year": 12}
_DATED = (TimingKind.DEADLINE, TimingKind.PERIOD, TimingKind.START)
_USUAL_LENGTH = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Day:
    """A line of the planning: what is in the calendar, whose it is, where it comes from, and
    how it was said."""

    appointment: Appointment
    who: str
    source: str
    said: str


def planning(agreement: Agreement, *, at: datetime, confirmed: bool = False) -> Paper:
    """The meetings, the actions that wait and the days of the articles, by day. What nobody
    confirmed says so, or (with ``confirmed``) is left out. Persons stand nowhere in it."""
    found = sorted(days(agreement, confirmed=confirmed), key=_place)
    return listing(
        agreement,
        "Agenda en termijnen",
        Table(
            (
                header_row("Vanaf", "Tot en met", "Wat", "Wie", "Planning", "Herkomst"),
                *map(_row, found),
            ),
            widths=(0.09, 0.09, 0.4, 0.15, 0.17, 0.1),
            small=True,
            title="Agenda en termijnen",
        ),
        at,
        nothing="Er zijn nog geen dagen bekend.",
        appointments=tuple(day.appointment for day in found),
    )


def _place(day: Day) -> tuple[date, date, str]:
    return _date(day.appointment.end), _date(day.appointment.start), day.appointment.key


def _date(when: date) -> date:
    return when.date() if isinstance(when, datetime) else when


def _row(day: Day) -> Row:
    start, end = _date(day.appointment.start), _date(day.appointment.end)
    guessed = f" ({SUGGESTED})" if day.appointment.tentative else ""
    return Row(
        (
            cell(short_day(start), value=start),
            cell(short_day(end), value=end),
            cell(day.appointment.title),
            cell(day.who),
            cell(day.said + guessed),
            cell(day.source),
        )
    )


def days(agreement: Agreement, *, confirmed: bool = False) -> Iterator[Day]:
    """Everything that has a day, in no order."""
    own = agreement.about.uid or "pa-tui"
    for meeting in agreement.ordered_meetings:
        yield _meeting(meeting, own)
    yield from _of_the_year(agreement, own)
    yield from _of_the_bodies(agreement, own)
    for action in agreement.actions.values():
        if action.due and action.state in (ActionState.OPEN, ActionState.BUSY):
            yield _action(action, action.due, agreement, own)
    for duty in duties(agreement, confirmed=confirmed):
        yield from _promised(duty, agreement, own)


def _meeting(meeting: Meeting, own: str) -> Day:
    start: date = meeting.date
    end: date = meeting.date
    begin = beginning(meeting)
    if meeting.answer_by is not None and meeting.closed_at is None:
        end = max(meeting.answer_by.date(), start)
    elif begin is not None:
        start = begin
        end = meeting.closed_at or planned_end(meeting) or begin + _USUAL_LENGTH
        end = max(end, begin)
    title = begun(meeting.title or name(meeting))
    made = Appointment(f"{meeting.id}@{own}", title, start, end, place=meeting.place)
    return Day(made, "alle partijen", "overleg", "")


_MILESTONES = {
    Milestone.EVALUATION: "Evaluatie van de afspraken van vorig jaar",
    Milestone.REPORT: "Volkshuisvestingsverslag",
    Milestone.BID: "Bod van de corporaties",
    Milestone.FIRST_BOARD: "Bestuurlijk overleg",
    Milestone.LAST_BOARD: "Bestuurlijk overleg",
    Milestone.SIGNED: "Getekend; door de corporaties ingediend",
}
_CAUTIOUS = "“vóór” en “uiterlijk” 15 december komen beide voor; deze dag is veilig"


def _of_the_year(agreement: Agreement, own: str) -> Iterator[Day]:
    """The fixed days of the year in which the set is made; a chosen one says so."""
    year = agreement.about.year
    for found in agreement.about.milestones(year) if year else ():
        if found.is_fixed:
            said = "gekozen dag" if found.chosen else "uiterlijk"
            careful = found.what is Milestone.SIGNED and not found.chosen
            made = Appointment(
                f"{found.what.value}@{own}",
                _MILESTONES[found.what],
                found.start,
                found.end,
                _CAUTIOUS if careful else "",
            )
            yield Day(made, "alle partijen", "jaar", said)


def _of_the_bodies(agreement: Agreement, own: str) -> Iterator[Day]:
    """The days somebody settled on which bodies get their papers and decide."""
    for party in agreement.ordered_parties:
        known = party.ratification
        if known is None or known.outcome is not None:
            continue
        body = known.body or usual_body(party.role)
        for what, day, said in (
            (f"stukken voor {body}", known.papers_due, "uiterlijk"),
            (f"besluit {body}", known.decides_on, "besluit op"),
        ):
            if day is not None:
                name = begun(party.short)
                key = f"{party.id}-{said.split()[0]}@{own}"
                made = Appointment(key, f"{name}: {what}", day, day)
                yield Day(made, name, "besluitvorming", said)


def _action(action: Action, due: date, agreement: Agreement, own: str) -> Day:
    party = agreement.parties.get(action.party or "")
    who = begun(party.short) if party else ""
    code = f"A-{action.number:03}"
    title = f"{code} {action.text}"
    said = action.due_words or say_deadline(due)
    note = _note(("Wie", who), ("Uiterlijk", said))
    return Day(Appointment(f"{action.id}@{own}", title, due, due, note), who, code, said)


def _note(*lines: tuple[str, str]) -> str:
    return "\n".join(f"{label}: {told}" for label, told in lines if told)


def _promised(duty: Duty, agreement: Agreement, own: str) -> Iterator[Day]:
    """A part's rhythm, at its day where it names one; else each of its days."""
    rhythm = next((timing for timing in duty.timings if timing.every), None)
    dated = [t for t in duty.timings if t.kind in _DATED and not t.every and _end(t)]
    if rhythm is not None:
        day = next(iter(dated), None)
        yield _recurring(duty, rhythm, day, agreement, own)
        dated = dated[1:]
    for place, timing in enumerate(dated):
        yield _once(duty, timing, place, agreement, own)


def _end(timing: Timing) -> date | None:
    return timing.start if timing.kind is TimingKind.START else timing.end or timing.start


def _once(duty: Duty, timing: Timing, place: int, agreement: Agreement, own: str) -> Day:
    end = _end(timing)
    assert end is not None
    start = timing.start if timing.kind is TimingKind.PERIOD and timing.start else end
    key = f"{duty.part.id}-{place}@{own}"
    return _day(duty, (timing,), Appointment(key, "", start, end), agreement)


def _recurring(
    duty: Duty, rhythm: Timing, day: Timing | None, agreement: Agreement, own: str
) -> Day:
    """The first time and how it goes on: at the end of each span of the period, or at the
    day that is named."""
    first, last = _period(agreement, rhythm, day)
    number, _, unit = (rhythm.every or "").rpartition(" ")
    times = int(number) if number.isdecimal() else 1
    key = f"{duty.part.id}-r@{own}"
    timings = (rhythm, day) if day else (rhythm,)
    if unit == "week":
        made = Appointment(key, "", first, first, rhythm=Rhythm(last, weeks=times))
        return _day(duty, timings, made, agreement)
    months = _MONTHS.get(unit, 12) * times
    if rhythm.count and months % rhythm.count == 0:
        months //= rhythm.count
    named = day.end if day and day.kind is not TimingKind.START and unit == "year" else None
    when = named or _month_end(first, months - 1)
    until = max(last, when)
    made = Appointment(
        key, "", when, when, rhythm=Rhythm(until, months=months, at_end=named is None)
    )
    return _day(duty, timings, made, agreement)


def _period(agreement: Agreement, rhythm: Timing, day: Timing | None) -> tuple[date, date]:
    """From when until when something recurs: as it says itself, else the agreement's period."""
    about = agreement.about
    year = about.year or (about.period_start or date.min).year
    first = rhythm.start or about.period_start or date(max(year, 1), 1, 1)
    last = rhythm.end or about.period_end or date(first.year, 12, 31)
    if day is not None and day.start and day.kind is TimingKind.START:
        first = day.start
    return first, max(first, last)


def _month_end(first: date, months: int) -> date:
    """The last day of the month that is so many months after the first one."""
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return date(year, month + 1, calendar.monthrange(year, month + 1)[1])


def _day(
    duty: Duty, timings: tuple[Timing, ...], bare: Appointment, agreement: Agreement
) -> Day:
    """The line with its words: what, who, and how its days were said."""
    leading = listed(begun(own) for own in names(duty.leads, agreement))
    joint = listed(begun(own) for own in names(duty.joint, agreement))
    who = leading or joint
    said = ", ".join(_said(timing) for timing in timings)
    note = _note(
        ("Afspraak", words_of(duty, agreement)),
        ("Trekker", leading),
        ("Gezamenlijk", joint),
        ("Planning", said),
    )
    guessed = duty.guessed or any(timing.state is State.SUGGESTED for timing in timings)
    title = f"{leading}: {duty.label}" if leading else duty.label
    made = replace(bare, title=title, note=note, tentative=guessed)
    return Day(made, who, duty.article.number or article_label(duty.article), said)


def _said(timing: Timing) -> str:
    if timing.every:
        return say_rhythm(timing.every, timing.count)
    return say_timing(timing)
