"""What a kind of meeting usually has on its agenda, and how that fits the agreement of now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pa_tui.domain.agendas import shared, weight
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.meetings import (
    ActionState,
    AgendaItem,
    ItemKind,
    MeetingKind,
)
from pa_tui.domain.selection import Selection, selected
from pa_tui.errors import AgreementError

_WAITING = (ActionState.OPEN, ActionState.BUSY)


class Holds(StrEnum):
    """What a line of a template stands for."""

    POINT = "point"
    MINUTES = "minutes"
    ACTIONS = "actions"
    COMING_BACK = "coming_back"
    THEMES = "themes"
    SELECTION = "selection"
    ADOPTION = "adoption"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class TemplateItem:
    """A line of a template. Without ``minutes`` it shares what the others leave, by what its
    articles ask for. ``selection`` is the filtered list it stands for."""

    holds: Holds
    title: str = ""
    minutes: int | None = None
    selection: Selection | None = None


@dataclass(frozen=True, slots=True)
class MeetingTemplate:
    """The usual agenda of a kind of meeting, or of the ``number``-th of that kind.

    ``length`` is in minutes, ``begins`` a clock time or empty. A written round is answered
    within ``term`` days.
    """

    name: str
    kind: MeetingKind
    items: tuple[TemplateItem, ...]
    number: int | None = None
    length: int = 0
    begins: str = ""
    term: int = 0


_BARE = (
    TemplateItem(Holds.POINT, "Opening en vaststelling agenda", 5),
    TemplateItem(Holds.MINUTES, "Verslag vorige bijeenkomst", 5),
    TemplateItem(Holds.ACTIONS, "Actielijst", 5),
    TemplateItem(Holds.THEMES),
    TemplateItem(Holds.CLOSING, "Rondvraag en sluiting", 10),
)
_BARE_LENGTH = 120


@dataclass(frozen=True, slots=True)
class Templates:
    """All templates there are, those that go before others first; ``troubles`` tell
    of files that could not be used."""

    known: tuple[MeetingTemplate, ...] = ()
    troubles: tuple[AgreementError, ...] = ()

    def of(self, kind: MeetingKind, number: int = 1) -> MeetingTemplate:
        """The template for the ``number``-th meeting of a kind: its own, else one for any
        number, else that of the last number before it, else a bare one."""
        same = [own for own in self.known if own.kind is kind]
        exact = [own for own in same if own.number == number]
        every = [own for own in same if own.number is None]
        before = sorted(
            (own for own in same if own.number is not None and own.number < number),
            key=lambda own: own.number or 0,
            reverse=True,
        )
        found = next(iter([*exact, *every, *before, *same]), None)
        return found or MeetingTemplate(kind.value, kind, _BARE, length=_BARE_LENGTH)


def fitted(
    template: MeetingTemplate,
    agreement: Agreement,
    day: date,
    length: int | None = None,
) -> tuple[AgendaItem, ...]:
    """The agenda a template comes to for a meeting on a day.

    The minutes of last time are left out where this kind had no last time, the actions where
    there was no meeting at all. All minutes come to ``length`` together (by default the
    template's); where the fixed ones alone are more, they shrink, and with no length nothing
    has minutes.
    """
    minutes = template.length if length is None else length
    rows = list(_rows(template, agreement, day))
    fixed = [own.minutes or 0 for own, _, _ in rows]
    weights = [asks if own.minutes is None else 0 for own, _, asks in rows]
    if sum(fixed) > minutes:
        shares = shared(minutes, fixed)
    else:
        rest = shared(minutes - sum(fixed), weights)
        shares = [a + b for a, b in zip(fixed, rest, strict=True)]
    return tuple(
        AgendaItem(
            made.title, share, theme=made.theme, kind=made.kind, selection=made.selection
        )
        for (_, made, _), share in zip(rows, shares, strict=True)
    )


Row = tuple[TemplateItem, AgendaItem, int]


def _rows(template: MeetingTemplate, agreement: Agreement, day: date) -> Iterator[Row]:
    """Each line with the items it stands for and what those ask for."""
    before = [
        m
        for m in agreement.ordered_meetings
        if m.date <= day and m.kind is not MeetingKind.WRITTEN
    ]
    waits = any(a.state in _WAITING for a in agreement.actions.values())
    for own in template.items:
        if own.holds is Holds.THEMES:
            yield from _themes(own, agreement)
        elif own.holds is Holds.MINUTES:
            if any(m.kind is template.kind for m in before):
                yield own, AgendaItem(own.title, kind=ItemKind.MINUTES), 1
        elif own.holds is Holds.ACTIONS:
            if before or waits:
                yield own, AgendaItem(own.title, kind=ItemKind.ACTIONS), 1
        elif own.holds is Holds.COMING_BACK:
            yield _list(own, Selection.COMING_BACK, agreement)
        elif own.holds is Holds.SELECTION:
            yield _list(own, own.selection or Selection.OPEN, agreement)
        elif own.holds is Holds.ADOPTION:
            yield own, AgendaItem(own.title, kind=ItemKind.ADOPTION), 1
        else:
            yield own, AgendaItem(own.title), 1


def _themes(own: TemplateItem, agreement: Agreement) -> Iterator[Row]:
    for theme in agreement.ordered_themes:
        if theme.id in agreement.tallies:
            title = f"{theme.number or ''} {theme.title}".strip()
            asks = _asks(agreement, agreement.order.by_theme.get(theme.id, ()))
            yield own, AgendaItem(title, theme=theme.id, kind=ItemKind.THEME), asks


def _list(own: TemplateItem, which: Selection, agreement: Agreement) -> Row:
    item = AgendaItem(own.title, kind=ItemKind.SELECTION, selection=which.value)
    return own, item, max(1, _asks(agreement, selected(agreement, which)))


def _asks(agreement: Agreement, articles: Sequence[str] | Iterator[str]) -> int:
    return sum(weight(agreement.lines[key]) for key in articles)
