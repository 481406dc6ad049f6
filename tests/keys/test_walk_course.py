"""Space goes through the item of the agenda the table is at."""

from __future__ import annotations

from typing import Any

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.decisions import Outcome, Stance
from pa_tui.domain.meetings import AgendaItem, ItemKind
from pa_tui.edits import CloseMeeting, Edit, OpenMeeting, RecordDecision, TakePosition
from tests.core.test_coming_back import acted
from tests.keys.walking import walking
from tests.samples import in_meeting


def with_item(*before: Edit, **item: Any) -> Agreement:
    """A running meeting whose first item is this one, after one in which acts were done."""
    first = acted(in_meeting(), *before, CloseMeeting())
    agenda = (AgendaItem("Lijst", 20, id="lijst", **item),)
    return acted(first, OpenMeeting(agenda=agenda), day=16)


async def numbers(table, *keys):
    found = []
    for key in keys:
        await table.press(key)
        found.append(table.number())
    return found


async def test_space_visits_all_that_the_item_lists_and_then_what_is_undecided():
    value = with_item(
        RecordDecision("1.4", Outcome.NO_AGREEMENT),
        RecordDecision("3.1", Outcome.NO_AGREEMENT),
        kind=ItemKind.SELECTION,
        selection="submitted",
    )
    async with walking(value) as table:
        assert await numbers(table, "space", "space", "space") == ["1.4", "3.1", "3.2"]


async def test_space_visits_what_was_put_off_or_reserved_in_the_theme_of_the_item():
    value = with_item(
        RecordDecision("1.2", Outcome.DEFERRED, until="werkgroep 3"),
        RecordDecision("1.3", Outcome.AGREED),
        TakePosition("1.4", "hbr", Stance.RESERVE),
        RecordDecision("1.4", Outcome.AGREED),
        kind=ItemKind.THEME,
        theme="t1",
    )
    async with walking(value) as table:
        assert await numbers(table, "space", "space", "space") == ["1.2", "1.4", "2.1"]


async def test_what_the_meeting_treated_is_not_called_again():
    value = with_item(
        RecordDecision("1.2", Outcome.DEFERRED), articles=("a12", "a21"), kind=ItemKind.POINT
    )
    value = acted(value, RecordDecision("1.2", Outcome.AGREED), day=17)
    async with walking(value) as table:
        seen = await numbers(table, "down", "space", "home", "space")
        assert seen == ["1.2", "2.1", "1.1", "1.3"]
