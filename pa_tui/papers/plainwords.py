"""The version for the tenants' members: large type, one question per article, no jargon left
without an explanation, room to answer. It tells no party's position."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Article
from pa_tui.domain.decisions import Outcome
from pa_tui.domain.lines import ArticleLine
from pa_tui.domain.parties import Role, State
from pa_tui.domain.progress import article_leads
from pa_tui.papers.blocks import (
    Block,
    Contents,
    Heading,
    Item,
    Look,
    PageBreak,
    Paper,
    Paragraph,
    Row,
    Run,
    Table,
    cell,
    header_row,
    said,
    words,
)
from pa_tui.papers.dutch import begun, day, listed
from pa_tui.papers.excerpts import told
from pa_tui.papers.frame import framed, subject_of
from pa_tui.papers.record import article_label
from pa_tui.papers.texts import Setting

_KNOWN = {
    "ALV": "algemene ledenvergadering: de vergadering van alle leden",
    "Aw": "Autoriteit woningcorporaties: houdt toezicht op de corporaties",
    "B&W": "burgemeester en wethouders: het dagelijks bestuur van de gemeente",
    "BO": "bestuurlijk overleg: wethouder, directeur-bestuurder en voorzitter huurders",
    "DAEB": "dienst van algemeen economisch belang: het sociale werk van een corporatie",
    "dPi": "prognose: de cijfers die een corporatie vooruit geeft",
    "EPV": "energieprestatievergoeding: bedrag voor een woning die zelf energie opwekt",
    "GGZ": "geestelijke gezondheidszorg",
    "HO": "huurdersorganisatie",
    "MJOP": "meerjarenonderhoudsplan: welk onderhoud in welk jaar",
    "NPA": "Nationale Prestatieafspraken: afspraken van het Rijk, corporaties en huurders",
    "p.m.": "pro memorie: het getal of de datum volgt nog",
    "PM": "pro memorie: het getal of de datum volgt nog",
    "RvC": "raad van commissarissen: houdt toezicht op het bestuur van een corporatie",
    "VHV": "volkshuisvestingsverslag: het jaarverslag van een corporatie over het wonen",
    "VNG": "Vereniging van Nederlandse Gemeenten",
    "VvE": "vereniging van eigenaars in een gebouw",
    "Wmo": "Wet maatschappelijke ondersteuning",
    "WOZ": "waardering onroerende zaken: de waarde van een woning voor de belasting",
    "WWS": "woningwaarderingsstelsel: de punten die de hoogste huur bepalen",
}
_SPELLED = re.compile(r"((?:[\w’'-]+\s+){1,6})\(([A-Z][A-Za-z&]{1,7})\)")
_SHORT = 1200
"""Up to how many characters an article stays on one page."""
_ROOM = "…" * 24


def plain_version(agreement: Agreement, *, at: datetime) -> Paper:
    """What the tenants' organisation can lay before its members: the text of each article,
    what changed in it, who does it, and one question."""
    year = f" {agreement.about.year}" if agreement.about.year else ""
    title = f"Afspraken over wonen{year}: wat vindt u ervan?"
    made = framed(agreement, title, _blocks(agreement, at.date()), at, stamp="CONCEPT")
    return replace(made, large=True)


def _blocks(agreement: Agreement, today: date) -> Iterator[Block]:
    yield from _beginning(agreement, today)
    if any(map(_is_asked, agreement.lines.values())):
        yield PageBreak()
    for theme in agreement.ordered_themes:
        lines = [line for line in agreement.lines_of(theme.id) if _is_asked(line)]
        if lines:
            yield Heading(1, words(theme.title), theme.number or "")
        for line in lines:
            yield from _together(_article(agreement, agreement.articles[line.id]))
    yield from _gone(agreement)
    yield from _abbreviations(agreement)


def _is_asked(line: ArticleLine) -> bool:
    return not line.removed and line.outcome not in (Outcome.DROPPED, Outcome.REGULAR)


def _beginning(agreement: Agreement, today: date) -> Iterator[Block]:
    tenants = listed(party.name for party in agreement.with_role(Role.TENANTS))
    others = [p.name for p in agreement.ordered_parties if p.role is not Role.TENANTS]
    who = f" {tenants} maakt ze met {listed(others)}." if tenants and others else ""
    yield Paragraph(
        words(
            f"Dit zijn de {subject_of(agreement)}. Dat zijn afspraken over wonen.{who} De "
            "tekst is nog niet definitief. Wij willen graag weten wat u ervan vindt."
        )
    )
    term = _term(agreement, today)
    when = f"vóór of op {day(term)}" if term else "vóór …………………"
    yield Paragraph(
        (Run("Uw antwoord krijgen wij graag ", bold=True), Run(when, bold=True), Run(".")),
        Look.BOX,
    )
    if any(map(_is_asked, agreement.lines.values())):
        yield Contents("Waar gaat het over?", 1)


def _term(agreement: Agreement, today: date) -> date | None:
    """The first day still to come by which the tenants' organisation has to speak."""
    tenants = {party.id for party in agreement.with_role(Role.TENANTS)}
    days = (p.until for p in agreement.positions.values() if p.party in tenants and p.until)
    return min((own for own in days if own >= today), default=None)


