"""Other words for a piece of the minutes: the words, and under them what the program wrote."""

from __future__ import annotations

from collections.abc import Callable

from textual.timer import Timer
from textual.widgets import TextArea

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.text import clean
from pa_tui.language import _
from screens.entry.writing import WritingScreen
from screens.walk.frame import titled
from screens.widgets.ink import Line, Run
from screens.widgets.typeset import wrap

_MOMENT = 0.5


class WordsScreen(WritingScreen):
    """Dismisses with the words, or None where they were not kept."""

    def __init__(
        self, words: str, made: str, keep: Callable[[str], None], news: str = ""
    ) -> None:
        """``words`` stand there now, ``made`` is what the program writes; ``keep`` keeps
        half-typed words."""
        super().__init__(clean(words))
        self._keep, self._news, self._made = keep, news, made
        self._began = clean(words)
        self._waiting: Timer | None = None

    def on_mount(self) -> None:
        """Puts the cursor in the words."""
        self.words.focus()
        self.words.move_cursor(self.words.document.end)
        self.above.show([titled(_("Your words"))])
        self.between.show([titled(_("What the program writes"))])

        def page(width: int) -> list[Line]:
            return wrap((Run(clean(self._made), "quiet"),), width - 2, (Run("  "),))

        self.preview.show(page)
        self.say(self._news)

    def show(self, agreement: Agreement) -> None:
        self.topline.show(agreement.about.title, _("minutes"))

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keeps the words within half a second."""
        if self._waiting is None and self.words.text != self._began:
            self._waiting = self.set_timer(_MOMENT, self._keep_now)

    def _keep_now(self) -> None:
        self._waiting = None
        self._keep(self.words.text)

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
