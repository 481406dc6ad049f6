"""The figures of the overview, made from an agreement and the day.

What is counted comes from the tallies that the agreement keeps; lists of articles are
looked for only in themes that are known to have some, and only as far as they are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.decisions import ReservationKind, Stance
from pa_tui.domain.lines import ArticleLine
from pa_tui.domain.meetings import Action, ActionState, Meeting, MeetingState
from pa_tui.domain.order import Tally

SHOWN = 12
"""How many articles of a list are looked up."""

LOOKED_AT = 1000
"""How many articles are looked at for them: a list is a help, the count beside it is exact."""


class ThemeRow(NamedTuple):
    """A theme, how it stands, and how many actions on its articles are still to be done."""

    id: str
    number: str
    title: str
    tally: Tally
    actions: int


class Gap(StrEnum):
    """What can still be missing."""

    LEAD = "lead"
    DATE = "date"
    REFERENCE = "reference"
    REOPENED = "reopened"
    RESERVATION = "reservation"
    DISPUTE = "dispute"


class Missing(NamedTuple):
    """How many articles miss something and the first of them as (id, number). ``until`` is
    the first day by which a reservation is to be lifted."""

    gap: Gap
    many: int
    articles: tuple[tuple[str, str], ...]
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """All that the overview shows."""

    themes: tuple[ThemeRow, ...]
    total: Tally
    missing: tuple[Missing, ...]
    actions: tuple[Action, ...]
    meetings: tuple[Meeting, ...]
    planned: tuple[Meeting, ...]


def figures(agreement: Agreement) -> Figures:
    """The figures of an agreement; dead references are not among them, see
    :mod:`screens.overview.references`."""
    actions = open_actions(agreement)
    themes = tuple(_theme_rows(agreement, actions))
    total = sum((row.tally for row in themes), Tally())
    held = [m for m in agreement.ordered_meetings if m.state is not MeetingState.PLANNED]
    return Figures(
        themes,
        total,
        tuple(_missing(agreement, total)),
        actions,
        tuple(reversed(held)),
        tuple(m for m in agreement.ordered_meetings if m.state is MeetingState.PLANNED),
    )


def open_actions(agreement: Agreement) -> tuple[Action, ...]:
    """The actions still to be done, the first due first, those without a day last."""
    todo = (ActionState.OPEN, ActionState.BUSY)
    found = [action for action in agreement.actions.values() if action.state in todo]
    return tuple(sorted(found, key=lambda a: (a.due or date.max, a.number)))


def _theme_rows(agreement: Agreement, actions: tuple[Action, ...]) -> Iterator[ThemeRow]:
    counted: dict[str, int] = {}
    for action in actions:
        line = agreement.lines.get(action.article or "")
        if line is not None:
            counted[line.theme] = counted.get(line.theme, 0) + 1
    for theme in agreement.ordered_themes:
        tally = agreement.tallies.get(theme.id, Tally())
        yield ThemeRow(
            theme.id, theme.number or "", theme.title, tally, counted.get(theme.id, 0)
        )


def _missing(agreement: Agreement, total: Tally) -> Iterator[Missing]:
    if total.led < total.articles:
        yield Missing(
            Gap.LEAD,
            total.articles - total.led,
            _first(agreement, lambda t: t.led < t.articles, lambda x: not x.lead),
        )
    if total.dated < total.articles:
        yield Missing(
            Gap.DATE,
            total.articles - total.dated,
            _first(agreement, lambda t: t.dated < t.articles, lambda x: not x.dated),
        )
    reopened = _first(agreement, lambda t: t.undecided > 0, lambda x: x.reopened, LOOKED_AT)
    if reopened:
        yield Missing(Gap.REOPENED, len(reopened), reopened[:SHOWN])
    if total.reserved:
        found = _first(agreement, lambda t: t.reserved > 0, lambda x: bool(x.reserved))
        yield Missing(Gap.RESERVATION, total.reserved, found, _lifted_by(agreement, found))
    if total.disputed:
        yield Missing(
            Gap.DISPUTE,
            total.disputed,
            _first(agreement, lambda t: t.disputed > 0, lambda x: x.outcome == "no_agreement"),
        )


def _first(
    agreement: Agreement,
    has_some: Callable[[Tally], bool],
    wanted: Callable[[ArticleLine], bool],
    most: int = SHOWN,
) -> tuple[tuple[str, str], ...]:
    """The first articles that want something, as (id, number or first words)."""
    found: list[tuple[str, str]] = []
    looked_at = 0
    for theme in agreement.ordered_themes:
        tally = agreement.tallies.get(theme.id, Tally())
        if not tally.articles or not has_some(tally):
            continue
        for key in agreement.order.by_theme.get(theme.id, ()):
            line = agreement.lines[key]
            gone = line.removed or line.outcome == "dropped"
            if wanted(line) and not gone:
                found.append((key, line.number or f"“{line.label[:16].strip()}”"))
            looked_at += 1
            if len(found) >= most or looked_at >= LOOKED_AT:
                return tuple(found)
    return tuple(found)


def _lifted_by(agreement: Agreement, articles: tuple[tuple[str, str], ...]) -> date | None:
    """The first day by which a reservation of consent is to be lifted."""
    days = [
        position.until
        for key, _ in articles
        for position in agreement.positions.of(key)
        if position.stance is Stance.RESERVE
        and position.kind is not ReservationKind.CONTENT
        and position.until is not None
    ]
    return min(days, default=None)
