"""What `--help` prints: the commands, one command, the acts, one act."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterable, Iterator

from pa_tui.cli.grammar import Form
from pa_tui.errors import N_
from pa_tui.language import _

_WIDEST = 100

_OPENING = (
    ("pa-tui", N_("opens the program: recent files, new, open, import")),
    ("pa-tui FILE", N_("opens an agreement file")),
)
_EVERYWHERE = (
    ("--lang nl|en", N_("answers in Dutch or English")),
    ("--help", N_("tells what a command does: pa-tui COMMAND --help")),
    ("--version", N_("prints the version of the program")),
)


def overview(forms: Iterable[Form]) -> str:
    """The program and all its commands."""
    return "\n".join(
        (
            _("Walk, decide and minute prestatieafspraken, in one file, without a network."),
            "",
            *_rows((name, _(says)) for name, says in _OPENING),
            "",
            *_rows((f"pa-tui {form.name}", _(form.says)) for form in forms),
            "",
            *_rows((name, _(says)) for name, says in _EVERYWHERE),
        )
    )


def page(form: Form, below: Iterable[Form] = ()) -> str:
    """One command or act with its words and options; ``below`` are the acts it leads to."""
    return "\n".join(_page(form, tuple(below)))


def _page(form: Form, below: tuple[Form, ...]) -> Iterator[str]:
    yield from textwrap.wrap(form.usage(), _width(), subsequent_indent="    ")
    yield from ("", *textwrap.wrap(_(form.says), _width()), "")
    yield from _rows(
        (word.name, _with_choices(_(word.says), word.choices))
        for word in form.words
        if word.says
    )
    yield from _rows(
        (
            ", ".join(filter(None, (option.short, f"{option.name} {option.value}".rstrip()))),
            _with_choices(_(option.says), option.choices),
        )
        for option in form.options
    )
    if below:
        yield ""
        yield from _rows((act.name, _(act.says)) for act in below)
        yield ""
        yield _("“pa-tui do FILE ACT --help” tells how an act is written.")


def _with_choices(says: str, choices: tuple[str, ...]) -> str:
    return f"{says}: {', '.join(choices)}" if choices else says


def _rows(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    rows = tuple(rows)
    column = min(28, max((len(name) for name, _says in rows), default=0) + 4)
    for name, says in rows:
        head = f"  {name}".ljust(column)
        if len(head) > column:
            yield head
            head = " " * column
        yield from textwrap.wrap(
            says or "-", _width(), initial_indent=head, subsequent_indent=" " * column
        )


def _width() -> int:
    return max(60, min(_WIDEST, shutil.get_terminal_size((_WIDEST, 24)).columns))
