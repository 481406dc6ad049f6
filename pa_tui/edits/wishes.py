"""What parties ask beforehand: to pass an article without debate, or to talk about it."""

from __future__ import annotations

from dataclasses import dataclass

from pa_tui.domain.decisions import Treatment, Wish
from pa_tui.edits.base import Edit, Worksheet
from pa_tui.edits.decision import position_id
from pa_tui.errors import N_, NotAllowed


@dataclass(frozen=True, slots=True)
class AskTreatment(Edit):
    """A party lets know beforehand how it wants articles treated; no ``treatment`` takes its
    wishes for them back. A wish lasts until the table decides on the article."""

    articles: tuple[str, ...]
    party: str
    treatment: Treatment | None
    reason: str = ""

    def perform(self, sheet: Worksheet) -> None:
        party = sheet.agreement.party_named(self.party)
        found = tuple(dict.fromkeys(sheet.article(name).id for name in self.articles))
        if not found:
            raise NotAllowed(N_("There are no articles to have a wish about."))
        for key in found:
            article = sheet.agreement.articles[key]
            if not party.takes_part_in(article.theme):
                raise NotAllowed(
                    N_("{party} does not take part in the theme of article {number}."),
                    party=party.short,
                    number=article.number or article.id,
                )
            self._ask(sheet, key, party.id)

    def _ask(self, sheet: Worksheet, article: str, party: str) -> None:
        key = position_id(article, party)
        known = sheet.agreement.wishes.get(key)
        if self.treatment is not None:
            at = sheet.moment.at
            sheet.put(Wish(key, article, party, self.treatment, self.reason.strip(), at))
        elif known is not None:
            sheet.remove(known)

    @property
    def subject(self) -> str | None:
        """The first of the articles."""
        return self.articles[0] if self.articles else None
