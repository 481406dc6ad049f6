"""A written round on paper: its term, who answered what, and who did not."""

from __future__ import annotations

from collections.abc import Iterator

from pa_tui.domain.decisions import Stance
from pa_tui.domain.meetings import Answer
from pa_tui.domain.rounds import answers_of, unanswered
from pa_tui.papers.blocks import Block, Paragraph, Row, Table, cell, header_row, words
from pa_tui.papers.dutch import begun, clock, day, inside, listed, moment, numbers, short_day
from pa_tui.papers.record import Record, article_name

_STANCES = {
    Stance.AGREE: "akkoord",
    Stance.RESERVE: "voorbehoud",
    Stance.DISAGREE: "niet akkoord",
    Stance.RETURNS: "komt terug",
    Stance.NOT_APPLICABLE: "n.v.t.",
}


def term(record: Record) -> str:
    """ "reageren uiterlijk 6 november 2026, 12.00 uur"; empty where no term was set."""
    until = record.meeting.answer_by
    return f"reageren uiterlijk {moment(until)}" if until else ""


def silent_parties(record: Record) -> tuple[str, ...]:
    """The parties that did not answer, in the order of the table."""
    return tuple(begun(p.short) for p in unanswered(record.agreement, record.meeting))


def opening(record: Record) -> Iterator[Block]:
    """When the round was sent out, and what no answer means."""
    opened = record.meeting.opened_at
    when = f" op {day(opened)}" if opened else ""
    until = f", met het verzoek te {term(record)}" if term(record) else ""
    told = (
        f"De teksten zijn{when} schriftelijk aan de partijen voorgelegd{until}. Geen bericht "
        "is geen akkoord."
    )
    yield Paragraph(words(told), place="opening")


def answers(record: Record) -> Iterator[Block]:
    """What each party answered, and who did not."""
    rows = [
        _row(record, party.short, answer)
        for party in record.agreement.ordered_parties
        for answer in answers_of(record.meeting, party.id)
    ]
    if rows:
        yield Table(
            (header_row("Partij", "Antwoord", "Datum", "Hoe", "Toelichting"), *rows),
            widths=(0.17, 0.23, 0.12, 0.18, 0.3),
            small=True,
            title="Antwoorden per partij",
        )
    silent = silent_parties(record)
    if silent:
        verb = "hebben" if len(silent) > 1 else "heeft"
        told = f"{listed(silent)} {verb} niet gereageerd; geen bericht is geen akkoord."
        yield Paragraph(words(told), place="answers/none")


def _row(record: Record, party: str, answer: Answer) -> Row:
    found = [record.agreement.articles.get(key) for key in answer.articles]
    on = numbers([article_name(article) for article in found if article])
    said = _STANCES[answer.stance]
    place = "/".join(("answer", answer.party, f"{answer.on}", *answer.articles))
    late = record.meeting.answer_by is not None and answer.on > record.meeting.answer_by.date()
    return Row(
        (
            cell(begun(party)),
            cell(f"{said} bij {on}" if on else said, place=f"{place}/answer"),
            cell(
                short_day(answer.on) + (" (na de termijn)" if late else ""), place=f"{place}/on"
            ),
            cell(answer.source, place=f"{place}/source"),
            cell(begun(inside(answer.reason)), place=f"{place}/reason"),
        )
    )


def closing(record: Record) -> Iterator[Block]:
    """When the round was closed."""
    closed = record.meeting.closed_at
    told = "De schriftelijke ronde is nog niet gesloten."
    if closed:
        told = f"De schriftelijke ronde is gesloten op {day(closed)} om {clock(closed)} uur."
    yield Paragraph(words(told), place="closing")
