"""Holding an article over: until when, and who brings what by then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pa_tui.domain.decisions import Outcome
from pa_tui.edits.article import AddAction
from pa_tui.edits.base import Edit, Worksheet
from pa_tui.edits.decision import RecordDecision


@dataclass(frozen=True, slots=True)
class HoldOver(Edit):
    """The table holds an article over until a meeting or a day, which is a decision itself.

    ``brings`` says who comes with what, as it was spoken ("De Linde levert uiterlijk 12
    oktober een tekstvoorstel"). Where somebody and a day are understood in it, it is an
    action as well: ``what`` they do, ``party``, ``person``, ``due``.
    """

    article: str
    until: str = ""
    until_date: date | None = None
    brings: str = ""
    what: str = ""
    party: str | None = None
    person: str | None = None
    due: date | None = None
    due_words: str = ""
    reason: str = ""
    outside_meeting: bool = False

    def perform(self, sheet: Worksheet) -> None:
        RecordDecision(
            self.article,
            Outcome.DEFERRED,
            self.brings.strip(),
            self.reason,
            self.until,
            self.until_date,
            outside_meeting=self.outside_meeting,
        ).perform(sheet)
        if self.is_action:
            what = self.what or self.brings
            AddAction(
                what, self.article, self.party, self.person, self.due, self.due_words
            ).perform(sheet)

    @property
    def is_action(self) -> bool:
        """Whether somebody and a day are named for what is brought."""
        return bool((self.party or self.person) and self.due and self.brings.strip())
