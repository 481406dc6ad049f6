"""What every screen of the program has: a top line, a body, two lines at the bottom.

A screen is a subclass of :class:`TableScreen`:

- ``KEYS`` declares what can be done on it (see :mod:`screens.keys`); each command has
  its method ``action_<name>``;
- ``compose_body`` yields its widgets between the top line and the foot;
- ``show(agreement)`` draws the agreement; it is called when the screen comes up and after
  every act, here or in another window;
- ``self.say(...)``, ``self.ask(...)``, ``self.type_in(...)`` use the lines at the bottom;
- ``self.perform(edit, done)`` does an act and calls ``done`` when it is safely written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingsMap
from textual.screen import Screen

from pa_tui import ports
from pa_tui.domain.agreement import Agreement
from pa_tui.edits.base import Edit
from pa_tui.errors import AgreementError, NeedsConfirmation
from pa_tui.language import _, tell
from pa_tui.ports import Receipt
from pa_tui.workspace import Workspace
from screens.entry.asking import Entry, Option, Question
from screens.keys import BACK_AND_FORTH, EVERYWHERE, Command, bindings
from screens.palette import THEMES
from screens.widgets.foot import Foot, Ground
from screens.widgets.toosmall import TooSmall
from screens.widgets.topline import TopLine

if TYPE_CHECKING:
    from pa_tui.app import PaTuiApp

Done = Callable[[Receipt], None]


class TableScreen(Screen[Any]):
    """A screen over the agreement on the table."""

    KEYS: ClassVar[tuple[Command, ...]] = ()
    AUTO_FOCUS = ""

    app: PaTuiApp

    def __init__(self) -> None:
        super().__init__()
        self._own_bindings = self._bindings
        self._unsubscribe: Callable[[], None] | None = None
        self._just_done = ""
        self.topline = TopLine()
        self.foot = Foot(self.commands())
        self._bind()

    # -- what a screen fills in -------------------------------------------------------------

    def compose_body(self) -> Iterable[Any]:
        """The widgets between the top line and the foot."""
        return ()

    def show(self, agreement: Agreement) -> None:
        """Draws the agreement."""

    def commands(self) -> tuple[Command, ...]:
        """All that can be done here, its own commands first."""
        return (*self.KEYS, *BACK_AND_FORTH, *EVERYWHERE)

    def translated(self) -> None:
        """Shows itself in the language in use now."""
        self._bind()
        self.foot.show_keys(self.commands())
        if self.is_current and self.app.workspace is not None:
            self.show(self.agreement)
        for widget in self.query("*"):
            widget.refresh()

    # -- the agreement -------------------------------------------------------------------------

    @property
    def workspace(self) -> Workspace:
        """The agreement on the table and the one road to change it."""
        assert self.app.workspace is not None
        return self.app.workspace

    @property
    def agreement(self) -> Agreement:
        """The agreement as it is shown."""
        return self.workspace.agreement

    def perform(self, edit: Edit, done: Done = lambda receipt: None) -> bool:
        """Shows what an act does at once and writes it; ``done`` hears when it is safe.

        Where it cannot be done the foot says why, and False comes back.
        """

        def safe(receipt: Receipt) -> None:
            self._just_done = receipt.entry.id
            done(receipt)

        try:
            self.workspace.submit(edit, self.told(safe))
        except AgreementError as error:
            self.refuse(error)
            return False
        return True

    def told(self, done: Done) -> Callable[[Receipt | AgreementError], None]:
        """Hears how an act ended: ``done`` where it is written, else the foot says why."""

        def hear(result: Receipt | AgreementError) -> None:
            if isinstance(result, Receipt):
                done(result)
            else:
                self.refuse(result)

        return hear

    # -- the lines at the bottom ---------------------------------------------------------------

    def say(self, words: str, aside: str = "") -> None:
        """Tells what happened."""
        self.foot.say(words, aside)

    def refuse(self, error: AgreementError) -> None:
        """Tells why something was not done, in one quiet line."""
        self.foot.say(tell(error), ink="accent")

    def ask(self, question: Question) -> None:
        """Asks for one key."""
        self.foot.ask(question)

    def type_in(self, entry: Entry) -> None:
        """Asks for words."""
        self.foot.type_in(entry)

    def take_key(self, event: events.Key) -> bool:
        """Gives the foot every key first; True where it took it."""
        return self.foot.take_key(event)

    def on_paste(self, event: events.Paste) -> None:
        """Pasted words go into the line being typed."""
        if self.foot.paste(event.text):
            event.stop()

    # -- back and forth ------------------------------------------------------------------------

    def is_in_sight(self, done: ports.Entry) -> bool:
        """Whether an act can be taken back without a question: it was just told here."""
        return done.id == self._just_done

    def was_taken_back(self, receipt: Receipt) -> None:
        """Tells what was taken back or brought back."""
        undone = receipt.entry.act is ports.Act.UNDO
        aside = _("ctrl+r brings it back") if undone else _("u takes it back")
        self.say(self.words_for(receipt), aside)

    def words_for(self, receipt: Receipt) -> str:
        """What was done, in words."""
        from screens import wording

        return wording.told(receipt)

    def action_undo(self) -> None:
        """Takes back the last act; asks first where that is not in sight."""
        from pa_tui.telling import describe_edit

        last = self._would_undo()
        if last is None or self.is_in_sight(last):
            self._undo(confirmed=False)
            return
        what = describe_edit(last.edit, self.agreement, last.changes)
        self.ask(
            Question(
                _("take back: {what}", what=what),
                (Option("enter", _("yes"), True),),
                lambda yes: self._undo(confirmed=False),
            )
        )

    def action_redo(self) -> None:
        """Brings back what was last taken back."""
        self.workspace.submit_redo(self.told(self.was_taken_back))

    def _would_undo(self) -> ports.Entry | None:
        from pa_tui.history import undoable

        last = self.workspace.last
        if last is not None and last.entry.act is not ports.Act.UNDO:
            return last.entry
        seat = last.entry.seat if last is not None else None
        mine = self.workspace.store.entries(newest_first=True)
        return undoable(mine, lambda entry: seat is None or entry.seat == seat)

    def _undo(self, *, confirmed: bool) -> None:
        def hear(result: Receipt | AgreementError) -> None:
            if isinstance(result, NeedsConfirmation):
                self._confirm_undo(result)
            elif isinstance(result, AgreementError):
                self.refuse(result)
            else:
                self.was_taken_back(result)

        self.workspace.submit_undo(hear, confirmed=confirmed)

    def _confirm_undo(self, error: NeedsConfirmation) -> None:
        self.ask(
            Question(
                tell(error).split(". ")[0],
                (
                    Option(_("y"), _("take it back all the same"), True),
                    Option(_("n"), _("no"), False),
                ),
                lambda yes: self._undo(confirmed=True) if yes else None,
            )
        )

    # -- what works everywhere -----------------------------------------------------------------

    def action_saved(self) -> None:
        """Ctrl+S is what a hand does; there is nothing left to save."""
        self.say(_("Everything is saved"))

    def action_next_theme(self) -> None:
        """Wears the next theme."""
        names = [theme.name for theme in THEMES]
        place = names.index(self.app.theme) + 1 if self.app.theme in names else 0
        self.app.wear(names[place % len(names)])

    def action_help(self) -> None:
        """Shows all keys of this screen."""
        self._find(_("The keys of this screen"))

    def action_palette(self) -> None:
        """Finds an act by its name."""
        self._find(_("All acts"))

    def _find(self, title: str) -> None:
        from screens.help.acts import Act, acts_on
        from screens.help.screen import HelpScreen

        def chosen(act: Act | None) -> None:
            if act is not None:
                self.call_later(act.do)

        self.app.push_screen(HelpScreen(title, acts_on(self)), chosen)

    def action_leave(self) -> None:
        """Ends the program; asks first while a meeting runs."""
        workspace = self.app.workspace
        if workspace is None or workspace.agreement.running_meeting is None:
            self.app.exit()
            return
        self.ask(
            Question(
                _("The meeting is still open. Leave the program?"),
                (
                    Option(_("y"), _("yes, it stays open in the file"), True),
                    Option(_("n"), _("no"), False),
                ),
                lambda leave: self.app.exit() if leave else None,
            )
        )

    # -- machinery -----------------------------------------------------------------------------

    def _bind(self) -> None:
        fresh = BindingsMap(bindings(self.commands()))
        self._bindings = BindingsMap.merge([self._own_bindings, fresh])

    def compose(self) -> ComposeResult:
        """The top line, the body, the foot."""
        yield self.topline
        yield from self.compose_body()
        yield Ground()
        yield self.foot
        yield TooSmall()

    def on_screen_resume(self) -> None:
        """Draws what is on the table now and listens for news."""
        workspace = self.app.workspace
        if workspace is not None and self._unsubscribe is None:
            self._unsubscribe = workspace.subscribe(self.show)
            self.show(workspace.agreement)

    def on_screen_suspend(self) -> None:
        """Another screen comes before it: no news until it is back."""
        self._just_done = ""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None

    def on_unmount(self) -> None:
        """Stops listening."""
        self.on_screen_suspend()

    def on_resize(self, event: events.Resize) -> None:
        """Says so where the window is too small."""
        self.set_class(event.size.width < 80 or event.size.height < 24, "-too-small")
