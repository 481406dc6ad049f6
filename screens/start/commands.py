"""What can be done in each stage of the first screen."""

from __future__ import annotations

from pa_tui.language import N_
from screens.keys import Command

HOME = (
    Command("start.choose", "enter", N_("choose"), N_("Does what the cursor is on"), 1),
    Command("start.open", "o", N_("open a file"), N_("Opens an agreement file by its path"), 2),
    Command("start.new", "n", N_("new"), N_("Makes an empty agreement"), 2),
    Command("start.import", "i", N_("import"), N_("Reads last year’s document into a file"), 2),
    *(
        Command(
            f"start.recent_{digit}",
            str(digit),
            N_("recent file"),
            N_("Opens the recent file of this number"),
            action=f"recent({digit})",
        )
        for digit in range(1, 10)
    ),
    Command("start.back", "escape", N_("back"), N_("Back to the agreement on the table")),
)

FORM = (
    Command("new.send", "enter", N_("make the file"), N_("Makes the new agreement file"), 1),
    Command("new.back", "escape", N_("back"), N_("Makes nothing"), 1),
)

READING = (
    Command("reading.back", "escape", N_("stop"), N_("Stops reading; nothing is made"), 1),
)
