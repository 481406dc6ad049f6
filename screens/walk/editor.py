"""Changing a text in full: the words, and under them what changes by them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from textual import events
from textual.timer import Timer
from textual.widgets import TextArea

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.markdown import from_markdown, to_markdown
from pa_tui.domain.text import Text, clean
from pa_tui.language import _
from screens.entry.asking import Option, Question
from screens.entry.writing import Words, WritingScreen
from screens.walk.frame import Border, titled
from screens.widgets.ink import Line, line
from screens.widgets.prose import changes, has_changed

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


class TextEditor(WritingScreen):
    """Shows the words and their changes; dismisses with what was written, or None."""

    def __init__(self, job: Job, agreement: Agreement, keep: Keep) -> None:
        """``keep`` keeps half-typed words: purpose, place, words; none forgets them."""
        began = _joined(_title(job.title), to_markdown(job.began_on, agreement.label))
        source = clean(job.source) if job.source is not None else began
        title, words = _parted(source, job.title)
        super().__init__(words)
        self.job = job
        self._label = agreement.label
        self._keep = keep
        self._began = began
        placeholder = _("a title, if it has one")
        self.heading = Words(title, soft_wrap=False, placeholder=placeholder, id="heading")
        self.under = Border("├─┤", whole=True)
        self._at = self.words
        self._waiting: Timer | None = None
        self._unkept = False

    @property
    def typed_in(self) -> Words:
        return self._at

    def compose_body(self) -> Iterable[Any]:
        first, *rest = super().compose_body()
        yield first
        if self.job.title is not None:
            yield self.heading
            yield self.under
        yield from rest

    def on_mount(self) -> None:
        """Puts the cursor in the words; in the title of an article that has neither yet."""
        if self.job.title is not None and not self._source.strip("# \n"):
            self._at = self.heading
        self._at.focus()
        self.above.show([titled(self.job.name)])
        self.under.show([titled(_("Text"))])
        moved = _("What your words change in the other text")
        self.between.show([titled(moved if self.job.news else _("What changes"))])
        self.say(self.job.news)
        if self.job.source is not None and self.job.place:
            self._keep(self.job.purpose, self.job.place, self._source)

    @property
    def _source(self) -> str:
        """All that is typed, as it is kept."""
        title = _title(None if self.job.title is None else self.heading.text)
        return _joined(title, self.words.text)

    def show(self, agreement: Agreement) -> None:
        meeting = agreement.running_meeting
        self.topline.show(agreement.about.title, "", _("text") if meeting else "")
        self._preview()

    def take_key(self, event: events.Key) -> bool:
        if self.foot.is_busy:
            return super().take_key(event)
        if self.heading.has_focus and event.key in ("enter", "down", "tab"):
            return self._go_to(self.words)
        at_top = self.words.has_focus and self.words.cursor_at_first_line
        if self.job.title is not None and (
            (at_top and event.key == "up") or event.key == "shift+tab"
        ):
            return self._go_to(self.heading)
        return False

    def _go_to(self, words: Words) -> bool:
        self._at = words
        words.focus()
        return True

    # -- while typing ----------------------------------------------------------------------

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keeps the words within half a second and shows what changes."""
        if self._source == (self.job.source or self._began) and not self._unkept:
            return
        if self._waiting is None:
            self._look()
            self._waiting = self.set_timer(_MOMENT, self._look_again)
        else:
            self._unkept = True

    def _look(self) -> None:
        self._unkept = False
        self._keep(self.job.purpose, self.job.place, self._source)
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
        title = _title(None if self.job.title is None else self.heading.text)
        words = self.words.text.strip("\n")
        text = from_markdown(words, self.job.began_on, self._label)
        return Written(text, title, self._source)

    @property
    def is_changed(self) -> bool:
        """Whether there is anything to keep."""
        return self._source != self._began

    # -- leaving ---------------------------------------------------------------------------

    def action_keep(self) -> None:
        """Gives the words back; asks whose stay where somebody else changed the text."""
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
            self._keep(self.job.purpose, self.job.place, self._source)

    def _stop(self) -> None:
        self._unkept = False
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None


def _joined(title: str | None, words: str) -> str:
    """A title and words as one Markdown text, as it is kept half typed."""
    return words if title is None else f"# {title}\n\n{words}"


def _parted(source: str, title: str | None) -> tuple[str, str]:
    """The title and the words of such a text; the ``title`` it has where none stands there."""
    first, _end, rest = source.lstrip("\n").partition("\n")
    if title is None or not (first.startswith("# ") or first.strip() == "#"):
        return title or "", source
    return _title(first[1:]) or "", rest.removeprefix("\n")


def _title(words: str | None) -> str | None:
    """A title as one line; None where there can be none."""
    return None if words is None else " ".join(clean(words).split())


def _call(act: Callable[[], None]) -> None:
    act()
