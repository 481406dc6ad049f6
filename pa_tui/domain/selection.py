"""Which articles a list is narrowed to: on the walk, and as an item of an agenda."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.coming_back import on_the_agenda
from pa_tui.domain.decisions import Outcome
from pa_tui.domain.lines import ArticleLine, Status
from pa_tui.domain.meetings import Meeting


class Selection(StrEnum):
    """A kind of article to look for."""

    OPEN = "open"
    DISCUSS = "discuss"
    CONTESTED = "contested"
    DEFERRED = "deferred"
    RESERVED = "reserved"
    REACTIONS = "reactions"
    NO_LEAD = "no_lead"
    NO_DATE = "no_date"
    COMING_BACK = "coming_back"
    SUBMITTED = "submitted"


def _is_contested(line: ArticleLine) -> bool:
    disputed = line.outcome is Outcome.NO_AGREEMENT or bool(line.objecting)
    return disputed or line.status is Status.CONTESTED


_FITS: Mapping[Selection, Callable[[ArticleLine], bool]] = MappingProxyType(
    {
        Selection.OPEN: lambda line: line.outcome is None,
        Selection.DISCUSS: lambda line: bool(line.discuss),
        Selection.CONTESTED: _is_contested,
        Selection.SUBMITTED: lambda line: line.outcome is Outcome.NO_AGREEMENT,
        Selection.DEFERRED: lambda line: line.outcome is Outcome.DEFERRED,
        Selection.RESERVED: lambda line: bool(line.reserved),
        Selection.REACTIONS: lambda line: line.proposals > 0,
        Selection.NO_LEAD: lambda line: not line.lead,
        Selection.NO_DATE: lambda line: not line.dated,
    }
)


def selected(
    agreement: Agreement, selection: Selection, meeting: Meeting | None = None
) -> Iterator[str]:
    """The ids of the articles that fit, in reading order. What comes back depends on the
    ``meeting``: by default the running one, else the next that is planned."""
    if selection is Selection.COMING_BACK:
        yield from (own.article for own in on_the_agenda(agreement, meeting))
        return
    fits = _FITS[selection]
    for key in agreement.order.flat:
        line = agreement.lines[key]
        if not line.removed and line.outcome is not Outcome.DROPPED and fits(line):
            yield key
