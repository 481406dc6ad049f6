"""From the arguments of the program to an exit code; every refusal is one clear line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

from pa_tui import __version__
from pa_tui.cli.command import DONE, REFUSED, Command
from pa_tui.cli.grammar import WrongUse
from pa_tui.cli.outside import JSON, WRITES, Outside
from pa_tui.errors import N_, AgreementError
from pa_tui.language import LANGUAGES, speak, tell

MODULES: Mapping[str, str] = MappingProxyType(
    {
        "demo": "trying",
        "new": "making",
        "import": "importing",
        "beamer": "beaming",
        "show": "looking",
        "read": "understanding",
        "do": "doing",
        "minutes": "minutes",
        "export": "exporting",
        "templates": "templates",
        "restore": "restoring",
        "history": "looking",
        "versions": "looking",
        "version": "making",
        "check": "looking",
    }
)
"""The module of each command, in the order in which help lists them."""

_HELP = ("--help", "-h", "help")
_LEADING = {option.name: option for option in (*WRITES, JSON)}


def command(name: str) -> Command:
    """The command of this name."""
    commands: tuple[Command, ...] = import_module(f"pa_tui.cli.{MODULES[name]}").COMMANDS
    return next(own for own in commands if own.form.name == name)


def run(arguments: Sequence[str], outside: Outside) -> int:
    """Does what the arguments ask and gives the exit code: 0 done, 1 done but something asks
    for attention, 2 refused, with one line about it."""
    file = ""
    try:
        rest = _command_first(speak_as_asked(arguments))
        if not rest or rest[0] not in MODULES:
            return _without_command(rest, outside)
        if any(word in ("--help", "-h") for word in rest[1:]):
            return _help(rest, outside)
        wanted = command(rest[0])
        given = wanted.read(wanted.form, rest[1:])
        file = given.text("FILE")
        return wanted.run(given, outside)
    except AgreementError as error:
        words = tell(error)
        outside.warn(words if not file or file in words else f"{file}: {words}")
        return REFUSED


def _command_first(arguments: list[str]) -> list[str]:
    """The arguments with what holds for every command behind the command's name."""
    place = 0
    while place < len(arguments) and arguments[place].partition("=")[0] in _LEADING:
        option = _LEADING[arguments[place].partition("=")[0]]
        place += 2 if option.value and "=" not in arguments[place] else 1
    if not place or not MODULES.keys() & arguments[place : place + 1]:
        return arguments
    return [arguments[place], *arguments[:place], *arguments[place + 1 :]]


def speak_as_asked(arguments: Sequence[str]) -> list[str]:
    """The arguments without ``--lang``; the language is chosen. Raises WrongUse."""
    rest = list(arguments)
    end = rest.index("--") if "--" in rest else len(rest)
    place = next((i for i in range(end) if rest[i].split("=")[0] == "--lang"), None)
    if place is None:
        speak()
        return rest
    named, joined, language = rest[place].partition("=")
    if not joined:
        language = rest[place + 1] if place + 1 < len(rest) else ""
    if language not in LANGUAGES:
        speak()
        raise WrongUse(
            N_("{name} cannot be “{value}”. Choose from: {choices}."),
            name=named,
            value=language,
            choices=", ".join(LANGUAGES),
        )
    speak(language)
    return rest[:place] + rest[place + (1 if joined else 2) :]


def _without_command(arguments: Sequence[str], outside: Outside) -> int:
    if not arguments:
        return outside.show(None)
    first, *more = arguments
    if first in _HELP:
        return _help(more, outside)
    if first == "--version":
        outside.tell(f"pa-tui {__version__}")
        return DONE
    if first.startswith("-") or not (Path(first).exists() or _looks_like_a_file(first)):
        raise WrongUse(
            N_("There is no command or file “{name}”. The commands are: {commands}."),
            name=first,
            commands=", ".join(MODULES),
        )
    if more:
        raise WrongUse(
            N_("“{value}” is one word too many. Use: {usage}"),
            value=more[0],
            usage="pa-tui FILE",
        )
    return outside.show(Path(first).expanduser())


def _looks_like_a_file(name: str) -> bool:
    return Path(name).suffix == ".pa" or "/" in name or "\\" in name


def _help(arguments: Sequence[str], outside: Outside) -> int:
    from pa_tui.cli.doing import FORMS, act_form
    from pa_tui.cli.help import overview, page

    words = [word for word in arguments if not word.startswith("-")]
    if not words or words[0] not in MODULES:
        outside.tell(overview(command(name).form for name in MODULES))
        return DONE
    act = next((word for word in words[1:] if word in FORMS), None)
    if words[0] == "do" and act is not None:
        outside.tell(page(act_form(act)))
        return DONE
    below = FORMS.values() if words[0] == "do" else ()
    outside.tell(page(command(words[0]).form, below))
    return DONE
