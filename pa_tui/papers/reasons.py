"""Fitting what somebody typed as a reason into a Dutch sentence that stays a sentence.

A reason that is a thing ("de startdatum") goes into the sentence; one that is a sentence of
its own, or anything else, stands behind a colon, word for word.
"""

from __future__ import annotations

import re
from datetime import date

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.decisions import Decision
from pa_tui.domain.parties import Party, Role
from pa_tui.papers.dutch import day, ended, inside, near

_LONGEST = 8
_DETERMINER = re.compile(
    r"(?:de|het|een|deze|dit|die|dat|alle|elke?|enkele|beide|iedere?)\b", re.IGNORECASE
)
_VERB = re.compile(
    r"\b(?:is|zijn|was|waren|worden|wordt|werd|kan|kunnen|moet|moeten|mag|mogen|wil|willen"
    r"|heeft|hebben|had|zal|zullen|zou|komt|komen|gaat|gaan|blijft|blijven|niet|geen|staat"
    r"|ligt|vindt|vraagt|wacht|hoort)\b",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"^(?:bij|over|op)\s+(?=(?:de|het|een|deze|dit|alle|beide)\b)", re.I)
_CONJUNCTION = re.compile(r"^(?:omdat|want|aangezien|doordat|nu)\b", re.I)
_BODY = re.compile(
    r"""^(?:(?:onder\ voorbehoud\ van\s+)?
        (?P<act>instemming|goedkeuring|besluitvorming|raadpleging|besluit|advies|akkoord)
        \s+(?:van|door|in)\s+)?
        (?P<body>(?:de|het)\s+)?
        (?P<name>achterban|college(?:\ van\ (?:b&w|burgemeester\ en\ wethouders))?|rvc|rvt
        |raad\ van\ (?:commissarissen|toezicht)|bestuur|alv|ledenvergadering|directie
        |(?:gemeente)?raad|leden|directeur-bestuurder|mt|wethouder)$""",
    re.IGNORECASE | re.VERBOSE,
)
_NEUTER = frozenset({"college", "bestuur", "mt"})
_SPELLED = {"rvc": "RvC", "rvt": "RvT", "alv": "ALV", "mt": "MT"}

_BY = re.compile(r"^(?:door|van|bij)\s+", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:de|het)\s+", re.IGNORECASE)
_WHEN = re.compile(
    r"(?:uiterlijk|vóór|voor|in|eind|begin|medio|na|tot|tijdens|bij|binnen|per)\b", re.I
)

_GROUNDS = {
    "uitgevoerd": "omdat deze is uitgevoerd",
    "is uitgevoerd": "omdat deze is uitgevoerd",
    "achterhaald": "omdat deze is achterhaald",
    "is achterhaald": "omdat deze is achterhaald",
    "loopt door als regulier werk": "omdat deze doorloopt als regulier werk",
    "regulier": "omdat deze doorloopt als regulier werk",
    "regulier werk": "omdat deze doorloopt als regulier werk",
}


def is_thing(reason: str) -> bool:
    """Whether the words name a thing, so that "bij ..." can stand before them."""
    return (
        1 < len(reason.split()) <= _LONGEST
        and _DETERMINER.match(reason.lstrip()) is not None
        and not _VERB.search(reason)
        and not any(mark in reason for mark in ":;!?\n")
    )


def about(reason: str) -> str:
    """What a reservation or dispute is about: "het aantal woningen", without a leading
    preposition; empty where the reason names no thing."""
    words = _PREPOSITION.sub("", inside(reason))
    return words[:1].lower() + words[1:] if is_thing(words) else ""


def because(reason: str) -> str:
    """A reason behind a main clause: ", omdat ..." or ": ..."; "; de reden volgt" where
    there is none. Ends without a full stop."""
    words = inside(reason)
    if not words:
        return "; de reden volgt"
    if _CONJUNCTION.match(words):
        return f", {words[:1].lower()}{words[1:]}"
    return f": {words}"


def ground(reason: str) -> str:
    """Why an article goes: ", omdat deze is uitgevoerd", else as :func:`because`."""
    words = inside(reason)
    known = _GROUNDS.get(words.casefold())
    if known:
        return f", {known}"
    if re.match(
        r"(?:opgegaan in|ingetrokken door|vervangen door|overgenomen in)\s", words, re.I
    ):
        return f", omdat deze is {words[:1].lower()}{words[1:]}"
    return because(reason)


def consent(reason: str, party: Party) -> tuple[str, str]:
    """Whose consent a party waits for ("raadpleging van de achterban"), and what is left of
    the reason to be told apart."""
    found = _BODY.match(" ".join(inside(reason).split()))
    if found:
        return _of_body(found), ""
    usual = "de achterban" if party.role is Role.TENANTS else "de eigen organisatie"
    return f"instemming van {usual}", ended(reason.strip())


def _of_body(found: re.Match[str]) -> str:
    name = found["name"].casefold()
    act = (found["act"] or "").casefold()
    if not act:
        act = (
            "raadpleging"
            if name in ("achterban", "leden", "ledenvergadering")
            else "instemming"
        )
    article = "het" if name.split()[0] in _NEUTER else "de"
    prefix = "het " if act in ("besluit", "advies", "akkoord") else ""
    return f"{prefix}{act} van {article} {_SPELLED.get(name, name)}"


def data_to_come(decision: Decision, agreement: Agreement) -> tuple[str, Party | None]:
    """What still comes after an agreement, and from whom where a party is named between its
    commas ("het aantal woningen, De Linde") or as the reason."""
    what, reason = inside(decision.text), inside(decision.reason)
    pieces = what.split(", ")
    for party in agreement.ordered_parties:
        rest = [own for own in pieces if not _is_of(own, party)]
        if rest and len(rest) < len(pieces):
            return ", ".join(rest), party
        if what and reason and party.is_called(reason):
            return what, party
    return what or reason, None


def _is_of(words: str, party: Party) -> bool:
    """Whether words are the name of a party: "De Linde", "door de gemeente"."""
    bare = _BY.sub("", words)
    return any(party.is_called(name) for name in (bare, _ARTICLE.sub("", bare)))


def by_when(decision: Decision, seen: date | None = None) -> str:
    """By when something comes, as it was said: "vóór 1 december 2026", "uiterlijk 12 oktober
    2026" (without the year where that is ``seen``'s); perhaps empty."""
    said = inside(decision.until)
    if not said:
        until = decision.until_date
        if until is None:
            return ""
        return f"uiterlijk {near(until, seen) if seen else day(until)}"
    if _WHEN.match(said):
        return said
    return f"uiterlijk {said}" if said[0].isdigit() else f"bij {said}"


def until_words(decision: Decision) -> str:
    """Until when, without a leading "tot": "werkgroep 3", "12 oktober 2026"; perhaps empty."""
    said = inside(decision.until)
    if said.casefold().startswith("tot "):
        said = said[4:].lstrip()
    return said or (day(decision.until_date) if decision.until_date else "")
