"""Mode 4: the actions over all meetings, reservations to be lifted, parked points."""

from __future__ import annotations

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.matrix import Matrix, matrix
from pa_tui.domain.meetings import ActionState
from pa_tui.edits.article import SetActionState
from pa_tui.edits.decision import LiftReservation
from pa_tui.errors import AgreementError
from pa_tui.language import N_, _
from screens.entry.asking import Entry
from screens.goal import Goal, show_article
from screens.keys import Command
from screens.listing import ListingScreen
from screens.lists.narrowing import query_from
from screens.lists.page import lists_page
from screens.lists.planning import planning_page


class ListsScreen(ListingScreen):
    """The lists; one key says how an action stands."""

    KEYS = (
        Command("lists.go", "enter", N_("to the article"), N_("Shows its article"), 1),
        Command("lists.done", "g", N_("done"), N_("The action is done"), 2, "state('done')"),
        Command("lists.busy", "b", N_("busy"), N_("Somebody works on it"), 2, "state('busy')"),
        Command(
            "lists.open", "o", N_("open"), N_("It is still to be done"), 2, "state('open')"
        ),
        Command(
            "lists.dropped",
            "x",
            N_("dropped"),
            N_("It need not be done any more"),
            2,
            "state('dropped')",
        ),
        Command(
            "lists.lift",
            "v",
            N_("lift"),
            N_("A reservation is lifted, with where that was said"),
        ),
        Command(
            "lists.search",
            "slash,ctrl+f",
            N_("search"),
            N_("Narrows the actions: words, @party, open, before:2026-10"),
            3,
        ),
        Command(
            "lists.planning",
            "w",
            N_("planning"),
            N_("The articles by who leads them and by quarter, and back"),
            3,
        ),
        Command("lists.all", "escape", N_("all"), N_("Shows all actions again")),
    )

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._is_planning = False
        self._planned: tuple[Agreement, Matrix] | None = None

    def show(self, agreement: Agreement) -> None:
        now = self.workspace.clock()
        title = agreement.about.title or _("Agreement without a title")
        middle = _("actions: {query}", query=self._text) if self._text else _("actions")
        self.topline.show(title, middle, labels.near(now.date(), now.year))
        if self._is_planning:
            self._show_planning(agreement)
            return
        query, today = query_from(self._text), now.date()
        self.board.show(lambda width: lists_page(agreement, query, today, width))

    def action_go(self) -> None:
        """To the article the line is about."""
        match self.board.current:
            case ("action", str(key)):
                article = self.agreement.actions[key].article
            case ("parked", str(key)):
                article = self.agreement.parked[key].article
            case ("reservation", str(article), str(_)):
                pass
            case _:
                return
        if article is not None and article in self.agreement.lines:
            self.run_worker(show_article(self.app, Goal(article)))
        else:
            self.say(_("This belongs to no article"))

    def action_state(self, value: str) -> None:
        """Says how the action under the cursor stands."""
        match self.board.current:
            case ("action", str(key)):
                state = ActionState(value)
                number = self.agreement.actions[key].number
                told = f"A-{number:03}: {labels.name(state)}"
                self.perform(SetActionState(key, state), lambda receipt: self.say(told))
            case _:
                self.say(_("Only an action can be open, busy, done or dropped"))

    def action_lift(self) -> None:
        """Asks where it was said that a reservation is lifted."""
        match self.board.current:
            case ("reservation", str(article), str(party)):
                name = labels.party(self.agreement, party)
                number = labels.article(self.agreement, article)
                told = _("{number}: reservation of {party} lifted", number=number, party=name)

                def taken(source: str) -> None:
                    edit = LiftReservation(article, party, source)
                    self.perform(edit, lambda receipt: self.say(told))

                prompt = _("{party} lifts its reservation; said where", party=name)
                self.type_in(Entry(prompt, taken, hint=_("e-mail of … · enter · esc drops")))
            case _:
                self.say(_("Only a reservation can be lifted"))

    def action_search(self) -> None:
        """Asks what the list is to be narrowed to."""
        self._is_planning = False
        before = self._text
        self.type_in(
            Entry(
                _("Actions"),
                self._narrow,
                changed=self._narrow,
                dropped=lambda: self._narrow(before),
                text=before,
                hint=_("words · @party · open · before:2026-10"),
            )
        )

    def _narrow(self, text: str) -> None:
        self._text = text.strip()
        self.show(self.agreement)

    def action_all(self) -> None:
        """Shows all actions again."""
        self._is_planning = False
        self._narrow("")

    # -- who does what when -------------------------------------------------------------------

    def action_planning(self) -> None:
        """Shows who does what when, or the lists again."""
        self._is_planning = not self._is_planning
        self.show(self.agreement)

    def _show_planning(self, agreement: Agreement) -> None:
        """Reads every article for it, in the background, once for each state of them."""
        planned = self._planned
        if planned is not None:
            self.board.show(lambda width: planning_page(*planned, width))
        if planned is not None and planned[0] is agreement:
            return
        deliver = self.app.deliver

        def work() -> None:
            try:
                found = matrix(agreement)
            except AgreementError as error:
                told = error
                deliver(lambda: self.refuse(told))
            else:
                deliver(lambda: self._was_planned(agreement, found))

        self.run_worker(work, thread=True, group="planning")

    def _was_planned(self, agreement: Agreement, found: Matrix) -> None:
        self._planned = (agreement, found)
        if self._is_planning and agreement is self.agreement:
            self.board.show(lambda width: planning_page(agreement, found, width))
