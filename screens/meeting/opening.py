"""Opening a meeting: a short form that is right as it stands, most of the time."""

from __future__ import annotations

from datetime import date

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.meetings import AgendaItem, MeetingKind
from pa_tui.edits.agenda import next_number
from pa_tui.edits.meeting import OpenMeeting
from pa_tui.errors import N_, Unreadable
from pa_tui.language import _
from screens.widgets.form import Field

_USUAL_MINUTES = {
    MeetingKind.WORKING_GROUP: 120,
    MeetingKind.OFFICIAL: 90,
    MeetingKind.ADMINISTRATIVE: 45,
    MeetingKind.WRITTEN: 0,
    MeetingKind.EVALUATION: 90,
}
_BEGIN = 10
_END = 15


def opening_fields(agreement: Agreement, today: date) -> tuple[Field, ...]:
    """The lines of the form, filled with what is most likely."""
    last = agreement.ordered_meetings[-1] if agreement.ordered_meetings else None
    kind = MeetingKind.WORKING_GROUP
    kinds = tuple((k.value, labels.name(k)) for k in MeetingKind)
    return (
        Field("kind", _("Kind of meeting"), kind.value, choices=kinds),
        Field("number", _("Number"), str(next_number(agreement, kind))),
        Field("date", _("Date"), f"{today:%d-%m-%Y}", told=_day_told),
        Field("place", _("Place"), last.place if last else ""),
        Field("chair", _("Chair"), last.chair if last else ""),
        Field("secretary", _("Minutes by"), last.secretary if last else ""),
        Field(
            "minutes",
            _("Length in minutes"),
            str(_USUAL_MINUTES[kind]),
            told=lambda text: "" if not text.strip() or _whole(text) else _("a number"),
        ),
    )


def following_kind(agreement: Agreement, values: dict[str, str]) -> dict[str, str]:
    """What changes in the form when another kind is chosen."""
    kind = MeetingKind(values["kind"])
    return {
        "number": str(next_number(agreement, kind)),
        "minutes": str(_USUAL_MINUTES[kind] or ""),
    }


def meeting_from(agreement: Agreement, values: dict[str, str]) -> OpenMeeting:
    """The act that opens the meeting of a filled form; raises Unreadable."""
    number, minutes = values["number"], values["minutes"]
    if number and not _whole(number):
        raise Unreadable(N_("“{text}” is no number of a meeting."), text=number)
    if minutes and not _whole(minutes):
        raise Unreadable(N_("“{text}” is no number of minutes."), text=minutes)
    day = day_typed(values["date"])
    if day is None:
        raise Unreadable(
            N_("“{text}” is no date. Write it like 15-09-2026."), text=values["date"]
        )
    return OpenMeeting(
        MeetingKind(values["kind"]),
        int(number) if number else None,
        day,
        place=values["place"],
        chair=values["chair"],
        secretary=values["secretary"],
        agenda=usual_agenda(agreement, int(minutes or 0)),
    )


def usual_agenda(agreement: Agreement, minutes: int) -> tuple[AgendaItem, ...]:
    """Opening, the themes with articles, closing; the minutes that remain are shared out to
    the themes by how many articles are still undecided."""
    themes = [t for t in agreement.ordered_themes if t.id in agreement.tallies]
    weights = [agreement.tallies[theme.id].undecided for theme in themes]
    room = max(0, minutes - _BEGIN - _END)
    shares = _shared(room, weights)
    items = [
        AgendaItem(f"{theme.number or ''} {theme.title}".strip(), share, theme=theme.id)
        for theme, share in zip(themes, shares, strict=True)
    ]
    begin, end = (_BEGIN, _END) if minutes > _BEGIN + _END else (0, 0)
    return (
        AgendaItem(_("Opening, minutes and actions of the last meeting"), begin),
        *items,
        AgendaItem(_("Any other business and closing"), end),
    )


def _shared(minutes: int, weights: list[int]) -> list[int]:
    """Whole minutes by weight that come to ``minutes`` together."""
    total = sum(weights)
    if not total:
        return [0] * len(weights)
    done = shared = 0
    shares = []
    for weight in weights:
        done += weight
        upto = minutes * done // total
        shares.append(upto - shared)
        shared = upto
    return shares


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


def _day_told(text: str) -> str:
    day = day_typed(text)
    return labels.day(day) if day else _("a date, like 15-09-2026")


def _whole(text: str) -> bool:
    return text.strip().isdecimal() and len(text.strip()) <= 4
