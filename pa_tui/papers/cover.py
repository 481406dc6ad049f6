"""Cover note (oplegger) for the administrative meeting: what is asked, the points in dispute,
and all the rest as one piece. It tells no party's position."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Article
from pa_tui.domain.decisions import Decision, DisputeKind, Outcome, ProposalState
from pa_tui.domain.lines import ArticleLine
from pa_tui.domain.meetings import Meeting, MeetingKind, MeetingState
from pa_tui.domain.ratification import signing_day
from pa_tui.papers.blocks import (
    Block,
    Heading,
    Item,
    Paper,
    Paragraph,
    Row,
    Run,
    Table,
    cell,
    header_row,
    words,
)
from pa_tui.papers.consensus import Consensus, consensus_on
from pa_tui.papers.draft import version_name
from pa_tui.papers.dutch import begun, day, ended, inside, listed, numbers, weekday
from pa_tui.papers.events import adopted_by_board
from pa_tui.papers.excerpts import told
from pa_tui.papers.frame import framed, subject_of
from pa_tui.papers.ratification import bodies_table
from pa_tui.papers.reasons import about, by_when, until_words
from pa_tui.papers.record import article_label, article_name

_SETTLED = (Outcome.AGREED, Outcome.AMENDED, Outcome.REGULAR, Outcome.DROPPED)


def cover(agreement: Agreement, *, at: datetime) -> Paper:
    """The cover note for the next administrative meeting, as things stand at ``at``."""
    subject = subject_of(agreement)
    title = f"Oplegger bestuurlijk overleg {subject}"
    return framed(agreement, title, _Cover(agreement).blocks(), at, stamp="CONCEPT")


class _Cover:
    """Sorts the articles by what the board has to do with them."""

    def __init__(self, agreement: Agreement) -> None:
        self._agreement = agreement
        lines = (agreement.lines[key] for key in agreement.order.flat)
        self._lines = [line for line in lines if not line.removed]
        self._disputes = self._raised(DisputeKind.DISPUTE)
        self._talks = self._raised(DisputeKind.DISCUSSION)
        self._apart = self._carried(Consensus.APART)
        self._unheard = self._carried(Consensus.UNHEARD)

    def _carried(self, how: Consensus) -> list[Article]:
        """What was settled without the agreement, or the word, of every party."""
        return [
            self._agreement.articles[line.id]
            for line in self._lines
            if consensus_on(self._agreement, line.id) is how
        ]

    def _raised(self, kind: DisputeKind) -> list[tuple[Article, Decision]]:
        found = []
        for line in self._lines:
            decision = self._agreement.decision_on(line.id)
            if decision and decision.outcome is Outcome.NO_AGREEMENT and decision.kind is kind:
                found.append((self._agreement.articles[line.id], decision))
        return found

    def blocks(self) -> Iterator[Block]:
        yield Paragraph(words(self._occasion()))
        yield Heading(1, words("Gevraagd besluit"), "1")
        for number, asked in enumerate(self._asked(), 1):
            yield Item(words(asked), f"{number}.")
        yield Heading(1, words("Waarover partijen het nog niet eens zijn"), "2")
        yield from self._points(self._disputes, "Er zijn geen geschilpunten.")
        yield Heading(1, words("Ter bespreking"), "3")
        yield from self._without_all()
        said_already = self._apart or self._unheard
        nothing = "" if said_already else "Er zijn geen bespreekpunten."
        yield from self._points(self._talks, nothing)
        yield Heading(1, words("Hamerstukken"), "4")
        yield from self._settled()
        yield Heading(1, words("Wat nog volgt"), "5")
        yield from self._following()
        yield Heading(1, words("Vervolg"), "6")
        yield from self._steps()

    def _board(self) -> Meeting | None:
        boards = (
            m
            for m in self._agreement.ordered_meetings
            if m.kind is MeetingKind.ADMINISTRATIVE and m.state is not MeetingState.CLOSED
        )
        return next(boards, None)

    def _occasion(self) -> str:
        board = self._board()
        when = f" van {weekday(board.date)}" if board else ""
        held = [
            m
            for m in self._agreement.ordered_meetings
            if m.kind is MeetingKind.WORKING_GROUP and m.state is MeetingState.CLOSED
        ]
        met = (
            f" De werkgroep kwam bijeen op {listed(day(m.date) for m in held)}." if held else ""
        )
        return (
            f"Voor het bestuurlijk overleg{when}. Bij deze oplegger hoort de tekst "
            f"“{version_name(self._agreement)}”.{met}"
        )

    def _asked(self) -> Iterator[str]:
        if self._disputes:
            found = _names(article for article, _ in self._disputes)
            yield f"Een besluit te nemen over {found}, waarover partijen het niet eens zijn."
        talks = {article.id for article, _ in self._talks}
        talks |= {article.id for article in (*self._apart, *self._unheard)}
        if talks:
            found = _names(
                self._agreement.articles[line.id] for line in self._lines if line.id in talks
            )
            yield f"{begun(found)} te bespreken."
        whole = adopted_by_board(self._agreement).removeprefix("Het bestuurlijk overleg stelt ")
        rest = "overige " if self._disputes or talks else ""
        asked = whole.replace("de ", f"de {rest}", 1).replace(" vast", " vast te stellen", 1)
        yield begun(asked)

    def _without_all(self) -> Iterator[Block]:
        """What is no formality, although it was decided; not who stands apart."""
        for label, articles in (
            ("Besloten, maar nog niet met alle partijen akkoord", self._apart),
            ("Nog niet alle partijen hebben zich uitgesproken over", self._unheard),
        ):
            if articles:
                found = numbers([article_name(article) for article in articles])
                yield Item((Run(f"{label}: ", bold=True), Run(ended(found))))

    def _points(self, found: list[tuple[Article, Decision]], nothing: str) -> Iterator[Block]:
        if not found and nothing:
            yield Paragraph(words(nothing))
        for article, decision in found:
            yield Heading(2, words(article_label(article)))
            subject = about(decision.reason) or inside(decision.reason)
            if subject:
                yield Paragraph((Run("Waar het om gaat: ", bold=True), Run(ended(subject))))
            yield self._texts(article)

    def _texts(self, article: Article) -> Table:
        """The text as it is beside the wordings that lie on the table."""
        now = article.revised_from if article.revised_from is not None else article.text
        rows = [Row((cell("Huidige tekst", heading=True), cell(told(now, self._agreement))))]
        for proposal in self._agreement.proposals.of(article.id):
            party = self._agreement.parties.get(proposal.party)
            if party and proposal.state is ProposalState.OPEN and proposal.text:
                label = f"Tekstvoorstel {party.short}"
                text = told(proposal.text, self._agreement)
                rows.append(Row((cell(label, heading=True), cell(text))))
        return Table(
            (header_row("Wat", "Tekst"), *rows),
            widths=(0.25, 0.75),
            title=f"Teksten bij {article_name(article)}",
        )

    def _settled(self) -> Iterator[Block]:
        groups: dict[str, list[str]] = {}
        others = {article.id for article in (*self._apart, *self._unheard)}
        for line in self._lines:
            if line.outcome in _SETTLED and line.id not in others:
                name = article_name(self._agreement.articles[line.id])
                groups.setdefault(_how(line), []).append(name)
        if not groups:
            yield Paragraph(words("Er zijn nog geen afspraken rond."))
        for how, found in groups.items():
            yield Item((Run(f"{how}: ", bold=True), Run(ended(numbers(found)))))

    def _following(self) -> Iterator[Block]:
        lines = [
            *self._of(Outcome.PRO_MEMORIE, "Gegevens volgen (p.m.)"),
            *self._of(Outcome.DEFERRED, "Aangehouden"),
        ]
        open_ones = [
            article_name(self._agreement.articles[line.id])
            for line in self._lines
            if line.outcome is None
        ]
        if open_ones:
            lines.append(("Nog niet besloten", numbers(open_ones)))
        for label, told_ in lines:
            yield Item((Run(f"{label}: ", bold=True), Run(ended(told_))))
        if not lines:
            yield Paragraph(words("Er staat niets meer open."))

    def _of(self, outcome: Outcome, label: str) -> Iterator[tuple[str, str]]:
        for line in self._lines:
            decision = self._agreement.decision_on(line.id)
            if decision and decision.outcome is outcome:
                until = until_words(decision)
                follows = outcome is Outcome.PRO_MEMORIE
                what = inside(decision.text) if follows else ""
                when = f"tot {until}" if until else ""
                when = by_when(decision) if follows else when
                tail = ", ".join(filter(None, (what, when)))
                name = article_name(self._agreement.articles[line.id])
                yield f"{label} {name}", tail or "datum volgt"

    def _steps(self) -> Iterator[Block]:
        yield Paragraph(words("Na de vaststelling besluit elke partij; daarna wordt getekend."))
        yield bodies_table(self._agreement)
        signing = signing_day(self._agreement)
        if signing is not None:
            yield Item(words(f"Ondertekening, uiterlijk {day(signing)}."))


def _how(line: ArticleLine) -> str:
    """What the board is asked about a settled article; that somebody has a reservation is
    said, not who."""
    if line.outcome is Outcome.DROPPED:
        return "Vervalt"
    if line.outcome is Outcome.REGULAR:
        return "Naar regulier werk"
    if line.reserved:
        return "Akkoord, onder voorbehoud van instemming"
    return (
        "Akkoord met wijziging" if line.outcome is Outcome.AMENDED else "Akkoord, ongewijzigd"
    )


def _names(articles: Iterator[Article]) -> str:
    found = [article_name(article) for article in articles]
    return f"afspraak {found[0]}" if len(found) == 1 else f"de afspraken {numbers(found)}"
