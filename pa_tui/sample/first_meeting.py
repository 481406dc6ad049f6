"""Working group 1 of 8 September 2026: the themes 1 and 2, and what followed by e-mail."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pa_tui.domain.decisions import DisputeKind, Outcome, ReservationKind, Stance
from pa_tui.domain.meetings import ActionState, AgendaItem, MeetingKind, Presence, TableRole
from pa_tui.edits.article import (
    AddAction,
    DeclineProposal,
    Park,
    Propose,
    SetActionState,
    SetLead,
    TakeNote,
)
from pa_tui.edits.base import Edit
from pa_tui.edits.decision import (
    DecideTogether,
    LiftReservation,
    RecordDecision,
    TakePosition,
    WithdrawAgreement,
)
from pa_tui.edits.meeting import (
    Attend,
    CloseMeeting,
    OpenMeeting,
    ResumeMeeting,
    SuspendMeeting,
)
from pa_tui.edits.structure import NameVersion
from pa_tui.sample.source import sample_id, source

Timed = tuple[str, Edit]
"""A clock time (or day and clock time) and what was done then."""


def theme_item(number: str, minutes: int) -> AgendaItem:
    """The agenda item of a theme with the articles it began the year with."""
    theme = next(theme for theme in source().themes if theme["number"] == number)
    articles = tuple(
        draft.id for draft in source().drafts if draft.theme == number and not draft.new_after
    )
    return AgendaItem(
        f"Thema {number}: {theme['title']}", minutes, articles, sample_id("theme", number)
    )


def first_meeting() -> Iterator[Timed]:
    """The meeting from opening to closing, at clock times."""
    yield from _opening()
    yield from _first_theme()
    yield from _second_theme()
    yield from _closing()


def _opening() -> Iterator[Timed]:
    yield (
        "13:30",
        OpenMeeting(
            MeetingKind.WORKING_GROUP,
            1,
            date(2026, 9, 8),
            "",
            "Gemeentehuis Rietbeek, kamer 1.12",
            "Hanneke Vos",
            "Ilse Bosman",
            ("goede-haard",),
            (
                AgendaItem("Opening en vaststelling agenda", 5),
                AgendaItem("Mededelingen", 10),
                theme_item("1", 45),
                theme_item("2", 40),
                AgendaItem("Rondvraag en sluiting", 10),
            ),
        ),
    )
    here, away = Presence.PRESENT, Presence.EXCUSED
    for name, party, state, role in (
        ("Hanneke Vos", None, here, TableRole.CHAIR),
        ("Ilse Bosman", None, here, TableRole.SECRETARY),
        ("Ruben Tak", "rietbeek", here, TableRole.MEMBER),
        ("Marit Hoekstra", "rietbeek", away, TableRole.MEMBER),
        ("Sanne de Wit", "beekwonen", here, TableRole.MEMBER),
        ("Toon Wiersma", "hbr", here, TableRole.MEMBER),
        ("Fatima el Idrissi", "hbr", here, TableRole.MEMBER),
        ("Bert Lansink", None, Presence.ONLINE, TableRole.ADVISER),
    ):
        yield "13:31", Attend(name, state, party, role)
    replaced = Presence.REPLACED
    yield "13:31", Attend("Joost Peters", replaced, "beekwonen", by="Linda Blom")
    yield (
        "13:36",
        TakeNote(
            "HBR vraagt om de stukken voortaan een week vooraf te ontvangen.", party="hbr"
        ),
    )


def _first_theme() -> Iterator[Timed]:
    yield (
        "13:43",
        TakePosition(
            "1.1",
            "hbr",
            Stance.RESERVE,
            "de achterban",
            date(2026, 9, 25),
            ReservationKind.CONSENT,
        ),
    )
    yield "13:44", RecordDecision("1.1", Outcome.AMENDED)
    yield (
        "13:45",
        AddAction(
            "HBR raadpleegt de achterban over het huurbeleid",
            "1.1",
            "hbr",
            "Toon Wiersma",
            date(2026, 9, 25),
            "uiterlijk 25 september 2026",
        ),
    )
    yield "13:50", Attend("Carla Mulder", Presence.ARRIVED, "goede-haard", at="13.50")
    yield from _about_young_people()
    yield from _about_allocation()
    yield from _about_coach()
    yield "14:14", DecideTogether(("1.5", "1.7"))
    yield (
        "14:17",
        RecordDecision(
            "1.6",
            Outcome.PRO_MEMORIE,
            text="het aantal woningen",
            reason="Gemeente",
            until="1 november 2026",
            until_date=date(2026, 11, 1),
        ),
    )
    yield "14:19", RecordDecision("1.8", Outcome.REGULAR)
    yield from _about_energy()


def _about_young_people() -> Iterator[Timed]:
    yield (
        "13:56",
        TakeNote(
            "De Weverij levert in 2027 24 woningen op. Beekwonen houdt er acht vrij voor "
            "gezinnen, zodat er zestien overblijven.",
            "1.2",
            "beekwonen",
        ),
    )
    yield (
        "13:58",
        DeclineProposal(
            "1.2", 1, "De Weverij telt in 2027 nog maar 24 woningen; acht zijn voor gezinnen."
        ),
    )
    yield "13:59", RecordDecision("1.2", Outcome.AMENDED)


def _about_allocation() -> Iterator[Timed]:
    yield (
        "14:03",
        TakePosition(
            "1.3",
            "hbr",
            Stance.DISAGREE,
            "in 2026 lukte 74%, dus 70% is een stap terug",
        ),
    )
    for party in ("rietbeek", "beekwonen", "goede-haard"):
        yield "14:04", TakePosition("1.3", party, Stance.AGREE)
    yield (
        "14:05",
        RecordDecision(
            "1.3", Outcome.NO_AGREEMENT, reason="het percentage", kind=DisputeKind.DISPUTE
        ),
    )


def _about_coach() -> Iterator[Timed]:
    yield (
        "14:09",
        TakePosition(
            "1.4",
            "rietbeek",
            Stance.RESERVE,
            "de bijdrage van € 18.000",
            kind=ReservationKind.CONTENT,
        ),
    )
    yield "14:10", RecordDecision("1.4", Outcome.AMENDED)
    yield (
        "14:11",
        AddAction(
            "Gemeente zoekt uit of € 18.000 voor de verhuiscoach in de begroting past",
            "1.4",
            "rietbeek",
            "Ruben Tak",
            date(2026, 10, 14),
            "vóór 15 oktober 2026",
        ),
    )


def _about_energy() -> Iterator[Timed]:
    yield (
        "14:24",
        RecordDecision(
            "1.7a",
            Outcome.DEFERRED,
            text="De gemeente vraagt eerst een offerte aan.",
            until="werkgroep 2",
            until_date=date(2026, 9, 29),
        ),
    )
    yield (
        "14:25",
        AddAction(
            "Gemeente stuurt de offerte voor de energiefixers rond",
            "1.7a",
            "rietbeek",
            "Ruben Tak",
            date(2026, 9, 21),
            "vóór 22 september 2026",
        ),
    )


def _second_theme() -> Iterator[Timed]:
    yield "14:35", SuspendMeeting()
    yield "14:45", ResumeMeeting()
    yield from _about_building()
    yield from _about_sales()
    yield "15:05", Attend("Fatima el Idrissi", Presence.LEFT, "hbr", at="15.05")
    yield "15:08", RecordDecision("2.5", Outcome.DROPPED, reason="uitgevoerd")
    yield from _about_middle_rents()
    yield "15:16", RecordDecision("2.7", Outcome.AGREED)


def _about_building() -> Iterator[Timed]:
    yield (
        "14:49",
        TakeNote(
            "De netbeheerder kan nog niet zeggen wanneer Stationsweide wordt aangesloten.",
            "2.1",
            "beekwonen",
        ),
    )
    yield (
        "14:51",
        RecordDecision("2.1", Outcome.NO_AGREEMENT, kind=DisputeKind.DISCUSSION),
    )
    yield "14:54", RecordDecision("2.2", Outcome.AMENDED)
    decided = source().draft("2.3").decided
    yield "14:58", RecordDecision("2.3", Outcome.AMENDED, new_text=decided)
    yield "14:58", SetLead("2.3", ("beekwonen",), part=1)


def _about_sales() -> Iterator[Timed]:
    yield (
        "15:02",
        TakePosition(
            "2.4",
            "hbr",
            Stance.DISAGREE,
            "er verdwijnen sociale huurwoningen terwijl de wachttijd oploopt",
        ),
    )
    yield "15:03", RecordDecision("2.4", Outcome.AMENDED)
    yield (
        "15:04",
        AddAction(
            "Beekwonen zet de verkochte woningen per buurt op een rij",
            "2.4",
            "beekwonen",
            "Sanne de Wit",
            date(2026, 10, 1),
            "uiterlijk 1 oktober 2026",
        ),
    )


def _about_middle_rents() -> Iterator[Timed]:
    yield (
        "15:11",
        TakePosition(
            "2.6",
            "goede-haard",
            Stance.RETURNS,
            "de haalbaarheid is nog niet doorgerekend",
            date(2026, 9, 25),
        ),
    )
    yield (
        "15:12",
        RecordDecision(
            "2.6",
            Outcome.DEFERRED,
            until="werkgroep 2",
            until_date=date(2026, 9, 29),
        ),
    )
    yield (
        "15:13",
        AddAction(
            "De Goede Haard laat weten of middenhuur in Hof van Klaver haalbaar is",
            "2.6",
            "goede-haard",
            "Carla Mulder",
            date(2026, 9, 25),
            "uiterlijk 25 september 2026",
        ),
    )


def _closing() -> Iterator[Timed]:
    yield "15:18", Park("Gezamenlijke uitleg over de nieuwe urgentieregeling")
    yield (
        "15:19",
        TakeNote(
            "Vóór werkgroep 2 met de wethouder bellen over de dekking van 1.4.", internal=True
        ),
    )
    yield (
        "15:21",
        AddAction(
            "Secretaris verstuurt de stukken voor werkgroep 2",
            due=date(2026, 9, 22),
            due_words="uiterlijk 22 september 2026",
        ),
    )
    yield "15:25", CloseMeeting()


def after_first_meeting() -> Iterator[Timed]:
    """What the parties let know between the meetings, at days and clock times."""
    yield "2026-09-16 11:20", LiftReservation("1.1", "hbr", "e-mail van 16 september 2026")
    yield "2026-09-16 11:22", SetActionState("A-001", ActionState.DONE)
    yield "2026-09-18 09:05", SetActionState("A-003", ActionState.DONE)
    yield "2026-09-18 09:06", SetActionState("A-004", ActionState.BUSY)
    yield (
        "2026-09-21 15:40",
        WithdrawAgreement(
            "2.2",
            "beekwonen",
            "de netbeheerder Molenkamp pas in september 2027 aansluit",
            "e-mail van 21 september 2026",
        ),
    )
    for party, text, remark in source().draft("2.2").proposals:
        yield "2026-09-21 15:44", Propose("2.2", party, text, remark)
    yield "2026-09-22 12:00", NameVersion("Concept 2")
    yield "2026-09-22 12:10", SetActionState("A-006", ActionState.DONE)
