from __future__ import annotations

from datetime import date

from pa_tui.domain.articles import Commitment, Strength
from pa_tui.domain.parties import Basis, Lead, State
from pa_tui.domain.progress import article_leads
from pa_tui.domain.text import Anchor, AnchorKind, Block, BlockKind, Text, paragraph
from pa_tui.domain.timing import Timing, TimingKind
from pa_tui.reading.commitments import ArticleReading, cut
from tests.dutch.table import TABLE


def _read(*blocks: str | Block, group: str = "") -> ArticleReading:
    text = tuple(b if isinstance(b, Block) else Block(BlockKind.PARAGRAPH, b) for b in blocks)
    return cut(text, parties=TABLE, year=2027, group=group)


def _bullet(text: str) -> Block:
    return Block(BlockKind.BULLET, text)


def test_one_promise_is_one_part_without_words() -> None:
    (part,) = _read("Beekwonen levert in Q1 2027 twaalf woningen op.").commitments
    assert part.words == ""
    assert [(lead.party, lead.basis, lead.state) for lead in part.leads] == [
        ("beekwonen", Basis.SUBJECT, State.SUGGESTED)
    ]
    assert [t.text for t in part.timings] == ["in Q1 2027"]
    assert [q.text for q in part.quantities] == ["twaalf woningen"]
    assert part.strength is Strength.RESULT


def test_a_text_without_a_promise_is_still_one_part() -> None:
    (part,) = _read("De vraag naar woningen groeit.").commitments
    assert (part.words, part.leads, part.joint) == ("", (), ())
    assert _read().commitments[0].words == ""


def test_each_promise_has_its_own_owner_and_date() -> None:
    reading = _read(
        "Beekwonen stelt in Q1 een plan op. De gemeente levert vóór 1 mei de cijfers. "
        "Partijen evalueren dit in Q4."
    )
    assert [part.words for part in reading.commitments] == [
        "Beekwonen stelt in Q1 een plan op.",
        "De gemeente levert vóór 1 mei de cijfers.",
        "Partijen evalueren dit in Q4.",
    ]
    assert [[t.text for t in part.timings] for part in reading.commitments] == [
        ["in Q1"],
        ["vóór 1 mei"],
        ["in Q4"],
    ]
    assert reading.commitments[2].joint == tuple(p.id for p in TABLE)


def test_a_sentence_that_only_gives_the_lead_belongs_to_the_promise_before_it() -> None:
    reading = _read("Partijen maken in Q1 een plan. De regie hiervoor ligt bij de gemeente.")
    (part,) = reading.commitments
    assert [(lead.party, lead.basis) for lead in part.leads] == [("rietbeek", Basis.EXPLICIT)]
    assert part.joint == ("beekwonen", "haard", "hbr")
    assert [lead.party for lead in reading.leads] == ["rietbeek"]


def test_a_lead_for_the_organisation_is_one_for_what_is_shared() -> None:
    reading = _read(
        "Gemeente en corporaties houden in Q2 een bijeenkomst. "
        "HBR neemt het initiatief voor de organisatie."
    )
    assert [lead.party for lead in reading.leads] == ["hbr"]
    own = _read(
        "Beekwonen doet in Q2 onderzoek. De gemeente neemt het initiatief voor de wijkanalyse."
    )
    assert [lead.party for lead in own.leads] == ["beekwonen"]
    assert len(own.commitments) == 2


def test_a_sentence_that_goes_on_makes_no_part() -> None:
    reading = _read(
        "Beekwonen sloopt 18 woningen. Dit betreft woningen aan de Beekdijk. "
        "De gemeente maakt een plan. Hierbij wordt ook HBR betrokken."
    )
    assert [part.words for part in reading.commitments] == [
        "Beekwonen sloopt 18 woningen. Dit betreft woningen aan de Beekdijk.",
        "De gemeente maakt een plan. Hierbij wordt ook HBR betrokken.",
    ]
    assert [i.party for i in reading.commitments[1].involved] == ["hbr"]


def test_items_of_a_list_are_parts_where_they_promise() -> None:
    reading = _read(
        "Gemeente en Beekwonen richten zich op het volgende:",
        _bullet("Beekwonen bouwt in 2027 12 woningen."),
        _bullet("De gemeente verkoopt de grond."),
    )
    assert [part.words for part in reading.commitments][1:] == [
        "Beekwonen bouwt in 2027 12 woningen.",
        "De gemeente verkoopt de grond.",
    ]
    assert {lead.party for lead in reading.leads} == {"rietbeek", "beekwonen"}
    assert {lead.basis for lead in reading.leads} == {Basis.JOINT}


