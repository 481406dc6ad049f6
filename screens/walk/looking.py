"""Other ways to look: what changed, last year, a filter, a search, and what the room sees."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from pa_tui.domain.agreement import Agreement, Version
from pa_tui.errors import AgreementError
from pa_tui.language import N_, _
from pa_tui.room import Room
from screens.entry.asking import Entry, Option, Question
from screens.goal import GOAL, Goal
from screens.pointing import AT_THE_WALL, FOLLOWING
from screens.texts import text_before
from screens.walk.menu import Menu
from screens.walk.searching import Search
from screens.walk.table import View
from screens.widgets.ink import Line, Run, line

FILTERS = (
    ("o", "open", N_("open")),
    ("s", "contested", N_("contested")),
    ("g", "submitted", N_("to the administrative meeting")),
    ("u", "deferred", N_("held over")),
    ("t", "no_lead", N_("no lead")),
    ("d", "no_date", N_("no date")),
    ("v", "reserved", N_("reservations")),
    ("r", "reactions", N_("reactions")),
    ("b", "discuss", N_("to discuss")),
    ("k", "coming_back", N_("coming back")),
)
"""Key, name and words of each filter."""

_ON_THIS_SCREEN = {
    Room.LIVE: N_("The screen shows everything"),
    Room.COVERED: N_("Notes and half-typed words are hidden; z again is a pause"),
    Room.PAUSED: N_("Pause; z shows the article again"),
}


class Looking(Menu):
    """The keys that change what is seen, not what is."""

    searching: Search | None = None

    # -- the article -----------------------------------------------------------------------

    def action_changes(self) -> None:
        """Goes round: the change, the text as it will read, the change since a version. A
        text that did not change says so."""
        article = self.article
        if article is None:
            return
        changed = text_before(self.agreement, article) is not None
        versions = self.agreement.ordered_versions
        if self.view is View.CHANGE and changed:
            self._see(View.FINAL)
            self.say(
                _("The text as it will read; c shows the change since a version")
                if versions
                else _("The text as it will read; c shows the change again")
            )
        elif self.view in (View.CHANGE, View.FINAL) and versions:
            self._since(versions[-1])
        elif changed:
            self._see(View.CHANGE)
            self.say(_("The text with what changed in it"))
        else:
            self._see(View.CHANGE)
            self.say(_("The text of this article has not changed"))

    def _see(self, view: View) -> None:
        self.view, self.other_page = view, None
        if self.article is not None:
            self.asked_for = (view, self.article.text)
        self.draw(top=True)

    def _since(self, version: Version) -> None:
        """Shows what changed since a version; how it was is looked up beside the keys."""
        if self.since is not None and self.since[0] == version.name:
            self._see_since(version.name, self.since[1])
            return
        self.say(_("Looking up {version} …", version=version.name))
        store, deliver = self.workspace.store, self.app.deliver

        def look_up() -> None:
            try:
                before = store.as_of(version.entry)
            except AgreementError as error:
                deliver(partial(self.refuse, error))
            else:
                deliver(partial(self._see_since, version.name, before))

        self.run_worker(look_up, thread=True)

    def _see_since(self, name: str, before: Agreement) -> None:
        self.since = (name, before)
        self._see(View.SINCE)
        article = self.article
        was = before.articles.get(article.id) if article else None
        same = was is not None and article is not None and was.text == article.text
        words = (
            N_("Nothing changed here since {version}")
            if same
            else N_("What changed since {version}")
        )
        self.say(_(words, version=name))

    def action_last_year(self) -> None:
        """Last year's text and the bid, and back."""
        if self.article is not None:
            self._see(View.CHANGE if self.view is View.LAST_YEAR else View.LAST_YEAR)

    # -- filters ---------------------------------------------------------------------------

    def action_filter(self) -> None:
        """Asks which articles to show."""
        options = [Option(key, _(words), name) for key, name, words in FILTERS]
        options.append(Option("a", _("all"), ""))
        self.ask(Question(_("show only"), tuple(options), self.filter_on))

    def filter_on(self, name: str) -> None:
        """Shows the articles of a filter; all of them for ""."""
        if not name:
            self.filter_name = ""
            self.contents.only(None)
            self.draw()
            return
        words = next((_(own) for _key, known, own in FILTERS if known == name), "")
        from pa_tui.domain.selection import Selection, selected

        found = tuple(selected(self.agreement, Selection(name)))
        if not found:
            self.say(_("No article: {filter}", filter=words))
            return
        self.filter_name = words
        self.contents.only(found)
        self.draw()
        self.say(
            _("{filter}: {count}", filter=words, count=self.count(len(found))),
            _("esc shows all"),
        )

    # -- search ----------------------------------------------------------------------------

    def action_search(self) -> None:
        """Searches while the words are typed; the list shows what was found."""
        search = Search(self.agreement, self._found)
        self.searching, self.is_searching = search, True
        before, start = self.filter_name, self.here
        rows = None if not before else tuple(self._shown())

        def back() -> None:
            search.stop()
            self.is_searching = False
            self.filter_name = before
            self.contents.only(rows)
            if start is not None:
                self.contents.go(start)
            self.draw()

        def take(words: str) -> None:
            search.stop()
            self.is_searching = False
            if not words:
                back()
            elif self.is_listing:
                self.action_contents()
            self.point()

        self.foot.covered = self.room is not Room.LIVE
        self.type_in(
            Entry(
                _("search"),
                take,
                lambda words: search.words,
                changed=lambda words: self._seek(search, words),
                dropped=back,
                other=self._move_in_list,
                hint=_("↑ ↓ choose · enter goes · esc back"),
            )
        )

    def _shown(self) -> Iterator[str]:
        rows = self.contents.rows
        return (found for row in range(len(rows)) if isinstance(found := rows.at(row), str))

    def _move_in_list(self, key: str) -> bool:
        if key in ("up", "down"):
            self.contents.step(1 if key == "down" else -1)
        return key in ("up", "down")

    def _seek(self, search: Search, words: str) -> None:
        search.begin(words)
        self._search_on()

    def _search_on(self) -> None:
        """A few milliseconds of searching between two keys."""
        search = self.searching
        if search is not None and search.step():
            self.call_later(self._search_on)

    def _found(self, articles: tuple[str, ...] | None) -> None:
        self.filter_name = "" if articles is None else _("found")
        self.contents.only(articles)
        self.draw()
        self.foot.refresh()

    # -- the room --------------------------------------------------------------------------

    def action_room(self) -> None:
        """Goes round: everything, nothing new, a pause. Where the room has a window of its
        own this is about that window; else about this screen, which the room sees."""
        watched = self.app.services.is_watched()
        turned = FOLLOWING[self.wall if self.room is Room.LIVE else self.room]
        if watched:
            self.wall, self.room = turned, Room.LIVE
        else:
            self.room = turned
            self.wall = turned if turned is Room.PAUSED else Room.LIVE
        self.set_class(self.room is Room.PAUSED, "-paused")
        words = AT_THE_WALL if watched else _ON_THIS_SCREEN
        title = self.agreement.about.title
        self.curtain.show(lambda width: _curtain(title, width, self.curtain.size.height))
        self.draw()
        self.say(_(words[turned]))

    def action_room_positions(self) -> None:
        """Shows the room what every party says, or no longer."""
        self.shows_positions = not self.shows_positions
        self.point()
        if self.shows_positions:
            self.say(_("The room's window shows the positions; Z hides them"))
        else:
            self.say(_("The room's window shows no positions"))

    # -- sent here -------------------------------------------------------------------------

    def take_goal(self) -> None:
        """Goes where another screen sent the walk."""
        goal = self.app.kept.pop(GOAL, None)
        if isinstance(goal, Goal):
            if goal.filter:
                self.filter_on(goal.filter)
            if goal.article is not None and goal.article in self.agreement.lines:
                self.go(goal.article)


def _curtain(title: str, width: int, height: int) -> list[Line]:
    words = [line(Run(title, "strong")), (), line(Run(_("Pause"), "quiet"))]
    above = max(0, (height - len(words)) // 2)
    return [()] * above + [_centred(row, width) for row in words]


def _centred(row: Line, width: int) -> Line:
    size = sum(len(run.text) for run in row)
    return (Run(" " * max(0, (width - size) // 2)), *row)
