"""After import: nothing is final before Enter."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual import events

from pa_tui.errors import AgreementError
from pa_tui.language import _
from pa_tui.reading.reviewed import reviewed
from screens.entry.asking import Option, Question
from screens.imported import IMPORTED, Imported
from screens.offers import free_place
from screens.review.correcting import Correcting
from screens.review.rows import Kind, Row


class ReviewScreen(Correcting):
    """Reviews what was read; Enter makes the file of it, Escape drops it."""

    CSS_PATH = "review.tcss"

    def on_screen_resume(self) -> None:
        """Takes up what the first screen has read."""
        made = self.app.kept.pop(IMPORTED, None)
        if isinstance(made, Imported):
            self.close_form()
            self.review(made)
            self.take_side(source=False)
            words = [_(own.message, **dict(own.values)) for own in made.warnings]
            self.say(" ".join(words) or _("enter makes {name}", name=self.goal.name))

    def translated(self) -> None:
        """Draws itself in the language in use now."""
        super().translated()
        self.call_after_refresh(self.follow)

    # -- the end of it ------------------------------------------------------------

    @property
    def goal(self) -> Path:
        """The file it becomes: beside its source, over nothing."""
        return free_place(self.made.path.with_suffix(".pa"))

    def action_make(self) -> None:
        """Makes the file of what was read and set right."""
        start = reviewed(self.agreement, self.made.agreement)
        try:
            workspace = self.app.services.create_file(self.goal, start)
        except AgreementError as error:
            self.refuse(error)
            return
        self.app.run_worker(self.app.put_on_table(workspace))

    def action_back(self) -> None:
        """Closes what is open; else asks whether all of it is to be dropped."""
        if self.form.display:
            self.close_form()
            return
        self._ask_drop(lambda: self.run_worker(self.app.action_mode("start")))

    def action_leave(self) -> None:
        """Ends the program; asks first, for nothing of this is kept."""
        self._ask_drop(self.app.exit)

    def _ask_drop(self, drop: Callable[[], object]) -> None:
        answers = (
            Option(_("y"), _("yes, no file is made"), True),
            Option(_("n"), _("no"), False),
        )

        def chosen(yes: bool) -> None:
            if yes:
                drop()

        name = self.made.path.name
        self.ask(Question(_("drop what was read of {name}?", name=name), answers, chosen))

    # -- going ------------------------------------------------------------

    def take_key(self, event: events.Key) -> bool:
        """The form gets every key that means something in it."""
        if super().take_key(event):
            return True
        return bool(self.form.display) and self.form.take_key(event)

    def on_paste(self, event: events.Paste) -> None:
        """Pasted words go into the line being typed."""
        if self.form.display and not self.foot.is_busy:
            self.form.paste(event.text)
            event.stop()
        else:
            super().on_paste(event)

    def action_question(self) -> None:
        """To the next row about which something is asked, round and round."""
        rows, place = self.result.rows, self.result.cursor
        order = (*range(place + 1, len(rows)), *range(place + 1))
        found = next((n for n in order if self.open_questions(rows[n])), None)
        if found is None:
            self.say(_("There are no more questions"))
            return
        if self.in_source:
            self.take_side(source=False)
        self.result.go(rows[found])
        self.follow()

    def action_settle(self) -> None:
        """What is asked here is right as it is."""
        if self.here is None or not self.settle(self.here):
            self.say(_("Nothing is asked here"))

    def action_side(self) -> None:
        """From one side to the other."""
        self.take_side(source=not self.in_source)

    def action_open(self) -> None:
        """Shows the paragraphs of the article."""
        row = self.here
        if row is not None and row.kind is Kind.ARTICLE and row.key not in self.opened:
            self.opened.add(row.key)
            self.show(self.agreement)

    def action_close(self) -> None:
        """Hides the paragraphs of the article."""
        row = self.here
        if row is not None and row.key in self.opened:
            self.opened.discard(row.key)
            self.result.go(Row(Kind.ARTICLE, row.key))
            self.show(self.agreement)

    def action_up(self) -> None:
        """One line up."""
        self._step(-1)

    def action_down(self) -> None:
        """One line down."""
        self._step(1)

    def _step(self, by: int) -> None:
        if self.in_source:
            self.source.step(by)
        else:
            self.result.step(by)

    def action_page_up(self) -> None:
        """A screen up."""
        self._turn(-1)

    def action_page_down(self) -> None:
        """A screen down."""
        self._turn(1)

    def _turn(self, direction: int) -> None:
        if self.in_source:
            self.source.turn(direction)
        else:
            self.result.turn(direction)

    def action_first(self) -> None:
        """To the first line."""
        if self.in_source:
            self.source.go(0)
        else:
            self.result.edge(-1)

    def action_last(self) -> None:
        """To the last line."""
        if self.in_source:
            self.source.go(len(self.made.source))
        else:
            self.result.edge(1)
