"""The decisions of the parties' own bodies about the adopted set."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from pa_tui.domain.facts import AgreementStatus
from pa_tui.domain.parties import BodyOutcome, Party, Ratification
from pa_tui.domain.ratification import are_ratified, planned, signing_day
from pa_tui.edits.base import Edit, Worksheet
from pa_tui.edits.heard import day_said
from pa_tui.errors import N_, NotAllowed


@dataclass(frozen=True, slots=True)
class PlanBody(Edit):
    """Which body decides for a party, by when it needs the papers and when it decides; None
    leaves that as it is."""

    party: str
    body: str | None = None
    papers_due: date | None = None
    decides_on: date | None = None

    def perform(self, sheet: Worksheet) -> None:
        party = sheet.agreement.party_named(self.party)
        known = party.ratification or Ratification()
        new = replace(
            known,
            body=known.body if self.body is None else self.body.strip(),
            papers_due=self.papers_due or known.papers_due,
            decides_on=self.decides_on or known.decides_on,
        )
        _must_come_in_time(sheet, party, new)
        sheet.set(party, ratification=new)


def _must_come_in_time(sheet: Worksheet, party: Party, new: Ratification) -> None:
    whole = planned(replace(party, ratification=new), signing_day(sheet.agreement))
    if whole.papers_due and whole.decides_on and whole.papers_due > whole.decides_on:
        raise NotAllowed(
            N_("{party}: the papers ({papers}) come after the decision ({decision})."),
            party=party.short,
            papers=whole.papers_due,
            decision=whole.decides_on,
        )


@dataclass(frozen=True, slots=True)
class RecordBodyDecision(Edit):
    """What a party's body decided, on which day (by default that of the act); no outcome
    takes it back. When all bodies agreed to the adopted set, it is ratified."""

    party: str
    outcome: BodyOutcome | None
    on: date | None = None
    remark: str = ""

    def perform(self, sheet: Worksheet) -> None:
        party = sheet.agreement.party_named(self.party)
        known = party.ratification or Ratification()
        decided = known.decides_on if self.outcome is None else day_said(sheet, self.on)
        sheet.set(
            party,
            ratification=replace(
                known, outcome=self.outcome, decides_on=decided, remark=self.remark.strip()
            ),
        )
        facts = sheet.agreement.about
        ratified = are_ratified(sheet.agreement)
        if facts.status is AgreementStatus.ADOPTED and ratified:
            sheet.set(facts, status=AgreementStatus.RATIFIED)
        elif facts.status is AgreementStatus.RATIFIED and not ratified:
            sheet.set(facts, status=AgreementStatus.ADOPTED)
