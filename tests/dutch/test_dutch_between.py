"""What is typed between the meetings: when and how something was let know, and bodies."""

from __future__ import annotations

from datetime import date

import pytest

from pa_tui.domain.parties import BodyOutcome
from pa_tui.errors import Unreadable
from pa_tui.reading.entry.answer import read_answer
from pa_tui.reading.entry.body import BodyEntry, read_body, read_day
from pa_tui.reading.entry.heard import HeardEntry, read_heard, read_withdrawal

TODAY = date(2026, 10, 28)
NOV = date(2026, 11, 9), date(2026, 11, 24)


@pytest.mark.parametrize(
    ("line", "on", "source"),
    [
        ("9 oktober, e-mail van HV Samen", date(2026, 10, 9), "e-mail van HV Samen"),
        ("e-mail van 9 oktober", date(2026, 10, 9), "e-mail"),
        ("op 9 oktober per mail", date(2026, 10, 9), "per mail"),
        ("gisteren telefonisch", date(2026, 10, 27), "telefonisch"),
        ("vrijdag per mail", date(2026, 10, 23), "per mail"),
        ("9-10 brief", date(2026, 10, 9), "brief"),
        ("9 oktober 2025", date(2025, 10, 9), ""),
        ("28 december", date(2025, 12, 28), ""),
        ("12 november, e-mail", date(2026, 11, 12), "e-mail"),
        ("mail van HBR", None, "mail van HBR"),
        ("", None, ""),
    ],
)
def test_when_and_how(line: str, on: date | None, source: str) -> None:
    today = date(2026, 1, 5) if "december" in line else TODAY
    assert read_heard(line, today=today) == HeardEntry(on, source)


@pytest.mark.parametrize(
    ("line", "on", "source", "reason"),
    [
        (
            "22 september, e-mail van HBR: te duur",
            date(2026, 9, 22),
            "e-mail van HBR",
            "te duur",
        ),
        ("22 september, per mail, te duur", date(2026, 9, 22), "per mail", "te duur"),
        ("te duur, ook voor 2028", None, "", "te duur, ook voor 2028"),
        (
            "22 september per e-mail, omdat het te duur is",
            date(2026, 9, 22),
            "per e-mail",
            "omdat het te duur is",
        ),
        ("mail van HBR: te duur", None, "mail van HBR", "te duur"),
    ],
)
def test_when_how_and_why(line: str, on: date | None, source: str, reason: str) -> None:
    assert read_withdrawal(line, today=TODAY) == HeardEntry(on, source, reason)


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        ("college, stukken 9 november, besluit 24 november", BodyEntry("college", *NOV)),
        ("college stukken 9 nov besluit 24 nov", BodyEntry("college", *NOV)),
        ("RvC", BodyEntry("RvC")),
        ("24 november", BodyEntry(decides_on=NOV[1])),
        ("getekend 10 december", BodyEntry(signed_on=date(2026, 12, 10))),
        (
            "akkoord 24 november: unaniem",
            BodyEntry(outcome=BodyOutcome.AGREED, decided_on=NOV[1], remark="unaniem"),
        ),
        (
            "niet akkoord 24-11: te duur",
            BodyEntry(outcome=BodyOutcome.REFUSED, decided_on=NOV[1], remark="te duur"),
        ),
        (
            "akkoord onder voorwaarde: geld",
            BodyEntry(outcome=BodyOutcome.CONDITIONAL, remark="geld"),
        ),
        ("bestuur, besluit 24 november 2027", BodyEntry("bestuur", None, date(2027, 11, 24))),
    ],
)
def test_how_a_body_decides(line: str, entry: BodyEntry) -> None:
    assert read_body(line, today=TODAY, year=2026) == entry


def test_a_day_is_in_the_year_in_which_the_set_is_made() -> None:
    assert read_day("12 december", today=date(2027, 1, 3), year=2026) == date(2026, 12, 12)
    assert read_day("", today=TODAY, year=2026) is None
    for line in ("straks", "31 november"):
        with pytest.raises(Unreadable):
            read_day(line, today=TODAY, year=2026)


@pytest.mark.parametrize(
    ("line", "articles", "heard"),
    [
        (
            "1.3 en 2.1, 5 oktober, e-mail: te veel woningen",
            ("1.3", "2.1"),
            HeardEntry(date(2026, 10, 5), "e-mail", "te veel woningen"),
        ),
        ("bij 1.3: te duur", ("1.3",), HeardEntry(None, "", "te duur")),
        ("5 oktober, mail", (), HeardEntry(date(2026, 10, 5), "mail")),
        ("5, mail", ("5",), HeardEntry(None, "mail")),
        ("9.9 mail", (), HeardEntry(None, "9.9 mail")),
        ("", (), HeardEntry(None, "")),
    ],
)
def test_on_which_articles_a_party_answers(
    line: str, articles: tuple[str, ...], heard: HeardEntry
) -> None:
    found = read_answer(line, {"1.3", "2.1", "5"}, today=TODAY)
    assert (found.articles, found.heard) == (articles, heard)
