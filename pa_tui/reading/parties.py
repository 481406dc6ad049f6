"""Who the parties of an agreement are, from the document itself.

Signatures say it best, then clauses ("hierna te noemen"), then a list under "Partijen",
then the sentence that says who made the agreement.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from pa_tui.domain.parties import Party, Role, Signatory
from pa_tui.domain.ranks import spread
from pa_tui.reading.genre import FUNCTION, PERSON
from pa_tui.reading.party_clauses import clauses_of, title_names
from pa_tui.reading.party_names import (
    NAME,
    Named,
    cover_names,
    intro_names,
    listed_names,
    names_with_short,
    role_of,
    without_form,
)
from pa_tui.reading.signatures import Signature

_LONGEST = 90
_BARE = re.compile(
    r"(?:de\s+)?(?:huurders|bewoners)(?:ra(?:ad|den)|vereniging(?:en)?|organisaties?|commissies?|"
    r"vertegenwoordiging)|(?:de\s+)?(?:woning)?corporaties?|(?:de\s+)?woningstichting(?:en)?",
    re.IGNORECASE,
)
_TENANTS_WORDS = ("huurdersvereniging", "huurdersorganisatie", "huurdervereniging")
_CORPORATION_WORDS = ("corporatie", "woningcorporatie", "de corporatie")


@dataclass(slots=True)
class _Draft:
    name: str
    role: Role
    short: str = ""
    aliases: list[str] = field(default_factory=list)
    signatory: Signatory | None = None


def parties_of(
    front: Sequence[str], everything: Sequence[str], signatures: Sequence[Signature]
) -> tuple[Party, ...]:
    """The parties in the order they are found. ``front`` are the paragraphs before the
    agreements, ``everything`` all paragraphs."""
    drafts: list[_Draft] = []
    for signature in signatures:
        _add_signature(drafts, signature)
    for named in [*clauses_of(front), *listed_names(front)]:
        _add(drafts, named)
    for source in (intro_names, cover_names, title_names):
        if len({draft.role for draft in drafts}) < 3:
            for named in source(front):
                _add(drafts, named)
    for named in names_with_short(everything):
        draft = _same(drafts, named.name)
        if draft is not None and draft.role is not Role.MUNICIPALITY and not draft.short:
            draft.short = named.short
            if named.name != draft.name:
                draft.aliases.append(named.name)
    drafts = _without_bare(drafts)
    _add_full_names(drafts, everything)
    _add_spellings(drafts, everything)
    return _as_parties(drafts)


def _add_signature(drafts: list[_Draft], signature: Signature) -> None:
    name = signature.organisation
    role = role_of(name, signature.function)
    muddled = PERSON.search(name) or FUNCTION.search(name)
    if not name or role is None or len(name) > _LONGEST or muddled:
        return
    draft = _add(drafts, Named(name, role=role))
    if draft is not None and draft.signatory is None:
        draft.signatory = Signatory(signature.name, signature.function)


def _same(drafts: Sequence[_Draft], name: str) -> _Draft | None:
    wanted = party_slug(without_form(name))
    role = role_of(name, "")
    for draft in drafts:
        own = {party_slug(without_form(n)) for n in (draft.name, draft.short, *draft.aliases)}
        apart = role is not None and (role_of(draft.name, "") or draft.role) is not role
        if wanted in own - {""} and not apart:
            return draft
    return None


def _add(drafts: list[_Draft], named: Named) -> _Draft | None:
    name = re.sub(r"\s+", " ", named.name).strip(" ,.;:")
    role = named.role or role_of(name, "")
    brackets = re.fullmatch(r"(.+?)\s*\(([^()]{2,20})\)", name)
    name = re.sub(r"^(?:De|Het|de|het)\s+(?=(?:gemeente|stichting|vereniging)\b)", "", name)
    short = named.short
    if brackets:
        name, short = brackets[1], short or brackets[2]
    if role is None or not name:
        return None
    if role is Role.MUNICIPALITY:
        name = "Gemeente " + without_form(name)
        if name == "Gemeente ":
            return None
    known = _same(drafts, name)
    generic = short.casefold() in ("gemeente", "corporatie", "huurdersvereniging")
    if known is None:
        known = _Draft(name[:1].upper() + name[1:], role)
        drafts.append(known)
    elif name not in (known.name, *known.aliases):
        known.aliases.append(name)
    if short and not generic and not known.short:
        known.short = short
    elif short and short not in known.aliases:
        known.aliases.append(short)
    return known


def _without_bare(drafts: list[_Draft]) -> list[_Draft]:
    """The drafts without those that only say on what side somebody is ("Huurdersraad"),
    where another of that side has a name."""
    named = {draft.role for draft in drafts if not _BARE.fullmatch(draft.name)}
    return [d for d in drafts if d.role not in named or not _BARE.fullmatch(d.name)]


def _add_full_names(drafts: Sequence[_Draft], everything: Sequence[str]) -> None:
    """The full name of who signs with letters only: "Rietbeekse Huurders Raad (RHR)"."""
    for draft in drafts:
        if not re.fullmatch(r"[A-Za-z][\w&-]{1,9}", draft.name) or draft.name.islower():
            continue
        pattern = re.compile(rf"(?P<name>{NAME})\s*\((?:hierna:?\s*)?{re.escape(draft.name)}\)")
        full = next((m["name"] for text in everything if (m := pattern.search(text))), "")
        if full:
            draft.short, draft.name = draft.name, full


def _add_spellings(drafts: Sequence[_Draft], everything: Sequence[str]) -> None:
    """Other ways the document spells a name: with or without spaces and capitals."""
    text = "\n".join(everything)
    cores = [party_slug(without_form(draft.name)) for draft in drafts]
    for draft, own in zip(drafts, cores, strict=True):
        if cores.count(own) > 1:
            continue
        core = without_form(draft.name)
        letters = re.sub(r"[^\w]", "", core)
        if len(letters) < 5 or len(letters) > 40:
            continue
        loose = r"[\s-]?".join(map(re.escape, letters))
        pattern = rf"\b(?:(?:[Hh]uurders?\w*|[Ss]tichting|[Ww]oning\w+)\s+)?{loose}\b"
        for found in dict.fromkeys(re.findall(pattern, text, re.IGNORECASE)):
            spelling = re.sub(r"\s+", " ", found)
            if role_of(spelling, "") not in (None, draft.role):
                continue
            if spelling not in (draft.name, *draft.aliases) and len(draft.aliases) < 12:
                draft.aliases.append(spelling)


def _as_parties(drafts: Sequence[_Draft]) -> tuple[Party, ...]:
    counts = {role: sum(draft.role is role for draft in drafts) for role in Role}
    cores = [party_slug(without_form(draft.name)) for draft in drafts]
    found: list[Party] = []
    taken: set[str] = set()
    for draft, rank in zip(drafts, spread(len(drafts)), strict=True):
        core = without_form(draft.name)
        if draft.role is Role.TENANTS and cores.count(party_slug(core)) > 1:
            core = draft.name
        short = core if draft.role is Role.MUNICIPALITY else draft.short or core or draft.name
        key = base = party_slug(short) or draft.role.value
        count = 2
        while key in taken:
            key, count = f"{base}{count}", count + 1
        taken.add(key)
        aliases = [*draft.aliases, draft.short, core]
        if counts[draft.role] == 1:
            aliases += _generic(draft.role)
        names = {draft.name, short}
        found.append(
            Party(
                id=key,
                rank=rank,
                short=short,
                name=draft.name,
                role=draft.role,
                aliases=tuple(dict.fromkeys(a for a in aliases if a and a not in names)),
                signatory=draft.signatory,
            )
        )
    return tuple(found)


def _generic(role: Role) -> Sequence[str]:
    if role is Role.MUNICIPALITY:
        return ("gemeente",)
    return _CORPORATION_WORDS if role is Role.CORPORATION else _TENANTS_WORDS


def party_slug(name: str) -> str:
    """A name as a key: small letters and digits without accents, nothing else."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]", "", plain.casefold())
