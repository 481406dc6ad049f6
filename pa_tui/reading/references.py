"""Where a text refers to: other articles, annexes, tables."""

from __future__ import annotations

import re
from typing import Literal

from pa_tui.reading.findings import ReferenceFinding
from pa_tui.reading.patterns import Pattern
from pa_tui.reading.words.time import GAP, MAY_GAP, MONTHS, any_of

Target = Literal["article", "annex", "table"]

_NUMBER = r"\d{1,2}(?:\.\d{1,2}){0,3}"
_ONE = rf"(?P<number>{_NUMBER})(?:{MAY_GAP}(?P<suffix>[a-z])(?=[.,;:)\s]|$)(?!{GAP}[a-z]\b))?"


def _compiled(pattern: str) -> Pattern:
    return Pattern(pattern)


_OPENING = _compiled(
    rf"(?:\b(?P<word>prestatieafspra(?:ak|ken)|afspra(?:ak|ken)|artikel(?:en)?|art\.|punt|subpunt)"
    rf"(?:{GAP}nr\.?)?{GAP}|\b(?P<see>zie|cf\.?|vgl\.?)(?:{GAP}(?:ook|verder|hiervoor|daarvoor|tevens"
    rf"|hierover)){{0,2}}(?:{GAP}(?:onder|bij|in|het|de)){{0,2}}{GAP}|(?P<under>\((?:onder|bij)){GAP}"
    r"|\b(?P<annex>bijlagen?)[ \u00a0]"
    rf"|\b(?P<table>(?:onderstaande|bijgaande|bovenstaande){GAP}tabel"
    rf"|tabel(?:{GAP}\d{{1,2}})?{GAP}(?:hieronder|hierna)|zie{GAP}(?:ook{GAP})?(?:de{GAP})?"
    rf"(?:kader|tabel))\b)|(?P<bracket>\((?=\d{{1,2}}\.\d{{1,2}}\)))"
)
_ITEM = Pattern(_ONE, exact=True)
_ANNEX = Pattern(r"(?:\d{1,2}|[A-Z]|[IVX]{1,4})(?![\w])", exact=True)
_NEXT = _compiled(rf"\.?{MAY_GAP}(?P<link>,|en|of|&|t/m|tot{GAP}en{GAP}met|-|–){MAY_GAP}(?=\d)")
_NOT = _compiled(
    rf"{MAY_GAP}(?:{any_of(MONTHS)}|%|woning|jaar|keer|x\b|euro|m2|dagen|weken|maanden"
    rf"|uur|[A-Za-z]*kwartaal|lid\b)"
)
_LAW = _compiled(
    rf"[a-z]?(?:\.|{GAP}|,|lid|eerste|tweede|derde|onder|[a-z]|\d|van|de|het){{0,24}}?"
    r"(?:\b\w{0,20}wet\b|\bBW\b|Burgerlijk|\bAwb\b|\bBtiv\b|\bRtiv\b|Besluit|verordening|Wet\b|AVG)"
)
_LAW_BEFORE = _compiled(r"(?:\w{0,20}wet|BW|Awb|Btiv|verordening|AVG),?\s{1,3}$")
_MOST = 12


def references(text: str) -> tuple[ReferenceFinding, ...]:
    """All references in reading order; articles of laws are none."""
    found: list[ReferenceFinding] = []
    reached = 0
    for opening in _OPENING.finditer(text):
        if opening.start() < reached:
            continue
        if opening["table"]:
            found.append(_made(text, opening.start(), opening.end(), "", "", "table"))
        elif opening["annex"]:
            found += _annexes(text, opening)
        else:
            found += _articles(text, opening)
        reached = found[-1].end if found else 0
    return tuple(found)


def _annexes(text: str, opening: re.Match[str]) -> list[ReferenceFinding]:
    item = _ANNEX.match(text, opening.end())
    if not item:
        return []
    return [_made(text, opening.start(), item.end(), item.group(), "", "annex")]


def _articles(text: str, opening: re.Match[str]) -> list[ReferenceFinding]:
    """The numbers after an opening: one, a row, or "1.4 tot en met 1.7" as its two ends."""
    if _LAW_BEFORE.search(text[max(0, opening.start() - 24) : opening.start()]):
        return []
    found: list[ReferenceFinding] = []
    place = opening.end()
    while len(found) < _MOST:
        item = _ITEM.match(text, place)
        if (
            not item
            or text[item.end() : item.end() + 1].isdigit()
            or _NOT.match(text, item.end())
        ):
            break
        if (opening["word"] or "").lower().startswith("art") and _LAW.match(text, item.end()):
            break
        suffix = item["suffix"] or ""
        end = item.end() if suffix else item.end("number")
        number = item["number"]
        if opening["see"] and _is_bare_count(text, end, number):
            break
        found.append(_made(text, item.start(), end, number, suffix, "article"))
        following = _NEXT.match(text, end)
        if not following:
            break
        place = following.end()
    return found


def _is_bare_count(text: str, end: int, number: str) -> bool:
    """ "zie 3 voorbeelden" counts; "zie 3)" or "zie 3." refers."""
    return "." not in number and bool(re.match(r"\s{1,3}[a-z]", text[end : end + 4]))


def _made(
    text: str, start: int, end: int, number: str, suffix: str, target: Target
) -> ReferenceFinding:
    return ReferenceFinding(number, suffix, text[start:end], start, end, target)
