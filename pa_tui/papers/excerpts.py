"""Text changes as papers tell them: the words that went, the words that came."""

from __future__ import annotations

from dataclasses import dataclass

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.text import ANCHOR, Anchor, AnchorKind, BlockKind, Text, with_labels
from pa_tui.domain.wordchanges import PieceKind, word_changes, words
from pa_tui.papers.blocks import Run, Runs

_QUOTED = 80
_AROUND = 7
_GAP = "…"


@dataclass(frozen=True, slots=True)
class WordChange:
    """One stretch that changed, with the words around it."""

    left: str
    removed: str
    added: str
    right: str


def told(text: Text, agreement: Agreement) -> str:
    """The words of a text as they are printed now: references by today's numbers, marks of
    sub-items, no footnote marks; one block a line, cells parted by " | "."""

    def label(anchor: Anchor) -> str:
        return "" if anchor.kind is AnchorKind.FOOTNOTE else agreement.label(anchor)

    lines: list[str] = []
    for block in text:
        if block.kind is BlockKind.TABLE:
            lines += [
                " | ".join(
                    with_labels(c.text, c.anchors, label).replace("\n", " ") for c in row
                )
                for row in block.cells
            ]
        else:
            mark = f"{block.mark}. " if block.mark else ""
            mark = "- " if block.kind is BlockKind.BULLET else mark
            lines.append(mark + with_labels(block.text, block.anchors, label))
    return "\n".join(lines).replace(ANCHOR, "")


def stretches(before: str, after: str) -> tuple[WordChange, ...]:
    """Every stretch that changed between two texts, with what stands left and right."""
    pieces = word_changes(before, after)
    found: list[WordChange] = []
    left = ""
    removed = added = ""
    for piece in pieces:
        if piece.kind is PieceKind.SAME:
            if removed or added:
                found.append(WordChange(left, removed, added, piece.text))
            left, removed, added = piece.text, "", ""
        elif piece.kind is PieceKind.REMOVED:
            removed = piece.text
        else:
            added = piece.text
    if removed or added:
        found.append(WordChange(left, removed, added, ""))
    return tuple(found)


def in_a_sentence(before: str, after: str) -> str:
    """The change as "'acht woningen' wordt 'twaalf woningen'"; empty where it is more than
    one small change and belongs in the annex alone."""
    was, now = small_change(before, after)
    if not was and not now:
        return ""
    if not was:
        return f"toegevoegd is '{now}'"
    if not now:
        return f"'{was}' vervalt"
    return f"'{was}' wordt '{now}'"


def small_change(before: str, after: str) -> tuple[str, str]:
    """The whole words that went and those that came, where one short stretch changed; one of
    them is empty where nothing was there. Both are empty where it is more than that."""
    found = stretches(before, after)
    if len(found) != 1:
        return "", ""
    was, now = _whole_words(found[0])
    if was == now or "\n" in was + now or max(len(was), len(now)) > _QUOTED:
        return "", ""
    return was, now


def _whole_words(change: WordChange) -> tuple[str, str]:
    """Both sides trimmed: a sign that changed with the word before it; where a side is but a
    sign, what stands against it without one, so that an insertion reads as such."""
    was, now = change.removed.strip(), change.added.strip()
    if _has_word(was) and _has_word(now):
        return _with_next_word(change)
    if _has_word(was + now):
        return _without_sign(was), _without_sign(now)
    last = words(change.left.rstrip())[-1:]
    word = last[0] if last and _has_word(last[0]) else ""
    return word + was, word + now


def _has_word(side: str) -> bool:
    return any(sign.isalnum() for sign in side)


def _without_sign(side: str) -> str:
    return side.rstrip(".,;:").rstrip() if _has_word(side) else ""


def _with_next_word(change: WordChange) -> tuple[str, str]:
    """Both sides trimmed; where something was replaced by so little that it says nothing
    alone, with the word that follows, or with the number of the day before a month."""
    was, now = change.removed.strip(), change.added.strip()
    if not was or not now or max(was.count(" "), now.count(" ")) > 1:
        return was, now
    before = words(change.left)[-2:]
    if len(before) == 2 and before[0].isdigit() and before[1] == " ":
        return f"{before[0]} {was}", f"{before[0]} {now}"
    following = words(change.right)[:2]
    if len(following) == 2 and following[0] == " " and following[1][0].isalnum():
        return f"{was} {following[1]}", f"{now} {following[1]}"
    return was, now


def was_and_now(before: str, after: str) -> tuple[Runs, Runs]:
    """Both sides of a change in columns: what changed in bold with a few words around it,
    the rest as "…"; empty runs where a side has no text at all."""
    if not before or not after:
        return _whole(before), _whole(after)
    was: list[Run] = []
    now: list[Run] = []
    pieces = word_changes(before, after)
    for place, piece in enumerate(pieces):
        if piece.kind is PieceKind.SAME:
            shown = Run(_shortened(piece.text, place == 0, place == len(pieces) - 1))
            was.append(shown)
            now.append(shown)
        else:
            side = was if piece.kind is PieceKind.REMOVED else now
            side.append(Run(piece.text, bold=True))
    return tuple(was), tuple(now)


def _whole(text: str) -> Runs:
    return (Run(text),) if text else ()


def _shortened(text: str, first: bool, last: bool) -> str:
    """What stayed the same, cut down to the words beside the changes."""
    found = words(text)
    around = _AROUND * 2
    ends = 1 if first or last else 2
    if len(found) <= around * ends + 4:
        return text
    head = "".join(found[:around]).rstrip()
    tail = "".join(found[-around:]).lstrip()
    if first:
        return f"{_GAP} {tail}"
    return f"{head} {_GAP}" if last else f"{head} {_GAP} {tail}"
