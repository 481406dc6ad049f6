"""What still comes after an agreement is told on the screen: what, by when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from pa_tui.labels import with_details
from pa_tui.language import speak, spoken


@pytest.fixture(autouse=True)
def _language_kept() -> Iterator[None]:
    before = spoken()
    speak("nl")
    yield
    speak(before)


@pytest.mark.parametrize(
    ("what", "words", "said"),
    [
        (
            "het aantal",
            "vóór 1 december 2026",
            "gegevens volgen: het aantal, vóór 1 december 2026",
        ),
        ("het aantal", "", "gegevens volgen: het aantal, 30 nov 2026"),
    ],
)
def test_what_follows_stands_with_its_day(what: str, words: str, said: str) -> None:
    assert with_details("gegevens volgen", what, date(2026, 11, 30), words) == said


def test_nothing_said_adds_nothing() -> None:
    assert with_details("gegevens volgen", "", None, "") == "gegevens volgen"
