"""Names of organisations in running Dutch: municipalities, corporations, tenants."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pa_tui.domain.parties import Role
from pa_tui.reading.genre import CONTENTS_HEADING, is_context_heading
from pa_tui.reading.lines import BULLET, Line

_TENANTS = re.compile(
    r"huurder|bewoner|participatieraad|klantenraad|combiraad|woonbond|\bH\.?B\.?V\b|\bHV\b|"
    r"\bHBO\b|\bHBVB\b|\bHOV?\b",
    re.IGNORECASE,
)
_MUNICIPALITY = re.compile(r"^(?:de\s+)?gemeenten?\b", re.IGNORECASE)
_CORPORATION = re.compile(
    r"woning|wonen|woon|corporatie|stichting|volkshuisvesting|\bwbv\b|haard|huis|bouwvereniging",
    re.IGNORECASE,
)
_FORM = re.compile(
    r"^(?:de\s+|het\s+)?(?:(?:stichting|woningstichting|woningcorporatie|corporatie|"
    r"woningbouwvereniging|woningbouwstichting|coöperatie|woonstichting|wonenstichting|wbv|vereniging|"
    r"huurdersvereniging|huurdervereniging|huurdersorganisatie|huurdersbelangenvereniging|"
    r"huurdersbelangenorganisatie|huurdersraad|bewonersraad|gemeente|hbv|hv)\s+)+(?=\S)",
    re.IGNORECASE,
)
CAPITAL = r"(?:[’']s-[A-Z]\w+|[’']t\s+[A-Z]\w+|[0-9]*-?[A-ZÀ-Þ][\w’'&-]*)"
_INNER = r"(?:de|het|van|der|den|te|op|aan|voor)"
NAME = rf"{CAPITAL}(?:\s+(?:{_INNER}\s+){{0,2}}{CAPITAL}){{0,7}}"
_SHORT = re.compile(
    r"\s*\((?:(?:hierna|verder)\s*(?:te noemen)?\s*:?\s*)?[‘'\"“]?(?:de\s+)?"
    r"(?P<short>[A-ZÀ-Þ][\w& -]{0,24}|[a-z]?[A-Z][\w&-]{1,14})[’'\"”]?\)"
)
_ROLE_WORD = re.compile(
    r"(?:(?P<municipality>gemeenten?)|(?P<corporation>(?:woning)?corporaties?|"
    r"woningstichting(?:en)?|woningbouwvereniging(?:en)?|verhuurders?)|"
    r"(?P<tenants>huurders\w*|huurdervereniging|huurderskoepels?|bewoners\w*))\s+(?:de\s+)?$",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:de|het|een|en|alsmede|ook|lokale|onze|drie|twee|vier|zes|hierna|[A-Z]\w+se|[A-Z]\w+er)"
    r"(?:\s+|$)"
)
_PLAN = re.compile(
    r"\d{4}|visie|wet$|plan$|agenda|nota\b|programma|akkoord|afspra", re.IGNORECASE
)
_WORDS = (
    "de het een deze dit die in op met voor bij na om als conform partijen gemeenten"
    " corporaties huurders wij we samen woonvisie woningwet nota woonplan bod college raad"
    " prestatieafspraken inleiding alle naast vanuit sinds door tussen rijk aedes bzk vng"
    " wethouder burgemeester januari februari maart april mei juni juli augustus september"
    " oktober november december zo er hierbij daarbij daarnaast"
)
_ORDINARY = frozenset(_WORDS.split())
_LIST_HEAD = re.compile(
    r"(?:de\s+)?(?:deelnemende\s+|betrokken\s+)?(?:partijen|ondergetekenden|partners|"
    r"huurders(?:belangen)?organisaties?|(?:woning)?corporaties?|gemeenten?)\s*:?\s*(?:zijn:?)?",
    re.IGNORECASE,
)
_PARTY_HEAD = re.compile(
    r"(?:naam\s+)?(?:contract)?partij(?:en)?|organisaties?|deelnemers?", re.IGNORECASE
)
_MADE = re.compile(
    r"\b(?:maken|hebben|leggen|spreken|sluiten|werken|voeren|zijn|maakt|tussen|van|dragen|"
    r"willen|streven|bedoeld|doel)\b",
)
_GENRE = re.compile(r"afspra|overeenkomst|akkoord|samenwerk|convenant|partijen", re.IGNORECASE)


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
    core = re.sub(r"\s*\([^()]*\)\s*$|\s+(?:U\.?A|B\.?V|N\.?V)\.?$", "", name.strip())
    core = _FORM.sub("", core).strip()
    return core or name.strip()


def names_with_short(texts: Sequence[str]) -> Iterator[Named]:
    """Names with their short form in brackets: "Huurdersbelang Rietbeek (HBR)"."""
    pattern = re.compile(rf"(?P<name>{NAME}){_SHORT.pattern}")
    for text in texts:
        for found in pattern.finditer(text):
            yield Named(found["name"], found["short"], role_of(found["name"], ""))


def listed_names(front: Sequence[str]) -> Iterator[Named]:
    """The names in a list under "Partijen:", one a paragraph. A list of bullets ends with
    its bullets."""
    role: Role | None = None
    listing = bullets = False
    for text in front:
        body = re.sub(r"^\W*(?:\d{1,2}[.)]\s+)?", "", text).strip(" ;,.")
        is_head = body.isupper() or text.rstrip().endswith(":") or len(body) < 24
        if _LIST_HEAD.fullmatch(body) and is_head:
            listing, bullets, role = True, False, _role_of_head(body)
            continue
        bullets = bullets or text.startswith("•")
        if not listing or (bullets and not text.startswith("•")) or not _is_entry(body):
            listing = False
            continue
        found = role_of(body, "") or role
        if found is None and len(body.split()) > 4:
            listing = False
        else:
            yield Named(body, role=found or Role.CORPORATION)


def party_rows(table: Line) -> list[str]:
    """A table of parties as a list of them: those under the head "Partij" or "Organisatie"."""
    heads = [cell.text.strip(" :") for cell in table.rows[0]]
    column = next((n for n, head in enumerate(heads) if _PARTY_HEAD.fullmatch(head)), None)
    if column is None:
        return []
    rows = [row for row in table.rows[1:] if column < len(row)]
    names = [re.sub(r"\s+", " ", row[column].text).strip() for row in rows]
    return ["Partijen:", *(f"{BULLET} {name}" for name in names if name)]


def _is_entry(body: str) -> bool:
    words = body.split()
    if len(words) > 1 and words[0] in ("De", "Het", "de", "het") and words[1][:1].isupper():
        words, body = words[1:], body[:1].upper() + body[1:]
    ordinary = words[0].casefold() in _ORDINARY if words else True
    ordinary = ordinary or bool(CONTENTS_HEADING.fullmatch(body)) or is_context_heading(body)
    return 2 < len(body) < 70 and body[:1].isupper() and "." not in body and not ordinary


def _role_of_head(head: str) -> Role | None:
    if _TENANTS.search(head):
        return Role.TENANTS
    if head.casefold().startswith("gemeente"):
        return Role.MUNICIPALITY
    return Role.CORPORATION if "corporatie" in head.casefold() else None


def cover_names(front: Sequence[str]) -> Iterator[Named]:
    """Names that stand alone on the first page and say what they are."""
    for text in front[:25]:
        name = text.strip(" •,;")
        if len(name) > 70 or re.search(r"[\d.:;]", name) or _PLAN.search(name):
            continue
        if re.match(
            rf"(?i:(?:de\s+)?(?:gemeente|stichting|woning\w+|corporatie|huurders?\w*|"
            rf"bewoners\w*|vereniging)\s+(?:de\s+)?){NAME}$",
            name,
        ):
            yield Named(re.sub(r"^de\s+", "", name), role=role_of(name, ""))


def intro_names(front: Sequence[str]) -> Iterator[Named]:
    """The names in the first sentence that says who made the agreement."""
    whole = "\n".join(front)
    for text in front[:60]:
        for sentence in re.split(r"(?<=[.])\s+(?=[A-ZÀ-Þ])", text):
            listing = len(re.findall(r"\d+", sentence)) > 6
            if not _GENRE.search(sentence) or len(sentence) > 700 or listing:
                continue
            found = list(enumerated(sentence, whole))
            if len({named.role for named in found}) >= 2 and _MADE.search(sentence):
                yield from found
                return


def enumerated(sentence: str, whole: str) -> list[Named]:
    """The organisations a sentence lists: "de gemeente A, de corporaties B en C en D"."""
    runs: list[list[Named]] = [[]]
    role: Role | None = None
    for chunk in _chunks(sentence, whole):
        named, role, ended = _element(chunk, role, bool(runs[-1]))
        if named is not None:
            runs[-1].append(named)
        if (named is None and runs[-1]) or ended:
            runs.append([])
            role = None
    best = max(runs, key=lambda run: (len({n.role for n in run}), len(run)))
    return [
        named if named.role else Named(named.name, named.short, Role.CORPORATION)
        for named in best
    ]


def _chunks(sentence: str, whole: str) -> list[str]:
    """A sentence cut at commas and "en", but not inside "Aa en Hunze"."""
    kept = sentence
    for pair in re.finditer(rf"\b[Gg]emeente\s+({CAPITAL})\s+en\s+({CAPITAL})", sentence):
        alone = len(re.findall(rf"(?<!\w){re.escape(pair[2])}(?!\w)", whole))
        together = len(re.findall(rf"{re.escape(pair[1])}\s+en\s+{re.escape(pair[2])}", whole))
        if alone == together:
            kept = kept.replace(f"{pair[1]} en {pair[2]}", f"{pair[1]} & {pair[2]}")
    pieces = re.split(r"\s*[,;]\s+(?:en\s+)?|\s+en\s+|\s+met\s+(?=[A-Zd])", kept)
    return [piece.replace(" & ", " en ").strip(" .:") for piece in pieces]


def _element(
    chunk: str, role: Role | None, inside: bool
) -> tuple[Named | None, Role | None, bool]:
    """What one piece of a list names, the side it goes on with, and whether it ends it."""
    own: Role | None = None
    pattern = rf"{NAME}(?:\s+en\s+{CAPITAL})?" if " en " in chunk else NAME
    matches = [
        found
        for found in re.finditer(rf"(?<![\w]){pattern}", chunk)
        if _ROLE_WORD.search(chunk[: found.start()]) or not _is_ordinary(found[0], inside)
    ]
    matches.sort(key=lambda m: _ROLE_WORD.search(chunk[: m.start()]) is None)
    for found in matches if inside else reversed(matches):
        lead, tail = chunk[: found.start()], chunk[found.end() :]
        brackets = _SHORT.match(tail)
        tail = re.sub(r"^\s*\([^()]*\)", "", tail)
        word = _ROLE_WORD.search(lead)
        if inside and word is None and _LEAD.sub("", lead).strip():
            return None, None, True
        if not inside and tail.strip() and word is None:
            continue
        name = _full_name(found[0], word)
        side = role_of(name, "") or own or role
        if word is not None and word.lastgroup:
            side = role_of(name, "") or Role(word.lastgroup)
            own = Role(word.lastgroup) if word[word.lastgroup].endswith(("n", "s")) else None
        else:
            own = role if side is role else None
        short = brackets["short"] if brackets else ""
        return Named(name, short, side), own, bool(tail.strip())
    return None, role, False


def _full_name(name: str, word: re.Match[str] | None) -> str:
    """The name with the word before it where that is part of it ("huurdersvereniging")."""
    if word is None or word.lastgroup is None:
        return name
    form = word[word.lastgroup]
    if word.lastgroup == "municipality":
        return f"Gemeente {name}"
    single = re.fullmatch(
        r"(?:huurders\w*vereniging|huurdersraad|bewonersraad)", form, re.IGNORECASE
    )
    if word.lastgroup == "tenants" and single:
        inner = " ".join(word[0].split()[1:])
        return f"{form[:1].upper()}{form[1:]} {inner} {name}".replace("  ", " ")
    return name


def _is_ordinary(name: str, inside: bool) -> bool:
    words = name.casefold().split()
    if inside and words[0] in ("de", "het") and len(words) > 1:
        words = words[1:]
    return words[0] in _ORDINARY or _PLAN.search(name) is not None
