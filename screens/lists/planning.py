"""Who does what when, on the screen: parties down, quarters across."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.matrix import NOBODY, QUARTERS, Matrix, When
from pa_tui.language import N_, _
from screens.widgets.board import Drawn
from screens.widgets.columns import BLANK, Column, inset
from screens.widgets.ink import Line, Run, clip, fit, line, width_of
from screens.widgets.typeset import wrap

_OTHERS = {
    When.ALWAYS: N_("all the time"),
    When.ELSEWHEN: N_("other year"),
    When.UNDATED: N_("date?"),
}
_GAP = 1
_LEAST = 5


def planning_page(agreement: Agreement, found: Matrix, width: int) -> Drawn:
    """The matrix for a width in cells; columns that would be empty are left out."""
    column = Column(width - 2)
    column.add(BLANK)
    column.heading(_("Who does what when"))
    rows = [(party.short, party.id) for party in agreement.ordered_parties]
    rows.append((_("lead?"), NOBODY))
    times = [*QUARTERS, *(when for when in _OTHERS if found.has(when))]
    label = min(max(cell_len(name) for name, _ in rows), column.width // 5) + _GAP
    heads = [_named(agreement, when) for when in times]
    most = [max(len(found.at(key, when)) for _, key in rows) for when in times]
    sizes = _sizes(heads, most, column.width - 2 - label)
    titles = [
        wrap(line(Run(head, "quiet")), size - _GAP)
        for head, size in zip(heads, sizes, strict=True)
    ]
    for row in _side_by_side(" " * label, titles, sizes):
        column.row(row)
    for name, key in rows:
        cells = [
            _cell(agreement, found.at(key, when), size - _GAP)
            for when, size in zip(times, sizes, strict=True)
        ]
        first, *others = _side_by_side(fit(clip(name, label - 1), label), cells, sizes)
        column.stop("planning", ("party", key), first)
        for row in others:
            column.row(row)
    return inset(column.drawn())


def _sizes(heads: Sequence[str], most: Sequence[int], room: int) -> list[int]:
    """How wide each column is: room for the longest word of its head, and of what remains
    the more, the more stands in it."""
    least = [
        max(_LEAST, *(cell_len(word) for word in head.split(" "))) + _GAP for head in heads
    ]
    rest = max(0, room - sum(least))
    total = sum(most) or 1
    return [size + rest * count // total for size, count in zip(least, most, strict=True)]


def _named(agreement: Agreement, when: When) -> str:
    if when in _OTHERS:
        return _(_OTHERS[when])
    quarter = _("Q{number}", number=when.value)
    year = agreement.about.year
    return f"{quarter}\u00a0{year}" if year else quarter


def _cell(agreement: Agreement, articles: tuple[str, ...], width: int) -> list[Line]:
    numbers = [agreement.lines[key].number or "·" for key in articles]
    return wrap(line("  ".join(numbers)), width) if numbers else [line(Run("-", "quiet"))]


def _side_by_side(
    name: str, cells: Sequence[Sequence[Line]], sizes: Sequence[int]
) -> Iterator[Line]:
    """The lines of cells beside one another, the name before the first of them."""
    for place in range(max(len(lines) for lines in cells)):
        row: list[Run] = [Run(name if place == 0 else " " * cell_len(name))]
        for lines, size in zip(cells, sizes, strict=True):
            words = lines[place] if place < len(lines) else ()
            row += [*words, Run(" " * (size - width_of(words)))]
        yield tuple(row)
