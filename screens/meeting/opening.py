"""Opening, planning and changing a meeting: a short form that is mostly right as it stands."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from pa_tui import labels
from pa_tui.domain.agendas import planned_end
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.meetings import Meeting, MeetingKind, MeetingState
from pa_tui.domain.templates import Templates, fitted
from pa_tui.edits.agenda import ChangeMeeting, PlanMeeting, next_number, planned_as
from pa_tui.edits.meeting import OpenMeeting
from pa_tui.errors import N_, Unreadable
from pa_tui.language import _
from screens.widgets.form import Field

_ANSWERED_BY = time(12)
_CLOCK = re.compile(r"([01]?\d|2[0-3])(?:[.:]([0-5]\d))?")
NOW, LATER = "now", "later"


def opening_fields(
    agreement: Agreement, today: date, templates: Templates
) -> tuple[Field, ...]:
    """The lines of the form, filled with what is most likely."""
    last = agreement.ordered_meetings[-1] if agreement.ordered_meetings else None
    kind = MeetingKind.WORKING_GROUP
    kinds = tuple((k.value, labels.name(k)) for k in MeetingKind)
    number = next_number(agreement, kind)
    length = templates.of(kind, number).length
    return (
        Field("kind", _("Kind of meeting"), kind.value, choices=kinds),
        Field("number", _("Number"), str(number)),
        Field("date", _("Date"), f"{today:%d-%m-%Y}", told=_day_told),
        Field("place", _("Place"), last.place if last else ""),
        Field("chair", _("Chair"), last.chair if last else ""),
        Field("secretary", _("Minutes by"), last.secretary if last else ""),
        Field("minutes", _("Length in minutes"), str(length or ""), told=_minutes_told),
        Field("begins", _("Begins at"), told=_clock_told),
        Field("answer_by", _("Answers by"), told=_term_told),
        Field(
            "when",
            _("Enter"),
            NOW,
            choices=((NOW, _("opens the meeting now")), (LATER, _("plans it for later"))),
        ),
    )


def following_kind(
    agreement: Agreement, values: dict[str, str], templates: Templates
) -> dict[str, str]:
    """What changes in the form when another kind is chosen."""
    kind = MeetingKind(values["kind"])
    number = next_number(agreement, kind)
    template = templates.of(kind, number)
    day = day_typed(values["date"])
    term = day + timedelta(days=template.term) if day and template.term else None
    return {
        "number": str(number),
        "minutes": str(template.length or ""),
        "answer_by": f"{term:%d-%m-%Y}" if term else "",
    }


def following_number(values: dict[str, str], templates: Templates) -> dict[str, str]:
    """What changes in the form when another number is typed."""
    if not _whole(values["number"]):
        return {}
    length = templates.of(MeetingKind(values["kind"]), int(values["number"])).length
    return {"minutes": str(length or "")}


def following_date(values: dict[str, str], today: date) -> dict[str, str]:
    """A day that is still to come is planned."""
    day = day_typed(values["date"])
    return {"when": LATER if day is not None and day > today else NOW}


def meeting_from(
    agreement: Agreement, values: dict[str, str], templates: Templates
) -> OpenMeeting | PlanMeeting:
    """The act that opens or plans the meeting of a filled form, with the usual agenda of its
    kind; raises Unreadable."""
    kind, day, begins = MeetingKind(values["kind"]), _day(values), _clock(values["begins"])
    number = _number(values["number"])
    minutes = _minutes(values["minutes"])
    template = templates.of(kind, number or next_number(agreement, kind))
    agenda = fitted(template, agreement, day, minutes or 0)
    answer_by = _term(values.get("answer_by")) if kind is MeetingKind.WRITTEN else None
    people = (values["place"], values["chair"], values["secretary"])
    place, chair, secretary = people
    if values["when"] == LATER:
        return PlanMeeting(
            kind, number, day, begins, "", place, chair, secretary, agenda, answer_by
        )
    planned = planned_as(agreement, kind, number)
    return OpenMeeting(
        kind,
        number,
        day,
        place=place,
        chair=chair,
        secretary=secretary,
        agenda=() if planned else agenda,
        planned=planned.id if planned else None,
        answer_by=None if planned else answer_by,
    )


# -- changing ---------------------------------------------------------------------------------


def change_fields(meeting: Meeting) -> tuple[Field, ...]:
    """The lines that change a planned or running meeting."""
    written = meeting.kind is MeetingKind.WRITTEN
    by = f"{meeting.answer_by:%d-%m-%Y}" if meeting.answer_by else ""
    term = (Field("answer_by", _("Answers by"), by, told=_day_told),) if written else ()
    return (
        Field("date", _("Date"), f"{meeting.date:%d-%m-%Y}", told=_day_told),
        Field("begins", _("Begins at"), meeting.begins, told=_clock_told),
        *term,
        Field("place", _("Place"), meeting.place),
        Field("chair", _("Chair"), meeting.chair),
        Field("secretary", _("Minutes by"), meeting.secretary),
        Field("number", _("Number"), str(meeting.number)),
        Field("title", _("Title"), meeting.title),
    )


def change_from(meeting: Meeting, values: dict[str, str]) -> ChangeMeeting:
    """The act a filled form of :func:`change_fields` means; raises Unreadable."""
    return ChangeMeeting(
        meeting.id,
        _day(values),
        _clock(values["begins"]),
        values["place"],
        values["chair"],
        values["secretary"],
        values["title"],
        _number(values["number"]),
        _term(values.get("answer_by")),
    )


# -- what was typed ---------------------------------------------------------------------------


def day_typed(text: str) -> date | None:
    """The day of "15-09-2026", "15-9-26", "15 9 2026" or "2026-09-15"; None where unclear."""
    parts = text.replace("/", "-").replace(".", "-").replace(" ", "-").split("-")
    numbers = [int(part) for part in parts if part.isdecimal() and len(part) <= 4]
    if len(numbers) != 3 or len(parts) != 3:
        return None
    day, month, year = numbers if numbers[0] <= 31 else reversed(numbers)
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def clock_typed(text: str) -> str | None:
    """The clock time of "13.00", "13:00" or "13", as "13.00"; empty where nothing is typed,
    None where unclear."""
    found = _CLOCK.fullmatch(text.strip())
    if not text.strip():
        return ""
    return f"{int(found[1])}.{found[2] or '00'}" if found else None


def _day(values: dict[str, str]) -> date:
    day = day_typed(values["date"])
    if day is None:
        raise Unreadable(
            N_("“{text}” is no date. Write it like 15-09-2026."), text=values["date"]
        )
    return day


def _term(text: str | None) -> datetime | None:
    """The noon by which the parties answer; None where nothing is typed."""
    return datetime.combine(_day({"date": text}), _ANSWERED_BY) if text else None


def _clock(text: str) -> str:
    clock = clock_typed(text)
    if clock is None:
        raise Unreadable(N_("“{text}” is no time. Write it like 13.00."), text=text)
    return clock


def _number(text: str) -> int | None:
    if text and not _whole(text):
        raise Unreadable(N_("“{text}” is no number of a meeting."), text=text)
    return int(text) if text else None


def _minutes(text: str) -> int | None:
    if text and not _whole(text):
        raise Unreadable(N_("“{text}” is no number of minutes."), text=text)
    return int(text) if text else None


def _day_told(text: str) -> str:
    day = day_typed(text)
    return labels.day(day) if day else _("a date, like 15-09-2026")


def _term_told(text: str) -> str:
    return _day_told(text) if text.strip() else _("for a written round")


def _clock_told(text: str) -> str:
    return "" if clock_typed(text) is not None else _("a time, like 13.00")


def _minutes_told(text: str) -> str:
    return "" if not text.strip() or _whole(text) else _("a number")


def _whole(text: str) -> bool:
    return text.strip().isdecimal() and len(text.strip()) <= 4


def times_of(meeting: Meeting) -> str:
    """ "13.00-15.00" of a planned meeting, as far as that is known."""
    end = planned_end(meeting)
    if not meeting.begins or meeting.state is not MeetingState.PLANNED:
        return meeting.begins
    return f"{meeting.begins}-{end.hour}.{end.minute:02}" if end else meeting.begins
