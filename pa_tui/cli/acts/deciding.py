"""Positions and decisions as acts."""

from __future__ import annotations

from enum import StrEnum

from pa_tui.cli.acts.base import ARTICLE, NOBODY, PARTY, REASON, Act, Table
from pa_tui.cli.acts.said import action_said, until_said
from pa_tui.cli.grammar import Form, Given, Option, Word, WrongUse
from pa_tui.domain.decisions import (
    DisputeKind,
    Outcome,
    ReservationKind,
    Stance,
    Treatment,
)
from pa_tui.edits import Edit
from pa_tui.edits.adopting import AdoptDecisions
from pa_tui.edits.decision import (
    ClearPosition,
    DecideTogether,
    LiftReservation,
    RecordDecision,
    ReopenArticle,
    TakePosition,
    WithdrawAgreement,
)
from pa_tui.edits.deferral import HoldOver
from pa_tui.edits.meeting import meeting_named
from pa_tui.edits.wishes import AskTreatment
from pa_tui.errors import N_, NotAllowed

CLEAR = "clear"
_ALONE = ("--text", "--until", "--reason", "--kind")


def choices(enumeration: type[StrEnum]) -> tuple[str, ...]:
    """The values of an enumeration as they are typed."""
    return tuple(value.value for value in enumeration)


def _decide(given: Given, table: Table) -> Edit:
    outcome = Outcome(given.word("OUTCOME"))
    outside = given.flag("--no-meeting")
    if table.agreement.running_meeting is None and not outside:
        raise NotAllowed(
            N_(
                "No meeting is open, so nothing can be decided. Open a meeting "
                "(open-meeting), or say that it is decided outside one (--no-meeting)."
            )
        )
    listed = given.get("--articles")
    if listed is not None:
        return _together(given, table.articles(listed), outcome)
    article = table.article(given.word("ARTICLE"))
    until, until_date = until_said(given.text("--until"), table)
    kind = given.get("--kind")
    if kind and outcome is not Outcome.NO_AGREEMENT:
        raise WrongUse(
            N_("{name} goes only with {outcome}."), name="--kind", outcome="no_agreement"
        )
    said = given.get("--text")
    if outcome is Outcome.DEFERRED and said:
        return _held_over(given, table, article.id)
    amended = outcome is Outcome.AMENDED and said is not None
    return RecordDecision(
        article.id,
        outcome,
        said or "",
        given.text("--reason"),
        until,
        until_date,
        DisputeKind(kind) if kind else None,
        table.text(said or "", article.text) if amended else None,
        outside,
    )


def _held_over(given: Given, table: Table, article: str) -> Edit:
    until, until_date = until_said(given.text("--until"), table)
    brings = given.text("--text")
    found = action_said(brings, table)
    return HoldOver(
        article,
        until,
        until_date,
        brings,
        found.text,
        found.party,
        found.person,
        found.due,
        found.due_words,
        given.text("--reason"),
        given.flag("--no-meeting"),
    )


def _together(given: Given, articles: tuple[str, ...], outcome: Outcome) -> Edit:
    for name in _ALONE:
        if given.flag(name):
            raise WrongUse(N_("{name} goes with one article, not with --articles."), name=name)
    return DecideTogether(articles, outcome, given.flag("--no-meeting"))


def _position(given: Given, table: Table) -> Edit:
    article, party = table.article(given.word("ARTICLE")).id, given.word("PARTY")
    if given.word("STANCE") == CLEAR:
        return ClearPosition(article, party)
    stance = Stance(given.word("STANCE"))
    kind = given.get("--kind")
    if kind and stance is not Stance.RESERVE:
        raise WrongUse(N_("{name} goes only with {outcome}."), name="--kind", outcome="reserve")
    until, until_date = until_said(given.text("--until"), table)
    if until and until_date is None:
        raise WrongUse(
            N_("{name}: “{value}” is not a day. Write it as 2026-10-01."),
            name="--until",
            value=until,
        )
    return TakePosition(
        article,
        party,
        stance,
        given.text("--reason"),
        until_date,
        ReservationKind(kind) if kind else None,
    )


