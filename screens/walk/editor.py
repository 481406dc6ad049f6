"""Changing a text in full: the words, and under them what changes by them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from textual import events
from textual.timer import Timer
from textual.widgets import TextArea

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.markdown import from_markdown, to_markdown
from pa_tui.domain.text import Text, clean, uncoded
from pa_tui.language import N_, _
from screens.base import TableScreen
from screens.entry.asking import Option, Question
from screens.keys import EVERYWHERE, Command
from screens.walk.frame import Border, titled
from screens.widgets.ink import Line, line
from screens.widgets.prose import changes, has_changed
from screens.widgets.sheet import Sheet

_LONG = 6000
"""From so many characters on, what changes is shown a moment after the last key."""
_MOMENT = 0.25


@dataclass(frozen=True, slots=True)
class Job:
    """What is written and for what.

    ``began_on`` is the text it began as (empty for a new one), ``title`` the article's own
    (None where it cannot be changed here), ``source`` the words to start with where they are
    others than those of ``began_on``. ``news`` tells that somebody else changed the text
    meanwhile (``began_on`` is theirs): keeping then asks whose words stay.
    """

    name: str
    purpose: str
    place: str
    began_on: Text
    title: str | None = None
    source: str | None = None
    news: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """What came out: the text, its title, and the words as they were typed."""

    text: Text
    title: str | None
    source: str


Keep = Callable[[str, str, str], None]


class Words(TextArea):
    """A text area that takes no control characters."""

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.insert(clean(uncoded(event.text)))


class TextEditor(TableScreen):
    """Shows the words and their changes; dismisses with what was written, or None."""

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
    CSS_PATH = "editor.tcss"

    def __init__(self, job: Job, agreement: Agreement, keep: Keep) -> None:
        """``keep`` keeps half-typed words: purpose, place, words; none forgets them."""
        super().__init__()
        self.job = job
        self._label = agreement.label
        self._keep = keep
        self._began = _source(job, agreement)
        self.words = Words(
            clean(job.source) if job.source is not None else self._began,
            soft_wrap=True,
            highlight_cursor_line=False,
            compact=True,
        )
        self.preview = Sheet("preview")
        self.above, self.between, self.below = (
            Border(corners, whole=True) for corners in ("╭─╮", "├─┤", "╰─╯")
        )
        self._waiting: Timer | None = None
        self._unkept = False

    def commands(self) -> tuple[Command, ...]:
        others = (command for command in EVERYWHERE if command.id != "saved")
        return (*self.KEYS, *others)

    def compose_body(self) -> Iterable[Any]:
        yield self.above
        yield self.words
        yield self.between
        yield self.preview
        yield self.below

    def on_mount(self) -> None:
        """Puts the cursor in the words."""
        self.words.focus()
        self.words.move_cursor(_start(self.words.text, titled=self.job.title is not None))
        self.above.show([titled(self.job.name)])
        moved = _("What your words change in the other text")
        self.between.show([titled(moved if self.job.news else _("What changes"))])
        self.say(self.job.news)
        if self.job.source is not None and self.job.place:
            self._keep(self.job.purpose, self.job.place, self.words.text)

    def show(self, agreement: Agreement) -> None:
        meeting = agreement.running_meeting
        self.topline.show(agreement.about.title, "", _("text") if meeting else "")
        self._preview()

    def on_resize(self, event: events.Resize) -> None:
        """Gives the words the keys again after the window was too small."""
        super().on_resize(event)
        if not self.has_class("-too-small"):
            self.call_after_refresh(self.words.focus)

    def take_key(self, event: events.Key) -> bool:
        if self.foot.is_busy:
            return super().take_key(event)
        return False

    # -- while typing ----------------------------------------------------------------------

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keeps the words within half a second and shows what changes."""
        if self.words.text == (self.job.source or self._began) and not self._unkept:
            return
        if self._waiting is None:
            self._look()
            self._waiting = self.set_timer(_MOMENT, self._look_again)
        else:
            self._unkept = True

    def _look(self) -> None:
        self._unkept = False
        self._keep(self.job.purpose, self.job.place, self.words.text)
        if len(self.words.text) < _LONG or self._waiting is not None:
            self._preview()

    def _look_again(self) -> None:
        self._look()
        self._waiting = None

    def _preview(self) -> None:
        written = self.written()
        began, label = self.job.began_on, self._label

        def page(width: int) -> list[Line]:
            if written.text == began or not has_changed(began, written.text, label):
                return [line("  ", _("Nothing yet."))]
            return changes(began, written.text, label, width - 2)

        self.preview.show(page, top=False)

    def written(self) -> Written:
        """What the words mean now."""
        source, title = self.words.text, self.job.title
        if title is not None:
            first, _end, rest = source.lstrip("\n").partition("\n")
            if first.startswith("# "):
                title, source = clean(first[2:]).strip(), rest
            elif first.strip() == "#":
                title, source = "", rest
        text = from_markdown(source.strip("\n"), self.job.began_on, self._label)
        return Written(text, title, self.words.text)

    @property
    def is_changed(self) -> bool:
        """Whether there is anything to keep."""
        return self.words.text != self._began

    # -- leaving ---------------------------------------------------------------------------

    def action_keep(self) -> None:
        """Gives the words back; asks first what a first line is that lost its sign."""
        first = self.words.text.strip().partition("\n")[0]
        if self.job.title is None or not first or first == "#" or first.startswith("# "):
            self._keep_these()
            return
        self.ask(
            Question(
                _("The first line has no “# ” before it; it is"),
                (
                    Option("t", _("the title"), self._first_is_title),
                    Option("x", _("part of the text"), self._keep_these),
                ),
                _call,
            )
        )

    def _first_is_title(self) -> None:
        self.words.text = f"# {self.words.text.lstrip().lstrip('#').lstrip()}"
        self._keep_these()

    def _keep_these(self) -> None:
        if not self.job.news:
            self._give_back()
            return
        self.ask(
            Question(
                _("Somebody else changed this text meanwhile"),
                (
                    Option("o", _("keep the other text"), self._drop),
                    Option("m", _("keep mine in its place"), self._give_back),
                ),
                _call,
            )
        )

    def _give_back(self) -> None:
        self._stop()
        self.dismiss(self.written())

    def action_back(self) -> None:
        """Leaves; asks first where there are words to lose."""
        if not self.is_changed:
            self._drop()
            return
        self.ask(
            Question(
                _("These words are not kept yet"),
                (
                    Option("b", _("keep"), self.action_keep),
                    Option("w", _("throw away"), self._drop),
                ),
                _call,
            )
        )

    def _drop(self) -> None:
        self._stop()
        self._keep(self.job.purpose, self.job.place, "")
        self.dismiss(None)

    def on_unmount(self) -> None:
        """The window goes: what was typed last is kept too."""
        if self._unkept:
            self._keep(self.job.purpose, self.job.place, self.words.text)

    def _stop(self) -> None:
        self._unkept = False
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None


def _source(job: Job, agreement: Agreement) -> str:
    """The text as Markdown, its title above it as a heading."""
    words = to_markdown(job.began_on, agreement.label)
    if job.title is None:
        return words
    return f"# {job.title}\n\n{words}"


def _start(source: str, *, titled: bool) -> tuple[int, int]:
    """Where the cursor begins: in the words under the title, behind "# " where there are
    none yet."""
    rows = source.split("\n")
    if not titled or not rows[0].startswith("#"):
        return (0, 0)
    body = next((place for place, row in enumerate(rows) if place and row.strip()), None)
    return (0, len(rows[0])) if body is None else (body, 0)


def _call(act: Callable[[], None]) -> None:
    act()
