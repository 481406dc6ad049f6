"""What an article's parts say together: who carries it, who shares it, who is involved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pa_tui.domain.articles import Commitment
from pa_tui.domain.parties import Basis, Involved, Lead, State

_STRENGTH = (Basis.EXPLICIT, Basis.SUBJECT, Basis.HEADING, Basis.IMPLIED)


def article_leads(commitments: Iterable[Commitment]) -> tuple[Lead, ...]:
    """The best suggestion for who carries an article: the leads of the strongest basis
    among its parts, each party once.

    Where nobody leads and the promise is shared, all that share it, with basis joint.
    """
    parts = tuple(commitments)
    leads = [lead for part in parts for lead in part.leads]
    for basis in _STRENGTH:
        found = [lead for lead in leads if lead.basis is basis]
        if found:
            return _each_once(found)
    return _each_once(_shared(parts))


def _shared(parts: Sequence[Commitment]) -> Iterable[Lead]:
    for part in parts:
        yield from part.leads
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
