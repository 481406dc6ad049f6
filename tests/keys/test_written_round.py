"""A written round on the screen of the meeting: who answered, the term, and its closing."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from pa_tui.domain.decisions import Outcome, ReservationKind, Stance
from pa_tui.domain.meetings import AgendaItem, MeetingKind
from pa_tui.domain.rounds import round_articles
from pa_tui.domain.selection import Selection
from pa_tui.edits import DecideTogether, OpenMeeting, RecordAnswer, RecordDecision, ReviseText
from pa_tui.errors import NotAllowed
from pa_tui.telling import describe_edit
from tests.keys.seeing import SIZES, seeing
from tests.samples import agreement, done, paragraph

TERM = datetime(2026, 9, 18, 12, 0)


def in_round(*more):
    return done(agreement(), OpenMeeting(MeetingKind.WRITTEN, answer_by=TERM), *more)


@pytest.mark.parametrize("size", SIZES)
async def test_parties_stand_with_answers_and_term_instead_of_attendance(size):
    async with seeing("meeting", in_round(), size) as table:
        assert table.shows("Answers 0 of 4 parties")
        assert table.shows("1 Gemeente ○ no answer yet")
        assert table.shows("Term 18 Sep 2026 12.00")
        assert table.shows("in 3 days")
        assert not table.shows("At the table")


async def test_an_answer_on_everything_fills_what_the_party_had_not_said():
    async with seeing("meeting", in_round()) as table:
        await table.press("4", "v", "h")
        await table.enter("1.1, 14 september, e-mail van HBR: het aantal woningen")
        await table.press("4", "a", "enter")
        assert table.shows("4 HBR ● agrees")
        assert table.shows("reservation on 1.1 · 14 Sep · e-mail van HBR: het")
        said = table.agreement.positions_on("a11")["hbr"]
        assert (said.stance, said.kind) == (Stance.RESERVE, ReservationKind.CONTENT)
        assert said.said_on == date(2026, 9, 14)
        assert table.agreement.positions_on("a21")["hbr"].stance is Stance.AGREE
        await table.press("d")
        assert table.shows("4 HBR ○ no answer yet")
        assert table.agreement.positions_on("a11") == {}


async def test_after_the_term_no_answer_is_told_and_closing_names_who():
    async with seeing("meeting", in_round(), now=datetime(2026, 9, 19, 9, 0)) as table:
        assert table.shows("1 Gemeente ○ no answer in time")
        assert table.shows("passed")
        await table.press("1", "a", "enter", "S")
        assert table.shows("No answer 3")
        assert table.shows("Beekwonen, De Goede Haard and HBR · No answer is no agreement.")


def test_a_round_decides_with_answers_only_and_names_who_did_not_answer():
    value = in_round(RecordAnswer("rietbeek", Stance.AGREE), RecordAnswer("hbr", Stance.AGREE))
    block = DecideTogether(("1.1", "2.1"), Outcome.AGREED)
    value = done(value, block)
    decision = value.decision_on("a11")
    assert decision is not None
    assert decision.missing == ("beekwonen", "goede-haard")
    assert {stand.party for stand in decision.positions} == {"rietbeek", "hbr"}


def test_nobody_agrees_by_keeping_silent():
    with pytest.raises(NotAllowed, match="No party has agreed"):
        done(in_round(), RecordDecision("1.1", Outcome.AGREED))


def test_a_new_wording_wants_a_new_answer():
    value = in_round(RecordAnswer("rietbeek", Stance.AGREE))
    value = done(value, ReviseText("1.1", (paragraph("De huren stijgen 3%."),)))
    assert value.positions_on("a11") == {}
    again = RecordAnswer("rietbeek", Stance.AGREE, articles=("1.1",), source="brief")
    value = done(value, again)
    assert value.positions_on("a11")["rietbeek"].source == "brief"
    assert describe_edit(again, value).endswith("1.1: akkoord")


def test_a_party_answers_only_on_its_own_themes():
    value = in_round(RecordAnswer("goede-haard", Stance.AGREE))
    assert value.positions_on("a41") == {}
    with pytest.raises(NotAllowed):
        done(value, RecordAnswer("goede-haard", Stance.AGREE, articles=("4.1",)))


def test_a_round_asks_about_its_agenda_and_what_it_decided():
    item = AgendaItem("Open", selection=Selection.OPEN)
    opening = OpenMeeting(MeetingKind.WRITTEN, answer_by=TERM, agenda=(item,))
    value = done(
        agreement(),
        RecordDecision("1.1", Outcome.AGREED, outside_meeting=True),
        opening,
        RecordAnswer("rietbeek", Stance.AGREE),
        RecordDecision("1.2", Outcome.AGREED),
        RecordAnswer("hbr", Stance.AGREE),
    )
    assert value.positions_on("a11") == {}
    assert set(value.positions_on("a12")) == {"rietbeek", "hbr"}
    assert "a12" in round_articles(value, value.running_meeting)


def test_answers_belong_to_a_round():
    with pytest.raises(NotAllowed, match="No written round"):
        done(agreement(), RecordAnswer("hbr", Stance.AGREE))


async def test_en_bloc_takes_what_was_answered():
    value = in_round(RecordAnswer("rietbeek", Stance.AGREE, articles=("1.1", "1.3")))
    async with seeing("walk", value) as table:
        await table.press("A", "enter")
        assert table.agreement.decision_on("a11") is not None
        assert table.agreement.decision_on("a13") is not None
        assert table.agreement.decision_on("a12") is None
