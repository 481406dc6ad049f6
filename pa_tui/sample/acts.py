"""What the people of Rietbeek did with their agreement, act by act.

Last year's set is the start; then the secretary worked the bids into it; working group 1 met
three weeks ago and working group 2 is half way now.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from pa_tui.edits import (
    AddArticle,
    ConfirmSuggestions,
    Edit,
    NameVersion,
    Propose,
    ReviseText,
    SetJoint,
    SetLead,
    SetTiming,
    StartAgreement,
)
from pa_tui.sample.first_meeting import DAYS_AGO, after_first_meeting, first_meeting
from pa_tui.sample.occasion import NOW, Occasion
from pa_tui.sample.second_meeting import second_meeting
from pa_tui.sample.source import Draft, Source, entities, facts

Dated = tuple[Edit, datetime, str]
"""An act, the local time of it, and who did it."""

SECRETARY = "Ilse Bosman"


def sample_acts(now: datetime = NOW) -> Iterator[Dated]:
    """The acts that make the sample, in order; the first starts the agreement. The last ones
    were done just before ``now``."""
    when = Occasion(now)
    texts = when.texts
    yield from _typed(when.earlier(85, "10:00"), last_years_set(texts))
    yield from _typed(when.earlier(36, "09:15"), this_years_draft(texts))
    yield NameVersion("Concept 1"), when.earlier(28, "16:30"), SECRETARY
    for clock, edit in first_meeting(when):
        yield edit, when.earlier(DAYS_AGO, clock), SECRETARY
    for at, edit in after_first_meeting(when):
        yield edit, at, SECRETARY
    for clock, edit in second_meeting(when):
        yield edit, when.at(clock), SECRETARY


def _typed(begin: datetime, edits: Iterator[Edit]) -> Iterator[Dated]:
    """Acts at a desk, two minutes apart."""
    for place, edit in enumerate(edits):
        yield edit, begin + timedelta(minutes=2 * place), SECRETARY


def last_years_set(texts: Source) -> Iterator[Edit]:
    """Last year's agreement as it was signed, the start of this one."""
    yield StartAgreement(facts(texts), tuple(entities(texts)))
    yield NameVersion(f"Ondertekend {texts.year - 1}")


def this_years_draft(texts: Source) -> Iterator[Edit]:
    """The bids worked into the text, and what the parties sent in about it."""
    for draft in texts.drafts:
        if draft.new_after:
            yield from _added(draft)
        elif draft.was is not None:
            yield from _revised(draft)
    for draft in texts.drafts:
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
