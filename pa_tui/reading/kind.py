"""What a document is: an agreement, or something that only speaks of one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum


class DocumentKind(StrEnum):
    """The kinds of document that arrive at a working group."""

    AGREEMENT = "agreement"
    NOTICE = "notice"
    PRESS_RELEASE = "press_release"
    MONITOR = "monitor"
    OPENING = "opening"
    UNKNOWN = "unknown"


_NOTICE = re.compile(
    r"kennisgeving aan de (?:gemeente)?raad|raadsinformatiebrief|raadsmededeling|collegebrief|"
    r"raads(?:stuk|voorstel|memo|notitie)|oplegv|informatienota|portefeuillehouder|"
    r"(?:komt niet terug tot |ter )besluitvorming|b\s*&\s*w-?\s*vergadering|"
    r"aan de (?:leden van de )?gemeenteraad|het college stelt (?:de raad )?voor",
    re.IGNORECASE,
)
_PRESS = re.compile(r"\b(?:persbericht|noot voor de redactie|nieuwsbericht)\b", re.IGNORECASE)
_MONITOR = re.compile(
    r"balanced scorecard|scorecard|voortgangsrapportage|kwartaalrapportage|"
    r"status t/m q[1-4]|stand van zaken q[1-4]|monitor(?:ing)?\s+(?:van\s+de\s+)?"
    r"prestatieafspraken",
    re.IGNORECASE,
)
_GENRE = re.compile(
    r"prestatie-?\s?afspra|samenwerkings?(?:overeenkomst|afspraken)|prestatiekader|"
    r"beleidsovereenkomst|raamovereenkomst|\balliantie\b|jaarschijf|kaderafspraken|woonakkoord|"
    r"werkafspraken|jaarafspraken",
    re.IGNORECASE,
)


_FIELD = (
    re.compile(r"\bgemeenten?\b", re.IGNORECASE),
    re.compile(
        r"corporatie|woning(?:stichting|bouwvereniging|bedrijf)|woonstichting", re.IGNORECASE
    ),
    re.compile(r"huurder|huurwoning|sociale huur|\bwoningen\b|\bwonen\b", re.IGNORECASE),
)
"""The three sides and their matter: an agreement of this genre names two of them at least."""


def kind_of(texts: Sequence[str], articles: int) -> DocumentKind:
    """The kind of a document by its opening words and how many articles were found."""
    opening = "\n".join(texts[:40])[:5000]
    head = opening[:700]
    if _PRESS.search(head):
        return DocumentKind.PRESS_RELEASE
    notices = {found.casefold() for found in _NOTICE.findall(opening)}
    if len(notices) >= 2 or _NOTICE.search(opening[:160]):
        return DocumentKind.NOTICE
    monitors = {found.casefold() for found in _MONITOR.findall(opening[:2500])}
    if len(monitors) >= 2 or (monitors and not articles):
        return DocumentKind.MONITOR
    if articles:
        return DocumentKind.AGREEMENT if _is_of_the_field(texts) else DocumentKind.UNKNOWN
    return DocumentKind.OPENING if _GENRE.search(opening) else DocumentKind.UNKNOWN


def _is_of_the_field(texts: Sequence[str]) -> bool:
    """Whether a text with articles speaks of municipalities, corporations and tenants."""
    if _GENRE.search("\n".join(texts[:40])[:5000]):
        return True
    return sum(any(word.search(text) for text in texts) for word in _FIELD) >= 2
