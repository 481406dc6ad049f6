"""What the room's window shows, from one look at the chair to the next.

A text that changes is shown with its change first: as long as it is not decided, or, where
it was decided in the same act or taken back, for some time. Then the final text stands
there. Whatever goes wrong, the last picture stays, and a quiet sign tells of when it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Article
from pa_tui.domain.text import Text
from pa_tui.room import Pointer, Room, Sight, Stage, Wish
from screens.texts import text_before
from screens.widgets.prose import has_changed

READING = timedelta(seconds=10)
"""How long a change that was decided at once is shown before the final text."""
PATIENCE = timedelta(seconds=2)
"""So long a file that cannot be read just now is nothing to tell of."""

_COVER = Pointer()


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """What there is to see: where the chair is in an agreement, the wording that a changed
    text is compared with, the text of the article and the id of its decision."""

    agreement: Agreement
    pointer: Pointer = _COVER
    was: Text | None = None
    text: Text = ()
    decision: str | None = None

    def shows_as(self, other: Scene) -> bool:
        """Whether nothing differs."""
        return (
            self.agreement is other.agreement
            and self.pointer == other.pointer
            and self.was == other.was
        )


_NOTHING = Scene(Agreement())


@dataclass(frozen=True, slots=True)
class Sign:
    """Why a picture stands still (because the chair ``chose`` so), and since when."""

    chose: bool
    since: datetime | None = None


class Wall(NamedTuple):
    """The scene on the wall, or a pause in its place, with the sign under it."""

    scene: Scene
    paused: bool = False
    sign: Sign | None = None


class _Fresh(NamedTuple):
    """A wording that came in place of another one that the room just read."""

    was: Text
    text: Text
    until: datetime


class Following:
    """Turns each look into what is on the wall."""

    def __init__(self) -> None:
        self._scene = _NOTHING
        self._fresh: _Fresh | None = None
        self._lost: datetime | None = None
        self._held: Sign | None = None
        self._was_live = False
        self._paused = False

    def see(self, sight: Sight | None, now: datetime) -> Wall:
        """What is on the wall after a look; None where the file could not be read."""
        if sight is None:
            return self._keep(now, PATIENCE)
        pointer = sight.pointer
        if pointer is None:
            if self._was_live or self._held or self._paused:
                return self._keep(now)
            pointer = _COVER
        self._lost = None
        self._paused = pointer.room is Room.PAUSED
        if pointer.room is Room.LIVE:
            self._held = None
            self._was_live = self._was_live or sight.pointer is not None
            self._take(self._next(sight.agreement, pointer, now))
        elif not self._was_live:
            self._take(Scene(sight.agreement))
        if pointer.room is Room.COVERED and self._held is None:
            self._held = Sign(True, now if self._was_live else None)
        return Wall(self._scene, self._paused, None if self._paused else self._held)

    def _keep(self, now: datetime, patience: timedelta = timedelta()) -> Wall:
        """The last picture, with a sign unless it is not so long ago."""
        self._lost = self._lost or now
        sign = self._held
        if sign is None and now - self._lost >= patience:
            sign = Sign(False, self._lost)
        return Wall(self._scene, self._paused, None if self._paused else sign)

    def _take(self, scene: Scene) -> None:
        if not scene.shows_as(self._scene):
            self._scene = scene

    # -- the next scene --------------------------------------------------------------------

    def _next(self, agreement: Agreement, pointer: Pointer, now: datetime) -> Scene:
        if pointer.stage is not Stage.ARTICLE:
            self._fresh = None
            return Scene(agreement, pointer)
        article = agreement.articles.get(pointer.article)
        if article is None:  # it is on its way to the file, or was taken back just now
            return Scene(agreement) if self._scene is _NOTHING else self._scene
        was = self._was(agreement, article, pointer.wish, now)
        return Scene(agreement, pointer, was, article.text, article.decision)

    def _was(
        self, agreement: Agreement, article: Article, wish: Wish, now: datetime
    ) -> Text | None:
        self._look_for_change(agreement, article, now)
        if wish is Wish.FINAL:
            return None
        fresh = self._fresh
        if fresh is not None and fresh.text == article.text and now < fresh.until:
            return fresh.was
        if article.revised_from is not None or wish is Wish.CHANGE:
            return text_before(agreement, article)
        return None

    def _look_for_change(self, agreement: Agreement, article: Article, now: datetime) -> None:
        last = self._scene
        stays = last.pointer.stage is Stage.ARTICLE and last.pointer.article == article.id
        if not stays or article.revised_from is not None:
            self._fresh = None
        elif has_changed(last.text, article.text, agreement.label):
            decided = article.decision is not None and article.decision != last.decision
            was = text_before(agreement, article) if decided else None
            self._fresh = _Fresh(was or last.text, article.text, now + READING)
