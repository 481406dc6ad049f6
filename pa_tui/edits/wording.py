"""Changing the words of an article, and finding its parts again in the new ones."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from pa_tui.domain.articles import Article, Commitment
from pa_tui.domain.decisions import Stance
from pa_tui.domain.parties import State
from pa_tui.domain.text import Text, plain
from pa_tui.domain.wordchanges import most_alike, sentences
from pa_tui.edits.base import Edit, Worksheet
from pa_tui.errors import N_, NotAllowed


class TextMoved(NotAllowed):
    """Somebody else changed the text since this edit began; both texts are to be shown."""


@dataclass(frozen=True, slots=True)
class ReviseText(Edit):
    """An article gets new words (and a new title where one is given).

    ``began_on`` is the text the person saw when starting to type: where the article's text
    is another by now, TextMoved is raised and nothing is overwritten.
    """

    article: str
    text: Text
    title: str | None = None
    began_on: Text | None = None

    def perform(self, sheet: Worksheet) -> None:
        article = sheet.article(self.article)
        must_not_have_moved(article, self.began_on)
        if self.title is not None:
            sheet.set(article, title=self.title)
        if self.text != article.text:
            revise(sheet, article, self.text)


def revise(sheet: Worksheet, article: Article, text: Text) -> None:
    """Puts a new wording on the table. Who agreed, agreed to another text, and a decision
    was about another text: both lapse, and the decision stays readable."""
    known = article.text if article.revised_from is None else article.revised_from
    reword(sheet, article, text)
    lapse_agreement(sheet, article)
    if article.decision is not None:
        reopen(sheet, article, "")
    sheet.set(sheet.article(article.id), revised_from=None if text == known else known)


def lapse_agreement(sheet: Worksheet, article: Article) -> None:
    """Forgets who agreed to an article; reservations and objections stay."""
    for position in sheet.agreement.positions.of(article.id):
        if position.stance is Stance.AGREE:
            sheet.remove(position)


def reopen(sheet: Worksheet, article: Article, reason: str) -> None:
    """Makes an article undecided again; its last decision keeps why."""
    decision = sheet.agreement.decision_on(article.id)
    if decision is not None:
        sheet.set(decision, reopened=reason or "-", reopened_at=sheet.moment.at)
    sheet.set(sheet.article(article.id), decision=None, removed=False)


def must_be_in_the_set(article: Article) -> None:
    """Raises NotAllowed where an article was taken out of the set."""
    if article.removed:
        raise NotAllowed(
            N_("Article {number} was taken out. Reopen it first."),
            number=article.number or article.id,
        )


def must_not_have_moved(article: Article, began_on: Text | None) -> None:
    """Raises TextMoved where the text is no longer the one an edit began on."""
    if began_on is not None and began_on != article.text:
        raise TextMoved(
            N_(
                "The text of {number} was changed in another window meanwhile. Your words are "
                "kept; compare the two."
            ),
            number=article.number or article.id,
        )


def reword(sheet: Worksheet, article: Article, text: Text) -> None:
    """Sets the text and finds the commitments again in it.

    A part whose words survive keeps its lead and dates. One whose words do not survive goes
    on as the sentence most like it, and what was confirmed becomes a question again.
    """
    sheet.set(article, text=text)
    flat = _flat(text)
    parts = sheet.agreement.commitments_of(article.id)
    lost = [part for part in parts if part.words and _flat_words(part.words) not in flat]
    taken = {_flat_words(part.words) for part in parts if part not in lost}
    free = [_flat_words(sentence) for sentence in sentences(plain(text))]
    for part in lost:
        found = most_alike(part.words, [words for words in free if words not in taken])
        taken.add(found or part.words)
        sheet.set(part, words=found or part.words, **as_questions(part))


def as_questions(part: Commitment) -> dict[str, Any]:
    """What is known of a part, as suggestions that wait for a yes."""
    return {
        "leads": tuple(replace(lead, state=State.SUGGESTED) for lead in part.leads),
        "timings": tuple(replace(timing, state=State.SUGGESTED) for timing in part.timings),
        "involved": tuple(replace(who, state=State.SUGGESTED) for who in part.involved),
    }


def _flat(text: Text) -> str:
    return _flat_words(plain(text))


def _flat_words(words: str) -> str:
    return " ".join(words.split())


@dataclass(frozen=True, slots=True)
class CutCommitment(Edit):
    """A part of an article becomes a commitment of its own: from ``words`` on."""

    article: str
    words: str

    def perform(self, sheet: Worksheet) -> None:
        article = sheet.article(self.article)
        wanted = _flat_words(self.words)
        if not wanted or wanted not in _flat(article.text):
            raise NotAllowed(
                N_("“{words}” does not stand in article {number}."),
                words=self.words,
                number=article.number or article.id,
            )
        parts = sheet.agreement.commitments_of(article.id)
        if any(_flat_words(part.words) == wanted for part in parts):
            raise NotAllowed(N_("“{words}” is a part of its own already."), words=self.words)
        sheet.add(Commitment(sheet.mint(), article.id, sheet.last_rank_of(parts), words=wanted))


@dataclass(frozen=True, slots=True)
class JoinCommitments(Edit):
    """Two parts of an article, counted from 1, become one with all that both had."""

    article: str
    first: int
    second: int

    def perform(self, sheet: Worksheet) -> None:
        article = sheet.article(self.article)
        one = commitment_at(sheet, article, self.first)
        two = commitment_at(sheet, article, self.second)
        if one.id == two.id:
            raise NotAllowed(N_("A part cannot be joined with itself."))
        sheet.remove(two)
        sheet.set(
            one,
            words=_from_first_to_last(_flat(article.text), one.words, two.words),
            leads=_union(one.leads, two.leads),
            joint=_union(one.joint, two.joint),
            involved=_union(one.involved, two.involved),
            timings=_union(one.timings, two.timings),
            quantities=_union(one.quantities, two.quantities),
        )


def _from_first_to_last(text: str, one: str, two: str) -> str:
    """The words of a text from the first of two parts to the end of the last; nothing, which
    is the whole article, where either is not found."""
    places = [(text.find(words), len(words)) for words in map(_flat_words, (one, two))]
    if not (one and two) or any(start < 0 for start, _ in places):
        return ""
    first = min(start for start, _ in places)
    return text[first : max(start + length for start, length in places)]


def _union(one: tuple[object, ...], two: tuple[object, ...]) -> tuple[object, ...]:
    return one + tuple(item for item in two if item not in one)


def commitment_at(sheet: Worksheet, article: Article, place: int | None) -> Commitment:
    """The part of an article at a place counted from 1; None is the first, which is made
    where the article has none yet."""
    parts = sheet.agreement.commitments_of(article.id)
    if not parts and place in (None, 1):
        part = Commitment(sheet.mint(), article.id, sheet.last_rank_of(()))
        sheet.add(part)
        return part
    if place is not None and not 1 <= place <= len(parts):
        raise NotAllowed(
            N_("Article {number} has {count} parts; there is no part {place}."),
            number=article.number or article.id,
            count=len(parts),
            place=place,
        )
    return parts[(place or 1) - 1]
