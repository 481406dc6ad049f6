"""How the time goes: on the item of the agenda the table is at, and when the meeting ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from pa_tui.domain.agendas import articles_of, item_key
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.meetings import AgendaItem, ItemKind, Meeting, is_suspended
from pa_tui.language import _, spoken
from pa_tui.reading.wording import say_clock
from screens.widgets.ink import clip

_NEARLY = 0.7
_TITLE = 30
_SHORT_TITLE = 18


class Pace:
    """The minutes spent on each item of the running meeting, as far as this window saw; what
    was before it is told by the decisions that were taken since."""

    def __init__(self) -> None:
        self._begin("", None)

    def _begin(self, meeting: str, now: datetime | None) -> None:
        self._meeting = meeting
        self._spent: dict[str, timedelta] = {}
        self._at = ""
        self._since = now
        self._lists: dict[str, frozenset[str]] = {}
        self._listed: Agreement | None = None
        self._recalled = False

    # -- where the table is -------------------------------------------------------------------

    def item(self, meeting: Meeting) -> AgendaItem | None:
        """The item the table is at; None without an agenda."""
        return next((i for i in meeting.agenda if item_key(meeting, i) == self._at), None)

    def begin(self, meeting: Meeting, item: AgendaItem, now: datetime) -> None:
        """The table begins with an item."""
        self._follow(meeting, now)
        self._go(item_key(meeting, item), now)

    def at_article(
        self, agreement: Agreement, meeting: Meeting, article: str, now: datetime
    ) -> None:
        """The table looks at an article at this moment: it is at the item that belongs to,
        or still where it was."""
        self._follow(meeting, now)
        item = self._item_with(agreement, meeting, article)
        self._go(item_key(meeting, item) if item else self._at, now)

    def look(self, agreement: Agreement, meeting: Meeting, now: datetime) -> None:
        """Time goes by; once, what was before this window is looked up."""
        self._follow(meeting, now)
        if not self._recalled:
            self._recalled = True
            if meeting.agenda:
                self._recall(agreement, meeting)
        self._go(self._at, now)

    def _follow(self, meeting: Meeting, now: datetime) -> None:
        if meeting.id != self._meeting:
            self._begin(meeting.id, now)
            if meeting.agenda and not meeting.decisions_taken:
                self._at = item_key(meeting, meeting.agenda[0])
        if is_suspended(meeting):
            self._since = now

    def _go(self, key: str, now: datetime) -> None:
        if self._since is not None and now > self._since:
            spent = self._spent.get(self._at, timedelta())
            self._spent[self._at] = spent + (now - self._since)
        self._at, self._since = key, now

    def _recall(self, agreement: Agreement, meeting: Meeting) -> None:
        """The time up to each decision went to the item of its article; one that no list holds
        any more was on the first list."""
        lists = [own for own in meeting.agenda if own.kind is ItemKind.SELECTION]
        taken = agreement.decisions_of(meeting.id)
        before, last = meeting.opened_at, ""
        for decision in sorted(taken, key=lambda own: own.at):
            item = self._item_with(agreement, meeting, decision.article)
            if item is None and lists:
                item = lists[0]
                key = item_key(meeting, item)
                self._lists[key] = self._lists[key].union((decision.article,))
            if item is not None and before is not None and decision.at > before:
                key = item_key(meeting, item)
                spent = self._spent.get(key, timedelta())
                self._spent[key] = spent + (decision.at - before)
                before, last = decision.at, key
        self._at = self._at or last

    def _item_with(
        self, agreement: Agreement, meeting: Meeting, article: str
    ) -> AgendaItem | None:
        """The item an article belongs to: that of now if it does, else a theme's or one that
        names it, else a list that holds it or held it before it was decided."""
        here = self.item(meeting)
        if here is not None and self._holds(agreement, meeting, here, article):
            return here
        if self._listed is not agreement:
            self._listed = agreement
            for own in meeting.agenda:
                if own.kind is ItemKind.SELECTION:
                    key = item_key(meeting, own)
                    held = self._lists.get(key, frozenset())
                    self._lists[key] = held.union(articles_of(agreement, own))
        holding = [i for i in meeting.agenda if self._holds(agreement, meeting, i, article)]
        certain = (own for own in holding if own.kind is not ItemKind.SELECTION)
        return next(certain, None) or next(iter(holding), None)

    def _holds(
        self, agreement: Agreement, meeting: Meeting, item: AgendaItem, article: str
    ) -> bool:
        if item.kind is ItemKind.SELECTION and not item.articles:
            return article in self._lists.get(item_key(meeting, item), ())
        return article in articles_of(agreement, item)

    # -- in words -----------------------------------------------------------------------------

    def minutes_on(self, meeting: Meeting, item: AgendaItem) -> int:
        """How many whole minutes went to an item."""
        return self._minutes(item_key(meeting, item))

    def _minutes(self, key: str) -> int:
        return int(self._spent.get(key, timedelta()).total_seconds() // 60)

    def sign(self, meeting: Meeting, item: AgendaItem) -> str:
        """Of the item the table is at: from 70% of its time how much is left, from 100% that
        it is up; else ""."""
        spent = self.minutes_on(meeting, item)
        is_here = item_key(meeting, item) == self._at
        if not is_here or not item.minutes or spent < _NEARLY * item.minutes:
            return ""
        if spent >= item.minutes:
            return "● " + _("time is up")
        return "◕ " + _("{count} min left", count=item.minutes - spent)

    def words(
        self, agreement: Agreement, meeting: Meeting | None, now: datetime, *, short: bool
    ) -> str:
        """ "Theme 1 · 14 of 20 min · ◕ 6 min left · done ± 15.45"; the clock where nothing is
        planned."""
        if meeting is None:
            return ""
        item = self.item(meeting)
        if item is None or not item.minutes:
            return say_clock(now, spoken())
        name = _called(agreement, item, _SHORT_TITLE if short else _TITLE)
        sign = self.sign(meeting, item)
        gone = _(
            "{spent} of {planned} min",
            spent=self.minutes_on(meeting, item),
            planned=item.minutes,
        )
        if short:
            return f"{name} · {sign or gone}"
        end = self.expected_end(agreement, meeting, now)
        done = _("done ± {time}", time=f"{end.hour:02}.{end.minute:02}")
        return " · ".join(filter(None, (name, gone, sign, done)))

    def expected_end(self, agreement: Agreement, meeting: Meeting, now: datetime) -> datetime:
        """When the last item will be done, if all goes on as planned."""
        return now + timedelta(minutes=sum(self._left(agreement, meeting)))

    def due(
        self, agreement: Agreement, meeting: Meeting, now: datetime
    ) -> Iterator[tuple[AgendaItem, datetime | None]]:
        """Each item with when it will begin; None for what is done, or is being done."""
        at = now
        for item, left in zip(meeting.agenda, self._left(agreement, meeting), strict=True):
            begun = not left or item_key(meeting, item) == self._at
            yield item, None if begun else at
            at += timedelta(minutes=left)

    def _left(self, agreement: Agreement, meeting: Meeting) -> list[int]:
        """The minutes that are left of each item: of those from the first theme with
        something undecided on, wherever the cursor is, and from where the table is."""
        items = list(meeting.agenda)
        tallies = agreement.tallies
        settled = {key for key, tally in tallies.items() if not tally.undecided}
        themes = [at for at, own in enumerate(items) if own.theme]
        waiting = [at for at in themes if items[at].theme not in settled]
        keys = [item_key(meeting, own) for own in items]
        here = keys.index(self._at) if self._at in keys else None
        if waiting:
            start = waiting[0] if here is None else min(waiting[0], here)
        else:
            start = max(max(themes, default=-1) + 1, here or 0)
        return [
            max(0, own.minutes - self._minutes(key))
            if place >= start and (own.theme is None or own.theme not in settled)
            else 0
            for place, (key, own) in enumerate(zip(keys, items, strict=True))
        ]


def _called(agreement: Agreement, item: AgendaItem, room: int) -> str:
    theme = agreement.themes.get(item.theme or "")
    if theme is not None:
        return clip(_("Theme {theme}", theme=theme.number or theme.title), room)
    return clip(item.title, room)
