"""What can be done in each stage of a meeting."""

from __future__ import annotations

from dataclasses import replace

from pa_tui.language import N_
from screens.keys import Command
from screens.widgets.keyline import ASIDE

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
        N_("open or plan"),
        N_("Opens or plans the meeting with what the form says"),
        1,
        action="send",
    ),
    Command(
        "opening.away",
        "escape",
        N_("back"),
        N_("To the planned meetings, else to the articles"),
        1,
        action="no_new",
    ),
    Command(
        "opening.older",
        "pageup",
        N_("earlier meetings"),
        N_("What the last meeting came to, and what can be put right in it"),
        1,
    ),
)

CHANGING = (
    Command("changing.keep", "enter", N_("change"), N_("Changes the meeting so"), 1),
    Command("changing.kept", "escape", N_("back"), N_("Leaves the meeting as it is"), 1),
)

PLANNED = (
    Command("planned.see", "enter", N_("agenda"), N_("Shows the agenda of this meeting"), 1),
    Command("planned.begin", "o", N_("open it"), N_("Opens this meeting"), 1),
    Command("planned.new", "n", N_("new"), N_("Opens or plans another meeting"), 1),
    Command("planned.change", "w", N_("change"), N_("Another day, place or chair"), ASIDE),
    Command(
        "planned.older",
        "e",
        N_("earlier meetings"),
        N_("What the last meeting came to, and what can be put right in it"),
        2,
    ),
    Command(
        "planned.cancel", "X", N_("call off"), N_("This meeting does not take place"), ASIDE
    ),
)

AGENDA = (
    Command(
        "agenda.item",
        "enter",
        N_("start"),
        N_("Opens the planned meeting; while it runs, begins with this item"),
        1,
    ),
    Command("agenda.add_item", "n", N_("new"), N_("Adds an item behind this one"), 1),
    Command("agenda.title", "e", N_("title"), N_("Gives this item another title"), 1),
    Command("agenda.minutes", "m", N_("length"), N_("How long this item takes"), 1),
    Command(
        "agenda.move_down",
        "J,shift+down",
        N_("down"),
        N_("Moves this item down"),
        ASIDE,
        action="move_item(1)",
    ),
    Command(
        "agenda.move_up",
        "K,shift+up",
        N_("up"),
        N_("Moves this item up"),
        ASIDE,
        action="move_item(-1)",
    ),
    Command("agenda.drop_item", "x", N_("off"), N_("Takes this item off the agenda"), 1),
    Command("agenda.add_theme", "t", N_("theme"), N_("Adds a theme with its articles"), ASIDE),
    Command("agenda.add_list", "f", N_("list"), N_("Adds a list of articles"), ASIDE),
    Command("agenda.change", "w", N_("change"), N_("Another day, place or chair"), ASIDE),
    Command(
        "agenda.extend",
        "plus",
        N_("5 minutes more"),
        N_("Gives the item that is being treated five minutes more"),
    ),
    Command("agenda.cancel", "X", N_("call off"), N_("This meeting does not take place")),
    Command("agenda.leave_agenda", "escape", N_("back"), N_("Leaves the agenda"), 2),
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
        N_("How this party or person is at the table; begins with this item of the agenda"),
        1,
        action="stop",
    ),
    Command("meeting.agenda", "g", N_("agenda"), N_("Shows the agenda, to change it"), 1),
    Command(
        "meeting.everybody",
        "A",
        N_("all of last time"),
        N_("Everybody who is known from earlier meetings is here"),
    ),
    Command("meeting.change", "w", N_("change"), N_("Another day, place or chair")),
    Command(
        "meeting.extend",
        "plus",
        N_("5 minutes more"),
        N_("Gives the item that is being treated five minutes more"),
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
        "meeting.forget_person",
        "d",
        N_("off the list"),
        N_("Takes a person who was noted by mistake off the attendance"),
    ),
    Command(
        "meeting.suspend",
        "s",
        N_("suspend or resume"),
        N_("Suspends or resumes the meeting"),
        2,
    ),
    Command(
        "meeting.adopt",
        "V",
        N_("adopt"),
        N_(
            "Adopts at the administrative meeting what was decided provisionally; "
            "shows it first"
        ),
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

_COMING_BACK = (
    Command(
        "closing.off",
        "x",
        N_("off the list"),
        N_("This article does not come back; asks why"),
        1,
    ),
    Command(
        "closing.on",
        "t",
        N_("comes back"),
        N_("This article comes back after all; elsewhere, asks which article comes back"),
        1,
    ),
)

ADOPTING = (
    Command(
        "adopting.line",
        "enter",
        N_("adopt"),
        N_("Adopts all that is listed, or goes to the article"),
        1,
        action="adopt_line",
    ),
    Command(
        "adopting.go",
        "right",
        N_("to this article"),
        N_("Shows this article"),
        action="go",
    ),
    Command("adopting.back", "escape", N_("back"), N_("The meeting goes on"), 2),
    _ROOM,
)

CLOSING = (
    Command(
        "closing.line",
        "enter",
        N_("this line"),
        N_("Closes the meeting, takes the reason that follows, or goes to the article"),
        1,
    ),
    Command("closing.close_now", "S", N_("close"), N_("Closes the meeting"), 1),
    *_COMING_BACK,
    Command("closing.go", "right", N_("to this article"), N_("Shows this article")),
    Command("closing.back", "escape", N_("back"), N_("The meeting goes on"), 2),
    _ROOM,
)

CLOSED = (
    Command(
        "closed.papers",
        "p",
        N_("papers"),
        N_(
            "Writes the minutes (Word and Markdown), the draft, clean and with the changes of "
            "this meeting, and the action list beside the file"
        ),
        1,
    ),
    Command("closed.new_meeting", "n", N_("next meeting"), N_("Opens another meeting"), 1),
    Command(
        "closed.line",
        "enter",
        N_("put right"),
        N_("Puts right what this line says; that stays to be seen in the minutes"),
        1,
    ),
    Command(
        "closed.adopt_minutes",
        "v",
        N_("adopt"),
        N_("Adopts the minutes of this meeting, perhaps with changes"),
        1,
    ),
    *(replace(command, group=0) for command in _COMING_BACK),
    Command("closed.go", "right", N_("to this article"), N_("Shows this article")),
    Command(
        "closed.older",
        "e",
        N_("earlier"),
        N_("The meeting before this one"),
    ),
    Command(
        "closed.newer",
        "l",
        N_("later"),
        N_("The meeting after this one"),
    ),
    Command(
        "closed.leave_closed",
        "escape",
        N_("back"),
        N_("To the meetings that are planned, else to the form of the next one"),
        2,
    ),
    _ROOM,
)
