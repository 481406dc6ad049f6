"""What is still open at the end of a meeting: nothing that waits may disappear silently."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from pa_tui.domain.coming_back import REASONED
from pa_tui.domain.decisions import Decision, DisputeKind, Outcome, ReservationKind, Stand
from pa_tui.domain.meetings import MeetingKind
from pa_tui.domain.parties import Party
from pa_tui.papers.blocks import Block, Item, Paragraph, Run, words
from pa_tui.papers.discussion import is_talked_about
from pa_tui.papers.dutch import begun, ended, inside, near, numbers
from pa_tui.papers.gatherings import name
from pa_tui.papers.reasons import by_when, data_to_come, until_words
from pa_tui.papers.record import Record, article_name
from pa_tui.papers.voices import Voices, voices


def open_points(record: Record) -> Iterator[Block]:
    """One item per kind of thing that waits, the articles in it by number."""
    lines = [(label, found) for label, found in _kinds(record) if found]
    if not lines:
        yield Paragraph(words("Er zijn geen openstaande punten of voorbehouden."))
    for label, found in lines:
        yield Item((Run(f"{label}: ", bold=True), Run(ended(found))))
    if record.parked:
        parked = "; ".join(inside(point.text) for point in record.parked)
        yield Item((Run("Parkeerlijst: ", bold=True), Run(ended(parked))))


def _kinds(record: Record) -> Iterator[tuple[str, str]]:
    held = [
        (key, record.latest[key]) for key in record.agreement.order.flat if key in record.latest
    ]
    yield (
        "Aangehouden",
        _by_outcome(record, held, Outcome.DEFERRED, lambda own: _until(record, own)),
    )
    board = record.meeting.kind is MeetingKind.ADMINISTRATIVE
    up = "Nog geen besluit" if board else "Naar het bestuurlijk overleg"
    yield up, _by_outcome(record, held, Outcome.NO_AGREEMENT, _kind)
    yield (
        "Gegevens volgen (p.m.)",
        _by_outcome(record, held, Outcome.PRO_MEMORIE, lambda own: _missing(record, own)),
    )
    heard = [(key, decision, voices(decision, record.agreement)) for key, decision in held]
    yield (
        "Voorbehoud van instemming",
        _by_party(record, heard, lambda v: _of_kind(v.reserving, consent=True)),
    )
    yield (
        "Inhoudelijk voorbehoud",
        _by_party(record, heard, lambda v: _of_kind(v.reserving, consent=False)),
    )
    yield "Niet akkoord", _by_party(record, heard, lambda v: v.objecting)
    yield "Komt terug", _by_party(record, heard, lambda v: v.returning)
    yield "Nog geen standpunt", _quiet(record, heard)
    yield "Reden volgt", _unreasoned(record)
    waiting = [*_undecided(record)]
    talked = [key for key in waiting if is_talked_about(record, key)]
    yield "Besproken, nog niet besloten", _names(record, talked)
    untouched = [key for key in waiting if key not in talked]
    yield "Nog niet behandeld", _names(record, untouched)
    yield "Komt op verzoek terug", _said(record, comes=True)
    yield "Komt niet terug", _said(record, comes=False)


def _unreasoned(record: Record) -> str:
    """What the meeting dropped, moved or sent up without a word of why."""
    articles = record.agreement.articles
    return numbers(
        [
            article_name(articles[key])
            for key in record.agreement.order.flat
            if (decision := record.final.get(key)) is not None
            and decision.outcome in REASONED
            and not decision.reason.strip()
        ]
    )


def _said(record: Record, *, comes: bool) -> str:
    """What the chair changed in what comes back: "1.6 (naar het beleidsoverleg)"."""
    place, found = record.agreement.order.place, []
    said = {
        own.article: own
        for own in record.meeting.comes_back
        if own.at is None or own.at <= record.end
    }
    for own in sorted(said.values(), key=lambda own: place.get(own.article, 0)):
        article = record.agreement.articles.get(own.article)
        if article is not None and own.comes is comes:
            why = f" ({inside(own.reason)})" if own.reason else ""
            found.append(f"{article_name(article)}{why}")
    return "; ".join(found)


def _by_outcome(
    record: Record,
    held: Iterable[tuple[str, Decision]],
    outcome: Outcome,
    aside: Callable[[Decision], str],
) -> str:
    """ "1.8 en 1.9 (tot werkgroep 3); 2.3 (tot 12 oktober)"."""
    groups: dict[str, list[str]] = {}
    for key, decision in held:
        if decision.outcome is outcome:
            name = article_name(record.known(key))
            groups.setdefault(aside(decision), []).append(name)
    return "; ".join(
        f"{numbers(found)} ({what})" if what else numbers(found)
        for what, found in groups.items()
    )


def _until(record: Record, decision: Decision) -> str:
    """ "tot werkgroep 3"; what was held over to this very meeting was not treated at it."""
    until = until_words(decision)
    if decision.meeting != record.meeting.id and _is_now(record, decision, until):
        return "tot deze bijeenkomst, niet behandeld"
    return f"tot {until}" if until else ""


def _is_now(record: Record, decision: Decision, until: str) -> bool:
    due = decision.until_date
    by_name = until.casefold() == name(record.meeting)
    return by_name or (due is not None and due <= record.meeting.date)


def _kind(decision: Decision) -> str:
    talk = decision.kind is DisputeKind.DISCUSSION
    return "bespreekpunt" if talk else "geen overeenstemming"


def _missing(record: Record, decision: Decision) -> str:
    """ "het aantal woningen, De Linde, vóór 1 december 2026"."""
    what, party = data_to_come(decision, record.agreement)
    what = what[:1].lower() + what[1:]
    pieces = (what, party.short if party else "", by_when(decision))
    return ", ".join(piece for piece in pieces if piece)


def _of_kind(
    reserving: tuple[tuple[Party, Stand], ...], *, consent: bool
) -> tuple[tuple[Party, Stand], ...]:
    return tuple(
        voice
        for voice in reserving
        if (voice[1].kind is not ReservationKind.CONTENT) is consent
    )


def _by_party(
    record: Record,
    heard: Iterable[tuple[str, Decision, Voices]],
    pick: Callable[[Voices], tuple[tuple[Party, Stand], ...]],
) -> str:
    """ "HBR bij 1.1 (uiterlijk 12 oktober) en 2.3; De Goede Haard bij 3.1"."""
    seen = record.meeting.date
    groups: dict[str, dict[str, list[str]]] = {}
    for key, _, said in heard:
        for party, stand in pick(said):
            until = f"uiterlijk {near(stand.until, seen)}" if stand.until else ""
            name = article_name(record.known(key))
            groups.setdefault(begun(party.short), {}).setdefault(until, []).append(name)
    return "; ".join(
        f"{party} bij {'; '.join(_with_term(found, until) for until, found in terms.items())}"
        for party, terms in groups.items()
    )


def _with_term(found: list[str], until: str) -> str:
    return f"{numbers(found)} ({until})" if until else numbers(found)


def _quiet(record: Record, heard: Iterable[tuple[str, Decision, Voices]]) -> str:
    """Parties that were silent or not there, by the articles they still have to speak on."""
    groups: dict[str, list[str]] = {}
    for key, decision, said in heard:
        if decision.outcome.settles:
            spoken = {stand.party for stand in decision.positions}
            for party in record.agreement.ordered_parties:
                if party.short in (*said.silent, *said.missing) and party.id not in spoken:
                    name = article_name(record.known(key))
                    groups.setdefault(begun(party.short), []).append(name)
    return "; ".join(f"{party} bij {numbers(found)}" for party, found in groups.items())


def _names(record: Record, keys: Iterable[str]) -> str:
    return numbers([article_name(record.known(key)) for key in keys])


def _undecided(record: Record) -> Iterator[str]:
    """The articles (ids) without an outcome; also those that went up in another since."""
    for key in record.agreement.order.flat:
        if key not in record.latest and not _had_gone(record, key):
            yield key


def _had_gone(record: Record, key: str) -> bool:
    later = any(d.at > record.end for d in record.agreement.decisions.of(key))
    was_there = later or key in record.unsettled
    return record.agreement.articles[key].removed and not was_there
