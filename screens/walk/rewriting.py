"""Changing the words of an article, agreeing to changed words, proposing and adding."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from pa_tui import edits
from pa_tui.domain.decisions import Outcome
from pa_tui.domain.parties import Party
from pa_tui.edits.base import Edit
from pa_tui.errors import AgreementError
from pa_tui.language import _, tell
from pa_tui.ports import Receipt
from screens.walk.noting import Noting

if TYPE_CHECKING:  # imported when a text is opened: it is heavy
    from screens.walk.editor import Job, Written

Made = Callable[["Written"], Edit | None]


class Rewriting(Noting):
    """The keys that open a text in full."""

    def action_text(self, source: str | None = None, news: str = "") -> None:
        """The article's title and words."""
        article = self.article
        if article is None:
            return
        from screens.walk.editor import Job

        def made(written: Written) -> Edit | None:
            if written.text == article.text and written.title == article.title:
                self.say(_("Nothing was changed."))
                return None
            title = written.title if written.title != article.title else None
            return edits.ReviseText(article.id, written.text, title, article.text)

        name = _("Text of {article}", article=self.called(article.id))
        job = Job(name, "text", article.id, article.text, article.title, source, news)
        self._open(job, made, lambda typed, news: self.action_text(typed, news))

    def action_amend(self, source: str | None = None, news: str = "") -> None:
        """Other words, agreed to as soon as they are kept."""
        article = self.article
        if article is None or not self.is_meeting():
            return
        from screens.walk.editor import Job

        def made(written: Written) -> Edit | None:
            if written.text == article.text and article.revised_from is None:
                self.say(_("Nothing was changed, so nothing was decided."))
                return None
            return edits.RecordDecision(
                article.id,
                Outcome.AMENDED,
                new_text=written.text if written.text != article.text else None,
                began_on=article.text,
            )

        name = _("Agree to {article} with other words", article=self.called(article.id))
        job = Job(name, "amend", article.id, article.text, source=source, news=news)
        self._open(job, made, lambda typed, news: self.action_amend(typed, news))

    def propose_for(self, party: Party, source: str | None = None) -> None:
        """A party's own wording beside the text."""
        article = self.article
        if article is None:
            return
        from screens.walk.editor import Job

        def made(written: Written) -> Edit | None:
            if written.text == article.text:
                self.say(_("Nothing was changed, so there is no proposal."))
                return None
            return edits.Propose(article.id, party.id, written.text)

        name = _(
            "{party} proposes for {article}", party=party.short, article=self.called(article.id)
        )
        purpose = f"proposal {party.id}"
        job = Job(name, purpose, article.id, article.text, source=source)
        self._open(job, made, lambda typed, news: self.propose_for(party, typed))

    def rewrite_from_proposal(self, key: str, place: int) -> None:
        """Part of a party's wording becomes the text."""
        from pa_tui.domain.markdown import to_markdown
        from screens.walk.editor import Job

        article = self.agreement.articles[key]
        proposal = self.agreement.proposals.of(key)[place - 1]
        source = to_markdown(proposal.text, self.agreement.label)

        def made(written: Written) -> Edit | None:
            return edits.TakeOverProposal(key, place, written.text)

        name = _("Take over in {article}, partly", article=self.called(key))
        job = Job(name, "partly", key, article.text, source=source)
        self._open(job, made, lambda typed, news: None)

    def action_new_article(self, source: str | None = None) -> None:
        """A new article behind the one on the screen."""
        from screens.walk.editor import Job

        article = self.article
        theme = article.theme if article else self._last_theme()
        if theme is None:
            self.say(_("There is no theme yet."))
            return
        after = article.id if article else None

        def made(written: Written) -> Edit | None:
            if not written.text and not written.title:
                self.say(_("A new article needs words."))
                return None
            return edits.AddArticle(theme, written.text, written.title or "", after)

        number = self.called(after) if after else ""
        name = _("New article behind {article}", article=number) if after else _("New article")
        job = Job(name, "new", after or theme, (), "", source)
        self._open(job, made, lambda typed, news: self.action_new_article(typed))

    def _last_theme(self) -> str | None:
        themes = self.agreement.ordered_themes
        return themes[-1].id if themes else None

    # -- machinery -------------------------------------------------------------------------

    def _open(self, job: Job, made: Made, again: Callable[[str, str], None]) -> None:
        """Opens a text. ``again`` opens it with the words typed and what stands in the way."""
        from screens.walk.editor import TextEditor

        def taken(written: Written | None) -> None:
            edit = made(written) if written is not None else None
            if written is None or edit is None:
                self.keep_now(job.purpose, job.place, "")
                return
            self._write(job, edit, lambda news: again(written.source, news))

        self._settle()
        self.app.push_screen(TextEditor(job, self.agreement, self.keep_now), taken)

    def _write(self, job: Job, edit: Edit, again: Callable[[str], None]) -> None:
        def hear(result: Receipt | AgreementError) -> None:
            if isinstance(result, Receipt):
                self._after_writing(result)
            elif isinstance(result, edits.TextMoved):
                again(tell(result))
            else:
                self.refuse(result)

        try:
            self.workspace.submit(edit, hear, (job.purpose, job.place))
        except edits.TextMoved as error:
            again(tell(error))
        except AgreementError as error:
            self.refuse(error)

    def _after_writing(self, receipt: Receipt) -> None:
        """Tells it, and goes to an article that was made."""
        new = next(
            (c.id for c in receipt.entry.changes if c.kind == "article" and not c.field), None
        )
        if new is not None and isinstance(receipt.entry.edit, edits.AddArticle):
            self.go(new)
        self.tell(receipt)
