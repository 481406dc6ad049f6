"""The decisions of the parties' own bodies as a table."""

from __future__ import annotations

from datetime import date

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.parties import BodyOutcome, Party
from pa_tui.domain.ratification import planned, signing_day
from pa_tui.papers.blocks import Cell, Row, Table, cell, header_row
from pa_tui.papers.dutch import begun, short_day

OUTCOMES = {
    BodyOutcome.AGREED: "ingestemd",
    BodyOutcome.CONDITIONAL: "ingestemd onder voorwaarde",
    BodyOutcome.REFUSED: "niet ingestemd",
}


def bodies_table(agreement: Agreement) -> Table:
    """Party, body, when its papers are due, when it decides, what it decided, and when the
    party signed. Days nobody settled are counted back from the signing."""
    signing = signing_day(agreement)
    heads = ("Partij", "Orgaan", "Stukken uiterlijk", "Besluit op", "Uitkomst", "Getekend op")
    rows = (_row(party, signing) for party in agreement.ordered_parties)
    return Table(
        (header_row(*heads), *rows),
        widths=(0.18, 0.24, 0.15, 0.13, 0.17, 0.13),
        small=True,
        title="Besluitvorming per partij",
    )


def _row(party: Party, signing: date | None) -> Row:
    plan = planned(party, signing)
    outcome = OUTCOMES[plan.outcome] if plan.outcome else ""
    return Row(
        (
            cell(begun(party.short)),
            cell(plan.body),
            _day(plan.papers_due),
            _day(plan.decides_on),
            cell(f"{outcome} ({plan.remark})" if outcome and plan.remark else outcome),
            _day(party.signed_on),
        )
    )


def _day(when: date | None) -> Cell:
    return cell(short_day(when), value=when) if when else cell("")
