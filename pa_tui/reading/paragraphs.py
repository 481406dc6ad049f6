"""Joins printed lines to paragraphs: the shape a PDF and its extracted text have lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pa_tui.reading.furniture import furniture
from pa_tui.reading.genre import (
    FUNCTION,
    PERSON,
    PERSON_LINE,
    PROMISE_LABEL,
    SIGNING_SENTENCE,
)
from pa_tui.reading.lines import BULLET, Line
from pa_tui.reading.numbers import number_of

_BULLET = re.compile(r"(?:[•·▪◦‣⁃∙●○□■➢►✓\uf0b7\uf0a7\uf0d8\uf076\uf0fc]|[-–*](?=\s))\s*")
_INNER_BULLET = re.compile(r"o\s+(?=[A-ZÀ-Þ])")
_ENDS = re.compile(r"[.:;!?][\"'”’)\]]*[¹²³⁴-⁹]*$")
_ASKS_NUMBER = re.compile(
    r"(?:\b(?:zie|ook|afspra(?:ak|ken)|artikel(?:en)?|hoofdstuk|paragraaf|bijlage|punt|tabel|"
    r"figuur|en|of|van|onder|art|nr|ca|circa|tot|in|de|het)\.?|[§(,€-])$",
    re.IGNORECASE,
)
_INITIALS = re.compile(
    rf"(?:[A-Z]\.\s?){{1,5}}(?:\([A-Z]\w+\)\s)?[\w’' -]{{3,40}},\s+(?:{FUNCTION.pattern})",
    re.IGNORECASE,
)
_ON_BEHALF = re.compile(
    r"namens\s+(?:de\s+|het\s+)?(?-i:[A-Z]|gemeente)[^.;]{2,60}", re.IGNORECASE
)
_GOES_ON = re.compile(r"(?:en|of)\b|,|\w+-(?:,|\s)")
"""What follows the hyphen of a word that shares its end with the next ("huur- en")."""
_APART = re.compile(r"\S(?:\t|\s{4,})\S|\.{4,}\s*\d{1,3}$")
"""Words side by side in columns, or leaders to a page number: a line by itself."""
_PRINTED = 220
"""No line is printed longer: where lines are, each is a paragraph."""
_LONGEST = 20_000
"""No paragraph is longer; a text without any end would take for ever to join."""
_SOFT = "\u00ad"


def bulleted(line: Line) -> Line:
    """The line with a typed bullet taken out of its text."""
    if line.mark or line.is_table or line.heading is not None:
        return line
    found = _BULLET.match(line.text)
    if found and found.end() < len(line.text):
        return replace(line, text=line.text[found.end() :], mark=BULLET)
    return line


def paragraphs(
    lines: tuple[Line, ...], pages: int
) -> tuple[list[Line], list[tuple[Line, str]]]:
    """The paragraphs of printed lines, and the lines that are no text with the reason."""
    skipped = furniture(lines, pages)
    left_out = [(lines[index], why) for index, why in sorted(skipped.items())]
    kept = []
    jumped = False
    for index, line in enumerate(lines):
        if index in skipped:
            jumped = jumped or line.gap
            continue
        kept.append(replace(line, top=True) if jumped and not line.gap else line)
        jumped = False
    kept = _inner_bullets([_with_cells(bulleted(line)) for line in kept])
    return _mended(_joined(kept)), left_out


def _with_cells(line: Line) -> Line:
    """A table whose cells hold paragraphs instead of printed lines."""
    if not line.is_table:
        return line
    rows = tuple(
        tuple(replace(cell, lines=tuple(_cell_paragraphs(cell.lines))) for cell in row)
        for row in line.rows
    )
    return replace(line, rows=rows)


def _cell_paragraphs(lines: Sequence[Line]) -> list[Line]:
    if len(lines) < 2:
        return list(lines)
    return _joined([bulleted(line) for line in lines])


def _inner_bullets(lines: list[Line]) -> list[Line]:
    found: list[Line] = []
    listing = 0
    for line in lines:
        listing = 12 if line.is_bullet else max(0, listing - 1)
        inner = _INNER_BULLET.match(line.text) if listing and not line.mark else None
        if inner:
            listing = 12
            found.append(replace(line, text=line.text[inner.end() :], mark=BULLET, level=1))
        else:
            found.append(line)
    return found


def _joined(lines: list[Line]) -> list[Line]:
    words = _vocabulary(lines)
    body = body_size(lines)
    found: list[Line] = []
    last: Line | None = None
    count = 0
    for index, line in enumerate(lines):
        after = lines[index + 1] if index + 1 < len(lines) else None
        width = _width(lines, index)
        if (
            last is None
            or len(found[-1].text) > _LONGEST
            or _stands_alone(last, line, after, width)
            or (
                not _is_same_heading(last, line, body)
                and _begins(found[-1], last, line, width, count)
            )
        ):
            found.append(line)
            count = 1
        else:
            text = _glue(found[-1].text, line.text, words)
            found[-1] = replace(found[-1], text=text, notes=found[-1].notes + line.notes)
            count += 1
        last = line
    return found


def body_size(lines: Iterable[Line]) -> float:
    """The size most of the text is printed in, 0 where sizes are unknown."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _is_same_heading(last: Line, line: Line, body: float) -> bool:
    """Whether both lines are one heading, printed larger than the text."""
    large = body > 0 and last.size > body + 0.7 and abs(last.size - line.size) < 0.3
    return large and last.bold == line.bold and not line.gap and number_of(line.text) is None


