"""Which article the chair calls next: within a theme first those a party wants to discuss."""

from __future__ import annotations

from collections.abc import Iterable

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.decisions import Treatment
from screens.walk.rows import Rows

_DISCUSS = Treatment.DISCUSS


class Course:
    """Goes through the undecided articles. One that a party wants to discuss is called
    before the others of its theme, once; after the last of them the theme begins at its
    top."""

    def __init__(self) -> None:
        self._called: set[str] = set()
        self._talking = ""

    def next_of(self, agreement: Agreement, rows: Rows, here: str) -> str | None:
        """The id of the article to call after ``here``; None where no other is undecided.
        Those of its theme that stand before it come last."""
        own = agreement.lines[here].theme
        self._called.add(here)
        if self._talking != own:
            self._talking = ""
        for theme, after in rows.themes_from(here, own):
            tally = agreement.tallies.get(theme)
            if tally is None or not tally.undecided:
                continue
            following = tuple(key for key in after if key != here)
            whole = tuple(key for key in rows.articles_of(theme) if key != here)
            found = self._in_theme(agreement, theme, following, whole)
            if found is not None:
                return found
        return None

    def _in_theme(
        self, agreement: Agreement, theme: str, following: Iterable[str], whole: Iterable[str]
    ) -> str | None:
        wanted = {w.article for w in agreement.wishes.values() if w.treatment is _DISCUSS}
        wanted -= self._called
        for key in (*following, *whole) if wanted else ():
            if key in wanted and agreement.lines[key].is_undecided:
                self._talking = theme
                self._called.add(key)
                return key
        rest = whole if self._talking == theme else following
        self._talking = ""
        undecided = (key for key in rest if agreement.lines[key].is_undecided)
        return next(undecided, None)
