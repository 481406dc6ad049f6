"""A few lines to fill in, one under another; Enter anywhere sends them all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.geometry import Offset
from textual.strip import Strip

from screens.entry.line_editor import LineEditor
from screens.widgets.ink import Inked, Line, Run, clip, ends, line, shown, width_of

_LABEL = 25
_ABOVE = 3


def _nothing(text: str) -> str:
    return ""


def _same(text: str) -> str:
    return text


@dataclass(frozen=True, slots=True)
class Field:
    """A line: its ``key`` in the answer, its label and what stands in it at first.

    With ``choices`` (value and words) it is chosen with the arrows instead of typed. What
    stands in it at first gives way to the first thing typed. ``told`` says beside it what the
    program makes of it, ``completed`` makes its last word whole (for Tab).
    """

    key: str
    label: str
    text: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    told: Callable[[str], str] = _nothing
    completed: Callable[[str], str] = _same


class Form(Inked):
    """Takes every key while it is shown; ``sent`` hears the answers at Enter."""

    DEFAULT_CSS = "Form { height: auto; }"

    def __init__(self) -> None:
        super().__init__()
        self._heading = ""
        self._fields: Sequence[Field] = ()
        self._editors: list[LineEditor] = []
        self._place = 0
        self._sent: Callable[[dict[str, str]], None] = lambda values: None
        self._changed: Callable[[str], None] = lambda key: None

    def show(
        self,
        heading: str,
        fields: Sequence[Field],
        sent: Callable[[dict[str, str]], None],
        changed: Callable[[str], None] = lambda key: None,
    ) -> None:
        """Asks for these; ``changed`` hears the key of a line whenever it changes."""
        self._heading = heading
        self._fields, self._sent, self._changed = fields, sent, changed
        self._editors = [LineEditor(field.text, offered=True) for field in fields]
        self._place = 0
        self.styles.height = len(fields) + _ABOVE
        self.refresh(layout=True)

    @property
    def values(self) -> dict[str, str]:
        """What stands in the lines now, by their keys."""
        return {
            field.key: editor.text.strip()
            for field, editor in zip(self._fields, self._editors, strict=True)
        }

    @property
    def field(self) -> Field | None:
        """The line the cursor is in."""
        return self._fields[self._place] if self._fields else None

    def fill(self, texts: Mapping[str, str], *, offered: bool = True) -> None:
        """Puts other words in some lines; those that are ``offered`` give way to the first
        thing typed."""
        for place, field in enumerate(self._fields):
            text = texts.get(field.key, self._editors[place].text)
            if text != self._editors[place].text:
                self._editors[place] = LineEditor(text, offered=offered)
        self.refresh()

    def go_to(self, key: str) -> None:
        """Puts the cursor in a line."""
        keys = [field.key for field in self._fields]
        self._place = keys.index(key)
        self.refresh()

    # -- keys ---------------------------------------------------------------------------------

    def take_key(self, event: events.Key) -> bool:
        """Whether the key was for the form."""
        field = self.field
        if field is None:
            return False
        if event.key == "enter":
            self._sent(self.values)
            return True
        if event.key in ("up", "shift+tab"):
            self._step(-1)
            return True
        if event.key in ("down", "tab"):
            if event.key == "down" or not self._complete(field):
                self._step(1)
            return True
        return self._edit(field, event)

    def _step(self, by: int) -> None:
        self._place = (self._place + by) % len(self._fields)
        self.refresh()

    def _complete(self, field: Field) -> bool:
        editor = self._editors[self._place]
        whole = field.completed(editor.text)
        if whole == editor.text:
            return False
        editor.replace(whole)
        self._was_changed(field)
        return True

    def _edit(self, field: Field, event: events.Key) -> bool:
        editor = self._editors[self._place]
        if field.choices:
            step = {"left": -1, "right": 1, "space": 1}.get(event.key, 0)
            if not step:
                return event.is_printable and event.key != "question_mark"
            self._choose(field, step)
            return True
        before = editor.text
        if not editor.take(event.key, event.character):
            return False
        if editor.text != before:
            self._was_changed(field)
        self.refresh()
        return True

    def paste(self, words: str) -> None:
        """Puts pasted words in the line the cursor is in."""
        field = self.field
        if field is not None and not field.choices:
            self._editors[self._place].insert(words)
            self._was_changed(field)

    def on_click(self, event: events.Click) -> None:
        """Puts the cursor in the line that was clicked; a choice it is at goes on to the
        next."""
        place = event.y - _ABOVE
        if not 0 <= place < len(self._fields):
            return
        field = self._fields[place]
        if place == self._place and field.choices:
            self._choose(field, 1)
        self._place = place
        self.refresh()

    def _choose(self, field: Field, step: int) -> None:
        editor = self._editors[self._place]
        values = [value for value, _ in field.choices]
        place = values.index(editor.text) if editor.text in values else 0
        editor.replace(values[(place + step) % len(values)])
        self._was_changed(field)

    def _was_changed(self, field: Field) -> None:
        self._changed(field.key)
        self.refresh()

    # -- drawing ------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if y == 1:
            return self.strip(line(Run(" " + self._heading, "title")), width)
        row = y - _ABOVE
        if not 0 <= row < len(self._fields):
            return self.strip((), width)
        return self._field_strip(row, width)

    def _field_strip(self, place: int, width: int) -> Strip:
        field, editor = self._fields[place], self._editors[place]
        here = place == self._place
        label = clip(field.label, _LABEL - 2)
        start = line(
            Run(" ▌ " if here else "   ", "key"),
            Run(label + " " * (_LABEL - cell_len(label)), "text" if here else "quiet"),
        )
        told = field.told(editor.text)
        if field.choices:
            row = (*start, *self._choice(field, editor.text, here=here))
        else:
            room = width - width_of(start) - (cell_len(told) + 2 if told else 0) - 1
            row = (*start, *self._words(editor, max(12, room), place, here=here))
        row = ends(row, line(Run(told, "quiet")), width - 1)
        return self.strip(row, width, "here" if here else "")

    def _choice(self, field: Field, text: str, *, here: bool) -> Line:
        words = dict(field.choices).get(text, text)
        if not here:
            return line(words)
        return line(Run("‹ ", "key"), words, Run(" ›", "key"))

    def _words(self, editor: LineEditor, room: int, place: int, *, here: bool) -> Line:
        text = shown(editor.text)
        if not here:
            return line(clip(text, room))
        before, at, after = (
            text[: editor.cursor],
            text[editor.cursor : editor.cursor + 1],
            text[editor.cursor + 1 :],
        )
        while cell_len(before) > room - 2:
            before = before[max(1, len(before) // 8) :]
        used = cell_len(before)
        start = Offset(_LABEL + 3 + used, place + _ABOVE)
        self.app.cursor_position = self.content_region.offset + start
        typed = Run(before, "cursor") if editor.offered else before
        return line(typed, Run(at or " ", "cursor"), clip(after, max(1, room - used - 1)))
