"""What was talked about without an outcome, in sentences: another text, positions, a lead."""

from __future__ import annotations

from collections.abc import Iterator

from pa_tui.domain.decisions import Decision, Outcome
from pa_tui.domain.meetings import Unsettled
from pa_tui.edits.decision import standing_of
from pa_tui.papers.dutch import begun, listed
from pa_tui.papers.record import Record
from pa_tui.papers.sentences import exceptions
from pa_tui.papers.voices import voices


def unsettled_sentences(record: Record, key: str) -> str:
    """ "De tekst is gewijzigd (zie tekstwijziging 3). De Linde is akkoord. ...": what the
    meeting did with an article (id) without deciding on it; perhaps empty."""
    one = record.unsettled.get(key)
    return " ".join(_told(record, one)) if one else ""


def _told(record: Record, one: Unsettled) -> Iterator[str]:
    if one.was is not None:
        see = f"(zie tekstwijziging {record.changes[one.article]})"
        yield f"De tekst is gewijzigd {see}." if one.was else f"Nieuwe afspraak {see}."
    said = _as_said(record, one)
    heard = voices(said, record.agreement)
    if heard.agreeing:
        verb = "zijn" if len(heard.agreeing) > 1 else "is"
        yield f"{begun(listed(heard.agreeing))} {verb} akkoord."
    yield from exceptions(said, record.agreement)
    parties = record.agreement.parties
    leads = [parties[key].short for key in one.leads if key in parties]
    if leads:
        verb = "trekken" if len(leads) > 1 else "trekt"
        yield f"{begun(listed(leads))} {verb} deze afspraak."


def _as_said(record: Record, one: Unsettled) -> Decision:
    """The positions in the form the sentences know; nobody has to speak on what is open."""
    meeting = record.meeting
    return Decision(
        "",
        one.article,
        meeting.id,
        0,
        Outcome.DEFERRED,
        standing_of(meeting),
        record.end,
        "",
        positions=one.stands,
    )
