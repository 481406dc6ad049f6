"""How a row of the result looks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.text import Text, plain
from pa_tui.edits.pieces import words_of
from pa_tui.language import N_, _
from screens.review.rows import Kind, Row
from screens.widgets.ink import Line, Run, clip, clip_line, ends, line


class Sign(NamedTuple):
    """A mark of one cell, its word (msgid) and its ink."""

    sign: str
    label: str
    ink: str


SURE = Sign("✓", N_("sure"), "agreed")
GUESS = Sign("?", N_("look at it"), "accent")
RIGHT = Sign("✓", N_("looked at"), "agreed")
CHANGED = Sign("≈", N_("set right"), "amended")
SKIPPED = Sign("·", N_("left out"), "quiet")

_INDENT = {
    Kind.PARTY: 2,
    Kind.PASSAGE: 2,
    Kind.GROUP: 2,
    Kind.ARTICLE: 2,
    Kind.BLOCK: 6,
    Kind.FOOTNOTE: 4,
    Kind.UNREAD: 2,
}
_STRONG = (Kind.FACTS, Kind.PARTIES, Kind.SECTION, Kind.THEME, Kind.ANNEX)
_OPENING = 200


def row_line(agreement: Agreement, row: Row, sign: Sign, width: int, *, here: bool) -> Line:
    """A row: what it is at the left, the mark and its word at the right."""
    name = " ".join(_name(agreement, row).split())
    ink = "strong" if row.kind in _STRONG else "text"
    if row.kind in (Kind.GROUP, Kind.UNREAD, Kind.FOOTNOTE, Kind.PASSAGE):
        ink = "quiet"
    start = line(
        Run("▌" if here else " ", "key"), " " * (1 + _INDENT.get(row.kind, 0)), Run(name, ink)
    )
    if row.kind in (Kind.GROUP, Kind.BLOCK):
        return clip_line(start, width - 1)
    told = line(Run(f"  {sign.sign} {_(sign.label)} ", sign.ink))
    return ends(start, told, width)


def _name(agreement: Agreement, row: Row) -> str:
    known = _NAMES.get(row.kind)
    if known is not None:
        return known(agreement, row)
    unread = agreement.unread[row.key]
    return f"“{clip(' '.join(unread.text.split()), 60)}” ({_(unread.why)})"


def _party(agreement: Agreement, row: Row) -> str:
    party = agreement.parties[row.key]
    return f"{party.name} · {labels.name(party.role)}"


def _section(agreement: Agreement, row: Row) -> str:
    section = agreement.sections[row.key]
    return section.title or _opening(section.text)


def _theme(agreement: Agreement, row: Row) -> str:
    theme = agreement.themes[row.key]
    return f"{theme.number or ''} {theme.title}"


def _passage(agreement: Agreement, row: Row) -> str:
    passage = agreement.themes[row.key].context[row.place - 1]
    kind = _("context")
    return f"{kind}: {passage.title} {_opening(passage.text)}"


def _article(agreement: Agreement, row: Row) -> str:
    article = agreement.lines[row.key]
    return f"{article.number or '-'} {article.label}"


def _block(agreement: Agreement, row: Row) -> str:
    block = agreement.articles[row.key].text[row.place - 1 : row.place]
    return words_of(block, agreement.label)[:_OPENING]


def _footnote(agreement: Agreement, row: Row) -> str:
    note = agreement.footnotes[row.key]
    name = _("footnote {mark}", mark=note.mark)
    return f"{name}: {note.text[:_OPENING]}"


def _opening(text: Text) -> str:
    return " ".join(plain(text[:2])[:_OPENING].split())


_NAMES: Mapping[Kind, Callable[[Agreement, Row], str]] = {
    Kind.FACTS: lambda now, row: now.about.title or _("Agreement without a title"),
    Kind.PARTIES: lambda now, row: _("Parties") + f" · {len(now.parties)}",
    Kind.PARTY: _party,
    Kind.SECTION: _section,
    Kind.THEME: _theme,
    Kind.PASSAGE: _passage,
    Kind.GROUP: lambda now, row: now.lines[row.key].group,
    Kind.ARTICLE: _article,
    Kind.BLOCK: _block,
    Kind.ANNEX: lambda now, row: now.annexes[row.key].title,
    Kind.FOOTNOTE: _footnote,
}
