"""What was put right after a meeting was closed, as its minutes tell it."""

from __future__ import annotations

from collections.abc import Iterator

from pa_tui.domain.meetings import About, Correction, Presence
from pa_tui.papers.blocks import Block, Heading, Item, words
from pa_tui.papers.dutch import begun, day, inside
from pa_tui.papers.gatherings import decision_code
from pa_tui.papers.record import Record, article_name

_STATES = {
    Presence.PRESENT: "aanwezig",
    Presence.ONLINE: "online aanwezig",
    Presence.EXCUSED: "afwezig met kennisgeving",
    Presence.ABSENT: "afwezig",
    Presence.LEFT: "vertrokken",
    Presence.ARRIVED: "gekomen",
    Presence.REPLACED: "vervangen door",
}


def corrections(record: Record) -> Iterator[Block]:
    """A heading and an item per correction; nothing where there was none."""
    if record.meeting.corrections:
        yield Heading(1, words("Correcties na sluiting"))
    for own in record.meeting.corrections:
        told = f"{begun(day(own.at))}, {_subject(record, own)}: {_turn(own)}."
        place = f"correction/{own.at:%Y-%m-%d %H.%M.%S}/{own.about.value}/{own.what}"
        yield Item(words(told), place=place)


def _turn(own: Correction) -> str:
    was, becomes = _said(own, own.was), _said(own, own.becomes)
    if not was:
        return f"toegevoegd ‘{becomes}’"
    return f"‘{was}’ wordt ‘{becomes}’" if becomes else f"‘{was}’ vervalt"


def _said(own: Correction, told: str) -> str:
    if own.about is not About.ATTENDANCE or not told:
        return inside(told)
    state, _, rest = told.partition(" ")
    return f"{_STATES[Presence(state)]} {rest}".strip()


def _subject(record: Record, own: Correction) -> str:
    agreement = record.agreement
    if own.about is About.ATTENDANCE:
        party = agreement.parties.get(own.what)
        return f"aanwezigheid {party.short if party else own.what}"
    if own.about is About.ACTION:
        action = agreement.actions.get(own.what)
        return f"actie A-{action.number:03}" if action else "actie"
    if own.about is About.NOTE:
        note = agreement.notes.get(own.what)
        article = agreement.articles.get(note.article or "") if note else None
        return f"opmerking bij {article_name(article)}" if article else "mededeling"
    decision = agreement.decisions.get(own.what)
    code = f"besluit {decision_code(decision, agreement)}" if decision else "besluit"
    return f"reden bij {code}" if own.about is About.REASON else code
