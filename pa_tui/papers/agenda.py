"""Annotated agenda for the chair: per article last year, the bid, what parties said before,
and the question to put."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime

from pa_tui.domain.agendas import articles_of, beginning, due_times, planned_end
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Article
from pa_tui.domain.coming_back import Returning, Why, coming_back, on_the_agenda
from pa_tui.domain.decisions import ProposalState, ReservationKind, Stance, Treatment
from pa_tui.domain.lines import ArticleLine
from pa_tui.domain.meetings import ItemKind, Meeting, MeetingState
from pa_tui.papers.actionlist import waiting
from pa_tui.papers.blocks import (
    Block,
    Cell,
    Heading,
    Item,
    Paper,
    Paragraph,
    Row,
    Table,
    TableLook,
    cell,
    words,
)
from pa_tui.papers.dutch import begun, day, inside, listed, numbers, weekday
from pa_tui.papers.excerpts import told
from pa_tui.papers.frame import framed, subject_of
from pa_tui.papers.gatherings import kind_name, name
from pa_tui.papers.lists import action_list
from pa_tui.papers.outcomes import outcome_line, stand_words
from pa_tui.papers.record import article_label, article_name

FOR_CHAIR = "Voor voorzitter en secretaris; niet verspreiden"
_EVALUATIONS = {
    "realised": "gerealiseerd",
    "partly": "deels gerealiseerd",
    "not_realised": "niet gerealiseerd",
    "ongoing": "doorlopend",
    "dropped": "vervallen",
    "on_schedule": "op schema",
    "delayed": "vertraagd",
}
_ONLY_UNHEARD = (Why.UNHEARD,)
_USUAL = (
    "Opening en vaststelling agenda",
    "Mededelingen",
    "Verslag en actielijst vorige bijeenkomst",
    "Bespreking van de afspraken",
    "Openstaande punten en voorbehouden",
    "Vervolg en planning",
    "Rondvraag en sluiting",
)


def agenda(agreement: Agreement, meeting: Meeting | None = None, *, at: datetime) -> Paper:
    """The agenda of a meeting, by default the running or else the next one. It holds
    positions, so it is for the chair; internal notes stay out of it."""
    own = meeting or _next(agreement)
    which = name(own) if own else "volgende overleg"
    title = f"Geannoteerde agenda {which} {subject_of(agreement)}"
    return framed(agreement, title, _blocks(agreement, own, at), at, stamp=FOR_CHAIR)


def _next(agreement: Agreement) -> Meeting | None:
    planned = [m for m in agreement.ordered_meetings if m.state is MeetingState.PLANNED]
    return agreement.running_meeting or next(iter(planned), None)


def _blocks(agreement: Agreement, meeting: Meeting | None, at: datetime) -> Iterator[Block]:
    if meeting:
        yield _facts(meeting)
    yield Heading(1, words("Agenda"))
    for number, title in enumerate(_titles(agreement, meeting), 1):
        yield Item(words(title), f"{number}.")
    listed_here = {key for own in _listed(agreement, meeting) for key in own or ()}
    coming = _coming(agreement, meeting, listed_here)
    back = [agreement.lines[one.article] for one in coming if one.whys != _ONLY_UNHEARD]
    unheard = [agreement.lines[one.article] for one in coming if one.whys == _ONLY_UNHEARD]
    talked = [line for line in back if _asks(agreement, line)]
    plain = [line for line in back if not _asks(agreement, line)]
    yield Heading(1, words("Zonder bespreekpunt"))
    yield Paragraph(words(_en_bloc(agreement, plain)))
    yield from (Paragraph(words(line)) for line in _still_to_hear(agreement, unheard))
    yield Heading(1, words("Te bespreken"))
    if not talked:
        yield Paragraph(words("Er zijn geen bespreekpunten."))
    yield from _by_theme(agreement, talked)
    kept = [*_elsewhere(agreement, meeting, listed_here)]
    if kept:
        yield Heading(1, words("Niet op deze agenda"))
        yield from kept
    late_first = waiting(agreement, at)
    yield Heading(1, words("Openstaande acties"))
    if late_first:
        yield action_list(late_first, agreement, at)
    else:
        yield Paragraph(words("Er staan geen acties open."))


def _coming(
    agreement: Agreement, meeting: Meeting | None, listed_here: Collection[str]
) -> list[Returning]:
    """What came back for this meeting, and what else waits that its agenda lists."""
    found = {one.article: one for one in coming_back(agreement) if one.article in listed_here}
    found |= {one.article: one for one in on_the_agenda(agreement, meeting)}
    place = agreement.order.place
    return sorted(found.values(), key=lambda one: place[one.article])


def _elsewhere(
    agreement: Agreement, meeting: Meeting | None, listed_here: Collection[str]
) -> Iterator[Block]:
    """What still waits but is not for this meeting nor on a list of its agenda, and why."""
    groups: dict[str, list[str]] = {}
    for one in coming_back(agreement):
        if one.is_for(meeting) or one.article in listed_here:
            continue
        if not one.comes:
            why = f"Van de lijst gehaald ({inside(one.reason)})"
        elif one.up:
            why = "Naar het bestuurlijk overleg"
        else:
            why = f"Aangehouden tot {day(one.until)}" if one.until else "Later"
        groups.setdefault(why, []).append(article_name(agreement.articles[one.article]))
    for why, found in groups.items():
        yield Item(words(f"{why}: {numbers(found)}."))


def _facts(meeting: Meeting) -> Table:
    before = [
        ("Overleg", begun(kind_name(meeting.kind)) + f" {meeting.number}"),
        ("Datum", weekday(meeting.date)),
        ("Tijd", _hours(meeting)),
        ("Plaats", meeting.place),
        ("Voorzitter", meeting.chair),
        ("Verslag", meeting.secretary),
    ]
    return _labelled([(label, [told]) for label, told in before if told])


def _labelled(lines: list[tuple[str, list[str]]]) -> Table:
    rows = tuple(
        Row((cell(label, heading=True), Cell(tuple(words(line) for line in found))))
        for label, found in lines
    )
    return Table(rows, header_rows=0, widths=(0.2, 0.8), look=TableLook.FACTS)


def _hours(meeting: Meeting) -> str:
    """When a planned meeting begins and ends: "13.00 - 15.00 uur"."""
    if meeting.answer_by is not None:
        return f"reacties uiterlijk {day(meeting.answer_by)} {_clock(meeting.answer_by)} uur"
    begin, end = beginning(meeting), planned_end(meeting)
    if begin is None:
        return ""
    return f"{_clock(begin)} - {_clock(end)} uur" if end else f"{_clock(begin)} uur"


def _clock(at: datetime) -> str:
    return f"{at.hour}.{at.minute:02}"


def _titles(agreement: Agreement, meeting: Meeting | None) -> Iterator[str]:
    """The items with when each begins, how long it takes and which articles it is about."""
    timed = list(due_times(meeting)) if meeting else []
    has_times = meeting is not None and planned_end(meeting) is not None
    for (item, at), about in zip(timed, _listed(agreement, meeting), strict=True):
        begins = f"{_clock(at)} " if at and has_times else ""
        minutes = f" ({item.minutes} min)" if item.minutes else ""
        yield f"{begins}{item.title}{minutes}{_about(agreement, about)}"
    if not timed:
        yield from _USUAL


def _listed(agreement: Agreement, meeting: Meeting | None) -> Iterator[tuple[str, ...] | None]:
    """Per item the articles (ids) it lists, None where it is no list; an article stands
    under the first item that holds it."""
    seen: set[str] = set()
    for item in meeting.agenda if meeting else ():
        if item.kind is not ItemKind.SELECTION and not item.articles:
            yield None
            continue
        own = articles_of(agreement, item, meeting)
        yield tuple(key for key in own if key not in seen)
        seen.update(own)


def _about(agreement: Agreement, found: tuple[str, ...] | None) -> str:
    """Which articles a list of the agenda holds: ": 1.2, 1.4 en 2.1"."""
    if found is None:
        return ""
    named = [article_name(agreement.articles[key]) for key in found]
    return f": {numbers(named)}" if named else ": geen"


def _asks(agreement: Agreement, line: ArticleLine) -> bool:
    """Whether there is more to ask than whether all agree."""
    revised = agreement.articles[line.id].revised_from is not None
    return bool(
        line.outcome
        or line.reserved
        or line.objecting
        or line.returning
        or line.proposals
        or line.discuss
        or revised
    )


def _en_bloc(agreement: Agreement, lines: list[ArticleLine]) -> str:
    found = numbers([article_name(agreement.articles[line.id]) for line in lines])
    if not lines:
        return "Er zijn geen afspraken die zonder bespreking kunnen worden afgedaan."
    which = f"De afspraken {found} kunnen" if len(lines) > 1 else f"Afspraak {found} kan"
    return f"{which} en bloc: niemand heeft er tot nu toe iets over gezegd of in gewijzigd."


def _still_to_hear(agreement: Agreement, lines: list[ArticleLine]) -> Iterator[str]:
    """What was decided without a party and waits for its word only."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for line in lines:
        name = article_name(agreement.articles[line.id])
        groups.setdefault(line.unheard, []).append(name)
    for keys, found in groups.items():
        parties = [p.short for p in agreement.ordered_parties if p.id in keys]
        verb = "zijn" if len(parties) > 1 else "is"
        who = listed(parties)
        yield (
            f"{begun(who)} {verb} nog niet gehoord over {numbers(found)}: de vraag is of {who} "
            f"akkoord {verb}."
        )


