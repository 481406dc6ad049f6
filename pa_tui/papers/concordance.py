"""Concordance of numbers: what each article was called before, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Article
from pa_tui.domain.decisions import Outcome
from pa_tui.papers.absorbed import home_of
from pa_tui.papers.blocks import Paper, Row, Table, cell, header_row
from pa_tui.papers.frame import listing
from pa_tui.papers.record import article_label, article_name

_NONE = "–"


def concordance(
    agreement: Agreement, older: Agreement | None, since: str = "", *, at: datetime
) -> Paper:
    """The articles by their numbers now, with those in an ``older`` version called ``since``
    and last year's where it is known; those that went stand last."""
    before = older or agreement
    last_year = any(article.last_year for article in agreement.articles.values())
    heads = ["Nr nu", f"Nr in {since or 'eerdere versie'}"] if older else ["Nr nu"]
    heads += ["Nr vorig jaar"] if last_year else []
    rows = (
        Row(tuple(cell(piece) for piece in _pieces(pieces, older is not None, last_year)))
        for pieces in (*_present(agreement, before), *_gone(agreement, before))
    )
    widths = (*(0.12 for _ in heads), 0.4, 0.6 - 0.12 * len(heads))
    return listing(
        agreement,
        "Concordantie van nummers,",
        Table(
            (header_row(*heads, "Afspraak", "Wat er gebeurde"), *rows),
            widths=widths,
            small=True,
            title="Concordantie van nummers",
        ),
        at,
        nothing="Er zijn nog geen afspraken.",
        upright=True,
    )


_Pieces = tuple[str, str, str, str, str]
"""The number now, before and last year, the article, and what happened."""


def _pieces(pieces: _Pieces, older: bool, last_year: bool) -> Iterator[str]:
    now, then, year, title, happened = pieces
    yield now
    if older:
        yield then
    if last_year:
        yield year
    yield title
    yield happened


def _present(agreement: Agreement, before: Agreement) -> Iterator[_Pieces]:
    for key in agreement.order.flat:
        article = agreement.articles[key]
        if not _is_gone(agreement, key):
            then = before.articles.get(key) if _is_in(before, key) else None
            number = (then.number or "") if then else _NONE
            happened = _happened(agreement, article, then, before)
            yield article.number or "", number, _last_year(article), _name(article), happened


def _gone(agreement: Agreement, before: Agreement) -> Iterator[_Pieces]:
    for key in before.order.flat:
        if _is_in(before, key) and not _is_in(agreement, key):
            then = before.articles[key]
            reason = _reason(agreement, key)
            yield _NONE, then.number or "", _last_year(then), _name(then), reason
    if before is agreement:
        for key in agreement.order.flat:
            if _is_gone(agreement, key):
                own = agreement.articles[key]
                reason = _reason(agreement, key)
                yield own.number or "", "", _last_year(own), _name(own), reason


def _is_gone(agreement: Agreement, key: str) -> bool:
    line = agreement.lines[key]
    return line.removed or line.outcome is Outcome.DROPPED


def _is_in(agreement: Agreement, key: str) -> bool:
    return key in agreement.articles and not _is_gone(agreement, key)


def _name(article: Article) -> str:
    """Its title or first words, without the number."""
    return article_label(article).removeprefix(article.number or "").strip()


def _last_year(article: Article) -> str:
    return article.last_year.number if article.last_year else _NONE


def _reason(agreement: Agreement, key: str) -> str:
    article = agreement.articles.get(key)
    if article is not None and article.removed:
        home = home_of(agreement, article)
        if home is not None:
            return f"opgegaan in {article_name(home)}"
    decision = agreement.decision_on(key) if article is not None else None
    reason = f": {decision.reason}" if decision and decision.reason else ""
    return f"vervallen{reason}"


def _happened(
    agreement: Agreement, article: Article, then: Article | None, before: Agreement
) -> str:
    found = []
    if then is None:
        found.append("nieuw")
    else:
        if then.theme != article.theme:
            theme = before.themes.get(then.theme)
            found.append(f"stond bij {theme.title}" if theme else "verplaatst")
        if (then.number or "") != (article.number or ""):
            found.append("vernummerd")
        if then.text != article.text or then.title != article.title:
            found.append("tekst gewijzigd")
    if agreement.lines[article.id].outcome is Outcome.REGULAR:
        found.append("naar regulier werk")
    return ", ".join(found) or "gelijk"
