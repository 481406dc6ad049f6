"""`pa-tui restore`: an agreement file from its TOML copy, nothing lost."""

from __future__ import annotations

from pathlib import Path

from pa_tui.cli.command import DONE, Command, file_of
from pa_tui.cli.grammar import Form, Given, Word
from pa_tui.cli.making import NEW_FILE
from pa_tui.cli.outside import FORCE, JSON, Outside
from pa_tui.errors import N_
from pa_tui.language import n_


def restore(given: Given, outside: Outside) -> int:
    """Makes the file and tells how many acts its history holds."""
    path = file_of(given)
    copy = Path(given.word("TOML")).expanduser()
    store = outside.restore(copy, path, force=given.flag("--force"))
    try:
        count = sum(1 for _ in store.entries())
    finally:
        store.close()
    if given.flag("--json"):
        outside.tell_json({"path": str(path), "entries": count})
    else:
        outside.tell(
            n_(
                "Restored: {path}, with {count} act in its history.",
                "Restored: {path}, with {count} acts in its history.",
                count,
                path=path,
            )
        )
    return DONE


COMMANDS = (
    Command(
        Form(
            "restore",
            N_("makes an agreement file from its TOML copy, nothing lost"),
            (Word("TOML", N_("the copy that “export toml” wrote")), NEW_FILE),
            (FORCE, JSON),
        ),
        restore,
    ),
)
