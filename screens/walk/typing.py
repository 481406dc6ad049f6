"""The one-line entries of the walk: what is typed stays with its article, and survives.

While words are typed they are kept in the file within a second; they are forgotten in the
same transaction that writes the act they became.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from textual.timer import Timer

from pa_tui import labels
from pa_tui.edits.base import Edit
from pa_tui.errors import AgreementError, Unreadable
from pa_tui.language import _, tell
from pa_tui.room import Room
from screens.entry.asking import Entry
from screens.walk.going import Going
from screens.widgets.ink import Line

if TYPE_CHECKING:
    from pa_tui.reading.entry import ActionEntry, LeadEntry, TimingEntry, UntilEntry
    from pa_tui.reading.entry.heard import HeardEntry

KEEP_EVERY = 0.5
"""Seconds between two times that half-typed words are kept."""

Page = Callable[[int], list[Line]]
"""Makes the lines of the middle at a width."""

Taken = Callable[[str, str], bool]
"""Makes an act of the article (id) and the words; False where it cannot be done."""


class Typing(Going):
    """Entries about an article that survive a forced quit."""

    _keeping: Timer | None = None
    _unkept: tuple[str, str, str] | None = None

    @property
    def today(self) -> date:
        """The day it is."""
        return self.workspace.clock().date()

    @property
    def persons(self) -> tuple[str, ...]:
        """The names of everybody who was at a meeting."""
        names = (
            entry.person
            for meeting in self.agreement.ordered_meetings
            for entry in meeting.attendance
        )
        return tuple(dict.fromkeys(name for name in names if name))

    # -- reading Dutch: imported when the first line is typed, it takes a while ------------

    def read_until(self, words: str) -> UntilEntry:
        """Until when, as typed."""
        from pa_tui.reading.entry import read_until

        return read_until(words, parties=self.agreement.ordered_parties, today=self.today)

    def read_message(self, words: str) -> HeardEntry:
        """When and how a party let something know, as typed."""
        from pa_tui.reading.entry.heard import read_heard

        return read_heard(words, today=self.today)

    def read_withdrawal(self, words: str) -> HeardEntry:
        """When, how and why a party comes back on something, as typed."""
        from pa_tui.reading.entry.heard import read_withdrawal

        return read_withdrawal(words, today=self.today)

    def read_action(self, words: str) -> ActionEntry:
        """What somebody will do, as typed."""
        from pa_tui.reading.entry import read_action

        return read_action(
            words,
            parties=self.agreement.ordered_parties,
            persons=self.persons,
            today=self.today,
        )

    def read_leads(self, words: str) -> LeadEntry:
        """Who leads, as typed."""
        from pa_tui.reading.entry import read_leads

        return read_leads(words, self.agreement.ordered_parties, self.persons)

    def read_timing(self, words: str) -> TimingEntry:
        """When, as typed."""
        from pa_tui.reading.entry import read_timing

        return read_timing(words, year=self.agreement.about.year, today=self.today)

    def _short(self, party: str) -> str:
        return labels.party(self.agreement, party)

    def _understood_action(self, words: str) -> str:
        found = self.read_action(words)
        if not (found.party or found.person or found.due or found.unknown):
            return _("who? when?") if words.strip() else ""
        named = [key for key in (found.party, *found.others) if key]
        pieces = [
            labels.listed(map(self._short, named)),
            found.person or "",
            labels.due(found.due, found.due_words) if found.due else "",
            *(f"{name}?" for name in found.unknown),
        ]
        return " · ".join(piece for piece in pieces if piece)

    # -- one line --------------------------------------------------------------------------

    def line_for(
        self,
        purpose: str,
        prompt: str,
        taken: Taken,
        understood: Callable[[str], str] = lambda words: "",
        *,
        text: str = "",
        hint: str = "",
        article: str | None = None,
        offered: bool = False,
        page: Page | None = None,
        general: bool = False,
    ) -> None:
        """Asks for words about the article on the screen (or another one); ``general`` ones
        are about more than that article.

        Where the act cannot be done the words stay under the hands. ``text`` that is
        ``offered`` gives way to what is typed. ``page`` stands in the middle meanwhile.
        """
        place = article or self.here
        if place is None:
            return

        again = partial(
            self.line_for, purpose, prompt, taken, article=place, page=page, general=general
        )

        def take(words: str) -> None:
            self._settle()
            try:
                done = taken(place, words)
            except Unreadable as error:
                done = False
                self.refuse(error)
            if done:
                self._ended(purpose, place, page)
            else:
                said = self.foot.said
                again(_told_once(understood, words, said), text=words, hint=said)

        self._show_meanwhile(page, page)
        self.foot.covered = self.room is not Room.LIVE
        self.type_in(
            Entry(
                prompt if general else f"{self.called(place)} · {prompt}",
                take,
                lambda words: _readable(understood, words),
                self.complete,
                partial(self.keep, purpose, place),
                lambda: self._ended(purpose, place, page),
                text,
                hint,
                offered=offered,
            )
        )

    def _ended(self, purpose: str, place: str, page: Page | None) -> None:
        """Forgets the words of a line that is open no longer, and its page."""
        self._settle()
        self.keep_now(purpose, place, "")
        self._show_meanwhile(page, None)

    def _show_meanwhile(self, asked: Page | None, page: Page | None) -> None:
        """Puts a page in the middle, or takes it away, where one was asked for."""
        if asked is not None:
            self.other_page = page
            self.draw(top=page is not None)

    # -- completion ------------------------------------------------------------------------

    def complete(self, words: str) -> str:
        """The words with the last one made a party's or person's name, where it begins
        exactly one."""
        head, _space, last = words.rpartition(" ")
        if not last:
            return words
        at = "@" if last.startswith("@") else ""
        wanted = last.removeprefix("@").casefold()
        parties = self.agreement.ordered_parties
        found = dict.fromkeys(
            name
            for own in parties
            for name in (own.short, *own.aliases, own.name)
            if name.casefold().startswith(wanted)
        )
        first = {
            p.short for p in parties if any(n in found for n in (p.short, *p.aliases, p.name))
        }
        names = [*first] or [p for p in self.persons if p.casefold().startswith(wanted)]
        if not wanted or len(names) != 1:
            return words
        return f"{head}{_space}{at}{names[0]} "

    # -- keeping ---------------------------------------------------------------------------

    def keep(self, purpose: str, place: str, words: str) -> None:
        """Keeps half-typed words: the first at once, then at most every half second."""
        if self._keeping is not None:
            self._unkept = (purpose, place, words)
            return
        self.keep_now(purpose, place, words)
        self._keeping = self.set_timer(KEEP_EVERY, self._keep_rest)

    def keep_now(self, purpose: str, place: str, words: str) -> None:
        """Keeps half-typed words at once; none forgets them."""
        self.workspace.keep_half_typed(purpose, place, words)

    def _keep_rest(self) -> None:
        self._keeping = None
        if self._unkept is not None:
            unkept, self._unkept = self._unkept, None
            self.keep(*unkept)

    def on_unmount(self) -> None:
        """The window goes: what was typed last is kept too."""
        if self._unkept is not None:
            unkept, self._unkept = self._unkept, None
            self.keep_now(*unkept)

    def _settle(self) -> None:
        if self._keeping is not None:
            self._keeping.stop()
        self._keeping = self._unkept = None

    # -- acts ------------------------------------------------------------------------------

    def act(self, edit: Edit, typed: tuple[str, str] | None = None) -> bool:
        """Does an act; ``typed`` are the purpose and place of the words it was made of."""
        try:
            self.workspace.submit(edit, self.told(self.tell), typed)
        except AgreementError as error:
            self.refuse(error)
            return False
        return True


def _readable(understood: Callable[[str], str], words: str) -> str:
    try:
        return understood(words)
    except Unreadable as error:
        return tell(error)


def _told_once(understood: Callable[[str], str], words: str, said: str) -> Callable[[str], str]:
    """What is understood; nothing of the words that were refused with the same sentence."""
    if _readable(understood, words) != said:
        return understood
    return lambda typed: "" if typed == words else understood(typed)
