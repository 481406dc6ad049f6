"""The walk as it is looked at: panes, the article under the cursor, and where things stand.

The acts are in the modules beside this one; each is a class on top of :class:`WalkTable`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import Any, ClassVar

from textual import events
from textual.containers import Horizontal, Vertical

from pa_tui import edits, labels
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Article
from pa_tui.domain.text import Text
from pa_tui.edits.base import Edit
from pa_tui.language import _, n_
from pa_tui.ports import Receipt
from pa_tui.room import Pointer, Room, Stage, Wish
from screens import wording
from screens.keys import Command
from screens.pacing import Pacing, without
from screens.pointing import Pointing
from screens.texts import Part, part_at
from screens.walk import pages
from screens.walk.beside import beside_page, summary
from screens.walk.commands import WALK
from screens.walk.contents import Contents
from screens.walk.facts import facts_block, facts_line
from screens.walk.frame import WIDE, Border, panes, titled
from screens.widgets.ink import Line, Run, key_at, line
from screens.widgets.sheet import Sheet


class View(StrEnum):
    """What the middle pane shows of the article."""

    CHANGE = "change"
    FINAL = "final"
    SINCE = "since"
    LAST_YEAR = "last_year"


class WalkTable(Pacing, Pointing):
    """Shows the agreement around the article the chair is on."""

    KEYS: ClassVar[tuple[Command, ...]] = WALK

    def __init__(self) -> None:
        super().__init__()
        self.contents = Contents(self._moved)
        self.page = Sheet("article", self.page_made)
        self.facts = Sheet("facts", clicked=self._facts_clicked)
        self.beside = Sheet("beside", clicked=self._party_clicked)
        self.summary = Sheet("summary", clicked=self._party_clicked)
        self.curtain = Sheet("pause")
        self.above, self.below = Border("╭┬╮"), Border("╰┴╯")
        self.place = 1
        self.view = View.CHANGE
        self.room = Room.LIVE
        self.filter_name = ""
        self.since: tuple[str, Agreement] | None = None
        self.other_page: Callable[[int], list[Line]] | None = None
        self.together: tuple[str, ...] = ()
        self.beside_whole = False
        self.asked_for: tuple[View, Text] | None = None
        self.is_searching = False
        self.asks = ""
        self._was_cut = False
        self._told: tuple[str, str | None] = ("", None)

    def compose_body(self) -> Iterable[Any]:
        self._arrange(self.app.size.width)
        yield self.above
        with Horizontal(id="panes"):
            yield self.contents
            with Vertical(id="middle"):
                yield self.page
                yield self.facts
            yield self.beside
        yield self.below
        yield self.summary
        yield self.curtain

    # -- the article under the cursor --------------------------------------------------------

    @property
    def here(self) -> str | None:
        """The id of the article on the screen."""
        return self.contents.here

    @property
    def article(self) -> Article | None:
        """The article on the screen."""
        here = self.here
        return self.agreement.articles.get(here) if here else None

    @property
    def part(self) -> Part:
        """The part of the article the cursor is at."""
        return part_at(self.agreement, self.here or "", self.place)

    def go(self, article: str) -> None:
        """Puts an article on the screen; a filter that hides it is taken off."""
        if not self.contents.go(article):
            self.filter_name = ""
            self.contents.only(None)
            self.contents.go(article)

    def _moved(self, article: str | None) -> None:
        self.foot.drop_question()
        self.place, self.view, self.other_page = 1, View.CHANGE, None
        self.beside_whole = False
        self.asked_for, self.together = None, ()
        self.draw(top=True)

    # -- the room's window -----------------------------------------------------------------

    def where(self) -> Pointer | None:
        """The article; those that are decided together; nothing while a search goes on."""
        article = self.article
        if self.is_searching and self.foot.is_busy:
            return None
        if self.together and self.other_page is not None:
            return Pointer(Stage.TOGETHER, articles=self.together)
        if article is None:
            return Pointer()
        wish = Wish.USUAL
        if self.asked_for == (self.view, article.text):
            wish = {View.CHANGE: Wish.CHANGE, View.FINAL: Wish.FINAL}.get(self.view, wish)
        return Pointer(Stage.ARTICLE, article.id, self.part.place, wish=wish)

    # -- drawing ---------------------------------------------------------------------------

    def show(self, agreement: Agreement) -> None:
        self.contents.show(agreement)
        self.draw()

    def draw(self, *, top: bool = False) -> None:
        """Draws all that is about the article on the screen."""
        self.point()
        agreement, article = self.agreement, self.article
        self._draw_titles(agreement, article)
        self.draw_topline()
        self.page.show(self._middle(agreement, article), top=top)
        if article is None:
            for sheet in (self.facts, self.beside, self.summary):
                sheet.show(lambda width: ())
            return
        self.draw_facts(agreement, article)
        covered = self.room is not Room.LIVE
        self.contents.be_discreet(covered)
        whole = self.beside_whole
        self.beside.show(
            lambda width: beside_page(agreement, article, width, covered=covered, whole=whole),
            top=top,
        )
        self.summary.show(lambda width: summary(agreement, article, width, covered=covered))

    def draw_facts(self, agreement: Agreement, article: Article) -> None:
        """Draws who leads and when, under the article."""
        part = self.part
        self._was_cut = self.page.is_cut
        if self.is_narrow:
            self.facts.show(
                lambda width: [self._rule(width), facts_line(agreement, part, width)]
            )
        else:
            more = self._more()
            self.facts.show(lambda width: facts_block(agreement, article, part, width, more))

    def _more(self) -> str:
        """What stands at the end of the rule under the article."""
        cut = _("page down reads on") if self.page.is_cut else ""
        return " · ".join(filter(None, (self.asks, cut)))

    def _rule(self, width: int) -> Line:
        more = f" {words} ─" if (words := self._more()) else ""
        return line(Run("─" * max(0, width - len(more)), "line"), Run(more, "quiet"))

    def _middle(
        self, agreement: Agreement, article: Article | None
    ) -> Callable[[int], list[Line]]:
        if self.other_page is not None:
            return self.other_page
        if article is None:
            words = _("There are no articles here.")
            return lambda width: [(), line("  " + words)]
        if self.view is View.LAST_YEAR:
            return lambda width: pages.last_year_page(agreement, article, width)
        if self.view is View.SINCE and self.since is not None:
            name, before = self.since
            was = before.articles.get(article.id)
            return lambda width: pages.since_page(agreement, article, was, name, width)
        final = self.view is View.FINAL
        words = self.part.words
        return lambda width: pages.article_page(agreement, article, words, width, final=final)

    def _draw_titles(self, agreement: Agreement, article: Article | None) -> None:
        middle: Line = ()
        if article is not None:
            middle = self._middle_title(agreement, article)
        if self.is_narrow:
            shown = self._contents_title(agreement) if self.is_listing else middle
            self.above.show([shown])
            return
        titles = [self._contents_title(agreement), middle, titled(_("Positions"))]
        self.above.show(titles)

    def _contents_title(self, agreement: Agreement) -> Line:
        if self.filter_name:
            return titled(self.filter_name, f"· {self.contents.rows.articles}")
        tallies = agreement.tallies.values()
        decided = sum(tally.decided for tally in tallies)
        articles = sum(tally.articles for tally in tallies)
        aside = _("{decided} of {count}", decided=decided, count=articles)
        return titled(_("Articles"), f"· {aside}")

    def _middle_title(self, agreement: Agreement, article: Article) -> Line:
        theme = agreement.themes.get(article.theme)
        words = [article.group or (theme.title if theme else "")]
        if article.key_agreement:
            words.append(_("key agreement"))
        part = self.part
        if self.is_narrow and part.count > 1:
            words.append(_("part {place} of {count}", place=part.place, count=part.count))
        aside = " · ".join(word for word in words if word)
        return titled(article.number or _("without number"), f"· {aside}" if aside else "")

    def draw_topline(self) -> None:
        """Which agreement, which meeting, and how the time goes."""
        agreement, article = self.agreement, self.article
        meeting = agreement.running_meeting
        now = self.workspace.clock()
        if meeting is not None and article is not None:
            self.pace.at_article(agreement, meeting, article.id, now)
        time = self.pace.words(agreement, meeting, now, short=self.is_narrow)
        missing = without(agreement, meeting)
        self.topline.show(
            agreement.about.title or _("Agreement without a title"),
            wording.meeting(meeting) if meeting else _("no meeting is open"),
            " · ".join(filter(None, (self._room_words(), missing, time))),
        )

    def _room_words(self) -> str:
        """That the room's window does not follow, where this screen does not show it."""
        if self.room is not Room.LIVE or self.wall is Room.LIVE:
            return ""
        return _("room: pause") if self.wall is Room.PAUSED else _("room: held still")

    # -- size -------------------------------------------------------------------------------

    @property
    def is_narrow(self) -> bool:
        """Whether there is room for one pane only."""
        return self.app.size.width < WIDE

    @property
    def is_listing(self) -> bool:
        """Whether the list stands in place of the article (one pane)."""
        return self.has_class("-listing") and self.is_narrow

    def on_resize(self, event: events.Resize) -> None:
        """Gives the panes the widths they have at this size."""
        super().on_resize(event)
        if self._arrange(event.size.width):
            self.draw()

    def page_made(self) -> None:
        """Tells whether the article goes on below, now that this is known."""
        if self.article is not None and self.page.is_cut != self._was_cut:
            self.draw_facts(self.agreement, self.article)

    def _arrange(self, width: int) -> bool:
        """Gives the panes their widths; whether there are more or fewer panes now."""
        was_narrow = self.has_class("-narrow")
        self.set_class(width < WIDE, "-narrow")
        sizes = panes(width)
        self.contents.styles.width = sizes.left + 1 if sizes.left else sizes.middle + 2
        self.beside.styles.width = sizes.right + 2
        return was_narrow != (width < WIDE)

    # -- the mouse --------------------------------------------------------------------------

    def _party_clicked(self, lines: Sequence[Line], place: int, x: int) -> None:
        """Opens the choice of the party that was clicked."""
        key = key_at(lines[place], x)
        while not key and place > 0 and not any(run.ink == "line" for run in lines[place]):
            place -= 1
            key = "" if self.is_narrow else key_at(lines[place], 0)
        if key.isdecimal():
            self.call_later(self.run_action, f"party({key})")

    def _facts_clicked(self, lines: Sequence[Line], place: int, x: int) -> None:
        """Opens the line for the lead or the planning, where it was clicked."""
        label = "".join(run.text for run in lines[place][:1]).strip()
        if label in (_("Lead"), _("Together"), _("Involved")):
            self.call_later(self.run_action, "lead")
        elif label == _("When"):
            self.call_later(self.run_action, "timing")

    # -- acts -------------------------------------------------------------------------------

    def act(self, edit: Edit) -> bool:
        """Does an act on the article; the foot tells of it when it is written."""
        return self.perform(edit, self.tell)

    def tell(self, receipt: Receipt) -> None:
        """Tells what was done and how it is taken back."""
        self._told = receipt.entry.id, self.here
        self.say(self.words_for(receipt), _("u takes it back"))

    def was_told(self, entry: str) -> bool:
        """Whether this act (id) was the last one told here, with the same article shown."""
        return self._told == (entry, self.here)

    def words_for(self, receipt: Receipt) -> str:
        """What was done, in words; where the room looks along a note is not repeated."""
        edit = receipt.entry.edit
        if self.room is not Room.LIVE and isinstance(edit, (edits.TakeNote, edits.CorrectNote)):
            return _("A note was written down")
        return super().words_for(receipt)

    def count(self, articles: int) -> str:
        """So many articles, in words."""
        return n_("{count} article", "{count} articles", articles)

    def called(self, article: str) -> str:
        """An article as a sentence names it."""
        return labels.article(self.agreement, article)
