"""Minutes (verslag) of one meeting: concept until adopted, calm, short, without persons
but under attendance and actions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.decisions import Outcome
from pa_tui.domain.meetings import (
    ActionState,
    Meeting,
    MeetingKind,
    MeetingState,
    MinutesState,
    is_round,
)
from pa_tui.papers import rounds
from pa_tui.papers.adoption import adoption, is_set_adopted
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
from pa_tui.papers.corrections import corrections
from pa_tui.papers.discussion import discussion, note_words
from pa_tui.papers.dutch import begun, clock, day, inside, moment, weekday
from pa_tui.papers.frame import confidentiality, subject_of
from pa_tui.papers.gatherings import (
    count_of_kind,
    kind_name,
    kind_with_article,
    name,
    next_of_kind,
    previous,
)
from pa_tui.papers.lists import action_list, decision_list, text_changes
from pa_tui.papers.meanwhile import said_since
from pa_tui.papers.openpoints import open_points
from pa_tui.papers.presence import facts_table
from pa_tui.papers.ratification import bodies_table
from pa_tui.papers.record import Record, is_overdue
from pa_tui.papers.rewording import Reworded, place_by_words, placed, reworded

CONCEPT = "CONCEPT, nog niet vastgesteld"
ADOPTED = "Vastgesteld"
_TALKS = 4
"""The chapter with what was talked about."""
_BOUND = {
    MeetingKind.WORKING_GROUP: "Werkdocument van de werkgroep; bindt partijen niet.",
    MeetingKind.OFFICIAL: "Werkdocument van het ambtelijk overleg; bindt partijen niet.",
    MeetingKind.WRITTEN: "Werkdocument van de werkgroep; bindt partijen niet.",
}


def minutes(
    agreement: Agreement, meeting: Meeting, *, at: datetime, version: str = ""
) -> Paper:
    """The minutes of a meeting as they stand at ``at``, in the words the secretary gave them.

    ``version`` is what the foot of each page calls them, by default "Concept 1" until they
    are adopted.
    """
    return minutes_with_words(agreement, meeting, at=at, version=version).paper


def minutes_with_words(
    agreement: Agreement, meeting: Meeting, *, at: datetime, version: str = ""
) -> Reworded:
    """The same, with what the program wrote and where the secretary's words stand."""
    mine = (own for own in agreement.rewordings.values() if own.meeting == meeting.id)
    return reworded(_made(Record(agreement, meeting, at), version), mine)


def _made(record: Record, version: str) -> Paper:
    """The minutes as the record alone gives them."""
    agreement, adopted = record.agreement, is_adopted(record.meeting)
    stamp = stamp_of(record.meeting, agreement)
    title = _title(record)
    return Paper(
        title,
        tuple(_blocks(record, title, stamp)),
        header=header_of(record.meeting, agreement),
        footer=footer_of(
            record.meeting,
            version or (ADOPTED if adopted else "Concept 1"),
            moment(record.at),
        ),
        stamp=stamp,
        organisations=tuple(party.name for party in agreement.ordered_parties),
        first_header=False,
        dense=True,
    )


def is_adopted(meeting: Meeting) -> bool:
    """Whether the minutes of a meeting are adopted, and so do not change any more."""
    return meeting.minutes_state is MinutesState.ADOPTED


def stamp_of(meeting: Meeting, agreement: Agreement) -> str:
    """How far the minutes are: "Vastgesteld in de bijeenkomst van 28 oktober 2026, met de
    volgende wijzigingen: ..."."""
    if not is_adopted(meeting):
        return CONCEPT
    later = agreement.meetings.get(meeting.adopted_in or "")
    if later is None and meeting.adopted_at is None:
        later = next_of_kind(meeting, agreement)
    if later is not None:
        where = f" in de bijeenkomst van {day(later.date)}"
    else:
        where = f" op {day(meeting.adopted_at)}" if meeting.adopted_at else ""
    changes = [inside(change) for change in meeting.adopted_with if change.strip()]
    rest = f", met de volgende wijzigingen: {'; '.join(changes)}" if changes else ""
    return f"{ADOPTED}{where}{rest}"


def header_of(meeting: Meeting, agreement: Agreement) -> Runs:
    """What stands over every page but the first."""
    state = ADOPTED if is_adopted(meeting) else CONCEPT
    marks = " · ".join(filter(None, (state, confidentiality(agreement))))
    return (Run(f"Verslag {name(meeting)}\t{marks}"),)


