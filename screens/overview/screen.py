"""Mode 1: how far the agreement is, and what is still missing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.year import Milestone
from pa_tui.edits import Edit, SetYearDay
from pa_tui.errors import AgreementError, NotAllowed
from pa_tui.language import N_, _, tell
from pa_tui.telling import describe_edit
from screens.entry.asking import Entry, Option, Question
from screens.goal import Goal, show_article
from screens.keys import Command
from screens.listing import ListingScreen
from screens.overview.bodies import bodies_page, body_edits, body_words
from screens.overview.figures import Figures, Gap, figures
from screens.overview.page import page
from screens.overview.references import Referring

if TYPE_CHECKING:
    from pa_tui.reading.entry.body import BodyEntry

_FILTERS = {
    Gap.LEAD: "no_lead",
    Gap.DATE: "no_date",
    Gap.REFERENCE: "",
    Gap.REOPENED: "open",
    Gap.RESERVATION: "reserved",
    Gap.DISPUTE: "contested",
}


class OverviewScreen(ListingScreen):
    """Figures and lists; Enter goes to what the cursor is on."""

    KEYS = (
        Command(
            "overview.go", "enter", N_("go there"), N_("To the articles this line is about"), 1
        ),
        Command(
            "overview.bodies",
            "o",
            N_("bodies"),
            N_("The bodies of the parties: papers, decision, signing; and back"),
            2,
        ),
        Command(
            "overview.day",
            "d",
            N_("day"),
            N_("Gives a day of the year, or a party’s body, another day"),
            2,
        ),
        Command("overview.back", "escape", N_("back"), N_("Back to the overview")),
    )

    def __init__(self) -> None:
        super().__init__()
        self._figures: Figures | None = None
        self._referring = Referring()
        self._shown: Agreement | None = None
        self._shows_bodies = False

    def show(self, agreement: Agreement) -> None:
        if agreement is not self._shown:
            self._shown = agreement
            self._figures = figures(agreement)
            self._referring.begin(agreement)
            self._look_on()
        self._draw()

    def _look_on(self) -> None:
        """Looks for dead references between the keys."""
        if self._referring.is_done or self.app.workspace is None or not self.is_current:
            return
        self._referring.step()
        if self._referring.is_done:
            self._draw()
        else:
            self.call_later(self._look_on)

    def _draw(self) -> None:
        agreement, made = self.agreement, self._figures
        if made is None:
            return
        now = self.workspace.clock()
        today, dead = now.date(), self._referring.found
        about = agreement.about
        versions = agreement.ordered_versions
        version = versions[-1].name if versions else labels.name(about.status)
        self.topline.show(
            about.title or _("Agreement without a title"),
            "",
            f"{version} · {labels.moment(now)}",
        )
        if self._shows_bodies:
            self.board.show(lambda width: bodies_page(agreement, today, width))
        else:
            self.board.show(lambda width: page(agreement, made, dead, today, width))

    def action_go(self) -> None:
        """To what the cursor is on."""
        match self.board.current:
            case ("theme", str(theme)):
                keys = self.agreement.order.by_theme.get(theme, ())
                self._walk_to(keys[0] if keys else None)
            case ("gap", Gap() as gap):
                self._walk_to_gap(gap)
            case ("action", str(action)):
                article = self.agreement.actions[action].article
                if article in self.agreement.lines:
                    self._walk_to(article)
                else:
                    self.run_worker(self.app.action_mode("lists"))
            case ("actions", _):
                self.run_worker(self.app.action_mode("lists"))
            case ("meeting", str(meeting)):
                running = self.agreement.running_meeting
                here = running is not None and running.id == meeting
                self.run_worker(self.app.action_mode("meeting" if here else "papers"))
            case ("bodies", _):
                self.action_bodies()
            case ("year day", _) | ("body", _):
                self.action_day()

    # -- the days of the year, and the bodies of the parties ----------------------------------

    def action_bodies(self) -> None:
        """Shows how the parties' bodies come to their decisions, or the overview again."""
        self._shows_bodies = not self._shows_bodies
        self.board.edge(-1)
        self._draw()

    def action_back(self) -> None:
        """Back to the overview."""
        if self._shows_bodies:
            self.action_bodies()

    def action_day(self) -> None:
        """Asks for the day of what the cursor is on."""
        match self.board.current:
            case ("year day", Milestone() as what):
                self._ask_day(what)
            case ("body", str(party)):
                self._ask_body(party)
            case _:
                self.say(_("Only a day of the year, or a party’s body, has a day to change"))

    @property
    def _year(self) -> int | None:
        """The year in which the set is made."""
        year = self.agreement.about.year
        return None if year is None else year - 1

    def _ask_day(self, what: Milestone) -> None:
        def read(words: str) -> date | None:
            from pa_tui.reading.entry.body import read_day

            return read_day(words, today=self.workspace.clock().date(), year=self._year)

        def understood(words: str) -> str:
            try:
                day = read(words)
            except AgreementError as error:
                return tell(error)
            return labels.day(day) if day else _("its usual day")

        def taken(words: str) -> None:
            try:
                edit = SetYearDay(what, read(words))
            except AgreementError as error:
                self.refuse(error)
                return
            self._do((edit,))

        hint = _("12 December · empty: its usual day · enter · esc")
        self.type_in(Entry(labels.name(what), taken, understood, hint=hint))

    def _ask_body(self, party: str) -> None:
        today = self.workspace.clock().date()

        def read(words: str) -> BodyEntry:
            from pa_tui.reading.entry.body import read_body

            return read_body(words, today=today, year=self._year)

        def understood(words: str) -> str:
            try:
                entry = read(words)
            except AgreementError as error:
                return tell(error)
            return body_words(entry, self._year or today.year)

        def taken(words: str) -> None:
            try:
                entry = read(words)
            except AgreementError as error:
                self.refuse(error)
                return
            if entry.signed_on is not None and entry.signed_on > today:
                self.refuse(_not_yet(entry.signed_on))
                return
            acts = tuple(body_edits(party, entry))
            if entry.signed_on is not None and self.agreement.about.is_draft:
                self._ask_signing(acts)
            else:
                self._do(acts)

        hint = _("college, stukken 9 nov, besluit 24 nov · akkoord 24 nov · getekend 10 dec")
        prompt = labels.party(self.agreement, party)
        self.type_in(Entry(prompt, taken, understood, hint=hint))

    def _ask_signing(self, acts: tuple[Edit, ...]) -> None:
        """Whether somebody signed although the administrative meeting adopted nothing yet."""
        self.ask(
            Question(
                _("The agreement is not adopted yet; signed all the same?"),
                (
                    Option(_("y"), _("yes, note it"), True),
                    Option(_("n"), _("no"), False),
                ),
                lambda yes: self._do(acts) if yes else None,
            )
        )

    def _do(self, edits: tuple[Edit, ...]) -> None:
        """Does acts in their order and tells them; stops at one that cannot be done."""
        for edit in edits:
            if not self._is_done(edit):
                return

    def _is_done(self, edit: Edit) -> bool:
        told = describe_edit(edit, self.agreement)
        return self.perform(edit, lambda receipt: self.say(told))

    def _walk_to(self, article: str | None, filter_name: str = "") -> None:
        self.run_worker(show_article(self.app, Goal(article, filter_name)))

    def _walk_to_gap(self, gap: Gap) -> None:
        assert self._figures is not None
        lists = {m.gap: m.articles for m in self._figures.missing}
        lists[Gap.REFERENCE] = self._referring.found
        articles = lists.get(gap, ())
        self._walk_to(articles[0][0] if articles else None, _FILTERS[gap])


def _not_yet(day: date) -> NotAllowed:
    """A signature of a day to come: a slip of the hand where somebody types it."""
    return NotAllowed(N_("{date} is still to come; nobody can have signed then."), date=day)
