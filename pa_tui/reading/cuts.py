"""Which sentences of an article are promises of their own, and which only go on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pa_tui.domain.articles import Strength
from pa_tui.reading.ownership import Keys, Told, unique
from pa_tui.reading.patterns import Pattern

_HEREOF = Pattern(
    r"\b(?:hiervoor|hierover|hierin|hierbij|hiervan|daarvoor|daarin|daarbij|daarvan"
    r"|dit\s(?:project|proces|traject|onderwerp)|deze\s(?:afspraak|aanpak|werkwijze))\b"
    r"|^(?:dit|deze|het)\b"
)
_GOES_ON = Pattern(
    r"^(?:(?:dit|deze\s\w{1,24}|dat|het)\s(?:betekent|betreft|houdt\sin|houdt|gaat\som|zijn|is|doen"
    r"|doet|omvat)\b|hiervan\b|hiermee\b|daarmee\b|zodoende\b|zodat\b|zo\s(?!nodig|mogelijk)"
    r"|denk\b|op\s(?:die|deze)\s(?:manier|wijze)\b|onder\sandere\b|bijvoorbeeld\b|tenzij\b|\()"
)
_WILL = Pattern(r"\b(?:zal|zullen|moet|moeten|dient|dienen)\b")
_IS_DONE = Pattern(r"\b(?:word(?:t|en)|gaat|gaan|start(?:t|en)?|vind(?:t|en))\b")
_LONGEST_LEAD = 60


@dataclass(slots=True)
class Draft:
    """A promise while it is put together: its place, its sentences, who leads it."""

    start: int
    end: int
    told: list[Told] = field(default_factory=list)
    lead: Keys = ()

    @property
    def main(self) -> Told:
        """The sentence that promises."""
        return self.told[0]

    @property
    def is_joint(self) -> bool:
        """Whether several share it and nobody leads it yet."""
        return not self.lead and self.main.is_joint

    @property
    def is_request(self) -> bool:
        """Whether somebody only asks another party for something."""
        return self.main.strength is Strength.REQUEST and bool(self.main.requested)


def drafts_of(text: str, told: Sequence[Told], blocks: Sequence[int]) -> list[Draft]:
    """The promises of ``text`` in reading order. ``blocks`` tells for each sentence in
    which block of the article it stands."""
    drafts: list[Draft] = []
    last_block = -1
    for one, block in zip(told, blocks, strict=True):
        sentence = text[one.start : min(one.end, one.start + 600)]
        last = drafts[-1] if drafts else None
        if last is not None and gives_the_lead(one, sentence, last.is_joint):
            last.lead = last.lead or one.lead
            _add(last, one, block == last_block)
        elif promises(one, sentence, block == last_block):
            drafts.append(Draft(one.start, one.end, [one], one.lead))
            last_block = block
        elif last is not None:
            _add(last, one, block == last_block)
    return drafts


def _add(draft: Draft, one: Told, same_block: bool) -> None:
    """A sentence that goes on; in another block it adds who and when, not words."""
    draft.told.append(one)
    if same_block:
        draft.end = one.end


def gives_the_lead(one: Told, sentence: str, joint: bool) -> bool:
    """Whether a sentence says nothing but who leads what was said before it. A lead "voor de
    organisatie" is one for all of a promise that is shared (``joint``)."""
    if not one.lead or (one.scoped and not joint):
        return False
    named = sum(p.group.end - p.group.start for p in one.played)
    short = len(sentence) - named < _LONGEST_LEAD
    return short if one.scoped else short or bool(_HEREOF.search(sentence))


def promises(one: Told, sentence: str, after_another: bool) -> bool:
    """Whether a sentence is a promise of its own. ``after_another``: it follows one in the
    same block, so that it may only go on with it."""
    if after_another and _GOES_ON.match(sentence):
        return False
    if one.lead or (one.subjects and not one.weak):
        return not one.stance
    if one.subjects:
        return bool(_WILL.search(sentence) or _IS_DONE.search(sentence))
    if one.strength is Strength.NONE or one.strength is Strength.REQUEST:
        return False
    return bool(_WILL.search(sentence)) or (one.dated and bool(_IS_DONE.search(sentence)))


@dataclass(frozen=True, slots=True)
class Shares:
    """Who carries a promise: in so many words, as its subject, together, or implied."""

    explicit: Keys = ()
    subjects: Keys = ()
    joint: Keys = ()
    implied: Keys = ()


def shares(draft: Draft) -> Shares:
    """Who carries the promise of a draft. A request carries nobody: it is the other's only
    after its yes."""
    if draft.is_request:
        return Shares(explicit=draft.lead)
    main = draft.main
    single = unique(group[0] for group in main.subjects if len(group) == 1)
    shared = unique(key for group in main.subjects if len(group) > 1 for key in group)
    if not draft.lead:
        alone = tuple(key for key in single if key not in shared)
        implied = unique(key for one in draft.told for key in one.implied)
        return Shares((), alone, shared, () if alone or shared else implied)
    others = tuple(key for key in shared if key not in draft.lead)
    alone = tuple(key for key in single if key not in draft.lead)
    if main.lead == draft.lead:
        return Shares(draft.lead, alone, others)
    return Shares(draft.lead, (), unique((*alone, *others)))