def footer_of(meeting: Meeting, version: str, when: str) -> Runs:
    """What stands under every page: "Concept 1 · 15 september 2026, 16.02 uur · pagina 1 van
    4"."""
    bound = _BOUND.get(meeting.kind, "")
    tail = (Run(f" · {bound}"),) if bound else ()
    first = Run(f"{version} · {when} · pagina ")
    return (first, PageCount.THIS, Run(" van "), PageCount.ALL, *tail)


def _title(record: Record) -> str:
    meeting = record.meeting
    first = f"Verslag {kind_name(meeting.kind)} {subject_of(record.agreement)}"
    if meeting.kind is MeetingKind.WORKING_GROUP:
        of = count_of_kind(meeting, record.agreement)
        return f"{first}, bijeenkomst {meeting.number} van {of}"
    if meeting.kind is MeetingKind.WRITTEN:
        return f"{first}, ronde {meeting.number}"
    return f"{first}, {day(meeting.date)}"


def _blocks(record: Record, title: str, stamp: str) -> Iterator[Block]:
    yield Paragraph(words(stamp), Look.STAMP)
    secret = confidentiality(record.agreement)
    if secret:
        yield Paragraph(words(secret), Look.STAMP)
    yield Paragraph(words(title), Look.TITLE)
    yield facts_table(record)
    yield Paragraph(
        (Run("Samenvatting: ", bold=True), Run(summary(record))), Look.BOX, place="summary"
    )
    parts = _parts_of_a_round(record) if is_round(record.meeting) else _parts(record)
    for number, (heading, blocks) in enumerate(parts, 1):
        yield Heading(1, words(heading), str(number))
        yield from blocks
    yield from corrections(record)
    yield Turn(landscape=True)
    yield from _annexes(record)


Parts = tuple[tuple[str, Iterator[Block]], ...]
"""The chapters of minutes: what stands over each, and what is in it."""


def _parts(record: Record) -> Parts:
    return (
        ("Opening en vaststelling agenda", _opening(record)),
        ("Mededelingen", _announcements(record)),
        ("Verslag en actielijst vorige bijeenkomst", _last_time(record)),
        ("Bespreking van de afspraken", _talks(record)),
        ("Openstaande punten en voorbehouden", placed(open_points(record), "open")),
        ("Vervolg en planning", _what_follows(record)),
        (_closing_title(record), _closing(record)),
    )


def _parts_of_a_round(record: Record) -> Parts:
    """Nobody met: what was asked, what was answered, and what came of it."""
    return (
        ("Opzet en termijn", rounds.opening(record)),
        ("Mededelingen", _announcements(record)),
        ("Reacties van de partijen", rounds.answers(record)),
        ("Uitkomsten per afspraak", discussion(record, _TALKS)),
        ("Openstaande punten en voorbehouden", placed(open_points(record), "open")),
        ("Vervolg en planning", _what_follows(record)),
        ("Sluiting", rounds.closing(record)),
    )


def summary(record: Record) -> str:
    """How many were decided, deferred, sent up, and how many actions were agreed."""
    settled = sum(outcome.settles for outcome in record.outcomes)
    deferred = record.outcomes.count(Outcome.DEFERRED)
    up = record.outcomes.count(Outcome.NO_AGREEMENT)
    board = record.meeting.kind is MeetingKind.ADMINISTRATIVE
    where = "nog geen besluit" if board else "naar bestuurlijk overleg"
    return (
        f"besloten {settled}, aangehouden {deferred}, {where} {up}, acties "
        f"{len(record.new_actions)}"
    )


def _opening(record: Record) -> Iterator[Block]:
    opened = record.meeting.opened_at
    first = "De voorzitter opent de vergadering"
    told = f"{first} om {clock(opened)} uur." if opened else f"{first}."
    yield Paragraph(words(told), place="opening")
    titles = [item.title for item in record.meeting.agenda if item.title]
    if titles:
        yield Paragraph(words(f"Op de agenda staan: {'; '.join(titles)}."), place="agenda")


def _announcements(record: Record) -> Iterator[Block]:
    notes = record.notes_on(None)
    for note in notes:
        yield Paragraph(words(note_words(record, note)), place=f"note/{note.id}")
    told = [*said_since(record)]
    for line in told:
        yield Paragraph(words(line), place=place_by_words("since", line))
    if not notes and not told:
        yield Paragraph(words("Er zijn geen mededelingen genoteerd."), place="since/none")


