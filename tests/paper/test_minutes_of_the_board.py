"""Minutes of other meetings than a working group, and what is only told where it is so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from pa_tui.domain.agreement import Agreement, AgreementStatus
from pa_tui.domain.decisions import (
    Message,
    Outcome,
    ReservationKind,
    Stance,
    Stand,
    Standing,
)
from pa_tui.domain.meetings import (
    Attendance,
    Happening,
    Meeting,
    MeetingKind,
    MeetingState,
    Presence,
)
from pa_tui.papers.decisionlist import decisions_paper
from pa_tui.papers.markdown import write_markdown
from pa_tui.papers.minutes import minutes
from pa_tui.papers.sentences import decision_sentences
from tests.paper.agreements import AT, with_lines, words
from tests.paper.decided import decided_agreement, decision, meeting, reserve, stands

LATER = AT + timedelta(days=50)
BOARD = Meeting(
    "bo1",
    "1",
    MeetingKind.ADMINISTRATIVE,
    1,
    date(2026, 11, 4),
    state=MeetingState.CLOSED,
    opened_at=LATER - timedelta(hours=1),
    closed_at=LATER,
)


def told(agreement: Agreement, own: Meeting) -> str:
    return write_markdown(minutes(agreement, own, at=LATER))


def after_board(*boards: Meeting, up: tuple[str, ...] = ()) -> Agreement:
    """The decided set after a board adopted all of it but ``up``."""
    agreement = decided_agreement()
    decisions = agreement.decisions
    for own in [*decisions.values()]:
        if own.article in up:
            left = replace(own, outcome=Outcome.NO_AGREEMENT, standing=Standing.PROVISIONAL)
        else:
            left = replace(own, outcome=Outcome.AGREED, standing=Standing.ADOPTED)
        decisions = decisions.put(left)
    meetings = agreement.meetings
    for board in boards or (BOARD,):
        meetings = meetings.put(board)
    status = AgreementStatus.DRAFT if up else AgreementStatus.ADOPTED
    facts = agreement.facts.put(replace(agreement.about, status=status))
    return with_lines(replace(agreement, decisions=decisions, meetings=meetings, facts=facts))


def test_the_board_adopts_in_a_part_of_its_own() -> None:
    minutes_ = told(after_board(), BOARD)
    talks = minutes_.index("## 4 Bespreking")
    place = minutes_.index("### 4.1 Vaststelling")
    adopts = minutes_.index(
        "Het bestuurlijk overleg stelt de prestatieafspraken 2027 vast, onder"
    )
    assert talks < place < adopts < minutes_.index("## 5 ")
    assert "Er zijn geen mededelingen genoteerd." in minutes_


def test_what_the_board_left_out_is_named() -> None:
    agreement = after_board(up=("a-2-5",))
    assert "prestatieafspraken 2027 vast, behalve 2.5, onder" in told(agreement, BOARD)


def test_another_board_does_not_tell_it_again() -> None:
    early = replace(
        BOARD,
        id="bo0",
        date=date(2026, 7, 1),
        opened_at=datetime(2026, 7, 1, 9, 0),
        closed_at=datetime(2026, 7, 1, 10, 0),
    )
    late = replace(BOARD, id="bo2", number=2, date=date(2027, 2, 1), closed_at=None)
    agreement = after_board(early, BOARD, late)
    for own, adopts in ((early, False), (BOARD, True), (late, False)):
        assert ("stelt de prestatieafspraken" in told(agreement, own)) is adopts


def test_nothing_goes_up_from_the_board() -> None:
    agreement = after_board()
    article = agreement.articles["a-2-5"]
    up = decision(
        article,
        1,
        Outcome.NO_AGREEMENT,
        id="b1",
        meeting="bo1",
        at=LATER,
        standing=Standing.ADOPTED,
        reason="de startdatum",
    )
    agreement = with_lines(
        replace(
            agreement,
            decisions=agreement.decisions.put(up),
            articles=agreement.articles.put(replace(article, decision="b1")),
        )
    )
    minutes_ = told(agreement, BOARD)
    assert "nog geen besluit 1" in minutes_
    assert "**Nog geen besluit:** 2.5 (geen overeenstemming)." in minutes_
    assert "| geen overeenstemming |" in minutes_
    assert "| nog open |" in minutes_
    assert "naar bestuurlijk overleg" not in minutes_
    assert "| nog open |" in write_markdown(decisions_paper(agreement, BOARD, at=LATER))


@pytest.mark.parametrize(
    ("own", "line"),
    [
        (meeting(1), "Dit is de eerste bijeenkomst; er is geen eerder verslag."),
        (meeting(2), "Er is geen verslag van een vorige bijeenkomst van de werkgroep."),
        (BOARD, "Er is geen verslag van een vorige bijeenkomst van het bestuurlijk overleg."),
    ],
)
def test_the_first_meeting_is_the_first(own: Meeting, line: str) -> None:
    agreement = Agreement()
    agreement = replace(
        agreement,
        facts=agreement.facts.put(agreement.about),
        meetings=agreement.meetings.put(own),
    )
    assert line in told(agreement, own)


def test_who_comes_back_was_there_before_too() -> None:
    held = replace(
        decided_agreement().meetings["wg2"],
        attendance=(
            Attendance("J. Smit", "hbr", Presence.ARRIVED, at="15.05"),
            Attendance("F. Mulder", "hbr", Presence.ARRIVED, by="S. Dijk", at="15.05"),
            Attendance("A. de Groot", "beekwonen", Presence.ARRIVED, at="14.20"),
        ),
        happenings=(
            Happening("14.20", "arrived", "Beekwonen"),
            Happening("14.35", "left", "HBR"),
            Happening("15.05", "arrived", "HBR"),
        ),
    )
    minutes_ = told(decided_agreement(), held)
    assert "J. Smit (niet van 14.35 tot 15.05 uur)" in minutes_
    assert "S. Dijk (vervangt F. Mulder; niet van 14.35 tot 15.05 uur)" in minutes_
    assert "A. de Groot (vanaf 14.20 uur)" in minutes_
    assert "Beekwonen sluit om 14.20 uur aan." in minutes_
    assert "HBR keert om 15.05 uur terug." in minutes_


def test_a_text_that_came_or_changed_is_never_silent() -> None:
    agreement = decided_agreement()
    article = agreement.articles["a-1-2"]
    new = decision(article, 1, before=(), after=words("Nieuw."))
    assert decision_sentences(new, agreement, change=4) == (
        "Voorlopig akkoord met deze nieuwe afspraak (zie tekstwijziging 4)."
    )
    for outcome, sentence in (
        (Outcome.DEFERRED, "Er ligt een gewijzigde tekst (zie tekstwijziging 4)."),
        (Outcome.NO_AGREEMENT, "Er ligt een gewijzigde tekst (zie tekstwijziging 4)."),
        (Outcome.REGULAR, "De tekst is gewijzigd (zie tekstwijziging 4)."),
        (Outcome.PRO_MEMORIE, "De tekst is gewijzigd (zie tekstwijziging 4)."),
    ):
        own = decision(article, 1, outcome, after=words("Anders."))
        assert sentence in decision_sentences(own, agreement, change=4)
    gone = decision(article, 2, Outcome.DROPPED, after=words("Anders."), reason="achterhaald")
    agreement = replace(agreement, decisions=agreement.decisions.put(replace(gone, id="d2")))
    minutes_ = told(agreement, agreement.meetings["wg2"])
    assert "| vervalt: achterhaald |  |  | voorlopig |" in minutes_
    assert "1.2" not in minutes_[minutes_.index("Bijlage C") :]


def test_until_when_a_party_thinks_about_the_matter_is_told() -> None:
    stand = reserve(ReservationKind.CONTENT, "het aantal woningen", date(2026, 10, 12))
    own = decision(decided_agreement().articles["a-1-2"], 1, positions=stands(hbr=stand))
    assert (
        "HBR maakt een voorbehoud bij het aantal woningen en laat uiterlijk 12 oktober meer "
        "weten."
    ) in decision_sentences(own, decided_agreement())


@pytest.mark.parametrize(
    ("kind", "again"),
    [
        (MeetingKind.WORKING_GROUP, "staat op de agenda van werkgroep 3."),
        (MeetingKind.WRITTEN, "ligt voor in schriftelijke ronde 3."),
    ],
)
def test_what_was_withdrawn_lies_on_the_table_where_it_does(
    kind: MeetingKind, again: str
) -> None:
    agreement = decided_agreement()
    gone = Message(
        Stand("hbr", Stance.AGREE),
        Stance.DISAGREE,
        date(2026, 9, 22),
        AT + timedelta(days=7),
        "e-mail",
        "omdat het te duur is",
    )
    told_of = replace(agreement.decisions["d2"], messages=(gone,))
    own = meeting(3, kind=kind, state=MeetingState.CLOSED, opened_at=LATER, closed_at=LATER)
    agreement = replace(
        agreement,
        decisions=agreement.decisions.put(told_of),
        meetings=agreement.meetings.put(own),
    )
    assert f"De afspraak is heropend en {again}" in told(agreement, own)


def test_who_agreed_earlier_and_is_not_there_is_told_apart() -> None:
    agreement = decided_agreement()
    away = decision(agreement.articles["a-1-2"], 1, missing=("hbr",))
    assert decision_sentences(away, agreement) == (
        "De tekst blijft ongewijzigd. Gemeente, Beekwonen en De Goede Haard zijn voorlopig "
        "akkoord. Besproken zonder HBR. HBR was eerder al akkoord. De afspraak komt terug in "
        "werkgroep 3."
    )