def _by_theme(agreement: Agreement, lines: list[ArticleLine]) -> Iterator[Block]:
    theme = ""
    for line in lines:
        if line.theme != theme:
            theme = line.theme
            own = agreement.themes[theme]
            yield Heading(2, words(own.title), own.number or "")
        article = agreement.articles[line.id]
        yield Heading(3, words(article_label(article)))
        yield _labelled([pair for pair in _known(agreement, article, line) if any(pair[1])])


def _known(
    agreement: Agreement, article: Article, line: ArticleLine
) -> Iterator[tuple[str, list[str]]]:
    decision = agreement.decision_on(article.id)
    yield "Stand", [begun(outcome_line(decision, agreement))] if decision else []
    yield "Vorig jaar", list(_last_year(article))
    yield "Bod", [article.bid]
    yield "Vooraf", list(_wishes(agreement, article))
    yield "Standpunten", list(_positions(agreement, article))
    yield "Tekstvoorstel", list(_proposals(agreement, article))
    yield "Te vragen", list(_questions(agreement, article, line))


def _last_year(article: Article) -> Iterator[str]:
    if article.last_year:
        own = article.last_year
        went = _EVALUATIONS.get(own.evaluation, own.evaluation)
        yield " · ".join(piece for piece in (own.number, went, own.remark) if piece)


