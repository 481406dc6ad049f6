"""Minutes tell what was talked about without an outcome, and what was merged."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.decisions import DisputeKind, Outcome, ReservationKind, Stance
from pa_tui.domain.meetings import Presence
from pa_tui.domain.text import Block, BlockKind
from pa_tui.edits import (
    AddArticle,
    Attend,
    CloseMeeting,
    Edit,
    LiftReservation,
    MergeArticles,
    OpenMeeting,
    PlanMeeting,
    RecordDecision,
    ResumeMeeting,
    ReviseText,
    SetLead,
    SuspendMeeting,
    TakeNote,
    TakePosition,
    apply,
)
from pa_tui.papers.markdown import write_markdown
from pa_tui.papers.minutes import minutes
from tests.core.test_coming_back import acted
from tests.samples import agreement, moment

AT = datetime(2026, 9, 15, 17, 0)
OTHER = (Block(BlockKind.PARAGRAPH, "De huren stijgen gemiddeld 2%."),)
NEW = (Block(BlockKind.PARAGRAPH, "De gemeente belt elke huurder."),)
UNTREATED = "**Nog niet behandeld:**"


def told(*acts: Edit) -> str:
    value = acted(agreement(), OpenMeeting(), *acts, CloseMeeting())
    made = minutes(value, value.ordered_meetings[0], at=AT, version="Concept")
    return write_markdown(made).replace("\\", "")


def untreated(words: str) -> str:
    return words.partition(UNTREATED)[2].partition("\n")[0]


def test_a_text_without_a_decision_is_told_with_its_change() -> None:
    words = told(ReviseText("1.1", OTHER), AddArticle("1", NEW, after="1.1"))
    open_ = "Er is nog geen besluit genomen."
    assert f"De tekst is gewijzigd (zie tekstwijziging 1). {open_}" in words
    assert f"Nieuwe afspraak (zie tekstwijziging 2). {open_}" in words
    assert "**Besproken, nog niet besloten:** 1.1 en 1.1a." in words
    assert "1.1" not in untreated(words)
    annex = words.partition("Bijlage C")[2]
    assert "| C1 | 1.1 Huurverhoging" in annex
    assert "nieuwe afspraak" in annex
    assert "De gemeente belt elke huurder." in annex


def test_what_went_up_in_another_is_told_where_decisions_are() -> None:
    words = told(MergeArticles("1.1", "1.4"))
    assert "De afspraak vervalt, omdat deze is opgegaan in 1.1." in words
    assert "vervalt: opgegaan in 1.1" in words.partition("Bijlage A")[2]
    assert "De tekst is gewijzigd (zie tekstwijziging 1)." in words
    assert "1.4" not in untreated(words)


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (
            TakePosition("1.2", "hbr", Stance.DISAGREE, "te laat"),
            "HBR is niet akkoord: te laat.",
        ),
        (TakePosition("1.2", "hbr", Stance.AGREE), "HBR is akkoord."),
        (
            TakePosition(
                "1.2", "hbr", Stance.RESERVE, "het aantal", kind=ReservationKind.CONTENT
            ),
            "HBR maakt een voorbehoud bij het aantal.",
        ),
        (SetLead("1.2", ("hbr", "beekwonen")), "HBR en Beekwonen trekken deze afspraak."),
        (TakeNote("De cijfers komen nog.", "1.2"), "De cijfers komen nog."),
    ],
)
def test_what_was_said_without_a_decision_is_told(act: Edit, sentence: str) -> None:
    words = told(act)
    assert sentence in words
    assert "Er is nog geen besluit genomen." in words
    assert "**Besproken, nog niet besloten:** 1.2." in words
    assert "1.2" not in untreated(words)


def test_a_text_that_changed_after_the_decision_is_told_beside_it() -> None:
    words = told(RecordDecision("1.1", Outcome.AGREED), ReviseText("1.1", OTHER))
    assert "De afspraak is heropend. De tekst is gewijzigd (zie tekstwijziging 1)." in words


def test_the_next_minutes_do_not_tell_it_again() -> None:
    value = acted(agreement(), OpenMeeting(), ReviseText("1.1", OTHER), CloseMeeting())
    value = acted(value, OpenMeeting(), CloseMeeting(), day=28)
    made = minutes(value, value.ordered_meetings[1], at=datetime(2026, 9, 28, 17))
    words = write_markdown(made)
    assert "De teksten zijn niet gewijzigd." in words


@pytest.mark.parametrize(
    ("until", "printed"),
    [
        ("vóór 1 december 2026", "vóór 1 december 2026"),
        ("uiterlijk 1 december 2026", "uiterlijk 1 december 2026"),
        ("1 december 2026", "uiterlijk 1 december 2026"),
        ("", ""),
    ],
)
def test_what_still_comes_is_told_with_who_and_by_when(until: str, printed: str) -> None:
    said = "het aantal woningen, HBR"
    words = told(RecordDecision("1.1", Outcome.PRO_MEMORIE, text=said, until=until))
    own = ", ".join(piece for piece in ("1.1 (het aantal woningen, HBR", printed) if piece)
    assert f"**Gegevens volgen (p.m.):** {own})." in words
    by = f" {printed}" if printed else ""
    assert f"Het aantal woningen volgt (p.m.); HBR levert dit{by} aan." in words


def test_a_point_to_discuss_is_told_in_one_sentence() -> None:
    talk = DisputeKind.DISCUSSION
    words = told(
        RecordDecision("1.1", Outcome.NO_AGREEMENT, reason="het spreekuur", kind=talk),
    )
    goes = "De werkgroep geeft dit punt ter bespreking mee aan het bestuurlijk overleg"
    assert f"{goes}: het spreekuur." in words
    assert "Het spreekuur." not in words


def test_a_suspension_within_a_minute_has_one_time() -> None:
    at = moment(7, datetime(2026, 9, 15, 14, 52))
    value = acted(agreement(), OpenMeeting())
    for act in (SuspendMeeting(), ResumeMeeting()):
        value = apply(act, value, at).agreement
    words = write_markdown(minutes(value, value.ordered_meetings[0], at=AT))
    assert "De voorzitter schorst om 14.52 uur kort." in words
    assert "van 14.52 tot 14.52" not in words


def test_what_follows_are_meetings_still_to_come() -> None:
    value = acted(
        agreement(),
        PlanMeeting(date=date(2026, 9, 28)),
        PlanMeeting(date=date(2026, 9, 28)),
        PlanMeeting(date=date(2026, 10, 5)),
        day=1,
    )
    first, second, _third = value.ordered_meetings
    value = acted(value, OpenMeeting(planned=first.id, date=date(2026, 9, 28)), CloseMeeting())
    value = acted(value, OpenMeeting(planned=second.id), CloseMeeting(), day=28)
    own = printed(value, second.id)
    assert "Werkgroep 1:" not in own
    assert "Werkgroep 3: maandag 5 oktober 2026" in own
    assert "Werkgroep 2: maandag 28 september 2026" in printed(value, first.id)


def test_what_was_held_over_to_this_meeting_was_not_treated() -> None:
    later = RecordDecision("1.1", Outcome.DEFERRED, until="werkgroep 2")
    value = acted(agreement(), OpenMeeting(), later, CloseMeeting())
    value = acted(value, OpenMeeting(), CloseMeeting(), day=28)
    first, second = value.ordered_meetings
    assert "**Aangehouden:** 1.1 (tot werkgroep 2)." in printed(value, first.id)
    assert "**Aangehouden:** 1.1 (tot deze bijeenkomst, niet behandeld)." in printed(
        value, second.id
    )


def printed(value: Agreement, meeting: str) -> str:
    made = minutes(value, value.meetings[meeting], at=datetime(2026, 9, 28, 17))
    return write_markdown(made).replace("\\", "")


def test_what_a_party_says_later_of_a_decision_is_told() -> None:
    away = Attend("hbr", Presence.EXCUSED)
    agreed = RecordDecision("1.1", Outcome.AGREED)
    value = acted(agreement(), OpenMeeting(), away, agreed, CloseMeeting())
    said = TakePosition("1.1", "hbr", Stance.AGREE)
    value = acted(value, OpenMeeting(), said, CloseMeeting(), day=28)
    first, second = value.ordered_meetings
    assert "HBR is akkoord. Er is geen nieuw besluit genomen." in printed(value, second.id)
    assert "HBR is akkoord." not in printed(value, first.id)


def test_what_was_let_know_by_letter_is_told_once() -> None:
    reserved = TakePosition("1.1", "hbr", Stance.RESERVE)
    agreed = RecordDecision("1.1", Outcome.AGREED)
    value = acted(agreement(), OpenMeeting(), reserved, agreed, CloseMeeting())
    lifted = LiftReservation("1.1", "hbr", "e-mail")
    value = acted(value, OpenMeeting(), lifted, CloseMeeting(), day=28)
    words = printed(value, value.ordered_meetings[1].id)
    assert "Het voorbehoud is opgeheven." in words
    assert "geen nieuw besluit" not in words
