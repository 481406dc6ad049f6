"""Who carries an article and when, and what is written beside it, as acts."""

from __future__ import annotations

from pa_tui.cli.acts.base import ARTICLE, PART, PARTY, Act, Table, names
from pa_tui.cli.acts.deciding import choices
from pa_tui.cli.acts.said import action_said, article_first, timings_said
from pa_tui.cli.grammar import Form, Given, Option, Word, WrongUse
from pa_tui.domain.meetings import ActionState
from pa_tui.edits import Edit
from pa_tui.edits.article import (
    AddAction,
    ConfirmSuggestions,
    DeclineProposal,
    MarkKeyAgreement,
    Park,
    Propose,
    SetActionState,
    SetInvolved,
    SetJoint,
    SetLead,
    SetTiming,
    TakeNote,
    TakeOverProposal,
)
from pa_tui.errors import N_


def _article(given: Given, table: Table) -> str:
    return table.article(given.word("ARTICLE")).id


def _lead(given: Given, table: Table) -> Edit:
    return SetLead(
        _article(given, table),
        names(given.word("PARTIES")),
        given.get("--person"),
        given.number("--commitment"),
    )


def _joint(given: Given, table: Table) -> Edit:
    return SetJoint(
        _article(given, table), names(given.word("PARTIES")), given.number("--commitment")
    )


def _involve(given: Given, table: Table) -> Edit:
    return SetInvolved(
        _article(given, table), names(given.word("NAMES")), given.number("--commitment")
    )


def _timing(given: Given, table: Table) -> Edit:
    return SetTiming(
        _article(given, table),
        timings_said(given.word("WHEN"), table),
        given.number("--commitment"),
    )


def _confirm(given: Given, table: Table) -> Edit:
    if given.flag("--all"):
        return ConfirmSuggestions()
    theme = given.get("--theme")
    if theme is not None:
        return ConfirmSuggestions(theme=table.agreement.theme_named(theme).id)
    listed = given.get("ARTICLE")
    if listed is None:
        raise WrongUse(N_("Say which: an article, --theme THEME or --all."))
    return ConfirmSuggestions(table.articles(listed))


def _note(given: Given, table: Table) -> Edit:
    article, text = article_first(given.get("ARTICLE"), given.word("TEXT"), table)
    return TakeNote(text, article, given.get("--party"), given.flag("--internal"))


def _action(given: Given, table: Table) -> Edit:
    article, text = article_first(given.get("ARTICLE"), given.word("TEXT"), table)
    said = action_said(text, table)
    return AddAction(said.text, article, said.party, said.person, said.due, said.due_words)


def _propose(given: Given, table: Table) -> Edit:
    article = table.article(given.word("ARTICLE"))
    text = table.text(given.text("--text"), article.text)
    return Propose(article.id, given.word("PARTY"), text, given.text("--remark"))


def _take_over(given: Given, table: Table) -> Edit:
    article = table.article(given.word("ARTICLE"))
    said = given.get("--text")
    if given.flag("--partly") != (said is not None):
        raise WrongUse(N_("--partly and --text go together: the text as it becomes."))
    text = table.text(said, article.text) if said is not None else None
    return TakeOverProposal(article.id, given.needed_number("N"), text)


def _decline(given: Given, table: Table) -> Edit:
    return DeclineProposal(
        _article(given, table), given.needed_number("N"), given.text("--reason")
    )


def _park(given: Given, table: Table) -> Edit:
    article = given.get("--article")
    return Park(given.word("TEXT"), table.article(article).id if article else None)


_PARTIES = Word("PARTIES", N_("parties with commas between, or none"))
_PROPOSAL = Word("N", N_("which proposal on the article, counted from 1"))
_MAYBE_ARTICLE = Word("ARTICLE", N_("the article's number, or its id"), optional=True)

ACTS = (
    Act(
        Form(
            "lead",
            N_("who leads an article, or one part of it"),
            (ARTICLE, _PARTIES),
            (Option("--person", "P", N_("the person who does it")), PART),
        ),
        _lead,
    ),
    Act(
        Form(
            "joint", N_("who carries it together with the lead"), (ARTICLE, _PARTIES), (PART,)
        ),
        _joint,
    ),
    Act(
        Form(
            "involve",
            N_("who is consulted or informed"),
            (ARTICLE, Word("NAMES", N_("parties or others with commas between, or none"))),
            (PART,),
        ),
        _involve,
    ),
    Act(
        Form(
            "timing",
            N_("when it happens: “T2 2026”, “vóór 1 oktober”"),
            (ARTICLE, Word("WHEN", N_("in Dutch words, or none"), rest=True)),
            (PART,),
        ),
        _timing,
    ),
    Act(
        Form(
            "confirm",
            N_("what the program suggested is right"),
            (Word("ARTICLE", N_("articles: 1.3 or 1.1,1.4-1.7"), optional=True),),
            (
                Option("--theme", "THEME", N_("all of a theme"), instead_of="ARTICLE"),
                Option("--all", "", N_("all of the agreement"), instead_of="ARTICLE"),
            ),
        ),
        _confirm,
    ),
    Act(
        Form(
            "propose",
            N_("a party's own wording beside the text"),
            (ARTICLE, PARTY),
            (
                Option("--text", "MARKDOWN", N_("the wording"), needed=True),
                Option("--remark", "R", N_("what the party says about it")),
            ),
        ),
        _propose,
    ),
    Act(
        Form(
            "take-over",
            N_("a party's wording becomes the text"),
            (ARTICLE, _PROPOSAL),
            (
                Option("--partly", "", N_("only part of it; the result is --text")),
                Option("--text", "MARKDOWN", N_("the text as it becomes")),
            ),
        ),
        _take_over,
    ),
    Act(
        Form(
            "decline",
            N_("a party's wording is not taken over"),
            (ARTICLE, _PROPOSAL),
            (Option("--reason", "R", N_("why"), needed=True),),
        ),
        _decline,
    ),
    Act(
        Form(
            "note",
            N_("something for the minutes"),
            (_MAYBE_ARTICLE, Word("TEXT", N_("the words"), rest=True)),
            (
                Option("--internal", "", N_("not for any paper")),
                Option("--party", "P", N_("who said it")),
            ),
        ),
        _note,
    ),
    Act(
        Form(
            "action",
            N_("somebody will do something: who and when are read from the words"),
            (_MAYBE_ARTICLE, Word("TEXT", N_("the words"), rest=True)),
        ),
        _action,
    ),
    Act(
        Form(
            "action-state",
            N_("how an action stands"),
            (
                Word("ID", N_("the action's id or number (A-014)")),
                Word("STATE", N_("how it stands"), choices=choices(ActionState)),
            ),
        ),
        lambda given, table: SetActionState(given.word("ID"), ActionState(given.word("STATE"))),
    ),
    Act(
        Form(
            "park",
            N_("a point for later"),
            (Word("TEXT", N_("the words"), rest=True),),
            (Option("--article", "ARTICLE", N_("the article it is about")),),
        ),
        _park,
    ),
    Act(
        Form(
            "key",
            N_("the article is one for the council notice"),
            (ARTICLE,),
            (Option("--off", "", N_("it no longer is")),),
        ),
        lambda given, table: MarkKeyAgreement(_article(given, table), not given.flag("--off")),
    ),
)
