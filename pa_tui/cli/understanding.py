"""`pa-tui read`: what the program understands in a piece of Dutch."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pa_tui import labels
from pa_tui.cli.command import DONE, Command
from pa_tui.cli.grammar import Form, Given, Option, Word
from pa_tui.cli.outside import JSON, TODAY, Outside, moment_of
from pa_tui.cli.shown.values import iso
from pa_tui.domain.concreteness import period
from pa_tui.domain.parties import Party
from pa_tui.errors import N_
from pa_tui.language import _, spoken
from pa_tui.reading.findings import Findings, read
from pa_tui.reading.wording import say_timing


def understand(given: Given, outside: Outside) -> int:
    """Prints what is found in a text, each finding with its place in it."""
    text = given.word("TEXT")
    text = outside.words_in.read() if text == "-" else text
    year, span = given.number("--year"), None
    parties: tuple[Party, ...] = ()
    if given.flag("--parties"):
        with outside.opened(Path(given.text("--parties")).expanduser()) as store:
            agreement = store.agreement
            parties, own = agreement.ordered_parties, agreement.about.year
            first, last = period(agreement)
        year = year or own
        span = (first, last) if first and last and year == own else None
    today = moment_of(given, outside).today
    found = read(text, parties=parties, year=year, today=today, period=span)
    if given.flag("--json"):
        outside.tell_json(shown_findings(found))
    else:
        outside.tell("\n".join(_told(found, parties)) or _("Nothing was recognised."))
    return DONE


def shown_findings(found: Findings) -> dict[str, Any]:
    """The findings as JSON; spans are character offsets into the text."""
    return {
        "parties": [
            {
                "key": one.party,
                "role": one.role.value,
                "basis": one.basis.value,
                "text": one.text,
                "span": [one.start, one.end],
            }
            for one in found.parties
        ],
        "outsiders": [
            {"name": one.name, "span": [one.start, one.end]} for one in found.outsiders
        ],
        "timings": [
            {
                "text": one.timing.text,
                "span": [one.start, one.end],
                "kind": one.timing.kind.value,
                "start": iso(one.timing.start),
                "end": iso(one.timing.end),
                "every": one.timing.every,
                "count": one.timing.count,
            }
            for one in found.timings
        ],
        "quantities": [
            {
                "text": one.quantity.text,
                "span": [one.start, one.end],
                "value": one.quantity.value,
                "unit": one.quantity.unit,
            }
            for one in found.quantities
        ],
        "references": [
            {
                "number": one.number + one.suffix,
                "target": one.target,
                "text": one.text,
                "span": [one.start, one.end],
            }
            for one in found.references
        ],
        "strength": found.strength.value,
    }


def _told(found: Findings, parties: tuple[Party, ...]) -> list[str]:
    short = {party.id: party.short for party in parties}
    lines = [f"{short.get(one.party, one.party)}: {one.role.value}" for one in found.parties]
    lines += [one.name for one in found.outsiders]
    lines += [f"{t.timing.text} = {say_timing(t.timing, spoken())}" for t in found.timings]
    lines += [one.quantity.text for one in found.quantities]
    lines += [one.text for one in found.references]
    return [*lines, _("strength: {strength}", strength=labels.name(found.strength))]


COMMANDS = (
    Command(
        Form(
            "read",
            N_("tells what the program understands in a piece of Dutch"),
            (Word("TEXT", N_("the words; - is the input"), rest=True),),
            (
                Option(
                    "--year", "Y", N_("the year of an agreement: a missing year is this one")
                ),
                TODAY,
                Option("--parties", "FILE", N_("an agreement file whose parties take part")),
                JSON,
            ),
        ),
        understand,
    ),
)
