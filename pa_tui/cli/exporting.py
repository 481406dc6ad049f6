"""`pa-tui export`: papers and other forms of the agreement, beside its file."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from pa_tui.cli.command import DONE, FILE, Command, file_of
from pa_tui.cli.grammar import Form, Given, Option, Word, WrongUse
from pa_tui.cli.outside import FORCE, JSON, TODAY, Outside, moment_of
from pa_tui.cli.shown import shown_agreement
from pa_tui.domain.agreement import Agreement
from pa_tui.edits.meeting import meeting_named
from pa_tui.errors import N_, FileError, NotAllowed
from pa_tui.papers.blocks import Paper
from pa_tui.papers.draft import draft
from pa_tui.papers.gatherings import code
from pa_tui.papers.minutes import minutes

FORMS = ("docx", "md")
"""The forms a paper can have, the usual one first."""

Make = Callable[[Agreement, Given, datetime], tuple[str, Paper]]
"""Makes a paper and says what its file is called after."""


def _minutes(agreement: Agreement, given: Given, at: datetime) -> tuple[str, Paper]:
    if not agreement.meetings:
        raise NotAllowed(N_("There was no meeting yet, so there are no minutes."))
    meeting = meeting_named(agreement, given.get("--meeting"))
    return f"verslag-{code(meeting).casefold()}", minutes(agreement, meeting, at=at)


def _draft(agreement: Agreement, given: Given, at: datetime) -> tuple[str, Paper]:
    return "concept", draft(agreement, at=at, comments=given.flag("--comments"))


PAPERS: Mapping[str, Make] = MappingProxyType(
    {"minutes": _minutes, "draft": _draft, "markdown": _draft}
)
"""What can be exported as a paper, by name."""

WHATS = (*PAPERS, "json")


def export(given: Given, outside: Outside) -> int:
    """Writes a paper, or the whole agreement as JSON, and prints where."""
    with outside.opened(file_of(given)) as store:
        written = _written(given.word("WHAT"), store.agreement, given, outside)
    if given.flag("--json"):
        outside.tell_json({"path": str(written)})
    else:
        outside.tell(str(written))
    return DONE


def _written(what: str, agreement: Agreement, given: Given, outside: Outside) -> Path:
    path, force = file_of(given), given.flag("--force")
    if what == "json":
        goal = _goal(given, path, "", "json")
        words = json.dumps(shown_agreement(agreement), ensure_ascii=False, indent=1)
        return write_text(goal, words + "\n", force=force)
    name, paper = PAPERS[what](agreement, given, moment_of(given, outside).at)
    form = _form(what, given)
    goal = _goal(given, path, name if what != "markdown" else "", form)
    return outside.export(paper, goal, form, force=force)


def _form(what: str, given: Given) -> str:
    said = given.get("--format")
    if what == "markdown":
        if said not in (None, "md"):
            raise WrongUse(
                N_("{name} goes only with {outcome}."), name="--format", outcome="md"
            )
        return "md"
    ending = Path(given.text("--out")).suffix.removeprefix(".").casefold()
    return said or (ending if ending in FORMS else FORMS[0])


def _goal(given: Given, path: Path, name: str, form: str) -> Path:
    """Where the paper goes: where it was said, else beside the agreement file."""
    usual = f"{path.stem}-{name}.{form}" if name else f"{path.stem}.{form}"
    said = given.get("--out")
    goal = Path(said).expanduser() if said else path.with_name(usual)
    if goal.is_dir():
        goal /= usual
    if goal.exists() and path.exists() and goal.samefile(path):
        raise FileError(
            N_("{path} is the agreement file itself. Choose another name with -o."), path=goal
        )
    return goal


def write_text(path: Path, words: str, *, force: bool = False) -> Path:
    """Writes a text file whole or not at all and gives its path; raises FileError
    where one is kept or the place cannot be written."""
    if path.exists() and not force:
        raise FileError(
            N_("{path} exists already and is kept. Choose another name, or say --force."),
            path=path,
        )
    half = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        half.write_text(words, encoding="utf-8", newline="\n")
        os.replace(half, path)
    except OSError as error:
        half.unlink(missing_ok=True)
        raise FileError(
            N_("{path} cannot be written: {reason}. Choose another place with -o."),
            path=path,
            reason=error.strerror or str(error),
        ) from error
    return path


COMMANDS = (
    Command(
        Form(
            "export",
            N_("writes the minutes, the draft or another form of the agreement"),
            (Word("WHAT", N_("what is written"), choices=WHATS), FILE),
            (
                Option("--out", "OUT", N_("where to; beside the agreement file"), short="-o"),
                Option("--format", "F", N_("as what"), choices=FORMS),
                Option("--meeting", "N", N_("of which meeting; the last one")),
                Option("--comments", "", N_("with the open points in the margin")),
                FORCE,
                JSON,
                TODAY,
            ),
        ),
        export,
    ),
)
