"""The secretary's words in minutes: they stand, or they are shown as a conflict."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.decisions import Stance
from pa_tui.domain.meetings import ActionState
from pa_tui.domain.minutes import Rewording
from pa_tui.edits import (
    CorrectNote,
    DropRewording,
    KeepMinutes,
    LiftReservation,
    ReopenArticle,
    Reword,
    TakePosition,
    WithdrawAgreement,
    apply,
)
from pa_tui.edits.article import AddAction, SetActionState
from pa_tui.edits.base import Edit
from pa_tui.errors import AgreementError, NotAllowed, NotFound
from pa_tui.papers.blocks import Item, Paper, Paragraph, Run, Table, said
from pa_tui.papers.editions import (
    compared,
    edition,
    read_back,
    upright,
    version_named,
    versions_of,
)
from pa_tui.papers.kept import kept_paper
from pa_tui.papers.markdown import write_markdown
from pa_tui.papers.minutes import minutes, minutes_with_words
from pa_tui.papers.redline import accepted, rejected
from pa_tui.papers.rewording import pieces, reworded
from tests.paper.agreements import AT
from tests.paper.decided import decided_agreement
from tests.samples import moment

LATER = AT + timedelta(days=3)
HOSTILE = (
    st.text(st.sampled_from("ab1 .*_|\\<>&[]`~#-+=\n()€é'\"‘’"), min_size=1, max_size=24)
    .map(str.strip)
    .filter(bool)
)


def after(agreement: Agreement, *edits: Edit, at: datetime = LATER) -> Agreement:
    for number, edit in enumerate(edits, start=900 + len(agreement.minutes_versions)):
        agreement = apply(edit, agreement, moment(number, at)).agreement
    return agreement


def told(agreement: Agreement) -> dict[str, str]:
    return pieces(minutes(agreement, agreement.meetings["wg2"], at=AT))


def other_words(agreement: Agreement, place: str, becomes: str) -> Agreement:
    made = minutes_with_words(agreement, agreement.meetings["wg2"], at=AT).made
    return after(agreement, Reword("wg2", place, made[place], becomes))


def test_every_piece_has_a_place_of_its_own() -> None:
    agreement = decided_agreement()
    paper = minutes(agreement, agreement.meetings["wg2"], at=AT)
    found: list[str] = []
    for block in paper.blocks:
        if isinstance(block, Paragraph | Item) and block.place:
            found.append(block.place)
        elif isinstance(block, Table):
            found += [c.place for row in block.rows for c in row.cells if c.place]
    assert len(found) == len(set(found)) == len(pieces(paper))
    assert {"summary", "opening", "closing", "facts/present", "together/a-1-2"} <= set(found)
    free = [b for b in paper.blocks if isinstance(b, Paragraph | Item) and not b.place]
    assert {b.look.value for b in free if isinstance(b, Paragraph)} <= {"stamp", "title"}


def test_other_words_stand_in_their_place_and_nowhere_else() -> None:
    before = decided_agreement()
    now = other_words(before, "opening", "De voorzitter heet iedereen welkom.")
    assert told(now) == {**told(before), "opening": "De voorzitter heet iedereen welkom."}
    assert edition(now, now.meetings["wg2"], AT).conflicts == ()


def test_a_bold_label_stays_bold_in_other_words() -> None:
    now = other_words(decided_agreement(), "summary", "Samenvatting: alles besloten")
    paper = minutes(now, now.meetings["wg2"], at=AT)
    box = next(b for b in paper.blocks if isinstance(b, Paragraph) and b.place == "summary")
    assert box.runs == (Run("Samenvatting: ", bold=True), Run("alles besloten"))


def test_lines_of_a_cell_are_its_paragraphs() -> None:
    now = other_words(decided_agreement(), "facts/present", "Gemeente: A. Jansen\nHBR")
    assert told(now)["facts/present"] == "Gemeente: A. Jansen\nHBR"


def test_what_the_record_changed_under_them_is_a_conflict_and_the_words_stay() -> None:
    agreement = decided_agreement()
    note = next(n for n in agreement.notes.values() if not n.internal and n.article)
    place = f"note/{note.id}"
    first = told(agreement)[place]
    now = other_words(agreement, place, "De gemeente wil vroeg beginnen.")
    now = after(now, CorrectNote(note.id, "De gemeente wil in mei starten"))
    (conflict,) = edition(now, now.meetings["wg2"], AT).conflicts
    assert (conflict.place, conflict.was) == (place, first)
    assert conflict.now is not None
    assert "mei" in conflict.now
    assert conflict.mine == told(now)[place] == "De gemeente wil vroeg beginnen."
    mine = after(now, Reword("wg2", place, conflict.now, conflict.mine, conflict.mine))
    assert edition(mine, mine.meetings["wg2"], AT).conflicts == ()
    assert told(mine)[place] == conflict.mine
    theirs = after(now, DropRewording("wg2", place))
    assert told(theirs)[place] == conflict.now


def test_words_whose_piece_is_gone_are_told() -> None:
    agreement = decided_agreement()
    note = next(n for n in agreement.notes.values() if not n.internal and n.article)
    now = other_words(agreement, f"note/{note.id}", "Anders gezegd.")
    now = after(now, CorrectNote(note.id, note.text, internal=True))
    (conflict,) = edition(now, now.meetings["wg2"], AT).conflicts
    assert (conflict.now, conflict.mine) == (None, "Anders gezegd.")


def test_the_programs_own_words_need_no_rewording() -> None:
    agreement = decided_agreement()
    own = told(agreement)["closing"]
    assert not other_words(agreement, "closing", own).rewordings
    now = other_words(agreement, "closing", "Gesloten.")
    assert not after(now, Reword("wg2", "closing", own, own, "Gesloten.")).rewordings


def test_words_of_another_window_are_not_written_over() -> None:
    now = other_words(decided_agreement(), "closing", "Gesloten.")
    with pytest.raises(NotAllowed, match="another window"):
        after(now, Reword("wg2", "closing", "x", "Dicht.", ""))
    assert told(now)["closing"] == "Gesloten."


def test_no_piece_is_without_words() -> None:
    with pytest.raises(NotAllowed):
        other_words(decided_agreement(), "closing", "  ")
    with pytest.raises(NotFound):
        after(decided_agreement(), DropRewording("wg2", "closing"))


LATER_ACTS: st.SearchStrategy[Edit] = st.one_of(
    st.builds(ReopenArticle, st.sampled_from(["1.1", "1.2", "2.1", "4.5"]), st.just("cijfers")),
    st.builds(WithdrawAgreement, st.sampled_from(["1.2", "2.1"]), st.just("hbr"), st.just("x")),
    st.builds(LiftReservation, st.just("1.1"), st.just("hbr")),
    st.builds(
        TakePosition, st.sampled_from(["1.1", "4.7"]), st.just("hbr"), st.just(Stance.AGREE)
    ),
    st.builds(
        CorrectNote, st.sampled_from(["n1", "n2", "n3"]), HOSTILE, internal=st.booleans()
    ),
    st.builds(AddAction, HOSTILE, party=st.just("hbr")),
    st.builds(SetActionState, st.sampled_from(["act14", "act9"]), st.just(ActionState.DONE)),
)


@given(st.data(), st.lists(LATER_ACTS, max_size=5))
def test_words_survive_every_act_that_does_not_change_their_piece(
    data: st.DataObject, acts: list[Edit]
) -> None:
    agreement = decided_agreement()
    made = told(agreement)
    places = data.draw(st.lists(st.sampled_from(sorted(made)), max_size=4, unique=True))
    now = agreement
    for place in places:
        now = other_words(now, place, f"Anders: {place}")
    for number, act in enumerate(acts):
        try:
            now = apply(act, now, moment(2000 + number, LATER)).agreement
        except AgreementError:
            continue
    whole = minutes_with_words(now, now.meetings["wg2"], at=LATER)
    moved = {conflict.place: conflict for conflict in whole.conflicts}
    printed = pieces(whole.paper)
    for place in places:
        assert printed.get(place, f"Anders: {place}") == f"Anders: {place}"
        assert (place in moved) == (whole.made.get(place) != made[place])
    for place, own in whole.made.items():
        assert place in places or printed[place] == own


# -- versions ------------------------------------------------------------------------------


def kept(agreement: Agreement, at: datetime = AT) -> Agreement:
    meeting = agreement.meetings["wg2"]
    made = edition(agreement, meeting, at)
    if made.kept is not None:
        return agreement
    return after(agreement, KeepMinutes(meeting.id, made.name, made.text), at=at)


def test_what_went_out_keeps_its_name_until_something_changes() -> None:
    once = kept(decided_agreement())
    meeting = once.meetings["wg2"]
    assert [v.name for v in versions_of(once, meeting)] == ["Concept 1"]
    assert kept(once, LATER) is once
    again = edition(once, meeting, LATER)
    assert again.kept is not None
    assert again.text == versions_of(once, meeting)[0].text
    twice = kept(other_words(once, "closing", "Gesloten."), LATER)
    assert [v.name for v in versions_of(twice, meeting)] == ["Concept 1", "Concept 2"]
    assert "Concept 2 · 18 september 2026" in said(edition(twice, meeting, AT).paper.footer)


def test_a_name_is_given_once() -> None:
    once = kept(decided_agreement())
    with pytest.raises(NotAllowed, match="Concept 1"):
        after(once, KeepMinutes("wg2", "Concept 1", "iets anders"))
    same = versions_of(once, once.meetings["wg2"])[0].text
    assert after(once, KeepMinutes("wg2", "Concept 1", same)) == once


def test_kept_minutes_are_read_back_word_for_word() -> None:
    agreement = decided_agreement()
    meeting = agreement.meetings["wg2"]
    made = edition(agreement, meeting, AT)
    version = versions_of(kept(agreement), meeting)[0]
    paper = read_back(agreement, meeting, version)
    assert write_markdown(paper) == version.text == made.text
    assert (paper.title, paper.stamp) == (made.paper.title, made.paper.stamp)
    assert (paper.header, paper.footer) == (made.paper.header, made.paper.footer)
    assert [type(block) for block in paper.blocks] == [type(b) for b in made.paper.blocks]
    tables = [(b.title, b.widths, b.small) for b in paper.blocks if isinstance(b, Table)]
    assert tables == [
        (b.title, b.widths, b.small) for b in made.paper.blocks if isinstance(b, Table)
    ]


@given(
    st.lists(st.tuples(st.sampled_from(["opening", "summary", "facts/present", "a"]), HOSTILE))
)
def test_any_words_are_read_back(pairs: list[tuple[str, str]]) -> None:
    agreement = decided_agreement()
    paper = minutes(agreement, agreement.meetings["wg2"], at=AT)
    action = next(place for place in pieces(paper) if place.startswith("action/"))
    mine = [
        Rewording(place, "wg2", action if place == "a" else place, "", own, AT)
        for place, own in pairs
    ]
    text = write_markdown(reworded(paper, mine).paper)
    assert write_markdown(kept_paper(text)) == text


def test_two_versions_are_compared_with_what_went_and_what_came() -> None:
    once = kept(decided_agreement())
    meeting = once.meetings["wg2"]
    twice = kept(other_words(once, "closing", "De voorzitter dankt allen en sluit af."), LATER)
    older, newer = versions_of(twice, meeting)
    both = compared(older, newer)
    assert "~~" in write_markdown(both)
    assert "**dankt allen" in write_markdown(both)
    before = write_markdown(Paper("", rejected(both)))
    after_all = write_markdown(Paper("", accepted(both)))
    assert before in older.text
    assert after_all.strip() in newer.text
    assert version_named((older, newer), "concept 1") is older
    assert version_named((older, newer), "2") is newer
    with pytest.raises(NotFound, match="Concept 1, Concept 2"):
        version_named((older, newer), "7")


@given(
    st.dictionaries(
        st.sampled_from(["opening", "summary", "facts/present", "closing"]), HOSTILE
    )
)
def test_a_comparison_holds_both_versions_whole(words: dict[str, str]) -> None:
    once = kept(decided_agreement())
    now = once
    for place, becomes in words.items():
        now = other_words(now, place, becomes)
    versions = versions_of(kept(now, LATER), once.meetings["wg2"])
    older, newer = versions[0], versions[-1]
    both = compared(older, newer)
    assert rejected(both) == upright(kept_paper(older.text)).blocks
    assert accepted(both) == upright(kept_paper(newer.text)).blocks
