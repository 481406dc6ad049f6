"""What the words of a new article suggest, for the act that makes it."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Commitment
from pa_tui.domain.text import Text
from pa_tui.edits.arranging import AddArticle, SplitArticle, group_at
from pa_tui.reading.outline_tables import Row
from pa_tui.reading.promises import Promises

Making = TypeVar("Making", AddArticle, SplitArticle)


def with_suggestions(edit: Making, agreement: Agreement) -> Making:
    """The act with who, when, how much and how firmly the words of the new article say, all
    of it suggested, as when a document is read. Raises NotFound where its place is nowhere."""
    if isinstance(edit, AddArticle):
        parts = suggested(agreement, edit.text, group_at(agreement, edit))
    else:
        article = agreement.article_named(edit.article)
        parts = suggested(agreement, article.text[edit.at - 1 :], article.group)
    return replace(edit, parts=parts)


def suggested(agreement: Agreement, text: Text, group: str) -> tuple[Commitment, ...]:
    """The commitments in a text that stands under a group, without ids and ranks."""
    promises = Promises(agreement.ordered_parties, agreement.about)
    return tuple(part.commitment("", "", "") for part in promises.of(text, group, Row()))
