"""Working group 1, three weeks ago: the themes 1 and 2, and what followed by e-mail."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from pa_tui.domain.decisions import DisputeKind, Outcome, ReservationKind, Stance
from pa_tui.domain.meetings import (
    ActionState,
    AgendaItem,
    ItemKind,
    MeetingKind,
    Presence,
    TableRole,
)
from pa_tui.edits import (
    AddAction,
    Attend,
    CloseMeeting,
    DecideTogether,
    DeclineProposal,
    Edit,
    LiftReservation,
    NameVersion,
    OpenMeeting,
    Park,
    Propose,
    RecordDecision,
    ResumeMeeting,
    SetActionState,
    SetLead,
    SuspendMeeting,
    TakeNote,
    TakePosition,
    WithdrawAgreement,
)
from pa_tui.sample.occasion import Occasion
from pa_tui.sample.source import Source, sample_id

Timed = tuple[str, Edit]
"""A clock time and what was done then."""

DAYS_AGO = 21


def theme_item(texts: Source, number: str, minutes: int) -> AgendaItem:
    """The agenda item of a theme with the articles it began the year with."""
    theme = next(theme for theme in texts.themes if theme["number"] == number)
    articles = tuple(
        draft.id for draft in texts.drafts if draft.theme == number and not draft.new_after
    )
    return AgendaItem(
        f"Thema {number}: {theme['title']}",
        minutes,
        articles,
        sample_id("theme", number),
        ItemKind.THEME,
    )


def first_meeting(when: Occasion) -> Iterator[Timed]:
    """The meeting from opening to closing, at clock times."""
    yield from _opening(when)
    yield from _first_theme(when)
    yield from _second_theme(when)
    yield from _closing(when)


def _opening(when: Occasion) -> Iterator[Timed]:
    yield (
        "13:30",
        OpenMeeting(
            MeetingKind.WORKING_GROUP,
            1,
            when.day(-DAYS_AGO),
            "",
            "Gemeentehuis Rietbeek, kamer 1.12",
            "Hanneke Vos",
            "Ilse Bosman",
            ("goede-haard",),
            (
                AgendaItem("Opening en vaststelling agenda", 5),
                AgendaItem("Mededelingen", 10),
                theme_item(when.texts, "1", 45),
                theme_item(when.texts, "2", 40),
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


def _first_theme(when: Occasion) -> Iterator[Timed]:
    yield (
        "13:43",
        TakePosition(
            "1.1",
            "hbr",
            Stance.RESERVE,
            "de achterban",
            when.day(-4),
            ReservationKind.CONSENT,
        ),
    )
    yield "13:44", RecordDecision("1.1", Outcome.AMENDED)
    yield (
        "13:45",
        AddAction(
            "Achterban raadplegen over het huurbeleid",
            "1.1",
            "hbr",
            "Toon Wiersma",
            *when.deadline(-4),
        ),
    )
    yield "13:50", Attend("Carla Mulder", Presence.ARRIVED, "goede-haard", at="13.50")
    yield from _about_young_people(when)
    yield from _about_allocation(when)
    yield from _about_coach(when)
    yield "14:14", DecideTogether(("1.5", "1.7"))
    yield (
        "14:17",
        RecordDecision(
            "1.6",
            Outcome.PRO_MEMORIE,
            text="het aantal woningen",
            reason="Gemeente",
            until=when.said(33),
            until_date=when.day(33),
        ),
    )
    yield "14:19", RecordDecision("1.8", Outcome.REGULAR)
    yield from _about_energy(when)


def _about_young_people(when: Occasion) -> Iterator[Timed]:
    yield (
        "13:56",
        TakeNote(
            f"De Weverij levert 24 woningen op in {when.year}. Beekwonen houdt er acht vrij "
            "voor gezinnen, zodat er zestien overblijven.",
            "1.2",
            "beekwonen",
        ),
    )
    yield (
        "13:58",
        DeclineProposal(
            "1.2",
            1,
            f"De Weverij telt in {when.year} nog maar 24 woningen; acht zijn voor gezinnen.",
        ),
    )
    yield "13:59", RecordDecision("1.2", Outcome.AMENDED)


def _about_allocation(when: Occasion) -> Iterator[Timed]:
    yield (
        "14:03",
        TakePosition(
            "1.3",
            "hbr",
            Stance.DISAGREE,
            f"in {when.year - 1} lukte 74%, dus 70% is een stap terug",
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


def _about_coach(when: Occasion) -> Iterator[Timed]:
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
            "Uitzoeken of € 18.000 voor de verhuiscoach in de begroting past",
            "1.4",
            "rietbeek",
            "Ruben Tak",
            *when.deadline(15),
        ),
    )


def _about_energy(when: Occasion) -> Iterator[Timed]:
    yield (
        "14:24",
        RecordDecision(
            "1.7a",
            Outcome.DEFERRED,
            text="De gemeente vraagt eerst een offerte aan.",
            until="werkgroep 2",
            until_date=when.today,
        ),
    )
    yield (
        "14:25",
        AddAction(
            "Offerte voor de energiefixers rondsturen",
            "1.7a",
            "rietbeek",
            "Ruben Tak",
            *when.deadline(-8),
        ),
    )


def _second_theme(when: Occasion) -> Iterator[Timed]:
    yield "14:35", SuspendMeeting()
    yield "14:45", ResumeMeeting()
    yield from _about_building(when)
    yield from _about_sales(when)
    yield "15:05", Attend("Fatima el Idrissi", Presence.LEFT, "hbr", at="15.05")
    yield "15:08", RecordDecision("2.5", Outcome.DROPPED, reason="uitgevoerd")
    yield from _about_middle_rents(when)
    yield "15:16", RecordDecision("2.7", Outcome.AGREED)


def _about_building(when: Occasion) -> Iterator[Timed]:
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
    decided = when.texts.draft("2.3").decided
    yield "14:58", RecordDecision("2.3", Outcome.AMENDED, new_text=decided)
    yield "14:58", SetLead("2.3", ("beekwonen",), part=1)


def _about_sales(when: Occasion) -> Iterator[Timed]:
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
            "Verkochte woningen per buurt op een rij zetten",
            "2.4",
            "beekwonen",
            "Sanne de Wit",
            *when.deadline(2),
        ),
    )


def _about_middle_rents(when: Occasion) -> Iterator[Timed]:
    yield (
        "15:11",
        TakePosition(
            "2.6",
            "goede-haard",
            Stance.RETURNS,
            "de haalbaarheid is nog niet doorgerekend",
            when.day(-4),
        ),
    )
    yield (
        "15:12",
        RecordDecision(
            "2.6",
            Outcome.DEFERRED,
            until="werkgroep 2",
            until_date=when.today,
        ),
    )
    yield (
        "15:13",
        AddAction(
            "Laten weten of middenhuur in Hof van Klaver haalbaar is",
            "2.6",
            "goede-haard",
            "Carla Mulder",
            *when.deadline(-4),
        ),
    )


def _closing(when: Occasion) -> Iterator[Timed]:
    sending, words = when.deadline(-7)
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
            "Stukken voor werkgroep 2 versturen",
            person="Ilse Bosman",
            due=sending,
            due_words=words,
        ),
    )
    yield "15:25", CloseMeeting()


def after_first_meeting(when: Occasion) -> Iterator[tuple[datetime, Edit]]:
    """What the parties let know between the meetings, at moments."""
    mail = f"e-mail van {when.said(-13)}"
    yield when.earlier(13, "11:20"), LiftReservation("1.1", "hbr", mail)
    yield when.earlier(13, "11:22"), SetActionState("A-001", ActionState.DONE)
    yield when.earlier(11, "09:05"), SetActionState("A-003", ActionState.DONE)
    yield when.earlier(11, "09:06"), SetActionState("A-004", ActionState.BUSY)
    reason = f"omdat de netbeheerder Molenkamp pas in september {when.year} aansluit"
    mail = f"e-mail van {when.said(-8)}"
    yield when.earlier(8, "15:40"), WithdrawAgreement("2.2", "beekwonen", reason, mail)
    for party, text, remark in when.texts.draft("2.2").proposals:
        yield when.earlier(8, "15:44"), Propose("2.2", party, text, remark)
    yield when.earlier(7, "12:00"), NameVersion("Concept 2")
    yield when.earlier(7, "12:10"), SetActionState("A-006", ActionState.DONE)
