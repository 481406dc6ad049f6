"""An action typed in one line: "Beekwonen levert lijst aan voor 1 oktober"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pa_tui.domain.parties import Party
from pa_tui.reading.entry.due import Span, last_due
from pa_tui.reading.entry.people import parties_called, person_called
from pa_tui.reading.names import Names, Naming
from pa_tui.reading.patterns import Pattern

_AT = Pattern(r"(?<!\w)@([\w'’-]{1,40})", exact=True)
_TO = Pattern(
    r"\b(?:aan|met|van|naar|bij|voor|tegen|richting|namens)\s{1,4}(?:(?:de|het)\s{1,4})?$",
    exact=True,
)
_ALONGSIDE = Pattern(
    r"\s{0,4}(?:,|&|en\b|,\s{0,4}en\b)\s{0,4}(?:(?:de|het)\s{1,4})?", exact=True
)
_BEGIN = Pattern(r"(?:^|[,;:.]|\ben)\s{0,4}(?:(?:de|het)\s{1,4})?$")


@dataclass(frozen=True, slots=True)
class ActionEntry:
    """An action as typed: ``text`` is what is to be done, without the words of the date and
    without "@name". ``due`` is the last day; ``due_words`` say it ("vóór 1 oktober 2026").

    The spans tell which characters of the line were understood as what. ``unknown`` are
    names behind "@" that nobody carries. ``others`` are parties named beside the first one
    ("gemeente en HBR plannen overleg"); the action is the first one's, its text names all.
    """

    text: str
    party: str | None = None
    person: str | None = None
    due: date | None = None
    due_words: str = ""
    due_span: Span | None = None
    party_span: Span | None = None
    person_span: Span | None = None
    unknown: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UntilEntry:
    """Until when something waits: ``words`` as typed, ``date`` and ``party`` where named."""

    words: str
    date: date | None = None
    party: str | None = None
    due_words: str = ""


def read_action(
    line: str,
    *,
    parties: Sequence[Party] = (),
    persons: Sequence[str] = (),
    today: date,
) -> ActionEntry:
    """An action from one line: "Beekwonen levert lijst aan voor 1 oktober", "@jan belt".

    A missing year is the first occurrence from ``today`` on. Raises Unreadable for a day
    the calendar does not have.
    """
    due = last_due(line, today)
    person: str | None = None
    person_span: Span | None = None
    unknown: list[str] = []
    called = bool(_AT.search(line))
    names = Names(parties, typed=True)
    party, party_span = _party_of(line, names, alone=not called)
    others = _beside(line, names, party_span)
    taken = [due.span] if due else []
    for match in _AT.finditer(line):
        keys = parties_called(match[1], parties)
        found = person_called(match[1], persons)
        if found and person is None:
            person, person_span = found, match.span()
        elif len(keys) == 1:
            party, party_span = keys[0], match.span()
        elif not found:
            unknown.append(match[1])
            continue
        taken.append(match.span())
    return ActionEntry(
        _without(line, taken) or line.strip(),
        party,
        person,
        due.day if due else None,
        due.words if due else "",
        due.span if due else None,
        party_span,
        person_span,
        tuple(unknown),
        tuple(key for key in others if key != party),
    )


def read_until(line: str, *, parties: Sequence[Party] = (), today: date) -> UntilEntry:
    """Until when an article waits: "tot werkgroep 3, Beekwonen levert tekst voor 12 okt".

    "tot 12 oktober" includes that day.
    """
    words = " ".join(line.split())
    due = last_due(words, today, waiting=True)
    party, _ = _party_of(words, Names(parties, typed=True))
    return UntilEntry(words, due.day if due else None, party, due.words if due else "")


def _party_of(line: str, names: Names, alone: bool = True) -> tuple[str | None, Span | None]:
    """The party whose action it is: the one a clause begins with; where nobody else is
    named (``alone``), also one in the middle that is not spoken to."""
    middle: tuple[str, Span] | None = None
    for mention in names.mentions(line):
        if len(mention.keys) != 1 or mention.naming not in (Naming.NAME, Naming.ROLE):
            continue
        found = mention.keys[0], (mention.start, mention.end)
        before = line[max(0, mention.start - 24) : mention.start]
        if _BEGIN.search(before):
            return found
        if alone and middle is None and not _TO.search(before.lower()):
            middle = found
    return middle or (None, None)


def _beside(line: str, names: Names, owner: Span | None) -> tuple[str, ...]:
    """The parties named in one breath after the owner: "gemeente en HBR", "A, B en C"."""
    found: list[str] = []
    end = owner[1] if owner else len(line)
    for mention in names.mentions(line):
        link = _ALONGSIDE.match(line, end)
        if link is not None and mention.start == link.end() and len(mention.keys) == 1:
            found += mention.keys
            end = mention.end
    return tuple(found)


def _without(line: str, spans: Sequence[Span]) -> str:
    """The line without these pieces, its spaces and loose punctuation put right."""
    rest, place = "", 0
    for start, end in sorted(spans):
        if start >= place:
            rest += line[place:start] + " "
            place = end
    rest = " ".join((rest + line[place:]).split())
    return re.sub(r"\s+([,.;:])", r"\1", rest).strip(" ,;:-")
