"""How firmly a text promises: result, process, effort, intention, exploration, request."""

from __future__ import annotations

from pa_tui.domain.articles import Strength
from pa_tui.reading.patterns import Pattern
from pa_tui.reading.sentences import Sentences
from pa_tui.reading.words.verbs import AUXILIARY, FINITE, LEVELS, LOWERING, PROMISES

_LEVELS = tuple(
    (level, Pattern(r"\b(?:" + "|".join(patterns) + ")")) for level, patterns in LEVELS
)
_PROMISE = Pattern(r"\b" + PROMISES)
_LOWERING = Pattern(rf"\b(?:{LOWERING})\b")
_ASKING = Pattern(r"\b(?:vraagt|vragen|verzoekt|verzoeken)\b")
_AGREED = Pattern(
    r"\b(?:spre(?:ekt|ken)\b[^.;]{0,30}\baf|afspraak|afgesproken)[^.;]{0,12}\b(?:dat|om)\b"
)
_SUBORDINATE = Pattern(
    r",?\s(?:zodat|omdat|doordat|hoewel|terwijl|opdat|om\b(?=[^.;]{1,80}\bte\b)"
    r"|die|dat|wat|waar\w{0,5}|met als doel|in hoeverre|hoe|welke"
    r"|of(?=\s(?:en|dit|dat|er|het|de|deze|een)\b))\s"
)
_CONDITION = Pattern(r"(?:als|indien|wanneer|mocht|omdat|door|om|zolang|zodra)\b")
_PERFECT = Pattern(
    r"\b(?:heeft|hebben|had|hadden|is|zijn|was|waren|werd|werden)\b[^.;]{0,160}?"
    r"\b(?:ge|ver|be|ont|her)[a-zë]{2,20}(?:d|t|en)\b"
)
_WORD = Pattern(r"[a-zà-ÿ]+", exact=True)
_RANK = (
    Strength.RESULT,
    Strength.PROCESS,
    Strength.EFFORT,
    Strength.INTENTION,
    Strength.EXPLORATION,
    Strength.REQUEST,
    Strength.NONE,
)
_LOWER = {
    Strength.RESULT: Strength.EFFORT,
    Strength.PROCESS: Strength.EFFORT,
    Strength.EFFORT: Strength.INTENTION,
    Strength.INTENTION: Strength.EXPLORATION,
}
_REACH = 600


def strength(text: str) -> Strength:
    """The firmest promise among the sentences of ``text``; NONE for facts and visions."""
    found = Strength.NONE
    for start, end in Sentences(text).spans:
        level = sentence_strength(text[start : min(end, start + _REACH)])
        if _RANK.index(level) < _RANK.index(found):
            found = level
        if found is Strength.RESULT:
            break
    return found


def sentence_strength(sentence: str, asks: bool = True) -> Strength:
    """How firmly one sentence promises; its main clause counts. ``asks`` is false where
    nobody at the table is asked, so that "vragen" is no request."""
    main = _main_clause(sentence)
    if not asks:
        main = _ASKING.sub("", main)
    agreed = _AGREED.search(sentence)
    if agreed:
        rest = sentence[agreed.end() :]
        return _lowered(_level(rest) if rest.strip() else Strength.RESULT, sentence)
    level = _level(main)
    if level is Strength.RESULT and _is_fact(main):
        return Strength.NONE
    return _lowered(level, main)


def _level(clause: str) -> Strength:
    for level, pattern in _LEVELS:
        if pattern.search(clause):
            return level
    if _PROMISE.search(clause) or any(w in FINITE for w in _WORD.findall(clause.lower())):
        return Strength.RESULT
    return Strength.NONE


def _main_clause(sentence: str) -> str:
    """The sentence without what hangs on it: up to "zodat", behind an opening "Als ...,"."""
    if _CONDITION.match(sentence):
        comma = sentence.find(", ")
        sentence = sentence[comma + 2 :] if comma > 0 else sentence
    cut = _SUBORDINATE.search(sentence, 12)
    return sentence[: cut.start()] if cut else sentence


_STATES = Pattern(
    r"^(?:\W*(?:\w+\W+){0,8}?)(?:is|zijn|was|waren|heeft|hebben|constate\w{2,4}|onderkennen|erkennen"
    r"|ligt|liggen|staat|staan|bestaat|betekent|betreft|geldt|geldt)\b"
)


_BUT_ALSO = Pattern(r"\ben\s([a-zà-ÿ]{3,20})\b", exact=True)


def _is_fact(clause: str) -> bool:
    """Whether a clause tells what is or was, and promises nothing."""
    also = {word for word in _BUT_ALSO.findall(clause) if word in FINITE}
    if _PROMISE.search(clause) or also - AUXILIARY:
        return False
    return bool(_PERFECT.search(clause) or _STATES.match(clause))


def _lowered(level: Strength, clause: str) -> Strength:
    return _LOWER.get(level, level) if _LOWERING.search(clause) else level
