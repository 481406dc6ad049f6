"""Who does what when, on the screen: parties down, quarters across."""

from __future__ import annotations

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
_GAP = 2


def planning_page(agreement: Agreement, found: Matrix, width: int) -> Drawn:
    """The matrix for a width in cells; columns that would be empty are left out."""
    column = Column(width - 2)
    column.add(BLANK)
    column.heading(_("Who does what when"))
    rows = [(party.short, party.id) for party in agreement.ordered_parties]
    rows.append((_("lead?"), NOBODY))
    times = [*QUARTERS, *(when for when in _OTHERS if found.has(when))]
    label = min(max(cell_len(name) for name, _ in rows), column.width // 5) + _GAP
    size = (column.width - 2 - label) // len(times)
    heads = (fit(clip(_named(agreement, when), size - 1), size) for when in times)
    column.row(line(Run(" " * label), *(Run(head, "quiet") for head in heads)))
    for name, key in rows:
        cells = [_cell(agreement, found.at(key, when), size - _GAP) for when in times]
        _row(column, ("party", key), fit(clip(name, label - 1), label), cells, size)
    return inset(column.drawn())


def _named(agreement: Agreement, when: When) -> str:
    if when in _OTHERS:
        return _(_OTHERS[when])
    quarter = _("Q{number}", number=when.value)
    year = agreement.about.year
    return f"{quarter} {year}" if year else quarter


def _cell(agreement: Agreement, articles: tuple[str, ...], width: int) -> list[Line]:
    numbers = [agreement.lines[key].number or "·" for key in articles]
    return wrap(line("  ".join(numbers)), width) if numbers else [line(Run("-", "quiet"))]


def _row(
    column: Column,
    value: tuple[str, str],
    name: str,
    cells: list[list[Line]],
    size: int,
) -> None:
    for place in range(max(len(lines) for lines in cells)):
        row: list[Run] = [Run(name if place == 0 else " " * len(name))]
        for lines in cells:
            words = lines[place] if place < len(lines) else ()
            row += [*words, Run(" " * (size - width_of(words)))]
        if place == 0:
            column.stop("planning", value, tuple(row))
        else:
            column.row(tuple(row))
