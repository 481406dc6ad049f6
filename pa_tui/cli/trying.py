"""`pa-tui demo`: the sample agreement with a running meeting."""

from __future__ import annotations

import os
from pathlib import Path
from uuid import uuid4

from pa_tui.cli.command import DONE, Command
from pa_tui.cli.grammar import Form, Given, Option, Word
from pa_tui.cli.outside import FORCE, Outside
from pa_tui.edits import Moment
from pa_tui.edits.structure import StartAgreement
from pa_tui.errors import N_
from pa_tui.language import _
from pa_tui.ports import Store

USUAL = "voorbeeld.pa"
"""What the sample is called where no name is given."""


def demo(given: Given, outside: Outside) -> int:
    """Makes the sample where it is not there yet, and opens it on a terminal."""
    path = Path(given.get("FILE") or USUAL).expanduser()
    if given.flag("--force") or not path.exists():
        make_sample(path, outside)
        words = _("Made: {path}. “pa-tui {path}” opens it.", path=path)
    else:
        words = _("{path} is there already and is kept. “pa-tui {path}” opens it.", path=path)
    if given.flag("--no-open") or not outside.out.isatty():
        outside.tell(words)
        return DONE
    return outside.show(path)


def make_sample(path: Path, outside: Outside) -> None:
    """Writes the sample act by act beside its place and moves it there when it is whole."""
    from pa_tui.sample import sample_acts

    half = path.with_name(f".{path.name}.{uuid4().hex[:8]}")
    store: Store | None = None
    try:
        for edit, at, by in sample_acts(outside.now()):
            moment = Moment.of(at, by)
            if store is not None:
                store.commit(edit, moment)
            elif isinstance(edit, StartAgreement):
                store = outside.create_file(half, edit, moment)
        if store is not None:
            store.close()
            os.replace(half, path)
    finally:
        half.unlink(missing_ok=True)


COMMANDS = (
    Command(
        Form(
            "demo",
            N_("makes a sample agreement with a running meeting and opens it"),
            (Word("FILE", N_("the agreement file to make (.pa)"), optional=True),),
            (Option("--no-open", "", N_("only makes the file")), FORCE),
        ),
        demo,
    ),
)
