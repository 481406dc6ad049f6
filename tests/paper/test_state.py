"""The state of the table: what another laptop needs to go on with the meeting."""

from __future__ import annotations

from dataclasses import replace

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.meetings import MeetingState, Note
from pa_tui.domain.shelf import Held, Shelf
from pa_tui.papers.blocks import Heading, Item, Paragraph, said
from pa_tui.papers.registry import PAPERS, Wish
from tests.paper.agreements import AT, with_lines, words
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
        assert any(line.number and one.startswith(line.number) for one in told)
    assert sum(one.startswith("Voorlopig akkoord") for one in told) >= 30


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


def test_what_left_the_set_is_not_shown_as_agreed() -> None:
    agreement = running()
    gone, merged, home = agreement.order.flat[:3]
    kept = agreement.articles
    for own in (
        replace(kept[gone], removed=True),
        replace(kept[merged], removed=True, text=words("Dit hoort er ook bij.")),
        replace(kept[home], text=(*kept[home].text, *words("Dit hoort er ook bij."))),
    ):
        agreement = replace(agreement, articles=agreement.articles.put(own))
    told = lines(with_lines(agreement))
    at = next(n for n, line in enumerate(told) if line.startswith(kept[gone].number or "?"))
    assert told[at + 1] == "Uit de set genomen."
    assert f"Opgegaan in {kept[home].number}." in told
