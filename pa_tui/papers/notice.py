"""Council notice (raadsinformatiebrief): what the council should know of the set, under
embargo until all have signed. Nothing of the talks: no positions, notes or persons.

Its parts follow practice: core message, reason, frame of law and policy, process, key
agreements per party, what was not agreed, what differs, finance, sequel, sign-off, annexes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime

from pa_tui.domain.agreement import Agreement, AgreementStatus
from pa_tui.domain.articles import Article
from pa_tui.domain.decisions import DisputeKind, Outcome
from pa_tui.domain.lines import ArticleLine, Status
from pa_tui.domain.meetings import MeetingKind, MeetingState
from pa_tui.domain.parties import Party, Role, State
from pa_tui.domain.progress import article_joint, article_leads
from pa_tui.papers.blocks import (
    Block,
    Cell,
    Heading,
    Item,
    Paper,
    Paragraph,
    Row,
    Run,
    Runs,
    Signatures,
    Signing,
    Table,
    TableLook,
    cell,
    header_row,
    words,
)
from pa_tui.papers.dutch import begun, day, ended, inside, listed, numbers
from pa_tui.papers.excerpts import told
from pa_tui.papers.frame import framed, subject_of
from pa_tui.papers.record import article_label, article_name

EMBARGO = "EMBARGO tot ondertekening"
_BLANK = "……………………"
_SHORT = 2


def notice(agreement: Agreement, *, at: datetime) -> Paper:
    """The notice as things stand at ``at``; what the file cannot know is left to be filled
    in."""
    stamp = "" if is_signed(agreement) else EMBARGO
    title = f"Raadsinformatiebrief {subject_of(agreement)}"
    return framed(
        agreement, title, _Notice(agreement, at).blocks(), at, stamp=stamp, public=True
    )


def is_signed(agreement: Agreement) -> bool:
    """Whether all parties have signed."""
    parties = agreement.ordered_parties
    return agreement.about.status is AgreementStatus.SIGNED or (
        bool(parties) and all(party.signed_on for party in parties)
    )


class _Notice:
    """Puts the parts of one notice in order."""

    def __init__(self, agreement: Agreement, at: datetime) -> None:
        self._agreement = agreement
        self._at = at
        lines = (agreement.lines[key] for key in agreement.order.flat)
        self._lines = [line for line in lines if not line.removed]
        self._year = agreement.about.year or at.year + 1
        self._corporations = agreement.with_role(Role.CORPORATION)
        self._tenants = agreement.with_role(Role.TENANTS)

    def blocks(self) -> Iterator[Block]:
        yield self._header()
        for title, part in (
            ("Kernboodschap", self._core()),
            ("Aanleiding", self._reason()),
            ("Relevant beleidskader", self._frame()),
            ("Proces", self._process()),
            ("Belangrijkste afspraken", self._agreements()),
            ("Waarover geen overeenstemming is", self._disputes()),
            ("Wat is anders dan vorig jaar", self._differences()),
            ("Regulier werk", self._regular()),
            ("Financiën", self._blank("De financiële gevolgen voor de gemeente zijn: ")),
            ("Vervolg en monitoring", self._sequel()),
        ):
            yield Heading(1, words(title))
            yield from part
        yield from self._end()

    def _header(self) -> Table:
        lines = (
            ("Portefeuillehouder", _BLANK),
            ("Contact", f"naam {_BLANK}\ntelefoon {_BLANK}\ne-mail {_BLANK}"),
            ("Datum", _BLANK),
            ("Zaaknummer", _BLANK),
            ("Onderwerp", self._subject()),
            ("Besluitvorming", "Komt niet terug tot besluitvorming in de raad"),
        )
        rows = tuple(Row((cell(label, heading=True), cell(told_))) for label, told_ in lines)
        return Table(rows, header_rows=0, widths=(0.26, 0.74), look=TableLook.FACTS)

    def _subject(self) -> str:
        who = listed(party.short for party in self._corporations)
        plural = "woningcorporaties" if len(self._corporations) > 1 else "woningcorporatie"
        return f"Prestatieafspraken {self._year} {plural} {who}".rstrip()

    # -- the parts ----------------------------------------------------------------------------

    def _core(self) -> Iterator[Block]:
        parties = listed(party.name for party in self._agreement.ordered_parties)
        count = sum(line.outcome is not Outcome.DROPPED for line in self._lines)
        themes = listed(theme.title for theme in self._agreement.ordered_themes)
        verb = "maken" if len(self._agreement.ordered_parties) > 1 else "maakt"
        yield _said(
            f"{parties} {verb} prestatieafspraken over het wonen in {self._year}. Het zijn "
            f"{count} afspraken over {themes}. {self._how_far()}"
        )

    def _how_far(self) -> str:
        up = len(self._disputed())
        if up:
            return f"Over {up} punt{'en' if up > 1 else ''} is nog geen overeenstemming."
        if self._unsettled():
            return "Nog niet over alle afspraken is besloten."
        return "Over alle afspraken is overeenstemming."

    def _unsettled(self) -> bool:
        """Whether something has still to be decided, or somebody does not simply agree."""
        return any(
            line.status not in (Status.DECIDED, Status.DROPPED)
            or line.objecting
            or line.returning
            or line.reserved
            for line in self._lines
        )

    def _reason(self) -> Iterator[Block]:
        yield _said(
            "Volgens de Woningwet maken gemeente, woningcorporaties en huurdersorganisaties "
            "elk jaar afspraken over wat zij bijdragen aan het wonen in de gemeente. In deze "
            "brief leest u de belangrijkste. De volledige afspraken zijn bijgevoegd."
        )

    def _frame(self) -> Iterator[Block]:
        made = self._year - 1
        yield _said(
            "Een corporatie draagt naar redelijkheid bij aan het gemeentelijke "
            "volkshuisvestingsbeleid (Woningwet artikel 42 lid 1). Zij geeft daarvoor "
            f"uiterlijk 1 juli {made} een overzicht van haar voorgenomen werkzaamheden, het "
            "bod (artikel 43 lid 1), en nodigt gemeente en huurdersorganisatie uit om "
            "afspraken te maken (artikel 44 lid 2). De afspraken gaan uiterlijk 15 december "
            "naar de Autoriteit woningcorporaties en worden openbaar (artikel 44a lid 1)."
        )
        yield from self._blank("Het gemeentelijke beleid staat in: ")

    def _process(self) -> Iterator[Block]:
        held = [m for m in self._agreement.ordered_meetings if m.state is MeetingState.CLOSED]
        told_ = [
            f"{begun(who)} kwam bijeen op {listed(day(m.date) for m in found)}."
            for who, kind in _BODIES
            if (found := [m for m in held if m.kind is kind])
        ]
        if self._tenants:
            who = listed(party.name for party in self._tenants)
            verb = "namen" if len(self._tenants) > 1 else "nam"
            told_.append(f"{who} {verb} als gelijkwaardige partij deel.")
        told_.append(f"Het college heeft op {_BLANK} met de afspraken ingestemd.")
        yield _said(" ".join(told_))

    def _agreements(self) -> Iterator[Block]:
        keys = [
            self._agreement.articles[line.id]
            for line in self._lines
            if line.key_agreement and line.outcome not in (Outcome.DROPPED, *_OPEN)
        ]
        if not keys:
            yield from self._blank("De kernafspraken zijn nog niet aangewezen: ")
            return
        told_: set[str] = set()
        for party in self._in_order():
            found = [own for own in keys if self._is_of(own, party)]
            if found:
                yield Heading(2, words(self._heading(party)))
                yield _said(f"De belangrijkste afspraken voor {self._year} zijn:", stays=True)
                yield from self._numbered(found)
            told_.update(own.id for own in found)
        rest = [own for own in keys if own.id not in told_]
        if rest:
            yield Heading(2, words("Wat partijen samen doen"))
            yield from self._numbered(rest)

    def _in_order(self) -> tuple[Party, ...]:
        """Corporations first, then what municipality and tenants do themselves."""
        own = (*self._agreement.with_role(Role.MUNICIPALITY), *self._tenants)
        return (*self._corporations, *own)

    def _heading(self, party: Party) -> str:
        if party.role is Role.CORPORATION:
            return f"Afspraken met {party.name}"
        return f"Wat {_inside_name(party)} zelf doet"

    def _is_of(self, article: Article, party: Party) -> bool:
        """Whether a party carries an article, as somebody confirmed; else whether a
        corporation is the one whose name begins its text."""
        parts = self._agreement.commitments_of(article.id)
        leads = article_leads(parts, article.text)
        sure = [lead.party for lead in leads if lead.state is State.CONFIRMED]
        if sure:
            return party.id in sure and party.id not in article_joint(parts)
        text = told(article.text, self._agreement).casefold()
        names = (party.short, party.name, *party.aliases)
        return any(text.startswith(name.casefold()) for name in names if name)

    def _numbered(self, articles: Iterable[Article]) -> Iterator[Block]:
        for number, article in enumerate(articles, 1):
            yield Item(self._summary(article), f"{number}.")

    def _summary(self, article: Article) -> Runs:
        """Title and first sentences of an article, with its number to find it by."""
        text = " ".join(told(article.text[:1], self._agreement).split())
        whole = [own for own in _sentences(text) if not own.endswith(":")] or [text]
        first = " ".join(whole[:_SHORT]).rstrip(":")
        title = (Run(f"{article.title}. ", bold=True),) if article.title else ()
        number = f" (afspraak {article.number})" if article.number else ""
        return (*title, Run(ended(inside(first) + number)))

    def _disputed(self) -> list[ArticleLine]:
        """The articles parties do not agree on; a point that is only talked over is none."""
        found = []
        for line in self._lines:
            decision = self._agreement.decision_on(line.id)
            if decision and decision.kind is DisputeKind.DISPUTE:
                found.append(line)
        return found

    def _disputes(self) -> Iterator[Block]:
        lines = self._disputed()
        if not lines:
            some = "Er zijn geen geschilpunten; nog niet over alle afspraken is besloten."
            yield _said(some if self._unsettled() else "Partijen zijn het over alles eens.")
            return
        yield _said("Over deze afspraken is nog geen overeenstemming:", stays=True)
        for line in lines:
            yield Item(words(article_label(self._agreement.articles[line.id])))
        yield _said(
            "Het bestuurlijk overleg neemt hierover een besluit. Komen partijen er niet uit, "
            "dan kan een geschil over het tot stand komen van de afspraken aan de minister "
            "worden voorgelegd (Woningwet artikel 44 lid 4)."
        )

    def _differences(self) -> Iterator[Block]:
        changed, gone = self._numbers(Outcome.AMENDED), self._numbers(Outcome.DROPPED)
        if changed:
            yield Item((Run("Gewijzigd: ", bold=True), Run(ended(changed))))
        if gone:
            yield Item((Run("Vervallen: ", bold=True), Run(ended(gone))))
        if not changed and not gone:
            yield _said("De afspraken zijn niet gewijzigd.")
        yield from self._blank("Resultaten van vorig jaar: ")

    def _regular(self) -> Iterator[Block]:
        found = self._numbers(Outcome.REGULAR)
        if found:
            yield _said(
                f"Naar regulier werk (een bijlage) gaat: {found}. Regulier werk wordt gevolgd "
                "in het ambtelijk overleg."
            )
        else:
            yield _said("Regulier werk wordt gevolgd in het ambtelijk overleg.")

    def _numbers(self, outcome: Outcome) -> str:
        lines = [line for line in self._lines if line.outcome is outcome]
        return numbers([article_name(self._agreement.articles[line.id]) for line in lines])

    def _sequel(self) -> Iterator[Block]:
        yield _said(
            "Partijen volgen de uitvoering in het ambtelijk en het bestuurlijk overleg. "
            f"In het eerste kwartaal van {self._year + 1} evalueren zij de afspraken. Wij "
            "informeren u over de uitkomst."
        )

    def _blank(self, words_: str) -> Iterator[Block]:
        yield _said(f"{words_}{_BLANK}")

    def _end(self) -> Iterator[Block]:
        municipality = next(iter(self._agreement.with_role(Role.MUNICIPALITY)), None)
        place = self._agreement.about.place or _BLANK
        yield Heading(1, words("Ondertekening"))
        yield _said(f"{place}, {_BLANK}", stays=True)
        whose = f" van {municipality.name}" if municipality else ""
        yield Signatures(
            tuple(
                Signing(f"Burgemeester en wethouders{whose}", "", function=function)
                for function in ("secretaris", "burgemeester")
            )
        )
        yield Heading(1, words("Bijlagen"))
        title = self._agreement.about.title or f"Prestatieafspraken {self._year}"
        parties = " – ".join(begun(p.short) for p in self._agreement.ordered_parties)
        yield Table(
            (
                header_row("Registratienummer", "Omschrijving"),
                Row((cell(_BLANK), Cell((words(f"{title} {parties}".rstrip()),)))),
            ),
            widths=(0.3, 0.7),
            title="Bijlagen",
        )


_OPEN = (Outcome.DEFERRED, Outcome.NO_AGREEMENT)
_BODIES = (
    ("de werkgroep", MeetingKind.WORKING_GROUP),
    ("het ambtelijk overleg", MeetingKind.OFFICIAL),
    ("het bestuurlijk overleg", MeetingKind.ADMINISTRATIVE),
)


def _said(text: str, *, stays: bool = False) -> Paragraph:
    return Paragraph(words(text), with_next=stays)


def _inside_name(party: Party) -> str:
    """A party's name in the middle of a sentence."""
    if party.name.startswith("Gemeente "):
        return f"de gemeente {party.name.removeprefix('Gemeente ')}"
    return party.name


_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9‘“])")


def _sentences(text: str) -> list[str]:
    """A text cut behind the marks that end a sentence."""
    return _SENTENCE_END.split(text)
