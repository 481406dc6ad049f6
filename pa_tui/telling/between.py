"""Sentences about what happens between the meetings: answers in a written round, bodies that
decide, days of the year, parked points."""

from __future__ import annotations

from pa_tui import labels
from pa_tui.edits.calendar import DivideYear, SetYearDay
from pa_tui.edits.parking import ParkedToAction, ParkedToAgenda, SettleParked
from pa_tui.edits.ratifying import PlanBody, RecordBodyDecision
from pa_tui.edits.rounds import ForgetAnswers, RecordAnswer
from pa_tui.language import _
from pa_tui.telling.base import Told, shortened, tells


@tells(RecordAnswer)
def answered(edit: RecordAnswer, told: Told) -> str:
    """ "Answer of HBR: agrees"; "Answer of HBR on 1.3: reservation"."""
    words = labels.name(edit.stance)
    if edit.reason:
        words = f"{words}: {shortened(edit.reason)}"
    party = told.party(edit.party)
    if not edit.articles:
        return _("Answer of {party}: {words}", party=party, words=words)
    return _(
        "Answer of {party} on {articles}: {words}",
        party=party,
        articles=told.articles(edit.articles),
        words=words,
    )


@tells(ForgetAnswers)
def answers_forgotten(edit: ForgetAnswers, told: Told) -> str:
    """ "Answer of HBR taken back"."""
    return _("Answer of {party} taken back", party=told.party(edit.party))


@tells(PlanBody)
def body_planned(edit: PlanBody, told: Told) -> str:
    """ "Gemeente: college, papers by 9 nov 2026, decision on 30 nov 2026"."""
    pieces = [edit.body or ""]
    if edit.papers_due is not None:
        pieces.append(_("papers by {day}", day=labels.day(edit.papers_due)))
    if edit.decides_on is not None:
        pieces.append(_("decision on {day}", day=labels.day(edit.decides_on)))
    return f"{told.party(edit.party)}: {', '.join(filter(None, pieces))}"


@tells(RecordBodyDecision)
def body_decided(edit: RecordBodyDecision, told: Told) -> str:
    """ "Gemeente: its body agreed on 24 nov 2026"."""
    party = told.party(edit.party)
    if edit.outcome is None:
        return _("{party}: the decision of its body taken back", party=party)
    words = labels.name(edit.outcome)
    if edit.on is not None:
        words = _("{outcome} on {day}", outcome=words, day=labels.day(edit.on))
    return f"{party}: {words}" + (f": {shortened(edit.remark)}" if edit.remark else "")


@tells(SetYearDay)
def year_day_set(edit: SetYearDay, told: Told) -> str:
    """ "Signed: 10 dec 2026"."""
    what = labels.name(edit.what)
    if edit.day is None:
        return _("{milestone}: on its usual day", milestone=what)
    return f"{what}: {labels.day(edit.day)}"


@tells(DivideYear)
def year_divided(edit: DivideYear, told: Told) -> str:
    """ "Planning by tertials"."""
    return _("Planning by tertials") if edit.tertials else _("Planning by quarters")


@tells(SettleParked)
def parked_settled(edit: SettleParked, told: Told) -> str:
    """ "Parked point done: zaal regelen"."""
    words = _point(edit.parked, told)
    if edit.done:
        return _("Parked point done: {point}", point=words)
    return _("Parked point open again: {point}", point=words)


@tells(ParkedToAction)
def parked_to_action(edit: ParkedToAction, told: Told) -> str:
    """ "Parked point made A-014: zaal regelen"."""
    number = next((own.number for own in told.made("action")), 0)
    return _(
        "Parked point made A-{number}: {point}",
        number=f"{number:03}",
        point=shortened(edit.text),
    )


@tells(ParkedToAgenda)
def parked_to_agenda(edit: ParkedToAgenda, told: Told) -> str:
    """ "Parked point on the agenda of working group 3: zaal regelen"."""
    keys = [change.id for change in told.changes if change.kind == "meeting"]
    meeting = told.agreement.meetings.get(keys[0]) if keys else None
    return _(
        "Parked point on the agenda of {meeting}: {point}",
        meeting=labels.meeting(meeting) if meeting else edit.meeting or "",
        point=_point(edit.parked, told),
    )


def _point(name: str, told: Told) -> str:
    keys = (change.id for change in told.changes if change.kind == "parked")
    point = told.agreement.parked.get(next(keys, name))
    return shortened(point.text) if point else name
