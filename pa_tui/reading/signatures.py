"""Who signs: names, functions and organisations from a signature block."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pa_tui.reading.genre import FUNCTION, PERSON, SIGNING_HEADING, SIGNING_SENTENCE
from pa_tui.reading.outline_items import Item
from pa_tui.reading.outline_regions import PLACE_AND_DATE

_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_SMALL = r"(?:van|de|der|den|ten|ter|te|in|op|aan|het|’t|'t|el|la|von|Van|De|Der|Den)"
_SURNAME = r"[A-ZÀ-Þ][\w’'-]+(?:\s*-\s*(?:van\s+(?:de[nr]?\s+)?)?[A-ZÀ-Þ][\w’'-]+)?"
_NAME = re.compile(
    rf"(?:[A-ZÀ-Þ][a-z]?\.\s?){{1,6}}(?:\s?\([A-ZÀ-Þ][\w-]+\))?\s*(?:{_SMALL}\s+)*{_SURNAME}"
    rf"(?:\s+(?:MA|MSc|BSc|MBA|RA|LLM))*"
)
_TITLED = re.compile(
    r"(?<!\w)(?P<title>(?i:(?:de\s+)?(?:dhr|heer|mevr|mw|mevrouw|meneer|drs|ir|mr|dr|ing|prof)"
    r"\b\.?\s*)+)"
    rf"(?P<name>{_NAME.pattern}|[A-ZÀ-Þ][\w’'-]+(?:\s+(?:{_SMALL}\s+)*{_SURNAME})?)"
)
_LONGEST_NAME = 60
_FILLER = re.compile(r"[\s._…\-–:,]*")
_JOINING = re.compile(
    r"^(?:[\s,:;/-]|namens\b|van\b(?! (?:der?|den)\b [A-Z])|(?-i:de|het)\b)+", re.IGNORECASE
)
_ORGANISATION = re.compile(
    r"^(?:de\s+)?(?:gemeente|stichting|woning\w*|vereniging|huurders?\w*|bewoners?\w*|corporatie|"
    r"wonen|wbv|hbv|hv)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Signature:
    """A person who signs, in what function, for what organisation (as printed)."""

    name: str
    function: str
    organisation: str


def signatures_of(items: Sequence[Item]) -> list[Signature]:
    """The signatures of a block in reading order; organisation "" where none is printed."""
    lines = [
        line
        for printed in _lines(items)
        for line in _organisation_apart(printed)
        if not _is_filler(line)
    ]
    ahead = _organisation_comes_first(lines)
    found: list[list[str]] = []
    waiting: list[str] = []
    for line, after in zip(lines, [*lines[1:], ""], strict=False):
        above = _person(after) is not None and len(line) < _LONGEST_NAME
        if _person(line) is not None:
            found.append([line, *waiting] if ahead else [line])
            waiting = []
        elif (
            ahead
            and (_ORGANISATION.match(line) or above or not found)
            and not FUNCTION.match(line)
        ):
            waiting.append(line)
        elif found:
            found[-1].append(line)
    return [_signature(group) for group in found]


def _organisation_apart(line: str) -> Sequence[str]:
    """An organisation and the person after it on one line, as two lines."""
    found = _TITLED.search(line)
    if found and found.start() and _ORGANISATION.match(line):
        return line[: found.start()].strip(" ,"), line[found.start() :]
    return (line,)


def _is_filler(line: str) -> bool:
    return (
        _FILLER.fullmatch(line) is not None
        or SIGNING_HEADING.fullmatch(line.strip(" :")) is not None
        or SIGNING_SENTENCE.match(line.strip()) is not None
        or PLACE_AND_DATE.fullmatch(line.strip()) is not None
        or re.fullmatch(r"[\d\s.:/-]+", line) is not None
    )


def _lines(items: Sequence[Item]) -> Iterator[str]:
    """The lines of a block; what stands side by side follows column by column."""
    columns: list[list[str]] = []
    for item in items:
        if item.line.is_table:
            yield from _flushed(columns)
            yield from _table_lines(item)
            continue
        for line in item.line.text.split("\n"):
            cells = [c.strip() for c in re.split(r"\t+|\s{3,}", line.strip()) if c.strip()]
            if len(cells) > 1 and (not columns or len(cells) == len(columns)):
                columns = columns or [[] for _ in cells]
                for column, cell in zip(columns, cells, strict=True):
                    column.append(cell)
            else:
                yield from _flushed(columns)
                yield from cells
    yield from _flushed(columns)


def _flushed(columns: list[list[str]]) -> Iterator[str]:
    for column in columns:
        yield from column
    columns.clear()


def _table_lines(item: Item) -> Iterator[str]:
    width = max(len(row) for row in item.line.rows)
    for column in range(width):
        for row in item.line.rows:
            if column < len(row):
                yield from (text for text in row[column].text.split("\n") if text.strip())


def _person(line: str) -> re.Match[str] | None:
    """The person a line begins with or ends in."""
    titled = _TITLED.match(line)
    if titled:
        return titled
    return _NAME.match(line)


def _organisation_comes_first(lines: Sequence[str]) -> bool:
    for line in lines:
        if _person(line) is not None or PERSON.match(line):
            return False
        if _ORGANISATION.match(line) or (len(line) < 60 and not FUNCTION.search(line)):
            return True
    return False


def _signature(group: Sequence[str]) -> Signature:
    person = _person(group[0])
    name = person[0] if person else group[0]
    rest = " ".join([group[0][len(name) :].strip(" ,"), *group[1:]]).strip()
    function = FUNCTION.search(rest)
    if function is None:
        return Signature(name.strip(), "", _JOINING.sub("", rest).strip(" ,."))
    before = rest[: function.start()].strip(" ,")
    after = _JOINING.sub("", rest[function.end() :]).strip(" ,.")
    if FUNCTION.fullmatch(after):
        after = ""
    return Signature(name.strip(), function[0].strip(), after or _JOINING.sub("", before))


def place_and_date(items: Sequence[Item]) -> tuple[str, date | None]:
    """Where and on what day a block was signed, as far as printed."""
    for item in items:
        for line in item.line.text.split("\n"):
            found = PLACE_AND_DATE.search(line)
            if found is None:
                continue
            place = (found["place"] or "").strip(" ,")
            if re.search(r"\b(?:te|op|d\.?d\.?)$", place, re.IGNORECASE) or len(place) < 3:
                place = ""
            place = re.sub(r"^.*\bte\s+", "", place)
            return place, _day(found)
    return "", None


def _day(found: re.Match[str]) -> date | None:
    month = found["month"].casefold()[:3].replace("maa", "mrt")
    try:
        return date(int(found["year"]), _MONTHS.index(month) + 1, int(found["day"]))
    except ValueError:
        return None
