"""Workbooks, CSV and calendars, read back by readers that are not ours."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace
from datetime import date, datetime, timedelta

import icalendar
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports import rendered
from pa_tui.errors import FileError
from pa_tui.papers.appointments import Appointment, Rhythm
from pa_tui.papers.blocks import Cell, Paper, Row, Table, cell, header_row, words
from pa_tui.papers.registry import PAPERS, Wish
from tests.paper.agreements import AT
from tests.paper.decided import decided_agreement

HOSTILE = ("=1+1", "+31", "-5%", "@SUM(A1)", "  =cmd|' /C calc'!A0", "\t=1", "http://x.nl")


def paper_of(*rows: Row, **fields: object) -> Paper:
    made = Paper("Proef: a/b?", (Table((header_row("Nr", "Wat"), *rows), title="Proef: a/b?"),))
    return replace(made, **fields)  # type: ignore[arg-type]


def book(paper: Paper) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(rendered(paper, "xlsx")))


def lines(paper: Paper) -> list[list[str]]:
    told = rendered(paper, "csv")
    assert told.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(told.decode("utf-8-sig"), newline=""), delimiter=";"))


def actions() -> Paper:
    return PAPERS["actions"].make(decided_agreement(), Wish(AT))


def test_days_are_days_and_the_header_stays() -> None:
    (sheet,) = book(actions()).worksheets
    assert sheet.title == "Actielijst"
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:G4"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet["D2"].value == datetime(2026, 9, 10)
    assert sheet["D2"].is_date
    assert sheet["B2"].value == "Woonvisie toesturen"


@pytest.mark.parametrize("text", HOSTILE)
def test_no_words_become_a_formula_or_a_link(text: str) -> None:
    paper = paper_of(Row((cell("1"), Cell((words(text),)))))
    (sheet,) = book(paper).worksheets
    assert sheet["B2"].value == text
    assert sheet["B2"].data_type == "s"
    assert sheet["B2"].hyperlink is None
    read = lines(paper)[1][1]
    assert read.lstrip("'") == text
    assert read.lstrip()[0] not in "=+-@"


def test_the_same_values_in_every_form() -> None:
    paper = actions()
    (sheet,) = book(paper).worksheets
    from_book = [["" if v is None else v for v in row] for row in sheet.values]
    from_csv = lines(paper)
    assert len(from_book) == len(from_csv) == 4
    for one, other in zip(from_book, from_csv, strict=True):
        told = [f"{v:%d-%m-%Y}" if isinstance(v, datetime) else v for v in one]
        assert told == other


def test_a_workbook_tells_no_person_and_no_machine() -> None:
    told = rendered(replace(actions(), organisations=("Gemeente Rietbeek",)), "xlsx")
    assert told == rendered(replace(actions(), organisations=("Gemeente Rietbeek",)), "xlsx")
    with zipfile.ZipFile(io.BytesIO(told)) as file:
        core = file.read("docProps/core.xml").decode()
    assert "Gemeente Rietbeek" in core
    assert "created" not in core
    assert "nl-NL" in core


def test_long_and_odd_words_and_old_days() -> None:
    odd = cell("x" * 40_000)
    paper = paper_of(Row((odd, cell("1-1-1800", value=date(1800, 1, 1)))))
    (sheet,) = book(paper).worksheets
    assert len(sheet["A2"].value) == 32_767
    assert sheet["B2"].value == "1800-01-01"
    assert sheet.title == "Proef a b"
    assert lines(paper)[1] == ["x" * 40_000, "01-01-1800"]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.text(max_size=40), st.text(max_size=40)), max_size=5))
def test_any_words_come_back(pairs: list[tuple[str, str]]) -> None:
    paper = paper_of(*(Row((cell(a), cell(b))) for a, b in pairs))
    (sheet,) = book(paper).worksheets
    assert sheet.max_row == len(pairs) + 1
    assert all(c.data_type in "sn" for row in sheet.iter_rows() for c in row)
    assert len(lines(paper)) == len(pairs) + 1


def test_a_paper_without_a_table_is_none() -> None:
    for form in ("xlsx", "csv"):
        with pytest.raises(FileError):
            rendered(Paper("Leeg", ()), form)


# -- calendars ------------------------------------------------------------------------------

OWN = Appointment("a@x", "Rapport; komma, \\ en\nregel", date(2027, 3, 31), date(2027, 3, 31))


def events(paper: Paper) -> list[icalendar.Event]:
    return icalendar.Calendar.from_ical(rendered(paper, "ics")).walk("VEVENT")


def dated(*appointments: Appointment, at: datetime = AT) -> Paper:
    return Paper("Agenda", (), appointments=appointments, made_at=at)


def test_a_day_is_a_whole_day() -> None:
    (event,) = events(dated(OWN))
    assert event.decoded("dtstart") == date(2027, 3, 31)
    assert event.decoded("dtend") == date(2027, 4, 1)
    assert str(event["summary"]).startswith("Rapport; komma, \\ en")
    assert event["status"] == "CONFIRMED"


def test_a_meeting_is_told_in_the_time_of_amsterdam() -> None:
    start = datetime(2026, 9, 15, 14, 0)
    (event,) = events(dated(replace(OWN, start=start, end=start + timedelta(hours=2))))
    assert event["dtstart"].params["TZID"] == "Europe/Amsterdam"
    assert event.decoded("dtstart").utcoffset() == timedelta(hours=2)
    assert event.decoded("dtend").hour == 16


def test_what_nobody_confirmed_is_tentative() -> None:
    (event,) = events(dated(replace(OWN, tentative=True)))
    assert event["status"] == "TENTATIVE"


def test_rhythms_recur_on_the_right_days() -> None:
    from dateutil.rrule import rrulestr

    def on(start: date, rhythm: Rhythm) -> list[date]:
        (event,) = events(dated(replace(OWN, start=start, end=start, rhythm=rhythm)))
        rule = event["rrule"].to_ical().decode()
        first = datetime.combine(start, datetime.min.time())
        return [found.date() for found in rrulestr(rule, dtstart=first)]

    until = date(2027, 12, 31)
    ends = on(date(2027, 3, 31), Rhythm(until, months=3, at_end=True))
    assert ends == [date(2027, 3, 31), date(2027, 6, 30), date(2027, 9, 30), until]
    assert len(on(date(2027, 1, 4), Rhythm(until, weeks=2))) == 26
    years = on(date(2027, 9, 30), Rhythm(date(2029, 12, 31), months=12))
    assert [day.year for day in years] == [2027, 2028, 2029]


def test_a_second_import_brings_the_first_up_to_date() -> None:
    agreement = decided_agreement()
    first = PAPERS["calendar"].make(agreement, Wish(AT))
    second = PAPERS["calendar"].make(agreement, Wish(AT + timedelta(days=1)))
    old, new = events(first), events(second)
    assert [str(e["uid"]) for e in old] == [str(e["uid"]) for e in new]
    assert len({str(e["uid"]) for e in old}) == len(old) > 3
    assert all(a["sequence"] < b["sequence"] for a, b in zip(old, new, strict=True))


def test_without_days_there_is_no_calendar() -> None:
    with pytest.raises(FileError):
        rendered(Paper("Agenda", ()), "ics")
