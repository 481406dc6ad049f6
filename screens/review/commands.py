"""What can be done while a reading is reviewed."""

from __future__ import annotations

from pa_tui.language import N_
from screens.keys import Command

TITLE = N_("review of what was read")
"""What the screen is called."""

REVIEW = (
    Command(
        "review.make", "enter", N_("take over"), N_("Makes a file of it beside its source"), 1
    ),
    Command("review.question", "n", N_("question"), N_("To the next question"), 1),
    Command("review.join", "g", N_("as one"), N_("Joins it with what stands before it"), 2),
    Command("review.cut", "s", N_("cut"), N_("Cuts an article in two"), 2),
    Command(
        "review.raise",
        "h",
        N_("higher"),
        N_("Paragraph to article, article to theme"),
        2,
        action="raise_it",
    ),
    Command(
        "review.lower",
        "l",
        N_("lower"),
        N_("Theme to article, article to paragraph"),
        2,
        action="lower_it",
    ),
    Command("review.none", "x", N_("away"), N_("Leaves it out and lists its words"), 2),
    Command("review.take", "t", N_("back in"), N_("Takes in a line that was left out"), 3),
    Command("review.change", "w", N_("change"), N_("Changes a title, a party or the year"), 3),
    Command(
        "review.settle", "a", N_("it is right"), N_("What is asked here is right as it is"), 3
    ),
    Command("review.number", "r", N_("number"), N_("Gives it another number")),
    Command("review.party", "p", N_("party"), N_("Adds a party")),
    Command("review.undo", "u,ctrl+z", N_("undo"), N_("Takes the last act back")),
    Command("review.redo", "ctrl+r,ctrl+y", N_("redo"), N_("Brings back what was taken back")),
    Command("review.context", "c", N_("context"), N_("An article is context of its theme")),
    Command(
        "review.all_numbers", "R", N_("renumber"), N_("Numbers all articles by their places")
    ),
    Command(
        "review.side", "tab", N_("other side"), N_("From the result to its source and back")
    ),
    Command("review.open", "right", N_("open"), N_("Shows the paragraphs of the article")),
    Command("review.close", "left", N_("close"), N_("Hides the paragraphs of the article")),
    Command("review.up", "up", N_("up"), N_("One line up")),
    Command("review.down", "down", N_("down"), N_("One line down")),
    Command("review.page_up", "pageup", N_("page up"), N_("A screen up")),
    Command("review.page_down", "pagedown", N_("page down"), N_("A screen down")),
    Command("review.first", "home", N_("begin"), N_("To the first line")),
    Command("review.last", "end", N_("end"), N_("To the last line")),
    Command("review.back", "escape", N_("back"), N_("Makes nothing; asks first")),
)
"""All of them."""
