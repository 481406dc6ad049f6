"""The review as it is looked at: two sides that follow each other, and what is asked."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from textual import events
from textual.containers import Horizontal, Vertical
from textual.strip import Strip

from pa_tui.domain.agreement import Agreement
from pa_tui.language import N_, _, n_
from pa_tui.memory import MemoryStore
from pa_tui.reading.doubts import Doubts
from pa_tui.reading.lines import Remark
from pa_tui.workspace import Workspace
from screens.base import TableScreen
from screens.imported import Imported
from screens.keys import EVERYWHERE, Command
from screens.review.detail import detail_lines
from screens.review.drawing import CHANGED, GUESS, RIGHT, SKIPPED, SURE, Sign, row_line
from screens.review.result import ResultPane
from screens.review.rows import FACTS, Kind, Row, rows_of
from screens.review.source import SourcePane
from screens.review.trail import Trail
from screens.widgets.form import Form
from screens.widgets.ink import Inked, Line, Run, clip, line
from screens.widgets.sheet import Sheet

RIGHT_KEY = N_("a right")
PRESS = {
    Kind.ARTICLE: N_("a right · g join · s cut · h higher · l lower · r number · x no article"),
    Kind.THEME: N_("a right · g join · l lower · x no theme"),
    Kind.UNREAD: N_("a right · t to the article above · h an article of its own"),
    Kind.PARTIES: N_("a right · p adds a party"),
    Kind.FACTS: N_("a right · w change"),
}
"""What can be pressed where something is asked."""

WIDE = 100
"""From this width on both sides stand beside each other."""


class Title(Inked):
    """The line above a side: what it shows."""

    DEFAULT_CSS = "Title { height: 1; }"

    def __init__(self) -> None:
        super().__init__()
        self._words: Line = ()

    def show(self, words: str, aside: str, *, active: bool) -> None:
        """Shows other words; the side the keys work on stands out."""
        now = line(
            Run("▌" if active else " ", "key"),
            Run(f" {words}", "strong" if active else "quiet"),
            Run(f"  {aside}" if aside else "", "quiet"),
        )
        if now != self._words:
            self._words = now
            self.refresh()

    def render_line(self, y: int) -> Strip:
        return self.strip(self._words, self.size.width)


class Looking(TableScreen):
    """Shows what was read beside its source."""

    def __init__(self) -> None:
        super().__init__()
        self.source = SourcePane(self._source_moved)
        self.result = ResultPane(self._draw_row, self._result_moved)
        self.detail = Sheet("detail")
        self.form = Form()
        self.source_title, self.result_title = Title(), Title()
        self.made = Imported(Path(), Agreement())
        self._trail = Trail(self.made)
        self._workspace = self._new_workspace()
        self._doubts = Doubts()
        self._asked: dict[str, list[Remark]] = {}
        self._settled: set[tuple[str, str]] = set()
        self._owners: dict[int, Row] = {}
        self.opened: set[str] = set()
        self.in_source = False

    def compose_body(self) -> Iterable[Any]:
        """The source at the left, the result with its detail at the right."""
        with Horizontal(id="sides"):
            with Vertical(id="left"):
                yield self.source_title
                yield self.source
            with Vertical(id="right"):
                yield self.result_title
                yield self.result
                self.form.display = False
                yield self.form
                yield self.detail

    # -- what is reviewed ------------------------------------------------------------

    @property
    def workspace(self) -> Workspace:
        """What was read, apart from what is on the table: nothing of it is final."""
        return self._workspace

    def _new_workspace(self) -> Workspace:
        store = MemoryStore(self.made.agreement)
        return Workspace(store, lambda: self.app.services.now(), "")

    def review(self, made: Imported) -> None:
        """Begins with another document."""
        self.made = made
        self._trail = Trail(made)
        self._workspace = self._new_workspace()
        self._workspace.subscribe(self.show)
        self._doubts = Doubts()
        self._settled, self.opened, self.in_source = set(), set(), False
        self.source.show(made.source)
        self.show(made.agreement)
        self.result.edge(-1)
        self.follow()

    def commands(self) -> tuple[Command, ...]:
        """Without the other screens: first this is taken over or dropped."""
        there = (c for c in EVERYWHERE if not c.does.startswith("app.mode"))
        return (*self.KEYS, *there)

    # -- drawing ------------------------------------------------------------

    def show(self, agreement: Agreement) -> None:
        self._trail.agreement = agreement
        self._owners = {}
        self._asked = {}
        for remark in self.made.questions:
            if agreement.about == self.made.agreement.about:
                self._asked.setdefault(FACTS, []).append(remark)
        for doubt in self._doubts.of(agreement):
            self._asked.setdefault(doubt.key, []).append(doubt.question)
        self.result.show(rows_of(agreement, self._trail, self.opened))
        self.follow()

    def _draw_row(self, row: Row, width: int, here: bool) -> Line:
        return row_line(self.agreement, row, self.sign(row), width, here=here)

    def sign(self, row: Row) -> Sign:
        """Whether something is sure, to be looked at, looked at or set right."""
        if self.open_questions(row):
            return GUESS
        if row.kind is Kind.UNREAD:
            return SKIPPED
        if row.kind in (Kind.PASSAGE, Kind.BLOCK, Kind.GROUP):
            return SURE
        kind = "facts" if row.kind is Kind.FACTS else row.kind.value
        if row.kind is not Kind.PARTIES:
            now = self.agreement.shelf_of(kind).get(row.key)
            if now != self.made.agreement.shelf_of(kind).get(row.key):
                return CHANGED
        return RIGHT if row.key in self._asked else SURE

    def open_questions(self, row: Row) -> list[Remark]:
        """What is asked about a row and nobody said was right."""
        if row.kind in (Kind.PASSAGE, Kind.BLOCK, Kind.GROUP):
            return []
        asked = self._asked.get(row.key, ())
        return [own for own in asked if (row.key, own.message) not in self._settled]

    def settle(self, row: Row) -> bool:
        """What is asked about a row is right as it is, or is open again; whether anything
        is asked."""
        asked = {(row.key, own.message) for own in self._asked.get(row.key, ())}
        if asked <= self._settled:
            self._settled -= asked
        else:
            self._settled |= asked
        self.result.refresh()
        self.follow()
        return bool(asked)

    @property
    def questions(self) -> int:
        """How many questions are open."""
        return sum(
            (key, own.message) not in self._settled
            for key, asked in self._asked.items()
            for own in asked
        )

    def follow(self, *, source: bool = True) -> None:
        """Draws all that is about the row the cursor is on; the other side follows."""
        row = self.here
        if row is None:
            return
        lines = self._trail.lines(row.kind.value, row.key, row.place)
        quiet = lines if row.kind is Kind.UNREAD else ()
        self.source.mark(lines, quiet, follow=source)
        self._draw_titles()
        agreement, asked = self.agreement, self.open_questions(row)
        keys = _(PRESS.get(row.kind, RIGHT_KEY)) if asked else ""
        height = self.detail.size.height
        self.detail.show(lambda width: detail_lines(agreement, row, asked, keys, width, height))

    def _draw_titles(self) -> None:
        page = self.source.page
        aside = _("page {page}", page=page) if page is not None else ""
        self.source.is_active = self.in_source
        name = _("source: {name}", name=self.made.path.name)
        self.source_title.show(name, aside, active=self.in_source)
        self.result_title.show(_("what was read"), "", active=not self.in_source)
        room = max(20, self.app.size.width - 62)
        self.topline.show(clip(self.agreement.about.title, room), "", self.counted())

    def counted(self) -> str:
        """ "31 articles in 4 themes · 3 questions · 6 lines left out"."""
        value = self.agreement
        count = sum(not line.removed for line in value.lines.values())
        articles = n_("{count} article", "{count} articles", count)
        themes = n_("in {count} theme", "in {count} themes", len(value.themes))
        questions = n_("{count} question", "{count} questions", self.questions)
        lines = n_("{count} line left out", "{count} lines left out", len(value.unread))
        return f"{articles} {themes} · {questions} · {lines}"

    # -- the two sides ------------------------------------------------------------

    @property
    def here(self) -> Row | None:
        """The row the cursor is on."""
        return self.result.here

    def line_here(self) -> int:
        """The place in the document of what the cursor is on, 0 where that is not known."""
        row = self.here
        lines = self._trail.lines(row.kind.value, row.key, row.place) if row else ()
        return self.made.source[lines[0]].place if lines else 0

    def _result_moved(self) -> None:
        self.follow()

    def _source_moved(self, index: int) -> None:
        if not self._owners:
            for row in self.result.rows:
                if row.kind is not Kind.BLOCK and row.kind is not Kind.GROUP:
                    lines = self._trail.lines(row.kind.value, row.key, row.place)
                    self._owners.update(dict.fromkeys(lines, row))
        owner = self._owners.get(index)
        if owner is not None:
            self.result.go(owner, quietly=True)
        self.follow(source=False)

    def take_side(self, *, source: bool) -> None:
        """The keys work on the other side from now on."""
        self.in_source = source
        self.set_class(source, "-source")
        self.follow(source=not source)

    @property
    def is_narrow(self) -> bool:
        """Whether there is room for one side only."""
        return self.app.size.width < WIDE

    def on_resize(self, event: events.Resize) -> None:
        """One side or both, as there is room."""
        super().on_resize(event)
        self.set_class(event.size.width < WIDE, "-narrow")
        self.call_after_refresh(self.follow)
