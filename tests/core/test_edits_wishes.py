"""What parties ask beforehand, and holding over with who brings what."""

from __future__ import annotations

from datetime import date

import pytest

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.decisions import Outcome, Stance, Treatment
from pa_tui.domain.selection import Selection, selected
from pa_tui.edits import (
    AddAction,
    AskTreatment,
    CorrectAction,
    CorrectNote,
    DecideTogether,
    HoldOver,
    MergeArticles,
    RecordDecision,
    ReopenArticle,
    TakeNote,
    TakePosition,
    apply,
)
from pa_tui.edits.base import Edit
from pa_tui.errors import AgreementError, NotAllowed
from pa_tui.memory import MemoryStore
from pa_tui.telling import describe_edit
from pa_tui.workspace import Workspace
from tests import samples

DISCUSS, FORMALITY = Treatment.DISCUSS, Treatment.FORMALITY


def asked(agreement: Agreement) -> set[tuple[str, str, Treatment]]:
    return {(w.article, w.party, w.treatment) for w in agreement.wishes.values()}


def told(edit: Edit, agreement: Agreement) -> str:
    applied = apply(edit, agreement, samples.moment(77))
    return describe_edit(edit, applied.agreement, applied.changes)


def test_a_party_asks_for_several_articles_at_once_and_takes_it_back() -> None:
    both = samples.done(samples.agreement(), AskTreatment(("1.1", "1.3"), "HBR", DISCUSS))
    assert asked(both) == {("a11", "hbr", DISCUSS), ("a13", "hbr", DISCUSS)}
    assert both.lines["a11"].discuss == ("hbr",)
    assert tuple(selected(both, Selection.DISCUSS)) == ("a11", "a13")
    other = samples.done(both, AskTreatment(("1.1",), "hbr", FORMALITY))
    assert other.lines["a11"].discuss == ()
    assert other.lines["a11"].formality == ("hbr",)
    none = samples.done(both, AskTreatment(("1.1", "1.2", "1.3"), "hbr", None))
    assert asked(none) == set()


def test_nobody_has_a_wish_for_a_theme_it_takes_no_part_in() -> None:
    with pytest.raises(NotAllowed):
        samples.done(samples.agreement(), AskTreatment(("1.1", "4.1"), "DGH", DISCUSS))


@pytest.mark.parametrize(
    "decide",
    [
        RecordDecision("1.1", Outcome.AGREED),
        DecideTogether(("1.1",)),
        HoldOver("1.1", "werkgroep 3"),
    ],
)
def test_a_decision_ends_the_wishes_and_undo_brings_them_back(decide: Edit) -> None:
    before = samples.done(samples.in_meeting(), AskTreatment(("1.1", "1.2"), "hbr", DISCUSS))
    table = Workspace(MemoryStore(before), lambda: samples.TODAY, "Noor")
    table.perform(decide)
    assert asked(table.agreement) == {("a12", "hbr", DISCUSS)}
    assert table.agreement.lines["a11"].discuss == ()
    table.undo()
    assert asked(table.agreement) == asked(before)
    assert table.agreement.lines["a11"] == before.lines["a11"]


def test_reopening_brings_no_wish_back() -> None:
    wished = samples.done(samples.in_meeting(), AskTreatment(("1.1",), "hbr", DISCUSS))
    again = samples.done(wished, RecordDecision("1.1", Outcome.AGREED), ReopenArticle("1.1"))
    assert asked(again) == set()


def test_merging_takes_the_wishes_along() -> None:
    wished = samples.done(samples.agreement(), AskTreatment(("1.2",), "hbr", DISCUSS))
    merged = samples.done(wished, MergeArticles("1.1", "1.2"))
    assert asked(merged) == {("a11", "hbr", DISCUSS)}
    assert merged.lines["a12"].discuss == ()


def test_wishes_are_told() -> None:
    start = samples.agreement()
    assert "HBR" in told(AskTreatment(("1.1", "1.3"), "hbr", DISCUSS, "te weinig"), start)
    assert "te weinig" in told(AskTreatment(("1.1",), "hbr", DISCUSS, "te weinig"), start)


