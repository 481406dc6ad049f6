"""Sentences about the build of the agreement and about its words."""

from __future__ import annotations

from pa_tui.edits.arranging import (
    AddArticle,
    MergeArticles,
    MoveArticle,
    RemoveArticle,
    Renumber,
    SplitArticle,
)
from pa_tui.edits.structure import (
    AddTheme,
    DescribeAgreement,
    NameVersion,
    SetParty,
    StartAgreement,
)
from pa_tui.edits.wording import CutCommitment, JoinCommitments, ReviseText
from pa_tui.language import _, n_
from pa_tui.telling.base import Told, quoted, shortened, tells


@tells(StartAgreement)
def started(edit: StartAgreement, told: Told) -> str:
    """ "Agreement begun: ..., 31 articles"."""
    count = sum(entity.KIND == "article" for entity in edit.entities)
    title = shortened(edit.facts.title) or "-"
    if not count:
        return _("Agreement begun: {title}", title=title)
    return n_(
        "Agreement begun: {title}, {count} article",
        "Agreement begun: {title}, {count} articles",
        count,
        title=title,
    )


@tells(DescribeAgreement)
def described(edit: DescribeAgreement, told: Told) -> str:
    """ "Title, period or place of the agreement changed"."""
    return _("Title, period or place of the agreement changed")


@tells(SetParty)
def party_set(edit: SetParty, told: Told) -> str:
    """ "Party: Beekwonen"."""
    return _("Party: {name}", name=shortened(edit.short or edit.name))


@tells(AddTheme)
def theme_added(edit: AddTheme, told: Told) -> str:
    """ "Theme 3 added: ..."."""
    made = next(iter(told.made("theme")), None)
    number = (made.number if made else edit.number) or ""
    return _("Theme {number} added: {title}", number=number, title=shortened(edit.title))


@tells(AddArticle)
def article_added(edit: AddArticle, told: Told) -> str:
    """ "1.4a added: ..."."""
    made = next(iter(told.made("article")), None)
    words = shortened(edit.title) or quoted(edit.text)
    if made is None or made.number is None:
        return _("New article: {text}", text=words)
    return _("{article} added: {text}", article=told.article(made.id), text=words)


@tells(RemoveArticle)
def article_removed(edit: RemoveArticle, told: Told) -> str:
    """ "1.4 taken out"."""
    return _("{article} taken out", article=told.article(edit.article))


@tells(MoveArticle)
def article_moved(edit: MoveArticle, told: Told) -> str:
    """ "1.4 moved behind 2.1"."""
    return _(
        "{article} moved behind {other}",
        article=told.article(edit.article),
        other=told.article(edit.after),
    )


@tells(SplitArticle)
def article_split(edit: SplitArticle, told: Told) -> str:
    """ "1.4 split: 1.4a is new"."""
    made = next(iter(told.made("article")), None)
    article = told.article(edit.article)
    if made is None:
        return _("{article} split", article=article)
    return _("{article} split: {other} is new", article=article, other=told.article(made.id))


@tells(MergeArticles)
def articles_merged(edit: MergeArticles, told: Told) -> str:
    """ "1.4 merged into 1.3"."""
    return _(
        "{other} merged into {article}",
        article=told.article(edit.article),
        other=told.article(edit.other),
    )


@tells(Renumber)
def renumbered(edit: Renumber, told: Told) -> str:
    """ "4 articles renumbered"."""
    count = sum(c.kind == "article" and c.field == "number" for c in told.changes)
    return n_("{count} article renumbered", "{count} articles renumbered", count)


@tells(NameVersion)
def version_named(edit: NameVersion, told: Told) -> str:
    """ "Version: Concept 2"."""
    return _("Version: {name}", name=shortened(edit.name))


@tells(ReviseText)
def text_revised(edit: ReviseText, told: Told) -> str:
    """ "Text of 1.3 changed"."""
    return _("Text of {article} changed", article=told.article(edit.article))


@tells(CutCommitment)
def commitment_cut(edit: CutCommitment, told: Told) -> str:
    """ "1.3, a part of its own: ..."."""
    article = told.article(edit.article)
    return _(
        "{article}, a part of its own: {text}", article=article, text=shortened(edit.words)
    )


@tells(JoinCommitments)
def commitments_joined(edit: JoinCommitments, told: Told) -> str:
    """ "1.3: parts 1 and 2 are one"."""
    return _(
        "{article}: parts {first} and {second} are one",
        article=told.article(edit.article),
        first=edit.first,
        second=edit.second,
    )
