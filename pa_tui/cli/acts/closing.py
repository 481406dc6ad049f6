"""What comes back, and what is put right after a closing, as acts."""

from __future__ import annotations

from pa_tui.cli.acts.base import ARTICLE, Act, Table
from pa_tui.cli.acts.deciding import choices
from pa_tui.cli.acts.meeting import time_said
from pa_tui.cli.grammar import Form, Given, Option, Word
from pa_tui.domain.decisions import Decision
from pa_tui.domain.meetings import MeetingState, Presence, TableRole
from pa_tui.edits import Edit
from pa_tui.edits.closing import ChangeComingBack
from pa_tui.edits.corrections import (
    CorrectAttendance,
    CorrectDecision,
    CorrectNote,
    GiveReason,
)
from pa_tui.errors import N_, NotFound
from pa_tui.papers.gatherings import decision_code


def _comes_back(given: Given, table: Table) -> Edit:
    article = table.article(given.word("ARTICLE")).id
    return ChangeComingBack(article, not given.flag("--off"), given.text("--reason"))


def _decision(given: Given, table: Table) -> Edit:
    decision = _named(table, given.word("DECISION"))
    return CorrectDecision(decision.id, given.get("--reason"), given.get("--text"))


def _named(table: Table, name: str) -> Decision:
    """The decision of this number ("WG2-07") or id; raises NotFound."""
    agreement = table.agreement
    if name in agreement.decisions:
        return agreement.decisions[name]
    wanted = name.strip().casefold()
    for decision in agreement.decisions.values():
        if decision_code(decision, agreement).casefold() == wanted:
            return decision
    raise NotFound(N_("There is no decision “{name}”. Name it as WG2-07."), name=name)


def _attendance(given: Given, table: Table) -> Edit:
    closed = (
        m for m in reversed(table.agreement.ordered_meetings) if m.state is MeetingState.CLOSED
    )
    last = next((m.id for m in closed), "")
    return CorrectAttendance(
        given.get("--meeting") or last,
        given.word("WHO"),
        Presence(given.word("STATE")),
        given.get("--party"),
        TableRole(given.get("--role") or TableRole.MEMBER),
        given.text("--by"),
        time_said(given.get("--at"), "--at"),
    )


ACTS = (
    Act(
        Form(
            "comes-back",
            N_("an article comes back at the next meeting, or does not"),
            (ARTICLE,),
            (
                Option("--off", "", N_("it does not come back; say why")),
                Option("--reason", "R", N_("why")),
            ),
        ),
        _comes_back,
    ),
    Act(
        Form(
            "reason",
            N_("the reason that was to follow, of the table or of a party"),
            (ARTICLE, Word("WORDS", N_("the words"), rest=True)),
            (Option("--party", "P", N_("whose reason it is; the table’s")),),
        ),
        lambda given, table: GiveReason(
            table.article(given.word("ARTICLE")).id, given.text("WORDS"), given.get("--party")
        ),
    ),
    Act(
        Form(
            "correct-decision",
            N_("another reason, or other words, for a decision"),
            (Word("DECISION", N_("the decision's number (WG2-07), or its id")),),
            (
                Option("--reason", "R", N_("why")),
                Option("--text", "T", N_("the words of the decision")),
            ),
        ),
        _decision,
    ),
    Act(
        Form(
            "correct-note",
            N_("other words for a note"),
            (
                Word("NOTE", N_("the note's id")),
                Word("WORDS", N_("the words"), rest=True),
            ),
        ),
        lambda given, table: CorrectNote(given.word("NOTE"), given.text("WORDS")),
    ),
    Act(
        Form(
            "correct-attendance",
            N_("who was at a meeting that is closed"),
            (
                Word("WHO", N_("a party or a person")),
                Word("STATE", N_("how"), choices=choices(Presence)),
            ),
            (
                Option("--meeting", "N", N_("of which meeting; the last one")),
                Option("--party", "P", N_("the person's party")),
                Option("--role", "R", N_("what the person does"), choices=choices(TableRole)),
                Option("--by", "NAME", N_("who replaces the person")),
                Option("--at", "TIME", N_("the clock time: 14.35")),
            ),
        ),
        _attendance,
    ),
)
