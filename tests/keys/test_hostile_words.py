"""Words of a file are only words on every screen: no markup, nothing that steers a terminal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pa_tui.domain.shelf import Shelf
from pa_tui.edits.article import AddAction, Park
from pa_tui.edits.meeting import Attend, OpenMeeting, Presence
from tests.keys.seeing import SIZES, seeing
from tests.samples import agreement, done

EVIL = "\x1b[31m[/]\x1b]0;weg\x07[@click=app.exit]x\x9b2J\u202e\u2028y\ud800"


def hostile():
    """An agreement whose file holds what nobody could have typed."""
    opened = OpenMeeting(date=date(2026, 9, 15), place=EVIL, chair=EVIL, title=EVIL)
    value = done(
        agreement(),
        opened,
        AddAction("taak", "1.2", "hbr", "Kim", date(2026, 9, 1), "vóór 2 september"),
        Park("punt"),
        Attend("Ria", Presence.REPLACED, "hbr", by=EVIL),
    )
    shelves = {
        name: spoiled(getattr(value, name), *fields)
        for name, fields in (
            ("themes", ("title",)),
            ("parties", ("short", "name")),
            ("actions", ("text", "person", "due_words")),
            ("parked", ("text",)),
            ("facts", ("title",)),
        )
    }
    return replace(value, **shelves)


def spoiled(shelf: Shelf, *fields: str) -> Shelf:
    for entity in list(shelf.values()):
        shelf = shelf.put(replace(entity, **dict.fromkeys(fields, EVIL)))
    return shelf


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("mode", ["overview", "walk", "meeting", "lists", "papers"])
async def test_hostile_words_are_shown_and_do_nothing(mode, size):
    async with seeing(mode, hostile(), size) as table:
        await table.app.workers.wait_for_complete()
        await table.pilot.pause()
        for key in ("down", "enter", "escape", "up"):
            await table.press(key)
        shown = table.screen.replace("\n", "")
        assert not any(character < " " or "\x7f" <= character <= "\x9f" for character in shown)
        assert "\u202e" not in shown
        assert "\u2028" not in shown
        assert table.app._exit is False
