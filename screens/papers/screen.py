"""Mode 5: the papers that exist now, beside how the chosen one reads."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from textual import events
from textual.containers import Container

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.errors import AgreementError
from pa_tui.language import N_, _, tell
from pa_tui.looking_back import Past, past
from pa_tui.papers.blocks import Paper
from screens.keys import Command
from screens.listing import ListingScreen
from screens.making import make_papers
from screens.offers import Offer, offers
from screens.papers.preview import preview
from screens.widgets.board import Drawn
from screens.widgets.columns import BLANK, Column
from screens.widgets.ink import Line, Run, line
from screens.widgets.sheet import Sheet

_BESIDE = 110


class PapersScreen(ListingScreen):
    """A list of papers and the text of the one under the cursor."""

    KEYS = (
        Command("papers.word", "enter", N_("write in Word"), N_("Writes it as a Word file"), 1),
        Command("papers.markdown", "m", N_("in Markdown"), N_("Writes it as Markdown"), 1),
        Command("papers.sheet", "x", N_("as a worksheet"), N_("Writes its table for Excel"), 2),
        Command("papers.calendar", "k", N_("for a calendar"), N_("Writes its days as .ics"), 3),
    )
    CSS_PATH = "papers.tcss"

    def __init__(self) -> None:
        super().__init__()
        self.sheet = Sheet("paper")
        self._offers: dict[str, Offer] = {}
        self._read: tuple[Agreement, str] | None = None

    def compose_body(self) -> Iterable[Any]:
        """The list and the text."""
        self._arrange(self.app.size.width)
        with Container(id="papers"):
            yield self.board
            yield self.sheet

    def _arrange(self, width: int) -> None:
        self.set_class(width < _BESIDE, "-narrow")

    def on_resize(self, event: events.Resize) -> None:
        """Puts the text beside the list, or under it."""
        self._arrange(event.size.width)

    def show(self, agreement: Agreement) -> None:
        title = agreement.about.title or _("Agreement without a title")
        now = self.workspace.clock()
        self.topline.show(title, _("papers"), labels.near(now.date(), now.year))
        found = offers(agreement, self._looked_back)
        self._offers = {offer.key: offer for offer in found}
        self.board.show(self._list)
        self.moved()

    def _looked_back(self, entry: str) -> Past:
        return past(self.workspace.store, entry)

    def _list(self, width: int) -> Drawn:
        column = Column(width)
        column.add(BLANK)
        for offer in self._offers.values():
            column.stop("papers", offer.key, line(offer.title), line(Run(offer.state, "quiet")))
        return column.drawn()

    @property
    def offer(self) -> Offer | None:
        """The paper under the cursor."""
        current = self.board.current
        return self._offers.get(current) if isinstance(current, str) else None

    def moved(self) -> None:
        """Reads another paper, in the background, where it is another one."""
        offer = self.offer or next(iter(self._offers.values()), None)
        if offer is None or self._read == (self.agreement, offer.key):
            return
        agreement, at, deliver = self.agreement, self.workspace.clock(), self.app.deliver
        self._read = (agreement, offer.key)
        wanted = self._read

        def work() -> None:
            try:
                paper: Paper | AgreementError = offer.make(agreement, at)
            except AgreementError as error:
                paper = error
            deliver(lambda: self._show_paper(wanted, paper))

        self.run_worker(work, thread=True, group="preview")

    def _show_paper(self, wanted: tuple[Agreement, str], paper: Paper | AgreementError) -> None:
        if self._read != wanted:
            return

        def page(width: int) -> list[Line]:
            if isinstance(paper, AgreementError):
                return [line(Run(tell(paper), "accent"))]
            return [(), *((Run(" "), *row) for row in preview(paper, width - 2))]

        self.sheet.show(page)

    def action_page_up(self) -> None:
        """Back up in the text."""
        self.sheet.page(-1)

    def action_page_down(self) -> None:
        """Further down in the text."""
        self.sheet.page(1)

    def action_word(self) -> None:
        """Writes the paper as a Word file."""
        self._make("docx")

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
        if form not in offer.forms:
            forms = ", ".join(offer.forms)
            self.say(_("This paper can be written as: {forms}.", forms=forms))
            return
        make_papers(self, [(offer, form)])
