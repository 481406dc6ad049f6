"""Going back and forth: every act, taken back, leaves nothing behind."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.changes import Change
from pa_tui.domain.decisions import Outcome, Stance
from pa_tui.domain.meetings import ActionState, Presence
from pa_tui.domain.text import paragraph
from pa_tui.domain.timing import Timing, TimingKind
from pa_tui.edits import (
    AddAction,
    AddArticle,
    Attend,
    CloseMeeting,
    ConfirmSuggestions,
    CutCommitment,
    DecideTogether,
    Edit,
    JoinCommitments,
    MergeArticles,
    MoveArticle,
    OpenMeeting,
    Park,
    Propose,
    RecordDecision,
    RemoveArticle,
    Renumber,
    ReopenArticle,
    ReviseText,
    SetActionState,
    SetLead,
    SetTiming,
    SplitArticle,
    TakeNote,
    TakeOverProposal,
    TakePosition,
    apply,
)
from pa_tui.edits.base import Moment, merged
from pa_tui.errors import AgreementError, NeedsConfirmation, NotAllowed
from pa_tui.history import rewound
from pa_tui.memory import MemoryStore
from pa_tui.ports import Act
from tests import samples

ARTICLES = st.sampled_from(("1.1", "1.2", "2.1", "2.2", "3.1", "4.1", "4.2"))
PARTIES = st.sampled_from(("rietbeek", "beekwonen", "hbr"))
WORDS = st.sampled_from(("Kort.", samples.STARTERS, "Twee alinea's met cijfers: 12."))
TEXTS = WORDS.map(paragraph)
DEADLINE = Timing("vóór 1 mei 2027", TimingKind.DEADLINE, None, date(2027, 4, 30))

EDITS: st.SearchStrategy[Edit] = st.one_of(
    st.builds(RecordDecision, ARTICLES, st.sampled_from(Outcome), WORDS),
    st.builds(RecordDecision, ARTICLES, st.just(Outcome.AMENDED), new_text=TEXTS),
    st.builds(
        DecideTogether, st.lists(ARTICLES, min_size=1, max_size=3, unique=True).map(tuple)
    ),
    st.builds(TakePosition, ARTICLES, PARTIES, st.sampled_from(Stance), WORDS),
    st.builds(ReopenArticle, ARTICLES),
    st.builds(ReviseText, ARTICLES, TEXTS, st.none() | WORDS),
    st.builds(SetLead, ARTICLES, PARTIES.map(lambda key: (key,))),
    st.builds(SetTiming, ARTICLES, st.just((DEADLINE,))),
    st.builds(ConfirmSuggestions, ARTICLES.map(lambda name: (name,))),
    st.builds(CutCommitment, ARTICLES, st.just(samples.STARTERS)),
    st.builds(JoinCommitments, st.just("1.2"), st.just(1), st.just(2)),
    st.builds(Propose, ARTICLES, PARTIES, TEXTS),
    st.builds(TakeOverProposal, ARTICLES, st.just(1)),
    st.builds(TakeNote, WORDS, ARTICLES),
    st.builds(AddAction, WORDS, ARTICLES, PARTIES),
    st.builds(SetActionState, st.just("1"), st.sampled_from(ActionState)),
    st.builds(Park, WORDS),
    st.builds(AddArticle, st.sampled_from(("1", "2")), TEXTS, after=st.just(None)),
    st.builds(MoveArticle, ARTICLES, ARTICLES),
    st.builds(SplitArticle, ARTICLES, st.integers(2, 4)),
    st.builds(MergeArticles, ARTICLES, ARTICLES),
    st.builds(RemoveArticle, ARTICLES),
    st.builds(Renumber),
    st.builds(Attend, PARTIES, st.sampled_from(Presence)),
    st.builds(OpenMeeting),
    st.builds(CloseMeeting),
)


def facts_of(agreement: Agreement) -> dict[str, Any]:
    """Every entity by kind and id, without the counters that no undo turns back."""
    found = {}
    for entity in agreement.entities():
        values = {name: getattr(entity, name) for name in entity.__dataclass_fields__}
        values.pop("decisions_taken", None)
        values.pop("actions_made", None)
        found[entity.KIND, entity.id] = values
    return found


def lines_of(agreement: Agreement) -> dict[str, Any]:
    return dict(agreement.lines)


def moment(number: int) -> Moment:
    return samples.moment(1000 + number, samples.TODAY + timedelta(minutes=number))


def done(store: MemoryStore, edits: list[Edit]) -> int:
    """Does what can be done; how many acts changed something."""
    count = 0
    for number, edit in enumerate(edits):
        try:
            receipt = store.commit(edit, moment(number))
        except AgreementError:
            continue
        count += bool(receipt.entry.changes)
    return count


@settings(deadline=None, max_examples=60)
@given(st.lists(EDITS, max_size=14))
def test_undo_all_is_the_start_and_redo_all_the_end(edits: list[Edit]) -> None:
    start = samples.agreement()
    store = MemoryStore(start)
    count = done(store, edits)
    end = store.agreement
    for number in range(count):
        store.undo(moment(500 + number), confirmed=True)
    assert facts_of(store.agreement) == facts_of(start)
    assert lines_of(store.agreement) == lines_of(start)
    with pytest.raises(NotAllowed):
        store.undo(moment(900), confirmed=True)
    for number in range(count):
        store.redo(moment(700 + number))
    assert facts_of(store.agreement) == facts_of(end)
    assert lines_of(store.agreement) == lines_of(end)
    with pytest.raises(NotAllowed):
        store.redo(moment(901))


@settings(deadline=None, max_examples=60)
@given(st.lists(EDITS, max_size=14))
def test_the_journal_alone_gives_every_state_again(edits: list[Edit]) -> None:
    start = samples.agreement()
    store = MemoryStore(start)
    done(store, edits)
    entries = list(store.entries())
    again = start
    for entry in entries:
        again = again.with_changes(entry.changes)
    assert facts_of(again) == facts_of(store.agreement)
    assert lines_of(again) == lines_of(store.agreement)
    assert facts_of(rewound(store.agreement, reversed(entries))) == facts_of(start)


@settings(deadline=None, max_examples=60)
@given(EDITS, st.lists(EDITS, max_size=6))
def test_the_same_act_at_the_same_moment_gives_the_same(edit: Edit, before: list[Edit]) -> None:
    store = MemoryStore(samples.agreement())
    done(store, before)
    try:
        one = apply(edit, store.agreement, moment(77))
    except AgreementError:
        return
    other = apply(edit, store.agreement, moment(77))
    assert one.changes == other.changes
    assert facts_of(one.agreement) == facts_of(other.agreement)


@settings(deadline=None, max_examples=60)
@given(EDITS, st.lists(EDITS, max_size=6))
def test_lines_are_those_made_anew(edit: Edit, before: list[Edit]) -> None:
    store = MemoryStore(samples.agreement())
    done(store, [*before, edit])
    for key, line in store.agreement.lines.items():
        assert line == store.agreement.line_for(key)


def test_a_new_act_after_undo_leaves_nothing_to_bring_back() -> None:
    store = MemoryStore(samples.agreement())
    store.commit(Park("Later."), moment(1))
    store.undo(moment(2))
    store.commit(Park("Anders."), moment(3))
    with pytest.raises(NotAllowed):
        store.redo(moment(4))


def test_undo_and_redo_are_entries_of_their_own() -> None:
    store = MemoryStore(samples.agreement())
    first = store.commit(Park("Later."), moment(1)).entry
    store.undo(moment(2))
    store.redo(moment(3))
    assert [entry.act for entry in store.entries()] == [Act.DO, Act.UNDO, Act.REDO]
    assert {entry.of for entry in store.entries()} == {first.id}


def test_undo_asks_before_it_reaches_behind_a_closed_meeting() -> None:
    store = MemoryStore(samples.agreement())
    store.commit(OpenMeeting(), moment(1))
    store.commit(RecordDecision("1.1", Outcome.AGREED), moment(2))
    store.commit(CloseMeeting(), moment(3))
    store.undo(moment(4), confirmed=True)
    store.redo(moment(5))
    with pytest.raises(NeedsConfirmation):
        store.undo(moment(6))
    assert store.agreement.article_named("1.1").decision is not None


def test_numbers_of_decisions_and_actions_are_never_given_twice() -> None:
    store = MemoryStore(samples.agreement())
    store.commit(OpenMeeting(), moment(1))
    store.commit(RecordDecision("1.1", Outcome.AGREED), moment(2))
    store.commit(AddAction("Bellen"), moment(3))
    store.undo(moment(4))
    store.undo(moment(5))
    decided = store.commit(RecordDecision("1.1", Outcome.AGREED), moment(6)).agreement
    (decision,) = decided.decisions.values()
    (action,) = store.commit(AddAction("Mailen"), moment(7)).agreement.actions.values()
    assert (decision.number, action.number) == (2, 2)


# -- merged changes ---------------------------------------------------------------------


def test_changes_of_the_same_field_become_one() -> None:
    changes = [
        Change("theme", "1", "title", "a", "b"),
        Change("theme", "1", "number", "1", "2"),
        Change("theme", "1", "title", "b", "c"),
    ]
    found = {change.field: (change.before, change.after) for change in merged(changes)}
    assert found == {"title": ("a", "c"), "number": ("1", "2")}


def test_a_field_that_ends_as_it_began_is_no_change() -> None:
    assert (
        merged(
            [
                Change("theme", "1", "title", "a", "b"),
                Change("theme", "1", "title", "b", "a"),
            ]
        )
        == ()
    )


def test_what_was_made_and_changed_in_one_act_is_made_as_it_ended() -> None:
    theme = next(iter(samples.agreement().themes.values()))
    (change,) = merged(
        [
            Change("theme", theme.id, "", None, theme),
            Change("theme", theme.id, "title", theme.title, "Anders"),
        ]
    )
    assert (change.before, change.after.title) == (None, "Anders")


def test_what_was_made_and_taken_away_in_one_act_never_was() -> None:
    theme = next(iter(samples.agreement().themes.values()))
    assert (
        merged(
            [
                Change("theme", theme.id, "", None, theme),
                Change("theme", theme.id, "", theme, None),
            ]
        )
        == ()
    )
