"""Sentences about what happens to decisions after they were taken."""

from __future__ import annotations

from datetime import date

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.decisions import ReservationKind, Stand
from pa_tui.domain.parties import Party, Role
from pa_tui.papers.dutch import begun, listed, near
from pa_tui.papers.reasons import because, consent


def withdrawn(party: Party, number: str, on: date, seen: date, reason: str, where: str) -> str:
    """A party came back on its agreement: "HV Samen heeft op 22 september laten weten niet
    langer akkoord te zijn met afspraak 1.3, omdat ... De afspraak is heropend en staat op de
    agenda van werkgroep 3."."""
    return (
        f"{begun(party.short)} heeft op {near(on, seen)} laten weten niet langer akkoord te "
        f"zijn met afspraak {number}{because(reason)}. De afspraak is heropend en staat op de "
        f"agenda van {where}."
    )


def lifted(party: Party, number: str, on: date, seen: date, stand: Stand) -> str:
    """A reservation went: "HV Samen heeft op 9 oktober laten weten dat de achterban instemt
    met afspraak 1.3. Het voorbehoud is opgeheven."."""
    if stand.kind is ReservationKind.CONTENT:
        said = f"akkoord te zijn met afspraak {number}"
    else:
        whose = consent(stand.reason, party)[0].rpartition(" van ")[2]
        said = f"dat {whose} instemt met afspraak {number}"
    return (
        f"{begun(party.short)} heeft op {near(on, seen)} laten weten {said}. Het voorbehoud is "
        "opgeheven."
    )


_BODIES = {
    Role.MUNICIPALITY: "college",
    Role.CORPORATION: "raad van commissarissen",
    Role.TENANTS: "bestuur",
}


def adopted_by_board(agreement: Agreement) -> str:
    """The administrative meeting adopts the set, which still binds nobody: "onder voorbehoud
    van de besluiten van college, raad van commissarissen en bestuur van HV Samen"."""
    bodies = []
    for party in agreement.ordered_parties:
        body = _BODIES[party.role]
        alone = len(agreement.with_role(party.role)) == 1
        of_whom = "" if alone and party.role is not Role.TENANTS else f" van {party.short}"
        bodies.append(body + of_whom)
    year = f" {agreement.about.year}" if agreement.about.year else ""
    tail = f", onder voorbehoud van de besluiten van {listed(bodies)}" if bodies else ""
    return f"Het bestuurlijk overleg stelt de prestatieafspraken{year} vast{tail}."
