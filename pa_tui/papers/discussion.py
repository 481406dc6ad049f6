"""The discussion in minutes: per theme first what went en bloc, then what was talked about."""

from __future__ import annotations

from collections.abc import Iterator

from pa_tui.domain.articles import Article, Theme
from pa_tui.domain.decisions import Decision, Outcome
from pa_tui.domain.meetings import Note
from pa_tui.papers.blocks import Block, Heading, Paragraph, words
from pa_tui.papers.dutch import begun, ended, listed, numbers, sentence
from pa_tui.papers.presence import order_sentences
from pa_tui.papers.record import Record, article_label, article_name
from pa_tui.papers.sentences import agreed, decision_sentences, exceptions
from pa_tui.papers.unsettled import unsettled_sentences
from pa_tui.papers.voices import takes_sides, voices


def discussion(record: Record, chapter: int) -> Iterator[Block]:
    """The paragraphs of the chapter with this number, under a heading per theme."""
    order = " ".join(order_sentences(record))
    if order:
        yield Paragraph(words(order), place="order")
    sections = [
        (theme, found)
        for theme in record.agreement.ordered_themes
        if (found := _on(record, theme))
    ]
    if not sections:
        yield Paragraph(
            words("In deze bijeenkomst zijn geen afspraken besproken."), place="discussed/none"
        )
    for place, (theme, articles) in enumerate(sections, 1):
        yield Heading(2, words(_theme_name(theme)), f"{chapter}.{place}")
        yield from _section(record, articles)


def _on(record: Record, theme: Theme) -> list[Article]:
    """The articles of a theme the meeting decided on, made notes about or talked about."""
    articles = (record.known(line.id) for line in record.agreement.lines_of(theme.id))
    return [a for a in articles if a.id in record.final or is_talked_about(record, a.id)]


def is_talked_about(record: Record, key: str) -> bool:
    """Whether the meeting left something about an article (id) other than a decision."""
    return bool(key in record.unsettled or record.notes_on(key))


def _theme_name(theme: Theme) -> str:
    if theme.number and theme.title:
        return f"Thema {theme.number}: {theme.title}"
    return f"Thema {theme.number or theme.title}"


def _section(record: Record, articles: list[Article]) -> Iterator[Block]:
    together: dict[tuple[str, ...], list[Article]] = {}
    discussed = []
    for article in articles:
        decision = record.final.get(article.id)
        if decision is not None and is_only_agreed(record, decision):
            tail = (
                agreed(decision, voices(decision, record.agreement)),
                *exceptions(decision, record.agreement, several=True),
            )
            together.setdefault(tail, []).append(article)
        else:
            discussed.append(article)
    for tail, group in together.items():
        yield Paragraph(words(_en_bloc(record, group, tail)), place=f"together/{group[0].id}")
    for article in discussed:
        yield from _discussed(record, article)


def is_only_agreed(record: Record, decision: Decision) -> bool:
    """Whether nothing happened but agreement on an unchanged text, so that the article needs
    no heading of its own; a party that is silent or absent changes nothing in that."""
    return (
        decision.outcome is Outcome.AGREED
        and decision.before == decision.after
        and not (decision.text or decision.reason)
        and not takes_sides(decision)
        and not record.is_reopened(decision)
        and not is_talked_about(record, decision.article)
    )


def _en_bloc(record: Record, group: list[Article], tail: tuple[str, ...]) -> str:
    if len(group) == 1:
        decision = record.final[group[0].id]
        tail = (tail[0], *exceptions(decision, record.agreement))
        first = f"Afspraak {article_name(group[0])} blijft ongewijzigd."
    else:
        found = numbers([article_name(article) for article in group])
        first = f"De afspraken {found} blijven ongewijzigd."
    return " ".join(piece for piece in (first, *tail) if piece)


def _discussed(record: Record, article: Article) -> Iterator[Block]:
    title = article_label(article)
    yield Heading(3, words(f"Afspraak {title}" if article.number else title))
    for note in record.notes_on(article.id):
        yield Paragraph(words(note_words(record, note)), place=f"note/{note.id}")
    decision = record.final.get(article.id)
    unsettled = unsettled_sentences(record, article.id)
    if decision is None:
        how = "geen nieuw" if article.id in record.latest else "nog geen"
        told = f"{unsettled} Er is {how} besluit genomen.".lstrip()
    else:
        change = record.change_of(decision)
        told = decision_sentences(decision, record.agreement, change=change)
        if record.is_reopened(decision):
            told = f"{told} De afspraak is heropend. {unsettled}".rstrip()
    yield Paragraph(words(f"{told}{_actions(record, article)}"), place=f"article/{article.id}")


def note_words(record: Record, note: Note) -> str:
    """A note as a sentence, with the party it is about where it has one."""
    party = record.agreement.parties.get(note.party or "")
    if party is None or note.text.lstrip().startswith((party.short, party.name)):
        return sentence(note.text)
    return f"{begun(party.short)}: {ended(note.text.strip())}"


def _actions(record: Record, article: Article) -> str:
    found = [f"A-{a.number:03}" for a in record.new_actions if a.article == article.id]
    if not found:
        return ""
    return f" Zie actie{'s' if len(found) > 1 else ''} {listed(found)}."
