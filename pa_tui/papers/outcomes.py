"""Outcomes in a few words: for the wall, for lists and for the columns of tables."""

from __future__ import annotations

from datetime import date

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.decisions import (
    Decision,
    DisputeKind,
    Outcome,
    ReservationKind,
    Stance,
    Stand,
    Standing,
)
from pa_tui.domain.hearing import as_it_stands
from pa_tui.domain.parties import Party
from pa_tui.papers.dutch import inside, listed, short_day
from pa_tui.papers.gatherings import in_writing
from pa_tui.papers.reasons import about, consent, until_words
from pa_tui.papers.voices import voices

_STANDINGS = {
    Standing.PROVISIONAL: "voorlopig akkoord",
    Standing.ADOPTED: "vastgesteld",
    Standing.SIGNED: "ondertekend",
}


def outcome_words(decision: Decision) -> str:
    """The outcome itself: "voorlopig akkoord met wijziging", "aangehouden tot werkgroep 3"."""
    how = _STANDINGS[decision.standing]
    if decision.outcome is Outcome.DEFERRED:
        until = until_words(decision)
        return f"aangehouden tot {until}" if until else "aangehouden"
    if decision.outcome is Outcome.DROPPED:
        reason = inside(decision.reason)
        return f"vervalt: {reason}" if reason else "vervalt"
    if decision.outcome is Outcome.NO_AGREEMENT:
        talk = decision.kind is DisputeKind.DISCUSSION
        kind = "bespreekpunt" if talk else "geen overeenstemming"
        if decision.standing is not Standing.PROVISIONAL:
            return kind
        return f"naar bestuurlijk overleg ({kind})"
    return {
        Outcome.AGREED: how,
        Outcome.AMENDED: f"{how} met wijziging",
        Outcome.REGULAR: "naar regulier werk",
        Outcome.PRO_MEMORIE: f"{how}, gegevens volgen (p.m.)",
    }[decision.outcome]


def outcome_line(decision: Decision, agreement: Agreement) -> str:
    """The outcome with every party that is not simply agreed: "voorlopig akkoord, voorbehoud
    HV Samen". What a party said since counts, where the decision still holds."""
    heard = voices(as_it_stands(decision, agreement), agreement)
    pieces = [outcome_words(decision)]
    for label, group in (
        ("voorbehoud", heard.reserving),
        ("niet akkoord", heard.objecting),
        ("komt terug:", heard.returning),
    ):
        if group:
            pieces.append(f"{label} {listed(party.short for party, _ in group)}")
    if heard.silent:
        pieces.append(f"nog geen standpunt {listed(heard.silent)}")
    if heard.missing:
        without = "niet gereageerd:" if in_writing(decision, agreement) else "zonder"
        pieces.append(f"{without} {listed(heard.missing)}")
    return ", ".join(pieces)


def dissent_words(decision: Decision, agreement: Agreement) -> str:
    """Who thinks otherwise, about what and until when, for the column of a table; one party
    a line."""
    heard = voices(decision, agreement)
    lines = [
        f"{party.short}: {stand_words(party, stand)}"
        for party, stand in (*heard.reserving, *heard.objecting, *heard.returning)
    ]
    if heard.silent:
        lines.append(f"{listed(heard.silent)}: nog geen standpunt")
    if heard.missing:
        without = "niet gereageerd:" if in_writing(decision, agreement) else "besproken zonder"
        lines.append(f"{without} {listed(heard.missing)}")
    return "\n".join(lines)


def stand_words(party: Party, stand: Stand) -> str:
    """What a party says that does not simply agree: "voorbehoud bij het aantal woningen"."""
    until = _until(stand.until)
    if stand.stance is Stance.DISAGREE:
        return _with_reason("niet akkoord", stand.reason)
    if stand.stance is Stance.RETURNS:
        return _with_reason(f"komt terug{until}", stand.reason)
    if stand.kind is ReservationKind.CONTENT:
        subject = about(stand.reason)
        if subject:
            return f"voorbehoud bij {subject}{until}"
        return _with_reason(f"inhoudelijk voorbehoud{until}", stand.reason)
    whose, rest = consent(stand.reason, party)
    return _with_reason(f"voorbehoud van {whose}{until}", rest)


def _with_reason(words: str, reason: str) -> str:
    reason = inside(reason)
    return f"{words} ({reason})" if reason else words


def _until(until: date | None) -> str:
    return f", uiterlijk {short_day(until)}" if until else ""
