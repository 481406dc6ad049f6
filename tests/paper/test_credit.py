"""On whose name and of which day a tracked change stands, and since when it is looked for."""

from __future__ import annotations

from datetime import datetime

import pytest

from pa_tui.domain.decisions import Outcome
from pa_tui.domain.meetings import MeetingKind
from pa_tui.domain.text import Text
from pa_tui.edits import (
    CloseMeeting,
    MoveArticle,
    NameVersion,
    OpenMeeting,
    RecordDecision,
    ReviseText,
)
from pa_tui.edits.article import Propose, SetLead, TakeOverProposal
from pa_tui.edits.base import Edit, Moment
from pa_tui.errors import NotFound
from pa_tui.looking_back import past_named
from pa_tui.memory import MemoryStore
from pa_tui.papers.blocks import Change, Heading, PageCount, Paper, Paragraph
from pa_tui.papers.carried import LeadAndPlanning
from pa_tui.papers.redline import redline
from tests.paper.agreements import draft_agreement, words

TABLE = "Werkgroep prestatieafspraken Rietbeek 2027"
BOARD = "Bestuurlijk overleg prestatieafspraken Rietbeek 2027"
FIRST, BETWEEN = datetime(2026, 9, 8, 10, 0), datetime(2026, 9, 20, 9, 0)
SECOND, LATER = datetime(2026, 10, 6, 14, 0), datetime(2026, 10, 20, 9, 0)
OLD = "De gemeente en de corporaties spannen zich in om de wachttijd voor urgente "
OLD += "woningzoekenden terug te brengen tot maximaal zes maanden."


class Table(MemoryStore):
    """Acts on the invented agreement, each at its moment."""

    def __init__(self) -> None:
        super().__init__(draft_agreement())
        self.at(FIRST, ReviseText("a-4-10", words("Eerst dit.")), NameVersion("Concept 2"))

    def at(self, moment: datetime, *edits: Edit) -> None:
        for edit in edits:
            self.commit(edit, Moment.of(moment, "P. Geheim"))

    def paper(self, since: str = "Concept 2", **wishes: object) -> Paper:
        past, name = past_named(self, since)
        return redline(past.agreement, self.agreement, at=LATER, steps=past.steps, since=name,
                       version="nu", **wishes)  # type: ignore[arg-type]  # fmt: skip

    def changes(self, **wishes: object) -> dict[str, tuple[str, datetime]]:
        """Every piece that came or went, with its author and moment."""
        found = {}
        for block in self.paper(**wishes).blocks:
            for run in block.runs if isinstance(block, Change) else ():
                if not isinstance(run, PageCount) and run.revision:
                    found[getattr(run, "text", "")] = (run.revision.author, run.revision.at)
        return found


def agreed(article: str, text: Text | None = None) -> RecordDecision:
    return RecordDecision(article, Outcome.AMENDED, new_text=text, outside_meeting=True)


def test_the_day_is_that_of_the_decision() -> None:
    table = Table()
    table.at(BETWEEN, ReviseText("a-1-2", words(OLD.replace("zes", "vier"))))
    assert table.changes()["vier"] == (TABLE, BETWEEN)
    table.at(SECOND, agreed("a-1-2"))
    assert table.changes()["zes"] == table.changes()["vier"] == (TABLE, SECOND)


def test_who_proposed_the_words_is_their_author() -> None:
    table = Table()
    table.at(BETWEEN, Propose("a-1-2", "hbr", words(OLD.replace("zes", "drie"))))
    table.at(SECOND, TakeOverProposal("a-1-2", 1), agreed("a-1-2"))
    assert table.changes()["drie"] == ("Huurdersbelang Rietbeek", SECOND)


