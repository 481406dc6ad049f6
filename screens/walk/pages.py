"""The pages in the middle: the article, last year and the bid, changes, proposals, en bloc."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Article
from pa_tui.domain.decisions import Proposal, ProposalState
from pa_tui.domain.text import plain
from pa_tui.language import _
from screens.texts import footnotes, screen_label, text_before
from screens.widgets.ink import Line, Run, clip_line, line
from screens.widgets.prose import changes, has_changed, prose
from screens.widgets.typeset import wrap
from screens.wording import evaluation

_MARGIN = (Run("  "),)
WIDEST = 84
"""Longer lines than this are hard to read from the back of a room."""


def article_page(
    agreement: Agreement, article: Article, part: str, width: int, *, final: bool
) -> list[Line]:
    """The article: its title, and its text with what changed unless ``final``."""
    width = min(width, WIDEST)
    lines = _title(article, width)
    was = None if final else text_before(agreement, article)
    label = screen_label(agreement)
    if was is None:
        lines += prose(article.text, label, width - 2, part)
    else:
        lines += changes(was, article.text, label, width - 2)
    return [*lines, *footnotes(agreement, article, width)]


def numbered_page(agreement: Agreement, article: Article, width: int) -> list[Line]:
    """The article with a number before each of its paragraphs."""
    width = min(width, WIDEST)
    lines = _title(article, width)
    return [*lines, *prose(article.text, screen_label(agreement), width - 2, numbered=True)]


def since_page(
    agreement: Agreement, article: Article, before: Article | None, name: str, width: int
) -> list[Line]:
    """The article as it changed since a version of this name."""
    width = min(width, WIDEST)
    lines = _title(article, width)
    lines += [*_wrapped(_("Since {version}", version=name), "quiet", width), ()]
    if before is None:
        return [*lines, *_wrapped(_("This article is new since then."), "accent", width)]
    if not has_changed(before.text, article.text, agreement.label):
        return [*lines, *_wrapped(_("Nothing changed here since then."), "accent", width)]
    return [*lines, *changes(before.text, article.text, screen_label(agreement), width - 2)]


def last_year_page(agreement: Agreement, article: Article, width: int) -> list[Line]:
    """Last year's text with how it went, the bid, and what parties answered to it."""
    width = min(width, WIDEST)
    lines = _title(article, width)
    last = article.last_year
    if last is not None:
        lines += _heading(_("Last year, {number}", number=last.number), width)
        lines += _wrapped("\n\n".join(last.text.split("\n")), "text", width)
        told = " · ".join(word for word in (evaluation(last.evaluation), last.remark) if word)
        lines += [(), *_wrapped(told, "accent", width)] if told else []
    if article.bid:
        lines += [(), *_heading(_("Bid"), width), *_wrapped(article.bid, "text", width)]
    answers = list(_answers(agreement, article))
    if answers:
        lines += [(), *_heading(_("Responses"), width)]
        for words in answers:
            lines += _wrapped(words, "text", width)
    if last is None and not article.bid and not answers:
        words = _("Nothing is known of last year or of the bid for this article.")
        lines += _wrapped(words, "quiet", width)
    return lines


def _answers(agreement: Agreement, article: Article) -> Iterator[str]:
    """What parties remarked and proposed on an article, one a piece."""
    for proposal in agreement.proposals.of(article.id):
        words = " ".join(plain(proposal.text, agreement.label).split())
        said = " · ".join(filter(None, (proposal.remark, words)))
        state = "" if proposal.state is ProposalState.OPEN else labels.name(proposal.state)
        name = labels.party(agreement, proposal.party)
        yield f"{name}: {said}" + (f" ({state})" if state else "")


def together_page(
    agreement: Agreement, articles: Sequence[str], apart: Sequence[str], width: int
) -> list[Line]:
    """The articles that are decided together, and under them the other undecided ones of
    the theme, which stand ``apart``."""
    lines = [*_wrapped(_("To decide together"), "title", width), ()]
    lines += [_listed(agreement, key, width, "text") for key in articles]
    if apart:
        lines += [(), *_wrapped(_("One by one"), "quiet", width)]
        lines += [_listed(agreement, key, width, "quiet") for key in apart]
    return lines


def _listed(agreement: Agreement, article: str, width: int, ink: str) -> Line:
    own = agreement.lines[article]
    row = line(Run(f"{own.number or '-'} ", "strong"), Run(own.label, ink))
    return (*_MARGIN, *clip_line(row, width - 4))


def proposals_page(
    agreement: Agreement, article: Article, proposals: Sequence[Proposal], width: int
) -> list[Line]:
    """The wordings parties proposed, each compared with the text."""
    width = min(width, WIDEST)
    lines = _title(article, width)
    label = screen_label(agreement)
    for number, proposal in enumerate(proposals, start=1):
        words = f"{number} {labels.party(agreement, proposal.party)}"
        if proposal.state is not ProposalState.OPEN:
            words = f"{words} ({labels.name(proposal.state)})"
        said = proposal.reason or proposal.remark
        lines += _wrapped(f"{words}: {said}" if said else words, "accent", width)
        if proposal.text:
            lines += changes(article.text, proposal.text, label, width - 2)
        lines.append(())
    return lines


def _title(article: Article, width: int) -> list[Line]:
    words = article.title or ""
    lines: list[Line] = [()]  # a little air under the frame
    if words:
        lines += [*_wrapped(words, "title", width), ()]
    return lines


def _heading(words: str, width: int) -> list[Line]:
    return [*_wrapped(words, "quiet", width)]


def _wrapped(words: str, ink: str, width: int) -> list[Line]:
    lines: list[Line] = []
    for row in words.split("\n"):
        lines += wrap(line(Run(row, ink)), width - 2, _MARGIN)
    return lines
