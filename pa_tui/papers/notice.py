"""Council notice (raadsinformatiebrief): what the council should know of the set, under
embargo until all have signed. Nothing of the talks: no positions, notes or persons.

Its parts follow practice: core message, reason, frame of law and policy, process, key
agreements per party, what was not agreed, what differs, finance, sequel, sign-off, annexes.
One notice can tell of several agreements, each with its own corporations.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.decisions import Outcome
from pa_tui.domain.parties import Party, Role
from pa_tui.papers.blocks import (
    Block,
    Cell,
    Heading,
    Item,
    Paper,
    Row,
    Run,
    Signatures,
    Signing,
    Table,
    TableLook,
    cell,
    header_row,
    words,
)
from pa_tui.papers.dutch import begun, ended, listed, numbers
from pa_tui.papers.frame import framed, subject_of
from pa_tui.papers.noticed import BLANK, Notes, Noticed, is_signed, paragraph
from pa_tui.papers.record import article_label, article_name

EMBARGO = "EMBARGO tot ondertekening"


def notice(agreement: Agreement, *, at: datetime, others: Sequence[Agreement] = ()) -> Paper:
    """The notice as things stand at ``at``; what the files cannot know is left to be filled
    in. ``others`` are further agreements of the same municipality it tells of."""
    told = _each_once((agreement, *others))
    stamp = "" if all(map(is_signed, told)) else EMBARGO
    own = _Notice(told, at)
    several = len(told) > 1
    subject = f"prestatieafspraken {own.year}" if several else subject_of(agreement)
    title = f"Raadsinformatiebrief {subject}"
    organisations = tuple(dict.fromkeys(p.name for one in told for p in one.ordered_parties))
    return framed(
        agreement,
        title,
        own.blocks(),
        at,
        stamp=stamp,
        public=True,
        organisations=organisations,
    )


def _each_once(agreements: Sequence[Agreement]) -> tuple[Agreement, ...]:
    """The agreements without those that are the same one again."""
    found: dict[str, Agreement] = {}
    for own in agreements:
        found.setdefault(own.about.uid or str(id(own)), own)
    return tuple(found.values())


class _Notice:
    """Puts the parts of one notice in order."""

    def __init__(self, agreements: Sequence[Agreement], at: datetime) -> None:
        notes = Notes()
        self._all = [Noticed(agreement, at, notes) for agreement in agreements]
        self._first = self._all[0]
        self.year = self._first.year
        self._several = len(self._all) > 1
        self._corporations = tuple(
            {party.name: party for own in self._all for party in own.corporations}.values()
        )

    def blocks(self) -> Iterator[Block]:
        yield self._header()
        parts = [
            ("Kernboodschap", self._core()),
            ("Aanleiding", self._reason()),
            ("Relevant beleidskader", self._frame()),
            ("Proces", self._first.process()),
            ("Belangrijkste afspraken", self._agreements()),
            ("Waarover geen overeenstemming is", self._disputes()),
            ("Wat is anders dan vorig jaar", self._differences()),
            ("Regulier werk", self._regular()),
            ("Financiën", _blank("De financiële gevolgen voor de gemeente zijn: ")),
            ("Vervolg en monitoring", self._sequel()),
        ]
        if self._several:
            del parts[3]
        for title, part in parts:
            yield Heading(1, words(title))
            yield from part
        yield from self._end()

    def _header(self) -> Table:
        lines = (
            ("Portefeuillehouder", BLANK),
            ("Voor vragen", f"naam {BLANK}\ntelefoon {BLANK}\ne-mail {BLANK}"),
            ("Datum", BLANK),
            ("Zaaknummer", BLANK),
            ("Onderwerp", self._subject()),
            ("Besluitvorming", "Komt niet terug tot besluitvorming in de raad"),
        )
        rows = tuple(Row((cell(label, heading=True), cell(told_))) for label, told_ in lines)
        return Table(rows, header_rows=0, widths=(0.26, 0.74), look=TableLook.FACTS)

    def _subject(self) -> str:
        who = listed(party.short for party in self._corporations)
        plural = "woningcorporaties" if len(self._corporations) > 1 else "woningcorporatie"
        return f"Prestatieafspraken {self.year} {plural} {who}".rstrip()

    # -- the parts ----------------------------------------------------------------------------

    def _core(self) -> Iterator[Block]:
        parties: dict[str, Party] = {}
        for own in self._all:
            parties |= {party.name: party for party in own.agreement.ordered_parties}
        who = listed(parties) or "Partijen"
        verb = "maakt" if len(parties) == 1 else "maken"
        yield paragraph(
            f"{who} {verb} prestatieafspraken over het wonen in {self.year}. {self._how_many()}"
        )

    def _how_many(self) -> str:
        count = sum(own.count for own in self._all)
        if not count:
            return "Er zijn nog geen afspraken."
        about = (
            theme.title
            for own in self._all
            for theme in own.agreement.ordered_themes
            if theme.title
        )
        themes = listed(dict.fromkeys(about))
        told = f"Het zijn {count} afspraken" if count > 1 else "Het is één afspraak"
        return f"{told}{f' over {themes}' if themes else ''}. {self._how_far()}"

    def _how_far(self) -> str:
        up = sum(len(own.disputed()) for own in self._all)
        if up:
            return f"Over {up} punt{'en' if up > 1 else ''} is nog geen overeenstemming."
        if any(own.is_undecided for own in self._all):
            return "Nog niet over alle afspraken is besloten."
        if any(own.without_all() for own in self._all):
            return "Nog niet alle partijen hebben met alle afspraken ingestemd."
        if any(own.waits_for_consent for own in self._all):
            return (
                "Over alle afspraken is overeenstemming, voor een deel onder voorbehoud van "
                "instemming."
            )
        return "Over alle afspraken is overeenstemming."

    def _reason(self) -> Iterator[Block]:
        yield paragraph(
            "Volgens de Woningwet maken gemeente, woningcorporaties en huurdersorganisaties "
            "elk jaar afspraken over wat zij bijdragen aan het wonen in de gemeente. In deze "
            "brief leest u de belangrijkste. De volledige afspraken zijn bijgevoegd."
        )

    def _frame(self) -> Iterator[Block]:
        made = self.year - 1
        yield paragraph(
            "Een corporatie draagt naar redelijkheid bij aan het gemeentelijke "
            "volkshuisvestingsbeleid (Woningwet artikel 42 lid 1). Zij geeft daarvoor "
            f"uiterlijk 1 juli {made} een overzicht van haar voorgenomen werkzaamheden, het "
            "bod (artikel 43 lid 1), en nodigt gemeente en huurdersorganisatie uit om "
            "afspraken te maken (artikel 44 lid 2). De afspraken gaan uiterlijk 15 december "
            "naar de Autoriteit woningcorporaties en worden openbaar (artikel 44a lid 1)."
        )
        yield paragraph(
            "Gemeente, corporatie en huurdersorganisatie zitten gelijkwaardig aan tafel. De "
            "afspraken voeren het beleid van de gemeente uit. Daarom maakt het college ze."
        )
        yield from _blank("Het gemeentelijke beleid staat in: ")

    def _agreements(self) -> Iterator[Block]:
        if not self._several:
            yield from self._first.themes()
            yield from self._first.key_agreements(2)
            return
        for own in self._all:
            yield Heading(2, words(f"Prestatieafspraken met {own.partners}"))
            yield from own.process()
            yield from own.themes()
            yield from own.key_agreements(3)

    def _disputes(self) -> Iterator[Block]:
        found = [(own, article) for own in self._all for article in own.disputed()]
        if not any(own.count for own in self._all):
            yield paragraph("Er zijn nog geen afspraken.")
            return
        if found:
            yield paragraph("Over deze afspraken is nog geen overeenstemming:", stays=True)
            for own, article in found:
                yield Item(words(self._of(own, article_label(article))))
            yield paragraph(
                "Het bestuurlijk overleg neemt hierover een besluit. Komen partijen er niet "
                "uit, dan kan een geschil over het tot stand komen van de afspraken aan de "
                "minister worden voorgelegd (Woningwet artikel 44 lid 4)."
            )
        rest = [
            self._of(own, numbers([article_name(article) for article in apart]))
            for own in self._all
            if (apart := own.without_all())
        ]
        if rest:
            yield paragraph(
                "Met deze afspraken hebben nog niet alle partijen ingestemd: "
                f"{ended('; '.join(rest))}"
            )
        elif not found:
            yield paragraph(self._all_agreed())

    def _all_agreed(self) -> str:
        if any(own.is_undecided for own in self._all):
            return "Er zijn geen geschilpunten; nog niet over alle afspraken is besloten."
        if any(own.waits_for_consent for own in self._all):
            return (
                "Partijen zijn het over alles eens, voor een deel onder voorbehoud van "
                "instemming."
            )
        return "Partijen zijn het over alles eens."

    def _of(self, own: Noticed, told: str) -> str:
        """Something of one agreement, which is named where there are several."""
        return f"{own.partners}: {told}" if self._several else told

    def _differences(self) -> Iterator[Block]:
        nothing = True
        for own in self._all:
            for label, outcome in (
                ("Gewijzigd", Outcome.AMENDED),
                ("Vervallen", Outcome.DROPPED),
            ):
                found = own.numbers(outcome)
                if found:
                    nothing = False
                    runs = (Run(f"{label}: ", bold=True), Run(ended(self._of(own, found))))
                    yield Item(runs)
        if nothing:
            yield paragraph("De afspraken zijn niet gewijzigd.")
        yield from _blank("Resultaten van vorig jaar: ")

    def _regular(self) -> Iterator[Block]:
        found = [
            self._of(own, gone) for own in self._all if (gone := own.numbers(Outcome.REGULAR))
        ]
        went = f"Naar regulier werk (een bijlage) gaat: {'; '.join(found)}. " if found else ""
        yield paragraph(f"{went}Regulier werk wordt gevolgd in het ambtelijk overleg.")

    def _sequel(self) -> Iterator[Block]:
        yield paragraph(
            "Partijen volgen de uitvoering in het ambtelijk en het bestuurlijk overleg. "
            f"In het eerste kwartaal van {self.year + 1} evalueren zij de afspraken. Wij "
            "informeren u over de uitkomst."
        )

    def _end(self) -> Iterator[Block]:
        about = self._first.agreement
        municipality = next(iter(about.with_role(Role.MUNICIPALITY)), None)
        yield Heading(1, words("Ondertekening"))
        yield paragraph(f"{about.about.place or BLANK}, {BLANK}", stays=True)
        whose = f" van {municipality.name}" if municipality else ""
        yield Signatures(
            tuple(
                Signing(f"Burgemeester en wethouders{whose}", "", function=function)
                for function in ("secretaris", "burgemeester")
            )
        )
        yield Heading(1, words("Bijlagen"))
        rows = (Row((cell(BLANK), Cell((words(_annex(own)),)))) for own in self._all)
        yield Table(
            (header_row("Registratienummer", "Omschrijving"), *rows),
            widths=(0.3, 0.7),
            title="Bijlagen",
        )
        yield Heading(1, words("Verdere informatie"))
        yield from _blank("Meer over prestatieafspraken staat op: ")


def _blank(words_: str) -> Iterator[Block]:
    yield paragraph(f"{words_}{BLANK}")


def _annex(own: Noticed) -> str:
    """What an annexed agreement is called: its title and its parties."""
    title = own.agreement.about.title or f"Prestatieafspraken {own.year}"
    parties = " – ".join(begun(p.short) for p in own.agreement.ordered_parties)
    return f"{title} {parties}".rstrip()
