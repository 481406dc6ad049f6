"""Meetings ahead and their agendas as acts."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from pa_tui.cli.acts.base import Act, Table
from pa_tui.cli.acts.deciding import choices
from pa_tui.cli.acts.meeting import time_said
from pa_tui.cli.acts.said import term_said
from pa_tui.cli.grammar import Form, Given, Option, Word, WrongUse
from pa_tui.domain.meetings import AgendaItem, ItemKind, MeetingKind
from pa_tui.domain.selection import Selection
from pa_tui.domain.templates import fitted
from pa_tui.edits import Edit
from pa_tui.edits.agenda import (
    AddAgendaItem,
    CancelMeeting,
    ChangeAgendaItem,
    ChangeMeeting,
    DropAgendaItem,
    ExtendAgendaItem,
    MoveAgendaItem,
    PlanMeeting,
    coming_meeting,
    next_number,
)
from pa_tui.errors import N_


def _plan(given: Given, table: Table) -> Edit:
    kind = MeetingKind(given.get("--kind") or MeetingKind.WORKING_GROUP)
    number = given.number("--number") or next_number(table.agreement, kind)
    day = given.day("--date") or table.today
    template = table.templates().of(kind, number)
    length = given.number("--minutes")
    term = template.term if kind is MeetingKind.WRITTEN else 0
    agenda = () if given.flag("--empty") else fitted(template, table.agreement, day, length)
    return PlanMeeting(
        kind,
        given.number("--number"),
        day,
        time_said(given.get("--begins"), "--begins") or template.begins,
        given.text("--title"),
        given.text("--place"),
        given.text("--chair"),
        given.text("--secretary"),
        agenda,
        _term(given) or (end_of(day + timedelta(days=term)) if term else None),
    )


def end_of(day: date) -> datetime:
    """The end of a day at the office: answers are in by noon of it."""
    return datetime.combine(day, time(12))


def _term(given: Given) -> datetime | None:
    return term_said(given.get("--answer-by"), "--answer-by")


def _change(given: Given, table: Table) -> Edit:
    if not given.options:
        raise WrongUse(N_("Nothing is given to change. Use: {usage}"), usage=given.form.usage())
    begins = given.get("--begins")
    return ChangeMeeting(
        coming_meeting(table.agreement, given.get("N")).id,
        given.day("--date"),
        time_said(begins, "--begins") if begins else begins,
        given.get("--place"),
        given.get("--chair"),
        given.get("--secretary"),
        given.get("--title"),
        given.number("--number"),
        _term(given),
    )


def _cancel(given: Given, table: Table) -> Edit:
    return CancelMeeting(coming_meeting(table.agreement, given.word("N")).id)


def _meeting(given: Given, table: Table) -> str:
    return coming_meeting(table.agreement, given.get("--meeting")).id


def _add(given: Given, table: Table) -> Edit:
    title, theme, chosen = given.text("TITLE"), given.get("--theme"), given.get("--list")
    listed = given.get("--articles")
    minutes = int(given.number("--minutes") or 0)
    found = table.agreement.theme_named(theme) if theme else None
    kind = ItemKind(given.get("--kind") or ItemKind.POINT)
    if found:
        kind = ItemKind.THEME
        title = title or f"{found.number or ''} {found.title}".strip()
    if chosen:
        kind = ItemKind.SELECTION
    item = AgendaItem(
        title,
        minutes,
        table.articles(listed) if listed else (),
        found.id if found else None,
        kind,
        chosen or "",
    )
    return AddAgendaItem(item, _behind(given), _meeting(given, table))


def _behind(given: Given) -> str | None:
    """Behind which item: the first place is named 0."""
    after = given.get("--after")
    return "" if after == "0" else after


def _change_item(given: Given, table: Table) -> Edit:
    return ChangeAgendaItem(
        given.word("ITEM"),
        given.get("--title"),
        minutes_said(given.get("--minutes")),
        _meeting(given, table),
    )


def minutes_said(said: str | None) -> int | None:
    """A whole number of minutes, also 0; None where nothing is said. Raises WrongUse."""
    if said is None:
        return None
    if not said.strip().isdecimal() or len(said.strip()) > 3:
        raise WrongUse(
            N_("{name} must be a whole number, not “{value}”."), name="--minutes", value=said
        )
    return int(said)


_KIND = Option("--kind", "K", N_("which kind of meeting"), choices=choices(MeetingKind))
_NUMBER = Option("--number", "N", N_("its number; the next of its kind"))
_ANSWER = Option(
    "--answer-by", "D", N_("the last day, or day and time, for answers in a written round")
)
_ABOUT = (
    Option("--date", "D", N_("its day; today")),
    Option("--begins", "TIME", N_("when it begins: 13.00")),
    Option("--title", "T", N_("what it is called")),
    Option("--place", "P", N_("where it is")),
    Option("--chair", "NAME", N_("who chairs it")),
    Option("--secretary", "NAME", N_("who writes the minutes")),
)
_COMING = Option("--meeting", "N", N_("which meeting; the running one, else the first ahead"))
_ITEM = Word("ITEM", N_("the item's id, or its place on the agenda"))
_AFTER = Option("--after", "ITEM", N_("the item it comes behind; 0 is the beginning"))
_MINUTES = Option("--minutes", "N", N_("how long it takes"))
_ITEM_KINDS = ("point", "minutes", "actions", "adoption")

ACTS = (
    Act(
        Form(
            "plan-meeting",
            N_("a meeting is planned, with the usual agenda of its kind"),
            (),
            (
                _KIND,
                _NUMBER,
                *_ABOUT,
                Option("--minutes", "N", N_("how long it takes; as its kind usually does")),
                _ANSWER,
                Option("--empty", "", N_("without an agenda")),
            ),
        ),
        _plan,
    ),
    Act(
        Form(
            "change-meeting",
            N_("a planned or running meeting gets another day, place or chair"),
            (
                Word(
                    "N", N_("its number or id; the running one, else the first"), optional=True
                ),
            ),
            (Option("--number", "N", N_("its number")), *_ABOUT, _ANSWER),
        ),
        _change,
    ),
    Act(
        Form(
            "cancel-meeting",
            N_("a planned meeting does not take place"),
            (Word("N", N_("its number or id")),),
        ),
        _cancel,
    ),
    Act(
        Form(
            "agenda-add",
            N_("an item comes on the agenda"),
            (Word("TITLE", N_("what it is called"), optional=True, rest=True),),
            (
                _MINUTES,
                Option("--theme", "THEME", N_("it is about this theme")),
                Option(
                    "--list",
                    "L",
                    N_("it is about the articles of this list"),
                    choices=choices(Selection),
                ),
                Option("--articles", "LIST", N_("it is about these articles: 1.1,1.4-1.7")),
                Option("--kind", "K", N_("what it is"), choices=_ITEM_KINDS),
                _AFTER,
                _COMING,
            ),
        ),
        _add,
    ),
    Act(
        Form(
            "agenda-change",
            N_("an item of the agenda gets another title or other minutes"),
            (_ITEM,),
            (Option("--title", "T", N_("another title")), _MINUTES, _COMING),
        ),
        _change_item,
    ),
    Act(
        Form(
            "agenda-move",
            N_("an item of the agenda moves behind another one"),
            (_ITEM,),
            (
                Option(
                    "--after",
                    "ITEM",
                    N_("the item it comes behind; 0 is the beginning"),
                    needed=True,
                ),
                _COMING,
            ),
        ),
        lambda given, table: MoveAgendaItem(
            given.word("ITEM"), _behind(given) or "", _meeting(given, table)
        ),
    ),
    Act(
        Form("agenda-drop", N_("an item goes off the agenda"), (_ITEM,), (_COMING,)),
        lambda given, table: DropAgendaItem(given.word("ITEM"), _meeting(given, table)),
    ),
    Act(
        Form(
            "agenda-extend",
            N_("an item of the agenda gets more minutes"),
            (_ITEM,),
            (Option("--minutes", "N", N_("how many more; 5")), _COMING),
        ),
        lambda given, table: ExtendAgendaItem(
            given.word("ITEM"), given.number("--minutes") or 5, _meeting(given, table)
        ),
    ),
)
