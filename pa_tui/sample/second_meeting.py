"""Working group 2, which is meeting now, up to half way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pa_tui.domain.decisions import Outcome, ReservationKind, Stance
from pa_tui.domain.meetings import AgendaItem, ItemKind, MeetingKind, Presence, TableRole
from pa_tui.domain.timing import Timing, TimingKind
from pa_tui.edits import (
    AddAction,
    AdoptMinutes,
    Attend,
    ConfirmSuggestions,
    DecideTogether,
    OpenMeeting,
    RecordDecision,
    SetTiming,
    TakeNote,
    TakeOverProposal,
    TakePosition,
)
from pa_tui.sample.first_meeting import Timed, theme_item
from pa_tui.sample.occasion import Occasion
from pa_tui.sample.source import sample_id


def second_meeting(when: Occasion) -> Iterator[Timed]:
    """The meeting so far, at clock times."""
    yield from _opening(when)
    yield from _what_came_back(when)
    yield from _third_theme(when)
    yield from _where_we_are(when)


def _opening(when: Occasion) -> Iterator[Timed]:
    came_back = tuple(when.texts.draft(number).id for number in ("2.2", "2.6", "2.8"))
    yield (
        "13:30",
        OpenMeeting(
            MeetingKind.WORKING_GROUP,
            2,
            when.today,
            "",
            "Kantoor Beekwonen, grote zaal",
            "Hanneke Vos",
            "Ilse Bosman",
            (),
            (
                AgendaItem("Opening en vaststelling agenda", 5),
                AgendaItem("Verslag vorige bijeenkomst", 5, kind=ItemKind.MINUTES),
                AgendaItem("Actielijst", 5, kind=ItemKind.ACTIONS),
                AgendaItem("Terug van werkgroep 1", 20, came_back, sample_id("theme", "2")),
                theme_item(when.texts, "3", 35),
                theme_item(when.texts, "4", 35),
                AgendaItem("Openstaande punten en voorbehouden", 10),
                AgendaItem("Rondvraag en sluiting", 5),
            ),
        ),
    )
    here = Presence.PRESENT
    for name, party, state, role in (
        ("Hanneke Vos", None, here, TableRole.CHAIR),
        ("Ilse Bosman", None, here, TableRole.SECRETARY),
        ("Ruben Tak", "rietbeek", here, TableRole.MEMBER),
        ("Marit Hoekstra", "rietbeek", here, TableRole.MEMBER),
        ("Sanne de Wit", "beekwonen", here, TableRole.MEMBER),
        ("Joost Peters", "beekwonen", Presence.EXCUSED, TableRole.MEMBER),
        ("Carla Mulder", "goede-haard", Presence.ONLINE, TableRole.MEMBER),
        ("Toon Wiersma", "hbr", here, TableRole.MEMBER),
        ("Noor Smeets", None, here, TableRole.LISTENER),
    ):
        yield "13:31", Attend(name, state, party, role)
    yield "13:38", AdoptMinutes("1")


def _what_came_back(when: Occasion) -> Iterator[Timed]:
    yield "13:42", TakePosition("1.1", "goede-haard", Stance.AGREE)
    yield "13:45", TakeOverProposal("2.2", 1)
    yield "13:46", TakePosition("2.2", "beekwonen", Stance.AGREE)
    yield "13:46", RecordDecision("2.2", Outcome.AMENDED)
    start = Timing(
        f"in het vierde kwartaal van {when.year}",
        TimingKind.PERIOD,
        date(when.year, 10, 1),
        date(when.year, 12, 31),
    )
    permit = Timing(
        f"vóór 1 april {when.year}", TimingKind.CONDITION, end=date(when.year, 3, 31)
    )
    yield "13:47", SetTiming("2.2", (start, permit))
    yield (
        "13:50",
        TakeNote(
            "De offerte komt uit op € 27.500 voor 150 bezoeken; dat past in de begroting.",
            "1.7a",
            "rietbeek",
        ),
    )
    yield "13:52", RecordDecision("1.7a", Outcome.AMENDED)


def _third_theme(when: Occasion) -> Iterator[Timed]:
    yield "14:01", DecideTogether(("3.2", "3.5"))
    yield "14:05", RecordDecision("3.1", Outcome.AMENDED)
    yield (
        "14:06",
        AddAction(
            "Adressen in Beekzicht met de planning naar HBR sturen",
            "3.1",
            "beekwonen",
            "Sanne de Wit",
            *when.deadline(15),
        ),
    )
    yield (
        "14:11",
        TakePosition(
            "3.3",
            "hbr",
            Stance.RESERVE,
            "de bijdrage van € 9 per maand",
            kind=ReservationKind.CONTENT,
        ),
    )
    yield "14:12", RecordDecision("3.3", Outcome.AMENDED)
    decided = when.texts.draft("3.4").decided
    yield "14:18", RecordDecision("3.4", Outcome.AMENDED, new_text=decided)
    visit = Timing("binnen acht werkdagen", TimingKind.EVENT)
    yield "14:18", SetTiming("3.4", (visit,))
    yield "14:18", ConfirmSuggestions(("3.4",))
    yield (
        "14:19",
        AddAction(
            "Bij de aannemer navragen of acht werkdagen haalbaar is",
            "3.4",
            "goede-haard",
            "Carla Mulder",
            *when.deadline(24),
        ),
    )


def _where_we_are(when: Occasion) -> Iterator[Timed]:
    yield "14:23", TakePosition("3.6", "hbr", Stance.AGREE)
    yield (
        "14:24",
        TakeNote("HBR heeft al vijf aanmeldingen voor de opleiding.", "3.6", "hbr"),
    )
    yield (
        "14:25",
        TakePosition("3.6", "rietbeek", Stance.RESERVE, "het college", when.day(14)),
    )
