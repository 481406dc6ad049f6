"""Sentences about what happens to decisions after they were taken."""

from __future__ import annotations

import re
from datetime import date

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.decisions import Message, ReservationKind
from pa_tui.domain.parties import Party, Role
from pa_tui.domain.ratification import usual_body
from pa_tui.papers.dutch import begun, inside, listed, near
from pa_tui.papers.reasons import because, consent

_WAYS = (
    (
        re.compile(r"(?:per |via (?:de )?)?(?:e-?mail|mail)(?:bericht|tje)?\b", re.I),
        "per e-mail",
    ),
    (re.compile(r"(?:per |in een |met een )?brief\b", re.I), "per brief"),
    (re.compile(r"(?:per |via (?:de )?)?(?:whats)?app(?:je|bericht)?\b", re.I), "per app"),
    (re.compile(r"(?:per |via de )?telefo(?:on|nisch|ontje)\w*|gebeld\b", re.I), "telefonisch"),
    (re.compile(r"mondeling\b", re.I), "mondeling"),
)


def let_know(party: Party, on: date, source: str, seen: date) -> str:
    """ "HV Samen heeft op 22 september per e-mail laten weten"."""
    return f"{begun(party.short)} heeft op {near(on, seen)}{_by_way_of(source)} laten weten"


def _by_way_of(source: str) -> str:
    """How something was said, inside a sentence; words no way is known for in brackets."""
    said = inside(source)
    if not said:
        return ""
    way = next((words for pattern, words in _WAYS if pattern.match(said)), "")
    return f" {way}" if way else f" ({said})"


def withdrawn(party: Party, number: str, told: Message, seen: date, where: str) -> str:
    """A party came back on its agreement: "HV Samen heeft op 22 september per e-mail laten
    weten niet langer akkoord te zijn met afspraak 1.3, omdat ... De afspraak is heropend en
    staat op de agenda van werkgroep 3."; ``where`` are its last words."""
    return (
        f"{let_know(party, told.on, told.source, seen)} niet langer akkoord te zijn met "
        f"afspraak {number}{because(told.reason)}. De afspraak is heropend en {where}."
    )


def lifted(party: Party, number: str, told: Message, seen: date) -> str:
    """A reservation went: "HV Samen heeft op 9 oktober laten weten dat de achterban instemt
    met afspraak 1.3. Het voorbehoud is opgeheven."."""
    if told.before.kind is ReservationKind.CONTENT:
        said = f"akkoord te zijn met afspraak {number}"
    else:
        whose = consent(told.before.reason, party)[0].rpartition(" van ")[2]
        said = f"dat {whose} instemt met afspraak {number}"
    return f"{let_know(party, told.on, told.source, seen)} {said}. Het voorbehoud is opgeheven."


def adopted_by_board(agreement: Agreement) -> str:
    """The administrative meeting adopts the set, which still binds nobody: "onder voorbehoud
    van de besluiten van college, raad van commissarissen en bestuur van HV Samen"."""
    bodies = []
    for party in agreement.ordered_parties:
        planned = party.ratification.body if party.ratification else ""
        alone = len(agreement.with_role(party.role)) == 1
        of_whom = "" if alone and party.role is not Role.TENANTS else f" van {party.short}"
        bodies.append((planned or usual_body(party.role)) + of_whom)
    year = f" {agreement.about.year}" if agreement.about.year else ""
    tail = f", onder voorbehoud van de besluiten van {listed(bodies)}" if bodies else ""
    return f"Het bestuurlijk overleg stelt de prestatieafspraken{year} vast{tail}."
