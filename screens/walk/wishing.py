"""What a party let know beforehand about several articles, entered in one line."""

from __future__ import annotations

from pa_tui import edits
from pa_tui.domain.decisions import Treatment
from pa_tui.domain.parties import Party
from pa_tui.errors import AgreementError
from pa_tui.language import _, tell
from screens.entry.asking import Option, Question
from screens.walk.rewriting import Rewriting


class Wishing(Rewriting):
    """Wishes as the secretary finds them in a mail: a party, how, and which articles."""

    def action_wishes(self) -> None:
        """Asks which party, how it wants articles treated, and which."""
        self._which_party(_("wishes of"), self._how, digits=True)

    def _how(self, party: Party) -> None:
        options = (
            Option("h", _("formality"), Treatment.FORMALITY, opens=True),
            Option("b", _("discuss"), Treatment.DISCUSS, opens=True),
            Option("g", _("no wish"), None, opens=True),
        )
        self.ask(Question(party.short, options, lambda how: self._which_articles(party, how)))

    def _which_articles(self, party: Party, how: Treatment | None) -> None:
        words = _("formality") if how is Treatment.FORMALITY else _("discuss")

        def take(article: str, listed: str) -> bool:
            try:
                found = self._listed(listed)
            except AgreementError as error:
                self.refuse(error)
                return False
            return self.act(edits.AskTreatment(found, party.id, how), ("wishes", article))

        self.line_for(
            "wishes",
            f"{party.short}, {words if how else _('no wish')}",
            take,
            self._understood_list,
            hint=_("articles: 1.1, 1.4-1.7 · enter · esc"),
            general=True,
        )

    def _understood_list(self, words: str) -> str:
        if not words.strip():
            return ""
        try:
            return self.count(len(self._listed(words)))
        except AgreementError as error:
            return tell(error)

    def _listed(self, words: str) -> tuple[str, ...]:
        from pa_tui.cli.acts.base import Table

        return Table(self.agreement, self.today).articles(words)
