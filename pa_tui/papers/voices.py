"""The parties of a decision by what they said, or did not say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.decisions import Decision, Outcome, ReservationKind, Stance, Stand
from pa_tui.domain.parties import Party


@dataclass(frozen=True, slots=True)
class Voices:
    """Who said what when a decision was taken, each in the order of the table; ``earlier``
    are those who were not there and had agreed before."""

    agreeing: tuple[str, ...]
    reserving: tuple[tuple[Party, Stand], ...]
    objecting: tuple[tuple[Party, Stand], ...]
    returning: tuple[tuple[Party, Stand], ...]
    apart: tuple[str, ...]
    silent: tuple[str, ...]
    missing: tuple[str, ...]
    earlier: tuple[str, ...]

    @property
    def are_all_one(self) -> bool:
        """Whether everybody concerned agreed and was there."""
        return bool(self.agreeing) and not (
            self.reserving or self.objecting or self.returning or self.silent or self.missing
        )

    @property
    def wait_for_consent_only(self) -> bool:
        """Whether all that is in the way is somebody's consent."""
        others = self.objecting or self.returning or self.silent or self.missing
        return bool(self.reserving) and not others and all(map(_is_consent, self.reserving))


def _is_consent(voice: tuple[Party, Stand]) -> bool:
    return voice[1].kind is not ReservationKind.CONTENT


def voices(decision: Decision, agreement: Agreement) -> Voices:
    """The parties of a decision by what they said."""
    parties = {party.id: party for party in agreement.ordered_parties}
    order = {key: place for place, key in enumerate(parties)}
    stands = sorted(
        (stand for stand in decision.positions if stand.party in parties),
        key=lambda stand: order[stand.party],
    )

    def those(stance: Stance) -> tuple[tuple[Party, Stand], ...]:
        return tuple((parties[s.party], s) for s in stands if s.stance is stance)

    def names(keys: Iterable[str]) -> tuple[str, ...]:
        wanted = frozenset(keys)
        return tuple(party.short for key, party in parties.items() if key in wanted)

    yes = [party for party, _ in those(Stance.AGREE)]
    return Voices(
        tuple(party.short for party in yes if party.id not in decision.missing),
        those(Stance.RESERVE),
        those(Stance.DISAGREE),
        those(Stance.RETURNS),
        tuple(party.short for party, _ in those(Stance.NOT_APPLICABLE)),
        names(() if _says_nothing(decision) else decision.silent),
        names(decision.missing),
        tuple(party.short for party in yes if party.id in decision.missing),
    )


def _says_nothing(decision: Decision) -> bool:
    """Whether silence tells nothing: nobody has to speak on what is put off, or on what goes
    up before anybody spoke."""
    if decision.outcome is Outcome.DEFERRED:
        return True
    return decision.outcome is Outcome.NO_AGREEMENT and not decision.positions


def takes_sides(decision: Decision) -> bool:
    """Whether a party said anything but that it agrees or is not concerned."""
    quiet = (Stance.AGREE, Stance.NOT_APPLICABLE)
    return any(stand.stance not in quiet for stand in decision.positions)
