"""What the people of Rietbeek did with their agreement, act by act.

Last year's set is the start; in August the secretary worked the bids into it; working
group 1 met on 8 September 2026 and working group 2 is half way on 29 September.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from pa_tui.edits.article import ConfirmSuggestions, Propose, SetJoint, SetLead, SetTiming
from pa_tui.edits.base import Edit
from pa_tui.edits.structure import AddArticle, NameVersion, StartAgreement
from pa_tui.edits.wording import ReviseText
from pa_tui.sample.first_meeting import after_first_meeting, first_meeting
from pa_tui.sample.second_meeting import second_meeting
from pa_tui.sample.source import Draft, entities, facts, source

Dated = tuple[Edit, datetime, str]
"""An act, the local time of it, and who did it."""

SECRETARY = "Ilse Bosman"
NOW = datetime(2026, 9, 29, 14, 26)
"""The moment right after the last act: the demo's clock can start here."""


def sample_acts() -> Iterator[Dated]:
    """The acts that make the sample, in order; the first starts the agreement."""
    yield from _typed(datetime(2026, 7, 6, 10, 0), last_years_set())
    yield from _typed(datetime(2026, 8, 24, 9, 15), this_years_draft())
    yield from _typed(datetime(2026, 9, 1, 16, 30), (NameVersion("Concept 1"),))
    for day, acts in (
        ("2026-09-08", first_meeting()),
        ("", after_first_meeting()),
        ("2026-09-29", second_meeting()),
    ):
        for at, edit in acts:
            yield edit, datetime.fromisoformat(f"{day} {at}".strip()), SECRETARY


def _typed(begin: datetime, edits: Iterator[Edit] | tuple[Edit, ...]) -> Iterator[Dated]:
    """Acts at a desk, two minutes apart."""
    for place, edit in enumerate(edits):
        yield edit, begin + timedelta(minutes=2 * place), SECRETARY


def last_years_set() -> Iterator[Edit]:
    """The agreement of 2026 as it was signed, the start of the one for 2027."""
    yield StartAgreement(facts(), tuple(entities()))
    yield NameVersion("Ondertekend 2026")


def this_years_draft() -> Iterator[Edit]:
    """The bids worked into the text, and what the parties sent in about it."""
    for draft in source().drafts:
        if draft.new_after:
            yield from _added(draft)
        elif draft.was is not None:
            yield from _revised(draft)
    for draft in source().drafts:
        for party, text, remark in draft.proposals:
            if party == "hbr":
                yield Propose(draft.number, party, text, remark)


def _revised(draft: Draft) -> Iterator[Edit]:
    yield ReviseText(draft.number, draft.text)
    for place, part in enumerate(draft.parts, start=1):
        if part.timings:
            yield SetTiming(draft.number, part.timings, place)
    if all(lead.basis == "explicit" for part in draft.parts for lead in part.leads):
        yield ConfirmSuggestions((draft.number,))


def _added(draft: Draft) -> Iterator[Edit]:
    yield AddArticle(draft.theme, draft.text, draft.title, draft.new_after, draft.group)
    (part,) = draft.parts
    yield SetLead(draft.number, tuple(lead.party for lead in part.leads))
    yield SetJoint(draft.number, part.joint)
    yield SetTiming(draft.number, part.timings)
