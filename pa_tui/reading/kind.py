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
        return DocumentKind.AGREEMENT
    return DocumentKind.OPENING if _GENRE.search(opening) else DocumentKind.UNKNOWN
