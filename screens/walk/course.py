"""Which article the chair calls next: of the item the table is at, else of all there are;
within a theme first those a party wants to discuss."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from pa_tui.domain.agendas import articles_of, item_key
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.decisions import Outcome, Treatment
from pa_tui.domain.meetings import AgendaItem, Meeting
from screens.walk.rows import Rows

_DISCUSS = Treatment.DISCUSS
_OPEN_ENDED = (Outcome.DEFERRED, Outcome.NO_AGREEMENT)


class Course:
    """Goes through the articles of an item that its meeting did not treat yet, each once,
    then through the undecided ones. One that a party wants to discuss is called before the
    others of its theme, once; after the last of them the theme begins at its top."""

    def __init__(self) -> None:
        self._called: set[str] = set()
        self._talking = ""
        self._at: tuple[str, str] = ("", "")
        self._seen: set[str] = set()
        self._listed: tuple[str, ...] = ()

    def begin(self, agreement: Agreement, meeting: Meeting, item: AgendaItem | None) -> None:
        """The table is at an item, or at none: what it is about when that begins is gone
        through, whatever leaves its list by being decided."""
        at = (meeting.id, item_key(meeting, item) if item else "")
        if at != self._at:
            self._at, self._seen = at, set()
            self._listed = articles_of(agreement, item, meeting) if item else ()

    def next_of(
        self, agreement: Agreement, rows: Rows, here: str, meeting: Meeting | None = None
    ) -> str | None:
        """The id of the article to call after ``here``; None where no other is left. Those
        of its theme that stand before it come last."""
        own = agreement.lines[here].theme
        self._called.add(here)
        self._seen.add(here)
        if self._talking not in (own, self._at[1]):
            self._talking = ""
        if meeting is not None and meeting.id == self._at[0]:
            found = self._of_the_item(agreement, here, meeting)
            if found is not None:
                self._seen.add(found)
                return found
        is_open = partial(_is_undecided, agreement)
        for theme, after in rows.themes_from(here, own):
            tally = agreement.tallies.get(theme)
            if tally is None or not tally.undecided:
                continue
            following = tuple(key for key in after if key != here)
            whole = tuple(key for key in rows.articles_of(theme) if key != here)
            found = self._first(agreement, theme, following, whole, is_open)
            if found is not None:
                return found
        return None

    def _of_the_item(self, agreement: Agreement, here: str, meeting: Meeting) -> str | None:
        """The next article of the item that was not treated in the meeting nor called."""
        item = next((i for i in meeting.agenda if item_key(meeting, i) == self._at[1]), None)
        if item is None or not self._listed:
            return None
        by_theme = item.theme is not None and not item.articles

        def is_left(key: str) -> bool:
            if key in self._seen or key not in agreement.lines or agreement.lines[key].removed:
                return False
            if by_theme and not _asks(agreement, key):
                return False
            return not _is_treated(agreement, key, meeting)

        place = self._listed.index(here) + 1 if here in self._listed else 0
        following = self._listed[place:]
        found = self._first(agreement, self._at[1], following, self._listed, is_left)
        return found or next(filter(is_left, self._listed[:place]), None)

    def _first(
        self,
        agreement: Agreement,
        where: str,
        following: Iterable[str],
        whole: Iterable[str],
        is_left: Callable[[str], bool],
    ) -> str | None:
        """The first that is left: what somebody wants to discuss before all others."""
        wanted = {w.article for w in agreement.wishes.values() if w.treatment is _DISCUSS}
        wanted -= self._called
        for key in (*following, *whole) if wanted else ():
            if key in wanted and _is_undecided(agreement, key) and is_left(key):
                self._talking = where
                self._called.add(key)
                return key
        rest = whole if self._talking else following
        self._talking = ""
        return next(filter(is_left, rest), None)


def _is_undecided(agreement: Agreement, key: str) -> bool:
    return agreement.lines[key].is_undecided


def _asks(agreement: Agreement, key: str) -> bool:
    """Whether there is something to do about an article of a theme: it is undecided, was put
    off or sent up, or a party stands apart."""
    line = agreement.lines[key]
    apart = line.reserved or line.objecting or line.returning or line.unheard
    return line.is_undecided or line.outcome in _OPEN_ENDED or bool(apart)


def _is_treated(agreement: Agreement, key: str, meeting: Meeting) -> bool:
    decision = agreement.decision_on(key)
    return decision is not None and decision.meeting == meeting.id
