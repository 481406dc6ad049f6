"""The state of the table: what another laptop needs to go on with the meeting."""

from __future__ import annotations

from dataclasses import replace

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.meetings import MeetingState, Note
from pa_tui.domain.shelf import Held, Shelf
from pa_tui.papers.blocks import Heading, Item, Paragraph, said
from pa_tui.papers.registry import PAPERS, Wish
from tests.paper.agreements import AT
from tests.paper.decided import decided_agreement


def running() -> Agreement:
    agreement = decided_agreement()
    last = agreement.ordered_meetings[-1]
    held = [m for m in agreement.meetings.values() if m.id != last.id]
    return replace(
        agreement, meetings=Shelf(Held((*held, replace(last, state=MeetingState.OPEN))))
    )


def lines(agreement: Agreement) -> list[str]:
    paper = PAPERS["state"].make(agreement, Wish(AT))
    return [said(b.runs) for b in paper.blocks if isinstance(b, Heading | Paragraph | Item)]


def test_every_article_stands_in_it_with_its_outcome() -> None:
    agreement = running()
    told = lines(agreement)
    for line in agreement.lines.values():
        assert any(line.number and words.startswith(line.number) for words in told)
    assert sum(words.startswith("Voorlopig akkoord") for words in told) >= 30


def test_notes_for_the_minutes_are_in_it_and_internal_ones_are_not() -> None:
    agreement = running()
    article, meeting = agreement.order.flat[0], agreement.ordered_meetings[-1].id
    notes = (
        Note("n1", article, "wacht op cijfers", meeting),
        Note("n2", article, "niet hardop zeggen", meeting, internal=True),
    )
    told = "\n".join(lines(replace(agreement, notes=Shelf(Held(notes)))))
    assert "wacht op cijfers" in told
    assert "niet hardop zeggen" not in told