def test_each_word_has_the_decision_that_brought_it() -> None:
    table = Table()
    once = OLD.replace("zes", "vier")
    table.at(BETWEEN, OpenMeeting(), agreed("a-1-2", words(once)), CloseMeeting())
    board = OpenMeeting(kind=MeetingKind.ADMINISTRATIVE)
    table.at(SECOND, board, agreed("a-1-2", words(once.replace("urgente", "alle"))))
    found = table.changes()
    assert found["vier"] == (TABLE, BETWEEN)
    assert found["alle"] == (BOARD, SECOND)


def test_what_was_put_off_is_not_decided() -> None:
    table = Table()
    table.at(BETWEEN, ReviseText("a-1-2", words(OLD.replace("zes", "vier"))))
    table.at(SECOND, RecordDecision("a-1-2", Outcome.DEFERRED, outside_meeting=True))
    assert table.changes()["vier"] == (TABLE, BETWEEN)


def test_an_article_that_goes_or_moves_has_its_day() -> None:
    table = Table()
    table.at(BETWEEN, MoveArticle("a-1-5", "a-3-4"))
    drop = RecordDecision("a-1-9", Outcome.DROPPED, reason="x", outside_meeting=True)
    table.at(SECOND, drop)
    found = table.changes()
    assert found["Woonwagenstandplaatsen"] == (TABLE, BETWEEN)
    assert found["Loting"] == (TABLE, SECOND)


def test_lead_and_planning_change_by_the_word() -> None:
    table = Table()
    table.at(SECOND, SetLead("a-1-1", ("haard",)))
    assert "De Goede Haard." not in table.changes()
    assert table.changes(shows=LeadAndPlanning.INLINE)["De Goede Haard."] == (TABLE, SECOND)
    (remark,) = (
        comment
        for block in table.paper(comments=True).blocks
        if isinstance(block, Heading | Paragraph)
        for comment in block.comments
        if "(was: Beekwonen)" in comment.text
    )
    assert remark.text == "Trekker: De Goede Haard (was: Beekwonen)."
    assert (remark.author, remark.at) == (TABLE, SECOND)


def test_a_dropped_article_says_why_in_the_margin() -> None:
    table = Table()
    drop = RecordDecision("a-1-9", Outcome.DROPPED, reason="uitgevoerd", outside_meeting=True)
    table.at(SECOND, drop)
    told = [
        comment.text
        for block in table.paper(comments=True).blocks
        if isinstance(block, Change) and isinstance(block.before, Heading)
        for comment in block.before.comments
    ]
    (remark,) = told
    assert remark.startswith("Uitkomst: vervalt: uitgevoerd (buiten overleg, 6 oktober 2026).")


@pytest.mark.parametrize(
    "since", ["concept  2", "WG1", "wg 1", "werkgroep 1", "1", "2026-09-20", "20-9-2026",
              "21 september 2026"]
)  # fmt: skip
def test_since_a_version_a_meeting_or_a_day(since: str) -> None:
    table = Table()
    table.at(BETWEEN, OpenMeeting(date=BETWEEN.date()), CloseMeeting())
    table.at(SECOND, agreed("a-1-2", words(OLD.replace("zes", "vier"))))
    past, _ = past_named(table, since)
    assert past.agreement.articles["a-1-2"].text == words(OLD)
    assert past.agreement.articles["a-4-10"].text == words("Eerst dit.")


def test_a_meeting_that_still_runs_is_looked_at_from_its_opening() -> None:
    table = Table()
    table.at(SECOND, OpenMeeting(), agreed("a-1-2", words("Iets anders.")))
    assert past_named(table, "WG1")[0].agreement.articles["a-1-2"].text == words(OLD)


@pytest.mark.parametrize("since", ["Concept 9", "WG7", "2026-09-07", "2026-02-31", "x-y-z", ""])
def test_what_is_not_there_is_answered_with_what_is(since: str) -> None:
    table = Table()
    table.at(SECOND, OpenMeeting(date=SECOND.date()))
    with pytest.raises(NotFound) as refused:
        past_named(table, since)
    assert refused.value.values["known"] == "Concept 1, Concept 2, WG1 (2026-10-06)"
