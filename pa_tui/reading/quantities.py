"""Amounts worth showing: homes, shares, money, labels, weights, ages."""

from __future__ import annotations

import re

from pa_tui.domain.articles import Quantity
from pa_tui.reading.findings import QuantityFinding
from pa_tui.reading.patterns import Pattern
from pa_tui.reading.words.amounts import NOUNS, QUALIFIERS
from pa_tui.reading.words.time import GAP, MAY_GAP, MONTHS, NUMBERS, any_of

_PLURAL = ("en", "s")
_IN_WORDS = any_of(word for word in NUMBERS if word not in ("een", "eén"))
_TAILS = any_of(noun for noun in NOUNS if len(noun) > 5 and noun.endswith(_PLURAL))
_FIGURE = r"(?:\d{1,3}(?:\.\d{3}){1,4}(?!\d)|\d{1,9})(?:,\d{1,4})?"
_DASH = rf"{MAY_GAP}(?:-|–|à|á|tot{GAP}en{GAP}met|tot|of){MAY_GAP}"
_QUALIFIED = any_of(word.replace(".", "[.]") for word in QUALIFIERS)
_QUALIFIER = rf"(?:(?:{_QUALIFIED}){GAP}|[<>≤≥±~]{MAY_GAP})?"
_SCALE = r"(?:miljoen|mln\.?|miljard|mld\.?|duizend)"
_EURO = rf"€\s{{0,2}}{_FIGURE}(?:,-|,--|-)?(?:{GAP}{_SCALE})?"
_NOUN = (
    rf"(?:[a-zë-]{{2,24}}(?:{_TAILS})|{any_of(NOUNS)})"
    rf"(?![\w-])"
)
_MIDDLE = rf"(?:(?:[a-zë]{{3,20}}(?:e|en|er)|[a-z]{{2}}-){GAP}){{0,3}}?"


def _compiled(pattern: str) -> Pattern:
    return Pattern(pattern)


_MONEY = _compiled(
    rf"{_QUALIFIER}(?:(?P<value>{_EURO}(?:{_DASH}{_EURO})?)"
    rf"|(?P<words>{_FIGURE}(?:{GAP}{_SCALE})?){GAP}euro\b)"
)
_SHARE = _compiled(
    rf"{_QUALIFIER}(?P<value>{_FIGURE}(?:{MAY_GAP}%?{_DASH}{_FIGURE})?){MAY_GAP}"
    rf"(?P<unit>%|procent\b|procentpunt\b)"
)
_COUNT = _compiled(
    rf"{_QUALIFIER}(?P<value>(?:{_FIGURE}|{_IN_WORDS})"
    rf"(?:{_DASH}(?:{_FIGURE}|{_IN_WORDS}))?){GAP}"
    rf"(?:{_MIDDLE})(?P<unit>{_NOUN})"
)
_AGE = _compiled(
    rf"(?P<how>tot{GAP}en{GAP}met|t/m|tot|vanaf|van|boven(?:{GAP}de)?|onder(?:{GAP}de)?|jonger"
    rf"{GAP}dan|ouder{GAP}dan|vanaf){GAP}(?P<value>\d{{2}}(?:{_DASH}\d{{2}})?){GAP}jaar\b"
)
_LABEL = _compiled(
    rf"(?:(?:energie)?labels?{GAP}(?P<value>[A-G]\+{{0,4}}(?:(?:,{MAY_GAP}|{GAP}(?:of|en){GAP}"
    rf"|/)[A-G]\+{{0,4}}){{0,4}})(?![\w-])|(?P<front>[A-G])-label\b)(?:{GAP}of{GAP}(?:lager|hoger))?"
)
_INDEX = _compiled(
    rf"(?:EI|energie-?index(?:{GAP}\(EI\))?)(?:{GAP}van)?{GAP}{_QUALIFIER}(?P<value>\d,\d{{1,2}})"
)
_PART = _compiled(
    rf"(?P<value>(?:een|één|twee){GAP}(?:derde|kwart|vijfde)|de{GAP}helft|\d0/\d0){GAP}?"
    r"(?=van\b|verdeling|[.,;)]|$)"
)
_STARTS = Pattern(r"[€<>≤≥±~]|\d+|[^\W\d_]+", exact=True)
_SCALES = {"miljoen": 6, "mln": 6, "miljard": 9, "mld": 9, "duizend": 3}
_YEAR = Pattern(r"(?:19|20)\d\d$", exact=True)
_BEFORE_YEAR = Pattern(
    r"(?:\b(?:in|vanaf|per|sinds|voor|vóór|eind|begin|medio|tot|van|jaar|kwartaal"
    rf"|{any_of(MONTHS)}|Q\d|T\d))\s{{1,3}}$"
)
_WORDS = frozenset({*NUMBERS, *(q.split()[0].rstrip(".") for q in QUALIFIERS)})
_LETTERS = frozenset({"label", "labels", "energielabel", "energielabels", "ei", "energie"})
_AGES = frozenset({"tot", "t", "vanaf", "van", "boven", "onder", "jonger", "ouder"})


