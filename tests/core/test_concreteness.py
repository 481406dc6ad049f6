"""What is not concrete yet, as questions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Strength
from pa_tui.domain.changes import Change
from pa_tui.domain.concreteness import Finding, FindingKind, findings
from pa_tui.domain.decisions import Stance
from pa_tui.domain.parties import Basis, Lead, State
from pa_tui.domain.saying import wrong_sum
from pa_tui.domain.text import Block, BlockKind, Cell, paragraph
from pa_tui.domain.timing import Timing, TimingKind
from pa_tui.edits import (
    ConfirmSuggestions,
    Edit,
    OpenMeeting,
    RemoveArticle,
    ReviseText,
    SetJoint,
    SetLead,
    SetTiming,
    TakePosition,
    apply,
)
from pa_tui.questions import question, why
from tests import samples


def found(*edits: Edit) -> dict[str, list[FindingKind]]:
    agreement = samples.agreement()
    for number, edit in enumerate(edits, start=100):
        agreement = apply(edit, agreement, samples.moment(number)).agreement
    return by_number(agreement)


def by_number(agreement: Agreement) -> dict[str, list[FindingKind]]:
    kinds: dict[str, list[FindingKind]] = {}
    for finding in findings(agreement):
        number = agreement.lines[finding.article].number or finding.article
        kinds.setdefault(number, []).append(finding.kind)
    return kinds


def timing(kind: TimingKind, start: date | None, end: date | None) -> Timing:
    return Timing("dan", kind, start, end)


def test_nobody_and_no_day_are_asked_for() -> None:
    assert found()["1.1"] == [FindingKind.NO_LEAD, FindingKind.NO_DATE]
    assert "1.2" not in found()


def test_together_without_a_lead_is_another_question() -> None:
    assert FindingKind.JOINT_WITHOUT_LEAD in found(SetJoint("1.1", ("hbr", "rietbeek")))["1.1"]
    assert FindingKind.NO_LEAD not in found(SetLead("1.1", ("hbr",)))["1.1"]


def test_days_outside_the_period_are_asked_about_but_not_a_far_target() -> None:
    late = timing(TimingKind.DEADLINE, None, date(2029, 1, 1))
    stale = timing(TimingKind.PERIOD, date(2024, 1, 1), date(2024, 12, 31))
    target = timing(TimingKind.TARGET, None, date(2050, 12, 31))
    assert FindingKind.OUTSIDE_PERIOD in found(SetTiming("1.1", (late,)))["1.1"]
    assert FindingKind.STALE_YEAR in found(SetTiming("1.1", (stale,)))["1.1"]
    kinds = found(SetTiming("1.1", (target,)))["1.1"]
    assert not {FindingKind.OUTSIDE_PERIOD, FindingKind.STALE_YEAR} & set(kinds)


def test_a_reference_to_a_removed_article_is_asked_about() -> None:
    assert FindingKind.DEAD_REFERENCE not in found()["2.2"]
    gone = found(RemoveArticle("1.2"))
    assert FindingKind.DEAD_REFERENCE in gone["2.2"]
    assert "1.2" not in gone


def test_a_table_that_is_announced_and_missing_is_asked_for() -> None:
    words = paragraph("De aantallen staan in onderstaande tabel.")
    table = Block(BlockKind.TABLE, cells=((Cell("a"),), (Cell("1"),)))
    assert FindingKind.TABLE_MISSING in found(ReviseText("1.1", words))["1.1"]
    assert FindingKind.TABLE_MISSING not in found(ReviseText("1.1", (*words, table)))["1.1"]


def test_the_same_text_twice_names_the_first() -> None:
    words = paragraph("Beekwonen en HBR lopen elk kwartaal samen een ronde door de buurt.")
    agreement = samples.agreement()
    for number, article in enumerate(("1.1", "4.1"), start=100):
        edit = ReviseText(article, words)
        agreement = apply(edit, agreement, samples.moment(number)).agreement
    (same,) = [f for f in findings(agreement) if f.kind is FindingKind.SAME_TEXT]
    assert (same.article, same.words) == (agreement.article_named("4.1").id, "1.1")


def said(words: str, number: str = "1.1") -> list[tuple[FindingKind, str]]:
    edit = ReviseText(number, paragraph(words))
    agreement = apply(edit, samples.agreement(), samples.moment(200)).agreement
    key = agreement.article_named(number).id
    return [(f.kind, f.words) for f in findings(agreement) if f.article == key]


@pytest.mark.parametrize(
    ("words", "condition"),
    [
        ("Beekwonen zal, indien er geld is, twaalf woningen isoleren.", "indien er geld is"),
        ("De gemeente zal meewerken mits het bestemmingsplan dat toelaat.", "mits het"),
        ("Partijen zullen waar mogelijk samen optrekken.", "waar mogelijk"),
    ],
)
def test_a_promise_with_a_condition_is_asked_about(words: str, condition: str) -> None:
    (found,) = [own for kind, own in said(words) if kind is FindingKind.CONDITION]
    assert found.startswith(condition)


@pytest.mark.parametrize(
    "words",
    [
        "Beekwonen isoleert twaalf woningen.",
        "Indien er geld is, isoleert Beekwonen. De gemeente zal meebetalen.",
        "Beekwonen zal twaalf woningen isoleren.",
    ],
)
def test_a_plain_promise_has_no_condition(words: str) -> None:
    assert FindingKind.CONDITION not in dict(said(words))


def test_an_abbreviation_is_asked_after_once_unless_it_is_explained_somewhere() -> None:
    def asked(*texts: str) -> list[tuple[str, str]]:
        agreement = samples.agreement()
        for number, (article, words) in enumerate(zip(("1.1", "4.1"), texts, strict=False)):
            edit = ReviseText(article, paragraph(words))
            agreement = apply(edit, agreement, samples.moment(300 + number)).agreement
        return [
            (agreement.lines[f.article].number or "", f.words)
            for f in findings(agreement)
            if f.kind is FindingKind.ABBREVIATION
        ]

    assert asked("Het IBW telt mee.", "Ook hier telt het IBW.") == [("1.1", "IBW")]
    assert asked("Het IBW telt mee.", "Het overleg (IBW) komt bijeen.") == []
    assert asked("Het IBW telt mee.", "IBW (integraal buurtwerk) komt.") == []
    assert asked("HBR en de BTW staan hier, en CO2 ook.") == []


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ((("Wie", "Aantal"), ("A", "120"), ("B", "80"), ("Totaal", "210")), "210 (120 + 80)"),
        ((("Wie", "Aantal"), ("A", "120"), ("B", "80"), ("Totaal", "200")), ""),
        ((("Wie", "Aantal"), ("A", "1.200"), ("B", "-"), ("C", "5"), ("Totaal", "1.205")), ""),
        ((("Wie", "x", "y", "Totaal"), ("A", "1", "2", "4")), "4 (1 + 2)"),
        ((("Wie", "Deel"), ("A", "33,3%"), ("B", "66,6%"), ("Totaal", "100%")), ""),
        ((("Wie", "Aantal"), ("A", "veel"), ("B", "80"), ("Totaal", "210")), ""),
        ((("Wie", "Aantal"), ("A", "120"), ("B", "80")), ""),
    ],
)
def test_a_total_in_a_table_is_what_its_parts_make(
    rows: tuple[tuple[str, ...], ...], wrong: str
) -> None:
    cells = tuple(tuple(Cell(word) for word in row) for row in rows)
    assert wrong_sum((Block(BlockKind.TABLE, cells=cells),)) == wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("In totaal 30 woningen, te weten 12 in Noord en 20 in Zuid.", "30 (12 + 20)"),
        ("In totaal 30 woningen, te weten 12 in Noord en 18 in Zuid.", ""),
        ("In totaal 30 woningen, waarvan 5 voor starters en 6 voor ouderen.", ""),
        ("In totaal 30 woningen, waarvan 15 in 2027 en 20 in 2028.", "30 (15 + 20)"),
        ("In totaal 30 woningen in 2027.", ""),
    ],
)
def test_a_total_in_words_is_what_its_parts_make(words: str, wrong: str) -> None:
    assert wrong_sum(paragraph(words)) == wrong
    assert (FindingKind.WRONG_SUM, wrong) in said(words) or not wrong


def test_a_request_is_asked_about_until_the_other_party_says_yes() -> None:
    agreement = samples.agreement()
    part = replace(
        agreement.commitments_of("a11")[0],
        strength=Strength.REQUEST,
        leads=(Lead("rietbeek", None, Basis.SUBJECT, State.SUGGESTED),),
    )
    agreement = agreement.with_changes(
        [Change("commitment", part.id, "", agreement.commitments[part.id], part)]
    )
    kind = FindingKind.UNANSWERED_REQUEST
    assert kind in by_number(agreement)["1.1"]
    met = samples.done(agreement, OpenMeeting(number=1, date=samples.TODAY.date()))
    agreed = samples.done(met, TakePosition("1.1", "rietbeek", Stance.AGREE))
    assert kind not in by_number(agreed).get("1.1", [])
    confirmed = apply(ConfirmSuggestions(("1.1",)), agreement, samples.moment(400)).agreement
    assert kind not in by_number(confirmed).get("1.1", [])


def test_every_kind_says_why_it_matters() -> None:
    assert len({why(Finding("a", kind)) for kind in FindingKind}) == len(FindingKind)


def test_every_kind_has_a_question() -> None:
    for kind in FindingKind:
        assert question(Finding("a", kind, "1.2")).endswith("?")
