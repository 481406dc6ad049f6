"""`pa-tui do`: any act of the screens, one by one or from a file of acts."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from pa_tui.cli.acts import ACTS, Table
from pa_tui.cli.acts.base import why
from pa_tui.cli.command import DONE, FILE, REFUSED, Command, file_of
from pa_tui.cli.grammar import Form, Given, Option, Word, WrongUse, parse
from pa_tui.cli.outside import FORCE, JSON, WRITES, Outside, moment_of
from pa_tui.edits import Moment
from pa_tui.errors import N_, AgreementError
from pa_tui.language import tell
from pa_tui.ports import Receipt, Store
from pa_tui.telling import describe

BATCH = Option("--batch", "ACTS.txt", N_("acts from a file, one a line; - is the input"))
BACK = {
    "undo": Form("undo", N_("takes the last act back"), (), (FORCE,)),
    "redo": Form("redo", N_("brings back what was last taken back")),
}
"""What goes back and forth in the journal, beside the acts."""

FORMS = {**{name: act.form for name, act in ACTS.items()}, **BACK}
"""The form of everything that can be done, by name."""

_LINE_END = re.compile(r"\\\\|\\n")
_HELD = "\ue000"


def read_do(form: Form, arguments: Sequence[str]) -> Given:
    """The file, the act and what goes with it, wherever the options stand."""
    own = _own_words(form, arguments)
    if any(word.split("=")[0] == BATCH.name for word in arguments):
        return parse(replace(form, words=(FILE,)), arguments)
    place = next((i for i, word in own[1:] if word in FORMS), None)
    if place is None:
        if len(own) < 2:
            return parse(form, arguments)
        raise _no_act(own[1][1])
    file_at, file = own[0]
    rest = [word for i, word in enumerate(arguments) if i not in (file_at, place)]
    given = read_act(arguments[place], rest, form.options)
    return replace(given, words={**given.words, "FILE": file, "ACT": arguments[place]})


def _own_words(form: Form, arguments: Sequence[str]) -> list[tuple[int, str]]:
    """The arguments that are no option of ``do`` and no value of one, with their places."""
    found = []
    skip = False
    for place, argument in enumerate(arguments):
        option = form.option(argument)
        if skip or option is not None or re.match(r"--[a-z-]+=?", argument):
            skip = not skip and option is not None and bool(option.value)
            continue
        found.append((place, argument))
    return found


def read_act(name: str, arguments: Sequence[str], options: Iterable[Option] = WRITES) -> Given:
    """What an act's arguments say; raises WrongUse."""
    given = parse(act_form(name, options), arguments)
    return replace(given, words={**given.words, "ACT": name})


def act_form(name: str, options: Iterable[Option] = WRITES) -> Form:
    """The form of an act as a command, with more options; raises WrongUse."""
    form = FORMS.get(name)
    if form is None:
        raise _no_act(name)
    known = {option.name for option in form.options}
    more = tuple(option for option in options if option.name not in known)
    return replace(form, name=f"do FILE {name}", options=(*form.options, *more))


def _no_act(name: str) -> WrongUse:
    return WrongUse(
        N_("There is no act “{name}”. The acts are: {acts}."), name=name, acts=", ".join(FORMS)
    )


def do(given: Given, outside: Outside) -> int:
    """Does an act, or those of a file, each safely in the file before the next."""
    if given.flag(BATCH.name):
        lines = _lines_of(given.text(BATCH.name), outside)
        with outside.opened(file_of(given)) as store:
            return _do_all(lines, given, store, outside)
    with outside.opened(file_of(given)) as store:
        receipt = perform(given, store, moment_of(given, outside), outside)
        _tell(receipt, given, outside)
    return DONE


def _tell(receipt: Receipt, given: Given, outside: Outside) -> None:
    if given.flag("--json"):
        outside.tell_json(_told(receipt))
    else:
        outside.tell(describe(receipt.entry, receipt.agreement))


def _told(receipt: Receipt) -> dict[str, object]:
    made = [c for c in receipt.entry.changes if not c.field and c.before is None]
    return {
        "entry": receipt.entry.id,
        "act": receipt.entry.act.value,
        "edit": type(receipt.entry.edit).__name__,
        "told": describe(receipt.entry, receipt.agreement),
        "made": [{"kind": change.kind, "id": change.id} for change in made],
    }


def perform(given: Given, store: Store, moment: Moment, outside: Outside) -> Receipt:
    """Does what was given and returns when it is in the file; raises a domain error."""
    name = given.word("ACT")
    if name == "undo":
        return store.undo(moment, confirmed=given.flag("--force"))
    if name == "redo":
        return store.redo(moment)
    table = Table(store.agreement, moment.today, moment.at, outside.meeting_templates)
    edit = ACTS[name].edit(given, table)
    return store.commit(edit, moment)


def _do_all(lines: Iterable[str], given: Given, store: Store, outside: Outside) -> int:
    number = 0
    for line in lines:
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        number += 1
        try:
            store.refresh()
            act = _with_defaults(_split(line), given)
            receipt = perform(act, store, moment_of(act, outside), outside)
        except AgreementError as error:
            words = f"error {number}: {tell(error)}"
            outside.tell(words)
            outside.warn(f"{file_of(given)}: {words}")
            return REFUSED
        _tell_done(number, receipt, given, outside)
    return DONE


def _tell_done(number: int, receipt: Receipt, given: Given, outside: Outside) -> None:
    """Answers an act of many: "ok 3", or as JSON the same on a line of its own."""
    if given.flag(JSON.name):
        outside.tell_json_line({"ok": number, **_told(receipt)})
    else:
        outside.tell(f"ok {number}")


def _with_defaults(words: Sequence[str], given: Given) -> Given:
    """The act on a line, with the name and the day of the whole where it says none."""
    act = read_act(words[0], words[1:])
    usual = {option.name: given.all(option.name) for option in WRITES}
    usual = {name: values for name, values in usual.items() if values}
    return replace(act, options={**usual, **act.options})


def _lines_of(path: str, outside: Outside) -> Iterable[str]:
    if path == "-":
        return outside.words_in
    try:
        return Path(path).expanduser().read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeError, ValueError) as error:
        raise WrongUse(
            N_("{path} cannot be read as text ({reason})."), path=path, reason=why(error)
        ) from error


def _split(line: str) -> list[str]:
    r"""The words of a line, quoted as in a shell; ``\n`` is a line end. Raises WrongUse."""
    held = _LINE_END.sub(lambda found: _HELD if found[0] == r"\n" else found[0], line)
    try:
        words = shlex.split(held)
    except ValueError:
        raise WrongUse(
            N_("A quotation mark is not closed: {line}"), line=line.strip()
        ) from None
    return [word.replace(_HELD, "\n") for word in words]


COMMANDS = (
    Command(
        Form(
            "do",
            N_("does any act of the screens; “pa-tui do --help” lists them"),
            (
                FILE,
                Word("ACT", N_("what is done")),
                Word("WORDS", "", optional=True, rest=True),
            ),
            (*WRITES, JSON, BATCH),
        ),
        do,
        read_do,
    ),
)