def _adopt(given: Given, table: Table) -> Edit:
    meeting = given.get("--meeting")
    return AdoptDecisions(meeting_named(table.agreement, meeting).id if meeting else None)


def _wish(given: Given, table: Table) -> Edit:
    listed = given.get("--articles")
    articles = (
        table.articles(listed)
        if listed is not None
        else (table.article(given.word("ARTICLE")).id,)
    )
    said = given.word("TREATMENT")
    treatment = None if said == NOBODY else Treatment(said)
    return AskTreatment(articles, given.word("PARTY"), treatment, given.text("--reason"))


SOURCE = Option("--source", "S", N_("where it was said: a letter, an e-mail of a day"))
SAID_ON = Option("--on", "D", N_("the day it was said; today"))

ACTS = (
    Act(
        Form(
            "decide",
            N_("a decision; several articles at once with --articles"),
            (ARTICLE, Word("OUTCOME", N_("what was decided"), choices=choices(Outcome))),
            (
                Option(
                    "--articles",
                    "LIST",
                    N_("articles decided en bloc: 1.1,1.4-1.7"),
                    instead_of="ARTICLE",
                ),
                Option(
                    "--text",
                    "T",
                    N_("the amended text, what is still to follow, or who brings what"),
                ),
                Option("--until", "WHEN", N_("until when: a day, or “werkgroep 3”")),
                REASON,
                Option("--kind", "K", N_("why it goes up"), choices=choices(DisputeKind)),
                Option("--no-meeting", "", N_("it was decided outside a meeting")),
            ),
        ),
        _decide,
    ),
    Act(
        Form("reopen", N_("a decided article comes back on the table"), (ARTICLE,), (REASON,)),
        lambda given, table: ReopenArticle(
            table.article(given.word("ARTICLE")).id, given.text("--reason")
        ),
    ),
    Act(
        Form(
            "withdraw",
            N_("a party comes back on its agreement"),
            (ARTICLE, PARTY),
            (Option("--reason", "R", N_("why"), needed=True), SOURCE, SAID_ON),
        ),
        lambda given, table: WithdrawAgreement(
            table.article(given.word("ARTICLE")).id,
            given.word("PARTY"),
            given.text("--reason"),
            given.text("--source"),
            given.day("--on") or table.today,
        ),
    ),
    Act(
        Form(
            "lift", N_("a party's reservation is lifted"), (ARTICLE, PARTY), (SOURCE, SAID_ON)
        ),
        lambda given, table: LiftReservation(
            table.article(given.word("ARTICLE")).id,
            given.word("PARTY"),
            given.text("--source"),
            given.day("--on") or table.today,
        ),
    ),
    Act(
        Form(
            "position",
            N_("what a party thinks of an article"),
            (
                ARTICLE,
                Word("PARTY", N_("a party's key, short name or alias; or all")),
                Word("STANCE", N_("what it thinks"), choices=(*choices(Stance), CLEAR)),
            ),
            (
                REASON,
                Option("--until", "D", N_("the day by which it will say more")),
                Option(
                    "--kind",
                    "K",
                    N_("what a reservation waits for"),
                    choices=choices(ReservationKind),
                ),
            ),
        ),
        _position,
    ),
    Act(
        Form(
            "wish",
            N_("how a party wants articles treated, as it let know beforehand"),
            (
                ARTICLE,
                PARTY,
                Word("TREATMENT", N_("how"), choices=(*choices(Treatment), NOBODY)),
            ),
            (
                Option(
                    "--articles",
                    "LIST",
                    N_("several articles at once: 1.1,1.4-1.7"),
                    instead_of="ARTICLE",
                ),
                REASON,
            ),
        ),
        _wish,
    ),
    Act(
        Form(
            "adopt",
            N_("the administrative meeting adopts what was provisionally decided"),
            (),
            (Option("--meeting", "N", N_("only the decisions of this meeting")),),
        ),
        _adopt,
    ),
)
