"""What a council notice tells of one agreement: how it came about, its themes, the key
agreements by who does them, and what was not agreed or changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property

from pa_tui.domain.agreement import Agreement, AgreementStatus
from pa_tui.domain.articles import Article
from pa_tui.domain.decisions import DisputeKind, Outcome
from pa_tui.domain.lines import Status
from pa_tui.domain.meetings import MeetingKind, MeetingState
from pa_tui.domain.parties import Party, Role, State
from pa_tui.domain.progress import article_joint, article_leads
from pa_tui.domain.text import ANCHOR
from pa_tui.domain.text import Block as TextBlock
from pa_tui.papers.blocks import (
    Block,
    FootnoteMark,
    Heading,
    Item,
    Paragraph,
    Run,
    Runs,
    words,
)
from pa_tui.papers.consensus import Consensus, consensus_on
from pa_tui.papers.dutch import begun, day, inside, listed, numbers
from pa_tui.papers.excerpts import told
from pa_tui.papers.record import article_name
from pa_tui.papers.texts import Setting

BLANK = "……………………"
_SHORT = 2
_OPEN = (Outcome.DEFERRED, Outcome.NO_AGREEMENT)
_BODIES = (
    ("de werkgroep", MeetingKind.WORKING_GROUP),
    ("het ambtelijk overleg", MeetingKind.OFFICIAL),
    ("het bestuurlijk overleg", MeetingKind.ADMINISTRATIVE),
)
_SENTENCE_END = re.compile(rf"(?:(?<=[.!?])|(?<=[.!?]{ANCHOR}))\s+(?=[A-Z0-9‘“])")


def is_signed(agreement: Agreement) -> bool:
    """Whether all parties have signed."""
    parties = agreement.ordered_parties
    return agreement.about.status is AgreementStatus.SIGNED or (
        bool(parties) and all(party.signed_on for party in parties)
    )


@dataclass
class Notes:
    """The footnotes of a notice, which run on through all of it."""

    _marks: dict[tuple[int, str], str] = field(default_factory=dict)

    def renumbered(self, note: FootnoteMark, agreement: Agreement) -> FootnoteMark:
        """A footnote of an agreement with its mark in the notice."""
        key = (id(agreement), note.id)
        mark = self._marks.setdefault(key, str(len(self._marks) + 1))
        return replace(note, id=f"noot-{mark}", mark=mark)


class Noticed:
    """One agreement, as a notice tells it."""

    def __init__(self, agreement: Agreement, at: datetime, notes: Notes) -> None:
        self.agreement = agreement
        self.year = agreement.about.year or at.year + 1
        self.corporations = agreement.with_role(Role.CORPORATION)
        self.tenants = agreement.with_role(Role.TENANTS)
        lines = (agreement.lines[key] for key in agreement.order.flat)
        self._lines = [line for line in lines if not line.removed]
        self._notes = notes

    @property
    def count(self) -> int:
        """How many articles it has."""
        return sum(line.outcome is not Outcome.DROPPED for line in self._lines)

    @property
    def partners(self) -> str:
        """Those the municipality made it with, by their short names."""
        found = (*self.corporations, *self.tenants) or self.agreement.ordered_parties
        return listed(party.short for party in found)

    @property
    def is_undecided(self) -> bool:
        """Whether something has still to be decided."""
        settled = (Status.DECIDED, Status.DROPPED)
        return any(line.status not in settled for line in self._lines)

    @property
    def waits_for_consent(self) -> bool:
        """Whether somebody still has to consent to something that was decided."""
        return Consensus.CONSENT in self._consensus.values()

    def without_all(self) -> list[Article]:
        """What was decided before every party agreed to it."""
        kept = (Consensus.WHOLE, Consensus.CONSENT)
        return [
            self.agreement.articles[key]
            for key, how in self._consensus.items()
            if how not in kept
        ]

    @cached_property
    def _consensus(self) -> dict[str, Consensus]:
        """How far each decision is carried; whoever signed agrees with all of it."""
        if is_signed(self.agreement):
            return {}
        found = ((line.id, consensus_on(self.agreement, line.id)) for line in self._lines)
        return {key: how for key, how in found if how is not None}

    def disputed(self) -> list[Article]:
        """The articles parties do not agree on; a point that is only talked over is none."""
        found = []
        for line in self._lines:
            decision = self.agreement.decision_on(line.id)
            if decision and decision.kind is DisputeKind.DISPUTE:
                found.append(self.agreement.articles[line.id])
        return found

    def numbers(self, outcome: Outcome) -> str:
        """The articles with an outcome, as a sentence names them."""
        lines = (line for line in self._lines if line.outcome is outcome)
        return numbers([article_name(self.agreement.articles[line.id]) for line in lines])

    # -- how it came about -------------------------------------------------------------------

    def process(self) -> Iterator[Block]:
        """Which meetings were held, and that the tenants took part."""
        held = [m for m in self.agreement.ordered_meetings if m.state is MeetingState.CLOSED]
        found = [
            f"{begun(who)} kwam bijeen op {listed(day(m.date) for m in own)}."
            for who, kind in _BODIES
            if (own := [m for m in held if m.kind is kind])
        ]
        if self.tenants:
            who = listed(party.name for party in self.tenants)
            verb = "namen" if len(self.tenants) > 1 else "nam"
            found.append(f"{who} {verb} als gelijkwaardige partij deel.")
        found.append(f"Het college heeft op {BLANK} met de afspraken ingestemd.")
        yield paragraph(" ".join(found))

    def themes(self) -> Iterator[Block]:
        """The themes by their titles."""
        titles = [theme.title for theme in self.agreement.ordered_themes if theme.title]
        if len(titles) > 1:
            many = f"De prestatieafspraken zijn opgedeeld in {len(titles)} thema’s:"
            yield paragraph(many, stays=True)
            yield from (Item(words(title)) for title in titles)

    # -- the key agreements ------------------------------------------------------------------

    def key_agreements(self, level: int) -> Iterator[Block]:
        """The key agreements under a heading (of ``level``) for each who does them."""
        keys = [
            self.agreement.articles[line.id]
            for line in self._lines
            if line.key_agreement and line.outcome not in (Outcome.DROPPED, *_OPEN)
        ]
        if not keys:
            yield paragraph(f"De kernafspraken zijn nog niet aangewezen: {BLANK}")
            return
        placed: set[str] = set()
        for party in self._in_order():
            found = [own for own in keys if self._is_of(own, party)]
            if found:
                yield Heading(level, words(_heading(party)))
                yield paragraph(
                    f"De belangrijkste afspraken voor {self.year} zijn:", stays=True
                )
                yield from self._numbered(found)
            placed.update(own.id for own in found)
        rest = [own for own in keys if own.id not in placed]
        if rest:
            yield Heading(level, words("Wat partijen samen doen"))
            yield from self._numbered(rest)

    def _in_order(self) -> tuple[Party, ...]:
        """Corporations first, then what municipality and tenants do themselves."""
        own = (*self.agreement.with_role(Role.MUNICIPALITY), *self.tenants)
        return (*self.corporations, *own)

    def _is_of(self, article: Article, party: Party) -> bool:
        """Whether a party carries an article, as somebody confirmed; else whether a
        corporation is the one whose name begins its text."""
        parts = self.agreement.commitments_of(article.id)
        leads = article_leads(parts, article.text)
        sure = [lead.party for lead in leads if lead.state is State.CONFIRMED]
        if sure:
            return party.id in sure and party.id not in article_joint(parts)
        text = told(article.text, self.agreement).casefold()
        names = (party.short, party.name, *party.aliases)
        return any(text.startswith(name.casefold()) for name in names if name)

    def _numbered(self, articles: Iterable[Article]) -> Iterator[Block]:
        for number, article in enumerate(articles, 1):
            yield Item(self._summary(article), f"{number}.")

    def _summary(self, article: Article) -> Runs:
        """Title and first sentences of an article, with its number to find it by."""
        title = (Run(f"{article.title}. ", bold=True),) if article.title else ()
        number = f" (afspraak {article.number})" if article.number else ""
        opening = self._opening(article.text[0]) if article.text else ()
        return (*title, *_with_end(opening, number))

    def _opening(self, block: TextBlock) -> Runs:
        """The first whole sentences of a text, with their footnotes."""
        if block.cells:
            return ()
        whole = " ".join(block.text.split())
        sentences = [own for own in _SENTENCE_END.split(whole) if not own.endswith(":")]
        first = " ".join(sentences[:_SHORT] or [whole]).rstrip(":")
        before = whole[: whole.find(first)].count(ANCHOR) if first in whole else 0
        called = block.anchors[before : before + first.count(ANCHOR)]
        runs = Setting(self.agreement, frozenset()).runs(first, called)
        return tuple(
            self._notes.renumbered(run, self.agreement)
            if isinstance(run, FootnoteMark)
            else run
            for run in runs
        )


def paragraph(text: str, *, stays: bool = False) -> Paragraph:
    """A plain paragraph; ``stays`` keeps it with what follows."""
    return Paragraph(words(text), with_next=stays)


def _heading(party: Party) -> str:
    if party.role is Role.CORPORATION:
        return f"Afspraken met {party.name}"
    return f"Wat {_inside_name(party)} zelf doet"


def _inside_name(party: Party) -> str:
    """A party's name in the middle of a sentence."""
    if party.name.startswith("Gemeente "):
        return f"de gemeente {party.name.removeprefix('Gemeente ')}"
    return party.name


def _with_end(runs: Runs, tail: str) -> Runs:
    """A sentence with words before its full stop; a footnote stays where it is."""
    if runs and isinstance(runs[-1], Run):
        last = runs[-1].text
        room = last[: len(last) - len(last.lstrip())]
        return (*runs[:-1], Run(f"{room}{inside(last)}{tail}."))
    return (*runs, Run(f"{tail}."))
