"""Quiet questions about what is not concrete yet: a mark beside the article, and on demand
one of them in one line, with why it matters and what to press. Never where the room looks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Article
from pa_tui.domain.lines import Status
from pa_tui.language import N_, _
from pa_tui.room import Room
from screens.walk.looking import Looking

if TYPE_CHECKING:
    from pa_tui.domain.concreteness import Finding

_PRESS = {
    "no_lead": N_("t names the lead"),
    "joint_without_lead": N_("t names the lead"),
    "no_date": N_("p says when"),
    "outside_period": N_("p says when"),
    "stale_year": N_("p says when · e the text"),
    "condition": N_("e the text"),
    "unanswered_request": N_("a digit and a: the party agrees"),
    "abbreviation": N_("e the text"),
    "dead_reference": N_("e the text"),
    "wrong_sum": N_("e the text"),
    "table_missing": N_("e the text"),
    "same_text": N_(". g merges them"),
}
"""What to press for each kind of finding."""


class Concrete(Looking):
    """Asks about the article on the screen."""

    _asked_at: tuple[str, int] = ("", -1)

    def draw(self, *, top: bool = False) -> None:
        """Draws, and looks more closely once the picture stands."""
        self.asks = ""
        super().draw(top=top)
        if self.room is Room.LIVE:
            self.call_after_refresh(self._look_closely)

    def _look_closely(self) -> None:
        article = self.article
        if article is None or self.room is not Room.LIVE or self.app.workspace is None:
            return
        asks = _("? questions: o") if any(_open_findings(self.agreement, article)) else ""
        if asks != self.asks:
            self.asks = asks
            self.draw_facts(self.agreement, article)

    def action_questions(self) -> None:
        """The next question about the article, with why it matters and what to press."""
        article = self.article
        if article is None:
            return
        if self.room is not Room.LIVE:
            self.say(_("The room looks along; z shows everything again"))
            return
        from pa_tui.domain.concreteness import explanations
        from pa_tui.questions import question, why

        found = list(_open_findings(self.agreement, article))
        if any_capitals(article):
            known = explanations(self.agreement)
            found = list(_open_findings(self.agreement, article, known))
        if not found:
            self.say(_("Nothing is asked about this article"))
            return
        last, place = self._asked_at
        place = (place + 1) % len(found) if last == article.id else 0
        self._asked_at = article.id, place
        finding = found[place]
        count = f"{place + 1}/{len(found)} " if len(found) > 1 else ""
        words = f"{count}{question(finding)} {why(finding)}"
        self.say(words, _(_PRESS[finding.kind.value]))


def _open_findings(
    agreement: Agreement, article: Article, known: frozenset[str] | None = None
) -> Iterator[Finding]:
    """What is asked about an article that is still in the set."""
    from pa_tui.domain.concreteness import article_findings

    if agreement.lines[article.id].status is not Status.DROPPED:
        yield from article_findings(agreement, article, known)


def any_capitals(article: Article) -> bool:
    """Whether an abbreviation may stand in it that somebody has to explain."""
    from pa_tui.domain.saying import abbreviations

    return bool(abbreviations(article.text))
