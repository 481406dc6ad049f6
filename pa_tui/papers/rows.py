"""Tables before and after: rows that came and went, and words that changed in cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pa_tui.domain.alignment import Budget, align, between
from pa_tui.papers.blocks import (
    Cell,
    RevisionKind,
    Row,
    RowChange,
    Runs,
    Table,
    TableChange,
    said,
)
from pa_tui.papers.mending import Credit, marked, side, told, woven

_CELLS = 400_000


def changed_rows(
    before: Table, after: Table, credit: Credit | None
) -> tuple[RowChange, ...] | None:
    """The rows of both tables in one; None where the tables have another shape (columns,
    header, look, or spans over rows that came or went). Without a ``credit`` only
    whether it can be done is asked: the rows then say nothing."""
    if _shape(before) != _shape(after) or before.columns != after.columns:
        return None
    pairs = _paired(before.rows, after.rows)
    if pairs is None:
        return None
    if credit is None:
        return ()
    made: list[RowChange] = []
    done = begun = 0
    for first, second in (*pairs, (len(before.rows), len(after.rows))):
        made += [_whole(row, None, credit) for row in before.rows[done:first]]
        made += [_whole(None, row, credit) for row in after.rows[begun:second]]
        if first < len(before.rows):
            made.append(_altered(before.rows[first], after.rows[second], credit))
        done, begun = first + 1, second + 1
    return tuple(made)


def _shape(table: Table) -> Table:
    return replace(table, rows=())


def _paired(old: Sequence[Row], new: Sequence[Row]) -> list[tuple[int, int]] | None:
    """Rows that are one row before and after; None where spans forbid to part them."""
    if len(old) == len(new) and all(map(_same_cells, old, new)):
        return [(place, place) for place in range(len(old))]
    if any(cell.rows > 1 for row in (*old, *new) for cell in row.cells):
        return None
    budget = Budget(_CELLS)
    exact = align([_told(r) for r in old], [_told(r) for r in new], lambda _: 1, budget)
    pairs = list(exact)
    for low, high, start, stop in between(exact, (0, len(old), 0, len(new))):
        if high - low == stop - start:
            together = zip(range(low, high), range(start, stop), strict=True)
            pairs += [(a, b) for a, b in together if _same_cells(old[a], new[b])]
    return sorted(pair for pair in pairs if _same_cells(old[pair[0]], new[pair[1]]))


def _told(row: Row) -> tuple[str, ...]:
    return tuple("\n".join(said(runs) for runs in cell.paragraphs) for cell in row.cells)


def _same_cells(one: Row, other: Row) -> bool:
    """Whether the cells have the same spans and as many paragraphs."""
    return [_form(cell) for cell in one.cells] == [_form(cell) for cell in other.cells]


def _form(cell: Cell) -> tuple[int, int, bool, int]:
    return cell.columns, cell.rows, cell.heading, len(cell.paragraphs)


def _whole(before: Row | None, after: Row | None, credit: Credit) -> RowChange:
    row = before or after
    assert row is not None
    kind = RevisionKind.DELETED if before else RevisionKind.INSERTED
    words = " ".join(told(runs) for cell in row.cells for runs in cell.paragraphs)
    revision = replace(credit(words if before else "", "" if before else words), kind=kind)
    cells = tuple(
        tuple(marked(runs, revision, kind) for runs in cell.paragraphs) for cell in row.cells
    )
    return RowChange(before, after, cells, revision)


def _altered(before: Row, after: Row, credit: Credit) -> RowChange:
    cells = tuple(
        tuple(
            woven(one, other, credit)
            for one, other in zip(old.paragraphs, new.paragraphs, strict=True)
        )
        for old, new in zip(before.cells, after.cells, strict=True)
    )
    return RowChange(before, after, cells)


def table_side(change: TableChange, gone: RevisionKind) -> Table:
    """The table with all its changes taken over, or all refused."""
    after = gone is RevisionKind.DELETED
    rows = []
    for row in change.rows:
        kept = row.after if after else row.before
        if kept is not None:
            paragraphs = [tuple(side(runs, gone) for runs in cell) for cell in row.cells]
            cells = tuple(map(_with_paragraphs, kept.cells, paragraphs))
            rows.append(Row(cells))
    return replace(change.after if after else change.before, rows=tuple(rows))


def _with_paragraphs(cell: Cell, paragraphs: tuple[Runs, ...]) -> Cell:
    return replace(cell, paragraphs=paragraphs)
