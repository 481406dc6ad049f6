"""The pictures on the wall: lines for a size, from what there is to see and nothing else.

Everything has its place and keeps it: the heading, the text, who and when, the outcome, a
quiet last row. What does not fit is on a next page, which the last row of the text tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Article
from pa_tui.domain.text import BlockKind
from pa_tui.language import _, spoken
from pa_tui.reading.wording import say_clock
from pa_tui.room import Pointer, Stage
from screens import wording
from screens.beamer.following import Scene, Sign, Wall
from screens.beamer.meeting import called, presence, result
from screens.marks import mark
from screens.texts import footnotes, part_at, screen_label
from screens.widgets.ink import Line, Run, clip_line, ends, fit, line, width_of
from screens.widgets.prose import changes, prose
from screens.widgets.typeset import wrap

COLUMN = 66
"""Longer lines than this are hard to follow from the back of a room."""
_TABLE = 110
"""How wide a table may be."""
_OVERLAP = 1
_MANY = 8
"""More positions than this run on."""
_GUTTER = "  "
"""Stands before every row; the bar beside the part at hand is in it."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a picture holds: a row at the top, the heading, the body, and what stands under
    it. ``start`` and ``rows`` are where the part at hand is in the body."""

    top: Line
    heading: Sequence[Line]
    body: Sequence[Line]
    below: Sequence[Line] = ()
    start: int = 0
    rows: int = 1
    page: int = 0


def picture(wall: Wall, width: int, height: int, now: datetime) -> list[Line]:
    """The wall in ``height`` lines of at most ``width`` cells."""
    scene = wall.scene
    column = max(20, min(width - 8, COLUMN))
    margin = max(0, (width - column) // 2 - len(_GUTTER))
    if wall.paused:
        lines = _pause(scene.agreement, column, height, now)
    elif scene.pointer.stage is Stage.COVER:
        lines = _cover(scene.agreement, column, height)
    else:
        wide = max(column, min(_TABLE, width - margin - 2 * len(_GUTTER)))
        lines = _placed(_content(scene, column, wide), column, height)
    rows = [*lines[: height - 1], *[()] * (height - 1 - len(lines))]
    left = Run(" " * margin)
    return [*((left, *row) if row else () for row in rows), signed(wall.sign, width)]


def signed(found: Sign | None, width: int) -> Line:
    """The last row: why a picture stands still, in quiet words."""
    if found is None:
        return ()
    at = say_clock(found.since, spoken()) if found.since else ""
    if found.chose:
        words = _("held still since {time}", time=at) if at else _("held still")
    else:
        words = _("as it was at {time}", time=at)
    column = min(width - 8, COLUMN)
    return (Run(" " * ((width - column) // 2)), *ends((), line(Run(words, "quiet")), column))


def _content(scene: Scene, column: int, wide: int) -> Content:
    agreement, pointer = scene.agreement, scene.pointer
    article = agreement.articles.get(pointer.article)
    if pointer.stage is Stage.ARTICLE and article is not None:
        return _article(scene, article, column, wide)
    if pointer.stage is Stage.TOGETHER:
        return _together(agreement, pointer, column)
    meeting = agreement.meetings.get(pointer.meeting)
    heading: list[Line] = []
    body: list[Line] = []
    if meeting is not None:
        heading = wrap(line(Run(wording.meeting(meeting), "title")), column)
        drawn = presence if pointer.stage is Stage.MEETING else result
        body = _inset(drawn(agreement, meeting, column))
    top = line(Run(agreement.about.title, "quiet"))
    return Content(top, heading, body, page=pointer.page)


# -- an article ------------------------------------------------------------------------------


def _article(scene: Scene, article: Article, column: int, wide: int) -> Content:
    agreement, pointer = scene.agreement, scene.pointer
    theme = agreement.themes.get(article.theme)
    name = f"{theme.number or ''} {theme.title}".strip() if theme else ""
    top = line(Run(name, "quiet"))
    number = line(Run(f"{article.number}  ", "key")) if article.number else ()
    heading = wrap(line(Run(article.title, "title")), column, number)
    part = part_at(agreement, article.id, pointer.part)
    label = screen_label(agreement)
    if scene.was is None:
        has_table = any(block.kind is BlockKind.TABLE for block in article.text)
        body = prose(article.text, label, (wide if has_table else column) + 2, part.words)
    else:
        body = changes(scene.was, article.text, label, column + 2)
    body += footnotes(agreement, article, column + 2)
    start, rows = _at_hand(body, part.words, changed=scene.was is not None)
    below = [*_facts(agreement, scene, column), *_outcome(agreement, article, column)]
    if pointer.positions:
        below = [*_positions(agreement, article, column), (), *below]
    return Content(top, heading, body, below, start, rows, pointer.page)


def _at_hand(body: Sequence[Line], words: str, *, changed: bool) -> tuple[int, int]:
    """Where the part at hand begins, and its rows; else where the first change is."""
    inks = ("removed", "added") if changed else ("part",)
    found = [y for y, row in enumerate(body) if any(run.ink in inks for run in row)]
    if changed and words:
        begin = " ".join(words.split()[:3])
        rows = [" ".join("".join(run.text for run in row).split()) for row in body]
        found = [y for y, row in enumerate(rows) if begin in row] or found
    return (found[0], found[-1] - found[0] + 1) if found else (0, 1)


def _facts(agreement: Agreement, scene: Scene, column: int) -> list[Line]:
    """Who carries the part at hand, and when."""
    part = part_at(agreement, scene.pointer.article, scene.pointer.part)
    own = part.commitment
    words: list[str] = []
    if part.count > 1:
        words.append(_("part {place} of {count}", place=part.place, count=part.count))
    if own is not None:
        together = wording.joint(agreement, own)
        words += [
            wording.leads(agreement, own),
            _("together {who}", who=together) if together else "",
            wording.when(own),
        ]
    rows = wrap(line(Run(" · ".join(filter(None, words)), "text")), column)
    return [*rows, *[()] * (2 - len(rows))]


def _outcome(agreement: Agreement, article: Article, column: int) -> list[Line]:
    """What was decided and who stands apart; never more than that is so."""
    decision = agreement.decision_on(article.id)
    found = mark(agreement.lines[article.id])
    if decision is None:
        words = found.word if article.removed else _("not decided yet")
        rows = wrap(line(Run(words, "quiet")), column)
    else:
        words = wording.outcome(decision, agreement, reasons=False)
        rows = wrap(line(Run(words, found.ink)), column, (Run(f"{found.sign} ", found.ink),))
    return [*rows, *[()] * (2 - len(rows))]


def _positions(agreement: Agreement, article: Article, column: int) -> list[Line]:
    """What every party says: two beside one another, many or long ones in running words."""
    half = column // 2 - 1
    cells: list[Line] = []
    for party in agreement.ordered_parties:
        words, ink = wording.standpoint(agreement, article, party)
        cells.append(line(Run(f"{party.short}  ", "text"), Run(words, ink)))
    if len(cells) > _MANY or any(width_of(cell) > half for cell in cells):
        gap = Run(" · ", "quiet")
        return wrap([run for cell in cells for run in (gap, *cell)][1:], column)
    rows = []
    for place in range(0, len(cells), 2):
        left, right = cells[place], cells[place + 1] if place + 1 < len(cells) else ()
        rows.append((*left, Run(" " * (half + 2 - width_of(left))), *right))
    return rows


def _together(agreement: Agreement, pointer: Pointer, column: int) -> Content:
    body: list[Line] = []
    for key in pointer.articles:
        own = agreement.lines.get(key)
        if own is not None:
            first = (Run(fit(own.number or "-", 6), "key"),)
            body += _inset(wrap(line(Run(called(own), "text")), column, first))
    heading = [line(Run(_("To decide together"), "title"))]
    top = line(Run(agreement.about.title, "quiet"))
    return Content(top, heading, body, page=pointer.page)


# -- cover and pause -------------------------------------------------------------------------


def _cover(agreement: Agreement, column: int, height: int) -> list[Line]:
    """The title and the themes, in the middle."""
    title = wrap(line(Run(agreement.about.title, "title")), column)
    themes: list[Line] = []
    for theme in agreement.ordered_themes:
        first = line(Run(f"{theme.number or '·'}  ", "key"))
        themes += wrap(line(Run(theme.title, "text")), column, first)
    room = max(1, height - len(title) - 5)
    if 2 * len(themes) <= room:
        themes = [row for own in themes for row in (own, ())]
    elif len(themes) > room:
        rest = _("and {count} more", count=len(themes) - room + 1)
        themes = [*themes[: room - 1], line(Run(rest, "quiet"))]
    return _middle([*title, (), (), *themes], height)


def _pause(agreement: Agreement, column: int, height: int, now: datetime) -> list[Line]:
    """The title, that there is a pause, and what time it is."""
    words = [
        *wrap(line(Run(agreement.about.title, "title")), column),
        (),
        (),
        line(Run(_("Pause"), "text")),
        (),
        line(Run(say_clock(now, spoken()), "text")),
    ]
    return _middle([_centred(row, column) for row in words], height)


def _middle(lines: list[Line], height: int) -> list[Line]:
    return [*[()] * max(0, (height - 1 - len(lines)) // 2), *_inset(lines)]


def _centred(row: Line, column: int) -> Line:
    return (Run(" " * max(0, (column - width_of(row)) // 2)), *row) if row else ()


# -- places ----------------------------------------------------------------------------------


def _placed(found: Content, column: int, height: int) -> list[Line]:
    """The content at its places; the body on the page that is asked for."""
    air: list[Line] = [()] * (0 if height < 30 else 1 if height < 44 else 2)
    heading = [*found.heading, *[()] * (2 - len(found.heading))]
    above = [(), *air, clip_line(found.top, column), (), *air, *heading, ()]
    under = [*air, *found.below, *air]
    room = max(3, height - len(above) - len(under) - 2)
    tops = _tops(len(found.body), room)
    begin = _page_of(found.start, found.rows, room, tops)
    place = (begin + found.page) % len(tops)
    shown = list(found.body[tops[place] : tops[place] + room])
    aside: Line = ()
    if len(tops) > 1:
        words = _("page {place} of {count}", place=place + 1, count=len(tops))
        aside = ends((), line(Run(words, "quiet")), column)
    shown += [()] * (room - len(shown))
    return [*_inset(above), *shown, *_inset([aside, *under])]


def _inset(rows: Iterable[Line]) -> list[Line]:
    return [(Run(_GUTTER), *row) if row else () for row in rows]


def _tops(rows: int, room: int) -> list[int]:
    """The first row of each page; pages share a row to hold on to, the last one is full."""
    if rows <= room:
        return [0]
    step = room - _OVERLAP
    return [*range(0, rows - room, step), rows - room]


def _page_of(start: int, rows: int, room: int, tops: Sequence[int]) -> int:
    """The first page that holds the part whole; where none does, the one it begins on."""
    for place, top in enumerate(tops):
        if top <= start and start + rows <= top + room:
            return place
    return max(place for place, top in enumerate(tops) if top <= start)
