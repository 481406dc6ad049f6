"""What the text is called that leaves a meeting, and what its changes are shown against."""

from __future__ import annotations

import pytest

from pa_tui.domain.agreement import Agreement
from pa_tui.edits import CloseMeeting, NameVersion, OpenMeeting
from pa_tui.papers.versions import version_after
from screens.offers import since_before
from tests.core.test_coming_back import acted
from tests.samples import agreement


def held(*names: str) -> Agreement:
    """Working group 1, closed, with versions named before it."""
    named = acted(agreement(), *(NameVersion(name, "e1") for name in names), day=1)
    return acted(named, OpenMeeting(), CloseMeeting(), day=15)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ((), "Concept 1"),
        (("Concept 2",), "Concept 3"),
        (("Concept 9",), "Concept 10"),
        (("Ondertekend 2026", "Eindconcept"), "na werkgroep 1"),
        (("na werkgroep 1", "Eindconcept"), "na werkgroep 1 (2)"),
    ],
)
def test_the_text_that_goes_out_gets_the_next_name(
    names: tuple[str, ...], expected: str
) -> None:
    value = held(*names)
    assert version_after(value, value.ordered_meetings[0]) == expected
    again = acted(value, NameVersion(expected, "e2"), day=16)
    assert version_after(again, again.ordered_meetings[0]) == ""


def test_changes_are_shown_against_the_newest_before_the_meeting() -> None:
    first = held()
    assert since_before(first, first.ordered_meetings[0]) == "opening WG1"
    named = held("Concept 2")
    assert since_before(named, named.ordered_meetings[0]) == "Concept 2"
    second = acted(named, OpenMeeting(), CloseMeeting(), day=28)
    assert since_before(second, second.ordered_meetings[1]) == "WG1"
    between = acted(named, NameVersion("Concept 3", "e3"), day=20)
    second = acted(between, OpenMeeting(), CloseMeeting(), day=28)
    assert since_before(second, second.ordered_meetings[1]) == "Concept 3"
