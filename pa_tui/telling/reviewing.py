"""Sentences about setting right what was read from a document."""

from __future__ import annotations

from pa_tui.domain.articles import Annex, Article, Section, Theme
from pa_tui.edits.levels import Lower, RaiseToArticle, RaiseToTheme
from pa_tui.edits.reviewing import (
    CutInTwo,
    JoinWithPrevious,
    LeaveOut,
    MakeContext,
    RemoveParty,
    Rename,
    TakeIn,
    TakeInAsArticle,
)
from pa_tui.language import _
from pa_tui.telling.base import Told, quoted, shortened, tells


def named(told: Told, key: str) -> str:
    """What the entity of an id is called, also where it has just gone."""
    now = told.agreement
    shelves = (now.themes, now.sections, now.annexes, now.unread, now.parties, now.articles)
    gone = (change.before for change in told.changes if change.id == key and not change.field)
    entity = next((e for shelf in shelves if (e := shelf.get(key))), None) or next(gone, None)
    if isinstance(entity, Article):
        return entity.number or shortened(entity.title) or quoted(entity.text)
    if isinstance(entity, Theme):
        number = entity.number or ""
        return _("theme {name}", name=f"{number} {shortened(entity.title)}".strip())
    if isinstance(entity, Section | Annex):
        return shortened(entity.title) or quoted(entity.text)
    words = getattr(entity, "text", "") or getattr(entity, "short", "") or key
    return f"“{shortened(words)}”"


@tells(JoinWithPrevious)
def joined(edit: JoinWithPrevious, told: Told) -> str:
    """ "1.4 joined with what stands before it"."""
    return _("{what} joined with what stands before it", what=named(told, edit.key))


@tells(CutInTwo)
def cut(edit: CutInTwo, told: Told) -> str:
    """ "1.4 cut in two: 1.5 is new"."""
    made = next(iter(told.made("article")), None)
    other = named(told, made.id) if made is not None else "-"
    return _("{what} cut in two: {other}", what=named(told, edit.article), other=other)


@tells(RaiseToTheme)
def theme_made(edit: RaiseToTheme, told: Told) -> str:
    """ "2 Genoeg woningen is a theme now"."""
    return _("{what} is a theme now", what=named(told, edit.key))


@tells(RaiseToArticle)
def article_made(edit: RaiseToArticle, told: Told) -> str:
    """ "1.4 is an article now"."""
    made = next(iter(told.made("article")), None)
    return _("{what} is an article now", what=named(told, made.id) if made else "-")


@tells(Lower)
def lowered(edit: Lower, told: Told) -> str:
    """ "1.4 one level down"."""
    return _("{what} one level down", what=named(told, edit.key))


@tells(MakeContext)
def context_made(edit: MakeContext, told: Told) -> str:
    """ "1.4 is context of its theme"."""
    return _("{what} is context of its theme", what=named(told, edit.article))


@tells(LeaveOut)
def left_out(edit: LeaveOut, told: Told) -> str:
    """ "1.4 left out"."""
    return _("{what} left out", what=named(told, edit.key))


@tells(TakeIn)
def taken_in(edit: TakeIn, told: Told) -> str:
    """ "“...” taken in again at 1.3"."""
    return _(
        "{what} taken in again at {place}",
        what=named(told, edit.unread),
        place=named(told, edit.into),
    )


@tells(TakeInAsArticle)
def taken_in_as_article(edit: TakeInAsArticle, told: Told) -> str:
    """ "“...” taken in as an article"."""
    return _("{what} taken in as an article", what=named(told, edit.unread))


@tells(Rename)
def renamed(edit: Rename, told: Told) -> str:
    """ "Number or title changed: 1.4"."""
    return _("Number or title changed: {what}", what=named(told, edit.key))


@tells(RemoveParty)
def party_removed(edit: RemoveParty, told: Told) -> str:
    """ "Party taken out: ..."."""
    return _("Party taken out: {what}", what=named(told, edit.party))
