"""Where a text names the parties: by name, alias, kind ("de gemeente") or all together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from pa_tui.domain.parties import Party, Role
from pa_tui.reading.patterns import Pattern
from pa_tui.reading.words.people import (
    EACH,
    EVERYBODY,
    FORM_WORDS,
    ORGANS,
    OUTSIDER_ADJECTIVES,
    OUTSIDERS,
    ROLE_WORDS,
    SPEAKERS,
    THEY,
)

Word = tuple[int, int, str]
"""Where a word starts and ends, and the word in small letters."""

WORD = Pattern(r"\w+", exact=True)
_WITH = Pattern(
    r"\b(?:samen|overleg|samenspraak|afstemming|samenwerking|gesprek)\s{1,3}met\s{1,3}"
    r"(?:(?:de|het)\s{1,3})?$"
)
_BRACKETED = Pattern(r"\(([^()]{2,20})\)", exact=True)
_LEADING = Pattern(rf"(?:de|het|{'|'.join(FORM_WORDS)})\s+")
_LONGEST = 8

UNNAMED = (
    Party("gemeente", "a", "gemeente", "gemeente", Role.MUNICIPALITY),
    Party("corporatie", "b", "corporatie", "corporatie", Role.CORPORATION),
    Party("huurders", "c", "huurdersorganisatie", "huurdersorganisatie", Role.TENANTS),
)
"""The three sides of the table, for a text whose parties nobody named."""


class Naming(StrEnum):
    """How a text names somebody."""

    NAME = "name"
    PLACE = "place"
    ROLE = "role"
    ORGAN = "organ"
    ALL = "all"
    SPEAKER = "speaker"
    THEY = "they"
    OUTSIDER = "outsider"


@dataclass(frozen=True, slots=True)
class Mention:
    """Parties (keys) named between two places; outsiders have no keys."""

    naming: Naming
    keys: tuple[str, ...]
    start: int
    end: int
    plural: bool = False


class Names:
    """All ways to name these parties. Matching takes time linear in the text.

    A name of at most three letters counts in a document only as it is spelt there ("HV"),
    in a ``typed`` line always.
    """

    def __init__(self, parties: Sequence[Party], typed: bool = False) -> None:
        self._typed = typed
        self.parties = tuple(parties) or UNNAMED
        self.keys = tuple(p.id for p in self.parties)
        self._names: dict[str, tuple[Naming, tuple[str, ...]]] = {}
        self._exact: dict[str, set[str]] = {}
        self.places = {
            _squeeze(_without_form(party.name)): party.id
            for party in self.parties
            if party.role is Role.MUNICIPALITY and party.name.lower() not in ROLE_WORDS
        }
        for party in self.parties:
            self._learn(party)
        self._begins = {name[:size] for name in self._names for size in range(1, len(name) + 1)}

    def of_role(self, role: Role) -> tuple[str, ...]:
        """The keys of the parties on one side of the table."""
        return tuple(p.id for p in self.parties if p.role is role)

    def _learn(self, party: Party) -> None:
        for name in _variants(party):
            squeezed = _squeeze(name)
            known = squeezed in ROLE_WORDS or squeezed in EVERYBODY or squeezed in self.places
            if known or len(squeezed) < 2:
                continue
            if len(squeezed) <= 3 and name != party.id:
                self._exact.setdefault(squeezed, set()).add(name)
            self._names.setdefault(squeezed, (Naming.NAME, (party.id,)))

    def mentions(self, text: str) -> list[Mention]:
        """Everybody the text names, in reading order, the longest name first."""
        words = [(m.start(), m.end(), m.group().lower()) for m in WORD.finditer(text)]
        found: list[Mention] = []
        index = 0
        while index < len(words):
            mention, used = self._at(text, words, index)
            if mention is not None:
                found.append(mention)
            index += max(1, used)
        return self._with_places(text, found)

    def _at(self, text: str, words: list[Word], index: int) -> tuple[Mention | None, int]:
        named = self._named(text, words, index)
        if named is not None:
            return named
        start, end, word = words[index]
        if _is_compound(text, start, end):
            return None, 1
        if word in ROLE_WORDS:
            return self._kind(text, words, index)
        if word in OUTSIDERS or word in OUTSIDER_ADJECTIVES:
            return _outsider(words, index)
        if word in EACH and index + 1 < len(words) and words[index + 1][2] == "partij":
            return Mention(Naming.ALL, self.keys, start, words[index + 1][1], True), 2
        found = self._single(word, start, end) or self._organ(words, index)
        return found if found[0] is not None else _stranger(text, words, index)

    def _single(self, word: str, start: int, end: int) -> tuple[Mention, int] | None:
        """ "partijen", "we", "zij", or the bare name of a place."""
        if word in EVERYBODY:
            naming = Naming.SPEAKER if word in SPEAKERS else Naming.ALL
            return Mention(naming, self.keys, start, end, True), 1
        if word in THEY:
            return Mention(Naming.THEY, (), start, end, True), 1
        if word in self.places:
            return Mention(Naming.PLACE, (self.places[word],), start, end), 1
        return None

    def _named(self, text: str, words: list[Word], index: int) -> tuple[Mention, int] | None:
        """The longest name that begins here, spelt with or without its spaces."""
        start = words[index][0]
        squeezed = ""
        best: tuple[Mention, int] | None = None
        for size, (_, end, word) in enumerate(words[index : index + _LONGEST], 1):
            squeezed += word
            if squeezed not in self._begins or end - start > len(squeezed) + 2 * size:
                break
            if squeezed in self._names and not _is_compound(text, start, end):
                if not self._typed and self._is_other_word(text[start:end], squeezed):
                    continue
                naming, keys = self._names[squeezed]
                best = Mention(naming, keys, start, end), size
        return best

    def _is_other_word(self, printed: str, squeezed: str) -> bool:
        return squeezed in self._exact and printed not in self._exact[squeezed]

    def _kind(self, text: str, words: list[Word], index: int) -> tuple[Mention, int]:
        """ "de gemeente": all parties of that kind, or another place's ("gemeente Elders")."""
        start, end, word = words[index]
        role, plural = ROLE_WORDS[word]
        keys = self.of_role(role)
        if not plural and role is Role.MUNICIPALITY and index + 1 < len(words):
            after, stop, following = words[index + 1]
            elsewhere = text[after].isupper() and text[end:after] == " "
            if elsewhere and following not in self.places and not self._begins_name(following):
                return Mention(Naming.OUTSIDER, (), start, stop), 2
        return Mention(Naming.ROLE, keys, start, end, plural), 1

    def _begins_name(self, word: str) -> bool:
        return word in self._begins

    def _organ(self, words: list[Word], index: int) -> tuple[Mention | None, int]:
        squeezed = ""
        for size, (_, end, word) in enumerate(words[index : index + 3], 1):
            squeezed += word
            if squeezed in ORGANS:
                keys = self.of_role(ORGANS[squeezed])
                return Mention(Naming.ORGAN, keys, words[index][0], end), size
            if squeezed not in ("sociaal", "sociale", "wmo", "sociaalwijk", "socialewijk"):
                break
        return None, 1

    def _with_places(self, text: str, found: list[Mention]) -> list[Mention]:
        """A place right after "gemeente(n)" or in their row names that municipality."""
        joined: list[Mention] = []
        for mention in found:
            if mention.naming is not Naming.PLACE:
                joined.append(mention)
                continue
            last = joined[-1] if joined else None
            between = text[last.end : mention.start] if last else ""
            if last and last.naming is Naming.ROLE and between == " ":
                joined[-1] = Mention(Naming.NAME, mention.keys, last.start, mention.end)
            elif last and between in (" en ", ", ") and self._is_municipal(last):
                joined.append(Mention(Naming.NAME, mention.keys, mention.start, mention.end))
            else:
                joined.append(mention)
        return joined

    def _is_municipal(self, mention: Mention) -> bool:
        return mention.naming in (Naming.NAME, Naming.OUTSIDER) and (
            not mention.keys or mention.keys[0] in self.of_role(Role.MUNICIPALITY)
        )


