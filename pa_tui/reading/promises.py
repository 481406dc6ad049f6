"""The commitments of an article as it was read, with what its table row says of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pa_tui.domain.agreement import Facts
from pa_tui.domain.articles import Commitment
from pa_tui.domain.parties import Basis, Involved, Lead, Party, Role, State
from pa_tui.domain.ranks import spread
from pa_tui.domain.text import Text, plain
from pa_tui.domain.timing import Timing
from pa_tui.reading.commitments import Part, cut
from pa_tui.reading.dates import timings
from pa_tui.reading.outline_tables import Row

_ALL = re.compile(
    r"(?:alle\s+)?(?:betrokken\s+)?partijen|allen?|iedereen|gezamenlijk|samen", re.I
)
_GROUPS = (
    (re.compile(r"gemeenten?", re.I), Role.MUNICIPALITY),
    (re.compile(r"(?:woning)?corporaties?|verhuurders?", re.I), Role.CORPORATION),
    (re.compile(r"huurders\w*|huurdervereniging|bewoners\w*", re.I), Role.TENANTS),
)
_PARTED = re.compile(r"\s*(?:[,;/&+]|\n|\ben\b)\s*")


class Promises:
    """Makes the commitments of the articles of one agreement."""

    def __init__(self, parties: Sequence[Party], facts: Facts) -> None:
        self._parties = tuple(parties)
        self._year = facts.year
        names = {
            (name, party.id)
            for party in self._parties
            for name in (party.name, party.short, *party.aliases)
            if not any(pattern.fullmatch(name) for pattern, _ in _GROUPS)
        }
        self._names = sorted(names, key=lambda one: (-len(one[0]), one))
        start, end = facts.period_start, facts.period_end
        self._period = (start, end) if start and end else None

    def of(self, text: Text, group: str, row: Row) -> list[Part]:
        """The parts of an article, everything suggested."""
        found = cut(
            text, parties=self._parties, year=self._year, period=self._period, group=group
        )
        parts = list(found.commitments)
        if row.lead:
            parts = self._led(parts, row.lead)
        if row.timing:
            parts = self._planned(parts, row.timing, plain(text))
        if row.involved:
            parts[0] = replace(parts[0], involved=self._involved(parts[0], row.involved))
        return parts

    def _led(self, parts: list[Part], cell: str) -> list[Part]:
        """The parts with the leads of the table: they stand there in so many words. A part
        that names somebody else keeps its owner as a weaker suggestion."""
        keys = self.named(cell)
        if not keys:
            return parts
        whole = len(keys) == len(self._parties) and _ALL.fullmatch(cell.strip())
        leads = tuple(Lead(key, None, Basis.EXPLICIT, State.SUGGESTED) for key in keys)
        first = replace(
            parts[0], leads=() if whole else leads, joint=tuple(keys) if whole else ()
        )
        return [first, *(self._weaker(part, set(keys)) for part in parts[1:])]

    def _weaker(self, part: Part, keys: set[str]) -> Part:
        owners = {*part.joint, *(lead.party for lead in part.leads)}
        if owners == keys:
            return part
        implied = tuple(replace(lead, basis=Basis.IMPLIED) for lead in part.leads)
        shared = tuple(
            Lead(key, None, Basis.IMPLIED, State.SUGGESTED)
            for key in part.joint
            if key not in {lead.party for lead in implied}
        )
        return replace(part, leads=(*implied, *shared), joint=())

    def named(self, cell: str) -> list[str]:
        """The keys of the parties a cell names, in its order: by any of their names, else
        by their side of the table, else all of them."""
        rest, found = cell, []
        for name, key in self._names:
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", rest, re.IGNORECASE):
                found.append((match.start(), key))
                blank = " " * len(match[0])
                rest = rest[: match.start()] + blank + rest[match.end() :]
        place = 0
        for piece in re.split(r"([,;/&+\n]|\ben\b)", rest):
            found += [(place, key) for key in self._on_side(piece.strip(" ."))]
            place += len(piece)
        return list(dict.fromkeys(key for _, key in sorted(found, key=lambda one: one[0])))

    def _on_side(self, name: str) -> Iterator[str]:
        name = re.sub(r"^(?:de|het)\s+", "", name, flags=re.IGNORECASE)
        if name and _ALL.fullmatch(name):
            yield from (party.id for party in self._parties)
        for pattern, role in _GROUPS:
            if pattern.fullmatch(name):
                yield from (party.id for party in self._parties if party.role is role)

    def _planned(self, parts: list[Part], cell: str, words: str) -> list[Part]:
        """The parts with what the table says of time and the text does not."""
        said = words.casefold()
        new = [
            finding.timing
            for finding in timings(cell, year=self._year, period=self._period)
            if finding.timing.text.casefold() not in said
        ]
        if not new:
            return parts
        return [replace(parts[0], timings=_each_once((*parts[0].timings, *new))), *parts[1:]]

    def _involved(self, part: Part, cell: str) -> tuple[Involved, ...]:
        found = list(part.involved)
        known = {one.party or one.name for one in found}
        for piece in _PARTED.split(cell):
            keys = self.named(piece)
            named = [Involved(self._short(k), k, State.SUGGESTED) for k in keys]
            if not keys and piece.strip():
                named = [Involved(piece.strip(), None, State.SUGGESTED)]
            found += [one for one in named if (one.party or one.name) not in known]
        return tuple(found)

    def _short(self, key: str) -> str:
        return next(party.short for party in self._parties if party.id == key)


def _each_once(found: Sequence[Timing]) -> tuple[Timing, ...]:
    return tuple(dict.fromkeys(found))


def commitments_of(parts: Sequence[Part], article: str, ids: Iterator[str]) -> list[Commitment]:
    """The parts as commitments of an article, in order."""
    ranks = spread(len(parts))
    return [
        part.commitment(next(ids), article, rank)
        for part, rank in zip(parts, ranks, strict=True)
    ]
