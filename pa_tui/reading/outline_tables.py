"""Agreements laid out as a table: Nr | Afspraak | Trekker | Wanneer | ..."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from pa_tui.reading.genre import THEME_WORDS
from pa_tui.reading.lines import Line, TableCell
from pa_tui.reading.numbers import Number, heading_number, number_of
from pa_tui.reading.outline_columns import column_of, squared
from pa_tui.reading.outline_items import FLAT, Item
from pa_tui.reading.paragraphs import bulleted

_THEME_LEVEL = 6
_LEAST, _LEAST_ALONE = 8, 40
_ENDS = re.compile(r"[.:;!?][\"'”’)]*$")


@dataclass(frozen=True, slots=True)
class Row:
    """What the other columns say about an agreement of a table, as printed."""

    lead: str = ""
    timing: str = ""
    involved: str = ""
    title: str = ""


@dataclass(slots=True)
class Expanded:
    """Items with the agreements of tables as items of their own: ``rows`` tells which
    begin an agreement, ``ends`` after which item a table of agreements stops."""

    items: list[Item] = field(default_factory=list)
    rows: dict[int, Row] = field(default_factory=dict)
    ends: set[int] = field(default_factory=set)


def expanded(items: Sequence[Item]) -> Expanded:
    """The items with every table of agreements taken apart; other tables stay whole."""
    found = Expanded()
    columns: dict[str, int] = {}
    width = 0
    for item in items:
        if not item.line.is_table:
            found.items.append(item)
            continue
        own = _columns(item.line)
        if own:
            columns, width = own, _width(item.line.rows[0])
            rows = item.line.rows[1:]
        elif (
            columns
            and _width(item.line.rows[0]) == width
            and _goes_on(item.line, columns, below=len(found.items) - 1 in found.ends)
        ):
            rows = item.line.rows
        else:
            found.items.append(item)
            continue
        heads = [cell.text for cell in item.line.rows[0]] if own else []
        rows = squared(rows, columns)
        _take_apart(found, rows, columns, heads, item.line)
        found.ends.add(len(found.items) - 1)
    return found


def _width(row: Sequence[TableCell]) -> int:
    return sum(cell.columns for cell in row)


def _columns(line: Line) -> dict[str, int]:
    """Which column holds what, {} where this is no table of agreements."""
    found: dict[str, int] = {}
    place = 0
    for cell in line.rows[0]:
        name = column_of(cell.text)
        if name:
            found.setdefault(name, place)
        place += cell.columns
    others = {"number", "lead", "timing"} & found.keys()
    return found if "text" in found and others and _says_much(line, found, others) else {}


def _says_much(line: Line, columns: dict[str, int], others: set[str]) -> bool:
    """Whether the texts are as long as agreements are; a table of data has only words."""
    cells = [_at(row, columns["text"]) for row in line.rows[1:]]
    texts = [cell.text.strip() for cell in cells if cell and cell.text.strip()]
    least = _LEAST_ALONE if "number" not in others or len(others) == 1 else _LEAST
    return bool(texts) and sum(len(text) >= least for text in texts) * 2 >= len(texts)


def _goes_on(line: Line, columns: dict[str, int], *, below: bool) -> bool:
    """Whether a table without heads goes on where the last one stopped; directly ``below``
    it, it may hold no more than the rest of the last row."""
    if "number" not in columns:
        return False
    cells = [_at(row, columns["number"]) for row in line.rows]
    single = [cell for cell in cells if cell is not None and cell.columns == 1]
    texts = [cell.text.strip() for cell in single if cell.text.strip()]
    numbers = [text for text in texts if number_of(f"{text} ") is not None]
    return len(numbers) == len(texts) and (bool(numbers) or below)


def _at(row: Sequence[TableCell], column: int) -> TableCell | None:
    place = 0
    for cell in row:
        if place <= column < place + cell.columns:
            return cell if place == column else None
        place += cell.columns
    return None


def _take_apart(
    found: Expanded,
    rows: Sequence[Sequence[TableCell]],
    columns: dict[str, int],
    heads: list[str],
    table: Line,
) -> None:
    for index, row in enumerate(rows):
        filled = [cell for cell in row if cell.text.strip()]
        if not filled:
            continue
        if _is_section(row, filled, columns):
            following = _number_below(rows[index + 1 :], columns)
            found.items.append(_section(filled[0], following, table))
        elif _is_rest(found, row, columns):
            _add_rest(found, row, columns)
        else:
            _begin_theme(found, row, columns)
            _add_article(found, row, columns, heads)


def _begin_theme(found: Expanded, row: Sequence[TableCell], columns: dict[str, int]) -> None:
    """Opens the theme a column names, where it is another than the one before."""
    name = _words(row, columns, "theme").replace("; ", " ")
    last = next((item for item in reversed(found.items) if item.level == _THEME_LEVEL), None)
    if name and (last is None or last.line.text != name):
        number = number_of(name) or heading_number(name)
        found.items.append(Item(Line(name, _place(row)), number, _THEME_LEVEL))


def _is_rest(found: Expanded, row: Sequence[TableCell], columns: dict[str, int]) -> bool:
    """Whether a row without a number goes on with the agreement above it."""
    if "number" not in columns or not found.rows:
        return False
    last = max(found.rows)
    cell = _at(row, columns["number"])
    text = _at(row, columns["text"])
    unnumbered = cell is None or not (cell.text.strip() or any(n.mark for n in cell.lines))
    below = not any(item.is_heading for item in found.items[last:])
    return unnumbered and below and text is not None and found.items[last].number is not None


def _add_rest(found: Expanded, row: Sequence[TableCell], columns: dict[str, int]) -> None:
    last = max(found.rows)
    found.ends.discard(len(found.items) - 1)
    said = found.rows[last]
    found.rows[last] = Row(
        lead=_both(said.lead, _words(row, columns, "lead")),
        timing=_both(said.timing, _words(row, columns, "timing")),
        involved=_both(said.involved, _words(row, columns, "involved")),
        title=said.title,
    )
    cell = _at(row, columns["text"])
    for line in map(bulleted, cell.lines if cell else ()):
        before = found.items[-1].line
        if line.text[:1].islower() and not line.mark and not _ENDS.search(before.text):
            number = found.items[-1].number
            text = f"{before.text} {line.text}"
            if number is not None:
                number = replace(number, rest=f"{number.rest} {line.text}")
            found.items[-1] = Item(replace(before, text=text), number)
        elif line.text.strip():
            number = None if line.is_bullet else number_of(line.text, line.mark)
            found.items.append(Item(line, number))


def _both(said: str, more: str) -> str:
    return "; ".join(filter(None, (said, more if more not in said else "")))


def _is_section(
    row: Sequence[TableCell], filled: Sequence[TableCell], columns: dict[str, int]
) -> bool:
    """Whether a row is a heading: one cell over (nearly) the whole width, or one short cell
    alone where the number or text would stand."""
    if len(filled) != 1 or len(filled[0].text) > 160:
        return False
    if filled[0].columns > 1 or len(row) == 1:
        return True
    return (
        _at(row, columns["text"]) is not filled[0] and number_of(filled[0].text + " ") is None
    )


def _number_below(
    rows: Sequence[Sequence[TableCell]], columns: dict[str, int]
) -> Number | None:
    for row in rows[:3]:
        cell = _at(row, columns.get("number", -1)) if "number" in columns else None
        if cell and (number := number_of(cell.text.strip() + " ")):
            return number
    return None


def _section(cell: TableCell, below: Number | None, table: Line) -> Item:
    line = cell.lines[0] if cell.lines else Line(cell.text)
    text = re.sub(r"\s+", " ", cell.text).strip()
    number = number_of(text)
    is_theme = (
        number is not None
        and below is not None
        and (below.prefix == number.parts or (not below.prefix and THEME_WORDS.search(text)))
    ) or re.match(r"thema\b", text, re.IGNORECASE)
    level = _THEME_LEVEL if is_theme else FLAT
    return Item(replace(line, text=text, place=line.place or table.place), number, level)


def _add_article(
    found: Expanded, row: Sequence[TableCell], columns: dict[str, int], heads: list[str]
) -> None:
    cell = _at(row, columns["text"])
    lines = [bulleted(line) for line in cell.lines if line.text.strip()] if cell else []
    mark = _at(row, columns["number"]) if "number" in columns else None
    printed = mark.text.strip() if mark else ""
    if mark and not printed and mark.lines and mark.lines[0].mark:
        printed = mark.lines[0].mark
    first = lines[0] if lines else Line("", place=_place(row))
    number = number_of(f"{printed} ") if printed else number_of(first.text, first.mark)
    if printed and number is None:
        number = Number("other", printed.rstrip("."), (printed,), "")
    if number is not None and printed:
        number = replace(number, rest=first.text)
    start = len(found.items)
    found.rows[start] = Row(
        lead=_words(row, columns, "lead"),
        timing=_words(row, columns, "timing"),
        involved=_words(row, columns, "involved"),
        title=_words(row, columns, "title").replace("; ", " "),
    )
    found.items.append(Item(replace(first, mark=""), number))
    found.items += [
        Item(line, None if line.is_bullet else number_of(line.text, line.mark))
        for line in lines[1:]
    ]
    for place, head, other in _others(row, columns, heads):
        text = f"{head}: {other}" if head else other
        found.items.append(Item(Line(re.sub(r"\s*\n\s*", " ", text), place=place)))


def _place(row: Sequence[TableCell]) -> int:
    return next((line.place for cell in row for line in cell.lines if line.place), 0)


def _words(row: Sequence[TableCell], columns: dict[str, int], name: str) -> str:
    cell = _at(row, columns[name]) if name in columns else None
    return re.sub(r"\s*\n\s*", "; ", cell.text.strip()) if cell else ""


def _others(
    row: Sequence[TableCell], columns: dict[str, int], heads: list[str]
) -> Iterator[tuple[int, str, str]]:
    """The filled cells of columns this reading has no own place for, with their heads."""
    place = 0
    for number, cell in enumerate(row):
        if place not in columns.values() and cell.text.strip():
            head = heads[number] if number < len(heads) else ""
            yield _place((cell,)), re.sub(r"\s+", " ", head).strip(" :"), cell.text.strip()
        place += cell.columns