def _talks(record: Record) -> Iterator[Block]:
    """What was talked about, and at the end that the set is adopted."""
    blocks = [*discussion(record, _TALKS)]
    yield from blocks
    told = adoption(record)
    if told:
        place = sum(isinstance(block, Heading) and block.level == 2 for block in blocks) + 1
        yield Heading(2, words("Vaststelling"), f"{_TALKS}.{place}")
        yield Paragraph(words(told), place=place_by_words("since", told))


def _last_time(record: Record) -> Iterator[Block]:
    before = previous(record.meeting, record.agreement)
    if before is None:
        yield Paragraph(words(_no_earlier(record.meeting)), place="last/none")
    else:
        yield Paragraph(words(_stand_of(before, record)), place=f"last/{before.id}")
    late = sum(is_overdue(action, record.end) for action in record.actions)
    done = sum(action.state is ActionState.DONE for action in record.actions)
    told = [
        f"{_counted(done)} gereed" if done else "",
        f"van {_counted(late)} is de termijn verstreken" if late else "",
    ]
    counts = ", ".join(piece for piece in told if piece)
    if record.actions:
        tail = f": {counts}" if counts else ""
        yield Paragraph(words(f"De actielijst staat in bijlage B{tail}."), place="last/actions")


def _no_earlier(meeting: Meeting) -> str:
    """Why there are no minutes of a meeting before this one."""
    if meeting.kind is MeetingKind.WORKING_GROUP and meeting.number == 1:
        return "Dit is de eerste bijeenkomst; er is geen eerder verslag."
    return (
        f"Er is geen verslag van een vorige bijeenkomst van {kind_with_article(meeting.kind)}."
    )


def _stand_of(before: Meeting, record: Record) -> str:
    """What became of the minutes of the meeting before this one, as it was at the end."""
    own = f"Het verslag van {name(before)} ({day(before.date)})"
    if not is_adopted(before):
        return f"{own} is nog niet vastgesteld."
    if before.adopted_in != record.meeting.id:
        later = before.adopted_at is not None and before.adopted_at > record.end
        return f"{own} is {'nog niet ' if later else ''}vastgesteld."
    changes = [inside(change) for change in before.adopted_with if change.strip()]
    rest = f" met de volgende wijzigingen: {'; '.join(changes)}" if changes else ""
    return f"{own} wordt vastgesteld{rest}."


def _counted(count: int) -> str:
    return f"{count} actie{'s' if count != 1 else ''}"


def _what_follows(record: Record) -> Iterator[Block]:
    later = [
        m
        for m in record.agreement.ordered_meetings
        if m.id != record.meeting.id and _is_to_come(m, record)
    ]
    for meeting in later:
        place = f", {meeting.place}" if meeting.place else ""
        told = f"{begun(name(meeting))}: {weekday(meeting.date)}{place}."
        yield Item(words(told), place=f"next/{meeting.id}")
    if not later:
        yield Paragraph(
            words("De volgende bijeenkomst is nog niet gepland."), place="next/none"
        )
    if record.meeting.kind is MeetingKind.ADMINISTRATIVE and is_set_adopted(record.agreement):
        yield Paragraph(
            words("Besluitvorming en ondertekening per partij:"), place="next/bodies"
        )
        yield bodies_table(record.agreement)
    if record.new_actions:
        yield Paragraph(
            words(f"Afgesproken: {_counted(len(record.new_actions))} (zie bijlage B)."),
            place="next/actions",
        )


def _is_to_come(meeting: Meeting, record: Record) -> bool:
    """Whether a meeting was planned and not held yet when these minutes end."""
    if meeting.opened_at is not None and meeting.opened_at <= record.end:
        return False
    planned = meeting.state is MeetingState.PLANNED or meeting.planned_at is not None
    return planned and meeting.date >= record.meeting.date


def _closing_title(record: Record) -> str:
    closed = record.meeting.closed_at
    return f"Rondvraag en sluiting ({clock(closed)} uur)" if closed else "Rondvraag en sluiting"


def _closing(record: Record) -> Iterator[Block]:
    closed = record.meeting.closed_at
    told = "De vergadering is nog niet gesloten."
    if record.meeting.state is MeetingState.CLOSED and closed:
        told = f"De voorzitter sluit de vergadering om {clock(closed)} uur."
    yield Paragraph(words(told), place="closing")


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