def _wishes(agreement: Agreement, article: Article) -> Iterator[str]:
    """What parties asked beforehand: "HV Samen: bespreken, om de startdatum"."""
    for wish in agreement.wishes.of(article.id):
        party = agreement.parties.get(wish.party)
        if party:
            asked = "bespreken" if wish.treatment is Treatment.DISCUSS else "hamerstuk"
            told = ", ".join(filter(None, (asked, wish.reason)))
            yield f"{begun(party.short)}: {told}"


def _positions(agreement: Agreement, article: Article) -> Iterator[str]:
    held = agreement.positions_on(article.id)
    agreeing = []
    for party in agreement.ordered_parties:
        position = held.get(party.id)
        if position is None or position.stance is Stance.NOT_APPLICABLE:
            continue
        if position.stance is Stance.AGREE:
            agreeing.append(begun(party.short))
        else:
            yield f"{begun(party.short)}: {stand_words(party, position.stand())}"
    if agreeing:
        yield f"Akkoord: {listed(agreeing)}"


def _proposals(agreement: Agreement, article: Article) -> Iterator[str]:
    for proposal in agreement.proposals.of(article.id):
        party = agreement.parties.get(proposal.party)
        if proposal.state is ProposalState.OPEN and party:
            text = " ".join(told(proposal.text, agreement).split())
            yield f"{begun(party.short)}: {'; '.join(filter(None, (text, proposal.remark)))}"


def _questions(agreement: Agreement, article: Article, line: ArticleLine) -> Iterator[str]:
    """What the chair can ask, from what is known."""
    short = {party.id: begun(party.short) for party in agreement.ordered_parties}
    for key, position in agreement.positions_on(article.id).items():
        if key not in short:
            continue
        if position.stance is Stance.DISAGREE:
            yield f"Met welke tekst kan {short[key]} akkoord gaan?"
        elif position.stance is Stance.RETURNS:
            yield f"Wat is de uitkomst bij {short[key]}?"
        elif position.stance is Stance.RESERVE:
            if position.kind is ReservationKind.CONTENT:
                yield f"Wat is nodig om het voorbehoud van {short[key]} op te heffen?"
            else:
                yield f"Is de instemming bij {short[key]} binnen?"
    yield from (f"Wat vindt {short[key]}?" for key in line.unheard if key in short)
    if line.proposals:
        yield "Nemen partijen een tekstvoorstel over, geheel of deels?"
    if article.revised_from is not None:
        words = "gewijzigde tekst" if article.revised_from else "nieuwe afspraak"
        yield f"Zijn partijen akkoord met de {words}?"
    if not line.lead:
        yield "Samen: wie trekt?" if line.joint else "Wie is trekker?"
    if not line.dated:
        yield "Wanneer is het klaar?"
