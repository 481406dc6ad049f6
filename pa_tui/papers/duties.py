"""Who does what when: every part of every article with those who carry it and its days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Article, Commitment
from pa_tui.domain.decisions import Outcome
from pa_tui.domain.parties import Basis, Lead, State
from pa_tui.domain.text import Anchor, AnchorKind, plain
from pa_tui.domain.timing import Timing
from pa_tui.papers.record import article_label
from pa_tui.reading.wording import say_timing

SUGGESTED = "voorgesteld"
_OPENING = 5


@dataclass(frozen=True, slots=True)
class Duty:
    """One part of an article: ``place`` of ``count``. ``leads`` are the parties (keys) that
    carry it, ``joint`` those that share it without anybody in the lead; ``guessed`` tells
    that nobody confirmed who that is."""

    article: Article
    part: Commitment
    place: int
    count: int
    leads: tuple[str, ...]
    joint: tuple[str, ...]
    timings: tuple[Timing, ...]
    guessed: bool

    @property
    def label(self) -> str:
        """ "1.3 Starters, onderdeel 2 van 3"."""
        tail = f", onderdeel {self.place} van {self.count}" if self.count > 1 else ""
        return f"{article_label(self.article)}{tail}"


def duties(agreement: Agreement, *, confirmed: bool = False) -> Iterator[Duty]:
    """The parts of all articles that are in the set, in reading order; with ``confirmed``
    only the leads and days somebody confirmed stand at them."""
    for key in agreement.order.flat:
        line = agreement.lines[key]
        if not line.removed and line.outcome is not Outcome.DROPPED:
            yield from duties_of(agreement, key, confirmed=confirmed)


def duties_of(agreement: Agreement, key: str, *, confirmed: bool = False) -> Iterator[Duty]:
    """The parts of one article."""
    article = agreement.articles[key]
    parts = agreement.commitments_of(key) or (Commitment(key, key, ""),)
    for place, part in enumerate(parts, 1):
        yield _duty(article, part, place, len(parts), confirmed)


def _duty(article: Article, part: Commitment, place: int, count: int, confirmed: bool) -> Duty:
    leads = [lead for lead in part.leads if _counts(lead.state, confirmed)]
    own = [lead for lead in leads if lead.basis is not Basis.JOINT]
    shared = () if own else (*part.joint, *(lead.party for lead in leads))
    return Duty(
        article,
        part,
        place,
        count,
        tuple(dict.fromkeys(lead.party for lead in own)),
        tuple(dict.fromkeys(shared)),
        tuple(timing for timing in part.timings if _counts(timing.state, confirmed)),
        _is_guessed(leads),
    )


def _counts(state: State, confirmed: bool) -> bool:
    return state is State.CONFIRMED or not confirmed


def _is_guessed(leads: list[Lead]) -> bool:
    return bool(leads) and all(lead.state is State.SUGGESTED for lead in leads)


def words_of(duty: Duty, agreement: Agreement) -> str:
    """What is promised, in one line."""

    def label(anchor: Anchor) -> str:
        return "" if anchor.kind is AnchorKind.FOOTNOTE else agreement.label(anchor)

    return " ".join((duty.part.words or plain(duty.article.text, label)).split())


def names(keys: tuple[str, ...], agreement: Agreement) -> tuple[str, ...]:
    """The short names of parties, in the order of the table."""
    return tuple(party.short for party in agreement.ordered_parties if party.id in keys)


def short_timing(timing: Timing) -> str:
    """What a timing means; of a condition its first words."""
    told = say_timing(timing)
    if timing.every or timing.start or timing.end:
        return told
    first = told.split()[:_OPENING]
    short = " ".join(first) + (" …" if len(told.split()) > _OPENING else "")
    return short[:1].lower() + short[1:]
