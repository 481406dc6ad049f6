"""What the table decides on an article, and taking it back."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from pa_tui import edits, labels
from pa_tui.domain.articles import Article
from pa_tui.domain.decisions import DisputeKind, Outcome
from pa_tui.domain.meetings import is_round
from pa_tui.errors import AgreementError
from pa_tui.language import _, n_
from pa_tui.ports import Entry, Receipt
from screens.entry.asking import Option, Question
from screens.texts import text_before
from screens.walk.pages import together_page
from screens.walk.typing import Typing

_TWICE = 0.5
"""Seconds in which the same decision key on the same article counts once."""


class Deciding(Typing):
    """The keys that decide."""

    ticks: Callable[[], float] = staticmethod(monotonic)
    _last: tuple[str, str, float] = ("", "", 0.0)

    # -- one article -----------------------------------------------------------------------

    def action_agree(self) -> None:
        """Agreed, with the text as it stands; one that was changed is agreed as amended."""
        article = self._to_decide("agree")
        if article is None:
            return
        outcome = Outcome.AMENDED if self._is_amended(article) else Outcome.AGREED
        objecting = self.agreement.lines[article.id].objecting
        if objecting:
            self._ask_objected(outcome, objecting)
        else:
            self.decide(outcome)

    def _ask_objected(self, outcome: Outcome, objecting: tuple[str, ...]) -> None:
        """What not everybody agrees to goes up, unless the table wants it otherwise."""
        who = labels.parties(self.agreement, objecting)
        up, kept = (
            _("to the administrative meeting (no agreement)"),
            _("record it all the same"),
        )

        def chosen(goes_up: bool) -> None:
            if goes_up:
                self._to_the_board(DisputeKind.DISPUTE)
            else:
                self.decide(outcome)

        options = (Option("b", up, True, opens=True), Option("t", kept, False))
        self.ask(Question(_("{party} does not agree", party=who), options, chosen))

    def _is_amended(self, article: Article) -> bool:
        """Whether the words differ from those this meeting began with."""
        agreement, meeting = self.agreement, self.agreement.running_meeting
        decision = agreement.decision_on(article.id)
        again = (
            decision is not None
            and meeting is not None
            and decision.meeting == meeting.id
            and decision.outcome is Outcome.AMENDED
        )
        if article.revised_from is None and not again:
            return False
        return text_before(agreement, article) is not None

    def action_later(self) -> None:
        """Held over until a meeting or a day."""
        if self._to_decide("later") is not None:
            self.line_for("later", _("later, until"), self._hold_over, self._understood_until)

    def _hold_over(self, article: str, words: str) -> bool:
        """Asks on the next line who brings what; both lines are one decision."""
        found = self.read_until(words)

        def take(at: str, brings: str) -> bool:
            said = self.read_action(brings)
            edit = edits.HoldOver(
                at,
                found.words,
                found.date,
                brings,
                said.text,
                said.party,
                said.person,
                said.due,
                said.due_words,
            )
            return self.act(edit, ("brings", at))

        self.line_for(
            "brings",
            _("later, who brings what"),
            take,
            self._understood_action,
            hint=_("enter keeps, may be empty · esc"),
            article=article,
        )
        return True

    def _understood_until(self, words: str) -> str:
        found = self.read_until(words)
        return labels.due(found.date, found.due_words)

    def action_board(self) -> None:
        """To the administrative meeting: because of a dispute, or to discuss it there."""
        if self._to_decide("board") is None:
            return
        self.ask(
            Question(
                _("to the administrative meeting"),
                (
                    Option("g", _("no agreement"), DisputeKind.DISPUTE, opens=True),
                    Option("b", _("point for discussion"), DisputeKind.DISCUSSION, opens=True),
                ),
                self._to_the_board,
            )
        )

    def _to_the_board(self, kind: DisputeKind) -> None:
        self.reason_for(
            "board", _("to the administrative meeting, because of"), Outcome.NO_AGREEMENT, kind
        )

    def reason_for(
        self,
        purpose: str,
        prompt: str,
        outcome: Outcome,
        kind: DisputeKind | None = None,
        start: str = "",
    ) -> None:
        """Asks for a reason and decides; nothing typed means that it follows later."""

        def decide(article: str, words: str) -> bool:
            return self.decide(outcome, reason=words, kind=kind, article=article)

        self.line_for(
            purpose,
            prompt,
            decide,
            text=start,
            hint=_("enter keeps, empty: reason follows · esc"),
        )

    def decide(
        self,
        outcome: Outcome,
        reason: str = "",
        kind: DisputeKind | None = None,
        article: str | None = None,
    ) -> bool:
        """Records a decision on an article (the one on the screen)."""
        edit = edits.RecordDecision(
            article or self.here or "", outcome, reason=reason, kind=kind
        )
        return self.act(edit)

    def _to_decide(self, key: str) -> Article | None:
        """The article to decide on; None where nothing can be decided, which the foot says,
        or where the key was pressed just before."""
        article, now = self.article, self.ticks()
        if article is None:
            return None
        again = self._last[:2] == (key, article.id) and now - self._last[2] < _TWICE
        self._last = (key, article.id, now)
        return article if not again and self.is_meeting() else None

    def is_meeting(self) -> bool:
        """Whether a meeting is open; the foot says so where none is."""
        if self.agreement.running_meeting is not None:
            return True
        self.say(_("No meeting is open."), _("F3 opens one"))
        return False

    # -- together --------------------------------------------------------------------------

    def action_together(self) -> None:
        """The untouched articles of the theme, decided in one breath."""
        article = self.article
        if article is None or not self.is_meeting():
            return
        articles = self._untouched(article.theme)
        if not articles:
            self.say(_("No article of this theme is untouched and undecided."))
            return
        agreement = self.agreement
        undecided = agreement.order.by_theme.get(article.theme, ())
        apart = [
            key
            for key in undecided
            if key not in articles and agreement.lines[key].is_undecided
        ]
        self.other_page = lambda width: together_page(agreement, articles, apart, width)
        self.together = articles
        self.draw(top=True)
        prompt = n_(
            "agree to this {count} article", "agree to these {count} articles", len(articles)
        )
        away = self._away(article.theme)
        if away:
            prompt = f"{prompt} ({_('without {sides}', sides=labels.listed(away))})"
        self.ask(
            Question(
                prompt,
                (Option("enter", _("yes, together"), True),),
                lambda yes: self._decide_together(articles),
                self._back_to_article,
                self._page_above,
            )
        )

    def _away(self, theme: str) -> tuple[str, ...]:
        """The names of the parties of a theme that are not at the table."""
        meeting = self.agreement.running_meeting
        if meeting is None or is_round(meeting):
            return ()
        parties = self.agreement.parties_at(theme)
        return tuple(own.short for own in parties if not meeting.is_here(own.id))

    def _page_above(self, key: str) -> bool:
        """Reads on in the page above a question, also for the room."""
        step = {"pagedown": 1, "down": 1, "pageup": -1, "up": -1}.get(key, 0)
        if step:
            self.page.page(step)
            self.read_on(step)
        return bool(step)

    def _decide_together(self, articles: tuple[str, ...]) -> None:
        self._back_to_article()
        self.act(edits.DecideTogether(articles))

    def _back_to_article(self) -> None:
        self.other_page, self.together = None, ()
        self.draw(top=True)

    def _untouched(self, theme: str) -> tuple[str, ...]:
        """The ids of the undecided articles of a theme that nobody changed, wants to discuss
        or stands apart from; in a written round those that were answered."""
        agreement = self.agreement
        in_writing = is_round(agreement.running_meeting)
        found = []
        for key in agreement.order.by_theme.get(theme, ()):
            line = agreement.lines[key]
            apart = line.reserved or line.objecting or line.returning
            marked = apart or line.proposals or line.discuss
            if not line.is_undecided or line.contested or marked:
                continue
            if in_writing and not agreement.positions_on(key):
                continue
            if agreement.articles[key].revised_from is None:
                found.append(key)
        return tuple(found)

    # -- back and forth --------------------------------------------------------------------

    def is_in_sight(self, done: Entry) -> bool:
        """Whether an act is about the article shown, or was just told with it."""
        return self._subject(done) == self.here or self.was_told(done.id)

    def _subject(self, entry: Entry) -> str | None:
        named = entry.edit.subject
        if named is None:
            return None
        try:
            return self.agreement.article_named(named).id
        except AgreementError:
            return None

    def was_taken_back(self, receipt: Receipt) -> None:
        """Goes where something was taken back or brought back, and tells it."""
        subject = self._subject(receipt.entry)
        if subject is not None and subject != self.here:
            self.go(subject)
        super().was_taken_back(receipt)
