"""A query line over the lists: "open @beekwonen voor:2026-10 3. te laat woonlasten"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.decisions import Position
from pa_tui.domain.meetings import Action, ActionState, Parked, ParkedState
from pa_tui.language import N_, _

_TODO = (ActionState.OPEN, ActionState.BUSY)
_BEFORE = ("voor:", "before:")
_LATE = N_("overdue")
_LATE_WORDS = ("overdue", "late", "te laat", "telaat", "verstreken", "termijn verstreken")
_PLACE = re.compile(r"\d+(?:\.\d+)*(?:\.|\.\d+[a-z]?)")


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked for; all of it has to hold. ``parties`` are beginnings of names,
    ``states`` empty means any, ``before`` is a day it is due before, ``places`` are numbers
    of articles, those with a point at the end all that begin so ("3.")."""

    words: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    states: tuple[ActionState, ...] = ()
    before: date | None = None
    late: bool = False
    places: tuple[str, ...] = ()

    @property
    def wants_open(self) -> bool:
        """Whether what is still open is among what is asked for."""
        return not self.states or ActionState.OPEN in self.states


def query_from(text: str) -> Query:
    """The query a person typed; what means nothing special is a word of the action."""
    words: list[str] = []
    parties: list[str] = []
    states: list[ActionState] = []
    places: list[str] = []
    before, late = None, False
    whole = text.casefold()
    for said in sorted((_(_LATE).casefold(), *_LATE_WORDS), key=len, reverse=True):
        whole, found = re.subn(rf"(?<!\S){re.escape(said)}(?!\S)", " ", whole)
        late = late or bool(found)
    for word in whole.split():
        day = _day_after(word)
        state = _state(word)
        if word.startswith("@"):
            parties.append(word[1:])
        elif day is not None:
            before = day
        elif state:
            states += state
        elif _PLACE.fullmatch(word):
            places.append(word)
        else:
            words.append(word)
    return Query(
        tuple(words), tuple(parties), tuple(states), before, late, places=tuple(places)
    )


def _day_after(word: str) -> date | None:
    prefix = next((p for p in _BEFORE if word.startswith(p)), None)
    if prefix is None:
        return None
    text = word.removeprefix(prefix)
    try:
        return date.fromisoformat(f"{text}-01" if len(text) == 7 else text)
    except ValueError:
        return None


def _state(word: str) -> tuple[ActionState, ...]:
    if word == "open":
        return _TODO
    for state in ActionState:
        if word in (state.value, labels.name(state).casefold()):
            return (state,)
    return ()


def narrowed(agreement: Agreement, query: Query, today: date) -> tuple[Action, ...]:
    """The actions a query is about: overdue first, then by day, then those without one;
    what is done or dropped stands last."""
    found = [a for a in agreement.actions.values() if _fits(agreement, a, query, today)]
    return tuple(
        sorted(found, key=lambda a: (a.state not in _TODO, a.due or date.max, a.number))
    )


def is_overdue(action: Action, today: date) -> bool:
    """Whether an action still to be done has passed its day."""
    return action.state in _TODO and action.due is not None and action.due < today


def _fits(agreement: Agreement, action: Action, query: Query, today: date) -> bool:
    if query.states and action.state not in query.states:
        return False
    if query.late and not is_overdue(action, today):
        return False
    if query.before is not None and (action.due is None or action.due >= query.before):
        return False
    names = (action.person,) if action.person else ()
    if not _is_of(agreement, action.party, names, query):
        return False
    words = f"{action.text} {action.person or ''} {action.remark} a-{action.number:03}"
    return _is_at(agreement, action.article, query) and _says(words, query)


def reservation_fits(
    agreement: Agreement, position: Position, query: Query, today: date
) -> bool:
    """Whether a reservation is among what is asked for: by party, article, day and words."""
    until = position.until
    if query.late and (until is None or until >= today):
        return False
    if query.before is not None and (until is None or until >= query.before):
        return False
    return (
        query.wants_open
        and _is_of(agreement, position.party, (), query)
        and _is_at(agreement, position.article, query)
        and _says(position.reason, query)
    )


def parked_fits(agreement: Agreement, point: Parked, query: Query) -> bool:
    """Whether a parked point is among what is asked for: by article and words; it has no
    party and no day."""
    if query.parties or query.late or query.before is not None:
        return False
    if query.states and (point.state is ParkedState.OPEN) is not query.wants_open:
        return False
    return _is_at(agreement, point.article, query) and _says(point.text, query)


def _says(words: str, query: Query) -> bool:
    text = words.casefold()
    return all(word in text for word in query.words)


def _is_at(agreement: Agreement, article: str | None, query: Query) -> bool:
    if not query.places:
        return True
    line = agreement.lines.get(article or "")
    number = ((line.number if line else "") or "").casefold()
    return any(
        number.startswith(place) if place.endswith(".") else number == place
        for place in query.places
    )


def _is_of(
    agreement: Agreement, key: str | None, persons: tuple[str, ...], query: Query
) -> bool:
    party = agreement.parties.get(key or "")
    names = [party.id, party.short, party.name, *party.aliases] if party else []
    return all(
        any(
            part.startswith(wanted)
            for own in (*names, *persons)
            for part in (own.casefold(), *own.casefold().split())
        )
        for wanted in query.parties
    )
