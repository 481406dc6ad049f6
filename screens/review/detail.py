"""What is shown in full of the row the cursor is on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.parties import State
from pa_tui.domain.progress import article_leads
from pa_tui.domain.text import Text
from pa_tui.edits.pieces import words_of
from pa_tui.language import N_, _, n_
from pa_tui.reading.lines import Remark
from screens.review.rows import Kind, Row
from screens.widgets.ink import Line, Run, clip_line, line
from screens.widgets.typeset import wrap


def detail_lines(
    agreement: Agreement, row: Row, asked: Sequence[Remark], keys: str, width: int, height: int
) -> list[Line]:
    """What the row is in full: what is asked and what to press, its words, who and when."""
    rows = [_rule(_title(agreement, row), width)]
    for remark in asked:
        words = "? " + _(remark.message, **dict(remark.values))
        rows += wrap(line(Run(words, "accent")), width - 2, (Run(" "),))
    if keys:
        rows += wrap(line(Run(keys, "quiet")), width - 2, (Run("   "),))
    below = _facts(agreement, row, width)
    room = height - len(rows) - len(below)
    text: list[Line] = []
    for part in _words(agreement, row):
        if len(text) > room:
            break
        text += wrap(line(part), width - 2, (Run(" "),))
    if len(text) > room:
        text = [*text[: max(0, room - 1)], line(Run(" …", "quiet"))]
    rows += text
    rows += [()] * (height - len(rows) - len(below))
    return [*rows, *below]


def _rule(words: str, width: int) -> Line:
    return line(
        Run("── ", "line"),
        Run(words, "quiet"),
        Run(" " + "─" * max(0, width - len(words) - 4), "line"),
    )


_KINDS: Mapping[Kind, str] = {
    Kind.FACTS: N_("the agreement"),
    Kind.PARTIES: N_("the parties"),
    Kind.PARTY: N_("party"),
    Kind.SECTION: N_("front matter"),
    Kind.THEME: N_("theme"),
    Kind.PASSAGE: N_("context of the theme"),
    Kind.GROUP: N_("article"),
    Kind.ARTICLE: N_("article"),
    Kind.BLOCK: N_("paragraph"),
    Kind.FOOTNOTE: N_("footnote"),
    Kind.ANNEX: N_("annex"),
    Kind.UNREAD: N_("left out"),
}


def _title(agreement: Agreement, row: Row) -> str:
    words = _(_KINDS[row.kind])
    if row.kind is Kind.BLOCK:
        count = len(agreement.articles[row.key].text)
        place = _("{place} of {count}", place=row.place, count=count)
        return f"{words} · {place}"
    if row.kind is Kind.ARTICLE and agreement.lines[row.key].number:
        words = f"{words} {agreement.lines[row.key].number}"
    if row.kind is Kind.ARTICLE and agreement.lines[row.key].group:
        words = f"{words} · {agreement.lines[row.key].group}"
    return words


def _words(agreement: Agreement, row: Row) -> list[Run]:
    """The words in full, a run for each paragraph."""
    return _IN_FULL[row.kind](agreement, row)


def _article(agreement: Agreement, row: Row) -> list[Run]:
    article = agreement.articles[row.key]
    return [*_heading(article.title), *_runs(agreement, article.text)]


def _block(agreement: Agreement, row: Row) -> list[Run]:
    text = agreement.articles[row.key].text
    return _runs(agreement, text[row.place - 1 : row.place])


def _theme(agreement: Agreement, row: Row) -> list[Run]:
    theme = agreement.themes[row.key]
    count = sum(not own.removed for own in agreement.lines_of(theme.id))
    articles = n_("{count} article", "{count} articles", count)
    return [*_heading(theme.title), Run(articles, "quiet")]


def _passage(agreement: Agreement, row: Row) -> list[Run]:
    passage = agreement.themes[row.key].context[row.place - 1]
    return [*_heading(passage.title), *_runs(agreement, passage.text)]


def _part(agreement: Agreement, row: Row) -> list[Run]:
    part = agreement.shelf_of(row.kind.value)[row.key]
    return [*_heading(part.title), *_runs(agreement, part.text)]


def _unread(agreement: Agreement, row: Row) -> list[Run]:
    unread = agreement.unread[row.key]
    return [*(Run(own) for own in unread.text.split("\n")), Run(_(unread.why), "quiet")]


def _heading(title: str) -> list[Run]:
    return [Run(title, "strong")] if title else []


def _runs(agreement: Agreement, text: Text) -> list[Run]:
    return [Run(row) for row in words_of(text[:30], agreement.label).split("\n")]


def _party(agreement: Agreement, row: Row) -> list[Run]:
    party = agreement.parties[row.key]
    said = [
        (_("Name"), party.name),
        (_("Short"), party.short),
        (_("Role"), labels.name(party.role)),
        (_("Also called"), ", ".join(party.aliases)),
    ]
    if party.signatory is not None:
        who = " · ".join(filter(None, (party.signatory.name, party.signatory.function)))
        said.append((_("Signs"), who))
    return [Run(f"{name}: {words}") for name, words in said if words]


def _about(agreement: Agreement, row: Row) -> list[Run]:
    about = agreement.about
    period = [labels.day(day) for day in (about.period_start, about.period_end) if day]
    said = [
        (_("Title"), about.title),
        (_("Year"), str(about.year or "")),
        (_("Period"), " - ".join(period)),
        (_("Place"), about.place),
        (_("Signed on"), labels.day(about.signature_date) if about.signature_date else ""),
    ]
    return [Run(f"{name}: {words or '?'}") for name, words in said]


def _facts(agreement: Agreement, row: Row, width: int) -> list[Line]:
    """Who leads an article and when, as far as it is suggested."""
    if row.kind is not Kind.ARTICLE:
        return []
    parts = agreement.commitments_of(row.key)
    leads = article_leads(parts, agreement.articles[row.key].text)
    who = labels.listed(labels.party(agreement, lead.party) for lead in leads)
    when = ", ".join(dict.fromkeys(t.text for part in parts for t in part.timings))
    suggested = f" ({labels.name(State.SUGGESTED)})"
    lead = _("Lead") + f" {who}{suggested}" if who else _("lead?")
    date = when + suggested if when else _("date?")
    words = f"{lead} · {date}"
    return [clip_line(line(Run(" " + words, "quiet")), width - 1)]


_IN_FULL: Mapping[Kind, Callable[[Agreement, Row], list[Run]]] = {
    Kind.FACTS: _about,
    Kind.PARTIES: lambda now, row: [Run(party.name) for party in now.ordered_parties],
    Kind.PARTY: _party,
    Kind.SECTION: _part,
    Kind.THEME: _theme,
    Kind.PASSAGE: _passage,
    Kind.GROUP: _article,
    Kind.ARTICLE: _article,
    Kind.BLOCK: _block,
    Kind.FOOTNOTE: lambda now, row: [Run(now.footnotes[row.key].text)],
    Kind.ANNEX: _part,
    Kind.UNREAD: _unread,
}
