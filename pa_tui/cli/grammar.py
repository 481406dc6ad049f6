"""What a command line may hold, and what one holds: words, options, and clear refusals.

Written for one program in two languages: a person reads every sentence in their own, a
value may begin with a hyphen, and an option may stand anywhere on the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from pa_tui.errors import N_, AgreementError


class WrongUse(AgreementError):
    """The command line is not one this program knows."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word that stands at its place. ``rest`` takes all words that are left as one text;
    ``choices`` are the only words it may be."""

    name: str
    says: str = ""
    optional: bool = False
    rest: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    """``--name VALUE``, or a bare ``--name`` where ``value`` is empty. ``many`` may be said
    again and again; ``instead_of`` names the word whose place it takes."""

    name: str
    value: str = ""
    says: str = ""
    short: str = ""
    many: bool = False
    needed: bool = False
    choices: tuple[str, ...] = ()
    instead_of: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """The words and options of a command or an act, with a sentence of what it does."""

    name: str
    says: str
    words: tuple[Word, ...] = ()
    options: tuple[Option, ...] = ()

    def option(self, name: str) -> Option | None:
        """The option of this long or short name."""
        return next((o for o in self.options if name in (o.name, o.short)), None)

    def usage(self) -> str:
        """ "pa-tui show FILE [--json]"."""
        replaced = {o.instead_of: o for o in self.options if o.instead_of}
        words = [_word_usage(word, word.name in replaced) for word in self.words]
        return " ".join(("pa-tui", self.name, *words, *map(_option_usage, self.options)))


def _word_usage(word: Word, replaceable: bool) -> str:
    shown = word.name + (" ..." if word.rest else "")
    return f"[{shown}]" if word.optional or replaceable else shown


def _option_usage(option: Option) -> str:
    shown = f"{option.short or option.name} {option.value}".rstrip()
    shown = shown if option.needed else f"[{shown}]"
    return f"{shown}..." if option.many else shown


@dataclass(frozen=True, slots=True)
class Given:
    """What a person gave: the words by name and the values of each option."""

    form: Form
    words: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def word(self, name: str) -> str:
        """A word that is always there."""
        return self.words[name]

    def flag(self, name: str) -> bool:
        """Whether an option was said."""
        return name in self.options

    def get(self, name: str) -> str | None:
        """An option's value or an optional word; None where it was not said."""
        if name in self.options:
            return self.options[name][-1]
        return self.words.get(name)

    def text(self, name: str) -> str:
        """As ``get``, empty where it was not said."""
        return self.get(name) or ""

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of an option that may be said more than once."""
        return self.options.get(name, ())

    def number(self, name: str) -> int | None:
        """The value as a whole number from 1; None where it was not said."""
        said = self.get(name)
        if said is None:
            return None
        if not re.fullmatch(r"[0-9]{1,6}", said) or not int(said):
            raise WrongUse(
                N_("{name} must be a whole number, not “{value}”."), name=name, value=said
            )
        return int(said)

    def needed_number(self, name: str) -> int:
        """The whole number of a word that is always there."""
        return self.number(name) or 0

    def day(self, name: str) -> date | None:
        """The value as a day; None where it was not said."""
        said = self.get(name)
        return day(said, name) if said is not None else None


def day(said: str, name: str) -> date:
    """A day of a year people plan in, typed as 2026-10-01 or 1-10-2026; raises WrongUse."""
    found = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", said.strip())
    turned = re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", said.strip())
    parts = found.groups() if found else turned.groups()[::-1] if turned else None
    try:
        if parts is None or not 1900 <= int(parts[0]) < 2400:
            raise ValueError(said)
        return date(*map(int, parts))
    except ValueError:
        raise WrongUse(
            N_("{name}: “{value}” is not a day. Write it as 2026-10-01."), name=name, value=said
        ) from None


def parse(form: Form, arguments: Sequence[str]) -> Given:
    """What the arguments say in this form; raises WrongUse."""
    loose, options = _sorted_out(form, arguments)
    words = dict(_placed(form, loose, options))
    for option in form.options:
        if option.needed and option.name not in options:
            raise WrongUse(
                N_("{name} is missing. Use: {usage}"),
                name=f"{option.name} {option.value}",
                usage=form.usage(),
            )
    return Given(form, words, {name: tuple(values) for name, values in options.items()})


def _sorted_out(form: Form, arguments: Sequence[str]) -> tuple[list[str], dict[str, list[str]]]:
    loose: list[str] = []
    options: dict[str, list[str]] = {}
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "--":
            loose += waiting
        elif _is_option(argument):
            name, joined, value = argument.partition("=")
            option = form.option(name)
            if option is None:
                raise _unknown(form, name)
            said = _value(form, option, value if joined else None, waiting)
            options.setdefault(option.name, []).append(said)
        else:
            loose.append(argument)
    for name, values in options.items():
        option = form.option(name)
        if len(values) > 1 and option and option.value and not option.many:
            raise WrongUse(N_("{name} can be given only once."), name=name)
    return loose, options


def _is_option(argument: str) -> bool:
    return bool(re.match(r"-[A-Za-z]$|--?[A-Za-z][\w-]*(=|$)", argument))


def _value(form: Form, option: Option, joined: str | None, waiting: Iterator[str]) -> str:
    if not option.value:
        if joined is not None:
            raise WrongUse(N_("{name} takes no value."), name=option.name)
        return ""
    value = next(waiting, None) if joined is None else joined
    if value is None or (joined is None and form.option(value)):
        raise WrongUse(
            N_("{name} needs a value: {name} {value}."), name=option.name, value=option.value
        )
    return _chosen(option.name, value, option.choices)


def _chosen(name: str, value: str, choices: tuple[str, ...]) -> str:
    if choices and value not in choices:
        raise WrongUse(
            N_("{name} cannot be “{value}”. Choose from: {choices}."),
            name=name,
            value=value,
            choices=", ".join(choices),
        )
    return value


def _one_of(word: Word, value: str) -> str:
    if word.choices and value not in word.choices:
        raise WrongUse(
            N_("“{value}” is not known here. Choose from: {choices}."),
            value=value,
            choices=", ".join(word.choices),
        )
    return value


def _unknown(form: Form, name: str) -> WrongUse:
    known = ", ".join(o.name for o in form.options)
    return WrongUse(
        N_("{command} knows no option {name}. It knows: {options}."),
        command=form.name,
        name=name,
        options=known or "-",
    )


def _placed(
    form: Form, loose: list[str], options: Mapping[str, list[str]]
) -> Iterator[tuple[str, str]]:
    taken = {o.instead_of for o in form.options if o.name in options}
    words = [word for word in form.words if word.name not in taken]
    needed = sum(not word.optional for word in words)
    for word in words:
        if not loose or (word.optional and len(loose) <= needed):
            if word.optional:
                continue
            raise WrongUse(
                N_("{name} is missing. Use: {usage}"), name=word.name, usage=form.usage()
            )
        needed -= not word.optional
        said = " ".join(loose) if word.rest else loose[0]
        loose = [] if word.rest else loose[1:]
        yield word.name, _one_of(word, said)
    if loose:
        raise WrongUse(
            N_("“{value}” is one word too many. Use: {usage}"),
            value=loose[0],
            usage=form.usage(),
        )
