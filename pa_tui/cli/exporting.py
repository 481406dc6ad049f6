"""`pa-tui export`: papers and other forms of the agreement, beside its file."""

from __future__ import annotations

import json
import os
import re
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from pa_tui.cli.command import DONE, FILE, Command, file_of
from pa_tui.cli.grammar import Form, Given, Option, Word, WrongUse
from pa_tui.cli.minutes import Outgoing
from pa_tui.cli.outside import FORCE, JSON, TODAY, Outside, moment_of
from pa_tui.cli.shown import shown_agreement
from pa_tui.domain.agreement import Agreement
from pa_tui.errors import N_, FileError
from pa_tui.looking_back import past_named, usual_past
from pa_tui.papers.carried import LeadAndPlanning
from pa_tui.papers.registry import PAPERS, PaperKind, Wish, named
from pa_tui.ports import Store

FORMS = tuple(dict.fromkeys(form for kind in PAPERS.values() for form in kind.forms))
"""The forms some paper can have."""

WHATS = (*PAPERS, "json", "toml")
"""What can be exported, by name."""

_ENDING = re.compile(r"\.[A-Za-z]{2,5}")


def export(given: Given, outside: Outside) -> int:
    """Writes a paper, or the whole file as JSON or TOML, and prints where."""
    what = given.word("WHAT")
    if what != "notice" and given.all("--with"):
        raise WrongUse(N_("--with goes with the council notice (notice) only."))
    with ExitStack() as stack:
        store = stack.enter_context(outside.opened(file_of(given)))
        minutes = Outgoing(store, given, outside) if what == "minutes" else None
        others = tuple(
            stack.enter_context(outside.opened(Path(said).expanduser())).agreement
            for said in given.all("--with")
        )
        written = _written(what, store, given, outside, minutes, others)
        code = minutes.keep() if minutes else DONE
    if given.flag("--json"):
        outside.tell_json({"path": str(written)})
    else:
        outside.tell(str(written))
    return code


def _written(
    what: str,
    store: Store,
    given: Given,
    outside: Outside,
    minutes: Outgoing | None,
    others: tuple[Agreement, ...],
) -> Path:
    path, force = file_of(given), given.flag("--force")
    if what in ("json", "toml"):
        goal = _goal(given, path, named(store.agreement, path.stem, "", what))
        return write_text(goal, _whole(what, store, outside), force=force)
    kind = PAPERS[what]
    form = _form(what, kind, given)
    wish = replace(_wish(store, given, outside, kind), others=others)
    if form == "md" and wish.shows is LeadAndPlanning.COLUMN:
        wish = replace(wish, shows=LeadAndPlanning.INLINE)
    usual = kind.file_name(store.agreement, wish, form, path.stem)
    goal = _goal(given, path, usual)
    paper = minutes.paper if minutes else kind.make(store.agreement, wish)
    template, styles = _place(given, "--template"), _place(given, "--styles")
    if styles and not template:
        raise WrongUse(N_("--styles goes with a template. Say which one with --template."))
    return outside.export(paper, goal, form, force=force, template=template, styles=styles)


def _place(given: Given, option: str) -> Path | None:
    """The file an option names, if it was said."""
    said = given.get(option)
    return Path(said).expanduser() if said else None


def _whole(what: str, store: Store, outside: Outside) -> str:
    """The whole file, for programs or to be restored."""
    if what == "toml":
        return outside.toml_text(store)
    return json.dumps(shown_agreement(store.agreement), ensure_ascii=False, indent=1) + "\n"


def _wish(store: Store, given: Given, outside: Outside, kind: PaperKind) -> Wish:
    usual = usual_past(store.agreement) if kind.compares else None
    since = given.get("--since") or usual
    past, name = past_named(store, since) if since is not None else (None, "")
    return Wish(
        moment_of(given, outside).at,
        given.get("--meeting"),
        comments=given.flag("--comments"),
        confirmed=given.flag("--confirmed"),
        since=past.agreement if past else None,
        since_name=name,
        steps=past.steps if past else (),
        shows=LeadAndPlanning(given.get("--lead-and-planning") or LeadAndPlanning.SENTENCE),
    )


def _form(what: str, kind: PaperKind, given: Given) -> str:
    """The form that was said, or that the ending of the file tells, else the usual one."""
    ending = Path(given.text("--out")).suffix
    told = ending.removeprefix(".").casefold() if _ENDING.fullmatch(ending) else ""
    said = given.get("--format") or told
    if said and said not in kind.forms:
        raise WrongUse(
            N_("“{what}” cannot be written as “{form}”. Choose from: {choices}."),
            what=what,
            form=said,
            choices=", ".join(kind.forms),
        )
    return said or kind.forms[0]


def _goal(given: Given, path: Path, usual: str) -> Path:
    """Where the paper goes: where it was said, else beside the agreement file."""
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
                Option(
                    "--meeting",
                    "N",
                    N_("of which meeting; the last one, for lists all of them"),
                ),
                Option("--version", "K", N_("of minutes: a version that was kept")),
                Option(
                    "--since",
                    "VERSION",
                    N_(
                        "since which version, meeting (WG2) or day; the oldest version, else "
                        "the opening of the last meeting"
                    ),
                ),
                Option("--comments", "", N_("with the open points in the margin")),
                Option(
                    "--with",
                    "OTHER.pa",
                    N_("in the council notice: another agreement of the same municipality"),
                    many=True,
                ),
                Option(
                    "--lead-and-planning",
                    "HOW",
                    N_("in the draft: as the text says it, in a line under it or beside it"),
                    choices=tuple(LeadAndPlanning),
                ),
                Option(
                    "--template", "X.docx", N_("in Word, in the house style of this template")
                ),
                Option(
                    "--styles",
                    "MAP.toml",
                    N_("which styles of the template play which part; X.toml beside it"),
                ),
                Option("--confirmed", "", N_("only leads and days somebody confirmed")),
                FORCE,
                JSON,
                TODAY,
            ),
        ),
        export,
    ),
)
