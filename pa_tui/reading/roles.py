"""What one sentence makes of the parties it names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from pa_tui.reading.background import tells_the_past
from pa_tui.reading.groups import Group
from pa_tui.reading.patterns import Pattern
from pa_tui.reading.words import owning
from pa_tui.reading.words.verbs import FINITE, NOT_VERBS

_BEFORE, _AFTER = 80, 120


class Play(StrEnum):
    """The part a group plays in its sentence."""

    LEAD = "lead"
    SUBJECT = "subject"
    AGENT = "agent"
    TOGETHER = "together"
    INVOLVED = "involved"
    HELPED = "helped"
    REQUESTED = "requested"
    BETWEEN = "between"
    OWNER = "owner"
    HISTORY = "history"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Played:
    """A group in its part. ``scoped`` tells that a lead covers only what is named with it,
    ``stance`` that the subject only sees or holds something, ``weak`` that it stands in a
    subordinate clause, ``behind`` that a preposition brings it in, ``agreed`` that it is what
    the others agree on ("partijen spreken af dat ...")."""

    group: Group
    part: Play
    scoped: bool = False
    stance: bool = False
    weak: bool = False
    behind: bool = False
    agreed: bool = False


_LAST_WORD = Pattern(r"([^\W\d_]+)[\s\u00a0]{1,3}$", exact=True)
_ARTICLES = Pattern(
    r"(?:\b(?:de|het|een|beide|alle|betrokken|andere|overige|deze|ook|zowel|dan|nu|vervolgens"
    r"|daarom|hierover|hierin|hierbij|hiervoor|daarover|daarnaast|elk|iedere|elke|er|zich"
    r"|gezamenlijk|samen|lokale)\s{1,3}){1,4}$"
)
_FIRST_WORD = Pattern(r"^[\s\u00a0]{1,3}([^\W\d_]+)", exact=True)
_ONLY_ADVERBS = Pattern(
    r"^(?:[-•·\d.)a-z]{0,4}\s{1,3})?(?:(?:ook|en|samen|zowel|de|het|beide|alle|elke|iedere"
    r"|betrokken|daarnaast|andere|bovenstaande|deze)\s{1,3}){0,3}$"
)
_REQUESTS = Pattern(r"\b(?:vraagt|vragen|verzoekt|verzoeken|beroep)\b")
_PASSIVE = Pattern(r"\bword(?:t|en)\b")
_ASKED = Pattern(r"\b(?:aan|op)\s{1,3}(?:de\s{1,3})?$")
_PERFECT = frozenset({"heeft", "hebben", "is", "zijn", "had", "hadden", "was", "waren"})
_HANGS_ON = Pattern(r",?\s(?:die|dat|waar\w{0,5}|zodat|omdat|om|welke)\s")
_NEW_CLAUSE = Pattern(
    r"[;:]|,\s|\b(?:en|maar|dan)\s{1,3}(?:[a-zë]{1,20}\s{1,3}){1,5}$", exact=True
)
_IS_DONE = Pattern(r"\s{1,3}word(?:t|en)\b")
_READY = Pattern(r"\b(?:bereid|voornemens|verantwoordelijk|aan\szet|van\splan|gehouden)\b")


class Sentence:
    """One sentence of a text with the groups in it."""

    def __init__(
        self, text: str, start: int, end: int, groups: list[Group], dated: bool
    ) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.groups = groups
        self.dated = dated

    def played(self) -> list[Played]:
        """The part of each group, in reading order."""
        found: list[Played] = []
        for group in self.groups:
            found.append(self._part(group, found))
        return found

    def _part(self, group: Group, earlier: list[Played]) -> Played:
        before = self.text[max(self.start, group.start - _BEFORE) : group.start]
        after = self.text[group.end : min(self.end, group.end + _AFTER)]
        part = self._by_preposition(group, before, after)
        if part is None:
            return self._bare(group, before, after, earlier)
        if part is Play.LEAD:
            return Played(group, part, bool(owning.SCOPED.match(after)), behind=True)
        return Played(group, part, behind=True)

    def _by_preposition(self, group: Group, before: str, after: str) -> Play | None:
        """The part a preposition gives; None where none stands before the group."""
        sets_up = owning.FROM_BEFORE.search(before) and owning.SET_UP.match(after)
        if sets_up or owning.LEAD_BEFORE.search(before):
            return Play.LEAD
        if owning.FROM_BEFORE.search(before) and _IS_DONE.match(after):
            return Play.AGENT
        part = next((part for pattern, part in _PREPOSITIONS if pattern.search(before)), None)
        if part is Play.HELPED and self._asks(before):
            return Play.REQUESTED
        if part is Play.AGENT:
            return self._agent(group, after)
        if part is Play.NONE and owning.CARRIER_OF.search(before):
            return Play.OWNER
        return part

    def _agent(self, group: Group, after: str) -> Play:
        """Behind "door": who does it; not where it was done, or where the doing only is the
        subject of another verb ("het maken van plannen door de gemeente hoort daarbij")."""
        if self._tells_the_past(group):
            return Play.HISTORY
        following = _FIRST_WORD.match(after)
        own_verb = following is not None and following[1] in FINITE
        sentence = self.text[self.start : min(self.end, self.start + 400)]
        return Play.INVOLVED if own_verb and not _PASSIVE.search(sentence) else Play.AGENT

    def _asks(self, before: str) -> bool:
        """ "vraagt ... aan de gemeente": asked, not only involved."""
        return bool(_REQUESTS.search(before) and _ASKED.search(before))

    def _bare(self, group: Group, before: str, after: str, earlier: list[Played]) -> Played:
        """A group without a preposition: subject, object, or inside a subordinate clause."""
        if owning.SUBORDINATE_BEFORE.search(before):
            return self._subordinate(group, before, after)
        if self._is_subject(group, before, after, earlier):
            return self._subject(group, before, after)
        if _REQUESTS.search(before):
            return Played(group, Play.REQUESTED)
        carried = bool(group.keys) and any(p.part in (Play.SUBJECT, Play.LEAD) for p in earlier)
        return Played(group, Play.INVOLVED if carried else Play.NONE)

    def _subordinate(self, group: Group, before: str, after: str) -> Played:
        if owning.AGREED_THAT.search(before):
            if owning.ONLY_INVOLVED.search(after):
                return Played(group, Play.INVOLVED)
            return Played(group, Play.SUBJECT, agreed=True)
        if re.search(r"\bdie\s+(?:de\s+)?$", before, re.IGNORECASE) and len(group.keys) > 1:
            return Played(group, Play.SUBJECT, weak=True)
        return Played(group, Play.NONE)

    def _is_subject(self, group: Group, before: str, after: str, earlier: list[Played]) -> bool:
        if _ONLY_ADVERBS.match(self.text[self.start : group.start][:64]):
            return group.start - self.start < 64
        following = _FIRST_WORD.match(after)
        verb_follows = bool(following) and following[1] in FINITE  # type: ignore[index]
        if owning.NEW_CLAUSE_BEFORE.search(before) and verb_follows:
            return True
        word = self._word_before(before)
        if word in FINITE:
            return not self._has_subject(group, earlier)
        looks = (
            len(word) > 3 and word.islower() and word.endswith("t") and word not in NOT_VERBS
        )
        return looks and not self._has_subject(group, earlier)

    def _has_subject(self, group: Group, earlier: list[Played]) -> bool:
        """Whether a subject stands before the verb already, in the same clause."""
        for played in reversed(earlier):
            carries = played.part in (Play.SUBJECT, Play.LEAD)
            if carries and not played.weak and not played.behind:
                between = self.text[played.group.end : group.start][-_AFTER:]
                return not _NEW_CLAUSE.search(between)
        return False

    def _word_before(self, before: str) -> str:
        stripped = _ARTICLES.sub("", before)
        found = _LAST_WORD.search(stripped)
        return found[1] if found else ""

    def _subject(self, group: Group, before: str, after: str) -> Played:
        near = before[-24:] + " " + after
        takes = owning.TAKES_THE_LEAD.search(near)
        if takes and group.one_side:
            scoped = bool(owning.SCOPED.match(near[takes.end() :]))
            return Played(group, Play.LEAD, scoped)
        main = _main(after)
        ready = bool(_READY.search(main))
        helps = owning.ONLY_INVOLVED.search(before[-24:] + " " + main)
        if (helps and not ready) or self._is_patient(group, before, after):
            return Played(group, Play.INVOLVED)
        if self._has_done(before, after) and not ready:
            return Played(group, Play.HISTORY)
        following = _FIRST_WORD.match(after)
        verbs = (self._word_before(before), following[1] if following else "")
        return Played(group, Play.SUBJECT, stance=any(map(owning.STANCE.match, verbs)))

    def _is_patient(self, group: Group, before: str, after: str) -> bool:
        """Subject of a passive: something is done to it."""
        word = self._word_before(before)
        following = _FIRST_WORD.match(after)
        passive = word.lower() in ("wordt", "worden") or (
            following is not None and following[1] in ("wordt", "worden")
        )
        return passive and bool(_PASSIVE.search(before[-24:] + after[:16]))

    def _tells_the_past(self, group: Group) -> bool:
        """Whether the words around the group tell what was done already."""
        if self.dated:
            return False
        window = self.text[max(self.start, group.start - 60) : min(self.end, group.end + 60)]
        return tells_the_past(window)

    def _has_done(self, before: str, after: str) -> bool:
        """Whether the subject's own verb is the auxiliary of a perfect. Behind a date that
        is planning ("In Q1 hebben partijen ... onderzocht") it tells what will be done."""
        if self.dated and self._word_before(before).lower() in _PERFECT:
            return False
        following = _FIRST_WORD.match(after)
        verbs = {self._word_before(before).lower(), following[1].lower() if following else ""}
        return bool(verbs & _PERFECT) and tells_the_past("is " + _main(after))


def _main(after: str) -> str:
    """What follows, without subordinate clauses."""
    return _HANGS_ON.split(after, maxsplit=1)[0]


_PREPOSITIONS = (
    (owning.REQUEST_BEFORE, Play.REQUESTED),
    (owning.AGENT_BEFORE, Play.AGENT),
    (owning.TOGETHER_BEFORE, Play.TOGETHER),
    (owning.BETWEEN_BEFORE, Play.BETWEEN),
    (owning.PLACE_BEFORE, Play.NONE),
    (owning.WITH_BEFORE, Play.INVOLVED),
    (owning.HELPED_BEFORE, Play.HELPED),
    (owning.OTHER_BEFORE, Play.NONE),
)
