"""Changing the words of an article, agreeing to changed words, proposing and adding."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from zlib import crc32

from pa_tui import edits
from pa_tui.domain.decisions import Outcome
from pa_tui.domain.parties import Party
from pa_tui.domain.text import Text
from pa_tui.edits.base import Edit
from pa_tui.errors import AgreementError
from pa_tui.language import _, tell
from pa_tui.ports import HalfTyped, Receipt
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
        purpose = f"text {mark_of(article.text)}"
        job = Job(name, purpose, article.id, article.text, article.title, source, news)
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
        purpose = f"amend {mark_of(article.text)}"
        job = Job(name, purpose, article.id, article.text, source=source, news=news)
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

    def rewrite_from_proposal(self, key: str, place: int, source: str | None = None) -> None:
        """Part of a party's wording becomes the text."""
        from pa_tui.domain.markdown import to_markdown
        from screens.walk.editor import Job

        article = self.agreement.articles[key]
        proposal = self.agreement.proposals.of(key)[place - 1]
        if source is None:
            source = to_markdown(proposal.text, self.agreement.label)

        def made(written: Written) -> Edit | None:
            return edits.TakeOverProposal(key, place, written.text)

        name = _("Take over in {article}, partly", article=self.called(key))
        job = Job(name, f"partly {place}", key, article.text, source=source)
        self._open(job, made, lambda typed, news: None)

    def action_new_article(self, source: str | None = None) -> None:
        """A new article behind the one on the screen, with what its words suggest."""
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
            from pa_tui.reading.suggesting import with_suggestions

            edit = edits.AddArticle(theme, written.text, written.title or "", after)
            return with_suggestions(edit, self.agreement)

        number = self.called(after) if after else ""
        name = _("New article behind {article}", article=number) if after else _("New article")
        job = Job(name, "new", after or theme, (), "", source)
        self._open(job, made, lambda typed, news: self.action_new_article(typed))

    def _last_theme(self) -> str | None:
        themes = self.agreement.ordered_themes
        return themes[-1].id if themes else None

    # -- half-typed texts ------------------------------------------------------------------

    def take_up_text(self, own: HalfTyped) -> bool:
        """Opens the text that words were typed in, with the words; False where they were
        for something else. A text that is another by now is told."""
        purpose, _space, rest = own.purpose.partition(" ")
        article = self.article
        if article is None:
            return False
        news = ""
        if rest and rest != mark_of(article.text):
            news = _(
                "The text of {article} is another since these words were typed; compare.",
                article=self.called(article.id),
            )
        proposals = self.agreement.proposals.of(article.id)
        in_meeting = self.agreement.running_meeting is not None
        opens: Callable[[], None] | None = None
        if purpose == "amend" and in_meeting:
            opens = partial(self.action_amend, own.text, news)
        elif purpose in ("text", "amend"):
            opens = partial(self.action_text, own.text, news)
        elif purpose == "proposal" and rest in self.agreement.parties:
            opens = partial(self.propose_for, self.agreement.parties[rest], own.text)
        elif purpose == "partly" and rest.isdecimal() and int(rest) <= len(proposals):
            opens = partial(self.rewrite_from_proposal, article.id, int(rest), own.text)
        elif purpose == "new":
            opens = partial(self.action_new_article, own.text)
        if opens is None:
            return False
        self.keep_now(own.purpose, own.place, "")
        opens()
        return True

    # -- machinery -------------------------------------------------------------------------

    def _open(self, job: Job, made: Made, again: Callable[[str, str], None]) -> None:
        """Opens a text. ``again`` opens it with the words typed and what stands in the way."""
        from screens.walk.editor import TextEditor

        def taken(written: Written | None) -> None:
            try:
                edit = made(written) if written is not None else None
            except AgreementError as error:
                self.refuse(error)
                return
            if written is None or edit is None:
                self.keep_now(job.purpose, job.place, "")
                return
            self._write(job, edit, lambda news: again(written.source, news))

        self._settle()
        self.app.push_screen(TextEditor(job, self.agreement, self.keep_now), taken)

    def _write(self, job: Job, edit: Edit, again: Callable[[str], None]) -> None:
        def moved(error: edits.TextMoved) -> None:
            self.keep_now(job.purpose, job.place, "")
            again(tell(error))

        def hear(result: Receipt | AgreementError) -> None:
            if isinstance(result, Receipt):
                self._after_writing(result)
            elif isinstance(result, edits.TextMoved):
                moved(result)
            else:
                self.refuse(result)

        try:
            self.workspace.submit(edit, hear, (job.purpose, job.place))
        except edits.TextMoved as error:
            moved(error)
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


def mark_of(text: Text) -> str:
    """A few characters that tell whether a text is still the same."""
    return f"{crc32(repr(text).encode()):08x}"
