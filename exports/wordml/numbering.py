"""Automatic numbers that print exactly the numbers of the paper.

A paper says what number stands before a heading, an article or an item. Here the list
definitions are found that make Word print that number by itself: one multilevel list for
chapters and what is numbered under them, a list of its own for every other regular series,
a new start where a series jumps. What Word cannot count is left to be typed.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from exports.wordml.numbers import Count, counts
from exports.wordml.styles import COLUMN, STEP
from exports.wordml.xml import Element, el, root, written

_BULLETS = ("•", "–", "▪")
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Place:
    """Which list a paragraph is in, and at which level."""

    list: int
    level: int


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: its format, its text ("%1.%2"), where it starts, its indent."""

    form: str
    text: str
    start: int
    left: int
    hanging: int


@dataclass(slots=True)
class Definition:
    """What the lists of one kind share: their levels, by place."""

    kind: str
    levels: dict[int, Level] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class List:
    """A list: its definition, and (level, number) where it starts anew."""

    definition: int
    restart: tuple[int, int] | None = None


@dataclass(slots=True)
class _Series:
    """A list that counts one kind of number: its definition and how far it came."""

    definition: int
    list: int
    last: int


@dataclass(slots=True)
class _Chapters:
    """The multilevel list: the form of its chapters and of what is numbered in them."""

    definition: int
    kind: tuple[str, str, str]
    list: int
    chapter: str = ""
    last: int = 0
    inside: tuple[str, str] | None = None
    last_inside: int = 0


