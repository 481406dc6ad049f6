"""What can go wrong in front of a user, as values that know their own words.

An error carries an English sentence (a gettext msgid with ``{name}`` fields) and the
values of its fields. The edge that shows it translates it; nothing here needs a language.
"""

from __future__ import annotations


def N_(message: str) -> str:
    """Marks a sentence for translation where it is written down; gives it back as it is."""
    return message


class AgreementError(Exception):
    """Something a person asked for cannot be done: says what, where and the way out.

    ``message`` is a gettext msgid, ``values`` fill its ``{fields}``.
    """

    def __init__(self, message: str, /, **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.values = values

    def __str__(self) -> str:
        return self.message.format(**self.values)


class NotFound(AgreementError):
    """A party, article, meeting or version that was named is not in the agreement."""


class NotAllowed(AgreementError):
    """The act exists but not in this state (a closed meeting, an article that is gone)."""


class AlreadyDecided(NotAllowed):
    """The same meeting decided the same before, and nothing has changed since."""


class NeedsConfirmation(AgreementError):
    """The act would reach back over something fixed; it is done only when said so."""


class FileError(AgreementError):
    """A file cannot be opened, read or written; the file is as it was."""


class Stopped(FileError):
    """Somebody stopped it before anything was written."""


class Damaged(FileError):
    """A file is an agreement file, but what it holds is no longer whole."""


class Unreadable(AgreementError):
    """Words that were typed or a document that was given could not be understood."""
