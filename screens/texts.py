"""The text of an article as screens show it: its labels, its footnotes, what it was before."""

from __future__ import annotations

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Article
from pa_tui.domain.text import Anchor, AnchorKind, Label, Text, anchors_of
from screens.widgets.ink import Line, Run, line
from screens.widgets.prose import has_changed
from screens.widgets.typeset import wrap

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


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
