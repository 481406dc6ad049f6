"""What can be done in each stage of a meeting."""

from __future__ import annotations

from pa_tui.language import N_
from screens.keys import Command

_ROOM = Command(
    "meeting.wall",
    "z",
    N_("room"),
    N_("What the room's window shows: what you do, held still, a pause"),
    action="wall",
)

OPENING = (
    Command(
        "opening.send",
        "enter",
        N_("open the meeting"),
        N_("Opens the meeting with what the form says"),
        1,
        action="send",
    ),
    Command(
        "opening.away",
        "escape",
        N_("walk"),
        N_("The articles one by one"),
        1,
        action="app.mode('walk')",
    ),
)

_STATES = (
    ("a", "present", N_("present"), N_("Is at the table")),
    ("o", "online", N_("online"), N_("Takes part online")),
    ("k", "excused", N_("absent with notice"), N_("Is absent and has said so")),
    ("x", "absent", N_("absent"), N_("Is absent")),
    ("v", "left", N_("left"), N_("Leaves the meeting now")),
    ("b", "arrived", N_("arrived"), N_("Comes in now")),
)

RUNNING = (
    Command(
        "meeting.attendance",
        "enter",
        N_("attendance"),
        N_("How this party or person is at the table"),
        1,
        action="attendance",
    ),
    *(
        Command(f"meeting.{state}", key, label, help_, action=f"attend('{state}')")
        for key, state, label, help_ in _STATES
    ),
    *(
        Command(
            f"meeting.party_{digit}",
            str(digit),
            N_("party"),
            N_("How the party of this number is at the table"),
            action=f"party({digit})",
        )
        for digit in range(1, 10)
    ),
    Command("meeting.name", "n", N_("name"), N_("Names a person at the table"), 1),
    Command("meeting.replaced", "r", N_("replaced by"), N_("Somebody else takes this seat"), 0),
    Command(
        "meeting.suspend",
        "s",
        N_("suspend or resume"),
        N_("Suspends or resumes the meeting"),
        2,
    ),
    Command(
        "meeting.close_meeting",
        "S",
        N_("close"),
        N_("Closes the meeting; shows first what is still open"),
        2,
    ),
    _ROOM,
)

CLOSING = (
    Command("closing.close_now", "enter", N_("close the meeting"), N_("Closes the meeting"), 1),
    Command("closing.go", "right", N_("to this article"), N_("Shows this article"), 1),
    Command("closing.back", "escape", N_("back"), N_("The meeting goes on"), 1),
    _ROOM,
)

CLOSED = (
    Command(
        "closed.papers",
        "p",
        N_("minutes and draft"),
        N_("Writes the minutes (Word and Markdown) and the draft beside the file"),
        1,
    ),
    Command("closed.new_meeting", "n", N_("next meeting"), N_("Opens another meeting"), 1),
    _ROOM,
)
