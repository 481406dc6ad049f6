"""Dutch words before a date, and what they make of it."""

from __future__ import annotations

from enum import StrEnum

from pa_tui.reading.patterns import Pattern
from pa_tui.reading.words.time import GAP, MAY_GAP


class Bound(StrEnum):
    """What a preposition makes of the days after it."""

    IN = "in"
    BY = "by"
    BEFORE = "before"
    FOR = "for"
    UNTIL = "until"
    FROM = "from"
    PER = "per"
    AFTER = "after"
    SPAN = "span"
    NONE = "none"


_THE = rf"(?:{GAP}(?:de|het|heel)(?!{GAP}(?:[a-z]{{4,9}}{GAP})?(?:kalender)?jaar\b))?"


def _rule(pattern: str, bound: Bound) -> tuple[Pattern, Bound]:
    return Pattern(pattern + MAY_GAP), bound


_BY_RULES = [
    _rule(rf"uiterlijk{GAP}(?:vóór|voor|vòòr){_THE}\b", Bound.BEFORE),
    _rule(
        rf"(?:tot{GAP})?uiterlijk(?:{GAP}(?:tot{GAP}en{GAP}met|t/m|in|op|per|tot|aan|binnen"
        rf"|gedurende))?{_THE}\b",
        Bound.BY,
    ),
]

OPENINGS: dict[str, list[tuple[Pattern, Bound]]] = {
    "uiterlijk": _BY_RULES,
    "niet": [_rule(rf"niet{GAP}later{GAP}dan{_THE}\b", Bound.BY)],
    "ten": [_rule(rf"ten{GAP}laatste(?:{GAP}(?:op|in))?{_THE}\b", Bound.BY)],
    "op": [
        _rule(rf"op{GAP}(?:z'n|zijn|het){GAP}laatst(?:{GAP}(?:op|in))?{_THE}\b", Bound.BY),
        _rule(rf"op(?:{GAP}of{GAP}voor|{GAP}of{GAP}vóór)\b", Bound.BY),
        _rule(r"op\b", Bound.IN),
    ],
    "vóór": [_rule(rf"vóór{_THE}\b", Bound.BEFORE)],
    "vòòr": [_rule(rf"vòòr{_THE}\b", Bound.BEFORE)],
    "voór": [_rule(rf"voór{_THE}\b", Bound.BEFORE)],
    "voor": [
        _rule(
            rf"voor{GAP}(?:de{GAP}(?:periode|jaren)|het{GAP}(?:kalender)?jaar)"
            rf"(?:{GAP}van)?\b",
            Bound.SPAN,
        ),
        _rule(rf"voor{_THE}\b", Bound.FOR),
    ],
    "voorafgaand": [_rule(rf"voorafgaand{GAP}aan{_THE}\b", Bound.BEFORE)],
    "tot": [
        _rule(rf"tot{GAP}en{GAP}met(?:{GAP}uiterlijk)?{_THE}\b", Bound.BY),
        _BY_RULES[1],
        _rule(rf"tot{_THE}\b", Bound.UNTIL),
    ],
    "t": [
        _rule(r"t/m(?:\s(?:de|het))?\b", Bound.BY),
        _rule(r"t\.?e\.?m\.?(?=\s)", Bound.BY),
    ],
    "tem": [_rule(r"tem\b", Bound.BY)],
    "vanaf": [_rule(rf"vanaf{_THE}\b", Bound.FROM)],
    "met": [_rule(rf"met{GAP}ingang{GAP}van{_THE}\b", Bound.FROM)],
    "m": [_rule(r"m\.?i\.?v\.?", Bound.FROM)],
    "miv": [_rule(r"miv\b", Bound.FROM)],
    "ingaande": [_rule(rf"ingaande(?:{GAP}per)?\b", Bound.FROM)],
    "startend": [_rule(rf"startend(?:{GAP}in)?{_THE}\b", Bound.FROM)],
    "per": [_rule(r"per\b", Bound.PER)],
    "na": [_rule(rf"na(?:{GAP}afloop{GAP}van)?{_THE}\b", Bound.AFTER)],
    "in": [
        _rule(rf"in{GAP}de{GAP}loop{GAP}van{_THE}\b", Bound.IN),
        _rule(rf"in{GAP}(?:de{GAP})?(?:periode|jaren)(?:{GAP}(?:van|tussen))?\b", Bound.SPAN),
        _rule(rf"in{_THE}\b", Bound.IN),
    ],
    "gedurende": [
        _rule(rf"gedurende{GAP}de{GAP}(?:periode|jaren)(?:{GAP}van)?\b", Bound.SPAN),
        _rule(rf"gedurende{_THE}\b", Bound.IN),
    ],
    "tijdens": [_rule(rf"tijdens{_THE}\b", Bound.IN)],
    "rond": [_rule(rf"rond{_THE}\b", Bound.IN)],
    "rondom": [_rule(rf"rondom{_THE}\b", Bound.IN)],
    "omstreeks": [_rule(rf"omstreeks{_THE}\b", Bound.IN)],
    "tegen": [_rule(rf"tegen{_THE}\b", Bound.BY)],
    "binnen": [_rule(rf"binnen{_THE}\b", Bound.IN)],
    "periode": [_rule(rf"periode(?:{GAP}van)?\b", Bound.SPAN)],
    "tussen": [_rule(rf"tussen{_THE}\b", Bound.SPAN)],
    "van": [_rule(rf"van{_THE}\b", Bound.SPAN)],
    "naar": [_rule(rf"naar{_THE}\b", Bound.NONE)],
}
"""Per first word the openings that begin with it, the longest first."""

SPAN_LINK = Pattern(
    rf"{MAY_GAP}(?:tot{GAP}en{GAP}met|t/m|t\.?e\.?m\.?|tot{GAP}uiterlijk|tot|en|–|—|-)"
    rf"(?:{GAP}(?:de|het))?{MAY_GAP}"
)
ONWARD = Pattern(rf"{GAP}(?:en{GAP}(?:verder|daarna|later)\b|e\.?v\.)")
"""What makes a start of a date: "2027 en verder"."""
