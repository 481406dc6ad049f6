"""What an article's parts say together: who carries it, who shares it, who is involved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pa_tui.domain.articles import Commitment, Strength
from pa_tui.domain.parties import Basis, Involved, Lead, State
from pa_tui.domain.text import BlockKind, Text, plain

_STRENGTH = (Basis.EXPLICIT, Basis.SUBJECT, Basis.HEADING, Basis.IMPLIED, Basis.JOINT)
_FIRM = (Strength.RESULT, Strength.PROCESS)
_LISTED = (BlockKind.SUBITEM, BlockKind.BULLET)


def article_leads(commitments: Iterable[Commitment], text: Text = ()) -> tuple[Lead, ...]:
    """The best suggestion for who carries an article, from who carries its parts.

    The parts are weighed by their owners: one with a date counts twice, the first one once
    more, an item of a list in ``text`` half. What a person confirmed goes before every
    suggestion. A lead named in so many words beats those who share the promise with it;
    where two parties each promise something of their own with a date, both stand there.
    Where nobody leads and the promise is shared, all that share it, with basis joint.
    """
    parts = _that_count(commitments)
    if not parts:
        return ()
    weights = _weights(parts, text)
    best = max(weights, key=lambda owners: weights[owners])
    if not any(part.leads for part in parts if _owners(part) == best):
        named = next((p for p in parts if p.joint and _leads_by_name(p)), None)
        if named is None:
            return _each_once(_shared(part for part in parts if _owners(part) == best))
        best = _owners(named)
    chosen = set(best)
    firm = [_owners(part) for part in parts if _is_firm(part, text)]
    if best in firm and not any(part.joint for part in parts):
        chosen.update(*firm)
    found = [lead for part in parts for lead in part.leads if lead.party in chosen]
    return _each_once(sorted(found, key=lambda lead: _STRENGTH.index(lead.basis)))


def _that_count(commitments: Iterable[Commitment]) -> list[Commitment]:
    """The parts somebody carries: the confirmed ones, else those that say who it is, else
    those where it is only implied."""
    parts = [part for part in commitments if part.leads or part.joint]
    sure = [p for p in parts if any(lead.state is State.CONFIRMED for lead in p.leads)]
    said = [
        p for p in parts if p.joint or any(lead.basis is not Basis.IMPLIED for lead in p.leads)
    ]
    return sure or said or parts


def _weights(parts: Sequence[Commitment], text: Text) -> dict[frozenset[str], float]:
    listed = _listed(text)
    weights: dict[frozenset[str], float] = {}
    for place, part in enumerate(parts):
        weight = 1.0 + _is_dated(part)
        if part.words and any(part.words in line for line in listed):
            weight /= 2
        weight += place == 0
        owners = _owners(part)
        weights[owners] = weights.get(owners, 0.0) + weight
    return weights


def _listed(text: Text) -> list[str]:
    return [" ".join(plain((b,)).split()) for b in text if b.kind in _LISTED]


def _owners(part: Commitment) -> frozenset[str]:
    return frozenset(lead.party for lead in part.leads) or frozenset(part.joint)


def _is_dated(part: Commitment) -> bool:
    return any(timing.is_concrete for timing in part.timings)


def _leads_by_name(part: Commitment) -> bool:
    return any(lead.basis is Basis.EXPLICIT for lead in part.leads)


def _is_firm(part: Commitment, text: Text) -> bool:
    """Whether a part is a firm promise with a date, outside a list."""
    inside = part.words and any(part.words in line for line in _listed(text))
    return _is_dated(part) and part.strength in _FIRM and not inside


def _shared(parts: Iterable[Commitment]) -> Iterable[Lead]:
    for part in parts:
        for key in part.joint:
            yield Lead(key, None, Basis.JOINT, State.SUGGESTED)


def _each_once(leads: Iterable[Lead]) -> tuple[Lead, ...]:
    found: dict[str, Lead] = {}
    for lead in leads:
        known = found.get(lead.party)
        if known is None or (lead.person and not known.person):
            found[lead.party] = lead
    return tuple(found.values())


def article_joint(commitments: Iterable[Commitment]) -> tuple[str, ...]:
    """The keys of the parties that share a part of an article, each once."""
    return tuple(dict.fromkeys(key for part in commitments for key in part.joint))


def article_involved(commitments: Iterable[Commitment]) -> tuple[Involved, ...]:
    """Who is consulted or informed about an article, each once."""
    found: dict[str, Involved] = {}
    for part in commitments:
        for who in part.involved:
            found.setdefault(who.party or who.name.casefold(), who)
    return tuple(found.values())
