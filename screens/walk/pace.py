"""How the time goes: on this theme, and when the meeting will end."""

from __future__ import annotations

from collections.abc import Container
from datetime import datetime, timedelta

from pa_tui.domain.articles import Theme
from pa_tui.domain.meetings import AgendaItem, Meeting
from pa_tui.language import _, spoken
from pa_tui.reading.wording import say_clock


class Pace:
    """The minutes spent on each theme while this window showed it."""

    def __init__(self) -> None:
        self._spent: dict[str, timedelta] = {}
        self._theme = ""
        self._since: datetime | None = None

    def on_theme(self, theme: str, now: datetime) -> None:
        """The table is on this theme at this moment."""
        if self._since is not None:
            spent = max(timedelta(), now - self._since)
            self._spent[self._theme] = self._spent.get(self._theme, timedelta()) + spent
        self._theme, self._since = theme, now

    def minutes_on(self, theme: str) -> int:
        """How many whole minutes went to a theme."""
        return int(self._spent.get(theme, timedelta()).total_seconds() // 60)

    def words(
        self,
        meeting: Meeting | None,
        theme: Theme | None,
        now: datetime,
        settled: Container[str] = (),
        *,
        short: bool,
    ) -> str:
        """ "Theme 1 · 14 of 20 min · done ± 15.45"; the clock where nothing is planned.
        ``settled`` are the ids of the themes in which nothing is undecided."""
        if meeting is None:
            return ""
        item = _item_of(meeting, theme)
        if theme is None or item is None or not item.minutes:
            return say_clock(now, spoken())
        words = _(
            "Theme {theme} · {spent} of {planned} min",
            theme=theme.number or theme.title,
            spent=self.minutes_on(theme.id),
            planned=item.minutes,
        )
        if short:
            return words
        end = self._expected_end(meeting, now, settled)
        done = _("done ± {time}", time=f"{end.hour:02}.{end.minute:02}")
        return f"{words} · {done}"

    def _expected_end(
        self, meeting: Meeting, now: datetime, settled: Container[str]
    ) -> datetime:
        """Now, plus what is left of the items from the first unsettled theme on, wherever
        the cursor is."""
        items = list(meeting.agenda)
        waiting = (
            p for p, item in enumerate(items) if item.theme and item.theme not in settled
        )
        themes = (place for place, item in enumerate(items) if item.theme)
        last = max(themes, default=-1)
        left = [
            item.minutes - (self.minutes_on(item.theme) if item.theme else 0)
            for item in items[next(waiting, last + 1) :]
            if item.theme not in settled
        ]
        return now + timedelta(minutes=sum(max(0, minutes) for minutes in left))


def _item_of(meeting: Meeting, theme: Theme | None) -> AgendaItem | None:
    if theme is None:
        return None
    return next((item for item in meeting.agenda if item.theme == theme.id), None)
