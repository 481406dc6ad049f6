"""The meeting on the wall: who is there, and at its end what it came to."""

from __future__ import annotations

from collections.abc import Iterator

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.lines import OPENING, ArticleLine
from pa_tui.domain.meetings import Meeting, Presence, is_round, is_suspended
from pa_tui.domain.parties import Party
from pa_tui.domain.rounds import answers_of
from pa_tui.language import _
from screens import wording
from screens.widgets.ink import Line, Run, ends, line, width_of
from screens.widgets.typeset import wrap


def presence(agreement: Agreement, meeting: Meeting, column: int) -> list[Line]:
    """The parties at the table, a blank row between them; in a written round who answered."""
    lines: list[Line] = []
    for party in agreement.ordered_parties:
        told = _answered(meeting, party) if is_round(meeting) else _there(meeting, party)
        name = line(Run(party.name, "text"))
        if width_of(name) + width_of(told) + 2 <= column:
            lines += [ends(name, told, column), ()]
        else:
            lines += [*wrap(name, column), ends((), told, column), ()]
    if is_round(meeting) and meeting.answer_by is not None:
        until = _("answers until {moment}", moment=labels.moment(meeting.answer_by))
        lines.append(line(Run(until, "quiet")))
    if is_suspended(meeting):
        lines.append(line(Run(_("The meeting is suspended"), "accent")))
    return lines


def _there(meeting: Meeting, party: Party) -> Line:
    """How a party is at the table; who came in later is simply there."""
    state = meeting.presence_of(party.id)
    if state is None:
        return line(Run(_("not noted"), "quiet"))
    shown = Presence.PRESENT if state is Presence.ARRIVED else state
    return line(Run(labels.name(shown), "text" if shown.is_here else "quiet"))


def _answered(meeting: Meeting, party: Party) -> Line:
    """Whether a party answered a written round; not what."""
    if answers_of(meeting, party.id):
        return line(Run(_("answered"), "text"))
    return line(Run(_("no answer yet"), "quiet"))


def called(own: ArticleLine) -> str:
    """The title of an article, or the first whole words of its text."""
    if own.title or len(own.opening) < OPENING:
        return own.label
    return f"{own.opening.rpartition(' ')[0]} …"


def result(agreement: Agreement, meeting: Meeting, column: int) -> list[Line]:
    """The decisions of the meeting by outcome, then its actions."""
    lines = [*_decisions(agreement, meeting, column)]
    actions = [*_actions(agreement, meeting, column)]
    if actions:
        lines += [line(Run(_("Actions"), "strong")), (), *actions]
    if not lines:
        lines = [line(Run(_("Nothing was decided yet"), "quiet"))]
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _decisions(agreement: Agreement, meeting: Meeting, column: int) -> Iterator[Line]:
    by_outcome: dict[str, list[str]] = {}
    place = agreement.order.place
    for decision in sorted(
        agreement.decisions_of(meeting.id), key=lambda own: place.get(own.article, 0)
    ):
        article = agreement.articles.get(decision.article)
        if article is None or article.decision != decision.id:
            continue
        words = wording.outcome(decision, agreement, reasons=False)
        own = agreement.lines[article.id]
        name = " ".join(filter(None, (own.number, called(own))))
        by_outcome.setdefault(words, []).append(name)
    for words, names in by_outcome.items():
        yield from wrap(line(Run(words[:1].upper() + words[1:], "strong")), column)
        for name in names:
            yield from wrap(line(Run(name, "text")), column, (Run("  "),))
        yield ()


def _actions(agreement: Agreement, meeting: Meeting, column: int) -> Iterator[Line]:
    own = [action for action in agreement.actions.values() if action.meeting == meeting.id]
    for action in sorted(own, key=lambda action: action.number):
        words = wording.action(agreement, action)
        yield from wrap(line(Run(words, "text")), column, (Run("  "),), (Run("    "),))
        yield ()
