"""What a meeting talked about without an outcome, and what it merged, is written down."""

from __future__ import annotations

from pa_tui.domain.decisions import Outcome, Stance, Stand
from pa_tui.domain.meetings import Unsettled
from pa_tui.domain.text import Block, BlockKind
from pa_tui.edits import (
    AddArticle,
    CloseMeeting,
    MergeArticles,
    OpenMeeting,
    RecordDecision,
    ReopenArticle,
    ReviseText,
    SetLead,
    TakePosition,
)
from tests.core.test_coming_back import acted
from tests.samples import agreement

OTHER = (Block(BlockKind.PARAGRAPH, "De huren stijgen gemiddeld 2%."),)
NEW = (Block(BlockKind.PARAGRAPH, "De gemeente belt elke huurder."),)


def test_a_meeting_keeps_what_it_talked_about_and_left_open() -> None:
    value = acted(
        agreement(),
        OpenMeeting(),
        ReviseText("1.1", OTHER),
        AddArticle("1", NEW, after="1.1"),
        TakePosition("1.2", "hbr", Stance.DISAGREE, "te laat"),
        SetLead("1.3", ("beekwonen",)),
        RecordDecision("1.4", Outcome.AGREED),
        CloseMeeting(),
    )
    (meeting,) = value.ordered_meetings
    one, new, two, three = meeting.unsettled
    assert one == Unsettled("a11", agreement().articles["a11"].text, OTHER)
    assert (new.was, new.text) == ((), NEW)
    assert two == Unsettled("a12", stands=(Stand("hbr", Stance.DISAGREE, reason="te laat"),))
    assert three == Unsettled("a13", leads=("beekwonen",))


def test_the_next_meeting_keeps_only_what_is_new() -> None:
    value = acted(agreement(), OpenMeeting(), ReviseText("1.1", OTHER), CloseMeeting())
    again = acted(value, OpenMeeting(), CloseMeeting(), day=28)
    assert again.ordered_meetings[-1].unsettled == ()
    changed = acted(value, OpenMeeting(), ReviseText("1.1", NEW), CloseMeeting(), day=28)
    (kept,) = changed.ordered_meetings[-1].unsettled
    assert (kept.article, kept.text) == ("a11", NEW)


def test_merging_in_a_meeting_is_a_decision_on_what_goes() -> None:
    value = acted(agreement(), OpenMeeting(), MergeArticles("1.1", "1.4"))
    decision = value.decision_on("a14")
    assert decision is not None
    assert (decision.outcome, decision.reason) == (Outcome.DROPPED, "opgegaan in 1.1")
    assert (decision.positions, decision.silent, decision.missing) == ((), (), ())
    assert value.articles["a14"].removed
    assert acted(value, RecordDecision("1.2", Outcome.AGREED)).decision_on("a12").number == 2  # type: ignore[union-attr]
    back = acted(value, ReopenArticle("1.4"))
    assert not back.articles["a14"].removed
    assert back.decision_on("a14") is None


def test_merging_outside_a_meeting_is_none() -> None:
    value = acted(agreement(), MergeArticles("1.1", "1.4"))
    assert value.articles["a14"].removed
    assert not value.decisions
