"""Dutch words for what depends on something else, and for time without a date."""

from __future__ import annotations

from pa_tui.domain.timing import TimingKind
from pa_tui.reading.patterns import Pattern
from pa_tui.reading.words.time import GAP, NUMBER

_EVENT_NOUN = (
    r"(?:[a-zë-]{0,24}(?:ing|ingen|atie|aties|besluit|besluiten|akkoord|levering|verkiezingen|start"
    r"|aanvang|afloop|ontvangst|advies|onderzoek|overleg|gesprek|bijeenkomst|melding|mutatie"
    r"|einde|vertrek|gereedkomen|raadsbesluit|collegebesluit|publicatie|uitspraak|toestemming"
    r"|instemming|fusie|sloop|renovatie|bod|biedingen|uitkomsten|resultaten))\b"
)
_THE = (
    rf"(?:(?:de|het|een|elke?|iedere?|deze|dit|die|dat|haar|hun|zijn|positieve?|definitieve?|volledige"
    rf"|formele|schriftelijke){GAP}){{0,2}}"
)
_OF_WHAT = (
    rf"(?:{GAP}(?:van|over|door|in|met|tot){GAP}(?:(?:de|het|een|deze|dit|haar|hun){GAP})?"
    r"[\w-]{3,30})?"
)
_OF = _OF_WHAT.replace("|over|door|in|met|tot", "")
_CLAUSE = r"[^.;:!?\n,()]{3,90}"
_WITHIN = rf"(?:{NUMBER}|enkele|een{GAP}paar|een{GAP}half|anderhalf)"
_UNIT = (
    r"(?:werkdag|werkdagen|dag|dagen|week|weken|maand|maanden|kwartaal|jaar|jaren|uur"
    r"|half\s{1,2}jaar|halfjaar)\b"
)

Rule = tuple[Pattern, TimingKind]


def _rule(pattern: str, kind: TimingKind) -> Rule:
    return Pattern(pattern), kind


def _vague(*patterns: str) -> list[Rule]:
    return [_rule(pattern.replace(" ", GAP) + r"\b", TimingKind.VAGUE) for pattern in patterns]


_TERM = "(?:korte|middellange|lange|langere|kortere|afzienbare)"
_COMING = (
    "(?:komende|aankomende|eerstkomende|eerstvolgende) (?:(?:twee|drie|vier|vijf|paar|\\d) )?"
    "(?:jaren|jaar|periode|tijd|maanden)"
)
EVENT, CONDITION, VAGUE = TimingKind.EVENT, TimingKind.CONDITION, TimingKind.VAGUE

