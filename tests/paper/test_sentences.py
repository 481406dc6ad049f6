"""The sentences of minutes, one by one: what was decided, by whom, and with what doubt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from pa_tui.domain.decisions import (
    Decision,
    DisputeKind,
    Outcome,
    Position,
    ReservationKind,
    Stance,
    Stand,
    Standing,
)
from pa_tui.domain.shelf import Held, Shelf
from pa_tui.papers.dutch import begun, ended, listed, numbers, sentence
from pa_tui.papers.excerpts import in_a_sentence, was_and_now
from pa_tui.papers.outcomes import dissent_words
from pa_tui.papers.reasons import about, because, consent, ground
from pa_tui.papers.sentences import decision_sentences, outcome_line
from tests.paper.agreements import PARTIES, words
from tests.paper.decided import decided_agreement, stands

AGREEMENT = decided_agreement()
OLD = words("Beekwonen bouwt acht woningen aan de Molenweg.")
NEW = words("Beekwonen bouwt twaalf woningen aan de Molenweg.")
CONSENT, CONTENT = ReservationKind.CONSENT, ReservationKind.CONTENT


def made(outcome: Outcome = Outcome.AGREED, **fields: object) -> Decision:
    base = Decision(
        "d",
        "a-1-1",
        "wg2",
        7,
        outcome,
        Standing.PROVISIONAL,
        datetime(2026, 9, 15, 15, 0),
        "K",
        positions=stands(),
        before=OLD,
        after=OLD,
    )
    return replace(base, **fields)  # type: ignore[arg-type]


def hbr(
    stance: Stance,
    kind: ReservationKind | None = None,
    reason: str = "",
    until: date | None = None,
) -> tuple[Stand, ...]:
    return stands(hbr=Stand("hbr", stance, kind, reason, until))


UNCHANGED = "De tekst blijft ongewijzigd."
OTHERS = "Gemeente, Beekwonen en De Goede Haard zijn voorlopig akkoord."


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        (made(), f"{UNCHANGED} Alle partijen zijn voorlopig akkoord."),
        (made(standing=Standing.ADOPTED), f"{UNCHANGED} Alle partijen zijn akkoord."),
        (
            made(positions=hbr(Stance.NOT_APPLICABLE)),
            f"{UNCHANGED} Alle betrokken partijen zijn voorlopig akkoord.",
        ),
        (
            made(Outcome.AMENDED, after=NEW),
            "Voorlopig akkoord met deze wijziging: 'acht woningen' wordt 'twaalf woningen' "
            "(zie tekstwijziging 7).",
        ),
        (
            made(Outcome.AMENDED, after=NEW, reason="past niet op de kavel"),
            "Voorlopig akkoord met deze wijziging: 'acht woningen' wordt 'twaalf woningen' "
            "(zie tekstwijziging 7).",
        ),
        (
            made(
                Outcome.AMENDED,
                after=NEW,
                positions=hbr(Stance.DISAGREE, reason="omdat het te weinig is."),
            ),
            "Gemeente, Beekwonen en De Goede Haard zijn voorlopig akkoord met deze wijziging: "
            "'acht woningen' wordt 'twaalf woningen' (zie tekstwijziging 7). HBR is niet "
            "akkoord, omdat het te weinig is.",
        ),
        (
            made(
                positions=hbr(
                    Stance.RESERVE, CONSENT, "raadpleging van de achterban", date(2026, 10, 12)
                )
            ),
            f"{UNCHANGED} Voorlopig akkoord. HBR stemt in onder voorbehoud van raadpleging van "
            "de achterban en laat dit uiterlijk 12 oktober weten.",
        ),
        (
            made(positions=hbr(Stance.RESERVE, CONSENT, "de vergadering is pas in november")),
            f"{UNCHANGED} Voorlopig akkoord. HBR stemt in onder voorbehoud van instemming van "
            "de achterban. De vergadering is pas in november.",
        ),
        (
            made(positions=hbr(Stance.RESERVE, CONTENT, "het aantal woningen")),
            f"{UNCHANGED} {OTHERS} HBR maakt een voorbehoud bij het aantal woningen.",
        ),
        (
            made(positions=hbr(Stance.RESERVE, CONTENT)),
            f"{UNCHANGED} {OTHERS} HBR maakt een inhoudelijk voorbehoud; de reden volgt.",
        ),
        (
            made(
                Outcome.DEFERRED,
                positions=(),
                until="werkgroep 3",
                reason="De Goede Haard levert uiterlijk 12 oktober een tekstvoorstel.",
            ),
            "Aangehouden tot werkgroep 3. De Goede Haard levert uiterlijk 12 oktober een "
            "tekstvoorstel.",
        ),
        (
            made(
                Outcome.DEFERRED,
                positions=(),
                until="werkgroep 3",
                text="De Goede Haard levert uiterlijk 12 oktober een tekstvoorstel",
            ),
            "Aangehouden tot werkgroep 3. De Goede Haard levert uiterlijk 12 oktober een "
            "tekstvoorstel.",
        ),
        (
            made(Outcome.DEFERRED, positions=(), until_date=date(2026, 10, 12)),
            "Aangehouden tot 12 oktober 2026.",
        ),
        (
            made(
                Outcome.NO_AGREEMENT,
                article="a-2-5",
                kind=DisputeKind.DISPUTE,
                reason="de startdatum",
            ),
            "Partijen zijn het nog niet eens over de startdatum. De werkgroep legt dit met "
            "beide tekstvoorstellen voor aan het bestuurlijk overleg.",
        ),
        (
            made(
                Outcome.NO_AGREEMENT, kind=DisputeKind.DISPUTE, reason="te duur voor huurders"
            ),
            "Partijen zijn het nog niet eens over deze afspraak: te duur voor huurders. De "
            "werkgroep legt dit voor aan het bestuurlijk overleg.",
        ),
        (
            made(Outcome.NO_AGREEMENT, kind=DisputeKind.DISCUSSION),
            "De werkgroep geeft dit punt ter bespreking mee aan het bestuurlijk overleg.",
        ),
        (
            made(Outcome.DROPPED, reason="uitgevoerd"),
            "De afspraak vervalt, omdat deze is uitgevoerd.",
        ),
        (
            made(Outcome.DROPPED, reason="opgegaan in 2.4"),
            "De afspraak vervalt, omdat deze is opgegaan in 2.4.",
        ),
        (made(Outcome.DROPPED), "De afspraak vervalt; de reden volgt."),
        (
            made(Outcome.REGULAR),
            "De afspraak loopt door als regulier werk (bijlage) en wordt gevolgd in het "
            "ambtelijk overleg.",
        ),
        (
            made(
                Outcome.PRO_MEMORIE,
                text="Het aantal",
                reason="De Goede Haard",
                until="1 november",
            ),
            "Voorlopig akkoord. Het aantal volgt (p.m.); De Goede Haard levert dit uiterlijk 1 "
            "november aan.",
        ),
        (
            made(
                Outcome.PRO_MEMORIE,
                text="het aantal woningen, De Goede Haard",
                until="vóór 1 november 2026",
            ),
            "Voorlopig akkoord. Het aantal woningen volgt (p.m.); De Goede Haard levert dit "
            "vóór 1 november 2026 aan.",
        ),
        (
            made(Outcome.PRO_MEMORIE),
            "Voorlopig akkoord. Gegevens volgen (p.m.).",
        ),
        (
            made(positions=stands()[:3], missing=("hbr",)),
            f"{UNCHANGED} {OTHERS} Besproken zonder HBR. De afspraak komt terug in "
            "werkgroep 3.",
        ),
        (
            made(positions=stands()[:3], silent=("hbr",)),
            f"{UNCHANGED} {OTHERS} HBR heeft nog geen standpunt gegeven.",
        ),
        (
            made(positions=(), silent=("rietbeek", "beekwonen", "haard", "hbr")),
            f"{UNCHANGED} Gemeente, Beekwonen, De Goede Haard en HBR hebben nog geen standpunt "
            "gegeven.",
        ),
        (
            made(positions=hbr(Stance.RETURNS, until=date(2027, 1, 8))),
            f"{UNCHANGED} {OTHERS} HBR komt hier uiterlijk 8 januari 2027 op terug.",
        ),
    ],
)
def test_decision(decision: Decision, expected: str) -> None:
    changed = decision.before != decision.after
    assert decision_sentences(decision, AGREEMENT, change=7 if changed else None) == expected


@pytest.mark.parametrize("outcome", list(Outcome))
def test_a_silent_or_absent_party_is_never_printed_as_agreeing(outcome: Outcome) -> None:
    decision = made(outcome, positions=stands()[:2], silent=("haard",), missing=("hbr",))
    told = decision_sentences(decision, AGREEMENT)
    assert "Alle partijen" not in told
    assert "Besproken zonder HBR." in told
    waits = outcome is Outcome.DEFERRED
    assert ("De Goede Haard heeft nog geen standpunt gegeven." in told) is not waits


def test_nobody_has_to_speak_before_an_article_goes_up() -> None:
    everybody = ("rietbeek", "beekwonen", "haard", "hbr")
    decision = made(
        Outcome.NO_AGREEMENT, kind=DisputeKind.DISCUSSION, positions=(), silent=everybody
    )
    assert "standpunt" not in decision_sentences(decision, AGREEMENT)


@pytest.mark.parametrize(
    ("decision", "line"),
    [
        (made(), "voorlopig akkoord"),
        (made(standing=Standing.ADOPTED), "vastgesteld"),
        (made(Outcome.AMENDED, after=NEW), "voorlopig akkoord met wijziging"),
        (made(positions=hbr(Stance.RESERVE, CONSENT)), "voorlopig akkoord, voorbehoud HBR"),
        (made(positions=hbr(Stance.DISAGREE)), "voorlopig akkoord, niet akkoord HBR"),
        (
            made(silent=("hbr",), positions=stands()[:3]),
            "voorlopig akkoord, nog geen standpunt HBR",
        ),
        (
            made(missing=("haard", "hbr"), positions=stands()[:2]),
            "voorlopig akkoord, zonder De Goede Haard en HBR",
        ),
        (made(Outcome.DEFERRED, until="werkgroep 3"), "aangehouden tot werkgroep 3"),
        (made(Outcome.NO_AGREEMENT), "naar bestuurlijk overleg (geen overeenstemming)"),
        (made(Outcome.DROPPED, reason="uitgevoerd"), "vervalt: uitgevoerd"),
        (made(Outcome.REGULAR), "naar regulier werk"),
        (made(Outcome.PRO_MEMORIE), "voorlopig akkoord, gegevens volgen (p.m.)"),
    ],
)
def test_outcome_line(decision: Decision, line: str) -> None:
    assert outcome_line(decision, AGREEMENT) == line


def test_a_lifted_reservation_leaves_the_outcome_line() -> None:
    key = "a-1-1/hbr"
    position = AGREEMENT.positions[key]
    decision = AGREEMENT.decisions["d1"]
    assert outcome_line(decision, AGREEMENT) == "voorlopig akkoord, voorbehoud HBR"
    agreed = replace(position, stance=Stance.AGREE, kind=None, at=datetime(2026, 10, 9, 9, 0))
    later = replace(AGREEMENT, positions=AGREEMENT.positions.put(agreed))
    assert outcome_line(decision, later) == "voorlopig akkoord"


def test_dissent_for_a_column() -> None:
    decision = made(positions=hbr(Stance.RESERVE, CONSENT, "achterban", date(2026, 10, 12)))
    assert dissent_words(decision, AGREEMENT) == (
        "HBR: voorbehoud van raadpleging van de achterban, uiterlijk 12-10-2026"
    )


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("het aantal woningen", "het aantal woningen"),
        ("bij de planning", "de planning"),
        ("De startdatum.", "de startdatum"),
        ("de planning is niet haalbaar", ""),
        ("te duur", ""),
        ("", ""),
    ],
)
def test_what_a_reason_is_about(reason: str, expected: str) -> None:
    assert about(reason) == expected


def test_reasons_stand_as_they_were_typed_where_they_fit_no_sentence() -> None:
    assert because("Omdat het kan.") == ", omdat het kan"
    assert because("te duur") == ": te duur"
    assert because(" ") == "; de reden volgt"
    assert ground("ingetrokken door Beekwonen") == ", omdat deze is ingetrokken door Beekwonen"
    assert ground("niet meer nodig") == ": niet meer nodig"
    assert consent("RvC", PARTIES[1]) == ("instemming van de RvC", "")
    assert consent("het college", PARTIES[0]) == ("instemming van het college", "")
    assert consent("", PARTIES[1]) == ("instemming van de eigen organisatie", "")


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([], ""),
        (["1.1"], "1.1"),
        (["1.1", "1.2"], "1.1 en 1.2"),
        (["1.1", "1.4", "1.5", "1.6", "1.7", "2.2"], "1.1, 1.4 tot en met 1.7 en 2.2"),
        (["9", "10", "11", "12a"], "9 tot en met 11 en 12a"),
        (["1.9", "2.10"], "1.9 en 2.10"),
        (["‘Loting’", "A1", "A2", "A3"], "‘Loting’ en A1 tot en met A3"),
    ],
)
def test_numbers(found: list[str], expected: str) -> None:
    assert numbers(found) == expected


def test_small_words() -> None:
    assert listed(["A", "B", "C"]) == "A, B en C"
    assert begun("'s-Gravenhage") == "'s-Gravenhage"
    assert begun("élan") == "Élan"
    assert ended("Klaar?") == "Klaar?"
    assert sentence(" de gemeente meldt zich ") == "De gemeente meldt zich."


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Klaar op 1 mei 2027.", "Klaar op 1 juli 2027.", "'1 mei' wordt '1 juli'"),
        (
            "Partijen bouwen woningen.",
            "Partijen bouwen woningen in 2027",
            "toegevoegd is 'in 2027'",
        ),
        ("Partijen bouwen woningen in 2027", "Partijen bouwen woningen.", "'in 2027' vervalt"),
        ("Zij bouwen woningen", "Zij bouwen woningen.", "'woningen' wordt 'woningen.'"),
        (
            "Zij bouwen woningen; snel.",
            "Zij bouwen woningen, snel.",
            "'woningen;' wordt 'woningen,'",
        ),
        ("Zij  bouwen", "Zij bouwen", ""),
        ("Zij bouwen.", "Zij bouwen snel.", "toegevoegd is 'snel'"),
        ("Zij bouwen snel.", "Zij bouwen.", "'snel' vervalt"),
        (
            "Zij bouwen acht woningen en vier garages.",
            "Zij bouwen zes woningen en twee garages.",
            "",
        ),
    ],
)
def test_a_change_in_a_sentence(before: str, after: str, expected: str) -> None:
    assert in_a_sentence(before, after) == expected


def test_excerpts_show_what_changed_in_bold_with_words_around_it() -> None:
    long = " ".join(f"woord{n}" for n in range(40))
    was, now = was_and_now(f"{long} acht {long}.", f"{long} twaalf {long}.")
    assert [run.text for run in was if run.bold] == ["acht"]
    assert [run.text for run in now if run.bold] == ["twaalf"]
    told = "".join(run.text for run in now)
    assert told.startswith("… ")
    assert told.endswith(" …")
    assert "woord39 twaalf woord0" in told
    assert len(told) < 200


def test_positions_of_unknown_parties_do_no_harm() -> None:
    decision = made(positions=(*stands(), Stand("weg", Stance.DISAGREE)))
    assert "Alle partijen" in decision_sentences(decision, AGREEMENT)
    assert Shelf(Held([Position("a/b", "a", "b", Stance.AGREE)]))


def test_words_between_two_changes_are_told_once() -> None:
    between = "woningen op in de wijk Molenkamp en meldt dat aan HBR uiterlijk in"
    was, _ = was_and_now(f"Zij levert acht {between} mei.", f"Zij levert tien {between} juni.")
    assert "".join(run.text for run in was) == f"Zij levert acht {between} mei."