def _together(blocks: Iterable[Block]) -> Iterator[Block]:
    """An article with its question, on one page where it is not too long for that."""
    whole = [*blocks]
    written = [b for b in whole if isinstance(b, Heading | Paragraph | Item)]
    short = len(written) == len(whole) and sum(len(said(b.runs)) for b in written) < _SHORT
    for block in whole[:-1]:
        if short and isinstance(block, Paragraph):
            yield replace(block, with_next=True)
        else:
            yield block
    yield from whole[-1:]


def _article(agreement: Agreement, article: Article) -> Iterator[Block]:
    yield Heading(2, words(article_label(article)))
    yield from Setting(agreement, frozenset()).blocks(article.text)
    before = _before(agreement, article)
    if before:
        yield Paragraph((Run("Eerst stond er: ", bold=True), Run(before)))
    who = _who(agreement, article)
    if who:
        runs = (Run("Wie doet dit? ", bold=True), Run(f"{who}."))
        yield Paragraph(runs, with_next=True)
    yield Paragraph(
        (Run("Bent u het hiermee eens?", bold=True), Run("   ☐ ja   ☐ nee   ☐ weet niet")),
        with_next=True,
    )
    yield Paragraph(words(f"Omdat: {_ROOM}"))


def _before(agreement: Agreement, article: Article) -> str:
    """The wording before, where the talks changed it."""
    decisions = agreement.decisions_on(article.id)
    first = next((d for d in decisions if d.before != d.after), None)
    if first is None:
        return ""
    old, now = told(first.before, agreement), told(article.text, agreement)
    return "" if old == now else " ".join(old.split()) or "niets, deze afspraak is nieuw"


def _who(agreement: Agreement, article: Article) -> str:
    parts = agreement.commitments_of(article.id)
    leads = article_leads(parts, article.text)
    sure = {lead.party for lead in leads if lead.state is State.CONFIRMED}
    return listed(begun(p.short) for p in agreement.ordered_parties if p.id in sure)


def _gone(agreement: Agreement) -> Iterator[Block]:
    yield from _listed(
        agreement,
        Outcome.REGULAR,
        "Dit gaat gewoon door",
        "Dit is gewoon werk geworden. De tekst staat voortaan in een bijlage.",
    )
    yield from _listed(
        agreement,
        Outcome.DROPPED,
        "Dit vervalt",
        "Deze afspraken staan er volgend jaar niet meer in.",
    )


def _listed(
    agreement: Agreement, outcome: Outcome, title: str, told_first: str
) -> Iterator[Block]:
    """The articles with an outcome that asks no question of the members, by name."""
    found = [
        agreement.articles[key]
        for key in agreement.order.flat
        if agreement.lines[key].outcome is outcome and not agreement.lines[key].removed
    ]
    if found:
        yield Heading(1, words(title))
        yield Paragraph(words(told_first), with_next=True)
    for article in found:
        yield Item(words(article_label(article)))


def _abbreviations(agreement: Agreement) -> Iterator[Block]:
    found = dict(sorted(abbreviations(agreement).items(), key=lambda pair: pair[0].casefold()))
    if not found:
        return
    yield Heading(1, words("Afkortingen"))
    rows = (Row((cell(short, heading=True), cell(long))) for short, long in found.items())
    yield Table(
        (header_row("Afkorting", "Betekenis"), *rows), widths=(0.22, 0.78), title="Afkortingen"
    )


def abbreviations(agreement: Agreement) -> dict[str, str]:
    """The abbreviations the articles use with what they stand for: as the text itself spells
    them out, a party's name, or what is common knowledge in this field."""
    texts = "\n".join(
        f"{agreement.articles[key].title}\n{told(agreement.articles[key].text, agreement)}"
        for key in agreement.order.flat
        if _is_asked(agreement.lines[key])
    )
    known = _KNOWN | {
        party.short: party.name
        for party in agreement.ordered_parties
        if party.short != party.name and party.short.isupper()
    }
    known |= dict(_spelled(texts))
    return {
        short: long
        for short, long in known.items()
        if re.search(rf"(?<!\w){re.escape(short)}(?!\w)", texts)
    }


def _spelled(texts: str) -> Iterator[tuple[str, str]]:
    """Abbreviations behind the words they stand for: "Energie Service Bedrijf (ESB)"."""
    for found in _SPELLED.finditer(texts):
        spelled, short = found[1].split(), found[2]
        letters = [letter for letter in short if letter.isupper()]
        for start in range(len(spelled)):
            if [w[0].upper() for w in spelled[start:]] == letters:
                yield short, " ".join(spelled[start:])
