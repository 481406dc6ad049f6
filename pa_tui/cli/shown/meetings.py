"""Meetings, decisions, notes and actions in the JSON."""

from __future__ import annotations

from collections.abc import Iterable

from pa_tui.cli.shown.closing import shown_ending
from pa_tui.cli.shown.values import Json, article_fields, iso, markdown, stands
from pa_tui.domain.agendas import articles_of
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.decisions import Decision
from pa_tui.domain.meetings import Action, AgendaItem, Meeting, Note, Parked


def shown_meeting(agreement: Agreement, meeting: Meeting) -> Json:
    """One meeting with what was decided and written down at it."""
    return {
        "id": meeting.id,
        "kind": meeting.kind.value,
        "number": meeting.number,
        "title": meeting.title,
        "date": iso(meeting.date),
        "place": meeting.place,
        "state": meeting.state.value,
        "minutes_state": meeting.minutes_state.value if meeting.minutes_state else None,
        "begins": meeting.begins or None,
        "chair": meeting.chair,
        "secretary": meeting.secretary,
        "opened_at": iso(meeting.opened_at),
        "closed_at": iso(meeting.closed_at),
        "attendance": [
            {
                "person": entry.person or None,
                "party": entry.party,
                "state": entry.state.value,
                "role": entry.role.value,
                "by": entry.by or None,
                "at": entry.at or None,
            }
            for entry in meeting.attendance
        ],
        "agenda": [_item(agreement, item) for item in meeting.agenda],
        "answer_by": iso(meeting.answer_by),
        "answers": [
            {
                "party": answer.party,
                "stance": answer.stance.value,
                "on": iso(answer.on),
                "source": answer.source,
                "reason": answer.reason,
                "articles": list(answer.articles),
            }
            for answer in meeting.answers
        ],
        **shown_ending(agreement, meeting),
        "decisions": shown_decisions(agreement, agreement.decisions_of(meeting.id)),
        "notes": shown_notes(agreement, meeting.id),
    }


def _item(agreement: Agreement, item: AgendaItem) -> Json:
    return {
        "title": item.title,
        "minutes": item.minutes,
        "articles": list(articles_of(agreement, item)),
        "id": item.id,
        "kind": item.kind.value,
        "theme": item.theme,
        "selection": item.selection or None,
    }


def shown_decisions(agreement: Agreement, decisions: Iterable[Decision]) -> list[Json]:
    """Decisions with the positions and the texts of their moment."""
    return [_decision(agreement, decision) for decision in decisions]


def _decision(agreement: Agreement, decision: Decision) -> Json:
    return {
        "id": decision.id,
        **article_fields(agreement, decision.article),
        "outcome": decision.outcome.value,
        "text": decision.text,
        "reason": decision.reason,
        "until": iso(decision.until_date) or decision.until or None,
        "until_words": decision.until,
        "kind": decision.kind.value if decision.kind else None,
        "standing": decision.standing.value,
        "positions": stands(decision.positions),
        "silent": list(decision.silent),
        "missing": list(decision.missing),
        "before": markdown(agreement, decision.before),
        "after": markdown(agreement, decision.after),
        "at": iso(decision.at),
        "by": decision.by,
        "en_bloc": decision.en_bloc,
        "reopened": decision.reopened,
        "messages": [
            {
                "party": told.party,
                "stance": told.stance.value,
                "on": iso(told.on),
                "source": told.source,
                "reason": told.reason,
            }
            for told in decision.messages
        ],
    }


def shown_notes(agreement: Agreement, meeting: str | None) -> list[Json]:
    """The notes of a meeting (id), or those made outside any."""
    return [
        _note(agreement, note) for note in agreement.notes.values() if note.meeting == meeting
    ]


def _note(agreement: Agreement, note: Note) -> Json:
    return {
        "id": note.id,
        **article_fields(agreement, note.article),
        "party": note.party,
        "text": note.text,
        "internal": note.internal,
        "at": iso(note.at),
        "by": note.by,
    }


def shown_action(agreement: Agreement, action: Action) -> Json:
    """One action; ``due`` is the last day it is in time."""
    return {
        "id": action.id,
        "label": f"A-{action.number:03}",
        "text": action.text,
        "party": action.party,
        "person": action.person,
        "due": iso(action.due),
        "due_words": action.due_words,
        "state": action.state.value,
        **article_fields(agreement, action.article),
        "meeting": action.meeting,
    }


def shown_parked(agreement: Agreement, parked: Parked) -> Json:
    """One point of the parking lot."""
    return {
        "id": parked.id,
        "text": parked.text,
        **article_fields(agreement, parked.article),
        "meeting": parked.meeting,
        "state": parked.state.value,
        "became": parked.became or None,
    }
