"""The two lines at the bottom: what just happened, and the keys.

The one-line entry and the small questions open in the same place, so nothing ever moves.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.geometry import Offset, Region
from textual.strip import Strip

from pa_tui.language import _
from screens.entry.asking import Entry, Option, Question
from screens.entry.line_editor import LineEditor
from screens.keys import Command, key_name
from screens.widgets.ink import Inked, Line, Run, clip, ends, key_at, line, shown, width_of
from screens.widgets.keyline import footer, question_lines
from screens.widgets.typeset import wrap

_BESIDE = 100
"""From this width on, what was understood stands beside the words."""
_HINT = 8
"""A hint in less room than this says nothing."""
_MISSED = 24
"""So much is shown of what was no answer."""
_WORDS = 4
"""So many letters that wait behind a key make words of it."""
_ONE_GO = 0.03
"""Seconds between two keys that no hand types apart."""
_GOES_ON = 0.6
"""Seconds after a question was dropped in which a hand may still be typing at it."""


class Ground(Inked):
    """What the foot stands on: it keeps two rows free at the bottom."""

    def render_line(self, y: int) -> Strip:
        return self.strip((), self.size.width)


class Foot(Inked):
    """Says, asks and takes words. ``take_key`` gets every key first."""

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._commands = commands
        self._said: Line = ()
        self._aside: Line = ()
        self._question: Question | None = None
        self._missed = ""
        self._entry: Entry | None = None
        self._editor = LineEditor()
        self._waiting: tuple[Entry, LineEditor] | None = None
        self._words_until: float | None = None
        self._dropped_until = 0.0
        self.covered = False
        """Whether words are hidden from the room while they are typed."""

    # -- saying ---------------------------------------------------------------------------

    def say(self, words: str, aside: str = "", ink: str = "text") -> None:
        """Tells what happened, and in a quieter voice what can be done about it."""
        self._said, self._aside = line(Run(words, ink)), line(Run(aside, "quiet"))
        self.refresh()

    @property
    def said(self) -> str:
        """The words that stand there."""
        return "".join(run.text for run in self._said)

    # -- asking ---------------------------------------------------------------------------

    def _grow(self, rows: int) -> None:
        """Takes as many rows as a question needs, over what stands above; two at least."""
        self.styles.height = max(2, rows)

    @property
    def is_busy(self) -> bool:
        """Whether something is asked or typed."""
        return self._question is not None or self._entry is not None

    @property
    def is_typing(self) -> bool:
        """Whether words are being typed."""
        return self._entry is not None

    def ask(self, question: Question) -> None:
        """Asks for one key; in place of what was asked before. Words that were being typed
        come back after the answer."""
        typing = None if self._entry is None else (self._entry, self._editor)
        self._entry = None
        self._drop_question()
        self._waiting = typing or self._waiting
        self._question, self._missed, self._words_until = question, "", None
        self._grow(len(question_lines(question, self.size.width - 2)))
        self.refresh()

    def type_in(self, entry: Entry) -> None:
        """Asks for words; in place of whatever was asked before."""
        self.drop()
        self._entry, self._editor = entry, entry.editor()
        self.refresh()

    def drop(self) -> None:
        """Ends what is asked without an answer."""
        entry = self._entry
        waiting, self._waiting = self._waiting, None
        self._entry = None
        self._drop_question()
        for own in (entry, waiting[0] if waiting else None):
            if own is not None:
                own.dropped()
        self.refresh()

    def _drop_question(self) -> None:
        question, self._question = self._question, None
        self._grow(2)
        if question is not None:
            question.dropped()

    def drop_question(self) -> None:
        """Ends a question without an answer; words being typed stay."""
        if self._question is not None:
            self._drop_question()
            self._type_on()
            self.refresh()

    def _type_on(self) -> None:
        """Words that waited for an answer are typed on, where nothing else came up."""
        if self._waiting is not None and not self.is_busy:
            (self._entry, self._editor), self._waiting = self._waiting, None

    def take_key(self, event: events.Key) -> bool:
        """Whether the key was for what is asked here."""
        if self._question is not None:
            return self._answer(self._question, event)
        if self._entry is not None:
            return self._type(self._entry, event)
        return False

    def paste(self, words: str) -> bool:
        """Puts pasted words in the line being typed; a question takes none."""
        if self._question is not None:
            self._miss(self._question, words)
            return True
        if self._entry is None:
            return False
        self._editor.insert(words)
        self._typed(self._entry)
        return True

    def put(self, words: str) -> None:
        """Puts other words in the line being typed."""
        if self._entry is not None:
            self._editor.replace(words)
            self._typed(self._entry)

    def _answer(self, question: Question, event: events.Key) -> bool:
        if self._are_words(event):
            return True
        if event.key == "escape":
            self.drop_question()
            if not self.is_busy:
                self._dropped_until = event.time + _GOES_ON
            return True
        pressed = event.character if event.is_printable and event.character else event.key
        option = next((own for own in question.options if own.key == pressed), None)
        if option is not None:
            if event.is_printable and not option.opens and self._begins_words(event):
                self._miss(question, pressed)
            else:
                self._chose(question, option)
            return True
        if question.other(pressed):
            return True
        if _leads_away(event.key):
            return False
        self._miss(question, pressed if event.is_printable else key_name(event.key))
        return True

    def _chose(self, question: Question, option: Option) -> None:
        self._question = None
        self._grow(2)
        self.refresh()
        question.chosen(option.value)
        self._type_on()

    def _miss(self, question: Question, typed: str) -> None:
        """Says that what was typed or pasted is no answer."""
        words = " ".join(shown(typed).split())
        self._missed = clip(words, _MISSED)
        self._grow(len(question_lines(question, self.size.width - 2, self._missed)))
        self.refresh()

    def _begins_words(self, event: events.Key) -> bool:
        """Whether a key is the first letter of words that came in one go: pasted without
        saying so, or typed at what looked like a line."""
        if self._typed_ahead() < _WORDS:
            return False
        self._words_until = event.time + _ONE_GO
        return True

    def _are_words(self, event: events.Key) -> bool:
        """Whether a key belongs to words that came in one go."""
        if self._words_until is None or event.time > self._words_until:
            self._words_until = None
            return False
        self._words_until = event.time + _ONE_GO
        return True

    def are_stray(self, event: events.Key) -> bool:
        """Whether a letter belongs to words nobody asks for: they came in one go, or are typed
        on where a question was dropped."""
        if self.is_busy or not event.is_printable:
            return False
        if event.time < self._dropped_until:
            self._dropped_until = event.time + _GOES_ON
            return True
        return self._are_words(event) or self._begins_words(event)

    def _typed_ahead(self) -> int:
        """How many letters came in already behind the key at hand."""
        waiting = getattr(self.app._message_queue, "values", ())
        return sum(isinstance(own, events.Key) and own.is_printable for own in waiting)

    def _type(self, entry: Entry, event: events.Key) -> bool:
        if event.key == "escape":
            self.drop()
        elif event.key == "enter":
            self._entry = None
            self.refresh()
            entry.taken(self._editor.text.strip())
        elif event.key == "tab":
            whole = entry.completed(self._editor.text)
            if whole != self._editor.text:
                self._editor.replace(whole)
                self._typed(entry)
        else:
            before = self._editor.text
            if not self._editor.take(event.key, event.character):
                return entry.other(event.key) or not _leads_away(event.key)
            if self._editor.text != before:
                self._typed(entry)
            self.refresh()
        return True

    def on_click(self, event: events.Click) -> None:
        """An answer or a key that is clicked does what the key does."""
        width = self.size.width - 2
        if self._question is not None:
            rows = question_lines(self._question, width, self._missed)
            key = key_at(rows[event.y], event.x - 1) if event.y < len(rows) else ""
            option = next((own for own in self._question.options if own.key == key), None)
            if option is not None:
                self._chose(self._question, option)
            elif key == "esc":
                self.drop_question()
        elif self._entry is None and event.y == 1 and width_of(self._said) <= width:
            key = key_at(footer(self._commands, width), event.x - 1)
            command = next((c for c in self._commands if c.group and c.key == key), None)
            if command is not None:
                self.call_later(self.screen.run_action, command.does)

    def _typed(self, entry: Entry) -> None:
        entry.changed(self._editor.text)
        self.refresh()

    # -- drawing --------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if self._question is not None:
            rows = question_lines(self._question, width - 2, self._missed)
            row = rows[y] if y < len(rows) else ()
        elif self._entry is not None:
            row = self._entry_line(self._entry, width - 2, y)
        else:
            row = self._said_line(width - 2, y)
        return self.strip((Run(" "), *row), width)

    def _said_line(self, width: int, y: int) -> Line:
        """What was said over the keys; words too long for one row take both."""
        if width_of(self._said) > width:
            rows = wrap(self._said, width)
            return rows[0] if y == 0 else ends(rows[1], self._aside, width)
        if y == 0:
            return ends(self._said, self._aside, width)
        return footer(self._commands, width)

    def _entry_line(self, entry: Entry, width: int, y: int) -> Line:
        understood = "" if self.covered else entry.understood(self._editor.text)
        beside = width >= _BESIDE
        if y == 1:
            words = entry.hint or _("enter keeps · esc drops")
            told = () if beside else line(Run(clip(shown(understood), width), "accent"))
            room = width - width_of(told) - 2
            hint = line(Run(clip(words, room), "quiet")) if room >= _HINT else ()
            return ends(told, hint, width)
        told = line(Run(clip(shown(understood), width * 9 // 20), "accent")) if beside else ()
        prompt = line(Run(entry.prompt + " ▸ ", "key"))
        room = width - width_of(prompt) - width_of(told) - 2
        return ends((*prompt, *self._window(max(8, room), width_of(prompt))), told, width)

    def _window(self, room: int, start: int) -> Line:
        """The part of the words around the cursor, and the cursor."""
        text, cursor = self._editor.text, self._editor.cursor
        if self.covered:
            text = "•" * len(text)
        text = shown(text)
        before, here, after = text[:cursor], text[cursor : cursor + 1], text[cursor + 1 :]
        while cell_len(before) > room - 2:
            before = before[max(1, len(before) // 8) :]
        used = cell_len(before)
        self.app.cursor_position = self.content_region.offset + Offset(start + 1 + used, 0)
        typed = Run(before, "cursor") if self._editor.offered else before
        return line(typed, Run(here or " ", "cursor"), clip(after, room - used - 1))

    def show_keys(self, commands: Sequence[Command]) -> None:
        """Shows the keys of other commands from now on."""
        self._commands = commands
        self.refresh(Region(0, 1, self.size.width, 1))


def _leads_away(key: str) -> bool:
    """Whether a key is for the whole program, not for what is asked."""
    return key in ("ctrl+q", "ctrl+c") or (key[0] == "f" and key[1:].isdigit())
