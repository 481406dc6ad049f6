"""An act as a line of words: its form, and the edit those words mean."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from pa_tui.cli.grammar import Form, Given, Option, Word, WrongUse
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Article
from pa_tui.domain.templates import Templates
from pa_tui.domain.text import Text
from pa_tui.edits import Edit
from pa_tui.errors import N_, NotFound

NOBODY = "none"
"""What is typed where nobody or nothing is meant: ``lead 1.3 none``."""

_BETWEEN = re.compile(r"\s*[,;]\s*|\s+en\s+(?!met\b)", re.IGNORECASE)
_RANGE = re.compile(
    r"(?P<first>\S+?)\s*(?:t/m|tot\s+en\s+met|[-‐‑–—])\s*(?P<last>\S+)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Table:
    """What an act may ask: the agreement as it is now, which day and time it is, and what
    kinds of meeting usually have on their agenda."""

    agreement: Agreement
    today: date
    now: datetime = datetime.min
    templates: Callable[[], Templates] = Templates

    @property
    def year(self) -> int | None:
        """The year of the agreement."""
        return self.agreement.about.year

    def article(self, name: str) -> Article:
        """The article of this number or id; raises NotFound."""
        return self.agreement.article_named(name)

    def articles(self, listed: str) -> tuple[str, ...]:
        """The ids that "1.1, 1.4-1.7" or "1.1 en 1.4 t/m 1.7" names; a range runs in reading
        order and leaves out what was dropped. Raises NotFound."""
        found: dict[str, None] = {}
        for piece in filter(None, (part.strip() for part in _BETWEEN.split(listed))):
            found |= dict.fromkeys(self._range(piece))
        if not found:
            raise WrongUse(N_("No articles are named. Write them as 1.1,1.4-1.7."))
        return tuple(found)

    def _range(self, piece: str) -> tuple[str, ...]:
        ends = _RANGE.fullmatch(piece)
        try:
            return (self.article(piece).id,)
        except NotFound:
            if ends is None:
                raise
        first, last = ends["first"], ends["last"]
        order = self.agreement.order
        start = order.place[self.article(first).id]
        stop = order.place[self.article(last).id]
        if start > stop:
            raise WrongUse(
                N_("{first} stands after {last}; turn the range round."), first=first, last=last
            )
        lines = (self.agreement.lines[key] for key in order.flat[start : stop + 1])
        return tuple(line.id for line in lines if not line.removed)

    def text(self, source: str, old: Text = ()) -> Text:
        """The text that Markdown on the command line means; anchors of ``old`` stay."""
        from pa_tui.domain.markdown import from_markdown

        return from_markdown(source, old, self.agreement.label)


@dataclass(frozen=True, slots=True)
class Act:
    """An act of the screen as a command: its form and the edit it means."""

    form: Form
    edit: Callable[[Given, Table], Edit]


ARTICLE = Word("ARTICLE", N_("the article's number, or its id"))
PARTY = Word("PARTY", N_("a party's key, short name or alias"))
PART = Option("--commitment", "N", N_("which part of the article, counted from 1"))
REASON = Option("--reason", "R", N_("why"))


def names(listed: str) -> tuple[str, ...]:
    """The names of "a,b"; none of them where nobody is meant."""
    if listed.strip().casefold() == NOBODY:
        return ()
    return tuple(filter(None, (name.strip() for name in listed.split(","))))


def text_from(given: Given) -> str | None:
    """The text of ``--text`` or of the file of ``--text-file``; None where neither is."""
    path = given.get("--text-file")
    if path is None:
        return given.get("--text")
    try:
        return Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeError, ValueError) as error:
        raise WrongUse(
            N_("{path} cannot be read as text ({reason})."), path=path, reason=why(error)
        ) from error


def why(error: BaseException) -> str:
    """What the system says went wrong, without codes and paths."""
    return getattr(error, "strerror", None) or str(error)
