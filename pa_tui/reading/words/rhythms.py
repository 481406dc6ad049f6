"""Dutch words for how often."""

from __future__ import annotations

UNITS: dict[str, str] = {
    "week": "week",
    "weken": "week",
    "maand": "month",
    "maanden": "month",
    "kwartaal": "quarter",
    "kwartalen": "quarter",
    "tertiaal": "tertial",
    "tertialen": "tertial",
    "half jaar": "half-year",
    "halfjaar": "half-year",
    "halve jaar": "half-year",
    "jaar": "year",
    "jaren": "year",
    "kalenderjaar": "year",
}

ADVERBS: dict[str, str] = {
    "wekelijks": "week",
    "tweewekelijks": "2 week",
    "vierwekelijks": "4 week",
    "maandelijks": "month",
    "tweemaandelijks": "2 month",
    "driemaandelijks": "quarter",
    "viermaandelijks": "tertial",
    "zesmaandelijks": "half-year",
    "kwartaalsgewijs": "quarter",
    "halfjaarlijks": "half-year",
    "jaarlijks": "year",
    "tweejaarlijks": "2 year",
    "driejaarlijks": "3 year",
    "vierjaarlijks": "4 year",
    "vijfjaarlijks": "5 year",
}

MEETINGS = (
    "overleg",
    "overleggen",
    "bijeenkomst",
    "bijeenkomsten",
    "gesprek",
    "gesprekken",
    "evaluatie",
    "evaluaties",
    "monitor",
    "monitoring",
    "rapportage",
    "rapportages",
    "voortgangsrapportage",
    "voortgangsgesprek",
    "voortgangsoverleg",
    "update",
    "terugkoppeling",
    "afstemming",
    "bespreking",
    "schouw",
    "peiling",
    "cyclus",
    "analyse",
)
"""What is held or made in a rhythm: "halfjaarlijks overleg", "de jaarlijkse schouw"."""

TIMES: dict[str, int] = {
    "eenmaal": 1,
    "éénmaal": 1,
    "tweemaal": 2,
    "driemaal": 3,
    "viermaal": 4,
    "vijfmaal": 5,
    "zesmaal": 6,
    "eens": 1,
    "ééns": 1,
    "minstens": 0,
}

QUALIFIERS = (
    "minimaal",
    "minstens",
    "tenminste",
    "ten minste",
    "maximaal",
    "hooguit",
    "ongeveer",
    "gemiddeld",
    "circa",
    "ca.",
)
