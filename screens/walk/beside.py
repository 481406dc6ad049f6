"""What stands beside the article: positions, notes, actions, proposals.

Wide it is a pane of its own, at 80 columns a few lines under the article.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.cells import cell_len

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Article
from pa_tui.domain.decisions import Position, Proposal, ProposalState
from pa_tui.domain.meetings import ActionState, Note
from pa_tui.domain.parties import Party
from pa_tui.domain.text import plain
from pa_tui.language import _, n_
from screens import wording
from screens.marks import mark
from screens.texts import screen_label
from screens.widgets.ink import Line, Run, clip_line, ends, line, width_of
from screens.widgets.prose import difference, has_changed
from screens.widgets.typeset import wrap

SUMMARY = 5
"""Rows of the narrow summary."""
_ROWS = 4
"""Rows of one note before it is read on."""


def beside_page(
    agreement: Agreement, article: Article, width: int, *, covered: bool, whole: bool = False
) -> list[Line]:
    """The pane at the right; notes and wishes are left out where the room looks along.
    What is long is cut after a few rows unless ``whole``."""
    lines: list[Line] = []
    for number, party in enumerate(agreement.ordered_parties, start=1):
        lines += _position(agreement, article, number, party, width, covered=covered)
    sections = [
        (_("Actions"), [line(words) for words in _actions(agreement, article)]),
        (_("Proposals"), list(_proposals(agreement, article))),
    ]
    if not covered:
        notes = [line(words) for words in _notes(agreement, article)]
        sections.insert(0, (_("Notes"), notes))
    for title, entries in sections:
        if entries:
            lines += [_heading(title, width)]
            for entry in entries:
                rows = wrap(entry, width - 1, (Run(" "),))
                lines += rows if whole else _cut(rows, width - 1)
    return lines


def _cut(rows: list[Line], width: int) -> list[Line]:
    if len(rows) <= _ROWS:
        return rows
    more = Run(" … " + _("alt+↓ reads on"), "quiet")
    last = clip_line(rows[_ROWS - 1], width - width_of((more,)))
    return [*rows[: _ROWS - 1], (*last, more)]


def _heading(title: str, width: int) -> Line:
    dashes = "─" * max(0, width - cell_len(title) - 4)
    return (Run("── ", "line"), *line(Run(title, "quiet")), Run(" " + dashes, "line"))


def _position(
    agreement: Agreement,
    article: Article,
    number: int,
    party: Party,
    width: int,
    *,
    covered: bool,
) -> list[Line]:
    name = line(Run(f" {number} ", "key"), Run(party.short, "text"))
    words, ink = wording.standpoint(agreement, article, party)
    position = agreement.positions_on(article.id).get(party.id)
    told = line(Run(words + " ", ink))
    if width_of(name) + width_of(told) < width:
        lines = [ends(name, told, width)]
    else:
        lines = [clip_line(name, width), *wrap(told, width, (Run("     "),))]
    aside = wording.stance_aside(position) if position else ""
    wish = "" if covered else wording.wish(agreement, article, party)
    for words in filter(None, (aside, wish)):
        lines += wrap(line(Run(words, "quiet")), width - 1, (Run("     "),))
    return lines


def _notes(agreement: Agreement, article: Article) -> Iterator[str]:
    for note in agreement.notes.of(article.id):
        yield _note(agreement, note)


def _note(agreement: Agreement, note: Note) -> str:
    party = agreement.parties.get(note.party or "")
    words = f"{party.short}: {note.text}" if party else note.text
    return _("{text} (internal)", text=words) if note.internal else words


def _actions(agreement: Agreement, article: Article) -> Iterator[str]:
    for action in agreement.actions.of(article.id):
        words = wording.action(agreement, action)
        done = action.state in (ActionState.DONE, ActionState.DROPPED)
        yield f"✓ {words}" if done else words


def _proposals(agreement: Agreement, article: Article) -> Iterator[Line]:
    for number, proposal in enumerate(agreement.proposals.of(article.id), start=1):
        yield line(Run(f"{number} "), *_proposal(agreement, article, proposal))


def _proposal(agreement: Agreement, article: Article, proposal: Proposal) -> Iterator[Run]:
    """Who proposes, what would change by it, and what became of it."""
    from pa_tui import labels

    yield Run(f"{labels.party(agreement, proposal.party)}: ")
    label = screen_label(agreement)
    if proposal.text and has_changed(article.text, proposal.text, label):
        yield from difference(article.text, proposal.text, label)
    else:
        words = plain(proposal.text, agreement.label) or proposal.remark
        yield Run(" ".join(words.split()))
    if proposal.state is not ProposalState.OPEN:
        yield Run(f" ({labels.name(proposal.state)})")


# -- narrow ----------------------------------------------------------------------------------


def summary(agreement: Agreement, article: Article, width: int, *, covered: bool) -> list[Line]:
    """At most ``SUMMARY`` rows: what was decided, positions side by side, counts."""
    decision = agreement.decision_on(article.id)
    decided: list[Line] = []
    if decision is not None:
        sign = mark(agreement.lines[article.id])
        words = f"{sign.sign} {wording.outcome(decision, agreement)}"
        decided = wrap(line(Run(words, sign.ink)), width - 1)
    pieces = [
        tuple(_short_position(agreement, article, number, party, covered=covered))
        for number, party in enumerate(agreement.ordered_parties, start=1)
    ]
    rows = [*decided[:2], *_side_by_side(pieces, width - 1)]
    if len(rows) > SUMMARY - 1:
        rows = [*rows[: SUMMARY - 2], clip_line((*rows[SUMMARY - 2], Run(" …")), width - 1)]
    rows.append(clip_line(_counts(agreement, article, covered=covered), width - 1))
    return [(Run(" "), *row) for row in rows]


def _short_position(
    agreement: Agreement, article: Article, number: int, party: Party, *, covered: bool
) -> Iterable[Run]:
    words, ink = wording.standpoint(agreement, article, party)
    position: Position | None = agreement.positions_on(article.id).get(party.id)
    wish = "" if covered else wording.wish(agreement, article, party)
    said = (wording.stance_aside(position) if position else "", f"({wish})" if wish else "")
    aside = " ".join(filter(None, said))
    return line(
        Run(f"{number} ", "key"),
        Run(party.short + " ", "text"),
        Run(words, ink),
        Run(f" {aside}" if aside else "", "quiet"),
    )


def _side_by_side(pieces: Iterable[Line], width: int) -> list[Line]:
    rows: list[Line] = []
    for piece in pieces:
        gap = (Run(" · ", "quiet"),)
        if rows and width_of((*rows[-1], *gap, *piece)) <= width:
            rows[-1] = (*rows[-1], *gap, *piece)
        else:
            rows.append(clip_line(piece, width))
    return rows


def _counts(agreement: Agreement, article: Article, *, covered: bool) -> Line:
    notes = 0 if covered else len(agreement.notes.of(article.id))
    actions = len(agreement.actions.of(article.id))
    proposals = len(agreement.proposals.of(article.id))
    words = [
        n_("{count} note", "{count} notes", notes) if notes else "",
        n_("{count} action", "{count} actions", actions) if actions else "",
        n_("{count} proposal", "{count} proposals", proposals) if proposals else "",
    ]
    last = article.last_year
    if last is not None:
        words.append(_("last year: {what}", what=wording.last_year(last)))
    return line(Run(" · ".join(word for word in words if word), "quiet"))