def test_who_brings_what_is_an_action_of_the_same_act() -> None:
    table = Workspace(MemoryStore(samples.in_meeting()), lambda: samples.TODAY, "Noor")
    words = "Beekwonen levert uiterlijk 12 oktober een tekstvoorstel"
    day = date(2026, 10, 12)
    hold = HoldOver(
        "1.1",
        "werkgroep 3",
        None,
        words,
        "Beekwonen levert een tekstvoorstel",
        "beekwonen",
        due=day,
        due_words="uiterlijk 12 oktober 2026",
    )
    receipt = table.perform(hold)
    decision = table.agreement.decision_on("a11")
    assert decision is not None
    assert (decision.outcome, decision.text) == (Outcome.DEFERRED, words)
    (action,) = table.agreement.actions.of("a11")
    assert (action.party, action.due) == ("beekwonen", day)
    sentence = describe_edit(hold, table.agreement, receipt.entry.changes)
    assert f"A-{action.number:03}" in sentence
    table.undo()
    assert table.agreement.decision_on("a11") is None
    assert not table.agreement.actions.of("a11")


@pytest.mark.parametrize(
    "hold",
    [
        HoldOver("1.1", "werkgroep 3"),
        HoldOver("1.1", "werkgroep 3", None, "Beekwonen komt met tekst", party="beekwonen"),
        HoldOver("1.1", "werkgroep 3", None, "tekst komt nog", due=date(2026, 10, 12)),
    ],
)
def test_without_somebody_and_a_day_there_is_no_action(hold: HoldOver) -> None:
    after = samples.done(samples.in_meeting(), hold)
    decision = after.decision_on("a11")
    assert decision is not None
    assert decision.text == hold.brings
    assert not after.actions.of("a11")


def test_those_that_said_nothing_yet_agree_in_one_act() -> None:
    start = samples.done(
        samples.in_meeting(absent=("rietbeek",)), TakePosition("1.1", "hbr", Stance.DISAGREE)
    )
    rest = TakePosition("1.1", "silent", Stance.AGREE)
    after = samples.done(start, rest)
    stances = {key: own.stance for key, own in after.positions_on("a11").items()}
    assert stances == {
        "hbr": Stance.DISAGREE,
        "beekwonen": Stance.AGREE,
        "goede-haard": Stance.AGREE,
    }
    with pytest.raises(AgreementError):
        samples.done(after, rest)


def test_a_note_is_corrected_with_whose_it_is_and_whether_it_is_internal() -> None:
    noted = samples.done(samples.in_meeting(), TakeNote("te wenig", "1.1"))
    (note,) = noted.notes.of("a11")
    words = samples.done(noted, CorrectNote(note.id, "te weinig")).notes[note.id]
    assert (words.text, words.party, words.internal) == ("te weinig", None, False)
    all_of_it = samples.done(noted, CorrectNote(note.id, "te weinig", "HBR", True))
    fixed = all_of_it.notes[note.id]
    assert (fixed.party, fixed.internal) == ("hbr", True)
    nobody = samples.done(all_of_it, CorrectNote(note.id, "te weinig", "", False))
    assert (nobody.notes[note.id].party, nobody.notes[note.id].internal) == (None, False)


def test_an_action_is_corrected_and_keeps_its_number() -> None:
    acted = samples.done(samples.in_meeting(), AddAction("cijfers", "1.1", "hbr"))
    (action,) = acted.actions.of("a11")
    correct = CorrectAction(str(action.number), "cijfers 2026", "DGH", due=date(2026, 10, 1))
    (fixed,) = samples.done(acted, correct).actions.of("a11")
    assert (fixed.text, fixed.party, fixed.due) == (
        "cijfers 2026",
        "goede-haard",
        date(2026, 10, 1),
    )
    assert (fixed.number, fixed.id) == (action.number, action.id)
