"""Who carries an article and when, as a draft shows it beside the text where that is asked."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Article
from pa_tui.papers.blocks import Look, Paragraph, Run
from pa_tui.papers.dutch import begun, listed
from pa_tui.papers.duties import duties_of, names, short_timing


class LeadAndPlanning(StrEnum):
    """How a draft tells lead and planning: in the document's own sentences only, in a line
    under each article, or in a column beside it."""

    SENTENCE = "sentence"
    INLINE = "inline"
    COLUMN = "column"


def line_under(agreement: Agreement, article: Article) -> Paragraph | None:
    """ "Trekker: De Linde. Planning: vóór 1 oktober 2027." under an article; None where
    nobody confirmed a lead or a day."""
    found = told(agreement, article)
    line = " ".join(f"{label}: {words}." for label, words in found)
    under = bool(article.number)
    return Paragraph((Run(line, italic=True),), under_number=under) if line else None


def beside(agreement: Agreement, article: Article) -> Paragraph | None:
    """The same in the column beside an article, to stand before it."""
    runs: list[Run] = []
    for label, words in told(agreement, article, parts=False):
        runs += [Run(f"{label}\n" if not runs else f"\n{label}\n", bold=True), Run(words)]
    return Paragraph(tuple(runs), Look.ASIDE, with_next=True) if runs else None


def told(
    agreement: Agreement, article: Article, *, parts: bool = True
) -> list[tuple[str, str]]:
    """Lead and planning of an article as labels with words, as far as somebody confirmed
    them; with ``parts`` a part (onderdeel) is named where its parts differ."""
    leads: list[tuple[int, str]] = []
    shared: list[tuple[int, str]] = []
    days: list[tuple[int, str]] = []
    count = 1
    for duty in duties_of(agreement, article.id, confirmed=True):
        count = duty.count
        who = duty.leads or duty.joint
        if who:
            own = leads if duty.leads else shared
            own.append((duty.place, begun(listed(names(who, agreement)))))
        days += [(duty.place, short_timing(timing)) for timing in duty.timings]
    found = (("Trekker", leads), ("Gezamenlijk", shared), ("Planning", days))
    asked = count if parts else 1
    return [(label, _by_part(own, asked)) for label, own in found if own]


def _by_part(found: Iterable[tuple[int, str]], count: int) -> str:
    """The words, each once, with the parts they are about where they are not about all."""
    parts: dict[str, list[str]] = {}
    for place, words in found:
        numbers = parts.setdefault(words, [])
        if str(place) not in numbers:
            numbers.append(str(place))
    if len(parts) == 1 or count == 1:
        return "; ".join(parts)
    return "; ".join(
        f"{words} ({'onderdeel' if len(own) == 1 else 'onderdelen'} {listed(own)})"
        for words, own in parts.items()
    )
