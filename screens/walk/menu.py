"""The small menu behind the point: what is done to an article less often."""

from __future__ import annotations

from collections.abc import Callable

from pa_tui import edits, labels
from pa_tui.domain.articles import Article, Commitment
from pa_tui.domain.decisions import Outcome, ProposalState
from pa_tui.domain.parties import Basis, State
from pa_tui.domain.text import plain
from pa_tui.errors import NotFound
from pa_tui.language import _
from screens.entry.asking import Option, Question
from screens.walk.pages import numbered_page, proposals_page
from screens.walk.wishing import Wishing


class Menu(Wishing):
    """What the point opens."""

    def action_menu(self) -> None:
        """Asks which of the less usual acts."""
        article = self.article
        if article is None:
            self._new_only()
            return
        options = [
            Option("v", _("dropped"), self._drop, opens=True),
            Option("r", _("regular work"), self._regular, opens=True),
            Option("m", _("details follow"), self._details_follow, opens=True),
            Option("k", self._key_words(article), self._mark_key),
            Option("p", _("park"), self._park, opens=True),
            Option("s", _("split"), self._split, opens=True),
            Option("g", _("merge"), self._merge, opens=True),
            Option("o", _("move"), self._move, opens=True),
            Option("n", _("new"), self.action_new_article, opens=True),
            Option("t", _("proposal"), self._proposal, opens=True),
            Option("d", _("parts"), self._parts, opens=True),
            Option("w", _("wishes beforehand"), self.action_wishes, opens=True),
            Option("N", _("renumber"), self._renumber, opens=True),
        ]
        if article.decision is not None:
            options.append(Option("h", _("reopen"), self._reopen, opens=True))
            options.append(Option("i", _("no longer agrees"), self.action_withdraw, opens=True))
        self.ask(Question(_("more"), tuple(options), _call))

    def _new_only(self) -> None:
        new = Option("n", _("new"), self.action_new_article)
        self.ask(Question(_("more"), (new,), _call))

    # -- decisions -------------------------------------------------------------------------

    def _drop(self) -> None:
        if not self.is_meeting():
            return
        starts = (
            Option("u", _("carried out"), "uitgevoerd", opens=True),
            Option("a", _("overtaken"), "achterhaald", opens=True),
            Option("o", _("taken up in"), "opgegaan in ", opens=True),
            Option("i", _("withdrawn by"), "ingetrokken door ", opens=True),
            Option(
                "r", _("goes on as regular work"), "loopt door als regulier werk", opens=True
            ),
            Option("x", _("other"), "", opens=True),
        )

        def reason(start: str) -> None:
            self.reason_for("drop", _("dropped, because"), Outcome.DROPPED, start=start)

        self.ask(Question(_("dropped"), starts, reason))

    def _regular(self) -> None:
        if self.is_meeting():
            self.reason_for("regular", _("to regular work, because"), Outcome.REGULAR)

    def _details_follow(self) -> None:
        if not self.is_meeting():
            return

        def take(article: str, words: str) -> bool:
            found = self.read_action(words)
            edit = edits.RecordDecision(
                article,
                Outcome.PRO_MEMORIE,
                text=found.text,
                until=found.due_words,
                until_date=found.due,
            )
            return self.act(edit, ("details", article))

        prompt = _("details follow: what, who, when")
        self.line_for("details", prompt, take, self._understood_action)

    def _reopen(self) -> None:
        def take(article: str, words: str) -> bool:
            return self.act(edits.ReopenArticle(article, words), ("reopen", article))

        self.line_for("reopen", _("open again, because"), take)

    # -- marks -----------------------------------------------------------------------------

    @staticmethod
    def _key_words(article: Article) -> str:
        return _("no key agreement") if article.key_agreement else _("key agreement")

    def _mark_key(self) -> None:
        article = self.article
        if article is not None:
            self.act(edits.MarkKeyAgreement(article.id, not article.key_agreement))

    def action_confirm(self) -> None:
        """What is suggested for the article is right."""
        if self.here is not None:
            self._confirm_these((self.here,), edits.ConfirmSuggestions((self.here,)))

    def action_confirm_theme(self) -> None:
        """What is suggested for all articles of the theme is right."""
        article = self.article
        if article is not None:
            found = self.agreement.order.by_theme.get(article.theme, ())
            self._confirm_these(found, edits.ConfirmSuggestions(theme=article.theme))

    def _confirm_these(self, articles: tuple[str, ...], edit: edits.ConfirmSuggestions) -> None:
        parts = (p for key in articles for p in self.agreement.commitments_of(key))
        if any(_waits_for_a_yes(part) for part in parts):
            self.act(edit)
        else:
            self.say(_("Nothing is suggested here that waits for a yes."))

    def _park(self) -> None:
        def take(article: str, words: str) -> bool:
            return self.act(edits.Park(words, article), ("park", article))

        self.line_for("park", _("on the parking list"), take)

    # -- the build -------------------------------------------------------------------------

    def _split(self) -> None:
        agreement, article = self.agreement, self.article
        if article is None:
            return
        if len(article.text) < 2:
            self.say(_("This article has one paragraph; there is nothing to split."))
            return

        def begins(words: str) -> str:
            place = _number(words)
            if not 2 <= place <= len(article.text):
                return _("2 to {count}", count=len(article.text))
            return " ".join(plain(article.text[place - 1 : place]).split())

        def take(own: str, words: str) -> bool:
            if not 2 <= _number(words) <= len(article.text):
                self.say(_("Which paragraph: 2 to {count}?", count=len(article.text)))
                return False
            from pa_tui.reading.suggesting import with_suggestions

            edit = with_suggestions(edits.SplitArticle(own, _number(words)), self.agreement)
            return self.act(edit, ("split", own))

        self.line_for(
            "split",
            _("split before paragraph"),
            take,
            begins,
            page=lambda width: numbered_page(agreement, article, width),
        )

    def _merge(self) -> None:
        def take(article: str, words: str) -> bool:
            other = self._named(words, article)
            return other is not None and self.act(
                edits.MergeArticles(article, other), ("merge", article)
            )

        self.line_for("merge", _("take up article"), take, self._title_of)

    def _move(self) -> None:
        def take(article: str, words: str) -> bool:
            after = self._named(words, article)
            return after is not None and self.act(
                edits.MoveArticle(article, after), ("move", article)
            )

        self.line_for("move", _("move behind article"), take, self._title_of)

    def _renumber(self) -> None:
        """All numbers become those of the places, after a yes."""

        def chosen(yes: bool) -> None:
            self.act(edits.Renumber())

        prompt = _("All articles get the number of their place; dropped ones lose theirs")
        self.ask(Question(prompt, (Option("enter", _("renumber"), True),), chosen))

    def _named(self, words: str, own: str) -> str | None:
        """The id of the other article of this number; the foot says so where none is."""
        if not words:
            self.say(_("Type the number of the other article."))
            return None
        try:
            other = self.agreement.article_named(words).id
        except NotFound as error:
            self.refuse(error)
            return None
        if other == own:
            self.say(_("That is this article itself."))
            return None
        return other

    def _parts(self) -> None:
        options = [Option("k", _("cut a part off, from words"), self._cut_part)]
        if self.part.count > 1:
            options.append(Option("s", _("join this part with the next"), self._join_parts))
        self.ask(Question(_("parts"), tuple(options), _call))

    def _cut_part(self) -> None:
        def take(article: str, words: str) -> bool:
            return self.act(edits.CutCommitment(article, words), ("cut", article))

        self.line_for("cut", _("words of the new part"), take)

    def _join_parts(self) -> None:
        part = self.part
        if self.here is not None:
            following = part.place % part.count + 1
            first, second = sorted((part.place, following))
            self.act(edits.JoinCommitments(self.here, first, second))
            self.place = first

    # -- proposals -------------------------------------------------------------------------

    def _proposal(self) -> None:
        """Shows the wordings parties proposed, compared with the text, and asks what to do."""
        agreement, article = self.agreement, self.article
        if article is None:
            return
        proposals = agreement.proposals.of(article.id)
        options = [Option("n", _("new"), self._new_proposal)]
        waiting = [
            number
            for number, proposal in enumerate(proposals, start=1)
            if proposal.state is ProposalState.OPEN
        ]
        if waiting:
            options += [
                Option("o", _("take over"), lambda: self._which(waiting, self._take_over)),
                Option("d", _("partly"), lambda: self._which(waiting, self._take_partly)),
                Option("w", _("do not take over"), lambda: self._which(waiting, self._decline)),
            ]
        if proposals:
            self.other_page = lambda width: proposals_page(agreement, article, proposals, width)
            self.draw(top=True)
        self.ask(
            Question(
                _("proposal"),
                tuple(options),
                self._on_proposals,
                self._back_to_article,
                self._page_above,
            )
        )

    def _on_proposals(self, act: Callable[[], None]) -> None:
        self._back_to_article()
        act()

    def _new_proposal(self) -> None:
        self._which_party(_("proposal of"), self.propose_for, digits=True)

    def _which(self, waiting: list[int], chosen: Callable[[int], None]) -> None:
        if len(waiting) == 1:
            chosen(waiting[0])
            return
        proposals = self.agreement.proposals.of(self.here or "")
        options = tuple(
            Option(
                str(number), labels.party(self.agreement, proposals[number - 1].party), number
            )
            for number in waiting[:9]
        )
        self.ask(Question(_("proposal"), options, chosen))

    def _take_over(self, place: int) -> None:
        if self.here is not None:
            self.act(edits.TakeOverProposal(self.here, place))

    def _take_partly(self, place: int) -> None:
        if self.here is not None:
            self.rewrite_from_proposal(self.here, place)

    def _decline(self, place: int) -> None:
        def take(article: str, words: str) -> bool:
            if not words:
                self.say(_("Say why it is not taken over."))
                return False
            return self.act(edits.DeclineProposal(article, place, words), ("decline", article))

        self.line_for("decline", _("not taken over, because"), take)


def _waits_for_a_yes(part: Commitment) -> bool:
    """Whether something is suggested for a part; that all do it together is no suggestion."""
    leads = [lead.state for lead in part.leads if lead.basis is not Basis.JOINT]
    timings = [timing.state for timing in part.timings]
    involved = [who.state for who in part.involved]
    return State.SUGGESTED in (*leads, *timings, *involved)


def _number(words: str) -> int:
    return int(words) if words.isdecimal() else 0


def _call(act: Callable[[], None]) -> None:
    act()
