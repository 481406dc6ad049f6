"""What can be done on the walk, as practice laid it under the hand."""

from __future__ import annotations

from pa_tui.language import N_
from screens.keys import Command

DECIDING = (
    Command(
        "walk.agree", "a,h", N_("agree"), N_("Agreed: the text stays, or stays as amended"), 1
    ),
    Command("walk.amend", "w", N_("amend"), N_("Change the text and agree to it"), 1),
    Command("walk.reserve", "v", N_("reserve"), N_("A party makes a reservation"), 1),
    Command("walk.later", "l", N_("later"), N_("Hold the article over until later"), 1),
    Command("walk.board", "b", N_("board"), N_("To the administrative meeting"), 1),
)
WRITING = (
    Command("walk.text", "e", N_("text"), N_("Change the words of the article"), 2),
    Command(
        "walk.lead", "t", N_("lead"), N_("Who leads, together with whom, who is involved"), 2
    ),
    Command("walk.timing", "p", N_("planning"), N_("When it happens"), 2),
    Command("walk.note", "n", N_("note"), N_("A note for the minutes"), 2),
    Command("walk.act", "k", N_("action"), N_("Somebody will do something"), 2),
    Command(
        "walk.correct",
        "r",
        N_("correct"),
        N_("Puts the last note or action of this article right"),
    ),
    Command(
        "walk.confirm",
        "y",
        N_("confirm"),
        N_("What is suggested for this article is right: lead, planning, who is involved"),
    ),
    Command(
        "walk.confirm_theme",
        "Y",
        N_("confirm the theme"),
        N_("What is suggested for all articles of this theme is right"),
    ),
)
GOING = (
    Command(
        "walk.extend",
        "plus",
        N_("5 minutes more"),
        N_("Gives this item of the agenda five minutes more"),
    ),
    Command("walk.next_open", "space", N_("next"), N_("The next undecided article"), 3),
    Command("walk.contents", "i", N_("contents"), N_("The list of articles"), 3),
    Command("walk.menu", "full_stop", N_("more"), N_("Drop, split, move, propose and more"), 3),
    Command("walk.down", "down", N_("next article"), N_("The next article")),
    Command("walk.up", "up", N_("previous article"), N_("The previous article")),
    Command("walk.next_part", "tab", N_("next part"), N_("The next part of the article")),
    Command(
        "walk.previous_part",
        "shift+tab",
        N_("previous part"),
        N_("The previous part of the article"),
    ),
    Command("walk.jump", "colon", N_("go to"), N_("Go to an article by its number")),
    Command("walk.first", "home", N_("first article"), N_("The first article")),
    Command("walk.last", "end", N_("last article"), N_("The last article")),
    Command("walk.page_down", "pagedown", N_("read on"), N_("Read on in a long article")),
    Command("walk.page_up", "pageup", N_("read back"), N_("Read back in a long article")),
    Command(
        "walk.beside_down",
        "ctrl+pagedown,alt+down",
        N_("positions down"),
        N_("Further down in positions and notes"),
    ),
    Command(
        "walk.beside_up",
        "ctrl+pageup,alt+up",
        N_("positions up"),
        N_("Back up in positions and notes"),
    ),
    Command(
        "walk.enter", "enter", N_("to the article"), N_("From the list back to the article")
    ),
    Command("walk.back", "escape", N_("back"), N_("Back to the article as it stands")),
)
LOOKING = (
    Command("walk.changes", "c", N_("what changed"), N_("What changed since the last version")),
    Command("walk.last_year", "j", N_("last year"), N_("Last year's text and the bid")),
    Command(
        "walk.questions",
        "o",
        N_("open questions"),
        N_("What is not concrete yet, why it matters, what to press"),
    ),
    Command(
        "walk.search", "slash,ctrl+f", N_("search"), N_("Search in numbers, titles, texts")
    ),
    Command("walk.filter", "f", N_("filter"), N_("Show only some of the articles")),
)
TABLE = (
    *(
        Command(
            f"walk.party_{number}",
            str(number),
            N_("position"),
            N_("The position of the party of this number"),
            action=f"party({number})",
        )
        for number in range(1, 10)
    ),
    Command(
        "walk.party_all",
        "0",
        N_("all parties"),
        N_("The position of all parties that are there"),
        action="party(0)",
    ),
    Command(
        "walk.party_by_letter",
        "apostrophe",
        N_("party by letter"),
        N_("The position of a party chosen by letter"),
    ),
    Command("walk.together", "A", N_("en bloc"), N_("Decide the untouched articles together")),
    Command("walk.room", "z", N_("room"), N_("What the room sees: live, held still, a pause")),
    Command(
        "walk.room_positions",
        "Z",
        N_("room: positions"),
        N_("Shows what every party says in the room's window, or no longer"),
    ),
)
WALK = (*DECIDING, *WRITING, *GOING, *LOOKING, *TABLE)
"""All of them."""
