"""Adopting at the administrative meeting: the list of what is adopted, then one Enter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pa_tui import labels
from pa_tui.domain.adopting import is_apart, not_settled, to_adopt
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.decisions import Standing
from pa_tui.domain.hearing import as_it_stands
from pa_tui.domain.meetings import Meeting, MeetingKind
from pa_tui.edits import AdoptDecisions
from pa_tui.language import _, n_
from pa_tui.ports import Receipt
from pa_tui.telling import describe, standing_apart
from screens.goal import Goal, show_article
from screens.meeting.staged import Staged
from screens.meeting.stages import Stage
from screens.widgets.board import Drawn
from screens.widgets.columns import BLANK, Column, inset
from screens.widgets.ink import Run, clip, line
from screens.widgets.typeset import wrap

_TWICE = 0.5
"""Seconds in which the Enter that showed the list counts once."""
_NAMED = 60
"""So many articles are named by number; of more the rest is counted."""
_WIDE, _TITLE = 100, 30


def adopting_page(agreement: Agreement, width: int) -> Drawn:
    """What is adopted by Enter: first the articles on which somebody stands apart, then the
    others by number, and what cannot be adopted."""
    column = Column(width - 2)
    every = to_adopt(agreement)
    apart = [key for key in every if is_apart(agreement.lines[key])]
    column.add(BLANK)
    asked = n_("Adopt {count} article?", "Adopt {count} articles?", len(every))
    column.stop("adopt", ("adopt",), line(Run(asked, "title")))
    column.row(line(Run(_("Enter adopts all of them at once; u takes it back"), "quiet")))
    column.add(BLANK)
    column.heading(_("Not agreed by everybody"), str(len(apart)) if apart else "")
    if not apart:
        column.row(line(Run(_("nothing; all parties agree to all of it"), "quiet")))
    for key in apart:
        _article(column, agreement, key)
    others = [key for key in every if key not in set(apart)]
    _numbers(column, agreement, _("Agreed by everybody"), others)
    _numbers(column, agreement, _("Not to be adopted yet"), not_settled(agreement))
    return inset(column.drawn())


def _article(column: Column, agreement: Agreement, key: str) -> None:
    own, name = agreement.lines[key], labels.article(agreement, key)
    if own.number and column.width >= _WIDE:
        name = f"{name:<5} {clip(own.label, _TITLE):<{_TITLE}}"
    words = Run(_apart_words(agreement, key), "quiet")
    column.stop("apart", ("article", key), line(f"{name}  ", words))


def _apart_words(agreement: Agreement, key: str) -> str:
    """Who stands apart, as it will read once it is adopted."""
    decision = agreement.decision_on(key)
    if decision is None:
        return ""
    adopted = replace(decision, standing=Standing.ADOPTED)
    return standing_apart(as_it_stands(adopted, agreement), agreement)


def _numbers(column: Column, agreement: Agreement, title: str, found: Sequence[str]) -> None:
    if not found:
        return
    column.add(BLANK)
    column.heading(title, str(len(found)))
    names = [labels.article(agreement, key) for key in found[:_NAMED]]
    if len(found) > _NAMED:
        names.append(_("and {count} more", count=len(found) - _NAMED))
    for row in wrap(line(Run("  ".join(names), "quiet")), column.width - 2):
        column.row(row)


def not_adopted(column: Column, agreement: Agreement, meeting: Meeting) -> None:
    """At the closing of the administrative meeting: what is still provisional, as a stop."""
    if meeting.kind is not MeetingKind.ADMINISTRATIVE or not (left := to_adopt(agreement)):
        return
    told = n_("{count} not adopted yet", "{count} not adopted yet", len(left))
    aside = line(Run(_("enter shows the list"), "quiet"))
    column.stop("adopt", ("to adopt",), line(Run(told, "accent")), aside)
    column.add(BLANK)


class Adopting(Staged):
    """The list of what is adopted, and the Enter that adopts it."""

    _offered_at = 0.0

    def action_adopt(self) -> None:
        """Shows what the administrative meeting can adopt."""
        meeting = self.agreement.running_meeting
        if meeting is None or meeting.kind is not MeetingKind.ADMINISTRATIVE:
            self.say(_("Only the administrative meeting adopts"))
        elif not to_adopt(self.agreement):
            self.say(_("There is nothing to adopt: no provisional decision is left"))
        else:
            self.enter(Stage.ADOPTING)
            self.board.edge(-1)
            self.show(self.agreement)
            self.board.go_to(("adopt",))
            self._offered_at = self.ticks()
            self.say(_("Nothing is adopted yet"))

    def action_adopt_line(self) -> None:
        """What Enter means in the list: adopts all of it, or goes to the article."""
        match self.board.current:
            case ("adopt",):
                if self.ticks() - self._offered_at >= _TWICE:
                    self.perform(AdoptDecisions(), self._were_adopted)
            case ("article", str(article)):
                self.run_worker(show_article(self.app, Goal(article)))

    def _were_adopted(self, receipt: Receipt) -> None:
        self.enter(Stage.RUNNING)
        self.show(self.agreement)
        self.say(describe(receipt.entry, receipt.agreement), _("u takes it back"))
