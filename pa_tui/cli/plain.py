"""The agreement as calm lines of text: for a terminal, a pipe and a screen reader alike."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterable, Iterator

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Article, Commitment, Theme
from pa_tui.domain.decisions import Decision, Outcome
from pa_tui.domain.hearing import as_it_stands
from pa_tui.domain.lines import Status
from pa_tui.domain.markdown import to_markdown
from pa_tui.domain.meetings import Action
from pa_tui.domain.order import Tally
from pa_tui.domain.parties import Involved, Lead, State
from pa_tui.domain.progress import article_involved, article_joint, article_leads
from pa_tui.domain.text import Text
from pa_tui.domain.timing import Timing
from pa_tui.language import _, n_, spoken
from pa_tui.reading.wording import say_timing
from pa_tui.telling import standing_apart, with_apart

_WIDEST = 96
_INDENT = "    "


def agreement_lines(agreement: Agreement) -> Iterator[str]:
    """The whole agreement: facts, parties, and every theme with its articles."""
    facts = agreement.about
    yield facts.title or "-"
    count = n_("{count} article", "{count} articles", len(agreement.order.flat))
    yield " · ".join(filter(None, (str(facts.year or ""), labels.name(facts.status), count)))
    if agreement.parties:
        yield ""
        for party in agreement.ordered_parties:
            signed = f", {labels.day(party.signed_on)}" if party.signed_on else ""
            yield f"{party.short} ({party.id}): {party.name}, {labels.name(party.role)}{signed}"
    for section in sorted(agreement.sections.values(), key=lambda section: section.rank):
        yield from _passage(agreement, section.title, section.text)
    for theme in agreement.ordered_themes:
        yield from _theme_lines(agreement, theme)
    for annex in sorted(agreement.annexes.values(), key=lambda annex: annex.rank):
        yield from _passage(agreement, annex.title, annex.text)
    for note in sorted(agreement.footnotes.values(), key=lambda note: note.rank):
        yield from ("", *_wrapped(f"[^{note.mark}] {note.text}", ""))


def _theme_lines(agreement: Agreement, theme: Theme) -> Iterator[str]:
    tally = agreement.tallies.get(theme.id, Tally())
    title = f"{theme.number} {theme.title}" if theme.number else theme.title
    yield ""
    yield ""
    decided = _(
        "{decided} of {articles} decided", decided=tally.decided, articles=tally.articles
    )
    yield f"# {title} ({decided})"
    for passage in theme.context:
        yield from _passage(agreement, passage.title, passage.text)
    group = ""
    for line in agreement.lines_of(theme.id):
        if line.group != group and line.group:
            yield from ("", f"## {line.group}")
        group = line.group
        yield ""
        yield from _article_lines(agreement, agreement.articles[line.id])


def _passage(agreement: Agreement, title: str, text: Text) -> Iterator[str]:
    yield ""
    if title:
        yield f"## {title}"
    yield from _text_lines(agreement, text, "")


def article_lines(agreement: Agreement, article: Article) -> Iterator[str]:
    """One article with all that hangs on it: parts, positions, proposals, notes, actions."""
    yield from _article_lines(agreement, article)
    parts = agreement.commitments_of(article.id)
    if len(parts) > 1:
        for place, part in enumerate(parts, start=1):
            yield from ("", _("Part {part} of {count}", part=place, count=len(parts)))
            yield from _wrapped(part.words, _INDENT)
            yield from _labelled(_carried(agreement, article, (part,)))
    for heading, lines in _beside(agreement, article):
        if lines:
            yield from ("", heading)
            for line in lines:
                yield from _wrapped(line, _INDENT)


def _beside(agreement: Agreement, article: Article) -> Iterator[tuple[str, list[str]]]:
    positions = agreement.positions_on(article.id).values()
    yield (
        _("Positions"),
        [
            _joined(f"{labels.party(agreement, p.party)}: {labels.name(p.stance)}", p.reason)
            for p in positions
        ],
    )
    wishes = agreement.wishes.of(article.id)
    yield (
        _("Wishes beforehand"),
        [
            _joined(f"{labels.party(agreement, w.party)}: {labels.name(w.treatment)}", w.reason)
            for w in wishes
        ],
    )
    yield (
        _("Proposals"),
        [
            f"{place}. {labels.party(agreement, one.party)} ({labels.name(one.state)}): "
            f"{to_markdown(one.text, agreement.label)}"
            for place, one in enumerate(agreement.proposals.of(article.id), start=1)
        ],
    )
    yield (
        _("Notes"),
        [
            _("(internal) {text}", text=note.text) if note.internal else note.text
            for note in agreement.notes.of(article.id)
        ],
    )
    yield (
        _("Actions"),
        [_action(agreement, action) for action in agreement.actions.of(article.id)],
    )
    yield (
        _("Decisions"),
        [_decision(agreement, decision) for decision in agreement.decisions_on(article.id)],
    )


def _action(agreement: Agreement, action: Action) -> str:
    who = labels.party(agreement, action.party) if action.party else ""
    when = labels.due(action.due, action.due_words)
    words = (f"A-{action.number:03}", action.text, who, when, labels.name(action.state))
    return " · ".join(filter(None, words))


def _decision(agreement: Agreement, decision: Decision) -> str:
    words = labels.outcome(decision.outcome, decision.standing)
    return _joined(
        f"{labels.moment(decision.at)}: {words}",
        decision.reason,
        decision.text if decision.outcome is Outcome.DEFERRED else "",
        standing_apart(decision, agreement),
    )


def _joined(*words: str) -> str:
    return "; ".join(filter(None, words))


def _article_lines(agreement: Agreement, article: Article) -> Iterator[str]:
    yield from _wrapped(" ".join(filter(None, (article.number, article.title))) or "-", "")
    yield from _labelled(((_("Stands"), _stand(agreement, article)),))
    yield from _labelled(_carried(agreement, article, agreement.commitments_of(article.id)))
    yield ""
    yield from _text_lines(agreement, article.text, _INDENT)


def _stand(agreement: Agreement, article: Article) -> str:
    line = agreement.lines[article.id]
    decision = agreement.decision_on(article.id)
    words = labels.name(line.status)
    if decision is not None and line.status is not Status.CONTESTED:
        words = labels.outcome(decision.outcome, decision.standing)
        now = as_it_stands(decision, agreement)
        words = with_apart(words, standing_apart(now, agreement))
    return _("{outcome}, key agreement", outcome=words) if article.key_agreement else words


def _carried(
    agreement: Agreement, article: Article, parts: tuple[Commitment, ...]
) -> Iterator[tuple[str, str]]:
    leads = article_leads(parts, article.text)
    joint = article_joint(parts)
    shared = bool(leads) and all(lead.party in joint for lead in leads)
    yield _("Lead"), "" if shared else _leads(agreement, leads)
    yield _("Together"), labels.parties(agreement, joint)
    yield _("Involved"), ", ".join(map(_involved, article_involved(parts)))
    yield _("When"), "; ".join(_when(t) for part in parts for t in part.timings)


def _leads(agreement: Agreement, leads: Iterable[Lead]) -> str:
    return ", ".join(
        _suggested(
            labels.party(agreement, lead.party) + (f" ({lead.person})" if lead.person else ""),
            lead.state,
        )
        for lead in leads
    )


def _involved(who: Involved) -> str:
    return _suggested(who.name, who.state)


def _when(timing: Timing) -> str:
    meaning = say_timing(timing, spoken())
    words = timing.text if meaning == timing.text else f"{timing.text} = {meaning}"
    return _suggested(words, timing.state)


def _suggested(words: str, state: State) -> str:
    return words if state is State.CONFIRMED else f"{words} ({labels.name(state)})"


def _labelled(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    for label, words in rows:
        if words:
            yield from textwrap.wrap(
                words,
                _width(),
                initial_indent=f"{_INDENT}{label:<10} ",
                subsequent_indent=_INDENT + " " * 11,
            )


def _text_lines(agreement: Agreement, text: Text, indent: str) -> Iterator[str]:
    for line in to_markdown(text, agreement.label).split("\n"):
        yield from [indent + line] if line.startswith("|") else _wrapped(line, indent)


def _wrapped(line: str, indent: str) -> Iterator[str]:
    within = indent + " " * (len(line) - len(line.lstrip(" ")))
    if not line.strip():
        yield ""
    for piece in line.strip().splitlines():
        yield from textwrap.wrap(
            piece, _width(), initial_indent=within, subsequent_indent=within
        )


def _width() -> int:
    return max(40, min(_WIDEST, shutil.get_terminal_size((_WIDEST, 24)).columns))
