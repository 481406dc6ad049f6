"""Two windows on one file, and undo between them."""

from __future__ import annotations

import pytest

from pa_tui import edits
from pa_tui.domain.decisions import Outcome, Stance
from pa_tui.domain.order import tallied
from pa_tui.domain.text import paragraph
from pa_tui.edits.agenda import planned_meetings
from pa_tui.edits.decision import position_id
from pa_tui.errors import NeedsConfirmation, NotAllowed
from pa_tui.workspace import Workspace
from tests.store.filing import everything, opened


def test_undo_and_redo_go_on_after_a_restart(table: Workspace) -> None:
    before = everything(table.agreement)
    table.perform(edits.RecordDecision("1.1", Outcome.AGREED))
    table.perform(edits.TakeNote("Graag cijfers.", "1.1"))
    after = everything(table.agreement)
    table.store.close()

    again = opened(table.store.path)
    again.undo()
    again.undo()
    untouched = [e for e in everything(again.agreement) if e.KIND not in ("meeting", "facts")]
    assert untouched == [e for e in before if e.KIND not in ("meeting", "facts")]
    again.redo()
    again.redo()
    assert everything(again.agreement) == after


def test_two_windows_see_each_other(table: Workspace) -> None:
    other = opened(table.store.path)
    table.perform(edits.RecordDecision("1.1", Outcome.AGREED))
    other.look()
    assert everything(other.agreement) == everything(table.agreement)
    other.perform(edits.TakeNote("Van de secretaris."))
    table.perform(edits.RecordDecision("1.2", Outcome.AGREED))
    assert len(table.agreement.notes) == 1
    other.look()
    assert everything(other.agreement) == everything(table.agreement)


def test_undo_takes_back_the_own_act_not_that_of_the_other_window(table: Workspace) -> None:
    other = opened(table.store.path)
    table.perform(edits.RecordDecision("1.1", Outcome.AGREED))
    other.perform(edits.TakeNote("Van de secretaris."))
    table.undo()
    assert table.agreement.decision_on(table.agreement.article_named("1.1").id) is None
    assert len(table.agreement.notes) == 1
    other.undo()
    assert not other.agreement.notes


def test_undo_says_who_stands_in_the_way(table: Workspace) -> None:
    other = opened(table.store.path, "secretaris")
    table.perform(edits.ReviseText("1.1", paragraph("Eerst.")))
    other.perform(edits.ReviseText("1.1", paragraph("Daarna.")))
    with pytest.raises(NotAllowed, match="secretaris"):
        table.undo()
    table.look()
    assert table.agreement.article_named("1.1").text == paragraph("Daarna.")


def test_undo_asks_before_it_reaches_into_a_closed_meeting(table: Workspace) -> None:
    table.perform(edits.RecordDecision("1.1", Outcome.AGREED))
    table.perform(edits.CloseMeeting())
    with pytest.raises(NeedsConfirmation):
        table.undo()
    table.undo(confirmed=True)
    assert table.agreement.running_meeting is not None


def test_a_text_edit_that_began_on_an_older_text_overwrites_nothing(table: Workspace) -> None:
    other = opened(table.store.path)
    began = table.agreement.article_named("1.1").text
    table.perform(edits.ReviseText("1.1", paragraph("Van de voorzitter."), began_on=began))
    with pytest.raises(edits.TextMoved):
        other.perform(edits.ReviseText("1.1", paragraph("Van de ander."), began_on=began))
    other.look()
    assert other.agreement.article_named("1.1").text == paragraph("Van de voorzitter.")


def test_what_another_open_window_is_typing_is_not_offered(table: Workspace) -> None:
    other = opened(table.store.path)
    table.keep_half_typed("note", "1.1", "De voorzitter typt")
    assert other.store.half_typed() == ()


def test_what_another_window_wrote_is_counted(table: Workspace) -> None:
    other = opened(table.store.path)
    table.perform(edits.RecordDecision("1.1", Outcome.AGREED))
    table.perform(edits.SetLead("1.2", ("hbr",)))
    table.perform(edits.AddArticle("2", paragraph("Erbij."), after="2.1"))
    other.look()
    again = other.agreement
    assert dict(again.tallies) == tallied(again.lines.values())
    assert again.order.flat == table.agreement.order.flat


