"""What is not concrete yet, as questions."""

from __future__ import annotations

from datetime import date

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.concreteness import Finding, FindingKind, findings, question
from pa_tui.domain.text import Block, BlockKind, Cell, paragraph
from pa_tui.domain.timing import Timing, TimingKind
from pa_tui.edits import Edit, RemoveArticle, ReviseText, SetJoint, SetLead, SetTiming, apply
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


def test_every_kind_has_a_question() -> None:
    for kind in FindingKind:
        assert question(Finding("a", kind, "1.2")).endswith("?")
