"""The order of a meeting as acts."""

from __future__ import annotations

import re

from pa_tui.cli.acts.base import PARTY, Act, Table
from pa_tui.cli.acts.deciding import choices
from pa_tui.cli.acts.said import term_said
from pa_tui.cli.grammar import Form, Given, Option, Word, WrongUse
from pa_tui.domain.meetings import MeetingKind, Presence, TableRole
from pa_tui.edits import Edit
from pa_tui.edits.attendance import ForgetAttendance
from pa_tui.edits.meeting import (
    AdoptMinutes,
    Attend,
    CloseMeeting,
    OpenMeeting,
    ResumeMeeting,
    Sign,
    SuspendMeeting,
)
from pa_tui.errors import N_


def _open(given: Given, table: Table) -> Edit:
    return OpenMeeting(
        MeetingKind(given.get("--kind") or MeetingKind.WORKING_GROUP),
        given.number("--number"),
        given.day("--date") or table.today,
        given.text("--title"),
        given.text("--place"),
        given.text("--chair"),
        given.text("--secretary"),
        given.all("--absent"),
        answer_by=term_said(given.get("--answer-by"), "--answer-by"),
    )


def _attend(given: Given, table: Table) -> Edit:
    return Attend(
        given.word("WHO"),
        Presence(given.word("STATE")),
        given.get("--party"),
        TableRole(given.get("--role") or TableRole.MEMBER),
        given.text("--by"),
        time_said(given.get("--at"), "--at"),
    )


def time_said(said: str | None, option: str) -> str:
    """A clock time as minutes print it, "14.35"; raises WrongUse."""
    if said is None:
        return ""
    found = re.fullmatch(r"(\d{1,2})[.:](\d{2})", said.strip())
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        raise WrongUse(
            N_("{name}: “{value}” is not a time. Write it as 14.35."), name=option, value=said
        )
    return f"{int(found[1])}.{found[2]}"


ACTS = (
    Act(
        Form(
            "open-meeting",
            N_("a meeting begins"),
            (),
            (
                Option(
                    "--kind", "K", N_("which kind of meeting"), choices=choices(MeetingKind)
                ),
                Option("--number", "N", N_("its number; the next of its kind")),
                Option("--date", "D", N_("its day; today")),
                Option("--title", "T", N_("what it is called")),
                Option("--place", "P", N_("where it is")),
                Option("--chair", "NAME", N_("who chairs it")),
                Option("--secretary", "NAME", N_("who writes the minutes")),
                Option("--absent", "PARTY", N_("a party that is not there"), many=True),
                Option(
                    "--answer-by",
                    "D",
                    N_("the last day, or day and time, for answers in a written round"),
                ),
            ),
        ),
        _open,
    ),
    Act(
        Form(
            "attend",
            N_("somebody comes, goes or is not there"),
            (
                Word("WHO", N_("a party or a person")),
                Word("STATE", N_("how"), choices=choices(Presence)),
            ),
            (
                Option("--party", "P", N_("the person's party")),
                Option("--role", "R", N_("what the person does"), choices=choices(TableRole)),
                Option("--by", "NAME", N_("who replaces the person")),
                Option("--at", "TIME", N_("the clock time: 14.35")),
            ),
        ),
        _attend,
    ),
    Act(
        Form(
            "forget-attendance",
            N_("a person who was noted by mistake goes off the attendance"),
            (Word("NAME", N_("the person")),),
            (Option("--party", "P", N_("the person's party")),),
        ),
        lambda given, table: ForgetAttendance(given.word("NAME"), given.get("--party")),
    ),
    Act(
        Form("suspend", N_("the chair suspends the meeting")),
        lambda given, table: SuspendMeeting(),
    ),
    Act(
        Form("resume", N_("the chair resumes the meeting")),
        lambda given, table: ResumeMeeting(),
    ),
    Act(
        Form("close-meeting", N_("the meeting ends; its minutes are a concept")),
        lambda given, table: CloseMeeting(),
    ),
    Act(
        Form(
            "adopt-minutes",
            N_("the minutes of a meeting are adopted"),
            (Word("N", N_("the meeting's number, or its id")),),
            (Option("--change", "WORDS", N_("a change they are adopted with"), many=True),),
        ),
        lambda given, table: AdoptMinutes(given.word("N"), given.all("--change")),
    ),
    Act(
        Form(
            "sign",
            N_("a party signs"),
            (PARTY,),
            (Option("--date", "D", N_("the day it signed; today")),),
        ),
        lambda given, table: Sign(given.word("PARTY"), given.day("--date") or table.today),
    ),
)
