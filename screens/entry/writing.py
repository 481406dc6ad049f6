"""Writing more than a line: words with the keys of a text, and under them what they mean."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, ClassVar

from textual import events
from textual.widgets import TextArea

from pa_tui.domain.text import clean, uncoded
from pa_tui.language import N_
from screens.base import TableScreen
from screens.keys import EVERYWHERE, Command
from screens.walk.frame import Border
from screens.widgets.sheet import Sheet


class Words(TextArea):
    """A text area that takes no control characters."""

    def __init__(self, words: str, **look: Any) -> None:
        super().__init__(words, highlight_cursor_line=False, compact=True, **look)

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.insert(clean(uncoded(event.text)))


class WritingScreen(TableScreen):
    """Words above, a sheet below, in one frame; keeping and leaving are its only keys."""

    KEYS: ClassVar[tuple[Command, ...]] = (
        Command(
            "text.keep",
            "f10,ctrl+s,ctrl+enter,ctrl+j",
            N_("keep"),
            N_("Keep these words"),
            1,
            waits=True,
        ),
        Command(
            "text.back", "escape", N_("back"), N_("Back without these words"), 1, waits=True
        ),
    )
    CSS_PATH = Path(__file__).with_name("writing.tcss")

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = Words(words, soft_wrap=True)
        self.preview = Sheet("preview")
        self.above, self.between, self.below = (
            Border(corners, whole=True) for corners in ("╭─╮", "├─┤", "╰─╯")
        )

    @property
    def typed_in(self) -> Words:
        """The words that get the keys."""
        return self.words

    def commands(self) -> tuple[Command, ...]:
        others = (command for command in EVERYWHERE if command.id != "saved")
        return (*self.KEYS, *others)

    def compose_body(self) -> Iterable[Any]:
        yield self.above
        yield self.words
        yield self.between
        yield self.preview
        yield self.below

    def on_resize(self, event: events.Resize) -> None:
        """Gives the words the keys again after the window was too small."""
        super().on_resize(event)
        if not self.has_class("-too-small"):
            self.call_after_refresh(self.typed_in.focus)

    def take_key(self, event: events.Key) -> bool:
        return super().take_key(event) if self.foot.is_busy else False
