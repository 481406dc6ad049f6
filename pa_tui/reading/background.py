"""Which dates are no planning: history, names, price levels, and horizons of targets."""

from __future__ import annotations

from datetime import date

from pa_tui.reading.days import Days, Frame
from pa_tui.reading.patterns import Pattern
from pa_tui.reading.units import Unit, UnitKind

_BEFORE = 28
"""How many characters before a date can make it something else than planning."""

_NOT_PLANNING = Pattern(
    r"(?:prijspeil|peildatum|prijsniveau|peiljaar|prijzen|d\.\s?d\.|\bdd\.?|versie|geldend\sop"
    r"|dagtekening|kenmerk|bouwjaar|gebouwd\sin|gebouwd\svóór|gebouwd\svoor|geboren\sin"
    r"|getekend|ondertekend|(?:brief|bod|besluit|nota|verslag|advies|motie|mail|versie|notitie"
    r"|convenant|akkoord|overeenkomst|rapport|onderzoek|wet|visie|beleid|verordening)\s{1,3}van"
    r"(?:\s{1,3}(?:eind|begin|medio))?)\s{0,3}[(:]?\s{0,3}$"
)
_SINCE = Pattern(r"(?:sinds|sedert|t\.o\.v\.|ten\sopzichte\svan|vergeleken\smet)\s{1,3}$")
_PARTICIPLE = Pattern(
    r"\b(?:ge(?!reed|meen|bied|zin|bruik|leden|volg|heel|zond|bouw(?:en)?\b|gevens|dur|sprek)"
    r"[a-z]{2,20}(?:d|t|en)|[a-z]{2,8}ge(?!leden)[a-z]{2,16}(?:d|t|en)"
    r"|(?:be|ver|ont|her|over|onder)[a-z]{3,16}(?:d|t))\b",
    exact=True,
)
_PERFECT = Pattern(r"\b(?:heeft|hebben|is|zijn|was|waren|werd|werden|had|hadden)\b")
_FUTURE = Pattern(r"\b(?:zal|zullen|gaat|gaan|wordt|worden|moet|moeten|kan|kunnen)\b")
_GOAL = Pattern(
    r"(?:neutra(?:al|le|liteit)|aardgas(?:vrij|loos)|gasvrij|klimaat(?:bestendig|adaptief)"
    r"|co2|co₂|energie(?:label|index)|ambiti|doelstelling|streefdoel|verdwenen|uitgefaseerd"
    r"|uitkomt\sop|maximaal\s\d|hoogstens\s\d|\d\s?%|\d\s?kg|circulair|label\s[a-g]\b"
    r"|routekaart|stip\sop\sde\shorizon|horizon)"
)
_WISH = Pattern(
    r"(?:ambiti\w*|doel\w*|visie|opgave|plan\w*|routekaart|koers|beeld|scenario\w*)\s{1,3}$"
)
_AUTUMN = 9
"""Sets are made from September of the year before: what lies before that is history."""


def is_named(text: str, start: int) -> bool:
    """Whether the words before a date make it a price level, a version or a letter's date."""
    before = text[max(0, start - _BEFORE) : start]
    return bool(_NOT_PLANNING.search(before) or _SINCE.search(before))


def is_history(window: str, unit: Unit, days: Days, frame: Frame) -> bool:
    """Whether these days are over and done with as seen from the agreement.

    The set for a year is made in the autumn before it: dates from then on can be planning,
    unless the sentence tells of them in the perfect tense.
    """
    first = frame.first_year
    if first is None or days[1] >= date(first, 1, 1):
        return False
    if unit.kind is UnitKind.YEAR and not unit.part:
        return True
    if days[1] < date(first - 1, _AUTUMN, 1):
        return True
    return tells_the_past(window)


def is_target(window: str, days: Days, frame: Frame) -> bool:
    """Whether a year ahead is the horizon of a target and not the time of an action."""
    last = frame.last_year
    if last is None:
        return days[1].year >= 2035
    if days[1].year > last + 4:
        return True
    return days[1].year > last and bool(_GOAL.search(window))


def carries_a_goal(window: str) -> bool:
    """Whether a sentence sets a target value or ambition."""
    return bool(_GOAL.search(window))


def follows_a_wish(text: str, start: int) -> bool:
    """Whether "voor 2050" stands right after an ambition, plan or vision for that year."""
    return bool(_WISH.search(text[max(0, start - _BEFORE) : start]))


def tells_the_past(window: str) -> bool:
    """Whether a clause is in the perfect tense and promises nothing."""
    return bool(
        _PERFECT.search(window) and _PARTICIPLE.search(window) and not _FUTURE.search(window)
    )
