"""Who was at a meeting, and what happened to its order, as minutes tell it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

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
        if any(not a.person and a.state is Presence.ONLINE for a in lines):
            persons = [_online(a) for a in persons]
        if persons:
            told = ", ".join(_person(entry, meeting, party.short) for entry in persons)
            yield f"{begun(party.short)}: {told}"
        elif lines:
            yield f"{begun(party.short)}{_bracketed(_aside(lines[0], meeting, party.short))}"


def _online(entry: Attendance) -> Attendance:
    """Somebody of a party that was there online."""
    here = entry.state is Presence.PRESENT
    return replace(entry, state=Presence.ONLINE) if here else entry


def _person(entry: Attendance, meeting: Meeting, party: str = "") -> str:
    """Who sat there, perhaps for somebody else, and when."""
    aside = _aside(entry, meeting, party)
    if entry.by:
        aside = "; ".join(filter(None, (f"vervangt {entry.person}", aside)))
    elif entry.state is Presence.REPLACED:
        aside = "vervangen"
    return f"{entry.by or entry.person}{_bracketed(aside)}"


def _bracketed(words_: str) -> str:
    return f" ({words_})" if words_ else ""


def _aside(entry: Attendance, meeting: Meeting, party: str) -> str:
    """How somebody was there where it was not all the time in the room."""
    if entry.state is Presence.ONLINE:
        return "online"
    if entry.state is Presence.LEFT:
        return f"tot {entry.at} uur" if entry.at else "tot voor het einde"
    if entry.state is Presence.ARRIVED and entry.at:
        gone = _left_before(meeting, (entry.person, party), entry.at)
        return f"niet van {gone} tot {entry.at} uur" if gone else f"vanaf {entry.at} uur"
    return ""


def _left_before(meeting: Meeting, names: tuple[str, ...], back: str) -> str:
    """When somebody left who came back at a clock time; empty for who was not there before."""
    gone = ""
    for event in meeting.happenings:
        if event.who and event.who in names:
            if event.what == "left":
                gone = event.at
            elif event.at == back:
                return gone
    return gone


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
            yield _person(entry, meeting)


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
    found: list[str] = []
    gone: set[str] = set()
    suspended = ""
    for event in record.meeting.happenings:
        if event.what == "suspended":
            suspended = event.at
        elif event.what == "resumed":
            short = f"De voorzitter schorst om {event.at} uur kort."
            told = f"De voorzitter schorst van {suspended} tot {event.at} uur."
            found.append(short if suspended == event.at else told)
            suspended = ""
        elif event.who in parties:
            found.append(_moved(event.what, event.who, event.at, back=event.who in gone))
            gone.add(event.who)
    if suspended:
        found.append(f"De voorzitter schorst de vergadering om {suspended} uur.")
    return [sentence for sentence in found if sentence]


def _moved(what: str, who: str, at: str, *, back: bool) -> str:
    name = begun(who)
    return {
        "left": f"{name} verlaat de vergadering om {at} uur.",
        "arrived": f"{name} {'keert' if back else 'sluit'} om {at} uur "
        f"{'terug' if back else 'aan'}.",
    }.get(what, "")
