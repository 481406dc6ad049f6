"""The agreement file: what is written is there again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pa_tui import edits
from pa_tui.domain.decisions import Outcome, Stance, Standing
from pa_tui.domain.meetings import Presence
from pa_tui.domain.order import tallied
from pa_tui.domain.text import paragraph
from pa_tui.errors import AgreementError, NotAllowed
from pa_tui.workspace import Workspace
from tests.store.filing import BUILD, everything, new_file, opened


def test_a_reopened_file_is_equal(table: Workspace) -> None:
    table.perform(edits.TakePosition("1.2", "hbr", Stance.RESERVE, "achterban"))
    table.perform(edits.RecordDecision("1.2", Outcome.AMENDED, new_text=paragraph("Nieuw.")))
    before = everything(table.agreement)
    lines = [table.agreement.lines[key] for key in table.agreement.order.flat]
    table.store.close()

    again = opened(table.store.path).agreement
    assert everything(again) == before
    assert [again.lines[key] for key in again.order.flat] == lines


def test_the_title_on_disk_is_recognised_by_its_application_id(table: Workspace) -> None:
    table.store.close()
    header = table.store.path.read_bytes()[:72]
    assert header.startswith(b"SQLite format 3")
    assert header[68:72] == b"PaTu"


def test_a_number_that_was_given_is_never_given_again(table: Workspace) -> None:
    table.perform(edits.RecordDecision("1.1", Outcome.AGREED))
    table.undo()
    table.perform(edits.RecordDecision("1.1", Outcome.AGREED))
    meeting = table.agreement.running_meeting
    assert meeting is not None
    assert [d.number for d in table.agreement.decisions_of(meeting.id)] == [2]


def test_the_beginning_of_a_file_cannot_be_undone(tmp_path: Path) -> None:
    table = new_file(tmp_path / "a.pa")
    for _ in BUILD:
        table.undo()
    with pytest.raises(NotAllowed):
        table.undo()


def test_a_named_version_can_be_read_later(table: Workspace) -> None:
    table.perform(edits.NameVersion("Concept 1"))
    old = everything(table.agreement)
    table.perform(edits.ReviseText("1.1", paragraph("Anders.")))
    table.perform(edits.AddArticle("1", paragraph("Erbij."), after="1.1"))
    version = table.agreement.ordered_versions[0]
    then = table.store.as_of(version.entry)
    assert [e for e in everything(then) if e.KIND != "version"] == [
        e for e in old if e.KIND != "version"
    ]


def test_half_typed_text_is_there_after_a_restart_and_goes_with_its_act(
    table: Workspace,
) -> None:
    table.keep_half_typed("note", "1.1", "De huurders wil")
    table.store.close()
    again = opened(table.store.path)
    assert [(h.purpose, h.place, h.text) for h in again.store.half_typed()] == [
        ("note", "1.1", "De huurders wil")
    ]
    again.submit(
        edits.TakeNote("De huurders willen cijfers.", "1.1"), lambda told: None, ("note", "1.1")
    )
    assert again.store.half_typed() == ()


def test_the_sums_of_the_file_are_those_of_the_lines(table: Workspace) -> None:
    outcomes = list(Outcome)
    numbers = [table.agreement.lines[key].number or "" for key in table.agreement.order.flat]
    for number, outcome in zip(numbers, outcomes, strict=False):
        table.perform(edits.RecordDecision(number, outcome))
    table.perform(edits.TakePosition(numbers[0], "hbr", Stance.RESERVE))
    table.perform(edits.SetLead(numbers[1], ("beekwonen",)))
    table.store.close()
    again = opened(table.store.path).agreement
    assert dict(again.tallies) == tallied(again.lines.values())
    assert dict(again.tallies) == dict(table.agreement.tallies)


NUMBERS = st.sampled_from(["1.1", "1.2", "1.3", "2.1", "2.2", "2.3"])
PARTIES = st.sampled_from(["rietbeek", "beekwonen", "hbr"])
WORDS = st.text(min_size=1, max_size=40)
ACTS = st.one_of(
    st.builds(edits.RecordDecision, NUMBERS, st.sampled_from(Outcome), reason=WORDS),
    st.builds(edits.TakePosition, NUMBERS, PARTIES, st.sampled_from(Stance), WORDS),
    st.builds(edits.ReviseText, NUMBERS, WORDS.map(paragraph)),
    st.builds(edits.SetLead, NUMBERS, st.tuples(PARTIES)),
    st.builds(edits.TakeNote, WORDS, NUMBERS, internal=st.booleans()),
    st.builds(edits.AddAction, WORDS, NUMBERS, PARTIES, due=st.dates()),
    st.builds(edits.AddArticle, st.sampled_from(["1", "2"]), WORDS.map(paragraph)),
    st.builds(edits.MoveArticle, NUMBERS, NUMBERS),
    st.builds(edits.MergeArticles, NUMBERS, NUMBERS),
    st.builds(edits.ReopenArticle, NUMBERS, WORDS),
    st.builds(edits.MarkKeyAgreement, NUMBERS, st.booleans()),
    st.builds(edits.Attend, PARTIES, st.sampled_from(Presence)),
    st.builds(edits.AdoptDecisions),
)


@settings(
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(ACTS, max_size=12))
def test_any_acts_are_kept_and_can_all_be_taken_back(
    tmp_path_factory: pytest.TempPathFactory, acts: list[edits.Edit]
) -> None:
    path = tmp_path_factory.mktemp("acts") / "a.pa"
    table = new_file(path, edits.OpenMeeting())
    start = everything(table.agreement)
    done = 0
    for act in acts:
        try:
            done += bool(table.perform(act).entry.changes)
        except AgreementError:
            continue
    end = everything(table.agreement)
    table.store.close()

    again = opened(path)
    assert everything(again.agreement) == end
    for key in again.agreement.order.flat:
        assert again.agreement.lines[key] == again.agreement.line_for(key)
    for _ in range(done):
        again.undo()
    assert _without_counters(everything(again.agreement)) == _without_counters(start)
    for _ in range(done):
        again.redo()
    assert everything(again.agreement) == end


def _without_counters(entities: list[object]) -> list[str]:
    words = [repr(entity) for entity in entities]
    for name in ("decisions_taken", "actions_made"):
        words = [w.split(f"{name}=")[0] for w in words]
    return sorted(words)


def test_standing_follows_the_kind_of_meeting(table: Workspace) -> None:
    table.perform(edits.RecordDecision("1.1", Outcome.AGREED))
    decision = table.agreement.decision_on(table.agreement.article_named("1.1").id)
    assert decision is not None
    assert decision.standing is Standing.PROVISIONAL
