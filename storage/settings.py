"""What a person set once: language, colours, name, and which files were open last.

Kept as TOML in the user's own configuration folder, so it can be read and edited.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

RECENT = 12
"""How many files are remembered."""


@dataclass(frozen=True, slots=True)
class Settings:
    """``language`` is "nl", "en" or empty for the locale's; ``theme`` a theme's name or empty
    for the calm one; ``who`` how acts of this person are signed; ``recent`` the paths of the
    files that were open last, the latest first. ``safety_copies``
    is the folder in which the state of the table is written during a meeting: empty for that
    of the file, "-" for nowhere. ``template`` is the path of the Word template that was used
    last."""

    language: str = ""
    theme: str = ""
    who: str = ""
    recent: tuple[str, ...] = ()
    safety_copies: str = ""
    template: str = ""

    def with_recent(self, path: Path) -> Settings:
        """The settings with a file as the one that was open last."""
        name = str(path.resolve())
        others = (own for own in self.recent if own != name)
        return replace(self, recent=(name, *others)[:RECENT])


def settings_place() -> Path:
    """Where the settings are: `PA_TUI_SETTINGS`, else the configuration folder."""
    chosen = os.environ.get("PA_TUI_SETTINGS")
    if chosen:
        return Path(chosen)
    from platformdirs import user_config_path

    return user_config_path("pa-tui", ensure_exists=False) / "settings.toml"


def load_settings(place: Path | None = None) -> Settings:
    """The settings; the usual ones where there are none or they cannot be read.

    A key that is unknown or of another type than expected counts as not there.
    """
    place = place or settings_place()
    try:
        found = tomllib.loads(place.read_text(encoding="utf-8"))
    except (OSError, UnicodeError, tomllib.TOMLDecodeError):
        return Settings()
    usual = Settings()
    known = {f.name: _fitting(found.get(f.name), getattr(usual, f.name)) for f in fields(usual)}
    return Settings(**known)


def _fitting(value: Any, usual: Any) -> Any:
    if isinstance(usual, tuple):
        whole = isinstance(value, list) and all(isinstance(item, str) for item in value)
        return tuple(value) if whole else usual
    return value if isinstance(value, type(usual)) else usual


def save_settings(settings: Settings, place: Path | None = None) -> bool:
    """Writes the settings, whole or not at all; whether that worked. Settings that cannot be
    kept (a read-only home) never stand in the way of work."""
    import tomli_w

    place = place or settings_place()
    values = {k: list(v) if isinstance(v, tuple) else v for k, v in asdict(settings).items()}
    half = place.with_name(f".{place.name}.{os.getpid()}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        half.write_text(tomli_w.dumps(values), encoding="utf-8")
        os.replace(half, place)
    except (OSError, UnicodeError):
        return False
    return True


def still_there(recent: Iterable[str]) -> tuple[Path, ...]:
    """The remembered files that still exist, the latest first."""
    return tuple(path for name in recent if (path := Path(name)).is_file())
