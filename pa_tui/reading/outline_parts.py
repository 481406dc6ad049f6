"""What an outline holds: themes, articles, sections, annexes, as found."""

from __future__ import annotations

from dataclasses import dataclass, field

from pa_tui.reading.lines import Line, Note
from pa_tui.reading.outline_items import Item
from pa_tui.reading.outline_tables import Row


@dataclass(frozen=True, slots=True)
class Part:
    """Items under a heading: a section, a passage of context or an annex."""

    title: str
    items: tuple[Item, ...] = ()
    level: int = 1


@dataclass(slots=True)
class ArticleDraft:
    """An article as found. ``row`` holds the other columns where it stood in a table."""

    number: str | None
    title: str = ""
    group: str = ""
    body: list[Item] = field(default_factory=list)
    row: Row = field(default_factory=Row)
    place: int = 0


@dataclass(slots=True)
class ThemeDraft:
    """A theme as found; ``number`` as printed without its closing dot."""

    number: str | None
    title: str
    context: list[Part] = field(default_factory=list)
    articles: list[ArticleDraft] = field(default_factory=list)


@dataclass(slots=True)
class Outline:
    """Everything that was recognised, and what was left out with the reason (a msgid)."""

    title: str = ""
    cover: list[Item] = field(default_factory=list)
    sections: list[Part] = field(default_factory=list)
    themes: list[ThemeDraft] = field(default_factory=list)
    signing: list[Item] = field(default_factory=list)
    annexes: list[Part] = field(default_factory=list)
    notes: tuple[Note, ...] = ()
    skipped: list[tuple[Line, str]] = field(default_factory=list)
