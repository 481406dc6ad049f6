"""Who carries the article and when, under its text; wide as a block, narrow as one line."""

from __future__ import annotations

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Article
from pa_tui.language import _
from screens import wording
from screens.marks import mark
from screens.texts import Part
from screens.widgets.ink import Line, Run, clip_line, fit, line, width_of
from screens.widgets.typeset import wrap

HEIGHT = 11
"""Rows of the block; it keeps them, so that nothing moves."""
_LABEL = 11


def facts_block(
    agreement: Agreement, article: Article, part: Part, width: int, more: str
) -> list[Line]:
    """The block of ``HEIGHT`` rows: a rule, who and when, the decision, last year."""
    rows = [_rule(part, width, more)]
    own = part.commitment
    rows += [
        *_field(_("Lead"), wording.leads(agreement, own) if own else "", width, asked=True),
        *_field(_("Together"), wording.joint(agreement, own) if own else "", width),
        *_field(_("Involved"), wording.involved(own) if own else "", width),
        *_field(_("When"), wording.when(own) if own else "", width, asked=True),
        *_field(
            _("How much") if own and own.quantities else _("Kind"),
            wording.amounts(own) if own else "",
            width,
        ),
    ][: HEIGHT - 5]
    below = [*_decision(agreement, article.id, width)[:3], *_last_year(article, width)]
    rows += [()] * (HEIGHT - len(rows) - len(below))
    return rows + below


def facts_line(agreement: Agreement, part: Part, width: int) -> Line:
    """Lead, planning and amounts in one row."""
    own = part.commitment
    if own is None:
        return ()
    lead = wording.leads(agreement, own)
    words = [
        f"{_('Lead')} {lead}" if lead else _("lead?"),
        _("together {who}", who=wording.joint(agreement, own)) if own.joint else "",
        wording.when(own) or _("date?"),
        wording.amounts(own),
    ]
    return clip_line(line("  " + " · ".join(word for word in words if word)), width)


def _rule(part: Part, width: int, more: str) -> Line:
    words = (
        f" {_('part {place} of {count}', place=part.place, count=part.count)} "
        if part.count > 1
        else ""
    )
    start = line(Run("──" if words else "", "line"), Run(words, "quiet"))
    end = line(Run(f" {more} " if more else "", "quiet"))
    dashes = Run("─" * max(0, width - 2 - width_of(start) - width_of(end)), "line")
    return (Run("  "), *start, dashes, *end)


def _field(name: str, words: str, width: int, *, asked: bool = False) -> list[Line]:
    if not words and not asked:
        return []
    first = (Run("  " + fit(name, _LABEL), "quiet"),)
    told = line(Run(words, "text")) if words else line(Run("?", "quiet"))
    return wrap(told, width, first)


def _decision(agreement: Agreement, article: str, width: int) -> list[Line]:
    decision = agreement.decision_on(article)
    if decision is None:
        return []
    sign = mark(agreement.lines[article])
    first = (Run("  "), Run(sign.sign + " ", sign.ink))
    return wrap(line(Run(wording.outcome(decision, agreement), sign.ink)), width, first)


def _last_year(article: Article, width: int) -> list[Line]:
    last = article.last_year
    if last is None:
        return []
    row = line(Run(_("last year: {what}", what=wording.last_year(last)), "quiet"))
    return [(Run("  "), *clip_line(row, width - 2))]
