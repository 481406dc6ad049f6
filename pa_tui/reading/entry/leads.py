"""Who carries, shares and helps, typed in one line.

"beekwonen, haard samen met gemeente; betrokken HBR (jan)": names, keys or beginnings of
them, apart by commas, "en", "+" or "&"; a person in brackets or behind "@" after a name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pa_tui.domain.parties import Basis, Involved, Lead, Party, Role
from pa_tui.reading.entry.people import parties_called, person_called
from pa_tui.reading.names import Names, Naming
from pa_tui.reading.patterns import Pattern
from pa_tui.reading.words.people import EVERYBODY, ROLE_WORDS

_SWITCH = Pattern(
    r"\s*(?:[;,.]\s*)?\b(?P<joint>samen\s+met|gezamenlijk\s+met|samen|gezamenlijk|met)\b\s*:?\s*"
    r"|\s*(?:[;,.]\s*)?\b(?P<involved>betrokken(?:en)?|betrekt|in\s+(?:overleg|afstemming"
    r"|samenspraak)\s+met|overleg\s+met|informeert|raadpleegt)\b\s*:?\s*"
    r"|\s*(?P<end>;)\s*"
)
_BETWEEN = Pattern(r"\s*(?:,|\+|&|/|\ben\b)\s*")
_PERSON = Pattern(
    r"\s*(?:\(([^()]{0,60})\)?|@([\w'’-]{1,40}(?:\s+[A-Z][\w'’-]*)?))\s*$", exact=True
)
_FIRST_MASK = 0xE000
_MOST_NAMES = 0x1000
_ARTICLE = Pattern(r"^(?:de|het)\s+")


@dataclass(frozen=True, slots=True)
class LeadEntry:
    """Who was typed for what. ``unknown`` are the words nobody answers to; a name among the
    involved that is no party is somebody from outside and stands there as typed."""

    leads: tuple[Lead, ...] = ()
    joint: tuple[str, ...] = ()
    involved: tuple[Involved, ...] = ()
    unknown: tuple[str, ...] = ()


def read_leads(
    line: str, parties: Sequence[Party] = (), persons: Sequence[str] = ()
) -> LeadEntry:
    """Leads, joint and involved from one line; a typed lead is confirmed and explicit."""
    made = _Made(parties, persons)
    place, part = 0, "lead"
    line = made.masked(" ".join(line.split()))
    for switch in _SWITCH.finditer(line):
        made.take(line[place : switch.start()], part)
        part = "joint" if switch["joint"] else "involved" if switch["involved"] else "lead"
        place = switch.end()
    made.take(line[place:], part)
    return made.entry()


class _Made:
    def __init__(self, parties: Sequence[Party], persons: Sequence[str]) -> None:
        self.parties = parties
        self.persons = persons
        self.leads: dict[str, Lead] = {}
        self.joint: dict[str, None] = {}
        self.involved: dict[str, Involved] = {}
        self.unknown: list[str] = []
        self.names: list[tuple[str, ...]] = []

    def masked(self, line: str) -> str:
        """The line with one private character for each full name of a party, so that
        "HV Samen" or "Wonen en Zorg" is not taken apart."""
        masked, place = "", 0
        for mention in Names(self.parties, typed=True).mentions(line):
            if mention.naming is Naming.NAME and len(self.names) < _MOST_NAMES:
                masked += line[place : mention.start] + chr(_FIRST_MASK + len(self.names))
                self.names.append(mention.keys)
                place = mention.end
        return masked + line[place:]

    def take(self, words: str, part: str) -> None:
        """Puts the names in ``words`` where they belong."""
        for piece in _BETWEEN.split(words):
            name, person = self._with_person(piece)
            if name:
                self._put(name, person, part)

    def _with_person(self, piece: str) -> tuple[str, str | None]:
        found = _PERSON.search(piece)
        if not found:
            return piece.strip(" .,"), None
        typed = (found[1] if found[1] is not None else found[2]).strip()
        person = person_called(typed, self.persons) or typed
        return piece[: found.start()].strip(" .,"), person or None

    def _put(self, name: str, person: str | None, part: str) -> None:
        keys = self._keys(name)
        if part == "involved":
            for key in keys:
                self.involved.setdefault(key, Involved(self._short(key), key))
            if not keys:
                self.involved.setdefault(name, Involved(name))
        elif not keys:
            self.unknown.append(name)
        elif part == "joint" or name.casefold() in EVERYBODY:
            self.joint.update(dict.fromkeys(keys))
        else:
            for key in keys:
                self.leads.setdefault(key, Lead(key, person, Basis.EXPLICIT))

    def _keys(self, name: str) -> tuple[str, ...]:
        bare = _ARTICLE.sub("", name)
        word = bare.casefold()
        if len(bare) == 1 and 0 <= ord(bare) - _FIRST_MASK < len(self.names):
            return self.names[ord(bare) - _FIRST_MASK]
        if word in EVERYBODY or word in ("alle", "allen", "alle partijen"):
            return tuple(p.id for p in self.parties)
        keys = parties_called(name, self.parties) or parties_called(bare, self.parties)
        role, plural = ROLE_WORDS.get(word, (None, False))
        if role is not None and (not keys or len(keys) > 1):
            keys = self._of(role)
            return keys if plural or len(keys) == 1 else ()
        return keys if len(keys) == 1 else ()

    def _of(self, role: Role) -> tuple[str, ...]:
        return tuple(p.id for p in self.parties if p.role is role)

    def _short(self, key: str) -> str:
        return next(p.short for p in self.parties if p.id == key)

    def entry(self) -> LeadEntry:
        """What was taken: nobody both leads and shares, nobody helps who carries."""
        joint = tuple(key for key in self.joint if key not in self.leads)
        carrying = {*self.leads, *joint}
        involved = tuple(i for i in self.involved.values() if i.party not in carrying)
        return LeadEntry(tuple(self.leads.values()), joint, involved, tuple(self.unknown))
