"""The acts of the review: every one an edit, so every one can be taken back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from pa_tui import edits
from pa_tui.domain.articles import Article
from pa_tui.domain.text import ANCHOR
from pa_tui.edits.base import Edit
from pa_tui.language import _
from pa_tui.ports import Receipt
from pa_tui.telling import describe
from screens.entry.asking import Entry
from screens.keys import Command
from screens.review.commands import REVIEW
from screens.review.looking import Looking
from screens.review.rows import Kind, Row

_SENTENCE = re.compile(r"(?<=[.:;!?])\s+(?=[A-ZÀ-Þ0-9‘“\"(])")
_NEW = ("article", "theme", "unread")
_OPENING = 6


class Acting(Looking):
    """What a key does to the row the cursor is on."""

    KEYS: ClassVar[tuple[Command, ...]] = REVIEW

    def act(self, edit: Edit, *, stay: bool = False) -> None:
        """Does an act; the cursor goes to what it made, or stays about where it was."""
        place = self.result.cursor

        def done(receipt: Receipt) -> None:
            self.say(describe(receipt.entry, receipt.agreement), _("u takes it back"))
            if not stay:
                self.go_to_made(receipt, place)

        self.perform(edit, done)

    # -- together and apart ------------------------------------------------------------

    def action_join(self) -> None:
        """Joins it with what stands before it."""
        match self.here:
            case Row(Kind.ARTICLE | Kind.THEME, key):
                self.act(edits.JoinWithPrevious(key))
            case Row(Kind.UNREAD):
                self.action_take()
            case _:
                self.say(_("Only an article or theme can be joined with what stands before it"))

    def action_cut(self) -> None:
        """Cuts an article in two: at the paragraph of the cursor, or before words."""
        match self.here:
            case Row(Kind.BLOCK, key, place) if place > 1:
                self.act(edits.CutInTwo(key, place))
            case Row(Kind.ARTICLE | Kind.BLOCK, key):
                self._cut_before(self.agreement.articles[key])
            case _:
                self.say(_("Only an article can be cut"))

    def _cut_before(self, article: Article) -> None:
        places = list(cuts_of(article))
        if not places:
            self.say(_("There is one sentence in it; type the words it is to be cut before"))
        openings = [_opening(article, *place) for place in places]
        chosen = 0

        def choose(key: str) -> bool:
            nonlocal chosen
            if key not in ("up", "down") or not openings:
                return False
            chosen = (chosen + (1 if key == "down" else -1)) % len(openings)
            self.foot.put(openings[chosen])
            return True

        def found(words: str) -> tuple[int, int] | None:
            if openings and words == openings[chosen]:
                return places[chosen]
            return place_of(article, words)

        def understood(words: str) -> str:
            place = found(words)
            return "" if place is None else "│ " + _rest(article, *place)

        def take(words: str) -> None:
            place = found(words)
            if place is None:
                self.say(_("These words do not stand in it; nothing was cut"))
                return
            self.act(edits.CutInTwo(article.id, *place))

        self.type_in(
            Entry(
                _("cut before"),
                take,
                understood,
                text=openings[0] if openings else "",
                hint=_("↑ ↓ another place · enter cuts · esc drops"),
                other=choose,
            )
        )

    # -- up and down ------------------------------------------------------------

    def action_raise_it(self) -> None:
        """Paragraph to article, article to theme; a line that was left out to article."""
        match self.here:
            case Row(Kind.ARTICLE | Kind.SECTION | Kind.ANNEX, key):
                self.act(edits.RaiseToTheme(key))
            case Row(Kind.PASSAGE, key, place):
                self.act(edits.RaiseToArticle(key, place))
            case Row(Kind.BLOCK, key, place) if place > 1:
                self.act(edits.CutInTwo(key, place))
            case Row(Kind.UNREAD, key):
                theme, after = self.above()
                self.act(edits.TakeInAsArticle(key, theme or self.a_theme(), after))
            case _:
                self.say(_("It cannot go higher"))

    def action_lower_it(self) -> None:
        """Theme to article, article to paragraph."""
        match self.here:
            case Row(Kind.ARTICLE | Kind.THEME, key):
                self.act(edits.Lower(key))
            case _:
                self.say(_("It cannot go lower"))

    def action_context(self) -> None:
        """An article is context of its theme."""
        match self.here:
            case Row(Kind.ARTICLE, key):
                self.act(edits.MakeContext(key))
            case _:
                self.say(_("Only an article can become context"))

    # -- in and out ------------------------------------------------------------

    def action_none(self) -> None:
        """Leaves an article or theme out; a party takes no part after all."""
        match self.here:
            case Row(Kind.ARTICLE | Kind.THEME, key):
                self.act(edits.LeaveOut(key, self.line_here()))
            case Row(Kind.PARTY, key):
                self.act(edits.RemoveParty(key))
            case _:
                self.say(_("Only an article, theme or party can be left out"))

    def action_take(self) -> None:
        """A line that was left out goes to the article or theme above it."""
        match self.here:
            case Row(Kind.UNREAD, key):
                theme, after = self.above()
                into = after or theme
                if into:
                    self.act(edits.TakeIn(key, into))
                else:
                    self.act(edits.TakeInAsArticle(key, self.a_theme()))
            case _:
                self.say(_("Only a line that was left out can be taken in again"))

    def above(self) -> tuple[str, str | None]:
        """The theme (id, "" for none) and article (id) above the cursor; before the first
        theme that is the first theme."""
        for row in reversed(self.result.rows[: self.result.cursor]):
            if row.kind is Kind.ARTICLE:
                return self.agreement.articles[row.key].theme, row.key
            if row.kind is Kind.THEME:
                return row.key, None
        themes = self.agreement.ordered_themes
        return (themes[0].id if themes else ""), None

    def a_theme(self) -> str:
        """The name of a theme where there is none yet."""
        return self.agreement.about.title or _("Articles")

    # -- numbers ------------------------------------------------------------

    def action_number(self) -> None:
        """Asks for another number."""
        match self.here:
            case Row(Kind.ARTICLE, key):
                number = self.agreement.articles[key].number
            case Row(Kind.THEME, key):
                number = self.agreement.themes[key].number
            case _:
                self.say(_("Only articles and themes have numbers"))
                return

        def take(words: str) -> None:
            self.act(edits.Rename(key, number=words), stay=True)

        hint = _("empty: no number · esc drops")
        self.type_in(Entry(_("number"), take, text=number or "", hint=hint))

    def action_all_numbers(self) -> None:
        """Numbers all articles by their places."""
        self.act(edits.Renumber(), stay=True)

    # -- back and forth ------------------------------------------------------------

    def action_undo(self) -> None:
        """Takes the last act back."""
        place = self.result.cursor
        self.workspace.submit_undo(self.told(lambda receipt: self._went_back(receipt, place)))

    def action_redo(self) -> None:
        """Brings back what was taken back."""
        place = self.result.cursor
        self.workspace.submit_redo(self.told(lambda receipt: self._went_back(receipt, place)))

    def _went_back(self, receipt: Receipt, place: int) -> None:
        self.say(describe(receipt.entry, receipt.agreement))
        self.go_to_made(receipt, place)

    def go_to_made(self, receipt: Receipt, place: int) -> None:
        """The cursor goes to what an act made, else to what it changed, else stays near."""
        now = receipt.agreement
        changed = [c for c in receipt.entry.changes if c.kind in _NEW and c.id]
        made = [c for c in changed if not c.field and c.after is not None]
        for change in (*made, *changed):
            shelf = now.shelf_of(change.kind)
            if change.id in shelf and self.result.go(Row(Kind(change.kind), change.id)):
                self.follow()
                return
        self.result.step(place - self.result.cursor)
        self.follow()


def cuts_of(article: Article) -> Iterator[tuple[int, int]]:
    """Where an article could be cut: its paragraphs from the second on, and its sentences."""
    for place, block in enumerate(article.text, start=1):
        if place > 1:
            yield place, 0
        for found in _SENTENCE.finditer(block.text):
            yield place, found.end()


def place_of(article: Article, words: str) -> tuple[int, int] | None:
    """Where typed words stand in an article: paragraph from 1 and character; None where
    they do not, or where nothing would stand before them."""
    wanted = words.strip()
    for place, block in enumerate(article.text, start=1):
        offset = block.text.find(wanted) if wanted else -1
        if offset > 0 or (offset == 0 and place > 1):
            return place, offset
    return None


def _opening(article: Article, place: int, offset: int) -> str:
    return " ".join(_rest(article, place, offset).split()[:_OPENING])


def _rest(article: Article, place: int, offset: int) -> str:
    block = article.text[place - 1]
    words = block.text or " │ ".join(cell.text for row in block.cells[:1] for cell in row)
    return " ".join(words[offset:].replace(ANCHOR, "").split())