def _stands_alone(last: Line, line: Line, after: Line | None, width: int) -> bool:
    """Whether a short line after a full stop is a heading: what follows begins anew."""
    if not _ENDS.search(last.text) or _ENDS.search(line.text) or line.text[:1].islower():
        return False
    anew = after is None or after.gap or after.is_table or number_of(after.text) is not None
    return anew and len(line.text) < 0.6 * width


_BROKEN_WORD = re.compile(r"(?P<head>[A-Za-zÀ-ÿ]{2,})-\s(?P<tail>[a-zà-ÿ]{2,})")


def _mended(lines: list[Line]) -> list[Line]:
    """Words that an extractor left broken inside a line ("huurders- vereniging"), where the
    document has the whole word elsewhere."""
    words = _vocabulary(lines)

    def whole(found: re.Match[str]) -> str:
        joined = found["head"] + found["tail"]
        return joined if joined.casefold() in words else found[0]

    return [
        replace(line, text=_BROKEN_WORD.sub(whole, line.text)) if "- " in line.text else line
        for line in lines
    ]


def _width(lines: list[Line], index: int) -> int:
    near = lines[max(0, index - 9) : index + 8]
    return max((len(line.text) for line in near if not line.is_table), default=80)


def _begins(paragraph: Line, last: Line, line: Line, width: int, count: int) -> bool:
    """Whether ``line`` begins a paragraph after ``last``, the end of ``paragraph``."""
    ended = _ENDS.search(last.text) is not None
    small = line.text[:1].islower()
    if _is_other(paragraph, last, line, small):
        return True
    if _is_mark_alone(paragraph, last) or width > _PRINTED:
        return width > _PRINTED and (ended or not small)
    numbered = _is_numbered(last, line, ended, width)
    if numbered is not None:
        return numbered
    if line.gap:
        return ended or not small or (count == 1 and len(last.text) < 0.5 * width)
    if line.top and not ended and (small or len(last.text) > 0.75 * width):
        return False
    return _is_short(last, line, width, ended, small, count)


def _is_other(paragraph: Line, last: Line, line: Line, small: bool) -> bool:
    """Whether the look alone says that something else begins."""
    if line.mark or line.is_table or last.is_table or _looks_differ(last, line):
        return True
    if _APART.search(last.text) or _APART.search(line.text):
        return True
    if line.gap and len(line.text) < 70 and PERSON.match(line.text):
        return True
    if not small and _is_apart(last, line):
        return True
    return bool(paragraph.mark) and line.indent < last.indent - 6 and not small


def _is_apart(last: Line, line: Line) -> bool:
    """Whether the words tell that a line of a signature or a label begins something."""
    if SIGNING_SENTENCE.match(last.text) or _signs(last):
        return True
    if not _ENDS.search(last.text):
        return _signs(line)
    label = line.text.endswith(":") and len(line.text) < 70
    return label and PROMISE_LABEL.fullmatch(line.text.strip(" :")) is not None


def _signs(line: Line) -> bool:
    """Whether a line is all of a name or function of a signature ("Wethouder")."""
    text = line.text.strip(" ,")
    return len(text) < 70 and any(
        pattern.fullmatch(text) for pattern in (FUNCTION, PERSON_LINE, _INITIALS, _ON_BEHALF)
    )


def _is_mark_alone(paragraph: Line, last: Line) -> bool:
    return paragraph is last and last.text.isdigit() and len(last.text) < 3


def _looks_differ(last: Line, line: Line) -> bool:
    if not last.size or not line.size:
        return False
    return abs(last.size - line.size) > 0.7 or last.bold != line.bold


def _is_numbered(last: Line, line: Line, ended: bool, width: int) -> bool | None:
    """Whether a number at the start of the line begins a paragraph; None without one."""
    number = number_of(line.text)
    if number is None or not number.rest:
        return None
    capital = number.rest[:1].isupper() or not number.rest[:1].isalpha()
    short = len(last.text) < 0.7 * width
    apart = ended or short or line.gap
    if number.shape in ("d.d", "d.d.d", "word", "word.d", "Ld", "dl"):
        return capital and (apart or not _ASKS_NUMBER.search(last.text))
    if number.shape in ("l", "i"):
        return capital or ended
    return (apart and capital) or None


def _is_short(last: Line, line: Line, width: int, ended: bool, small: bool, count: int) -> bool:
    """Whether ``last`` stopped where the next word would still have fitted."""
    fits = len(last.text) + 1 + len(line.text.split(" ", 1)[0])
    if ended:
        return fits < 0.88 * width and not small
    if small:
        return False
    if count == 1 and fits < 0.86 * width and (last.gap or last.top):
        return True
    return len(last.text) < 0.6 * width


def _vocabulary(lines: list[Line]) -> set[str]:
    return {word.casefold() for line in lines for word in re.findall(r"[\w-]+", line.text)}


def _glue(before: str, after: str, words: set[str]) -> str:
    if before.endswith(_SOFT):
        return before[:-1] + after
    if not before.endswith("-") or before.endswith(" -"):
        return f"{before} {after}"
    if _GOES_ON.match(after):
        return f"{before} {after}"
    head = re.search(r"[\w-]*-$", before)
    tail = re.match(r"[\w-]*", after)
    whole = (head[0][:-1] if head else "") + (tail[0] if tail else "")
    if whole.casefold() in words and whole.islower():
        return before[:-1] + after
    return before + after
