"""What a document says of itself as a whole: title, year, period, signing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from pa_tui.domain.agreement import Facts
from pa_tui.errors import N_
from pa_tui.reading.lines import Remark

_YEAR = r"(?:19[9]\d|20[0-6]\d)"
_PERIOD = re.compile(
    rf"(?P<first>{_YEAR})\s*(?:-|–|—|/|t/m|tot en met|tot)\s*(?P<last>{_YEAR}|\d\d)(?![\d-])",
    re.IGNORECASE,
)
_OF_YEAR = re.compile(
    r"(?:prestatie-?\s?afspraken|jaarschijf|jaarafspraken|actualisatie|samenwerkings\w+|"
    rf"uitvoeringsagenda|afspraken)\D{{0,40}}?(?P<year>{_YEAR})\b(?!\s*(?:-|–|t/m|tot))",
    re.IGNORECASE,
)
_SLICE = re.compile(
    rf"(?:jaarschijf|jaarafspraken)\s+(?P<year>{_YEAR})\b(?!\s*(?:-|–|t/m|tot))", re.IGNORECASE
)
_MADE_FOR = re.compile(
    rf"(?:afspraken|overeenkomst|periode|alliantie)\b[^.\n]{{0,80}}?{_PERIOD.pattern}",
    re.IGNORECASE,
)
_OTHER_PAPER = re.compile(r"visie|agenda|nota\b|woonplan|programma|woondeal", re.IGNORECASE)
_LOST = re.compile(
    r"(?:lopende|looptijd|periode)\s+van(?:af)?\s+tot en met\s*[,.]", re.IGNORECASE
)


def facts_of(
    title: str,
    front: Sequence[str],
    year: int | None,
    place: str,
    signed: date | None,
) -> Facts:
    """The facts; ``year`` given by the person wins over what the document says."""
    found = year or year_of(title, front, signed)
    said = _periods_said(title, front)
    period = next((one for one in said if found is None or one[0] <= found <= one[1]), None)
    name = title or (f"Prestatieafspraken {found}" if found else "Prestatieafspraken")
    start, end = period or ((found, found) if found else (None, None))
    return Facts(
        title=re.sub(r"\s+", " ", name).strip(),
        year=found,
        period_start=date(start, 1, 1) if start else None,
        period_end=date(end, 12, 31) if end else None,
        place=place,
        signature_date=signed,
    )


def periods(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Every period of years the texts name, in reading order."""
    for text in texts:
        for found in _PERIOD.finditer(text):
            first = int(found["first"])
            last = int(
                found["last"] if len(found["last"]) == 4 else f"{first // 100}{found['last']}"
            )
            if first <= last <= first + 15:
                yield first, last


def period_of(title: str, front: Sequence[str]) -> tuple[int, int] | None:
    """The years the title or opening says it holds for, None where unsaid."""
    return next(_periods_said(title, front), None)


def _periods_said(title: str, front: Sequence[str]) -> Iterator[tuple[int, int]]:
    yield from periods([title])
    for text in front[:40]:
        for made in _MADE_FOR.finditer(text):
            if not _OTHER_PAPER.search(made[0]):
                yield from periods([made[0]])


def year_of(title: str, front: Sequence[str], signed: date | None) -> int | None:
    """The year of the agreement: that of its title or opening, else the one after it was
    signed, else the first of its period."""
    slices = [int(m["year"]) for text in (title, *front[:15]) for m in _SLICE.finditer(text)]
    if slices:
        return slices[0]
    years = re.findall(rf"\b{_YEAR}\b", title)
    if years:
        return int(years[0] if _PERIOD.search(title) else years[-1])
    named = Counter(int(m["year"]) for text in front[:40] for m in _OF_YEAR.finditer(text))
    if named:
        return named.most_common(1)[0][0]
    if signed:
        return signed.year + 1 if signed.month >= 7 else signed.year
    period = period_of(title, front)
    return period[0] if period else None


def questions_about(
    title: str, front: Sequence[str], facts: Facts, signing: Sequence[str]
) -> Iterator[Remark]:
    """What the document leaves open or says twice differently."""
    if facts.year is None:
        yield Remark.of(N_("For which year is this agreement?"))
    if any(_LOST.search(text) for text in front):
        yield Remark.of(
            N_("The dates of the period are missing. From when to when does it hold?")
        )
    named = next(periods([title]), None)
    said = set(_periods_said("", front))
    for other in sorted(said - {named}):
        if named and (other[0] == named[0]) and other[1] != named[1]:
            yield Remark.of(
                N_("The title says {first}, the text {second}. Which period holds?"),
                first=f"{named[0]}-{named[1]}",
                second=f"{other[0]}-{other[1]}",
            )
    if any(re.search(r"(?:\.{2,}|…|_{2,})\s*(?:\w+\s+)?\d{4}", text) for text in signing):
        yield Remark.of(N_("The day of signing is not filled in. On what day was it signed?"))
