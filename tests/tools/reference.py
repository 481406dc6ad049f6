"""Writes what the program can do into its docs: ``python -m tests.tools.reference``.

The keys of every screen and the commands with their options come from the code itself, in
Dutch; the words above the mark in each page are written by hand and stay. A test fails where
the pages no longer say what the program does.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from pa_tui.cli.doing import FORMS
from pa_tui.cli.grammar import Form
from pa_tui.cli.running import MODULES, command
from pa_tui.language import _, speak
from screens import MODES, ROOM
from screens.keys import BACK_AND_FORTH, EVERYWHERE, Command, key_name
from screens.review.commands import TITLE

DOCS = Path(__file__).parent.parent.parent / "docs"
MARK = "<!-- Van hier af geschreven door: python -m tests.tools.reference -->"
PAGES = ("toetsen.md", "opdrachten.md")


def written(page: str) -> str:
    """A page as it should be: its own words, the mark, and what the program can do."""
    speak("nl")
    own = (DOCS / page).read_text("utf-8").partition(MARK)[0].rstrip()
    lines = _keys() if page == "toetsen.md" else _commands()
    return "\n".join((own, "", MARK, "", *lines)).rstrip() + "\n"


def _keys() -> Iterator[str]:
    yield from _key_table(_("Everywhere"), (*BACK_AND_FORTH, *EVERYWHERE))
    for mode, factory in {**MODES, **ROOM}.items():
        commands = factory().KEYS
        if commands:
            yield from _key_table(_heading(mode), commands)


def _heading(mode: str) -> str:
    known = next((c for c in EVERYWHERE if c.action == f"app.mode('{mode}')"), None)
    if mode == "review":
        return _(TITLE)
    if mode in ROOM:
        return _("The room's window")
    return _(known.label) if known else mode


def _key_table(title: str, commands: tuple[Command, ...]) -> Iterator[str]:
    yield from (f"## {title[:1].upper()}{title[1:]}", "")
    yield from ("| toets | wat | |", "| --- | --- | --- |")
    for (label, says), alike in groupby(commands, key=lambda own: (own.label, own.help)):
        keys = [f"`{key_name(key)}`" for own in alike for key in own.keys.split(",")]
        yield f"| {_in_short(keys)} | {_(label)} | {_(says)} |"
    yield ""


def _in_short(keys: list[str]) -> str:
    return ", ".join(keys) if len(keys) < 4 else f"{keys[0]} … {keys[-1]}"


def _commands() -> Iterator[str]:
    yield from ("## Opdrachten", "")
    for name in MODULES:
        yield from _form(command(name).form)
    yield from ("## Handelingen van `pa-tui do`", "")
    for form in FORMS.values():
        yield from _form(form)


def _form(form: Form) -> Iterator[str]:
    yield from (f"### {form.name}", "", f"{_(form.says)}.", "")
    yield from (f"    {form.usage()}", "")
    told = [(w.name, w.says, w.choices) for w in form.words]
    told += [(f"{o.name} {o.value}".rstrip(), o.says, o.choices) for o in form.options]
    for name, says, choices in told:
        one_of = f": {', '.join(f'`{choice}`' for choice in choices)}" if choices else ""
        yield f"- `{name}` {_(says)}{one_of}"
    yield ""


def main() -> None:
    """Writes the pages."""
    for page in PAGES:
        (DOCS / page).write_text(written(page), "utf-8")


if __name__ == "__main__":
    sys.exit(main())
