"""The text of an article as screens show it: its parts, labels, footnotes, earlier wording."""

from __future__ import annotations

from dataclasses import dataclass

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Article, Commitment
from pa_tui.domain.text import Anchor, AnchorKind, Label, Text, anchors_of
from screens.widgets.ink import Line, Run, line
from screens.widgets.prose import has_changed
from screens.widgets.typeset import wrap

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an article: its place from 1 and how many there are."""

    commitment: Commitment | None
    place: int
    count: int

    @property
    def words(self) -> str:
        """The words it is made of, where the article has several parts."""
        return self.commitment.words if self.commitment and self.count > 1 else ""


def part_at(agreement: Agreement, article: str, place: int) -> Part:
    """The part of an article at a place counted from 1; the last one where there are fewer."""
    found = agreement.commitments_of(article)
    place = max(1, min(place, len(found)))
    return Part(found[place - 1] if found else None, place, len(found))


def screen_label(agreement: Agreement) -> Label:
    """How anchors are shown: the number of today, a footnote as a raised mark."""

    def label(anchor: Anchor) -> str:
        if anchor.kind is not AnchorKind.FOOTNOTE:
            return agreement.label(anchor)
        note = agreement.footnotes.get(anchor.target)
        return _raised(note.mark if note else anchor.shown)

    return label


def _raised(mark: str) -> str:
    return mark.translate(_RAISED) if mark.isdecimal() else f"({mark})"


def footnotes(agreement: Agreement, article: Article, width: int) -> list[Line]:
    """The footnotes of the text, under it."""
    targets = dict.fromkeys(
        anchor.target
        for anchor in anchors_of(article.text)
        if anchor.kind is AnchorKind.FOOTNOTE
    )
    notes = [note for key in targets if (note := agreement.footnotes.get(key)) is not None]
    lines: list[Line] = [()] if notes else []
    for note in notes:
        first = (Run("  "), *line(Run(_raised(note.mark) + " ", "quiet")))
        lines += wrap(line(Run(note.text, "quiet")), width - 2, first)
    return lines


def text_before(agreement: Agreement, article: Article) -> Text | None:
    """The wording that the present one is a change of: the one the table knew while a newer
    one waits, else the one before the present decision; None where nothing changed."""
    was = article.revised_from
    if was is None:
        decision = agreement.decision_on(article.id)
        if decision is None or decision.after != article.text:
            return None
        was = decision.before
    return was if has_changed(was, article.text, agreement.label) else None
