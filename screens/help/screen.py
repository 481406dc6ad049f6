"""The keys of a screen over that screen: typing narrows them, Enter does one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen
from textual.strip import Strip

from pa_tui.language import _
from screens.entry.line_editor import LineEditor
from screens.help.acts import Act
from screens.keys import key_name
from screens.widgets.board import Board, Drawn
from screens.widgets.columns import BLANK, Column, inset
from screens.widgets.ink import Inked, Run, clip, fit, line
from screens.widgets.toosmall import TooSmall
from screens.widgets.typeset import wrap

_KEYS = 17
_LABEL = 22


class Search(Inked):
    """The title and, under it, the words that are looked for."""

    DEFAULT_CSS = "Search { height: 3; dock: top; }"

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self.editor = LineEditor()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if y == 0:
            hint = _("type to find · enter does it · esc back")
            left = line(Run(" " + self._title, "title"))
            gap = width - len(self._title) - len(hint) - 2
            return self.strip((*left, Run(" " * max(1, gap)), Run(hint, "quiet")), width)
        if y == 2:
            text, cursor = self.editor.text, self.editor.cursor
            before, here, after = text[:cursor], text[cursor : cursor + 1], text[cursor + 1 :]
            prompt = Run(" " + _("find") + " ▸ ", "key")
            return self.strip(line(prompt, before, Run(here or " ", "cursor"), after), width)
        return self.strip((), width)


class HelpScreen(Screen[Act]):
    """Gives back the act that was chosen, or None."""

    AUTO_FOCUS = ""

    def __init__(self, title: str, acts: Sequence[Act]) -> None:
        super().__init__()
        self._acts = acts
        self.search = Search(title)
        self.board = Board()

    def compose(self) -> ComposeResult:
        """What is looked for, over what was found."""
        yield self.search
        yield self.board
        yield TooSmall()

    def on_resize(self, event: events.Resize) -> None:
        """Says so where the window is too small."""
        self.set_class(event.size.width < 80 or event.size.height < 24, "-too-small")

    def on_mount(self) -> None:
        """Shows everything."""
        self._show()

    @property
    def found(self) -> list[Act]:
        """The acts that have all the words typed; those that are called so come first."""
        words = self.search.editor.text.casefold().split()
        found = [act for act in self._acts if act.fits(words)]
        return sorted(found, key=lambda act: not act.is_called(words))

    def _show(self) -> None:
        found, headed = self.found, not self.search.editor.text.strip()
        self.board.show(lambda width: _page(found, width, headed=headed))

    def take_key(self, event: events.Key) -> bool:
        """Every key is for finding, going and leaving."""
        match event.key:
            case "escape" | "ctrl+q" | "ctrl+p":
                self.dismiss(None)
            case "enter":
                place = self.board.current
                found = self.found
                here = isinstance(place, int) and place < len(found)
                self.dismiss(found[place] if here and isinstance(place, int) else None)
            case "up" | "down":
                self.board.move(1 if event.key == "down" else -1)
            case "pageup" | "pagedown":
                self.board.page(1 if event.key == "pagedown" else -1)
            case "ctrl+home" | "ctrl+end":
                self.board.edge(1 if event.key == "ctrl+end" else -1)
            case key if act := self._of_key(key):
                self.dismiss(act)
            case _:
                before = self.search.editor.text
                self.search.editor.take(event.key, event.character)
                self.search.refresh()
                if self.search.editor.text != before:
                    self._show()
                    self.board.edge(-1)
        return True

    def _of_key(self, key: str) -> Act | None:
        """The act of a function key, or of one with alt; other keys are words to find."""
        if not (re.fullmatch(r"f\d+", key) or key.startswith("alt+")):
            return None
        return next((act for act in self._acts if key_name(key) in act.keys.split()), None)

    def on_paste(self, event: events.Paste) -> None:
        """Pasted words are looked for."""
        self.search.editor.insert(event.text)
        self.search.refresh()
        self._show()


def _page(acts: Sequence[Act], width: int, *, headed: bool) -> Drawn:
    column = Column(width - 2)
    section = ""
    for place, act in enumerate(acts):
        if headed and act.section != section:
            if section:
                column.add(BLANK)
            section = act.section
            column.heading(section)
        label = fit(clip(act.label, _LABEL - 2), _LABEL) if act.help else act.label
        start = line(Run(fit(clip(act.keys, _KEYS - 2), _KEYS), "key"), label)
        rows = wrap(line(Run(act.help, "quiet")), column.width - 2, start)
        column.stop(act.section, place, rows[0])
        for row in rows[1:]:
            column.row(row)
    if not acts:
        column.add(line(Run(_("Nothing is called that"), "quiet")))
    return inset(column.drawn())
