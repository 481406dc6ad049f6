"""Who carries, shares and helps: sentence by sentence, and for a whole text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from pa_tui.domain.articles import Strength
from pa_tui.domain.parties import Basis, Party
from pa_tui.reading.findings import OutsiderFinding, PartyFinding, PartyRole
from pa_tui.reading.groups import Group, Groups
from pa_tui.reading.names import Mention, Names, Naming, names_of
from pa_tui.reading.patterns import Pattern
from pa_tui.reading.roles import Play, Played, Sentence
from pa_tui.reading.sentences import Sentences
from pa_tui.reading.strength import sentence_strength

Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Owners:
    """Who was found in a text, in reading order."""

    parties: tuple[PartyFinding, ...] = ()
    outsiders: tuple[OutsiderFinding, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """What one sentence says of its parties.

    ``lead`` carries it in so many words, ``scoped`` if only for what is named there;
    ``subjects`` are the groups whose promise it is; ``implied`` those it is about where
    nobody is its subject. ``stance`` tells that the subjects only see or hold something.
    """

    start: int
    end: int
    played: tuple[Played, ...] = ()
    lead: Keys = ()
    scoped: bool = False
    subjects: tuple[Keys, ...] = ()
    involved: Keys = ()
    outsiders: tuple[OutsiderFinding, ...] = ()
    requested: Keys = ()
    implied: Keys = ()
    stance: bool = False
    weak: bool = False
    dated: bool = False
    strength: Strength = Strength.NONE

    @property
    def carriers(self) -> Keys:
        """Everybody who promises something here, each once."""
        return unique(key for group in (self.lead, *self.subjects) for key in group)

    @property
    def is_joint(self) -> bool:
        """Whether two or more parties promise it together."""
        return any(len(group) > 1 for group in self.subjects)


def unique(keys: Iterable[str]) -> Keys:
    """The keys in order, each once."""
    return tuple(dict.fromkeys(keys))


def ownership(
    text: str,
    *,
    parties: Sequence[Party] = (),
    group: str = "",
    dated: Sequence[tuple[int, int]] = (),
) -> Owners:
    """Everybody in ``text`` in their role. ``group`` is the heading above it: the parties
    it names lead where the text has no subject. ``dated`` are the spans of planning."""
    names = names_of(tuple(parties))
    told = tell(text, names, dated)
    found = [finding for sentence in told for finding in _findings(text, sentence)]
    if not any(f.role in (PartyRole.LEAD, PartyRole.JOINT) for f in found):
        found = [*_from_heading(group, names), *found]
    outsiders = [o for sentence in told for o in sentence.outsiders]
    return Owners(tuple(found), tuple(outsiders))


def tell(text: str, names: Names, dated: Sequence[tuple[int, int]] = ()) -> tuple[Told, ...]:
    """What each sentence of ``text`` says of the parties."""
    return _Teller(text, names, dated).tell()


_TOGETHER = Pattern(r"\b(?:gezamenlijk|gemeenschappelijk)e?\b")


def heading_parties(heading: str, names: Names) -> Keys:
    """The parties a heading gives its articles to ("Prestaties gemeente 2027"); all of
    them for "Gezamenlijke prestaties"."""
    mentions = names.mentions(heading)
    if any(m.naming is Naming.ALL for m in mentions) or _TOGETHER.search(heading):
        return names.keys
    found = [m for m in mentions if m.naming in (Naming.NAME, Naming.ROLE)]
    return unique(key for mention in found for key in mention.keys)


class _Teller:
    """Reads sentence after sentence, keeping who was the subject last."""

    def __init__(self, text: str, names: Names, dated: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self.names = names
        self.all = Groups(text, names)
        self.dated = dated
        self.last: Keys = ()
        self.named: Keys = ()

    def tell(self) -> tuple[Told, ...]:
        found: list[Told] = []
        waiting = list(reversed(self.all.groups))
        planned = list(reversed(self.dated))
        for start, end in Sentences(self.text).spans:
            groups: list[Group] = []
            while waiting and waiting[-1].start < end:
                groups.append(waiting.pop())
            while planned and planned[-1][1] <= start:
                planned.pop()
            dated = bool(planned) and planned[-1][0] < end
            found.append(self._sentence(start, end, groups, dated))
        return tuple(found)

    def _sentence(self, start: int, end: int, groups: list[Group], dated: bool) -> Told:
        meant = [self._meant(group, start, end) for group in groups]
        meant = [group for group in meant if group.keys or group.outsiders]
        played = Sentence(self.text, start, end, meant, dated).played()
        if not any(one.part in (Play.LEAD, Play.SUBJECT, Play.AGENT) for one in played):
            played += self._jointly(start, end)
        told = _told(self.text, start, end, played, dated)
        if told.carriers:
            self.last = told.carriers
        for group in meant:
            if group.naming not in (Naming.SPEAKER, Naming.THEY) and group.keys:
                self.named = group.keys
        return told

    def _jointly(self, start: int, end: int) -> list[Played]:
        """ "Gezamenlijk wordt ...": the parties the text names together, else all."""
        found = _JOINTLY.search(self.text, start, min(end, start + 400))
        if not found:
            return []
        keys = self.all.together or self.names.keys
        place = found.start("one") if found["one"] else found.start("two")
        stop = found.end("one") if found["one"] else found.end("two")
        mention = Mention(Naming.ALL, keys, place, stop, True)
        return [Played(Group(keys, (mention,), place, stop, False), Play.SUBJECT)]

    def _meant(self, group: Group, start: int, end: int) -> Group:
        """The group with the parties "we" or "zij" stands for here."""
        if group.naming is Naming.SPEAKER:
            window = self.text[max(start, group.start - 120) : min(end, group.end + 120)]
            return replace(group, keys=self.all.speakers(self.last, window))
        if group.naming is Naming.THEY:
            return replace(group, keys=self.named or self.last)
        return group


def _told(text: str, start: int, end: int, played: list[Played], dated: bool) -> Told:
    sorted_ = _Sorted()
    if any(one.agreed for one in played):
        played = [one for one in played if one.agreed or one.part is not Play.SUBJECT]
    for one in played:
        sorted_.put(one)
    outsiders = tuple(
        OutsiderFinding(text[m.start : m.end], m.start, m.end)
        for one in played
        for m in one.group.outsiders
        if one.part in _TAKES_PART
        and (one.group.keys or one.part is not Play.SUBJECT or _is_name(text, m))
    )
    carrying = {*sorted_.lead, *(key for group in sorted_.subjects for key in group)}
    return Told(
        start,
        end,
        tuple(played),
        unique(sorted_.lead),
        sorted_.scoped,
        tuple(sorted_.subjects),
        unique(key for key in sorted_.involved if key not in carrying),
        outsiders,
        unique(sorted_.requested),
        unique(sorted_.implied or sorted_.history),
        sorted_.stance,
        sorted_.weak,
        dated,
        sentence_strength(text[start : min(end, start + 600)], bool(sorted_.requested)),
    )


def _is_name(text: str, mention: Mention) -> bool:
    return any(word[0].isupper() for word in text[mention.start : mention.end].split()[1:])


@dataclass(slots=True)
class _Sorted:
    """The parties of one sentence by what they do in it."""

    lead: list[str] = field(default_factory=list)
    subjects: list[Keys] = field(default_factory=list)
    involved: list[str] = field(default_factory=list)
    requested: list[str] = field(default_factory=list)
    implied: list[str] = field(default_factory=list)
    history: list[str] = field(default_factory=list)
    scoped: bool = False
    stance: bool = False
    weak: bool = False

    def put(self, played: Played) -> None:
        keys = played.group.keys
        if not keys:
            return
        if played.part is Play.LEAD:
            self.lead += keys
            self.scoped = self.scoped or played.scoped
        elif played.part in (Play.SUBJECT, Play.AGENT):
            self.stance = (self.stance or not self.subjects) and played.stance
            self.weak = (self.weak or not self.subjects) and played.weak
            self.subjects.append(keys)
        elif played.part in (Play.INVOLVED, Play.TOGETHER, Play.HELPED):
            self.involved += keys
        elif played.part is Play.REQUESTED:
            self.requested += keys
        elif played.part in (Play.BETWEEN, Play.OWNER):
            self.implied += keys
        elif played.part is Play.HISTORY:
            self.history += keys


_TAKES_PART = (Play.INVOLVED, Play.TOGETHER, Play.BETWEEN, Play.SUBJECT, Play.AGENT)

_JOINTLY = Pattern(
    r"\b(?P<one>in\sgezamenlijkheid|gezamenlijk)\b[^.;]{0,40}?\bword(?:t|en)\b"
    r"|\b(?:word(?:t|en)|zal|zullen)\b[^.;]{0,40}?\b(?P<two>in\sgezamenlijkheid|gezamenlijk)\b"
)

_ROLES = {
    Play.LEAD: PartyRole.LEAD,
    Play.INVOLVED: PartyRole.INVOLVED,
    Play.TOGETHER: PartyRole.INVOLVED,
    Play.HELPED: PartyRole.INVOLVED,
    Play.REQUESTED: PartyRole.REQUEST,
}


def _findings(text: str, told: Told) -> list[PartyFinding]:
    found: list[PartyFinding] = []
    for played in told.played:
        role, basis = _role(played, told)
        if role is None:
            continue
        group = played.group
        for key in group.keys:
            mention = next((m for m in group.mentions if key in m.keys), group.mentions[0])
            words = text[mention.start : mention.end]
            found.append(PartyFinding(key, role, words, mention.start, mention.end, basis))
    return found


def _role(played: Played, told: Told) -> tuple[PartyRole | None, Basis]:
    if played.part is Play.LEAD:
        return PartyRole.LEAD, Basis.EXPLICIT
    if played.part in (Play.SUBJECT, Play.AGENT):
        if told.strength is Strength.REQUEST and told.requested:
            return None, Basis.SUBJECT
        if len(played.group.keys) > 1:
            return PartyRole.JOINT, Basis.JOINT
        return PartyRole.LEAD, Basis.SUBJECT
    if played.part is Play.BETWEEN:
        return PartyRole.JOINT, Basis.IMPLIED
    return _ROLES.get(played.part), Basis.SUBJECT


def _from_heading(heading: str, names: Names) -> list[PartyFinding]:
    """The heading's parties; their words stand outside the text, so the span is empty."""
    keys = heading_parties(heading, names) if heading else ()
    role = PartyRole.JOINT if len(keys) > 1 else PartyRole.LEAD
    return [PartyFinding(key, role, "", 0, 0, Basis.HEADING) for key in keys]
