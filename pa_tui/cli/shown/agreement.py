"""The whole agreement in the JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pa_tui.cli.shown.articles import shown_article
from pa_tui.cli.shown.closing import shown_coming_back
from pa_tui.cli.shown.meetings import (
    shown_action,
    shown_decisions,
    shown_meeting,
    shown_notes,
    shown_parked,
)
from pa_tui.cli.shown.values import Json, iso, markdown
from pa_tui.domain.agreement import Agreement, Facts, Version
from pa_tui.domain.articles import Annex, Theme, Unread
from pa_tui.domain.parties import Party, Ratification
from pa_tui.domain.text import BlockKind
from pa_tui.language import _

FORMAT = 1
"""The number of this shape; a change of meaning gives another."""


def shown_agreement(agreement: Agreement) -> Json:
    """Everything in the file but its journal."""
    outside = (d for d in agreement.decisions.values() if d.meeting is None)
    return {
        "format": FORMAT,
        "agreement": _facts(agreement.about),
        "parties": [_party(party) for party in agreement.ordered_parties],
        "front": [
            {"title": section.title, "text": markdown(agreement, section.text)}
            for section in _ranked(agreement.sections.values())
        ],
        "themes": [_theme(agreement, theme) for theme in agreement.ordered_themes],
        "annexes": [_annex(agreement, annex) for annex in _ranked(agreement.annexes.values())],
        "footnotes": [
            {"mark": note.mark, "text": note.text}
            for note in _ranked(agreement.footnotes.values())
        ],
        "signature": {
            "place": agreement.about.place or None,
            "date": iso(agreement.about.signature_date),
        },
        "meetings": [shown_meeting(agreement, one) for one in agreement.ordered_meetings],
        "decisions": shown_decisions(agreement, sorted(outside, key=lambda d: d.at)),
        "notes": shown_notes(agreement, None),
        "actions": [
            shown_action(agreement, action)
            for action in sorted(agreement.actions.values(), key=lambda own: own.number)
        ],
        "parked": [shown_parked(agreement, one) for one in agreement.parked.values()],
        "comes_back": shown_coming_back(agreement),
        "versions": [shown_version(version) for version in agreement.ordered_versions],
        "conflicts": [],
        "unread": [_unread(line) for line in _ranked(agreement.unread.values())],
    }


def _facts(facts: Facts) -> Json:
    return {
        "id": facts.uid,
        "title": facts.title,
        "year": facts.year,
        "period": {"start": iso(facts.period_start), "end": iso(facts.period_end)},
        "status": facts.status.value,
        "days": {own.what.value: iso(own.day) for own in facts.days},
        "tertials": facts.tertials,
    }


def _party(party: Party) -> Json:
    signatory = party.signatory
    return {
        "key": party.id,
        "short": party.short,
        "name": party.name,
        "role": party.role.value,
        "aliases": list(party.aliases),
        "signatory": {"name": signatory.name, "function": signatory.function}
        if signatory
        else None,
        "signed_on": iso(party.signed_on),
        "ratification": _ratification(party.ratification),
    }


def _ratification(known: Ratification | None) -> Json | None:
    if known is None:
        return None
    return {
        "body": known.body or None,
        "papers_due": iso(known.papers_due),
        "decides_on": iso(known.decides_on),
        "outcome": known.outcome.value if known.outcome else None,
        "remark": known.remark,
    }


def _theme(agreement: Agreement, theme: Theme) -> Json:
    articles = agreement.order.by_theme.get(theme.id, ())
    return {
        "id": theme.id,
        "number": theme.number,
        "title": theme.title,
        "context": [
            {"title": passage.title, "text": markdown(agreement, passage.text)}
            for passage in theme.context
        ],
        "articles": [shown_article(agreement, agreement.articles[key]) for key in articles],
    }


def _annex(agreement: Agreement, annex: Annex) -> Json:
    tables = sum(block.kind is BlockKind.TABLE for block in annex.text)
    return {
        "title": annex.title,
        "text": markdown(agreement, annex.text),
        "items": annex.items,
        "tables": tables,
    }


def shown_version(version: Version) -> Json:
    """One named version."""
    return {"name": version.name, "at": iso(version.at), "entry": version.entry}


def _unread(line: Unread) -> Json:
    return {"line": line.line, "text": line.text, "why": _(line.why)}


def _ranked(entities: Iterable[Any]) -> list[Any]:
    return sorted(entities, key=lambda entity: entity.rank)
