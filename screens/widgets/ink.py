"""Words with an ink: how every widget here draws, line by line.

An ink is a name ("quiet", "agreed") that the theme gives a colour (:mod:`screens.palette`);
text is only ever text. A widget that mixes in :class:`Inked` can turn lines into strips.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from pa_tui.domain.text import clean
from screens.palette import inks


class Run(NamedTuple):
    """Some words in one ink."""

    text: str
    ink: str = "text"


Line = tuple[Run, ...]
"""What stands on one row of the screen."""


def line(*pieces: str | Run) -> Line:
    """A line from words and runs, cleaned of whatever could steer a terminal."""
    return tuple(
        Run(shown(piece), "text") if isinstance(piece, str) else Run(shown(piece[0]), piece[1])
        for piece in pieces
        if piece and (isinstance(piece, str) or piece.text)
    )


def shown(text: str) -> str:
    """Text fit for one row: cleaned, with spaces for tabs and line ends."""
    if text.isascii() and text.isprintable():
        return text
    return clean(text).replace("\t", " ").replace("\n", " ")


def width_of(line: Iterable[Run]) -> int:
    """How many cells a line takes."""
    return sum(cell_len(run.text) for run in line)


def fit(text: str, width: int) -> str:
    """The text in exactly ``width`` cells, cut with "…" where it is longer."""
    size = cell_len(text)
    if size <= width:
        return text + " " * (width - size)
    return set_cell_size(text, width - 1) + "…" if width > 0 else ""


def clip(text: str, width: int) -> str:
    """The text, cut with "…" where it takes more than ``width`` cells."""
    return text if cell_len(text) <= width else fit(text, width)


def clip_line(line: Line, width: int) -> Line:
    """A line cut with "…" to at most ``width`` cells."""
    if width_of(line) <= width:
        return line
    kept: list[Run] = []
    left = width
    for run in line:
        size = cell_len(run.text)
        if size >= left:
            kept.append(Run(fit(run.text + "…" if size == left else run.text, left), run.ink))
            break
        kept.append(run)
        left -= size
    return tuple(kept)


def ends(left: Line, right: Line, width: int) -> Line:
    """``left`` and ``right`` at the two ends of a row; the left one gives way."""
    room = width - width_of(right)
    left = clip_line(left, max(0, room - 1)) if right else clip_line(left, width)
    return (*left, Run(" " * max(0, room - width_of(left))), *right)


class Inked(Widget):
    """A widget that draws lines of runs."""

    @property
    def ground(self) -> Style:
        """The style of plain words."""
        return inks(self.app.current_theme)["text"]

    def ink(self, name: str) -> Style:
        """The style of an ink."""
        return inks(self.app.current_theme)[name]

    def strip(self, line: Line, width: int, under: str = "") -> Strip:
        """A line drawn in exactly ``width`` cells, on the ground of the ink ``under``."""
        styles = inks(self.app.current_theme)
        base = styles["text"] + styles[under] if under else styles["text"]
        segments = [
            Segment(run.text, base if run.ink == "text" else base + styles[run.ink])
            for run in line
            if run.text
        ]
        return Strip(segments).adjust_cell_length(width, base)


def key_at(row: Iterable[Run], x: int) -> str:
    """The key whose sign or words stand at a cell of a row ("a agree · w amend"); empty
    between two of them."""
    key, start = "", 0
    for run in row:
        if run.ink == "key":
            key = run.text.strip()
        elif run.text.strip() in ("", "·", "│"):
            key = ""
        start += cell_len(run.text)
        if x < start:
            return key
    return ""
