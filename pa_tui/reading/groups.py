"""Parties named together: "Gemeente, Beekwonen en De Goede Haard"; and who "we" are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pa_tui.domain.parties import Role
from pa_tui.reading.names import Mention, Names, Naming
from pa_tui.reading.patterns import Pattern

_JOINED = Pattern(
    r"^\s{0,3}(?:,|en|of|/|&|,?\s{0,3}(?:en|alsook|evenals|alsmede|én))\s{0,3}"
    r"(?:(?:de|het|een|ook|andere)\s{1,3}){0,2}$"
)
_AS_WELL = Pattern(r"^\s{1,3}als(?:\s{1,3}ook)?\s{1,3}(?:(?:de|het)\s{1,3})?$")
_BOTH = Pattern(r"\bzowel\s{1,3}(?:(?:de|het)\s{1,3})?$")
_BOTH_OF = Pattern(r"\bbeide\s{1,3}$")
_WITH_ALL = frozenset({Naming.ALL, Naming.SPEAKER, Naming.THEY, Naming.PLACE})
_OURS = Pattern(
    r"\bsamen\smet\b|\bonze\s(?:woningen|huurders|complexen|portefeuille|bezit|voorraad)"
)


@dataclass(frozen=True, slots=True)
class Group:
    """Parties (keys) and outsiders named in one breath, between two places; ``one_side``
    where all of them sit on the same side of the table."""

    keys: tuple[str, ...]
    mentions: tuple[Mention, ...]
    start: int
    end: int
    one_side: bool = True

    @property
    def naming(self) -> Naming:
        """How its first member is named."""
        return self.mentions[0].naming

    @property
    def outsiders(self) -> tuple[Mention, ...]:
        """Its members that are no party."""
        return tuple(m for m in self.mentions if m.naming is Naming.OUTSIDER)


class Groups:
    """The groups of a text, and what its general words mean in it.

    "De gemeente" of two municipalities is the only one the text names by its place, else
    both; "we" are the last who were the subject, else the parties the text names together,
    else all; next to "samen met" a party it is the corporation that speaks.
    """

    def __init__(self, text: str, names: Names) -> None:
        self.text = text
        self.names = names
        self._sides = {party.id: party.role for party in names.parties}
        mentions = names.mentions(text)
        self.local = self._local(mentions)
        self.named = self._named(mentions)
        self.groups = [self._group(row) for row in _rows(text, mentions)]

    def _local(self, mentions: Sequence[Mention]) -> dict[Role, tuple[str, ...]]:
        """The parties of each side the text names, municipalities also by their place."""
        found: dict[Role, dict[str, None]] = {}
        for mention in mentions:
            if mention.naming in (Naming.PLACE, Naming.NAME):
                for key in mention.keys:
                    found.setdefault(self._sides[key], {})[key] = None
        return {side: tuple(keys) for side, keys in found.items()}

    def _named(self, mentions: Sequence[Mention]) -> tuple[str, ...]:
        """The parties the text names, by name or by their side of the table."""
        found = [m for m in mentions if m.naming in (Naming.NAME, Naming.ROLE)]
        return tuple(dict.fromkeys(key for m in found for key in self._meant(m)))

    def _group(self, row: list[Mention]) -> Group:
        keys = tuple(dict.fromkeys(key for m in row for key in self._meant(m)))
        sides = {self._sides[key] for key in keys}
        one = len(sides) < 2 and row[0].naming is not Naming.ALL
        return Group(keys, tuple(row), row[0].start, row[-1].end, one)

    def _meant(self, mention: Mention) -> tuple[str, ...]:
        """The parties of a mention: "de gemeente" is the only one of its side the text names
        elsewhere, else all of that side."""
        if mention.naming is Naming.PLACE:
            return ()
        if mention.naming is Naming.ALL and _BOTH_OF.search(
            self.text[max(0, mention.start - 10) : mention.start]
        ):
            return self.named if len(self.named) > 1 else mention.keys
        general = mention.naming in (Naming.ROLE, Naming.ORGAN) and not mention.plural
        if general and len(mention.keys) > 1:
            named = self.local.get(self._sides[mention.keys[0]], ())
            return named if len(named) == 1 else mention.keys
        return mention.keys

    @property
    def together(self) -> tuple[str, ...]:
        """The parties of the first group of two or more."""
        for group in self.groups:
            if len(group.keys) > 1 and group.naming not in _WITH_ALL:
                return group.keys
        return ()

    def speakers(self, last: tuple[str, ...], window: str) -> tuple[str, ...]:
        """Who "we" are in a sentence, ``last`` being the latest subjects."""
        corporations = self.names.of_role(Role.CORPORATION)
        if _OURS.search(window) and len(corporations) == 1:
            return corporations
        return last or self.together or self.names.keys


def _rows(text: str, mentions: Sequence[Mention]) -> list[list[Mention]]:
    rows: list[list[Mention]] = []
    for mention in _acting(text, mentions):
        last = rows[-1][-1] if rows else None
        joined = (
            last is not None
            and mention.start - last.end < 24
            and last.naming not in _WITH_ALL
            and mention.naming not in _WITH_ALL
            and _joins(text, rows[-1][0], text[last.end : mention.start])
        )
        if joined:
            rows[-1].append(mention)
        else:
            rows.append([mention])
    return rows


def _joins(text: str, first: Mention, between: str) -> bool:
    """Whether "en", a comma, or "zowel ... als" ties two mentions together."""
    if _AS_WELL.match(between):
        return bool(_BOTH.search(text[max(0, first.start - 16) : first.start]))
    return bool(_JOINED.match(between))


def _acting(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """All that can act: a bare place only where it stands for its municipality."""
    last: Mention | None = None
    for mention in mentions:
        if mention.naming is not Naming.PLACE:
            last = None
            yield mention
        elif _acts(text, mention) or (last and text[last.end : mention.start] == " en "):
            last = mention
            yield replace(mention, naming=Naming.NAME)


_ACTS = Pattern(r"(?:^|[.!?\n]\s{0,3}|\bdoor\s{1,3})$", exact=True)


def _acts(text: str, mention: Mention) -> bool:
    """Whether a bare place stands where only a party can ("door Rietbeek", first word)."""
    return bool(_ACTS.search(text[max(0, mention.start - 10) : mention.start]))
