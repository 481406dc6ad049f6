"""The decision list as a paper of its own: every decision once, by its number."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.decisions import Decision, Outcome, Standing
from pa_tui.domain.hearing import as_it_stands
from pa_tui.domain.meetings import Meeting, MeetingKind
from pa_tui.papers.absorbed import home_of
from pa_tui.papers.blocks import Paper, Row, Table, cell, header_row
from pa_tui.papers.frame import listing
from pa_tui.papers.gatherings import decision_code, name
from pa_tui.papers.lists import DECISIONS
from pa_tui.papers.outcomes import dissent_words, outcome_words
from pa_tui.papers.record import Record, article_label, article_name

Changes = Mapping[str, int]
"""The numbers of the text changes in annex C of each meeting, by the decision's id."""


def decisions_paper(
    agreement: Agreement, meeting: Meeting | None = None, *, at: datetime
) -> Paper:
    """The decisions of a meeting, or of all of them and those taken outside a meeting, as
    they stand at ``at``."""
    meetings = (meeting,) if meeting else agreement.ordered_meetings
    changes: dict[str, int] = {}
    found: list[Decision] = []
    for own in meetings:
        record = Record(agreement, own, at)
        changes.update(record.changes)
        found += record.decisions
    if meeting is None:
        loose = (d for d in agreement.decisions.values() if d.meeting is None)
        found += sorted(loose, key=lambda decision: decision.at)
    rows = (_row(decision, agreement, changes) for decision in found)
    title = "Besluitenlijst"
    return listing(
        agreement,
        f"{title} {name(meeting)}," if meeting else title,
        Table(
            (header_row(*DECISIONS), *rows),
            widths=(0.09, 0.24, 0.19, 0.26, 0.1, 0.12),
            small=True,
            title=title,
        ),
        at,
        nothing="Er zijn geen besluiten genomen.",
        says="Een werkgroep bindt geen partijen: haar uitkomsten zijn voorlopig tot het "
        "bestuurlijk overleg ze vaststelt.",
    )


def _row(decision: Decision, agreement: Agreement, changes: Changes) -> Row:
    article = agreement.articles.get(decision.article)
    return Row(
        (
            cell(decision_code(decision, agreement)),
            cell(article_label(article) if article else "vervallen afspraak"),
            cell(outcome_words(decision)),
            cell(dissent_words(as_it_stands(decision, agreement), agreement)),
            cell(_text_words(decision, changes)),
            cell(_stand(decision, agreement)),
        )
    )


def _text_words(decision: Decision, changes: Changes) -> str:
    if decision.id in changes:
        return f"wijziging C{changes[decision.id]}"
    if decision.outcome is Outcome.DROPPED:
        return ""
    if decision.before != decision.after:
        return "gewijzigd"
    return "" if decision.outcome is Outcome.AMENDED else "ongewijzigd"


def _stand(decision: Decision, agreement: Agreement) -> str:
    """How far a decision binds now."""
    article = agreement.articles.get(decision.article)
    if article is None or article.removed:
        home = home_of(agreement, article) if article else None
        return f"opgegaan in {article_name(home)}" if home else "afspraak vervallen"
    if article.decision != decision.id:
        how = "heropend" if decision.reopened is not None else "vervangen"
        later = agreement.decisions_on(article.id)[-1]
        return (
            how if later.id == decision.id else f"{how}, zie {decision_code(later, agreement)}"
        )
    return _bound(decision, agreement)


def _bound(decision: Decision, agreement: Agreement) -> str:
    """How far a decision that holds binds."""
    if decision.standing is Standing.PROVISIONAL:
        return "voorlopig"
    if not decision.outcome.settles:
        return "nog open"
    meeting = agreement.meetings.get(decision.meeting or "")
    if meeting is not None and meeting.kind is MeetingKind.ADMINISTRATIVE:
        return f"vastgesteld BO {meeting.date.day}-{meeting.date.month}"
    return "vastgesteld" if decision.standing is Standing.ADOPTED else "ondertekend"
