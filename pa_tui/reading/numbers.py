"""Numbers that are printed before a paragraph: 1.1, 4., 12), A1, Artikel 3, a."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|maart|mrt|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|"
    r"sep(?:t(?:ember)?)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)
_WORD = r"(?:artikel|art\.|afspraak|prestatieafspraak|prestatie|punt)"

_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "word",
        re.compile(rf"(?i:{_WORD})\s+(?P<n>\d{{1,3}}(?:\.\d{{1,3}})*)\s*[.:)–-]?(?=\s|$)"),
    ),
    ("dotted", re.compile(r"(?P<n>\d{1,2}(?:\.\d{1,3}){1,3})[.:)]?(?:\s+[–-])?(?=\s|$)")),
    (
        "lettered",
        re.compile(r"(?P<n>[A-Z]{1,3}[.-]?\d{1,3}(?:\.\d{1,3})*)[.:)]?(?:\s+[–-])?(?=\s|$)"),
    ),
    ("sub", re.compile(r"(?P<n>\d{1,3}\s?[a-z])[.)](?=\s|$)")),
    ("plain", re.compile(r"(?P<n>\d{1,3})[.)](?=\s|$|[A-ZÀ-Þ])")),
    ("bare", re.compile(r"(?P<n>\d{1,3})(?:\s+[–-])?(?=[ \t]|$)")),
    ("letter", re.compile(r"\(?(?P<n>[a-z])[.)](?=\s)")),
    ("roman", re.compile(r"\(?(?P<n>[ivx]{2,5})[.)](?=\s)")),
    ("capital", re.compile(r"(?P<n>[A-Z])[.)](?=\s+[A-ZÀ-Þ])")),
)
_CHAPTER = re.compile(
    r"(?:(?i:hoofdstuk|thema|deel|onderdeel|paragraaf)\s+(?P<n>\d{1,2}|[IVX]{1,5}|[A-Z])"
    r"(?:\s*[.:)–-]+\s*|\s+)|(?P<roman>[IVX]{1,5})(?:[.)]\s*|\s+[–-]\s+)|(?P<letter>[A-Z])\s+)"
    r"(?P<rest>[A-ZÀ-Þ‘’“\"'].+)"
)
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_NO_NUMBER = re.compile(
    rf"\d{{1,2}}[.)]?\s+{MONTH}|\d{{4}}\b|\d+(?:[.,]\d+)+\s*(?:%|m²|miljoen)|"
    r"\d{1,2}[.:]\d\d\s*(?:uur|u\.)|\d{1,2}[.-]\d{1,2}[.-]\d{2,4}",
    re.IGNORECASE,
)
_STARTS = re.compile(r"[\"'“‘„(\[*]?[A-ZÀ-Þ0-9€]|[’'`]s\b|[\"'“‘„(]|[<\[]")


@dataclass(frozen=True, slots=True)
class Number:
    """A number before a paragraph. ``printed`` has no closing dot; ``parts`` are its
    levels ("1.10" is 1, 10; "B3" is "B", 3); ``rest`` the words after it; ``bracket`` tells
    that it closes with one, as "1)" does."""

    shape: str
    printed: str
    parts: tuple[int | str, ...]
    rest: str
    bracket: bool = False

    @property
    def last(self) -> int:
        """The lowest level as a count; a letter counts from 1."""
        part = self.parts[-1]
        return part if isinstance(part, int) else ord(part[-1].casefold()) - 96

    @property
    def prefix(self) -> tuple[int | str, ...]:
        """What stands before the lowest level."""
        return self.parts[:-1]


def number_of(text: str, mark: str = "") -> Number | None:
    """The number that begins ``text``, or the ``mark`` that the source keeps apart.

    Dates, years, amounts and clock times are no numbers. A number without a dot counts
    only before a capital.
    """
    if mark:
        found = _parsed(mark.strip() + " ", computed=True)
        return None if found is None else _with_rest(found, text)
    return _parsed(text, computed=False)


def heading_number(text: str) -> Number | None:
    """The number of a heading that counts chapters: "II. Wonen", "Thema 1: Wonen", "A Wonen".

    Only for what is a heading: in running text these open sentences.
    """
    found = _CHAPTER.fullmatch(re.sub(r"\s+", " ", text).strip())
    if found is None:
        return None
    printed = found["n"] or found["roman"] or found["letter"]
    value = _roman(printed) if not printed.isdecimal() and not found["letter"] else None
    part: int | str = int(printed) if printed.isdecimal() else value or printed
    return Number("chapter", printed, (part,), found["rest"].strip())


def _roman(printed: str) -> int | None:
    if not printed or _ROMAN.fullmatch(printed) is None:
        return None
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in printed]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-one if one < two else one for one, two in pairs)


def _with_rest(number: Number, text: str) -> Number:
    return replace(number, rest=text)


def _parsed(text: str, *, computed: bool) -> Number | None:
    text = text.lstrip("\u00a0 \t*")
    if not text[:1] or (_NO_NUMBER.match(text) and not computed):
        return None
    for kind, pattern in _PATTERNS:
        found = pattern.match(text)
        if found is None:
            continue
        rest = text[found.end() :].strip(" \t\u00a0")
        printed = re.sub(r"\s", "", found["n"])
        if kind in ("dotted", "bare", "word") and rest and not _STARTS.match(rest):
            return None
        bracket = text[: found.end()].rstrip().endswith(")")
        return Number(_shape(kind, printed), printed, _parts(printed), rest, bracket)
    return None


def _parts(printed: str) -> tuple[int | str, ...]:
    pieces = re.findall(r"\d+|[A-Za-z]+", printed)
    return tuple(int(piece) if piece.isdecimal() else piece for piece in pieces)


def _shape(kind: str, printed: str) -> str:
    if kind == "word":
        return "word" + ".d" * printed.count(".")
    if kind == "dotted":
        return "d" + ".d" * printed.count(".")
    if kind == "lettered":
        return "Ld"
    return {"plain": "d", "bare": "d", "sub": "dl", "letter": "l", "roman": "i"}.get(kind, "L")
