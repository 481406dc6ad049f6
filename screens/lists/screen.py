"""Mode 4: the actions over all meetings, reservations to be lifted, parked points."""

from __future__ import annotations

from datetime import date

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.matrix import Matrix, matrix
from pa_tui.domain.meetings import ActionState
from pa_tui.edits import (
    DivideYear,
    Edit,
    LiftReservation,
    ParkedToAction,
    ParkedToAgenda,
    SetActionState,
    SettleParked,
)
from pa_tui.errors import AgreementError
from pa_tui.language import _
from pa_tui.telling import describe_edit
from screens.entry.asking import Entry
from screens.goal import QUERY, Goal, show_article
from screens.keys import Command
from screens.listing import ListingScreen
from screens.lists.commands import LISTS, PLANNING, lists_keys
from screens.lists.narrowing import query_from
from screens.lists.page import lists_page
from screens.lists.planning import planning_page
from screens.lists.typed import action_from, action_words, heard_from, heard_words


class ListsScreen(ListingScreen):
    """The lists; one key says how an action stands."""

    KEYS = (*LISTS, *(own for own in PLANNING if own not in LISTS))

    def __init__(self) -> None:
        self._text = ""
        self._is_planning = False
        self._section = "actions"
        self._planned: tuple[Agreement, Matrix] | None = None
        super().__init__()

    def show(self, agreement: Agreement) -> None:
        if QUERY in self.app.kept:
            self._text, self._is_planning = self.app.kept.pop(QUERY), False
        now = self.workspace.clock()
        title = agreement.about.title or _("Agreement without a title")
        middle = _("actions: {query}", query=self._text) if self._text else _("actions")
        if self._is_planning:
            middle = _("Who does what when")
        self.topline.show(title, middle, labels.near(now.date(), now.year))
        if self._is_planning:
            self._show_planning(agreement)
            return
        query, today = query_from(self._text), now.date()
        self.board.show(lambda width: lists_page(agreement, query, today, width))
        self.moved()

    @property
    def own_keys(self) -> tuple[Command, ...]:
        return PLANNING if self._is_planning else lists_keys(self._section)

    def moved(self) -> None:
        """The keys in sight are those that mean something where the cursor is."""
        section = self.board.stop.section if self.board.stop else "actions"
        if section != self._section:
            self._section = section
            self.rebind()

    def action_go(self) -> None:
        """To the article the line is about."""
        match self.board.current:
            case ("action", str(key)):
                article = self.agreement.actions[key].article
            case ("parked", str(key)):
                article = self.agreement.parked[key].article
            case ("reservation", str(article), str(_)) | ("planned", _, _, str(article)):
                pass
            case _:
                return
        if article is not None and article in self.agreement.lines:
            self.run_worker(show_article(self.app, Goal(article)))
        else:
            self.say(_("This belongs to no article"))

    def action_state(self, value: str) -> None:
        """Says how the action (or parked point) under the cursor stands."""
        match self.board.current:
            case ("action", str(key)):
                state = ActionState(value)
                number = self.agreement.actions[key].number
                self._do(SetActionState(key, state), f"A-{number:03}: {labels.name(state)}")
            case ("parked", str(key)) if value in (ActionState.DONE, ActionState.OPEN):
                edit = SettleParked(key, value == ActionState.DONE)
                self._do(edit, describe_edit(edit, self.agreement))
            case ("parked", str(_)):
                self.say(_("A parked point is open or done, or becomes an action"))
            case _:
                self.say(_("Only an action can be open, busy, done or dropped"))

    def _do(self, edit: Edit, told: str) -> bool:
        return self.perform(edit, lambda receipt: self.say(told))

    def action_lift(self) -> None:
        """Asks when and how a party said that its reservation is lifted."""
        match self.board.current:
            case ("reservation", str(article), str(party)):
                self._ask_lifted(article, party)
            case _:
                self.say(_("Only a reservation can be lifted"))

    def _ask_lifted(self, article: str, party: str) -> None:
        name = labels.party(self.agreement, party)
        number = labels.article(self.agreement, article)
        told = _("{number}: reservation of {party} lifted", number=number, party=name)

        def taken(words: str) -> None:
            try:
                heard = heard_from(words, self._today)
            except AgreementError as error:
                self.refuse(error)
                return
            self._do(LiftReservation(article, party, heard.source, heard.on), told)

        self.type_in(
            Entry(
                _("{party} lifts its reservation on {number}", party=name, number=number),
                taken,
                lambda words: heard_words(words, self._today),
                hint=_("9 October, e-mail of … · enter · esc drops"),
            )
        )

    @property
    def _today(self) -> date:
        return self.workspace.clock().date()

    # -- parked points ------------------------------------------------------------------------

    def action_made_action(self) -> None:
        """Asks how a parked point reads as an action."""
        match self.board.current:
            case ("parked", str(key)):
                point = self.agreement.parked[key]
            case _:
                self.say(_("Only a parked point can become an action or an item"))
                return
        agreement, today = self.agreement, self._today

        def taken(words: str) -> None:
            try:
                found = action_from(agreement, words, today)
            except AgreementError as error:
                self.refuse(error)
                return
            edit = ParkedToAction(
                key, found.text, found.party, found.person, found.due, found.due_words
            )
            told = _("The parked point is an action now: {words}", words=found.text)
            self._do(edit, told)

        self.type_in(
            Entry(
                _("action"),
                taken,
                lambda words: action_words(agreement, words, today),
                text=point.text,
                hint=_("who does what, by when · enter · esc"),
            )
        )

    def action_on_agenda(self) -> None:
        """A parked point goes on the agenda of the meeting that runs or comes next."""
        match self.board.current:
            case ("parked", str(key)):
                edit = ParkedToAgenda(key)
                self.perform(edit, lambda receipt: self.say(self._on_agenda(key)))
            case _:
                self.say(_("Only a parked point can become an action or an item"))

    def _on_agenda(self, key: str) -> str:
        meeting = self.agreement.meetings.get(self.agreement.parked[key].became)
        name = labels.meeting(meeting) if meeting else ""
        return _("On the agenda of {meeting}", meeting=name)

    # -- narrowing ----------------------------------------------------------------------------

    def action_search(self) -> None:
        """Asks what the list is to be narrowed to."""
        self._to_lists()
        before = self._text
        self.type_in(
            Entry(
                _("Actions"),
                self._narrow,
                changed=self._narrow,
                dropped=lambda: self._narrow(before),
                text=before,
                hint=_("words · @party · open · overdue · 3. · before:2026-10"),
            )
        )

    def _narrow(self, text: str) -> None:
        self._text = text.strip()
        self.show(self.agreement)

    def action_all(self) -> None:
        """Shows all actions again."""
        self._to_lists()
        self._narrow("")

    # -- who does what when -------------------------------------------------------------------

    def action_planning(self) -> None:
        """Shows who does what when, or the lists again."""
        self._is_planning = not self._is_planning
        self.rebind()
        self.show(self.agreement)

    def _to_lists(self) -> None:
        if self._is_planning:
            self._is_planning = False
            self.rebind()

    def action_tertials(self) -> None:
        """Plans by tertials, or by quarters again; the choice stays in the file."""
        edit = DivideYear(not self.agreement.about.tertials)
        self._do(edit, describe_edit(edit, self.agreement))

    def action_up(self) -> None:
        """One line up."""
        self._step(0, -1)

    def action_down(self) -> None:
        """One line down."""
        self._step(0, 1)

    def action_left(self) -> None:
        """To the article before."""
        self._step(-1, 0)

    def action_right(self) -> None:
        """To the next article."""
        self._step(1, 0)

    def _step(self, right: int, down: int) -> None:
        if self._is_planning:
            self.board.towards(right, down)
        else:
            self.board.move(down)
        self.moved()

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