def test_an_older_agreement_stays_what_it_was(table: Workspace) -> None:
    table.perform(edits.NameVersion("Concept 1"))
    other = opened(table.store.path)
    version = other.agreement.ordered_versions[0]
    then, before = other.store.as_of(version.entry), other.agreement
    article = other.agreement.article_named("1.3").id
    table.perform(edits.ReviseText("1.3", paragraph("NIEUW")))
    table.perform(edits.TakeNote("erbij", "1.3"))
    other.look()
    assert other.agreement.articles[article].text == paragraph("NIEUW")
    for old in (then, before):
        assert old.articles[article].text != paragraph("NIEUW")
        assert old.notes.of(article) == ()
        assert dict(old.tallies) == tallied(old.lines.values())


def test_counts_stay_right_when_one_look_brings_a_change_and_something_new(
    table: Workspace,
) -> None:
    table.perform(edits.TakePosition("1.1", "hbr", Stance.DISAGREE))
    other = opened(table.store.path)
    table.perform(edits.TakePosition("1.1", "beekwonen", Stance.RESERVE))
    table.perform(edits.TakePosition("1.1", "hbr", Stance.AGREE))
    other.look()
    assert dict(other.agreement.tallies) == tallied(other.agreement.lines.values())


def test_counts_stay_right_when_what_was_looked_at_alone_goes(table: Workspace) -> None:
    table.perform(edits.TakePosition("1.1", "hbr", Stance.RESERVE))
    other = opened(table.store.path)
    article = other.agreement.article_named("1.1").id
    assert other.agreement.positions.get(position_id(article, "hbr")) is not None
    table.perform(edits.ClearPosition("1.1", "hbr"))
    other.look()
    assert dict(other.agreement.tallies) == tallied(other.agreement.lines.values())


def test_undo_leaves_nothing_hanging_in_the_air(table: Workspace) -> None:
    other = opened(table.store.path)
    table.perform(edits.AddTheme("Wonen en zorg"))
    other.perform(edits.AddArticle("3", paragraph("Van de ander.")))
    with pytest.raises(NotAllowed):
        table.undo()
    table.look()
    table.perform(edits.AddArticle("1", paragraph("Van mij.")))
    other.perform(edits.TakeNote("van de ander", "1.4"))
    with pytest.raises(NotAllowed):
        table.undo()


def test_a_number_given_away_meanwhile_is_not_given_twice(table: Workspace) -> None:
    other = opened(table.store.path)
    table.perform(edits.AddArticle("1", paragraph("Van mij."), after="1.1"))
    table.undo()
    other.perform(edits.AddArticle("1", paragraph("Van de ander."), after="1.1"))
    with pytest.raises(NotAllowed):
        table.redo()
    other.perform(edits.AddArticle("1", paragraph("Nog een."), after="1.1a"))
    assert [line.number for line in other.agreement.lines_of(_theme(other, "1"))] == [
        "1.1",
        "1.1a",
        "1.1b",
        "1.2",
        "1.3",
    ]


def _theme(table: Workspace, name: str) -> str:
    return table.agreement.theme_named(name).id


def test_what_the_other_types_at_the_same_place_is_kept(table: Workspace) -> None:
    other = opened(table.store.path)
    table.keep_half_typed("note", "1.1", "van mij")
    other.keep_half_typed("note", "1.1", "van de ander")
    other.submit(edits.TakeNote("van de ander", "1.1"), lambda told: None, ("note", "1.1"))
    assert [h.text for h in table.store.half_typed()] == ["van mij"]


def test_acts_of_another_machine_are_not_taken_back(
    table: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    table.perform(edits.TakeNote("van laptop 1"))
    table.store.close()
    monkeypatch.setattr("platform.node", lambda: "laptop-2")
    other = opened(table.store.path)
    with pytest.raises(NotAllowed):
        other.undo()
    other.perform(edits.TakeNote("van laptop 2"))
    other.undo()
    assert [note.text for note in other.agreement.notes.values()] == ["van laptop 1"]


def test_a_planned_meeting_is_not_unopened_under_what_was_done_in_it(table: Workspace) -> None:
    table.perform(edits.CloseMeeting())
    table.perform(edits.PlanMeeting())
    other = opened(table.store.path)
    other.look()
    table.perform(edits.OpenMeeting())
    other.perform(edits.TakeNote("Graag cijfers.", "1.1"))
    with pytest.raises(NotAllowed):
        table.undo()
    other.undo()
    table.undo()
    table.perform(edits.CancelMeeting(planned_meetings(table.agreement)[0].id))
    assert not opened(table.store.path).store.damage()  # type: ignore[attr-defined]
