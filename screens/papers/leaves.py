"""What the reader on screen 5 shows: a paper laid out, with what conflicts told above it."""

from __future__ import annotations

from dataclasses import dataclass, field

from pa_tui.errors import AgreementError
from pa_tui.language import _, n_, tell
from pa_tui.papers.blocks import Paper
from pa_tui.papers.editions import Edition
from pa_tui.papers.rewording import Conflict
from screens.papers.grid import Spot
from screens.papers.preview import Layout, laid_out
from screens.papers.reader import MARGIN, Leaf
from screens.widgets.ink import Line, Run, line
from screens.widgets.typeset import wrap

CONFLICT = "!"
"""Begins the place of a conflict as it is told above the paper."""


@dataclass
class Read:
    """A paper that was read, or why it cannot be: its layout for every width asked for.
    Minutes that can get other words come with their ``edition``."""

    paper: Paper | AgreementError
    edition: Edition | None = None
    above: str = ""
    _layouts: dict[int, Layout] = field(default_factory=dict)

    def lay_out(self, width: int) -> Layout:
        """The paper in a width of the screen; kept for the next time."""
        if width not in self._layouts:
            assert isinstance(self.paper, Paper)
            self._layouts[width] = laid_out(self.paper, width - MARGIN)
        return self._layouts[width]

    def leaf(self, width: int) -> Leaf:
        """What is shown in a width."""
        if isinstance(self.paper, AgreementError):
            return Leaf(wrap((Run(tell(self.paper), "accent"),), width - 2, (Run("  "),)))
        made = self.edition
        lines: list[Line] = [()]
        if self.above:
            lines += [*wrap((Run(self.above, "quiet"),), width - 2, (Run("  "),)), ()]
        spots: list[Spot] = []
        marks: dict[str, Run] = {}
        if made is not None:
            spots = _tell_conflicts(made.conflicts, lines, width)
            marks = dict.fromkeys(made.standing, Run("≈", "amended"))
            marks |= {own.place: Run("!", "dispute") for own in made.conflicts}
        layout = self.lay_out(width)
        below = len(lines)
        lines += [(Run(" " * MARGIN), *row) for row in layout.lines]
        if made is not None:
            spots += [spot._replace(y=spot.y + below) for spot in layout.spots]
        return Leaf(lines, spots, marks)


def _tell_conflicts(
    conflicts: tuple[Conflict, ...], lines: list[Line], width: int
) -> list[Spot]:
    """Both sides of every conflict, and where it can be chosen."""
    if not conflicts:
        return []
    told = n_(
        "! conflict: {count} piece has your words while the record changed under it",
        "! conflict: {count} pieces have your words while the record changed under them",
        len(conflicts),
    )
    lines += [*wrap((Run(told, "dispute"),), width - 2, (Run("  "),)), ()]
    spots = []
    for own in conflicts:
        begin = len(lines)
        now = own.now if own.now is not None else _("the piece is gone")
        for label, words in ((_("yours"), own.mine), (_("now"), now)):
            first = line("  ", Run(f"{label}: ", "quiet"))
            lines += wrap((Run(words.replace("\n", " / ")),), width, first)
        spots.append(Spot(CONFLICT + own.place, begin, len(lines) - begin, 0, width - MARGIN))
        lines.append(())
    return spots