RULES: dict[str, list[Rule]] = {
    "binnen": [
        _rule(
            rf"binnen{GAP}{_WITHIN}{GAP}{_UNIT}(?:{GAP}(?:na|nadat|vanaf|voor){GAP}{_THE}"
            rf"[\w-]{{3,30}}{_OF})?",
            EVENT,
        ),
        *_vague("binnen afzienbare tijd", "binnen redelijke termijn", "binnenkort"),
    ],
    "uiterlijk": [
        _rule(
            rf"uiterlijk{GAP}(?:binnen{GAP})?{_WITHIN}{GAP}{_UNIT}{GAP}(?:voor|vóór|na){GAP}"
            rf"{_THE}[\w-]{{3,30}}{_OF_WHAT}",
            EVENT,
        ),
    ],
    "na": [_rule(rf"na{GAP}{_THE}{_EVENT_NOUN}{_OF_WHAT}", EVENT)],
    "nadat": [_rule(rf"nadat{GAP}{_CLAUSE}", EVENT)],
    "vanaf": [
        *_vague("vanaf heden", "vanaf nu"),
        *_vague("vanaf (?:een )?(?:zeer )?vroeg stadium"),
        _rule(
            rf"vanaf{GAP}{_THE}(?:moment|datum|dag|ingangsdatum|inwerkingtreding|start|oplevering"
            rf"|ondertekening){_OF_WHAT}",
            EVENT,
        ),
    ],
    "voorafgaand": [_rule(rf"voorafgaand{GAP}aan{GAP}{_THE}[\w-]{{3,40}}{_OF_WHAT}", EVENT)],
    "voorafgaande": [_rule(rf"voorafgaande{GAP}aan{GAP}{_THE}[\w-]{{3,40}}{_OF_WHAT}", EVENT)],
    "voordat": [_rule(rf"voordat{GAP}{_CLAUSE}", EVENT)],
    "alvorens": [_rule(rf"alvorens{GAP}{_CLAUSE}", EVENT)],
    "voor": [
        _rule(
            rf"voor{GAP}(?:de{GAP})?(?:start|aanvang|ingang){GAP}van{GAP}{_THE}[\w-]{{3,30}}",
            EVENT,
        ),
        *_vague("voor het einde van de (?:looptijd|periode)"),
    ],
    "vóór": [
        _rule(
            rf"vóór{GAP}{_THE}(?:start|aanvang|ingang|oplevering|ondertekening|vaststelling"
            rf"|besluitvorming){_OF_WHAT}",
            EVENT,
        )
    ],
    "bij": [
        _rule(
            rf"bij{GAP}(?:de{GAP}|het{GAP})?(?:ondertekening|oplevering|mutatie){_OF}",
            EVENT,
        )
    ],
    "zodra": [_rule(rf"zodra{GAP}{_CLAUSE}", EVENT)],
    "aan": _vague("aan de voorkant"),
    "zolang": [_rule(rf"zolang{GAP}{_CLAUSE}", CONDITION)],
    "tenzij": [_rule(rf"tenzij{GAP}{_CLAUSE}", CONDITION)],
    "indien": [
        _rule(
            rf"indien{GAP}(?:nodig|gewenst|mogelijk|noodzakelijk|wenselijk|aan{GAP}de{GAP}orde)\b",
            CONDITION,
        ),
        _rule(rf"indien{GAP}{_CLAUSE}", CONDITION),
    ],
    "afhankelijk": [_rule(rf"afhankelijk{GAP}van{GAP}{_CLAUSE}", CONDITION)],
    "onder": [
        _rule(rf"onder{GAP}(?:het{GAP})?voorbehoud{GAP}(?:van|dat){GAP}{_CLAUSE}", CONDITION)
    ],
    "zo": [
        _rule(rf"zo{GAP}nodig\b", CONDITION),
        *_vague(
            "zo (?:snel|spoedig|vroeg|vroegtijdig|kort) mogelijk",
            "zo vaak als nodig",
        ),
    ],
    "waar": [_rule(rf"waar{GAP}(?:nodig|gewenst|mogelijk)\b", CONDITION)],
    "op": _vague(
        f"op (?:de )?{_TERM}(?: en {_TERM})? termijn",
        "op termijn",
        "op regelmatige basis",
        "op structurele basis",
    ),
    "de": _vague(f"de {_COMING}"),
    "komende": _vague(_COMING),
    "aankomende": _vague(_COMING),
    "eerstvolgende": _vague(_COMING),
    "gedurende": _vague(
        "gedurende de (?:looptijd|contractperiode|duur)(?: van (?:de|deze) [a-z]{4,24})?"
    ),
    "met": _vague("met onmiddellijke ingang", "met een doorkijk naar [^.;,\\n]{4,40}"),
    "een": _vague("een doorkijk naar (?:de )?(?:komende|vijf|langere|lange)[^.;,\\n]{0,24}"),
    "in": _vague("in een (?:zeer )?vroeg(?:tijdig)? stadium", "in een later stadium"),
    "per": _vague("per direct", "per omgaande"),
    "te": _vague("te zijner tijd"),
    "ten": _vague("ten zijner tijd"),
    "z": [_rule(r"z\.s\.m\.?", VAGUE)],
    "zsm": _vague("zsm"),
    "t": [_rule(r"t\.z\.t\.?", VAGUE)],
    "n": [_rule(r"n\.t\.b\.?", VAGUE)],
    "p": [_rule(r"p\.m\.(?!\w)", VAGUE)],
}

_VAGUE = (
    "tijdig vroegtijdig periodiek regelmatig structureel doorlopend continu blijvend langjarig"
    " meerjarig voortvarend binnenkort spoedig vooralsnog permanent frequent"
)
COUNTED = Pattern(
    rf"{_WITHIN}{GAP}{_UNIT}{GAP}(?:na|voor|vóór|voorafgaand{GAP}aan|nadat|voordat){GAP}{_THE}"
    rf"[\w-]{{4,30}}{_OF}"
)
"""A time before or after an event: "zes maanden voor de start"."""

VAGUE_WORDS = frozenset(_VAGUE.split())

OPENERS: dict[str, TimingKind] = {
    "hierna": EVENT,
    "daarna": EVENT,
    "nadien": EVENT,
    "vervolgens": EVENT,
    "aansluitend": EVENT,
    "mocht": CONDITION,
    "mochten": CONDITION,
    "wanneer": CONDITION,
    "als": CONDITION,
}
"""What tells of time only at the beginning of a sentence; a condition runs to its comma."""

_VERB = r"(?:word(?:t|en)|kan|kunnen|zal|zullen|gaat|gaan|moet(?:en)?|mag|mogen|dan)"
CLAUSE_TO_COMMA = Pattern(
    rf"\w+{GAP}[^.;:!?\n()]{{3,160}}?(?=,{GAP}(?:{_VERB}\b|[a-zë]{{3,16}}(?:t|en){GAP}))"
)
CLAUSE = Pattern(rf"\w+{GAP}[^.;:!?\n()]{{3,160}}?(?={GAP}{_VERB}\b|[.;:!?\n(]|$)")
"""A condition at the beginning of a sentence: up to the verb of its main clause."""

VERBS_AT_LAST = Pattern(
    r"\b(?:word(?:t|en)|is|zijn)\s(?:ge|ver|be|ont|her|af|op|aan|uit|vast|in)[a-zë]{3,20}\b"
)
"""The verbs that end a subordinate clause: "voordat toestemming wordt verleend"."""

ASIDE = Pattern(
    r"(?:\b(?:waar|zodat|waardoor|waarbij|die|omdat|doordat|zoals|manier)\b[^.;:\n]{0,64})$"
)
"""Before a vague word: it stands in an aside and says nothing of the promise."""
