"""Printed numbers taken apart: what is counted in them, and what stands around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LAST = re.compile(
    r"(?P<before>.*?)(?P<count>\d{1,4}|[A-Za-z]|[ivxlIVXL]{2,7})(?P<after>\W*)\Z", re.S
)
_ROMAN = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class Count:
    """A number that can be counted: ``value`` in the format ``form`` of Word between the
    literal words ``before`` and ``after``."""

    before: str
    value: int
    form: str
    after: str

    @property
    def kind(self) -> tuple[str, str, str]:
        """What all numbers of one list share."""
        return self.before, self.form, self.after


def counts(number: str) -> tuple[Count, ...]:
    """The ways a printed number can be counted, the likeliest first; none where it cannot
    (a leading zero, a letter behind a number as in "12a")."""
    found = _LAST.match(number)
    if found is None or "%" in number:
        return ()
    before, count, after = found["before"], found["count"], found["after"]
    if count.isdecimal():
        if count != str(int(count)) or count == "0":
            return ()
        return (Count(before, int(count), "decimal", after),)
    if before[-1:].isalnum() or not count.isascii():
        return ()
    case = "lower" if count.islower() else "upper"
    if count not in (count.lower(), count.upper()):
        return ()
    made = []
    if len(count) == 1:
        made.append(Count(before, ord(count.lower()) - 96, f"{case}Letter", after))
    value = _roman(count.lower())
    if value:
        made.append(Count(before, value, f"{case}Roman", after))
    return tuple(made)


def _roman(letters: str) -> int:
    """The value of a Roman numeral up to 89, 0 where it is none."""
    value, rest = 0, letters
    for worth, sign in _ROMAN:
        while rest.startswith(sign):
            value, rest = value + worth, rest[len(sign) :]
    return value if not rest and roman(value) == letters else 0


def roman(value: int) -> str:
    """A number from 1 to 89 in small Roman numerals."""
    letters = ""
    for worth, sign in _ROMAN:
        while value >= worth:
            letters, value = letters + sign, value - worth
    return letters
