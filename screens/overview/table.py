"""The table of themes: how many articles are decided, led and dated, in numbers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pa_tui.domain.order import Tally
from pa_tui.language import _
from screens.overview.figures import Figures, ThemeRow
from screens.widgets.board import Drawn
from screens.widgets.columns import Column
from screens.widgets.ink import Line, Run, fit, line, width_of
from screens.widgets.typeset import wrap

_WIDE = 100


class _Field(NamedTuple):
    """A column: its heading, its width, and whether the bar goes before it."""

    title: str
    width: int
    cells: tuple[Line, ...]


def theme_table(figures: Figures, width: int) -> Drawn:
    """The themes with a stop each, and what they come to together."""
    column = Column(width)
    rows = [*figures.themes]
    tallies = [*(row.tally for row in rows), figures.total]
    actions = [*(row.actions for row in rows), len(figures.actions)]
    fields = _fields(tallies, actions, width)
    room = max(12, width - 2 - sum(field.width for field in fields))
    heads = [Run(field.title.rjust(field.width), "quiet") for field in fields]
    column.row((Run(fit(_("Theme"), room), "quiet"), *heads))
    for place, row in enumerate(rows):
        names = wrap(line(_named(row)), room - 1)
        first = (*names[0], Run(" " * (room - width_of(names[0]))), *_at(fields, place))
        column.stop("themes", ("theme", row.id), first)
        for name in names[1:]:
            column.row((Run("  "), *name))
    if len(rows) != 1:
        name = line(Run(fit(_("Together"), room), "quiet"))
        column.row((*name, *_at(fields, len(rows))))
    return column.drawn()


def _named(row: ThemeRow) -> str:
    return f"{row.number} {row.title}".strip()


def _at(fields: Iterable[_Field], place: int) -> Line:
    return tuple(run for field in fields for run in field.cells[place])


def _fields(tallies: list[Tally], actions: list[int], width: int) -> list[_Field]:
    wide = width >= _WIDE
    bar = 10 if wide else 8
    fields = [
        _numbers(_("articles"), [t.articles for t in tallies]) if wide else None,
        _bars(_("decided"), [(t.decided, t.articles) for t in tallies], bar),
        _numbers(_("open"), [t.articles - t.decided for t in tallies]),
        _numbers(_("held over"), [t.deferred for t in tallies], only_some=True)
        if wide
        else None,
        _numbers(_("to the board"), [t.disputed for t in tallies], only_some=True)
        if wide
        else None,
        _numbers(_("contested"), [t.contested for t in tallies], only_some=True),
        _shares(_("lead"), [(t.led, t.articles) for t in tallies]),
        _shares(_("date"), [(t.dated, t.articles) for t in tallies]),
        _numbers(_("actions"), actions),
    ]
    return [field for field in fields if field is not None]


def _numbers(title: str, numbers: list[int], *, only_some: bool = False) -> _Field | None:
    if only_some and not any(numbers):
        return None
    width = max(len(title), 3) + 2
    cells = [line(Run(str(n).rjust(width), "text" if n else "quiet")) for n in numbers]
    return _Field(title, width, tuple(cells))


def _shares(title: str, shares: list[tuple[int, int]]) -> _Field:
    words = [f"{part}/{whole}" for part, whole in shares]
    width = max(len(title), *(len(word) for word in words)) + 2
    cells = [
        line(Run(word.rjust(width), "quiet" if part >= whole else "text"))
        for word, (part, whole) in zip(words, shares, strict=True)
    ]
    return _Field(title, width, tuple(cells))


def _bars(title: str, shares: list[tuple[int, int]], size: int) -> _Field:
    words = [f"{part}/{whole}" for part, whole in shares]
    longest = max(len(word) for word in words)
    width = max(len(title), size + 1 + longest) + 2
    cells = []
    for word, (part, whole) in zip(words, shares, strict=True):
        done = filled(part, whole, size)
        bar = (Run("▓" * done, "agreed"), Run("░" * (size - done), "line"))
        pad = Run(" " * (width - size - 1 - longest))
        cells.append((pad, *bar, Run(" " + word.rjust(longest))))
    return _Field(title, width, tuple(cells))


def filled(part: int, whole: int, size: int) -> int:
    """How many cells of a bar are full: none only at nothing, all only at everything."""
    if part <= 0 or whole <= 0:
        return 0
    if part >= whole:
        return size
    return max(1, min(size - 1, part * size // whole))
