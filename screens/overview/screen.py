"""Mode 1: how far the agreement is, and what is still missing."""

from __future__ import annotations

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.language import N_, _
from screens.goal import Goal, show_article
from screens.keys import Command
from screens.listing import ListingScreen
from screens.overview.figures import Figures, Gap, figures
from screens.overview.page import page
from screens.overview.references import Referring

_FILTERS = {
    Gap.LEAD: "no_lead",
    Gap.DATE: "no_date",
    Gap.REFERENCE: "",
    Gap.RESERVATION: "reserved",
    Gap.DISPUTE: "contested",
}


class OverviewScreen(ListingScreen):
    """Figures and lists; Enter goes to what the cursor is on."""

    KEYS = (
        Command(
            "overview.go", "enter", N_("go there"), N_("To the articles this line is about"), 1
        ),
    )

    def __init__(self) -> None:
        super().__init__()
        self._figures: Figures | None = None
        self._referring = Referring()
        self._shown: Agreement | None = None

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

    def _walk_to(self, article: str | None, filter_name: str = "") -> None:
        self.run_worker(show_article(self.app, Goal(article, filter_name)))

    def _walk_to_gap(self, gap: Gap) -> None:
        assert self._figures is not None
        lists = {m.gap: m.articles for m in self._figures.missing}
        lists[Gap.REFERENCE] = self._referring.found
        articles = lists.get(gap, ())
        self._walk_to(articles[0][0] if articles else None, _FILTERS[gap])
