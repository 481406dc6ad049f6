"""The invented agreement after its second working-group meeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Article
from pa_tui.domain.decisions import (
    Decision,
    DisputeKind,
    Outcome,
    Position,
    Proposal,
    ReservationKind,
    Stance,
    Stand,
    Standing,
)
from pa_tui.domain.meetings import (
    Action,
    ActionState,
    Attendance,
    Happening,
    Meeting,
    MeetingKind,
    MeetingState,
    MinutesState,
    Note,
    Parked,
    Presence,
    TableRole,
)
from pa_tui.domain.shelf import Held, Shelf
from tests.paper.agreements import AT, PARTIES, draft_agreement, with_lines, words

ALL = tuple(party.id for party in PARTIES)


def meeting(number: int = 2, **fields: object) -> Meeting:
    made = Meeting(
        f"wg{number}",
        str(number),
        MeetingKind.WORKING_GROUP,
        number,
        date(2026, 9, 1)
        if number == 1
        else date(2026, 9, 15)
        if number == 2
        else date(2026, 10, 28),
        place="gemeentehuis Rietbeek, kamer 2.14",
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def held_meeting() -> Meeting:
    return meeting(
        2,
        state=MeetingState.CLOSED,
        minutes_state=MinutesState.CONCEPT,
        opened_at=datetime(2026, 9, 15, 14, 1),
        closed_at=AT,
        chair="L. Brouwer",
        secretary="K. Willems",
        attendance=(
            Attendance("M. Terpstra", "rietbeek", Presence.PRESENT),
            Attendance("R. Vos", "rietbeek", Presence.ONLINE),
            Attendance("A. de Groot", "beekwonen", Presence.PRESENT),
            Attendance("", "haard", Presence.PRESENT),
            Attendance("J. Smit", "hbr", Presence.LEFT, at="15.20"),
            Attendance("T. Bakker", "hbr", Presence.EXCUSED),
            Attendance("F. Mulder", "beekwonen", Presence.REPLACED, by="S. Dijk"),
            Attendance("O. Peters", None, Presence.PRESENT, TableRole.ADVISER),
        ),
        happenings=(
            Happening("14.35", "suspended"),
            Happening("14.50", "resumed"),
            Happening("15.20", "left", "HBR"),
        ),
        decisions_taken=40,
    )


def stands(**other: Stand) -> tuple[Stand, ...]:
    return tuple(other.get(key, Stand(key, Stance.AGREE)) for key in ALL)


def decision(
    article: Article, number: int, outcome: Outcome = Outcome.AGREED, **fields: object
) -> Decision:
    made = Decision(
        f"d{number}",
        article.id,
        "wg2",
        number,
        outcome,
        Standing.PROVISIONAL,
        datetime(2026, 9, 15, 14, 10 + number),
        "K. Willems",
        positions=stands(),
        before=article.text,
        after=article.text,
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def reserve(kind: ReservationKind, reason: str = "", until: date | None = None) -> Stand:
    return Stand("hbr", Stance.RESERVE, kind, reason, until)


TWELVE = words(
    "De Goede Haard stelt uiterlijk 1 november 2027 een plan van aanpak op voor senioren die "
    "willen verhuizen naar een passende woning."
)


def _special(number: int, article: Article) -> Decision | None:
    """The decisions that are more than plain agreement."""
    made = {
        "1.1": {
            "positions": stands(
                hbr=reserve(
                    ReservationKind.CONSENT, "raadpleging van de achterban", date(2026, 10, 12)
                )
            )
        },
        "1.3": {
            "outcome": Outcome.DEFERRED,
            "until": "werkgroep 3",
            "reason": "De Goede Haard levert uiterlijk 12 oktober een tekstvoorstel",
            "positions": (),
        },
        "1.6": {"outcome": Outcome.DROPPED, "reason": "uitgevoerd"},
        "2.1": {
            "outcome": Outcome.AMENDED,
            "after": TWELVE,
            "before": words(
                "De Goede Haard stelt uiterlijk 1 oktober 2027 een plan van aanpak op voor "
                "senioren "
                "die willen verhuizen naar een passende woning."
            ),
        },
        "2.3": {
            "positions": stands(hbr=reserve(ReservationKind.CONTENT, "het aantal woningen"))
        },
        "2.5": {
            "outcome": Outcome.NO_AGREEMENT,
            "kind": DisputeKind.DISPUTE,
            "reason": "de startdatum",
        },
        "2.9": {
            "outcome": Outcome.PRO_MEMORIE,
            "text": "Het aantal",
            "reason": "De Goede Haard",
            "until_date": date(2026, 11, 1),
        },
        "3.2": {"outcome": Outcome.REGULAR},
        "3.4": {"outcome": Outcome.NO_AGREEMENT, "kind": DisputeKind.DISCUSSION},
        "4.5": {"positions": stands()[:3], "missing": ("hbr",)},
        "4.6": {"positions": stands()[:3], "missing": ("hbr",)},
        "4.7": {
            "positions": (Stand("rietbeek", Stance.AGREE), Stand("beekwonen", Stance.AGREE)),
            "silent": ("haard",),
            "missing": ("hbr",),
        },
    }.get(article.number or "")
    return None if made is None else decision(article, number, **made)


PROPOSALS = (
    Proposal("p1", "a-2-5", "rietbeek", words("De start is op 1 maart 2027.")),
    Proposal(
        "p2",
        "a-2-5",
        "beekwonen",
        words("De start is in het najaar van 2027."),
    ),
)
MEETINGS = (
    meeting(
        1,
        state=MeetingState.CLOSED,
        minutes_state=MinutesState.ADOPTED,
        closed_at=datetime(2026, 9, 1, 16, 0),
    ),
    held_meeting(),
    meeting(3),
)
NOTES = (
    Note(
        "n1",
        "a-2-5",
        "De gemeente wil starten vóór de zomer; Beekwonen heeft eerst een vergunning nodig.",
        "wg2",
        at=datetime(2026, 9, 15, 15, 1),
    ),
    Note("n2", "a-2-5", "GEHEIM intern", "wg2", internal=True),
    Note(
        "n3",
        None,
        "De provincie publiceert in oktober nieuwe cijfers.",
        "wg2",
    ),
)
ACTIONS = (
    Action(
        "k1",
        14,
        "Lijst complexen aanleveren",
        "a-1-1",
        "beekwonen",
        "A. de Groot",
        date(2026, 9, 30),
        "vóór 1 oktober 2026",
        ActionState.OPEN,
        "wg2",
    ),
    Action(
        "k2",
        9,
        "Woonvisie toesturen",
        None,
        "rietbeek",
        None,
        date(2026, 9, 10),
        "uiterlijk 10 september 2026",
        ActionState.OPEN,
        "wg1",
    ),
    Action(
        "k3",
        8,
        "Cijfers wachttijd delen",
        "a-2-1",
        "haard",
        None,
        None,
        "",
        ActionState.DONE,
        "wg1",
    ),
)


def decided_agreement() -> Agreement:
    """All forty articles decided in working group 2, some with a story."""
    bare = draft_agreement()
    decisions, decided, positions = [], [], []
    for number, key in enumerate(bare.order.flat, 1):
        article = bare.articles[key]
        made = _special(number, article) or decision(
            article, number, en_bloc="bloc" if number % 2 else None
        )
        decisions.append(made)
        decided.append(replace(article, decision=made.id, text=made.after or article.text))
        positions += [
            Position(
                f"{key}/{s.party}",
                key,
                s.party,
                s.stance,
                s.kind,
                s.reason,
                s.until,
                "wg2",
                made.at,
            )
            for s in made.positions
        ]
    return with_lines(
        replace(
            bare,
            articles=Shelf(Held(decided)),
            decisions=Shelf(Held(decisions)),
            positions=Shelf(Held(positions)),
            proposals=Shelf(Held(PROPOSALS)),
            meetings=Shelf(Held(MEETINGS)),
            notes=Shelf(Held(NOTES)),
            actions=Shelf(Held(ACTIONS)),
            parked=Shelf(
                Held([Parked("q1", "Studentenhuisvesting: apart overleg?", None, "wg2")])
            ),
        )
    )
