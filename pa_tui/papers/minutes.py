"""Minutes (verslag) of one meeting: concept until adopted, calm, short, without persons
but under attendance and actions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from pa_tui.domain.agreement import Agreement, AgreementStatus
from pa_tui.domain.decisions import Outcome
from pa_tui.domain.meetings import (
    ActionState,
    Meeting,
    MeetingKind,
    MeetingState,
    MinutesState,
)
from pa_tui.papers.blocks import (
    Block,
    Heading,
    Item,
    Look,
    PageCount,
    Paper,
    Paragraph,
    Run,
    Runs,
    Turn,
    words,
)
from pa_tui.papers.discussion import discussion, note_words
from pa_tui.papers.dutch import begun, clock, day, moment, weekday
from pa_tui.papers.events import adopted_by_board
from pa_tui.papers.frame import confidentiality, subject_of
from pa_tui.papers.gatherings import count_of_kind, kind_name, name, next_of_kind, previous
from pa_tui.papers.lists import action_list, decision_list, text_changes
from pa_tui.papers.meanwhile import said_since
from pa_tui.papers.openpoints import open_points
from pa_tui.papers.presence import facts_table
from pa_tui.papers.record import Record, is_overdue

CONCEPT = "CONCEPT, nog niet vastgesteld"


def minutes(
    agreement: Agreement,
    meeting: Meeting,
    *,
    at: datetime,
    version: str = "",
    changes: tuple[str, ...] = (),
) -> Paper:
    """The minutes of a meeting as they stand at ``at``.

    ``version`` is what the foot of each page calls them, by default "Concept 1" until they
    are adopted. ``changes`` are the changes with which a later meeting adopted them.
    """
    record = Record(agreement, meeting, at)
    adopted = meeting.minutes_state is MinutesState.ADOPTED
    stamp = _adopted(record, changes) if adopted else CONCEPT
    title = _title(record)
    state, secret = "Vastgesteld" if adopted else CONCEPT, confidentiality(agreement)
    marks = " · ".join(filter(None, (state, secret)))
    return Paper(
        title,
        tuple(_blocks(record, title, stamp)),
        header=(Run(f"Verslag {name(meeting)}\t{marks}"),),
        footer=_footer(record, version or ("Vastgesteld" if adopted else "Concept 1")),
        stamp=stamp,
        organisations=tuple(party.name for party in agreement.ordered_parties),
        first_header=False,
    )


def _title(record: Record) -> str:
    meeting = record.meeting
    first = f"Verslag {kind_name(meeting.kind)} {subject_of(record.agreement)}"
    if meeting.kind is MeetingKind.WORKING_GROUP:
        of = count_of_kind(meeting, record.agreement)
        return f"{first}, bijeenkomst {meeting.number} van {of}"
    if meeting.kind is MeetingKind.WRITTEN:
        return f"{first}, ronde {meeting.number}"
    return f"{first}, {day(meeting.date)}"


def _adopted(record: Record, changes: tuple[str, ...]) -> str:
    following = next_of_kind(record.meeting, record.agreement)
    where = f" in de bijeenkomst van {day(following.date)}" if following else ""
    rest = f", met de volgende wijzigingen: {'; '.join(changes)}" if changes else ""
    return f"Vastgesteld{where}{rest}"


def _footer(record: Record, version: str) -> Runs:
    bound = {
        MeetingKind.WORKING_GROUP: "Werkdocument van de werkgroep; bindt partijen niet.",
        MeetingKind.OFFICIAL: "Werkdocument van het ambtelijk overleg; bindt partijen niet.",
        MeetingKind.WRITTEN: "Werkdocument van de werkgroep; bindt partijen niet.",
    }.get(record.meeting.kind, "")
    tail = (Run(f" · {bound}"),) if bound else ()
    first = Run(f"{version} · {moment(record.at)} · pagina ")
    return (first, PageCount.THIS, Run(" van "), PageCount.ALL, *tail)


def _blocks(record: Record, title: str, stamp: str) -> Iterator[Block]:
    yield Paragraph(words(stamp), Look.STAMP)
    secret = confidentiality(record.agreement)
    if secret:
        yield Paragraph(words(secret), Look.STAMP)
    yield Paragraph(words(title), Look.TITLE)
    yield facts_table(record)
    yield Paragraph((Run("Samenvatting: ", bold=True), Run(summary(record))), Look.BOX)
    parts = (
        ("Opening en vaststelling agenda", _opening(record)),
        ("Mededelingen", _announcements(record)),
        ("Verslag en actielijst vorige bijeenkomst", _last_time(record)),
        ("Bespreking van de afspraken", discussion(record, 4)),
        ("Openstaande punten en voorbehouden", open_points(record)),
        ("Vervolg en planning", _what_follows(record)),
        (_closing_title(record), _closing(record)),
    )
    for number, (heading, blocks) in enumerate(parts, 1):
        yield Heading(1, words(heading), str(number))
        yield from blocks
    yield Turn(landscape=True)
    yield from _annexes(record)


def summary(record: Record) -> str:
    """How many were decided, deferred, sent up, and how many actions were agreed."""
    outcomes = [decision.outcome for decision in record.final.values()]
    settled = sum(outcome.settles for outcome in outcomes)
    deferred = sum(outcome is Outcome.DEFERRED for outcome in outcomes)
    up = len(outcomes) - settled - deferred
    return (
        f"besloten {settled}, aangehouden {deferred}, naar bestuurlijk overleg {up}, acties "
        f"{len(record.new_actions)}"
    )


def _opening(record: Record) -> Iterator[Block]:
    opened = record.meeting.opened_at
    first = "De voorzitter opent de vergadering"
    yield Paragraph(words(f"{first} om {clock(opened)} uur." if opened else f"{first}."))
    titles = [item.title for item in record.meeting.agenda if item.title]
    if titles:
        yield Paragraph(words(f"Op de agenda staan: {'; '.join(titles)}."))


def _announcements(record: Record) -> Iterator[Block]:
    told = [note_words(record, note) for note in record.notes_on(None)]
    told += said_since(record)
    if record.meeting.kind is MeetingKind.ADMINISTRATIVE and _is_adopted(record):
        told.append(adopted_by_board(record.agreement))
    yield from (Paragraph(words(line)) for line in told or ["Er zijn geen mededelingen."])


def _is_adopted(record: Record) -> bool:
    drafts = (AgreementStatus.DRAFT, AgreementStatus.FINAL_DRAFT)
    return record.agreement.about.status not in drafts


def _last_time(record: Record) -> Iterator[Block]:
    before = previous(record.meeting, record.agreement)
    if before is None:
        yield Paragraph(words("Dit is de eerste bijeenkomst; er is geen eerder verslag."))
    else:
        adopted = before.minutes_state is MinutesState.ADOPTED
        stand = "is vastgesteld" if adopted else "is nog niet vastgesteld"
        yield Paragraph(words(f"Het verslag van {name(before)} ({day(before.date)}) {stand}."))
    late = sum(is_overdue(action, record.end) for action in record.actions)
    done = sum(action.state is ActionState.DONE for action in record.actions)
    told = [
        f"{_counted(done)} gereed" if done else "",
        f"van {_counted(late)} is de termijn verstreken" if late else "",
    ]
    counts = ", ".join(piece for piece in told if piece)
    if record.actions:
        tail = f": {counts}" if counts else ""
        yield Paragraph(words(f"De actielijst staat in bijlage B{tail}."))


def _counted(count: int) -> str:
    return f"{count} actie{'s' if count != 1 else ''}"


def _what_follows(record: Record) -> Iterator[Block]:
    later = [
        m
        for m in record.agreement.ordered_meetings
        if m.id != record.meeting.id and m.date >= record.meeting.date
    ]
    for meeting in later:
        place = f", {meeting.place}" if meeting.place else ""
        yield Item(words(f"{begun(name(meeting))}: {weekday(meeting.date)}{place}."))
    if not later:
        yield Paragraph(words("De volgende bijeenkomst is nog niet gepland."))
    if record.new_actions:
        yield Paragraph(
            words(f"Afgesproken: {_counted(len(record.new_actions))} (zie bijlage B).")
        )


def _closing_title(record: Record) -> str:
    closed = record.meeting.closed_at
    return f"Rondvraag en sluiting ({clock(closed)} uur)" if closed else "Rondvraag en sluiting"


def _closing(record: Record) -> Iterator[Block]:
    closed = record.meeting.closed_at
    if record.meeting.state is MeetingState.CLOSED and closed:
        yield Paragraph(words(f"De voorzitter sluit de vergadering om {clock(closed)} uur."))
    else:
        yield Paragraph(words("De vergadering is nog niet gesloten."))


def _annexes(record: Record) -> Iterator[Block]:
    provisional = record.meeting.kind is not MeetingKind.ADMINISTRATIVE
    tail = " (voorlopige uitkomsten)" if provisional else ""
    yield Heading(1, words(f"Bijlage A Besluitenlijst{tail}"))
    if record.decisions:
        yield decision_list(record)
    else:
        yield Paragraph(words("Er zijn geen besluiten genomen."))
    yield Heading(1, words("Bijlage B Actielijst"))
    if record.actions:
        yield action_list(record.actions, record.agreement, record.end)
    else:
        yield Paragraph(words("Er staan geen acties open."))
    yield Heading(1, words("Bijlage C Tekstwijzigingen"))
    if record.changes:
        yield text_changes(record)
    else:
        yield Paragraph(words("De teksten zijn niet gewijzigd."))
