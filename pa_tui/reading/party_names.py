"""Names of organisations in running Dutch: municipalities, corporations, tenants."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pa_tui.domain.parties import Role

_TENANTS = re.compile(
    r"huurder|bewoner|participatieraad|klantenraad|combiraad|woonbond|\bH\.?B\.?V\b|\bHV\b|"
    r"\bHBO\b|\bHBVB\b",
    re.IGNORECASE,
)
_MUNICIPALITY = re.compile(r"^(?:de\s+)?gemeenten?\b", re.IGNORECASE)
_CORPORATION = re.compile(
    r"woning|wonen|woon|corporatie|stichting|volkshuisvesting|\bwbv\b|haard|huis|bouwvereniging",
    re.IGNORECASE,
)
_FORM = re.compile(
    r"^(?:de\s+|het\s+)?(?:(?:stichting|woningstichting|woningcorporatie|corporatie|"
    r"woningbouwvereniging|woningbouwstichting|woonstichting|wonenstichting|wbv|vereniging|"
    r"huurdersvereniging|huurdervereniging|huurdersorganisatie|huurdersbelangenvereniging|"
    r"huurdersbelangenorganisatie|huurdersraad|bewonersraad|gemeente|hbv|hv)\s+)+(?=\S)",
    re.IGNORECASE,
)
_CAPITAL = r"(?:[A-ZÀ-Þ][\w’'&-]*|[’']s-[A-Z]\w+|[0-9]*-?[A-ZÀ-Þ]\w*\d*)"
_PLACE = re.compile(
    rf"[Gg]emeente(?P<many>n)?\s+(?P<name>{_CAPITAL}(?:\s+{_CAPITAL})*"
    rf"(?:(?:,\s+|\s+en\s+)(?:de\s+gemeente\s+)?{_CAPITAL}(?:\s+{_CAPITAL})*)*)"
)
_WITH_SHORT = re.compile(
    rf"(?P<name>{_CAPITAL}(?:\s+(?:{_CAPITAL}|van|de|der|den|te|voor|en))*)\s*"
    r"\((?:hierna\s*:?\s*)?[‘'\"“]?(?P<short>[A-Za-z][\w&-]{1,14})[’'\"”]?\)"
)
_MADE = re.compile(
    r"\b(?:maken|hebben|leggen|spreken|sluiten|werken|voeren|zijn|maakt|tussen|van|dragen|"
    r"willen|streven)\b",
)
_GENRE = re.compile(r"afspra|overeenkomst|akkoord|samenwerk|convenant|partijen", re.IGNORECASE)
_LIST_HEAD = re.compile(
    r"(?:de\s+)?(?:deelnemende\s+|betrokken\s+)?(?:partijen|ondergetekenden|partners|"
    r"huurders(?:belangen)?organisaties?|(?:woning)?corporaties?|gemeenten?)\s*:?\s*(?:zijn:?)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    """A name met in the text; ``role`` None where only the name itself can tell."""

    name: str
    short: str = ""
    role: Role | None = None


def role_of(name: str, function: str) -> Role | None:
    """Which side an organisation is on, by its name, else by who signs for it."""
    if _MUNICIPALITY.match(name):
        return Role.MUNICIPALITY
    if _TENANTS.search(name):
        return Role.TENANTS
    if re.search(r"wethouder|burgemeester|college", function, re.IGNORECASE):
        return Role.MUNICIPALITY
    if _CORPORATION.search(name) or re.search(r"directeur|bestuurder", function, re.IGNORECASE):
        return Role.CORPORATION
    if re.search(r"voorzitter|secretaris|penningmeester|bestuurslid", function, re.IGNORECASE):
        return Role.TENANTS
    return None


def without_form(name: str) -> str:
    """The name without what it is ("Stichting", "Huurdersvereniging", "Gemeente")."""
    core = _FORM.sub("", re.sub(r"\s*\([^()]*\)\s*$", "", name.strip())).strip()
    return core or name.strip()


def tenants_with_short(texts: Sequence[str]) -> Iterator[Named]:
    """Names with their abbreviation in brackets: "Huurdersbelang Rietbeek (HBR)"."""
    for text in texts:
        for found in _WITH_SHORT.finditer(text):
            if _TENANTS.search(found["name"]):
                yield Named(found["name"], found["short"], Role.TENANTS)


def listed_names(front: Sequence[str]) -> Iterator[Named]:
    """The names in a list under "Partijen:", one a paragraph."""
    role: Role | None = None
    listing = False
    for text in front:
        body = re.sub(r"^\W*(?:\d{1,2}[.)]\s+)?", "", text).strip(" ;,.")
        if _LIST_HEAD.fullmatch(body) and (
            body.isupper() or text.rstrip().endswith(":") or len(body) < 24
        ):
            listing, role = True, _role_of_head(body)
        elif listing and 2 < len(body) < 70 and body[:1].isupper() and "." not in body:
            found = role_of(body, "") or role
            if found is None and len(body.split()) > 4:
                listing = False
                continue
            yield Named(body, role=found or Role.CORPORATION)
        elif len(body) > 70 or listing:
            listing = len(body) < 70


def _role_of_head(head: str) -> Role | None:
    if _TENANTS.search(head):
        return Role.TENANTS
    if head.casefold().startswith("gemeente"):
        return Role.MUNICIPALITY
    return Role.CORPORATION if "corporatie" in head.casefold() else None


def intro_names(front: Sequence[str]) -> Iterator[Named]:
    """The names in the first sentence that says who made the agreement, and in the title."""
    for text in front[:60]:
        for sentence in re.split(r"(?<=[.:])\s+(?=[A-ZÀ-Þ])", text):
            if not _GENRE.search(sentence) or len(sentence) > 700:
                continue
            found = list(_names_in(sentence))
            if len({named.role for named in found}) >= 2 and _MADE.search(sentence):
                yield from found
                return


def _names_in(sentence: str) -> Iterator[Named]:
    rest = sentence
    for found in _PLACE.finditer(sentence):
        names = re.split(r",\s+|\s+en\s+(?:de\s+gemeente\s+)?", found["name"])
        for name in names if found["many"] else names[:1]:
            yield Named(f"Gemeente {name}", role=Role.MUNICIPALITY)
        taken = found["name"] if found["many"] else names[0]
        rest = rest.replace(f"emeente {taken}", "emeente", 1).replace(
            f"emeenten {taken}", "", 1
        )
    for found in _WITH_SHORT.finditer(rest):
        role = role_of(found["name"], "")
        if role in (Role.TENANTS, Role.CORPORATION):
            yield Named(
                re.sub(r"^(?:De|Het)\s+(?=[A-Z]\w+e?\s)", "", found["name"]),
                found["short"],
                role,
            )
    rest = _WITH_SHORT.sub("", rest)
    pieces = re.split(
        r",\s+|\s+(?:en|met|tussen|van|door|maken|hebben|leggen|spreken|sluiten)\s+", rest
    )
    for piece in pieces:
        name = re.sub(
            r"^(?:de|het|en|woningcorporaties?|corporaties?|huurdersorganisaties?)\s+",
            "",
            piece,
        ).strip(" .,;:")
        if not re.fullmatch(rf"(?:{_CAPITAL})(?:\s+(?:{_CAPITAL}|de|van|der|den))*", name):
            continue
        role = role_of(name, "")
        corporate = re.match(r"(?:de\s+)?(?:woning)?corporaties?\s", piece) is not None
        if role is None and (corporate or _is_proper(name, sentence)):
            role = Role.CORPORATION
        if role is not None and not _MUNICIPALITY.match(name):
            yield Named(name, role=role)


_WORDS = (
    "de het een deze dit die in op met voor bij na om als conform partijen gemeente gemeenten"
    " corporatie corporaties huurders wij we samen woonvisie woningwet nota woonplan bod"
    " prestatieafspraken inleiding alle naast vanuit sinds door tussen"
)
_ORDINARY = frozenset(_WORDS.split())


def _is_proper(name: str, sentence: str) -> bool:
    """Whether a capital is that of a name and not that of a first word or a plan."""
    words = name.casefold().split()
    if words[0] in _ORDINARY or re.search(r"\d{4}|visie|wet$|plan$|agenda", name.casefold()):
        return False
    return not sentence.startswith(name)
