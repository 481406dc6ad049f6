"""Building a board's page: headings, rows with stops, and columns side by side."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from screens.widgets.board import MARK, Drawn, Stop
from screens.widgets.ink import Line, Run, clip_line, ends, line, width_of

BLANK: Line = ()
_GAP = 3


class Column:
    """Lines under one another in a width, some of them stops."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.lines: list[Line] = []
        self.stops: list[Stop] = []

    def heading(self, title: str, aside: str = "") -> None:
        """A title with a quiet rule behind it."""
        left = line(Run(title, "strong"), Run(f"  {aside}" if aside else "", "quiet"))
        left = clip_line(left, self.width)
        rest = self.width - width_of(left) - 1
        rule = (Run(" "), Run("─" * rest, "line")) if rest > 2 else ()
        self.lines.append((*left, *rule))

    def add(self, *rows: Line) -> None:
        """Lines as they are, cut to the width."""
        self.lines += [clip_line(row, self.width) for row in rows]

    def row(self, left: Line, right: Line = ()) -> None:
        """A line in step with stops, ``right`` at the end of it."""
        self.lines.append((Run(" " * len(MARK)), *ends(left, right, self.width - len(MARK))))

    def stop(self, section: str, value: Hashable, left: Line, right: Line = ()) -> None:
        """A line the cursor can be at."""
        self.stops.append(Stop(len(self.lines), 0, self.width, section, value))
        self.row(left, right)

    def drawn(self) -> Drawn:
        """The page."""
        return Drawn(self.lines, self.stops)


def above(*parts: Drawn) -> Drawn:
    """Pages under one another."""
    lines: list[Line] = []
    stops: list[Stop] = []
    for part in parts:
        stops += [stop._replace(y=stop.y + len(lines)) for stop in part.stops]
        lines += part.lines
    return Drawn(lines, stops)


def beside(left: Column, right: Column) -> Drawn:
    """Two columns side by side; the cursor goes down the left one first."""
    lines: list[Line] = []
    for place in range(max(len(left.lines), len(right.lines))):
        here = left.lines[place] if place < len(left.lines) else BLANK
        there = right.lines[place] if place < len(right.lines) else BLANK
        pad = Run(" " * (left.width - width_of(here) + _GAP))
        lines.append((*here, pad, *there) if there else here)
    moved = [stop._replace(x=stop.x + left.width + _GAP) for stop in right.stops]
    return Drawn(lines, [*left.stops, *moved])


def halves(width: int) -> tuple[Column, Column]:
    """Two empty columns for :func:`beside` in a width."""
    left = (width - _GAP) // 2
    return Column(left), Column(width - _GAP - left)


def inset(drawn: Drawn, by: int = 1) -> Drawn:
    """The page some cells to the right."""
    pad = Run(" " * by)
    return Drawn(
        [(pad, *row) if row else row for row in drawn.lines],
        [stop._replace(x=stop.x + by) for stop in drawn.stops],
    )


def joined(pieces: Iterable[Line], gap: str = "  ") -> Line:
    """Lines after one another on one row."""
    row: list[Run] = []
    for piece in pieces:
        if row and piece:
            row.append(Run(gap, "quiet"))
        row += piece
    return tuple(row)
