"""Going through the articles: next, previous, by number, part by part, page by page."""

from __future__ import annotations

from pa_tui.errors import NotFound
from pa_tui.language import _, tell
from screens.entry.asking import Entry
from screens.walk.table import View, WalkTable


class Going(WalkTable):
    """The keys that move."""

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
        """Further down in positions and notes."""
        self.beside.page(1)

    def action_beside_up(self) -> None:
        """Back up in positions and notes."""
        self.beside.page(-1)

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
        """The next article nobody decided on; those before this one come last."""
        agreement, here = self.agreement, self.article
        if here is None:
            return
        for theme, articles in self.contents.rows.themes_from(here.id, here.theme):
            tally = agreement.tallies.get(theme)
            if tally is None or not tally.undecided:
                continue
            for key in articles:
                if key != here.id and agreement.lines[key].is_undecided:
                    self.go(key)
                    return
        self.say(_("There is no other undecided article."))

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
            self.view, self.other_page = View.CHANGE, None
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
