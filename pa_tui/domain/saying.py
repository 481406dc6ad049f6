"""What the words of an article leave open, seen in the words alone: conditions, unexplained
abbreviations, tables that are not there, parts that do not add up."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from decimal import Decimal, InvalidOperation

from pa_tui.domain.text import Block, BlockKind, Text, plain

_SENTENCE = re.compile(r"(?<=[.;!?])\s+(?=[A-ZÀ-Þ‘“\"(])|\n")
_WILL = re.compile(r"\b(?:zal|zullen|gaan?|gaat)\b", re.IGNORECASE)
_CONDITION = re.compile(
    r"\b(?:mits|tenzij|indien|voor zover|onder (?:het )?voorbehoud|op voorwaarde|"
    r"(?:waar|zo|indien|als dat|zoveel als) mogelijk|zo nodig|afhankelijk van|"
    r"wanneer (?:daar|er)|als (?:de|het|er|dat|dit|hier\w*|blijkt))\b[^.;,]{0,40}",
    re.IGNORECASE,
)
_TABLE_ANNOUNCED = re.compile(
    r"\b(?:(?:onder|boven)staande|volgende|bijgevoegde)\s+tabel\b"
    r"|\btabel\s+hier(?:onder|boven)\b|\bin\s+de\s+tabel\b",
    re.IGNORECASE,
)
_ABBREVIATION = re.compile(r"(?<![\w-])[A-Z][A-Z&]{1,6}(?![\w&]|\.\w)")
_EXPLAINS = re.compile(
    r"\((?:hierna:?\s*|verder:?\s*|afgekort:?\s*|de\s+)?[‘'\"“]?(?P<inside>[A-Z][A-Z&]{1,6})"
    r"[’'\"”]?\)|(?P<before>(?<![\w-])[A-Z][A-Z&]{1,6})\s*(?:\((?=[^)]*[a-z]{4})|[=:]\s)"
)
_EVERYBODY = """
    ALV AVG BTW BV BW B&W CAO CBS CO CV EP EPC EPV EU EUR HR ICT IT KB KPI LED MVO NL NV OK PDF
    PM PV PVC RVC SMS TV VVE WC WOZ WWS II III IV VI VII VIII IX XI XII
"""
KNOWN = frozenset(_EVERYBODY.split())
"""What nobody at the table has to look up, and Roman numbers."""

_WHOLE = re.compile(
    r"(?:in totaal|totaal van|gezamenlijk)\s+(?P<total>\d[\d.]*)\s+(?P<unit>[a-z]{4,})"
    r"[^.;:\n]{0,60}?(?P<how>waarvan|te weten|namelijk|verdeeld (?:in|over)|onderverdeeld in)"
    r"(?P<parts>[^.;\n]+)",
    re.IGNORECASE,
)
_PART = re.compile(r"(?<![\d.,-])(\d{1,3}(?:\.\d{3})+|\d+)(?![\d%]|\s*%|,\d|-)")
_TOTAL = re.compile(r"(?:eind|sub)?totaal\b", re.IGNORECASE)
_AMOUNT = re.compile(r"[€\s]*(?P<number>-?\d[\d.]*(?:,\d+)?)\s*(?P<unit>%|[a-z]*)\s*\.?", re.I)
_YEAR = range(1990, 2101)
_ROUNDED = Decimal("1.01")
"""So much parts that were rounded may differ from their total."""


def condition_in(text: Text) -> str:
    """The words that make a promise ("zal") depend on something; "" where none do."""
    for sentence in _SENTENCE.split(plain(text)):
        if _WILL.search(sentence) and (found := _CONDITION.search(sentence)):
            return " ".join(found[0].split())
    return ""


def missing_table(text: Text) -> str:
    """The words that announce a table where there is none; "" otherwise."""
    if any(block.kind is BlockKind.TABLE for block in text):
        return ""
    found = _TABLE_ANNOUNCED.search(plain(text))
    return found[0] if found else ""


def abbreviations(text: Text) -> tuple[str, ...]:
    """The abbreviations in a text that are not known to everybody, each once."""
    found = dict.fromkeys(_ABBREVIATION.findall(plain(text)))
    return tuple(word for word in found if word not in KNOWN)


def explained(texts: Iterable[str]) -> frozenset[str]:
    """The abbreviations that these texts explain: "(HBR)" or "HBR (Huurdersbelang ...)"."""
    found = (own for text in texts for own in _EXPLAINS.finditer(text))
    return frozenset(own["inside"] or own["before"] for own in found)


def unexplained(text: Text, known: Container[str]) -> Iterator[str]:
    """The abbreviations of a text that are not among those that are ``known``."""
    return (word for word in abbreviations(text) if word not in known)


# -- adding up --------------------------------------------------------------------------


def wrong_sum(text: Text) -> str:
    """A total that is not what its parts make: "210 (120 + 80)"; "" where all add up."""
    for block in text:
        found = _in_table(block) if block.kind is BlockKind.TABLE else _in_words(block.text)
        if found:
            return found
    return ""


def _in_words(words: str) -> str:
    for found in _WHOLE.finditer(words):
        total = _whole(found["total"])
        parts = [n for m in _PART.finditer(found["parts"]) if (n := _whole(m[1])) not in _YEAR]
        if len(parts) < 2 or total == 0:
            continue
        whole = sum(parts)
        if whole > total or (whole != total and found["how"].casefold() != "waarvan"):
            return f"{found['total']} ({' + '.join(map(str, parts))})"
    return ""


def _whole(digits: str) -> int:
    return int(digits.replace(".", "") or 0)


def _in_table(block: Block) -> str:
    if any(cell.columns > 1 or cell.rows > 1 for row in block.cells for cell in row):
        return ""
    grid = [[cell.text.strip() for cell in row] for row in block.cells]
    if len({len(row) for row in grid}) != 1:
        return ""
    columns = [list(column) for column in zip(*grid, strict=True)]
    heads = max(1, block.header_rows)
    down = (_added(column, columns[0], heads) for column in columns[1:])
    across = (_added(row, grid[0], 1) for row in grid[heads:])
    return next((found for found in (*down, *across) if found), "")


def _added(cells: list[str], labels: list[str], first: int) -> str:
    """Whether a total at the end of cells is what the cells before it make."""
    if len(cells) != len(labels) or len(cells) - first < 3:
        return ""
    if not _TOTAL.match(labels[-1]) or any(_TOTAL.match(name) for name in labels[first:-1]):
        return ""
    amounts = [_amount(cell) for cell in cells[first:]]
    known = [amount for amount in amounts[:-1] if amount is not None]
    total = amounts[-1]
    if (
        total is None
        or len(known) < 2
        or any(
            amount is None and cell not in ("", "-", "–")
            for amount, cell in zip(amounts, cells[first:], strict=True)
        )
    ):
        return ""
    rounded = any(sign in "".join(cells[first:]) for sign in ",%")
    if abs(sum(known) - total) <= (_ROUNDED if rounded else 0):
        return ""
    return f"{cells[-1]} ({' + '.join(c for c in cells[first:-1] if c not in ('', '-', '–'))})"


def _amount(cell: str) -> Decimal | None:
    found = _AMOUNT.fullmatch(cell)
    if found is None:
        return None
    digits = found["number"]
    if re.fullmatch(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?", digits) or "," in digits:
        digits = digits.replace(".", "").replace(",", ".")
    try:
        return Decimal(digits)
    except InvalidOperation:
        return None
