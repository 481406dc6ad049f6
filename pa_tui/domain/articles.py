"""The agreement's own matter: themes, articles and what they promise."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from pa_tui.domain.parties import Involved, Lead
from pa_tui.domain.text import Text
from pa_tui.domain.timing import Timing


class Strength(StrEnum):
    """How firmly something is promised; a word, never a score of a party."""

    RESULT = "result"
    PROCESS = "process"
    EFFORT = "effort"
    INTENTION = "intention"
    EXPLORATION = "exploration"
    REQUEST = "request"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Passage:
    """Text under an optional heading: context of a theme ("Achtergrond", "Doel")."""

    title: str
    text: Text


@dataclass(frozen=True, slots=True)
class Theme:
    """A chapter of the agreement; ``number`` as printed, None where none is printed."""

    KIND: ClassVar = "theme"
    PARENT: ClassVar = None

    id: str
    rank: str
    number: str | None
    title: str
    context: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class LastYear:
    """The same article in last year's agreement and how it went."""

    number: str
    text: str
    evaluation: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One agreement (afspraak). ``theme`` is its theme's id, ``decision`` its present
    decision's id (None while open or reopened). ``removed`` is true once it was dropped from
    the set without a decision. ``revised_from`` is the wording the table knew while a newer
    one waits for its decision; empty for an article that
    came up in a meeting."""

    KIND: ClassVar = "article"
    PARENT: ClassVar = "theme"

    id: str
    theme: str
    rank: str
    number: str | None
    title: str = ""
    group: str = ""
    text: Text = ()
    revised_from: Text | None = None
    decision: str | None = None
    removed: bool = False
    key_agreement: bool = False
    bid: str = ""
    last_year: LastYear | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount as printed ("minimaal 25%"), with its value and unit where read."""

    text: str
    value: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Commitment:
    """One thing promised in an article (onderdeel).

    ``words`` are the words of the article it is made of; empty means the whole article.
    """

    KIND: ClassVar = "commitment"
    PARENT: ClassVar = "article"

    id: str
    article: str
    rank: str
    words: str = ""
    leads: tuple[Lead, ...] = ()
    joint: tuple[str, ...] = ()
    involved: tuple[Involved, ...] = ()
    timings: tuple[Timing, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    strength: Strength = Strength.NONE


@dataclass(frozen=True, slots=True)
class Section:
    """Front matter: a titled piece of text before the themes."""

    KIND: ClassVar = "section"
    PARENT: ClassVar = None

    id: str
    rank: str
    title: str
    text: Text = ()
    level: int = 1


@dataclass(frozen=True, slots=True)
class Annex:
    """A titled annex; ``items`` counts its numbered points."""

    KIND: ClassVar = "annex"
    PARENT: ClassVar = None

    id: str
    rank: str
    title: str
    text: Text = ()
    items: int = 0


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note under the text, shown where an anchor of that target stands."""

    KIND: ClassVar = "footnote"
    PARENT: ClassVar = None

    id: str
    rank: str
    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class Unread:
    """A line of the source that was not understood, and why it was left out."""

    KIND: ClassVar = "unread"
    PARENT: ClassVar = None

    id: str
    rank: str
    line: int
    text: str
    why: str
