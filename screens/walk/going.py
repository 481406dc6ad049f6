"""Going through the articles: next, previous, by number, part by part, page by page."""

from __future__ import annotations

from pa_tui.errors import NotFound
from pa_tui.language import _, tell
from pa_tui.room import Room
from screens.entry.asking import Entry
from screens.texts import text_before
from screens.walk.beside import beside_page
from screens.walk.course import Course
from screens.walk.table import View, WalkTable
from screens.widgets.ink import Line


class Going(WalkTable):
    """The keys that move."""

    def __init__(self) -> None:
        super().__init__()
        self.course = Course()
        self.read_out: set[str] = set()
        """The decisions (ids) whose final text was shown before going on."""

    def action_down(self) -> None:
        """The next article."""
        self.contents.step(1)

    def action_up(self) -> None:
        """The previous article."""
        self.contents.step(-1)

    def action_first(self) -> None:
        """The first article."""
        self.contents.step(-len(self.contents.rows))

    def action_last(self) -> None:
        """The last article."""
        self.contents.step(len(self.contents.rows))

    def action_page_down(self) -> None:
        """Further down in a long article, or in the list."""
        self._page(1)

    def action_page_up(self) -> None:
        """Back up in a long article, or in the list."""
        self._page(-1)

    def _page(self, direction: int) -> None:
        if self.is_listing:
            self.contents.step(direction * max(1, self.contents.size.height - 2))
        else:
            self.page.page(direction)
            self.page_made()
            self.read_on(direction)

    def action_beside_down(self) -> None:
        """Reads on in positions and notes: first all that is cut there, then further down.
        With one pane they come in place of the article."""
        if not self.beside_whole:
            self.beside_whole = True
            if self.is_narrow:
                self.other_page = self._beside_page
            self.draw(top=True)
        elif self.is_narrow:
            self._page(1)
        else:
            self.beside.page(1)

    def action_beside_up(self) -> None:
        """Back up in positions and notes; at their top they are cut again."""
        shown = self.page if self.is_narrow else self.beside
        if self.beside_whole and shown.is_at_top:
            self.beside_whole, self.other_page = False, None
            self.draw(top=True)
        else:
            shown.page(-1)

    def _beside_page(self, width: int) -> list[Line]:
        article = self.article
        if article is None:
            return []
        covered = self.room is not Room.LIVE
        return beside_page(self.agreement, article, width, covered=covered, whole=True)

    def action_next_part(self) -> None:
        """The next part of the article; after the last comes the first."""
        self._go_to_part(1)

    def action_previous_part(self) -> None:
        """The previous part of the article."""
        self._go_to_part(-1)

    def _go_to_part(self, step: int) -> None:
        part = self.part
        if part.count < 2:
            self.say(_("This article has one part."))
            return
        self.place = (part.place - 1 + step) % part.count + 1
        self.draw()

    def action_next_open(self) -> None:
        """The next article of the item the table is at that was not treated yet, then the
        next that nobody decided on; within a theme those to discuss first. Where the words of
        this one were changed, the text as it will read comes before it."""
        here = self.here
        if here is None or self._final_first():
            return
        meeting = self.agreement.running_meeting
        if meeting is not None:
            self.course.begin(self.agreement, meeting, self.pace.item(meeting))
        following = self.course.next_of(self.agreement, self.contents.rows, here, meeting)
        if following is None:
            self.say(_("There is no other undecided article."))
        else:
            self.go(following)

    def _final_first(self) -> bool:
        """Shows the final text of an article that was decided with other words; False where
        there is nothing to show before going on."""
        article = self.article
        if article is None or self.view is not View.CHANGE or self.other_page is not None:
            return False
        decision = self.agreement.decision_on(article.id)
        meeting = self.agreement.running_meeting
        if decision is None or meeting is None or decision.meeting != meeting.id:
            return False
        if decision.id in self.read_out or text_before(self.agreement, article) is None:
            return False
        self.read_out.add(decision.id)
        self.view, self.asked_for = View.FINAL, (View.FINAL, article.text)
        self.draw(top=True)
        self.say(_("The text as it will read now"), _("space goes on"))
        return True

    def action_contents(self) -> None:
        """Shows or hides the list."""
        self.toggle_class("-listing" if self.is_narrow else "-alone")
        self.call_after_refresh(self.draw)

    def action_enter(self) -> None:
        """From the list back to the article."""
        if self.is_listing:
            self.action_contents()

    def action_back(self) -> None:
        """Back to the article as it stands: no list over it, no other view, no filter."""
        if self.is_listing:
            self.action_contents()
        elif self.view is not View.CHANGE or self.other_page is not None:
            self.view, self.other_page, self.beside_whole = View.CHANGE, None, False
            self.draw(top=True)
        elif self.filter_name:
            self.filter_name = ""
            self.contents.only(None)
            self.draw()

    def action_jump(self, start: str = "") -> None:
        """Asks for the number of an article and goes there."""
        self.type_in(
            Entry(
                _("go to"),
                self._jump,
                self._title_of,
                text=start,
                hint=_("enter goes · esc drops"),
            )
        )

    def _title_of(self, number: str) -> str:
        if not number.strip():
            return ""
        try:
            article = self.agreement.article_named(number)
        except NotFound:
            return ""
        return self.agreement.lines[article.id].label

    def _jump(self, number: str) -> None:
        if not number:
            return
        try:
            self.go(self.agreement.article_named(number).id)
        except NotFound as error:
            self.say(tell(error))
