"""Parties as contracts introduce them: "X, vertegenwoordigd door ..., hierna te noemen Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pa_tui.domain.parties import Role
from pa_tui.reading.genre import PARTY_CLAUSE
from pa_tui.reading.party_names import NAME, Named, enumerated, role_of

_OPENS = re.compile(
    rf"(?P<name>(?:(?i:gemeente|stichting|vereniging|woning\w+|huurders?\w*|bewoners\w*)\s+"
    rf"(?:de\s+)?)?{NAME}(?:\s+(?:U\.?A|B\.?V|N\.?V)\.?)?)(?:\s*\((?P<short>[^()]{{2,20}})\))?\s*,?\s+\(?"
    r"(?:(?i:statutair|gevestigd|kantoor\s?houdend|handelend|ingeschreven)[^,;]{0,90},\s+)"
    r"{0,3}"
    r"(?i:ten\s+deze|te\s+dezen|rechtsgeldig|vertegenwoordigd|hierna|verder|nader)\b"
)
_CALLED = re.compile(
    r"(?:te\s+noemen|genoemd|aangeduid\s+als|hierna\s*:|hierna(?=\s+[‘'\"“]))\s*:?\s*"
    r"[‘'\"“]?(?:de\s+|het\s+)?(?P<short>[^‘’'\"“”,.;()\n]{2,60})"
)
_GROUPS = re.compile(
    r"partijen|(?:woning)?corporaties|huurders\w*organisaties|gemeenten|wij?|we|ondergetekenden",
    re.IGNORECASE,
)
_NAMES_MANY = re.compile(r"(?:hierna|verder|nader)$", re.IGNORECASE)
_LONGEST_TITLE = 250
_ORGANS = re.compile(r"\b(?:college|burgemeester|wethouder|raad van)", re.IGNORECASE)
_GENRE = re.compile(
    r"^.*?(?:prestatie-?\s?afspraken|overeenkomst|afspraken|akkoord)\s*(?:\d{4}\s*)?:?\s*",
    re.IGNORECASE,
)


def clauses_of(front: Sequence[str]) -> Iterator[Named]:
    """The parties that clauses introduce; a clause that names a group introduces none."""
    for text in front:
        if PARTY_CLAUSE.search(text) is None or len(text) > 4000:
            continue
        opened = list(_openings(text))
        for number, found in enumerate(opened):
            stop = opened[number + 1].start() if number + 1 < len(opened) else len(text)
            named = _clause(found, text[found.start() : stop])
            if named is not None:
                yield named


def _openings(text: str) -> Iterator[re.Match[str]]:
    """Where clauses begin; the person before "hierna te noemen" begins none."""
    waiting = False
    for found in _OPENS.finditer(text):
        called = re.search(r"(?:hierna|verder|nader)$", found[0], re.IGNORECASE) is not None
        if called and waiting and role_of(found["name"], "") is None:
            waiting = False
            continue
        waiting = not called
        if not _ORGANS.search(found["name"]):
            yield found


def _clause(found: re.Match[str], text: str) -> Named | None:
    name = re.split(r"\s+Vertegenwoordigd\b", found["name"].strip())[0]
    role = role_of(name, text)
    called = _CALLED.search(text)
    short = _short(called["short"]) if called else found["short"] or ""
    before = text[: called.start()] if called else text[:200]
    if _GROUPS.fullmatch(short) or re.search(r"\bgezamenlijk\b", before):
        if _NAMES_MANY.search(found[0]):
            return None
        short = found["short"] or ""
    if role is None or not 2 < len(name) < 90:
        return None
    return Named(name, short, role)


def _short(words: str) -> str:
    """The first words of what somebody is called, up to what is no name any more."""
    found = re.match(rf"{NAME}|\w+", words.strip())
    return re.split(r"\s+Vertegenwoordigd\b", found[0])[0] if found else ""


def title_names(front: Sequence[str]) -> Iterator[Named]:
    """The names in a title such as "Prestatieafspraken Beekwonen-Gemeente Rietbeek-HBR"."""
    titles = [text for text in front[:3] if len(text) < _LONGEST_TITLE]
    for title in titles:
        rest = _GENRE.sub("", title, count=1)
        if rest == title or not re.search(r"\bgemeente\s+[A-Z]", rest, re.IGNORECASE):
            continue
        pieces = [
            p.strip() for p in re.split(r"\s*[-–/|,]\s*", re.sub(r",.*\d{4}.*$", "", rest))
        ]
        names = [p for p in pieces if re.fullmatch(rf"(?:de\s+)?(?:gemeente\s+)?{NAME}", p)]
        if len(names) < 2:
            continue
        for name in names:
            yield Named(name, role=role_of(name, "") or _by_letters(name))
        return
    for title in titles:
        found = enumerated(_GENRE.sub("", title, count=1), "\n".join(front))
        if len({named.role for named in found}) > 1:
            yield from found
            return


def _by_letters(name: str) -> Role:
    """Letters alone are mostly a tenants' organisation, a word a corporation."""
    return Role.TENANTS if name.isupper() and len(name) < 7 else Role.CORPORATION
