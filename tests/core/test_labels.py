"""Days in the language of the person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from pa_tui import labels
from pa_tui.errors import N_, NeedsConfirmation
from pa_tui.language import speak, spoken, tell

DAY = date(2026, 10, 12)


@pytest.fixture(autouse=True)
def _language_kept() -> Iterator[None]:
    before = spoken()
    yield
    speak(before)


@pytest.mark.parametrize(
    ("language", "due", "until"),
    [
        ("nl", "uiterlijk 12 oktober 2026", "12 oktober"),
        ("en", "by 12 October 2026", "12 Oct 2026"),
    ],
)
def test_a_day_is_said_in_the_language_in_use(language: str, due: str, until: str) -> None:
    speak(language)
    assert labels.due(DAY, "uiterlijk 12 oktober 2026") == due
    assert labels.until(DAY, "tot 12 oktober") == until


def test_words_that_say_more_than_a_day_stay() -> None:
    speak("en")
    assert labels.until(DAY, "tot werkgroep 3, tekst 12 okt") == "werkgroep 3, tekst 12 okt"
    assert labels.until(None, "tot werkgroep 3") == "werkgroep 3"


@pytest.mark.parametrize(("language", "said"), [("nl", "12 oktober"), ("en", "12 October")])
def test_an_error_says_its_day_in_the_language_in_use(language: str, said: str) -> None:
    speak(language)
    error = NeedsConfirmation(
        N_("A meeting is open already ({date}). Close it first."), date=DAY
    )
    assert f"{said} 2026" in tell(error)
