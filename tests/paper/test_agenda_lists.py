"""What the lists of a printed agenda hold."""

from __future__ import annotations

from datetime import date

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.decisions import Outcome, Stance
from pa_tui.domain.meetings import AgendaItem, ItemKind, MeetingKind
from pa_tui.edits import CloseMeeting, PlanMeeting, RecordDecision, TakePosition
from pa_tui.papers.agenda import agenda
from pa_tui.papers.markdown import write_markdown
from tests.core.test_coming_back import acted
from tests.samples import TODAY, in_meeting


def lists(*selections: str) -> tuple[AgendaItem, ...]:
    kind = ItemKind.SELECTION
    return tuple(AgendaItem(f"Lijst {s}", 10, kind=kind, selection=s) for s in selections)


def printed(kind: MeetingKind, *selections: str) -> str:
    """The agenda of a planned meeting: HBR objects to 1.1, 1.4 was sent up."""
    value: Agreement = acted(
        in_meeting(),
        TakePosition("1.1", "hbr", Stance.DISAGREE, "te duur"),
        RecordDecision("1.1", Outcome.DEFERRED, until="werkgroep 3"),
        RecordDecision("1.4", Outcome.NO_AGREEMENT, reason="de startdatum"),
        CloseMeeting(),
        PlanMeeting(kind, date=date(2026, 10, 1), agenda=lists(*selections)),
    )
    return write_markdown(agenda(value, at=TODAY))


def test_what_was_submitted_is_what_the_table_sent_up() -> None:
    text = printed(MeetingKind.ADMINISTRATIVE, "submitted")
    assert "Lijst submitted (10 min): 1.4" in text


def test_an_article_stands_under_one_item_and_is_on_the_agenda_that_lists_it() -> None:
    text = printed(MeetingKind.WORKING_GROUP, "coming_back", "contested")
    assert "Lijst contested (10 min): 1.4" in text
    assert "Naar het bestuurlijk overleg: 1.4" not in text
    talked = text.split("# Te bespreken")[1].split("# Openstaande acties")[0]
    assert "1.4" in talked
    without = printed(MeetingKind.WORKING_GROUP, "coming_back")
    assert "Naar het bestuurlijk overleg: 1.4" in without
