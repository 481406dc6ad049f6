"""Sentences about what happens to decisions afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from pa_tui.domain.decisions import Message, ReservationKind, Stance, Stand
from pa_tui.domain.parties import Ratification
from pa_tui.papers.events import adopted_by_board, let_know, lifted, withdrawn
from tests.paper.agreements import PARTIES
from tests.paper.decided import decided_agreement

AGREEMENT = decided_agreement()


def test_events() -> None:
    party = PARTIES[3]
    seen = date(2026, 10, 28)
    gone = Message(
        Stand("hbr", Stance.AGREE),
        Stance.DISAGREE,
        date(2026, 9, 22),
        datetime(2026, 9, 23, 9, 0),
        "e-mail van HBR",
        "omdat het te duur is",
    )
    assert withdrawn(party, "1.3", gone, seen, "staat op de agenda van werkgroep 3") == (
        "HBR heeft op 22 september per e-mail laten weten niet langer akkoord te zijn met "
        "afspraak 1.3, omdat het te duur is. De afspraak is heropend en staat op de agenda van "
        "werkgroep 3."
    )
    said = datetime(2026, 10, 10, 9, 0)
    stand = Stand("hbr", Stance.RESERVE, ReservationKind.CONSENT, "achterban")
    yes = Message(stand, Stance.AGREE, date(2026, 10, 9), said)
    assert lifted(party, "1.3", yes, seen) == (
        "HBR heeft op 9 oktober laten weten dat de achterban instemt met afspraak 1.3. Het "
        "voorbehoud is opgeheven."
    )
    content = Stand("hbr", Stance.RESERVE, ReservationKind.CONTENT, "het aantal woningen")
    yes = Message(content, Stance.AGREE, date(2026, 10, 9), said, "gesprek met de wethouder")
    assert lifted(party, "1.3", yes, seen) == (
        "HBR heeft op 9 oktober (gesprek met de wethouder) laten weten akkoord te zijn met "
        "afspraak 1.3. Het voorbehoud is opgeheven."
    )
    assert adopted_by_board(AGREEMENT) == (
        "Het bestuurlijk overleg stelt de prestatieafspraken 2027 vast, onder voorbehoud van "
        "de besluiten van college, raad van commissarissen van Beekwonen, raad van "
        "commissarissen van De Goede Haard en bestuur van HBR."
    )


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("e-mail van HBR", " per e-mail"),
        ("per mail", " per e-mail"),
        ("brief van 3 oktober", " per brief"),
        ("telefonisch", " telefonisch"),
        ("gebeld", " telefonisch"),
        ("gesprek op het stadhuis.", " (gesprek op het stadhuis)"),
        ("", ""),
    ],
)
def test_how_it_was_let_know_stands_in_the_sentence(source: str, words: str) -> None:
    told = let_know(PARTIES[3], date(2026, 10, 9), source, date(2026, 10, 28))
    assert told == f"HBR heeft op 9 oktober{words} laten weten"


def test_the_body_a_party_named_stands_in_the_sentence_of_adoption() -> None:
    party = AGREEMENT.parties["hbr"]
    named = replace(party, ratification=Ratification("algemene ledenvergadering"))
    value = replace(AGREEMENT, parties=AGREEMENT.parties.put(named))
    assert "algemene ledenvergadering van HBR." in adopted_by_board(value)
