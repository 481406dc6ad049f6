"""What happens between the meetings as acts: answers in a written round, the bodies of the
parties, the days of the year, parked points."""

from __future__ import annotations

from pa_tui.cli.acts.base import NOBODY, PARTY, REASON, Act, Table
from pa_tui.cli.acts.deciding import SAID_ON, SOURCE, choices
from pa_tui.cli.acts.said import action_said, until_said
from pa_tui.cli.grammar import Form, Given, Option, Word, WrongUse, day
from pa_tui.domain.decisions import ReservationKind, Stance
from pa_tui.domain.parties import BodyOutcome
from pa_tui.domain.year import Milestone
from pa_tui.edits import Edit
from pa_tui.edits.calendar import DivideYear, SetYearDay
from pa_tui.edits.parking import ParkedToAction, ParkedToAgenda, SettleParked
from pa_tui.edits.ratifying import PlanBody, RecordBodyDecision
from pa_tui.edits.rounds import ForgetAnswers, RecordAnswer
from pa_tui.errors import N_

_QUARTERS, _TERTIALS = "quarters", "tertials"
_DONE, _OPEN, _ACTION, _AGENDA = "done", "open", "action", "agenda"


def _answer(given: Given, table: Table) -> Edit:
    party, said = given.word("PARTY"), given.word("STANCE")
    if said == NOBODY:
        return ForgetAnswers(party)
    stance, kind = Stance(said), given.get("--kind")
    if kind and stance is not Stance.RESERVE:
        raise WrongUse(N_("{name} goes only with {outcome}."), name="--kind", outcome="reserve")
    listed = given.get("--articles")
    return RecordAnswer(
        party,
        stance,
        given.day("--on") or table.today,
        given.text("--source"),
        given.text("--reason"),
        table.articles(listed) if listed is not None else (),
        ReservationKind(kind) if kind else None,
        until_said(given.text("--until"), table)[1],
    )


def _body(given: Given, table: Table) -> Edit:
    party, said = given.word("PARTY"), given.get("--outcome")
    plans = [name for name in ("--body", "--papers-due", "--decides-on") if given.flag(name)]
    if said is None:
        if not plans:
            raise WrongUse(N_("Nothing is given to change. Use: {usage}"), usage=_BODY.usage())
        return PlanBody(
            party, given.get("--body"), given.day("--papers-due"), given.day("--decides-on")
        )
    if plans:
        raise WrongUse(
            N_("{name} does not go with --outcome; say first how the body decides."),
            name=plans[0],
        )
    outcome = None if said == NOBODY else BodyOutcome(said)
    on = None if outcome is None else given.day("--on") or table.today
    return RecordBodyDecision(party, outcome, on, given.text("--remark"))


def _year_day(given: Given, table: Table) -> Edit:
    said = given.word("DAY")
    chosen = None if said == NOBODY else day(said, "DAY")
    return SetYearDay(Milestone(given.word("WHAT")), chosen)


def _parked(given: Given, table: Table) -> Edit:
    point, what, words = given.word("N"), given.word("WHAT"), given.text("TEXT")
    if what in (_DONE, _OPEN):
        return SettleParked(point, what == _DONE)
    if what == _AGENDA:
        return ParkedToAgenda(point, given.get("--meeting"))
    if not words:
        raise WrongUse(N_("Say what is to be done, by whom and by when."))
    said = action_said(words, table)
    return ParkedToAction(point, said.text, said.party, said.person, said.due, said.due_words)


_BODY = Form(
    "body",
    N_("how a party's own body comes to its decision, and what it decided"),
    (PARTY,),
    (
        Option("--body", "B", N_("the body: college, raad van commissarissen, bestuur")),
        Option("--papers-due", "D", N_("the day its papers are due")),
        Option("--decides-on", "D", N_("the day it decides")),
        Option(
            "--outcome",
            "O",
            N_("what it decided; none takes it back"),
            choices=(*choices(BodyOutcome), NOBODY),
        ),
        Option("--on", "D", N_("the day it decided; today")),
        Option("--remark", "R", N_("a condition, or why not")),
    ),
)

ACTS = (
    Act(
        Form(
            "answer",
            N_("what a party answers in the written round that runs"),
            (
                PARTY,
                Word("STANCE", N_("what it answers"), choices=(*choices(Stance), NOBODY)),
            ),
            (
                Option("--articles", "LIST", N_("only on these articles: 1.1,1.4-1.7")),
                REASON,
                SOURCE,
                SAID_ON,
                Option("--until", "D", N_("the day by which it will say more")),
                Option(
                    "--kind",
                    "K",
                    N_("what a reservation waits for"),
                    choices=choices(ReservationKind),
                ),
            ),
        ),
        _answer,
    ),
    Act(_BODY, _body),
    Act(
        Form(
            "year-day",
            N_("a day of the year gets another date; none gives it its usual one"),
            (
                Word("WHAT", N_("which"), choices=choices(Milestone)),
                Word("DAY", N_("the day, or none")),
            ),
        ),
        _year_day,
    ),
    Act(
        Form(
            "periods",
            N_("whether the planning goes by quarters or by tertials"),
            (Word("BY", N_("which"), choices=(_QUARTERS, _TERTIALS)),),
        ),
        lambda given, table: DivideYear(given.word("BY") == _TERTIALS),
    ),
    Act(
        Form(
            "parked",
            N_("what becomes of a parked point"),
            (
                Word("N", N_("which point, counted from 1, or its id")),
                Word("WHAT", N_("what"), choices=(_DONE, _OPEN, _ACTION, _AGENDA)),
                Word("TEXT", N_("the words of the action"), optional=True, rest=True),
            ),
            (Option("--meeting", "N", N_("the meeting of whose agenda; the next")),),
        ),
        _parked,
    ),
)
