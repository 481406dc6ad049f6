"""What the columns of a table of agreements hold, by the words at their heads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pa_tui.reading.lines import TableCell

_LEAD = (
    r"trekk(?:er|end)\w*|wie|verantwoordelijk\w*|eindverantwoordelijk\w*|eigena(?:ar|ren)|"
    r"initiatief\w*|regie\w*|actiehouders?|uitvoer(?:der|end|ing)\w*|aan zet|penvoerders?|"
    r"coördinat(?:or|ie)|primaathouder|door wie|actor(?:en)?"
)
_TIMING = (
    r"wanneer|planning|termijn|gereed|deadline|datum|periode|tijdpad|tijdstip|tijd|looptijd|"
    r"einddatum|startdatum|jaar|oplevering|uiterlijk|klaar|afgerond|fasering|mijlpa(?:al|len)"
)
_TEXT = (
    r"(?:(?:prestatie|jaar|werk|proces|resultaat|kader|meerjaren)-?)?afspra(?:ak|ken)|"
    r"prestaties?|wat|omschrijving|beschrijving|acti(?:e|es|viteit|viteiten|epunt|epunten)|"
    r"inhoud|maatregel(?:en)?|inspanning(?:en)?|inzet|tekst|opgave"
)
_LONGEST_HEAD = 80
_SHARED = ("lead", "timing", "involved", "theme")
_BETWEEN = r"(?:\s*/\s*|\s+(?:en|of|is|van|de|het|per|voor|door|gaan|doen|we|wij)\s+)"
_AFTER = (
    r"(?:\s*[?:]|\s+(?:is|zijn|zet|we|wij|partij|partijen|organisatie|gereed|klaar|doen|gaan|"
    r"spreken|af|wanneer|trekker|verantwoordelijk|realisatie|uitvoering|de|het|t/m|en|\d{4}|"
    r"[-–]|nr|tekst|omschrijving|afspraak|actie)|\s*\((?:en|s|r|[^()]{1,20})\)){0,6}"
)

_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        (
            "number",
            r"(?:nr|nrs|nummer|no|№|#|id|art(?:ikel)?|volgnummer|"
            r"(?:afspraak|artikel|actie)\s*-?\s*(?:nr|nummer|no))\s*\.?",
        ),
        (
            "involved",
            r"(?:(?:overige|andere)\s+)?(?:betrokken\w*|partners?|samen met|medewerking|"
            r"deelnemers?|ondersteun\w+|met wie|in samenwerking met)(?:\s+\w+)?[?:]?",
        ),
        ("lead", rf"(?:{_LEAD})(?:{_BETWEEN}?(?:{_LEAD}|betrokken\w*))*{_AFTER}"),
        ("timing", rf"(?:{_TIMING})(?:{_BETWEEN}?(?:{_TIMING}))*{_AFTER}"),
        ("theme", r"(?:thema(?:[’']?s)?|hoofdstuk|onderdeel|speerpunt|programmalijn)"),
        ("title", r"(?:onderwerp|titel|naam|kop)(?:\s+(?:van\s+de\s+)?afspraak)?"),
        ("text", rf"(?:concrete\s+|de\s+)?(?:{_TEXT})(?:{_BETWEEN}(?:{_TEXT}))*{_AFTER}"),
    )
)


def column_of(head: str) -> str | None:
    """What a column with this head holds: number, text, lead, timing or involved."""
    head = re.sub(r"\s+", " ", head).strip(" :")
    if len(head) > _LONGEST_HEAD:
        return None
    return next((name for name, pattern in _COLUMNS if pattern.fullmatch(head)), None)


def squared(
    rows: Sequence[Sequence[TableCell]], columns: dict[str, int]
) -> tuple[tuple[TableCell, ...], ...]:
    """The rows with a cell of their own for every cell that spans them from above: who,
    when and which theme hold for each of them, the number and the words only for the first."""
    shared = {columns[name] for name in _SHARED if name in columns}
    hanging: dict[int, tuple[int, TableCell]] = {}
    found = []
    for row in rows:
        made: list[TableCell] = []
        waiting = list(row)
        below: dict[int, tuple[int, TableCell]] = {}
        place = 0
        while waiting or place in hanging:
            if place in hanging:
                left, cell = hanging[place]
                made.append(replace(cell, lines=cell.lines if place in shared else ()))
            else:
                cell = waiting.pop(0)
                left = cell.rows
                made.append(cell)
            if left > 1:
                below[place] = (left - 1, cell)
            place += max(1, cell.columns)
        hanging = below
        found.append(tuple(made))
    return tuple(found)
