"""That the administrative meeting adopts the set, in the minutes of the one that did."""

from __future__ import annotations

from datetime import datetime

from pa_tui.domain.agreement import Agreement, AgreementStatus
from pa_tui.domain.decisions import Decision, Standing
from pa_tui.domain.lines import Status
from pa_tui.domain.meetings import Meeting, MeetingKind, MeetingState
from pa_tui.papers.dutch import numbers
from pa_tui.papers.events import adopted_by_board
from pa_tui.papers.record import Record, article_name


def adoption(record: Record) -> str:
    """ "Het bestuurlijk overleg stelt de prestatieafspraken 2027 vast, ..."; with what it left
    out, where it adopted only a part. Empty where this meeting adopted nothing."""
    agreement = record.agreement
    brought = [
        decision
        for key in agreement.lines
        if (decision := agreement.decision_on(key)) and _was_brought(decision, agreement)
    ]
    if record.meeting.kind is not MeetingKind.ADMINISTRATIVE:
        return ""
    if brought and _first_after(max(d.at for d in brought), record) is not record.meeting:
        return ""
    if is_set_adopted(agreement):
        return adopted_by_board(agreement)
    left = numbers([*_left_out(agreement)])
    told = adopted_by_board(agreement).replace(" vast", f" vast, behalve {left}", 1)
    return told if brought and left else ""


def is_set_adopted(agreement: Agreement) -> bool:
    """Whether the agreement as a whole is adopted, or further."""
    drafts = (AgreementStatus.DRAFT, AgreementStatus.FINAL_DRAFT)
    return agreement.about.status not in drafts


def _was_brought(decision: Decision, agreement: Agreement) -> bool:
    """Whether a decision that another meeting took was adopted."""
    taken = agreement.meetings.get(decision.meeting or "")
    at_board = taken is not None and taken.kind is MeetingKind.ADMINISTRATIVE
    return decision.standing is not Standing.PROVISIONAL and not at_board


def _first_after(moment: datetime, record: Record) -> Meeting | None:
    """The first administrative meeting that could adopt what was decided at a moment."""
    for meeting in record.agreement.ordered_meetings:
        held = meeting.state is not MeetingState.PLANNED
        end = meeting.closed_at or record.at
        if meeting.kind is MeetingKind.ADMINISTRATIVE and held and end >= moment:
            return meeting
    return None


def _left_out(agreement: Agreement) -> list[str]:
    return [
        article_name(agreement.articles[key])
        for key in agreement.order.flat
        if (line := agreement.lines[key]).status is not Status.DROPPED
        and (line.status is not Status.DECIDED or line.standing is Standing.PROVISIONAL)
    ]
