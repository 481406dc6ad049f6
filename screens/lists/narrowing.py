"""A query line over the actions: "open @beekwonen voor:2026-10 woonlasten"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.meetings import Action, ActionState
from pa_tui.language import N_, _

_TODO = (ActionState.OPEN, ActionState.BUSY)
_BEFORE = ("voor:", "before:")
_LATE = N_("overdue")


@dataclass(frozen=True, slots=True)
class Query:
    """What actions are asked for; all of it has to hold. ``parties`` are beginnings of
    names, ``states`` empty means any, ``before`` is a day the action is due before."""

    words: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    states: tuple[ActionState, ...] = ()
    before: date | None = None
    late: bool = False


def query_from(text: str) -> Query:
    """The query a person typed; what means nothing special is a word of the action."""
    words: list[str] = []
    parties: list[str] = []
    states: list[ActionState] = []
    before, late = None, False
    for word in text.casefold().split():
        day = _day_after(word)
        state = _state(word)
        if word.startswith("@"):
            parties.append(word[1:])
        elif day is not None:
            before = day
        elif state:
            states += state
        elif word in (_(_LATE), "overdue", "verstreken"):
            late = True
        else:
            words.append(word)
    return Query(tuple(words), tuple(parties), tuple(states), before, late)


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
    if not all(_is_of(agreement, action, name) for name in query.parties):
        return False
    text = (
        f"{action.text} {action.person or ''} {action.remark} a-{action.number:03}".casefold()
    )
    return all(word in text for word in query.words)


def _is_of(agreement: Agreement, action: Action, name: str) -> bool:
    party = agreement.parties.get(action.party or "")
    names = [party.id, party.short, party.name, *party.aliases] if party else []
    names += [action.person] if action.person else []
    return any(
        part.startswith(name)
        for own in names
        for part in (own.casefold(), *own.casefold().split())
    )
