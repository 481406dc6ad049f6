"""Mode 5: the papers that exist now, beside how the chosen one reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from textual import events
from textual.containers import Container

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.meetings import Meeting
from pa_tui.errors import AgreementError
from pa_tui.language import N_, _
from pa_tui.papers.editions import Edition
from screens.keys import Command
from screens.making import Making, make_papers
from screens.offers import Chosen, Offer, offers
from screens.papers.leaves import Read
from screens.papers.options import change, rows
from screens.papers.reader import Reader
from screens.papers.versions import Comparing
from screens.widgets.board import Drawn
from screens.widgets.columns import BLANK, Column
from screens.widgets.ink import Run, line
from screens.widgets.typeset import wrap

_BESIDE = 110


class PapersScreen(Comparing):
    """A list of papers with what can be chosen for them, and the text of the one under the
    cursor."""

    KEYS = (
        Command("papers.word", "enter", N_("write in Word"), N_("Writes it as a Word file"), 1),
        Command("papers.markdown", "m", N_("Markdown"), N_("Writes it as Markdown"), 1),
        Command("papers.open", "o", N_("open"), N_("Opens what was written last"), 1),
        Command("papers.words", "e", N_("words"), N_("Other words in the minutes"), 2),
        Command(
            "papers.next_conflict",
            "c",
            N_("conflict"),
            N_("To the next piece whose words conflict with the record"),
            2,
        ),
        Command("papers.program", "r", "", N_("The program’s own words again")),
        Command("papers.compare", "v", N_("compare"), N_("Compares versions of minutes"), 2),
        Command("papers.sheet", "x", N_("as a worksheet"), N_("Writes its table for Excel"), 3),
        Command("papers.calendar", "k", N_("for a calendar"), N_("Writes its days as .ics"), 3),
        Command("papers.into", "right", "", N_("Into the text of the paper")),
        Command("papers.out", "left", "", N_("Back to the list of papers")),
        Command("papers.stop", "escape", "", N_("Stops writing, or goes back to the list")),
    )
    CSS_PATH = "papers.tcss"
    reading = False

    def __init__(self) -> None:
        super().__init__()
        self.reader = Reader("paper")
        self._offers: dict[str, Offer] = {}
        self._chosen: Chosen | None = None
        self._key = ""
        self._wanted: tuple[object, ...] = ()
        self._read: Read | None = None
        self._making: Making | None = None
        self._written: Path | None = None

    def compose_body(self) -> Iterable[Any]:
        """The list and the text."""
        self._arrange(self.app.size.width)
        with Container(id="papers"):
            yield self.board
            yield self.reader

    def _arrange(self, width: int) -> None:
        self.set_class(width < _BESIDE, "-narrow")

    def on_resize(self, event: events.Resize) -> None:
        """Puts the text beside the list, or under it."""
        super().on_resize(event)
        self._arrange(event.size.width)

    def show(self, agreement: Agreement) -> None:
        title = agreement.about.title or _("Agreement without a title")
        now = self.workspace.clock()
        self.topline.show(title, _("papers"), labels.near(now.date(), now.year))
        found = offers(agreement, self.workspace.store, self.chosen)
        self._offers = {offer.key: offer for offer in found}
        self.board.show(self._list)
        self.moved()

    @property
    def own_keys(self) -> tuple[Command, ...]:
        first, *others = self.KEYS
        if self.reading:
            first = replace(first, label=N_("other words"), help=N_("Gives it other words"))
        return (first, *others)

    def _light(self, on: bool) -> None:
        """Puts the cursor in the text, or back in the list."""
        self.reader.light(on and bool(self.reader.stops))
        if self.reading is not self.reader.lit:
            self.reading = self.reader.lit
            self.rebind()

    @property
    def chosen(self) -> Chosen:
        """What was chosen for the papers."""
        if self._chosen is None:
            template = self.app.services.template()
            self._chosen = Chosen(template=Path(template) if template else None)
        return self._chosen

    # -- the list --------------------------------------------------------------------------

    def _list(self, width: int) -> Drawn:
        column = Column(width)
        column.add(BLANK)
        for offer in self._offers.values():
            state = line(Run(offer.state, "quiet"))
            column.stop("papers", ("paper", offer.key), line(offer.title), state)
        if self.offer is not None:
            column.add(BLANK)
            column.heading(_("Options"))
            for own in rows(self.offer, self.agreement, self.chosen):
                now = line(Run(own.now, "quiet"))
                column.stop("options", ("option", own.name), line(own.title), now)
            self._list_versions(column)
        if self._written is not None:
            column.add(BLANK)
            column.heading(_("Written"), _("o opens it"))
            path = str(self._written.resolve())
            column.add(*wrap((Run(path, "quiet"),), width - 2, (Run("  "),)))
        return column.drawn()

    def _list_versions(self, column: Column) -> None:
        kept = self.kept()
        if kept:
            column.add(BLANK)
            column.heading(_("Versions"))
        for own in reversed(kept):
            when = line(Run(labels.moment(own.at), "quiet"))
            column.stop("versions", ("version", own.id), line(own.name), when)

    @property
    def offer(self) -> Offer | None:
        """The paper that is chosen."""
        first = next(iter(self._offers.values()), None)
        return self._offers.get(self._key, first)

    @property
    def meeting(self) -> Meeting | None:
        offer = self.offer
        return self.agreement.meetings.get(offer.meeting) if offer is not None else None

    @property
    def edition(self) -> Edition | None:
        return self._read.edition if self._read is not None else None

    # -- reading ---------------------------------------------------------------------------

    def moved(self) -> None:
        """Reads another paper, in the background, where it is another one."""
        match self.board.current:
            case ("paper", str(key)):
                self.shown_versions = ()
                if key != self._key:
                    self._key = key
                    self.board.show(self._list)
            case ("version", str(key)):
                self.shown_versions = (key,)
        self.look()

    def look(self) -> None:
        offer = self.offer
        if offer is None:
            return
        wanted = (self.agreement, offer.key, self.chosen, self.shown_versions)
        if len(wanted) == len(self._wanted) and all(
            one is other or (place and one == other)
            for place, (one, other) in enumerate(zip(wanted, self._wanted, strict=True))
        ):
            return
        same = self._wanted[1:] == wanted[1:]
        self._wanted = wanted
        make = self._maker(offer)
        width, deliver = self.reader.size.width, self.app.deliver

        def work() -> None:
            try:
                read = make()
                if width:
                    read.lay_out(width)
            except AgreementError as error:
                read = Read(error)
            deliver(lambda: self._show_paper(wanted, read, top=not same))

        self.run_worker(work, thread=True, group="preview")

    def _maker(self, offer: Offer) -> Callable[[], Read]:
        """Makes what is read: the paper, a kept version, or two of them compared."""
        agreement, at = self.agreement, self.workspace.clock()
        shown = self.of_shown(offer)

        def make() -> Read:
            if shown is not None:
                return shown(agreement, at)
            if offer.edition is None:
                return Read(offer.make(agreement, at))
            made = offer.edition(agreement, at)
            return Read(made.paper, made)

        return make

    def _show_paper(self, wanted: tuple[object, ...], read: Read, *, top: bool) -> None:
        if self._wanted is not wanted:
            return
        self._read = read
        self.reader.read(read.leaf, top=top)
        self._light(self.reader.lit)

    # -- moving ----------------------------------------------------------------------------

    def _move(self, on: Callable[[Any], None]) -> None:
        if self.reader.lit:
            on(self.reader)
        else:
            on(self.board)
            self.moved()

    def action_up(self) -> None:
        """One line up, in the list or the text."""
        self._move(lambda board: board.move(-1))

    def action_down(self) -> None:
        """One line down, in the list or the text."""
        self._move(lambda board: board.move(1))

    def action_first(self) -> None:
        """To the beginning."""
        self._move(lambda board: board.edge(-1))

    def action_last(self) -> None:
        """To the end."""
        self._move(lambda board: board.edge(1))

    def action_page_up(self) -> None:
        """Back up in the text."""
        self.reader.page(-1)

    def action_page_down(self) -> None:
        """Further down in the text."""
        self.reader.page(1)

    def action_next_list(self) -> None:
        """To the options, the versions, the text, and round."""
        self._turn(1)

    def action_previous_list(self) -> None:
        """The other way round."""
        self._turn(-1)

    def _turn(self, step: int) -> None:
        names = list(dict.fromkeys(stop.section for stop in self.board.stops))
        places = [*names, "text"] if self.reader.stops else names
        here = "text" if self.reader.lit else getattr(self.board.stop, "section", "")
        goal = places[(places.index(here) + step) % len(places)] if here in places else ""
        self._light(goal == "text")
        if goal == "papers":
            self.board.go_to(("paper", self._key))
        elif goal in names:
            first = next(stop for stop in self.board.stops if stop.section == goal)
            self.board.go_to(first.value)
        if goal != "text":
            self.moved()

    def action_into(self) -> None:
        """Into the text, where it has pieces that can be chosen."""
        self._light(True)

    def action_out(self) -> None:
        """Back to the list."""
        self._light(False)

    def action_stop(self) -> None:
        """Stops what is being written; else goes back to the list and the paper as it is."""
        if self._making is not None and not self._making.over:
            self._making.stop()
            self.say(_("Stopping …"))
        elif self.reader.lit:
            self._light(False)
        elif self.shown_versions:
            self.board.go_to(("paper", self._key))
            self.moved()

    # -- writing ---------------------------------------------------------------------------

    def action_word(self) -> None:
        """Writes the paper as a Word file; in the text and the options it chooses."""
        if self.reader.lit:
            self.action_words()
            return
        match self.board.current:
            case ("option", str(name)):
                change(name, self, self.chosen, self._choose)
            case _:
                self._make("docx")

    def _choose(self, chosen: Chosen) -> None:
        self._chosen = chosen
        self.show(self.agreement)

    def action_markdown(self) -> None:
        """Writes the paper as Markdown."""
        self._make("md")

    def action_sheet(self) -> None:
        """Writes the paper's table as a workbook."""
        self._make("xlsx")

    def action_calendar(self) -> None:
        """Writes the paper's days as a calendar."""
        self._make("ics")

    def _make(self, form: str) -> None:
        offer = self.offer
        if offer is None:
            return
        if self._making is not None and not self._making.over:
            self.say(_("A paper is being written; esc stops it."))
            return
        if form not in offer.forms:
            forms = ", ".join(offer.forms)
            self.say(_("This paper can be written as: {forms}.", forms=forms))
            return
        wanted = [(self.as_seen(offer), form)]
        make_papers(self, wanted, self._was_made, self.chosen, self._begin)

    def _begin(self, making: Making) -> None:
        self._making = making

    def _was_made(self, written: Sequence[Path]) -> None:
        if written:
            self._written = written[-1]
            self.board.show(self._list)

    def action_open(self) -> None:
        """Opens what was written last with the system's own program."""
        if self._written is None:
            self.say(_("Nothing was written yet. Enter writes the paper."))
            return
        try:
            self.app.services.open_outside(self._written)
        except AgreementError as error:
            self.refuse(error)
        else:
            self.say(_("Opening {name}", name=self._written.name))