class Numbering:
    """Finds lists for numbers in the order they are printed, and writes them out."""

    def __init__(self, column: int = COLUMN, *, flat: bool = False) -> None:
        """``column`` is how far the words behind a number stand in. ``flat`` keeps what is
        numbered under chapters in lists of one level, each counting by itself, for papers with
        changes: who refuses a change of number in LibreOffice gets the list back, but not its
        level, nor where a list that shares its count would start."""
        self._column = column
        self._flat = flat
        self.definitions: list[Definition] = []
        self.lists: dict[int, List] = {}
        self._series: dict[object, _Series] = {}
        self._chapters: _Chapters | None = None
        self._bullets = 0
        self._flat_bullets: dict[int, int] = {}

    # -- finding ------------------------------------------------------------------------

    def chapter(self, number: str) -> Place | None:
        """The place of a chapter's number, or None where it has to be typed."""
        own = self._chapters
        if own is None:
            found = next((c for c in counts(number) if not c.before), None)
            return self._first_chapter(found, number) if found else None
        found = next((c for c in counts(number) if c.kind == own.kind), None)
        if found is None:
            own.chapter = ""
            return None
        if found.value != own.last + 1:
            own.list = self._anew(own.definition, found)
        own.chapter, own.last, own.last_inside = number, found.value, 0
        return Place(own.list, 0)

    def _first_chapter(self, found: Count, number: str) -> Place:
        level = self._level(found.form, f"%1{found.after}", found.value)
        definition = self._define({0: level}, "multilevel")
        own = _Chapters(definition, found.kind, self._new_list(definition))
        own.chapter, own.last = number, found.value
        self._chapters = own
        return Place(own.list, 0)

    def article(self, number: str) -> Place | None:
        """The place of a number under a chapter, or None where it has to be typed."""
        inside = None if self._flat else self._inside(number)
        return inside or self._in_series(("article",), number, self._column, self._column)

    def _inside(self, number: str) -> Place | None:
        """The place in the multilevel list, where the chapter's number leads this one and
        the series has no gap."""
        own = self._chapters
        if own is None or not own.chapter:
            return None
        head = own.chapter.rstrip(".) ")
        found = next((c for c in counts(number) if c.form == "decimal"), None)
        if found is None or found.value != own.last_inside + 1:
            return None
        joint = found.before[len(head) :]
        parted = joint.strip(".- ") == "" if joint else head[-1:].isalpha()
        if found.before != head + joint or not parted:
            return None
        shape = (joint, found.after)
        if own.inside is None:
            own.inside = shape
            text = f"%1{joint}%2{found.after}"
            levels = self.definitions[own.definition].levels
            levels[1] = self._level(found.form, text, 1)
        if own.inside != shape:
            return None
        own.last_inside = found.value
        return Place(own.list, 1)

    def item(self, mark: str, level: int) -> Place | None:
        """The place of an item's mark ("a."), or None where it has to be typed."""
        return self._in_series(("item", level), mark, (level + 1) * STEP, STEP)

    def bullet(self, level: int) -> Place:
        """The place of a bullet."""
        level = min(level, _LEVELS - 1)
        if self._flat:
            if level not in self._flat_bullets:
                own = self._new_list(self._define({0: _bullet(level)}))
                self._flat_bullets[level] = own
            return Place(self._flat_bullets[level], 0)
        if not self._bullets:
            levels = {n: _bullet(n) for n in range(_LEVELS)}
            self._bullets = self._new_list(self._define(levels, "hybridMultilevel"))
        return Place(self._bullets, level)

    def _in_series(
        self, group: tuple[object, ...], number: str, left: int, hanging: int
    ) -> Place | None:
        """The place in a list of this kind of numbers: one that goes on, else one that
        starts, else one that starts anew where the number says."""
        found = counts(number)
        for count in found:
            series = self._series.get((*group, count.kind))
            if series is not None and count.value == series.last + 1:
                series.last = count.value
                return Place(series.list, 0)
        if not found:
            return None
        count = next((c for c in found if c.value == 1), found[0])
        series = self._series.get((*group, count.kind))
        if series is None:
            definition = self._define({0: _of(count, left, hanging)})
            series = _Series(definition, self._new_list(definition), count.value)
            self._series[(*group, count.kind)] = series
        else:
            series.list = self._anew(series.definition, count)
            series.last = count.value
        return Place(series.list, 0)

    def anew(self, group: tuple[object, ...], number: str) -> Place | None:
        """A place in a list of its own that starts with this number; None where it has to be
        typed. ``group`` is ("article",) or ("item", level)."""
        found = counts(number)
        if not found:
            return None
        count = next((c for c in found if c.value == 1), found[0])
        definition = self._define({0: _of(count, *self._indent(group))})
        return Place(self._new_list(definition), 0)

    def _anew(self, definition: int, count: Count) -> int:
        """A list that starts at a number: one of the same definition, or of its own where
        lists are flat."""
        if not self._flat:
            return self._new_list(definition, (0, count.value))
        level = self.definitions[definition].levels[0]
        return self._new_list(self._define({0: replace(level, start=count.value)}))

    def _indent(self, group: tuple[object, ...]) -> tuple[int, int]:
        if group[0] == "item":
            return (int(str(group[1])) + 1) * STEP, STEP
        return self._column, self._column

    def _level(self, form: str, text: str, start: int) -> Level:
        return Level(form, text, start, self._column, self._column)

    def _define(self, levels: dict[int, Level], kind: str = "singleLevel") -> int:
        self.definitions.append(Definition(kind, levels))
        return len(self.definitions) - 1

    def _new_list(self, definition: int, restart: tuple[int, int] | None = None) -> int:
        key = len(self.lists) + 1
        self.lists[key] = List(definition, restart)
        return key

    # -- writing ------------------------------------------------------------------------

    def part(self) -> bytes:
        """word/numbering.xml; definitions come before the lists that use them."""
        definitions = [_definition(key, own) for key, own in enumerate(self.definitions)]
        lists = [_list(key, own) for key, own in self.lists.items()]
        return written(root("numbering", [*definitions, *lists]))


def _of(count: Count, left: int, hanging: int) -> Level:
    return Level(count.form, f"{count.before}%1{count.after}", count.value, left, hanging)


def _bullet(level: int) -> Level:
    sign = _BULLETS[min(level, len(_BULLETS) - 1)]
    return Level("bullet", sign, 1, (level + 1) * STEP, STEP)


def _definition(key: int, own: Definition) -> Element:
    return el(
        "abstractNum",
        el("nsid", val=f"{0x50410000 + key:08X}"),
        el("multiLevelType", val=own.kind),
        *(_written_level(place, level) for place, level in own.levels.items()),
        abstractNumId=key,
    )


def _written_level(place: int, level: Level) -> Element:
    return el(
        "lvl",
        el("start", val=level.start),
        el("numFmt", val=level.form),
        el("suff", val="tab"),
        el("lvlText", val=level.text),
        el("lvlJc", val="left"),
        el("pPr", el("ind", left=level.left, hanging=level.hanging)),
        ilvl=place,
    )


def _list(key: int, own: List) -> Element:
    override = None
    if own.restart is not None:
        level, start = own.restart
        override = el("lvlOverride", el("startOverride", val=start), ilvl=level)
    return el("num", el("abstractNumId", val=own.definition), override, numId=key)
