"""What happened at one meeting, gathered once for all parts of its minutes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Article
from pa_tui.domain.decisions import Decision, Outcome, Stance
from pa_tui.domain.hearing import as_it_stands
from pa_tui.domain.meetings import (
    Action,
    ActionState,
    Meeting,
    MeetingState,
    MinutesState,
    Note,
    Parked,
    Unsettled,
)
from pa_tui.domain.text import Anchor, AnchorKind, plain
from pa_tui.domain.unsettled import unsettled
from pa_tui.edits.decision import standing_of
from pa_tui.papers.gatherings import previous

_OPENING = 6


@dataclass(frozen=True)
class Record:
    """A meeting with the agreement it worked on; ``at`` is when the paper is made."""

    agreement: Agreement
    meeting: Meeting
    at: datetime

    @cached_property
    def end(self) -> datetime:
        """The moment up to which things belong to these minutes."""
        return self.meeting.closed_at or self.at

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """Every decision of the meeting by number, superseded ones too, as binding as the
        meeting made it."""
        bound = standing_of(self.meeting)
        found = self.agreement.decisions_of(self.meeting.id)
        return tuple(d if d.standing is bound else replace(d, standing=bound) for d in found)

    @cached_property
    def final(self) -> dict[str, Decision]:
        """The last decision of the meeting on each article, by the article's id."""
        return {decision.article: decision for decision in self.decisions}

    @cached_property
    def outcomes(self) -> tuple[Outcome, ...]:
        """What the meeting came to on each article it decided on and did not open again."""
        held = (d for d in self.final.values() if not self.is_reopened(d))
        return tuple(decision.outcome for decision in held)

    @cached_property
    def changes(self) -> dict[str, int]:
        """The numbers of the text changes of annex C by the decision's id, after those by the
        article's id where nothing was decided; of what goes, the text no longer matters."""
        changed = [
            decision.id
            for decision in self.decisions
            if decision.before != decision.after
            and decision.outcome is not Outcome.DROPPED
            and self.final[decision.article] is decision
        ]
        changed += [key for key, one in self.unsettled.items() if one.was is not None]
        return {key: number for number, key in enumerate(changed, 1)}

    @cached_property
    def unsettled(self) -> dict[str, Unsettled]:
        """What was talked about and stayed undecided, by the article's id."""
        closed = self.meeting.state is MeetingState.CLOSED
        found = self.meeting.unsettled if closed else unsettled(self.agreement, self.meeting)
        return {one.article: one for one in found if one.article in self.agreement.articles}

    @cached_property
    def latest(self) -> dict[str, Decision]:
        """The decision that held on each article at the end of the meeting, with what parties
        had said by then; articles without one are not among them."""
        found: dict[str, Decision] = {}
        for decision in self.agreement.decisions.values():
            if self._is_known(decision):
                earlier = found.get(decision.article)
                if earlier is None or earlier.at <= decision.at:
                    found[decision.article] = decision
        return {
            key: as_it_stands(decision, self.agreement, self.end)
            for key, decision in found.items()
            if not self.is_reopened(decision)
        }

    def _is_known(self, decision: Decision) -> bool:
        return decision.meeting == self.meeting.id or decision.at <= self.end

    def is_reopened(self, decision: Decision) -> bool:
        """Whether the article was open again at the end of the meeting. What reopened it
        afterwards belongs to the next minutes."""
        if decision.reopened is None:
            return False
        if decision.reopened_at is not None:
            return decision.reopened_at <= self.end
        if self.meeting.minutes_state is MinutesState.ADOPTED:
            return False
        decisions = self.agreement.decisions.of(decision.article)
        return not any(d.at > self.end for d in decisions) and not any(
            told.stance is Stance.DISAGREE and told.at > self.end for told in decision.messages
        )

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """The actions to be listed: those still to do, and those just done, as they stood at
        the end of the meeting."""
        every = (self._as_it_stood(action) for action in self.agreement.actions.values())
        return tuple(
            sorted(
                (a for a in every if self._is_listed(a)),
                key=lambda a: (not is_overdue(a, self.end), a.number),
            )
        )

    @cached_property
    def new_actions(self) -> tuple[Action, ...]:
        """The actions that were agreed at the meeting."""
        return tuple(a for a in self.actions if a.meeting == self.meeting.id)

    def _as_it_stood(self, action: Action) -> Action:
        if action.state_at is None or action.state_at <= self.end:
            return action
        return replace(action, state=ActionState.OPEN)

    def _is_listed(self, action: Action) -> bool:
        origin = self.agreement.meetings.get(action.meeting or "")
        if origin is not None and origin.date > self.meeting.date:
            return False
        if action.meeting != self.meeting.id and action.at is not None and action.at > self.end:
            return False
        if action.state in (ActionState.OPEN, ActionState.BUSY):
            return True
        before = previous(self.meeting, self.agreement)
        recent = {self.meeting.id, before.id if before else ""}
        if action.meeting in recent or before is None:
            return True
        return action.due is not None and action.due >= before.date

    def known(self, key: str) -> Article:
        """The article of this id with the words the meeting left it with, where it decided on
        it: what is changed in it later says nothing about this meeting."""
        article = self.agreement.articles[key]
        decision = self.final.get(key)
        left = (decision.after or decision.before) if decision else ()
        if key in self.unsettled:
            left = self.unsettled[key].text or left
        return replace(article, text=left) if left else article

    def notes_on(self, article: str | None) -> tuple[Note, ...]:
        """The notes for the minutes on an article, or (None) on none; never internal ones."""
        return tuple(note for note in self._notes if note.article == article)

    @cached_property
    def _notes(self) -> tuple[Note, ...]:
        found = [
            note
            for note in self.agreement.notes.values()
            if note.meeting == self.meeting.id and not note.internal
        ]
        return tuple(sorted(found, key=lambda note: (note.at is not None, note.at)))

    @cached_property
    def parked(self) -> tuple[Parked, ...]:
        """What was parked at the meeting."""
        return tuple(p for p in self.agreement.parked.values() if p.meeting == self.meeting.id)

    def change_of(self, decision: Decision) -> int | None:
        """The number of the text change a decision made, where it made one."""
        return self.changes.get(decision.id)


def is_overdue(action: Action, at: datetime) -> bool:
    """Whether the last day of an action that is not done has passed."""
    waiting = action.state in (ActionState.OPEN, ActionState.BUSY)
    return waiting and action.due is not None and action.due < at.date()


def article_name(article: Article) -> str:
    """How a paper names an article in a sentence: its number, else its title or words."""
    if article.number:
        return article.number
    return f"‘{article.title or _opening(article)}’"


def article_label(article: Article) -> str:
    """Number and title of an article for a table or heading; its first words where it has
    no title."""
    name = article.title or _opening(article)
    return f"{article.number} {name}".rstrip() if article.number else name


def _opening(article: Article) -> str:
    found = plain(article.text[:1], _unless_note).split()
    return " ".join(found[:_OPENING]) + (" …" if len(found) > _OPENING else "")


def _unless_note(anchor: Anchor) -> str:
    return "" if anchor.kind is AnchorKind.FOOTNOTE else anchor.shown
