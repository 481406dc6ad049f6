"""Words on the screen in the language of the person: Dutch first, English complete.

The msgids are English sentences. Code marks a sentence with ``N_`` where it is written down
and translates it with ``_`` where it is shown, so nothing is frozen at import.
"""

from __future__ import annotations

import gettext
import locale
import os
from datetime import date
from pathlib import Path

from pa_tui.errors import N_, AgreementError
from pa_tui.reading.wording import say_date

LANGUAGES = ("nl", "en")
DEFAULT = "nl"
_CATALOGUES = Path(__file__).parent / "locale"

_current: gettext.NullTranslations = gettext.NullTranslations()
_name = DEFAULT


_LONGEST = 2000
"""Characters of somebody's words that an error repeats."""


def speak(language: str | None = None) -> str:
    """Chooses the language: the given one, else the locale's, else Dutch. Returns it."""
    global _current, _name
    _name = language if language in LANGUAGES else _from_locale()
    _current = gettext.translation("pa_tui", _CATALOGUES, [_name], fallback=True)
    return _name


def spoken() -> str:
    """The language in use: "nl" or "en"."""
    return _name


def _(message: str, /, **values: object) -> str:
    """The sentence in the language in use, its ``{fields}`` filled with ``values``."""
    translated = _current.gettext(message) if message else ""
    return translated.format(**values) if values else translated


def n_(one: str, many: str, count: int, /, **values: object) -> str:
    """The sentence for a count of things; ``{count}`` is filled too."""
    return _current.ngettext(one, many, count).format(count=count, **values)


def tell(error: AgreementError) -> str:
    """What an error says, in the language in use, with its reason if it has one."""
    values = {
        name: tell(value) if isinstance(value, AgreementError) else _said(value)
        for name, value in error.values.items()
    }
    return _current.gettext(error.message).format(**values)


def _said(value: object) -> object:
    """A day as the language in use says it, and no more of long words than a line holds;
    anything else as it is."""
    if isinstance(value, str) and len(value) > _LONGEST:
        return f"{value[:_LONGEST]}…"
    return say_date(value, _name) if isinstance(value, date) else value


def _from_locale() -> str:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable)
        if value:
            return "en" if value.lower().startswith("en") else DEFAULT
    try:
        name = locale.getlocale()[0] or ""
    except ValueError:
        name = ""
    return "en" if name.lower().startswith("en") else DEFAULT


speak(DEFAULT)

__all__ = ["DEFAULT", "LANGUAGES", "N_", "_", "n_", "speak", "spoken", "tell"]
