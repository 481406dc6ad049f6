"""What can be done on a screen now, as entries that can be searched and done."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pa_tui.language import LANGUAGES, N_, _
from screens.keys import BACK_AND_FORTH, EVERYWHERE, Command, key_name
from screens.palette import THEMES

if TYPE_CHECKING:
    from screens.base import TableScreen

_THEMES = {
    "calm": N_("calm, dark"),
    "light": N_("light"),
    "contrast": N_("high contrast"),
}
_LANGUAGES = {"nl": "Nederlands", "en": "English"}


@dataclass(frozen=True, slots=True)
class Act:
    """An act by name: the section it stands in, its keys, a word or two, a sentence, and
    what does it."""

    section: str
    keys: str
    label: str
    help: str
    do: Callable[[], Awaitable[None] | None]

    def fits(self, words: Iterable[str]) -> bool:
        """Whether all of the words (in small letters) stand in what it is called."""
        text = f"{self.label} {self.help} {self.keys}".casefold()
        return all(word in text for word in words)

    def is_called(self, words: Iterable[str]) -> bool:
        """Whether all of the words stand in its label itself."""
        label = self.label.casefold()
        return all(word in label for word in words)


def acts_on(screen: TableScreen) -> tuple[Act, ...]:
    """The acts of a screen: its own, then those that work everywhere, then the settings."""
    everywhere = {command.id for command in (*BACK_AND_FORTH, *EVERYWHERE)}
    own = [c for c in screen.commands() if c.id not in everywhere]
    shared = [c for c in screen.commands() if c.id in everywhere]
    return (
        *_commands(_("This screen"), own, screen),
        *_commands(_("Everywhere"), shared, screen),
        *_settings(screen),
    )


def _commands(section: str, commands: Iterable[Command], screen: TableScreen) -> Iterator[Act]:
    for command in _digits_as_one(commands):
        yield Act(
            section,
            _keys(command),
            _(command.label),
            _(command.help),
            _doing(screen, command.does),
        )


def _digits_as_one(commands: Iterable[Command]) -> Iterator[Command]:
    """Of commands that differ by a digit alone, only the first."""
    seen: set[str] = set()
    for command in commands:
        if command.keys.isdecimal() and command.keys != "0":
            if command.help in seen:
                continue
            seen.add(command.help)
        yield command


def _keys(command: Command) -> str:
    if command.keys == "1":
        return "1-9"
    return " ".join(key_name(key) for key in command.keys.split(","))


def _doing(screen: TableScreen, action: str) -> Callable[[], Awaitable[None]]:
    async def do() -> None:
        await screen.run_action(action)

    return do


def _settings(screen: TableScreen) -> Iterator[Act]:
    section = _("Settings")
    for theme in THEMES:
        label = _("colours: {name}", name=_(_THEMES[theme.name]))
        yield Act(section, "", label, "", _wearing(screen, theme.name))
    for language in LANGUAGES:
        label = _("language: {name}", name=_LANGUAGES[language])
        yield Act(section, "", label, "", _speaking(screen, language))


def _wearing(screen: TableScreen, theme: str) -> Callable[[], None]:
    return lambda: screen.app.wear(theme)


def _speaking(screen: TableScreen, language: str) -> Callable[[], None]:
    return lambda: screen.app.speak(language)