@lru_cache(maxsize=8)
def names_of(parties: tuple[Party, ...]) -> Names:
    """The names of these parties, made once for all articles of an agreement."""
    return Names(parties)


def _stranger(text: str, words: list[Word], index: int) -> tuple[Mention | None, int]:
    """A proper name nobody at the table has, right behind "samen met" and the like."""
    start, end, _ = words[index]
    if not text[start].isupper() or not _WITH.search(text[max(0, start - 32) : start]):
        return None, 1
    size = 1
    for after, stop, _ in words[index + 1 : index + 4]:
        if text[end:after] != " " or not text[after].isupper():
            break
        end, size = stop, size + 1
    return Mention(Naming.OUTSIDER, (), start, end), size


def _outsider(words: list[Word], index: int) -> tuple[Mention | None, int]:
    """ "andere maatschappelijke partners": the word with the adjectives before it."""
    for size, (_, end, word) in enumerate(words[index : index + 4], 1):
        if word in OUTSIDERS:
            return Mention(Naming.OUTSIDER, (), words[index][0], end, True), size
        if word not in OUTSIDER_ADJECTIVES:
            break
    return None, 1


def _is_compound(text: str, start: int, end: int) -> bool:
    """Whether a hyphen ties the word to another ("Beekwonen-portefeuille")."""
    after = text[end : end + 2]
    before = text[max(0, start - 2) : start]
    return (
        len(after) == 2 and after[0] in "-‑/" and after[1].isalpha() and after[0] != "/"
    ) or (len(before) == 2 and before[1] in "-‑" and before[0].isalpha())


def _squeeze(name: str) -> str:
    return "".join(WORD.findall(name.lower()))


def _without_form(name: str) -> str:
    return _LEADING.sub("", name.strip(), count=1)


def _variants(party: Party) -> Iterator[str]:
    """Every spelling of a party's name worth looking for."""
    for name in (party.name, party.short, *party.aliases, party.id):
        plain = _BRACKETED.sub(" ", name).strip()
        yield plain
        yield from _BRACKETED.findall(name)
        rest = _LEADING.sub("", plain, count=1)
        if len(rest) > 3 and rest.lower() not in FORM_WORDS:
            yield rest
