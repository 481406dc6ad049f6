"""The state of the table: every text with its outcome and what was said of it, for the moment
the laptop gives up. Any word processor opens it and the meeting goes on from it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Article
from pa_tui.domain.decisions import Stance
from pa_tui.domain.meetings import Meeting
from pa_tui.papers.absorbed import home_of
from pa_tui.papers.actionlist import waiting
from pa_tui.papers.blocks import Block, Heading, Item, Look, Paper, Paragraph, Run, words
from pa_tui.papers.dutch import begun, clock, listed
from pa_tui.papers.frame import framed, subject_of
from pa_tui.papers.gatherings import name
from pa_tui.papers.lists import action_list
from pa_tui.papers.outcomes import outcome_line, stand_words
from pa_tui.papers.record import article_label, article_name
from pa_tui.papers.texts import Setting

STAMP = "Noodkopie; het bestand zelf gaat voor"


def state_of_the_table(agreement: Agreement, *, at: datetime) -> Paper:
    """All articles as they stand at ``at``, with outcomes, positions, notes for the minutes and
    open actions. Internal notes and proposals stay out of it."""
    meeting = agreement.running_meeting
    title = f"Stand van de {subject_of(agreement)}, {clock(at)} uur"
    return framed(agreement, title, _blocks(agreement, meeting, at), at, stamp=STAMP)


def _blocks(agreement: Agreement, meeting: Meeting | None, at: datetime) -> Iterator[Block]:
    if meeting is not None:
        here = listed(
            begun(p.short) for p in agreement.ordered_parties if meeting.is_here(p.id)
        )
        yield Paragraph(words(f"{begun(name(meeting))}. Aan tafel: {here or 'niemand'}."))
    setting = Setting(agreement, frozenset(agreement.order.flat))
    for theme in agreement.ordered_themes:
        yield Heading(1, words(theme.title), theme.number or "")
        for line in agreement.lines_of(theme.id):
            article = agreement.articles[line.id]
            yield Heading(2, words(article_label(article)))
            yield Paragraph((Run(f"{_outcome(agreement, article)}.", bold=True),))
            yield from setting.blocks(article.text)
            yield from (Item(words(said)) for said in _said(agreement, article, meeting))
    yield Heading(1, words("Openstaande acties"))
    found = waiting(agreement, at)
    if found:
        yield action_list(found, agreement, at)
    else:
        yield Paragraph(words("Er staan geen acties open."), Look.BODY)


def _outcome(agreement: Agreement, article: Article) -> str:
    if article.removed:
        home = home_of(agreement, article)
        return f"Opgegaan in {article_name(home)}" if home else "Uit de set genomen"
    decision = agreement.decision_on(article.id)
    if decision is not None:
        return begun(outcome_line(decision, agreement))
    return "Nog niet besloten"


def _said(agreement: Agreement, article: Article, meeting: Meeting | None) -> Iterator[str]:
    """What parties think of the article and the notes of this meeting."""
    held = agreement.positions_on(article.id)
    stances = [(p, held[p.id]) for p in agreement.ordered_parties if p.id in held]
    agreeing = [begun(party.short) for party, own in stances if own.stance is Stance.AGREE]
    if agreeing:
        yield f"Akkoord: {listed(agreeing)}"
    for party, own in stances:
        if own.stance not in (Stance.AGREE, Stance.NOT_APPLICABLE):
            yield f"{begun(party.short)}: {stand_words(party, own.stand())}"
    for note in agreement.notes.of(article.id):
        if not note.internal and meeting is not None and note.meeting == meeting.id:
            yield f"Notitie: {note.text}"
