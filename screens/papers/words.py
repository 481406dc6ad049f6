"""Other words for a piece of the minutes: the words, and under them what the program wrote."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from textual import events
from textual.timer import Timer
from textual.widgets import TextArea

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.text import clean
from pa_tui.language import N_, _
from screens.base import TableScreen
from screens.keys import EVERYWHERE, Command
from screens.walk.frame import Border, titled
from screens.widgets.ink import Line, Run
from screens.widgets.sheet import Sheet
from screens.widgets.typeset import wrap

_MOMENT = 0.5


class Words(TextArea):
    """A text area that takes no control characters."""

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.insert(clean(event.text))


class WordsScreen(TableScreen):
    """Dismisses with the words, or None where they were not kept."""

    KEYS: ClassVar[tuple[Command, ...]] = (
        Command(
            "words.keep",
            "f10,ctrl+s,ctrl+enter,ctrl+j",
            N_("keep"),
            N_("Keep these words"),
            1,
            waits=True,
        ),
        Command(
            "words.back", "escape", N_("back"), N_("Back without these words"), 1, waits=True
        ),
    )
    CSS_PATH = "words.tcss"

    def __init__(
        self, words: str, made: str, keep: Callable[[str], None], news: str = ""
    ) -> None:
        """``words`` stand there now, ``made`` is what the program writes; ``keep`` keeps
        half-typed words."""
        super().__init__()
        self._keep, self._news = keep, news
        self._began = clean(words)
        self._waiting: Timer | None = None
        self.words = Words(
            clean(words), soft_wrap=True, highlight_cursor_line=False, compact=True
        )
        self._made = made
        self.other = Sheet("made")
        self.above, self.between, self.below = (
            Border(corners, whole=True) for corners in ("╭─╮", "├─┤", "╰─╯")
        )

    def commands(self) -> tuple[Command, ...]:
        others = (command for command in EVERYWHERE if command.id != "saved")
        return (*self.KEYS, *others)

    def compose_body(self) -> Iterable[Any]:
        yield self.above
        yield self.words
        yield self.between
        yield self.other
        yield self.below

    def on_mount(self) -> None:
        """Puts the cursor in the words."""
        self.words.focus()
        self.words.move_cursor(self.words.document.end)
        self.above.show([titled(_("Your words"))])
        self.between.show([titled(_("What the program writes"))])

        def page(width: int) -> list[Line]:
            return wrap((Run(clean(self._made), "quiet"),), width - 2, (Run("  "),))

        self.other.show(page)
        self.say(self._news)

    def show(self, agreement: Agreement) -> None:
        self.topline.show(agreement.about.title, _("minutes"))

    def on_resize(self, event: events.Resize) -> None:
        """Gives the words the keys again after the window was too small."""
        super().on_resize(event)
        if not self.has_class("-too-small"):
            self.call_after_refresh(self.words.focus)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keeps the words within half a second."""
        if self._waiting is None and self.words.text != self._began:
            self._waiting = self.set_timer(_MOMENT, self._keep_now)

    def _keep_now(self) -> None:
        self._waiting = None
        self._keep(self.words.text)

    def take_key(self, event: events.Key) -> bool:
        return super().take_key(event) if self.foot.is_busy else False

    def action_keep(self) -> None:
        """Gives the words back."""
        words = "\n".join(line.rstrip() for line in self.words.text.split("\n")).strip()
        if words:
            self.dismiss(words)
        else:
            self.say(_("A piece of the minutes cannot be without words."))

    def action_back(self) -> None:
        """Back without these words."""
        self.dismiss(None)
