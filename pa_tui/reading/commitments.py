"""What an article promises: its commitments (onderdelen), each with owner and planning."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate
from typing import TypeVar

from pa_tui.domain.articles import Commitment, Quantity, Strength
from pa_tui.domain.parties import Basis, Involved, Lead, Party, State
from pa_tui.domain.progress import article_leads
from pa_tui.domain.text import BlockKind, Text, with_labels
from pa_tui.domain.timing import Timing
from pa_tui.reading.cuts import Draft, drafts_of, shares
from pa_tui.reading.dates import timings
from pa_tui.reading.names import Names, names_of
from pa_tui.reading.ownership import Told, heading_parties, tell
from pa_tui.reading.quantities import quantities
from pa_tui.reading.strength import strength

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Part:
    """One thing promised, every suggestion in state SUGGESTED.

    ``words`` stand in the article; empty means the whole article. The fields are those of a
    Commitment.
    """

    words: str
    leads: tuple[Lead, ...] = ()
    joint: tuple[str, ...] = ()
    involved: tuple[Involved, ...] = ()
    timings: tuple[Timing, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    strength: Strength = Strength.NONE

    def commitment(self, own: str, article: str, rank: str) -> Commitment:
        """The commitment of this part, with an id, its article's id and a rank."""
        return Commitment(
            own,
            article,
            rank,
            self.words,
            self.leads,
            self.joint,
            self.involved,
            self.timings,
            self.quantities,
            self.strength,
        )


@dataclass(frozen=True, slots=True)
class ArticleReading:
    """The commitments of an article, and who the article as a whole is best given to."""

    leads: tuple[Lead, ...]
    commitments: tuple[Part, ...]


def cut(
    text: Text,
    *,
    parties: Sequence[Party] = (),
    year: int | None = None,
    today: date | None = None,
    period: tuple[date, date] | None = None,
    group: str = "",
) -> ArticleReading:
    """What ``text`` promises, sentence by sentence; at least one part.

    Sentences that only tell more stay with the promise before them; one that only says who
    takes the lead ("De regie hiervoor ligt bij ...") gives it to that promise. ``group`` is
    the heading the article stands under. An article of one promise is one part without
    words of its own.
    """
    reader = _Article(text, names_of(tuple(parties)), group)
    parts = reader.parts(year, today, period)
    stand_in = tuple(
        part.commitment(str(place), "", str(place)) for place, part in enumerate(parts)
    )
    return ArticleReading(article_leads(stand_in, text), parts)


class _Article:
    """The flat text of an article, with the blocks it is made of."""

    def __init__(self, text: Text, names: Names, group: str) -> None:
        self.names = names
        self.heading = heading_parties(group, names) if group else ()
        lines = [
            with_labels(block.text, block.anchors)
            for block in text
            if block.kind is not BlockKind.TABLE
        ]
        self.text = "\n".join(lines)
        self.starts = list(accumulate((len(line) + 1 for line in lines), initial=0))

    def parts(
        self, year: int | None, today: date | None, period: tuple[date, date] | None
    ) -> tuple[Part, ...]:
        """The article's parts in reading order."""
        when = timings(self.text, year=year, today=today, period=period)
        much = quantities(self.text)
        planned = [(f.start, f.end) for f in when if f.timing.is_concrete]
        told = tell(self.text, self.names, planned)
        blocks = [bisect_right(self.starts, one.start) for one in told]
        drafts = drafts_of(self.text, told, blocks)
        if len(drafts) < 2:
            draft = drafts[0] if drafts else Draft(0, len(self.text), list(told))
            amounts = tuple(f.quantity for f in much)
            part = self._part(draft, told, tuple(f.timing for f in when), amounts)
            firm = part.strength if drafts else strength(self.text)
            return (replace(part, words="", strength=firm),)
        starts = [draft.start for draft in drafts]
        times = _shared_out(starts, [(f.start, f.timing) for f in when])
        amounts_of = _shared_out(starts, [(f.start, f.quantity) for f in much])
        return tuple(
            self._part(draft, draft.told, times[place], amounts_of[place])
            for place, draft in enumerate(drafts)
        )

    def _part(
        self,
        draft: Draft,
        told: Sequence[Told],
        when: tuple[Timing, ...],
        much: tuple[Quantity, ...],
    ) -> Part:
        leads, joint = self._owners(draft)
        carrying = {*joint, *(lead.party for lead in leads)}
        return Part(
            " ".join(self.text[draft.start : draft.end].split()),
            leads,
            joint,
            self._involved(told, carrying),
            when,
            much,
            draft.main.strength if draft.told else Strength.NONE,
        )

    def _owners(self, draft: Draft) -> tuple[tuple[Lead, ...], tuple[str, ...]]:
        """The leads of a promise, and who share it with them or without a lead."""
        if not draft.told:
            return (), ()
        found = shares(draft)
        if found.explicit or found.subjects or found.joint:
            explicit = _leads(found.explicit, Basis.EXPLICIT)
            return explicit + _leads(found.subjects, Basis.SUBJECT), found.joint
        if draft.is_request:
            return (), ()
        unsaid = self.heading or found.implied
        if len(unsaid) > 1:
            return (), unsaid
        return _leads(unsaid, Basis.HEADING if self.heading else Basis.IMPLIED), ()

    def _involved(self, told: Sequence[Told], carrying: set[str]) -> tuple[Involved, ...]:
        short = {party.id: party.short for party in self.names.parties}
        found: dict[str, Involved] = {}
        for one in told:
            for key in (*one.involved, *one.requested):
                if key not in carrying:
                    found.setdefault(key, Involved(short[key], key, State.SUGGESTED))
            for outsider in one.outsiders:
                known = Involved(outsider.name, None, State.SUGGESTED)
                found.setdefault(outsider.name.casefold(), known)
        return tuple(found.values())


def _leads(keys: Sequence[str], basis: Basis) -> tuple[Lead, ...]:
    return tuple(Lead(key, None, basis, State.SUGGESTED) for key in keys)


def _shared_out(starts: list[int], found: list[tuple[int, _T]]) -> list[tuple[_T, ...]]:
    """What was found, by the promise it stands in; what stands before all, to the first."""
    shared: list[list[_T]] = [[] for _ in starts]
    for place, one in found:
        shared[max(0, bisect_right(starts, place) - 1)].append(one)
    return [tuple(items) for items in shared]
