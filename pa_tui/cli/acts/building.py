"""The words and the build of the agreement as acts."""

from __future__ import annotations

from pa_tui.cli.acts.base import ARTICLE, Act, Table, text_from
from pa_tui.cli.acts.deciding import choices
from pa_tui.cli.grammar import Form, Given, Option, Word, WrongUse
from pa_tui.domain.parties import Role
from pa_tui.edits import Edit
from pa_tui.edits.arranging import (
    AddArticle,
    MergeArticles,
    MoveArticle,
    RemoveArticle,
    Renumber,
    SplitArticle,
)
from pa_tui.edits.structure import AddTheme, DescribeAgreement, SetParty
from pa_tui.edits.wording import CutCommitment, JoinCommitments, ReviseText
from pa_tui.errors import N_


def _article(given: Given, table: Table) -> str:
    return table.article(given.word("ARTICLE")).id


def _revise(given: Given, table: Table) -> Edit:
    article = table.article(given.word("ARTICLE"))
    said, title = text_from(given), given.get("--title")
    if said is None and title is None:
        raise WrongUse(N_("Give the new text with --text or --text-file, or a --title."))
    text = article.text if said is None else table.text(said, article.text)
    return ReviseText(article.id, text, title)


def _add(given: Given, table: Table) -> Edit:
    from pa_tui.reading.suggesting import with_suggestions

    theme = table.agreement.theme_named(given.word("THEME")).id
    said = text_from(given)
    if said is None:
        raise WrongUse(N_("Give the text of the new article with --text or --text-file."))
    edit = AddArticle(theme, table.text(said), given.text("--title"), given.get("--after"))
    return with_suggestions(edit, table.agreement)


def _split(given: Given, table: Table) -> Edit:
    from pa_tui.reading.suggesting import with_suggestions

    edit = SplitArticle(_article(given, table), given.needed_number("--at"))
    return with_suggestions(edit, table.agreement)


def _party(given: Given, table: Table) -> Edit:
    known = table.agreement.parties.get(given.word("KEY"))
    name = given.get("--name") or (known.name if known else "")
    role = given.get("--role") or (known.role if known else "")
    if not name or not role:
        raise WrongUse(N_("A new party needs --name and --role."))
    return SetParty(
        given.word("KEY"), name, Role(role), given.text("--short"), given.all("--alias")
    )


def _describe(given: Given, table: Table) -> Edit:
    if not given.options:
        raise WrongUse(N_("Nothing is given to change. Use: {usage}"), usage=given.form.usage())
    return DescribeAgreement(
        given.get("--title"),
        given.number("--year"),
        given.day("--start"),
        given.day("--end"),
        given.get("--place"),
    )


_AFTER = Option("--after", "ARTICLE", N_("the article it comes behind"))
_TEXT = Option("--text", "MARKDOWN", N_("the words"))
_TEXT_FILE = Option("--text-file", "F", N_("a file with the words"))

ACTS = (
    Act(
        Form(
            "revise",
            N_("an article gets other words"),
            (ARTICLE,),
            (_TEXT, _TEXT_FILE, Option("--title", "T", N_("another title"))),
        ),
        _revise,
    ),
    Act(
        Form(
            "cut",
            N_("words of the text become a part of their own"),
            (ARTICLE,),
            (Option("--at", "WORDS", N_("the words"), needed=True),),
        ),
        lambda given, table: CutCommitment(_article(given, table), given.text("--at")),
    ),
    Act(
        Form(
            "join",
            N_("two parts become one"),
            (ARTICLE, Word("N", N_("the first part")), Word("M", N_("the second part"))),
        ),
        lambda given, table: JoinCommitments(
            _article(given, table), given.needed_number("N"), given.needed_number("M")
        ),
    ),
    Act(
        Form(
            "add",
            N_("a new article"),
            (Word("THEME", N_("the theme's number or title")),),
            (_TEXT, _TEXT_FILE, Option("--title", "T", N_("its title")), _AFTER),
        ),
        _add,
    ),
    Act(
        Form("remove", N_("an article leaves the set without a decision"), (ARTICLE,)),
        lambda given, table: RemoveArticle(_article(given, table)),
    ),
    Act(
        Form(
            "move",
            N_("an article moves behind another one"),
            (ARTICLE,),
            (Option("--after", "ARTICLE", N_("the article it comes behind"), needed=True),),
        ),
        lambda given, table: MoveArticle(
            _article(given, table), table.article(given.text("--after")).id
        ),
    ),
    Act(
        Form(
            "split",
            N_("an article becomes two"),
            (ARTICLE,),
            (Option("--at", "N", N_("the paragraph the new one begins with"), needed=True),),
        ),
        _split,
    ),
    Act(
        Form(
            "merge-articles",
            N_("the second article goes up in the first"),
            (ARTICLE, Word("OTHER", N_("the article that goes up in it"))),
        ),
        lambda given, table: MergeArticles(
            _article(given, table), table.article(given.word("OTHER")).id
        ),
    ),
    Act(
        Form("renumber", N_("all articles get the numbers of their places")),
        lambda given, table: Renumber(),
    ),
    Act(
        Form(
            "party",
            N_("a party takes part, or is called otherwise"),
            (Word("KEY", N_("its short stable key, in small letters")),),
            (
                Option("--name", "N", N_("its whole name")),
                Option("--role", "R", N_("its side of the table"), choices=choices(Role)),
                Option("--short", "S", N_("its short name")),
                Option("--alias", "A", N_("another name for it"), many=True),
            ),
        ),
        _party,
    ),
    Act(
        Form(
            "theme",
            N_("a new theme"),
            (Word("TITLE", N_("its title"), rest=True),),
            (
                Option("--after", "N", N_("the theme it comes behind")),
                Option("--number", "N", N_("its number; the next")),
            ),
        ),
        lambda given, table: AddTheme(
            given.word("TITLE"), given.get("--after"), given.get("--number")
        ),
    ),
    Act(
        Form(
            "describe",
            N_("title, year, period or place of the whole"),
            (),
            (
                Option("--title", "T", N_("the title")),
                Option("--year", "Y", N_("the year")),
                Option("--start", "D", N_("its first day")),
                Option("--end", "D", N_("its last day")),
                Option("--place", "P", N_("where it is signed")),
            ),
        ),
        _describe,
    ),
)
