"""How keys are printed in one or two rows, as wide as they can be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from pa_tui.language import _
from screens.entry.asking import Question
from screens.keys import Command
from screens.widgets.ink import Line, Run, clip, clip_line, line, width_of

ASIDE = 9
"""The group of the footer that gives way first: the other screens."""


def footer(commands: Iterable[Command], width: int) -> Line:
    """The keys of the commands that have a place in the footer.

    With all their words where there is room. Else the other screens are not there, or what
    stands beside them too has keys only, or is not there; else the last group has keys only,
    or only its last key, which tells all others; else the others have keys only.
    """
    shown = sorted((c for c in commands if c.group), key=lambda command: command.group)
    groups = [list(found) for _, found in groupby(shown, key=lambda command: command.group)]
    own = [group for group in groups if group[0].group != ASIDE]
    rows = [_row(groups, [True] * len(groups))]
    if own and len(own) < len(groups):
        here = [[c for c in group if not _shows_screen(c)] for group in groups]
        here = [group for group in here if group]
        rows.append(_row(here, [True] * len(here)))
        rows += [_row(groups, [True] * len(own) + [False]), _row(own, [True] * len(own))]
    rows += [
        _row(own, [True] * (len(own) - 1) + [False]),
        _row(
            [*own[:-1], *(group[-1:] for group in own[-1:])], [True] * (len(own) - 1) + [False]
        ),
        _row(own, [False] * (len(own) - 1) + [True]),
    ]
    return next((row for row in rows if width_of(row) <= width), clip_line(rows[-1], width))


def _shows_screen(command: Command) -> bool:
    return command.does.startswith("app.mode")


def _row(groups: Sequence[Sequence[Command]], with_words: Sequence[bool]) -> Line:
    row: list[Run] = []
    for group, words in zip(groups, with_words, strict=True):
        if row:
            row.append(Run(" │ ", "line"))
        for place, command in enumerate(group):
            if place:
                row.append(Run("  " if words else " "))
            row.append(Run(command.key, "key"))
            if words and command.label:
                row.append(Run(" " + _(command.label), "quiet"))
    return tuple(row)


def question_lines(question: Question, width: int, missed: str = "") -> list[Line]:
    """The prompt, its options and the way back in two rows of at most ``width`` cells; where
    that is not enough, the prompt gives way. ``missed`` is a key that was none of them."""
    rows = _question_rows(question.prompt, question, width)
    room = len(question.prompt)
    while len(rows) > 2 and room > _LEAST:
        room -= 4
        rows = _question_rows(clip(question.prompt, room), question, width)
    if missed:
        words = _("“{key}” is none of these", key=missed)
        told = line(Run(words, "accent"))
        if width_of((*rows[-1], *told)) + 3 > width:
            rows.append(told)
        else:
            rows[-1] = (*rows[-1], Run(" · ", "quiet"), *told)
    return [clip_line(row, width) for row in rows]


_LEAST = 12


def _question_rows(prompt: str, question: Question, width: int) -> list[Line]:
    rows: list[list[Run]] = [[*line(Run(prompt + " ▸ ", "key"))]]
    answers = [(option.key, option.label, "text") for option in question.options]
    for place, (key, label, ink) in enumerate((*answers, ("esc", _("back"), "quiet"))):
        piece = line(Run(key, "key"), Run(f" {label}", ink))
        gap = Run(" · ", "quiet")
        if width_of((*rows[-1], *((gap,) if place else ()), *piece)) > width:
            rows.append([])
        elif place:
            rows[-1].append(gap)
        rows[-1] += piece
    return [tuple(row) for row in rows]
