"""Articles that went up in another: their words tell where they are now."""

from __future__ import annotations

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Article


def home_of(agreement: Agreement, gone: Article) -> Article | None:
    """The article of the set that holds every passage of one that is no longer in it, and
    more; None where no article does."""
    passages = [block for block in gone.text if block.text.strip() or block.cells]
    if not passages:
        return None
    for key in agreement.order.flat:
        article = agreement.articles[key]
        if article.removed or len(article.text) <= len(passages):
            continue
        if all(block in article.text for block in passages):
            return article
    return None
