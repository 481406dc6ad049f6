"""Who was at a meeting, and what happened to its order, as minutes tell it."""

from __future__ import annotations

from collections.abc import Iterator

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.meetings import Attendance, Meeting, Presence, TableRole, is_round
from pa_tui.papers.blocks import Cell, Row, Table, TableLook, cell, words
from pa_tui.papers.dutch import begun, clock, weekday
from pa_tui.papers.record import Record
from pa_tui.papers.rounds import silent_parties, term

FACTS_WIDTHS = (0.26, 0.74)
"""The shares of the page that labels and what they are get."""
_APART = (TableRole.ADVISER, TableRole.LISTENER)
_ROLES = {TableRole.ADVISER: "adviseur", TableRole.LISTENER: "toehoorder"}
_CAME = (Presence.PRESENT, Presence.ONLINE, Presence.ARRIVED, Presence.LEFT, Presence.REPLACED)


def facts_table(record: Record) -> Table:
    """When and where the meeting was, who led, wrote and took part; rows that would be empty
    are left out."""
    meeting, agreement = record.meeting, record.agreement
    rows = [
        ("when", "Datum en tijd", [_when(meeting)]),
        ("term", "Termijn", [term(record)]),
        ("where", "Plaats", [meeting.place]),
        ("chair", "Voorzitter", [meeting.chair or _in_role(meeting, TableRole.CHAIR)]),
        (
            "secretary",
            "Verslag",
            [meeting.secretary or _in_role(meeting, TableRole.SECRETARY)],
        ),
        ("present", "Aanwezig", list(_present(meeting, agreement))),
        (
            "excused",
            "Afwezig met kennisgeving",
            list(_away(meeting, agreement, Presence.EXCUSED)),
        ),
        ("absent", "Afwezig", list(_away(meeting, agreement, Presence.ABSENT))),
        ("silent", "Niet gereageerd", _silent(record)),
        ("beside", "Adviseurs en toehoorders", list(_beside(meeting))),
        ("papers", "Stukken", list(_papers(record))),
    ]
    made = tuple(
        Row(
            (
                cell(label, heading=True),
                Cell(tuple(words(line) for line in lines), place=f"facts/{key}"),
            )
        )
        for key, label, lines in rows
        if any(lines)
    )
    return Table(made, header_rows=0, widths=FACTS_WIDTHS, look=TableLook.FACTS)


def _silent(record: Record) -> list[str]:
    return list(silent_parties(record)) if is_round(record.meeting) else []


def _when(meeting: Meeting) -> str:
    opened, closed = meeting.opened_at, meeting.closed_at
    if opened and closed and closed.date() > opened.date():
        return f"{weekday(opened)} tot en met {weekday(closed)}"
    if opened and closed:
        return f"{weekday(meeting.date)}, {clock(opened)} tot {clock(closed)} uur"
    return f"{weekday(meeting.date)}, {clock(opened)} uur" if opened else weekday(meeting.date)


def _in_role(meeting: Meeting, role: TableRole) -> str:
    return next((a.person for a in meeting.attendance if a.role is role and a.person), "")


def _present(meeting: Meeting, agreement: Agreement) -> Iterator[str]:
    for party in agreement.ordered_parties:
        lines = [a for a in meeting.attendance if a.party == party.id and a.state in _CAME]
        lines = [a for a in lines if a.role not in _APART]
        persons = [a for a in lines if a.person]
        if persons:
            yield f"{begun(party.short)}: {', '.join(map(_person, persons))}"
        elif lines:
            yield f"{begun(party.short)}{_aside(lines[0])}"


def _person(entry: Attendance) -> str:
    if entry.state is Presence.REPLACED and entry.by:
        return f"{entry.by} (vervangt {entry.person})"
    return f"{entry.person}{_aside(entry)}"


def _aside(entry: Attendance) -> str:
    """How somebody was there where it was not all the time in the room."""
    if entry.state is Presence.ONLINE:
        return " (online)"
    if entry.state is Presence.LEFT:
        return f" (tot {entry.at} uur)" if entry.at else " (tot voor het einde)"
    if entry.state is Presence.ARRIVED and entry.at:
        return f" (vanaf {entry.at} uur)"
    if entry.state is Presence.REPLACED:
        return f" (vervangen door {entry.by})" if entry.by else " (vervangen)"
    return ""


def _away(meeting: Meeting, agreement: Agreement, state: Presence) -> Iterator[str]:
    for entry in meeting.attendance:
        if entry.state is state and entry.role not in _APART:
            party = agreement.parties.get(entry.party or "")
            short = begun(party.short) if party else ""
            if entry.person:
                yield f"{entry.person} ({short})" if short else entry.person
            elif short:
                yield short


def _beside(meeting: Meeting) -> Iterator[str]:
    for entry in meeting.attendance:
        if entry.state in _CAME and entry.person and entry.role in _APART:
            online = ", online" if entry.state is Presence.ONLINE else ""
            yield f"{entry.by or entry.person} ({_ROLES[entry.role]}{online})"
        elif _has_no_side(entry):
            yield _person(entry)


def _has_no_side(entry: Attendance) -> bool:
    """Whether somebody came who belongs to no party and has no part in the order."""
    member = entry.role is TableRole.MEMBER
    return bool(entry.person) and entry.party is None and member and entry.state in _CAME


def _papers(record: Record) -> Iterator[str]:
    """The version of the text that lay on the table."""
    opened = record.meeting.opened_at or record.end
    known = [v for v in record.agreement.ordered_versions if v.at <= opened]
    if known:
        title = record.agreement.about.title or "Prestatieafspraken"
        yield f"{title}, {known[-1].name}"


def order_sentences(record: Record) -> list[str]:
    """Suspensions and parties that came or went; persons stand in the attendance only."""
    parties = {party.short for party in record.agreement.ordered_parties}
    found = []
    suspended = ""
    for event in record.meeting.happenings:
        if event.what == "suspended":
            suspended = event.at
        elif event.what == "resumed":
            found.append(f"De voorzitter schorst van {suspended} tot {event.at} uur.")
            suspended = ""
        elif event.who in parties:
            found.append(_moved(event.what, event.who, event.at))
    if suspended:
        found.append(f"De voorzitter schorst de vergadering om {suspended} uur.")
    return [sentence for sentence in found if sentence]


def _moved(what: str, who: str, at: str) -> str:
    name = begun(who)
    return {
        "left": f"{name} verlaat de vergadering om {at} uur.",
        "arrived": f"{name} sluit om {at} uur aan.",
    }.get(what, "")
