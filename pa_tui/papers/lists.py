"""Decision list, action list and text changes: the tables behind minutes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.decisions import Decision, Outcome, ProposalState, Standing
from pa_tui.domain.meetings import Action, ActionState, MeetingKind, Unsettled
from pa_tui.domain.text import Text
from pa_tui.papers.blocks import Cell, Row, Table, cell, header_row, words
from pa_tui.papers.dutch import begun, inside, numbers
from pa_tui.papers.excerpts import told, was_and_now
from pa_tui.papers.gatherings import code, decision_code
from pa_tui.papers.outcomes import dissent_words, outcome_words
from pa_tui.papers.record import Record, article_label, article_name, is_overdue
from pa_tui.papers.voices import takes_sides
from pa_tui.reading.wording import say_deadline

_STATES = {
    ActionState.OPEN: "open",
    ActionState.BUSY: "loopt",
    ActionState.DONE: "gereed",
    ActionState.DROPPED: "vervallen",
}
DECISIONS = (
    "Nr",
    "Afspraak",
    "Uitkomst",
    "Voorbehoud of afwijkend standpunt",
    "Tekst",
    "Stand",
)
"""The columns of a decision list."""
_ACTIONS = ("Nr", "Actie", "Wie", "Uiterlijk", "Stand", "Herkomst", "Toelichting")
_CHANGES = ("Nr", "Afspraak", "Was", "Wordt", "Op voorstel van", "Reden")
LAYOUTS: Mapping[tuple[str, ...], tuple[str, tuple[float, ...]]] = MappingProxyType(
    {
        DECISIONS: ("Besluitenlijst", (0.11, 0.27, 0.2, 0.24, 0.09, 0.09)),
        _ACTIONS: ("Actielijst", (0.06, 0.36, 0.15, 0.15, 0.1, 0.08, 0.1)),
        _CHANGES: ("Tekstwijzigingen", (0.04, 0.16, 0.3, 0.3, 0.08, 0.12)),
    }
)
"""What the tables behind minutes are called and the shares of their columns, by the titles
of those columns."""


def decision_list(record: Record) -> Table:
    """Annex A: every decision of the meeting. Decisions of one theme that say the same
    without any exception share a row."""
    groups: dict[object, list[Decision]] = {}
    for decision in record.decisions:
        groups.setdefault(_alike(record, decision), []).append(decision)
    rows = [_decision_row(record, group) for group in groups.values()]
    return Table(
        (header_row(*DECISIONS), *rows),
        widths=LAYOUTS[DECISIONS][1],
        small=True,
        title=LAYOUTS[DECISIONS][0],
    )


def _alike(record: Record, decision: Decision) -> object:
    """What decisions must share to stand in one row: plain agreement on an unchanged text."""
    plain = decision.outcome is Outcome.AGREED and decision.before == decision.after
    article = record.agreement.articles.get(decision.article)
    dissent = dissent_words(decision, record.agreement)
    if not plain or article is None or not article.number or takes_sides(decision):
        return decision.id
    return article.theme, dissent, _stand(record, decision), outcome_words(decision)


def _decision_row(record: Record, group: Sequence[Decision]) -> Row:
    first = group[0]
    change = record.change_of(first)
    place = f"decision/{first.id}"
    return Row(
        (
            cell(_codes(group, record.agreement)),
            cell(_articles(group, record), place=f"{place}/articles"),
            cell(outcome_words(first), place=f"{place}/outcome"),
            cell(dissent_words(first, record.agreement), place=f"{place}/dissent"),
            cell(_text_words(first, change), place=f"{place}/text"),
            cell(_stand(record, first), place=f"{place}/stand"),
        )
    )


def _text_words(decision: Decision, change: int | None) -> str:
    if change:
        return f"wijziging C{change}"
    same = decision.before == decision.after and decision.outcome is not Outcome.AMENDED
    return "ongewijzigd" if same and decision.outcome is not Outcome.DROPPED else ""


def _codes(group: Sequence[Decision], agreement: Agreement) -> str:
    """ "WG2-07", or for several "WG2-01, 03 t/m 06"."""
    first = decision_code(group[0], agreement)
    if len(group) == 1:
        return first
    found = numbers([f"{decision.number:02}" for decision in group])
    return (
        f"{first.rpartition('-')[0]}-{found.replace('tot en met', 't/m').replace(' en ', ', ')}"
    )


def _articles(group: Sequence[Decision], record: Record) -> str:
    kept = record.agreement.articles
    found = [record.known(d.article) for d in group if d.article in kept]
    if len(found) == 1:
        return article_label(found[0])
    places = record.agreement.order.place
    found.sort(key=lambda article: places.get(article.id, len(places)))
    return numbers([article_name(article) for article in found])


def _stand(record: Record, decision: Decision) -> str:
    """How far a decision binds, as it was at the end of the meeting."""
    final = record.final[decision.article]
    if final is not decision:
        how = "heropend" if decision.reopened else "vervangen"
        return f"{how}, zie {decision_code(final, record.agreement)}"
    if record.is_reopened(decision):
        return "heropend"
    if decision.standing is Standing.PROVISIONAL:
        return "voorlopig"
    if not decision.outcome.settles:
        return "nog open"
    if record.meeting.kind is MeetingKind.ADMINISTRATIVE:
        day = record.meeting.date
        return f"vastgesteld BO {day.day}-{day.month}"
    return "vastgesteld" if decision.standing is Standing.ADOPTED else "ondertekend"


def action_list(
    actions: Iterable[Action], agreement: Agreement, at: datetime, title: str = "Actielijst"
) -> Table:
    """Annex B: the actions in the given order; what is past its last day says so."""
    rows = [_action_row(action, agreement, at) for action in actions]
    return Table(
        (header_row(*_ACTIONS), *rows),
        widths=LAYOUTS[_ACTIONS][1],
        small=True,
        title=title,
    )


def _action_row(action: Action, agreement: Agreement, at: datetime) -> Row:
    late = is_overdue(action, at)
    stand = "termijn verstreken" if late else _STATES[action.state]
    place = f"action/{action.id}"
    return Row(
        (
            cell(f"A-{action.number:03}"),
            cell(action.text, place=f"{place}/text"),
            cell(_who(action, agreement), place=f"{place}/who"),
            cell(_due(action), value=action.due, place=f"{place}/due"),
            cell(stand, bold=late, place=f"{place}/stand"),
            cell(_origin(action, agreement), place=f"{place}/origin"),
            cell(action.remark, place=f"{place}/remark"),
        )
    )


def _due(action: Action) -> str:
    """Until when, in the words that were said."""
    return action.due_words or (say_deadline(action.due) if action.due else "")


def _who(action: Action, agreement: Agreement) -> str:
    party = agreement.parties.get(action.party or "")
    name = begun(party.short) if party else ""
    if action.person and name:
        return f"{name} ({action.person})"
    return name or action.person or ""


def _origin(action: Action, agreement: Agreement) -> str:
    meeting = agreement.meetings.get(action.meeting or "")
    article = agreement.articles.get(action.article or "")
    pieces = [code(meeting) if meeting else "", article_name(article) if article else ""]
    return ", ".join(piece for piece in pieces if piece)


def text_changes(record: Record) -> Table:
    """Annex C: each text change once, as the words that went and the words that came."""
    rows = [
        *(_decided_change(record, own) for own in record.decisions if own.id in record.changes),
        *(
            _open_change(record, own)
            for own in record.unsettled.values()
            if own.was is not None
        ),
    ]
    return Table(
        (header_row(*_CHANGES), *rows),
        widths=LAYOUTS[_CHANGES][1],
        small=True,
        title=LAYOUTS[_CHANGES][0],
    )


def _decided_change(record: Record, decision: Decision) -> Row:
    silent = decision.outcome in (Outcome.DROPPED, Outcome.NO_AGREEMENT)
    reason = "" if silent else decision.reason
    change = (decision.before, decision.after)
    return _change_row(record, decision.id, decision.article, change, reason)


def _open_change(record: Record, one: Unsettled) -> Row:
    return _change_row(record, one.article, one.article, (one.was or (), one.text))


def _change_row(
    record: Record, key: str, article: str, change: tuple[Text, Text], reason: str = ""
) -> Row:
    """The row of the change with this key in the record's changes."""
    agreement = record.agreement
    before, after = told(change[0], agreement), told(change[1], agreement)
    was, now = was_and_now(before, after)
    if before == after:
        was, now = words("opmaak"), words("opmaak gewijzigd, zelfde woorden")
    label = article_label(record.known(article)) if article in agreement.articles else ""
    place = f"change/{key}"
    return Row(
        (
            cell(f"C{record.changes[key]}"),
            cell(label, place=f"{place}/article"),
            Cell((was or words("nieuwe afspraak", italic=True),)),
            Cell((now or words("vervalt", italic=True),)),
            cell(_proposer(article, change[1], agreement), place=f"{place}/proposer"),
            cell(begun(inside(reason)), place=f"{place}/reason"),
        )
    )


def _proposer(article: str, after: Text, agreement: Agreement) -> str:
    """The party whose wording was taken over, where one was."""
    taken = (ProposalState.TAKEN_OVER, ProposalState.PARTLY)
    for proposal in agreement.proposals.of(article):
        party = agreement.parties.get(proposal.party)
        if (
            party
            and proposal.state in taken
            and (proposal.text == after or proposal.state is ProposalState.PARTLY)
        ):
            return begun(party.short)
    return ""
