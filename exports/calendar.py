"""Days as a calendar (.ics, RFC 5545) for Outlook and others, in the time of Amsterdam."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vRecur

from pa_tui.domain.text import clean
from pa_tui.errors import N_, FileError
from pa_tui.papers.appointments import Appointment, Rhythm
from pa_tui.papers.blocks import Paper

_HERE = ZoneInfo("Europe/Amsterdam")
_EPOCH = datetime(2020, 1, 1)
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def ics_bytes(paper: Paper) -> bytes:
    """The appointments of a paper. Each keeps its identity, and a later paper a higher
    sequence, so that a second import brings the first one up to date."""
    if paper.made_at is None or not paper.appointments:
        raise FileError(N_("“{title}” holds no days yet."), title=paper.title)
    calendar = Calendar()
    calendar.add("prodid", "-//pa-tui//prestatieafspraken//NL")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", clean(paper.title))
    calendar.add("x-wr-timezone", "Europe/Amsterdam")
    for appointment in paper.appointments:
        calendar.add_component(_event(appointment, paper.made_at))
    days = [own.start.year for own in paper.appointments]
    calendar.add_missing_timezones(date(min(days), 1, 1), date(max(days) + 1, 12, 31))
    return bytes(calendar.to_ical())


def _event(own: Appointment, made_at: datetime) -> Event:
    event = Event()
    event.add("uid", own.key)
    event.add("dtstamp", made_at.replace(tzinfo=_HERE).astimezone(UTC))
    event.add("sequence", max(0, int((made_at - _EPOCH).total_seconds() // 60)))
    event.add("summary", clean(own.title))
    start, end = _span(own)
    event.add("dtstart", start)
    event.add("dtend", end)
    event.add("status", "TENTATIVE" if own.tentative else "CONFIRMED")
    event.add("transp", "OPAQUE" if own.has_times else "TRANSPARENT")
    if own.note:
        event.add("description", clean(own.note))
    if own.place:
        event.add("location", clean(own.place))
    if own.rhythm:
        event.add("rrule", _rule(own.rhythm, own.start))
    return event


def _span(own: Appointment) -> tuple[date, date]:
    """Beginning and end as the format wants them: the end is the first moment after it."""
    if isinstance(own.start, datetime):
        end = own.end if isinstance(own.end, datetime) else own.start
        return own.start.replace(tzinfo=_HERE), end.replace(tzinfo=_HERE)
    return own.start, own.end + timedelta(days=own.end < date.max)


def _rule(rhythm: Rhythm, start: date) -> vRecur:
    until = rhythm.until
    if rhythm.weeks:
        day = _WEEKDAYS[start.weekday()]
        return vRecur(freq="WEEKLY", interval=rhythm.weeks, byday=day, until=until)
    if rhythm.months % 12 == 0 and not rhythm.at_end:
        return vRecur(freq="YEARLY", interval=rhythm.months // 12, until=until)
    if rhythm.at_end:
        return vRecur(freq="MONTHLY", interval=rhythm.months, bymonthday=-1, until=until)
    return vRecur(freq="MONTHLY", interval=rhythm.months, until=until)