def quantities(text: str) -> tuple[QuantityFinding, ...]:
    """All amounts in reading order; ``value`` in plain figures ("633.25", "12-16"),
    ``unit`` as printed ("woningen", "%", "€")."""
    found: list[QuantityFinding] = []
    reached = 0
    for match in _STARTS.finditer(text):
        if match.start() < reached:
            continue
        finding = _at(text, match.start(), match.group().lower())
        if finding is not None:
            found.append(finding)
            reached = finding.end
    return tuple(found)


def _at(text: str, place: int, word: str) -> QuantityFinding | None:
    if word[0].isdigit() or word in _WORDS or not word[0].isalnum():
        if place and text[place - 1] in ",.-/" and text[place - 2 : place - 1].isdigit():
            return None
        finding = _amount(text, place)
        if finding is not None:
            return finding
    if word in _AGES and (found := _AGE.match(text, place)):
        return _made(text, place, found.end(), _plain(found["value"]), "jaar")
    if word in _LETTERS or (len(word) == 1 and "a" <= word <= "g"):
        return _label(text, place)
    if (word in ("een", "één", "twee", "de") or word.isdigit()) and (
        found := _PART.match(text, place)
    ):
        return _made(text, place, found.end("value"), found["value"].lower(), "")
    return None


def _amount(text: str, place: int) -> QuantityFinding | None:
    found = _MONEY.match(text, place)
    if found:
        return _made(text, place, found.end(), _plain(found["value"] or found["words"]), "€")
    found = _SHARE.match(text, place)
    if found:
        return _made(text, place, found.end(), _plain(found["value"]), "%")
    found = _COUNT.match(text, place)
    if not found or _is_year(text, found) or found["unit"].lower().startswith("persoons"):
        return None
    return _made(text, place, found.end(), _plain(found["value"]), found["unit"].lower())


def _label(text: str, place: int) -> QuantityFinding | None:
    found = _LABEL.match(text, place)
    if found:
        if found["value"] is not None and not found["value"][0].isupper():
            return None
        value = found["value"] or found["front"].upper()
        return _made(text, place, found.end(), value, "label")
    found = _INDEX.match(text, place)
    return _made(text, place, found.end(), _plain(found["value"]), "EI") if found else None


def _is_year(text: str, found: re.Match[str]) -> bool:
    """ "in 2026 woningen" names a year and counts nothing."""
    start = found.start("value")
    return bool(_YEAR.match(found["value"])) and bool(
        _BEFORE_YEAR.search(text[max(0, start - 16) : start])
    )


def _made(text: str, start: int, end: int, value: str, unit: str) -> QuantityFinding:
    return QuantityFinding(Quantity(text[start:end], value, unit), start, end)


_SEPARATOR = Pattern(
    rf"{MAY_GAP}%?{MAY_GAP}(?:-|–|à|á|\btot\sen\smet\b|\btot\b|\bof\b)\s{{0,3}}€?", exact=True
)


def _plain(words: str) -> str:
    """A figure or a range without points, with a decimal point."""
    words = words.strip().lower().rstrip("-,")
    pieces = [p for p in _SEPARATOR.split(words) if p.strip()]
    return "-".join(_figure(piece.strip(" €")) for piece in pieces)


def _figure(words: str) -> str:
    if words in NUMBERS:
        return str(NUMBERS[words])
    number, _, scale = words.partition(" ")
    number = number.strip(" €%").replace(".", "").rstrip(",-").replace(",", ".")
    zeros = _SCALES.get(scale.strip(" ."), 0)
    if not zeros or not number.replace(".", "").isdigit():
        return number
    whole, _, rest = number.partition(".")
    return str(int(whole + rest.ljust(zeros, "0")[:zeros])) + rest[zeros:]
