"""The administrative meeting adopts what was decided provisionally."""

from __future__ import annotations

from dataclasses import dataclass

from pa_tui.domain.adopting import to_adopt
from pa_tui.domain.agreement import Agreement, AgreementStatus
from pa_tui.domain.decisions import Standing
from pa_tui.domain.lines import Status
from pa_tui.domain.meetings import MeetingKind
from pa_tui.edits.base import Edit, Worksheet
from pa_tui.errors import N_, NotAllowed


@dataclass(frozen=True, slots=True)
class AdoptDecisions(Edit):
    """The administrative meeting adopts provisional decisions: those of one meeting (id), or
    all of them. With the last article the agreement as a whole is adopted."""

    meeting: str | None = None

    def perform(self, sheet: Worksheet) -> None:
        running = sheet.meeting()
        if running is not None and running.kind is not MeetingKind.ADMINISTRATIVE:
            raise NotAllowed(
                N_(
                    "This meeting cannot adopt: the administrative meeting does. Close this "
                    "one first."
                )
            )
        found = [
            decision
            for key in to_adopt(sheet.agreement, self.meeting)
            if (decision := sheet.agreement.decision_on(key)) is not None
        ]
        if not found:
            raise NotAllowed(N_("There are no provisional decisions to adopt."))
        for decision in found:
            sheet.set(decision, standing=Standing.ADOPTED)
        facts = sheet.agreement.about
        if facts.is_draft and _is_adopted(sheet.agreement):
            sheet.set(facts, status=AgreementStatus.ADOPTED)


def _is_adopted(agreement: Agreement) -> bool:
    """Whether nothing is left to decide or to adopt."""
    lines = (line for line in agreement.lines.values() if line.status is not Status.DROPPED)
    return all(
        line.status is Status.DECIDED and line.standing is not Standing.PROVISIONAL
        for line in lines
    )
