"""The draft agreement itself: cover, contents, parties, themes, signatures and annexes.

It holds the text of the agreement and nothing of the talks: no positions, notes or persons,
and no lead or date that nobody confirmed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from pa_tui.domain.agreement import Agreement, AgreementStatus
from pa_tui.domain.articles import Article, Section, Theme
from pa_tui.domain.decisions import Outcome
from pa_tui.domain.lines import ArticleLine
from pa_tui.domain.parties import Party, Role
from pa_tui.papers.blocks import (
    Block,
    Comment,
    Contents,
    Heading,
    Item,
    Look,
    PageBreak,
    PageCount,
    Paper,
    Paragraph,
    Run,
    Signatures,
    Signing,
    words,
)
from pa_tui.papers.carried import LeadAndPlanning, beside, line_under
from pa_tui.papers.dutch import day, moment
from pa_tui.papers.frame import confidentiality
from pa_tui.papers.remarks import remarks
from pa_tui.papers.texts import Setting, bookmark

_VERSIONS = {
    AgreementStatus.DRAFT: "Concept",
    AgreementStatus.FINAL_DRAFT: "Definitief concept",
    AgreementStatus.ADOPTED: "Vastgesteld in BO",
    AgreementStatus.RATIFIED: "Besluitvorming afgerond",
    AgreementStatus.SIGNED: "Ondertekend",
}
_MANDATES = {
    Role.MUNICIPALITY: "namens het college van burgemeester en wethouders, krachtens volmacht "
    "van de burgemeester van ……………………",
    Role.CORPORATION: "rechtsgeldig vertegenwoordigd",
    Role.TENANTS: "namens het bestuur",
}
_REGULAR = re.compile(
    r"\breguliere?\s+(?:werk|taken)|\blopende\s+(?:werk(?:zaamheden)?|zaken)\b", re.IGNORECASE
)
"""What the annex for regular work is called."""


def draft(
    agreement: Agreement,
    *,
    at: datetime,
    comments: bool = False,
    version: str = "",
    shows: LeadAndPlanning = LeadAndPlanning.SENTENCE,
) -> Paper:
    """The agreement's text as it stands at ``at``; dropped articles are gone, those that
    became regular work stand in an annex.

    ``version`` is the name printed on every page, by default that of the newest version,
    else the status. With ``comments`` outcomes, reservations and open points stand in the
    margin.
    ``shows`` tells how lead and planning are told.
    """
    name = version or version_name(agreement)
    title = agreement.about.title or "Prestatieafspraken"
    stamp = f"{name} · {moment(at)}"
    secret = confidentiality(agreement)
    return Paper(
        title,
        tuple(_Draft(agreement, at, comments, name, shows).blocks(title)),
        header=(Run(f"{title}\t{' · '.join(filter(None, (name, secret)))}"),),
        footer=(Run(f"{stamp}\tpagina "), PageCount.THIS, Run(" van "), PageCount.ALL),
        stamp=name,
        organisations=tuple(party.name for party in agreement.ordered_parties),
        first_header=False,
        first_footer=False,
        margin=shows is LeadAndPlanning.COLUMN,
    )


def version_name(agreement: Agreement) -> str:
    """What the text is called now: the newest named version, else by its status."""
    versions = agreement.ordered_versions
    return versions[-1].name if versions else _VERSIONS[agreement.about.status]


class _Draft:
    """Puts the parts of one draft in order."""

    def __init__(
        self,
        agreement: Agreement,
        at: datetime,
        comments: bool,
        version: str,
        shows: LeadAndPlanning,
    ) -> None:
        self._agreement = agreement
        self._at = at
        self._comments = comments
        self._version = version
        self._shows = shows
        kept = [line for line in agreement.lines.values() if not _is_gone(line)]
        self._setting = Setting(agreement, frozenset(line.id for line in kept))

    def blocks(self, title: str) -> Iterator[Block]:
        yield from self._cover(title)
        yield PageBreak()
        yield Contents("Inhoud", 2)
        yield PageBreak()
        yield from self._parties()
        for section in sorted(self._agreement.sections.values(), key=lambda s: s.rank):
            yield from self._section(section)
        for theme in self._agreement.ordered_themes:
            yield from self._theme(theme)
        yield Heading(1, words("Ondertekening"))
        yield Signatures(tuple(_signing(self._agreement, p) for p in self._sides()))
        yield from self._annexes()
        yield from self._stray_notes()

    def _sides(self) -> tuple[Party, ...]:
        return self._agreement.ordered_parties

    def _cover(self, title: str) -> Iterator[Block]:
        about = self._agreement.about
        yield Paragraph(words(self._version), Look.STAMP)
        secret = confidentiality(self._agreement)
        if secret:
            yield Paragraph(words(secret), Look.STAMP)
        yield Paragraph(words(title), Look.COVER_TITLE)
        if about.period_start and about.period_end:
            span = f"Looptijd {day(about.period_start)} tot en met {day(about.period_end)}"
            yield Paragraph(words(span), Look.SUBTITLE)
        yield from (Paragraph(words(party.name), Look.COVER) for party in self._sides())
        yield Paragraph(words(f"{self._version} · {moment(self._at)}"), Look.SMALL)

    def _parties(self) -> Iterator[Block]:
        titles = [section.title for section in self._agreement.sections.values()]
        if not self._sides() or any("partij" in title.casefold() for title in titles):
            return
        yield Heading(1, words("Partijen"))
        for party in self._sides():
            short = f", hierna: {party.short}" if party.short != party.name else ""
            yield Item(words(f"{party.name}{short}"))

    def _section(self, section: Section) -> Iterator[Block]:
        if section.title:
            yield Heading(section.level, words(section.title))
        yield from self._setting.blocks(section.text)

    def _theme(self, theme: Theme) -> Iterator[Block]:
        lines = [
            line
            for line in self._agreement.lines_of(theme.id)
            if not _is_gone(line) and line.outcome is not Outcome.REGULAR
        ]
        yield Heading(1, words(theme.title), theme.number or "")
        for passage in theme.context:
            if passage.title:
                yield Heading(2, words(passage.title))
            yield from self._setting.blocks(passage.text)
        last = theme.context[-1].title if theme.context else ""
        yield from self._articles(lines, 2, under=last)

    def _articles(
        self, lines: list[ArticleLine], level: int, *, grouped: bool = True, under: str = ""
    ) -> Iterator[Block]:
        """Articles with the names of their groups; one that is the heading they stand
        ``under`` already is not said again."""
        group = under
        for line in lines:
            article = self._agreement.articles[line.id]
            if grouped and article.group != group:
                group = article.group
                if group:
                    yield Heading(level, words(group))
            yield from self._carried(article, level + 1 if group else level)

    def _carried(self, article: Article, level: int) -> Iterator[Block]:
        """An article with its lead and planning, where those are asked. What stands beside it
        carries its remarks: a word processor may lose a paragraph that follows a framed one
        and has remarks of its own."""
        aside = self._shows is LeadAndPlanning.COLUMN and beside(self._agreement, article)
        notes = remarks(self._agreement, article, self._at) if self._comments else ()
        if aside:
            yield replace(aside, comments=notes)
            notes = ()
        yield from self._article(article, level, notes)
        under = self._shows is LeadAndPlanning.INLINE and line_under(self._agreement, article)
        if under:
            yield under

    def _article(
        self, article: Article, level: int, notes: tuple[Comment, ...]
    ) -> Iterator[Block]:
        number, mark = article.number or "", bookmark(article.id)
        if article.title:
            yield Heading(level, words(article.title), number, mark, notes)
            yield from self._setting.blocks(article.text, under_number=bool(number))
            return
        blocks = self._setting.blocks(
            article.text, under_number=bool(number), number=number, mark=mark
        )
        for place, block in enumerate(blocks):
            if place == 0 and isinstance(block, Paragraph):
                yield replace(block, comments=notes)
            else:
                yield block

    def _annexes(self) -> Iterator[Block]:
        """The annexes; regular work joins the one that is about it, else has its own."""
        annexes = sorted(self._agreement.annexes.values(), key=lambda a: a.rank)
        home = next((annex for annex in annexes if _REGULAR.search(annex.title)), None)
        for place, annex in enumerate(annexes, 1):
            yield PageBreak()
            yield Heading(1, words(_annex_title(annex.title, place)))
            yield from self._setting.blocks(annex.text)
            if annex is home:
                for _, lines in self._all_regular():
                    yield from self._articles(lines, 2, grouped=False)
        regular = [] if home else self._all_regular()
        if regular:
            yield PageBreak()
            yield Heading(1, words(_annex_title("Regulier werk", len(annexes) + 1)))
        for theme, lines in regular:
            yield Heading(2, words(theme.title or f"Thema {theme.number}"))
            yield from self._articles(lines, 3)

    def _all_regular(self) -> list[tuple[Theme, list[ArticleLine]]]:
        """The themes with what became regular work in them."""
        themes = self._agreement.ordered_themes
        return [(theme, found) for theme in themes if (found := self._regular(theme))]

    def _regular(self, theme: Theme) -> list[ArticleLine]:
        lines = self._agreement.lines_of(theme.id)
        return [line for line in lines if line.outcome is Outcome.REGULAR and not line.removed]

    def _stray_notes(self) -> Iterator[Block]:
        """Footnotes that no text calls any more: listed, never lost."""
        stray = [
            note
            for note in sorted(self._agreement.footnotes.values(), key=lambda n: n.rank)
            if note.id not in self._setting.called
        ]
        if stray:
            yield Heading(1, words("Noten"))
        for note in stray:
            yield Item(words(note.text), f"{note.mark}.")


def _is_gone(line: ArticleLine) -> bool:
    return line.removed or line.outcome is Outcome.DROPPED


def _annex_title(title: str, place: int) -> str:
    return title if title.casefold().startswith("bijlage") else f"Bijlage {place}: {title}"


def _signing(agreement: Agreement, party: Party) -> Signing:
    signatory = party.signatory
    named = signatory.function.casefold() if signatory else ""
    told = any(
        word in named for word in ("namens", "volmacht", "gemachtigd", "vertegenwoordig")
    )
    return Signing(
        party.name,
        "" if told else _MANDATES[party.role],
        signatory.name if signatory else "",
        signatory.function if signatory else "",
        agreement.about.place,
        day(party.signed_on) if party.signed_on else "",
    )
