"""What is said in Dutch words on the command line: until when, when, and an action."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from pa_tui.cli.acts.base import NOBODY, Table
from pa_tui.cli.grammar import WrongUse, day
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.timing import Timing
from pa_tui.errors import N_, NotFound
from pa_tui.reading.entry import ActionEntry, read_action, read_timing, read_until

_DAY = re.compile(r"\s*(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})\s*")
_NUMBER = re.compile(r"\d+(?:\.\d+)+[a-z]?\.?")


def until_said(words: str, table: Table) -> tuple[str, date | None]:
    """Until when, as words and as the day they mean; a bare day needs no words. Raises
    WrongUse or Unreadable for a day the calendar does not have."""
    if _DAY.fullmatch(words):
        return "", day(words, "--until")
    if not words.strip():
        return "", None
    said = read_until(words, parties=table.agreement.ordered_parties, today=table.today)
    return said.words, said.date


def term_said(words: str | None, name: str) -> datetime | None:
    """The end of a term: a day, with its clock time where that is not noon ("2026-11-06
    16.30"); None where nothing was said. Raises WrongUse."""
    if words is None:
        return None
    said, _, clock = words.strip().partition(" ")
    found = re.fullmatch(r"\s*(?:om )?(\d{1,2})[.:](\d{2})(?: uur)?\s*", clock or "12.00")
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        raise WrongUse(
            N_("{name}: “{value}” is not a time. Write it as 14.35."), name=name, value=clock
        )
    return datetime.combine(day(said, name), time(int(found[1]), int(found[2])))


def timings_said(words: str, table: Table) -> tuple[Timing, ...]:
    """The timings of a line, none where nothing is meant; raises Unreadable."""
    if words.strip().casefold() == NOBODY:
        return ()
    said = read_timing(words, year=table.year, today=table.today)
    return (said.timing, *said.more)


def action_said(words: str, table: Table) -> ActionEntry:
    """What is to be done, by whom and by when; raises Unreadable."""
    return read_action(
        words,
        parties=table.agreement.ordered_parties,
        persons=persons(table.agreement),
        today=table.today,
    )


def persons(agreement: Agreement) -> tuple[str, ...]:
    """Everybody who was ever at the table, each once."""
    found: dict[str, None] = {}
    for meeting in agreement.ordered_meetings:
        found |= dict.fromkeys(a.person for a in meeting.attendance if a.person)
    return tuple(found)


def article_first(first: str | None, rest: str, table: Table) -> tuple[str | None, str]:
    """Which article (id) a line is about and its words: the first word is an article only
    where there is one of that number or id. Raises NotFound for a number of no article."""
    if first is None:
        if rest.rstrip(".").casefold() in table.agreement.order.by_number:
            raise WrongUse(N_("{number} is an article; the words are missing."), number=rest)
        return None, rest
    try:
        return table.article(first).id, rest
    except NotFound:
        known = table.agreement.order.by_number.get(first.rstrip(".").casefold())
        if known or _NUMBER.fullmatch(first):
            raise
        return None, f"{first} {rest}"