def test_a_plain_list_stays_with_what_announces_it() -> None:
    reading = _read(
        "Beekwonen brengt jaarlijks in kaart:",
        _bullet("de zoektijd"),
        _bullet("leegstand per Q1 2027"),
    )
    (part,) = reading.commitments
    assert [t.text for t in part.timings] == ["jaarlijks", "per Q1 2027"]


def test_a_request_carries_nobody() -> None:
    reading = _read("Beekwonen bouwt huizen. Beekwonen vraagt de gemeente om grond.")
    request = reading.commitments[1]
    assert (request.leads, request.joint, request.strength) == ((), (), Strength.REQUEST)
    assert [i.party for i in request.involved] == ["rietbeek"]
    assert [lead.party for lead in reading.leads] == ["beekwonen"]


def test_no_timing_or_amount_is_lost_and_none_is_told_twice() -> None:
    reading = _read(
        "De druk blijft in 2027 hoog. Beekwonen bouwt 10 woningen in Q2.",
        "In Q3 volgt meer. De gemeente levert 3 kavels en 20% subsidie.",
    )
    timings = [t.text for part in reading.commitments for t in part.timings]
    assert timings == ["in 2027", "in Q2", "In Q3"]
    amounts = [q.text for part in reading.commitments for q in part.quantities]
    assert amounts == ["10 woningen", "20%"]


def test_the_heading_gives_the_lead_where_nobody_is_named() -> None:
    reading = _read("Opstellen van een plan voor de wijk.", group="Prestaties gemeente 2027")
    assert [(lead.party, lead.basis) for lead in reading.leads] == [("rietbeek", Basis.HEADING)]


def test_an_owner_that_is_only_implied_is_a_suggestion_of_its_own_kind() -> None:
    reading = _read("De voorraad van Beekwonen blijft in 2027 gelijk.")
    assert [(lead.party, lead.basis) for lead in reading.leads] == [
        ("beekwonen", Basis.IMPLIED)
    ]


def test_two_dated_promises_of_two_parties_give_the_article_to_both() -> None:
    reading = _read(
        "De gemeente maakt in 2027 een plan.", "Beekwonen bouwt in 2027 5 woningen."
    )
    assert [lead.party for lead in reading.leads] == ["rietbeek", "beekwonen"]


def test_words_hold_what_a_reference_prints() -> None:
    anchor = Anchor(AnchorKind.ARTICLE, "x", "3.1")
    text: Text = (
        Block(BlockKind.PARAGRAPH, "Beekwonen bouwt (zie \ufffc). HBR adviseert.", (anchor,)),
    )
    parts = cut(text, parties=TABLE).commitments
    assert parts[0].words == "Beekwonen bouwt (zie 3.1)."


def test_a_part_becomes_a_commitment() -> None:
    part = cut(paragraph("Beekwonen bouwt."), parties=TABLE).commitments[0]
    made = part.commitment("c1", "a1", "m")
    assert (made.id, made.article, made.rank, made.leads) == ("c1", "a1", "m", part.leads)


def _part(
    own: str, *leads: Lead, joint: tuple[str, ...] = (), dated: bool = False
) -> Commitment:
    day = date(2027, 1, 1)
    when = (Timing("x", TimingKind.PERIOD, day, day),) if dated else ()
    return Commitment(own, "a", own, "", leads, joint, (), when, (), strength=Strength.RESULT)


def test_what_a_person_confirmed_goes_before_suggestions() -> None:
    suggested = Lead("beekwonen", None, Basis.EXPLICIT, State.SUGGESTED)
    confirmed = Lead("hbr", "Jan", Basis.EXPLICIT, State.CONFIRMED)
    assert article_leads((_part("a", suggested, dated=True), _part("b", confirmed))) == (
        confirmed,
    )


def test_where_the_promise_is_shared_all_stand_there_as_joint() -> None:
    leads = article_leads((_part("a", joint=("hbr", "haard")),))
    assert [(lead.party, lead.basis) for lead in leads] == [
        ("hbr", Basis.JOINT),
        ("haard", Basis.JOINT),
    ]
    assert article_leads(()) == ()
